//! What is said of a mandate's text, of two versions, and of one that does not count yet.

use super::difference::{deadlines, paragraphs, rules, words};
use super::text::{loose, read, rules_from, unsaid, written};
use super::what_if::{other_deadlines, wished, years};
use crate::boards::rules::versions::with;
use crate::boards::{BoardData, Mandate, MandateState, Rule, Strength, rule_kind as kind};
use crate::db::ids::{MandateId, RowId};
use crate::db::types::Words;
use crate::mandates::{Change, Mark, Paragraph, Wish, YearBeside};
use crate::meetings::Stage;
use crate::meetings::testing::{board_data, day, meeting};
use std::collections::BTreeMap;

pub(super) fn paragraph(number: &str, heading: &str, body: &str) -> Paragraph {
    Paragraph {
        number: number.to_owned(),
        heading: heading.to_owned(),
        body: body.to_owned(),
    }
}

pub(super) fn rule(kind: &str, quantity: i64, paragraph: &str) -> Rule {
    Rule {
        id: RowId::new(),
        kind: kind.to_owned(),
        subject: String::new(),
        called: String::new(),
        among: Vec::new(),
        position: 1,
        quantity: Some(quantity),
        strength: Strength::Shall,
        words: Words::default(),
        paragraph: paragraph.to_owned(),
    }
}

const V14: &str = "# 4. Sammensetning\n\nStyringsrådet består av 12 – 14 medlemmer.\n\n- KS er fast medlem.\n\n# 6. Arbeidsform\n\nFire ordinære møter i året.";

#[test]
fn a_text_is_paragraphs_that_begin_with_a_number_and_a_heading() {
    let read = read(V14).expect("it can be read");
    let said: Vec<(&str, &str)> = read
        .iter()
        .map(|it| (it.number.as_str(), it.heading.as_str()))
        .collect();
    assert_eq!(said, [("4", "Sammensetning"), ("6", "Arbeidsform")]);
    assert_eq!(
        read[0].body,
        "Styringsrådet består av 12 – 14 medlemmer.\n\n- KS er fast medlem."
    );
    assert_eq!(written(&read), V14);
}

#[test]
fn what_is_wrong_with_a_text_is_told_with_the_place() {
    for (text, key) in [
        (
            "Innledning\n\n# 1. Bakgrunn\n\nTekst",
            "mandate-text-before",
        ),
        ("# Bakgrunn\n\nTekst", "mandate-text-no-number"),
        (
            "# 1234567890123. Bakgrunn\n\nTekst",
            "mandate-text-no-number",
        ),
        ("# 1 \n\nTekst", "mandate-text-no-heading"),
        ("# 1. Bakgrunn\n\n \n", "mandate-text-no-body"),
        (
            "# 1. Bakgrunn\n\nA\n\n# 1 Formål\n\nB",
            "mandate-text-number-twice",
        ),
        (
            "# 1a. Bakgrunn\n\nA\n\n# 1A. Formål\n\nB",
            "mandate-text-number-twice",
        ),
    ] {
        let said = read(text).expect_err(text);
        assert_eq!(said.key, key, "{text}");
    }
    let many: String = (1..=101).map(|at| format!("# {at}. H\n\nB\n\n")).collect();
    assert_eq!(read(&many).expect_err("too many").key, "mandate-text-many");
}

