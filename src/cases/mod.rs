//! Cases and agendas: what a board deals with, who proposed it, in which meeting, in what order, and who may read it.
//!
//! Mandate § 3 says what cases are about, § 6 that the secretariat calls the meetings with their agenda. A case is never
//! deleted and its number never used again: it is declined, postponed or closed, and a subject taken up anew is a new
//! case that follows the old one. Left out on purpose: papers, their dispatch and their reading, which build on the
//! audience and assessment that stand here.

pub mod agenda;
pub mod forms;
pub mod mail;
pub mod minuted;
pub mod officers;
pub mod pages;
pub mod past;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
#[cfg(test)]
pub(crate) mod testing;
pub mod wording;

use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, PersonId, RowId};
use crate::db::types::{Moment, Words};
use crate::i18n::Language;
use crate::text_enum;
use crate::web::access::{Assessment, Audience, Object, Role, Scope};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

text_enum! {
    /// Where a case is in its life; the transitions are methods in `rules.rs`.
    CaseState {
        Proposed = "proposed",
        Accepted = "accepted",
        Declined = "declined",
        Postponed = "postponed",
        /// It stands on a meeting's agenda.
        Scheduled = "scheduled",
        /// The meeting has dealt with it.
        Treated = "treated",
        Closed = "closed",
    }
}

text_enum! {
    /// How far a series of numbers reaches.
    Numbering {
        Year = "year",
        Meeting = "meeting",
    }
}

text_enum! {
    /// What stands on an agenda.
    ItemKind {
        /// What the mandate wants on every agenda.
        Standing = "standing",
        Case = "case",
        Break = "break",
        /// Any other business (eventuelt).
        OtherBusiness = "other_business",
    }
}

/// The number of a case as people write it, `12/26`: the twelfth of 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber {
    year: u8,
    sequence: u32,
}

/// The text is no number of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the number of a case")]
pub struct NotACaseNumber;

impl CaseNumber {
    /// The number of the `sequence`th case of a year.
    ///
    /// # Errors
    /// When the sequence is not 1 or more.
    pub fn new(sequence: i64, year: i32) -> Result<Self, NotACaseNumber> {
        let sequence = u32::try_from(sequence).map_err(|_negative| NotACaseNumber)?;
        let year = u8::try_from(year.rem_euclid(100)).map_err(|_large| NotACaseNumber)?;
        (sequence > 0)
            .then_some(Self { year, sequence })
            .ok_or(NotACaseNumber)
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{:02}", self.sequence, self.year)
    }
}

impl FromStr for CaseNumber {
    type Err = NotACaseNumber;

    /// Old minutes write `09/17` too.
    fn from_str(text: &str) -> Result<Self, NotACaseNumber> {
        let (sequence, year) = text.trim().split_once('/').ok_or(NotACaseNumber)?;
        let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_plain(sequence) || !is_plain(year) || year.len() != 2 {
            return Err(NotACaseNumber);
        }
        let sequence = sequence.parse().map_err(|_wrong| NotACaseNumber)?;
        Self::new(sequence, year.parse().map_err(|_wrong| NotACaseNumber)?)
    }
}

/// What a case is about, as it is proposed and edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub title: String,
    /// What may be told to those who may not read the case, unless the title is exempt too.
    pub public_title: String,
    /// A code of the list `case_type`.
    pub kind: String,
    /// A code of the list `case_subject`.
    pub subject: String,
    pub language: Language,
    /// Why the board should deal with it.
    pub description: String,
    pub archive_reference: String,
    /// Who prepares it; none while that is not settled.
    pub organisations: BTreeSet<OrganisationId>,
    /// A board that prepares it, such as a product council.
    pub responsible_board: Option<BoardId>,
    pub affects_municipalities: bool,
    pub wanted_meeting: Option<MeetingId>,
    /// The case that it takes up anew.
    pub follows: Option<CaseId>,
}

/// Whom a case is shown to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    pub audience: Audience,
    pub assessment: Assessment,
    pub title_exempt: bool,
    pub open_from: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

impl Access {
    /// Whether it is marked as exempt from public access.
    #[must_use]
    pub fn is_exempt(&self) -> bool {
        self.assessment == Assessment::Exempt
    }

    /// The assessment that it shows, where none is kept.
    #[must_use]
    pub fn assessed(&self) -> Assessed {
        Assessed {
            outcome: self.assessment,
            basis: None,
            scope: self.title_exempt.then_some(Scope::Title),
            extended_access: false,
            reassess_on: None,
            open_from: self.open_from,
        }
    }
}

