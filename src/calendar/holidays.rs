//! Public holidays by law, for every year, from Easter and two short tables.
//!
//! Written here because the ready-made lists are wrong or end in 2030. Left out on purpose:
//! ordinary Sundays, which [`WorkCalendar`](super::WorkCalendar) knows as weekend, and school
//! holidays, which each county or municipality decides for itself and which are therefore
//! [closures](super::Closure), the board's data.
//!
//! # The law
//! - Norway: helligdagsloven (lov 24.2.1995 nr. 12) § 2, and for 1 and 17 May lov 26.4.1947 nr. 1
//!   § 1, which makes them equal to Sundays. The eves are not holidays; Palm Sunday is only a Sunday.
//! - Sweden: lag (1989:253) om allmänna helgdagar § 1, and the eves of midsummer, Christmas and the
//!   new year, which lag (1930:173) om beräkning av lagstadgad tid § 2 makes equal to them when a
//!   period of time ends.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// Whose holidays a board keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HolidaySet {
    Norway,
    Sweden,
    /// No holidays: only Saturday and Sunday are free.
    None,
}

impl HolidaySet {
    pub const ALL: [Self; 3] = [Self::Norway, Self::Sweden, Self::None];

    /// The word it is stored by: the country's code in ISO 3166-1, in small letters, or `none`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Norway => "no",
            Self::Sweden => "se",
            Self::None => "none",
        }
    }

    /// The set with this [code](HolidaySet::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.code() == code)
    }

    fn named_days(self) -> &'static [(Rule, &'static str)] {
        match self {
            Self::Norway => NORWAY,
            Self::Sweden => SWEDEN,
            Self::None => &[],
        }
    }

    fn short_days(self) -> &'static [Rule] {
        match self {
            Self::Norway => NORWAY_SHORT,
            Self::Sweden => SWEDEN_SHORT,
            Self::None => &[],
        }
    }
}

/// A day that is free by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The local date.
    pub date: NaiveDate,
    /// The key of its name in `calendar.ftl`.
    pub name_key: &'static str,
    /// The key of its other name, when two holidays fall on one date. The fixed one is then named
    /// first: 17 May 2027 is Constitution Day and also Whit Monday. Never three: the days of
    /// Easter's cycle differ from each other, and so do the fixed ones.
    pub also: Option<&'static str>,
}

/// The holidays of a year, sorted, each date once.
///
/// Days that follow Easter are left out before 1583, the first full year of the Gregorian calendar.
pub fn holidays(set: HolidaySet, year: i32) -> Vec<Holiday> {
    let mut days: Vec<Holiday> = named_dates(set, year)
        .map(|(date, name_key)| Holiday {
            date,
            name_key,
            also: None,
        })
        .collect();
    days.sort_by_key(|holiday| holiday.date);
    days.dedup_by(|second, first| {
        let same = second.date == first.date;
        if same {
            first.also = Some(second.name_key);
        }
        same
    });
    days
}

/// The holiday that falls on `date`, if one does.
pub fn is_holiday(set: HolidaySet, date: NaiveDate) -> Option<Holiday> {
    let mut names = named_dates(set, date.year())
        .filter(|(day, _)| *day == date)
        .map(|(_, name_key)| name_key);
    let name_key = names.next()?;
    Some(Holiday {
        date,
        name_key,
        also: names.next(),
    })
}

/// Whether offices by custom close early on `date`. Custom, not law: such a day is still a working
/// day if it is one.
pub(super) fn closes_early(set: HolidaySet, date: NaiveDate) -> bool {
    let easter = easter_sunday(date.year());
    set.short_days()
        .iter()
        .any(|rule| rule.in_year(date.year(), easter) == Some(date))
}

/// Easter Sunday by the anonymous Gregorian algorithm (Nature, 1876; in this form Meeus,
/// *Astronomical Algorithms*, ch. 8). `None` before 1583, the first full year of the Gregorian
/// calendar.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let year = u32::try_from(year).ok().filter(|year| *year >= 1583)?;
    let (century, of_century) = (year / 100, year % 100);
    let golden = year % 19;
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let march_days = epact + to_sunday + 114 - 7 * late;
    NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?,
        march_days / 31,
        march_days % 31 + 1,
    )
}

fn named_dates(set: HolidaySet, year: i32) -> impl Iterator<Item = (NaiveDate, &'static str)> {
    let easter = easter_sunday(year);
    set.named_days()
        .iter()
        .filter_map(move |(rule, name_key)| Some((rule.in_year(year, easter)?, *name_key)))
}

