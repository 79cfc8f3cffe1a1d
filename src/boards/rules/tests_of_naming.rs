//! Whom an organisation has named, and who is told when it has not: one sentence a test.

use super::tests::*;
use super::*;
use crate::db::ids::{PersonId, RowId};

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

fn uses(term: &Appointment, period: Period) -> Representation {
    Representation {
        id: RowId::new(),
        appointment: term.id,
        person: PersonId::new(),
        period,
        level: None,
    }
}

#[test]
fn whoever_leaves_before_the_term_ends_leaves_it_to_be_named_again() {
    let term = term(Some(SeatId::new()), period("2025-01-01", "2028-01-01"));
    let nobody: [Representation; 0] = [];
    assert_eq!(unused_from(&term, &nobody), Some(day("2025-01-01")));
    let first = uses(&term, period("2025-01-01", "2027-01-16"));
    let second = uses(&term, period("2027-01-16", ""));
    assert_eq!(
        unused_from(&term, std::slice::from_ref(&first)),
        Some(day("2027-01-16"))
    );
    assert!(is_named(&term, &[first, second]));
    assert!(is_named(&term, &[uses(&term, period("2025-01-01", ""))]));
}

#[test]
fn the_secretariat_hears_of_a_term_that_nobody_uses_before_it_stands_empty_and_after() {
    let board = board();
    let now = at("2026-11-22 08:00");
    let of = |kind, days, at_most| {
        rule(
            about::VACANCY,
            ToRole::Secretariat,
            kind,
            days,
            ReminderUnit::Days,
            at_most,
        )
    };
    let rules = [
        of(ReminderKind::Before, 30, 1),
        of(ReminderKind::Overdue, 7, 4),
    ];
    let mut term = term(Some(SeatId::new()), period("2025-01-01", "2028-01-01"));
    let leaves = [uses(&term, period("2025-01-01", "2027-01-16"))];
    assert_eq!(
        slots(&vacancy(&board, &rules, &term, &leaves, &[], now)),
        [
            ("before-30-days", "2026-12-17T08:00:00Z".to_owned()),
            ("overdue-1", "2027-01-25T08:00:00Z".to_owned()),
        ]
    );
    let stays = [uses(&term, period("2025-01-01", ""))];
    assert!(vacancy(&board, &rules, &term, &stays, &[], now).is_empty());
    term.name_by = Some(day("2026-12-04"));
    assert!(
        vacancy(&board, &rules, &term, &leaves, &[], now).is_empty(),
        "the organisation has been asked"
    );
}

#[test]
fn a_question_held_back_while_mail_was_off_does_not_go_by_surprise() {
    let board = board();
    let mut asked = term(Some(SeatId::new()), period("2027-01-01", ""));
    asked.name_by = Some(day("2026-12-04"));
    let now = at("2026-11-22 08:00");
    let first = naming(&board, &[], &asked, false, &[], now);
    let mut held_back = told(&first[0], OccasionState::Withdrawn);
    held_back.why = BEFORE_MAIL_ON.to_owned();
    let later = at("2026-11-25 08:00");
    let again = naming(&board, &[], &asked, false, &[held_back], later);
    assert!(again.iter().all(|wanted| !wanted.is_in_time(later)));
}
