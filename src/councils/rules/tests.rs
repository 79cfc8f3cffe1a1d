//! What the rules of councils must hold, one sentence a test.

use super::*;
use crate::boards::{MandateState, Strength};
use crate::calendar::Period;
use crate::councils::{Basis, Dissolution};
use crate::db::ids::{BoardId, CaseId, DelegationId, MandateId, PersonId, RowId};
use crate::db::types::Words;
use crate::meetings::testing::at;
use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn period(from: &str, last: &str) -> Period {
    let until = (!last.is_empty()).then(|| day(last) + TimeDelta::days(1));
    Period::new(day(from), until).expect("a period")
}

fn founding(from: &str, last: &str) -> Founding {
    Founding {
        id: RowId::new(),
        basis: Basis {
            case: None,
            decision: "Sak 4/26".to_owned(),
            period: period(from, last),
        },
        dissolution: None,
        rhythm: None,
        version: 1,
    }
}

fn dissolved(from: &str) -> Founding {
    let dissolution = Some(Dissolution {
        from: day(from),
        decision: "Sak 9/27".to_owned(),
        by: PersonId::new(),
    });
    Founding {
        dissolution,
        ..founding("2026-01-01", "")
    }
}

#[test]
fn a_council_is_permanent_or_there_until_a_day_and_flagged_when_that_has_passed() {
    let today = day("2026-11-22");
    let with = |from, last| standing(Some(&founding(from, last)), today);
    assert_eq!(standing(None, today), Standing::NotWritten);
    assert_eq!(with("2026-01-01", ""), Standing::Permanent);
    assert_eq!(with("2027-01-01", ""), Standing::Begins(day("2027-01-01")));
    assert_eq!(with("2026-01-01", "2026-11-22"), Standing::Until(today));
    let yesterday = day("2026-11-21");
    assert_eq!(
        with("2026-01-01", "2026-11-21"),
        Standing::RanOut(yesterday)
    );
    let on = |text| standing(Some(&dissolved("2026-11-22")), day(text));
    assert_eq!(on("2026-11-21"), Standing::EndsFrom(today));
    assert_eq!(on("2026-11-22"), Standing::Dissolved(today));
    assert!(!on("2026-11-21").takes_cases() && Standing::RanOut(today).takes_cases());
}

fn asking() -> Asking {
    Asking {
        case: CaseState::Accepted,
        council: Standing::Permanent,
        is_asked: false,
        due_on: day("2026-12-01"),
        returns_on: Some(day("2026-12-15")),
        today: day("2026-11-22"),
    }
}

#[test]
fn a_question_has_a_day_that_is_to_come_and_is_not_after_the_meeting() {
    assert_eq!(may_ask(&asking()), Ok(()));
    let refused = |asking: Asking| may_ask(&asking).map_err(|(field, said)| (field, said.key));
    for (due, expected) in [
        ("2026-11-21", Err(("due-on", "delegation-due-in-past"))),
        ("2026-11-22", Ok(())),
        ("2026-12-15", Ok(())),
        (
            "2026-12-16",
            Err(("due-on", "delegation-due-after-meeting")),
        ),
    ] {
        let asking = Asking {
            due_on: day(due),
            ..asking()
        };
        assert_eq!(refused(asking), expected, "{due}");
    }
    let whenever = Asking {
        returns_on: None,
        due_on: day("2200-12-31"),
        ..asking()
    };
    assert_eq!(refused(whenever), Ok(()));
}

#[test]
fn a_council_is_asked_once_at_a_time_about_a_case_that_is_prepared() {
    let key = |asking: Asking| may_ask(&asking).map_err(|(_, said)| said.key);
    let twice = Asking {
        is_asked: true,
        ..asking()
    };
    assert_eq!(key(twice), Err("delegation-asked-already"));
    let gone = Asking {
        council: Standing::Dissolved(day("2026-01-01")),
        ..asking()
    };
    assert_eq!(key(gone), Err("delegation-council-is-dissolved"));
    for state in [CaseState::Treated, CaseState::Closed, CaseState::Declined] {
        let over = Asking {
            case: state,
            ..asking()
        };
        assert_eq!(key(over), Err("delegation-case-is-dealt-with"), "{state}");
    }
}

