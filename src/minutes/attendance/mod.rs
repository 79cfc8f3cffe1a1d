//! Attendance: who was at a meeting, on which of its days, from which item until which, and instead of whom.
//!
//! The list begins with everyone who is expected: by an own appointment, as a deputy, as a guest of the agenda, as the
//! secretariat. Nothing counts before it has been written down; what people answered beforehand is only shown. Left out on
//! purpose: why someone was absent.

pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::db::ids::{AgendaItemId, AppointmentId, PersonId, RowId};
use crate::meetings::replies::Answer;
use crate::text_enum;
use std::fmt;
use std::str::FromStr;

text_enum! {
    /// How someone took part.
    Presence {
        InPerson = "in_person",
        Digitally = "digitally",
        Absent = "absent",
    }
}

text_enum! {
    /// As what someone takes part, in the order of the list.
    Part {
        Chair = "chair",
        Member = "member",
        Observer = "observer",
        Aide = "aide",
        Guest = "guest",
        Secretariat = "secretariat",
    }
}

/// Which line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    Person(PersonId),
    /// A guest of the agenda.
    Guest(RowId),
    /// Someone whom nobody expected.
    Added(RowId),
}

/// The text names no line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a line of a list of attendance")]
pub struct NobodyListed;

impl fmt::Display for Who {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(formatter, "person-{id}"),
            Self::Guest(id) => write!(formatter, "guest-{id}"),
            Self::Added(id) => write!(formatter, "added-{id}"),
        }
    }
}

impl FromStr for Who {
    type Err = NobodyListed;

    fn from_str(text: &str) -> Result<Self, NobodyListed> {
        let (kind, id) = text.split_once('-').ok_or(NobodyListed)?;
        let row = || id.parse().map_err(|_not_an_id| NobodyListed);
        match kind {
            "person" => Ok(Self::Person(id.parse().map_err(|_not_an_id| NobodyListed)?)),
            "guest" => Ok(Self::Guest(row()?)),
            "added" => Ok(Self::Added(row()?)),
            _ => Err(NobodyListed),
        }
    }
}

/// From which item until which someone is there, both included; without one, from the beginning or to the end of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stay {
    pub from: Option<AgendaItemId>,
    pub until: Option<AgendaItemId>,
}

/// What old minutes say of a line that was imported, and a line of today has no need for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// How they spell the organisation, where that is another word than in the register.
    pub as_written: String,
    /// For how long someone was there in their words, where that is no range of items; empty where they do not say. None
    /// where the stay tells it.
    pub stay_said: Option<String>,
    pub remark: String,
}

/// Someone on the list of one day, as they are called there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub who: Who,
    pub person: Option<PersonId>,
    pub name: String,
    /// May be empty.
    pub organisation: String,
    pub part: Part,
    /// The term whose seat they use.
    pub appointment: Option<AppointmentId>,
    /// The name of the member they come instead of (møter på vegne av); empty for all others.
    pub instead_of: String,
    pub stay: Stay,
    pub source: Source,
}

impl Listed {
    /// The name; of someone from old minutes often the organisation alone is known.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.name.is_empty() {
            &self.organisation
        } else {
            &self.name
        }
    }
}

/// What was written down of someone on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: RowId,
    /// The meeting day, from 0.
    pub session: usize,
    pub listed: Listed,
    pub presence: Presence,
}

/// A line of one day's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub listed: Listed,
    /// None before it is written down.
    pub presence: Option<Presence>,
    /// What they answered beforehand.
    pub answer: Option<Answer>,
}

impl Line {
    /// Whether they were there, for a part of the day at least.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.presence.is_some_and(|how| how != Presence::Absent)
    }
}
