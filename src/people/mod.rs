//! Organisations and persons, and who may sign in.
//!
//! An organisation keeps its number through a change of name; a person has at most one address, and no two share
//! one. A service owner (tjenesteeier) is an organisation between dates; its people join by invitation, or by
//! asking with an address at an approved domain (mandate § 6: minutes are made available to all service owners).

pub mod routes;
pub mod store;

use crate::db::ids::{OrganisationId, PersonId};
use crate::i18n::Language;
use chrono::NaiveDate;

/// Someone who reads mail and pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// In lower case. Without one, the person cannot sign in or be written to.
    pub address: Option<String>,
    pub language: Language,
    /// Position, such as “avdelingsdirektør”.
    pub title: String,
    pub version: i64,
}

/// An organisation under its name on some day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: String,
    pub short_name: String,
    /// Scheme and number (`no-org`, nine digits); the number may be unknown.
    pub scheme: String,
    pub number: Option<String>,
    /// A code of the list `organisation_kind`.
    pub kind: String,
    /// Postmottak.
    pub mailbox: Option<String>,
    pub contact: String,
    pub language: Language,
    pub version: i64,
}

/// A name an organisation has or had; half-open dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub organisation: OrganisationId,
    pub name: String,
    pub short_name: String,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}
