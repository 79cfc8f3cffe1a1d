//! Councils below a board (produktråd): how each came to be and for how long it is there, the cases on which the board asks
//! it for advice, and the reports that it owes the board.
//!
//! Mandate § 7: the board makes councils, permanent or for a period; they have mandates that the board has approved, and
//! report to it. § 3: the board may delegate tasks to them. A council is a board as any other, with a board above it, so
//! its members, meetings and minutes stand where those of all boards do, and its mandate with the mandates. Left out on
//! purpose: which products a council is for, which stands in its mandate; and to undo a dissolution, since what ended on
//! that day is history. A new council is made instead.

pub mod forms;
pub mod mail;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::calendar::Period;
use crate::db::ids::{BoardId, CaseId, DelegationId, MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::text_enum;
use chrono::NaiveDate;

/// What a new council is, a code of the list `board_kind`.
pub const KIND: &str = "product_council";

/// What decided a council, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The case of the board above in which it was decided, where it is known here.
    pub case: Option<CaseId>,
    pub decision: String,
    /// Without an end where it is permanent.
    pub period: Period,
}

/// The end of a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dissolution {
    /// The first day on which it is no more, on the council's own date.
    pub from: NaiveDate,
    pub decision: String,
    pub by: PersonId,
}

/// How often a council reports to the board above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rhythm {
    pub months: i64,
    /// The day that is counted from; a report is due on it.
    pub from: NaiveDate,
    /// What each report is called.
    pub title: String,
}

/// What is written down of a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    pub id: RowId,
    pub basis: Basis,
    pub dissolution: Option<Dissolution>,
    pub rhythm: Option<Rhythm>,
    pub version: i64,
}

text_enum! {
    /// Who began it.
    Origin {
        /// The board asked.
        Board = "board",
        /// The council came by itself.
        Council = "council",
    }
}

text_enum! {
    /// Where a question to a council stands; the transitions are methods in `rules.rs`.
    State {
        Asked = "asked",
        Answered = "answered",
        Withdrawn = "withdrawn",
    }
}

/// A person who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    pub by: PersonId,
    /// What they are called.
    pub who: String,
    pub at: Moment,
}

/// A case of a board on which a council gives advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    pub id: DelegationId,
    pub origin: Origin,
    pub board: BoardId,
    /// The board's own case.
    pub case: CaseId,
    pub council: BoardId,
    /// The council's own case about the same.
    pub council_case: CaseId,
    /// Empty where the council came by itself.
    pub question: String,
    /// The last day for the advice, on the council's own date; none where the council came by itself.
    pub due_on: Option<NaiveDate>,
    /// The meeting of the board that it is to return to.
    pub meeting: Option<MeetingId>,
    pub state: State,
    /// Empty until it is answered.
    pub advice: String,
    pub asked: Act,
    /// None while it is open.
    pub settled: Option<Act>,
    pub version: i64,
}

impl Delegation {
    /// Whether the advice is late, on the council's own date.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state == State::Asked && self.due_on.is_some_and(|due| due < today)
    }
}
