//! Replies: who comes to a meeting, and who comes instead.
//!
//! People answer by a signed link without signing in, or on the meeting's page; the secretariat records an answer in one
//! tap. A deputy is named by a member and confirmed by the secretariat. Whoever comes for the chair leads that meeting.
//!
//! An answer counts for the first day that it was given for: when the meeting is moved, people are asked anew. A
//! standing deputy is confirmed at once. What people need at a meeting is asked only where the board's data says so, and
//! goes some days after the meeting, like those who were only ever deputies (`keeping.rs`). Left out on purpose: reasons for absence, which nobody has to know, and
//! answers by mail.

pub mod keeping;
pub mod mail;
pub mod pages;
pub mod record;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{AppointmentId, MeetingId, OrganisationId, PersonId, ReplacementId};
use crate::db::types::Moment;
use crate::i18n::Language;
use crate::text_enum;
use crate::web::access::Role;
use chrono::NaiveDate;

text_enum! {
    /// What someone says to being called.
    Answer {
        InPerson = "in_person",
        Digitally = "digitally",
        NotComing = "not_coming",
        /// A deputy comes instead.
        Deputy = "deputy",
    }
}

text_enum! {
    /// Where a deputy stands.
    ReplacementState {
        /// Named by the member; called, and has no papers.
        Named = "named",
        /// The secretariat has said yes, or the deputy is a standing one.
        Confirmed = "confirmed",
        /// By a new answer of the member, or refused by the secretariat.
        Withdrawn = "withdrawn",
    }
}

/// An answer that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    pub meeting: MeetingId,
    pub person: PersonId,
    pub answer: Answer,
    /// The meeting's first day when it was given.
    pub for_day: NaiveDate,
    pub at: Moment,
    /// Who recorded it, where it was not the person.
    pub by: Option<PersonId>,
    pub version: i64,
}

/// A deputy for one appointment at one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    pub id: ReplacementId,
    pub meeting: MeetingId,
    pub appointment: AppointmentId,
    pub person: PersonId,
    /// As the member wrote it.
    pub name: String,
    pub state: ReplacementState,
    pub named_by: PersonId,
}

/// Who leads a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leader {
    pub person: PersonId,
    pub name: String,
    /// Whether they stand in for the chair (settleder), who does not come.
    pub is_stand_in: bool,
    /// Whether it is known who leads: not while the chair does not come and no stand-in is confirmed.
    pub is_settled: bool,
}

impl Leader {
    /// As a reader is told of them: that it is not settled is the secretariat's alone to know. To all others the chair leads
    /// until a stand-in is confirmed, because anything else would tell that the chair is absent.
    #[must_use]
    pub fn as_told(self, keeps: bool) -> Self {
        Self {
            is_settled: self.is_settled || !keeps,
            ..self
        }
    }
}

/// Someone who is asked to come: by an appointment in force on the meeting's first day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    pub person: PersonId,
    pub name: String,
    pub address: Option<String>,
    pub language: Language,
    pub role: Role,
    pub appointment: AppointmentId,
    pub organisation: Option<OrganisationId>,
}

/// By which right someone answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Right {
    /// An own appointment.
    Invited(Invited),
    /// Named by a member.
    Deputy(Replacement),
}

impl Right {
    #[must_use]
    pub fn person(&self) -> PersonId {
        match self {
            Self::Invited(invited) => invited.person,
            Self::Deputy(replacement) => replacement.person,
        }
    }

    /// Whether a deputy may come instead.
    #[must_use]
    pub fn may_name_a_deputy(&self) -> bool {
        matches!(self, Self::Invited(invited) if rules::has_deputies(invited.role))
    }
}
