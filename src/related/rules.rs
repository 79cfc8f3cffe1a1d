//! The rules of related bodies, as pure functions: when a document may be due for review, what may be written of a hearing, who
//! has not been heard, and which mails a review asks for.

use super::{Body, Hearing};
use crate::boards::{Board, ToRole};
use crate::calendar::moment_of;
use crate::db::ids::RelatedBodyId;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::mail::{Key, Occasion, OccasionState, Wanted};
use crate::meetings::occasions::REMINDER_TIME;
use chrono::{Days, NaiveDate, NaiveTime};
use std::collections::BTreeMap;
use std::iter::successors;

/// The kind of mail: a document is due for review.
pub const MAIL: &str = "relation-review";
/// Its object in the ledger.
pub const OBJECT: &str = "related_body";
/// How long before its day the secretariat is reminded.
const AHEAD: Days = Days::new(30);
const BEFORE: &str = "before-30-days";
/// How long after each reminder of what is overdue the next one goes, and how many there are in all.
const EVERY: Days = Days::new(14);
const AT_MOST: usize = 6;

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
    /// Within the time in which the secretariat is reminded.
    Soon,
    Overdue,
}

/// How it stands on a day.
#[must_use]
pub fn due(of: &Body, on: NaiveDate) -> Due {
    let Some(day) = of.facts.review_on else {
        return Due::Never;
    };
    let is_soon = on.checked_add_days(AHEAD).is_none_or(|then| day <= then);
    if day < on {
        Due::Overdue
    } else if is_soon {
        Due::Soon
    } else {
        Due::Later
    }
}

/// Whom a reminder goes to: `kind` as it stands in the ledger.
#[must_use]
pub fn audience(kind: &str) -> Vec<ToRole> {
    if kind == MAIL {
        vec![ToRole::Secretariat]
    } else {
        Vec::new()
    }
}

/// Whether a slot is of what is overdue.
#[must_use]
pub fn is_of_late(slot: &str) -> bool {
    slot.starts_with("overdue-")
}

/// The mails that the review of a document asks for: one before its day, and the next of those after it.
///
/// `standing` is what the ledger has of it: it tells which repeat comes next.
#[must_use]
pub fn wanted(of: &Body, board: &Board, standing: &[Occasion], now: Moment) -> Vec<Wanted> {
    let Some(day) = of.facts.review_on else {
        return Vec::new();
    };
    let about = About { of, board, day };
    let before = about.before().into_iter();
    before.chain(about.next_repeat(standing, now)).collect()
}

/// One document with its day.
#[derive(Clone, Copy)]
struct About<'a> {
    of: &'a Body,
    board: &'a Board,
    day: NaiveDate,
}

impl About<'_> {
    /// On a working day; it expires when the day is over.
    fn before(self) -> Option<Wanted> {
        let ahead = self.day.checked_sub_days(AHEAD)?;
        let ahead = self.board.calendar.on_or_before(ahead);
        Some(self.at(BEFORE, self.morning(ahead), self.deadline()?))
    }

    /// The first of the reminders after its day that is not settled and not past; one that waits for the next pass is not past.
    fn next_repeat(self, standing: &[Occasion], now: Moment) -> Option<Wanted> {
        let calendar = self.board.calendar;
        let later = |day: &NaiveDate| Some(calendar.on_or_after(day.checked_add_days(EVERY)?));
        let first = calendar.on_or_after(self.day.succ_opt()?);
        let days = successors(Some(first), later).take(AT_MOST);
        let settled = |slot: &str| self.rows(slot, standing).any(is_settled);
        let mut last_settled = 0;
        for (repeat, _) in (1..).zip(days.clone()) {
            if settled(&format!("overdue-{repeat}")) {
                last_settled = repeat;
            }
        }
        for (repeat, day) in (1..).zip(days) {
            let (slot, due) = (format!("overdue-{repeat}"), self.morning(day));
            let waits = self
                .rows(&slot, standing)
                .any(|row| row.state == OccasionState::Planned && row.due == due);
            if repeat > last_settled && (due >= now || waits) {
                let expires = later(&day).map_or(due, |day| self.morning(day));
                return Some(self.at(&slot, due, expires));
            }
        }
        None
    }

    /// The ledger's rows of this slot that are about this day.
    fn rows<'s>(
        self,
        slot: &'s str,
        standing: &'s [Occasion],
    ) -> impl Iterator<Item = &'s Occasion> {
        let day = Some(self.day);
        let is_this =
            move |row: &&Occasion| row.kind == MAIL && row.slot == slot && row.about_day == day;
        standing.iter().filter(is_this)
    }

    fn at(self, slot: &str, due: Moment, expires: Moment) -> Wanted {
        Wanted {
            key: Key {
                kind: MAIL,
                object_id: self.of.id.to_string(),
                slot: slot.to_owned(),
            },
            object_kind: OBJECT,
            about_day: self.day,
            deadline: self.deadline(),
            due,
            expires,
        }
    }

    /// The end of its day.
    fn deadline(self) -> Option<Moment> {
        let end = self.day.succ_opt()?;
        Some(moment_of(self.board.zone, end, NaiveTime::MIN).into())
    }

    fn morning(self, day: NaiveDate) -> Moment {
        moment_of(self.board.zone, day, REMINDER_TIME).into()
    }
}

fn is_settled(row: &Occasion) -> bool {
    !matches!(row.state, OccasionState::Planned | OccasionState::Withdrawn)
}

#[cfg(test)]
mod tests;
