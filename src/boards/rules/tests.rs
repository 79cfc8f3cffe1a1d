//! What the rules of boards must hold, one sentence a test.

use super::*;
use crate::boards::Strength;
use crate::calendar::{HolidaySet, WorkCalendar};
use crate::db::ids::{BoardId, MandateId, OccasionId, OrganisationId, RowId};
use crate::db::types::Words;
use crate::i18n::Language;
use chrono::{TimeZone, Utc};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(super) fn period(from: &str, until: &str) -> Period {
    let until = (!until.is_empty()).then(|| day(until));
    Period::new(day(from), until).expect("a period")
}

pub(super) fn board() -> Board {
    Board {
        id: BoardId::new(),
        slug: "board".to_owned(),
        parent: None,
        kind: "steering".to_owned(),
        name: Words::new([("nb", "Rådet")]),
        zone: chrono_tz::Europe::Oslo,
        calendar: WorkCalendar {
            holidays: HolidaySet::Norway,
        },
        languages: vec![Language::NB],
        liked_weekdays: Vec::new(),
        liked_start: MORNING,
        liked_end: MORNING,
        mailbox: "post@example.no".to_owned(),
        chair_counts: false,
        parent_secretariat: false,
        asks_needs: false,
        colleagues_read: false,
        opened_kept_days: None,
        mail_on_from: None,
        weekly_mail: crate::boards::WeeklyMail::default(),
        version: 1,
    }
}

pub(super) fn term(seat: Option<SeatId>, period: Period) -> Appointment {
    Appointment {
        id: AppointmentId::new(),
        board: BoardId::new(),
        seat,
        organisation: Some(OrganisationId::new()),
        role: Role::Member,
        period,
        decision: String::new(),
        name_by: None,
        version: 1,
    }
}

pub(super) fn rule(
    about: &str,
    to: ToRole,
    kind: ReminderKind,
    quantity: i64,
    unit: ReminderUnit,
    at_most: i64,
) -> ReminderRule {
    ReminderRule {
        id: RowId::new(),
        about: about.to_owned(),
        to,
        kind,
        quantity,
        unit,
        at_most,
    }
}

fn months_before(about: &str, months: i64) -> ReminderRule {
    rule(
        about,
        ToRole::Secretariat,
        ReminderKind::Before,
        months,
        ReminderUnit::Months,
        1,
    )
}

pub(super) fn at(text: &str) -> Moment {
    let naive = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment");
    Utc.from_utc_datetime(&naive).into()
}

pub(super) fn told(want: &Wanted, state: OccasionState) -> Occasion {
    Occasion {
        id: OccasionId::new(),
        kind: want.key.kind.to_owned(),
        board_id: None,
        object_kind: want.object_kind.to_owned(),
        object_id: want.key.object_id.clone(),
        slot: want.key.slot.clone(),
        occurrence: 0,
        about_day: Some(want.about_day),
        deadline: want.deadline,
        due: want.due,
        expires: want.expires,
        state,
        why: String::new(),
        settled_at: None,
    }
}

pub(super) fn slots(wanted: &[Wanted]) -> Vec<(&str, String)> {
    wanted
        .iter()
        .map(|want| (want.key.slot.as_str(), want.due.to_string()))
        .collect()
}

#[test]
fn the_mandate_in_force_changes_on_the_day_the_new_one_begins() {
    let mandate = |label: &str, period: Period| Mandate {
        id: MandateId::new(),
        board: BoardId::new(),
        label: label.to_owned(),
        period,
        decision: String::new(),
        rules: vec![Rule {
            id: RowId::new(),
            kind: "ordinary_meetings".to_owned(),
            subject: String::new(),
            called: String::new(),
            among: Vec::new(),
            position: 1,
            quantity: Some(4),
            strength: Strength::Shall,
            words: Words::default(),
            paragraph: "6".to_owned(),
        }],
        deadlines: Vec::new(),
        state: crate::boards::MandateState::Approved,
        version: 1,
    };
    let all = [
        mandate("1.4", period("2021-12-01", "2027-01-01")),
        mandate("1.5", period("2027-01-01", "")),
    ];
    let on = |text: &str| in_force(&all, day(text)).map(|it| it.label.as_str());
    assert_eq!(on("2021-11-30"), None);
    assert_eq!(on("2026-12-31"), Some("1.4"));
    assert_eq!(on("2027-01-01"), Some("1.5"));
}

