//! What an organisation that is asked to name its representative is told of the term: the role, the period, and the level that
//! the mandate asks for.

use super::period_text;
use crate::boards::rules::in_force;
use crate::boards::{Appointment, Mandate, Seat, rule_kind};
use crate::calendar::Period;
use crate::db::code_words::CodeWord;
use crate::db::types::Words;
use crate::i18n::{Language, text};
use crate::web::access::Role;
use chrono::NaiveDate;

/// What an organisation is told of the term that it names somebody for.
pub struct Call {
    pub role: Role,
    pub period: Period,
    /// Whether it has such a term until then already.
    pub is_again: bool,
    pub level: Option<Level>,
}

/// The level that the mandate asks of who sits, in words of each language: the mandate's own, or those of its list.
pub struct Level(Words);

impl Level {
    /// What the mandate in force on a day asks of a member on a kind of seat.
    #[must_use]
    pub fn of(
        mandates: &[Mandate],
        levels: &[CodeWord],
        (seat_kind, on): (Option<&str>, NaiveDate),
    ) -> Option<Self> {
        let mut rules = in_force(mandates, on)?.rules.iter();
        let rule = rules.find(|rule| {
            let is_about = |kind| rule.among.iter().any(|it| it == kind);
            rule.kind == rule_kind::LEVEL_LEAST
                && (rule.among.is_empty() || seat_kind.is_some_and(is_about))
        })?;
        if !rule.words.in_language(Language::NB.tag()).is_empty() {
            return Some(Self(rule.words.clone()));
        }
        let of_list = levels.iter().find(|(code, _)| *code == rule.subject);
        of_list.map(|(_, words)| Self(words.clone()))
    }
}

impl Call {
    /// What is told of a term among all of its board's.
    #[must_use]
    pub fn of(
        term: &Appointment,
        all: &[Appointment],
        (mandates, seats): (&[Mandate], &[Seat]),
        levels: &[CodeWord],
    ) -> Self {
        let from = term.period.from;
        let before = all.iter().filter(|it| {
            it.id != term.id && it.organisation == term.organisation && it.role == term.role
        });
        let mut until_then = before.filter(|it| {
            it.period.from < from && it.period.until.is_none_or(|until| until >= from)
        });
        let seat = seats.iter().find(|it| Some(it.id) == term.seat);
        let kind = seat.map(|it| it.kind.as_str());
        let level = Level::of(mandates, levels, (kind, from));
        Self {
            role: term.role,
            period: term.period,
            is_again: until_then.next().is_some(),
            level: level.filter(|_| term.role == Role::Member),
        }
    }

    pub(super) fn facts(&self, language: Language) -> Vec<(String, String)> {
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let role = text(language, &format!("boards-role-{}", self.role), &[]);
        let mut period = period_text(language, self.period);
        if self.is_again {
            period = text(
                language,
                "boards-naming-again",
                &[("period", period.into())],
            );
        }
        let mut facts = vec![fact("boards-role", role), fact("boards-period", period)];
        if let Some(Level(words)) = &self.level {
            let words = words.in_language(language.tag());
            facts.push(fact("boards-naming-level", words.to_owned()));
        }
        facts
    }
}
