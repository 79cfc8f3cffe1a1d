//! The mandate's own sentences about who sits (v1.4, point 4), each with a board that keeps to it and one that does not;
//! and another body's, which are other rows.

mod days;
mod payers;
mod people;

use super::*;
use crate::boards::{Mandate, Representation, Seat, Strength, rule_kind as kind};
use crate::calendar::Period;
use crate::composition::Traits;
use crate::db::ids::{AppointmentId, BoardId, MandateId, PersonId, RowId, SeatId};
use crate::db::types::Words;
use crate::portfolio::payments::Paid;
use std::collections::BTreeMap;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(super) const ON: &str = "2027-03-17";

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

pub(super) fn among(kinds: &[&str], rule: Rule) -> Rule {
    Rule {
        among: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        ..rule
    }
}

pub(super) fn period(from: &str, until: &str) -> Period {
    Period {
        from: day(from),
        until: (!until.is_empty()).then(|| day(until)),
    }
}

pub(super) fn mandate(from: &str, until: &str, rules: Vec<Rule>) -> Mandate {
    Mandate {
        id: MandateId::new(),
        board: BoardId::new(),
        label: "1.4".to_owned(),
        period: period(from, until),
        decision: String::new(),
        rules,
        deadlines: Vec::new(),
        state: crate::boards::MandateState::Approved,
        version: 1,
    }
}

/// A board with these rules and nobody on it.
pub(super) fn board(rules: Vec<Rule>) -> Facts {
    Facts {
        chair_counts: false,
        mandates: vec![mandate("2021-12-01", "", rules)],
        seats: Vec::new(),
        appointments: Vec::new(),
        representations: Vec::new(),
        organisations: BTreeMap::new(),
        payments: Vec::new(),
        levels: ["head", "department_director", "adviser"]
            .map(str::to_owned)
            .to_vec(),
    }
}

/// Puts an organisation of a kind on a new seat in a period.
pub(super) fn sits(facts: &mut Facts, seat: &str, kind: &str, term: Period) -> OrganisationId {
    let of = OrganisationId::new();
    let traits = Traits {
        kind: kind.to_owned(),
        ..Traits::default()
    };
    facts.organisations.insert(of, traits);
    sits_again(facts, seat, of, term);
    of
}

pub(super) fn sits_again(facts: &mut Facts, seat: &str, of: OrganisationId, term: Period) {
    let board = facts.mandates[0].board;
    let on = SeatId::new();
    facts.seats.push(Seat {
        id: on,
        board,
        kind: seat.to_owned(),
        position: 1,
        period: period("2021-12-01", ""),
    });
    facts
        .appointments
        .push(appointment(Some(on), Some(of), Role::Member, term));
}

fn appointment(
    seat: Option<SeatId>,
    organisation: Option<OrganisationId>,
    role: Role,
    period: Period,
) -> Appointment {
    Appointment {
        id: AppointmentId::new(),
        board: BoardId::new(),
        seat,
        organisation,
        role,
        period,
        decision: String::new(),
        name_by: None,
        version: 1,
    }
}

/// So many on seats of a kind, permanently.
pub(super) fn fill(
    facts: &mut Facts,
    seat: &str,
    kind: &str,
    how_many: usize,
) -> Vec<OrganisationId> {
    let term = period("2025-01-01", "");
    (0..how_many)
        .map(|_| sits(facts, seat, kind, term))
        .collect()
}

fn size(facts: &mut Facts, of: OrganisationId, size: &str) {
    let traits = facts.organisations.entry(of).or_default();
    traits.size = Some(size.to_owned());
}

fn names(facts: &mut Facts, of: OrganisationId, level: Option<&str>) {
    let term = facts
        .appointments
        .iter()
        .find(|it| it.organisation == Some(of))
        .expect("it sits");
    let using = Representation {
        id: RowId::new(),
        appointment: term.id,
        person: PersonId::new(),
        period: term.period,
        level: level.map(str::to_owned),
    };
    facts.representations.push(using);
}

fn paid(facts: &mut Facts, organisation: OrganisationId, year: i32, ore: i64) {
    facts.payments.push(Paid {
        organisation,
        year,
        ore,
    });
}

/// The one verdict there is.
pub(super) fn found(facts: &Facts) -> (Outcome, Evidence) {
    let composition = on(facts, day(ON));
    let [verdict] = &composition.verdicts[..] else {
        panic!("{} verdicts", composition.verdicts.len());
    };
    (verdict.outcome, verdict.evidence.clone())
}

pub(super) fn outcome(facts: &Facts) -> Outcome {
    found(facts).0
}

#[test]
fn the_board_has_twelve_to_fourteen_members() {
    let rules = || {
        vec![
            rule(kind::MEMBERS_LEAST, "", 12),
            rule(kind::MEMBERS_MOST, "", 14),
        ]
    };
    for (members, expected) in [
        (11, [Outcome::Broken, Outcome::Met]),
        (12, [Outcome::Met, Outcome::Met]),
        (14, [Outcome::Met, Outcome::Met]),
        (15, [Outcome::Met, Outcome::Broken]),
    ] {
        let mut facts = board(rules());
        fill(&mut facts, "permanent", "state_agency", members);
        let outcomes: Vec<Outcome> = on(&facts, day(ON))
            .verdicts
            .iter()
            .map(|it| it.outcome)
            .collect();
        assert_eq!(outcomes, expected, "{members} members");
    }
}

