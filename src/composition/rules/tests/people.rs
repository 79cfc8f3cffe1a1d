//! Sizes of organisations, levels of representatives, and how long they sit.

use super::*;

#[test]
fn the_rotating_include_medium_and_small_ones() {
    let asked = among(&["rotating"], rule(kind::SIZES_LEAST, "small", 1));
    let mut facts = board(vec![asked]);
    let small = fill(&mut facts, "permanent", "state_agency", 1);
    size(&mut facts, small[0], "small");
    let rotating = fill(&mut facts, "rotating", "state_agency", 2);
    size(&mut facts, rotating[0], "large");
    let (unknown, evidence) = found(&facts);
    assert_eq!(
        (unknown, evidence.not_known),
        (Outcome::Unknown, vec![rotating[1]])
    );
    size(&mut facts, rotating[1], "medium");
    assert_eq!(outcome(&facts), Outcome::Broken);
    size(&mut facts, rotating[1], "small");
    assert_eq!(outcome(&facts), Outcome::Met);
}

#[test]
fn members_are_normally_heads_of_department_or_the_equivalent() {
    let asked = rule(kind::LEVEL_LEAST, "department_director", 0);
    let mut facts = board(vec![asked]);
    let members = fill(&mut facts, "permanent", "state_agency", 3);
    names(&mut facts, members[0], Some("head"));
    names(&mut facts, members[1], Some("department_director"));
    let (unknown, evidence) = found(&facts);
    assert_eq!(
        (unknown, evidence.not_known),
        (Outcome::Unknown, vec![members[2]]),
        "nobody is named"
    );
    names(&mut facts, members[2], None);
    assert_eq!(outcome(&facts), Outcome::Unknown, "nobody has said");
    facts.representations[2].level = Some("department_director".to_owned());
    assert_eq!(outcome(&facts), Outcome::Met);
    facts.representations[0].level = Some("adviser".to_owned());
    assert_eq!(found(&facts).1.against, [members[0]]);
    facts.mandates[0].rules[0].subject = "in_no_list".to_owned();
    assert_eq!(found(&facts).1.lack, Some(Lack::Rule));
}

#[test]
fn members_rotate_in_periods_of_three_years() {
    let asked = among(&["rotating"], rule(kind::TERM_MONTHS, "", 36));
    let mut facts = board(vec![asked]);
    fill(&mut facts, "permanent", "state_agency", 1);
    sits(
        &mut facts,
        "rotating",
        "state_agency",
        period("2026-01-01", "2029-01-01"),
    );
    assert_eq!(outcome(&facts), Outcome::Met);
    let open = sits(
        &mut facts,
        "rotating",
        "state_agency",
        period("2026-01-01", ""),
    );
    let (unknown, evidence) = found(&facts);
    assert_eq!(
        (unknown, evidence.not_known),
        (Outcome::Unknown, vec![open])
    );
    let late = on(&facts, day("2029-01-01"));
    assert_eq!(late.verdicts[0].outcome, Outcome::Broken, "it has lasted");
    let long = sits(
        &mut facts,
        "rotating",
        "state_agency",
        period("2026-01-01", "2029-01-02"),
    );
    assert_eq!(found(&facts).1.against, [long]);
    facts.mandates[0].rules = vec![rule(kind::TERM_MONTHS, "", 36)];
    facts.appointments.pop();
    assert_eq!(outcome(&facts), Outcome::Met, "without an end is permanent");
}

#[test]
fn nobody_rotates_back_at_once_more_often_than_the_mandate_says() {
    let asked = among(&["rotating"], rule(kind::TERMS_IN_A_ROW_MOST, "", 2));
    let mut facts = board(vec![asked]);
    let of = sits(
        &mut facts,
        "rotating",
        "state_agency",
        period("2021-01-01", "2024-01-01"),
    );
    sits_again(
        &mut facts,
        "rotating",
        of,
        period("2024-01-01", "2027-01-01"),
    );
    sits_again(
        &mut facts,
        "rotating",
        of,
        period("2027-01-02", "2030-01-01"),
    );
    assert_eq!(found(&facts).1.count, Some(1), "it has been away for a day");
    facts.appointments[2].period = period("2027-01-01", "2030-01-01");
    let (broken, evidence) = found(&facts);
    assert_eq!((broken, evidence.against), (Outcome::Broken, vec![of]));
    let before = on(&facts, day("2026-12-31"));
    assert_eq!(before.verdicts[0].outcome, Outcome::Met);
}

#[test]
fn a_vacant_seat_is_a_seat_and_is_not_held() {
    let rules = vec![
        rule(kind::SEATS_LEAST, "rotating", 2),
        rule(kind::HELD_LEAST, "rotating", 2),
        rule(kind::SEATS_MOST, "rotating", 1),
    ];
    let mut facts = board(rules);
    fill(&mut facts, "rotating", "state_agency", 2);
    facts.appointments.pop();
    let found = on(&facts, day(ON));
    let outcomes: Vec<Outcome> = found.verdicts.iter().map(|it| it.outcome).collect();
    assert_eq!(outcomes, [Outcome::Met, Outcome::Broken, Outcome::Broken]);
}
