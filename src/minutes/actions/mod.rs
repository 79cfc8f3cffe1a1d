//! Action items (oppfølgingspunkt): what someone is to do after a meeting, agreed under an item of its minutes.
//!
//! The secretariat writes them at the table, and nobody else sees them before the draft of those minutes has gone out.
//! Whoever is to do it sees it then, is reminded by mail, and says when it is done;
//! what is open stands by itself on the agendas of later meetings. Who may not read the case reads nothing of it. Left out
//! on purpose: several owners of one, and steps on the way; what needs those is a case.

pub mod forms;
pub mod mail;
pub mod pages;
pub mod panels;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{
    ActionId, AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, PersonId,
};
use crate::db::types::Moment;
use crate::text_enum;
use crate::web::access::{Assessment, Audience, Object};
use chrono::NaiveDate;
use std::fmt;
use std::str::FromStr;

text_enum! {
    /// Where it stands.
    State {
        Open = "open",
        Done = "done",
        /// It will not be done, and the note says why.
        Dropped = "dropped",
    }
}

text_enum! {
    /// Which of a board's are shown.
    Show {
        Open = "open",
        Overdue = "overdue",
        /// Done or dropped.
        Settled = "settled",
    }
}

/// Whose it is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    Person(PersonId),
    Organisation(OrganisationId),
    /// Somebody whom only the name tells of.
    Other,
}

/// The text names no owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an owner of an action item")]
pub struct NobodysOwn;

impl fmt::Display for Owner {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(formatter, "person-{id}"),
            Self::Organisation(id) => write!(formatter, "organisation-{id}"),
            Self::Other => Ok(()),
        }
    }
}

impl FromStr for Owner {
    type Err = NobodysOwn;

    fn from_str(text: &str) -> Result<Self, NobodysOwn> {
        match text.split_once('-') {
            None if text.is_empty() => Ok(Self::Other),
            Some(("person", id)) => id.parse().map(Self::Person).map_err(|_other| NobodysOwn),
            Some(("organisation", id)) => {
                let id = id.parse().map(Self::Organisation);
                id.map_err(|_other| NobodysOwn)
            }
            _ => Err(NobodysOwn),
        }
    }
}

/// What is to be done, by whom and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub content: String,
    pub owner: Owner,
    /// What they are called, as it was when it became theirs.
    pub owner_name: String,
    pub due_on: Option<NaiveDate>,
    /// An address that begins with https; may be empty.
    pub link: String,
}

/// Where something that was agreed stands, and when it is due.
pub type Standing = (State, Option<NaiveDate>);

/// Who settled something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    pub by: PersonId,
    pub who: String,
    pub at: Moment,
}

/// An action item as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub id: ActionId,
    pub board: BoardId,
    /// Where it was agreed.
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    /// The case it is about: who may not read that reads nothing of this.
    pub case: Option<CaseId>,
    /// What the item was called then, in the language of the minutes.
    pub title: String,
    pub task: Task,
    /// Who made it its owner's, and when.
    pub assigned: (PersonId, Moment),
    pub state: State,
    /// What was said when it was settled.
    pub note: String,
    /// None while it is open.
    pub settled: Option<Settled>,
    pub created: (PersonId, Moment),
    pub version: i64,
    pub audience: Audience,
    pub assessment: Assessment,
    pub open_from: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

impl Action {
    /// Whether there is something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == State::Open && self.withdrawn_at.is_none()
    }

    /// Whether its day has passed, on the board's own date.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.task.due_on.is_some_and(|due| due < today)
    }

    /// What the decision about who may read it is made from.
    #[must_use]
    pub fn readable(&self) -> Object {
        Object {
            id: self.id.cast(),
            case: self.case.map_or_else(|| self.id.cast(), |case| case.cast()),
            meeting: Some(self.meeting),
            board: self.board,
            audience: self.audience,
            assessment: self.assessment,
            open_from: self.open_from,
            withdrawn_at: self.withdrawn_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_is_read_as_it_is_written() {
        let all = [
            Owner::Person(PersonId::new()),
            Owner::Organisation(OrganisationId::new()),
            Owner::Other,
        ];
        for owner in all {
            assert_eq!(owner.to_string().parse(), Ok(owner));
        }
        for wrong in ["person", "person-", "organisation-1", "guest-1", "Olav"] {
            assert_eq!(wrong.parse::<Owner>(), Err(NobodysOwn), "{wrong}");
        }
    }
}
