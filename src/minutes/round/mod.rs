//! From the draft to the approved minutes: the versions that went out, the remarks of those who were there, and the approval.
//!
//! A version never changes. When the draft is out, each who was there may ask for changes of the items that they may read,
//! also when their term has ended since; the secretariat follows or answers each. The minutes are approved by silence when
//! the time is over, or by a later meeting, which may approve several. What is approved is changed by a correction only,
//! which is a new version with its reason.

pub mod freeze;
pub mod kept;
pub mod mail;
pub mod occasions;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::minutes::told::{Standing, Told};
use crate::text_enum;
use chrono::NaiveDate;

text_enum! {
    /// What a version of the minutes is.
    Step {
        /// Sent out for remarks.
        Draft = "draft",
        Approved = "approved",
        /// Approved minutes that were corrected.
        Corrected = "corrected",
    }
}

impl Step {
    #[must_use]
    pub fn standing(self) -> Standing {
        match self {
            Self::Draft => Standing::Draft,
            Self::Approved | Self::Corrected => Standing::Approved,
        }
    }
}

text_enum! {
    /// How a board approves its minutes.
    Approval {
        /// When nobody has asked for a change until the time is over.
        Silence = "silence",
        /// A later meeting does, by a standing item of its agenda.
        Meeting = "meeting",
    }
}

text_enum! {
    /// What came of a remark.
    RemarkState {
        Open = "open",
        /// The minutes were changed.
        Accepted = "accepted",
        /// They were not, and its author was told why.
        Answered = "answered",
    }
}

/// A version of the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub meeting: MeetingId,
    pub board: BoardId,
    /// From 1 on.
    pub number: i64,
    pub step: Step,
    pub told: Told,
    /// How far what it is made from had come.
    pub basis: String,
    /// Why it was corrected; empty for all others.
    pub reason: String,
    /// The name of who made it; none when it was approved by silence.
    pub who: Option<String>,
    pub at: Moment,
}

/// The round of remarks on the minutes of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    pub meeting: MeetingId,
    pub board: BoardId,
    /// The number of the version that is out.
    pub draft: i64,
    pub sent_at: Moment,
    /// The last day on which remarks are taken, by the board's own date.
    pub remarks_on: NaiveDate,
    /// When that day is over.
    pub remarks_until: Moment,
    pub approved: Option<Approved>,
    /// Why the approved minutes are being corrected, while they are.
    pub correction: Option<String>,
    pub version: i64,
}

/// That minutes were approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approved {
    /// The number of the version that holds.
    pub number: i64,
    pub at: Moment,
    /// The meeting that did it; none when it was by silence.
    pub by_meeting: Option<MeetingId>,
}

impl Round {
    /// Whether what was written may be changed: until it is approved, and while it is corrected.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.approved.is_none() || self.correction.is_some()
    }
}

/// What someone who was there asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub id: RowId,
    pub meeting: MeetingId,
    pub board: BoardId,
    /// None when it is about all of the minutes.
    pub item: Option<AgendaItemId>,
    /// The case of the item: who may not read that reads nothing of this.
    pub case: Option<CaseId>,
    /// The number of the version that it is about.
    pub draft: i64,
    pub person: PersonId,
    /// The name of its author.
    pub who: String,
    pub content: String,
    pub at: Moment,
    pub state: RemarkState,
    /// What the secretariat answered; may be empty.
    pub answer: String,
}

/// What a board lays down about its minutes and its own pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    pub approval: Approval,
    /// Whether a second person publishes what the first has made ready.
    pub needs_second: bool,
    /// Whom the minutes of what is not exempt are meant for, until someone says otherwise of an item.
    pub meant_for: crate::web::access::Audience,
    /// Whom the board's own pages are shown to: its mandate, its members and its meetings.
    pub shown_to: crate::web::access::Audience,
    pub version: i64,
}

impl Setting {
    /// Of a board that has laid down nothing.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            approval: Approval::Silence,
            needs_second: false,
            // Mandate § 6: Digdir makes the minutes available to all service owners.
            meant_for: crate::web::access::Audience::ServiceOwners,
            shown_to: crate::web::access::Audience::Members,
            version: 0,
        }
    }
}
