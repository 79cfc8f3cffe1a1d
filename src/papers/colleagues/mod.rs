//! Colleagues (kolleger): those at home whom a member lets read papers of one meeting, so that the member can anchor the
//! cases there (forankring).
//!
//! Mandate § 6: papers are out a week before the meeting so that members can do this. A colleague has no role and never
//! signs in: a personal link in a mail opens the papers that were chosen, each as long as the member reads it too, and
//! none that is exempt or deferred. The link ends with the meeting, and before when the member says so or has no seat any
//! more. Left out on purpose: what a colleague reads is written down nowhere.

pub mod door;
pub mod keeping;
pub mod mail;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::i18n::Language;

/// Someone whom a member lets read along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    pub id: RowId,
    pub board: BoardId,
    pub meeting: MeetingId,
    pub named_by: PersonId,
    pub name: String,
    pub address: String,
    /// Of the mail and the pages.
    pub language: Language,
    pub named_at: Moment,
    /// When the member ended it.
    pub ended_at: Option<Moment>,
}
