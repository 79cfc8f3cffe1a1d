//! Whether a file is right, as one pure function: what was read and what stands already in, a plan or every fault out.
//!
//! The sheets are read in the order in which one needs another. A row with a fault is still known by its key, so that
//! the rows that speak of it are not faulty too.

mod actions;
mod agenda;
mod attendance;
mod boards;
mod cases;
mod line;
mod meetings;
mod minutes;
mod naming;
mod organisations;
mod past;
mod payments;
mod people;
mod terms;
mod vocabulary;

use super::headings::{self, Sheet};
use super::{Book, Cell, Checked, Count, Fault, Known, Note, Row, Table};
use crate::db::types::Moment;
use crate::i18n::{Language, Said, text};
use line::{Line, Located};
use std::collections::BTreeSet;
use vocabulary::Vocabulary;

/// As many rows may stand above the headings: a title, a date.
const MOST_ABOVE: usize = 10;

/// Checks a file against what stands, in the language of whoever is told.
#[must_use]
pub fn check(book: &Book, known: &Known, language: Language, now: Moment) -> Checked {
    let mut checked = Checked {
        notes: book.notes.clone(),
        ..Checked::default()
    };
    let mut located = Vec::new();
    for table in &book.tables {
        located.extend(locate(table, language, &mut checked));
    }
    let mut work = Work {
        known,
        now,
        language,
        words: Vocabulary::of(known, language),
        checked,
        organisations: organisations::Register::of(known),
        people: people::Register::of(known),
        boards: boards::Register::of(known),
        terms: terms::Register::of(known),
        past: past::Register::default(),
    };
    for sheet in headings::SHEETS {
        let tables: Vec<&Located<'_>> = located.iter().filter(|it| it.sheet == sheet).collect();
        if tables.is_empty() {
            continue;
        }
        let count = match sheet.code {
            headings::ORGANISATIONS => work.organisations(&tables),
            headings::FORMER_NAMES => work.former_names(&tables),
            headings::PERSONS => work.people(&tables),
            headings::BOARDS => work.boards(&tables),
            headings::SEATS => work.seats(&tables),
            headings::APPOINTMENTS => work.appointments(&tables),
            headings::REPRESENTATIONS => work.representations(&tables),
            headings::MEETINGS => work.meetings(&tables),
            headings::PAYMENTS => work.payments(&tables),
            code => work.of_the_past(code, &tables),
        };
        work.checked.counts.push(Count {
            sheet: sheet.code,
            new: count.0,
            known: count.1,
        });
    }
    work.settle_cases();
    let mut checked = work.checked;
    put_in_order(&mut checked.faults, &located);
    checked
}

/// Faults that were found late come where their rows stand: in the order of sheets and rows.
fn put_in_order(faults: &mut [Fault], located: &[Located<'_>]) {
    let place = |fault: &Fault| {
        let at = (located.iter()).position(|it| it.table.name == fault.sheet)?;
        let mut sheets = headings::SHEETS.iter();
        Some((sheets.position(|sheet| *sheet == located[at].sheet), at))
    };
    faults.sort_by_cached_key(|fault| (place(fault), fault.row));
}

/// What else than organisations, people and boards is looked up: what a file has sheets of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub past: bool,
    pub payments: bool,
}

/// What is to be looked up for a file.
#[must_use]
pub fn wanted(book: &Book) -> Wanted {
    let past = [
        headings::CASES,
        headings::AGENDA,
        headings::ATTENDANCE,
        headings::MINUTES,
        headings::ACTIONS,
    ];
    let sheets = (book.tables.iter()).filter_map(|table| headings::sheet(&table.name));
    let codes: BTreeSet<&str> = sheets.map(|sheet| sheet.code).collect();
    Wanted {
        past: past.iter().any(|code| codes.contains(code)),
        payments: codes.contains(headings::PAYMENTS),
    }
}

/// The short addresses of the boards that a file names: of these alone the seats, terms and meetings are looked up.
#[must_use]
pub fn slugs(book: &Book) -> BTreeSet<String> {
    let mut ignored = Checked::default();
    let mut found = BTreeSet::new();
    for table in &book.tables {
        if let Some(located) = locate(table, Language::NB, &mut ignored) {
            for code in ["board", "slug"] {
                for row in located.rows {
                    if let Ok(slug) = super::values::text(located.cell(row, code)) {
                        found.insert(slug.to_lowercase());
                    }
                }
            }
        }
    }
    found
}