#[test]
fn a_mandate_warns_before_it_ends_unless_a_version_follows() {
    let board = board();
    let rules = [months_before(about::MANDATE, 6)];
    let mandate = |period: Period| Mandate {
        id: MandateId::new(),
        board: board.id,
        label: "1".to_owned(),
        period,
        decision: String::new(),
        rules: Vec::new(),
        deadlines: Vec::new(),
        state: crate::boards::MandateState::Approved,
        version: 1,
    };
    let (old, new) = (
        mandate(period("2021-12-01", "2027-07-01")),
        mandate(period("2027-07-01", "")),
    );
    let alone = mandate_expires(&board, &rules, &old, std::slice::from_ref(&old));
    // Six months before 30 June 2027 is 30 December 2026, a Wednesday.
    assert_eq!(
        slots(&alone),
        [("before-6-months", "2026-12-30T08:00:00Z".to_owned())]
    );
    assert!(mandate_expires(&board, &rules, &old, &[old.clone(), new.clone()]).is_empty());
    assert!(mandate_expires(&board, &rules, &new, &[old, new.clone()]).is_empty());
}

#[test]
fn back_to_back_terms_and_one_who_returns_do_not_clash() {
    let seat = SeatId::new();
    let standing = [
        term(Some(seat), period("2023-01-01", "2026-01-01")),
        term(Some(seat), period("2026-01-01", "2029-01-01")),
    ];
    assert!(seat_clash(&standing, seat, period("2029-01-01", "2032-01-01"), None).is_none());
    assert!(seat_clash(&standing, seat, period("2020-01-01", "2023-01-01"), None).is_none());
    assert!(seat_clash(&standing, seat, period("2028-12-31", ""), None).is_some());
    assert!(seat_clash(&standing, SeatId::new(), period("2026-01-01", ""), None).is_none());
    assert!(
        seat_clash(
            &standing[..1],
            seat,
            standing[0].period,
            Some(standing[0].id)
        )
        .is_none()
    );
}

#[test]
fn a_term_that_ends_is_told_six_three_and_one_month_before_on_working_days() {
    let board = board();
    let rules = [6, 3, 1].map(|months| months_before(about::TERM, months));
    let ending = term(Some(SeatId::new()), period("2024-01-01", "2028-01-01"));
    let wanted = term_ends(&board, &rules, &ending, std::slice::from_ref(&ending));
    assert_eq!(
        slots(&wanted),
        [
            ("before-1-months", "2027-11-30T08:00:00Z".to_owned()),
            ("before-3-months", "2027-09-30T07:00:00Z".to_owned()),
            ("before-6-months", "2027-06-30T07:00:00Z".to_owned()),
        ]
    );
    // The last day is 17 May's Monday; a month before it, 17 April 2027, is a Saturday.
    let spring = term(None, period("2024-01-01", "2027-05-18"));
    let wanted = term_ends(&board, &rules[2..], &spring, std::slice::from_ref(&spring));
    assert_eq!(
        slots(&wanted),
        [("before-1-months", "2027-04-16T07:00:00Z".to_owned())]
    );
    assert_eq!(wanted[0].expires, at("2027-05-17 22:00"));
}

