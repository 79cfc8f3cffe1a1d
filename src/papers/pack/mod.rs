//! The pack (møtepakke): the papers of a meeting in one PDF, under the numbers that their pages have everywhere.
//!
//! A pack belongs to a set of rights, not to a person: it is composed from what its reader may read, and everything that is
//! in it makes its key. Who may read the same has the same pack, made once; who may read less, or less from now on, has
//! another key and so another pack. Whoever builds it has no say: a builder gets the list and nothing else.

pub mod compose;
pub mod documents;
pub mod job;
pub mod numbers;
pub mod order;
pub mod pages;
pub mod routes;
pub mod store;

use crate::db::ids::{MeetingId, PaperId};
use crate::files::Kind;
use crate::papers::{Content, Version};
use crate::pdf::{Fit, Pack};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A pack as it is to be made: everything but what the files say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub meeting: MeetingId,
    pub pack: Pack,
    pub enclosed: Vec<Source>,
}

/// Where the content of a document of a pack comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What the pack calls the file.
    pub file: String,
    pub paper: PaperId,
    pub number: i64,
    /// SHA-256 of the version.
    pub checksum: String,
    pub is_written: bool,
}

impl Order {
    /// What tells this pack from every other: the SHA-256 of everything that goes into it.
    #[must_use]
    pub fn key(&self) -> String {
        let text = self.text();
        let hash = Sha256::digest(text.as_bytes());
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// As it is handed to a builder.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).expect("an order is JSON")
    }
}

/// How a version stands in a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Written,
    /// Page by page; the second says whether comments and fields of forms are lost.
    Pages(u32, bool),
    Picture,
    /// A page in its place says why, by this key.
    Note(&'static str),
}

/// How a version stands in a pack. What was never looked at is tried.
#[must_use]
pub fn stands(version: &Version) -> Stands {
    let Content::File(file) = &version.content else {
        return Stands::Written;
    };
    let pages = file.pages.and_then(|pages| u32::try_from(pages).ok());
    match (file.kind, file.fit, pages) {
        (Kind::Png | Kind::Jpeg, _, _) => Stands::Picture,
        (Kind::Pdf, None | Some(Fit::Whole), Some(pages)) => Stands::Pages(pages, false),
        (Kind::Pdf, Some(Fit::WithoutMarks), Some(pages)) => Stands::Pages(pages, true),
        (Kind::Pdf, Some(Fit::Locked), _) => Stands::Note("pack-note-locked"),
        (Kind::Pdf, Some(Fit::TooLong), _) => Stands::Note("pack-note-long"),
        (Kind::Pdf, _, _) => Stands::Note("pack-note-damaged"),
        _ => Stands::Note("pack-note-office"),
    }
}

/// How many pages a version has in a pack; `written` is what its text became.
#[must_use]
pub fn pages(version: &Version, written: Option<u32>) -> u32 {
    match stands(version) {
        Stands::Written => written.unwrap_or(1),
        Stands::Pages(pages, _) => pages,
        Stands::Picture | Stands::Note(_) => 1,
    }
}
