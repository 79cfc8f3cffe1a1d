//! The board's calendar: working days, holidays, closures, time zones, deadlines and the dates of a
//! year.
//!
//! A meeting is a *local* date in the board's zone. Every deadline around it is first reckoned in
//! local dates and working days, and only then turned into a moment. Subtracting hours from a
//! moment is left out on purpose: across a change of the clocks it makes 09:00 into 08:00 or 10:00
//! (F19).
//!
//! All of it is pure: facts in, a date out. Nothing here asks the time or reads the database; which
//! holidays, closures and lead times apply is the board's data.

mod changes;
mod closures;
mod deadline;
mod holidays;
mod spans;
mod workdays;
mod year;
mod zones;

pub use changes::{ClockChange, Kept, clock_changes, kept_at};
pub use closures::{Closure, ClosureKind, closed_on, is_closed};
pub use deadline::{Counting, Offset, due_date, due_moment, nominal_date};
pub use holidays::{Holiday, HolidaySet, holidays, is_holiday};
pub use workdays::WorkCalendar;
pub use year::{Wish, propose};
pub use zones::{Instant, local, local_date, locate, moment_of, parse_zone};

use chrono::NaiveDate;

/// Local dates from `from` up to, but not including, `until`; without `until` it has no end.
///
/// Terms, closures and the validity of a mandate are such periods. Half-open, because then one that
/// ends the day the next begins neither overlaps it nor leaves a gap. Pages show the [last
/// day](Period::last_day).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// The end of a period is not after its beginning, so that it would hold no day at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a period must end after it begins")]
pub struct EmptyPeriod;

impl Period {
    /// The period from `from` up to, but not including, `until`.
    ///
    /// # Errors
    /// [`EmptyPeriod`] when `until` is not after `from`.
    pub fn new(from: NaiveDate, until: Option<NaiveDate>) -> Result<Self, EmptyPeriod> {
        match until {
            Some(until) if until <= from => Err(EmptyPeriod),
            _ => Ok(Self { from, until }),
        }
    }

    /// Whether `date` is one of its days.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.from <= date && !self.is_over_by(date)
    }

    /// Whether the two have a day in common. Back-to-back periods have none.
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.is_over_by(other.from) && !other.is_over_by(self.from)
    }

    /// Whether the two are back to back: one ends as the other begins.
    pub fn touches(&self, other: &Self) -> bool {
        self.until == Some(other.from) || other.until == Some(self.from)
    }

    /// The last day that belongs to it, as people say it; `None` when it has no end.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.until?.pred_opt()
    }

    fn is_over_by(&self, date: NaiveDate) -> bool {
        self.until.is_some_and(|until| until <= date)
    }
}

/// What the tests of this module share.
#[cfg(test)]
pub mod testing {
    use chrono::{NaiveDate, TimeDelta};
    use proptest::{
        strategy::Strategy,
        test_runner::{Config, RngSeed},
    };

    /// The date written `yyyy-mm-dd`.
    pub fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Any date from 1990-01-01 to about the end of 2089.
    pub fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0..36_500_i64).prop_map(|days| day("1990-01-01") + TimeDelta::days(days))
    }

    /// So many cases, always the same ones, and no file of failures beside the sources.
    pub fn cases(cases: u32) -> Config {
        Config {
            cases,
            rng_seed: RngSeed::Fixed(1814),
            failure_persistence: None,
            ..Config::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{any_day, cases, day};
    use super::*;
    use proptest::prelude::*;

    fn period(from: &str, until: Option<&str>) -> Period {
        Period::new(day(from), until.map(day)).unwrap()
    }

    #[test]
    fn a_period_holds_its_first_day_and_not_the_day_it_ends() {
        let term = period("2026-01-01", Some("2029-01-01"));
        assert!(!term.contains(day("2025-12-31")));
        assert!(term.contains(day("2026-01-01")));
        assert!(term.contains(day("2028-12-31")));
        assert!(!term.contains(day("2029-01-01")));
        assert_eq!(term.last_day(), Some(day("2028-12-31")));
    }

    #[test]
    fn a_period_without_end_goes_on() {
        let permanent = period("2026-01-01", None);
        assert!(permanent.contains(day("2999-12-31")));
        assert_eq!(permanent.last_day(), None);
        assert!(permanent.overlaps(&period("2100-01-01", Some("2100-01-02"))));
        assert!(!permanent.overlaps(&period("2020-01-01", Some("2026-01-01"))));
    }

    #[test]
    fn a_period_without_a_day_is_refused() {
        assert_eq!(
            Period::new(day("2026-01-01"), Some(day("2026-01-01"))),
            Err(EmptyPeriod)
        );
        assert_eq!(
            Period::new(day("2026-01-02"), Some(day("2026-01-01"))),
            Err(EmptyPeriod)
        );
    }

    #[test]
    fn back_to_back_periods_touch_and_do_not_overlap() {
        let first = period("2026-01-01", Some("2029-01-01"));
        let second = period("2029-01-01", Some("2032-01-01"));
        assert!(first.touches(&second) && second.touches(&first));
        assert!(!first.overlaps(&second) && !second.overlaps(&first));
        let early = period("2028-12-31", None);
        assert!(first.overlaps(&early) && early.overlaps(&first));
        assert!(!first.touches(&early));
    }

    proptest! {
        #![proptest_config(cases(512))]

        #[test]
        fn periods_overlap_exactly_when_the_later_beginning_is_in_both(
            (a, b) in (any_day(), any_day()),
            a_days in proptest::option::of(1_u64..4000),
            b_days in proptest::option::of(1_u64..4000),
        ) {
            let lasting = |from: NaiveDate, days: Option<u64>| {
                Period::new(from, days.map(|days| from + chrono::Days::new(days))).unwrap()
            };
            let (a, b) = (lasting(a, a_days), lasting(b, b_days));
            let later = a.from.max(b.from);
            prop_assert_eq!(a.overlaps(&b), a.contains(later) && b.contains(later));
            prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        }
    }
}
