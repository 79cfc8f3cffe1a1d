//! How often members meet by a deputy: the mandate lets them do so by way of exception (§ 4, unntaksvis).
//!
//! How often is too often is a rule of the mandate, and what counts is what was written down of those who were there, in the
//! last twelve months. It is told to the secretariat and to the chair, on pages alone: why somebody is away is nobody's
//! business, and no mail says it. Left out on purpose: whom a member sent.

pub mod pages;
pub mod routes;
pub mod rules;
pub mod store;

use crate::db::ids::{AppointmentId, BoardId, MeetingId, OrganisationId};
use chrono::NaiveDate;

/// A meeting at which a deputy was there for a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    pub appointment: AppointmentId,
    pub meeting: MeetingId,
    /// The meeting's first day.
    pub day: NaiveDate,
}

/// A member who was represented by a deputy more often than the mandate says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Often {
    pub appointment: AppointmentId,
    pub organisation: Option<OrganisationId>,
    /// At how many meetings.
    pub times: usize,
}

/// What a board's mandate says, and the members who do otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfBoard {
    pub board: BoardId,
    pub most: i64,
    /// The point of the mandate that says it.
    pub paragraph: String,
    pub often: Vec<Often>,
}
