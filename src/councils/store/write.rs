//! The rows of councils and of what they are asked: changing them. Whether it may be so is asked before, in `plan.rs`.

use crate::councils::{Delegation, Founding};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::schema::{board, council, delegation};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use diesel::prelude::*;

/// Writes what is known of a council for the first time.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, of: BoardId, it: &Founding) -> Result<()> {
    diesel::insert_into(council::table)
        .values((
            (
                council::id.eq(it.id),
                council::board_id.eq(of),
                council::case_id.eq(it.basis.case),
                council::decision.eq(&it.basis.decision),
                council::valid_from.eq(it.basis.period.from),
                council::valid_until.eq(it.basis.period.until),
            ),
            (
                council::dissolved_decision.eq(""),
                council::report_months.eq(it.rhythm.as_ref().map(|rhythm| rhythm.months)),
                council::report_from.eq(it.rhythm.as_ref().map(|rhythm| rhythm.from)),
                council::report_title.eq(it.rhythm.as_ref().map_or("", |rhythm| &rhythm.title)),
                council::version.eq(it.version),
            ),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes a changed one over what was read, and raises its version.
///
/// # Errors
/// `Stale` when someone saved after that, or when the database fails.
pub fn put(conn: &mut Conn, it: &Founding) -> Result<()> {
    let as_read = council::table
        .filter(council::id.eq(it.id))
        .filter(council::version.eq(it.version));
    let end = it.dissolution.as_ref();
    let changed = diesel::update(as_read)
        .set((
            (
                council::case_id.eq(it.basis.case),
                council::decision.eq(&it.basis.decision),
                council::valid_from.eq(it.basis.period.from),
                council::valid_until.eq(it.basis.period.until),
                council::dissolved_from.eq(end.map(|end| end.from)),
                council::dissolved_decision.eq(end.map_or("", |end| &end.decision)),
                council::dissolved_by.eq(end.map(|end| end.by)),
            ),
            (
                council::report_months.eq(it.rhythm.as_ref().map(|rhythm| rhythm.months)),
                council::report_from.eq(it.rhythm.as_ref().map(|rhythm| rhythm.from)),
                council::report_title.eq(it.rhythm.as_ref().map_or("", |rhythm| &rhythm.title)),
                council::version.eq(it.version + 1),
            ),
        ))
        .execute(conn)?;
    (changed == 1).then_some(()).ok_or(Error::Stale)
}

/// Writes that a dissolved council is closed, and lets the secretariat of the board above keep what is left: nobody else has a
/// role on it any more.
///
/// # Errors
/// When the database fails.
pub fn close(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    diesel::update(council::table.filter(council::board_id.eq(of)))
        .set(council::closed_at.eq(now))
        .execute(conn)?;
    diesel::update(board::table.find(of))
        .set((
            board::parent_secretariat.eq(true),
            board::version.eq(board::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes a new question, or advice that a council sends by itself.
///
/// # Errors
/// When the database fails.
pub fn add_delegation(conn: &mut Conn, of: &Delegation) -> Result<()> {
    diesel::insert_into(delegation::table)
        .values((
            (
                delegation::id.eq(of.id),
                delegation::origin.eq(of.origin),
                delegation::board_id.eq(of.board),
                delegation::case_id.eq(of.case),
                delegation::council_id.eq(of.council),
                delegation::council_case_id.eq(of.council_case),
                delegation::question.eq(&of.question),
                delegation::due_on.eq(of.due_on),
                delegation::meeting_id.eq(of.meeting),
            ),
            (
                delegation::state.eq(of.state),
                delegation::advice.eq(&of.advice),
                delegation::asked_by.eq(of.asked.by),
                delegation::asked_at.eq(of.asked.at),
                delegation::settled_by.eq(of.settled.as_ref().map(|act| act.by)),
                delegation::settled_at.eq(of.settled.as_ref().map(|act| act.at)),
                delegation::version.eq(of.version),
            ),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes what became of a question over what was read, and raises its version.
///
/// # Errors
/// `Stale` when someone saved after that, or when the database fails.
pub fn settle(conn: &mut Conn, of: &Delegation) -> Result<()> {
    let as_read = delegation::table
        .filter(delegation::id.eq(of.id))
        .filter(delegation::version.eq(of.version));
    let changed = diesel::update(as_read)
        .set((
            delegation::state.eq(of.state),
            delegation::advice.eq(&of.advice),
            delegation::settled_by.eq(of.settled.as_ref().map(|act| act.by)),
            delegation::settled_at.eq(of.settled.as_ref().map(|act| act.at)),
            delegation::version.eq(of.version + 1),
        ))
        .execute(conn)?;
    (changed == 1).then_some(()).ok_or(Error::Stale)
}
