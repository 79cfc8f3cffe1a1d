use super::*;
use crate::calendar::Period;
use crate::calendar::testing::day;

pub(super) fn order() -> Vec<String> {
    ["new", "in_use", "phasing_out", "ended"]
        .map(str::to_owned)
        .to_vec()
}

pub(super) fn phase(code: &str, from: &str) -> Phase {
    Phase {
        id: RowId::new(),
        code: code.to_owned(),
        from: day(from),
        correction: String::new(),
    }
}

pub(super) fn strategy(from: &str, until: Option<&str>) -> Strategy {
    Strategy {
        id: RowId::new(),
        title: "Strategi".to_owned(),
        link: String::new(),
        archive_reference: String::new(),
        period: Period {
            from: day(from),
            until: until.map(day),
        },
    }
}

#[test]
fn a_product_is_in_the_phase_that_began_last() {
    let phases = [phase("new", "2015-03-01"), phase("in_use", "2016-01-01")];
    let on = |text| phase_on(&phases, day(text)).map(|phase| phase.code.as_str());
    assert_eq!(on("2015-02-28"), None);
    assert_eq!(on("2015-03-01"), Some("new"));
    assert_eq!(on("2015-12-31"), Some("new"));
    assert_eq!(on("2016-01-01"), Some("in_use"));
    assert_eq!(on("2200-12-31"), Some("in_use"));
}

#[test]
fn a_life_goes_forward() {
    let order = order();
    let standing = [phase("in_use", "2016-01-01"), phase("ended", "2027-01-01")];
    // Some phases may be left out, and what is to come may be written down.
    let between = phase("phasing_out", "2026-07-01");
    let all = with(&standing, &between, &order).expect("it goes forward");
    let codes: Vec<&str> = all.iter().map(|phase| phase.code.as_str()).collect();
    assert_eq!(codes, ["in_use", "phasing_out", "ended"]);
    for (wrong, refusal) in [
        (
            phase("new", "2026-07-01"),
            Refusal::GoesBack(day("2016-01-01"), day("2026-07-01")),
        ),
        (
            phase("ended", "2015-01-01"),
            Refusal::GoesBack(day("2015-01-01"), day("2016-01-01")),
        ),
        (
            phase("new", "2016-01-01"),
            Refusal::SameDay(day("2016-01-01")),
        ),
        (
            phase("in_use", "2026-07-01"),
            Refusal::SamePhase(day("2016-01-01"), day("2026-07-01")),
        ),
    ] {
        assert_eq!(
            with(&standing, &wrong, &order),
            Err(refusal),
            "{}",
            wrong.from
        );
    }
}

#[test]
fn it_goes_back_where_it_is_said_why() {
    let order = order();
    let standing = [
        phase("in_use", "2016-01-01"),
        phase("phasing_out", "2026-01-01"),
    ];
    let mut back = phase("in_use", "2026-06-01");
    back.correction = "Avviklingen ble stanset.".to_owned();
    let all = with(&standing, &back, &order).expect("it is said why");
    assert_eq!(all.len(), 3);
    // What is between them cannot be taken out then: it would be in use twice in a row.
    let out = without(&all, standing[1].id, &order);
    let same = Refusal::SamePhase(day("2016-01-01"), day("2026-06-01"));
    assert_eq!(out, Err(same));
}

#[test]
fn one_phase_is_changed_without_meeting_itself_and_the_only_one_stays() {
    let order = order();
    let one = phase("in_use", "2016-01-01");
    let moved = Phase {
        from: day("2017-01-01"),
        ..one.clone()
    };
    let all = with(std::slice::from_ref(&one), &moved, &order);
    assert_eq!(all, Ok(vec![moved]));
    let gone = without(std::slice::from_ref(&one), one.id, &order);
    assert_eq!(gone, Err(Refusal::OnlyPhase));
}

#[test]
fn a_product_has_ended_from_the_day_on_which_its_last_phase_begins() {
    let phases = [phase("in_use", "2016-01-01"), phase("ended", "2027-01-01")];
    assert!(!has_ended(&phases, &order(), day("2026-12-31")));
    assert!(has_ended(&phases, &order(), day("2027-01-01")));
    assert!(!has_ended(&[], &order(), day("2027-01-01")));
}

#[test]
fn a_strategy_holds_ends_soon_or_is_missing() {
    let today = day("2026-11-29");
    assert_eq!(standing(&[], today), Standing::Missing);
    let over = strategy("2020-01-01", Some("2026-11-29"));
    assert_eq!(
        standing(std::slice::from_ref(&over), today),
        Standing::Missing
    );
    let later = strategy("2026-11-30", None);
    assert_eq!(
        standing(std::slice::from_ref(&later), today),
        Standing::Missing
    );
    let open = strategy("2026-11-29", None);
    assert_eq!(
        standing(std::slice::from_ref(&open), today),
        Standing::Holds
    );
    let soon = strategy("2024-01-01", Some("2027-05-29"));
    let ends = Standing::EndsOn(day("2027-05-28"));
    assert_eq!(standing(std::slice::from_ref(&soon), today), ends);
    let far = strategy("2024-01-01", Some("2027-05-30"));
    assert_eq!(standing(std::slice::from_ref(&far), today), Standing::Holds);
    // The next one takes over at once; a day between them is a day without.
    let next = strategy("2027-05-29", None);
    assert_eq!(standing(&[soon.clone(), next], today), Standing::Holds);
    let too_late = strategy("2027-05-30", None);
    assert_eq!(standing(&[soon, too_late], today), ends);
}

#[test]
fn two_strategies_that_hold_on_one_day_are_told_of() {
    let first = strategy("2024-01-01", Some("2027-01-01"));
    let next = strategy("2027-01-01", Some("2030-01-01"));
    let other = strategy("2026-06-01", Some("2026-07-01"));
    assert_eq!(overlapping(&[first.clone(), next.clone()]), vec![]);
    let all = [first.clone(), next, other.clone()];
    assert_eq!(overlapping(&all), vec![(&first, &other)]);
}

#[test]
fn months_are_counted_when_they_are_whole() {
    for (from, to, months) in [
        ("2026-01-15", "2026-02-14", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2025-12-31", "2026-11-30", 10),
        ("2024-11-29", "2026-11-29", 24),
        ("2027-01-01", "2026-11-29", 0),
    ] {
        let counted = months_between(day(from), day(to));
        assert_eq!(counted, months, "{from} – {to}");
    }
}

#[test]
fn what_was_never_treated_comes_first_then_the_oldest() {
    let mut all = [
        ("a", Some(day("2026-09-01"))),
        ("b", None),
        ("c", Some(day("2020-09-01"))),
        ("d", None),
    ];
    longest_first(&mut all, |one| one.1);
    assert_eq!(all.map(|one| one.0), ["b", "d", "c", "a"]);
}

#[test]
fn a_name_is_taken_in_whatever_language_it_stands() {
    let words = |nb, en| Words::new([("nb", nb), ("en", en)]);
    let known = [words("ID-porten", "ID-porten"), words("Innsyn", "Access")];
    assert_eq!(taken(&words("id-PORTEN ", ""), &known), Some(Language::NB));
    assert_eq!(taken(&words("Ny", "innsyn"), &known), Some(Language::EN));
    assert_eq!(
        taken(
            &words("Felles  datakatalog", ""),
            &[words("felles datakatalog", "")]
        ),
        Some(Language::NB)
    );
    assert_eq!(taken(&words("Ny", ""), &known), None);
    assert_eq!(taken(&Words::default(), &known), None);
}
