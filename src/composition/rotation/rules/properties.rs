//! What holds of every board and every proposal that nothing stands in the way of.

use super::tests::*;
use super::*;
use crate::boards::rule_kind as kind;
use crate::composition::Facts;
use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

fn cases(cases: u32) -> Config {
    Config {
        cases,
        rng_seed: RngSeed::Fixed(1905),
        failure_persistence: None,
        ..Config::default()
    }
}

const KINDS: [&str; 2] = ["state_agency", "municipality"];

/// The kind of a member, its first day and the length of its term; none is permanent.
type Member = (usize, i64, Option<i64>);

fn any_member() -> impl Strategy<Value = Member> {
    let length = proptest::option::of(1_i64..2000);
    (0_usize..2, 0_i64..1500, length)
}

fn any_board() -> impl Strategy<Value = Facts> {
    proptest::collection::vec(any_member(), 0..10).prop_map(|members| {
        let mut facts = board(vec![
            rule(kind::MEMBERS_LEAST, "", 4),
            rule(kind::MEMBERS_MOST, "", 6),
            rule(kind::ORGANISATIONS_LEAST, "municipality", 2),
            rule(kind::HELD_LEAST, "rotating", 3),
            rule(kind::TERMS_IN_A_ROW_MOST, "", 2),
            rule(kind::TERM_MONTHS, "", 36),
        ]);
        for (kind, from, length) in members {
            let from = day("2024-01-01") + TimeDelta::days(from);
            let until = length.map(|days| from + TimeDelta::days(days));
            let (on, of) = (seat(&mut facts), known(&mut facts, KINDS[kind]));
            sits(&mut facts, on, of, Period { from, until });
        }
        facts
    })
}

/// A proposal for the seats that are open, and for some that are not, of which nothing stands in the way of any line.
fn proposal(facts: &mut Facts, taken: &[bool], kinds: &[usize]) -> Rotation {
    let mut of = rotation(Vec::new());
    let (today, from) = (day(TODAY), of.from);
    let seats = facts.seats.clone();
    for ((seat, is_taken), of_kind) in seats.iter().zip(taken).zip(kinds) {
        if !is_taken {
            continue;
        }
        let mut new = line(facts, calendar(), seat, (today, from));
        new.organisation = Some(known(facts, KINDS[*of_kind]));
        if mistakes(&new, &of, facts, today).is_empty() {
            of.lines.push(new);
        }
    }
    of
}

proptest! {
    #![proptest_config(cases(192))]

    /// A term has one length on all its days, so the rule about lengths is the one that may be another before.
    #[test]
    fn no_verdict_is_another_before_the_day_of_the_proposal(
        facts in any_board(),
        taken in proptest::collection::vec(any::<bool>(), 10),
        kinds in proptest::collection::vec(0_usize..2, 10),
    ) {
        let mut facts = facts;
        let of = proposal(&mut facts, &taken, &kinds);
        let with = apply(&of.lines, &facts);
        for days in (1..2000).step_by(73) {
            let day = of.from - TimeDelta::days(days);
            let (before, after) = (rules::on(&facts, day), rules::on(&with, day));
            for (before, after) in before.verdicts.iter().zip(&after.verdicts) {
                if before.rule.kind != kind::TERM_MONTHS {
                    prop_assert_eq!(before, after, "{}", day);
                }
            }
        }
    }

    #[test]
    fn each_seat_has_one_member_at_a_time_when_it_is_applied(
        facts in any_board(),
        taken in proptest::collection::vec(any::<bool>(), 10),
        kinds in proptest::collection::vec(0_usize..2, 10),
    ) {
        let mut facts = facts;
        let of = proposal(&mut facts, &taken, &kinds);
        let with = apply(&of.lines, &facts);
        for term in &with.appointments {
            let on = term.seat.expect("each has a seat");
            let clash = crate::boards::rules::seat_clash(&with.appointments, on, term.period, Some(term.id));
            prop_assert!(clash.is_none());
        }
        prop_assert_eq!(with.appointments.len(), facts.appointments.len() + of.lines.len());
    }

    #[test]
    fn the_terms_of_all_half_years_are_all_terms_that_run(facts in any_board()) {
        let today = day(TODAY);
        let found = staggering(&facts.appointments, today);
        let ends: usize = found.halves.iter().map(|it| it.terms.len()).sum();
        let run = facts.appointments.iter().filter(|it| it.period.until.is_none_or(|until| until > today));
        prop_assert_eq!(ends + found.permanent, run.count());
        prop_assert!(found.halves.is_sorted_by_key(|it| (it.year, it.is_second)));
        prop_assert!(found.halves.iter().all(|it| !it.terms.is_empty()));
    }

    #[test]
    fn suggestions_are_the_same_in_whatever_order_the_register_is(facts in any_board(), n in 1_usize..30) {
        let mut facts = facts;
        let on = seat(&mut facts);
        let of = facts.seats.iter().find(|it| it.id == on).cloned().expect("it is there");
        let open = line(&facts, calendar(), &of, (day(TODAY), day(FROM)));
        let mut all: Vec<_> = facts.appointments.iter().filter_map(|it| it.organisation).collect();
        all.extend((0..n).map(|_| crate::db::ids::OrganisationId::new()));
        let candidate = |id| super::super::Candidate {
            id,
            name: "Likt navn".to_owned(),
            traits: facts.organisations.get(&id).cloned().unwrap_or_default(),
            is_service_owner: true,
        };
        let mut candidates: Vec<_> = all.into_iter().map(candidate).collect();
        let found = suggest(&facts, &open, &[], &candidates);
        candidates.reverse();
        prop_assert_eq!(suggest(&facts, &open, &[], &candidates), found);
    }
}
