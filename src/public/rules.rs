//! Who is shown what of a board and of a meeting: pure functions.

use super::{OutItem, Place};
use crate::db::ids::BoardId;
use crate::minutes::access::ItemAccess;
use crate::minutes::publication::{Publication, PublicationState};
use crate::web::access::{Assessment, Audience, Clearance, Object};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Whether a board's own pages are shown to this reader: the one decision, about the board as a thing that is read.
#[must_use]
pub fn shows(board: BoardId, shown_to: Audience, clearance: &Clearance) -> bool {
    clearance.sees(&Object {
        id: board.cast(),
        case: board.cast(),
        meeting: None,
        board,
        audience: shown_to,
        assessment: Assessment::Open,
        open_from: None,
        withdrawn_at: None,
    })
}

/// Whether a reader would read an item if its minutes were out, as it is assessed now.
#[must_use]
pub fn would_see(of: &ItemAccess, clearance: &Clearance) -> bool {
    let out = ItemAccess {
        audience: of.wanted.max(Audience::Members),
        ..of.clone()
    };
    clearance.sees(&out.readable())
}

/// What one reader finds at the address of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// Its minutes.
    Minutes(&'a Publication),
    /// When and where it is; nothing of its minutes.
    Meeting,
    /// That its minutes were out, and are no more.
    Withdrawn(&'a Publication),
    Nothing,
}

/// What is known of a reader and a meeting.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reach {
    /// Whether they are shown the board's own pages.
    pub is_shown: bool,
    /// Whether they read anything of what is out.
    pub reads_any: bool,
    /// Whether they would, if it were out.
    pub would_read: bool,
}

/// What they find. `all` are the publications of the meeting, the newest first.
#[must_use]
pub fn found(all: &[Publication], reach: Reach) -> Found<'_> {
    let meeting = if reach.is_shown {
        Found::Meeting
    } else {
        Found::Nothing
    };
    let standing = all
        .iter()
        .find(|one| one.state == PublicationState::Published);
    if let Some(standing) = standing {
        return if reach.reads_any {
            Found::Minutes(standing)
        } else {
            meeting
        };
    }
    let was_out = |one: &&Publication| {
        !matches!(
            one.state,
            PublicationState::Asked | PublicationState::Undone
        )
    };
    match all.iter().find(was_out) {
        Some(last)
            if last.state == PublicationState::Withdrawn
                && (reach.is_shown || reach.would_read) =>
        {
            Found::Withdrawn(last)
        }
        _ => meeting,
    }
}

/// The publications whose versions can be read while one is out, the newest first.
#[must_use]
pub fn readable(all: &[Publication]) -> Vec<&Publication> {
    let states = [PublicationState::Published, PublicationState::Replaced];
    let mut found: Vec<&Publication> = Vec::new();
    for one in all.iter().filter(|one| states.contains(&one.state)) {
        if found.iter().all(|other| other.number != one.number) {
            found.push(one);
        }
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.number));
    found
}

/// A year of a board at a glance: of what the reader may read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    pub meetings: usize,
    /// How many of them have minutes that are out.
    pub minutes: usize,
    pub items: usize,
    /// How often each outcome came, by its code, with its word.
    pub outcomes: BTreeMap<String, (String, usize)>,
}

/// Counts what was dealt with.
#[must_use]
pub fn glance(meetings: usize, minutes: usize, items: &[OutItem]) -> Glance {
    let mut outcomes: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for item in items.iter().filter(|item| !item.outcome.is_empty()) {
        let word = || (item.outcome_word.clone(), 0);
        outcomes.entry(item.outcome.clone()).or_insert_with(word).1 += 1;
    }
    Glance {
        meetings,
        minutes,
        items: items.len(),
        outcomes,
    }
}

/// The place of an item.
#[must_use]
pub fn place(of: &OutItem) -> Place {
    Place {
        day: of.day,
        meeting: of.meeting,
        position: of.position,
    }
}

