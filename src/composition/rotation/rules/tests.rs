//! What a proposal begins with, makes of the composition, suggests, and is stopped by.

use super::*;
use crate::boards::{Mandate, Strength, rule_kind as kind};
use crate::calendar::HolidaySet;
use crate::composition::rotation::{Candidate, Reason, State};
use crate::composition::{Outcome, Traits};
use crate::db::ids::{AppointmentId, BoardId, MandateId, OrganisationId, RotationId, SeatId};
use crate::db::types::Words;
use crate::portfolio::payments::Paid;
use std::collections::BTreeMap;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(super) const TODAY: &str = "2026-11-30";
pub(super) const FROM: &str = "2028-01-01";

pub(super) fn rule(kind: &str, subject: &str, quantity: i64) -> Rule {
    Rule {
        id: RowId::new(),
        kind: kind.to_owned(),
        subject: subject.to_owned(),
        called: String::new(),
        among: Vec::new(),
        position: 1,
        quantity: Some(quantity),
        strength: Strength::Shall,
        words: Words::default(),
        paragraph: "4".to_owned(),
    }
}

pub(super) fn calendar() -> WorkCalendar {
    WorkCalendar {
        holidays: HolidaySet::Norway,
    }
}

pub(super) fn period(from: &str, until: &str) -> Period {
    Period {
        from: day(from),
        until: (!until.is_empty()).then(|| day(until)),
    }
}

/// A board with these rules and nobody on it.
pub(super) fn board(rules: Vec<Rule>) -> Facts {
    let mandate = Mandate {
        id: MandateId::new(),
        board: BoardId::new(),
        label: "1.4".to_owned(),
        period: period("2021-12-01", ""),
        decision: String::new(),
        rules,
        deadlines: Vec::new(),
        state: crate::boards::MandateState::Approved,
        version: 1,
    };
    Facts {
        chair_counts: false,
        mandates: vec![mandate],
        seats: Vec::new(),
        appointments: Vec::new(),
        representations: Vec::new(),
        organisations: BTreeMap::new(),
        payments: Vec::new(),
        levels: Vec::new(),
    }
}

pub(super) fn seat(facts: &mut Facts) -> SeatId {
    let id = SeatId::new();
    facts.seats.push(Seat {
        id,
        board: facts.mandates[0].board,
        kind: "rotating".to_owned(),
        position: i64::try_from(facts.seats.len()).expect("few seats") + 1,
        period: period("2021-12-01", ""),
    });
    id
}

pub(super) fn known(facts: &mut Facts, kind: &str) -> OrganisationId {
    let of = OrganisationId::new();
    let traits = Traits {
        kind: kind.to_owned(),
        ..Traits::default()
    };
    facts.organisations.insert(of, traits);
    of
}

pub(super) fn sits(
    facts: &mut Facts,
    on: SeatId,
    of: OrganisationId,
    term: Period,
) -> AppointmentId {
    let id = AppointmentId::new();
    facts.appointments.push(Appointment {
        id,
        board: facts.mandates[0].board,
        seat: Some(on),
        organisation: Some(of),
        role: Role::Member,
        period: term,
        decision: String::new(),
        name_by: None,
        version: 1,
    });
    id
}

/// A member of a kind on a seat of its own.
fn member(facts: &mut Facts, kind: &str, term: Period) -> (SeatId, OrganisationId, AppointmentId) {
    let (on, of) = (seat(facts), known(facts, kind));
    (on, of, sits(facts, on, of, term))
}

pub(super) fn rotation(lines: Vec<Line>) -> Rotation {
    Rotation {
        id: RotationId::new(),
        board: BoardId::new(),
        title: "Ny sammensetning".to_owned(),
        from: day(FROM),
        note: String::new(),
        state: State::Draft,
        case: None,
        decision: String::new(),
        decided_on: None,
        lines,
        version: 1,
    }
}

pub(super) fn comes(on: SeatId, of: OrganisationId, leaves: Option<(AppointmentId, &str)>) -> Line {
    Line {
        id: RowId::new(),
        seat: on,
        leaves: leaves.map(|(term, until)| Leaving {
            term,
            until: day(until),
        }),
        organisation: Some(of),
        period: period(FROM, "2031-01-01"),
        name_by: None,
        made: None,
    }
}

