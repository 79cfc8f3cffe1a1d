use super::super::{Spent, Split};
use super::*;
use crate::db::ids::ProductId;

pub(super) fn ore(ore: i64) -> Ore {
    Ore::new(ore).expect("an amount")
}

/// Ids in their own order.
pub(super) fn organisations(many: usize) -> Vec<OrganisationId> {
    let mut all: Vec<OrganisationId> = (0..many).map(|_| OrganisationId::new()).collect();
    all.sort();
    all
}

#[test]
fn the_largest_are_found_by_what_they_paid_that_year() {
    let of = organisations(4);
    let paid = |at: usize, year, ore| Paid {
        organisation: of[at],
        year,
        ore,
    };
    let all = [
        paid(0, 2026, 100),
        paid(1, 2026, 300),
        paid(2, 2026, 60),
        paid(2, 2026, 40),
        paid(3, 2026, 50),
        paid(3, 2025, 900),
    ];
    let ranking = ranking(&all, 2026);
    let told: Vec<(usize, usize, i64)> = ranking
        .iter()
        .map(|one| {
            let at = of.iter().position(|id| *id == one.organisation);
            (one.place, at.expect("one of them"), one.ore.ore())
        })
        .collect();
    assert_eq!(
        told,
        [(1, 1, 300), (2, 0, 100), (2, 2, 100), (4, 3, 50)],
        "who paid the same has the same place"
    );
    assert_eq!(super::ranking(&all, 2024), []);
}

#[test]
fn ministries_and_the_office_of_the_prime_minister_share_equally() {
    // The letter of 27 September 2021: equally between all ministries and SMK; here 16 of them and 1 000 000 kroner.
    let of: BTreeSet<OrganisationId> = organisations(16).into_iter().collect();
    let shares = shares(Way::Equal, ore(100_000_000), &of, &BTreeMap::new()).expect("shared");
    assert!(shares.iter().all(|share| share.ore == ore(6_250_000)));
    let seven: BTreeSet<OrganisationId> = organisations(7).into_iter().collect();
    let shares = super::shares(Way::Equal, ore(100), &seven, &BTreeMap::new()).expect("shared");
    let told: Vec<i64> = shares.iter().map(|share| share.ore.ore()).collect();
    assert_eq!(told, [15, 15, 14, 14, 14, 14, 14]);
}

#[test]
fn whoever_lost_most_by_the_cut_gets_the_ore_that_is_left() {
    let of = organisations(3);
    let paid = [(of[0], ore(1)), (of[1], ore(1)), (of[2], ore(4))];
    let among: BTreeSet<OrganisationId> = of.iter().copied().collect();
    let shares = shares(Way::Payment, ore(10), &among, &paid.into_iter().collect());
    let told: Vec<i64> = shares
        .expect("shared")
        .iter()
        .map(|share| share.ore.ore())
        .collect();
    // 1.67, 1.67 and 6.67: all lost the same, so the heaviest comes first and then the first of the others.
    assert_eq!(told, [2, 1, 7]);
}

#[test]
fn a_sum_is_shared_by_somebody_who_pays() {
    let of: BTreeSet<OrganisationId> = organisations(2).into_iter().collect();
    let nobody = BTreeSet::new();
    let paid = BTreeMap::new();
    assert_eq!(
        shares(Way::Equal, ore(10), &nobody, &paid),
        Err(Refusal::Nobody)
    );
    assert_eq!(
        shares(Way::Payment, ore(10), &of, &paid),
        Err(Refusal::NobodyPaid)
    );
}

#[test]
fn another_way_stands_beside_todays() {
    let of = organisations(3);
    let share = |at: usize, of_it: i64| Share {
        organisation: of[at],
        ore: ore(of_it),
    };
    let both = compared(&[share(0, 10), share(1, 10)], &[share(1, 5), share(2, 15)]);
    let told: Vec<i64> = both.iter().map(Compared::difference).collect();
    assert_eq!(told, [-10, -5, 15]);
}

#[test]
fn an_account_counts_from_the_beginning_of_the_year() {
    let mut year = ProductYear::of_none(ProductId::new(), 2026);
    assert_eq!(account(&year, 1), None);
    year.frames.insert(BUDGET.to_owned(), ore(100));
    year.frames.insert(FRAME.to_owned(), ore(120));
    let spent = |amount| Spent {
        ore: ore(amount),
        note: String::new(),
    };
    year.spent = BTreeMap::from([(1, spent(40)), (3, spent(60))]);
    year.split = Some(Split {
        way: Way::Equal,
        sum: ore(100),
        among: BTreeSet::new(),
    });
    let first = account(&year, 1).expect("reported");
    assert_eq!((first.so_far, first.left()), (ore(40), Some(60)));
    assert!(!first.is_over_frame());
    assert_eq!(account(&year, 2), None, "not reported yet");
    assert_eq!(account(&year, 3), None, "what is before it is not reported");
    year.spent.insert(2, spent(30));
    let last = account(&year, 3).expect("reported");
    assert_eq!((last.so_far, last.left()), (ore(130), Some(-30)));
    assert!(last.is_over_frame());
}
