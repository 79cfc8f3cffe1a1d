//! The mail of what is carried out, as the ledger wants it: thanks to those who leave, two weeks before their last day, and a
//! welcome to those who are named, on their first.
//!
//! That a term ends and who is asked to name a representative is told by the boards' own mail, so nobody is told of one thing
//! twice.

use super::rules::{THANKS, WELCOME, goes_on};
use super::{Line, store};
use crate::boards::rules::MORNING;
use crate::boards::rules::reminders::soon;
use crate::boards::store::terms;
use crate::boards::{Appointment, Board, Representation, store as boards};
use crate::calendar::moment_of;
use crate::db::Conn;
use crate::db::ids::{AppointmentId, BoardId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::ledger::{Key, Scope, reconcile};
use crate::mail::{Occasion, OccasionState, Wanted};
use chrono::{Days, Duration, NaiveDate};
use std::collections::BTreeMap;

/// How long before the last day thanks go: who leaves has then time to save what they need.
const THANKS_BEFORE: Days = Days::new(14);
/// For how long a word of thanks or welcome is worth sending late.
const WORTH: Duration = Duration::days(14);

/// Derives the mail of a board's rotations. The slice's planner.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    let (standing, lines) = (store::mail(conn, of)?, store::carried_out(conn, of)?);
    if standing.is_empty() && lines.is_empty() {
        return Ok(());
    }
    let board = boards::board(conn, of)?;
    let (appointments, using) = (
        terms::appointments(conn, of)?,
        terms::representations(conn, of)?,
    );
    let mut rows: BTreeMap<String, Vec<Occasion>> = BTreeMap::new();
    for row in standing {
        rows.entry(row.object_id.clone()).or_default().push(row);
    }
    let mut wants: BTreeMap<String, Vec<Wanted>> = BTreeMap::new();
    for line in &lines {
        wants_of(&board, line, (&appointments, &using), &rows, now)
            .into_iter()
            .for_each(|want| {
                let of = wants.entry(want.key.object_id.clone()).or_default();
                // A term that one proposal made and another ends is in both.
                if of.iter().all(|it| it.key != want.key) {
                    of.push(want);
                }
            });
    }
    for object in wants.keys() {
        rows.entry(object.clone()).or_default();
    }
    for (object, rows) in &rows {
        let scope = Scope {
            board: Some(of),
            object_id: object,
            kinds: &[THANKS, WELCOME],
        };
        let wanted = wants.get(object).map_or(&[][..], Vec::as_slice);
        reconcile(conn, scope, rows, wanted, now)?;
    }
    Ok(())
}

/// What one line makes due.
fn wants_of(
    board: &Board,
    line: &Line,
    (appointments, using): (&[Appointment], &[Representation]),
    rows: &BTreeMap<String, Vec<Occasion>>,
    now: Moment,
) -> Vec<Wanted> {
    let term = |id: AppointmentId| appointments.iter().find(|it| it.id == id);
    let left = line.leaves.and_then(|it| term(it.term));
    let leaves = left.and_then(|it| thanks_on(it, appointments).map(|day| (it, day)));
    let thanks = leaves.map(|(it, last)| {
        let standing = rows.get(it.id.as_str()).map_or(&[][..], Vec::as_slice);
        let mut planned = standing
            .iter()
            .filter(|row| row.kind == THANKS && row.about_day == Some(last) && is_planned(row));
        // Thanks that stand keep their moment, so that planning again changes nothing.
        let due = planned.next().map(|row| row.due);
        let due = due.unwrap_or_else(|| thanks_due(board, last, now));
        want((THANKS, it.id, "end".to_owned()), last, due)
    });
    let mut wanted: Vec<Wanted> = thanks.into_iter().collect();
    let made = line.made.and_then(term);
    for (made, first) in made.into_iter().flat_map(|it| starts(it, using)) {
        let standing = rows.get(made.id.as_str()).map_or(&[][..], Vec::as_slice);
        let slot = first.to_string();
        let due = welcome_due(board, standing, (&slot, first), now);
        wanted.push(want((WELCOME, made.id, slot), first, due));
    }
    wanted
}

/// The last day of a term, when who has it leaves then.
#[must_use]
pub fn thanks_on(term: &Appointment, appointments: &[Appointment]) -> Option<NaiveDate> {
    let last = term.period.last_day();
    last.filter(|_| !goes_on(term, appointments))
}

/// When thanks go for a term with this last day: two weeks before it, on a working day; where that is over, on the next working
/// morning, or else on the day itself.
#[must_use]
pub fn thanks_due(board: &Board, last: NaiveDate, now: Moment) -> Moment {
    let morning = |day: NaiveDate| -> Moment { moment_of(board.zone, day, MORNING).into() };
    let before = last.checked_sub_days(THANKS_BEFORE).unwrap_or(last);
    let usual = morning(board.calendar.on_or_before(before));
    if usual >= now {
        return usual;
    }
    soon(board, last, now).unwrap_or_else(|| morning(last))
}

/// Whether a row of the ledger says when a mail goes.
fn is_planned(row: &Occasion) -> bool {
    row.state != OccasionState::Withdrawn || row.why == "before-mail-on"
}

/// The days on which somebody begins to use a term.
fn starts<'a>(
    term: &'a Appointment,
    using: &'a [Representation],
) -> impl Iterator<Item = (&'a Appointment, NaiveDate)> {
    using
        .iter()
        .filter(|it| it.appointment == term.id)
        .map(move |it| (term, it.period.from.max(term.period.from)))
}

/// On the first morning, or at once when somebody is named after that. A welcome that stands keeps its moment, so that planning
/// again changes nothing.
fn welcome_due(
    board: &Board,
    standing: &[Occasion],
    (slot, first): (&str, NaiveDate),
    now: Moment,
) -> Moment {
    let planned = standing
        .iter()
        .filter(|row| row.kind == WELCOME && row.slot == slot && is_planned(row));
    let morning: Moment = moment_of(board.zone, first, MORNING).into();
    planned.map(|row| row.due).max().unwrap_or(morning.max(now))
}

fn want(
    (kind, term, slot): (&'static str, AppointmentId, String),
    day: NaiveDate,
    due: Moment,
) -> Wanted {
    Wanted {
        key: Key {
            kind,
            object_id: term.to_string(),
            slot,
        },
        object_kind: "appointment",
        about_day: day,
        deadline: None,
        due,
        expires: due + WORTH,
    }
}