fn candidate(name: &str, kind: &str) -> Candidate {
    Candidate {
        id: OrganisationId::new(),
        name: name.to_owned(),
        traits: Traits {
            kind: kind.to_owned(),
            ..Traits::default()
        },
        is_service_owner: true,
    }
}

fn refused(line: &Line, others: Vec<Line>, facts: &Facts) -> Vec<&'static str> {
    let of = rotation(others);
    let found = mistakes(line, &of, facts, day(TODAY));
    found.into_iter().map(|(_, said)| said.key).collect()
}

#[test]
fn a_proposal_begins_with_the_seats_that_nobody_has_on_its_day() {
    let mut facts = board(vec![rule(kind::TERM_MONTHS, "", 36)]);
    member(&mut facts, "municipality", period("2025-01-01", ""));
    let (ends, _, term) = member(&mut facts, "municipality", period("2025-01-01", FROM));
    let vacant = seat(&mut facts);
    let lines = begin(&facts, calendar(), (day(TODAY), day(FROM)));
    let seats: Vec<SeatId> = lines.iter().map(|it| it.seat).collect();
    assert_eq!(seats, [ends, vacant]);
    let until = day(FROM);
    assert_eq!(lines[0].leaves, Some(Leaving { term, until }));
    assert_eq!(lines[1].leaves, None);
    assert!(
        lines
            .iter()
            .all(|it| it.period == period(FROM, "2031-01-01"))
    );
    assert!(lines.iter().all(|it| it.organisation.is_none()));
    assert_eq!(next_turn(&facts.appointments, day(TODAY)), until);
}

#[test]
fn a_rule_that_is_broken_without_the_proposal_is_met_with_it() {
    let mut facts = board(vec![rule(kind::ORGANISATIONS_LEAST, "municipality", 1)]);
    let (on, _, term) = member(&mut facts, "municipality", period("2025-01-01", FROM));
    let new = known(&mut facts, "municipality");
    let of = rotation(vec![comes(on, new, Some((term, FROM)))]);
    let with = apply(&of.lines, &facts);
    let compared = compare(&facts, &with, whole_from(&of));
    assert_eq!(compared.len(), 1);
    assert_eq!(compared[0].without.outcome, Outcome::Broken);
    assert_eq!(compared[0].with.outcome, Outcome::Met);
    assert_eq!(compared[0].with.evidence.fulfil, [new]);
    assert!(refused(&of.lines[0], Vec::new(), &facts).is_empty());
}

#[test]
fn a_member_without_an_end_leaves_on_the_day_that_the_line_says() {
    let mut facts = board(vec![rule(kind::MEMBERS_LEAST, "", 1)]);
    let (on, _, term) = member(&mut facts, "state_agency", period("2025-01-01", ""));
    let new = known(&mut facts, "state_agency");
    let line = comes(on, new, Some((term, FROM)));
    let with = apply(std::slice::from_ref(&line), &facts);
    assert_eq!(with.appointments[0].period.until, Some(day(FROM)));
    assert_eq!(with.appointments.len(), 2);
    // Where nobody leaves, the seat is held.
    let stays = comes(on, new, None);
    assert_eq!(refused(&stays, Vec::new(), &facts), ["rotation-seat-held"]);
}

