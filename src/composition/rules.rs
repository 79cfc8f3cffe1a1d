//! The verdicts, as pure functions of what is known and a day: the version of the mandate in force on that day decides.

mod forecast;
mod kinds;
mod payers;
mod terms;

pub use forecast::{breaks, forecast, is_same, rows};

use super::{Composition, Evidence, Facts, Lack, Outcome, Verdict};
use crate::boards::rules::{in_force, told_in};
use crate::boards::{Appointment, ReminderRule, Rule, ToRole, about, rule_kind};
use crate::db::ids::{OrganisationId, SeatId};
use crate::web::access::Role;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// The kind of the warning's mail.
pub const MAIL: &str = "composition";
/// The kind of object that the ledger says it is about: one day of a board, and all that is broken from it on.
pub const OBJECT: &str = "composition_day";
/// The slot of a warning that comes later than every lead time of the board.
pub const LATE: &str = "late";

/// Whom a warning goes to: `kind` and `slot` as they stand in the ledger.
#[must_use]
pub fn audience(kind: &str, slot: &str, rules: &[ReminderRule]) -> Vec<ToRole> {
    if kind != MAIL {
        return Vec::new();
    }
    if slot != LATE {
        return told_in(rules, about::COMPOSITION, slot);
    }
    let asked = rules.iter().filter(|rule| rule.about == about::COMPOSITION);
    let roles: BTreeSet<ToRole> = asked.map(|rule| rule.to).collect();
    roles.into_iter().collect()
}

/// Each rule of the mandate in force on a day, with its verdict.
#[must_use]
pub fn on(facts: &Facts, day: NaiveDate) -> Composition<'_> {
    let mandate = in_force(&facts.mandates, day);
    let mut rules: Vec<&Rule> = mandate.map_or_else(Vec::new, |it| it.rules.iter().collect());
    rules.sort_by_key(|rule| (rule.position, rule.id));
    let board = OnDay::of(facts, day);
    let verdicts = rules.into_iter().filter_map(|rule| verdict(&board, rule));
    Composition {
        on: day,
        mandate,
        verdicts: verdicts.collect(),
    }
}

/// A member on a day: the term, and the kind of its seat where it has one.
#[derive(Clone, Copy)]
struct Member<'f> {
    term: &'f Appointment,
    kind: Option<&'f str>,
}

/// Who sits on a day.
struct OnDay<'f> {
    facts: &'f Facts,
    day: NaiveDate,
    kinds: HashMap<SeatId, &'f str>,
    members: Vec<Member<'f>>,
}

impl<'f> OnDay<'f> {
    fn of(facts: &'f Facts, day: NaiveDate) -> Self {
        let kinds: HashMap<SeatId, &str> = facts
            .seats
            .iter()
            .map(|seat| (seat.id, seat.kind.as_str()))
            .collect();
        let members = facts
            .appointments
            .iter()
            .filter(|it| it.role == Role::Member && it.period.contains(day))
            .map(|term| Member {
                term,
                kind: term.seat.and_then(|seat| kinds.get(&seat).copied()),
            })
            .collect();
        Self {
            facts,
            day,
            kinds,
            members,
        }
    }

    /// The members that a rule is about.
    fn among(&self, rule: &Rule) -> impl Iterator<Item = Member<'f>> {
        let members = self.members.iter().copied();
        members.filter(move |member| is_among(rule, member.kind))
    }

    fn chairs(&self) -> usize {
        let chairs = self.facts.appointments.iter();
        chairs
            .filter(|it| it.role == Role::Chair && it.period.contains(self.day))
            .count()
    }
}

/// Whether a rule is about who sits on a seat of this kind.
fn is_among(rule: &Rule, kind: Option<&str>) -> bool {
    rule.among.is_empty() || kind.is_some_and(|kind| rule.among.iter().any(|of| of == kind))
}

/// The organisations of some members, each once, always in one order.
fn organisations<'f>(members: impl Iterator<Item = Member<'f>>) -> BTreeSet<OrganisationId> {
    members.filter_map(|it| it.term.organisation).collect()
}

