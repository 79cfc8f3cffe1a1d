//! The rows of a rehearsal, in its copy of the data.

use super::zone;
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId};
use crate::db::schema::{board, meeting_deadline, message, occasion};
use crate::db::types::Moment;
use crate::desk::rehearsal::Rehearsed;
use crate::error::Result;
use crate::mail::OccasionState;
use crate::mail::ledger::Occasion;
use chrono::SecondsFormat;
use chrono_tz::Tz;
use diesel::prelude::*;

/// Lets mail of these boards go from `start` on, and keeps every other board still; none means all.
///
/// # Errors
/// When the database fails.
pub fn prepare(conn: &mut Conn, boards: Option<&[BoardId]>, start: Moment) -> Result<()> {
    // What is due and waits on a board whose mail is on already is mail of the rehearsed period too.
    let still_off = board::table.filter(
        board::mail_on_from
            .is_null()
            .or(board::mail_on_from.gt(start)),
    );
    diesel::update(still_off)
        .set(board::mail_on_from.eq(Some(start)))
        .execute(conn)?;
    let Some(boards) = boards else {
        return Ok(());
    };
    diesel::update(board::table.filter(board::id.ne_all(boards)))
        .set(board::mail_on_from.eq(None::<Moment>))
        .execute(conn)?;
    diesel::update(meeting_deadline::table.filter(meeting_deadline::board_id.ne_all(boards)))
        .set(meeting_deadline::done_at.eq(Some(start)))
        .execute(conn)?;
    // A weekly mail is of no one board: it tells of those whose mail is on.
    let others = occasion::table
        .filter(occasion::state.eq(OccasionState::Planned))
        .filter(occasion::kind.ne(crate::mail::digest::KIND))
        .filter(
            occasion::board_id
                .is_null()
                .or(occasion::board_id.ne_all(boards)),
        );
    diesel::update(others)
        .set(occasion::state.eq(OccasionState::Withdrawn))
        .execute(conn)?;
    Ok(())
}

/// The next moment after this one at which something is due.
///
/// # Errors
/// When the database fails.
pub fn next(conn: &mut Conn, after: Moment, deadlines_too: bool) -> Result<Option<Moment>> {
    let mail: Option<Moment> = occasion::table
        .filter(occasion::state.eq(OccasionState::Planned))
        .filter(occasion::due.gt(after))
        .order(occasion::due.asc())
        .select(occasion::due)
        .first(conn)
        .optional()?;
    let deadline: Option<Moment> = if deadlines_too {
        meeting_deadline::table
            .filter(meeting_deadline::done_at.is_null())
            .filter(meeting_deadline::due_at.gt(after))
            .order(meeting_deadline::due_at.asc())
            .select(meeting_deadline::due_at)
            .first(conn)
            .optional()?
    } else {
        None
    };
    Ok([mail, deadline].into_iter().flatten().min())
}

/// Marks done what is still open at its deadline and no button ends: an answer, a delivery. Says whose it was.
///
/// # Errors
/// When the database fails.
pub fn mark_done(conn: &mut Conn, now: Moment) -> Result<Vec<BoardId>> {
    let open: Vec<(MeetingId, String, BoardId)> = meeting_deadline::table
        .filter(meeting_deadline::done_at.is_null())
        .filter(meeting_deadline::due_at.le(now))
        .select((
            meeting_deadline::meeting_id,
            meeting_deadline::stage,
            meeting_deadline::board_id,
        ))
        .load(conn)?;
    let mut boards: Vec<BoardId> = open.iter().map(|(_, _, board)| *board).collect();
    boards.sort();
    boards.dedup();
    diesel::update(
        meeting_deadline::table
            .filter(meeting_deadline::done_at.is_null())
            .filter(meeting_deadline::due_at.le(now)),
    )
    .set(meeting_deadline::done_at.eq(Some(now)))
    .execute(conn)?;
    Ok(boards)
}

/// The mails made at a moment, as the rehearsal tells them, by recipient.
///
/// # Errors
/// When the database fails.
pub fn made_at(conn: &mut Conn, at: Moment) -> Result<Vec<Rehearsed>> {
    type Row = (Occasion, (String, String, String), Option<(String, String)>);
    let rows: Vec<Row> = message::table
        .inner_join(occasion::table)
        .left_join(board::table.on(board::id.nullable().eq(message::board_id)))
        .filter(message::created_at.eq(at))
        .order((
            occasion::due.asc(),
            occasion::id.asc(),
            message::address.asc(),
        ))
        .select((
            Occasion::as_select(),
            (message::address, message::language, message::subject),
            (board::slug, board::zone).nullable(),
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(occasion, (recipient, language, subject), of)| {
            let (board, zone) = match of {
                Some((slug, name)) => (slug, zone(&name)?),
                None => (String::new(), chrono_tz::Europe::Oslo),
            };
            Ok(Rehearsed {
                at: local(at, zone),
                occasion: occasion.key(),
                object: format!("{}/{}", occasion.object_kind, occasion.object_id),
                due: occasion.deadline.map(|deadline| local(deadline, zone)),
                kind: occasion.kind,
                board,
                recipient,
                language,
                subject,
            })
        })
        .collect()
}

/// A moment with the offset of a zone's clocks (RFC 3339).
fn local(at: Moment, zone: Tz) -> String {
    at.utc()
        .with_timezone(&zone)
        .to_rfc3339_opts(SecondsFormat::Secs, false)
}
