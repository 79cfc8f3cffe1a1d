//! What holds of every history, and of lateness from day to day.

use super::tests::{order, turn};
use super::*;
use crate::calendar::testing::{any_day, cases, day};
use chrono::TimeDelta;
use proptest::prelude::*;

const START: &str = "2026-01-01";

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_is_tried_a_history_only_grows_in_order_and_never_beyond_today(
        tries in proptest::collection::vec((0_usize..3, 0_i64..90, any::<bool>()), 1..20), now in 0_i64..60,
    ) {
        let (order, today) = (order(), day(START) + TimeDelta::days(now));
        let mut history: Vec<Turn> = Vec::new();
        for (code, from, says) in tries {
            let on = (day(START) + TimeDelta::days(from)).to_string();
            let next = turn(&order[code], &on, if says { "Nytt." } else { "" });
            if may_follow(&history, &next, today).is_ok() {
                history.push(next);
            }
        }
        for (before, after) in history.iter().zip(history.iter().skip(1)) {
            prop_assert!(before.on <= after.on);
            prop_assert!(before.status != after.status || !after.note.is_empty());
        }
        prop_assert!(history.iter().all(|turn| turn.on <= today));
    }

    #[test]
    fn what_is_late_stays_late_until_it_moves_on_and_nothing_finished_is(
        first in 1900_i64..=2200, length in 0_i64..=30, on in any_day(), later in 0_i64..4_000,
    ) {
        let years = Years::new(first, (first + length).min(2200));
        prop_assert!(years.is_ok());
        if let Ok(years) = years {
            let then = on.checked_add_signed(TimeDelta::days(later)).unwrap_or(on);
            prop_assert_eq!(late(Progress::Finished, years, on), None);
            for progress in [Progress::NotBegun, Progress::Underway] {
                if late(progress, years, on).is_some() {
                    prop_assert!(late(progress, years, then).is_some());
                }
            }
            // Work that has begun is never later than work that has not.
            if late(Progress::Underway, years, on).is_some() {
                prop_assert!(late(Progress::NotBegun, years, on).is_some());
            }
        }
    }
}