/// The verdict of one rule; none for those that ask nothing of the composition.
fn verdict<'f>(board: &OnDay<'f>, rule: &'f Rule) -> Option<Verdict<'f>> {
    let (outcome, evidence) = match rule.kind.as_str() {
        rule_kind::NAMED_ORGANISATION => kinds::named(board, rule),
        rule_kind::LEVEL_LEAST => kinds::level(board, rule),
        rule_kind::MEMBERS_LEAST
        | rule_kind::MEMBERS_MOST
        | rule_kind::SEATS_LEAST
        | rule_kind::SEATS_MOST
        | rule_kind::HELD_LEAST
        | rule_kind::ORGANISATIONS_LEAST
        | rule_kind::ORGANISATIONS_MOST
        | rule_kind::LARGEST_PAYERS
        | rule_kind::SIZES_LEAST
        | rule_kind::TERM_MONTHS
        | rule_kind::TERMS_IN_A_ROW_MOST => match rule.quantity.map(usize::try_from) {
            Some(Ok(quantity)) => numbered(board, rule, quantity),
            _ => lacks(Lack::Rule),
        },
        _ => return None,
    };
    Some(Verdict {
        rule,
        outcome,
        evidence,
    })
}

/// The verdict of a rule that has a number.
fn numbered(board: &OnDay<'_>, rule: &Rule, quantity: usize) -> (Outcome, Evidence) {
    match rule.kind.as_str() {
        rule_kind::MEMBERS_LEAST => {
            let chairs = if board.facts.chair_counts {
                board.chairs()
            } else {
                0
            };
            let (outcome, evidence) = counted(at_least(quantity, board.members.len() + chairs, 0));
            let evidence = Evidence {
                with_chair: chairs > 0,
                ..evidence
            };
            (outcome, evidence)
        }
        rule_kind::MEMBERS_MOST => counted(at_most(quantity, board.members.len(), 0)),
        rule_kind::SEATS_LEAST => counted(at_least(quantity, kinds::seats(board, rule), 0)),
        rule_kind::SEATS_MOST => counted(at_most(quantity, kinds::seats(board, rule), 0)),
        rule_kind::HELD_LEAST => kinds::held(board, rule, quantity),
        rule_kind::ORGANISATIONS_LEAST => kinds::of_kind(board, rule, quantity, at_least),
        rule_kind::ORGANISATIONS_MOST => kinds::of_kind(board, rule, quantity, at_most),
        rule_kind::SIZES_LEAST => kinds::of_size(board, rule, quantity),
        rule_kind::LARGEST_PAYERS => payers::largest(board, rule, quantity),
        rule_kind::TERM_MONTHS => terms::length(board, rule, quantity),
        _ => terms::in_a_row(board, rule, quantity),
    }
}

/// The outcome, and how many there are.
type Counted = (Outcome, usize);

fn counted((outcome, count): Counted) -> (Outcome, Evidence) {
    let evidence = Evidence {
        count: Some(count),
        ..Evidence::default()
    };
    (outcome, evidence)
}

fn lacks(lack: Lack) -> (Outcome, Evidence) {
    let evidence = Evidence {
        lack: Some(lack),
        ..Evidence::default()
    };
    (Outcome::Unknown, evidence)
}

/// At least so many, of `sure` ones and of some of which it is not known.
fn at_least(quantity: usize, sure: usize, not_known: usize) -> Counted {
    let outcome = if sure >= quantity {
        Outcome::Met
    } else if sure + not_known >= quantity {
        Outcome::Unknown
    } else {
        Outcome::Broken
    };
    (outcome, sure)
}

/// At most so many, of `sure` ones and of some of which it is not known.
fn at_most(quantity: usize, sure: usize, not_known: usize) -> Counted {
    let outcome = if sure > quantity {
        Outcome::Broken
    } else if sure + not_known > quantity {
        Outcome::Unknown
    } else {
        Outcome::Met
    };
    (outcome, sure)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
