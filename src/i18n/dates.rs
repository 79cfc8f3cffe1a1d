//! Dates and times as people write them in each language: “onsdag 17. mars 2027 kl. 09.00”.

use super::{Language, added};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

const MONTHS_NORWEGIAN: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];
const MONTHS_ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS_NB: [&str; 7] = [
    "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
];
const DAYS_NN: [&str; 7] = [
    "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag",
];
const DAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The name of a month, 1 to 12.
#[must_use]
pub fn month(language: Language, month: u32) -> &'static str {
    let names = match (language, added::find(language)) {
        (_, Some(added)) => &added.months,
        (Language::EN, None) => &MONTHS_ENGLISH,
        _ => &MONTHS_NORWEGIAN,
    };
    names[(month.clamp(1, 12) - 1) as usize]
}

/// The name of a weekday.
#[must_use]
pub fn weekday(language: Language, day: chrono::Weekday) -> &'static str {
    let names = match (language, added::find(language)) {
        (_, Some(added)) => &added.weekdays,
        (Language::NN, None) => &DAYS_NN,
        (Language::EN, None) => &DAYS_EN,
        _ => &DAYS_NB,
    };
    names[day.num_days_from_monday() as usize]
}

/// What stands after the number of a day: Norwegian counts it.
#[must_use]
pub fn dot(language: Language) -> &'static str {
    match language {
        Language::NB | Language::NN => ".",
        _ => "",
    }
}

/// “17. mars 2027”, “17 March 2027”.
#[must_use]
pub fn date(language: Language, date: NaiveDate) -> String {
    let dot = dot(language);
    format!(
        "{}{dot} {} {}",
        date.day(),
        month(language, date.month()),
        date.year()
    )
}

/// “17. mars”, where the year is plain from what stands around it.
#[must_use]
pub fn day_and_month(language: Language, date: NaiveDate) -> String {
    let dot = dot(language);
    format!("{}{dot} {}", date.day(), month(language, date.month()))
}

/// “onsdag 17. mars”.
#[must_use]
pub fn weekday_and_day(language: Language, day: NaiveDate) -> String {
    format!(
        "{} {}",
        weekday(language, day.weekday()),
        day_and_month(language, day)
    )
}

/// “onsdag 17. mars”; with its year where that is another than the one that everything around it is about.
#[must_use]
pub fn day_within(language: Language, day: NaiveDate, year: i32) -> String {
    if day.year() == year {
        weekday_and_day(language, day)
    } else {
        long_date(language, day)
    }
}

/// “onsdag 17. mars 2027”.
#[must_use]
pub fn long_date(language: Language, day: NaiveDate) -> String {
    format!(
        "{} {}",
        weekday(language, day.weekday()),
        date(language, day)
    )
}

/// Between “kl.” and the hour, so that no line ends there.
const TIGHT: char = '\u{a0}';

/// “kl. 09.00”, in English “09:00”.
#[must_use]
pub fn time(language: Language, time: NaiveTime) -> String {
    if language == Language::EN {
        time.format("%H:%M").to_string()
    } else {
        format!("kl.{TIGHT}{}", time.format("%H.%M"))
    }
}

/// “kl. 09.00–11.30”.
#[must_use]
pub fn hours(language: Language, starts: NaiveTime, ends: NaiveTime) -> String {
    let ends = time(language, ends);
    format!(
        "{}–{}",
        time(language, starts),
        ends.trim_start_matches("kl.").trim_start_matches(TIGHT)
    )
}

/// “onsdag 17. mars 2027 kl. 09.00”.
#[must_use]
pub fn date_and_time(language: Language, at: NaiveDateTime) -> String {
    let join = if language == Language::EN {
        " at "
    } else {
        " "
    };
    format!(
        "{}{join}{}",
        long_date(language, at.date()),
        time(language, at.time())
    )
}

/// The day that a deadline is told by, and its clock. One at midnight is the end of the day before, and that day is what
/// people are told, without a clock.
#[must_use]
pub fn due(at: NaiveDateTime) -> (NaiveDate, Option<NaiveTime>) {
    match at.date().pred_opt() {
        Some(day_before) if at.time() == NaiveTime::MIN => (day_before, None),
        _ => (at.date(), Some(at.time())),
    }
}

/// “onsdag 17. mars 2027 kl. 15.00”; of a deadline at midnight the day that ends then.
#[must_use]
pub fn deadline(language: Language, at: NaiveDateTime) -> String {
    match due(at) {
        (day, None) => long_date(language, day),
        (_, Some(_)) => date_and_time(language, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_at_midnight_is_the_day_that_ends() {
        let midnight = NaiveDate::from_ymd_opt(2027, 1, 1)
            .unwrap()
            .and_time(NaiveTime::MIN);
        let day = "torsdag 31. desember 2026";
        assert_eq!(deadline(Language::NB, midnight), day);
        let later = midnight + chrono::Duration::hours(15);
        assert_eq!(
            deadline(Language::NB, later),
            "fredag 1. januar 2027 kl.\u{a0}15.00"
        );
    }

    #[test]
    fn a_day_has_its_year_where_that_is_another() {
        let day = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap();
        assert_eq!(day_within(Language::NB, day, 2027), "mandag 4. januar");
        assert_eq!(day_within(Language::NN, day, 2026), "måndag 4. januar 2027");
        assert_eq!(day_within(Language::EN, day, 2026), "Monday 4 January 2027");
    }

    #[test]
    fn a_date_reads_as_people_write_it() {
        let at = NaiveDate::from_ymd_opt(2027, 5, 18)
            .unwrap()
            .and_hms_opt(9, 5, 0)
            .unwrap();
        assert_eq!(
            date_and_time(Language::NB, at),
            "tirsdag 18. mai 2027 kl.\u{a0}09.05"
        );
        assert_eq!(
            date_and_time(Language::NN, at),
            "tysdag 18. mai 2027 kl.\u{a0}09.05"
        );
        assert_eq!(
            date_and_time(Language::EN, at),
            "Tuesday 18 May 2027 at 09:05"
        );
    }
}
