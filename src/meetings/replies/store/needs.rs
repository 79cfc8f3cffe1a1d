//! The rows of needs. They are read for the person's own page and for the secretariat's, and by nothing else.

use crate::db::ids::{MeetingId, PersonId};
use crate::db::schema::{meeting, need};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::meetings::MeetingState;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// What each person needs at a meeting.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(conn: &mut Conn, of: MeetingId) -> Result<HashMap<PersonId, String>> {
    let rows: Vec<(PersonId, String)> = need::table
        .filter(need::meeting_id.eq(of))
        .select((need::person_id, need::words))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What one person needs at a meeting; empty when nothing is said.
///
/// # Errors
/// When the database fails.
pub fn of_person(conn: &mut Conn, of: MeetingId, person: PersonId) -> Result<String> {
    let found: Option<String> = need::table
        .find((of, person))
        .select(need::words)
        .first(conn)
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Writes what a person needs over what stood; empty words leave no row.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, of: MeetingId, person: PersonId, words: &str) -> Result<()> {
    diesel::delete(need::table.find((of, person))).execute(conn)?;
    if !words.is_empty() {
        diesel::insert_into(need::table)
            .values((
                need::meeting_id.eq(of),
                need::person_id.eq(person),
                need::words.eq(words),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The meetings that nobody needs anything at any more and that still have rows: those that ended before this day, and
/// cancelled ones.
///
/// # Errors
/// When the database fails.
pub fn outlived(conn: &mut Conn, ended_before: NaiveDate) -> Result<Vec<MeetingId>> {
    // Asked first, because the needs are few and the meetings many.
    let of: Vec<MeetingId> = need::table.select(need::meeting_id).distinct().load(conn)?;
    if of.is_empty() {
        return Ok(of);
    }
    let is_over = meeting::last_day
        .lt(ended_before)
        .or(meeting::state.eq(MeetingState::Cancelled));
    Ok(meeting::table
        .filter(among(meeting::id, &of))
        .filter(is_over)
        .select(meeting::id)
        .load(conn)?)
}

/// Deletes what was needed at these meetings.
///
/// # Errors
/// When the database fails.
pub fn delete(conn: &mut Conn, of: &[MeetingId]) -> Result<()> {
    diesel::delete(need::table.filter(among(need::meeting_id, of))).execute(conn)?;
    Ok(())
}
