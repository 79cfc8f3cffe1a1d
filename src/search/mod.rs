//! Search: from words to the cases and papers that the reader may read, the text of files included.
//!
//! A background step reads what was written or changed into an index, outside every request. The index says where words
//! stand; who may read is decided in the same query by the [`crate::web::access::Clearance`], so that neither a hit nor a
//! count nor an excerpt tells of anything else. Readers find the version of a paper that went out. Left out on purpose:
//! notes, which are their writer's alone, drafts, and mail.

pub mod excerpt;
pub mod forms;
pub mod indexing;
pub mod pages;
pub mod routes;
pub mod rules;
pub mod store;

use crate::cases::CaseNumber;
use crate::db::ids::{BoardId, CaseId, PaperId};
use crate::i18n::Language;
use crate::papers::Part;
use crate::text_enum;
use chrono::NaiveDate;

text_enum! {
    /// What is searched for.
    Sort {
        Case = "case",
        Paper = "paper",
    }
}

text_enum! {
    /// What stands first.
    Order {
        /// Those with the words in their titles, and then the newest.
        Best = "best",
        /// By the day of the meeting, or of the proposal where there is none.
        Newest = "newest",
    }
}

/// A word that is searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What its forms have in common.
    pub stem: String,
    /// The word as it was typed, folded, where it may be the beginning of another.
    pub begins: Option<String>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// All of them must be there.
    pub terms: Vec<Term>,
    pub board: Option<BoardId>,
    pub sort: Option<Sort>,
    /// A code of the list `case_type`, of the case or that of the paper.
    pub kind: Option<String>,
    /// A code of the list `case_subject`.
    pub subject: Option<String>,
    /// The first day of the meeting, from and until: both days are taken in.
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub order: Order,
    /// From 0.
    pub page: usize,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// Whether it is a word that was searched for.
    pub is_found: bool,
}

impl Piece {
    fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            is_found: false,
        }
    }
}

/// The words in what stands around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub pieces: Vec<Piece>,
    /// The page of the file, from 1, where it has pages.
    pub page: Option<usize>,
}

/// What a reader may be told of the case that a hit is, or belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfCase {
    pub title: String,
    pub number: Option<CaseNumber>,
    /// A code of the list `case_type`.
    pub kind: String,
    /// The first day of its meeting.
    pub day: Option<NaiveDate>,
}

/// A paper that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfPaper {
    pub id: PaperId,
    /// The case paper, or what stands beside it.
    pub part: Part,
    /// The version that was found.
    pub number: i64,
}

/// A case or a paper with the words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub board: BoardId,
    pub case: CaseId,
    pub paper: Option<OfPaper>,
    pub title: String,
    pub language: Language,
    pub content: String,
    /// Whether it is marked as exempt from public access: a paper by its case too.
    pub is_exempt: bool,
    /// None where the reader was let into the paper alone.
    pub of_case: Option<OfCase>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many, at most [`Found::MOST`].
    pub count: usize,
    /// Whether there are more than were counted.
    pub has_more: bool,
    /// Those of the page.
    pub hits: Vec<Hit>,
}

impl Found {
    /// As many as are counted and can be paged through; who needs more asks for less.
    pub const MOST: usize = 60;
    /// As many as a page shows.
    pub const PAGE: usize = 20;
}
