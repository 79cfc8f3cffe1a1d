//! The organisation's input (innspill frå verksemda): what a member's organisation says about a case, once it is anchored
//! at home.
//!
//! Mandate § 6: papers are out a week before the meeting for this. It is the member's alone until it is sent; then the
//! secretariat reads it, and all members where the member chooses so. It may be sent anew until the meeting ends, and says
//! then that it was changed. Nobody to whom the case is closed sees it: it is a part of its case.

pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::cases::Case;
use crate::db::ids::{BoardId, CaseId, OrganisationId, PersonId, RowId};
use crate::db::types::Moment;
use crate::web::access::{Assessment, Audience, Object};

/// An input that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub id: RowId,
    pub board: BoardId,
    pub case: CaseId,
    pub person: PersonId,
    /// Whose input it is.
    pub organisation: Option<OrganisationId>,
    /// In Markdown.
    pub text: String,
    /// How many times it was sent.
    pub number: i64,
    pub first_sent_at: Moment,
    pub sent_at: Moment,
    /// The secretariat, or the members too.
    pub audience: Audience,
}

impl Input {
    /// What the decision about who may read it is made from, beside that of its case.
    #[must_use]
    pub fn readable(&self, case: &Case) -> Object {
        Object {
            id: self.id,
            case: self.case.cast(),
            meeting: case.meeting,
            board: self.board,
            audience: self.audience,
            assessment: Assessment::NotAssessed,
            open_from: None,
            withdrawn_at: None,
        }
    }

    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.audience >= Audience::Members
    }
}

/// An input as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub input: Input,
    /// The name of who sent it.
    pub who: String,
    /// The name of the organisation.
    pub organisation: Option<String>,
}

/// An input that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub text: String,
    pub saved_at: Moment,
    /// 0 before it is saved for the first time.
    pub version: i64,
}
