//! Which mails a meeting asks for, and when: the rules behind the ledger's rows, as pure functions.
//!
//! A reminder goes at [`REMINDER_TIME`] on a working day. Of what is overdue only the next repeat is asked for; when
//! it is settled the next one is. What has been told stays told, and the ledger decides what is told again.

use super::{Deadline, Meeting, Stage, rules};
use crate::boards::{Board, BoardData, ReminderKind, ReminderRule, ReminderUnit, ToRole};
use crate::calendar::{Closure, ClosureKind, WorkCalendar, is_closed, moment_of};
use crate::db::types::Moment;
use crate::mail::{Key, Occasion, OccasionState, Wanted};
use chrono::{Datelike, Duration, Months, NaiveDate, NaiveTime};
use std::collections::BTreeMap;
use std::iter::successors;

/// When reminders go, by the board's clock: as people begin their day.
pub const REMINDER_TIME: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine is an hour");
/// How long the last repeat of what is overdue makes sense.
const LAST_REPEAT_LASTS: Duration = Duration::days(7);
/// How many days are looked through for the end of a quiet period.
const LONGEST_QUIET: usize = 400;
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
        .filter(|deadline| !meeting.is_done(deadline.stage) && !meeting.is_moot(deadline.stage));
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
        let wanted = rules.filter_map(move |rule| about.wanted(rule, data, standing, now));
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
            .filter_map(|rule| about.wanted(rule, data, standing, now))
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

