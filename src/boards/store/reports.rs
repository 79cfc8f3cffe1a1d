//! Reports that a council owes the board above it.

use super::changes::By;
use crate::audit::Change;
use crate::boards::{CouncilReport, Refusal};
use crate::db::Conn;
use crate::db::ids::{BoardId, RowId};
use crate::db::schema::{board, council_report};
use crate::db::types::{Moment, Words};
use crate::error::Result;
use chrono::NaiveDate;
use diesel::prelude::*;

type Row = (RowId, BoardId, String, NaiveDate, Option<Moment>, i64);

fn report_of((id, board, title, due_on, delivered_at, version): Row) -> CouncilReport {
    CouncilReport {
        id,
        board,
        title,
        due_on,
        delivered_at,
        version,
    }
}

/// The reports a council owes or has delivered, by date.
///
/// # Errors
/// When the database fails.
pub fn reports(conn: &mut Conn, of: BoardId) -> Result<Vec<CouncilReport>> {
    let rows: Vec<Row> = council_report::table
        .filter(council_report::board_id.eq(of))
        .order((council_report::due_on.asc(), council_report::id.asc()))
        .select(council_report::all_columns)
        .load(conn)?;
    Ok(rows.into_iter().map(report_of).collect())
}

/// The reports that the boards below one owe it or have delivered, by date.
///
/// # Errors
/// When the database fails.
pub fn of_councils(conn: &mut Conn, of: BoardId) -> Result<Vec<(Words, CouncilReport)>> {
    let rows: Vec<(Words, Row)> = council_report::table
        .inner_join(board::table)
        .filter(board::parent_id.eq(of))
        .order((council_report::due_on.asc(), council_report::id.asc()))
        .select((board::name, council_report::all_columns))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(name, row)| (name, report_of(row)))
        .collect())
}

/// One report, while it exists.
///
/// # Errors
/// When the database fails.
pub fn report(conn: &mut Conn, id: RowId) -> Result<Option<CouncilReport>> {
    let row: Option<Row> = council_report::table
        .find(id)
        .select(council_report::all_columns)
        .first(conn)
        .optional()?;
    Ok(row.map(report_of))
}

/// Delivers every report whose day has come on its council's calendar, and says whose they were: what councils do in
/// a rehearsal where each does their part.
///
/// # Errors
/// When the database fails.
pub fn deliver_due(conn: &mut Conn, now: Moment) -> Result<Vec<BoardId>> {
    let undelivered: Vec<(RowId, BoardId, NaiveDate)> = council_report::table
        .filter(council_report::delivered_at.is_null())
        .select((
            council_report::id,
            council_report::board_id,
            council_report::due_on,
        ))
        .load(conn)?;
    let mut delivered = Vec::new();
    for (id, council, due_on) in undelivered {
        if due_on <= super::board(conn, council)?.today(now) {
            diesel::update(council_report::table.find(id))
                .set(council_report::delivered_at.eq(now))
                .execute(conn)?;
            delivered.push(council);
        }
    }
    Ok(delivered)
}

/// Adds a report that is due on a date.
///
/// # Errors
/// When the database fails.
pub fn add_report(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    title: &str,
    due_on: NaiveDate,
) -> Result<()> {
    let id = owe(conn, of, title, due_on)?;
    by.records(
        conn,
        of,
        ("council_report", id.as_str(), 1),
        "council-report-added",
        Vec::new(),
    )
}

/// Writes that a report is owed by a date; who owes it by a rhythm of its own has the log written there.
///
/// # Errors
/// When the database fails.
pub fn owe(conn: &mut Conn, of: BoardId, title: &str, due_on: NaiveDate) -> Result<RowId> {
    let id = RowId::new();
    diesel::insert_into(council_report::table)
        .values((
            council_report::id.eq(id),
            council_report::board_id.eq(of),
            council_report::title.eq(title),
            council_report::due_on.eq(due_on),
        ))
        .execute(conn)?;
    Ok(id)
}

/// Marks a report of this council as delivered; once delivered it stays so.
///
/// # Errors
/// When the database fails.
pub fn deliver_report(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    id: RowId,
) -> Result<Result<(), Refusal>> {
    let open = council_report::table.filter(
        council_report::id
            .eq(id)
            .and(council_report::board_id.eq(of))
            .and(council_report::delivered_at.is_null()),
    );
    let changed = diesel::update(open)
        .set((
            council_report::delivered_at.eq(by.at),
            council_report::version.eq(council_report::version + 1),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Ok(Err(Refusal::Stale));
    }
    by.records(
        conn,
        of,
        ("council_report", id.as_str(), 2),
        "council-report-delivered",
        Vec::new(),
    )?;
    Ok(Ok(()))
}

/// One that is not delivered and is as it was read.
fn as_read(conn: &mut Conn, of: &CouncilReport) -> Result<bool> {
    let standing = report(conn, of.id)?;
    Ok(standing.is_some_and(|it| it == *of && it.delivered_at.is_none()))
}

/// Gives a report that is not delivered another day.
///
/// # Errors
/// When the database fails.
pub fn move_report(
    conn: &mut Conn,
    by: By,
    of: &CouncilReport,
    due_on: NaiveDate,
) -> Result<Result<(), Refusal>> {
    if !as_read(conn, of)? {
        return Ok(Err(Refusal::Stale));
    }
    diesel::update(council_report::table.find(of.id))
        .set((
            council_report::due_on.eq(due_on),
            council_report::version.eq(of.version + 1),
        ))
        .execute(conn)?;
    let object = ("council_report", of.id.as_str(), of.version + 1);
    let change = Change::of("boards-report-due", &of.due_on, &due_on);
    let changes = change.into_iter().collect();
    by.records(conn, of.board, object, "council-report-moved", changes)?;
    Ok(Ok(()))
}

/// Removes a report that is not delivered and is not owed any more.
///
/// # Errors
/// When the database fails.
pub fn remove_report(conn: &mut Conn, by: By, of: &CouncilReport) -> Result<Result<(), Refusal>> {
    if !as_read(conn, of)? {
        return Ok(Err(Refusal::Stale));
    }
    diesel::delete(council_report::table.find(of.id)).execute(conn)?;
    let object = ("council_report", of.id.as_str(), of.version + 1);
    let changes = Change::of("boards-report-due", &of.due_on, "");
    let changes = changes.into_iter().collect();
    by.records(conn, of.board, object, "council-report-removed", changes)?;
    Ok(Ok(()))
}
