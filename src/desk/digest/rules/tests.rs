use super::*;
use crate::boards::WeeklyMail;
use crate::calendar::Period;
use crate::db::ids::{OccasionId, RowId};
use crate::mail::Key;
use crate::meetings::testing::{at, board_data, day};
use chrono::{NaiveTime, Weekday};
use std::collections::BTreeSet;

fn board(weekday: Weekday, time: &str, to_secretariat: bool) -> Board {
    let mut board = board_data().board;
    board.weekly_mail = WeeklyMail {
        to_secretariat,
        weekday,
        at: time.parse::<NaiveTime>().unwrap(),
    };
    board
}

fn row(turn: &Turn, state: OccasionState) -> Occasion {
    Occasion {
        id: OccasionId::new(),
        kind: "digest".into(),
        board_id: None,
        object_kind: "person".into(),
        object_id: String::new(),
        slot: turn.slot.clone(),
        occurrence: 0,
        about_day: Some(turn.monday),
        deadline: None,
        due: turn.due,
        expires: turn.expires,
        state,
        why: String::new(),
        settled_at: None,
    }
}

#[test]
fn the_next_mail_goes_on_the_chosen_weekday_and_ends_when_the_one_after_it_goes() {
    let board = board(Weekday::Mon, "08:00:00", true);
    // Wednesday 25 November 2026.
    let turn = next(&[&board], &[], at("2026-11-25T12:00:00Z")).unwrap();
    assert_eq!(
        (turn.slot.as_str(), turn.monday),
        ("2026-W49", day("2026-11-30"))
    );
    assert_eq!(turn.due, at("2026-11-30T07:00:00Z"));
    assert_eq!(turn.expires, at("2026-12-07T07:00:00Z"));
}

#[test]
fn f19_it_keeps_its_clock_time_when_the_clocks_change() {
    let board = board(Weekday::Mon, "08:00:00", true);
    // The clocks go forward on Sunday 28 March 2027, and back on Sunday 31 October.
    let spring = next(&[&board], &[], at("2027-03-20T00:00:00Z")).unwrap();
    assert_eq!(spring.due, at("2027-03-22T07:00:00Z"));
    assert_eq!(spring.expires, at("2027-03-29T06:00:00Z"));
    let autumn = next(&[&board], &[], at("2027-10-24T00:00:00Z")).unwrap();
    assert_eq!(autumn.due, at("2027-10-25T06:00:00Z"));
    assert_eq!(autumn.expires, at("2027-11-01T07:00:00Z"));
}

#[test]
fn the_week_of_a_years_turn_has_one_mail_whatever_year_its_day_is_in() {
    let (monday, friday) = (
        board(Weekday::Mon, "08:00:00", true),
        board(Weekday::Fri, "08:00:00", true),
    );
    // Week 53 of 2026 is Monday 28 December to Sunday 3 January.
    let turn = next(&[&monday], &[], at("2026-12-27T12:00:00Z")).unwrap();
    assert_eq!(
        (turn.slot.as_str(), turn.due),
        ("2026-W53", at("2026-12-28T07:00:00Z"))
    );
    let told = row(&turn, OccasionState::Told);
    // Moved to Friday 1 January, it does not go twice in that week.
    let turn = next(&[&friday], &[told], at("2026-12-29T12:00:00Z")).unwrap();
    assert_eq!(
        (turn.slot.as_str(), turn.due),
        ("2027-W01", at("2027-01-08T07:00:00Z"))
    );
}

#[test]
fn whoever_reads_of_several_boards_gets_one_mail_when_the_first_of_them_would_go() {
    let (monday, thursday) = (
        board(Weekday::Mon, "10:00:00", true),
        board(Weekday::Thu, "08:00:00", true),
    );
    let mut far = board(Weekday::Mon, "08:00:00", true);
    far.zone = chrono_tz::America::New_York;
    let turn = next(&[&thursday, &far, &monday], &[], at("2026-11-25T12:00:00Z")).unwrap();
    assert_eq!(turn.due, at("2026-11-30T09:00:00Z"));
    assert_eq!(next(&[], &[], at("2026-11-25T12:00:00Z")), None);
}

