//! Reminders that other slices reckon from a day of a board, as its terms and mandates are.

use super::{MORNING, Subject, of};
use crate::boards::{Board, ReminderRule};
use crate::calendar::moment_of;
use crate::db::types::Moment;
use crate::mail::{Occasion, Wanted};
use chrono::{Duration, NaiveDate, NaiveTime};

/// How long whoever is at work on it has before a mail goes that cannot wait for a morning.
const GRACE: Duration = Duration::hours(1);

/// One mail a lead time before a day that a board is warned of, on the working day on or before it.
///
/// `about` is what the board's reminder rules are asked for; `kind`, `object_kind` and `object_id` are the ledger's.
#[must_use]
pub fn before(
    board: &Board,
    rules: &[ReminderRule],
    about: &'static str,
    (kind, object_kind, object_id): (&'static str, &'static str, &str),
    day: NaiveDate,
) -> Vec<Wanted> {
    let subject = Subject {
        board,
        kind,
        object_kind,
        object_id: object_id.to_owned(),
        day,
    };
    subject.before(of(rules, about))
}

/// When a board is warned of a day that is nearer than every lead time: on the next working morning, or in an hour where that
/// is too late; none where the day itself has come by then.
#[must_use]
pub fn soon(board: &Board, day: NaiveDate, now: Moment) -> Option<Moment> {
    let tomorrow = board.today(now).succ_opt()?;
    let working = board.calendar.on_or_after(tomorrow);
    let begins: Moment = moment_of(board.zone, day, NaiveTime::MIN).into();
    let morning: Moment = moment_of(board.zone, working, MORNING).into();
    let shortly = now + GRACE;
    [morning, shortly].into_iter().find(|due| *due < begins)
}

/// The next mail about something that is overdue since a day, by the board's own rhythm; see [`before`].
///
/// `standing` is what the ledger has of it.
#[must_use]
pub fn overdue(
    board: &Board,
    rules: &[ReminderRule],
    about: &'static str,
    (kind, object_kind, object_id): (&'static str, &'static str, &str),
    day: NaiveDate,
    (standing, now): (&[Occasion], Moment),
) -> Option<Wanted> {
    let subject = Subject {
        board,
        kind,
        object_kind,
        object_id: object_id.to_owned(),
        day,
    };
    let rules: Vec<&ReminderRule> = of(rules, about).collect();
    subject.overdue(&rules, standing, now)
}
