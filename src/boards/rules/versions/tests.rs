//! What is said of versions that follow each other.

use super::*;
use crate::db::ids::BoardId;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn period(from: &str, until: &str) -> Period {
    Period {
        from: day(from),
        until: (!until.is_empty()).then(|| day(until)),
    }
}

fn version(label: &str, period: Period, state: MandateState) -> Mandate {
    Mandate {
        id: MandateId::new(),
        board: BoardId::new(),
        label: label.to_owned(),
        period,
        decision: "Sak 4/26".to_owned(),
        rules: Vec::new(),
        deadlines: Vec::new(),
        state,
        version: 1,
    }
}

fn brief(of: &Mandate) -> Version {
    Version {
        id: of.id,
        label: of.label.clone(),
        period: of.period,
        state: of.state,
        has_decision: !of.decision.is_empty(),
    }
}

use MandateState::{Approved, Draft, Proposed};

#[test]
fn a_version_is_written_then_treated_then_approved_and_stays_so() {
    for (from, step, to) in [
        (Draft, MandateStep::Propose, Some(Proposed)),
        (Proposed, MandateStep::SendBack, Some(Draft)),
        (Proposed, MandateStep::Approve, Some(Approved)),
        (Draft, MandateStep::Approve, None),
        (Draft, MandateStep::SendBack, None),
        (Proposed, MandateStep::Propose, None),
    ] {
        assert_eq!(from.after(step), to, "{from} {step}");
    }
    for step in MandateStep::ALL {
        assert_eq!(Approved.after(*step), None, "{step}");
    }
    assert!(Draft.may_be_dropped() && Proposed.may_be_dropped() && !Approved.may_be_dropped());
    assert!(!Draft.is_shown() && Proposed.is_shown());
}

#[test]
fn a_version_begins_after_the_one_that_it_takes_the_place_of() {
    let all = [
        version("1.3", period("2018-01-01", "2021-12-01"), Approved),
        version("1.4", period("2021-12-01", ""), Approved),
        version("1.6", period("2029-01-01", ""), Draft),
    ];
    let key = |label: &str, period: Period, state| match refused(&all, (label, period), state, None)
    {
        Some(Refusal::Because(field, said)) => Some((field, said.key)),
        _ => None,
    };
    let draft = |label: &str, from: &str| key(label, period(from, ""), Draft);
    assert_eq!(draft("1.5", "2027-07-01"), None);
    assert_eq!(
        draft("1.5", "2030-01-01"),
        None,
        "another draft holds no days"
    );
    let before = Some(("from", "boards-mandate-before-former"));
    assert_eq!(draft("1.5", "2021-11-30"), before);
    assert_eq!(draft("1.5", "2019-01-01"), before);
    let same = Some(("from", "boards-mandate-same-day"));
    assert_eq!(draft("1.5", "2021-12-01"), same);
    assert_eq!(draft("1.5", "2029-01-01"), same);
    let twice = Some(("label", "boards-mandate-label-twice"));
    assert_eq!(draft("1.4", "2027-07-01"), twice);
    // What is entered as approved may tell of what was before, and overlaps nothing.
    let old = period("2015-01-01", "2018-01-01");
    assert_eq!(key("1.2", old, Approved), None);
    let over = Some(("from", "boards-mandate-overlaps"));
    assert_eq!(
        key("1.2", period("2015-01-01", "2018-01-02"), Approved),
        over
    );
    assert_eq!(
        refused(&all, ("1.4", all[1].period), Approved, Some(all[1].id)),
        None
    );
}

#[test]
fn what_began_without_being_approved_is_flagged_until_somebody_approves_it() {
    let mut old = version("1.4", period("2021-12-01", ""), Approved);
    let new = version("1.5", period("2027-07-01", ""), Proposed);
    let on = |old: &Mandate, date: &str| {
        let found = faults(&[brief(old), brief(&new)], day(date));
        found
            .into_iter()
            .map(|it| (it.fault, it.label, it.day.to_string()))
            .collect::<Vec<_>>()
    };
    assert_eq!(on(&old, "2027-06-30"), []);
    let late = (
        Fault::NotApproved,
        "1.5".to_owned(),
        "2027-07-01".to_owned(),
    );
    assert_eq!(on(&old, "2027-07-01"), std::slice::from_ref(&late));
    old.period.until = Some(day("2027-07-01"));
    let over = (Fault::Expired, "1.4".to_owned(), "2027-06-30".to_owned());
    assert_eq!(on(&old, "2027-07-01"), [late, over]);
    old.decision = String::new();
    // It counts all the same: what is missing is who decided it.
    let unknown = (Fault::NoDecision, "1.4".to_owned(), "2021-12-01".to_owned());
    assert_eq!(on(&old, "2027-06-30"), [unknown]);
    assert_eq!(faults(&[], day("2027-07-01")), []);
}

#[test]
fn what_takes_another_s_place_ends_it_the_day_before() {
    let old = version("1.4", period("2021-12-01", ""), Approved);
    let later = version("1.6", period("2029-01-01", ""), Approved);
    let new = version("1.5", period("2027-07-01", "2030-01-01"), Draft);
    let all = with(&[old, later], &new);
    let said: Vec<(&str, Period)> = all
        .iter()
        .map(|it| (it.label.as_str(), it.period))
        .collect();
    assert_eq!(
        said,
        [
            ("1.4", period("2021-12-01", "2027-07-01")),
            ("1.5", period("2027-07-01", "2030-01-01")),
        ]
    );
    assert!(all.iter().all(|it| it.state == Approved));
}