fn delegation(origin: Origin) -> Delegation {
    Delegation {
        id: DelegationId::new(),
        origin,
        board: BoardId::new(),
        case: CaseId::new(),
        council: BoardId::new(),
        council_case: CaseId::new(),
        question: "Hva bør komme først?".to_owned(),
        due_on: Some(day("2026-12-01")),
        meeting: None,
        state: State::Asked,
        advice: String::new(),
        asked: act("2026-11-01T08:00:00Z"),
        settled: None,
        version: 1,
    }
}

fn act(moment: &str) -> Act {
    Act {
        by: PersonId::new(),
        who: "Kari".to_owned(),
        at: at(moment),
    }
}

#[test]
fn a_question_is_overdue_from_the_day_after_until_it_is_settled() {
    let mut of = delegation(Origin::Board);
    assert!(!of.is_overdue(day("2026-12-01")) && of.is_overdue(day("2026-12-02")));
    of.state = State::Answered;
    assert!(!of.is_overdue(day("2026-12-02")));
}

#[test]
fn what_a_council_sends_by_itself_was_never_asked() {
    let mut of = delegation(Origin::Council);
    of.state = State::Answered;
    of.settled = Some(of.asked.clone());
    let did: Vec<Did> = trace(&of).into_iter().map(|(did, _)| did).collect();
    assert_eq!(did, [Did::SentUp]);
}

proptest! {
    #![proptest_config(Config {
        cases: 128,
        rng_seed: RngSeed::Fixed(1814),
        failure_persistence: None,
        ..Config::default()
    })]

    /// Whatever is pressed in whatever order, a question is settled once, and its trace stands in the order of time.
    #[test]
    fn a_question_is_settled_once_and_its_trace_is_in_order(
        presses in prop::collection::vec((any::<bool>(), 1_i64..500), 0..12),
    ) {
        let mut of = delegation(Origin::Board);
        let mut now = of.asked.at;
        let mut accepted = 0;
        for (answers, minutes) in presses {
            now = now + TimeDelta::minutes(minutes);
            let next = if answers { of.state.answer() } else { of.state.withdraw() };
            let Some(next) = next else { continue };
            accepted += 1;
            of.state = next;
            of.settled = Some(Act { at: now, ..of.asked.clone() });
        }
        prop_assert!(accepted <= 1);
        let trace = trace(&of);
        prop_assert_eq!(trace.len(), accepted + 1);
        prop_assert!(trace.windows(2).all(|pair| pair[0].1.at <= pair[1].1.at));
    }

    /// Made over and over as days pass, reports stand one at a time, each later than the last.
    #[test]
    fn one_report_at_a_time_is_open_and_each_is_later_than_the_last(
        months in 1_i64..25,
        steps in prop::collection::vec((0_i64..200, any::<bool>()), 1..30),
    ) {
        let rhythm = rhythm(months);
        let mut today = day("2026-01-15");
        let mut reports: Vec<CouncilReport> = Vec::new();
        for (days, delivers) in steps {
            today += TimeDelta::days(days);
            if let Some(due) = next_report(&rhythm, &reports, None, today) {
                prop_assert!(due >= today);
                prop_assert!(reports.iter().all(|it| it.due_on < due));
                reports.push(report(due));
            }
            let open = reports.iter().filter(|it| it.delivered_at.is_none() && it.due_on >= today);
            prop_assert_eq!(open.count(), 1);
            prop_assert_eq!(next_report(&rhythm, &reports, None, today), None);
            if delivers {
                for it in &mut reports {
                    it.delivered_at = Some(at("2026-01-01T08:00:00Z"));
                }
            }
        }
    }
}

fn rhythm(months: i64) -> Rhythm {
    Rhythm {
        months,
        from: day("2026-01-31"),
        title: "Halvårsrapport".to_owned(),
    }
}

fn report(due_on: NaiveDate) -> CouncilReport {
    CouncilReport {
        id: RowId::new(),
        board: BoardId::new(),
        title: "Halvårsrapport".to_owned(),
        due_on,
        delivered_at: None,
        version: 1,
    }
}