#[test]
fn each_rule_comes_from_the_paragraph_that_it_names() {
    let text = read(V14).expect("it can be read");
    let all = [
        rule(kind::MEMBERS_LEAST, 12, "4"),
        rule(kind::MEMBERS_MOST, 14, "§ 4"),
        rule(kind::ORDINARY_MEETINGS, 4, "punkt 6."),
        rule(kind::TERM_MONTHS, 36, "5"),
        rule(kind::QUORUM, 7, "vedlegg"),
    ];
    let kinds = |number: &str| {
        let found = rules_from(number, &all);
        found.map(|it| it.kind.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(kinds("4"), [kind::MEMBERS_LEAST, kind::MEMBERS_MOST]);
    assert_eq!(kinds("6"), [kind::ORDINARY_MEETINGS]);
    let told: Vec<&str> = loose(&text, &all)
        .into_iter()
        .map(|it| it.kind.as_str())
        .collect();
    assert_eq!(told, [kind::TERM_MONTHS, kind::QUORUM]);
}

#[test]
fn changed_numbers_are_words_out_and_words_in() {
    let old = "Styringsrådet består av 12 – 14 medlemmer.";
    let new = "Styringsrådet består av 10 – 12 medlemmer.";
    let found = words(old, new);
    let marks: Vec<(Mark, &str)> = found
        .iter()
        .map(|(mark, text)| (*mark, text.as_str()))
        .collect();
    assert_eq!(
        marks,
        [
            (Mark::Same, "Styringsrådet består av "),
            (Mark::Removed, "12 "),
            (Mark::Added, "10 "),
            (Mark::Same, "– "),
            (Mark::Removed, "14 "),
            (Mark::Added, "12 "),
            (Mark::Same, "medlemmer."),
        ]
    );
    let long = "ord ".repeat(3000);
    let other = "andre ".repeat(3000);
    assert_eq!(
        words(&long, &other).len(),
        2,
        "too long to compare word by word"
    );
}

#[test]
fn what_is_gone_is_told_where_it_stood() {
    let old = [
        paragraph("1", "Bakgrunn", "A"),
        paragraph("2", "Formål", "B"),
        paragraph("3", "Oppgaver", "C"),
    ];
    let new = [
        paragraph("1", "Bakgrunn", "A"),
        paragraph("3", "Oppgaver", "C og D"),
        paragraph("4", "Sammensetning", "E"),
    ];
    assert_eq!(
        paragraphs(&old, &new),
        [
            Change::Same(&new[0]),
            Change::Removed(&old[1]),
            Change::Changed(&old[2], &new[1]),
            Change::Added(&new[2]),
        ]
    );
}

#[test]
fn a_rule_with_another_number_is_the_same_rule_changed() {
    let old = [
        rule(kind::MEMBERS_LEAST, 12, "4"),
        rule(kind::QUORUM, 7, "6"),
    ];
    let new = [
        rule(kind::MEMBERS_LEAST, 10, "4"),
        rule(kind::TERM_MONTHS, 48, "4"),
    ];
    assert_eq!(
        rules(&old, &new),
        [
            Change::Changed(&old[0], &new[0]),
            Change::Removed(&old[1]),
            Change::Added(&new[1]),
        ]
    );
    let data = board_data();
    let standing = &data.mandates[0].deadlines;
    let mut moved = standing.clone();
    moved[0].offset.days -= 7;
    let changed = deadlines(standing, &moved);
    let others = changed.iter().filter(|it| !matches!(it, Change::Same(_)));
    assert_eq!(others.count(), 1);
}

fn wish(from: &str) -> Wish {
    Wish {
        from: day(from),
        least: None,
        most: None,
        months: None,
        meetings: None,
    }
}

fn v14(data: &BoardData) -> Mandate {
    let mut base = data.mandates[0].clone();
    base.rules = vec![
        rule(kind::MEMBERS_LEAST, 12, "4"),
        rule(kind::MEMBERS_MOST, 14, "4"),
        rule(kind::ORDINARY_MEETINGS, 4, "6"),
    ];
    base
}

#[test]
fn ten_to_twelve_members_and_four_years_are_asked_of_the_version_in_force() {
    let data = board_data();
    let base = v14(&data);
    let asked = Wish {
        least: Some(10),
        most: Some(12),
        months: Some(48),
        ..wish("2027-07-01")
    };
    let all = [base.clone()];
    let then = wished(&base, &all, &asked, MandateId::new()).expect("it can be");
    assert_ne!(then.id, base.id);
    assert_eq!(then.quantity(kind::MEMBERS_LEAST), Some(10));
    assert_eq!(then.quantity(kind::MEMBERS_MOST), Some(12));
    assert_eq!(
        then.quantity(kind::TERM_MONTHS),
        Some(48),
        "a rule that was not there"
    );
    assert_eq!(then.quantity(kind::ORDINARY_MEETINGS), Some(4));
    let by = with(&all, &then);
    assert_eq!(by[0].period.until, Some(day("2027-07-01")));
    let field = |wish: &Wish| {
        wished(&base, &all, wish, MandateId::new())
            .err()
            .map(|it| it.0)
    };
    assert_eq!(field(&wish("2021-12-01")), Some("from"), "the same day");
    assert_eq!(field(&wish("2020-01-01")), Some("from"), "before it");
    let crossed = Wish {
        least: Some(13),
        most: Some(12),
        ..wish("2027-07-01")
    };
    assert_eq!(field(&crossed), Some("least"));
    let low = Wish {
        most: Some(11),
        ..wish("2027-07-01")
    };
    assert_eq!(field(&low), Some("most"));
    let mut draft = base.clone();
    draft.state = MandateState::Draft;
    draft.id = MandateId::new();
    draft.period.from = day("2027-01-01");
    let both = [base, draft.clone()];
    let own = wished(&draft, &both, &wish("2027-01-01"), MandateId::new()).expect("its own day");
    assert_eq!(own.id, draft.id);
}

#[test]
fn meetings_from_the_day_on_get_the_deadlines_of_the_version() {
    let now = board_data();
    let mut then = now.clone();
    let mut new = v14(&now);
    new.id = MandateId::new();
    new.period.from = day("2027-07-01");
    for it in &mut new.deadlines {
        if it.stage == "dispatch" && it.meeting_kind == "ordinary" {
            it.offset.days = -14;
        }
    }
    for it in &mut new.rules {
        if it.kind == kind::ORDINARY_MEETINGS {
            it.quantity = Some(6);
        }
    }
    then.mandates = with(&now.mandates, &new);
    let all = [
        meeting(&now, "ordinary", &["2027-06-09"]),
        meeting(&now, "ordinary", &["2027-09-29"]),
    ];
    let found = other_deadlines(&all, &now, &then);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].meeting, found[0].stage),
        (all[1].id, Stage::Dispatch)
    );
    assert_eq!(found[0].then, Some(day("2027-09-15")));
    let planned = BTreeMap::from([(2027, 4), (2028, 5)]);
    // Whole years alone: it would not count in the first half of 2027.
    let beside = years(day("2027-07-01"), &planned, &now, &then);
    let said: Vec<_> = beside
        .iter()
        .map(|it| (it.year, it.planned, it.now, it.then))
        .collect();
    assert_eq!(
        said,
        [
            (2028, 5, Some(4), Some(6)),
            (2029, 0, Some(4), Some(6)),
            (2030, 0, Some(4), Some(6)),
        ]
    );
    // What is missing as it is anyway is not missing because of the version.
    let more: Vec<i64> = beside.iter().map(YearBeside::more_lacking).collect();
    assert_eq!(more, [1, 2, 2]);
    assert_eq!(
        years(day("2029-01-01"), &planned, &now, &then)[0].year,
        2029
    );
}

