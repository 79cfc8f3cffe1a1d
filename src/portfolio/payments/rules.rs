//! Who pays most, how what a product costs is shared, and what an account of a tertial says: pure functions.

use super::{Ore, Paid, ProductYear, Ranked, Share, Spent, Way};
use crate::db::ids::OrganisationId;
use crate::i18n::Said;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What is set aside by a budget, in the list `frame_kind`.
pub const BUDGET: &str = "budget";
/// What the owner of the board allows at most.
pub const FRAME: &str = "frame";

/// Who paid most in a year, the largest first (mandate § 4). Whoever paid nothing has no place.
#[must_use]
pub fn ranking(paid: &[Paid], year: i32) -> Vec<Ranked> {
    let mut sums: BTreeMap<OrganisationId, Ore> = BTreeMap::new();
    for one in paid.iter().filter(|one| one.year == year && one.ore > 0) {
        let sum = sums.entry(one.organisation).or_default();
        *sum = Ore::sum([*sum, Ore::stored(one.ore)]);
    }
    ranked(sums)
}

/// The same of sums that are made already.
#[must_use]
pub fn ranked(sums: impl IntoIterator<Item = (OrganisationId, Ore)>) -> Vec<Ranked> {
    let mut sums: Vec<(OrganisationId, Ore)> = sums.into_iter().collect();
    sums.retain(|(_, ore)| *ore > Ore::NONE);
    sums.sort_by_key(|(organisation, ore)| (Reverse(*ore), *organisation));
    let mut places: Vec<Ranked> = Vec::with_capacity(sums.len());
    for (at, (organisation, ore)) in sums.into_iter().enumerate() {
        let same = places.last().filter(|before| before.ore == ore);
        let place = same.map_or(at + 1, |before| before.place);
        places.push(Ranked {
            place,
            organisation,
            ore,
        });
    }
    places
}

/// Why a sum cannot be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Among nobody.
    Nobody,
    /// By payment, and none of them paid.
    NobodyPaid,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Self::Nobody => Said::new("split-nobody"),
            Self::NobodyPaid => Said::new("split-nobody-paid"),
        }
    }
}

/// What each pays of a sum, in the order of their ids. The shares add up to the sum, to the øre.
///
/// # Errors
/// Why it cannot be shared.
pub fn shares(
    way: Way,
    sum: Ore,
    among: &BTreeSet<OrganisationId>,
    paid: &BTreeMap<OrganisationId, Ore>,
) -> Result<Vec<Share>, Refusal> {
    let weight = |of: &OrganisationId| match way {
        Way::Equal => 1,
        Way::Payment => paid.get(of).map_or(0, |ore| ore.ore()),
    };
    let weights: Vec<(OrganisationId, i64)> = among.iter().map(|of| (*of, weight(of))).collect();
    divide(sum, &weights)
}

/// Divides a sum by weights of nothing or more, by the largest remainder (Hamilton's method).
///
/// Each gets its part cut to whole øre, and the øre that are left go one by one to those that lost most by the cut. Where
/// they lost the same, the heavier comes first, and then whoever was registered first.
fn divide(sum: Ore, weights: &[(OrganisationId, i64)]) -> Result<Vec<Share>, Refusal> {
    if weights.is_empty() {
        return Err(Refusal::Nobody);
    }
    let total: i128 = weights.iter().map(|(_, weight)| i128::from(*weight)).sum();
    if total == 0 {
        return Err(Refusal::NobodyPaid);
    }
    let whole = i128::from(sum.ore());
    let part = |weight: i64| {
        let exact = whole * i128::from(weight);
        (exact / total, exact % total)
    };
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|at| {
        let (organisation, weight) = weights[*at];
        (Reverse(part(weight).1), Reverse(weight), organisation)
    });
    let cut: i128 = weights.iter().map(|(_, weight)| part(*weight).0).sum();
    // Fewer than there are shares: each lost less than one øre.
    let left = usize::try_from(whole - cut).unwrap_or(0);
    let luckier: BTreeSet<usize> = order.into_iter().take(left).collect();
    let share = |(at, (organisation, weight)): (usize, &(OrganisationId, i64))| {
        let one_more = i128::from(luckier.contains(&at));
        let ore = i64::try_from(part(*weight).0 + one_more).unwrap_or(i64::MAX);
        Share {
            organisation: *organisation,
            ore: Ore::stored(ore),
        }
    };
    Ok(weights.iter().enumerate().map(share).collect())
}

/// What an organisation pays today and would pay by another way of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    pub organisation: OrganisationId,
    pub today: Ore,
    pub then: Ore,
}

impl Compared {
    /// How much more it would pay, in øre; less than nothing where it would pay less.
    #[must_use]
    pub fn difference(&self) -> i64 {
        self.then.ore() - self.today.ore()
    }
}

/// Everyone who pays by either, in the order of their ids.
#[must_use]
pub fn compared(today: &[Share], then: &[Share]) -> Vec<Compared> {
    let mut both: BTreeMap<OrganisationId, (Ore, Ore)> = BTreeMap::new();
    for share in today {
        both.entry(share.organisation).or_default().0 = share.ore;
    }
    for share in then {
        both.entry(share.organisation).or_default().1 = share.ore;
    }
    let told = |(organisation, (today, then))| Compared {
        organisation,
        today,
        then,
    };
    both.into_iter().map(told).collect()
}

/// The account of a product to the end of a tertial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub tertial: u8,
    /// Each tertial up to this one, with what was spent in it and what was said of it.
    pub parts: Vec<(u8, Spent)>,
    /// From the beginning of the year.
    pub so_far: Ore,
    pub budget: Option<Ore>,
    pub frame: Option<Ore>,
}

impl Account {
    /// What is left of the budget, in øre; less than nothing where more was spent.
    #[must_use]
    pub fn left(&self) -> Option<i64> {
        self.budget.map(|budget| budget.ore() - self.so_far.ore())
    }

    /// Whether more was spent than the frame allows for the whole year.
    #[must_use]
    pub fn is_over_frame(&self) -> bool {
        self.frame.is_some_and(|frame| self.so_far > frame)
    }
}

/// What the account to the end of a tertial says; none before that tertial and all before it are reported.
#[must_use]
pub fn account(of: &ProductYear, tertial: u8) -> Option<Account> {
    of.spent.get(&tertial)?;
    let part = |tertial: u8| Some((tertial, of.spent.get(&tertial)?.clone()));
    let parts: Vec<(u8, Spent)> = (1..=tertial).map(part).collect::<Option<_>>()?;
    let so_far = parts.iter().map(|(_, spent)| spent.ore);
    Some(Account {
        tertial,
        so_far: Ore::sum(so_far),
        budget: of.frames.get(BUDGET).copied(),
        frame: of.frames.get(FRAME).copied(),
        parts,
    })
}

/// Whether a year is so far ahead that a payment of it is more likely a slip: payments are made in the year, or the one before.
#[must_use]
pub fn is_far_ahead(year: i32, this_year: i32) -> bool {
    year > this_year.saturating_add(1)
}

#[cfg(test)]
#[cfg(test)]
mod tests;
