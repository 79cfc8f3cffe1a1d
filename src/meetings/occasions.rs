//! Which mails a meeting asks for, and when: the rules behind the ledger's rows, as pure functions.
//!
//! A reminder goes at [`REMINDER_TIME`] on a working day. Of what is overdue only the next repeat is asked for; when
//! it is settled the next one is. What has been told stays told, and the ledger decides what is told again.

use super::{Deadline, Meeting, Stage, rules};
use crate::boards::{Board, BoardData, ReminderKind, ReminderRule, ReminderUnit, ToRole};
use crate::calendar::moment_of;
use crate::db::types::Moment;
use crate::mail::{Key, Occasion, OccasionState, Wanted};
use chrono::{Datelike, Duration, Months, NaiveDate, NaiveTime};
use std::collections::BTreeMap;
use std::iter::successors;

/// When reminders go, by the board's clock: as people begin their day.
pub const REMINDER_TIME: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine is an hour");
/// How long the last repeat of what is overdue makes sense.
const LAST_REPEAT_LASTS: Duration = Duration::days(7);
/// The kind of occasion, and the word in reminder rules, for a year with too few meetings.
pub const TOO_FEW: &str = "too-few-meetings";
/// The kinds that are asked for a meeting.
pub const MEETING_KINDS: [&str; 9] = [
    Stage::Registration.kind(),
    Stage::Delivery.kind(),
    Stage::Notice.kind(),
    Stage::Reply.kind(),
    Stage::Dispatch.kind(),
    Stage::Meeting.kind(),
    Stage::Draft.kind(),
    Stage::Remarks.kind(),
    Stage::Publication.kind(),
];

/// Every mail that a meeting asks for. `standing` is what the ledger has of it: it tells which repeat comes next.
#[must_use]
pub fn occasions(
    meeting: &Meeting,
    line: &[Deadline],
    data: &BoardData,
    standing: &[Occasion],
    now: Moment,
) -> Vec<Wanted> {
    if meeting.state.is_over() {
        return Vec::new();
    }
    let open = line
        .iter()
        .filter(|deadline| !meeting.is_done(deadline.stage));
    let wanted = open.flat_map(|deadline| {
        let about = About {
            kind: deadline.stage.kind(),
            object_kind: "meeting",
            object_id: meeting.id.as_str(),
            slot: "",
            day: deadline.due_on,
            deadline: deadline.due_at,
        };
        let rules = data.reminders.iter().filter(|rule| {
            rule.about == deadline.stage.code()
                && (rule.kind == ReminderKind::Before || deadline.stage.is_done_by_button())
        });
        let wanted = rules.filter_map(move |rule| about.wanted(rule, &data.board, standing, now));
        wanted.collect::<Vec<_>>()
    });
    one_of_each(wanted.collect())
}

/// The reminders that a year has fewer ordinary meetings planned than the mandate asks for.
///
/// For this year and the next two, counted in `planned` by year: so far ahead that the last reminder of one year is
/// settled while those of the next stand in the ledger.
#[must_use]
pub fn too_few(
    data: &BoardData,
    planned: &BTreeMap<i32, i64>,
    standing: &[Occasion],
    now: Moment,
) -> Vec<Wanted> {
    let this_year = data.board.today(now).year();
    let lacking = (this_year..=this_year + 2).filter(|year| lacks(*year, data, planned));
    let wanted = lacking.flat_map(|year| {
        let Some(day) = NaiveDate::from_ymd_opt(year, 1, 1) else {
            return Vec::new();
        };
        let slot = format!("{year}-");
        let about = About {
            kind: TOO_FEW,
            object_kind: "board",
            object_id: data.board.id.as_str(),
            slot: &slot,
            day,
            deadline: moment_of(data.board.zone, day, NaiveTime::MIN).into(),
        };
        let rules = data.reminders.iter().filter(|rule| rule.about == TOO_FEW);
        rules
            .filter_map(|rule| about.wanted(rule, &data.board, standing, now))
            .collect()
    });
    one_of_each(wanted.collect())
}

/// Whether a year has fewer ordinary meetings planned than the mandate asks for.
#[must_use]
pub fn lacks(year: i32, data: &BoardData, planned: &BTreeMap<i32, i64>) -> bool {
    let planned = planned.get(&year).copied().unwrap_or(0);
    rules::wanted_in(year, data).is_some_and(|wanted| planned < wanted)
}

/// What a slot says: whom, and whether it is about something overdue. See [`About::wanted`] for its form.
#[must_use]
pub fn read_slot(slot: &str) -> Option<(ToRole, bool)> {
    let role = slot.rsplit('-').next()?.parse().ok()?;
    Some((role, slot.contains("overdue-")))
}

