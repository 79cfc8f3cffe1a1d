//! How often each meeting has changed, as calendars count it.

use crate::db::ids::MeetingId;
use crate::db::schema::meeting;
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::meetings::calendar::Revision;
use diesel::prelude::*;
use std::collections::HashMap;

/// Counts a change that calendars show; in the write that makes it.
///
/// # Errors
/// When the database fails.
pub fn raise(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<()> {
    diesel::update(meeting::table.find(of))
        .set((
            meeting::calendar_sequence.eq(meeting::calendar_sequence + 1),
            meeting::calendar_changed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// How often these meetings have changed, and when last.
///
/// # Errors
/// When the database fails.
pub fn revisions(conn: &mut Conn, of: &[MeetingId]) -> Result<HashMap<MeetingId, Revision>> {
    type Row = (MeetingId, i64, Option<Moment>, Moment);
    let rows: Vec<Row> = meeting::table
        .filter(among(meeting::id, of))
        .select((
            meeting::id,
            meeting::calendar_sequence,
            meeting::calendar_changed_at,
            meeting::created_at,
        ))
        .load(conn)?;
    let revision = |(id, sequence, changed_at, created_at): Row| {
        let at = changed_at.unwrap_or(created_at);
        (id, Revision { sequence, at })
    };
    Ok(rows.into_iter().map(revision).collect())
}
