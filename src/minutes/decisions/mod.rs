//! What the owner of a board decided (beslutning) on what the board came to under an item of its minutes.
//!
//! Mandate § 2: the board gives advice, and Digdir decides. The secretariat writes what was decided once the minutes are
//! approved; who may read the item reads it too. A version never changes: what is written anew is another one, and what is
//! taken back stays for the secretariat to see. Left out on purpose: decisions on single action items, which say
//! themselves when they are done.

pub mod forms;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::db::ids::{AgendaItemId, BoardId, MeetingId, PersonId};
use crate::db::types::Moment;
use crate::text_enum;
use chrono::NaiveDate;

text_enum! {
    /// How what was decided stands to what the board came to.
    Stance {
        Followed = "followed",
        InPart = "in_part",
        NotFollowed = "not_followed",
        /// Something that the board did not speak of.
        Otherwise = "otherwise",
    }
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub stance: Stance,
    /// What the owner of the board was called then.
    pub decider: String,
    /// By the board's own date.
    pub on: NaiveDate,
    /// In plain text; empty only where the board was followed.
    pub content: String,
    /// An address that begins with http or https; may be empty.
    pub link: String,
}

/// A version of what was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// From 1 on.
    pub number: i64,
    /// None where the decision was taken back.
    pub decided: Option<Decided>,
    pub by: PersonId,
    /// The name of who wrote it.
    pub who: String,
    pub at: Moment,
}

/// Which version of what was decided on an item is shown to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub item: AgendaItemId,
    pub meeting: MeetingId,
    pub board: BoardId,
    /// To the board; none where nothing is.
    pub inside: Option<i64>,
    /// To everyone else who may read the item.
    pub outside: Option<i64>,
    /// When what everyone else is shown last became another; none before they were shown anything.
    pub changed_at: Option<Moment>,
    /// 0 before anything was written.
    pub version: i64,
}

impl Head {
    /// Of an item on which nothing was decided.
    #[must_use]
    pub fn of_none((meeting, board): (MeetingId, BoardId), item: AgendaItemId) -> Self {
        Self {
            item,
            meeting,
            board,
            inside: None,
            outside: None,
            changed_at: None,
            version: 0,
        }
    }

    /// Whether the newest version waits for a second person before everyone else is shown it.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.inside.is_some() && self.inside != self.outside
    }
}