/// Two rules may ask for the same slot; the earlier of the two counts.
fn one_of_each(mut wanted: Vec<Wanted>) -> Vec<Wanted> {
    wanted.sort_by(|a, b| (&a.key, a.due).cmp(&(&b.key, b.due)));
    wanted.dedup_by(|later, earlier| later.key == earlier.key);
    wanted.sort_by(|a, b| (a.due, &a.key).cmp(&(b.due, &b.key)));
    wanted
}

/// One deadline of one object.
#[derive(Clone, Copy)]
struct About<'a> {
    kind: &'static str,
    object_kind: &'static str,
    object_id: &'a str,
    /// What its slots begin with.
    slot: &'a str,
    day: NaiveDate,
    deadline: Moment,
}

impl About<'_> {
    /// What one rule asks for: slot `before-7-days-member`, or `overdue-2-secretariat` for the second repeat.
    fn wanted(
        &self,
        rule: &ReminderRule,
        board: &Board,
        standing: &[Occasion],
        now: Moment,
    ) -> Option<Wanted> {
        match rule.kind {
            ReminderKind::Before => self.before(rule, board),
            ReminderKind::Overdue => self.next_repeat(rule, board, standing, now),
        }
    }

    /// So long before the deadline's day, moved earlier to a working day; it expires at the deadline.
    fn before(&self, rule: &ReminderRule, board: &Board) -> Option<Wanted> {
        let nominal = shifted(self.day, -rule.quantity, rule.unit)?;
        let day = board.calendar.on_or_before(nominal);
        let slot = format!("before-{}-{}-{}", rule.quantity, rule.unit, rule.to);
        let wanted = self.at(&slot, at(board, day), self.deadline);
        (wanted.due < wanted.expires).then_some(wanted)
    }

    /// The first repeat that is not settled and not past; one that waits for the next pass is not past.
    ///
    /// Each repeat is so long after the one before it, moved later to a working day, so that no two fall on one day.
    fn next_repeat(
        &self,
        rule: &ReminderRule,
        board: &Board,
        standing: &[Occasion],
        now: Moment,
    ) -> Option<Wanted> {
        let later = |day: &NaiveDate| {
            let next = shifted(*day, rule.quantity.max(1), rule.unit)?;
            Some(board.calendar.on_or_after(next))
        };
        let days = successors(later(&self.day), later);
        let most = usize::try_from(rule.at_most).unwrap_or(0);
        let mut next = None;
        for (repeat, day) in (1..).zip(days.take(most)) {
            let slot = format!("overdue-{repeat}-{}", rule.to);
            let due = at(board, day);
            let row = self.row(&slot, standing);
            if row.is_some_and(is_settled) {
                next = None;
                continue;
            }
            let waits =
                row.is_some_and(|row| row.state == OccasionState::Planned && row.due == due);
            if next.is_none() && (due >= now || waits) {
                let ends = later(&day).filter(|_| repeat < most);
                let ends = ends.map_or(due + LAST_REPEAT_LASTS, |day| at(board, day));
                next = Some(self.at(&slot, due, ends));
            }
            if due >= now {
                break;
            }
        }
        next
    }

    /// The row in the ledger with this slot that is about this day.
    fn row<'s>(&self, slot: &str, standing: &'s [Occasion]) -> Option<&'s Occasion> {
        let is_this = |row: &&Occasion| {
            row.kind == self.kind
                && row.slot.strip_prefix(self.slot) == Some(slot)
                && row.about_day == Some(self.day)
        };
        // A day may have been left and come back to: the last row about it counts.
        standing
            .iter()
            .filter(is_this)
            .max_by_key(|row| row.occurrence)
    }

    fn at(&self, slot: &str, due: Moment, expires: Moment) -> Wanted {
        Wanted {
            key: Key {
                kind: self.kind,
                object_id: self.object_id.to_owned(),
                slot: format!("{}{slot}", self.slot),
            },
            object_kind: self.object_kind,
            about_day: self.day,
            deadline: Some(self.deadline),
            due,
            expires,
        }
    }
}

fn is_settled(row: &Occasion) -> bool {
    !matches!(row.state, OccasionState::Planned | OccasionState::Withdrawn)
}

fn at(board: &Board, day: NaiveDate) -> Moment {
    moment_of(board.zone, day, REMINDER_TIME).into()
}

/// So many days or months after a day, before it when negative; none beyond the calendar.
fn shifted(day: NaiveDate, by: i64, unit: ReminderUnit) -> Option<NaiveDate> {
    match unit {
        ReminderUnit::Days => day.checked_add_signed(Duration::try_days(by)?),
        ReminderUnit::Months => {
            let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
            if by < 0 {
                day.checked_sub_months(months)
            } else {
                day.checked_add_months(months)
            }
        }
    }
}
