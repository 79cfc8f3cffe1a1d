//! The reports that a council owes the board above it: those that come by a rhythm, and another day for one, or none.

use super::{as_read, on_boards, put, refuse_dissolved, settled, unwritten};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::store::{self as boards, reports};
use crate::boards::{Board, CouncilReport};
use crate::cases::plan::By;
use crate::councils::{Founding, Rhythm, rules, store};
use crate::db::Conn;
use crate::db::ids::{BoardId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use chrono::NaiveDate;

/// Lays down how often a council reports, or that it no longer does by a rhythm.
///
/// What the former rhythm has made and is still to
/// come is not owed any more; the next report is made at once where none is open.
///
/// # Errors
/// `Stale` when someone saved after `version`, `Refused` where nothing is written of the council yet or it is dissolved, or when
/// the database fails.
pub fn set_rhythm(
    conn: &mut Conn,
    council: &Board,
    version: i64,
    rhythm: Option<&Rhythm>,
    by: By,
) -> Result<()> {
    let before = as_read(conn, council.id, version)?.ok_or_else(unwritten)?;
    refuse_dissolved(&before)?;
    let mut after = before.clone();
    after.rhythm = rhythm.cloned();
    let months = |of: &Founding| {
        let months = of.rhythm.as_ref().map(|it| it.months.to_string());
        months.unwrap_or_default()
    };
    let changes = [Change::of(
        "council-report-months",
        &months(&before),
        &months(&after),
    )];
    put(conn, council.id, &after, "council-rhythm", changes, by)?;
    if before.rhythm != after.rhythm
        && let Some(former) = before.rhythm
    {
        let today = council.today(by.now);
        let is_of_it =
            |it: &CouncilReport| it.due_on >= today && rules::turn_after(&former, it).is_some();
        drop_where(conn, council.id, is_of_it, by)?;
    }
    owe_next(conn, council.id, &after, by.now)
}

/// Makes the next report of a council where its rhythm wants one now.
fn owe_next(conn: &mut Conn, council: BoardId, of: &Founding, now: Moment) -> Result<()> {
    let Some((due_on, rhythm)) = owed(conn, council, of, now)? else {
        return Ok(());
    };
    let id = reports::owe(conn, council, &rhythm.title, due_on)?;
    let entry = Entry {
        board_id: Some(council),
        object_kind: "council_report",
        object_id: id.as_str(),
        object_version: 1,
        action: "council-report-added",
        changes: Vec::new(),
    };
    audit::record(conn, Actor::System, now, &entry)?;
    crate::boards::mail::planner(conn, council, now)
}

/// The day of the report that is to be made now, if any, and the rhythm that it follows.
fn owed<'a>(
    conn: &mut Conn,
    council: BoardId,
    of: &'a Founding,
    now: Moment,
) -> Result<Option<(NaiveDate, &'a Rhythm)>> {
    let Some(rhythm) = &of.rhythm else {
        return Ok(None);
    };
    let today = boards::board(conn, council)?.today(now);
    let standing = reports::reports(conn, council)?;
    let next = rules::next_report(rhythm, &standing, of.basis.period.until, today);
    Ok(next.map(|day| (day, rhythm)))
}

/// The councils that owe a report which is not made yet.
pub(super) fn owing(conn: &mut Conn, now: Moment) -> Result<Vec<(BoardId, Founding)>> {
    let mut owing = Vec::new();
    for (council, of) in store::reporting(conn, now.utc().date_naive())? {
        if owed(conn, council, &of, now)?.is_some() {
            owing.push((council, of));
        }
    }
    Ok(owing)
}

/// Makes every report that is to be made now.
pub(super) fn owe_due(conn: &mut Conn, now: Moment) -> Result<()> {
    let owing = owing(conn, now)?;
    (owing.iter()).try_for_each(|(council, of)| owe_next(conn, *council, of, now))
}

/// Removes those of a council's reports that are not delivered and no longer owed.
pub(super) fn drop_where(
    conn: &mut Conn,
    council: BoardId,
    is_dropped: impl Fn(&CouncilReport) -> bool,
    by: By,
) -> Result<()> {
    let mut dropped = reports::reports(conn, council)?;
    dropped.retain(|it| it.delivered_at.is_none() && is_dropped(it));
    for one in dropped {
        settled(reports::remove_report(conn, on_boards(by), &one)?)?;
    }
    Ok(())
}

/// A report of a council as it was shown.
fn as_shown(
    conn: &mut Conn,
    council: BoardId,
    (id, version): (RowId, i64),
) -> Result<CouncilReport> {
    let found = reports::report(conn, id)?.filter(|it| it.board == council);
    let shown = found.filter(|it| it.version == version && it.delivered_at.is_none());
    shown.ok_or(Error::Stale)
}

/// Gives a report that is not delivered another day. Its rhythm goes on with the turn after it.
///
/// # Errors
/// `Stale` when it was delivered, changed or removed after it was shown, or when the database fails.
pub fn move_report(
    conn: &mut Conn,
    council: BoardId,
    shown: (RowId, i64),
    due_on: NaiveDate,
    by: By,
) -> Result<()> {
    let report = as_shown(conn, council, shown)?;
    pass_turn(conn, &report, by)?;
    settled(reports::move_report(conn, on_boards(by), &report, due_on)?)
}

/// Removes a report that is not delivered. Its rhythm goes on with the turn after it.
///
/// # Errors
/// `Stale` when it was delivered, changed or removed after it was shown, or when the database fails.
pub fn remove_report(conn: &mut Conn, council: BoardId, shown: (RowId, i64), by: By) -> Result<()> {
    let report = as_shown(conn, council, shown)?;
    pass_turn(conn, &report, by)?;
    settled(reports::remove_report(conn, on_boards(by), &report)?)
}

/// The rhythm that a report came by is counted from the turn after it, so that the report is not made once more.
fn pass_turn(conn: &mut Conn, report: &CouncilReport, by: By) -> Result<()> {
    let Some(mut of) = store::founding(conn, report.board)? else {
        return Ok(());
    };
    let Some(rhythm) = &mut of.rhythm else {
        return Ok(());
    };
    let Some(next) = rules::turn_after(rhythm, report) else {
        return Ok(());
    };
    let change = Change::of("council-report-from", &rhythm.from, &next);
    rhythm.from = next;
    put(conn, report.board, &of, "council-rhythm", [change], by)
}
