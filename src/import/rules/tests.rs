//! Files as people write them, each held against what it should become or be refused for.

mod files;
mod past;

use super::check;
use crate::boards::{Appointment, Seat};
use crate::calendar::Period;
use crate::db::ids::{AppointmentId, BoardId, MeetingId, OrganisationId, PersonId, SeatId};
use crate::db::types::{Moment, Words};
use crate::i18n::Language;
use crate::import::{Book, Cell, Checked, Kinds, Known, KnownBoard, Note, Row, Table};
use crate::meetings::MeetingState;
use crate::web::access::Role;
use chrono::NaiveDate;
use files::{A_WHOLE_BOARD, APPOINTMENTS, BOARDS, FAULTY, MEETINGS, ORGANISATIONS, SEATS};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn now() -> Moment {
    let at: chrono::DateTime<chrono::Utc> = "2026-11-22T08:00:00Z".parse().unwrap();
    Moment::from(at)
}

/// The lines of a sheet, and the row and the key of each fault.
type Lines<'a> = (&'a [&'a str], &'a [(u32, &'a str)]);

/// A table of text, its cells parted by bars.
fn table(name: &str, lines: &[&str]) -> Table {
    let row = |(number, line): (u32, &&str)| Row {
        number,
        cells: line
            .split('|')
            .map(|cell| match cell.trim() {
                "" => Cell::Empty,
                text => Cell::Text(text.to_owned()),
            })
            .collect(),
    };
    Table {
        name: name.to_owned(),
        from_1904: false,
        rows: (1..).zip(lines).map(row).collect(),
    }
}

fn book(tables: &[(&str, &[&str])]) -> Book {
    Book {
        tables: tables
            .iter()
            .map(|(name, lines)| table(name, lines))
            .collect(),
        notes: Vec::new(),
    }
}

fn codes(pairs: &[(&str, &str)]) -> Vec<(String, Words)> {
    let pairs = pairs.iter();
    pairs
        .map(|(code, nb)| ((*code).to_owned(), Words::new([("nb", *nb)])))
        .collect()
}

fn nothing() -> Known {
    Known {
        kinds: Kinds {
            board: codes(&[("steering", "Styringsråd")]),
            meeting: codes(&[("ordinary", "Ordinært møte"), ("extra", "Ekstramøte")]),
            seat: codes(&[("permanent", "Fast medlem")]),
            organisation: codes(&[
                ("state_agency", "Statlig virksomhet"),
                ("municipality", "Kommune"),
            ]),
            case_type: codes(&[("information", "Orientering")]),
            case_subject: codes(&[("plans", "Planer")]),
            outcome: codes(&[("noted", "Tatt til orientering")]),
        },
        ..Known::default()
    }
}

/// An organisation, a person, and a board with a seat that is held in 2025 and 2026.
fn something(mail_is_on: bool) -> Known {
    let (digdir, board, seat) = (OrganisationId::new(), BoardId::new(), SeatId::new());
    Known {
        organisations: vec![(digdir, Some("991825827".to_owned()))],
        names: vec![
            (
                digdir,
                "Digitaliseringsdirektoratet".to_owned(),
                "Digdir".to_owned(),
            ),
            (
                digdir,
                "Direktoratet for forvaltning og IKT".to_owned(),
                "Difi".to_owned(),
            ),
        ],
        domains: vec!["digdir.no".to_owned()],
        people: vec![(PersonId::new(), "kari@x.no".to_owned(), "Kari".to_owned())],
        boards: vec![KnownBoard {
            id: board,
            slug: "skate".to_owned(),
            zone: chrono_tz::Europe::Oslo,
            mail_is_on,
        }],
        seats: vec![Seat {
            id: seat,
            board,
            kind: "permanent".to_owned(),
            position: 1,
            period: Period {
                from: day("2015-01-01"),
                until: None,
            },
        }],
        appointments: vec![Appointment {
            id: AppointmentId::new(),
            board,
            seat: Some(seat),
            organisation: Some(digdir),
            role: Role::Member,
            period: Period {
                from: day("2025-01-01"),
                until: Some(day("2027-01-01")),
            },
            decision: String::new(),
            name_by: None,
            version: 1,
        }],
        representations: Vec::new(),
        meetings: vec![(
            MeetingId::new(),
            board,
            "ordinary".to_owned(),
            day("2020-02-12"),
        )],
        ..nothing()
    }
}

fn checked(known: &Known, tables: &[(&str, &[&str])]) -> Checked {
    check(&book(tables), known, Language::NB, now())
}

/// Row and key of each fault.
fn faults(checked: &Checked) -> Vec<(u32, &'static str)> {
    let faults = checked.faults.iter();
    faults
        .map(|fault| (fault.row.unwrap_or(0), fault.said.key))
        .collect()
}

#[test]
fn a_whole_board_moves_in_from_one_file() {
    let found = checked(&nothing(), A_WHOLE_BOARD);
    assert_eq!(faults(&found), []);
    let plan = &found.plan;
    assert_eq!(plan.organisations.len(), 2);
    let names: Vec<_> = plan
        .names
        .iter()
        .map(|name| (name.short_name.as_str(), name.from, name.until))
        .collect();
    assert_eq!(
        names,
        [
            ("Digdir", Some(day("2020-01-01")), None),
            ("", None, None),
            ("Statskonsult", None, Some(day("2008-01-01"))),
            ("Difi", Some(day("2008-01-01")), Some(day("2020-01-01"))),
        ]
    );
    assert_eq!(
        plan.people[0].address.as_deref(),
        Some("kari.nordbo@digdir.example")
    );
    let slugs: Vec<&str> = plan
        .boards
        .iter()
        .map(|board| board.slug.as_str())
        .collect();
    assert_eq!(slugs, ["skate", "tillit"], "parents first");
    assert_eq!(plan.boards[1].parent, Some(plan.boards[0].id));
    assert!(plan.boards.iter().all(|board| board.mail_on_from.is_none()));
    assert_eq!(
        plan.appointments[0].organisation,
        Some(plan.organisations[0].id),
        "by a former name"
    );
    assert_eq!(plan.representations[0].appointment, plan.appointments[0].id);
    let states: Vec<MeetingState> = plan.meetings.iter().map(|meeting| meeting.state).collect();
    assert_eq!(states, [MeetingState::Closed, MeetingState::Planned]);
    let days: Vec<NaiveDate> = plan.meetings[0].sessions.iter().map(|it| it.day).collect();
    assert_eq!(days, [day("2015-02-11"), day("2015-02-12")]);
    assert_eq!(plan.touched.len(), 2);
}

#[test]
fn what_stands_is_recognised_and_left_alone() {
    let found = checked(
        &something(true),
        &[
            (
                "Virksomheter",
                &[
                    ORGANISATIONS,
                    "991825827|Et annet navn||Kommune|",
                    "|DIGITALISERINGS\u{ad}direktoratet ||Kommune|",
                    "|Direktoratet  for forvaltning og IKT||Kommune|",
                ],
            ),
            (
                "Tidligere navn",
                &[
                    "Virksomhet|Navn|Siste dag",
                    "Digdir|Direktoratet for forvaltning og IKT|31.12.2019",
                ],
            ),
            ("Personer", &["Navn|E-post", "Kari N.|KARI@x.no"]),
            ("Råd", &[BOARDS, "Skate|Skate|steering|skate@x.no|"]),
            ("Seter", &[SEATS, "skate|1|permanent|2015-01-01|"]),
            (
                "Oppnevninger",
                &[APPOINTMENTS, "skate|Medlem|1|Difi|2025-01-01|2026-12-31"],
            ),
            ("Møter", &[MEETINGS, "skate||12.02.2020|||ordinary|"]),
        ],
    );
    assert_eq!(faults(&found), []);
    assert!(found.plan.is_empty());
    assert!(
        found
            .counts
            .iter()
            .all(|count| count.new == 0 && count.known > 0),
        "{:?}",
        found.counts
    );
    assert_eq!(found.plan.touched.len(), 1, "the board is planned again");
}

#[test]
fn a_board_whose_mail_is_on_takes_no_new_rows() {
    let rows: &[(&str, &[&str])] = &[
        (
            "Seter",
            &[
                SEATS,
                "skate|2|permanent|2015-01-01|",
                "skate|3|permanent|2015-01-01|",
            ],
        ),
        ("Møter", &[MEETINGS, "skate||12.02.2027|||ordinary|"]),
    ];
    assert_eq!(
        faults(&checked(&something(true), rows)),
        [(2, "import-board-mails")],
        "told once"
    );
    assert_eq!(faults(&checked(&something(false), rows)), []);
}

#[test]
fn every_fault_is_told_at_its_row_with_what_to_write() {
    for (sheet, lines, expected) in FAULTY {
        let found = checked(&something(false), &[(sheet, lines)]);
        assert_eq!(faults(&found), *expected, "{sheet} {lines:?}");
        for fault in &found.faults {
            assert!(fault.column.is_some(), "{fault:?}");
            for language in Language::OWN {
                let place = fault.place().text(language);
                assert!(
                    place.starts_with(*sheet) && place.contains(&fault.row.unwrap().to_string()),
                    "{place}"
                );
                assert_ne!(fault.said.text(language), fault.said.key);
            }
        }
    }
}

#[test]
fn headings_are_found_below_a_title_and_missed_when_they_are_not_there() {
    let found = checked(
        &nothing(),
        &[(
            "Persons",
            &[
                "Deltakere i rådet||",
                "|per 1. november|",
                "E-MAIL *|Hobby|Name",
                "ola@x.no|ski|Ola",
            ],
        )],
    );
    assert_eq!(faults(&found), []);
    assert_eq!(found.plan.people[0].name, "Ola");
    assert_eq!(
        found.notes,
        [Note::UnknownColumn {
            sheet: "Persons".into(),
            column: "B".into(),
            heading: "Hobby".into()
        }]
    );
    let wrong: [Lines<'_>; 4] = [
        (&["Ola|ola@x.no"], &[(0, "import-no-headings")]),
        (&[], &[(0, "import-no-headings")]),
        (
            &["Navn|Stilling", "Ola|sjef"],
            &[(1, "import-column-missing")],
        ),
        (
            &["Navn|E-post|Name", "Ola|ola@x.no|Ola"],
            &[(1, "import-heading-twice")],
        ),
    ];
    for (lines, expected) in wrong {
        assert_eq!(
            faults(&checked(&nothing(), &[("Personer", lines)])),
            expected,
            "{lines:?}"
        );
    }
}

#[test]
fn rows_that_say_the_same_count_once_and_are_told() {
    let found = checked(
        &nothing(),
        &[
            (
                "Virksomheter",
                &[
                    ORGANISATIONS,
                    "|Halden kommune||Kommune|",
                    "959159092|HALDEN  Kommune||Kommune|",
                    "|halden kommune||Kommune|",
                ],
            ),
            ("Personer", &["Navn|E-post", "Ola|ola@x.no", "OLA|Ola@X.no"]),
        ],
    );
    assert_eq!(faults(&found), []);
    assert_eq!(
        (found.plan.organisations.len(), found.plan.people.len()),
        (1, 1)
    );
    let twice = found
        .notes
        .iter()
        .filter(|note| matches!(note, Note::Twice { first: 2, .. }));
    assert_eq!(twice.count(), 3);
}

#[test]
fn a_cell_that_cannot_be_trusted_is_refused_where_it_stands() {
    let mut file = book(&[(
        "Personer",
        &[
            "Navn|E-post",
            "x|ola@x.no",
            "x|per@x.no",
            "x|siv@x.no",
            "x|eva@x.no",
        ],
    )]);
    let cells = [
        (Cell::Failed("#REF!".into()), "import-failed-formula"),
        (Cell::NotCalculated, "import-not-calculated"),
        (Cell::Across("A4:B4".into()), "import-across"),
        (Cell::Day(46_387.0), "import-a-day-not-text"),
    ];
    for (row, (cell, _)) in cells.iter().enumerate() {
        file.tables[0].rows[row + 1].cells[0] = cell.clone();
    }
    let found = check(&file, &nothing(), Language::EN, now());
    let expected: Vec<(u32, &str)> = (2..).zip(cells).map(|(row, (_, key))| (row, key)).collect();
    assert_eq!(faults(&found), expected);
    assert_eq!(found.faults[0].column.as_deref(), Some("A «Navn»"));
    assert_eq!(
        found.faults[0].place().text(Language::EN),
        "Personer, row 2, column A «Navn»"
    );
}
