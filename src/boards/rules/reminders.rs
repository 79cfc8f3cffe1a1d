//! Reminders that other slices reckon from a day of a board, as its terms and mandates are.

use super::{Subject, of};
use crate::boards::{Board, ReminderRule};
use crate::mail::Wanted;
use chrono::NaiveDate;

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
