//! The rules of measures, as pure functions: which years one may have, what may follow in its history, when it is late, and
//! what a report says.

use super::{Measure, Turn};
use crate::db::ids::OrganisationId;
use crate::db::types::Moment;
use crate::i18n::Said;
use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::ops::RangeInclusive;

/// The years that a measure may have.
pub const YEARS: RangeInclusive<i64> = 1900..=2200;

/// The first and the last year of a measure, both with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    first: i32,
    last: i32,
}

impl Years {
    /// The years from one to another.
    ///
    /// # Errors
    /// That the last comes before the first, or that one of them is out of [`YEARS`].
    pub fn new(first: i64, last: i64) -> Result<Self, Refusal> {
        let year = |year: i64| {
            let within = Some(year).filter(|year| YEARS.contains(year));
            within.and_then(|year| i32::try_from(year).ok())
        };
        match (year(first), year(last)) {
            (Some(first), Some(last)) if first <= last => Ok(Self { first, last }),
            _ => Err(Refusal::EndsFirst(first)),
        }
    }

    #[must_use]
    pub fn first(self) -> i32 {
        self.first
    }

    #[must_use]
    pub fn last(self) -> i32 {
        self.last
    }
}

impl fmt::Display for Years {
    /// “2020–2025”, or one year.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(formatter, "{}", self.first)
        } else {
            write!(formatter, "{}–{}", self.first, self.last)
        }
    }
}

/// Why something cannot be as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The last year comes before this first one.
    EndsFirst(i64),
    /// It is not known yet how things stand on that day.
    InFuture,
    /// The line before it is from this later day.
    BeforeLast(NaiveDate),
    /// Nothing is another, and no note says what was done.
    SaysNothing,
}

impl Refusal {
    /// The field that it concerns, and what the secretary is told there.
    #[must_use]
    pub fn at_field(self) -> (&'static str, Said) {
        match self {
            Self::EndsFirst(first) => (
                "last-year",
                Said::new("measure-ends-first").with("first", first.to_string()),
            ),
            Self::InFuture => ("on", Said::new("measure-status-in-future")),
            Self::BeforeLast(day) => ("on", Said::new("measure-status-before").with("day", day)),
            Self::SaysNothing => ("note", Said::new("measure-status-same")),
        }
    }
}

/// Whether a line may follow a history: from the same day on or a later one, not from a day to come, and with something to say.
///
/// # Errors
/// Why it may not.
pub fn may_follow(history: &[Turn], next: &Turn, today: NaiveDate) -> Result<(), Refusal> {
    if next.on > today {
        return Err(Refusal::InFuture);
    }
    let Some(last) = history.last() else {
        return Ok(());
    };
    if next.on < last.on {
        return Err(Refusal::BeforeLast(last.on));
    }
    if next.status == last.status && next.note.is_empty() {
        return Err(Refusal::SaysNothing);
    }
    Ok(())
}

/// How far the work is, by the place of a status in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    NotBegun,
    Underway,
    Finished,
}

/// Of a status; one that the list has lost is underway, so that nothing is taken for finished.
#[must_use]
pub fn progress(status: &str, order: &[String]) -> Progress {
    let is = |code: Option<&String>| code.is_some_and(|code| code == status);
    if is(order.last()) {
        Progress::Finished
    } else if is(order.first()) {
        Progress::NotBegun
    } else {
        Progress::Underway
    }
}

/// In what a measure is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// Its last year is over, and it is not finished.
    NotFinished,
    /// Its first year has begun, and it has not.
    NotBegun,
}

/// Whether a measure is late on a day, and in what.
#[must_use]
pub fn late(progress: Progress, years: Years, on: NaiveDate) -> Option<Late> {
    match progress {
        Progress::Finished => None,
        _ if years.last < on.year() => Some(Late::NotFinished),
        Progress::NotBegun if years.first <= on.year() => Some(Late::NotBegun),
        Progress::NotBegun | Progress::Underway => None,
    }
}

/// The same of one measure.
#[must_use]
pub fn late_of(of: &Measure, order: &[String], on: NaiveDate) -> Option<Late> {
    late(progress(of.status(), order), of.facts.years, on)
}

/// What a list is narrowed to; nothing is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub status: Option<String>,
    pub ministry: Option<OrganisationId>,
    /// Only those that are late.
    pub late: bool,
}

impl Asked {
    /// Whether a measure is among what is asked for on a day.
    #[must_use]
    pub fn holds(&self, of: &Measure, order: &[String], on: NaiveDate) -> bool {
        self.status.as_ref().is_none_or(|it| it == of.status())
            && self.ministry.is_none_or(|it| it == of.facts.ministry)
            && (!self.late || late_of(of, order, on).is_some())
    }
}

/// How measures stand on a day, and what was written of them since the last time a board was told.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    pub on: NaiveDate,
    /// How many there are of each status, in the order of the list.
    pub counts: Vec<(&'a str, usize)>,
    pub late: Vec<(&'a Measure, Late)>,
    /// When the board was told last; none the first time.
    pub since: Option<Moment>,
    /// What was written since, the oldest of each measure first; nothing the first time.
    pub changed: Vec<(&'a Measure, &'a Turn)>,
    pub all: &'a [Measure],
}

/// The report of these measures.
#[must_use]
pub fn report<'a>(
    all: &'a [Measure],
    order: &'a [String],
    since: Option<Moment>,
    on: NaiveDate,
) -> Report<'a> {
    let count = |code: &'a String| {
        let of_this = all.iter().filter(|one| one.status() == code);
        (code.as_str(), of_this.count())
    };
    let late = all
        .iter()
        .filter_map(|one| Some((one, late_of(one, order, on)?)));
    let changed = all.iter().flat_map(|one| {
        let later = one.history.iter();
        let later = later.filter(|turn| since.is_some_and(|since| turn.at > since));
        later.map(move |turn| (one, turn))
    });
    Report {
        on,
        counts: order.iter().map(count).collect(),
        late: late.collect(),
        since,
        changed: changed.collect(),
        all,
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
