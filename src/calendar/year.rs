//! A year's ordinary meetings, proposed to the secretary, who has the last word.
//!
//! The year is cut into equal spans, a quarter each when there are four meetings, and every span
//! gets the best of its working days. Left out on purpose: asking people. Who is free is known only
//! as dates that are `busy`.

use super::{Closure, ClosureKind, Offset, WorkCalendar, is_closed, nominal_date, spans::Span};
use chrono::{Datelike, NaiveDate, Weekday};

/// What a board wants of its year.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// How many ordinary meetings; at most [`Wish::MOST`] are proposed.
    pub per_year: u32,
    /// The weekdays the board meets on, the best liked first; none means that all are liked as
    /// well.
    pub weekdays: &'a [Weekday],
    pub calendar: WorkCalendar,
    pub closures: &'a [Closure],
    /// When the papers are due, counted from the meeting.
    pub paper_offset: Offset,
    /// Dates that are taken, such as meetings of other boards with the same people.
    pub busy: &'a [NaiveDate],
}

impl Wish<'_> {
    /// A meeting a week.
    pub const MOST: u32 = 52;
}

/// Dates for the ordinary meetings of a year, in order, one in each span of it.
///
/// A date is always a working day in the calendar. All else is a wish, and when nothing in a span
/// meets every wish they are given up in this order, the first being the cheapest:
///
/// 1. the day nearest the middle of the good weeks;
/// 2. the best liked of the liked weekdays;
/// 3. the good weeks, or else the nearest ones to them;
/// 4. a liked weekday at all;
/// 5. a paper deadline that by counting alone is a working day and in no quiet period, so that
///    nothing need be moved;
/// 6. no short day, then no bridge day;
/// 7. no school holiday, then no quiet period;
/// 8. no date that is busy.
///
/// The good weeks are 11–12, 22–25, 39–42 and 49–51 for four meetings, as is Norwegian practice;
/// otherwise the week around the third quarter of a span. A span without any working day has no
/// date. The same wish always gives the same dates.
pub fn propose(year: i32, wish: &Wish<'_>) -> Vec<NaiveDate> {
    let count = wish.per_year.min(Wish::MOST);
    (0..count)
        .filter_map(|index| best_of(&Span::nth(year, index, count)?, wish))
        .collect()
}

fn best_of(span: &Span, wish: &Wish<'_>) -> Option<NaiveDate> {
    span.days()
        .filter(|date| wish.calendar.is_working_day(*date))
        .min_by_key(|date| (wishes_given_up(*date, wish), closeness(*date, span, wish)))
}

/// Which wishes a date does not meet, the dearest first.
fn wishes_given_up(date: NaiveDate, wish: &Wish<'_>) -> [bool; 7] {
    let closed = |kind, date| is_closed(wish.closures, kind, date);
    let papers = nominal_date(wish.calendar, date, wish.paper_offset);
    [
        wish.busy.contains(&date),
        closed(ClosureKind::Quiet, date),
        closed(ClosureKind::SchoolHoliday, date),
        wish.calendar.is_bridge_day(date),
        wish.calendar.is_short_day(date),
        !wish.calendar.is_working_day(papers) || closed(ClosureKind::Quiet, papers),
        !wish.weekdays.is_empty() && !wish.weekdays.contains(&date.weekday()),
    ]
}

/// How well a date lies, among those that give up the same wishes: near the good weeks, then on a
/// weekday liked well, then near the middle.
fn closeness(date: NaiveDate, span: &Span, wish: &Wish<'_>) -> (i64, Option<usize>, i64) {
    let liking = wish
        .weekdays
        .iter()
        .position(|weekday| *weekday == date.weekday());
    (span.weeks_off(date), liking, span.off_middle(date))
}

#[cfg(test)]
mod tests {
    use super::super::{
        Counting, HolidaySet, Period,
        spans::{FOUR, boundary},
        testing::*,
    };
    use super::*;
    use chrono::{Days, NaiveTime};
    use proptest::prelude::*;

    const A_WEEK_BEFORE: Offset = Offset {
        days: -7,
        counting: Counting::Calendar,
        time: NaiveTime::MIN,
    };

