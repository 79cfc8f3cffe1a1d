//! A row under its headings: each cell is asked for by its column's code, and what is wrong with it is told there.

use super::Place;
use super::vocabulary::List;
use crate::calendar::Period;
use crate::files::identity_numbers;
use crate::i18n::{Language, Said};
use crate::import::headings::{Sheet, column_letter};
use crate::import::values;
use crate::import::{Cell, Fault, Row, Table};
use crate::portfolio::payments::{NotMoney, Ore};
use crate::web::form;
use chrono::{NaiveDate, NaiveTime};

/// A table whose headings are found.
pub struct Located<'a> {
    pub table: &'a Table,
    pub sheet: Sheet,
    /// For each column of the sheet the place of its cells in a row.
    pub columns: Vec<Option<usize>>,
    pub headings: &'a Row,
    /// Those below the headings.
    pub rows: &'a [Row],
}

impl<'a> Located<'a> {
    fn place_of(&self, code: &str) -> Option<usize> {
        let columns = self.sheet.columns.iter();
        let at = columns
            .zip(&self.columns)
            .find(|(column, _)| column.code == code)?;
        *at.1
    }

    /// A row's cell in a column; empty where there is none.
    pub fn cell(&self, row: &'a Row, code: &str) -> &'a Cell {
        let at = self.place_of(code);
        at.and_then(|at| row.cells.get(at)).unwrap_or(&Cell::Empty)
    }

    /// As the reader finds the column: its letter, and the heading as it stands.
    pub fn column_name(&self, at: usize) -> String {
        let heading = self.headings.cells.get(at).map(values::text);
        let heading = heading.and_then(Result::ok).unwrap_or_default();
        let letter = column_letter(at);
        if heading.is_empty() {
            letter
        } else {
            format!("{letter} «{heading}»")
        }
    }

    /// A row to be read; what is wrong with it goes to `faults`.
    pub fn line<'f>(&'a self, row: &'a Row, faults: &'f mut Vec<Fault>) -> Line<'a, 'f> {
        Line {
            of: self,
            row,
            before: faults.len(),
            faults,
        }
    }
}

/// A row while it is read.
pub struct Line<'a, 'f> {
    of: &'a Located<'a>,
    row: &'a Row,
    before: usize,
    faults: &'f mut Vec<Fault>,
}

impl Line<'_, '_> {
    pub fn place(&self) -> Place {
        Place {
            sheet: self.of.table.name.clone(),
            row: self.row.number,
        }
    }

    /// Whether nothing has been found wrong so far.
    pub fn is_right(&self) -> bool {
        self.faults.len() == self.before
    }

    pub fn refuse(&mut self, code: &str, said: Said) {
        let fault = self.fault(code, said);
        self.faults.push(fault);
    }

    fn read<T>(&mut self, code: &str, read: impl FnOnce(&Cell) -> Result<T, Said>) -> Option<T> {
        let cell = self.of.cell(self.row, code);
        if *cell == Cell::Empty {
            return None;
        }
        read(cell).map_err(|said| self.refuse(code, said)).ok()
    }

    /// Asks for a cell that must be filled. A column that is missing is told once, at the headings.
    fn needed<T>(&mut self, code: &str, found: Option<T>) -> Option<T> {
        let is_empty = *self.of.cell(self.row, code) == Cell::Empty;
        if found.is_none() && is_empty && self.of.place_of(code).is_some() {
            self.refuse(code, Said::new("import-needed"));
        }
        found
    }

    /// A text of at most so many characters; empty where there is none.
    pub fn text(&mut self, code: &str, most: usize) -> String {
        let found = self.read(code, |cell| {
            let text = values::text(cell)?;
            if text.chars().count() > most {
                return Err(Said::new("form-too-long").with("most", most));
            }
            if text.chars().any(form::is_hidden) {
                return Err(Said::new("form-hidden-characters"));
            }
            Ok(text)
        });
        found.unwrap_or_default()
    }

    /// A line of what people will read, as it stands; empty where there is none. It goes to many, and an identity number
    /// has no business there.
    pub fn words(&mut self, code: &str, most: usize) -> String {
        self.readable(code, most, values::line)
    }

    /// The same, and empty too where it says that nobody knows.
    pub fn known_words(&mut self, code: &str, most: usize) -> String {
        let words = self.words(code, most);
        if values::is_unknown(&words) {
            String::new()
        } else {
            words
        }
    }

    pub fn needed_words(&mut self, code: &str, most: usize) -> Option<String> {
        let words = self.words(code, most);
        self.needed(code, Some(words).filter(|words| !words.is_empty()))
    }

    /// The same of several lines.
    pub fn prose(&mut self, code: &str, most: usize) -> String {
        self.readable(code, most, values::lines)
    }

    pub fn needed_prose(&mut self, code: &str, most: usize) -> Option<String> {
        let prose = self.prose(code, most);
        self.needed(code, Some(prose).filter(|prose| !prose.is_empty()))
    }

