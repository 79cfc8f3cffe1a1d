//! The largest other service owners by payment (mandate § 4: the four largest are represented).

use super::{OnDay, lacks, organisations};
use crate::boards::Rule;
use crate::composition::{Evidence, Lack, Outcome};
use crate::db::ids::OrganisationId;
use chrono::Datelike;
use std::collections::BTreeSet;

/// Whether those that paid most in the last year with payments before the day's are members.
///
/// Those on the seats that the rule names (the permanent ones) are not counted. Of several that paid alike at the end of the
/// list, any will do. Without payments it is not known.
pub(super) fn largest(board: &OnDay<'_>, rule: &Rule, quantity: usize) -> (Outcome, Evidence) {
    let payments = &board.facts.payments;
    let before = payments.iter().filter(|paid| paid.ore > 0);
    let before = before.filter(|paid| paid.year < board.day.year());
    let Some(year) = before.map(|paid| paid.year).max() else {
        return lacks(Lack::Payments);
    };
    let not_counted =
        organisations(board.members.iter().copied().filter(|member| {
            !rule.subject.is_empty() && member.kind == Some(rule.subject.as_str())
        }));
    let sit = organisations(board.among(rule));
    let mut ranked: Vec<(i64, OrganisationId)> = payments
        .iter()
        .filter(|paid| paid.year == year && paid.ore > 0)
        .filter(|paid| !not_counted.contains(&paid.organisation))
        .map(|paid| (paid.ore, paid.organisation))
        .collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let last = ranked.get(quantity.saturating_sub(1)).map(|(ore, _)| *ore);
    let last = if quantity == 0 { Some(i64::MAX) } else { last };
    let of = |keep: &dyn Fn(i64) -> bool| -> BTreeSet<OrganisationId> {
        let kept = ranked.iter().filter(|(ore, _)| keep(*ore));
        kept.map(|(_, id)| *id).collect()
    };
    let above = of(&|ore| last.is_none_or(|last| ore > last));
    let alike = of(&|ore| last == Some(ore));
    let room = quantity.saturating_sub(above.len());
    let seated_alike: Vec<OrganisationId> = alike.intersection(&sit).copied().collect();
    let mut missing: BTreeSet<OrganisationId> = above.difference(&sit).copied().collect();
    if seated_alike.len() < room {
        missing.extend(alike.difference(&sit));
    }
    let mut fulfil: BTreeSet<OrganisationId> = above.intersection(&sit).copied().collect();
    fulfil.extend(seated_alike);
    let evidence = Evidence {
        count: Some(fulfil.len()),
        fulfil: fulfil.into_iter().collect(),
        against: missing.into_iter().collect(),
        year: Some(year),
        ..Evidence::default()
    };
    let outcome = if evidence.against.is_empty() {
        Outcome::Met
    } else {
        Outcome::Broken
    };
    (outcome, evidence)
}
