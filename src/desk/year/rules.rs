//! The sums of a year: pure functions of what the reader may read.

use super::{
    Agreed, CaseOfYear, Days, Figures, MeetingOfYear, MinutesOut, PapersOut, Represented, Sat,
};
use crate::db::code_words::CodeWord;
use crate::i18n::Language;
use crate::meetings::{Meeting, MeetingState};
use crate::minutes::actions::State;
use crate::minutes::attendance::{Record, rules as attendance};
use crate::minutes::publication::PublicationState;
use crate::minutes::publication::rules::Share;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// When the papers went out, against the day that the mandate gives; local dates.
#[must_use]
pub fn papers(of: &Meeting, sent: Option<NaiveDate>, due: Option<NaiveDate>) -> Option<PapersOut> {
    let sent = sent?;
    Some(PapersOut {
        days_ahead: (of.first_day() - sent).num_days().max(0),
        in_time: due.map(|due| sent <= due),
    })
}

/// What became of the minutes. `published` are the states and local dates of their publications; `before` is there where old
/// papers tell of them, with the day on which they came out, if those say so.
#[must_use]
pub fn minutes(
    of: &Meeting,
    published: &[(PublicationState, Option<NaiveDate>)],
    before: Option<Option<NaiveDate>>,
) -> MinutesOut {
    let has = |state: PublicationState| published.iter().any(|(one, _)| *one == state);
    let after = |on: NaiveDate| (on - of.last_day()).num_days().max(0);
    if !has(PublicationState::Published) {
        return match before {
            _ if has(PublicationState::Withdrawn) => MinutesOut::Withdrawn,
            Some(Some(on)) => MinutesOut::Out {
                days_after: Some(after(on)),
            },
            _ => MinutesOut::NotOut,
        };
    }
    // Old minutes came out long before they did so here.
    let first = match before {
        Some(on) => on,
        None => published.iter().filter_map(|(_, on)| *on).min(),
    };
    MinutesOut::Out {
        days_after: first.map(after),
    }
}

/// How many seats were represented on each day of a meeting of which something is written down. A seat of which nothing is
/// counts as not represented.
#[must_use]
pub fn seats(
    of: &Meeting,
    records: &[Record],
    sat: &[Sat],
    chair_counts: bool,
) -> Vec<Represented> {
    let days = of.sessions.iter().enumerate();
    let written = days.filter(|(session, _)| records.iter().any(|one| one.session == *session));
    let counted = written.map(|(session, day)| {
        let lines = attendance::lines(Vec::new(), records, session);
        let seats = attendance::seats(&lines, chair_counts, &|_line| true);
        let on_that_day =
            |one: &&Sat| one.appointed.contains(day.day) && one.used.contains(day.day);
        let appointed: BTreeSet<_> = sat
            .iter()
            .filter(on_that_day)
            .map(|one| one.appointment)
            .collect();
        Represented {
            there: seats.there(),
            all: seats.all().max(appointed.len()),
        }
    });
    counted.collect()
}

/// Whether the reader is told who was there: the secretariat at once, everybody else when a draft of the minutes was out.
#[must_use]
pub fn is_told(of: &Meeting, keeps: bool) -> bool {
    keeps || matches!(of.state, MeetingState::Minuted | MeetingState::Closed)
}

/// Whether a meeting counts as held.
#[must_use]
pub fn is_held(of: &MeetingOfYear) -> bool {
    of.has_ended && of.meeting.state != MeetingState::Cancelled
}

/// What became of what was agreed, on the board's own date.
#[must_use]
pub fn agreed(all: &[(State, Option<NaiveDate>)], today: NaiveDate) -> Agreed {
    let mut found = Agreed::default();
    for (state, due) in all {
        match state {
            State::Done => found.done += 1,
            State::Dropped => found.dropped += 1,
            State::Open if due.is_some_and(|due| due < today) => found.late += 1,
            State::Open => found.open += 1,
        }
    }
    found
}

/// The figures of a year. `order` has the outcomes in the board's own order, and `languages` those of the minutes that are
/// out.
#[must_use]
pub fn figures(
    meetings: &[MeetingOfYear],
    cases: &[CaseOfYear],
    order: &[CodeWord],
    agreed: Agreed,
    languages: &[Language],
) -> Figures {
    let is_cancelled = |one: &&MeetingOfYear| one.meeting.state == MeetingState::Cancelled;
    let held: Vec<&MeetingOfYear> = meetings.iter().filter(|one| is_held(one)).collect();
    let cancelled = meetings.iter().filter(is_cancelled).count();
    let treated: Vec<&CaseOfYear> = cases.iter().filter(|one| one.is_treated).collect();
    let ahead = held
        .iter()
        .filter_map(|one| Some(one.papers.as_ref()?.days_ahead));
    let after = held.iter().filter_map(|one| match one.minutes {
        MinutesOut::Out { days_after } => days_after,
        _ => None,
    });
    let punctual: Vec<bool> = held
        .iter()
        .filter_map(|one| one.papers.as_ref()?.in_time)
        .collect();
    let without = treated.iter().filter(|one| one.outcome.is_none()).count();
    Figures {
        coming: meetings.len() - held.len() - cancelled,
        cancelled,
        cases: treated.len(),
        outcomes: outcomes(&treated, order),
        without_outcome: without,
        agreed,
        seats_per_cent: per_cent(held.iter().flat_map(|one| &one.seats)),
        papers_ahead: days(ahead),
        papers_in_time: (punctual.iter().filter(|one| **one).count(), punctual.len()),
        minutes_after: days(after),
        languages: Share::of(languages),
        held: by_kind(&held),
    }
}

/// How many of each kind, in the order in which they first came.
fn by_kind(held: &[&MeetingOfYear]) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    for one in held {
        let kind = &one.meeting.kind;
        match found.iter_mut().find(|(known, _)| known == kind) {
            Some((_, count)) => *count += 1,
            None => found.push((kind.clone(), 1)),
        }
    }
    found
}

/// How often each outcome came, with a word for it; those that the board does not name come last.
fn outcomes(treated: &[&CaseOfYear], order: &[CodeWord]) -> Vec<(String, String, usize)> {
    let mut counts: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for item in treated.iter().filter_map(|one| one.outcome.as_ref()) {
        let count = counts
            .entry(&item.outcome)
            .or_insert((&item.outcome_word, 0));
        count.1 += 1;
    }
    let place = |code: &str| {
        let known = order.iter().position(|(known, _)| known == code);
        known.unwrap_or(usize::MAX)
    };
    let counted = counts.into_iter();
    let mut found: Vec<(String, String, usize)> = counted
        .map(|(code, (word, count))| (code.to_owned(), word.to_owned(), count))
        .collect();
    found.sort_by_key(|(code, _, _)| place(code));
    found
}

/// How many of a hundred seats were represented, rounded; none where nothing is written down.
fn per_cent<'a>(of: impl Iterator<Item = &'a Represented>) -> Option<usize> {
    let (there, all) = of.fold((0, 0), |(there, all), one| {
        (there + one.there, all + one.all)
    });
    (all > 0).then(|| (there * 100 + all / 2) / all)
}

/// The average, the least and the most of some numbers of days; none where there are none.
fn days(of: impl Iterator<Item = i64>) -> Option<Days> {
    let all: Vec<i64> = of.collect();
    let count = i64::try_from(all.len()).ok()?;
    Some(Days {
        meetings: all.len(),
        least: all.iter().min().copied()?,
        most: all.iter().max().copied()?,
        average: (all.iter().sum::<i64>() + count / 2) / count,
    })
}

#[cfg(test)]
mod tests;
