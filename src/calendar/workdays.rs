//! Working days: Monday to Friday without the holidays, and the two kinds of working day on which
//! nobody should meet.
//!
//! Left out on purpose: hours of work, and closures. A school holiday or a quiet period is a reason
//! to choose another date, never a reason to count a deadline differently.

use super::holidays::{HolidaySet, closes_early, is_holiday};
use chrono::{Datelike, NaiveDate, Weekday};
use std::iter::successors;

/// Which days a board works. All dates are local dates in the board's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkCalendar {
    pub holidays: HolidaySet,
}

impl WorkCalendar {
    /// Monday to Friday, and no holiday.
    pub fn is_working_day(self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && is_holiday(self.holidays, date).is_none()
    }

    /// A working day that stands alone between days off (*inneklemt dag*): many people are away.
    pub fn is_bridge_day(self, date: NaiveDate) -> bool {
        let off =
            |neighbour: Option<NaiveDate>| neighbour.is_some_and(|day| !self.is_working_day(day));
        self.is_working_day(date) && off(date.pred_opt()) && off(date.succ_opt())
    }

    /// A working day on which offices by custom close early. In Norway 24 and 31 December and the
    /// Wednesday before Easter.
    pub fn is_short_day(self, date: NaiveDate) -> bool {
        self.is_working_day(date) && closes_early(self.holidays, date)
    }

    /// `date` if it is a working day, else the last one before it.
    pub fn on_or_before(self, date: NaiveDate) -> NaiveDate {
        backwards(date)
            .find(|day| self.is_working_day(*day))
            .unwrap_or(date)
    }

    /// `date` if it is a working day, else the first one after it.
    pub fn on_or_after(self, date: NaiveDate) -> NaiveDate {
        forwards(date)
            .find(|day| self.is_working_day(*day))
            .unwrap_or(date)
    }

    /// The `n`th working day after `date`, or before it when `n` is negative. `date` itself is not
    /// counted, whether it is a working day or not; zero gives it back. So does a count beyond the
    /// last day that can be written.
    pub fn plus_working_days(self, date: NaiveDate, n: i64) -> NaiveDate {
        let Some(nth) = n.unsigned_abs().checked_sub(1) else {
            return date;
        };
        let nth = usize::try_from(nth).unwrap_or(usize::MAX);
        let working = |day: &NaiveDate| self.is_working_day(*day);
        let found = if n > 0 {
            forwards(date).skip(1).filter(working).nth(nth)
        } else {
            backwards(date).skip(1).filter(working).nth(nth)
        };
        found.unwrap_or(date)
    }

    /// How many working days from `from` to `to`, without `from` and with `to`; negative when `to`
    /// is earlier. The reverse of [`plus_working_days`](Self::plus_working_days).
    pub fn working_days_between(self, from: NaiveDate, to: NaiveDate) -> i64 {
        let working = |day: &NaiveDate| self.is_working_day(*day);
        if from <= to {
            forwards(from)
                .skip(1)
                .take_while(|day| *day <= to)
                .filter(working)
                .map(|_| 1)
                .sum()
        } else {
            backwards(from)
                .skip(1)
                .take_while(|day| *day >= to)
                .filter(working)
                .map(|_| -1)
                .sum()
        }
    }
}

fn forwards(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    successors(Some(date), NaiveDate::succ_opt)
}

