//! Dispatch (utsending): the papers of a meeting are given to its readers, and then the mail that says so goes. What comes
//! afterwards is a supplement (ettersending).
//!
//! Mandate § 6: the papers go out at least a week before the meeting. Seven days is a difference of seven local dates. What
//! is kept here proves, paper by paper and person by person, from when it could be read.

pub mod load;
pub mod mail;
pub mod pages;
pub mod plan;
pub mod proof;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{BoardId, MeetingId, PaperId, PersonId, RowId};
use crate::db::types::Moment;

/// Papers that went out together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispatch {
    pub id: RowId,
    pub board: BoardId,
    pub meeting: MeetingId,
    /// 1 the first time; what follows are supplements.
    pub number: i64,
    /// The secretariat's own words in the mail.
    pub paragraph: String,
    pub sent_by: PersonId,
    pub at: Moment,
    /// Each paper with the number of the version that went out.
    pub papers: Vec<(PaperId, i64)>,
}

/// Someone who reads the papers of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub person: PersonId,
    pub name: String,
    /// Without one, the papers can be read and no mail says so.
    pub address: Option<String>,
    pub language: crate::i18n::Language,
}