/// Where in the year a day falls.
enum Rule {
    /// This month and day.
    Fixed(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// So many days after the first Saturday on or after this month and day.
    Saturday(u32, u32, i64),
}

impl Rule {
    fn in_year(&self, year: i32, easter: Option<NaiveDate>) -> Option<NaiveDate> {
        match *self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => easter?.checked_add_signed(TimeDelta::days(days)),
            Self::Saturday(month, day, days) => {
                let first = NaiveDate::from_ymd_opt(year, month, day)?;
                let wait = i64::from(Weekday::Sat.days_since(first.weekday()));
                first.checked_add_signed(TimeDelta::days(wait + days))
            }
        }
    }
}

// Fixed days stand first in each table, so that the fixed name is the first one when two fall
// together.

const NORWAY: &[(Rule, &str)] = &[
    (Rule::Fixed(1, 1), "holiday-new-years-day"),
    (Rule::Fixed(5, 1), "holiday-labour-day"),
    (Rule::Fixed(5, 17), "holiday-constitution-day"),
    (Rule::Fixed(12, 25), "holiday-christmas-day"),
    (Rule::Fixed(12, 26), "holiday-boxing-day"),
    (Rule::Easter(-3), "holiday-maundy-thursday"),
    (Rule::Easter(-2), "holiday-good-friday"),
    (Rule::Easter(0), "holiday-easter-sunday"),
    (Rule::Easter(1), "holiday-easter-monday"),
    (Rule::Easter(39), "holiday-ascension-day"),
    (Rule::Easter(49), "holiday-whit-sunday"),
    (Rule::Easter(50), "holiday-whit-monday"),
];

/// The Wednesday before Easter, Christmas Eve and New Year's Eve.
const NORWAY_SHORT: &[Rule] = &[Rule::Easter(-4), Rule::Fixed(12, 24), Rule::Fixed(12, 31)];

const SWEDEN: &[(Rule, &str)] = &[
    (Rule::Fixed(1, 1), "holiday-new-years-day"),
    (Rule::Fixed(1, 6), "holiday-epiphany"),
    (Rule::Fixed(5, 1), "holiday-labour-day"),
    (Rule::Fixed(6, 6), "holiday-swedish-national-day"),
    (Rule::Fixed(12, 24), "holiday-christmas-eve"),
    (Rule::Fixed(12, 25), "holiday-christmas-day"),
    (Rule::Fixed(12, 26), "holiday-boxing-day"),
    (Rule::Fixed(12, 31), "holiday-new-years-eve"),
    (Rule::Saturday(6, 20, -1), "holiday-midsummer-eve"),
    (Rule::Saturday(6, 20, 0), "holiday-midsummer-day"),
    (Rule::Saturday(10, 31, 0), "holiday-all-saints-day"),
    (Rule::Easter(-2), "holiday-good-friday"),
    (Rule::Easter(0), "holiday-easter-sunday"),
    (Rule::Easter(1), "holiday-easter-monday"),
    (Rule::Easter(39), "holiday-ascension-day"),
    (Rule::Easter(49), "holiday-whit-sunday"),
];

/// The eve of Epiphany, Maundy Thursday, Walpurgis Night and the eve of All Saints' Day.
const SWEDEN_SHORT: &[Rule] = &[
    Rule::Fixed(1, 5),
    Rule::Easter(-3),
    Rule::Fixed(4, 30),
    Rule::Saturday(10, 31, -1),
];

#[cfg(test)]
mod tests {
    use super::super::testing::{any_day, cases, day};
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn dates(set: HolidaySet, year: i32) -> Vec<NaiveDate> {
        holidays(set, year)
            .iter()
            .map(|holiday| holiday.date)
            .collect()
    }

    #[test]
    fn easter_ascension_and_whit_monday_fall_where_the_almanac_has_them() {
        for (year, easter, ascension, whit_monday) in [
            (2026, "2026-04-05", "2026-05-14", "2026-05-25"),
            (2027, "2027-03-28", "2027-05-06", "2027-05-17"),
            (2028, "2028-04-16", "2028-05-25", "2028-06-05"),
            (2029, "2029-04-01", "2029-05-10", "2029-05-21"),
            (2030, "2030-04-21", "2030-05-30", "2030-06-10"),
            (2032, "2032-03-28", "2032-05-06", "2032-05-17"),
        ] {
            let date_of = |key| {
                holidays(HolidaySet::Norway, year)
                    .into_iter()
                    .find(|holiday| holiday.name_key == key || holiday.also == Some(key))
                    .map(|holiday| holiday.date)
            };
            assert_eq!(easter_sunday(year), Some(day(easter)));
            assert_eq!(date_of("holiday-easter-sunday"), Some(day(easter)));
            assert_eq!(date_of("holiday-ascension-day"), Some(day(ascension)));
            assert_eq!(date_of("holiday-whit-monday"), Some(day(whit_monday)));
        }
    }

