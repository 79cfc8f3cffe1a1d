//! From files to cells: workbooks and tables of text, by what is in them and not by their names.
//!
//! What could be meant to harm is stopped here: bombs, giants, macros, files that only claim to be workbooks.

mod text;
mod workbook;

use super::{Book, Note};
use crate::i18n::Said;
use std::path::Path;

pub use text::stem as stem_of_text;

/// The largest file, and the largest upload, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// What a workbook may be unpacked to, in bytes.
pub const MOST_UNPACKED: u64 = 64 * 1024 * 1024;
/// How many files a workbook may be made of.
const MOST_PARTS: usize = 1_000;
/// How many rows all sheets may have together.
pub const MOST_ROWS: usize = 50_000;
/// How many cells, empty ones too.
const MOST_CELLS: usize = 1_000_000;
/// How many characters all cells may have together.
const MOST_TEXT: usize = 20_000_000;
/// What stands further right is not read.
const MOST_COLUMNS: usize = 60;
const MEGABYTE: u64 = 1024 * 1024;

/// A file by its name and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Why nothing can be read from a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("there is no such file")]
    Missing,
    #[error("a file is too large")]
    TooLarge,
    #[error("neither a workbook nor a table of text")]
    NoTable(String),
    #[error("a workbook in a format that is not read")]
    OtherFormat(String),
    #[error("a workbook with a password")]
    Protected(String),
    #[error("a workbook that becomes too large when unpacked")]
    Bomb(String),
    #[error("too many rows or cells")]
    TooMany(String),
    #[error("a broken workbook")]
    Broken(String),
    #[error("no sheet that is known")]
    NothingKnown,
}

impl Unreadable {
    /// What the reader is told.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Missing => Said::new("import-missing"),
            Self::TooLarge => Said::new("import-too-large")
                .with("most", i64::try_from(MOST_BYTES).unwrap_or(0) / 1024 / 1024),
            Self::NoTable(file) => Said::new("import-no-table").with("file", file),
            Self::OtherFormat(file) => Said::new("import-other-format").with("file", file),
            Self::Protected(file) => Said::new("import-protected").with("file", file),
            Self::Bomb(file) => Said::new("import-bomb")
                .with("file", file)
                .with("most", i64::try_from(MOST_UNPACKED / MEGABYTE).unwrap_or(0)),
            Self::TooMany(sheet) => Said::new("import-too-many")
                .with("sheet", sheet)
                .with("most", MOST_ROWS),
            Self::Broken(file) => Said::new("import-broken").with("file", file),
            Self::NothingKnown => Said::new("import-nothing-known"),
        }
    }
}

/// Counts what is read against the limits, over all files.
#[derive(Default)]
struct Scale {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Scale {
    fn row(&mut self, of: &str) -> Result<(), Unreadable> {
        self.rows += 1;
        self.weigh(of)
    }

    fn cell(&mut self, of: &str, length: usize) -> Result<(), Unreadable> {
        self.cells += 1;
        self.text += length;
        self.weigh(of)
    }

    fn weigh(&self, of: &str) -> Result<(), Unreadable> {
        let is_right = self.rows <= MOST_ROWS && self.cells <= MOST_CELLS && self.text <= MOST_TEXT;
        is_right
            .then_some(())
            .ok_or_else(|| Unreadable::TooMany(of.to_owned()))
    }
}

/// Reads a workbook, a table of text, or a folder of such tables.
///
/// # Errors
/// Why it cannot be read.
pub fn path(path: &Path) -> Result<Book, Unreadable> {
    let mut found = Vec::new();
    let mut others = Vec::new();
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|_error| Unreadable::Missing)?;
        for entry in entries {
            let path = entry.map_err(|_error| Unreadable::Missing)?.path();
            let name = file_name(&path);
            if path.is_file() && text::is_named_as_one(&name) {
                found.push(file(&path, name)?);
            } else {
                others.push(Note::UnknownFile(name));
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
    } else {
        found.push(file(path, file_name(path))?);
    }
    let mut book = files(&found)?;
    book.notes.extend(others);
    Ok(book)
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn file(path: &Path, name: String) -> Result<File, Unreadable> {
    let about = std::fs::metadata(path).map_err(|_error| Unreadable::Missing)?;
    if about.len() > MOST_BYTES as u64 {
        return Err(Unreadable::TooLarge);
    }
    let bytes = std::fs::read(path).map_err(|_error| Unreadable::Missing)?;
    Ok(File { name, bytes })
}

/// Reads files that are here already.
///
/// # Errors
/// Why they cannot be read: the first of them that cannot.
pub fn files(files: &[File]) -> Result<Book, Unreadable> {
    let mut book = Book::default();
    let mut scale = Scale::default();
    for file in files {
        if file.bytes.len() > MOST_BYTES {
            return Err(Unreadable::TooLarge);
        }
        if workbook::is_one(&file.bytes) {
            workbook::read(file, &mut scale, &mut book)?;
        } else {
            text::read(file, &mut scale, &mut book)?;
        }
    }
    if book.tables.is_empty() {
        return Err(Unreadable::NothingKnown);
    }
    Ok(book)
}
