//! Between the clock on the wall of a board's zone and moments in UTC.
//!
//! Rules of the zones come from the IANA database in `chrono-tz`. Left out on purpose: the zone of
//! the machine and of the browser. A board has one zone and everybody reads its times in that zone
//! (F20).

use chrono::{DateTime, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

/// The moments at which the clocks of a zone show a given local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instant {
    Once(DateTime<Utc>),
    /// The clocks are put forward past it, as in spring.
    Never,
    /// The clocks are put back over it, as in autumn; the earlier moment first.
    Twice(DateTime<Utc>, DateTime<Utc>),
}

/// When the clocks of `zone` show `time` on `date`. For a form, which asks again when the answer is
/// not `Once` (F22).
pub fn locate(zone: Tz, date: NaiveDate, time: NaiveTime) -> Instant {
    match zone.from_local_datetime(&date.and_time(time)) {
        MappedLocalTime::Single(at) => Instant::Once(at.to_utc()),
        MappedLocalTime::None => Instant::Never,
        MappedLocalTime::Ambiguous(earlier, later) => {
            Instant::Twice(earlier.to_utc(), later.to_utc())
        }
    }
}

/// The first moment at which the clocks of `zone` show `time` on `date` or have gone past it.
///
/// A time that never comes gives the first moment after the gap. One that comes twice gives the
/// earlier moment: a deadline must not silently be later than what was said, and a reader who knows
/// only one of the two keeps both.
pub fn moment_of(zone: Tz, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    match locate(zone, date, time) {
        Instant::Once(at) | Instant::Twice(at, _) => at,
        Instant::Never => {
            let local = date.and_time(time);
            // A gap has an end wherever the database has rules; at the far ends of time the clock
            // is read as UTC.
            GapInfo::new(&local, &zone)
                .and_then(|gap| gap.end)
                .map_or_else(|| local.and_utc(), |end| end.to_utc())
        }
    }
}

/// What the calendar on the wall shows in `zone` at a moment.
pub fn local_date(zone: Tz, at: DateTime<Utc>) -> NaiveDate {
    local(zone, at).date()
}

/// What calendar and clock on the wall show in `zone` at a moment.
pub fn local(zone: Tz, at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// The zone with this name in the IANA database, such as `Europe/Oslo`.
pub fn parse_zone(name: &str) -> Option<Tz> {
    name.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{any_day, cases, day};
    use super::*;
    use chrono_tz::{Africa, America, Australia, Europe, Pacific};
    use proptest::prelude::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn clock(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    #[test]
    fn f20_a_local_time_is_not_stored_as_if_it_were_utc() {
        let at = |date, time| locate(Europe::Oslo, day(date), clock(time));
        assert_eq!(
            at("2026-01-14", "09:00:00"),
            Instant::Once(utc("2026-01-14T08:00:00Z"))
        );
        assert_eq!(
            at("2026-06-10", "09:00:00"),
            Instant::Once(utc("2026-06-10T07:00:00Z"))
        );
    }

    #[test]
    fn f22_half_past_two_never_comes_on_29_march_2026() {
        let (date, time) = (day("2026-03-29"), clock("02:30:00"));
        assert_eq!(locate(Europe::Oslo, date, time), Instant::Never);
        assert_eq!(
            moment_of(Europe::Oslo, date, time),
            utc("2026-03-29T01:00:00Z")
        );
        assert_eq!(
            local(Europe::Oslo, utc("2026-03-29T01:00:00Z")),
            date.and_time(clock("03:00:00"))
        );
        // The edges: the last minute before, the first of the gap, the first after.
        assert_eq!(
            moment_of(Europe::Oslo, date, clock("01:59:00")),
            utc("2026-03-29T00:59:00Z")
        );
        assert_eq!(
            locate(Europe::Oslo, date, clock("02:00:00")),
            Instant::Never
        );
        assert_eq!(
            locate(Europe::Oslo, date, clock("03:00:00")),
            Instant::Once(utc("2026-03-29T01:00:00Z"))
        );
    }

    #[test]
    fn f22_half_past_two_comes_twice_on_25_october_2026() {
        let (date, time) = (day("2026-10-25"), clock("02:30:00"));
        let (earlier, later) = (utc("2026-10-25T00:30:00Z"), utc("2026-10-25T01:30:00Z"));
        assert_eq!(
            locate(Europe::Oslo, date, time),
            Instant::Twice(earlier, later)
        );
        assert_eq!(moment_of(Europe::Oslo, date, time), earlier);
        assert_eq!(
            locate(Europe::Oslo, date, clock("03:00:00")),
            Instant::Once(utc("2026-10-25T02:00:00Z"))
        );
    }

    #[test]
    fn a_day_that_a_zone_left_out_ends_as_the_next_begins() {
        // Samoa went from 29 to 31 December 2011.
        let noon = moment_of(Pacific::Apia, day("2011-12-30"), clock("12:00:00"));
        assert_eq!(
            local(Pacific::Apia, noon),
            day("2011-12-31").and_time(NaiveTime::MIN)
        );
    }

    #[test]
    fn the_date_is_the_local_one_around_midnight() {
        assert_eq!(
            local_date(Europe::Oslo, utc("2026-05-20T21:59:59Z")),
            day("2026-05-20")
        );
        assert_eq!(
            local_date(Europe::Oslo, utc("2026-05-20T22:00:00Z")),
            day("2026-05-21")
        );
        assert_eq!(
            local_date(America::New_York, utc("2026-05-21T03:59:59Z")),
            day("2026-05-20")
        );
    }

    #[test]
    fn a_zone_has_the_name_of_the_database() {
        assert_eq!(parse_zone("Europe/Oslo"), Some(Europe::Oslo));
        for name in ["", "Oslo", "Europe/oslo", "Europe/Oslo ", "+01:00"] {
            assert_eq!(parse_zone(name), None, "{name:?}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_accident() {
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            let at = moment_of(Europe::Oslo, date, clock("12:00:00"));
            assert!((at.date_naive() - date).num_days().abs() <= 1);
        }
    }

    proptest! {
        #![proptest_config(cases(1024))]

        /// Also on Lord Howe, which moves by half an hour, and in Casablanca, where the clocks follow
        /// Ramadan.
        #[test]
        fn a_moment_shows_the_time_asked_for_or_the_first_one_after_it(
            date in any_day(),
            minutes in 0_u32..1440,
            zone in prop::sample::select(vec![
                Europe::Oslo,
                Africa::Casablanca,
                America::St_Johns,
                Australia::Lord_Howe,
                Pacific::Apia,
            ]),
        ) {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap();
            let wanted = date.and_time(time);
            let at = moment_of(zone, date, time);
            match locate(zone, date, time) {
                Instant::Never => {
                    prop_assert!(local(zone, at) > wanted);
                    prop_assert!(local(zone, at - chrono::TimeDelta::seconds(1)) < wanted);
                }
                Instant::Once(only) => {
                    prop_assert_eq!(at, only);
                    prop_assert_eq!(local(zone, at), wanted);
                }
                Instant::Twice(earlier, later) => {
                    prop_assert_eq!(at, earlier);
                    prop_assert!(earlier < later);
                    prop_assert_eq!([local(zone, earlier), local(zone, later)], [wanted, wanted]);
                }
            }
        }
    }
}