    fn readable(&mut self, code: &str, most: usize, kept: fn(&str) -> String) -> String {
        let found = self.read(code, |cell| {
            let text = match cell {
                Cell::Text(text) => kept(text),
                other => values::text(other)?,
            };
            if text.chars().count() > most {
                return Err(Said::new("form-too-long").with("most", most));
            }
            if (text.chars()).any(|c| c != '\n' && c != '\t' && form::is_hidden(c)) {
                return Err(Said::new("form-hidden-characters"));
            }
            match identity_numbers::find(&text).into_iter().next() {
                Some(at) => {
                    let words = identity_numbers::around(&text, at);
                    Err(Said::new("form-has-number").with("words", words))
                }
                None => Ok(text),
            }
        });
        found.unwrap_or_default()
    }

    /// Whether anything stands in a cell.
    pub fn is_filled(&self, code: &str) -> bool {
        *self.of.cell(self.row, code) != Cell::Empty
    }

    /// Whether any of these cells says something, and not that nobody knows.
    pub fn says_any(&self, codes: &[&str]) -> bool {
        let mut said = codes.iter().filter(|code| self.is_filled(code));
        said.any(|code| !values::is_unknown(&self.raw(code)))
    }

    /// A fault of this row that is told only once the rest of the file is read.
    pub fn fault(&self, code: &str, said: Said) -> Fault {
        let column = self.of.place_of(code).map(|at| self.of.column_name(at));
        let place = self.place();
        Fault {
            sheet: place.sheet,
            row: Some(place.row),
            column,
            said,
        }
    }

    /// A cell's text as it stands, without asking whether it is right: it was asked before.
    pub fn raw(&self, code: &str) -> String {
        values::text(self.of.cell(self.row, code)).unwrap_or_default()
    }

    pub fn needed_text(&mut self, code: &str, most: usize) -> Option<String> {
        let text = self.text(code, most);
        self.needed(code, Some(text).filter(|text| !text.is_empty()))
    }

    /// A mail address, in lower case.
    pub fn address(&mut self, code: &str) -> Option<String> {
        self.read(code, |cell| {
            let text = values::text(cell)?;
            form::mail_address(&text).ok_or_else(|| Said::new("form-not-an-address"))
        })
    }

    pub fn needed_address(&mut self, code: &str) -> Option<String> {
        let address = self.address(code);
        self.needed(code, address)
    }

    pub fn day(&mut self, code: &str) -> Option<NaiveDate> {
        let from_1904 = self.of.table.from_1904;
        self.read(code, |cell| values::day(cell, from_1904))
    }

    /// A day that nobody may know.
    pub fn known_day(&mut self, code: &str) -> Option<NaiveDate> {
        if values::is_unknown(&self.raw(code)) {
            return None;
        }
        self.day(code)
    }

    /// Several days, with commas or semicolons between; a cell of the workbook's own holds one.
    pub fn days(&mut self, code: &str) -> Option<Vec<NaiveDate>> {
        let from_1904 = self.of.table.from_1904;
        self.read(code, |cell| match cell {
            Cell::Text(text) => (text.split([',', ';']).map(str::trim))
                .map(|part| values::day(&Cell::Text(part.to_owned()), from_1904))
                .collect(),
            other => values::day(other, from_1904).map(|day| vec![day]),
        })
    }

    pub fn needed_day(&mut self, code: &str) -> Option<NaiveDate> {
        let day = self.day(code);
        self.needed(code, day)
    }

    /// A period by its first and last day; without a last day it has no end.
    pub fn period(&mut self, from: &str, last: &str) -> Option<Period> {
        let first = self.needed_day(from);
        let until = self.day(last).and_then(|day| day.succ_opt());
        let period = Period::new(first?, until);
        period
            .map_err(|_empty| self.refuse(last, Said::new("boards-ends-before-it-begins")))
            .ok()
    }

    pub fn time(&mut self, code: &str) -> Option<NaiveTime> {
        self.read(code, values::time)
    }

    pub fn yes(&mut self, code: &str) -> bool {
        self.read(code, values::yes_no).unwrap_or(false)
    }

    pub fn number(&mut self, code: &str) -> Option<i64> {
        self.read(code, values::number)
    }

    pub fn needed_number(&mut self, code: &str) -> Option<i64> {
        let number = self.number(code);
        self.needed(code, number)
    }

    /// An amount in kroner that must be there.
    pub fn needed_amount(&mut self, code: &str) -> Option<Ore> {
        let amount = self.read(code, |cell| match cell {
            Cell::Number(kroner) => Ore::of_kroner(*kroner).map_err(NotMoney::said),
            Cell::Text(text) => Ore::parse(text).map_err(NotMoney::said),
            other => Ore::parse(&values::text(other)?).map_err(NotMoney::said),
        });
        self.needed(code, amount)
    }

    /// A code of a list, by the code or its word in any language.
    pub fn choice(&mut self, code: &str, list: &List) -> Option<String> {
        self.read(code, |cell| {
            let text = values::text(cell)?;
            let found = list.codes.get(&values::key(&text)).cloned();
            found.ok_or_else(|| {
                Said::new("import-not-a-choice")
                    .with("written", text)
                    .with("choices", &list.choices)
            })
        })
    }

    pub fn needed_choice(&mut self, code: &str, list: &List) -> Option<String> {
        let choice = self.choice(code, list);
        self.needed(code, choice)
    }

    /// A language, bokmål where none is said.
    pub fn language(&mut self, code: &str, list: &List) -> Language {
        let tag = self.choice(code, list);
        tag.and_then(|tag| Language::from_tag(&tag))
            .unwrap_or(Language::NB)
    }
}
