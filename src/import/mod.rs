//! Moving in: organisations, persons, boards and their past (meetings, cases, agendas, attendance, minutes, action items), and
//! what service owners pay, from a workbook or a folder of tables.
//!
//! What is read is checked as a whole before anything is written: every fault is told with sheet, row, column and
//! what to write instead, and then all rows are written in one short write, or none. A row that says what stands
//! already is recognised by its natural key (organisation number or name, mail address, a board's short address, …)
//! and left alone, so that the same file can be imported twice. Nobody is mailed: a new board's mail is off, and rows
//! for a board whose mail is on are refused (F11). The format stands in `docs/import.md`.
//!
//! Left out on purpose: mandates and lead times, which are few and made on their pages; affiliations of service
//! owners' people, which give access; and changing what is registered, because a file grows old the day it is saved.

pub mod headings;
pub mod pages;
pub mod past;
pub mod payments;
pub mod read;
pub mod routes;
pub mod rules;
pub mod run;
pub mod store;
pub mod template;
pub mod values;

use crate::boards::{Appointment, Board, Representation, Seat};
use crate::calendar::Period;
use crate::db::code_words::CodeWord;
use crate::db::ids::{BoardId, MeetingId, OrganisationId, PersonId};
use crate::i18n::Said;
use crate::meetings::Meeting;
use crate::people::{Name, Organisation, Person};
use crate::portfolio::payments::Payment;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What was read from files, before anybody asks whether it is right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    pub tables: Vec<Table>,
    pub notes: Vec<Note>,
}

/// A sheet of a workbook, or a file of text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// As the file calls it.
    pub name: String,
    /// Whether plain numbers that mean days count from 1904 instead of 1900.
    pub from_1904: bool,
    /// Rows with anything in them, in their order.
    pub rows: Vec<Row>,
}

/// A row and its number, from 1, as a spreadsheet or an editor shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub number: u32,
    pub cells: Vec<Cell>,
}

/// What stands in a cell. Of a formula it is the value that was saved with it; nothing is ever calculated here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A number shown as a date or a time: days since the turn of 1900, as Excel counts them.
    Day(f64),
    Truth(bool),
    /// A formula that ended in an error, such as `#REF!`.
    Failed(String),
    /// A formula without a saved value.
    NotCalculated,
    /// Merged with cells in other columns, so that nobody knows which column the value belongs to: the area.
    Across(String),
}

/// Something that is told and stops nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// The workbook has macros; they were neither run nor read.
    Macros,
    HiddenSheet(String),
    UnknownSheet(String),
    /// A file of a folder that is no table.
    UnknownFile(String),
    UnknownColumn {
        sheet: String,
        column: String,
        heading: String,
    },
    /// Two rows that say the same; the first counts.
    Twice {
        sheet: String,
        row: u32,
        first: u32,
    },
}

impl Note {
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Macros => Said::new("import-note-macros"),
            Self::HiddenSheet(sheet) => Said::new("import-note-hidden-sheet").with("sheet", sheet),
            Self::UnknownSheet(sheet) => {
                Said::new("import-note-unknown-sheet").with("sheet", sheet)
            }
            Self::UnknownFile(file) => Said::new("import-note-unknown-file").with("file", file),
            Self::UnknownColumn {
                sheet,
                column,
                heading,
            } => Said::new("import-note-unknown-column")
                .with("sheet", sheet)
                .with("column", column)
                .with("heading", heading),
            Self::Twice { sheet, row, first } => Said::new("import-note-twice")
                .with("sheet", sheet)
                .with("row", row.to_string())
                .with("first", first.to_string()),
        }
    }
}

/// What is wrong, where, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub sheet: String,
    /// None when it is about the sheet as a whole.
    pub row: Option<u32>,
    /// The letter and the heading, such as “C «Postmottak»”.
    pub column: Option<String>,
    pub said: Said,
}

impl Fault {
    /// Where it is: sheet, row, column.
    #[must_use]
    pub fn place(&self) -> Said {
        let said = match (&self.row, &self.column) {
            (Some(row), Some(column)) => Said::new("import-place-cell")
                .with("row", row.to_string())
                .with("column", column),
            (Some(row), None) => Said::new("import-place-row").with("row", row.to_string()),
            (None, _) => Said::new("import-place-sheet"),
        };
        said.with("sheet", &self.sheet)
    }
}

/// How many rows of a sheet are new, and how many were recognised and are left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The code of the sheet.
    pub sheet: &'static str,
    pub new: usize,
    pub known: usize,
}

/// Everything that stands already and that a file may speak of. Compared whole in the write: what was checked against
/// is what is written beside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    pub kinds: Kinds,
    /// With their number; the names stand in `names`.
    pub organisations: Vec<(OrganisationId, Option<String>)>,
    pub names: Vec<(OrganisationId, String, String)>,
    pub domains: Vec<String>,
    /// With address and name.
    pub people: Vec<(PersonId, String, String)>,
    pub boards: Vec<KnownBoard>,
    /// Of the boards that the file names only; so are those below.
    pub seats: Vec<Seat>,
    pub appointments: Vec<Appointment>,
    pub representations: Vec<Representation>,
    /// With board, kind and first day.
    pub meetings: Vec<(MeetingId, BoardId, String, NaiveDate)>,
    /// Looked up only where the file has a sheet of it.
    pub past: past::KnownPast,
    /// The same.
    pub payments: payments::KnownPayments,
}

/// The open lists of codes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kinds {
    pub board: Vec<CodeWord>,
    pub meeting: Vec<CodeWord>,
    pub seat: Vec<CodeWord>,
    pub organisation: Vec<CodeWord>,
    pub case_type: Vec<CodeWord>,
    pub case_subject: Vec<CodeWord>,
    pub outcome: Vec<CodeWord>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownBoard {
    pub id: BoardId,
    pub slug: String,
    pub zone: chrono_tz::Tz,
    pub mail_is_on: bool,
}

/// What is to be written, in the order in which one row needs another.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub organisations: Vec<Organisation>,
    pub names: Vec<Name>,
    pub owner_periods: Vec<(OrganisationId, Period)>,
    pub domains: Vec<(String, OrganisationId)>,
    pub people: Vec<Person>,
    /// Each after the board above it.
    pub boards: Vec<Board>,
    pub seats: Vec<Seat>,
    pub appointments: Vec<Appointment>,
    pub representations: Vec<Representation>,
    pub meetings: Vec<Meeting>,
    pub past: past::Past,
    pub payments: Vec<Payment>,
    /// The boards that the file names: their mail is planned again afterwards.
    pub touched: BTreeSet<BoardId>,
}

impl Plan {
    /// Whether everything in the file stands already.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.organisations.is_empty()
            && self.people.is_empty()
            && self.boards.is_empty()
            && self.seats.is_empty()
            && self.appointments.is_empty()
            && self.representations.is_empty()
            && self.meetings.is_empty()
            && self.past.is_empty()
            && self.payments.is_empty()
    }
}

/// A file that was checked as a whole.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    pub plan: Plan,
    /// In the order of the sheets; those that are not in the file are left out.
    pub counts: Vec<Count>,
    /// In the order of sheets and rows. With any of them nothing is written.
    pub faults: Vec<Fault>,
    pub notes: Vec<Note>,
}
