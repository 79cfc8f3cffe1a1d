//! Workbooks (ECMA-376, Office Open XML), read cell by cell.
//!
//! They are weighed before they are opened: what they say they become when unpacked, and what they do become. Macros
//! are neither run nor read. A value merged over several rows holds for each of them; one merged over several columns
//! is not guessed at.

use super::{File, MOST_COLUMNS, MOST_PARTS, MOST_UNPACKED, Scale, Unreadable};
use crate::import::headings::{self, column_letter};
use crate::import::{Book, Cell, Note, Row, Table};
use calamine::{
    DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError,
};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use zip::ZipArchive;
use zip::result::ZipError;

const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
/// The compound file of older Office, in which workbooks with a password are wrapped too (MS-CFB § 2.2, MS-OFFCRYPTO).
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Day 0 of 1904 is this day of 1900, as Excel counts.
const FROM_1904: f64 = 1462.0;

/// Whether the bytes begin as any workbook does.
pub fn is_one(bytes: &[u8]) -> bool {
    [ZIP, EMPTY_ZIP, COMPOUND]
        .iter()
        .any(|start| bytes.starts_with(start))
}

/// Reads the sheets that are known into the book.
pub fn read(file: &File, scale: &mut Scale, book: &mut Book) -> Result<(), Unreadable> {
    let name = || file.name.clone();
    if file.bytes.starts_with(COMPOUND) {
        let mark: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let is_protected = file.bytes.windows(mark.len()).any(|part| part == mark);
        return Err(if is_protected {
            Unreadable::Protected(name())
        } else {
            Unreadable::OtherFormat(name())
        });
    }
    if weigh(file)? {
        book.notes.push(Note::Macros);
    }
    // The reader meets bytes from anywhere: where it gives up loudly, the file is broken and we are not.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(file, scale, book)));
    read.unwrap_or_else(|_panic| Err(Unreadable::Broken(name())))
}

/// Unpacks everything into nothing, and counts; whether there are macros.
fn weigh(file: &File) -> Result<bool, Unreadable> {
    let broken = |_error| Unreadable::Broken(file.name.clone());
    let bomb = || Unreadable::Bomb(file.name.clone());
    let mut archive = ZipArchive::new(Cursor::new(&file.bytes)).map_err(broken)?;
    if archive.len() > MOST_PARTS {
        return Err(bomb());
    }
    let has = |archive: &ZipArchive<_>, part: &str| archive.index_for_name(part).is_some();
    if !has(&archive, "xl/workbook.xml") {
        return Err(if has(&archive, "xl/workbook.bin") {
            Unreadable::OtherFormat(file.name.clone())
        } else {
            Unreadable::NoTable(file.name.clone())
        });
    }
    let mut said: u64 = 0;
    for part in 0..archive.len() {
        said = said.saturating_add(archive.by_index_raw(part).map_err(|_error| bomb())?.size());
    }
    if said > MOST_UNPACKED {
        return Err(bomb());
    }
    let mut left = MOST_UNPACKED;
    for part in 0..archive.len() {
        let part = match archive.by_index(part) {
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Unreadable::Protected(file.name.clone()));
            }
            part => part.map_err(broken)?,
        };
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())
            .map_err(|_error| Unreadable::Broken(file.name.clone()))?;
        left = left.checked_sub(unpacked).ok_or_else(bomb)?;
    }
    Ok(has(&archive, "xl/vbaProject.bin"))
}

