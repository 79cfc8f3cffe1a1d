use super::*;
use crate::boards::{ReminderKind, ReminderUnit};
use crate::calendar::testing::day;
use crate::db::ids::{RelatedBodyId, RowId};
use crate::db::types::Words;
use crate::meetings::testing::{at, board_data};
use crate::related::{Document, Facts};

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

fn rule(kind: ReminderKind, quantity: i64) -> ReminderRule {
    ReminderRule {
        id: RowId::new(),
        about: about::RELATION.to_owned(),
        to: ToRole::Secretariat,
        kind,
        quantity,
        unit: ReminderUnit::Days,
        at_most: 6,
    }
}

#[test]
fn the_board_says_how_long_before_the_day_and_how_often_after_it_a_mail_goes() {
    let board = board_data().board;
    let rules = [
        rule(ReminderKind::Before, 30),
        rule(ReminderKind::Overdue, 14),
    ];
    let of = body(&board, Some("2027-03-01"), &[]);
    let now = at("2026-11-22T08:00:00Z");
    let found = wanted(&of, &board, &rules, (&[], now));
    let slots: Vec<&str> = found.iter().map(|want| want.key.slot.as_str()).collect();
    assert_eq!(slots, ["before-30-days", "overdue-1"]);
    // The thirtieth day before is a Saturday.
    assert_eq!(found[0].due, at("2027-01-29T08:00:00Z"));
    assert_eq!(found[1].due, at("2027-03-15T08:00:00Z"));
    let to = audience(MAIL, "overdue-1", &rules);
    assert_eq!(to, [ToRole::Secretariat]);
    assert!(wanted(&of, &board, &[], (&[], now)).is_empty());
    let never = body(&board, None, &[]);
    assert!(wanted(&never, &board, &rules, (&[], now)).is_empty());
}
