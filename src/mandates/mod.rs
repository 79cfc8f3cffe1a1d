//! The versions of a mandate as documents: their text, what differs between two of them, how one is approved, and what it would
//! change if it counted from a day.
//!
//! A version is written as a draft by the secretariat, treated as a case by the board that approves it (mandate § 7: the
//! mandates of councils are approved by the board), approved with a decision and a day, and in force from its first day. What is
//! approved never changes its text: a correction is another version. A version's rules and lead times are kept by `boards`; each
//! refers to a paragraph of the text. Left out on purpose: agreeing on single sentences in here, which is what the case is for.

pub mod forms;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::boards::BoardData;
use crate::composition::{Composition, Facts};
use crate::db::ids::{CaseId, MeetingId};
use crate::i18n::Language;
use crate::meetings::Stage;
use chrono::NaiveDate;

/// A numbered point of a mandate's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// “4” or “4.1”; once in a text.
    pub number: String,
    pub heading: String,
    /// Markdown.
    pub body: String,
}

/// What is known of a version as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub language: Language,
    /// The case in which the board that approves it treats it.
    pub case: Option<CaseId>,
    /// None where it was approved before it was kept here.
    pub approved_on: Option<NaiveDate>,
    /// Empty where nobody has written the text in here.
    pub paragraphs: Vec<Paragraph>,
}

/// What became of one thing from an older version to a newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<T> {
    Same(T),
    Added(T),
    Removed(T),
    /// From what, to what.
    Changed(T, T),
}

/// Whether a piece of a text stands in both, in the newer alone, or in the older alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Same,
    Added,
    Removed,
}

/// What is asked: a version from a day on, with these numbers in place of its own where they are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub from: NaiveDate,
    pub least: Option<i64>,
    pub most: Option<i64>,
    /// The longest that a term may be.
    pub months: Option<i64>,
    /// Ordinary meetings a year.
    pub meetings: Option<i64>,
}

impl Wish {
    /// Whether other numbers are asked for than the version has.
    #[must_use]
    pub fn has_numbers(&self) -> bool {
        let numbers = [self.least, self.most, self.months, self.meetings];
        numbers.iter().any(Option::is_some)
    }
}

/// A board as it is, and as it would be.
pub struct Sides {
    pub data: BoardData,
    pub facts: Facts,
}

/// A day on which the two are held against each other.
pub struct Beside<'a> {
    pub on: NaiveDate,
    /// The meetings that begin that day.
    pub meetings: Vec<MeetingId>,
    pub now: Composition<'a>,
    pub then: Composition<'a>,
}

/// A deadline of a planned meeting that would be another; none on a side where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherDeadline {
    pub meeting: MeetingId,
    pub stage: Stage,
    pub now: Option<NaiveDate>,
    pub then: Option<NaiveDate>,
}

/// How many ordinary meetings a year has, and how many each side asks for; none where it asks for no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearBeside {
    pub year: i32,
    pub planned: i64,
    pub now: Option<i64>,
    pub then: Option<i64>,
}