fn sheets(file: &File, scale: &mut Scale, book: &mut Book) -> Result<(), Unreadable> {
    let broken = |_error: XlsxError| Unreadable::Broken(file.name.clone());
    let mut workbook = Xlsx::new(Cursor::new(file.bytes.as_slice())).map_err(broken)?;
    let from_1904 = workbook.has_1904_epoch();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet || headings::is_guide(&sheet.name) {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            book.notes.push(Note::HiddenSheet(sheet.name));
            continue;
        }
        if headings::sheet(&sheet.name).is_none() {
            book.notes.push(Note::UnknownSheet(sheet.name));
            continue;
        }
        let cells = workbook
            .worksheet_cells_reader(&sheet.name)
            .map_err(broken)?;
        let mut rows = rows_of(cells, &sheet.name, from_1904, scale, broken)?;
        let merged = workbook
            .merge_cells_by_sheet_name(&sheet.name)
            .map_err(broken)?;
        for area in &merged {
            spread(&mut rows, area, || scale.cell(&sheet.name, 0))?;
        }
        book.tables.push(Table {
            name: sheet.name,
            from_1904,
            rows: rows
                .into_iter()
                .map(|(row, cells)| Row {
                    number: row.saturating_add(1),
                    cells,
                })
                .collect(),
        });
    }
    Ok(())
}

type Rows = BTreeMap<u32, Vec<Cell>>;

/// The rows of a sheet that have anything in them, by their number from 0.
fn rows_of(
    mut cells: XlsxCellReader<'_, Cursor<&[u8]>>,
    sheet: &str,
    from_1904: bool,
    scale: &mut Scale,
    broken: impl Fn(XlsxError) -> Unreadable,
) -> Result<Rows, Unreadable> {
    let mut rows = Rows::new();
    while let Some(found) = cells.next_cell_with_formula_metadata().map_err(&broken)? {
        let cell = cell(&found.value, found.formula.is_some(), from_1904);
        let length = if let Cell::Text(text) = &cell {
            text.len()
        } else {
            0
        };
        scale.cell(sheet, length)?;
        let column = usize::try_from(found.pos.1).unwrap_or(usize::MAX);
        if cell == Cell::Empty || column >= MOST_COLUMNS {
            continue;
        }
        if !rows.contains_key(&found.pos.0) {
            scale.row(sheet)?;
        }
        let row = rows.entry(found.pos.0).or_default();
        if row.len() <= column {
            row.resize(column + 1, Cell::Empty);
        }
        row[column] = cell;
    }
    Ok(rows)
}

fn cell(value: &DataRef<'_>, is_formula: bool, from_1904: bool) -> Cell {
    let text = |text: &str| {
        if text.trim().is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text.to_owned())
        }
    };
    match value {
        DataRef::Empty if is_formula => Cell::NotCalculated,
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(found) => text(found),
        DataRef::SharedString(found) => text(found),
        DataRef::Bool(truth) => Cell::Truth(*truth),
        // A time of day has no day to count from.
        DataRef::DateTime(at) if from_1904 && at.as_f64() >= 1.0 => {
            Cell::Day(at.as_f64() + FROM_1904)
        }
        DataRef::DateTime(at) => Cell::Day(at.as_f64()),
        DataRef::DateTimeIso(found) | DataRef::DurationIso(found) => text(found),
        DataRef::Error(error) => Cell::Failed(error.to_string()),
    }
}

/// Gives each row of a merged area the value of its first; marks what is merged over several columns. Each is counted.
fn spread(
    rows: &mut Rows,
    area: &Dimensions,
    mut count: impl FnMut() -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let (top, left) = area.start;
    let (bottom, right) = area.end;
    let column = usize::try_from(left).unwrap_or(usize::MAX);
    count()?;
    let first = rows.get(&top).and_then(|row| row.get(column)).cloned();
    let Some(first) = first.filter(|cell| *cell != Cell::Empty) else {
        return Ok(());
    };
    let value = if left == right {
        first
    } else {
        Cell::Across(format!(
            "{}{}:{}{}",
            column_letter(column),
            top.saturating_add(1),
            column_letter(usize::try_from(right).unwrap_or(usize::MAX)),
            bottom.saturating_add(1),
        ))
    };
    // Only rows that have something else too: an area may reach down to the end of the sheet.
    for (_, row) in rows.range_mut(top..=bottom.max(top)) {
        count()?;
        if row.len() <= column {
            row.resize(column + 1, Cell::Empty);
        }
        row[column] = value.clone();
    }
    Ok(())
}
