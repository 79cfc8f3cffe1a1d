//! What holds of every board and every set of rules.

use super::tests::*;
use super::*;
use crate::boards::rule_kind as kind;
use crate::calendar::Period;
use crate::portfolio::payments::Paid;
use chrono::{Days, TimeDelta};
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

const SEATS: [&str; 3] = ["permanent", "rotating", "largest"];
const KINDS: [&str; 3] = ["state_agency", "municipality", ""];
const SIZES: [Option<&str>; 3] = [Some("small"), Some("large"), None];

fn any_rule() -> impl Strategy<Value = Rule> {
    let of = prop_oneof![
        Just((kind::MEMBERS_LEAST, "")),
        Just((kind::MEMBERS_MOST, "")),
        Just((kind::SEATS_LEAST, "rotating")),
        Just((kind::SEATS_MOST, "rotating")),
        Just((kind::HELD_LEAST, "permanent")),
        Just((kind::ORGANISATIONS_LEAST, "municipality")),
        Just((kind::ORGANISATIONS_MOST, "state_agency")),
        Just((kind::SIZES_LEAST, "small")),
        Just((kind::LEVEL_LEAST, "department_director")),
        Just((kind::LARGEST_PAYERS, "permanent")),
        Just((kind::TERM_MONTHS, "")),
        Just((kind::TERMS_IN_A_ROW_MOST, "")),
        Just((kind::NAMED_ORGANISATION, "971032146")),
    ];
    (of, 0_i64..8, proptest::option::of(0_usize..3)).prop_map(|((kind, subject), n, seat)| {
        let seats: Vec<&str> = seat.map(|it| SEATS[it]).into_iter().collect();
        among(&seats, rule(kind, subject, n))
    })
}

/// Seat, kind, size, first day and length of a member's term, and what it paid.
type Member = (usize, usize, usize, i64, Option<i64>, i64);

fn any_member() -> impl Strategy<Value = Member> {
    let length = proptest::option::of(1_i64..1500);
    (
        0_usize..3,
        0_usize..3,
        0_usize..3,
        0_i64..1500,
        length,
        0_i64..5,
    )
}

fn put(facts: &mut Facts, (seat, kind, size, from, length, ore): Member) {
    let from = day("2024-01-01") + TimeDelta::days(from);
    let until = length.map(|days| from + TimeDelta::days(days));
    let of = sits(facts, SEATS[seat], KINDS[kind], Period { from, until });
    let traits = facts.organisations.entry(of).or_default();
    traits.size = SIZES[size].map(str::to_owned);
    facts.payments.push(Paid {
        organisation: of,
        year: 2025,
        ore,
    });
}

fn any_board() -> impl Strategy<Value = Facts> {
    let rules = proptest::collection::vec(any_rule(), 1..6);
    let members = proptest::collection::vec(any_member(), 0..12);
    (rules, members).prop_map(|(rules, members)| {
        let mut facts = board(rules);
        members.into_iter().for_each(|it| put(&mut facts, it));
        facts
    })
}

fn days() -> impl Iterator<Item = NaiveDate> {
    (0..3000)
        .step_by(97)
        .map(|days| day("2023-06-01") + TimeDelta::days(days))
}

fn reversed(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    facts.seats.reverse();
    facts.appointments.reverse();
    facts.representations.reverse();
    facts.payments.reverse();
    facts.mandates.iter_mut().for_each(|it| it.rules.reverse());
    facts
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn one_more_member_never_makes_too_few_of_enough(facts in any_board(), new in any_member(), n in 0_i64..12) {
        let mut before = facts;
        before.mandates[0].rules = vec![rule(kind::MEMBERS_LEAST, "", n), rule(kind::MEMBERS_MOST, "", n)];
        let mut after = before.clone();
        put(&mut after, new);
        for day in days() {
            let (before, after) = (on(&before, day), on(&after, day));
            let outcome = |of: &Composition<'_>, place: usize| of.verdicts[place].outcome;
            if outcome(&before, 0) == Outcome::Met {
                prop_assert_eq!(outcome(&after, 0), Outcome::Met, "{}", day);
            }
            if outcome(&after, 1) == Outcome::Met {
                prop_assert_eq!(outcome(&before, 1), Outcome::Met, "{}", day);
            }
        }
    }

    #[test]
    fn verdicts_are_the_same_in_whatever_order_rows_stand(facts in any_board()) {
        let other = reversed(&facts);
        for day in days() {
            prop_assert_eq!(on(&facts, day).verdicts, on(&other, day).verdicts);
        }
    }

    /// What decides a rule later than now decides it to what it could have been: the unknown is neither too sure nor too wide.
    #[test]
    fn what_was_not_known_can_become_either_and_what_was_known_stays(facts in any_board(), kinds in proptest::collection::vec(0_usize..2, 12)) {
        let mut told = facts.clone();
        for (traits, kind) in told.organisations.values_mut().zip(&kinds) {
            if traits.kind.is_empty() {
                KINDS[*kind].clone_into(&mut traits.kind);
            }
            traits.size.get_or_insert_with(|| "small".to_owned());
        }
        for day in days() {
            let (before, after) = (on(&facts, day), on(&told, day));
            for (before, after) in before.verdicts.iter().zip(&after.verdicts) {
                if before.outcome != Outcome::Unknown {
                    prop_assert_eq!(before.outcome, after.outcome);
                }
            }
        }
    }

    #[test]
    fn a_rule_breaks_on_the_first_day_on_which_it_is_broken_and_was_not(facts in any_board()) {
        let after = day(ON);
        let found = breaks(&facts, after);
        let last = day("2034-01-01");
        let broken = |rule: &Rule, day: NaiveDate| {
            on(&facts, day).verdicts.iter().any(|it| it.outcome == Outcome::Broken && is_same(it.rule, rule))
        };
        for rule in &facts.mandates[0].rules {
            let told = found.iter().find(|it| is_same(it.rule, rule)).map(|it| it.on);
            if let Some(told) = told {
                let eve = told.checked_sub_days(Days::new(1)).expect("there is a day before");
                prop_assert!(told > after && broken(rule, told) && !broken(rule, eve), "{}", told);
            }
            // Looked at day by day, nothing breaks before.
            let mut was = broken(rule, after);
            let mut at = after;
            while at < told.unwrap_or(last) {
                at = at.checked_add_days(Days::new(61)).expect("there is a day after");
                let is = broken(rule, at);
                if !was && is {
                    prop_assert!(told.is_some_and(|told| told <= at), "{} is broken on {}", rule.kind, at);
                }
                was = is;
            }
        }
    }
}
