//! Organisations and persons, and who may sign in.
//!
//! An organisation keeps its number through a change of name; a person has at most one address, and no two share
//! one. A service owner (tjenesteeier) is an organisation between dates; its people join by invitation, or by
//! asking with an address at an approved domain (mandate § 6: minutes are made available to all service owners).

pub mod invitation;
pub mod mail;
pub mod pages;
pub mod routes;
pub mod rules;
pub mod sign_in;
pub mod store;

use crate::calendar::{Period, local_date};
use crate::db::ids::{BoardId, OrganisationId, PersonId, RowId};
use crate::db::types::{Moment, Words};
use crate::i18n::{Language, Said};
use crate::text_enum;
use crate::web::access::Role;
use chrono::NaiveDate;
use chrono_tz::Tz;

/// The zone of what belongs to the whole instance, not to one board.
pub const ZONE: Tz = chrono_tz::Europe::Oslo;

/// The instance's own date.
#[must_use]
pub fn today(now: Moment) -> NaiveDate {
    local_date(ZONE, now.utc())
}

text_enum! {
    /// How a service owner's person came in.
    JoinedBy {
        Invited = "invited",
        Asked = "asked",
    }
}

text_enum! {
    /// A role for the whole instance.
    InstanceRole {
        Administrator = "administrator",
    }
}

text_enum! {
    /// What a one-time link is for.
    Purpose {
        SignIn = "sign_in",
        Join = "join",
    }
}

/// A rule said no at one field of a form: its name, and what the reader is told there.
pub type Refusal = (&'static str, Said);

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
    /// A code of the list `organisation_size`; none where nobody has said.
    pub size: Option<String>,
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

/// A period in which an organisation is a service owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnerPeriod {
    pub id: RowId,
    pub period: Period,
}

/// A person who uses an organisation's right as a service owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affiliation {
    pub id: RowId,
    pub person: PersonId,
    pub name: String,
    pub organisation: OrganisationId,
    pub joined_by: JoinedBy,
    pub period: Period,
}

/// Everything the register holds of one organisation.
#[derive(Clone, Debug)]
pub struct Registered {
    pub organisation: Organisation,
    /// Oldest first.
    pub names: Vec<Name>,
    /// Oldest first.
    pub owner: Vec<OwnerPeriod>,
    pub domains: Vec<String>,
    pub people: Vec<Affiliation>,
}

/// What is written of an organisation in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationFields {
    /// The name it has now; a correction, where it had the wrong one. A new name has a day of its own.
    pub name: String,
    pub short_name: String,
    pub scheme: String,
    pub number: Option<String>,
    pub kind: String,
    pub size: Option<String>,
    pub mailbox: Option<String>,
    pub contact: String,
    pub language: Language,
    pub domains: Vec<String>,
}

/// What is written of a person in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFields {
    pub name: String,
    pub address: Option<String>,
    pub language: Language,
    pub title: String,
}

/// A role on a board that a person has or had.
#[derive(Clone, Debug)]
pub struct BoardRole {
    pub board: BoardId,
    pub name: Words,
    pub role: Role,
    /// Whose right the person uses.
    pub organisation: Option<OrganisationId>,
    pub period: Period,
}

/// A period in which a person has a role for the whole instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RolePeriod {
    pub id: RowId,
    pub role: InstanceRole,
    pub period: Period,
}

/// A signed-in device of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// The hash of its session's token.
    pub session: String,
    pub words: String,
    pub since: Moment,
    pub last_seen: Moment,
    pub own: bool,
}

/// A form that was posted after its session had ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptForm {
    pub path: String,
    pub fields: Vec<(String, String)>,
}
