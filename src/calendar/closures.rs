//! Times of the year when a board should neither meet nor send: data of each board, not law.
//!
//! School holidays are set by county or municipality, quiet periods (the common holiday in July,
//! the days before a budget) by the board itself. A closure only advises: working days and
//! deadlines are counted without it.

use super::Period;
use crate::db::types::Words;
use chrono::NaiveDate;

/// Why a board would rather not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClosureKind {
    /// The schools are closed (vinterferie, høstferie): parents among the members are away, the
    /// offices are open.
    SchoolHoliday,
    /// The board is at rest: no meeting, and no paper deadline either.
    Quiet,
}

impl ClosureKind {
    pub const ALL: [Self; 2] = [Self::SchoolHoliday, Self::Quiet];

    /// The word it is stored by.
    pub fn code(self) -> &'static str {
        match self {
            Self::SchoolHoliday => "school_holiday",
            Self::Quiet => "quiet",
        }
    }

    /// The kind with this [code](ClosureKind::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One closure, in local dates of the board's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    pub kind: ClosureKind,
    pub period: Period,
    /// What the board calls it.
    pub label: Words,
}

/// The first of the closures that holds `date`, in the order they are given.
pub fn closed_on(closures: &[Closure], date: NaiveDate) -> Option<&Closure> {
    closures
        .iter()
        .find(|closure| closure.period.contains(date))
}

/// Whether a closure of this kind holds `date`; several kinds may.
pub fn is_closed(closures: &[Closure], kind: ClosureKind, date: NaiveDate) -> bool {
    closures
        .iter()
        .any(|closure| closure.kind == kind && closure.period.contains(date))
}

#[cfg(test)]
mod tests {
    use super::super::testing::day;
    use super::*;

    fn closure(kind: ClosureKind, from: &str, until: &str, label: &str) -> Closure {
        let period = Period::new(day(from), Some(day(until))).unwrap();
        Closure {
            kind,
            period,
            label: Words::new([("nb", label)]),
        }
    }

    #[test]
    fn a_date_is_closed_from_the_first_day_to_the_last() {
        let closures = [
            closure(
                ClosureKind::SchoolHoliday,
                "2027-02-22",
                "2027-03-01",
                "Vinterferie",
            ),
            closure(
                ClosureKind::Quiet,
                "2027-07-01",
                "2027-08-01",
                "Fellesferie",
            ),
        ];
        let label =
            |date| closed_on(&closures, day(date)).map(|closure| closure.label.in_language("nb"));
        assert_eq!(label("2027-02-21"), None);
        assert_eq!(label("2027-02-22"), Some("Vinterferie"));
        assert_eq!(label("2027-02-28"), Some("Vinterferie"));
        assert_eq!(label("2027-03-01"), None);
        assert_eq!(label("2027-07-15"), Some("Fellesferie"));
    }

    #[test]
    fn two_kinds_may_hold_one_date() {
        let closures = [
            closure(
                ClosureKind::SchoolHoliday,
                "2027-10-04",
                "2027-10-11",
                "Høstferie",
            ),
            closure(
                ClosureKind::Quiet,
                "2027-10-08",
                "2027-10-09",
                "Planleggingsdag",
            ),
        ];
        let both = |date| ClosureKind::ALL.map(|kind| is_closed(&closures, kind, day(date)));
        assert_eq!(both("2027-10-08"), [true, true]);
        assert_eq!(both("2027-10-07"), [true, false]);
        assert_eq!(both("2027-10-11"), [false, false]);
    }

    #[test]
    fn codes_name_the_kinds() {
        for kind in ClosureKind::ALL {
            assert_eq!(ClosureKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(ClosureKind::from_code("holiday"), None);
    }
}
