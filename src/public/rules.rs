//! Who is shown what of a board and of a meeting: pure functions.

pub mod marks;

use super::{OutItem, Place};
use crate::db::ids::{AgendaItemId, BoardId, RowId};
use crate::db::types::Moment;
use crate::i18n::Language;
use crate::meetings::Meeting;
use crate::meetings::words::{self, Kinds};
use crate::minutes::access::ItemAccess;
use crate::minutes::actions::{Standing, State as ActionState};
use crate::minutes::publication::{Publication, PublicationState};
use crate::web::access::{Assessment, Audience, Clearance, Object};
use chrono::{Datelike, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, HashMap};

/// The years that an address may name: no other is written alike by both engines.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// The states of what is out or was, so that somebody was told of it.
pub const OUT_ONCE: [PublicationState; 3] = [
    PublicationState::Published,
    PublicationState::Replaced,
    PublicationState::Withdrawn,
];

/// “Ordinært møte”: what a meeting is called outside the board. Its title is free text and may name what is exempt.
#[must_use]
pub fn kind_of(kinds: &Kinds, of: &Meeting, language: Language) -> String {
    words::capitalised(words::kind(kinds, &of.kind, language))
}

/// “Ordinært møte 9. desember 2026”.
#[must_use]
pub fn name_of(kinds: &Kinds, of: &Meeting, language: Language) -> String {
    let kind = kind_of(kinds, of, language);
    let days = words::days(language, of);
    format!("{kind} {days} {}", of.last_day().year())
}

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
    sees_once_out(of.once_out().readable(), clearance)
}

/// The same of an item as it is shown to whom it is meant for; once it is out the board's members read it at least.
#[must_use]
pub fn sees_once_out(mut of: Object, clearance: &Clearance) -> bool {
    of.audience = of.audience.max(Audience::Members);
    clearance.sees(&of)
}

/// The title that is told of an item outside the board; none where it is exempt, as was found of the item or of its case.
#[must_use]
pub fn told_title(title: String, (of_item, of_case): (bool, Option<bool>)) -> Option<String> {
    let is_exempt = of_item || of_case.unwrap_or(false);
    Some(title).filter(|title| !is_exempt && !title.is_empty())
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
    /// Whether they have signed in, and would read something of it, if it were out.
    pub would_read: bool,
}

/// What they find. `all` are the publications of the meeting, the newest first.
#[must_use]
pub fn found(all: &[Publication], reach: Reach) -> Found<'_> {
    let standing = all
        .iter()
        .find(|one| one.state == PublicationState::Published);
    if let Some(standing) = standing.filter(|_| reach.reads_any) {
        return Found::Minutes(standing);
    }
    let told = all.iter().find(|one| is_told(one, reach));
    match told.filter(|_| !all.iter().any(was_read_again)) {
        Some(was) => Found::Withdrawn(was),
        None if reach.is_shown => Found::Meeting,
        None => Found::Nothing,
    }
}

/// Whether everyone could read some of this one after all that was withdrawn: then it was not the withdrawal that ended it.
///
/// Withdrawing takes everything back that is or was out, so that what is out or was replaced came after.
#[must_use]
pub fn was_read_again(of: &Publication) -> bool {
    let states = [PublicationState::Published, PublicationState::Replaced];
    of.was_public && states.contains(&of.state)
}

/// Whether they are told that this one was withdrawn: everyone is, of what everyone could read some of.
fn is_told(of: &Publication, reach: Reach) -> bool {
    of.state == PublicationState::Withdrawn && (of.was_public || reach.would_read)
}

