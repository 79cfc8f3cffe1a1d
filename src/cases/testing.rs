//! What the tests of cases, and of the slices below, share.

use super::{Access, Case, CaseState, Facts};
use crate::db::ids::{BoardId, CaseId, PersonId};
use crate::i18n::Language;
use crate::meetings::testing::at;
use crate::web::access::{Assessment, Audience};
use std::collections::BTreeSet;

/// A case that stands on an agenda.
pub fn a_case(board: BoardId) -> Case {
    Case {
        id: CaseId::new(),
        board,
        facts: Facts {
            title: "Budsjettrammer".to_owned(),
            public_title: "Budsjettrammer".to_owned(),
            kind: "recommendation".to_owned(),
            subject: "plans".to_owned(),
            language: Language::NB,
            description: String::new(),
            archive_reference: String::new(),
            organisations: BTreeSet::new(),
            responsible_board: None,
            affects_municipalities: false,
            wanted_meeting: None,
            follows: None,
        },
        number: None,
        meeting: None,
        state: CaseState::Scheduled,
        proposed_by: Some(PersonId::new()),
        proposed_through: board,
        proposed_at: at("2026-10-01T08:00:00Z"),
        access: Access {
            audience: Audience::Members,
            assessment: Assessment::NotAssessed,
            title_exempt: false,
            open_from: None,
            withdrawn_at: None,
        },
        version: 1,
    }
}
