//! Whether a file is right, as one pure function: what was read and what stands already in, a plan or every fault out.
//!
//! The sheets are read in the order in which one needs another. A row with a fault is still known by its key, so that
//! the rows that speak of it are not faulty too.

mod boards;
mod line;
mod meetings;
mod organisations;
mod people;
mod terms;

use super::headings::{self, Sheet};
use super::values::key;
use super::{Book, Cell, Checked, Count, Fault, Known, Note, Row, Table};
use crate::db::code_words::CodeWord;
use crate::db::types::Moment;
use crate::i18n::{Language, Said, text};
use line::{Line, Located};
use std::collections::{BTreeSet, HashMap};

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
        words: Vocabulary::of(known, language),
        checked,
        organisations: organisations::Register::of(known),
        people: people::Register::of(known),
        boards: boards::Register::of(known),
        terms: terms::Register::of(known),
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
            _ => work.meetings(&tables),
        };
        work.checked.counts.push(Count {
            sheet: sheet.code,
            new: count.0,
            known: count.1,
        });
    }
    work.checked
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
    words: Vocabulary,
    checked: Checked,
    organisations: organisations::Register,
    people: people::Register,
    boards: boards::Register,
    terms: terms::Register,
}

/// A row by its sheet and number, to be named from another row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    sheet: String,
    row: u32,
}

impl Work<'_> {
    /// Two rows that say the same: told, and the first counts.
    fn twice(&mut self, line: &Line<'_, '_>, first: &Place) {
        self.checked.notes.push(Note::Twice {
            sheet: line.place().sheet,
            row: line.place().row,
            first: first.row,
        });
    }
}

/// A closed or open list: every word for a code, and what to say when none of them was written.
struct List {
    codes: HashMap<String, String>,
    choices: String,
}

impl List {
    fn new<'a>(
        codes: impl IntoIterator<Item = (&'a str, [String; 3])>,
        language: Language,
    ) -> Self {
        let at = Language::ALL.iter().position(|it| *it == language);
        let mut list = Self {
            codes: HashMap::new(),
            choices: String::new(),
        };
        let mut choices = Vec::new();
        for (code, words) in codes {
            list.codes.insert(key(code), code.to_owned());
            choices.push(words[at.unwrap_or(0)].clone());
            for word in words {
                list.codes
                    .entry(key(&word))
                    .or_insert_with(|| code.to_owned());
            }
        }
        list.choices = choices.join(", ");
        list
    }

    fn of_data(list: &[CodeWord], language: Language) -> Self {
        let words = list.iter().map(|(code, words)| {
            let each = Language::ALL.map(|it| words.in_language(it.tag()).to_owned());
            (code.as_str(), each)
        });
        Self::new(words, language)
    }

    /// Codes whose words are texts of the product.
    fn of_texts<'a>(
        start: &str,
        codes: impl IntoIterator<Item = &'a str>,
        language: Language,
    ) -> Self {
        let words = codes.into_iter().map(|code| {
            let each = Language::ALL.map(|it| text(it, &format!("{start}{code}"), &[]));
            (code, each)
        });
        Self::new(words.collect::<Vec<_>>(), language)
    }
}

/// The lists that cells choose from.
struct Vocabulary {
    board_kinds: List,
    meeting_kinds: List,
    seat_kinds: List,
    organisation_kinds: List,
    roles: List,
    states: List,
    holidays: List,
    languages: List,
}

impl Vocabulary {
    fn of(known: &Known, language: Language) -> Self {
        use crate::calendar::HolidaySet;
        use crate::meetings::MeetingState;
        use crate::web::access::Role;
        let data = |list: &[CodeWord]| List::of_data(list, language);
        let roles = Role::ALL.iter().map(|role| role.code());
        let states = MeetingState::ALL.iter().map(|state| state.code());
        let holidays = HolidaySet::ALL.map(HolidaySet::code);
        let languages = Language::ALL.map(|it| {
            (
                it.tag(),
                [it.own_name(), it.own_name(), it.own_name()].map(str::to_owned),
            )
        });
        Self {
            board_kinds: data(&known.kinds.board),
            meeting_kinds: data(&known.kinds.meeting),
            seat_kinds: data(&known.kinds.seat),
            organisation_kinds: data(&known.kinds.organisation),
            roles: List::of_texts("boards-role-", roles, language),
            states: List::of_texts("meeting-state-", states, language),
            holidays: List::of_texts("boards-holidays-", holidays, language),
            languages: List::new(languages, language),
        }
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
