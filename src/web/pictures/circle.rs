//! The geometry of a year drawn as a circle: 1 January at the top, time going clockwise.
//!
//! Pure arithmetic in the units of the wheel's own view box; it knows nothing of what is drawn.

use chrono::{Datelike, NaiveDate};
use std::f64::consts::TAU;

/// The middle of the wheel, in both directions; its view box is twice as wide and high.
pub(super) const CENTRE: f64 = 178.0;

/// One calendar year bent into a circle. A *turn* is a place on it: 0 is 1 January 00:00, 1 is the end of the year.
pub(super) struct Circle {
    first: NaiveDate,
    end: NaiveDate,
}

impl Circle {
    /// The circle of a year in the Gregorian calendar. A year that no date can have gives an empty circle.
    pub(super) fn of(year: i32) -> Self {
        let january = |year| NaiveDate::from_ymd_opt(year, 1, 1);
        let first = january(year).unwrap_or_default();
        Self {
            first,
            end: january(year.saturating_add(1)).unwrap_or(first),
        }
    }

    /// The turn at which a date begins, held within the year.
    pub(super) fn turn(&self, date: NaiveDate) -> f64 {
        let day = |date: NaiveDate| f64::from(date.num_days_from_ce());
        let days = (day(self.end) - day(self.first)).max(1.0);
        ((day(date) - day(self.first)) / days).clamp(0.0, 1.0)
    }

    /// The part of a half-open period that is in this year. A period that ends before it begins counts as one day.
    pub(super) fn span(&self, from: NaiveDate, until: NaiveDate) -> Option<(f64, f64)> {
        let until = until.max(from.succ_opt().unwrap_or(from));
        (from < self.end && until > self.first).then(|| (self.turn(from), self.turn(until)))
    }

    /// The turns at which month `0..12` begins and ends.
    pub(super) fn month(&self, index: u32) -> (f64, f64) {
        let start = |months| {
            self.first
                .checked_add_months(chrono::Months::new(months))
                .unwrap_or(self.end)
        };
        (self.turn(start(index)), self.turn(start(index + 1)))
    }

    /// Whether the date is in this year.
    pub(super) fn holds(&self, date: NaiveDate) -> bool {
        self.first <= date && date < self.end
    }
}

/// The point at a turn, `radius` away from the middle.
pub(super) fn point(turn: f64, radius: f64) -> (f64, f64) {
    let (sin, cos) = (turn * TAU).sin_cos();
    (CENTRE + radius * sin, CENTRE - radius * cos)
}

/// SVG path data of the ring segment between two turns and two radii.
pub(super) fn segment((start, end): (f64, f64), inner: f64, outer: f64) -> String {
    // An arc whose ends meet would not be drawn at all, so a full circle is left open by a hair.
    let end = end.min(start + 0.9999);
    let large = u8::from(end - start > 0.5);
    let (ax, ay) = point(start, outer);
    let (bx, by) = point(end, outer);
    let (cx, cy) = point(end, inner);
    let (dx, dy) = point(start, inner);
    format!(
        "M{ax:.2} {ay:.2}A{outer} {outer} 0 {large} 1 {bx:.2} {by:.2}\
         L{cx:.2} {cy:.2}A{inner} {inner} 0 {large} 0 {dx:.2} {dy:.2}Z"
    )
}

/// SVG path data of the straight line at a turn between two radii.
pub(super) fn spoke(turn: f64, inner: f64, outer: f64) -> String {
    let (ax, ay) = point(turn, inner);
    let (bx, by) = point(turn, outer);
    format!("M{ax:.2} {ay:.2}L{bx:.2} {by:.2}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_leap_day_has_its_own_place() {
        let leap = Circle::of(2028);
        let (start, end) = leap.span(day(2028, 2, 29), day(2028, 3, 1)).unwrap();
        assert!((end - start - 1.0 / 366.0).abs() < 1e-12);
        assert_eq!(leap.month(1), (leap.turn(day(2028, 2, 1)), end));
    }

    #[test]
    fn periods_are_cut_at_the_turn_of_the_year() {
        let circle = Circle::of(2027);
        assert_eq!(circle.span(day(2026, 12, 20), day(2027, 1, 1)), None);
        assert_eq!(circle.span(day(2028, 1, 1), day(2028, 1, 2)), None);
        assert_eq!(
            circle.span(day(2026, 1, 1), day(2029, 1, 1)),
            Some((0.0, 1.0))
        );
        let backwards = circle.span(day(2027, 1, 1), day(2026, 1, 1));
        assert_eq!(backwards, circle.span(day(2027, 1, 1), day(2027, 1, 2)));
    }

    #[test]
    fn quarters_are_up_right_down_and_left() {
        let near =
            |(ax, ay): (f64, f64), (bx, by): (f64, f64)| (ax - bx).abs() + (ay - by).abs() < 1e-9;
        assert!(near(point(0.0, 10.0), (CENTRE, CENTRE - 10.0)));
        assert!(near(point(0.25, 10.0), (CENTRE + 10.0, CENTRE)));
        assert!(near(point(0.5, 10.0), (CENTRE, CENTRE + 10.0)));
    }

    #[test]
    fn a_year_that_no_date_can_have_is_empty() {
        assert_eq!(
            Circle::of(i32::MAX).span(day(2027, 1, 1), day(2028, 1, 1)),
            None
        );
    }
}
