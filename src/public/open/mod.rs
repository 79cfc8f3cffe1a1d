//! What everyone may read of what boards publish: the one source of feeds, of the programming interface, of the catalogue
//! and of the map of the site.
//!
//! It is asked as a visitor asks ([`crate::web::access::Clearance::of_nobody`]), whoever is signed in, so that the same
//! address gives the same answer to everyone. Left out on purpose: who took part, and all free text that tells of a
//! debate, where people are named; the page of the minutes has them.

pub mod addresses;
pub mod answer;
pub mod store;
pub mod xml;

use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, ProductId};
use crate::db::types::{Moment, Words};
use crate::i18n::Language;
use chrono::NaiveDate;

/// A meeting whose minutes everyone may read, in full or in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMeeting {
    pub id: MeetingId,
    pub board: BoardId,
    pub board_name: Words,
    /// A code of the list `meeting_kind`.
    pub kind: String,
    /// “Ordinært møte 9. desember 2026”, in the language of the minutes.
    pub title: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub language: Language,
    /// The number of the version that is out.
    pub number: i64,
    /// When this version was first published.
    pub published_at: Moment,
    pub changed_at: Moment,
}

/// An item of published minutes that everyone may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItem {
    pub id: AgendaItemId,
    pub meeting: MeetingId,
    pub board: BoardId,
    pub board_name: Words,
    pub case: Option<CaseId>,
    /// “12/26”; empty for what has no number.
    pub number: String,
    /// As it may be told outside the board.
    pub title: String,
    /// Whether the title is exempt, and words that say so stand in its place.
    pub title_withheld: bool,
    pub language: Language,
    /// Code and word; both empty where there is no outcome.
    pub outcome: (String, String),
    /// In Markdown; may be empty.
    pub conclusion: String,
    pub day: NaiveDate,
    pub changed_at: Moment,
}

/// A meeting whose minutes everyone could read, until they were withdrawn or shown to fewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub meeting: MeetingId,
    pub board: BoardId,
    /// When nothing of them could be read by everyone any more.
    pub at: Moment,
    /// Whether they were withdrawn; else they are out for fewer.
    pub is_withdrawn: bool,
    /// Why, as the board says it to everyone, or that they are not for everyone; in the language of the minutes.
    pub reason: String,
    pub language: Language,
}

/// Which of it is asked for; everything, where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub board: Option<BoardId>,
    pub meeting: Option<MeetingId>,
    pub case: Option<CaseId>,
    /// Of cases that are about this product, and whose titles may be told.
    pub product: Option<ProductId>,
    /// A code of the list `outcome`.
    pub outcome: Option<String>,
    /// The first and the last day on which the meeting may begin.
    pub days: Option<(NaiveDate, NaiveDate)>,
}
