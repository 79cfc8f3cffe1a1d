//! Subscriptions to what a board publishes, or to what boards publish about a product: anyone with a mail address may be told
//! when minutes are out.
//!
//! An address is written to once it has confirmed that it wants to be (double opt-in); a person who has signed in is known
//! by theirs, and confirms with the click. One mail a publication or one a week; every mail ends it with one click
//! (RFC 8058). Nobody learns who subscribes: the answer to asking is the same for every address (F37).
//!
//! Nobody gets two mails about one publication: whoever subscribes to the board is told by that alone, and whoever subscribes
//! to several products is told of them together.
//!
//! Left out on purpose: a limit for one sender of many addresses, which is the proxy's; and an entry in the audit log, which
//! only grows and would keep an address for ever: the row says when it was asked for, confirmed and ended.

pub mod found;
pub mod keeping;
mod letters;
pub mod mail;
pub mod offer;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{BoardId, MeetingId, PersonId, ProductId, RowId};
use crate::db::types::{Moment, Words};
use crate::i18n::Language;
use crate::text_enum;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

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

/// What somebody subscribes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// What a board publishes.
    Board(BoardId),
    /// What boards publish about a product.
    Product(ProductId),
}

impl Topic {
    /// What texts choose their words by.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Board(_) => "board",
            Self::Product(_) => "product",
        }
    }

    /// The id of the board or of the product, as forms and addresses have it.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Board(id) => id.as_str(),
            Self::Product(id) => id.as_str(),
        }
    }

    #[must_use]
    pub fn product(self) -> Option<ProductId> {
        match self {
            Self::Board(_) => None,
            Self::Product(id) => Some(id),
        }
    }
}

/// What is subscribed to, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub topic: Topic,
    pub name: Words,
}

/// One address, or one person of ours, and one board or product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    pub id: RowId,
    pub topic: Topic,
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
    /// Of the board or of the product.
    pub name: Words,
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
    /// What a visitor may read of them.
    pub visitors: Reading,
    /// The same for those who use a service owner's right; what visitors may read stands among it.
    pub owners: Reading,
    /// The same for each of those who have to do with the board themselves, such as its members.
    pub own: HashMap<PersonId, Reading>,
    /// Where they are read, after the base address.
    pub url_path: String,
    /// What it was before, where subscribers have been told of it already.
    pub again: Option<Again>,
}

/// What one kind of reader may read of minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// In the order of the meeting.
    pub items: Vec<Item>,
    /// Whether anything that they may read is another, since the minutes were told of before.
    pub is_changed: bool,
}

/// An item of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// As it may be told outside the board.
    pub name: String,
    /// What its case is about; nothing where the title is exempt.
    pub products: BTreeSet<ProductId>,
    /// Whether it is another, since the minutes were told of before.
    pub is_changed: bool,
}

impl Published {
    /// The products that something of them is about, whoever may read it.
    #[must_use]
    pub fn products(&self) -> BTreeSet<ProductId> {
        let all = [&self.visitors, &self.owners].into_iter();
        let items = all.chain(self.own.values()).flat_map(|one| &one.items);
        items.flat_map(|item| &item.products).copied().collect()
    }
}

/// That minutes were told of before, and came out again: with a correction, with more of them, or after they were withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// When they were told of last.
    pub told_at: Moment,
    /// Why they were corrected, as everyone is told it above them; empty where they were not.
    pub reason: String,
}