    #[test]
    fn easter_at_its_earliest_and_its_latest() {
        assert_eq!(easter_sunday(1818), Some(day("1818-03-22")));
        assert_eq!(easter_sunday(2038), Some(day("2038-04-25")));
        assert_eq!(easter_sunday(1582), None);
    }

    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april() {
        for year in 1900..=2200 {
            let easter = easter_sunday(year).unwrap();
            assert_eq!(easter.weekday(), Weekday::Sun, "{easter}");
            let (first, last) = (
                NaiveDate::from_ymd_opt(year, 3, 22),
                NaiveDate::from_ymd_opt(year, 4, 25),
            );
            assert!(first <= Some(easter) && Some(easter) <= last, "{easter}");
        }
    }

    #[test]
    fn norway_keeps_twelve_days_in_2026() {
        let expected = [
            "2026-01-01",
            "2026-04-02",
            "2026-04-03",
            "2026-04-05",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-17",
            "2026-05-24",
            "2026-05-25",
            "2026-12-25",
            "2026-12-26",
        ];
        assert_eq!(dates(HolidaySet::Norway, 2026), expected.map(day));
    }

    #[test]
    fn constitution_day_on_whit_monday_is_one_date_with_both_names() {
        for (year, date) in [(2027, "2027-05-17"), (2032, "2032-05-17")] {
            assert_eq!(holidays(HolidaySet::Norway, year).len(), 11);
            let both = Holiday {
                date: day(date),
                name_key: "holiday-constitution-day",
                also: Some("holiday-whit-monday"),
            };
            assert_eq!(is_holiday(HolidaySet::Norway, day(date)), Some(both));
            assert!(holidays(HolidaySet::Norway, year).contains(&both));
        }
    }

    #[test]
    fn eves_and_palm_sunday_are_no_norwegian_holidays() {
        for date in [
            "2026-12-24",
            "2026-12-31",
            "2026-04-04",
            "2026-05-23",
            "2026-03-29",
        ] {
            assert_eq!(is_holiday(HolidaySet::Norway, day(date)), None);
        }
    }

    #[test]
    fn sweden_keeps_its_own_days() {
        let expected = [
            "2026-01-01",
            "2026-01-06",
            "2026-04-03",
            "2026-04-05",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-24",
            "2026-06-06",
            "2026-06-19",
            "2026-06-20",
            "2026-10-31",
            "2026-12-24",
            "2026-12-25",
            "2026-12-26",
            "2026-12-31",
        ];
        assert_eq!(dates(HolidaySet::Sweden, 2026), expected.map(day));
        assert!(dates(HolidaySet::Sweden, 2027).contains(&day("2027-11-06")));
        assert_eq!(is_holiday(HolidaySet::Sweden, day("2026-05-17")), None);
    }

    #[test]
    fn codes_name_the_sets_and_no_holidays_means_none() {
        for set in HolidaySet::ALL {
            assert_eq!(HolidaySet::from_code(set.code()), Some(set));
        }
        assert_eq!(HolidaySet::from_code("NO"), None);
        assert_eq!(holidays(HolidaySet::None, 2026), []);
    }

    #[test]
    fn every_name_stands_in_every_language_and_no_other() {
        let keys: BTreeSet<&str> = NORWAY.iter().chain(SWEDEN).map(|(_, key)| *key).collect();
        for texts in [
            include_str!("../i18n/nb/calendar.ftl"),
            include_str!("../i18n/nn/calendar.ftl"),
            include_str!("../i18n/en/calendar.ftl"),
        ] {
            let written: BTreeSet<&str> = texts
                .lines()
                .filter_map(|line| Some(line.split_once(" = ")?.0))
                .collect();
            assert_eq!(written, keys);
        }
    }

    proptest! {
        #![proptest_config(cases(512))]

        #[test]
        fn the_list_of_a_year_is_sorted_distinct_and_agrees_with_each_day(date in any_day()) {
            for set in HolidaySet::ALL {
                let year = holidays(set, date.year());
                prop_assert!(year.is_sorted_by(|a, b| a.date < b.date));
                let listed = year.into_iter().find(|holiday| holiday.date == date);
                prop_assert_eq!(listed, is_holiday(set, date));
            }
        }
    }
}
