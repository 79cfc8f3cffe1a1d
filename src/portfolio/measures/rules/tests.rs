use super::*;
use crate::calendar::testing::day;
use crate::db::ids::{BoardId, MeasureId};
use crate::db::types::Words;
use crate::portfolio::measures::Facts;
use std::collections::BTreeSet;

pub(super) fn order() -> Vec<String> {
    ["not_started", "started", "finished"]
        .map(str::to_owned)
        .to_vec()
}

pub(super) fn turn(status: &str, on: &str, note: &str) -> Turn {
    Turn {
        status: status.to_owned(),
        on: day(on),
        note: note.to_owned(),
        who: "Kari Nordbø".to_owned(),
        at: moment(&format!("{on}T10:00:00Z")),
    }
}

fn moment(text: &str) -> Moment {
    let at: chrono::DateTime<chrono::Utc> = text.parse().expect("a moment");
    at.into()
}

fn measure(years: (i64, i64), history: Vec<Turn>) -> Measure {
    Measure {
        id: MeasureId::new(),
        board: BoardId::new(),
        facts: Facts {
            title: Words::new([("nb", "Veileder")]),
            ministry: OrganisationId::new(),
            years: Years::new(years.0, years.1).expect("years in order"),
            performs: BTreeSet::new(),
            involved: BTreeSet::new(),
            description: String::new(),
            goals: String::new(),
            activities: String::new(),
            contact: String::new(),
        },
        history,
        version: 1,
    }
}

#[test]
fn years_are_in_order_and_within_what_anybody_plans() {
    assert!(Years::new(2021, 2021).is_ok() && Years::new(1900, 2200).is_ok());
    for (first, last) in [
        (2022, 2021),
        (1899, 1950),
        (2021, 2201),
        (i64::MIN, i64::MAX),
        (0, 9999),
    ] {
        assert!(Years::new(first, last).is_err(), "{first}–{last}");
    }
}

#[test]
fn what_is_not_finished_after_its_last_year_is_late() {
    let years = Years::new(2020, 2025).expect("years in order");
    let on = |progress, text| late(progress, years, day(text));
    assert_eq!(on(Progress::Underway, "2025-12-31"), None);
    assert_eq!(
        on(Progress::Underway, "2026-01-01"),
        Some(Late::NotFinished)
    );
    assert_eq!(on(Progress::Finished, "2200-12-31"), None);
    assert_eq!(
        on(Progress::NotBegun, "2026-01-01"),
        Some(Late::NotFinished)
    );
}

#[test]
fn what_has_not_begun_in_its_first_year_is_late() {
    let years = Years::new(2020, 2025).expect("years in order");
    let on = |text| late(Progress::NotBegun, years, day(text));
    assert_eq!(on("2019-12-31"), None);
    assert_eq!(on("2020-01-01"), Some(Late::NotBegun));
}

#[test]
fn the_list_says_what_has_not_begun_and_what_is_finished() {
    let order = order();
    assert_eq!(progress("not_started", &order), Progress::NotBegun);
    assert_eq!(progress("started", &order), Progress::Underway);
    assert_eq!(progress("finished", &order), Progress::Finished);
    assert_eq!(progress("lost", &order), Progress::Underway);
}

#[test]
fn a_line_follows_the_one_before_it_and_says_something() {
    let today = day("2026-11-22");
    let history = [turn("started", "2026-03-01", "")];
    let tried = |next: &Turn| may_follow(&history, next, today);
    assert_eq!(tried(&turn("finished", "2026-11-22", "")), Ok(()));
    assert_eq!(tried(&turn("started", "2026-03-01", "Halvveis.")), Ok(()));
    assert_eq!(tried(&turn("not_started", "2026-04-01", "")), Ok(()));
    assert_eq!(
        tried(&turn("finished", "2026-11-23", "")),
        Err(Refusal::InFuture)
    );
    assert_eq!(
        tried(&turn("finished", "2026-02-28", "")),
        Err(Refusal::BeforeLast(day("2026-03-01")))
    );
    assert_eq!(
        tried(&turn("started", "2026-04-01", "")),
        Err(Refusal::SaysNothing)
    );
}

#[test]
fn a_report_counts_names_what_is_late_and_tells_what_is_new() {
    let order = order();
    let all = [
        measure((2019, 2021), vec![turn("started", "2019-05-01", "")]),
        measure(
            (2020, 2027),
            vec![
                turn("not_started", "2020-01-01", ""),
                turn("started", "2026-10-01", "I gang."),
            ],
        ),
        measure((2027, 2028), vec![turn("not_started", "2026-01-01", "")]),
    ];
    let on = day("2026-11-22");
    let first = report(&all, &order, None, on);
    assert_eq!(
        first.counts,
        [("not_started", 1), ("started", 2), ("finished", 0)]
    );
    assert_eq!(first.late, [(&all[0], Late::NotFinished)]);
    assert!(first.changed.is_empty());
    let since = moment("2026-06-01T08:00:00Z");
    let next = report(&all, &order, Some(since), on);
    assert_eq!(next.changed, [(&all[1], &all[1].history[1])]);
}

#[test]
fn a_list_is_narrowed_by_all_that_is_asked() {
    let order = order();
    let one = measure((2019, 2021), vec![turn("started", "2019-05-01", "")]);
    let on = day("2026-11-22");
    let mut asked = Asked::default();
    assert!(asked.holds(&one, &order, on));
    asked.late = true;
    asked.status = Some("started".to_owned());
    asked.ministry = Some(one.facts.ministry);
    assert!(asked.holds(&one, &order, on));
    assert!(
        !asked.holds(&one, &order, day("2021-12-31")),
        "not late then"
    );
    asked.status = Some("finished".to_owned());
    assert!(!asked.holds(&one, &order, on));
}
