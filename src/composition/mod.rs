//! What a mandate asks of a board's composition, on any day: each rule with its verdict and what it rests on.
//!
//! Mandate § 4: 12–14 members, managers of national common components and KS as permanent members, the four largest other
//! service owners, a rotating selection with medium and small ones and at least two municipalities, in periods of three
//! years, normally at the level of heads of department. None of these stands here: they are rows of the mandate, and another
//! board has others. The version in force on the day decides, also one that is still to come.
//!
//! Who is to sit instead is left out on purpose: people decide that, in a proposal for rotation.

pub mod mail;
pub mod pages;
pub mod plan;
pub mod rotation;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::boards::{Appointment, Mandate, Representation, Rule, Seat};
use crate::db::ids::{MeetingId, OrganisationId};
use crate::portfolio::payments::Paid;
use crate::text_enum;
use chrono::NaiveDate;
use std::collections::BTreeMap;

text_enum! {
    /// What is found of a rule on a day.
    Outcome {
        Met = "met",
        Broken = "broken",
        /// Something is missing that would decide it; it is never taken for met.
        Unknown = "unknown",
    }
}

/// What rules ask of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// A code of the list `organisation_kind`; empty where nobody has said.
    pub kind: String,
    /// A code of the list `organisation_size`.
    pub size: Option<String>,
    pub number: Option<String>,
}

/// Everything that verdicts rest on; rows in any order give the same.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Whether the chair counts towards the least of members.
    pub chair_counts: bool,
    pub mandates: Vec<Mandate>,
    pub seats: Vec<Seat>,
    pub appointments: Vec<Appointment>,
    pub representations: Vec<Representation>,
    /// Those that sit, and those that the mandates name.
    pub organisations: BTreeMap<OrganisationId, Traits>,
    /// From the last year before the first day that is asked about.
    pub payments: Vec<Paid>,
    /// The codes of levels, from the highest down.
    pub levels: Vec<String>,
}

/// What is missing as a whole, and not of some organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// No payments of any earlier year are known.
    Payments,
    /// No organisation is registered with the number.
    NotRegistered,
    /// The rule has no number, or its level is in no list: the mandate's row is not whole.
    Rule,
}

/// What a verdict rests on. Organisations stand once each, always in one order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// How many there are of what is counted.
    pub count: Option<usize>,
    /// Those that count.
    pub fulfil: Vec<OrganisationId>,
    /// Those that break it, or that are missing.
    pub against: Vec<OrganisationId>,
    /// Those of which nobody has said what would decide it.
    pub not_known: Vec<OrganisationId>,
    /// The year whose payments count.
    pub year: Option<i32>,
    pub lack: Option<Lack>,
    /// Whether the chair is among those that are counted.
    pub with_chair: bool,
}

/// One rule on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<'a> {
    pub rule: &'a Rule,
    pub outcome: Outcome,
    pub evidence: Evidence,
}

/// A board's composition on one day.
#[derive(Clone, Debug)]
pub struct Composition<'a> {
    pub on: NaiveDate,
    /// None where no version is in force, and then nothing is asked.
    pub mandate: Option<&'a Mandate>,
    /// By the place of their rules in the mandate.
    pub verdicts: Vec<Verdict<'a>>,
}

/// A day of a forecast.
#[derive(Clone, Debug)]
pub struct Day<'a> {
    pub composition: Composition<'a>,
    /// The meetings that begin that day.
    pub meetings: Vec<MeetingId>,
    /// Whether something became another by itself: a term ended, a version of the mandate began.
    pub is_turning: bool,
}

/// The first day on which a rule will be broken by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break<'a> {
    pub rule: &'a Rule,
    pub on: NaiveDate,
}
