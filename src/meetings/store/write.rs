//! What changes the rows of meetings. Each change of a meeting tests the version that was read (stale edits).

use crate::db::Conn;
use crate::db::schema::{meeting, meeting_deadline, meeting_session};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::meetings::store::Kept;
use crate::meetings::{Deadline, Meeting, Stage};
use diesel::prelude::*;

/// Writes a new meeting; false when one with its id stands already, so that a form sent twice makes it once.
///
/// # Errors
/// When the database fails.
pub fn create(conn: &mut Conn, new: &Meeting, now: Moment) -> Result<bool> {
    let standing: i64 = meeting::table
        .filter(meeting::id.eq(new.id))
        .count()
        .get_result(conn)?;
    if standing > 0 {
        return Ok(false);
    }
    diesel::insert_into(meeting::table)
        .values((
            meeting::id.eq(new.id),
            meeting::board_id.eq(new.board),
            meeting::kind.eq(&new.kind),
            meeting::title.eq(&new.title),
            meeting::place.eq(&new.place),
            meeting::video_link.eq(&new.video_link),
            meeting::archive_reference.eq(&new.archive_reference),
            meeting::state.eq(new.state),
            meeting::first_day.eq(new.first_day()),
            meeting::last_day.eq(new.last_day()),
            meeting::created_at.eq(now),
            meeting::version.eq(new.version),
        ))
        .execute(conn)?;
    write_sessions(conn, new)?;
    Ok(true)
}

/// Writes a changed meeting and gives it back with its new version.
///
/// # Errors
/// `Stale` when someone saved after `changed` was read, or when the database fails.
pub fn update(conn: &mut Conn, changed: &Meeting) -> Result<Meeting> {
    let as_read = meeting::table.filter(
        meeting::id
            .eq(changed.id)
            .and(meeting::version.eq(changed.version)),
    );
    let rows = diesel::update(as_read)
        .set((
            meeting::kind.eq(&changed.kind),
            meeting::title.eq(&changed.title),
            meeting::place.eq(&changed.place),
            meeting::video_link.eq(&changed.video_link),
            meeting::archive_reference.eq(&changed.archive_reference),
            meeting::state.eq(changed.state),
            meeting::first_day.eq(changed.first_day()),
            meeting::last_day.eq(changed.last_day()),
            meeting::version.eq(changed.version + 1),
        ))
        .execute(conn)?;
    if rows == 0 {
        return Err(Error::Stale);
    }
    let of_meeting = meeting_session::table.filter(meeting_session::meeting_id.eq(changed.id));
    diesel::delete(of_meeting).execute(conn)?;
    write_sessions(conn, changed)?;
    let mut saved = changed.clone();
    saved.version += 1;
    Ok(saved)
}

fn write_sessions(conn: &mut Conn, of: &Meeting) -> Result<()> {
    for (position, session) in (0_i64..).zip(&of.sessions) {
        diesel::insert_into(meeting_session::table)
            .values((
                meeting_session::meeting_id.eq(of.id),
                meeting_session::position.eq(position),
                meeting_session::day.eq(session.day),
                meeting_session::starts.eq(session.starts),
                meeting_session::ends.eq(session.ends),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Brings a meeting's kept deadlines to what is derived and done; rows that are right are left alone. A stage that
/// no rule asks for any more goes, unless it is done.
///
/// # Errors
/// When the database fails.
pub fn keep_deadlines(
    conn: &mut Conn,
    of: &Meeting,
    standing: &[Kept],
    line: &[Deadline],
) -> Result<()> {
    for deadline in line {
        let want = Kept {
            stage: deadline.stage,
            due_on: deadline.due_on,
            due_at: deadline.due_at,
            done: of.done.get(&deadline.stage).copied(),
        };
        match standing.iter().find(|kept| kept.stage == want.stage) {
            Some(kept) if *kept == want => {}
            Some(_) => change(conn, of, &want)?,
            None => insert(conn, of, &want)?,
        }
    }
    let gone = standing
        .iter()
        .filter(|kept| line.iter().all(|deadline| deadline.stage != kept.stage));
    for kept in gone {
        match of.done.get(&kept.stage) {
            Some(done) if kept.done == Some(*done) => {}
            Some(done) => {
                let mut want = kept.clone();
                want.done = Some(*done);
                change(conn, of, &want)?;
            }
            None => remove(conn, of, kept.stage)?,
        }
    }
    Ok(())
}

fn insert(conn: &mut Conn, of: &Meeting, want: &Kept) -> Result<()> {
    diesel::insert_into(meeting_deadline::table)
        .values((
            meeting_deadline::meeting_id.eq(of.id),
            meeting_deadline::board_id.eq(of.board),
            meeting_deadline::stage.eq(want.stage),
            meeting_deadline::due_on.eq(want.due_on),
            meeting_deadline::due_at.eq(want.due_at),
            meeting_deadline::done_at.eq(want.done.map(|done| done.at)),
            meeting_deadline::done_by.eq(want.done.and_then(|done| done.by)),
        ))
        .execute(conn)?;
    Ok(())
}

fn change(conn: &mut Conn, of: &Meeting, want: &Kept) -> Result<()> {
    diesel::update(meeting_deadline::table.find((of.id, want.stage)))
        .set((
            meeting_deadline::due_on.eq(want.due_on),
            meeting_deadline::due_at.eq(want.due_at),
            meeting_deadline::done_at.eq(want.done.map(|done| done.at)),
            meeting_deadline::done_by.eq(want.done.and_then(|done| done.by)),
        ))
        .execute(conn)?;
    Ok(())
}

fn remove(conn: &mut Conn, of: &Meeting, stage: Stage) -> Result<()> {
    diesel::delete(meeting_deadline::table.find((of.id, stage))).execute(conn)?;
    Ok(())
}