/// The publication of this version, where they are told that it was withdrawn. A draft was never out, and says nothing.
#[must_use]
pub fn withdrawn_version(all: &[Publication], number: i64, reach: Reach) -> Option<&Publication> {
    let mut of_version = all.iter().filter(|one| one.number == number);
    of_version.find(|one| is_told(one, reach))
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

/// When a version was first published and, where it was published again, when it last was.
#[must_use]
pub fn published_on(all: &[Publication], number: i64) -> Option<(Moment, Option<Moment>)> {
    let own = all.iter().filter(|one| one.number == number);
    let own = own.filter(|one| OUT_ONCE.contains(&one.state));
    let moments: Vec<Moment> = own.filter_map(|one| one.published_at).collect();
    let (first, last) = (*moments.iter().min()?, *moments.iter().max()?);
    Some((first, (last > first).then_some(last)))
}

/// When another version took the place of this one; none for the one that holds.
#[must_use]
pub fn replaced_at(all: &[Publication], number: i64) -> Option<Moment> {
    let states = [PublicationState::Published, PublicationState::Replaced];
    let later = all
        .iter()
        .filter(|one| one.number > number && states.contains(&one.state));
    // A version may be published again, with more opened: it was the first time that it took the place.
    later
        .map(|one| one.published_at.unwrap_or(one.asked_at))
        .min()
}

/// What is known of the items, for a version that was replaced then.
///
/// An item that something was found of since, or that time has opened since, stays with the board there: what is made
/// public later stands in the newest version.
#[must_use]
pub fn as_replaced(
    known: &HashMap<AgendaItemId, ItemAccess>,
    assessed: &HashMap<RowId, Moment>,
    replaced: Moment,
) -> HashMap<AgendaItemId, ItemAccess> {
    let stays = |of: &ItemAccess| {
        let found = assessed.get(&of.item.cast()).copied();
        found.max(of.open_from).is_some_and(|at| at > replaced)
    };
    let of_version = known.iter().map(|(id, of)| {
        let mut of = of.clone();
        if stays(&of) {
            of.audience = of.audience.min(Audience::Members);
        }
        (*id, of)
    });
    of_version.collect()
}

/// When the year is over that lists of years end with, in UTC.
#[must_use]
pub fn year_ends(now: Moment) -> Option<Moment> {
    let first = NaiveDate::from_ymd_opt(now.utc().year() + 1, 1, 1)?;
    Some(first.and_time(NaiveTime::MIN).and_utc().into())
}

/// How much of what was agreed stands where, on the board's own date: the keys of the texts, with counts above zero.
#[must_use]
pub fn tally(of: &[Standing], today: NaiveDate) -> Vec<(&'static str, usize)> {
    let is_late = |due: Option<NaiveDate>| due.is_some_and(|due| due < today);
    let key = |(state, due): &Standing| match state {
        ActionState::Done => "decision-action-done",
        ActionState::Open if is_late(*due) => "decision-action-late",
        ActionState::Open => "decision-action-open",
        ActionState::Dropped => "decision-action-dropped",
    };
    let order = [
        "decision-action-done",
        "decision-action-open",
        "decision-action-late",
        "decision-action-dropped",
    ];
    let count = |wanted: &str| of.iter().filter(|one| key(one) == wanted).count();
    let counted = order.map(|wanted| (wanted, count(wanted)));
    counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .collect()
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
    if !YEARS.contains(&day.year()) {
        return None;
    }
    Some(Place {
        day,
        meeting: parts.next()?.parse().ok()?,
        position: parts.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::{MeetingId, PersonId};
    use crate::db::types::Words;
    use crate::meetings::testing::{at, board_data, meeting};

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
            was_public: false,
            shut_at: None,
        }
    }

    fn public(number: i64, state: PublicationState) -> Publication {
        Publication {
            was_public: true,
            ..publication(number, state)
        }
    }

    #[test]
    fn what_was_agreed_is_counted_by_where_it_stands() {
        let today = NaiveDate::from_ymd_opt(2026, 12, 9).expect("a day");
        let of = [
            (ActionState::Open, None),
            (ActionState::Open, Some(today)),
            (ActionState::Open, today.pred_opt()),
            (ActionState::Done, today.pred_opt()),
        ];
        let counted = [
            ("decision-action-done", 1),
            ("decision-action-open", 2),
            ("decision-action-late", 1),
        ];
        assert_eq!(tally(&of, today), counted);
        assert_eq!(tally(&[], today), []);
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
    fn what_everyone_could_read_is_told_of_to_everyone_when_it_is_withdrawn() {
        let withdrawn = [
            publication(3, PublicationState::Undone),
            publication(2, PublicationState::Withdrawn),
            public(1, PublicationState::Withdrawn),
        ];
        for reach in [reach(false, false, false), reach(true, false, false)] {
            assert_eq!(found(&withdrawn, reach), Found::Withdrawn(&withdrawn[2]));
            assert_eq!(withdrawn_version(&withdrawn, 2, reach), None);
            assert_eq!(withdrawn_version(&withdrawn, 3, reach), None);
            let first = withdrawn_version(&withdrawn, 1, reach);
            assert_eq!(first, Some(&withdrawn[2]));
        }
        // Another that is out for the board alone takes nothing back.
        let again = [
            publication(4, PublicationState::Published),
            withdrawn[2].clone(),
        ];
        let told = found(&again, reach(false, false, false));
        assert_eq!(told, Found::Withdrawn(&again[1]));
    }

    #[test]
    fn what_everyone_could_read_again_is_not_told_as_withdrawn_when_it_is_shown_to_fewer() {
        for state in [PublicationState::Published, PublicationState::Replaced] {
            let all = [
                publication(4, PublicationState::Published),
                public(3, state),
                public(1, PublicationState::Withdrawn),
            ];
            assert_eq!(found(&all, reach(true, false, true)), Found::Meeting);
            assert_eq!(found(&all, reach(false, false, true)), Found::Nothing);
        }
        // What was undone was nobody's to read for long, and takes no word back.
        let undone = [
            public(2, PublicationState::Undone),
            public(1, PublicationState::Withdrawn),
        ];
        let told = found(&undone, reach(false, false, false));
        assert_eq!(told, Found::Withdrawn(&undone[1]));
    }

    #[test]
    fn a_version_that_is_published_again_keeps_its_first_day() {
        let published = |number, state, at_| Publication {
            published_at: Some(at(at_)),
            ..publication(number, state)
        };
        let (first, last) = ("2026-10-01T08:00:00Z", "2026-11-29T08:00:00Z");
        let all = [
            published(1, PublicationState::Undone, "2026-12-01T08:00:00Z"),
            published(1, PublicationState::Published, last),
            published(1, PublicationState::Replaced, "2026-10-02T08:00:00Z"),
            published(1, PublicationState::Withdrawn, first),
            published(2, PublicationState::Published, last),
        ];
        let again = Some((at(first), Some(at(last))));
        assert_eq!(published_on(&all, 1), again);
        assert_eq!(published_on(&all, 2), Some((at(last), None)));
        assert_eq!(published_on(&all, 3), None);
    }

    #[test]
    fn what_was_never_for_everyone_is_told_of_to_those_alone_who_would_read_it() {
        let withdrawn = [publication(2, PublicationState::Withdrawn)];
        assert_eq!(
            found(&withdrawn, reach(false, false, false)),
            Found::Nothing
        );
        assert_eq!(found(&withdrawn, reach(true, false, false)), Found::Meeting);
        let told = found(&withdrawn, reach(false, false, true));
        assert_eq!(told, Found::Withdrawn(&withdrawn[0]));
        let undone = [public(1, PublicationState::Undone)];
        assert_eq!(found(&undone, reach(false, false, true)), Found::Nothing);
    }

    #[test]
    fn an_earlier_version_shows_nothing_that_was_found_or_opened_after_it() {
        let published = |number, state, at_| Publication {
            published_at: Some(at(at_)),
            ..publication(number, state)
        };
        let all = [
            published(3, PublicationState::Undone, "2026-06-07T08:00:00Z"),
            published(4, PublicationState::Published, "2026-06-08T08:00:00Z"),
            published(2, PublicationState::Replaced, "2026-06-05T08:00:00Z"),
        ];
        let replaced = at("2026-06-08T08:00:00Z");
        assert_eq!(replaced_at(&all, 2), Some(replaced));
        assert_eq!(replaced_at(&all, 4), None);
        let visitor = Clearance::of_nobody(at("2026-07-01T08:00:00Z"));
        let mut member = visitor.clone();
        let mut item = ItemAccess {
            item: AgendaItemId::new(),
            meeting: MeetingId::new(),
            board: BoardId::new(),
            subject: RowId::new(),
            wanted: Audience::Public,
            audience: Audience::Public,
            assessment: Assessment::Open,
            basis: None,
            title_exempt: false,
            title_waits: false,
            open_from: None,
            withdrawn_at: None,
            version: 1,
        };
        member.reads.insert(item.board);
        for (found, open_from, is_read) in [
            (None, None, true),
            (Some("2026-06-08T08:00:00Z"), None, true),
            (Some("2026-06-08T08:00:01Z"), None, false),
            (None, Some("2026-06-08T07:00:00Z"), true),
            (None, Some("2026-06-09T08:00:00Z"), false),
        ] {
            item.open_from = open_from.map(at);
            let assessed = found.map(|found| (item.item.cast(), at(found)));
            let known = HashMap::from([(item.item, item.clone())]);
            let then = as_replaced(&known, &assessed.into_iter().collect(), replaced);
            let object = then[&item.item].readable();
            assert_eq!(visitor.sees(&object), is_read, "{found:?} {open_from:?}");
            assert!(member.sees(&object));
        }
    }

    #[test]
    fn a_meeting_is_called_by_its_kind_and_its_days_and_never_by_its_title() {
        let data = board_data();
        let mut of = meeting(&data, "ordinary", &["2027-10-20", "2027-10-21"]);
        of.title = Words::new([("nb", "Om oppkjøpet")]);
        let kinds = [(
            "ordinary".to_owned(),
            Words::new([("nb", "ordinært møte"), ("en", "ordinary meeting")]),
        )];
        let name = name_of(&kinds, &of, Language::NB);
        assert_eq!(name, "Ordinært møte 20.–21. oktober 2027");
        assert_eq!(kind_of(&kinds, &of, Language::EN), "Ordinary meeting");
    }

    #[test]
    fn a_list_of_years_ends_with_the_year() {
        let last = at("2027-01-01T00:00:00Z");
        assert_eq!(year_ends(at("2026-12-31T23:59:59Z")), Some(last));
        assert_eq!(year_ends(last), Some(at("2028-01-01T00:00:00Z")));
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
        let id = MeetingId::new();
        for odd in ["", "2026-06-05", "x_y_z", "2026-06-05_1_2"] {
            assert_eq!(read_place(odd), None, "{odd}");
        }
        for year in ["0000", "-0001", "-262143", "+10000", "+262142"] {
            let odd = format!("{year}-12-31_{id}_3");
            assert_eq!(read_place(&odd), None, "{odd}");
        }
    }
}