#[test]
fn what_cannot_stand_is_told_at_its_field() {
    let mut facts = board(Vec::new());
    let (on, sitting, term) = member(&mut facts, "municipality", period("2025-01-01", FROM));
    let other = seat(&mut facts);
    let new = known(&mut facts, "municipality");
    let right = comes(on, new, Some((term, FROM)));
    assert!(refused(&right, Vec::new(), &facts).is_empty());
    let foreign = comes(SeatId::new(), new, None);
    assert!(refused(&foreign, Vec::new(), &facts).contains(&"form-not-a-choice"));
    let twin = comes(on, known(&mut facts, ""), None);
    let told = refused(&twin, vec![right.clone()], &facts);
    assert!(told.contains(&"rotation-seat-twice"));
    let same = comes(other, new, None);
    let told = refused(&same, vec![right], &facts);
    assert_eq!(told, ["rotation-sits-already"]);
    let early = Line {
        period: period("2027-06-01", "2031-01-01"),
        ..comes(other, new, None)
    };
    assert_eq!(
        refused(&early, Vec::new(), &facts),
        ["rotation-before-its-day"]
    );
    let too_late = comes(on, new, Some((term, "2029-01-01")));
    assert!(refused(&too_late, Vec::new(), &facts).contains(&"rotation-ends-already"));
    let not_there = comes(other, new, Some((term, FROM)));
    assert!(refused(&not_there, Vec::new(), &facts).contains(&"rotation-not-on-the-seat"));
    // Who goes on on the seat follows itself.
    let again = comes(on, sitting, Some((term, FROM)));
    assert!(refused(&again, Vec::new(), &facts).is_empty());
}

#[test]
fn a_line_for_a_term_that_ended_meanwhile_is_stopped() {
    let mut facts = board(Vec::new());
    let (on, _, term) = member(&mut facts, "municipality", period("2025-01-01", ""));
    let new = known(&mut facts, "municipality");
    let line = comes(on, new, Some((term, FROM)));
    assert!(refused(&line, Vec::new(), &facts).is_empty());
    facts.appointments[0].period.until = Some(day("2027-02-01"));
    assert_eq!(
        refused(&line, Vec::new(), &facts),
        ["rotation-ends-already"]
    );
}

#[test]
fn more_than_half_of_the_seats_that_rotate_are_too_many_to_change_in_one_year() {
    let mut facts = board(Vec::new());
    for until in [FROM, FROM, "2029-01-01", "2029-01-01"] {
        member(&mut facts, "municipality", period("2026-01-01", until));
    }
    member(&mut facts, "state_agency", period("2026-01-01", ""));
    let years = |facts: &Facts| {
        let found = crowded(&facts.appointments, day(TODAY));
        found
            .iter()
            .map(|it| (it.year, it.leave, it.of))
            .collect::<Vec<_>>()
    };
    // Two of four are no more than half, and the two that are left the year after are none either.
    assert!(years(&facts).is_empty());
    facts.appointments[2].period.until = Some(day(FROM));
    assert_eq!(years(&facts), [(2027, 3, 4)]);
    // Who goes on does not leave.
    let (on, of) = (facts.seats[0].id, facts.appointments[0].organisation);
    let of = of.expect("it is somebody's");
    sits(&mut facts, on, of, period(FROM, "2030-01-01"));
    assert!(years(&facts).iter().all(|(year, ..)| *year != 2027));
}

#[test]
fn one_seat_that_rotates_is_never_a_crowd() {
    let mut facts = board(Vec::new());
    member(&mut facts, "state_agency", period("2026-01-01", ""));
    let (on, ..) = member(&mut facts, "municipality", period("2026-01-01", FROM));
    let next = known(&mut facts, "municipality");
    sits(&mut facts, on, next, period(FROM, "2031-01-01"));
    assert!(crowded(&facts.appointments, day(TODAY)).is_empty());
}

#[test]
fn who_mends_a_rule_is_suggested_first_and_says_so() {
    let mut facts = board(vec![rule(kind::ORGANISATIONS_LEAST, "municipality", 1)]);
    let mends = facts.mandates[0].rules[0].id;
    let on = seat(&mut facts);
    let agency = candidate("Aagency", "state_agency");
    let town = candidate("Zby", "municipality");
    let line = rules_line(&facts, on);
    let found = suggest(&facts, &line, &[], &[agency.clone(), town.clone()]);
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Zby", "Aagency"]);
    assert_eq!(found[0].reasons[0], Reason::Mends(mends));
    assert!(found[0].reasons.contains(&Reason::NeverSeated));
    // Once it sits on another line of the proposal, it is not suggested.
    let taken = comes(seat(&mut facts), town.id, None);
    let found = suggest(&facts, &line, &[taken], &[agency, town]);
    assert_eq!(found.len(), 1);
}

