//! Rotation (rullering): which terms end when, and proposals for who sits then, from a draft to the day they are carried out.
//!
//! Mandate § 4: Digdir decides after dialogue with the board, in periods of three years, with rotation. A proposal is a day and
//! a line for each seat that changes. It is held against the mandate's rules beside today's composition, treated as a case,
//! decided with a reference, and carried out in one step that is shown before it is saved. Left out on purpose: the chair,
//! observers and whoever sits without a seat, whom the board's own pages appoint; and who is chosen, which people decide.

pub mod forms;
pub mod mail;
pub mod occasions;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use super::Verdict;
use crate::boards::Rule;
use crate::calendar::Period;
use crate::db::ids::{AppointmentId, BoardId, CaseId, OrganisationId, RotationId, RowId, SeatId};
use crate::text_enum;
use chrono::NaiveDate;

text_enum! {
    /// How far a proposal has come.
    State {
        Draft = "draft",
        /// It is a case of the board's.
        Treated = "treated",
        /// Its lines stand.
        Decided = "decided",
        CarriedOut = "carried_out",
        Dropped = "dropped",
    }
}

impl State {
    /// Whether its lines may still change.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Treated)
    }
}

/// A proposal for a new composition (forslag til ny sammensetning).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    pub id: RotationId,
    pub board: BoardId,
    pub title: String,
    /// Nothing of it holds before this day.
    pub from: NaiveDate,
    pub note: String,
    pub state: State,
    pub case: Option<CaseId>,
    /// What was decided and where that stands; empty until it is.
    pub decision: String,
    pub decided_on: Option<NaiveDate>,
    /// In the order of their seats.
    pub lines: Vec<Line>,
    /// Raised by every change of any of this.
    pub version: i64,
}

/// What changes on one seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: RowId,
    pub seat: SeatId,
    pub leaves: Option<Leaving>,
    /// None where the seat is left open.
    pub organisation: Option<OrganisationId>,
    /// When the organisation has the seat; without an end it is permanent.
    pub period: Period,
    /// The day by which the organisation is asked to name its representative.
    pub name_by: Option<NaiveDate>,
    /// The term that was made of it.
    pub made: Option<AppointmentId>,
}

/// A term that ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    pub term: AppointmentId,
    /// The first day after it.
    pub until: NaiveDate,
}

/// A rule today and with the proposal, on one day.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    pub rule: &'a Rule,
    pub without: Verdict<'a>,
    pub with: Verdict<'a>,
}

/// The terms whose last day is in one half of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfYear {
    pub year: i32,
    /// July to December.
    pub is_second: bool,
    pub terms: Vec<AppointmentId>,
}

/// When members' terms end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staggering {
    /// Those in which some end, the first first.
    pub halves: Vec<HalfYear>,
    /// Terms without an end.
    pub permanent: usize,
}

/// A year in which too many leave at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowded {
    pub year: i32,
    pub leave: usize,
    /// Of so many seats that rotate.
    pub of: usize,
}

/// An organisation that could have a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: OrganisationId,
    pub name: String,
    pub traits: super::Traits,
    pub is_service_owner: bool,
}

/// Why an organisation is suggested, or what speaks against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A rule that is broken or unknown without it is met with it.
    Mends(RowId),
    /// A rule that is met or unknown without it is broken with it.
    Breaks(RowId),
    NeverSeated,
    /// Whole years since it last had a seat.
    YearsSince(u32),
    ServiceOwner,
    /// A code of the list `organisation_size`.
    Size(String),
    /// A code of the list `organisation_kind`.
    Kind(String),
    /// Its place among those that paid in a year, the largest first.
    Pays {
        place: usize,
        year: i32,
    },
}

/// A suggestion for an open seat, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub organisation: OrganisationId,
    pub name: String,
    pub reasons: Vec<Reason>,
}
