//! The rules of related bodies, as pure functions: when a document may be due for review, what may be written of a hearing, who
//! has not been heard, and which mails a review asks for.

use super::{Body, Hearing};
use crate::boards::rules::{reminders, told_in};
use crate::boards::{Board, ReminderRule, ToRole, about};
use crate::db::ids::RelatedBodyId;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::mail::{Occasion, Wanted};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// The kind of mail: a document is due for review.
pub const MAIL: &str = "relation-review";
/// Its object in the ledger.
pub const OBJECT: &str = "related_body";
/// A review is shown to be soon for so long before its day.
const SOON: Days = Days::new(30);

/// Why something cannot be as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A review cannot be due on a day that is over.
    ReviewInPast,
    /// What has not happened yet was not asked.
    AskedInFuture,
    AnsweredInFuture,
    /// Nobody answers before they are asked, on this day.
    AnsweredFirst(NaiveDate),
    /// There is an answer, and no day of it.
    AnswerWithoutDay,
}

impl Refusal {
    /// The field that it concerns, and what the secretary is told there.
    #[must_use]
    pub fn at_field(self) -> (&'static str, Said) {
        match self {
            Self::ReviewInPast => ("review-on", Said::new("related-review-in-past")),
            Self::AskedInFuture => ("asked-on", Said::new("related-day-in-future")),
            Self::AnsweredInFuture => ("answered-on", Said::new("related-day-in-future")),
            Self::AnsweredFirst(day) => (
                "answered-on",
                Said::new("related-answered-first").with("day", day),
            ),
            Self::AnswerWithoutDay => ("answered-on", Said::new("related-answer-without-day")),
        }
    }
}

/// Whether a document may be due for review on a day: not on one that is over, unless it stood so.
///
/// # Errors
/// That it may not.
pub fn may_be_due(
    next: Option<NaiveDate>,
    before: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let is_over = next.is_some_and(|day| day < today) && next != before;
    (!is_over).then_some(()).ok_or(Refusal::ReviewInPast)
}

/// Whether a hearing may stand so.
///
/// # Errors
/// Why it may not.
pub fn may_stand(of: &Hearing, today: NaiveDate) -> Result<(), Refusal> {
    if of.asked_on > today {
        return Err(Refusal::AskedInFuture);
    }
    match of.answered_on {
        Some(day) if day > today => Err(Refusal::AnsweredInFuture),
        Some(day) if day < of.asked_on => Err(Refusal::AnsweredFirst(of.asked_on)),
        None if !of.answer.is_empty() || !of.link.is_empty() => Err(Refusal::AnswerWithoutDay),
        _ => Ok(()),
    }
}

/// Why a body that is to be heard on a case is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheard {
    NotAsked,
    NotAnswered,
}

/// The bodies that are to be heard on cases of this subject and have not answered, in the order in which they stand.
#[must_use]
pub fn unheard<'a>(
    bodies: &'a [Body],
    hearings: &BTreeMap<RelatedBodyId, Hearing>,
    subject: &str,
) -> Vec<(&'a Body, Unheard)> {
    let why = |body: &Body| match hearings.get(&body.id) {
        None => Some(Unheard::NotAsked),
        Some(hearing) if hearing.answered_on.is_none() => Some(Unheard::NotAnswered),
        Some(_) => None,
    };
    let asked = bodies.iter();
    let asked = asked.filter(|body| body.facts.subjects.contains(subject));
    asked.filter_map(|body| Some((body, why(body)?))).collect()
}

/// How it stands with the review of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Never,
    Later,
    Soon,
    Overdue,
}

/// How it stands on a day.
#[must_use]
pub fn due(of: &Body, on: NaiveDate) -> Due {
    let Some(day) = of.facts.review_on else {
        return Due::Never;
    };
    let is_soon = on.checked_add_days(SOON).is_none_or(|then| day <= then);
    if day < on {
        Due::Overdue
    } else if is_soon {
        Due::Soon
    } else {
        Due::Later
    }
}

/// Whom a reminder goes to: `kind` and `slot` as they stand in the ledger.
#[must_use]
pub fn audience(kind: &str, slot: &str, rules: &[ReminderRule]) -> Vec<ToRole> {
    if kind == MAIL {
        told_in(rules, about::RELATION, slot)
    } else {
        Vec::new()
    }
}

/// The mails that the review of a document asks for: those before its day, and the next of those after it.
///
/// `standing` is what the ledger has of it: it tells which repeat comes next.
#[must_use]
pub fn wanted(
    of: &Body,
    board: &Board,
    rules: &[ReminderRule],
    (standing, now): (&[Occasion], Moment),
) -> Vec<Wanted> {
    let Some(day) = of.facts.review_on else {
        return Vec::new();
    };
    let object = (MAIL, OBJECT, of.id.as_str());
    let mut wanted = reminders::before(board, rules, about::RELATION, object, day);
    wanted.extend(reminders::overdue(
        board,
        rules,
        about::RELATION,
        object,
        day,
        (standing, now),
    ));
    wanted
}

#[cfg(test)]
mod tests;