#[test]
fn one_that_waits_for_a_late_pass_is_still_wanted_and_one_that_has_passed_is_not_made_up_for() {
    let board = board(Weekday::Mon, "08:00:00", true);
    let turn = next(&[&board], &[], at("2026-11-28T12:00:00Z")).unwrap();
    let planned = row(&turn, OccasionState::Planned);
    let late = at("2026-12-02T12:00:00Z");
    assert_eq!(next(&[&board], &[planned], late), Some(turn));
    // Chosen on a Wednesday, the first comes on Monday (F11).
    assert_eq!(next(&[&board], &[], late).unwrap().slot, "2026-W50");
}

/// A person with these roles on one board.
fn readers(
    board: &Board,
    roles: &[(Role, &str, Option<&str>)],
    weekly: bool,
) -> (PersonId, Readers) {
    let person = PersonId::new();
    let place = |(role, from, until): &(Role, &str, Option<&str>)| Place {
        person,
        board: board.id,
        role: *role,
        period: Period::new(day(from), until.map(day)).unwrap(),
    };
    let readers = Readers {
        places: crate::desk::digest::by_person(roles.iter().map(place)),
        weekly: weekly
            .then_some(person)
            .into_iter()
            .collect::<BTreeSet<_>>(),
        boards: [(board.id, board.clone())].into(),
    };
    (person, readers)
}

#[test]
fn a_secretariat_gets_what_its_board_chose_and_everyone_else_what_they_chose() {
    let now = at("2026-11-25T12:00:00Z");
    for (role, on_the_board, of_their_own, reads) in [
        (Role::Secretariat, true, false, true),
        (Role::Secretariat, false, true, false),
        (Role::Member, true, false, false),
        (Role::Member, false, true, true),
        (Role::Chair, false, true, true),
    ] {
        let board = board(Weekday::Mon, "08:00:00", on_the_board);
        let held = [(role, "2026-01-01", None)];
        let (person, readers) = readers(&board, &held, of_their_own);
        assert_eq!(
            readers.boards_at(person, now).len(),
            usize::from(reads),
            "{role}"
        );
    }
    // Who is both is the secretariat.
    let board = board(Weekday::Mon, "08:00:00", false);
    let held = [
        (Role::Member, "2026-01-01", None),
        (Role::Secretariat, "2026-01-01", None),
    ];
    let (person, readers) = readers(&board, &held, true);
    assert!(readers.boards_at(person, now).is_empty());
}

#[test]
fn a_role_that_has_ended_reads_nothing_and_one_to_come_is_planned_for() {
    let now = at("2026-11-25T12:00:00Z");
    let board = board(Weekday::Mon, "08:00:00", false);
    let (person, ended) = readers(
        &board,
        &[(Role::Member, "2026-01-01", Some("2026-11-25"))],
        true,
    );
    assert!(ended.boards_at(person, now).is_empty());
    assert!(ended.boards_ahead(person, now).is_empty());
    let (person, coming) = readers(&board, &[(Role::Member, "2027-01-01", None)], true);
    assert!(coming.boards_at(person, now).is_empty());
    assert_eq!(coming.boards_ahead(person, now).len(), 1);
}

fn reminder(object: &str, slot: &str, due: &str, deadline: &str) -> Wanted {
    let deadline = at(deadline);
    Wanted {
        key: Key {
            kind: "deadline-dispatch",
            object_id: object.into(),
            slot: slot.into(),
        },
        object_kind: "meeting",
        about_day: deadline.utc().date_naive(),
        deadline: Some(deadline),
        due: at(due),
        expires: deadline,
    }
}

