use super::*;
use crate::calendar::testing::day;
use crate::db::types::Words;
use crate::meetings::testing::{at, board_data};
use crate::related::{Document, Facts};
use std::collections::BTreeSet;

fn body(board: &Board, review_on: Option<&str>, subjects: &[&str]) -> Body {
    Body {
        id: RelatedBodyId::new(),
        board: board.id,
        facts: Facts {
            name: Words::new([("nb", "Skate")]),
            kind: "advisory".to_owned(),
            organisation: None,
            heard_on: String::new(),
            subjects: subjects.iter().map(|it| (*it).to_owned()).collect(),
            document: Document::default(),
            mandate: None,
            review_on: review_on.map(day),
        },
        reviews: Vec::new(),
        version: 1,
    }
}

fn hearing(answered_on: Option<&str>) -> Hearing {
    Hearing {
        asked_on: day("2026-10-01"),
        answered_on: answered_on.map(day),
        answer: String::new(),
        link: String::new(),
    }
}

#[test]
fn a_review_is_due_today_or_later_or_stands_as_it_stood() {
    let today = day("2026-11-22");
    let tried = |next: &str, before| may_be_due(Some(day(next)), before, today);
    assert_eq!(tried("2026-11-22", None), Ok(()));
    assert_eq!(tried("2026-11-21", None), Err(Refusal::ReviewInPast));
    assert_eq!(tried("2026-01-01", Some(day("2026-01-01"))), Ok(()));
    assert_eq!(
        tried("2026-01-02", Some(day("2026-01-01"))),
        Err(Refusal::ReviewInPast)
    );
    assert_eq!(may_be_due(None, None, today), Ok(()));
}

#[test]
fn nobody_answers_before_they_are_asked_or_tomorrow() {
    let today = day("2026-11-22");
    assert_eq!(may_stand(&hearing(Some("2026-10-01")), today), Ok(()));
    assert_eq!(may_stand(&hearing(None), today), Ok(()));
    assert_eq!(
        may_stand(&hearing(Some("2026-09-30")), today),
        Err(Refusal::AnsweredFirst(day("2026-10-01")))
    );
    assert_eq!(
        may_stand(&hearing(Some("2026-11-23")), today),
        Err(Refusal::AnsweredInFuture)
    );
    assert_eq!(
        may_stand(&hearing(None), day("2026-09-30")),
        Err(Refusal::AskedInFuture)
    );
    let mut says = hearing(None);
    says.answer = "Støtter forslaget.".to_owned();
    assert_eq!(may_stand(&says, today), Err(Refusal::AnswerWithoutDay));
}

#[test]
fn who_is_to_be_heard_is_told_of_until_they_have_answered() {
    let board = board_data().board;
    let bodies = [
        body(&board, None, &["plans", "portfolio"]),
        body(&board, None, &["plans"]),
        body(&board, None, &["portfolio"]),
        body(&board, None, &[]),
    ];
    let mut hearings = BTreeMap::new();
    let found = unheard(&bodies, &hearings, "plans");
    assert_eq!(
        found,
        [
            (&bodies[0], Unheard::NotAsked),
            (&bodies[1], Unheard::NotAsked)
        ]
    );
    hearings.insert(bodies[0].id, hearing(None));
    hearings.insert(bodies[1].id, hearing(Some("2026-11-01")));
    let found = unheard(&bodies, &hearings, "plans");
    assert_eq!(found, [(&bodies[0], Unheard::NotAnswered)]);
    assert!(unheard(&bodies, &hearings, "priorities").is_empty());
}

#[test]
fn a_review_is_soon_in_its_last_thirty_days_and_overdue_after_its_day() {
    let board = board_data().board;
    let of = body(&board, Some("2026-12-22"), &[]);
    assert_eq!(due(&of, day("2026-11-21")), Due::Later);
    assert_eq!(due(&of, day("2026-11-22")), Due::Soon);
    assert_eq!(due(&of, day("2026-12-22")), Due::Soon);
    assert_eq!(due(&of, day("2026-12-23")), Due::Overdue);
    assert_eq!(due(&body(&board, None, &[]), day("2026-12-23")), Due::Never);
}

fn slots(wanted: &[Wanted]) -> Vec<&str> {
    wanted.iter().map(|want| want.key.slot.as_str()).collect()
}

#[test]
fn one_mail_goes_before_the_day_and_the_next_one_after_it() {
    let board = board_data().board;
    let of = body(&board, Some("2027-03-01"), &[]);
    let found = wanted(&of, &board, &[], at("2026-11-22T08:00:00Z"));
    assert_eq!(slots(&found), ["before-30-days", "overdue-1"]);
    // The thirtieth day before is a Saturday.
    assert_eq!(found[0].due, at("2027-01-29T08:00:00Z"));
    assert_eq!(found[1].due, at("2027-03-02T08:00:00Z"));
    assert!(
        wanted(
            &body(&board, None, &[]),
            &board,
            &[],
            at("2026-11-22T08:00:00Z")
        )
        .is_empty()
    );
}

#[test]
fn reminders_of_what_is_overdue_come_six_times_and_no_more() {
    let board = board_data().board;
    let of = body(&board, Some("2027-03-01"), &[]);
    let mut told = BTreeSet::new();
    let mut now = at("2027-03-01T12:00:00Z");
    for _ in 0..400 {
        for want in wanted(&of, &board, &[], now) {
            if is_of_late(&want.key.slot) {
                told.insert(want.key.slot.clone());
                assert!(want.due < want.expires, "{}", want.key.slot);
            }
        }
        now = now + chrono::Duration::days(1);
    }
    assert_eq!(told.len(), AT_MOST, "{told:?}");
}
