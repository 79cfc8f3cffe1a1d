//! A year cut into equal spans, one for each ordinary meeting, with the best days of each.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};
use std::iter::successors;

/// The ISO weeks, first and last, in which a board with four meetings likes to meet: those of
/// Skate, whose published minutes from 2015 to 2023 have one meeting a quarter.
pub const FOUR: [(u32, u32); 4] = [(11, 12), (22, 25), (39, 42), (49, 51)];

/// A part of the year that gets one meeting, and the best days in it.
pub struct Span {
    first: NaiveDate,
    last: NaiveDate,
    good_first: NaiveDate,
    good_last: NaiveDate,
}

impl Span {
    /// The `index`th of `count` spans, from zero; `None` in a year that the calendar cannot hold.
    ///
    /// Its good weeks, Monday to Friday, are those of [`FOUR`] when there are four spans, otherwise
    /// the week around its third quarter; never past the end of the span.
    pub fn nth(year: i32, index: u32, count: u32) -> Option<Self> {
        let first = boundary(year, index, count)?;
        let last = boundary(year, index + 1, count)?.pred_opt()?;
        let late = first + TimeDelta::days((last - first).num_days() * 3 / 4);
        let late_week = late.iso_week();
        let (good_year, from, to) = match FOUR.get(usize::try_from(index).ok()?) {
            Some((from, to)) if count == 4 => (year, *from, *to),
            _ => (late_week.year(), late_week.week(), late_week.week()),
        };
        Some(Self {
            first,
            last,
            good_first: NaiveDate::from_isoywd_opt(good_year, from, Weekday::Mon)?,
            good_last: NaiveDate::from_isoywd_opt(good_year, to, Weekday::Fri)?.min(last),
        })
    }

    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        successors(Some(self.first), NaiveDate::succ_opt).take_while(|day| *day <= self.last)
    }

    /// How many weeks, begun ones counted, `date` is from the good weeks.
    pub fn weeks_off(&self, date: NaiveDate) -> i64 {
        let days = (self.good_first - date)
            .max(date - self.good_last)
            .num_days()
            .max(0);
        (days + 6) / 7
    }

    /// How far `date` is from the middle of the good weeks, in half days.
    pub fn off_middle(&self, date: NaiveDate) -> i64 {
        ((date - self.good_first) - (self.good_last - date))
            .num_days()
            .abs()
    }
}

/// The first day of the `index`th of `count` spans: whole months where the count divides twelve.
pub fn boundary(year: i32, index: u32, count: u32) -> Option<NaiveDate> {
    let (months, rest) = (12 * index / count, 12 * index % count);
    // The part of a month is taken of 28 days, so that it stays within the shortest one.
    NaiveDate::from_ymd_opt(year, 1, 1)?
        .checked_add_months(Months::new(months))?
        .checked_add_days(Days::new(u64::from(28 * rest / count)))
}
