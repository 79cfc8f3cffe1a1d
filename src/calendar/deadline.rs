//! One deadline rule of a mandate, applied to the day of a meeting.
//!
//! "At least one week before" is a difference of seven local dates, whatever the clocks do in
//! between (F19, F22); then the date is moved to a working day. No statute counts backwards, so the
//! board's own convention is written here: a notice is never shortened. Left out on purpose:
//! whether a breach is a fault. A mandate that says "normally" is met with a reason, and that is
//! for the slice that sends.

use super::{WorkCalendar, zones::moment_of};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::ops::RangeInclusive;

/// How the days of an offset are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    /// Every day counts.
    Calendar,
    /// Only working days count.
    Working,
}

impl Counting {
    pub const ALL: [Self; 2] = [Self::Calendar, Self::Working];

    /// The word it is stored by.
    pub fn code(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Working => "working",
        }
    }

    /// The counting with this [code](Counting::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|counting| counting.code() == code)
    }
}

/// How far a deadline is from the day it belongs to, and when on its own day it falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// Negative is before the anchor, positive after it. Zero is the anchor's own day.
    pub days: i64,
    pub counting: Counting,
    /// Local clock time in the board's zone.
    pub time: NaiveTime,
}

impl Offset {
    /// The days a deadline may be away: ten years. Forms refuse more; here more counts as the
    /// nearest of these.
    pub const DAYS: RangeInclusive<i64> = -3660..=3660;
}

/// The local date on which a deadline falls.
///
/// Away from the anchor's own day it is always a working day, found from the [nominal
/// date](nominal_date). Before the anchor it moves *earlier*, because a week's notice must not
/// become six days. After the anchor it moves *later*, as periods do that end on a Saturday or a
/// holiday (domstolloven § 149). A deadline on the anchor's own day stays there.
pub fn due_date(calendar: WorkCalendar, anchor: NaiveDate, offset: Offset) -> NaiveDate {
    let nominal = nominal_date(calendar, anchor, offset);
    match offset.days {
        ..0 => calendar.on_or_before(nominal),
        0 => nominal,
        1.. => calendar.on_or_after(nominal),
    }
}

/// The date a deadline has by counting alone, before it is moved to a working day.
pub fn nominal_date(calendar: WorkCalendar, anchor: NaiveDate, offset: Offset) -> NaiveDate {
    let days = offset
        .days
        .clamp(*Offset::DAYS.start(), *Offset::DAYS.end());
    match offset.counting {
        Counting::Calendar => anchor
            .checked_add_signed(TimeDelta::days(days))
            .unwrap_or(anchor),
        Counting::Working => calendar.plus_working_days(anchor, days),
    }
}

/// The moment at which a deadline falls: its clock time in the board's zone on its
/// [date](due_date).
pub fn due_moment(
    calendar: WorkCalendar,
    zone: Tz,
    anchor: NaiveDate,
    offset: Offset,
) -> DateTime<Utc> {
    moment_of(zone, due_date(calendar, anchor, offset), offset.time)
}

#[cfg(test)]
mod tests {
    use super::super::{HolidaySet, testing::*};
    use super::*;
    use chrono_tz::Europe;
    use proptest::prelude::*;

    const NORWAY: WorkCalendar = WorkCalendar {
        holidays: HolidaySet::Norway,
    };

    fn offset(days: i64, counting: Counting) -> Offset {
        Offset {
            days,
            counting,
            time: NaiveTime::from_hms_opt(15, 0, 0).unwrap(),
        }
    }

    fn calendar_days(anchor: &str, days: i64) -> NaiveDate {
        due_date(NORWAY, day(anchor), offset(days, Counting::Calendar))
    }

    fn working_days(anchor: &str, days: i64) -> NaiveDate {
        due_date(NORWAY, day(anchor), offset(days, Counting::Working))
    }

    #[test]
    fn f23_dispatch_a_week_before_thursday_21_may_2026_is_wednesday_13_may() {
        assert_eq!(calendar_days("2026-05-21", -7), day("2026-05-13"));
    }

    #[test]
    fn f23_a_week_before_is_backed_up_over_easter_may_and_christmas() {
        for (meeting, dispatch) in [
            // An ordinary week: exactly seven dates.
            ("2026-03-18", "2026-03-11"),
            // Maundy Thursday, Easter Monday.
            ("2026-04-09", "2026-04-01"),
            ("2026-04-13", "2026-04-01"),
            // 1 May is a Friday in 2026.
            ("2026-05-08", "2026-04-30"),
            // 17 May is Whit Monday in 2027, after a weekend.
            ("2027-05-24", "2027-05-14"),
            // Christmas Day is a Friday in 2026, 1 January too.
            ("2027-01-01", "2026-12-24"),
            ("2027-01-08", "2026-12-31"),
        ] {
            assert_eq!(
                calendar_days(meeting, -7),
                day(dispatch),
                "meeting {meeting}"
            );
        }
    }

    #[test]
    fn f22_f23_exactly_a_week_before_is_in_time_and_a_minute_later_is_not() {
        let due = due_moment(
            NORWAY,
            Europe::Oslo,
            day("2026-03-18"),
            offset(-7, Counting::Calendar),
        );
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(due, at("2026-03-11T14:00:00Z"));
        assert!(at("2026-03-11T14:00:00Z") <= due);
        assert!(at("2026-03-11T14:01:00Z") > due);
    }

