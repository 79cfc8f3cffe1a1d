//! Papers: what a case is decided on. A paper is written here or uploaded, and never changed: a new version stands
//! beside the old ones and says what is new.
//!
//! Mandate § 6: papers are out at least a week before the meeting, so that each member can anchor the case at home. What
//! comes after the delivery deadline is late: kept with who allowed it and why, or refused where the mandate says “shall”.
//! A paper belongs to one case, and nobody reads it who may not read the case.

pub mod colleagues;
pub mod dispatch;
pub mod forms;
pub mod guard;
pub mod inputs;
pub mod keeping;
pub mod notes;
pub mod opened;
pub mod pack;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::cases::{Access, Case};
use crate::db::ids::{PaperId, PersonId};
use crate::db::types::Moment;
use crate::files::{Checksum, Kind};
use crate::i18n::Language;
use crate::pdf::Fit;
use crate::text_enum;
use crate::web::access::Object;
use serde::{Deserialize, Serialize};

text_enum! {
    /// What a document is to its case. They are read in this order.
    Part {
        /// The case paper itself (sakspapir): the background, the assessment and what is recommended.
        Paper = "paper",
        /// What stands beside it (vedlegg).
        Attachment = "attachment",
    }
}

/// A paper of a case, or an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub id: PaperId,
    pub case: Case,
    pub part: Part,
    /// Its place among the papers of the case, from 1.
    pub position: i64,
    pub facts: Facts,
    /// The number of its newest version; 0 while it is only a draft.
    pub latest: i64,
    /// The number of the version that its readers have; none before it is published.
    pub published: Option<i64>,
    pub access: Access,
    pub created_by: PersonId,
    pub version: i64,
}

/// What a paper is called, and how it is filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub title: String,
    pub language: Language,
    pub archive_reference: String,
}

impl Paper {
    /// Whether it is marked as exempt from public access: by its own assessment, or by that of its case.
    #[must_use]
    pub fn is_exempt(&self) -> bool {
        self.access.is_exempt() || self.case.access.is_exempt()
    }

    /// What the decision about who may read it is made from, beside that of its case.
    #[must_use]
    pub fn readable(&self) -> Object {
        Object {
            id: self.id.cast(),
            case: self.case.id.cast(),
            meeting: self.case.meeting,
            board: self.case.board,
            audience: self.access.audience,
            assessment: self.access.assessment,
            open_from: self.access.open_from,
            withdrawn_at: self.access.withdrawn_at,
        }
    }
}

/// The text of a case paper, part by part, in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sections {
    pub background: String,
    pub assessment: String,
    pub recommendation: String,
    pub consequences: String,
}

impl Sections {
    /// The parts in the order in which they are read, each with what it is called in addresses and text keys.
    #[must_use]
    pub fn parts(&self) -> [(&'static str, &str); 4] {
        [
            ("background", &self.background),
            ("assessment", &self.assessment),
            ("recommendation", &self.recommendation),
            ("consequences", &self.consequences),
        ]
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|(_, text)| text.is_empty())
    }
}

/// A file as one version of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    pub kind: Kind,
    /// As its sender called it; nothing is stored under it.
    pub name: String,
    /// In bytes.
    pub size: i64,
    /// Where that can be counted.
    pub pages: Option<i64>,
    /// How the pages of a PDF can stand in a pack.
    pub fit: Option<Fit>,
}

/// What a version says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Written(Sections),
    File(StoredFile),
}

/// Why a version may come after the deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    pub reason: String,
    pub allowed_by: PersonId,
}

/// A version as it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVersion {
    /// SHA-256 of the file, or of the text as it is stored: what proves that the paper decided on is this one.
    pub checksum: Checksum,
    pub content: Content,
    /// What is new since the version before.
    pub changed: String,
    pub late: Option<Late>,
    /// Why it is kept although national identity numbers were found in it.
    pub numbers_reason: Option<String>,
}

/// A version as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub number: i64,
    pub checksum: Checksum,
    pub content: Content,
    pub changed: String,
    /// Who made it, and when.
    pub who: String,
    pub at: Moment,
    /// When it first went out to the members; none while only those who write have it.
    pub sent_at: Option<Moment>,
    /// Why it came after the deadline, and the name of who allowed it.
    pub late: Option<(String, String)>,
    pub numbers_reason: Option<String>,
}

/// A text that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub sections: Sections,
    /// 0 before it is saved for the first time.
    pub version: i64,
    /// Who saved it last, and when.
    pub saved: Option<(String, Moment)>,
}