#[test]
fn a_rule_whose_number_stands_nowhere_in_its_paragraph_is_told() {
    let words = "one/an, two, three, four/fore, five";
    let text = [
        paragraph(
            "4",
            "Members",
            "There are 12 – 14 members for 3-year terms.",
        ),
        paragraph("6", "Meetings", "Four meetings a year, and one day out."),
    ];
    let rules = [
        rule(kind::MEMBERS_LEAST, 12, "4"),
        rule(kind::MEMBERS_MOST, 12, "4"),
        rule(kind::TERM_MONTHS, 36, "4"),
        rule(kind::ORDINARY_MEETINGS, 4, "6"),
        // One is often said without a number, and what refers to nothing is told elsewhere.
        rule(kind::SIZES_LEAST, 1, "4"),
        rule(kind::SEATS_LEAST, 9, "12"),
    ];
    assert!(unsaid(&text, &rules, words).is_empty());
    let wrong = [
        rule(kind::MEMBERS_MOST, 13, "4"),
        rule(kind::TERM_MONTHS, 48, "4"),
        rule(kind::TERM_MONTHS, 40, "4"),
        rule(kind::ORDINARY_MEETINGS, 5, "6"),
    ];
    assert_eq!(unsaid(&text, &wrong, words).len(), wrong.len());
}