/// A place as it stands in an address: “2026-06-05_…_3”.
#[must_use]
pub fn written(place: Place) -> String {
    format!("{}_{}_{}", place.day, place.meeting, place.position)
}

/// Reads what [`written`] gave.
#[must_use]
pub fn read_place(text: &str) -> Option<Place> {
    let mut parts = text.splitn(3, '_');
    let day: NaiveDate = parts.next()?.parse().ok()?;
    Some(Place {
        day,
        meeting: parts.next()?.parse().ok()?,
        position: parts.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::{MeetingId, PersonId, RowId};
    use crate::i18n::Language;
    use crate::meetings::testing::at;

    fn publication(number: i64, state: PublicationState) -> Publication {
        Publication {
            id: RowId::new(),
            meeting: MeetingId::new(),
            board: BoardId::new(),
            number,
            language: Language::NB,
            state,
            asked_by: PersonId::new(),
            asked_at: at("2026-06-05T08:00:00Z"),
            published_at: None,
            mail_at: None,
            withdrawn_at: None,
            reason: String::new(),
        }
    }

    fn reach(is_shown: bool, reads_any: bool, would_read: bool) -> Reach {
        Reach {
            is_shown,
            reads_any,
            would_read,
        }
    }

    #[test]
    fn a_board_is_shown_to_those_it_chose_and_to_its_own() {
        let board = BoardId::new();
        let visitor = Clearance::of_nobody(at("2026-06-05T08:00:00Z"));
        let mut owner = visitor.clone();
        owner.is_service_owner = true;
        let mut member = visitor.clone();
        member.reads.insert(board);
        for (audience, whom) in [
            (Audience::Members, [false, false, true]),
            (Audience::ServiceOwners, [false, true, true]),
            (Audience::Public, [true, true, true]),
        ] {
            let seen = [&visitor, &owner, &member].map(|who| shows(board, audience, who));
            assert_eq!(seen, whom, "{audience}");
        }
    }

    #[test]
    fn what_is_out_is_found_by_those_who_read_any_of_it() {
        let all = [publication(2, PublicationState::Published)];
        assert!(matches!(
            found(&all, reach(false, true, true)),
            Found::Minutes(_)
        ));
        assert_eq!(found(&all, reach(true, false, false)), Found::Meeting);
        assert_eq!(found(&all, reach(false, false, false)), Found::Nothing);
    }

    #[test]
    fn what_was_withdrawn_says_so_to_those_who_read_it_and_what_was_undone_never_was() {
        let withdrawn = [
            publication(3, PublicationState::Undone),
            publication(2, PublicationState::Withdrawn),
            publication(1, PublicationState::Replaced),
        ];
        let is_withdrawn = |reach| matches!(found(&withdrawn, reach), Found::Withdrawn(_));
        assert!(is_withdrawn(reach(false, false, true)));
        assert!(is_withdrawn(reach(true, false, false)));
        assert!(!is_withdrawn(reach(false, false, false)));
        let undone = [publication(1, PublicationState::Undone)];
        assert_eq!(found(&undone, reach(false, false, true)), Found::Nothing);
    }

    #[test]
    fn only_versions_that_were_out_and_were_not_taken_back_are_read() {
        let all = [
            publication(4, PublicationState::Published),
            publication(3, PublicationState::Undone),
            publication(2, PublicationState::Withdrawn),
            publication(1, PublicationState::Replaced),
        ];
        let numbers: Vec<i64> = readable(&all).iter().map(|one| one.number).collect();
        assert_eq!(numbers, [4, 1]);
    }

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let place = Place {
            day: "2026-06-05".parse().unwrap(),
            meeting: MeetingId::new(),
            position: 3,
        };
        assert_eq!(read_place(&written(place)), Some(place));
        for odd in ["", "2026-06-05", "x_y_z", "2026-06-05_1_2"] {
            assert_eq!(read_place(odd), None, "{odd}");
        }
    }
}
