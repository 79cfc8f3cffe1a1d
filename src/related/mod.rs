//! The bodies that a board is related to: its owner, Skate, the consultation with KS; what each is heard on, and the
//! document that describes the relation.
//!
//! Mandate § 5: how the board stands to Skate is described in a document of its own, attached to the mandate and updated when
//! that is needed; the owner ministry may come as an observer. Which body is heard on a case, and what it answered, is read
//! by those who may read the case. The secretariat is told where a body was not heard; nothing waits for it. Left out on
//! purpose: asking the body, which the secretariat does by letter through the archive.

pub mod forms;
pub mod mail;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{BoardId, MandateId, OrganisationId, RelatedBodyId};
use crate::db::types::Words;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The list of kinds of relations.
pub const KINDS: &str = "relation_kind";
/// The list of subjects that a body may be heard on: those of cases.
pub const SUBJECTS: &str = "case_subject";

/// The document that describes a relation; each part of it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    /// An address that begins with http or https.
    pub link: String,
    /// Where it stands in the archive.
    pub archive_reference: String,
    pub dated: Option<NaiveDate>,
}

/// What is written of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub name: Words,
    /// A code of the list [`KINDS`].
    pub kind: String,
    /// None where it is no organisation that is registered.
    pub organisation: Option<OrganisationId>,
    /// What it is heard on, in plain text; may be empty.
    pub heard_on: String,
    /// The subjects of cases on which it is to be heard: codes of the list [`SUBJECTS`].
    pub subjects: BTreeSet<String>,
    pub document: Document,
    /// The version of the mandate that the document belongs to.
    pub mandate: Option<MandateId>,
    /// By when the document is to be looked through; none where nobody has to.
    pub review_on: Option<NaiveDate>,
}

/// That the document was looked through. It stands as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub on: NaiveDate,
    /// When it is to be looked through again.
    pub next: Option<NaiveDate>,
    /// What was found; may be empty.
    pub note: String,
    /// The name of who wrote it.
    pub who: String,
}

/// A body that a board is related to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub id: RelatedBodyId,
    pub board: BoardId,
    pub facts: Facts,
    /// Oldest first.
    pub reviews: Vec<Review>,
    /// Raised by every change, and by each review.
    pub version: i64,
}

/// That a body is heard on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearing {
    pub asked_on: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    /// What it answered, in short; may be empty.
    pub answer: String,
    /// Where the answer is found: an address that begins with http or https, or nothing.
    pub link: String,
}
