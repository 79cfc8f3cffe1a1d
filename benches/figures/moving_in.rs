//! A body that moves in: a workbook of 10 000 rows, read, checked and written while others want to write.

use super::full::Instance;
use super::{Figure, milliseconds, timed};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use styringsrad::audit::Actor;
use styringsrad::i18n::Language;
use styringsrad::import::{read, run};

/// As many rows as the workbook has below its headings.
const ROWS: usize = 10_000;
const BOARDS: usize = 50;
/// Of each kind below, on each board.
const SEATS: usize = 13;
const TERMS: usize = 26;
const PEOPLE: usize = 2_000;
const ORGANISATIONS: usize = 350;

/// Reads, checks and writes three such workbooks; the slowest counts.
pub fn figures(instance: &Instance) -> Vec<Figure> {
    let (app, now) = (&instance.app, instance.app.clock.now());
    let (mut validated, mut held) = (Duration::ZERO, Duration::ZERO);
    for time in 0..3 {
        let file = read::File {
            name: "flytter-inn.xlsx".to_owned(),
            bytes: workbook(time),
        };
        let mut book = None;
        validated = validated.max(timed(|| {
            let read = read::files(std::slice::from_ref(&file)).expect("it is a workbook");
            let checked = run::check(&app.db, &read, Language::NB, now).expect("it is checked");
            assert!(checked.faults.is_empty(), "{:?}", checked.faults.first());
            let rows: usize = checked.counts.iter().map(|count| count.new).sum();
            assert_eq!(rows, ROWS);
            book = Some(read);
        }));
        let book = book.expect("it was read");
        let is_over = AtomicBool::new(false);
        held = held.max(std::thread::scope(|scope| {
            let other = scope.spawn(|| {
                let mut longest = Duration::ZERO;
                while !is_over.load(Ordering::Relaxed) {
                    let wait = timed(|| app.db.write_now(|_| Ok(())).expect("a turn comes"));
                    longest = longest.max(wait);
                    std::thread::sleep(Duration::from_micros(200));
                }
                longest
            });
            let by = (Actor::System, Language::NB);
            let written = run::write(&app.db, &book, by, now).expect("it is written");
            assert!(written.faults.is_empty());
            is_over.store(true, Ordering::Relaxed);
            other.join().expect("the other writer ends")
        }));
    }
    let figure = |name, value, target| Figure {
        name,
        value,
        unit: "ms",
        target,
        at_most: true,
    };
    vec![
        figure("import_10000_validated", milliseconds(validated), 2000.0),
        figure("import_10000_writer_held", milliseconds(held), 500.0),
    ]
}

fn organisation(time: usize, number: usize) -> String {
    format!("Virksomhet {time}{number:04}")
}

fn address(time: usize, number: usize) -> String {
    format!("person{time}{number:04}@flytter.example")
}

fn slug(time: usize, number: usize) -> String {
    format!("flytter-{time}-{number}")
}

fn texts<const N: usize>(of: [&str; N]) -> Vec<String> {
    of.map(str::to_owned).into()
}

fn workbook(time: usize) -> Vec<u8> {
    let mut book = Workbook::new();
    let of = |row: usize| vec![organisation(time, row), "Kommune".to_owned()];
    fill(
        book.add_worksheet(),
        "Virksomheter",
        "Navn|Type",
        ORGANISATIONS,
        of,
    );
    let person = |row: usize| vec![format!("Person {row}"), address(time, row)];
    fill(
        book.add_worksheet(),
        "Personer",
        "Navn|E-post",
        PEOPLE,
        person,
    );
    let board = |row: usize| {
        texts([
            &slug(time, row),
            "Råd",
            "Styringsråd",
            "rad@flytter.example",
        ])
    };
    fill(
        book.add_worksheet(),
        "Råd",
        "Kortadresse|Navn|Type|E-postadresse",
        BOARDS,
        board,
    );
    let seat = |row: usize| {
        let position = (row % SEATS + 1).to_string();
        texts([
            &slug(time, row / SEATS),
            &position,
            "Fast medlem",
            "01.01.2015",
        ])
    };
    fill(
        book.add_worksheet(),
        "Seter",
        "Råd|Sete|Type|Fra og med",
        BOARDS * SEATS,
        seat,
    );
    fill_terms_and_meetings(&mut book, time);
    book.save_to_buffer().expect("a workbook is made")
}

fn fill_terms_and_meetings(book: &mut Workbook, time: usize) {
    let heads = "Råd|Rolle|Sete|Virksomhet|Fra og med|Siste dag";
    fill(
        book.add_worksheet(),
        "Oppnevninger",
        heads,
        BOARDS * TERMS,
        |row| term(time, row),
    );
    let heads = "Råd|Rolle|Sete|Virksomhet|Fra og med|Siste dag|Person";
    fill(
        book.add_worksheet(),
        "Representanter",
        heads,
        BOARDS * TERMS,
        |row| {
            let mut cells = term(time, row);
            cells.push(address(time, row % PEOPLE));
            cells
        },
    );
    let rest = ROWS - ORGANISATIONS - PEOPLE - BOARDS - BOARDS * SEATS - 2 * BOARDS * TERMS;
    let heads = "Råd|Dato|Starter|Slutter|Type|Sted";
    fill(book.add_worksheet(), "Møter", heads, rest, |row| {
        meeting(time, row)
    });
}

fn term(time: usize, row: usize) -> Vec<String> {
    let (board, place) = (row / TERMS, row % TERMS);
    let (from, last) = if place < SEATS {
        ("1. januar 2015", "31. desember 2017")
    } else {
        ("1. januar 2018", "")
    };
    let seat = (place % SEATS + 1).to_string();
    let of = organisation(time, row % ORGANISATIONS);
    texts([&slug(time, board), "Medlem", &seat, &of, from, last])
}

fn meeting(time: usize, row: usize) -> Vec<String> {
    let (board, count) = (row % BOARDS, row / BOARDS);
    let day = format!("{}.{}.{}", count % 28 + 1, count / 28 % 12 + 1, 2012 + time);
    let kind = "Ordinært møte";
    texts([&slug(time, board), &day, "09.00", "11.30", kind, "Oslo"])
}

fn fill(
    sheet: &mut Worksheet,
    name: &str,
    headings: &str,
    rows: usize,
    cells: impl Fn(usize) -> Vec<String>,
) {
    sheet.set_name(name).expect("a name of a sheet");
    let first: Vec<String> = headings.split('|').map(str::to_owned).collect();
    for (at, line) in (0..).zip(std::iter::once(first).chain((0..rows).map(cells))) {
        for (column, cell) in (0..).zip(line) {
            sheet.write(at, column, cell).expect("a cell is written");
        }
    }
}