#[test]
fn a_report_stands_for_a_turn_of_its_rhythm_until_it_is_delivered_or_moved() {
    let rhythm = rhythm(6);
    let mut it = report(day("2026-07-31"));
    assert_eq!(turn_after(&rhythm, &it), Some(day("2027-01-31")));
    it.due_on = day("2026-07-30");
    assert_eq!(turn_after(&rhythm, &it), None, "it was moved");
    it.due_on = day("2025-07-31");
    assert_eq!(turn_after(&rhythm, &it), None, "it is from before");
    it.due_on = day("2026-07-31");
    it.title = "Noe annet".to_owned();
    assert_eq!(turn_after(&rhythm, &it), None, "somebody added it");
    it.title.clone_from(&rhythm.title);
    it.delivered_at = Some(at("2026-07-01T08:00:00Z"));
    assert_eq!(turn_after(&rhythm, &it), None, "it is delivered");
}

#[test]
fn the_next_report_comes_when_the_last_is_delivered_or_its_day_has_passed() {
    let rhythm = rhythm(6);
    let next =
        |reports: &[CouncilReport], today: &str| next_report(&rhythm, reports, None, day(today));
    assert_eq!(next(&[], "2026-01-10"), Some(day("2026-01-31")));
    let mut first = report(day("2026-01-31"));
    assert_eq!(next(std::slice::from_ref(&first), "2026-01-31"), None);
    // The end of a shorter month, and not of the one before it.
    assert_eq!(
        next(std::slice::from_ref(&first), "2026-02-01"),
        Some(day("2026-07-31"))
    );
    first.delivered_at = Some(at("2026-01-20T08:00:00Z"));
    assert_eq!(
        next(std::slice::from_ref(&first), "2026-01-20"),
        Some(day("2026-07-31"))
    );
    // What passed while nobody looked is left out.
    assert_eq!(
        next(&[first.clone()], "2029-03-01"),
        Some(day("2029-07-31"))
    );
    // None for when the council is no more.
    let until = Some(day("2026-07-31"));
    assert_eq!(
        next_report(&rhythm, &[first], until, day("2026-02-01")),
        None
    );
}

fn mandate(from: &str, last: &str, audience: &str) -> Mandate {
    Mandate {
        id: MandateId::new(),
        board: BoardId::new(),
        label: "1.0".to_owned(),
        period: period(from, last),
        decision: String::new(),
        state: MandateState::Approved,
        rules: vec![Rule {
            id: RowId::new(),
            kind: rule_kind::DEFAULT_AUDIENCE.to_owned(),
            subject: audience.to_owned(),
            called: String::new(),
            among: Vec::new(),
            position: 1,
            quantity: None,
            strength: Strength::Shall,
            words: Words::default(),
            paragraph: "6".to_owned(),
        }],
        deadlines: Vec::new(),
        version: 1,
    }
}

#[test]
fn a_council_shows_no_more_than_its_board_and_what_it_counts_itself_is_its_own() {
    let today = day("2026-11-22");
    let board = [mandate("2026-01-01", "", "members")];
    let wider = mandate("2026-01-01", "", "public");
    let found = disagreements(&board, &wider, None, today);
    assert!(
        matches!(found[..], [Disagreement::Audience { .. }]),
        "{found:?}"
    );
    for narrower in ["members", "secretariat"] {
        let council = mandate("2026-01-01", "", narrower);
        assert_eq!(disagreements(&board, &council, None, today), []);
    }
    let mut larger = mandate("2026-01-01", "", "members");
    larger.rules[0].kind = rule_kind::MEMBERS_LEAST.to_owned();
    assert_eq!(disagreements(&board, &larger, None, today), []);
}

#[test]
fn a_councils_mandate_counts_no_longer_than_the_boards_or_than_the_council() {
    let today = day("2026-11-22");
    let council = mandate("2026-01-01", "", "members");
    // One version of the board's follows on the other, and then there is none.
    let board = [
        mandate("2026-01-01", "2026-12-31", "members"),
        mandate("2027-01-01", "2027-06-30", "members"),
    ];
    let found = disagreements(&board, &council, None, today);
    assert_eq!(found, [Disagreement::WithoutTheBoards(day("2027-07-01"))]);
    let none = disagreements(&[], &council, None, today);
    assert_eq!(none, [Disagreement::WithoutTheBoards(today)]);
    let board = [mandate("2026-01-01", "", "members")];
    let ends = founding("2026-01-01", "2027-12-31");
    let found = disagreements(&board, &council, Some(&ends), today);
    assert_eq!(found, [Disagreement::AfterTheCouncil(day("2027-12-31"))]);
}
