//! The rules of products, as pure functions: in which phase one is, which phase may follow which, whether a strategy holds,
//! and what a board has not treated for long.

use super::{Phase, Strategy};
use crate::db::ids::RowId;
use crate::db::types::Words;
use crate::i18n::{Language, Said};
use chrono::{Datelike, Months, NaiveDate};

/// So long before nothing holds any more, a strategy is said to end soon.
pub const SOON: Months = Months::new(6);

/// Why something cannot be as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Two phases begin on this day.
    SameDay(NaiveDate),
    /// The phases from these two days on are the same one.
    SamePhase(NaiveDate, NaiveDate),
    /// The later of the two phases comes before the earlier one in a life, and nothing says why.
    GoesBack(NaiveDate, NaiveDate),
    /// A product is always in some phase once it is there.
    OnlyPhase,
}

impl Refusal {
    /// The field that it concerns, and what the secretary is told there.
    #[must_use]
    pub fn at_field(self) -> (&'static str, Said) {
        let of_two = |key, earlier: NaiveDate, later: NaiveDate| {
            Said::new(key).with("earlier", earlier).with("later", later)
        };
        match self {
            Self::SameDay(day) => ("from", Said::new("product-phase-same-day").with("day", day)),
            Self::SamePhase(earlier, later) => {
                ("phase", of_two("product-phase-same", earlier, later))
            }
            Self::GoesBack(earlier, later) => {
                ("phase", of_two("product-phase-goes-back", earlier, later))
            }
            Self::OnlyPhase => ("phase", Said::new("product-phase-only")),
        }
    }
}

/// The phase that a product is in on a day; none before its first.
///
/// The phases stand oldest first.
#[must_use]
pub fn phase_on(phases: &[Phase], on: NaiveDate) -> Option<&Phase> {
    phases.iter().rfind(|phase| phase.from <= on)
}

/// Whether a phase is the end of a life: the last of the list.
#[must_use]
pub fn is_end(code: &str, order: &[String]) -> bool {
    order.last().is_some_and(|last| last == code)
}

/// Whether a product has ended by a day.
#[must_use]
pub fn has_ended(phases: &[Phase], order: &[String], on: NaiveDate) -> bool {
    phase_on(phases, on).is_some_and(|phase| is_end(&phase.code, order))
}

/// The phases with one more, or with one of them changed, oldest first.
///
/// A life goes forward: from one phase to a later one of the list, over some where it does. Where it goes back, the phase
/// says itself why.
///
/// # Errors
/// Why they cannot follow each other so.
pub fn with(phases: &[Phase], one: &Phase, order: &[String]) -> Result<Vec<Phase>, Refusal> {
    let others = phases.iter().filter(|phase| phase.id != one.id);
    let mut all: Vec<Phase> = others.chain([one]).cloned().collect();
    all.sort_by_key(|phase| phase.from);
    may_follow(&all, order)?;
    Ok(all)
}

/// The phases without one of them.
///
/// # Errors
/// Why the others cannot follow each other.
pub fn without(phases: &[Phase], one: RowId, order: &[String]) -> Result<Vec<Phase>, Refusal> {
    let others = phases.iter().filter(|phase| phase.id != one);
    let all: Vec<Phase> = others.cloned().collect();
    if all.is_empty() {
        return Err(Refusal::OnlyPhase);
    }
    may_follow(&all, order)?;
    Ok(all)
}

fn may_follow(phases: &[Phase], order: &[String]) -> Result<(), Refusal> {
    let place = |phase: &Phase| order.iter().position(|code| *code == phase.code);
    for (before, after) in phases.iter().zip(phases.iter().skip(1)) {
        if before.from == after.from {
            return Err(Refusal::SameDay(after.from));
        }
        if before.code == after.code {
            return Err(Refusal::SamePhase(before.from, after.from));
        }
        if place(after) < place(before) && after.correction.is_empty() {
            return Err(Refusal::GoesBack(before.from, after.from));
        }
    }
    Ok(())
}

/// How it stands with the strategies of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// None holds.
    Missing,
    /// One holds, and none holds after this day, which is soon.
    EndsOn(NaiveDate),
    Holds,
}

/// How it stands on a day. One that follows at once on another carries on what that was.
#[must_use]
pub fn standing(strategies: &[Strategy], on: NaiveDate) -> Standing {
    let mut day = on;
    loop {
        let held = strategies.iter().filter(|one| one.period.contains(day));
        // Of those that hold on the day, the one that holds longest.
        let Some(longest) = held.map(|one| one.period.until).max_by_key(end_of) else {
            break;
        };
        match longest {
            Some(until) => day = until,
            None => return Standing::Holds,
        }
    }
    if day == on {
        return Standing::Missing;
    }
    let is_soon = on.checked_add_months(SOON).is_some_and(|then| day <= then);
    match day.pred_opt() {
        Some(last) if is_soon => Standing::EndsOn(last),
        _ => Standing::Holds,
    }
}

/// Without an end comes after every day.
fn end_of(until: &Option<NaiveDate>) -> (bool, Option<NaiveDate>) {
    (until.is_none(), *until)
}

/// The strategies that hold on the same days as another one does, each such pair once.
#[must_use]
pub fn overlapping(strategies: &[Strategy]) -> Vec<(&Strategy, &Strategy)> {
    let pairs = strategies.iter().enumerate().flat_map(|(at, one)| {
        let later = strategies.iter().skip(at + 1);
        later.map(move |other| (one, other))
    });
    pairs
        .filter(|(one, other)| one.period.overlaps(&other.period))
        .collect()
}

/// Whole months from one day to another; 0 where the other is not after it.
#[must_use]
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i64 {
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    let begun = months(to) - months(from);
    let whole = if to.day() < from.day() {
        begun - 1
    } else {
        begun
    };
    whole.max(0)
}

/// Puts first what was never treated, then what was treated the longest ago; what is alike stays in its order.
pub fn longest_first<T>(all: &mut [T], last_treated: impl Fn(&T) -> Option<NaiveDate>) {
    all.sort_by_key(last_treated);
}

/// The language in which a name is taken: another thing is called so in some language. Capital letters and spaces make no
/// difference.
#[must_use]
pub fn taken<'a>(name: &Words, others: impl IntoIterator<Item = &'a Words>) -> Option<Language> {
    let others: Vec<&Words> = others.into_iter().collect();
    let is_other = |text: &str| {
        others.iter().any(|other| {
            let mut texts = Language::all();
            texts.any(|language| {
                let told = other.exactly(language.tag());
                told.is_some_and(|told| folded(told) == folded(text))
            })
        })
    };
    Language::all().find(|language| name.exactly(language.tag()).is_some_and(is_other))
}

fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
