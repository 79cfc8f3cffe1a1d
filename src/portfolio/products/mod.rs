//! The products (produkter) that boards give advice on: in which group each is, who owns it, how far it is in its life, which
//! strategies hold, and which cases were about it.
//!
//! Mandate § 3: the board gives advice on the portfolio and what is phased out, and on product strategies. The register
//! belongs to the whole instance: the secretariat of any board keeps it, and everyone with a role on a board reads it. Which
//! cases are about a product is read by those who may read the cases. Nothing is deleted: a product that has ended stays.
//! Left out on purpose: money, which stands beside; and the text of a strategy, which stands in the archive or at its
//! address.

pub mod forms;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::calendar::Period;
use crate::cases::Case;
use crate::db::ids::{
    AgendaItemId, CaseId, MeetingId, OrganisationId, ProductGroupId, ProductId, RowId,
};
use crate::db::types::Words;
use crate::i18n::Language;
use chrono::NaiveDate;

/// The list of phases: its order is the order of a life, and its last is the end of one.
pub const PHASES: &str = "product_phase";

/// A group of products (produktgruppe).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub id: ProductGroupId,
    pub name: Words,
    /// Groups stand in the order of these numbers.
    pub position: i64,
    pub version: i64,
}

/// What is written of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub group: ProductGroupId,
    pub name: Words,
    /// The product owner (produkteier).
    pub owner: OrganisationId,
    /// What it is, in plain text; may be empty.
    pub description: Words,
}

/// From when on a product is in a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    pub id: RowId,
    /// A code of the list [`PHASES`].
    pub code: String,
    pub from: NaiveDate,
    /// Why it is in an earlier phase again; empty where it is not.
    pub correction: String,
}

/// A strategy (produktstrategi), and where it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strategy {
    pub id: RowId,
    pub title: String,
    /// An address that begins with http or https; may be empty.
    pub link: String,
    /// Where it stands in the archive; may be empty.
    pub archive_reference: String,
    pub period: Period,
}

/// A product with its life and its strategies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub id: ProductId,
    pub facts: Facts,
    /// Oldest first, at least one, no two from the same day.
    pub phases: Vec<Phase>,
    /// Oldest first.
    pub strategies: Vec<Strategy>,
    /// Raised by every change of any of this.
    pub version: i64,
}

/// What a board came to in a case, by minutes that are out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub case: CaseId,
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    pub day: NaiveDate,
    /// Of the minutes.
    pub language: Language,
    pub word: String,
    pub conclusion: String,
}

/// A case about a product, with what boards came to in it, the latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub case: Case,
    pub outcomes: Vec<Outcome>,
}
