//! What stands in the way of a publication, who may give it, and how the languages share a year: pure functions.

use super::{Publication, PublicationState};
use crate::db::ids::{AgendaItemId, PersonId};
use crate::db::types::Moment;
use crate::files::identity_numbers;
use crate::i18n::{Language, Said};
use crate::minutes::access::ItemAccess;
use crate::minutes::round::Round;
use crate::minutes::told::{Told, ToldItem};
use crate::web::access::Assessment;
use std::collections::HashMap;

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    NotApproved,
    /// A correction is begun and not ended.
    Correcting,
    /// So many items are not assessed.
    NotAssessed(usize),
    /// What looks like an identity number, with the words around it; none of an item that the reader may not read.
    Number(Option<String>),
    /// This version is out already.
    IsOut,
}

impl Obstacle {
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::NotApproved => Said::new("publication-not-approved"),
            Self::Correcting => Said::new("publication-correcting"),
            Self::NotAssessed(count) => Said::new("publication-not-assessed").with("count", *count),
            Self::Number(Some(words)) => {
                Said::new("publication-number").with("words", words.as_str())
            }
            Self::Number(None) => Said::new("publication-number-closed"),
            Self::IsOut => Said::new("publication-out-already"),
        }
    }
}

/// Everything that stands in the way of publishing the approved version. `may_read` says which items the reader may read.
#[must_use]
pub fn obstacles(
    round: Option<&Round>,
    told: Option<&Told>,
    known: &HashMap<AgendaItemId, ItemAccess>,
    standing: Option<&Publication>,
    may_read: &dyn Fn(&ToldItem) -> bool,
) -> Vec<Obstacle> {
    let approved = round.and_then(|round| round.approved);
    let (Some(approved), Some(told)) = (approved, told) else {
        return vec![Obstacle::NotApproved];
    };
    let mut found = Vec::new();
    if round.is_some_and(|round| round.correction.is_some()) {
        found.push(Obstacle::Correcting);
    }
    let adds_something = known.values().any(ItemAccess::waits);
    if standing.is_some_and(|one| one.number == approved.number) && !adds_something {
        found.push(Obstacle::IsOut);
    }
    let is_assessed = |item: AgendaItemId| {
        let access = known.get(&item);
        access.is_some_and(|one| one.assessment != Assessment::NotAssessed)
    };
    let items = told.items.iter();
    let open = items.filter(|item| !is_assessed(item.item)).count();
    if open > 0 {
        found.push(Obstacle::NotAssessed(open));
    }
    let number = |text: &str, is_read: bool| {
        let first = identity_numbers::find(text).into_iter().next()?;
        let words = is_read.then(|| identity_numbers::around(text, first));
        Some(Obstacle::Number(words))
    };
    found.extend(number(&told.opening, true));
    for item in &told.items {
        let is_read = may_read(item);
        found.extend(item.texts().filter_map(|text| number(text, is_read)));
    }
    found
}

/// What pressing the button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// It is published.
    Publishes,
    /// It is made ready for a second person.
    Asks,
    /// The same person has asked already: another one must.
    WaitsForAnother,
}

/// What it does when this person presses it. What was asked for keeps to the rule that it was asked under: whoever asked
/// does not publish it alone, though the board wants no second person any more.
#[must_use]
pub fn press(needs_second: bool, asked: Option<&Publication>, by: PersonId) -> Press {
    match asked {
        None if needs_second => Press::Asks,
        None => Press::Publishes,
        Some(asked) if asked.asked_by == by => Press::WaitsForAnother,
        Some(_) => Press::Publishes,
    }
}

/// Whether a version has been out before, and whoever was to be told of it was.
#[must_use]
pub fn was_out(all: &[Publication], number: i64) -> bool {
    let is_known = |one: &Publication| {
        !matches!(
            one.state,
            PublicationState::Asked | PublicationState::Undone
        )
    };
    all.iter().any(|one| one.number == number && is_known(one))
}