/// How many rows are new, and how many are recognised.
type NewAndKnown = (usize, usize);

/// Everything at hand while the sheets are read one after the other.
struct Work<'a> {
    known: &'a Known,
    now: Moment,
    /// In which language whoever is told reads amounts.
    language: Language,
    words: Vocabulary,
    checked: Checked,
    organisations: organisations::Register,
    people: people::Register,
    boards: boards::Register,
    terms: terms::Register,
    past: past::Register,
}

/// A row by its sheet and number, to be named from another row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    sheet: String,
    row: u32,
}

impl Work<'_> {
    /// The sheets of what a board did before.
    fn of_the_past(&mut self, code: &str, tables: &[&Located<'_>]) -> NewAndKnown {
        self.past.learn(self.known, &self.checked.plan);
        match code {
            headings::CASES => self.cases(tables),
            headings::AGENDA => self.agendas(tables),
            headings::ATTENDANCE => self.attendance(tables),
            headings::MINUTES => self.minutes(tables),
            _ => self.actions(tables),
        }
    }

    /// Two rows that say the same: told, and the first counts.
    fn twice(&mut self, line: &Line<'_, '_>, first: &Place) {
        self.checked.notes.push(Note::Twice {
            sheet: line.place().sheet,
            row: line.place().row,
            first: first.row,
        });
    }
}

/// Finds a table's headings. What lacks them cannot be read any further.
fn locate<'a>(table: &'a Table, language: Language, checked: &mut Checked) -> Option<Located<'a>> {
    let sheet = headings::sheet(&table.name)?;
    let heading = |row: &Row| -> Vec<Option<usize>> {
        let found = row.cells.iter().map(|cell| match cell {
            Cell::Text(text) => headings::column(&sheet, text),
            _ => None,
        });
        found.collect()
    };
    let above = table.rows.iter().take(MOST_ABOVE);
    let best = above
        .enumerate()
        .map(|(at, row)| (at, heading(row).iter().flatten().count()))
        .filter(|(_, count)| *count > 0)
        // Of equals the first row: what comes below it may repeat a heading's word.
        .min_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
    let Some((at, _)) = best else {
        checked.faults.push(Fault {
            sheet: table.name.clone(),
            row: None,
            column: None,
            said: Said::new("import-no-headings").with("names", names(&sheet, language)),
        });
        return None;
    };
    let (row, rows) = table.rows[at..].split_first()?;
    let mut located = Located {
        table,
        sheet,
        columns: vec![None; sheet.columns.len()],
        headings: row,
        rows,
    };
    place_columns(&mut located, &heading(row), language, checked);
    Some(located)
}

fn names(sheet: &Sheet, language: Language) -> String {
    let needed = sheet.columns.iter().filter(|column| column.needed);
    let names = needed.map(|column| text(language, &headings::column_text(column.code), &[]));
    names.collect::<Vec<_>>().join(", ")
}

fn place_columns(
    located: &mut Located<'_>,
    found: &[Option<usize>],
    language: Language,
    checked: &mut Checked,
) {
    let fault = |at: usize, said: Said, located: &Located<'_>| Fault {
        sheet: located.table.name.clone(),
        row: Some(located.headings.number),
        column: Some(located.column_name(at)),
        said,
    };
    for (at, column) in found.iter().enumerate() {
        let cell = &located.headings.cells[at];
        match (cell, column) {
            (Cell::Empty, _) => {}
            (_, Some(column)) if located.columns[*column].is_some() => {
                let said = Said::new("import-heading-twice");
                checked.faults.push(fault(at, said, located));
            }
            (_, Some(column)) => located.columns[*column] = Some(at),
            (Cell::Across(area), None) => {
                let said = Said::new("import-across").with("area", area);
                checked.faults.push(fault(at, said, located));
            }
            (_, None) => checked.notes.push(Note::UnknownColumn {
                sheet: located.table.name.clone(),
                column: headings::column_letter(at),
                heading: super::values::text(cell).unwrap_or_default(),
            }),
        }
    }
    for (column, at) in located.sheet.columns.iter().zip(&located.columns) {
        if column.needed && at.is_none() {
            let name = text(language, &headings::column_text(column.code), &[]);
            checked.faults.push(Fault {
                sheet: located.table.name.clone(),
                row: Some(located.headings.number),
                column: None,
                said: Said::new("import-column-missing").with("column", name),
            });
        }
    }
}

#[cfg(test)]
mod tests;
