//! A meeting's days and names as people write them, for pages and mail alike.

use super::{Meeting, Session};
use crate::db::types::Words;
use crate::i18n::{Language, dates};
use chrono::{Datelike, NaiveDate};

/// The codes of the kinds of meeting with their words, in order.
pub type Kinds = [(String, Words)];

/// The word for a meeting's kind, such as “ordinært møte”; the code itself when nobody has written any.
#[must_use]
pub fn kind<'a>(kinds: &'a Kinds, code: &'a str, language: Language) -> &'a str {
    let words = kinds.iter().find(|(known, _)| known == code);
    match words {
        Some((_, words)) if !words.is_empty() => words.in_language(language.tag()),
        _ => code,
    }
}

/// What a meeting is called: its title, else its kind; “Ordinært møte”.
#[must_use]
pub fn name(kinds: &Kinds, meeting: &Meeting, language: Language) -> String {
    called(kinds, &meeting.title, &meeting.kind, language)
}

/// What a meeting with this title and kind is called.
#[must_use]
pub fn called(kinds: &Kinds, title: &Words, code: &str, language: Language) -> String {
    let title = title.in_language(language.tag());
    capitalised(if title.is_empty() {
        kind(kinds, code, language)
    } else {
        title
    })
}

/// “17. mars”, “20.–21. oktober”, “30. september–1. oktober”.
#[must_use]
pub fn days(language: Language, meeting: &Meeting) -> String {
    span(language, meeting.first_day(), meeting.last_day())
}

/// The days from one to another, both counted.
#[must_use]
pub fn span(language: Language, first: NaiveDate, last: NaiveDate) -> String {
    let last_text = dates::day_and_month(language, last);
    if first == last {
        return last_text;
    }
    let same_month = (first.year(), first.month()) == (last.year(), last.month());
    if same_month {
        let dot = dates::dot(language);
        return format!("{}{dot}–{last_text}", first.day());
    }
    format!("{}–{last_text}", dates::day_and_month(language, first))
}

/// “onsdag 17. mars 2027 kl. 09.00–12.00”.
#[must_use]
pub fn session(language: Language, session: &Session) -> String {
    let day = dates::long_date(language, session.day);
    let Some(starts) = session.starts else {
        return day;
    };
    let hours = session.ends.map_or_else(
        || dates::time(language, starts),
        |ends| dates::hours(language, starts, ends),
    );
    let join = if language == Language::EN { ", " } else { " " };
    format!("{day}{join}{hours}")
}

/// Every day of a meeting with its times.
#[must_use]
pub fn when(language: Language, meeting: &Meeting) -> String {
    let days = meeting.sessions.iter().map(|day| session(language, day));
    days.collect::<Vec<_>>().join("; ")
}

/// The first letter large.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The first letter small: a label in the middle of a line.
#[must_use]
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_written_as_short_as_they_can_be() {
        let span = |first, last| span(Language::NB, day(first), day(last));
        assert_eq!(span("2027-03-17", "2027-03-17"), "17. mars");
        assert_eq!(span("2027-10-20", "2027-10-21"), "20.–21. oktober");
        assert_eq!(span("2027-09-30", "2027-10-01"), "30. september–1. oktober");
    }

    #[test]
    fn a_day_has_its_times_where_it_has_any() {
        let nine = chrono::NaiveTime::from_hms_opt(9, 0, 0);
        let noon = chrono::NaiveTime::from_hms_opt(12, 0, 0);
        let of = |starts, ends| Session {
            day: day("2027-03-17"),
            starts,
            ends,
        };
        assert_eq!(
            session(Language::NN, &of(nine, noon)),
            "onsdag 17. mars 2027 kl.\u{a0}09.00–12.00"
        );
        assert_eq!(
            session(Language::EN, &of(nine, noon)),
            "Wednesday 17 March 2027, 09:00–12:00"
        );
        assert_eq!(
            session(Language::NB, &of(None, None)),
            "onsdag 17. mars 2027"
        );
    }
}