/// What became of a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It is out.
    Stands,
    /// Another took its place then.
    Replaced(Moment),
    /// It was withdrawn then.
    Withdrawn(Moment),
    Undone,
}

/// What became of each publication that was given out, with when it was. `all` are those of one meeting, the newest first,
/// and so is the answer.
///
/// Withdrawing takes back what was replaced before, too: that is told as replaced.
#[must_use]
pub fn history(all: &[Publication]) -> Vec<(&Publication, Moment, Became)> {
    let mut next: Option<(&Publication, Moment)> = None;
    let mut told = Vec::new();
    for one in all {
        let Some(at) = one.published_at else {
            continue;
        };
        let became = match (one.state, one.withdrawn_at, next) {
            (PublicationState::Asked, ..) => continue,
            (PublicationState::Undone, ..) => Became::Undone,
            (PublicationState::Published, ..) => Became::Stands,
            (PublicationState::Withdrawn, at, Some((later, replaced)))
                if later.withdrawn_at == at =>
            {
                Became::Replaced(replaced)
            }
            (PublicationState::Withdrawn, withdrawn, _) => {
                Became::Withdrawn(withdrawn.unwrap_or(at))
            }
            (PublicationState::Replaced, _, next) => {
                Became::Replaced(next.map_or(at, |(_, replaced)| replaced))
            }
        };
        if became != Became::Undone {
            next = Some((one, at));
        }
        told.push((one, at, became));
    }
    told
}

/// The publication that was withdrawn last, where nothing is out any more; `all` are those of one meeting, newest first.
#[must_use]
pub fn withdrawn(all: Vec<Publication>) -> Option<Publication> {
    let mut states = all.iter().map(|one| one.state);
    if states.any(|state| state == PublicationState::Published) {
        return None;
    }
    let mut withdrawn = all.into_iter();
    withdrawn.find(|one| one.state == PublicationState::Withdrawn)
}

/// Whether a publication can be undone still.
///
/// # Errors
/// Why not.
pub fn may_undo(of: &Publication, now: Moment) -> Result<(), Said> {
    let is_open =
        of.state == PublicationState::Published && of.mail_at.is_some_and(|until| now < until);
    is_open
        .then_some(())
        .ok_or_else(|| Said::new("publication-too-late"))
}

/// How many of a year's minutes are in each of the two written languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub bokmal: usize,
    pub nynorsk: usize,
}

impl Share {
    /// As many per cent as each of the two is to have at least, of what a state body writes (språklova § 13).
    pub const LEAST: usize = 25;

    #[must_use]
    pub fn of(languages: &[Language]) -> Self {
        let count = |language| languages.iter().filter(|one| **one == language).count();
        Self {
            bokmal: count(Language::NB),
            nynorsk: count(Language::NN),
        }
    }

    #[must_use]
    pub fn all(self) -> usize {
        self.bokmal + self.nynorsk
    }

    /// How many of a hundred are in nynorsk; none where there are none.
    #[must_use]
    pub fn nynorsk_per_cent(self) -> Option<usize> {
        (self.all() > 0).then(|| self.nynorsk * 100 / self.all())
    }

