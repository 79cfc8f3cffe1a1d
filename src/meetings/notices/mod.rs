//! Notices: what the secretariat tells on its own click, and never by itself. Save-the-date, call (innkalling), change,
//! cancellation, and messages in its own words.
//!
//! Nothing goes before its recipients, its words and its calendar entry have been shown. One notice is one occasion
//! in the ledger, so one mail to each person; who was told is what the ledger says. A notice keeps what it told, so
//! that a change can say what was before. Left out on purpose: papers, which go by a dispatch of their own, and
//! meeting titles in the letters, which could hold a confidential word.

pub mod forms;
pub mod letters;
pub mod mail;
pub mod pages;
pub mod routes;
pub mod rules;
pub mod send;
pub mod store;
pub mod wording;

use super::{Meeting, MeetingState, Session};
use crate::boards::Board;
use crate::db::ids::{BoardId, MeetingId, NoticeId, OccasionId, PersonId};
use crate::db::types::{Moment, Words};
use crate::i18n::Language;
use crate::mail::OccasionState;
use crate::text_enum;
use crate::web::access::Role;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

text_enum! {
    /// What is told.
    NoticeKind {
        /// The days of meetings to come, to keep free.
        SaveTheDate = "save_the_date",
        /// The notice of a meeting (innkalling).
        Call = "call",
        /// A meeting is not as people were told.
        Change = "change",
        Cancellation = "cancellation",
        /// The secretariat's own words, about the board or one meeting.
        Message = "message",
    }
}

impl NoticeKind {
    /// The kind of its occasion in the ledger.
    #[must_use]
    pub const fn occasion(self) -> &'static str {
        match self {
            Self::SaveTheDate => "notice-save-the-date",
            Self::Call => "notice-call",
            Self::Change => "notice-change",
            Self::Cancellation => "notice-cancellation",
            Self::Message => "notice-message",
        }
    }

    /// Whether it puts meetings into calendars, or takes them out.
    #[must_use]
    pub fn has_entries(self) -> bool {
        self != Self::Message
    }

    /// Whether those who are asked to come get a link to answer by.
    #[must_use]
    pub fn asks(self) -> bool {
        matches!(self, Self::Call | Self::Change | Self::Message)
    }
}

/// What was told of a meeting: enough to write the letter again, and to say later what was before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub kind: String,
    /// The title as it is stored; for calendars only.
    pub title: String,
    pub sessions: Vec<Session>,
    pub place: String,
    pub video_link: String,
    pub is_cancelled: bool,
    /// When answers are due.
    pub reply_by: Option<Moment>,
    /// How often what calendars show had changed.
    pub sequence: i64,
}

impl Told {
    #[must_use]
    pub fn of(meeting: &Meeting, reply_by: Option<Moment>, sequence: i64) -> Self {
        Self {
            sequence,
            kind: meeting.kind.clone(),
            title: meeting.title.as_json().to_owned(),
            sessions: meeting.sessions.clone(),
            place: meeting.place.clone(),
            video_link: meeting.video_link.clone(),
            is_cancelled: meeting.state == MeetingState::Cancelled,
            reply_by,
        }
    }

    /// The meeting as it was told.
    #[must_use]
    pub fn meeting(&self, id: MeetingId, board: BoardId) -> Meeting {
        Meeting {
            id,
            board,
            kind: self.kind.clone(),
            title: Words::from_json(&self.title).unwrap_or_default(),
            place: self.place.clone(),
            video_link: self.video_link.clone(),
            archive_reference: String::new(),
            state: if self.is_cancelled {
                MeetingState::Cancelled
            } else {
                MeetingState::Planned
            },
            sessions: self.sessions.clone(),
            done: BTreeMap::new(),
            version: 0,
        }
    }
}

/// What people know of a meeting, and how often and when last it changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// What a notice told them last.
    pub told: Option<Told>,
    pub told_at: Option<Moment>,
    /// How often what calendars show has changed.
    pub sequence: i64,
    /// When it changed last; none when it is as it was planned.
    pub changed_at: Option<Moment>,
}

/// A meeting in a notice.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The meeting as it is told.
    pub meeting: Meeting,
    pub told: Told,
    /// What people had been told before; in a change and in a cancellation.
    pub before: Option<Told>,
    /// Who leads it, where that is not the chair.
    pub stand_in: Option<String>,
}

/// A notice with all that its letters say.
#[derive(Clone, Debug)]
pub struct Notice {
    pub id: NoticeId,
    pub board: BoardId,
    pub kind: NoticeKind,
    /// The secretariat's own subject; of a message only.
    pub subject: Words,
    /// The secretariat's own words.
    pub paragraph: Words,
    /// When it was sent.
    pub at: Moment,
    /// In the order of their days.
    pub meetings: Vec<About>,
}

impl Notice {
    /// The year it tells the plan of; the year of its first meeting.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        let first = self.meetings.first()?;
        Some(chrono::Datelike::year(&first.meeting.first_day()))
    }
}

/// Words that the secretariat wrote, for a reader of this language: in it, else in the board's first.
#[must_use]
pub fn own_words<'a>(words: &'a Words, language: Language, board: &Board) -> &'a str {
    let first = board.languages.first().copied();
    let in_board = first.and_then(|language| words.exactly(language.tag()));
    words
        .exactly(language.tag())
        .or(in_board)
        .unwrap_or_else(|| words.in_language(language.tag()))
}

/// Someone who may be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub person: PersonId,
    pub name: String,
    pub address: Option<String>,
    pub language: Language,
    /// What they are on the board on the day of the meeting; none for who was told and sits no longer.
    pub role: Option<Role>,
    /// Named as a deputy at the meeting.
    pub is_deputy: bool,
    /// The meetings that concern them.
    pub meetings: Vec<MeetingId>,
    /// When the last such notice of this kind went to them.
    pub had_it: Option<Moment>,
    /// Whether they were told of the meeting by any notice.
    pub was_told: bool,
    /// Whether they are called and have not answered.
    pub owes_answer: bool,
}

/// What has been told of a meeting, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub id: NoticeId,
    pub kind: NoticeKind,
    pub at: Moment,
    pub by: Option<String>,
    pub told: Option<Told>,
    /// Where the ledger has it.
    pub occasion: Option<(OccasionId, OccasionState)>,
    /// How many it was written to, and how many of these letters are handed over.
    pub letters: (usize, usize),
}
