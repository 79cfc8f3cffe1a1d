//! Rules that count: seats, and organisations by what they are.

use super::{Counted, OnDay, at_least, lacks, organisations};
use crate::boards::Rule;
use crate::composition::{Evidence, Lack, Outcome, Traits};
use crate::db::ids::OrganisationId;
use std::collections::BTreeSet;

/// How many seats of a kind there are on the day, held or not.
pub(super) fn seats(board: &OnDay<'_>, rule: &Rule) -> usize {
    let seats = board.facts.seats.iter();
    seats
        .filter(|seat| seat.kind == rule.subject && seat.period.contains(board.day))
        .count()
}

/// Seats of a kind that somebody holds.
pub(super) fn held(board: &OnDay<'_>, rule: &Rule, quantity: usize) -> (Outcome, Evidence) {
    let holders: Vec<_> = board
        .members
        .iter()
        .copied()
        .filter(|member| member.kind == Some(rule.subject.as_str()))
        .collect();
    let (outcome, count) = at_least(quantity, holders.len(), 0);
    let evidence = Evidence {
        count: Some(count),
        fulfil: organisations(holders.into_iter()).into_iter().collect(),
        ..Evidence::default()
    };
    (outcome, evidence)
}

/// Organisations of a kind among the members.
pub(super) fn of_kind(
    board: &OnDay<'_>,
    rule: &Rule,
    quantity: usize,
    judge: fn(usize, usize, usize) -> Counted,
) -> (Outcome, Evidence) {
    let is_it = |traits: &Traits| match traits.kind.as_str() {
        "" => None,
        kind => Some(kind == rule.subject),
    };
    by_trait(board, rule, quantity, is_it, judge)
}

/// Organisations of a size among the members.
pub(super) fn of_size(board: &OnDay<'_>, rule: &Rule, quantity: usize) -> (Outcome, Evidence) {
    let is_it = |traits: &Traits| traits.size.as_ref().map(|size| *size == rule.subject);
    by_trait(board, rule, quantity, is_it, at_least)
}

/// Those that are it, those of which it is not known, and what a rule says of their number.
fn by_trait(
    board: &OnDay<'_>,
    rule: &Rule,
    quantity: usize,
    is_it: impl Fn(&Traits) -> Option<bool>,
    judge: fn(usize, usize, usize) -> Counted,
) -> (Outcome, Evidence) {
    let (mut fulfil, mut not_known) = (Vec::new(), Vec::new());
    for id in organisations(board.among(rule)) {
        match board.facts.organisations.get(&id).and_then(&is_it) {
            Some(true) => fulfil.push(id),
            Some(false) => {}
            None => not_known.push(id),
        }
    }
    let (outcome, count) = judge(quantity, fulfil.len(), not_known.len());
    let evidence = Evidence {
        count: Some(count),
        fulfil,
        not_known: if outcome == Outcome::Unknown {
            not_known
        } else {
            Vec::new()
        },
        ..Evidence::default()
    };
    (outcome, evidence)
}

/// An organisation that is to be a member, by its number.
pub(super) fn named(board: &OnDay<'_>, rule: &Rule) -> (Outcome, Evidence) {
    let has_number = |traits: &Traits| traits.number.as_deref() == Some(rule.subject.as_str());
    let wanted: Vec<OrganisationId> = board
        .facts
        .organisations
        .iter()
        .filter(|(_, traits)| has_number(traits))
        .map(|(id, _)| *id)
        .collect();
    if wanted.is_empty() || rule.subject.is_empty() {
        return lacks(Lack::NotRegistered);
    }
    let sit = organisations(board.among(rule));
    let fulfil: Vec<OrganisationId> = (wanted.iter().copied())
        .filter(|id| sit.contains(id))
        .collect();
    let is_met = !fulfil.is_empty();
    let evidence = Evidence {
        fulfil,
        against: if is_met { Vec::new() } else { wanted },
        ..Evidence::default()
    };
    let outcome = if is_met {
        Outcome::Met
    } else {
        Outcome::Broken
    };
    (outcome, evidence)
}

/// The level of those who represent the members. Nobody named is nobody known.
pub(super) fn level(board: &OnDay<'_>, rule: &Rule) -> (Outcome, Evidence) {
    let place = |code: &str| board.facts.levels.iter().position(|level| level == code);
    let Some(lowest) = place(&rule.subject) else {
        return lacks(Lack::Rule);
    };
    let mut found: [BTreeSet<OrganisationId>; 3] = Default::default();
    let [fulfil, against, not_known] = &mut found;
    let (mut is_below, mut is_open) = (false, false);
    for member in board.among(rule) {
        let using = board
            .facts
            .representations
            .iter()
            .filter(|it| it.appointment == member.term.id && it.period.contains(board.day));
        let levels: Vec<Option<usize>> = using
            .map(|it| it.level.as_deref().and_then(place))
            .collect();
        let below = levels.iter().flatten().any(|level| *level > lowest);
        let open = levels.is_empty() || levels.contains(&None);
        let of = if below {
            is_below = true;
            &mut *against
        } else if open {
            is_open = true;
            &mut *not_known
        } else {
            &mut *fulfil
        };
        of.extend(member.term.organisation);
    }
    let outcome = match (is_below, is_open) {
        (true, _) => Outcome::Broken,
        (false, true) => Outcome::Unknown,
        (false, false) => Outcome::Met,
    };
    let [fulfil, against, not_known] = found.map(|of| of.into_iter().collect::<Vec<_>>());
    let evidence = Evidence {
        count: Some(fulfil.len()),
        fulfil,
        against,
        not_known,
        ..Evidence::default()
    };
    (outcome, evidence)
}
