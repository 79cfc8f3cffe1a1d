//! The weekly mail: one a person and week, in place of single reminders.
//!
//! A secretariat gets it where its board has chosen so; everyone else chooses for themselves. It tells of everything
//! whose single reminder would fall before the next one, of what is due this week, and of what is overdue. What it
//! told of is written down, so that the post office leaves its reader out of the single reminders (see
//! [`crate::mail::digest`]); what it could not know of still goes singly.
//!
//! It stands with the desk because it speaks of several slices' things, as the desk does.

pub mod mail;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::boards::Board;
use crate::calendar::Period;
use crate::db::ids::{BoardId, PersonId};
use crate::db::types::Moment;
use crate::mail::digest::{KIND, Thing};
use crate::mail::{Class, Kind};
use crate::web::access::Role;
use std::collections::{BTreeMap, BTreeSet};

/// The slice's one kind of mail.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    vec![Kind {
        code: KIND,
        class: Class::ByItself,
        answer: mail::answer,
        after: Some(plan::after),
    }]
}

/// A role that a person has on a board, now or later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub person: PersonId,
    pub board: BoardId,
    pub role: Role,
    pub period: Period,
}

/// What each person holds on each board: a secretary of a thousand boards is looked up and not looked for.
pub type Places = BTreeMap<PersonId, BTreeMap<BoardId, Vec<Place>>>;

/// Roles by who holds them, and where.
#[must_use]
pub fn by_person(places: impl IntoIterator<Item = Place>) -> Places {
    let mut sorted = Places::new();
    for place in places {
        let boards = sorted.entry(place.person).or_default();
        boards.entry(place.board).or_default().push(place);
    }
    sorted
}

/// Some people's roles, what they have chosen, and their boards: everything that says who reads a weekly mail, and when.
#[derive(Clone, Debug, Default)]
pub struct Readers {
    pub places: Places,
    /// Those who have chosen one mail a week.
    pub weekly: BTreeSet<PersonId>,
    pub boards: BTreeMap<BoardId, Board>,
}

/// The weekly mail of one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The week by ISO 8601, as `2026-W53`: a person's mail of one week has one key.
    pub slot: String,
    /// The week's Monday; the same whatever weekday the mail goes on.
    pub monday: chrono::NaiveDate,
    pub due: Moment,
    /// When the next one goes.
    pub expires: Moment,
}

/// What the weekly mail says of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub thing: Thing,
    /// Act, thing and date, as the single mail's subject says them.
    pub text: String,
    pub url: String,
    pub deadline: Moment,
    pub is_late: bool,
}

/// How a reader's own page tells what they get.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub is_weekly: bool,
    /// Whether they have a role that this is a choice for: any but a secretariat's.
    pub may_choose: bool,
    /// The boards whose secretariat they are, with what each has chosen.
    pub secretary_of: Vec<Board>,
    /// When the next weekly mail goes.
    pub next: Option<Moment>,
}