#[test]
fn a_seat_for_one_kind_is_suggested_to_that_kind_alone_and_never_to_who_leads() {
    let mut among = rule(kind::ORGANISATIONS_LEAST, "municipality", 1);
    among.among = vec!["rotating".to_owned()];
    let mut facts = board(vec![among]);
    member(&mut facts, "municipality", period("2025-01-01", ""));
    let on = seat(&mut facts);
    let mut all: Vec<Candidate> = ["Ås", "By"].map(|it| candidate(it, "municipality")).into();
    all.push(candidate("Etat", "state_agency"));
    facts.appointments.push(Appointment {
        id: AppointmentId::new(),
        board: facts.mandates[0].board,
        seat: None,
        organisation: Some(all[0].id),
        role: Role::Chair,
        period: period("2024-01-01", ""),
        decision: String::new(),
        name_by: None,
        version: 1,
    });
    let mut line = rules_line(&facts, on);
    let names = |found: Vec<super::super::Suggestion>| -> Vec<String> {
        found.into_iter().map(|it| it.name).collect()
    };
    assert_eq!(names(suggest(&facts, &line, &[], &all)), ["By"]);
    // Where none of that kind is left, others are.
    assert_eq!(names(suggest(&facts, &line, &[], &all[2..])), ["Etat"]);
    line.organisation = Some(known(&mut facts, "state_agency"));
    assert_eq!(
        unfit(&line, &facts).map(|it| it.id),
        Some(facts.mandates[0].rules[0].id)
    );
    line.organisation = Some(known(&mut facts, "municipality"));
    assert_eq!(unfit(&line, &facts), None);
}

#[test]
fn a_seat_that_is_held_then_is_told_also_where_nobody_gets_it() {
    let mut facts = board(Vec::new());
    let (on, ..) = member(&mut facts, "municipality", period("2025-01-01", ""));
    let vacant = Line {
        organisation: None,
        ..comes(on, OrganisationId::new(), None)
    };
    assert_eq!(refused(&vacant, Vec::new(), &facts), ["rotation-seat-held"]);
    let twin = comes(on, known(&mut facts, ""), None);
    let of = rotation(vec![twin]);
    assert!(standing(&of, &facts, day(TODAY)).is_empty());
}

#[test]
fn a_name_is_asked_for_by_a_working_day() {
    let calendar = calendar();
    // Six weeks before 10 January 2027 is a Sunday, and two weeks from 28 November 2026 a Saturday.
    let by = usual_name_by(calendar, (day("2026-06-01"), day("2027-01-10")));
    assert_eq!(by, Some(day("2026-11-27")));
    let by = usual_name_by(calendar, (day("2026-11-28"), day("2027-01-01")));
    assert_eq!(by, Some(day("2026-12-14")));
}

fn rules_line(facts: &Facts, on: SeatId) -> Line {
    let seat = facts.seats.iter().find(|it| it.id == on).expect("a seat");
    line(facts, calendar(), seat, (day(TODAY), day(FROM)))
}

#[test]
fn those_that_never_sat_come_before_those_that_did_and_ties_by_name() {
    let mut facts = board(Vec::new());
    let on = seat(&mut facts);
    let mut all: Vec<Candidate> = ["C", "B", "A", "D"]
        .iter()
        .map(|name| candidate(name, ""))
        .collect();
    sits(
        &mut facts,
        on,
        all[0].id,
        period("2022-01-01", "2023-01-01"),
    );
    sits(
        &mut facts,
        on,
        all[2].id,
        period("2023-01-01", "2025-01-01"),
    );
    facts.payments.push(Paid {
        organisation: all[3].id,
        year: 2026,
        ore: 700,
    });
    let line = rules_line(&facts, on);
    let found = suggest(&facts, &line, &[], &all);
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["D", "B", "C", "A"]);
    assert!(found[0].reasons.contains(&Reason::Pays {
        place: 1,
        year: 2026
    }));
    assert!(found[2].reasons.contains(&Reason::YearsSince(5)));
    all.reverse();
    assert_eq!(suggest(&facts, &line, &[], &all), found);
}
