//! Whether the rules of a mandate can all hold at once: a least that is over its most, or more that must sit than there
//! may be members. What cannot hold is refused where it is typed.

use crate::boards::{Refusal, Rule, rule_kind as kind};
use crate::i18n::Said;
use std::collections::{BTreeMap, BTreeSet};

/// Kinds that say at least so many, each with the one that says at most so many of the same.
const PAIRS: [(&str, &str); 5] = [
    (kind::MEMBERS_LEAST, kind::MEMBERS_MOST),
    (kind::QUORUM, kind::MEMBERS_MOST),
    (kind::SEATS_LEAST, kind::SEATS_MOST),
    (kind::HELD_LEAST, kind::SEATS_MOST),
    (kind::ORGANISATIONS_LEAST, kind::ORGANISATIONS_MOST),
];

/// Kinds of which one rule about the same is enough.
const ONCE: [&str; 16] = [
    kind::DEFAULT_AUDIENCE,
    kind::QUORUM,
    kind::MEMBERS_LEAST,
    kind::MEMBERS_MOST,
    kind::TERM_MONTHS,
    kind::ORDINARY_MEETINGS,
    kind::SEATS_LEAST,
    kind::SEATS_MOST,
    kind::HELD_LEAST,
    kind::ORGANISATIONS_LEAST,
    kind::ORGANISATIONS_MOST,
    kind::NAMED_ORGANISATION,
    kind::LARGEST_PAYERS,
    kind::SIZES_LEAST,
    kind::LEVEL_LEAST,
    kind::TERMS_IN_A_ROW_MOST,
];

/// Those that may name one subject only: two would say against each other.
const OF_ONE: [&str; 2] = [kind::DEFAULT_AUDIENCE, kind::LEVEL_LEAST];

/// Kinds of which several subjects share the members: what each asks for is added up.
const SHARES: [&str; 4] = [
    kind::SEATS_LEAST,
    kind::HELD_LEAST,
    kind::ORGANISATIONS_LEAST,
    kind::SIZES_LEAST,
];

/// The kinds of the organisations that a mandate names, by their numbers.
pub type KindsNamed = BTreeMap<String, String>;

/// Why a rule cannot stand among those of its mandate: the field of its form, and what is told there.
#[must_use]
pub fn quota_clash(standing: &[Rule], rule: &Rule, kinds: &KindsNamed) -> Option<Refusal> {
    let others: Vec<&Rule> = standing.iter().filter(|it| it.id != rule.id).collect();
    let all: Vec<&Rule> = others.iter().copied().chain([rule]).collect();
    if ONCE.contains(&rule.kind.as_str()) && others.iter().any(|it| is_alike(it, rule, &rule.kind))
    {
        return Some(Refusal::Because("kind", Said::new("boards-rule-twice")));
    }
    least_over_most(&others, rule)
        .or_else(|| more_than_members(&all))
        .or_else(|| named_apart(&others, rule))
        .or_else(|| more_named_than_most(&all, rule, kinds))
}

/// Whether two rules are about the same, one of them of this kind.
fn is_alike(other: &Rule, rule: &Rule, kind: &str) -> bool {
    let among = |rule: &Rule| rule.among.iter().cloned().collect::<BTreeSet<_>>();
    let is_of_one = OF_ONE.contains(&rule.kind.as_str());
    let subject_is_same = is_of_one || other.subject == rule.subject;
    other.kind == kind && subject_is_same && among(other) == among(rule)
}

fn least_over_most(others: &[&Rule], rule: &Rule) -> Option<Refusal> {
    PAIRS.iter().find_map(|(least, most)| {
        let (partner, is_least) = if rule.kind == *least {
            (most, true)
        } else if rule.kind == *most {
            (least, false)
        } else {
            return None;
        };
        let own = rule.quantity?;
        let bounds = others.iter().filter(|it| {
            let (least, most) = if is_least { (rule, **it) } else { (**it, rule) };
            it.kind == *partner && it.subject == rule.subject && covers(most, least)
        });
        let mut bounds = bounds.filter_map(|it| it.quantity);
        let (key, other) = if is_least {
            ("boards-rule-least-over-most", bounds.find(|it| own > *it))
        } else {
            ("boards-rule-most-under-least", bounds.find(|it| own < *it))
        };
        other.map(|other| Refusal::Because("quantity", Said::new(key).with("n", other)))
    })
}

/// Whether whoever is counted by `narrow` is counted by `wide` too.
fn covers(wide: &Rule, narrow: &Rule) -> bool {
    let within = || narrow.among.iter().all(|of| wide.among.contains(of));
    wide.among.is_empty() || (!narrow.among.is_empty() && within())
}

/// An organisation sits on one seat: two rules that name it are about some kind of seat in common.
fn named_apart(others: &[&Rule], rule: &Rule) -> Option<Refusal> {
    if rule.kind != kind::NAMED_ORGANISATION || rule.among.is_empty() {
        return None;
    }
    let apart = |other: &&&Rule| {
        other.kind == rule.kind
            && other.subject == rule.subject
            && !other.among.is_empty()
            && !other.among.iter().any(|of| rule.among.contains(of))
    };
    let other = others.iter().find(apart)?;
    let said = Said::new("boards-rule-named-apart").with("organisation", &other.called);
    Some(Refusal::Because("among", said))
}

/// More organisations of a kind are named than there may be.
fn more_named_than_most(all: &[&Rule], rule: &Rule, kinds: &KindsNamed) -> Option<Refusal> {
    let mut bounds = all.iter().filter(|it| it.kind == kind::ORGANISATIONS_MOST);
    bounds.find_map(|bound| {
        let named = all.iter().filter(|it| {
            it.kind == kind::NAMED_ORGANISATION
                && kinds.get(&it.subject) == Some(&bound.subject)
                && covers(bound, it)
        });
        let named: BTreeSet<&str> = named.map(|it| it.subject.as_str()).collect();
        let most = bound.quantity?;
        let field = match rule.kind.as_str() {
            kind::NAMED_ORGANISATION => "organisation",
            _ => "quantity",
        };
        let said = || {
            Said::new("boards-rule-named-over-most")
                .with("named", named.len())
                .with("most", most)
        };
        let is_over = i64::try_from(named.len()).is_ok_and(|named| named > most);
        is_over.then(|| Refusal::Because(field, said()))
    })
}

/// More that must sit than there may be members.
fn more_than_members(all: &[&Rule]) -> Option<Refusal> {
    let most = all.iter().find(|it| it.kind == kind::MEMBERS_MOST)?;
    let most = most.quantity?;
    let needed = SHARES
        .iter()
        .map(|shared| {
            // The same subject among others again is not more members.
            let mut by_subject: BTreeMap<&str, i64> = BTreeMap::new();
            for rule in all.iter().filter(|it| it.kind == **shared) {
                let of = by_subject.entry(&rule.subject).or_default();
                *of = (*of).max(rule.quantity.unwrap_or_default());
            }
            by_subject
                .values()
                .fold(0, |sum: i64, of| sum.saturating_add(*of))
        })
        .chain(
            all.iter()
                .filter(|it| it.kind == kind::LARGEST_PAYERS)
                .map(|it| it.quantity.unwrap_or_default()),
        )
        .max()
        .unwrap_or_default();
    (needed > most).then(|| {
        let said = Said::new("boards-rule-over-members")
            .with("needed", needed)
            .with("most", most);
        Refusal::Because("quantity", said)
    })
}

#[cfg(test)]
mod tests;
