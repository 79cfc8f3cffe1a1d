//! The rows of meetings: reading them. What changes them stands in `store/write.rs`, what pages and mail ask besides
//! in `store/around.rs`.

pub mod around;
pub mod calendar;
pub mod write;

use super::{Done, Meeting, MeetingState, Session, Stage};
use crate::db::ids::{BoardId, MeetingId, PersonId};
use crate::db::schema::{meeting, meeting_deadline, meeting_session};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::web::OfBoard;
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable)]
#[diesel(table_name = meeting)]
struct MeetingRow {
    id: MeetingId,
    board_id: BoardId,
    kind: String,
    title: Words,
    place: String,
    video_link: String,
    archive_reference: String,
    state: MeetingState,
    version: i64,
}

/// A deadline as it was last derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub stage: Stage,
    pub due_on: NaiveDate,
    pub due_at: Moment,
    pub done: Option<Done>,
}

/// One meeting.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn meeting(conn: &mut Conn, id: MeetingId) -> Result<Meeting> {
    let row = meeting::table
        .find(id)
        .select(MeetingRow::as_select())
        .first(conn)?;
    gather(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

impl OfBoard for Meeting {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        meeting(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }
}

/// A board's meetings that begin from `from` up to, but not on, `until`, in order of their days; cancelled ones too.
///
/// # Errors
/// When the database fails.
pub fn between(
    conn: &mut Conn,
    board: BoardId,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Meeting>> {
    let rows = meeting::table
        .filter(meeting::board_id.eq(board))
        .filter(
            meeting::first_day
                .ge(from)
                .and(meeting::first_day.lt(until)),
        )
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .select(MeetingRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// These meetings, in order of their days; those that are not there are left out.
///
/// # Errors
/// When the database fails.
pub fn chosen(conn: &mut Conn, ids: &[MeetingId]) -> Result<Vec<Meeting>> {
    let rows = meeting::table
        .filter(among(meeting::id, ids))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .select(MeetingRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// The meetings of these boards that begin before `until` and end on `from` or later, in order of their days;
/// cancelled ones too.
///
/// # Errors
/// When the database fails.
pub fn of_boards(
    conn: &mut Conn,
    boards: &[BoardId],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Meeting>> {
    let rows = meeting::table
        .filter(among(meeting::board_id, boards))
        .filter(meeting::last_day.ge(from).and(meeting::first_day.lt(until)))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .select(MeetingRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// A board's meetings of one calendar year.
///
/// # Errors
/// When the database fails.
pub fn of_year(conn: &mut Conn, board: BoardId, year: i32) -> Result<Vec<Meeting>> {
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).ok_or(Error::NotFound);
    between(conn, board, first(year)?, first(year + 1)?)
}

/// A board's meetings for which something may still be due: neither closed nor cancelled.
///
/// # Errors
/// When the database fails.
pub fn open(conn: &mut Conn, board: BoardId) -> Result<Vec<Meeting>> {
    let rows = meeting::table
        .filter(meeting::board_id.eq(board))
        .filter(meeting::state.ne_all([MeetingState::Closed, MeetingState::Cancelled]))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .select(MeetingRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// The deadlines that have come and that nobody has marked as done, in the order in which they came.
///
/// # Errors
/// When the database fails.
pub fn open_deadlines(conn: &mut Conn, now: Moment) -> Result<Vec<(MeetingId, Stage)>> {
    Ok(meeting_deadline::table
        .filter(meeting_deadline::done_at.is_null())
        .filter(meeting_deadline::due_at.le(now))
        .order((
            meeting_deadline::due_at.asc(),
            meeting_deadline::meeting_id.asc(),
        ))
        .select((meeting_deadline::meeting_id, meeting_deadline::stage))
        .load(conn)?)
}

/// What is in one of these states does not come: the minutes of its meeting are out, or it is cancelled.
const OVER: [MeetingState; 3] = [
    MeetingState::Minuted,
    MeetingState::Closed,
    MeetingState::Cancelled,
];

/// The next meetings of a board from a day on, at most so many.
///
/// # Errors
/// When the database fails.
pub fn coming(conn: &mut Conn, of: BoardId, from: NaiveDate, most: i64) -> Result<Vec<Meeting>> {
    let rows = meeting::table
        .filter(meeting::board_id.eq(of))
        .filter(meeting::state.ne_all(OVER))
        .filter(meeting::last_day.ge(from))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(most)
        .select(MeetingRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// The meetings of a board that are not cancelled, the latest first, at most so many.
///
/// # Errors
/// When the database fails.
pub fn latest(conn: &mut Conn, of: BoardId, most: i64) -> Result<Vec<Meeting>> {
    let rows = meeting::table
        .filter(meeting::board_id.eq(of))
        .filter(meeting::state.ne(MeetingState::Cancelled))
        .order((meeting::first_day.desc(), meeting::id.desc()))
        .limit(most)
        .select(MeetingRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// The next meeting of each of these boards from a day on, in order of their days.
///
/// # Errors
/// When the database fails.
pub fn next_of(conn: &mut Conn, boards: &[BoardId], from: NaiveDate) -> Result<Vec<Meeting>> {
    let rows: Vec<MeetingRow> = meeting::table
        .filter(among(meeting::board_id, boards))
        .filter(meeting::state.ne_all(OVER))
        .filter(meeting::last_day.ge(from))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .select(MeetingRow::as_select())
        .load(conn)?;
    let mut seen = Vec::new();
    let rows = rows.into_iter().filter(|row| {
        let first = !seen.contains(&row.board_id);
        seen.push(row.board_id);
        first
    });
    gather(conn, rows.collect())
}

/// Joins meetings with their days and what is done, in two queries however many they are.
fn gather(conn: &mut Conn, rows: Vec<MeetingRow>) -> Result<Vec<Meeting>> {
    let ids: Vec<MeetingId> = rows.iter().map(|row| row.id).collect();
    let mut sessions = sessions(conn, &ids)?;
    let mut kept = kept(conn, &ids)?;
    let meeting = |row: MeetingRow| {
        let deadlines = kept.remove(&row.id).unwrap_or_default();
        Meeting {
            sessions: sessions.remove(&row.id).unwrap_or_default(),
            done: deadlines
                .into_iter()
                .filter_map(|deadline| Some((deadline.stage, deadline.done?)))
                .collect(),
            id: row.id,
            board: row.board_id,
            kind: row.kind,
            title: row.title,
            place: row.place,
            video_link: row.video_link,
            archive_reference: row.archive_reference,
            state: row.state,
            version: row.version,
        }
    };
    Ok(rows.into_iter().map(meeting).collect())
}

fn sessions(conn: &mut Conn, of: &[MeetingId]) -> Result<HashMap<MeetingId, Vec<Session>>> {
    type Row = (MeetingId, NaiveDate, Option<NaiveTime>, Option<NaiveTime>);
    let rows: Vec<Row> = meeting_session::table
        .filter(among(meeting_session::meeting_id, of))
        .order((
            meeting_session::meeting_id.asc(),
            meeting_session::position.asc(),
        ))
        .select((
            meeting_session::meeting_id,
            meeting_session::day,
            meeting_session::starts,
            meeting_session::ends,
        ))
        .load(conn)?;
    let mut sessions: HashMap<MeetingId, Vec<Session>> = HashMap::new();
    for (id, day, starts, ends) in rows {
        let session = Session { day, starts, ends };
        sessions.entry(id).or_default().push(session);
    }
    Ok(sessions)
}

/// The deadlines of these meetings as they were last derived.
///
/// # Errors
/// When the database fails.
pub fn kept(conn: &mut Conn, of: &[MeetingId]) -> Result<HashMap<MeetingId, Vec<Kept>>> {
    type Row = (
        MeetingId,
        Stage,
        NaiveDate,
        Moment,
        Option<Moment>,
        Option<PersonId>,
    );
    let rows: Vec<Row> = meeting_deadline::table
        .filter(among(meeting_deadline::meeting_id, of))
        .select((
            meeting_deadline::meeting_id,
            meeting_deadline::stage,
            meeting_deadline::due_on,
            meeting_deadline::due_at,
            meeting_deadline::done_at,
            meeting_deadline::done_by,
        ))
        .load(conn)?;
    let mut kept: HashMap<MeetingId, Vec<Kept>> = HashMap::new();
    for (id, stage, due_on, due_at, done_at, by) in rows {
        let done = done_at.map(|at| Done { at, by });
        kept.entry(id).or_default().push(Kept {
            stage,
            due_on,
            due_at,
            done,
        });
    }
    Ok(kept)
}
