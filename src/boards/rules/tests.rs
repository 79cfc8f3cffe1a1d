//! What the rules of boards must hold, one sentence a test.

use super::*;
use crate::boards::Strength;
use crate::calendar::{HolidaySet, WorkCalendar};
use crate::db::ids::{BoardId, OccasionId, OrganisationId, PersonId, RowId};
use crate::db::types::Words;
use crate::i18n::Language;
use chrono::{TimeDelta, TimeZone, Utc};
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

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn period(from: &str, until: &str) -> Period {
    let until = (!until.is_empty()).then(|| day(until));
    Period::new(day(from), until).expect("a period")
}

fn board() -> Board {
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
        mail_on_from: None,
        version: 1,
    }
}

fn term(seat: Option<SeatId>, period: Period) -> Appointment {
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

fn rule(
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

fn at(text: &str) -> Moment {
    let naive = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment");
    Utc.from_utc_datetime(&naive).into()
}

fn told(want: &Wanted, state: OccasionState) -> Occasion {
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

fn slots(wanted: &[Wanted]) -> Vec<(&str, String)> {
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
            position: 1,
            quantity: Some(4),
            strength: Strength::Shall,
            words: Words::default(),
            paragraph: "6".to_owned(),
        }],
        deadlines: Vec::new(),
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
    assert!(version_clash(&all, period("2020-01-01", "2021-12-01"), None).is_none());
    let clash = version_clash(&all, period("2020-01-01", "2021-12-02"), None);
    assert_eq!(clash.map(|it| it.label.as_str()), Some("1.4"));
    assert!(version_clash(&all[..1], all[0].period, Some(all[0].id)).is_none());
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
fn an_organisation_is_asked_at_once_and_reminded_until_it_has_named() {
    let board = board();
    let now = at("2026-11-22 08:00");
    let rules = [
        rule(
            about::NAMING,
            ToRole::Organisation,
            ReminderKind::Before,
            5,
            ReminderUnit::Days,
            1,
        ),
        rule(
            about::NAMING,
            ToRole::Organisation,
            ReminderKind::Overdue,
            7,
            ReminderUnit::Days,
            4,
        ),
    ];
    let mut asked = term(Some(SeatId::new()), period("2027-01-01", ""));
    assert!(naming(&board, &rules, &asked, false, &[], now).is_empty());
    asked.name_by = Some(day("2026-12-04"));
    let wanted = naming(&board, &rules, &asked, false, &[], now);
    assert_eq!(
        slots(&wanted),
        [
            ("ask", "2026-11-22T08:00:00Z".to_owned()),
            ("before-5-days", "2026-11-27T08:00:00Z".to_owned()),
            ("overdue-1", "2026-12-11T08:00:00Z".to_owned()),
        ]
    );
    let rows = [told(&wanted[0], OccasionState::Told)];
    let later = naming(&board, &rules, &asked, false, &rows, at("2026-11-25 08:00"));
    assert_eq!(later[0].due, now, "asking once is enough");
    assert!(naming(&board, &rules, &asked, true, &[], now).is_empty());
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
            id: RowId::new(), appointment: terms[of % terms.len()].id, person: PersonId::new(), period,
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
