//! The gate: approved minutes are given to those whom they are meant for, and taken back when that was wrong.
//!
//! Nothing goes out before every item is assessed. What is published can be read at once, and for ten minutes it can be
//! undone before anybody is told of it. What is withdrawn later leaves its address, which says that it was, why and when.

pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::i18n::Language;
use crate::text_enum;
use chrono::Duration;

/// The kind of the mail that tells of a publication. Those whom it goes to are found where subscriptions are kept.
pub const PUBLISHED: &str = "minutes-published";

/// How long a publication can be undone, and its mail waits.
pub const UNDONE_WITHIN: Duration = Duration::minutes(10);

text_enum! {
    /// Where a publication stands.
    PublicationState {
        /// Made ready; a second person is to publish it.
        Asked = "asked",
        Published = "published",
        /// A corrected version took its place.
        Replaced = "replaced",
        /// Taken back before anybody was told.
        Undone = "undone",
        Withdrawn = "withdrawn",
    }
}

/// That a version of the minutes was published, or is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    pub id: RowId,
    pub meeting: MeetingId,
    pub board: BoardId,
    /// The number of the version.
    pub number: i64,
    pub language: Language,
    pub state: PublicationState,
    pub asked_by: PersonId,
    pub asked_at: Moment,
    pub published_at: Option<Moment>,
    /// When its mail goes; until then it can be undone.
    pub mail_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
    /// Why it was withdrawn.
    pub reason: String,
    /// Whether everyone could read something of it, by the time it was replaced or withdrawn.
    pub was_public: bool,
    /// Since when not everyone can read anything of it, though it was not withdrawn.
    pub shut_at: Option<Moment>,
}