fn span(now: &str) -> Span {
    Span {
        due: at("2027-01-18T07:00:00Z"),
        expires: at("2027-01-25T07:00:00Z"),
        now: at(now),
        mail_on_from: at("2026-11-25T00:00:00Z"),
    }
}

/// Which things are told of, each with the reminders that are asked for it.
fn told_of(all: &[Wanted], span: Span) -> Vec<(&str, Vec<&str>)> {
    let things = to_ask(all, span).into_iter();
    things
        .map(|thing| {
            let slots = thing.iter().map(|want| want.key.slot.as_str()).collect();
            (thing[0].key.object_id.as_str(), slots)
        })
        .collect()
}

const MEMBER_14: &str = "before-14-days-member";
const MEMBER_3: &str = "before-3-days-member";
const MEMBER_30: &str = "before-30-days-member";
const LATE: &str = "overdue-1-secretariat";

#[test]
fn it_tells_what_is_due_this_week_and_what_a_single_mail_would_remind_of_before_the_next() {
    let (wednesday, february) = ("2027-01-20T14:00:00Z", "2027-02-18T14:00:00Z");
    let all = [
        // Due this week; its single reminder went long ago.
        reminder("this-week", MEMBER_14, "2027-01-06T08:00:00Z", wednesday),
        reminder("this-week", LATE, "2027-01-21T08:00:00Z", wednesday),
        // Due in a month; its single reminder would go this week.
        reminder("reminded", MEMBER_30, "2027-01-19T08:00:00Z", february),
        reminder("reminded", MEMBER_3, "2027-02-15T08:00:00Z", february),
        // Reminded of the moment that the next digest goes: that one tells it.
        reminder(
            "next-time",
            MEMBER_30,
            "2027-01-25T07:00:00Z",
            "2027-02-24T14:00:00Z",
        ),
    ];
    assert_eq!(
        told_of(&all, span("2027-01-18T07:00:05Z")),
        [
            ("this-week", vec![MEMBER_14]),
            ("reminded", vec![MEMBER_30]),
        ]
    );
}

#[test]
fn f11_it_tells_what_is_late_but_not_what_was_before_the_boards_mail_was_on() {
    let thursday = "2027-01-14T14:00:00Z";
    let all = [
        reminder("late", MEMBER_3, "2027-01-11T08:00:00Z", thursday),
        reminder("late", LATE, "2027-01-15T08:00:00Z", thursday),
        // What passes by itself is never late.
        reminder("passed", MEMBER_3, "2027-01-11T08:00:00Z", thursday),
        reminder(
            "before-mail",
            LATE,
            "2026-11-20T08:00:00Z",
            "2026-11-19T14:00:00Z",
        ),
    ];
    let told = told_of(&all, span("2027-01-18T07:00:05Z"));
    assert_eq!(told, [("late", vec![LATE])]);
}

#[test]
fn written_late_it_says_that_what_was_due_meanwhile_is_overdue() {
    let all = [
        reminder(
            "a",
            "before-3-days-secretariat",
            "2027-01-18T08:00:00Z",
            "2027-01-19T14:00:00Z",
        ),
        reminder(
            "a",
            "overdue-1-secretariat",
            "2027-01-20T08:00:00Z",
            "2027-01-19T14:00:00Z",
        ),
    ];
    let told = to_ask(&all, span("2027-01-21T07:00:05Z"));
    assert_eq!(told.len(), 1);
    assert_eq!(told[0][0].key.slot, "overdue-1-secretariat");
}

#[test]
fn what_was_late_long_ago_is_history() {
    let id = RowId::new().to_string();
    let old = [reminder(
        &id,
        "overdue-1-secretariat",
        "2026-12-02T08:00:00Z",
        "2026-12-01T14:00:00Z",
    )];
    let span_at = |now: &str| Span {
        now: at(now),
        ..span(now)
    };
    assert_eq!(to_ask(&old, span_at("2027-03-01T14:00:00Z")).len(), 1);
    assert!(to_ask(&old, span_at("2027-03-01T14:00:01Z")).is_empty());
}
