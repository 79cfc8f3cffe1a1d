//! The year plan and its meetings: when a board meets, and every deadline that follows from it.
//!
//! Mandate § 6: four ordinary meetings a year, professional days (fagdager) and extra meetings as needed, papers
//! normally a week before. The numbers are the board's data; what stands here is how they are counted, who is
//! reminded, what a change of date does, and what calendars show. Left out on purpose: the cases, the papers and the
//! minutes themselves. A meeting is never deleted: it is cancelled.

pub mod calendar;
pub mod forms;
pub mod habits;
pub mod mail;
pub mod notices;
pub mod occasions;
pub mod pages;
pub mod plan;
pub mod replies;
pub mod routes;
pub mod rules;
pub mod store;
#[cfg(test)]
pub(crate) mod testing;
pub mod wording;
pub mod words;

use crate::boards::{Strength, ToRole};
use crate::db::ids::{BoardId, MeetingId, PersonId};
use crate::db::types::{Moment, Words};
use crate::text_enum;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

text_enum! {
    /// A stop on a meeting's deadline line, in the order in which they come.
    Stage {
        /// Members propose cases.
        Registration = "registration",
        /// Case officers hand their papers to the secretariat.
        Delivery = "delivery",
        /// The notice (innkalling) goes out.
        Notice = "notice",
        /// Members say whether they come.
        Reply = "reply",
        /// The papers (sakspapirer) go out.
        Dispatch = "dispatch",
        /// The meeting itself.
        Meeting = "meeting",
        /// The draft minutes (utkast til referat) go out.
        Draft = "draft",
        /// Members send their remarks on the draft.
        Remarks = "remarks",
        /// The minutes are made available.
        Publication = "publication",
    }
}

impl Stage {
    /// The kind of its occasions in the ledger.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Registration => "deadline-registration",
            Self::Delivery => "deadline-delivery",
            Self::Notice => "deadline-notice",
            Self::Reply => "deadline-reply",
            Self::Dispatch => "deadline-dispatch",
            Self::Meeting => "deadline-meeting",
            Self::Draft => "deadline-draft",
            Self::Remarks => "deadline-remarks",
            Self::Publication => "deadline-publication",
        }
    }

    /// The stage whose occasions are of this kind.
    #[must_use]
    pub fn of_kind(kind: &str) -> Option<Self> {
        kind.strip_prefix("deadline-")?.parse().ok()
    }

    /// Who must act before it has passed; everyone else is only told.
    #[must_use]
    pub const fn actor(self) -> ToRole {
        match self {
            Self::Registration | Self::Reply | Self::Remarks => ToRole::Member,
            _ => ToRole::Secretariat,
        }
    }

    /// Whether the secretariat presses a button when it is done.
    ///
    /// What members do passes by itself: nobody is overdue with a case that nobody proposed.
    #[must_use]
    pub fn is_done_by_button(self) -> bool {
        self.actor() == ToRole::Secretariat
    }
}

text_enum! {
    /// Where a meeting is in its life; the transitions are methods in `rules.rs`.
    MeetingState {
        Planned = "planned",
        /// The notice has gone out.
        Called = "called",
        PapersSent = "papers_sent",
        Held = "held",
        /// The draft minutes have gone out.
        Minuted = "minuted",
        /// The minutes are published: nothing more is due.
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

/// One day of a meeting, by the clock on the board's walls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Session {
    pub day: NaiveDate,
    /// Missing only in imported history.
    pub starts: Option<NaiveTime>,
    pub ends: Option<NaiveTime>,
}

/// When a stage was marked as done, and by whom; nobody when the system did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    pub at: Moment,
    pub by: Option<PersonId>,
}

/// A meeting of a board.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    pub id: MeetingId,
    pub board: BoardId,
    /// A code of the list `meeting_kind`.
    pub kind: String,
    /// What it is called besides its kind; may be empty.
    pub title: Words,
    pub place: String,
    /// An `https` address; may be empty.
    pub video_link: String,
    /// Where it stands in the archive; free text.
    pub archive_reference: String,
    pub state: MeetingState,
    /// At least one, in order of their days.
    pub sessions: Vec<Session>,
    pub done: BTreeMap<Stage, Done>,
    pub version: i64,
}

/// The kind of meeting that the mandate counts a year.
pub const ORDINARY: &str = "ordinary";
/// The kind of meeting that lasts a whole day (fagdag).
pub const PROFESSIONAL_DAY: &str = "professional_day";

impl Meeting {
    /// Deadlines before the meeting count from this day.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.sessions
            .first()
            .map_or(NaiveDate::MIN, |session| session.day)
    }

    /// Deadlines after the meeting count from this day.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.sessions
            .last()
            .map_or(NaiveDate::MIN, |session| session.day)
    }

    #[must_use]
    pub fn is_done(&self, stage: Stage) -> bool {
        self.done.contains_key(&stage)
    }

    /// Whether a stage has lost its sense, because what it prepares has been held, or because all is done.
    #[must_use]
    pub fn is_moot(&self, stage: Stage) -> bool {
        self.state == MeetingState::Closed
            || (stage < Stage::Meeting && self.is_done(Stage::Meeting))
    }

    /// Whether the mandate's number of meetings a year counts it.
    #[must_use]
    pub fn counts_as_ordinary(&self) -> bool {
        self.kind == ORDINARY && self.state != MeetingState::Cancelled
    }
}

/// Why a deadline is not on the day that counting alone gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// That day is a holiday; the key of its name.
    Holiday(&'static str),
    Weekend,
}

/// One stop on a meeting's deadline line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub stage: Stage,
    /// The local date.
    pub due_on: NaiveDate,
    pub due_at: Moment,
    /// The local date by counting alone.
    pub nominal_on: NaiveDate,
    /// Why the two differ, where they do.
    pub moved: Option<Moved>,
    pub strength: Strength,
    /// The paragraph of the mandate, such as “§ 6”; may be empty.
    pub paragraph: String,
}

/// Something the secretary should see before saving; it stops nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    TooFew {
        planned: i64,
        wanted: i64,
    },
    TooMany {
        planned: i64,
        wanted: i64,
    },
    /// Another board that shares people with this one meets that day.
    Clash {
        day: NaiveDate,
        board: Words,
    },
    /// The meeting is on a Saturday, a Sunday or a holiday.
    DayOff {
        day: NaiveDate,
        why: Moved,
    },
    BridgeDay(NaiveDate),
    /// The board meets twice that day.
    Doubled(NaiveDate),
    ShortDay(NaiveDate),
    /// The meeting is in a closure of the board.
    Closed {
        day: NaiveDate,
        label: Words,
    },
    /// A deadline is in a closure of the board.
    DeadlineClosed {
        stage: Stage,
        day: NaiveDate,
        label: Words,
    },
    /// The meeting is in the past.
    Past(NaiveDate),
    /// A deadline has passed already, so nobody is reminded of it.
    DeadlinePast {
        stage: Stage,
        day: NaiveDate,
    },
    /// No mandate version is in force on the day, so there are no deadlines.
    NoMandate(NaiveDate),
}

/// A day on which another board with some of the same people meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Busy {
    pub day: NaiveDate,
    pub board: Words,
}