#[test]
fn the_chair_counts_towards_the_least_only_where_the_board_says_so() {
    let mut facts = board(vec![rule(kind::MEMBERS_LEAST, "", 3)]);
    fill(&mut facts, "permanent", "state_agency", 2);
    let chair = appointment(None, None, Role::Chair, period("2025-01-01", ""));
    facts.appointments.push(chair);
    assert_eq!(outcome(&facts), Outcome::Broken);
    facts.chair_counts = true;
    assert_eq!(outcome(&facts), Outcome::Met);
    facts.mandates[0].rules = vec![rule(kind::MEMBERS_MOST, "", 2)];
    assert_eq!(outcome(&facts), Outcome::Met);
}

#[test]
fn ks_is_a_permanent_member() {
    let asked = among(
        &["permanent"],
        rule(kind::NAMED_ORGANISATION, "971032146", 0),
    );
    let mut facts = board(vec![asked]);
    let (unknown, evidence) = found(&facts);
    assert_eq!(
        (unknown, evidence.lack),
        (Outcome::Unknown, Some(Lack::NotRegistered))
    );
    let ks = OrganisationId::new();
    let traits = Traits {
        kind: "association".to_owned(),
        size: None,
        number: Some("971032146".to_owned()),
    };
    facts.organisations.insert(ks, traits);
    assert_eq!(found(&facts).1.against, [ks]);
    assert_eq!(outcome(&facts), Outcome::Broken);
    sits_again(&mut facts, "rotating", ks, period("2025-01-01", ""));
    assert_eq!(outcome(&facts), Outcome::Broken, "it rotates");
    sits_again(&mut facts, "permanent", ks, period("2025-01-01", ""));
    assert_eq!(outcome(&facts), Outcome::Met);
}

#[test]
fn at_least_two_of_the_rotating_are_municipalities() {
    let rotating = &["rotating", "rotating_municipality"];
    let asked = among(rotating, rule(kind::ORGANISATIONS_LEAST, "municipality", 2));
    let mut facts = board(vec![asked]);
    fill(&mut facts, "permanent", "municipality", 2);
    fill(&mut facts, "rotating", "municipality", 1);
    assert_eq!(outcome(&facts), Outcome::Broken, "two are permanent");
    let open = fill(&mut facts, "rotating", "", 1);
    let (unknown, evidence) = found(&facts);
    assert_eq!((unknown, evidence.not_known), (Outcome::Unknown, open));
    fill(&mut facts, "rotating_municipality", "municipality", 1);
    assert_eq!(outcome(&facts), Outcome::Met);
}

#[test]
fn one_organisation_on_two_seats_is_one_municipality() {
    let asked = rule(kind::ORGANISATIONS_LEAST, "municipality", 2);
    let mut facts = board(vec![asked]);
    let bergen = sits(
        &mut facts,
        "rotating",
        "municipality",
        period("2025-01-01", ""),
    );
    sits_again(&mut facts, "rotating", bergen, period("2025-01-01", ""));
    assert_eq!(found(&facts).1.count, Some(1));
    assert_eq!(outcome(&facts), Outcome::Broken);
}

#[test]
fn at_most_so_many_of_a_kind_are_members() {
    let mut facts = board(vec![rule(kind::ORGANISATIONS_MOST, "ministry", 1)]);
    fill(&mut facts, "permanent", "ministry", 1);
    assert_eq!(outcome(&facts), Outcome::Met);
    fill(&mut facts, "permanent", "", 1);
    assert_eq!(outcome(&facts), Outcome::Unknown);
    fill(&mut facts, "permanent", "ministry", 1);
    assert_eq!(outcome(&facts), Outcome::Broken);
}

/// Skate: fourteen members, eleven of the state and three municipal, one of them a rotating municipality. Its rules are other
/// rows.
#[test]
fn skate_is_other_rows() {
    let rules = vec![
        rule(kind::MEMBERS_LEAST, "", 14),
        rule(kind::MEMBERS_MOST, "", 14),
        rule(kind::HELD_LEAST, "state", 11),
        rule(kind::HELD_LEAST, "municipal", 3),
        among(
            &["municipal"],
            rule(kind::ORGANISATIONS_LEAST, "municipality", 1),
        ),
        among(&["state", "municipal"], rule(kind::TERM_MONTHS, "", 36)),
    ];
    let mut facts = board(rules);
    let term = period("2024-06-01", "2027-06-01");
    for _ in 0..11 {
        sits(&mut facts, "state", "state_agency", term);
    }
    for kind in ["association", "association", "municipality"] {
        sits(&mut facts, "municipal", kind, term);
    }
    let all_met = |facts: &Facts| {
        let found = on(facts, day(ON));
        assert_eq!(found.verdicts.len(), 6);
        found.verdicts.iter().all(|it| it.outcome == Outcome::Met)
    };
    assert!(all_met(&facts));
    let last = facts.appointments.last().and_then(|it| it.organisation);
    let traits = facts.organisations.get_mut(&last.expect("it sits"));
    traits.expect("it is known").kind = "county".to_owned();
    assert!(!all_met(&facts), "none of the three is a municipality");
}

/// A rule that asks nothing of the composition has no verdict, one that is not whole is never met.
#[test]
fn what_is_not_whole_is_unknown_and_what_is_not_about_it_is_left_out() {
    let no_number = Rule {
        quantity: None,
        ..rule(kind::MEMBERS_LEAST, "", 1)
    };
    let negative = rule(kind::MEMBERS_MOST, "", -1);
    for broken in [no_number, negative] {
        let mut facts = board(vec![broken]);
        fill(&mut facts, "permanent", "state_agency", 3);
        assert_eq!(found(&facts).1.lack, Some(Lack::Rule));
    }
    let others = [
        kind::QUORUM,
        kind::ORDINARY_MEETINGS,
        "from_a_later_version",
    ];
    let facts = board(others.map(|kind| rule(kind, "", 1)).to_vec());
    assert!(on(&facts, day(ON)).verdicts.is_empty());
}