#[test]
fn a_term_that_is_followed_or_has_no_end_is_told_nobody_of() {
    let (board, seat) = (board(), SeatId::new());
    let rules = [months_before(about::TERM, 6)];
    let ending = term(Some(seat), period("2024-01-01", "2028-01-01"));
    let next = term(Some(seat), period("2028-01-01", ""));
    let other = term(Some(SeatId::new()), period("2028-01-01", ""));
    assert!(term_ends(&board, &rules, &ending, &[ending.clone(), next.clone()]).is_empty());
    assert!(!term_ends(&board, &rules, &ending, &[ending.clone(), other]).is_empty());
    assert!(term_ends(&board, &rules, &next, std::slice::from_ref(&next)).is_empty());
}

#[test]
fn a_late_report_is_asked_for_again_and_again_but_only_the_next_time_is_planned() {
    let board = board();
    let rules = [rule(
        about::COUNCIL_REPORT,
        ToRole::Secretariat,
        ReminderKind::Overdue,
        7,
        ReminderUnit::Days,
        2,
    )];
    let mut report = CouncilReport {
        id: RowId::new(),
        board: board.id,
        title: "Årsrapport".to_owned(),
        due_on: day("2027-01-15"),
        delivered_at: None,
        version: 1,
    };
    let first = council_report(&board, &rules, &report, &[], at("2026-12-01 08:00"));
    assert_eq!(
        slots(&first),
        [("overdue-1", "2027-01-22T08:00:00Z".to_owned())]
    );
    assert_eq!(first[0].expires, at("2027-01-29 08:00"));
    let one = [told(&first[0], OccasionState::Told)];
    let second = council_report(&board, &rules, &report, &one, at("2027-01-22 08:01"));
    assert_eq!(
        slots(&second),
        [("overdue-2", "2027-01-29T08:00:00Z".to_owned())]
    );
    let both = [one[0].clone(), told(&second[0], OccasionState::Told)];
    assert!(council_report(&board, &rules, &report, &both, at("2027-01-29 08:01")).is_empty());
    // F01: what stands planned is kept although its moment passed while nobody looked.
    let waiting = [told(&first[0], OccasionState::Planned)];
    assert_eq!(
        council_report(&board, &rules, &report, &waiting, at("2027-01-25 08:00")),
        first
    );
    report.delivered_at = Some(at("2027-01-20 08:00"));
    assert!(council_report(&board, &rules, &report, &[], at("2027-01-20 08:00")).is_empty());
}

#[test]
fn what_is_overdue_is_never_said_before_its_day_is_over() {
    let board = board();
    let rules = [rule(
        about::COUNCIL_REPORT,
        ToRole::Chair,
        ReminderKind::Overdue,
        1,
        ReminderUnit::Days,
        1,
    )];
    let report = CouncilReport {
        id: RowId::new(),
        board: board.id,
        title: String::new(),
        // The Wednesday before Maundy Thursday: the next working day is the Tuesday after Easter.
        due_on: day("2027-03-24"),
        delivered_at: None,
        version: 1,
    };
    let wanted = council_report(&board, &rules, &report, &[], at("2027-01-01 08:00"));
    assert_eq!(
        slots(&wanted),
        [("overdue-1", "2027-03-30T07:00:00Z".to_owned())]
    );
}

#[test]
fn members_hear_of_their_own_terms_and_the_secretariat_of_all() {
    let member = term(Some(SeatId::new()), period("2026-01-01", ""));
    assert!(concerns(ToRole::Secretariat, &member) && concerns(ToRole::Member, &member));
    assert!(!concerns(ToRole::Observer, &member) && concerns(ToRole::Organisation, &member));
    let rules = [
        months_before(about::TERM, 6),
        rule(
            about::TERM,
            ToRole::Member,
            ReminderKind::Before,
            6,
            ReminderUnit::Months,
            1,
        ),
        rule(
            about::TERM,
            ToRole::Chair,
            ReminderKind::Before,
            3,
            ReminderUnit::Months,
            1,
        ),
    ];
    assert_eq!(
        told_in(&rules, about::TERM, "before-6-months"),
        [ToRole::Secretariat, ToRole::Member]
    );
    assert_eq!(told_in(&rules, about::NAMING, "before-6-months"), []);
}
