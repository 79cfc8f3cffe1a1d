//! Warns of rules that will be broken by themselves: the slice's planner, and what a weekly mail chooses from.
//!
//! One warning a lead time for each day, of all that is broken from that day on. What is found nearer than every lead time is
//! warned of on the next working day. Whoever mends it in time gets no more of them.

use super::{Facts, rules, store};
use crate::boards::rules::reminders;
use crate::boards::{Board, ReminderRule, about, store as boards};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::ledger::{Scope, reconcile};
use crate::mail::{Occasion, OccasionState, Wanted};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Derives a board's warnings. The slice's planner.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    let standing = store::warnings(conn, of)?;
    let reminders = asked(conn, of)?;
    if standing.is_empty() && reminders.is_empty() {
        return Ok(());
    }
    let board = boards::board(conn, of)?;
    let today = board.today(now);
    let facts = store::facts(conn, &board, today)?;
    let wanted = by_object(wanted(&facts, &board, &reminders, &standing, now));
    let mut rows: BTreeMap<String, Vec<Occasion>> = BTreeMap::new();
    for row in standing {
        rows.entry(row.object_id.clone()).or_default().push(row);
    }
    for object in wanted.keys() {
        rows.entry(object.clone()).or_default();
    }
    for (object, rows) in &rows {
        let scope = Scope {
            board: Some(of),
            object_id: object,
            kinds: &[rules::MAIL],
        };
        let wanted = wanted.get(object).map_or(&[][..], Vec::as_slice);
        reconcile(conn, scope, rows, wanted, now)?;
    }
    Ok(())
}

/// Every warning of what is to come, told or not: what a weekly mail chooses from.
///
/// # Errors
/// When the database fails.
pub fn all_reminders(conn: &mut Conn, board: &Board, now: Moment) -> Result<Vec<Wanted>> {
    let reminders = asked(conn, board.id)?;
    if reminders.is_empty() {
        return Ok(Vec::new());
    }
    let standing = store::warnings(conn, board.id)?;
    let facts = store::facts(conn, board, board.today(now))?;
    Ok(wanted(&facts, board, &reminders, &standing, now))
}

/// Who wants to be warned, and how long before.
fn asked(conn: &mut Conn, of: BoardId) -> Result<Vec<ReminderRule>> {
    let mut reminders = boards::reminders(conn, of)?;
    reminders.retain(|rule| rule.about == about::COMPOSITION);
    Ok(reminders)
}

fn wanted(
    facts: &Facts,
    board: &Board,
    reminders: &[ReminderRule],
    standing: &[Occasion],
    now: Moment,
) -> Vec<Wanted> {
    let breaks = rules::breaks(facts, board.today(now));
    let days: BTreeSet<NaiveDate> = breaks.iter().map(|it| it.on).collect();
    let wanted = days.into_iter().flat_map(|day| {
        let id = format!("{}:{day}", board.id);
        let object = (rules::MAIL, rules::OBJECT, id.as_str());
        let mut wanted = reminders::before(board, reminders, about::COMPOSITION, object, day);
        let told = standing.iter().filter(|row| row.object_id == id);
        wanted.extend(late(board, &wanted, told, now));
        wanted
    });
    wanted.collect()
}

/// The one warning of a day that was found when every lead time had passed.
fn late<'r>(
    board: &Board,
    wanted: &[Wanted],
    mut told: impl Iterator<Item = &'r Occasion>,
    now: Moment,
) -> Option<Wanted> {
    let last = wanted.iter().max_by_key(|it| it.due)?;
    let due = match told.find(|row| row.state != OccasionState::Withdrawn) {
        Some(row) if row.slot == rules::LATE => row.due,
        Some(_) => return None,
        None if wanted.iter().any(|it| it.is_in_time(now)) => return None,
        None => reminders::soon(board, last.about_day, now)?,
    };
    let mut late = last.clone();
    rules::LATE.clone_into(&mut late.key.slot);
    late.due = due;
    Some(late)
}

fn by_object(wanted: Vec<Wanted>) -> BTreeMap<String, Vec<Wanted>> {
    let mut by_object: BTreeMap<String, Vec<Wanted>> = BTreeMap::new();
    for want in wanted {
        let of = by_object.entry(want.key.object_id.clone()).or_default();
        of.push(want);
    }
    by_object
}
