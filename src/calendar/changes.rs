//! When the clocks of a zone are put forward or back, for files that must say so themselves.
//!
//! Asked of the rules of `chrono-tz` for the years that are wanted, whether past or to come. Left out on purpose: the
//! times before the zone kept any standard time, of which no calendar file tells.

use chrono::{
    DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc,
};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

/// What the clocks of a zone keep to at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Seconds east of UTC.
    pub offset: i32,
    pub is_summer_time: bool,
    /// The abbreviation in use, such as `CEST`; empty where there is none.
    pub name: String,
}

/// One change of the clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first moment at which the new time is kept.
    pub at: DateTime<Utc>,
    pub before: Kept,
    pub after: Kept,
}

impl ClockChange {
    /// What the clocks showed at that moment if nobody had touched them: how RFC 5545 § 3.6.5 writes an onset.
    #[must_use]
    pub fn onset(&self) -> NaiveDateTime {
        self.at.naive_utc() + TimeDelta::seconds(i64::from(self.before.offset))
    }
}

/// What the clocks of `zone` keep to at a moment.
#[must_use]
pub fn kept_at(zone: Tz, at: DateTime<Utc>) -> Kept {
    let offset = *at.with_timezone(&zone).offset();
    Kept {
        offset: offset.fix().local_minus_utc(),
        is_summer_time: offset.dst_offset() > TimeDelta::zero(),
        name: offset.abbreviation().unwrap_or_default().to_owned(),
    }
}

/// Every change of the clocks of `zone` from the beginning of one date in UTC to the beginning of another.
///
/// The dates are looked at one by one, so a zone that changed twice within a date would show only one change; none
/// has since the telegraph.
#[must_use]
pub fn clock_changes(zone: Tz, from: NaiveDate, until: NaiveDate) -> Vec<ClockChange> {
    let midnight = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
    let mut changes = Vec::new();
    for date in from.iter_days().take_while(|date| *date < until) {
        let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
        let (start, end) = (midnight(date), midnight(next));
        if zone.offset_from_utc_datetime(&start.naive_utc())
            != zone.offset_from_utc_datetime(&end.naive_utc())
        {
            let at = first_moment_of(zone, start, end);
            let before = kept_at(zone, at - TimeDelta::seconds(1));
            let after = kept_at(zone, at);
            changes.push(ClockChange { at, before, after });
        }
    }
    changes
}

/// Between a moment before a change and one not before it: the first second after it.
fn first_moment_of(zone: Tz, start: DateTime<Utc>, end: DateTime<Utc>) -> DateTime<Utc> {
    let old = kept_at(zone, start);
    let (mut before, mut not_before) = (start, end);
    while not_before - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((not_before - before).num_seconds() / 2);
        if kept_at(zone, middle) == old {
            before = middle;
        } else {
            not_before = middle;
        }
    }
    not_before
}

#[cfg(test)]
mod tests {
    use super::super::testing::day;
    use super::*;
    use chrono_tz::{Asia, Australia, Europe};

    fn said(zone: Tz, from: &str, until: &str) -> Vec<String> {
        clock_changes(zone, day(from), day(until))
            .iter()
            .map(|change| {
                format!(
                    "{} {}→{} {} {}",
                    change.onset(),
                    change.before.offset,
                    change.after.offset,
                    change.after.name,
                    change.after.is_summer_time
                )
            })
            .collect()
    }

    #[test]
    fn f24_the_changes_of_years_to_come_are_known() {
        assert_eq!(
            said(Europe::Oslo, "2026-01-01", "2028-01-01"),
            [
                "2026-03-29 02:00:00 3600→7200 CEST true",
                "2026-10-25 03:00:00 7200→3600 CET false",
                "2027-03-28 02:00:00 3600→7200 CEST true",
                "2027-10-31 03:00:00 7200→3600 CET false",
            ]
        );
    }

    #[test]
    fn a_zone_may_move_by_half_an_hour_or_not_at_all() {
        assert_eq!(
            said(Australia::Lord_Howe, "2027-04-01", "2027-05-01"),
            ["2027-04-04 02:00:00 39600→37800  false"]
        );
        assert_eq!(said(Asia::Tokyo, "2020-01-01", "2030-01-01").len(), 0);
    }
}