    #[test]
    fn f19_a_week_before_keeps_its_clock_time_over_both_changes_of_2026() {
        let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
        let week = Offset {
            days: -7,
            counting: Counting::Calendar,
            time: nine,
        };
        for (meeting, due, hours) in [
            // The clocks go forward on 29 March: a week of 167 hours.
            ("2026-04-01", "2026-03-25T08:00:00Z", 167),
            // And back on 25 October: one of 169.
            ("2026-10-28", "2026-10-21T07:00:00Z", 169),
        ] {
            let due: DateTime<Utc> = due.parse().unwrap();
            assert_eq!(due_moment(NORWAY, Europe::Oslo, day(meeting), week), due);
            assert_eq!(
                moment_of(Europe::Oslo, day(meeting), nine) - due,
                TimeDelta::hours(hours)
            );
        }
    }

    #[test]
    fn f19_f22_a_deadline_on_the_nights_the_clocks_change_is_still_one_moment() {
        let at_half_past_two = |days, anchor: &str| {
            let time = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
            // The nominal date, because both days are Sundays, on which nothing is ever due.
            moment_of(
                Europe::Oslo,
                nominal_date(NORWAY, day(anchor), offset(days, Counting::Calendar)),
                time,
            )
        };
        assert_eq!(
            at_half_past_two(-7, "2026-04-05").to_rfc3339(),
            "2026-03-29T01:00:00+00:00"
        );
        assert_eq!(
            at_half_past_two(-7, "2026-11-01").to_rfc3339(),
            "2026-10-25T00:30:00+00:00"
        );
    }

    #[test]
    fn after_the_meeting_a_deadline_moves_later() {
        assert_eq!(calendar_days("2026-05-07", 7), day("2026-05-15"));
        assert_eq!(calendar_days("2026-05-13", 3), day("2026-05-18"));
        assert_eq!(calendar_days("2026-12-11", 14), day("2026-12-28"));
    }

    #[test]
    fn working_days_step_over_the_holidays_in_between() {
        assert_eq!(working_days("2026-05-21", -5), day("2026-05-13"));
        assert_eq!(working_days("2026-04-08", -3), day("2026-03-31"));
        assert_eq!(working_days("2026-12-23", 3), day("2026-12-29"));
    }

    #[test]
    fn a_deadline_on_the_day_itself_stays_there_even_on_a_saturday() {
        assert_eq!(calendar_days("2026-05-16", 0), day("2026-05-16"));
        assert_eq!(working_days("2026-05-16", 0), day("2026-05-16"));
    }

    #[test]
    fn an_offset_beyond_ten_years_counts_as_ten() {
        assert_eq!(
            calendar_days("2026-05-21", i64::MIN),
            calendar_days("2026-05-21", -3660)
        );
        assert_eq!(
            working_days("2026-05-21", i64::MAX),
            working_days("2026-05-21", 3660)
        );
    }

    #[test]
    fn codes_name_the_countings() {
        for counting in Counting::ALL {
            assert_eq!(Counting::from_code(counting.code()), Some(counting));
        }
        assert_eq!(Counting::from_code("weeks"), None);
    }

    fn any_calendar() -> impl Strategy<Value = WorkCalendar> {
        prop::sample::select(HolidaySet::ALL.to_vec())
            .prop_map(|holidays| WorkCalendar { holidays })
    }

    proptest! {
        #![proptest_config(cases(512))]

        #[test]
        fn f23_a_notice_is_never_shortened_and_moves_less_than_a_week(
            calendar in any_calendar(), anchor in any_day(), days in 1_i64..90,
        ) {
            let due = due_date(calendar, anchor, offset(-days, Counting::Calendar));
            let notice = (anchor - due).num_days();
            prop_assert!(calendar.is_working_day(due));
            prop_assert!(due < anchor && notice >= days);
            // Easter with the days around it is the longest row of days off.
            prop_assert!(notice - days < 7);
        }

        #[test]
        fn after_the_anchor_a_deadline_is_a_working_day_and_never_early(
            calendar in any_calendar(), anchor in any_day(), days in 1_i64..90,
        ) {
            for counting in Counting::ALL {
                let due = due_date(calendar, anchor, offset(days, counting));
                prop_assert!(calendar.is_working_day(due));
                prop_assert!((due - anchor).num_days() >= days);
            }
        }

        #[test]
        fn working_days_before_leave_exactly_so_many_to_work(
            calendar in any_calendar(), anchor in any_day(), days in 1_i64..60,
        ) {
            let due = due_date(calendar, anchor, offset(-days, Counting::Working));
            prop_assert!(calendar.is_working_day(due) && due < anchor);
            prop_assert_eq!(calendar.working_days_between(anchor, due), -days);
        }

        /// A later meeting never has an earlier deadline.
        #[test]
        fn deadlines_keep_the_order_of_their_meetings(
            calendar in any_calendar(), anchor in any_day(), days in -60_i64..60,
        ) {
            let next = anchor.succ_opt().unwrap();
            for counting in Counting::ALL {
                let offset = offset(days, counting);
                prop_assert!(due_date(calendar, anchor, offset) <= due_date(calendar, next, offset));
            }
        }
    }
}