/// What a slot says: whom, and whether it is about something overdue. `About::wanted` gives it its form.
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
        data: &BoardData,
        standing: &[Occasion],
        now: Moment,
    ) -> Option<Wanted> {
        match rule.kind {
            ReminderKind::Before => self.before(rule, data),
            ReminderKind::Overdue => self.next_repeat(rule, &data.board, standing, now),
        }
    }

    /// So long before the deadline's day, moved earlier to a working day; it expires at the deadline. Only the
    /// secretariat is written to while the board rests.
    fn before(&self, rule: &ReminderRule, data: &BoardData) -> Option<Wanted> {
        let board = &data.board;
        let nominal = shifted(self.day, -rule.quantity, rule.unit)?;
        let mut day = board.calendar.on_or_before(nominal);
        if rule.to != ToRole::Secretariat {
            day = out_of_quiet(day, self.day, board.calendar, &data.closures);
        }
        let slot = format!("before-{}-{}-{}", rule.quantity, rule.unit, rule.to);
        let wanted = self.at(&slot, reminder_at(board, day), self.deadline);
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
            let due = reminder_at(board, day);
            let row = self.row(&slot, standing);
            if row.is_some_and(is_settled) {
                next = None;
                continue;
            }
            let waits =
                row.is_some_and(|row| row.state == OccasionState::Planned && row.due == due);
            if next.is_none() && (due >= now || waits) {
                let ends = later(&day).filter(|_| repeat < most);
                let ends = ends.map_or(due + LAST_REPEAT_LASTS, |day| reminder_at(board, day));
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

/// Whether people are left in peace: in a quiet period of the board, on Christmas Eve and on New Year's Eve.
fn is_quiet(day: NaiveDate, closures: &[Closure]) -> bool {
    (day.month() == 12 && matches!(day.day(), 24 | 31))
        || is_closed(closures, ClosureKind::Quiet, day)
}

/// The day of a reminder that would break the quiet: the first working day after it, where that is before the deadline's
/// day, else the last one before it. A quiet with no end in sight moves nothing.
#[must_use]
pub fn out_of_quiet(
    day: NaiveDate,
    deadline: NaiveDate,
    calendar: WorkCalendar,
    closures: &[Closure],
) -> NaiveDate {
    let is_out = |day: &NaiveDate| calendar.is_working_day(*day) && !is_quiet(*day, closures);
    if !is_quiet(day, closures) {
        return day;
    }
    let after = day.iter_days().take_while(|day| *day < deadline);
    let before = successors(Some(day), NaiveDate::pred_opt).take(LONGEST_QUIET);
    let mut after = after.take(LONGEST_QUIET);
    after
        .find(is_out)
        .or_else(|| before.into_iter().find(is_out))
        .unwrap_or(day)
}

fn is_settled(row: &Occasion) -> bool {
    !matches!(row.state, OccasionState::Planned | OccasionState::Withdrawn)
}

fn reminder_at(board: &Board, day: NaiveDate) -> Moment {
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

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::calendar::Period;
    use crate::db::ids::OccasionId;
    use crate::db::types::Words;
    use crate::mail::ledger::{Step, difference};

    /// The ledger's row for something wanted.
    fn row(wanted: &Wanted, state: OccasionState, occurrence: i64) -> Occasion {
        Occasion {
            id: OccasionId::new(),
            kind: wanted.key.kind.to_owned(),
            board_id: None,
            object_kind: wanted.object_kind.to_owned(),
            object_id: wanted.key.object_id.clone(),
            slot: wanted.key.slot.clone(),
            occurrence,
            about_day: Some(wanted.about_day),
            deadline: wanted.deadline,
            due: wanted.due,
            expires: wanted.expires,
            state,
            why: String::new(),
            settled_at: None,
        }
    }

    fn wanted(meeting: &Meeting, standing: &[Occasion], now: &str) -> Vec<Wanted> {
        let data = data_of(meeting);
        let line = rules::deadlines(meeting, &data);
        occasions(meeting, &line, &data, standing, at(now))
    }

    fn data_of(meeting: &Meeting) -> BoardData {
        let mut data = board_data();
        data.board.id = meeting.board;
        data
    }

    fn slot<'w>(wanted: &'w [Wanted], kind: &str, slot: &str) -> Option<&'w Wanted> {
        let is = |want: &&Wanted| want.key.kind == kind && want.key.slot == slot;
        wanted.iter().find(is)
    }

    #[test]
    fn nobody_but_the_secretariat_is_written_to_in_a_quiet_period() {
        let calendar = board_data().board.calendar;
        let quiet = |from: &str, until: &str| Closure {
            kind: ClosureKind::Quiet,
            period: Period {
                from: day(from),
                until: Some(day(until)),
            },
            label: Words::default(),
        };
        let july = quiet("2027-07-05", "2027-08-02");
        let holiday = Closure {
            kind: ClosureKind::SchoolHoliday,
            ..july.clone()
        };
        for (closures, on, deadline, goes) in [
            // Outside of it nothing moves.
            (vec![july.clone()], "2027-07-02", "2027-07-09", "2027-07-02"),
            // After it, where that is before the deadline.
            (vec![july.clone()], "2027-07-30", "2027-08-03", "2027-08-02"),
            // Else before it: on the day of the deadline it would be too late.
            (vec![july], "2027-07-30", "2027-08-02", "2027-07-02"),
            // A school holiday is no quiet period.
            (vec![holiday], "2027-07-30", "2027-08-03", "2027-07-30"),
            // Thursday 24 December 2026, then Christmas and a weekend.
            (vec![], "2026-12-24", "2027-01-04", "2026-12-28"),
            (vec![], "2026-12-24", "2026-12-28", "2026-12-23"),
            (vec![], "2026-12-31", "2027-01-04", "2026-12-30"),
            (vec![], "2026-12-31", "2027-01-05", "2027-01-04"),
        ] {
            let moved = out_of_quiet(day(on), day(deadline), calendar, &closures);
            assert_eq!(moved, day(goes), "{on} before {deadline}");
        }
    }

    #[test]
    fn in_the_quiet_the_secretariat_is_reminded_as_ever_and_members_before_it() {
        // Papers go on 10 March 2027, in a quiet period of the two weeks before the meeting.
        let mut data = board_data();
        let meeting = meeting(&data, "ordinary", &["2027-03-17"]);
        let line = rules::deadlines(&meeting, &data);
        let now = at("2026-11-22T08:00:00Z");
        let loud = occasions(&meeting, &line, &data, &[], now);
        data.closures = vec![Closure {
            kind: ClosureKind::Quiet,
            period: Period {
                from: day("2027-02-01"),
                until: Some(day("2027-03-17")),
            },
            label: Words::default(),
        }];
        let quiet = occasions(&meeting, &line, &data, &[], now);
        assert_eq!(loud.len(), quiet.len());
        let mut moved = 0;
        for want in &loud {
            let same = quiet.iter().find(|of| of.key == want.key).unwrap();
            let to_secretariat = want.key.slot.ends_with("secretariat");
            let on = crate::calendar::local_date(data.board.zone, want.due.utc());
            if to_secretariat || !is_quiet(on, &data.closures) {
                assert_eq!(same.due, want.due, "{}", want.key.slot);
            } else {
                moved += 1;
                let goes = crate::calendar::local_date(data.board.zone, same.due.utc());
                assert!(!is_quiet(goes, &data.closures) && same.due < same.expires);
            }
        }
        assert!(moved > 0);
    }

    #[test]
    fn a_reminder_goes_at_nine_on_a_working_day_and_expires_at_the_deadline() {
        // Dispatch is Wednesday 10 March 2027; three days before is a Sunday, so it goes on Friday.
        let meeting = meeting(&board_data(), "ordinary", &["2027-03-17"]);
        let wanted = wanted(&meeting, &[], "2026-11-22T08:00:00Z");
        for role in ["secretariat", "member"] {
            let name = format!("before-3-days-{role}");
            let reminder = slot(&wanted, "deadline-dispatch", &name).unwrap();
            assert_eq!(reminder.due, at("2027-03-05T08:00:00Z"));
            assert_eq!(reminder.expires, at("2027-03-10T14:00:00Z"));
            assert_eq!(reminder.about_day, day("2027-03-10"));
            assert_eq!(reminder.deadline, Some(reminder.expires));
        }
    }

    #[test]
    fn f19_a_reminder_keeps_its_clock_time_when_the_clocks_change() {
        // The clocks go forward on Sunday 29 March 2026.
        let meeting = meeting(&board_data(), "ordinary", &["2026-03-31"]);
        let wanted = wanted(&meeting, &[], "2026-01-05T08:00:00Z");
        let before = slot(&wanted, "deadline-meeting", "before-2-days-member").unwrap();
        assert_eq!(before.due, at("2026-03-27T08:00:00Z"));
        assert_eq!(before.expires, at("2026-03-31T07:00:00Z"));
    }

    #[test]
    fn nothing_is_asked_for_what_is_done_cancelled_or_closed() {
        let mut meeting = meeting(&board_data(), "ordinary", &["2027-03-17"]);
        let done = super::super::Done {
            at: at("2026-11-22T08:00:00Z"),
            by: None,
        };
        meeting.done.insert(Stage::Dispatch, done);
        let about = |meeting: &Meeting| {
            let wanted = wanted(meeting, &[], "2026-11-22T08:00:00Z");
            let kinds = wanted.iter().map(|want| want.key.kind);
            kinds.collect::<std::collections::BTreeSet<_>>()
        };
        assert!(!about(&meeting).contains("deadline-dispatch"));
        assert!(about(&meeting).contains("deadline-registration"));
        for state in [
            super::super::MeetingState::Cancelled,
            super::super::MeetingState::Closed,
        ] {
            meeting.state = state;
            assert!(about(&meeting).is_empty());
        }
    }

    #[test]
    fn what_members_do_is_never_overdue() {
        let meeting = meeting(&board_data(), "ordinary", &["2027-03-17"]);
        let wanted = wanted(&meeting, &[], "2026-11-22T08:00:00Z");
        assert!(wanted.iter().all(|want| {
            want.key.kind != "deadline-registration" || !want.key.slot.contains("overdue")
        }));
    }

    #[test]
    fn what_is_overdue_is_repeated_one_at_a_time_at_most_so_often_and_each_on_its_own_day() {
        // Dispatch was Friday 12 March 2027: repeats on Monday, Tuesday and Wednesday.
        let meeting = meeting(&board_data(), "ordinary", &["2027-03-19"]);
        let mut standing = Vec::new();
        let mut now = "2027-03-12T15:00:00Z".to_owned();
        for (repeat, due, expires) in [
            (1, "2027-03-15T08:00:00Z", "2027-03-16T08:00:00Z"),
            (2, "2027-03-16T08:00:00Z", "2027-03-17T08:00:00Z"),
            (3, "2027-03-17T08:00:00Z", "2027-03-24T08:00:00Z"),
        ] {
            let wanted = wanted(&meeting, &standing, &now);
            let overdue: Vec<&Wanted> = wanted
                .iter()
                .filter(|want| want.key.slot.contains("overdue"))
                .collect();
            assert_eq!(overdue.len(), 1);
            assert_eq!(overdue[0].key.slot, format!("overdue-{repeat}-secretariat"));
            assert_eq!((overdue[0].due, overdue[0].expires), (at(due), at(expires)));
            standing.push(row(overdue[0], OccasionState::Told, 0));
            now = due.replace("08:00:00", "08:00:05");
        }
        let after = wanted(&meeting, &standing, &now);
        assert!(after.iter().all(|want| !want.key.slot.contains("overdue")));
    }

    #[test]
    fn a_repeat_that_waits_for_a_late_pass_is_still_asked_for() {
        let meeting = meeting(&board_data(), "ordinary", &["2027-03-19"]);
        let first = wanted(&meeting, &[], "2027-03-12T15:00:00Z");
        let first = slot(&first, "deadline-dispatch", "overdue-1-secretariat").unwrap();
        let standing = [row(first, OccasionState::Planned, 0)];
        let late = wanted(&meeting, &standing, "2027-03-15T11:00:00Z");
        assert_eq!(
            slot(&late, "deadline-dispatch", "overdue-1-secretariat"),
            Some(first)
        );
        // Planned late, it begins with the repeat that is still to come (F11).
        let new = wanted(&meeting, &[], "2027-03-15T11:00:00Z");
        assert!(slot(&new, "deadline-dispatch", "overdue-2-secretariat").is_some());
    }

    /// Dispatch's first reminder to the secretariat when the meeting is on a day, and what the ledger would do.
    fn steps(standing: &[Occasion], meeting: &Meeting, now: &str) -> Vec<(&'static str, i64)> {
        let wanted = wanted(meeting, standing, now);
        let only: Vec<Wanted> = wanted
            .into_iter()
            .filter(|want| want.key.kind == "deadline-dispatch" && want.key.slot == SLOT)
            .collect();
        difference(&MEETING_KINDS, standing, &only, at(now))
            .into_iter()
            .map(|step| match step {
                Step::Plan(_, occurrence) => ("plan", occurrence),
                Step::Reschedule(row, _) => ("reschedule", row.occurrence),
                Step::Withdraw(row, _) => ("withdraw", row.occurrence),
            })
            .collect()
    }

    const SLOT: &str = "before-3-days-secretariat";

    #[test]
    fn f08_a_meeting_moved_to_another_day_is_told_again_and_back_again_twice() {
        let data = board_data();
        let mut meeting = meeting(&data, "ordinary", &["2027-03-17"]);
        let told = |meeting: &Meeting, occurrence| {
            let wanted = wanted(meeting, &[], "2026-11-22T08:00:00Z");
            let want = slot(&wanted, "deadline-dispatch", SLOT).unwrap();
            row(want, OccasionState::Told, occurrence)
        };
        let mut standing = vec![told(&meeting, 0)];
        // Later the same day: the papers are due on the same day, nobody is told again.
        meeting.sessions[0].starts = Some(clock("13:00:00"));
        meeting.sessions[0].ends = Some(clock("15:00:00"));
        assert_eq!(steps(&standing, &meeting, "2027-03-06T08:00:00Z"), []);
        let (a, b) = (day("2027-03-17"), day("2027-03-31"));
        meeting.sessions[0].day = b;
        assert_eq!(
            steps(&standing, &meeting, "2027-03-06T08:00:00Z"),
            [("plan", 1)]
        );
        standing.push(told(&meeting, 1));
        meeting.sessions[0].day = a;
        assert_eq!(
            steps(&standing, &meeting, "2027-03-02T08:00:00Z"),
            [("plan", 2)]
        );
    }

    #[test]
    fn f07_a_meeting_moved_into_the_past_withdraws_and_reminds_nobody() {
        let data = board_data();
        let mut meeting = meeting(&data, "ordinary", &["2027-03-17"]);
        let first = wanted(&meeting, &[], "2026-11-22T08:00:00Z");
        let want = slot(&first, "deadline-dispatch", SLOT).unwrap();
        let standing = [row(want, OccasionState::Planned, 0)];
        meeting.sessions[0].day = day("2027-02-03");
        assert_eq!(
            steps(&standing, &meeting, "2027-02-20T08:00:00Z"),
            [("withdraw", 0)]
        );
    }

    #[test]
    fn f11_meetings_of_last_year_plan_no_mail() {
        let data = board_data();
        for day in ["2025-03-12", "2025-06-11", "2025-12-10"] {
            let meeting = meeting(&data, "ordinary", &[day]);
            let wanted = wanted(&meeting, &[], "2026-11-22T08:00:00Z");
            let steps = difference(&MEETING_KINDS, &[], &wanted, at("2026-11-22T08:00:00Z"));
            assert_eq!(steps, []);
        }
    }

    #[test]
    fn a_year_with_too_few_meetings_is_asked_about_until_it_has_enough() {
        let data = board_data();
        let now = at("2026-09-01T08:00:00Z");
        let wanted = too_few(&data, &BTreeMap::from([(2026, 4), (2027, 3)]), &[], now);
        let slots: Vec<&str> = wanted.iter().map(|want| want.key.slot.as_str()).collect();
        assert_eq!(
            slots,
            [
                "2027-before-60-days-secretariat",
                "2028-before-60-days-secretariat"
            ]
        );
        // Sixty days before 1 January is Monday 2 November.
        assert_eq!(wanted[0].due, at("2026-11-02T08:00:00Z"));
        assert_eq!(wanted[0].expires, at("2026-12-31T23:00:00Z"));
        let enough = BTreeMap::from([(2026, 4), (2027, 4), (2028, 5)]);
        assert_eq!(too_few(&data, &enough, &[], now), []);
    }

    #[test]
    fn a_slot_says_whom_it_is_for_and_whether_it_nags() {
        assert_eq!(
            read_slot("overdue-2-secretariat"),
            Some((ToRole::Secretariat, true))
        );
        assert_eq!(
            read_slot("2027-before-2-months-member"),
            Some((ToRole::Member, false))
        );
        assert_eq!(read_slot("0191e5b2"), None);
    }

    #[test]
    fn two_rules_for_one_slot_ask_once() {
        let mut data = board_data();
        data.reminders.extend(data.reminders.clone());
        let meeting = meeting(&data, "ordinary", &["2027-03-17"]);
        let line = rules::deadlines(&meeting, &data);
        let wanted = occasions(&meeting, &line, &data, &[], at("2026-11-22T08:00:00Z"));
        let mut keys: Vec<&Key> = wanted.iter().map(|want| &want.key).collect();
        keys.sort();
        let count = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}
