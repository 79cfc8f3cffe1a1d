//! What holds of every sum and every set of those who share it.

use super::tests::{ore, organisations};
use super::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

fn cases(cases: u32) -> Config {
    Config {
        cases,
        rng_seed: RngSeed::Fixed(1814),
        failure_persistence: None,
        ..Config::default()
    }
}

fn weights() -> impl Strategy<Value = Vec<i64>> {
    let one = prop_oneof![Just(0), 0_i64..20, 0..=Ore::MOST];
    proptest::collection::vec(one, 1..40)
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn shares_add_up_to_the_sum_and_are_within_an_ore_of_their_part(sum in 0..=Ore::MOST, weights in weights()) {
        let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        prop_assume!(total > 0);
        let of = organisations(weights.len());
        let weighed: Vec<_> = of.iter().copied().zip(weights.iter().copied()).collect();
        let shares = divide(ore(sum), &weighed).expect("somebody pays");
        prop_assert_eq!(shares.iter().map(|share| share.ore.ore()).sum::<i64>(), sum);
        for (share, weight) in shares.iter().zip(&weights) {
            let off = i128::from(share.ore.ore()) * total - i128::from(sum) * i128::from(*weight);
            prop_assert!(off.abs() < total, "{share:?} of {weight}");
            prop_assert!(*weight > 0 || share.ore == Ore::NONE, "who paid nothing pays nothing");
        }
    }

    #[test]
    fn equal_parts_differ_by_one_ore_at_most(sum in 0..=Ore::MOST, many in 1_usize..60) {
        let among: BTreeSet<OrganisationId> = organisations(many).into_iter().collect();
        let shares = shares(Way::Equal, ore(sum), &among, &BTreeMap::new()).expect("somebody pays");
        let all = || shares.iter().map(|share| share.ore.ore());
        prop_assert_eq!(all().sum::<i64>(), sum);
        prop_assert!(all().max().unwrap_or(0) - all().min().unwrap_or(0) <= 1);
    }

    #[test]
    fn the_order_in_which_they_are_named_changes_nothing(sum in 0..=10_000_i64, weights in weights()) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let of = organisations(weights.len());
        let mut weighed: Vec<_> = of.into_iter().zip(weights).collect();
        let mut one = divide(ore(sum), &weighed).expect("somebody pays");
        weighed.reverse();
        let mut other = divide(ore(sum), &weighed).expect("somebody pays");
        one.sort_by_key(|share| share.organisation);
        other.sort_by_key(|share| share.organisation);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn who_paid_more_never_stands_behind(paid in proptest::collection::vec((0_usize..12, 0..=1_000_i64), 0..40)) {
        let of = organisations(12);
        let paid: Vec<Paid> = paid.into_iter()
            .map(|(at, ore)| Paid { organisation: of[at], year: 2026, ore }).collect();
        let ranking = ranking(&paid, 2026);
        for one in &ranking {
            let before = ranking.iter().filter(|other| other.ore > one.ore).count();
            prop_assert_eq!(one.place, before + 1);
        }
        let sum: i64 = paid.iter().map(|one| one.ore).sum();
        prop_assert_eq!(ranking.iter().map(|one| one.ore.ore()).sum::<i64>(), sum);
        let order: Vec<usize> = ranking.iter().map(|one| one.place).collect();
        prop_assert!(order.is_sorted());
    }
}
