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

/// Why a rule cannot stand among those of its mandate: the field of its form, and what is told there.
#[must_use]
pub fn quota_clash(standing: &[Rule], rule: &Rule) -> Option<Refusal> {
    let others: Vec<&Rule> = standing.iter().filter(|it| it.id != rule.id).collect();
    let all: Vec<&Rule> = others.iter().copied().chain([rule]).collect();
    if ONCE.contains(&rule.kind.as_str()) && others.iter().any(|it| is_alike(it, rule, &rule.kind))
    {
        return Some(Refusal::Because("kind", Said::new("boards-rule-twice")));
    }
    least_over_most(&others, rule).or_else(|| more_than_members(&all))
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
        let partner = others.iter().find(|it| is_alike(it, rule, partner))?;
        let (own, other) = (rule.quantity?, partner.quantity?);
        let (key, is_wrong) = if is_least {
            ("boards-rule-least-over-most", own > other)
        } else {
            ("boards-rule-most-under-least", own < other)
        };
        is_wrong.then(|| Refusal::Because("quantity", Said::new(key).with("n", other)))
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
