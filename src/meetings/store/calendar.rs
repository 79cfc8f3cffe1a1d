//! What calendars show of meetings: how often each has changed, and the entries of one reader.

use crate::boards::store as boards;
use crate::db::ids::MeetingId;
use crate::db::schema::meeting;
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::mail::Recipient;
use crate::mail::invitation::{CalendarUser, Entry};
use crate::meetings::Meeting;
use crate::meetings::calendar::{Around, Revision, entries};
use crate::meetings::store::around;
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

/// The entries of a meeting for whoever is written to, one a day, in their language and with them as the attendee.
///
/// # Errors
/// When the database fails.
pub fn entries_for(
    conn: &mut Conn,
    meeting: &Meeting,
    base_url: &str,
    to: &Recipient,
) -> Result<Vec<Entry>> {
    let board = boards::board(conn, meeting.board)?;
    let revision = revisions(conn, &[meeting.id])?.remove(&meeting.id);
    let revision = revision.ok_or(Error::NotFound)?;
    let kinds = around::kinds(conn)?;
    let around = Around {
        board: &board,
        kinds: &kinds,
        base_url,
        language: to.language,
        attendee: Some(CalendarUser {
            name: to.name.clone(),
            address: to.address.clone(),
        }),
        opens_page: true,
    };
    Ok(entries(meeting, revision, &around))
}
