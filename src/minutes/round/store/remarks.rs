//! The rows of remarks.

use crate::db::Conn;
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, PersonId, RowId};
use crate::db::schema::{minutes_remark, person};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::minutes::round::{Remark, RemarkState};
use diesel::prelude::*;
use std::collections::BTreeSet;

type Row = (
    (
        RowId,
        MeetingId,
        BoardId,
        Option<AgendaItemId>,
        Option<CaseId>,
        i64,
    ),
    (PersonId, String, String, Moment),
    (RemarkState, String),
);

fn of_row(row: Row) -> Remark {
    let ((id, meeting, board, item, case, draft), (person, who, content, at), (state, answer)) =
        row;
    Remark {
        id,
        meeting,
        board,
        item,
        case,
        draft,
        person,
        who,
        content,
        at,
        state,
        answer,
    }
}

macro_rules! remarks {
    () => {
        minutes_remark::table.inner_join(person::table).select((
            (
                minutes_remark::id,
                minutes_remark::meeting_id,
                minutes_remark::board_id,
                minutes_remark::item_id,
                minutes_remark::case_id,
                minutes_remark::draft,
            ),
            (
                minutes_remark::person_id,
                person::name,
                minutes_remark::content,
                minutes_remark::made_at,
            ),
            (minutes_remark::state, minutes_remark::answer),
        ))
    };
}

/// Every remark on the minutes of a meeting, the oldest first.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(conn: &mut Conn, of: MeetingId) -> Result<Vec<Remark>> {
    let rows: Vec<Row> = remarks!()
        .filter(minutes_remark::meeting_id.eq(of))
        .order((minutes_remark::made_at.asc(), minutes_remark::id.asc()))
        .load(conn)?;
    Ok(rows.into_iter().map(of_row).collect())
}

/// The meetings of a board on whose minutes there are remarks that are not settled.
///
/// # Errors
/// When the database fails.
pub fn unsettled(conn: &mut Conn, of: BoardId) -> Result<BTreeSet<MeetingId>> {
    let meetings: Vec<MeetingId> = minutes_remark::table
        .filter(minutes_remark::board_id.eq(of))
        .filter(minutes_remark::state.eq(RemarkState::Open))
        .select(minutes_remark::meeting_id)
        .load(conn)?;
    Ok(meetings.into_iter().collect())
}

/// One remark.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn remark(conn: &mut Conn, id: RowId) -> Result<Remark> {
    let row: Row = remarks!().filter(minutes_remark::id.eq(id)).first(conn)?;
    Ok(of_row(row))
}

/// Everything that someone has asked for, the newest first: for the export of their own data.
///
/// # Errors
/// When the database fails.
pub fn of_person(conn: &mut Conn, of: PersonId) -> Result<Vec<Remark>> {
    let rows: Vec<Row> = remarks!()
        .filter(minutes_remark::person_id.eq(of))
        .order(minutes_remark::id.desc())
        .load(conn)?;
    Ok(rows.into_iter().map(of_row).collect())
}

/// Keeps a remark. False when it stands already: a form sent twice is one remark (F16).
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, new: &Remark) -> Result<bool> {
    let standing: i64 = minutes_remark::table
        .find(new.id)
        .count()
        .get_result(conn)?;
    if standing > 0 {
        return Ok(false);
    }
    diesel::insert_into(minutes_remark::table)
        .values((
            minutes_remark::id.eq(new.id),
            minutes_remark::meeting_id.eq(new.meeting),
            minutes_remark::board_id.eq(new.board),
            minutes_remark::item_id.eq(new.item),
            minutes_remark::case_id.eq(new.case),
            minutes_remark::draft.eq(new.draft),
            minutes_remark::person_id.eq(new.person),
            minutes_remark::content.eq(&new.content),
            minutes_remark::made_at.eq(new.at),
            minutes_remark::state.eq(new.state),
            minutes_remark::answer.eq(&new.answer),
        ))
        .execute(conn)?;
    Ok(true)
}

/// What the remarks of someone were about that were settled from a moment on, the oldest first; without one, all of them.
///
/// # Errors
/// When the database fails.
pub fn settled_since(
    conn: &mut Conn,
    (of, who): (MeetingId, PersonId),
    since: Option<Moment>,
) -> Result<Vec<Option<AgendaItemId>>> {
    let mut rows = minutes_remark::table
        .filter(minutes_remark::meeting_id.eq(of))
        .filter(minutes_remark::person_id.eq(who))
        .filter(minutes_remark::state.ne(RemarkState::Open))
        .order((minutes_remark::made_at.asc(), minutes_remark::id.asc()))
        .select(minutes_remark::item_id)
        .into_boxed();
    if let Some(since) = since {
        rows = rows.filter(minutes_remark::settled_at.ge(since));
    }
    Ok(rows.load(conn)?)
}

/// Settles a remark, once.
///
/// # Errors
/// `Stale` when someone settled it first, or when the database fails.
pub fn settle(
    conn: &mut Conn,
    id: RowId,
    (state, answer): (RemarkState, &str),
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let open = minutes_remark::table
        .find(id)
        .filter(minutes_remark::state.eq(RemarkState::Open));
    let changed = diesel::update(open)
        .set((
            minutes_remark::state.eq(state),
            minutes_remark::answer.eq(answer),
            minutes_remark::settled_by.eq(by),
            minutes_remark::settled_at.eq(now),
        ))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}
