//! How long members sit, and how often in a row (mandate § 4: members rotate in periods of three years).

use super::{OnDay, is_among};
use crate::boards::{Appointment, Rule};
use crate::composition::{Evidence, Outcome};
use crate::db::ids::OrganisationId;
use crate::web::access::Role;
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;

/// The day on which a term has lasted so many months; none beyond the calendar.
pub(super) fn lasted(term: &Appointment, months: usize) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(months).ok()?);
    term.period.from.checked_add_months(months)
}

/// Whether no term is longer. One without an end is permanent, unless the rule is about kinds of seats of its own: then it is
/// not known how long it will be, and once it has lasted too long it is broken.
pub(super) fn length(board: &OnDay<'_>, rule: &Rule, months: usize) -> (Outcome, Evidence) {
    let (mut against, mut not_known) = (BTreeSet::new(), BTreeSet::new());
    let (mut is_long, mut is_open, mut count) = (false, false, 0);
    for member in board.among(rule) {
        let end = lasted(member.term, months);
        let (long, open) = match (member.term.period.until, end) {
            (Some(until), Some(end)) => (until > end, false),
            (None, Some(end)) if !rule.among.is_empty() => (board.day >= end, board.day < end),
            (None, None) if !rule.among.is_empty() => (false, true),
            _ => (false, false),
        };
        if long {
            is_long = true;
            against.extend(member.term.organisation);
        } else if open {
            is_open = true;
            not_known.extend(member.term.organisation);
        } else {
            count += 1;
        }
    }
    let outcome = match (is_long, is_open) {
        (true, _) => Outcome::Broken,
        (false, true) => Outcome::Unknown,
        (false, false) => Outcome::Met,
    };
    let evidence = Evidence {
        count: Some(count),
        against: against.into_iter().collect(),
        not_known: not_known.into_iter().collect(),
        ..Evidence::default()
    };
    (outcome, evidence)
}

/// Whether no organisation has more terms that follow each other, the one on the day counted.
pub(super) fn in_a_row(board: &OnDay<'_>, rule: &Rule, most: usize) -> (Outcome, Evidence) {
    let mut against = BTreeSet::new();
    let mut longest = 0;
    for member in board.among(rule) {
        let Some(organisation) = member.term.organisation else {
            continue;
        };
        let row = row(board, rule, organisation, member.term);
        longest = longest.max(row);
        if row > most {
            against.insert(organisation);
        }
    }
    let outcome = if against.is_empty() {
        Outcome::Met
    } else {
        Outcome::Broken
    };
    let evidence = Evidence {
        count: Some(longest),
        against: against.into_iter().collect(),
        ..Evidence::default()
    };
    (outcome, evidence)
}

/// How many terms of an organisation follow each other up to this one, without a day between.
fn row(board: &OnDay<'_>, rule: &Rule, of: OrganisationId, term: &Appointment) -> usize {
    let before = |first: NaiveDate| {
        let others = board.facts.appointments.iter().filter(|it| {
            let kind = it.seat.and_then(|seat| board.kinds.get(&seat).copied());
            it.role == Role::Member && it.organisation == Some(of) && is_among(rule, kind)
        });
        others
            .filter(|it| it.period.from < first && it.period.until.is_some_and(|end| end >= first))
            .map(|it| it.period.from)
            .max()
    };
    let mut first = term.period.from;
    let mut count = 1;
    while let Some(earlier) = before(first) {
        first = earlier;
        count += 1;
    }
    count
}
