//! Subscriptions to what a board publishes: anyone with a mail address may be told when minutes are out.
//!
//! An address is written to once it has confirmed that it wants to be (double opt-in); a person who has signed in is known
//! by theirs, and confirms with the click. One mail a publication or one a week; every mail ends it with one click
//! (RFC 8058). Nobody learns who subscribes: the answer to asking is the same for every address (F37).
//!
//! Left out on purpose: subscriptions to a product, as long as there are no products; a limit for one sender of many
//! addresses, which is the proxy's; and an entry in the audit log, which only grows and would keep an address for ever:
//! the row says when it was asked for, confirmed and ended.

pub mod found;
pub mod keeping;
pub mod mail;
pub mod offer;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::db::types::{Moment, Words};
use crate::i18n::Language;
use crate::text_enum;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

text_enum! {
    /// How often a subscriber is told.
    Frequency {
        /// Of each publication, when it has been out for some minutes.
        Each = "each",
        /// On the first working day of a week in which there is something to tell.
        Weekly = "weekly",
    }
}

text_enum! {
    /// Where a subscription stands.
    State {
        /// Somebody has asked for it; nothing is sent before the address has confirmed.
        Asked = "asked",
        Confirmed = "confirmed",
        Ended = "ended",
    }
}

/// One address, or one person of ours, and one board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    pub id: RowId,
    pub board: BoardId,
    /// None where it is an address that asked.
    pub person: Option<PersonId>,
    /// The person's name; empty for an address.
    pub name: String,
    /// Of a person the one that is theirs today, and none where they have none.
    pub address: Option<String>,
    /// Of the mail and the pages.
    pub language: Language,
    pub frequency: Frequency,
    pub state: State,
    pub asked_at: Moment,
    pub confirmed_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    /// When the last mail about minutes was made.
    pub last_told_at: Option<Moment>,
}

/// A subscription as its owner sees it among others.
#[derive(Clone, Debug)]
pub struct Own {
    pub subscription: Subscription,
    pub board: Words,
}

/// Who is told, and whether as somebody who uses a service owner's right today.
#[derive(Clone, Debug)]
pub struct Subscriber {
    pub subscription: Subscription,
    pub is_service_owner: bool,
}

/// Minutes that are out, as the mail about them knows them: nothing in it is more than its reader may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub meeting: MeetingId,
    pub board: BoardId,
    pub day: NaiveDate,
    /// Since when they are told of: they are out, and can be undone no more.
    pub at: Moment,
    /// The public titles of what a visitor may read of them, in the order of the meeting.
    pub items: Vec<String>,
    /// The same for those who use a service owner's right; what visitors may read stands among it.
    pub items_for_owners: Vec<String>,
    /// The same for each of those who have to do with the board themselves, such as its members.
    pub items_for_own: HashMap<PersonId, Vec<String>>,
    /// Where they are read, after the base address.
    pub url_path: String,
    /// What it was before, where subscribers have been told of it already.
    pub again: Option<Again>,
}

/// That minutes were told of before, and came out again: with a correction, with more of them, or after they were withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// When they were told of last.
    pub told_at: Moment,
    /// Why they were corrected, as everyone is told it above them; empty where they were not.
    pub reason: String,
    /// Whether anything that a visitor may read is another since.
    pub is_changed: bool,
    pub is_changed_for_owners: bool,
    /// Those of the ones who have to do with the board for whom something is.
    pub changed_for_own: HashSet<PersonId>,
}
