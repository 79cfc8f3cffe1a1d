//! What the world may read: pages, search, feeds, open data, subscriptions.
//!
//! Everyone reads at the same addresses, with the clearance they have: a visitor what is public, a service owner what is
//! meant for service owners too, a member what is theirs. What somebody may not read is not there for them, and counts,
//! lists and links to neighbours tell nothing of it.

pub mod api;
pub mod catalogue;
pub mod feeds;
pub mod indexing;
pub mod open;
pub mod pages;
pub mod routes;
pub mod rules;
pub mod store;
pub mod subscriptions;
pub mod terms;

use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, ProductId};
use crate::i18n::Language;
use crate::search::Term;
use crate::text_enum;
use chrono::NaiveDate;

/// An item of minutes that is out, as far as lists tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutItem {
    pub item: AgendaItemId,
    pub meeting: MeetingId,
    pub board: BoardId,
    pub case: Option<CaseId>,
    pub position: i64,
    /// “12/26”; empty where there is no number.
    pub label: String,
    /// None where the title is exempt.
    pub title: Option<String>,
    pub language: Language,
    /// A code of the list `outcome`; empty where nothing was decided.
    pub outcome: String,
    /// The word for it, in the language of the minutes.
    pub outcome_word: String,
    /// In Markdown.
    pub content: String,
    /// In Markdown; may be empty.
    pub conclusion: String,
    /// The first day of the meeting.
    pub day: NaiveDate,
}

/// The place of an item in the order of what is out: by day, then meeting, then the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub day: NaiveDate,
    pub meeting: MeetingId,
    pub position: i64,
}

text_enum! {
    /// Whether the owner of a board has decided on what it came to.
    OwnerHas {
        Decided = "decided",
        NotDecided = "not_decided",
    }
}

/// What is asked for of all that is out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// All of them must be there; everything where there are none.
    pub terms: Vec<Term>,
    pub board: Option<BoardId>,
    /// Only cases about this product.
    pub product: Option<ProductId>,
    pub year: Option<i32>,
    /// A code of the list `outcome`.
    pub outcome: Option<String>,
    /// Only what the board has come to something about.
    pub is_decided: bool,
    /// Only what the owner of the board has decided on, or only recommendations that it has not.
    pub owner: Option<OwnerHas>,
}
