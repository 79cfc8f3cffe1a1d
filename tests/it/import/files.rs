//! Files from anywhere: read right, or refused with the place named.

use super::books::{file, fill, repacked, with, workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::time::{Duration, Instant};
use styringsrad::db::code_words::CodeWord;
use styringsrad::db::types::Words;
use styringsrad::i18n::Language;
use styringsrad::import::read::{self, File, Unreadable};
use styringsrad::import::{Book, Checked, Kinds, Known, Note, rules};

use crate::support::{day, moment};

const PEOPLE: &[&str] = &["Navn|E-post", "Åse Bjørnø|ase@x.no"];
const BOARDS: &[&str] = &[
    "Kortadresse|Navn|Type|E-postadresse",
    "skate|Skate|steering|skate@x.no",
];

fn read(file: &File) -> Result<Book, Unreadable> {
    read::files(std::slice::from_ref(file))
}

fn known() -> Known {
    let code = |code: &str| -> Vec<CodeWord> { vec![(code.to_owned(), Words::default())] };
    Known {
        kinds: Kinds {
            board: code("steering"),
            meeting: code("ordinary"),
            seat: code("permanent"),
            organisation: code("municipality"),
            ..Kinds::default()
        },
        ..Known::default()
    }
}

fn checked(bytes: Vec<u8>) -> Checked {
    let book = read(&file("bok.xlsx", bytes)).expect("it is read");
    rules::check(&book, &known(), Language::NB, moment("2026-11-22 08:00"))
}

fn faults(checked: &Checked) -> Vec<(String, String)> {
    let faults = checked.faults.iter();
    faults
        .map(|fault| {
            (
                fault.place().text(Language::NB),
                fault.said.text(Language::NB),
            )
        })
        .collect()
}

#[test]
fn what_is_no_workbook_is_refused_by_what_it_is() {
    let name = || "bok.xlsx".to_owned();
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let mark: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let good = workbook(&[("Personer", PEOPLE)]);
    let document = {
        let empty = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        empty.finish().expect("an empty archive").into_inner()
    };
    let table: Vec<(Vec<u8>, Unreadable)> = vec![
        (
            b"not a workbook at all".to_vec(),
            Unreadable::NoTable(name()),
        ),
        (Vec::new(), Unreadable::NoTable(name())),
        (document.clone(), Unreadable::NoTable(name())),
        (
            repacked(&document, |_, it| it, &[("word/document.xml", b"<x/>")]),
            Unreadable::NoTable(name()),
        ),
        (
            repacked(&document, |_, it| it, &[("xl/workbook.bin", b"x")]),
            Unreadable::OtherFormat(name()),
        ),
        (
            [&compound[..], b"Workbook"].concat(),
            Unreadable::OtherFormat(name()),
        ),
        (
            [&compound[..], &mark].concat(),
            Unreadable::Protected(name()),
        ),
        (good[..good.len() / 2].to_vec(), Unreadable::Broken(name())),
        (
            repacked(&good, |_, _| Vec::new(), &[]),
            Unreadable::Broken(name()),
        ),
        (vec![b' '; read::MOST_BYTES + 1], Unreadable::TooLarge),
        (workbook(&[("Ark1", PEOPLE)]), Unreadable::NothingKnown),
    ];
    for (bytes, expected) in table {
        let found = read(&file("bok.xlsx", bytes)).expect_err("it is refused");
        assert_eq!(found, expected);
        for language in Language::OWN {
            assert_ne!(found.said().text(language), found.said().key);
        }
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let good = workbook(&[("Personer", PEOPLE)]);
    let large = vec![b' '; 65 * 1024 * 1024];
    let bomb = repacked(&good, |_, it| it, &[("xl/media/image1.png", &large)]);
    assert!(bomb.len() < 200_000, "it is small: {}", bomb.len());
    let began = Instant::now();
    assert_eq!(
        read(&file("b.xlsx", bomb.clone())),
        Err(Unreadable::Bomb("b.xlsx".into()))
    );
    // It may lie about what it becomes: what it does become counts.
    let mut liar = bomb;
    let said = u32::try_from(large.len()).expect("it fits").to_le_bytes();
    let places: Vec<usize> = (0..liar.len() - 4)
        .filter(|at| liar[*at..*at + 4] == said)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        liar[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let found = read(&file("b.xlsx", liar));
    assert!(
        matches!(found, Err(Unreadable::Bomb(_) | Unreadable::Broken(_))),
        "{found:?}"
    );
    let parts: Vec<String> = (0..1_100)
        .map(|number| format!("xl/{number}.xml"))
        .collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let many = repacked(&good, |_, it| it, &parts);
    assert_eq!(
        read(&file("b.xlsx", many)),
        Err(Unreadable::Bomb("b.xlsx".into()))
    );
    assert!(began.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_cell_at_the_far_end_of_the_sheet_costs_nothing_and_too_many_rows_are_refused() {
    let good = workbook(&[("Personer", PEOPLE)]);
    let far = with(
        &good,
        "xl/worksheets/sheet1.xml",
        "</sheetData>",
        "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
    );
    let found = checked(far);
    assert_eq!(faults(&found), []);
    assert_eq!(found.plan.people.len(), 1);
    let rows: String = (3..60_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"))
        .collect();
    let many = with(
        &good,
        "xl/worksheets/sheet1.xml",
        "</sheetData>",
        &format!("{rows}</sheetData>"),
    );
    assert_eq!(
        read(&file("b.xlsx", many)),
        Err(Unreadable::TooMany("Personer".into()))
    );
}

#[test]
fn macros_are_told_and_never_run() {
    let good = workbook(&[("Personer", PEOPLE)]);
    let macros = repacked(
        &good,
        |_, it| it,
        &[("xl/vbaProject.bin", b"Sub Auto_Open()")],
    );
    let book = read(&file("bok.xlsm", macros)).expect("its values are read");
    assert_eq!(book.notes, [Note::Macros]);
    assert_eq!(book.tables[0].rows.len(), 2);
}

#[test]
fn hidden_and_unknown_sheets_are_told_and_left() {
    let mut book = Workbook::new();
    for (name, hidden) in [
        ("Personer", false),
        ("Råd", true),
        ("Budsjett", false),
        ("Veiledning", false),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name").set_hidden(hidden);
        fill(
            sheet,
            if name == "Personer" {
                PEOPLE
            } else {
                &["Tull"]
            },
        );
    }
    let bytes = book.save_to_buffer().expect("a workbook is made");
    let found = checked(bytes);
    assert_eq!(
        found.notes,
        [
            Note::HiddenSheet("Råd".into()),
            Note::UnknownSheet("Budsjett".into())
        ]
    );
    assert_eq!(found.plan.people.len(), 1);
}

/// A sheet of seats whose first days are written in every way that Excel knows.
fn days_of_every_kind() -> Vec<u8> {
    let mut book = Workbook::new();
    let boards = book.add_worksheet();
    boards.set_name("Råd").expect("a name");
    fill(boards, BOARDS);
    let seats = book.add_worksheet();
    seats.set_name("Seter").expect("a name");
    fill(seats, &["Råd|Sete|Type|Fra og med"]);
    let shown = Format::new().set_num_format("dd.mm.yyyy");
    for row in 1..=5_u32 {
        seats.write(row, 0, "skate").expect("written");
        seats.write(row, 1, row).expect("written");
        seats.write(row, 2, "permanent").expect("written");
    }
    let first = ExcelDateTime::from_ymd(2026, 12, 31).expect("a day");
    seats
        .write_with_format(1, 3, &first, &shown)
        .expect("written");
    seats.write(2, 3, 46_387).expect("written");
    seats.write(3, 3, "31.12.2026").expect("written");
    seats.write(4, 3, "31. desember 2026").expect("written");
    let formula = Formula::new("=DATE(2026,12,31)").set_result("46387");
    seats.write_formula(5, 3, formula).expect("written");
    book.save_to_buffer().expect("a workbook is made")
}

#[test]
fn a_day_is_the_same_however_it_is_written_in_both_date_systems() {
    let from_1900 = days_of_every_kind();
    let found = checked(from_1900.clone());
    assert_eq!(faults(&found), []);
    let days: Vec<_> = found
        .plan
        .seats
        .iter()
        .map(|seat| seat.period.from)
        .collect();
    assert_eq!(days, [day("2026-12-31"); 5]);
    let positions: Vec<_> = found.plan.seats.iter().map(|seat| seat.position).collect();
    assert_eq!(
        positions,
        [1, 2, 3, 4, 5],
        "numbers are read as they are shown"
    );
    // The same cells in a workbook that counts from 1904 mean days four years and a day later; texts mean the same.
    let from_1904 = with(
        &from_1900,
        "xl/workbook.xml",
        "<workbookPr",
        "<workbookPr date1904=\"1\"",
    );
    let found = checked(from_1904);
    let days: Vec<_> = found
        .plan
        .seats
        .iter()
        .map(|seat| seat.period.from)
        .collect();
    let (text, serial) = (day("2026-12-31"), day("2031-01-01"));
    assert_eq!(days, [serial, serial, text, text, serial]);
}

#[test]
fn a_formula_without_a_value_or_with_an_error_is_refused_at_its_cell() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Personer").expect("a name");
    fill(sheet, &["Navn|E-post", "|a@x.no", "|b@x.no", "|c@x.no"]);
    let value = Formula::new("=\"Kari \"&\"Nordbø\"").set_result("Kari Nordbø");
    sheet.write_formula(1, 0, value).expect("written");
    let error = Formula::new("=A0").set_result("#REF!");
    sheet.write_formula(2, 0, error).expect("written");
    sheet
        .write_formula(3, 0, Formula::new("=A1").set_result("17"))
        .expect("written");
    let bytes = book.save_to_buffer().expect("a workbook is made");
    let found = checked(with(&bytes, "xl/worksheets/sheet1.xml", "<v>17</v>", ""));
    assert_eq!(found.plan.people[0].name, "Kari Nordbø");
    let told = faults(&found);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].0 == "Personer, rad 3, kolonne A «Navn»" && told[0].1.contains("#REF!"),
        "{told:?}"
    );
    assert!(
        told[1].0 == "Personer, rad 4, kolonne A «Navn»"
            && told[1].1.contains("ingen lagret verdi")
    );
}

#[test]
fn merged_rows_share_their_value_and_merged_columns_are_refused_at_their_place() {
    let mut book = Workbook::new();
    let boards = book.add_worksheet();
    boards.set_name("Råd").expect("a name");
    fill(boards, BOARDS);
    let meetings = book.add_worksheet();
    meetings.set_name("Møter").expect("a name");
    let plain = Format::new();
    // A title over the headings is no heading.
    meetings
        .merge_range(0, 0, 0, 3, "Møter i Skate", &plain)
        .expect("merged");
    fill(
        meetings,
        &[
            "",
            "Råd|Dato|Type|Sted",
            "|01.01.2019|ordinary",
            "|01.02.2019|ordinary",
            "|01.03.2019|ordinary",
        ],
    );
    meetings
        .merge_range(2, 0, 4, 0, "skate", &plain)
        .expect("merged");
    let good = book.save_to_buffer().expect("a workbook is made");
    let found = checked(good);
    assert_eq!(faults(&found), []);
    assert_eq!(found.plan.meetings.len(), 3);

    let mut book = Workbook::new();
    let people = book.add_worksheet();
    people.set_name("Personer").expect("a name");
    fill(people, PEOPLE);
    people
        .merge_range(2, 0, 2, 1, "Ola ola@x.no", &plain)
        .expect("merged");
    let found = checked(book.save_to_buffer().expect("a workbook is made"));
    let told = faults(&found);
    assert_eq!(told[0].0, "Personer, rad 3, kolonne A «Navn»");
    assert!(told[0].1.contains("A3:B3"), "{told:?}");
}

#[test]
fn the_template_is_understood_in_every_language() {
    for language in Language::OWN {
        let bytes = styringsrad::import::template::workbook(language).expect("it is made");
        let book = read(&file("mal.xlsx", bytes)).expect("it is read");
        assert_eq!(
            book.tables.len(),
            styringsrad::import::headings::SHEETS.len()
        );
        let found = rules::check(&book, &known(), language, moment("2026-11-22 08:00"));
        assert_eq!(
            (faults(&found), found.notes),
            (vec![], vec![]),
            "{language:?}"
        );
        for sheet in styringsrad::import::headings::SHEETS {
            let table = styringsrad::import::template::table(language, &sheet);
            let book = read(&file(&format!("{}.csv", sheet.code), table)).expect("it is read");
            let found = rules::check(&book, &known(), language, moment("2026-11-22 08:00"));
            assert_eq!((faults(&found), found.notes), (vec![], vec![]), "{sheet:?}");
        }
    }
}

#[test]
fn bytes_that_nobody_meant_break_nothing() {
    let good = workbook(&[("Personer", PEOPLE), ("Råd", BOARDS)]);
    // Every part in turn is cut short, doubled, and filled with what is not XML.
    let parts: Vec<String> = {
        let archive = zip::ZipArchive::new(std::io::Cursor::new(&good)).expect("an archive");
        let names = archive.file_names();
        names.map(|name| name.expect("text").into_owned()).collect()
    };
    for part in parts {
        for harm in 0..4 {
            let change = |name: &str, content: Vec<u8>| match harm {
                _ if name != part => content,
                0 => content[..content.len() / 2].to_vec(),
                1 => [content.as_slice(), content.as_slice()].concat(),
                2 => b"\xFF\xFE<<<>&&;".to_vec(),
                _ => String::from_utf8_lossy(&content)
                    .replace("r=\"A", "r=\"ZZZZZZZZZ")
                    .replace("count=\"", "count=\"999999999")
                    .into_bytes(),
            };
            let bytes = repacked(&good, change, &[]);
            if let Ok(book) = read(&file("bok.xlsx", bytes)) {
                let found = rules::check(&book, &known(), Language::NB, moment("2026-11-22 08:00"));
                assert!(found.plan.people.len() <= 1, "nothing is made up");
            }
        }
    }
}
