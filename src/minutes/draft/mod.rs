//! The draft of the minutes (referat): what is written of a meeting, item by item, while it lasts and in the days after.
//!
//! Two of the secretariat may write at once. How it will be read is made from it, together with who was there, as a page
//! and as a document. What was written of an item stands when the item leaves the agenda. Left out on purpose: sending it.

pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::db::ids::{AgendaItemId, CaseId, PersonId};
use crate::db::types::Moment;
use crate::i18n::Language;
use chrono::{NaiveDate, NaiveTime};

/// What stands above the items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    pub language: Language,
    /// In Markdown; may be empty.
    pub opening: String,
    /// 0 before it is saved for the first time.
    pub version: i64,
}

/// Where imported minutes come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// None where nobody knows when.
    pub on: Option<NaiveDate>,
    /// An address or a reference; may be empty.
    pub source: String,
    pub remark: String,
}

/// What is written of one item; each part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemText {
    /// What was said, in short; in Markdown, like the two texts below.
    pub content: String,
    /// A code of the list `outcome`.
    pub outcome: String,
    /// The board's advice in its own words.
    pub conclusion: String,
    /// A view of some that is to stand in the minutes (protokolltilførsel).
    pub dissent: String,
    pub starts: Option<NaiveTime>,
    pub ends: Option<NaiveTime>,
}

/// What is written of an item, as it was last saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub item: AgendaItemId,
    /// The case it is about: who may not read that reads nothing of this.
    pub case: Option<CaseId>,
    /// What the item was called then, in the language of the minutes.
    pub title: String,
    pub text: ItemText,
    pub version: i64,
    pub by: PersonId,
    /// The name of who saved it.
    pub who: String,
    pub at: Moment,
}