    const ORDINARY: Wish<'_> = Wish {
        per_year: 4,
        weekdays: &[Weekday::Wed, Weekday::Thu],
        calendar: WorkCalendar {
            holidays: HolidaySet::Norway,
        },
        closures: &[],
        paper_offset: A_WEEK_BEFORE,
        busy: &[],
    };

    fn closure(kind: ClosureKind, first: &str, last: &str) -> Closure {
        let period = Period::new(day(first), day(last).succ_opt()).unwrap();
        Closure {
            kind,
            period,
            label: crate::db::types::Words::default(),
        }
    }

    /// Every date of a year but these.
    fn all_but(year: i32, free: &[&str]) -> Vec<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        first
            .iter_days()
            .take(366)
            .filter(|date| !free.iter().any(|free| day(free) == *date))
            .collect()
    }

    #[test]
    fn four_meetings_are_wednesdays_in_the_usual_weeks() {
        let closures = [
            closure(ClosureKind::SchoolHoliday, "2027-02-22", "2027-02-26"),
            closure(ClosureKind::SchoolHoliday, "2027-10-04", "2027-10-08"),
            closure(ClosureKind::Quiet, "2027-07-01", "2027-08-08"),
        ];
        let wish = Wish {
            closures: &closures,
            ..ORDINARY
        };
        assert_eq!(
            propose(2027, &wish),
            ["2027-03-17", "2027-06-09", "2027-09-29", "2027-12-15"].map(day)
        );
    }

    #[test]
    fn weeks_that_reach_into_the_next_quarter_count_only_to_its_end() {
        // The Wednesday nearest the middle of week 39, not the last one before October.
        assert_eq!(propose(2026, &ORDINARY)[2], day("2026-09-23"));
    }

    #[test]
    fn from_2026_to_2060_every_quarter_has_a_date_that_meets_every_wish_in_a_good_week() {
        for year in 2026..=2060 {
            let dates = propose(year, &ORDINARY);
            assert_eq!(dates.len(), 4);
            for (date, quarter) in dates.into_iter().zip(1..) {
                let (from, to) = FOUR[quarter - 1];
                assert_eq!(date.quarter() as usize, quarter, "{date}");
                assert!((from..=to).contains(&date.iso_week().week()), "{date}");
                assert_eq!(wishes_given_up(date, &ORDINARY), [false; 7], "{date}");
            }
        }
    }

    #[test]
    fn a_good_week_is_worth_more_than_the_best_liked_weekday_and_less_than_a_liked_one() {
        let in_spring = |busy: &[NaiveDate]| propose(2027, &Wish { busy, ..ORDINARY })[0];
        let wednesdays = ["2027-03-17", "2027-03-24"].map(day);
        assert_eq!(
            in_spring(&wednesdays),
            day("2027-03-18"),
            "Thursday, week 11"
        );
        let both = ["2027-03-17", "2027-03-18", "2027-03-24", "2027-03-25"].map(day);
        assert_eq!(in_spring(&both), day("2027-03-10"), "Wednesday, week 10");
    }

    #[test]
    fn wishes_are_given_up_in_the_order_that_is_written() {
        let closures = [
            closure(ClosureKind::SchoolHoliday, "2026-06-03", "2026-06-03"),
            closure(ClosureKind::Quiet, "2026-06-10", "2026-06-10"),
        ];
        // Each date fails one wish more dearly than the one before it; with those before it taken,
        // it is the choice.
        let worse_and_worse = [
            "2026-06-25", // a Thursday after the good weeks
            "2026-06-16", // a Tuesday
            "2026-05-21", // papers on Ascension Day
            "2026-04-01", // the Wednesday before Easter
            "2026-05-15", // the bridge day after Ascension
            "2026-06-03", // school holiday
            "2026-06-10", // quiet
        ];
        for taken in 0..worse_and_worse.len() {
            let busy = all_but(2026, &worse_and_worse[taken..]);
            let wish = Wish {
                closures: &closures,
                busy: &busy,
                ..ORDINARY
            };
            assert_eq!(propose(2026, &wish)[1], day(worse_and_worse[taken]));
        }
    }

    #[test]
    fn a_year_that_is_busy_every_day_is_planned_as_if_it_were_free() {
        let busy = all_but(2026, &[]);
        let wish = Wish {
            busy: &busy,
            ..ORDINARY
        };
        assert_eq!(propose(2026, &wish), propose(2026, &ORDINARY));
    }

    #[test]
    fn papers_due_in_a_quiet_period_are_avoided() {
        let closures = [closure(ClosureKind::Quiet, "2027-03-10", "2027-03-17")];
        let wish = Wish {
            closures: &closures,
            ..ORDINARY
        };
        assert_eq!(
            propose(2027, &wish)[0],
            day("2027-03-31"),
            "papers or meeting lie in it until the days before Easter"
        );
    }

    #[test]
    fn any_number_of_meetings_is_spread_evenly() {
        let meetings = |per_year| {
            let wish = Wish {
                per_year,
                ..ORDINARY
            };
            propose(2026, &wish)
        };
        for months in [
            vec![],
            vec![9],
            vec![5, 11],
            vec![3, 7, 12],
            vec![2, 4, 6, 8, 10, 12],
            (1..=12).collect(),
        ] {
            let count = u32::try_from(months.len()).unwrap();
            let found: Vec<u32> = meetings(count).iter().map(NaiveDate::month).collect();
            assert_eq!(found, months);
        }
        assert_eq!(meetings(u32::MAX).len(), 52);
    }

    #[test]
    fn a_year_beyond_the_calendar_has_no_dates() {
        for year in [
            i32::MIN,
            NaiveDate::MIN.year() - 1,
            NaiveDate::MAX.year() + 1,
            i32::MAX,
        ] {
            assert_eq!(propose(year, &ORDINARY), []);
        }
        assert!(propose(NaiveDate::MAX.year(), &ORDINARY).len() <= 4);
    }

    fn any_weekday() -> impl Strategy<Value = Weekday> {
        (0_u8..7).prop_map(|number| Weekday::try_from(number).unwrap())
    }

    fn any_kind() -> impl Strategy<Value = ClosureKind> {
        prop::sample::select(ClosureKind::ALL.to_vec())
    }

    proptest! {
        #![proptest_config(cases(128))]

        /// Whatever is closed and busy: sorted, one in each span, never a holiday or a weekend,
        /// always the same.
        #[test]
        fn a_proposal_holds_only_working_days_one_in_each_span(
            year in 1990..2090,
            per_year in 1_u32..=12,
            set in prop::sample::select(HolidaySet::ALL.to_vec()),
            weekdays in prop::collection::vec(any_weekday(), 0..4),
            shut in prop::collection::vec((0_u64..365, 1_u64..120, any_kind()), 0..6),
            busy in prop::collection::vec(0_u64..365, 0..200),
        ) {
            let new_year = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let closures: Vec<Closure> = shut
                .into_iter()
                .map(|(start, length, kind)| {
                    let from = new_year + Days::new(start);
                    let period = Period::new(from, Some(from + Days::new(length))).unwrap();
                    Closure { kind, period, label: crate::db::types::Words::default() }
                })
                .collect();
            let busy: Vec<NaiveDate> =
                busy.into_iter().map(|days| new_year + Days::new(days)).collect();
            let calendar = WorkCalendar { holidays: set };
            let wish = Wish {
                per_year,
                weekdays: &weekdays,
                calendar,
                closures: &closures,
                busy: &busy,
                ..ORDINARY
            };

            let dates = propose(year, &wish);
            prop_assert_eq!(dates.len(), per_year as usize);
            prop_assert!(dates.is_sorted_by(|a, b| a < b));
            for (date, index) in dates.iter().zip(0..) {
                prop_assert!(calendar.is_working_day(*date));
                prop_assert!(boundary(year, index, per_year).unwrap() <= *date);
                prop_assert!(*date < boundary(year, index + 1, per_year).unwrap());
            }
            prop_assert_eq!(&dates, &propose(year, &wish));
        }
    }
}