/// A case of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub id: CaseId,
    pub board: BoardId,
    pub facts: Facts,
    /// Given when it is scheduled for the first time, and kept.
    pub number: Option<CaseNumber>,
    /// The meeting on whose agenda it stands, or stood when it was dealt with.
    pub meeting: Option<MeetingId>,
    pub state: CaseState,
    /// None of an imported case: who proposed it, nobody knows.
    pub proposed_by: Option<PersonId>,
    /// The board through which its proposer may propose: this one, or a council below it.
    pub proposed_through: BoardId,
    pub proposed_at: Moment,
    pub access: Access,
    pub version: i64,
}

impl Case {
    /// The title that may be told to those who may not read the case; none where the title is exempt.
    #[must_use]
    pub fn told_title(&self) -> Option<&str> {
        (!self.access.title_exempt).then_some(self.facts.public_title.as_str())
    }

    /// What the decision about who may read it is made from.
    #[must_use]
    pub fn readable(&self) -> Object {
        Object {
            id: self.id.cast(),
            case: self.id.cast(),
            meeting: self.meeting,
            board: self.board,
            audience: self.access.audience,
            assessment: self.access.assessment,
            open_from: self.access.open_from,
            withdrawn_at: self.access.withdrawn_at,
        }
    }
}

/// What has happened to a case: a state that it came to, or that it was closed to someone or opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    To(CaseState),
    Recused,
    Readmitted,
}

/// A turn in the history of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub turn: Turn,
    pub at: Moment,
    /// The name of who did it.
    pub who: Option<String>,
    /// Whose conflict of interest it is, where someone else recorded it.
    pub whose: Option<String>,
    pub reason: String,
    pub meeting: Option<MeetingId>,
}

/// The early talk with KS about what affects municipalities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    pub held_on: NaiveDate,
    pub with_whom: String,
    pub recorded_by: String,
}

/// The chair's permission to deal with a case that was proposed too late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    pub meeting: MeetingId,
    pub given_by: String,
    pub recorded_by: String,
    pub recorded_at: Moment,
    pub reason: String,
}

/// Someone to whom a case is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recusal {
    pub id: RowId,
    pub person: PersonId,
    pub name: String,
    pub reason: String,
    pub declared_by: PersonId,
    pub declared_at: Moment,
}

/// Someone without a seat on the board who prepares a case (saksbehandler).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    pub id: RowId,
    pub person: PersonId,
    pub name: String,
    pub named_at: Moment,
}

/// A provision that something may be exempt by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalBasis {
    pub id: RowId,
    /// “offl. § 13 jf. fvl. § 13”.
    pub reference: String,
    pub words: Words,
}

/// An assessment, with what follows when it is exempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    pub outcome: Assessment,
    pub basis: Option<RowId>,
    pub scope: Option<Scope>,
    /// Whether giving access all the same was considered (offl. § 11).
    pub extended_access: bool,
    pub reassess_on: Option<NaiveDate>,
    pub open_from: Option<Moment>,
}

/// What a board lays down about its cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub numbering: Numbering,
    /// The roles that read what members read, besides members and the chair.
    pub reader_roles: Vec<Role>,
    /// How often the talk with KS is reminded of.
    pub talk_reminder_days: i64,
    pub version: i64,
}

impl Setting {
    /// The roles that board data may let read what members read.
    pub const MAY_READ: [Role; 3] = [Role::Deputy, Role::Observer, Role::Aide];

    /// Of a board that has laid down nothing.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            numbering: Numbering::Year,
            reader_roles: Vec::new(),
            talk_reminder_days: 7,
            version: 0,
        }
    }
}

/// An item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: AgendaItemId,
    /// The meeting day it stands on, from 0.
    pub session: usize,
    pub kind: ItemKind,
    pub case: Option<CaseId>,
    /// Empty for a case, which has its own.
    pub title: Words,
    pub minutes: Option<i64>,
    pub presenter: String,
}

/// A guest at a part of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    pub id: RowId,
    pub name: String,
    pub organisation: String,
    pub from: AgendaItemId,
    /// None for the rest of the meeting.
    pub until: Option<AgendaItemId>,
}

/// A meeting's agenda; before it is begun it has no items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// 0 before it is begun.
    pub version: i64,
    /// In order.
    pub items: Vec<Item>,
    pub guests: Vec<Guest>,
}
