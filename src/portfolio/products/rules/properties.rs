//! What holds of every life and of every set of strategies: compared day by day with what a person would count.

use super::tests::{order, phase, strategy};
use super::*;
use crate::calendar::testing::{cases, day};
use crate::portfolio::products::Strategy;
use chrono::TimeDelta;
use proptest::prelude::*;

const START: &str = "2026-01-01";

fn on(days: i64) -> String {
    (day(START) + TimeDelta::days(days)).to_string()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_is_written_without_a_reason_a_life_only_goes_forward(
        tries in proptest::collection::vec((0_usize..4, 0_i64..60), 1..12), out in 0_usize..12,
    ) {
        let order = order();
        let mut life: Vec<Phase> = Vec::new();
        for (code, from) in tries {
            if let Ok(all) = with(&life, &phase(&order[code], &on(from)), &order) {
                life = all;
            }
        }
        let gone = life.get(out).map(|phase| phase.id);
        if let Some(all) = gone.and_then(|id| without(&life, id, &order).ok()) {
            life = all;
        }
        prop_assert!(!life.is_empty());
        let place = |at: i64| {
            let code = phase_on(&life, day(&on(at))).map(|phase| phase.code.clone());
            code.and_then(|code| order.iter().position(|known| *known == code))
        };
        for at in 0..60 {
            prop_assert!(place(at) <= place(at + 1));
        }
    }

    #[test]
    fn a_strategy_holds_today_exactly_when_one_has_this_day_and_ends_the_day_before_the_first_without(
        held in proptest::collection::vec((0_i64..300, proptest::option::of(1_i64..200)), 0..6), today in 0_i64..300,
    ) {
        let all: Vec<Strategy> = held
            .into_iter()
            .map(|(from, length)| strategy(&on(from), length.map(|days| on(from + days)).as_deref()))
            .collect();
        let today = day(&on(today));
        let is_held = |on: NaiveDate| all.iter().any(|one| one.period.contains(on));
        let soon = today.checked_add_months(SOON).expect("a day");
        let first_without = today.iter_days().take_while(|on| *on <= soon).find(|on| !is_held(*on));
        let expected = match first_without {
            Some(on) if on == today => Standing::Missing,
            Some(on) => Standing::EndsOn(on.pred_opt().expect("a day")),
            None => Standing::Holds,
        };
        prop_assert_eq!(standing(&all, today), expected);
    }
}
