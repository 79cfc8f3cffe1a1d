//! The rows of proposals: changing them. Whether it may be so is asked before, in `plan.rs`.

use crate::composition::rotation::{Line, Rotation};
use crate::db::Conn;
use crate::db::ids::{AppointmentId, RotationId, RowId};
use crate::db::schema::{rotation, rotation_line};
use crate::error::{Error, Result};
use diesel::prelude::*;

/// Adds a proposal with its lines.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, of: &Rotation) -> Result<()> {
    diesel::insert_into(rotation::table)
        .values((
            rotation::id.eq(of.id),
            rotation::board_id.eq(of.board),
            rotation::title.eq(&of.title),
            rotation::valid_from.eq(of.from),
            rotation::note.eq(&of.note),
            rotation::state.eq(of.state),
            rotation::case_id.eq(of.case),
            rotation::decision.eq(&of.decision),
            rotation::decided_on.eq(of.decided_on),
            rotation::version.eq(of.version),
        ))
        .execute(conn)?;
    of.lines
        .iter()
        .try_for_each(|line| put_line(conn, of.id, line))
}

/// Changes a proposal, without its lines, from the version that was shown to the next.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn put(conn: &mut Conn, of: &Rotation, version: i64) -> Result<()> {
    let standing = rotation::table
        .find(of.id)
        .filter(rotation::version.eq(version));
    let changed = diesel::update(standing)
        .set((
            rotation::title.eq(&of.title),
            rotation::valid_from.eq(of.from),
            rotation::note.eq(&of.note),
            rotation::state.eq(of.state),
            rotation::case_id.eq(of.case),
            rotation::decision.eq(&of.decision),
            rotation::decided_on.eq(of.decided_on),
            rotation::version.eq(version + 1),
        ))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Writes a line over the one in its row, or as a new one.
///
/// # Errors
/// When the database fails.
pub fn put_line(conn: &mut Conn, of: RotationId, line: &Line) -> Result<()> {
    remove_line(conn, of, line.id)?;
    diesel::insert_into(rotation_line::table)
        .values((
            rotation_line::id.eq(line.id),
            rotation_line::rotation_id.eq(of),
            rotation_line::seat_id.eq(line.seat),
            rotation_line::leaves_id.eq(line.leaves.map(|it| it.term)),
            rotation_line::leaves_until.eq(line.leaves.map(|it| it.until)),
            rotation_line::organisation_id.eq(line.organisation),
            rotation_line::valid_from.eq(line.period.from),
            rotation_line::valid_until.eq(line.period.until),
            rotation_line::name_by.eq(line.name_by),
            rotation_line::made_id.eq(line.made),
        ))
        .execute(conn)?;
    Ok(())
}

/// Removes a line.
///
/// # Errors
/// When the database fails.
pub fn remove_line(conn: &mut Conn, of: RotationId, id: RowId) -> Result<()> {
    let row = rotation_line::table
        .find(id)
        .filter(rotation_line::rotation_id.eq(of));
    diesel::delete(row).execute(conn)?;
    Ok(())
}

/// Writes down which term was made of a line.
///
/// # Errors
/// When the database fails.
pub fn made(conn: &mut Conn, id: RowId, term: AppointmentId) -> Result<()> {
    diesel::update(rotation_line::table.find(id))
        .set(rotation_line::made_id.eq(term))
        .execute(conn)?;
    Ok(())
}
