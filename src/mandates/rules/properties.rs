//! What holds of any two texts, and of any version that changes nothing.

use super::difference::{paragraphs, words};
use super::tests::{paragraph, rule};
use super::text::{read, written};
use super::what_if::{days, other_deadlines, wished};
use crate::boards::rules::versions::with;
use crate::boards::{Appointment, Seat, rule_kind as kind};
use crate::calendar::Period;
use crate::composition::{Facts, Traits};
use crate::db::ids::{AppointmentId, MandateId, MeetingId, OrganisationId, SeatId};
use crate::mandates::{Change, Mark, Paragraph, Wish};
use crate::meetings::testing::{board_data, day, meeting};
use crate::web::access::Role;
use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use std::collections::BTreeMap;

fn cases(cases: u32) -> Config {
    Config {
        cases,
        rng_seed: RngSeed::Fixed(1814),
        failure_persistence: None,
        ..Config::default()
    }
}

fn any_words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("råd"),
        Just("tolv"),
        Just("ti"),
        Just("\n"),
        Just("møte.")
    ];
    let space = prop_oneof![Just(" "), Just("\n"), Just("  ")];
    proptest::collection::vec((word, space), 0..25).prop_map(|all| {
        all.iter()
            .map(|(word, space)| format!("{word}{space}"))
            .collect()
    })
}

fn any_text() -> impl Strategy<Value = Vec<Paragraph>> {
    proptest::collection::btree_map(1_u8..9, "[a-zæøå]{1,6}( [a-zæøå]{1,6}){0,4}", 0..7).prop_map(
        |all| {
            all.into_iter()
                .map(|(number, body)| paragraph(&number.to_string(), "Overskrift", &body))
                .collect()
        },
    )
}

fn side(pieces: &[(Mark, String)], without: Mark) -> String {
    let kept = pieces.iter().filter(|(mark, _)| *mark != without);
    kept.map(|(_, text)| text.as_str()).collect()
}

/// A board with some members, each with a term that began so many days ago and lasts so many.
fn board_with(members: &[(i64, Option<i64>)], rules: &[(usize, i64)]) -> Facts {
    let kinds = [
        kind::MEMBERS_LEAST,
        kind::MEMBERS_MOST,
        kind::TERM_MONTHS,
        kind::TERMS_IN_A_ROW_MOST,
        kind::SEATS_MOST,
    ];
    let mut mandate = board_data().mandates.remove(0);
    mandate.rules = rules
        .iter()
        .map(|(at, n)| rule(kinds[*at], *n, "4"))
        .collect();
    let board = mandate.board;
    let mut facts = Facts {
        chair_counts: false,
        mandates: vec![mandate],
        seats: Vec::new(),
        appointments: Vec::new(),
        representations: Vec::new(),
        organisations: BTreeMap::new(),
        payments: Vec::new(),
        levels: Vec::new(),
    };
    for (from, length) in members {
        let (organisation, seat) = (OrganisationId::new(), SeatId::new());
        let from = day("2024-01-01") + TimeDelta::days(*from);
        facts.organisations.insert(organisation, Traits::default());
        facts.seats.push(Seat {
            id: seat,
            board,
            kind: "rotating".to_owned(),
            position: 1,
            period: Period {
                from: day("2021-12-01"),
                until: None,
            },
        });
        facts.appointments.push(Appointment {
            id: AppointmentId::new(),
            board,
            seat: Some(seat),
            organisation: Some(organisation),
            role: Role::Member,
            period: Period {
                from,
                until: length.map(|days| from + TimeDelta::days(days)),
            },
            decision: String::new(),
            name_by: None,
            version: 1,
        });
    }
    facts
}

#[test]
fn a_day_on_which_something_turns_by_itself_is_told_though_nobody_meets_then() {
    // One of three leaves at the turn of the year: three are asked for now, and two would be.
    let now = board_with(&[(0, None), (0, None), (0, Some(1461))], &[(0, 3)]);
    let wish = Wish {
        from: day("2027-07-01"),
        least: Some(2),
        most: None,
        months: None,
        meetings: None,
    };
    let then = wished(&now.mandates[0], &now.mandates, &wish, MandateId::new());
    let mut later = now.clone();
    later.mandates = with(&now.mandates, &then.expect("it can be"));
    let until = day("2029-01-01");
    let all = days(&now, &later, (wish.from, until), &[]);
    let turned: Vec<_> = all.iter().filter(|it| !it.turned().is_empty()).collect();
    let said: Vec<String> = turned.iter().map(|it| it.on.to_string()).collect();
    assert_eq!(said, ["2028-01-01"]);
    assert!(matches!(turned[0].turned()[..], [Change::Changed(..)]));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_marks_of_two_texts_make_either(old in any_words(), new in any_words()) {
        let pieces = words(&old, &new);
        prop_assert_eq!(side(&pieces, Mark::Removed), new.as_str());
        prop_assert_eq!(side(&pieces, Mark::Added), old.as_str());
        prop_assert_eq!(words(&new, &new).iter().all(|(mark, _)| *mark == Mark::Same), true);
    }

    #[test]
    fn what_differs_applied_to_the_older_gives_the_newer(old in any_text(), new in any_text()) {
        let changes = paragraphs(&old, &new);
        let made: Vec<Paragraph> = changes.iter().filter_map(|change| match change {
            Change::Same(it) | Change::Added(it) | Change::Changed(_, it) => Some((*it).clone()),
            Change::Removed(_) => None,
        }).collect();
        prop_assert_eq!(made, new.clone());
        let mut gone: Vec<Paragraph> = changes.iter().filter_map(|change| match change {
            Change::Same(it) | Change::Removed(it) | Change::Changed(it, _) => Some((*it).clone()),
            Change::Added(_) => None,
        }).collect();
        gone.sort_by(|a, b| a.number.cmp(&b.number));
        prop_assert_eq!(gone, old.clone());
    }

    #[test]
    fn a_text_that_is_written_is_read_again(text in any_text()) {
        prop_assert_eq!(read(&written(&text)), Ok(text));
    }

    #[test]
    fn a_version_that_changes_nothing_turns_no_verdict(
        members in proptest::collection::vec((0_i64..1500, proptest::option::of(1_i64..1500)), 0..10),
        rules in proptest::collection::vec((0_usize..5, 1_i64..60), 0..6),
        ahead in 0_i64..1000,
    ) {
        let now = board_with(&members, &rules);
        let base = now.mandates[0].clone();
        let from = day("2026-11-22") + TimeDelta::days(ahead);
        let none = Wish { from, least: None, most: None, months: None, meetings: None };
        let then = wished(&base, &now.mandates, &none, MandateId::new()).expect("it changes nothing");
        let mut later = now.clone();
        later.mandates = with(&now.mandates, &then);
        let meetings: Vec<_> = (0..1100).step_by(90)
            .map(|it| (day("2026-12-01") + TimeDelta::days(it), MeetingId::new()))
            .collect();
        let until = from + TimeDelta::days(1100);
        for beside in days(&now, &later, (from, until), &meetings) {
            prop_assert!(beside.turned().is_empty(), "{}", beside.on);
            prop_assert!(beside.rules().iter().all(|it| matches!(it, Change::Same(_))));
        }
        let data = board_data();
        let mut same = data.clone();
        let mut copy = data.mandates[0].clone();
        copy.id = MandateId::new();
        copy.period.from = from;
        same.mandates = with(&data.mandates, &copy);
        let planned = [meeting(&data, "ordinary", &["2027-09-29"])];
        prop_assert!(other_deadlines(&planned, &data, &same).is_empty());
    }
}
