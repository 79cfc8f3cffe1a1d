//! Two days of 2019 with everything that a file may say of them.

use super::{ATTENDANCE, MINUTES, faults, with_cases};
use crate::cases::{CaseState, ItemKind};
use crate::i18n::Language;
use crate::import::Checked;
use crate::import::past::Past;
use crate::minutes::attendance::Presence::{Absent, Digitally, InPerson};
use crate::minutes::attendance::{Listed, Part, Presence, Who};

fn whole() -> Checked {
    let found = with_cases(&[
        (
            "Deltakelse",
            &[
                ATTENDANCE,
                "skate|08.05.2019|Medlem|Digdir|||ja||I rommet|||||",
                "skate|09.05.2019|Medlem|Digdir|||||I rommet||Godkjenning av referat|||",
                "skate|08.05.2019|Medlem||kari@x.no||||digitally|||3/19||",
                "skate|08.05.2019|Medlem|Digdir|kari@x.no||ja||Digitalt|||||",
                "skate|08.05.2019|Gjest|Digdir|||||I rommet|2|01/19|1/19||",
                "skate|08.05.2019|Gjest|Digdir|||||I rommet|||||",
                "skate|08.05.2019|Gjest|Digdir|||||I rommet||||ukjent|",
                "skate|08.05.2019|Medlem|Difi|||||Ikke til stede|||||Forfall",
            ],
        ),
        (
            "Referat",
            &[
                MINUTES,
                "skate|09.05.2019||Temaer|||||nn|20.06.2019|https://example.invalid/r",
                "skate|08.05.2019|1/19|Det ble sagt|noted|Råd|09.00|10.00",
                "skate|09.05.2019|Godkjenning av referat|Godkjent|||||",
            ],
        ),
    ]);
    assert_eq!(faults(&found), []);
    found
}

#[test]
fn cases_come_with_their_numbers_and_what_is_said_of_them() {
    let past = whole().plan.past;
    let states: Vec<(&str, CaseState)> = (past.cases.iter())
        .map(|case| (case.facts.title.as_str(), case.state))
        .collect();
    assert_eq!(
        states,
        [
            ("Årsplan …", CaseState::Treated),
            ("Skate", CaseState::Closed),
            ("Sent i serien", CaseState::Treated),
            ("Uten nummer", CaseState::Accepted),
            ("Unntatt", CaseState::Treated),
        ]
    );
    assert_eq!(past.cases[0].source.number, "01/19");
    assert_eq!(
        past.cases[0].facts.organisations.len(),
        1,
        "two names of one"
    );
    assert_eq!(past.cases[0].source.responsible.as_deref(), Some(""));
    assert_eq!(past.cases[1].source.responsible, None);
    assert!(past.cases[4].title_exempt);
    let counters: Vec<(&str, i64)> = (past.counters.iter())
        .map(|(_, series, last)| (series.as_str(), *last))
        .collect();
    assert_eq!(counters, [("2019", 4)], "2018 has come further already");
}

#[test]
fn agendas_keep_the_order_of_their_rows_day_by_day() {
    let past = whole().plan.past;
    let items: Vec<(i64, usize, ItemKind)> = (past.agendas[0].items.iter())
        .map(|(place, item)| (*place, item.session, item.kind))
        .collect();
    assert_eq!(
        items,
        [
            (0, 0, ItemKind::Case),
            (1, 0, ItemKind::Case),
            (2, 0, ItemKind::Break),
            (3, 1, ItemKind::Break),
            (4, 1, ItemKind::Standing),
            (5, 1, ItemKind::OtherBusiness),
        ]
    );
    assert_eq!(past.agendas[0].items[0].1.case, Some(past.cases[1].id));
    assert_eq!((past.approvals.len(), past.unknown.len()), (2, 2));
}

fn listed(past: &Past, at: usize) -> &Listed {
    &past.attendance[at].1.listed
}

#[test]
fn everyone_stands_on_the_list_of_their_day() {
    let past = whole().plan.past;
    let lines: Vec<(usize, Part, Presence, &str)> = (past.attendance.iter())
        .map(|(_, one)| {
            (
                one.session,
                one.listed.part,
                one.presence,
                one.listed.instead_of.as_str(),
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            (0, Part::Member, InPerson, "Digdir"),
            (1, Part::Member, InPerson, ""),
            (0, Part::Member, Digitally, ""),
            (0, Part::Member, Digitally, "Digdir"),
            (0, Part::Guest, InPerson, ""),
            (0, Part::Guest, InPerson, ""),
            (0, Part::Guest, InPerson, ""),
            (0, Part::Guest, InPerson, ""),
            (0, Part::Member, Absent, ""),
        ]
    );
    let (own, deputy) = (listed(&past, 2), listed(&past, 3));
    assert!(matches!(own.who, Who::Person(_)), "Kari's own line");
    assert!(matches!(deputy.who, Who::Added(_)), "and one as deputy");
    assert_eq!(own.person, deputy.person);
}

#[test]
fn guests_whose_items_are_known_stand_on_the_agenda_too() {
    let past = whole().plan.past;
    let of_guests: Vec<bool> = (4..8)
        .map(|at| matches!(listed(&past, at).who, Who::Guest(_)))
        .collect();
    assert_eq!(
        of_guests,
        [true, true, true, false],
        "nobody knows when the last was there"
    );
    assert_eq!(listed(&past, 7).source.stay_said.as_deref(), Some(""));
    assert_eq!(
        past.guests.len(),
        2 + 2 + 1 - 1,
        "one stood on the agenda already"
    );
}

#[test]
fn minutes_come_with_what_stands_above_them() {
    let past = whole().plan.past;
    assert_eq!((past.heads.len(), past.texts.len()), (1, 2));
    assert_eq!(past.heads[0].language, Language::NN);
    assert_eq!(past.texts[0].title, "1/19 Årsplan …");
}
