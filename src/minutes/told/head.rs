//! Which version of the minutes it is, as their head says it: when they were approved and published, and why they were
//! corrected. In their own language, with the board's own dates.

use crate::i18n::{Language, dates, text};
use crate::minutes::round::Step;
use crate::minutes::round::store::VersionLine;
use chrono::NaiveDate;

/// What is known of one version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub number: i64,
    /// None where the minutes are from before the system came.
    pub approved_on: Option<NaiveDate>,
    pub published_on: Option<NaiveDate>,
    /// When and why, where it is a correction.
    pub corrected: Option<(NaiveDate, String)>,
}

impl Head {
    /// One of these versions of a meeting's minutes; `day` gives a moment's date at the board.
    #[must_use]
    pub fn of(
        number: i64,
        lines: &[VersionLine],
        day: &dyn Fn(crate::db::types::Moment) -> NaiveDate,
    ) -> Self {
        let own = lines.iter().find(|line| line.number == number);
        let mut approvals = lines
            .iter()
            .filter(|line| line.step == Step::Approved && line.number <= number);
        let corrected = own.filter(|line| line.step == Step::Corrected);
        Self {
            number,
            approved_on: approvals.next().map(|line| day(line.at)),
            published_on: None,
            corrected: corrected.map(|line| (day(line.at), line.reason.clone())),
        }
    }

    /// “Versjon: 2, godkjent 12. januar 2027”.
    #[must_use]
    pub fn fact(&self, language: Language) -> (String, String) {
        let number = self.number.to_string();
        let value = match self.approved_on {
            Some(day) => {
                let day = dates::date(language, day);
                let values = [("number", number.into()), ("day", day.into())];
                text(language, "minutes-version-approved", &values)
            }
            None => number,
        };
        (text(language, "minutes-version", &[]), value)
    }

    /// When it was published and, of a correction, why: what its page says, for a document that is read away from it.
    #[must_use]
    pub fn besides(&self, language: Language) -> Vec<(String, String)> {
        let mut facts = Vec::new();
        if let Some(day) = self.published_on {
            let label = text(language, "minutes-published-on", &[]);
            facts.push((label, dates::date(language, day)));
        }
        if let Some((day, reason)) = &self.corrected {
            let label = text(language, "minutes-corrected", &[]);
            facts.push((label, format!("{}: {reason}", dates::date(language, *day))));
        }
        facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::local_date;
    use crate::db::types::Moment;
    use chrono_tz::Europe::Oslo;

    fn line(number: i64, step: Step, at: &str, reason: &str) -> VersionLine {
        VersionLine {
            number,
            step,
            reason: reason.to_owned(),
            at: at
                .parse::<chrono::DateTime<chrono::Utc>>()
                .expect("a moment")
                .into(),
        }
    }

    fn head(number: i64) -> Head {
        let lines = [
            line(3, Step::Corrected, "2027-02-01T10:00:00Z", "feil sats"),
            line(2, Step::Approved, "2027-01-12T23:30:00Z", ""),
            line(1, Step::Draft, "2027-01-05T10:00:00Z", ""),
        ];
        Head::of(number, &lines, &|at: Moment| local_date(Oslo, at.utc()))
    }

    #[test]
    fn a_correction_keeps_the_day_of_the_approval_and_says_why_it_was_made() {
        let own = head(3);
        let told = |(label, value): &(String, String)| format!("{label} {value}");
        assert_eq!(
            told(&own.fact(Language::NB)),
            "Versjon 3, godkjent 13. januar 2027"
        );
        let besides: Vec<String> = own.besides(Language::NB).iter().map(told).collect();
        assert_eq!(besides, ["Rettet 1. februar 2027: feil sats"]);
    }

    #[test]
    fn what_was_not_corrected_says_nothing_of_it() {
        let mut own = head(2);
        assert!(own.besides(Language::EN).is_empty());
        own.published_on = own.approved_on;
        assert_eq!(own.besides(Language::EN)[0].0, "Published");
        own.approved_on = None;
        assert_eq!(own.fact(Language::NN).1, "2");
    }
}