    /// The language of which there is too little.
    #[must_use]
    pub fn lacks(self) -> Option<Language> {
        let (all, least) = (self.all() * Self::LEAST, 100);
        if self.nynorsk * least < all {
            Some(Language::NN)
        } else if self.bokmal * least < all {
            Some(Language::NB)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::{BoardId, MeetingId, RowId};
    use crate::meetings::testing::at;

    fn publication(by: PersonId) -> Publication {
        Publication {
            id: RowId::new(),
            meeting: MeetingId::new(),
            board: BoardId::new(),
            number: 2,
            language: Language::NB,
            state: PublicationState::Published,
            asked_by: by,
            asked_at: at("2026-06-05T08:00:00Z"),
            published_at: Some(at("2026-06-05T08:00:00Z")),
            mail_at: Some(at("2026-06-05T08:10:00Z")),
            withdrawn_at: None,
            reason: String::new(),
            was_public: false,
            shut_at: None,
        }
    }

    #[test]
    fn what_is_not_approved_is_not_published() {
        let none = obstacles(None, None, &HashMap::new(), None, &|_| true);
        assert_eq!(none, [Obstacle::NotApproved]);
    }

    #[test]
    fn where_two_are_wanted_the_second_is_another() {
        let (kari, jon) = (PersonId::new(), PersonId::new());
        assert_eq!(press(false, None, kari), Press::Publishes);
        assert_eq!(press(true, None, kari), Press::Asks);
        let asked = publication(kari);
        for needs_second in [true, false] {
            let press = |by| press(needs_second, Some(&asked), by);
            assert_eq!(press(kari), Press::WaitsForAnother);
            assert_eq!(press(jon), Press::Publishes);
        }
    }

    #[test]
    fn a_version_that_was_undone_or_only_asked_for_was_not_out() {
        let mut of = publication(PersonId::new());
        assert!(was_out(std::slice::from_ref(&of), 2));
        assert!(!was_out(std::slice::from_ref(&of), 3));
        for state in [PublicationState::Asked, PublicationState::Undone] {
            of.state = state;
            assert!(!was_out(std::slice::from_ref(&of), 2));
        }
    }

    #[test]
    fn each_publication_is_told_once_with_what_became_of_it() {
        let (withdrawn, again) = (at("2026-06-09T08:00:00Z"), at("2026-06-11T08:00:00Z"));
        let out = |state, day: &str, withdrawn_at| Publication {
            state,
            published_at: Some(at(&format!("2026-06-{day}T08:00:00Z"))),
            withdrawn_at,
            ..publication(PersonId::new())
        };
        let all = [
            Publication {
                published_at: None,
                ..out(PublicationState::Asked, "12", None)
            },
            out(PublicationState::Published, "11", None),
            out(PublicationState::Replaced, "10", None),
            out(PublicationState::Withdrawn, "07", Some(withdrawn)),
            out(PublicationState::Undone, "06", None),
            out(PublicationState::Withdrawn, "05", Some(withdrawn)),
        ];
        let told: Vec<Became> = history(&all)
            .into_iter()
            .map(|(.., became)| became)
            .collect();
        let expected = [
            Became::Stands,
            Became::Replaced(again),
            Became::Withdrawn(withdrawn),
            Became::Undone,
            Became::Replaced(at("2026-06-07T08:00:00Z")),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn minutes_are_withdrawn_where_nothing_is_out_any_more() {
        let out = publication(PersonId::new());
        let gone = Publication {
            state: PublicationState::Withdrawn,
            ..out.clone()
        };
        assert_eq!(withdrawn(Vec::new()), None);
        assert_eq!(withdrawn(vec![gone.clone()]), Some(gone.clone()));
        assert_eq!(withdrawn(vec![out, gone]), None);
    }

    #[test]
    fn it_can_be_undone_until_its_mail_goes() {
        let of = publication(PersonId::new());
        assert!(may_undo(&of, at("2026-06-05T08:09:59Z")).is_ok());
        assert!(may_undo(&of, at("2026-06-05T08:10:00Z")).is_err());
        let withdrawn = Publication {
            state: PublicationState::Withdrawn,
            ..of
        };
        assert!(may_undo(&withdrawn, at("2026-06-05T08:05:00Z")).is_err());
    }

    #[test]
    fn a_quarter_of_a_years_minutes_is_in_each_written_language() {
        let share = |bokmal, nynorsk| Share { bokmal, nynorsk };
        assert_eq!(share(3, 1).lacks(), None);
        assert_eq!(share(4, 1).lacks(), Some(Language::NN));
        assert_eq!(share(1, 4).lacks(), Some(Language::NB));
        assert_eq!(share(0, 0).lacks(), None);
        assert_eq!(share(3, 1).nynorsk_per_cent(), Some(25));
        assert_eq!(share(0, 0).nynorsk_per_cent(), None);
        let counted = Share::of(&[Language::NB, Language::NN, Language::EN]);
        assert_eq!(counted, share(1, 1));
    }
}
