//! What holds of every set of terms: compared day by day with what a person would count.

use super::tests::{at, board, day, period, rule, term, told};
use super::*;
use crate::db::ids::{BoardId, PersonId, RowId};
use chrono::TimeDelta;
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

const START: &str = "2026-01-01";

fn any_period() -> impl Strategy<Value = Period> {
    (0_i64..60, proptest::option::of(1_i64..30)).prop_map(|(from, length)| {
        let from = day(START) + TimeDelta::days(from);
        let until = length.map(|days| from + TimeDelta::days(days));
        Period { from, until }
    })
}

fn days() -> impl Iterator<Item = NaiveDate> {
    (0..100).map(|days| day(START) + TimeDelta::days(days))
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_seat_is_refused_exactly_when_someone_holds_it_on_one_of_the_days(
        held in proptest::collection::vec((any_period(), 0_usize..2), 0..5), wanted in any_period(),
    ) {
        let seats = [SeatId::new(), SeatId::new()];
        let standing: Vec<Appointment> =
            held.into_iter().map(|(period, seat)| term(Some(seats[seat]), period)).collect();
        let by_day = days().any(|day| {
            wanted.contains(day) && standing.iter().any(|it| it.seat == Some(seats[0]) && it.period.contains(day))
        });
        prop_assert_eq!(seat_clash(&standing, seats[0], wanted, None).is_some(), by_day);
    }

    #[test]
    fn on_each_day_a_seat_is_either_held_or_vacant(
        held in proptest::collection::vec(any_period(), 0..5), exists in any_period(),
    ) {
        let seat = Seat { id: SeatId::new(), board: BoardId::new(), kind: String::new(), position: 1, period: exists };
        let mut standing: Vec<Appointment> = Vec::new();
        for period in held {
            if seat_clash(&standing, seat.id, period, None).is_none() {
                standing.push(term(Some(seat.id), period));
            }
        }
        let window = Period { from: day(START), until: day(START).checked_add_days(Days::new(100)) };
        let gaps = vacancies(&seat, &standing, window);
        for day in days() {
            let free = exists.contains(day) && !standing.iter().any(|it| it.period.contains(day));
            prop_assert_eq!(gaps.iter().filter(|gap| gap.contains(day)).count(), usize::from(free), "{}", day);
        }
    }

    #[test]
    fn who_sat_is_whoever_used_an_appointment_in_force_that_day(
        terms in proptest::collection::vec(any_period(), 1..4),
        using in proptest::collection::vec((0_usize..4, any_period()), 0..6),
    ) {
        let terms: Vec<Appointment> = terms.into_iter().map(|period| term(None, period)).collect();
        let using: Vec<Representation> = using.into_iter().map(|(of, period)| Representation {
            id: RowId::new(), appointment: terms[of % terms.len()].id, person: PersonId::new(), period, level: None,
        }).collect();
        for day in days() {
            let sat = who_sat(&terms, &using, day);
            for term in &terms {
                let people: Vec<PersonId> = sat.iter().filter(|(it, _)| it.id == term.id)
                    .filter_map(|(_, rep)| rep.map(|rep| rep.person)).collect();
                let expected: Vec<PersonId> = using.iter()
                    .filter(|it| it.appointment == term.id && it.period.contains(day) && term.period.contains(day))
                    .map(|it| it.person).collect();
                prop_assert_eq!(people, expected);
                let stands = sat.iter().any(|(it, _)| it.id == term.id);
                prop_assert_eq!(stands, term.period.contains(day));
            }
        }
    }

    /// Planning again what was just planned wants the same again.
    #[test]
    fn what_is_wanted_is_wanted_again_unchanged(
        due in 0_i64..400, quantity in 1_i64..30, at_most in 1_i64..5, now in 0_i64..400, later in 0_i64..3,
    ) {
        let board = board();
        let rules = [
            rule(about::NAMING, ToRole::Organisation, ReminderKind::Before, quantity, ReminderUnit::Days, 1),
            rule(about::NAMING, ToRole::Organisation, ReminderKind::Overdue, quantity, ReminderUnit::Days, at_most),
        ];
        let mut asked = term(None, period("2026-01-01", ""));
        asked.name_by = Some(day(START) + TimeDelta::days(due));
        let now = at("2026-01-01 12:00") + TimeDelta::days(now);
        let first = naming(&board, &rules, &asked, false, &[], now);
        let rows: Vec<Occasion> = first.iter().map(|want| told(want, OccasionState::Planned)).collect();
        let again = naming(&board, &rules, &asked, false, &rows, now + TimeDelta::days(later));
        prop_assert_eq!(first, again.into_iter().take(rows.len()).collect::<Vec<_>>());
    }
}
