//! What holds on which day: versions of the mandate, terms that end, and the first day on which a rule will be broken.

use super::*;
use crate::db::ids::MeetingId;

#[test]
fn the_version_in_force_on_the_day_decides() {
    let mut facts = board(Vec::new());
    facts.mandates = vec![
        mandate(
            "2021-12-01",
            "2027-07-01",
            vec![rule(kind::MEMBERS_LEAST, "", 12)],
        ),
        mandate(
            "2027-07-01",
            "2030-07-01",
            vec![rule(kind::MEMBERS_LEAST, "", 10)],
        ),
    ];
    fill(&mut facts, "permanent", "state_agency", 11);
    let at = |on_day: &str| {
        let found = on(&facts, day(on_day));
        (
            found.mandate.is_some(),
            found.verdicts.first().map(|it| it.outcome),
        )
    };
    assert_eq!(at("2027-06-30"), (true, Some(Outcome::Broken)));
    assert_eq!(at("2027-07-01"), (true, Some(Outcome::Met)));
    assert_eq!(at("2030-07-01"), (false, None), "no version is in force");
    assert_eq!(at("2021-11-30"), (false, None));
}

#[test]
fn a_rule_breaks_the_day_after_the_last_of_a_term_that_nobody_follows() {
    let mut facts = board(vec![rule(kind::MEMBERS_LEAST, "", 3)]);
    fill(&mut facts, "permanent", "state_agency", 2);
    let of = sits(
        &mut facts,
        "rotating",
        "state_agency",
        period("2025-01-01", "2028-01-01"),
    );
    let breaks_on = |facts: &Facts| -> Vec<NaiveDate> {
        breaks(facts, day(ON)).iter().map(|it| it.on).collect()
    };
    assert_eq!(breaks_on(&facts), [day("2028-01-01")]);
    sits_again(
        &mut facts,
        "rotating",
        of,
        period("2028-01-01", "2031-01-01"),
    );
    assert_eq!(breaks_on(&facts), [day("2031-01-01")], "it goes on");
    let after = breaks(&facts, day("2031-01-01"));
    assert!(after.is_empty(), "it is broken today");
}

#[test]
fn what_is_broken_already_does_not_break_by_itself() {
    let mut facts = board(vec![rule(kind::MEMBERS_LEAST, "", 5)]);
    sits(
        &mut facts,
        "rotating",
        "state_agency",
        period("2025-01-01", "2028-01-01"),
    );
    assert!(breaks(&facts, day(ON)).is_empty());
    // The same words in the next version are the same rule.
    facts.mandates[0].period = period("2021-12-01", "2027-07-01");
    let next = mandate("2027-07-01", "", vec![rule(kind::MEMBERS_LEAST, "", 5)]);
    facts.mandates.push(next);
    assert!(breaks(&facts, day(ON)).is_empty());
}

#[test]
fn a_version_to_come_that_asks_for_more_breaks_on_its_first_day() {
    let mut facts = board(vec![rule(kind::MEMBERS_LEAST, "", 2)]);
    fill(&mut facts, "permanent", "state_agency", 2);
    facts.mandates[0].period = period("2021-12-01", "2027-07-01");
    let next = mandate("2027-07-01", "", vec![rule(kind::MEMBERS_LEAST, "", 3)]);
    let asked = next.rules[0].id;
    facts.mandates.push(next);
    let found = breaks(&facts, day(ON));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].rule.id, found[0].on), (asked, day("2027-07-01")));
}

#[test]
fn an_open_term_is_too_long_once_it_has_lasted_so_many_months() {
    let asked = among(&["rotating"], rule(kind::TERM_MONTHS, "", 36));
    let mut facts = board(vec![asked]);
    sits(
        &mut facts,
        "rotating",
        "state_agency",
        period("2025-02-28", ""),
    );
    let found = breaks(&facts, day(ON));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].on, day("2028-02-28"));
}

#[test]
fn a_forecast_has_today_each_meeting_and_the_days_when_something_changes() {
    let mut facts = board(vec![rule(kind::MEMBERS_LEAST, "", 2)]);
    fill(&mut facts, "permanent", "state_agency", 1);
    let of = sits(
        &mut facts,
        "rotating",
        "state_agency",
        period("2025-01-01", "2028-01-01"),
    );
    let meeting = MeetingId::new();
    let until = day("2030-03-17");
    let meetings = [
        (day("2027-06-09"), meeting),
        (day("2031-06-09"), MeetingId::new()),
    ];
    let at = |facts: &Facts| -> Vec<(NaiveDate, usize, bool)> {
        forecast(facts, day(ON), until, &meetings)
            .iter()
            .map(|it| (it.composition.on, it.meetings.len(), it.is_turning))
            .collect()
    };
    let expected = [
        (day(ON), 0, false),
        (day("2027-06-09"), 1, false),
        (day("2028-01-01"), 0, true),
    ];
    assert_eq!(at(&facts), expected);
    sits_again(&mut facts, "rotating", of, period("2028-01-01", ""));
    assert_eq!(at(&facts), expected[..2], "nothing is another that day");
}

#[test]
fn a_rule_of_several_versions_is_one_row() {
    let mut facts = board(vec![rule(kind::MEMBERS_LEAST, "", 2)]);
    facts.mandates[0].period = period("2021-12-01", "2027-07-01");
    let next = vec![
        rule(kind::MEMBERS_LEAST, "", 2),
        rule(kind::MEMBERS_MOST, "", 9),
    ];
    facts.mandates.push(mandate("2027-07-01", "", next));
    let days = forecast(&facts, day(ON), day("2030-03-17"), &[]);
    assert_eq!(rows(&days).len(), 2);
}