fn backwards(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    successors(Some(date), NaiveDate::pred_opt)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{any_day, cases, day};
    use super::*;
    use proptest::prelude::*;

    const NORWAY: WorkCalendar = WorkCalendar {
        holidays: HolidaySet::Norway,
    };
    const SWEDEN: WorkCalendar = WorkCalendar {
        holidays: HolidaySet::Sweden,
    };
    const PLAIN: WorkCalendar = WorkCalendar {
        holidays: HolidaySet::None,
    };

    fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
        forwards(NaiveDate::from_ymd_opt(year, 1, 1).unwrap())
            .take_while(move |day| day.year() == year)
    }

    #[test]
    fn bridge_days_are_those_of_the_almanac() {
        for (year, expected) in [
            (2026, vec!["2026-01-02", "2026-05-15"]),
            (2027, vec!["2027-05-07"]),
            (2028, vec!["2028-05-26"]),
            (
                2029,
                vec![
                    "2029-04-30",
                    "2029-05-11",
                    "2029-05-18",
                    "2029-12-24",
                    "2029-12-31",
                ],
            ),
            (2030, vec!["2030-05-31", "2030-12-27"]),
        ] {
            let found: Vec<NaiveDate> = days_of(year)
                .filter(|day| NORWAY.is_bridge_day(*day))
                .collect();
            assert_eq!(found, expected.into_iter().map(day).collect::<Vec<_>>());
        }
    }

    #[test]
    fn short_days_are_the_eves_that_are_working_days_and_the_wednesday_before_easter() {
        let found = |year| {
            days_of(year)
                .filter(|day| NORWAY.is_short_day(*day))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found(2026),
            ["2026-04-01", "2026-12-24", "2026-12-31"].map(day)
        );
        // In 2028 both eves are Sundays.
        assert_eq!(found(2028), ["2028-04-12"].map(day));
        assert!(SWEDEN.is_short_day(day("2026-04-30")));
        assert!(
            !SWEDEN.is_short_day(day("2026-12-24")),
            "already a day off there"
        );
        assert!(!PLAIN.is_short_day(day("2026-12-24")));
    }

    #[test]
    fn weekends_and_holidays_are_no_working_days() {
        for (date, working) in [
            ("2026-05-13", true),
            ("2026-05-14", false),
            ("2026-05-15", true),
            ("2026-05-16", false),
            ("2026-05-17", false),
            ("2027-05-17", false),
            ("2026-12-24", true),
        ] {
            assert_eq!(NORWAY.is_working_day(day(date)), working, "{date}");
        }
        assert!(PLAIN.is_working_day(day("2026-05-14")));
    }

    #[test]
    fn moving_to_a_working_day_steps_over_all_of_easter() {
        assert_eq!(NORWAY.on_or_before(day("2026-04-06")), day("2026-04-01"));
        assert_eq!(NORWAY.on_or_after(day("2026-04-02")), day("2026-04-07"));
        assert_eq!(NORWAY.on_or_before(day("2026-04-08")), day("2026-04-08"));
        assert_eq!(NORWAY.on_or_after(day("2026-04-08")), day("2026-04-08"));
    }

    #[test]
    fn counting_working_days_leaves_out_the_day_it_starts_from() {
        assert_eq!(
            NORWAY.plus_working_days(day("2026-05-21"), -5),
            day("2026-05-13")
        );
        assert_eq!(
            NORWAY.plus_working_days(day("2026-12-23"), 3),
            day("2026-12-29")
        );
        assert_eq!(
            NORWAY.plus_working_days(day("2026-05-17"), 0),
            day("2026-05-17")
        );
        assert_eq!(
            NORWAY.working_days_between(day("2026-05-13"), day("2026-05-21")),
            5
        );
        assert_eq!(
            NORWAY.working_days_between(day("2026-05-21"), day("2026-05-13")),
            -5
        );
        assert_eq!(
            NORWAY.working_days_between(day("2026-05-14"), day("2026-05-14")),
            0
        );
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_accident() {
        assert_eq!(NORWAY.plus_working_days(NaiveDate::MAX, 3), NaiveDate::MAX);
        assert_eq!(NORWAY.plus_working_days(NaiveDate::MIN, -3), NaiveDate::MIN);
        assert!(NORWAY.on_or_after(NaiveDate::MAX) <= NaiveDate::MAX);
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn counting_there_and_between_agree(date in any_day(), n in -60_i64..=60) {
            for calendar in [NORWAY, SWEDEN, PLAIN] {
                let there = calendar.plus_working_days(date, n);
                prop_assert_eq!(calendar.working_days_between(date, there), n);
                prop_assert!(n == 0 || calendar.is_working_day(there));
            }
        }

        #[test]
        fn the_nearest_working_day_has_none_closer(date in any_day()) {
            for calendar in [NORWAY, SWEDEN, PLAIN] {
                let (before, after) = (calendar.on_or_before(date), calendar.on_or_after(date));
                prop_assert!(before <= date && date <= after);
                prop_assert!(calendar.is_working_day(before) && calendar.is_working_day(after));
                let skipped = forwards(before).skip(1).take_while(|day| *day < after);
                prop_assert!(skipped.filter(|day| calendar.is_working_day(*day)).count() == 0);
            }
        }
    }
}
