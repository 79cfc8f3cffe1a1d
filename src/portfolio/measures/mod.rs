//! The measures (tiltak) of the action plan: who answers for each, who carries it out, in which years, and how far it is.
//!
//! Mandate § 3: the board gives advice on the status of the action plan. A board's measures are its own: its secretariat keeps
//! them, and everyone with a role on it reads them. What is written in a measure's history stands. Left out on purpose: a
//! measure is not removed, because what was reported of it stands in the board's papers; one that is given up is finished with
//! a note that says so.

pub mod forms;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{BoardId, MeasureId, OrganisationId};
use crate::db::types::{Moment, Words};
use crate::text_enum;
use chrono::NaiveDate;
use rules::Years;
use std::collections::BTreeSet;

/// The list of statuses. Its order is that of the work: the first has not begun, and the last is finished.
pub const STATUSES: &str = "measure_status";

text_enum! {
    /// What an organisation has to do with a measure.
    Part {
        /// It carries the measure out (utførende).
        Performs = "performs",
        /// It takes part (involvert).
        Involved = "involved",
    }
}

/// What is written of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub title: Words,
    /// The responsible ministry (ansvarlig departement).
    pub ministry: OrganisationId,
    pub years: Years,
    /// Who carries it out; none while that is undecided.
    pub performs: BTreeSet<OrganisationId>,
    pub involved: BTreeSet<OrganisationId>,
    /// What it is, in plain text as the ones below; each may be empty.
    pub description: String,
    /// What it is to reach and to deliver (målsetting og leveranser).
    pub goals: String,
    /// What supports it (viktige understøttende aktiviteter).
    pub activities: String,
    /// Whom to ask.
    pub contact: String,
}

/// A line of a measure's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// A code of the list [`STATUSES`].
    pub status: String,
    /// From which day on.
    pub on: NaiveDate,
    /// Why, or what was done; may be empty where the status is another.
    pub note: String,
    /// The name of who wrote it, and when.
    pub who: String,
    pub at: Moment,
}

/// A measure with its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub id: MeasureId,
    pub board: BoardId,
    pub facts: Facts,
    /// Oldest first, at least one.
    pub history: Vec<Turn>,
    /// Raised by every change, and by each line of the history.
    pub version: i64,
}

impl Measure {
    /// The code of the status that it has now; empty where it has no history.
    #[must_use]
    pub fn status(&self) -> &str {
        self.history.last().map_or("", |turn| &turn.status)
    }
}
