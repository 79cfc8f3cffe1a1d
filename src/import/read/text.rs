//! Tables of text (RFC 4180, and what Excel makes of it): the encoding and the separator are found in the file.
//!
//! UTF-8 with or without a mark, UTF-16 with one, else Windows-1252; fields parted by semicolon, comma or tab.

use super::{File, MOST_COLUMNS, Scale, Unreadable};
use crate::import::{Book, Cell, Note, Row, Table, headings};
use encoding_rs::{UTF_8, WINDOWS_1252};
use std::borrow::Cow;

const ENDINGS: [&str; 3] = [".csv", ".tsv", ".txt"];

/// Whether a file's name says that it is such a table.
pub fn is_named_as_one(name: &str) -> bool {
    stem(name).is_some()
}

/// The name of such a table without its ending; none of another file.
#[must_use]
pub fn stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.split_at_checked(name.len().checked_sub(4)?)?;
    let ending = ending.to_lowercase();
    ENDINGS.contains(&ending.as_str()).then_some(stem)
}

/// Reads a file into the book; its name says which sheet it is.
pub fn read(file: &File, scale: &mut Scale, book: &mut Book) -> Result<(), Unreadable> {
    let Some(name) = stem(&file.name) else {
        return Err(Unreadable::NoTable(file.name.clone()));
    };
    if headings::sheet(name).is_none() {
        book.notes.push(Note::UnknownFile(file.name.clone()));
        return Ok(());
    }
    let text = decoded(&file.bytes);
    if text.contains('\0') {
        return Err(Unreadable::NoTable(file.name.clone()));
    }
    let (separator, text) = separated(&text);
    let mut table = Table {
        name: name.to_owned(),
        ..Table::default()
    };
    let mut records = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines::default();
    for record in records.records() {
        let record = record.map_err(|_error| Unreadable::Broken(file.name.clone()))?;
        let mut cells = Vec::new();
        for field in record.iter().take(MOST_COLUMNS) {
            scale.cell(&file.name, field.len())?;
            cells.push(if field.trim().is_empty() {
                Cell::Empty
            } else {
                Cell::Text(field.to_owned())
            });
        }
        if cells.iter().any(|cell| *cell != Cell::Empty) {
            scale.row(&file.name)?;
            let start = record.position().map_or(0, csv::Position::byte);
            table.rows.push(Row {
                number: lines.number_at(text, usize::try_from(start).unwrap_or(usize::MAX)),
                cells,
            });
        }
    }
    book.tables.push(table);
    Ok(())
}

/// Numbers of lines as an editor counts them: the reader's own miss what stands between two records.
#[derive(Default)]
struct Lines {
    counted: usize,
    breaks: u32,
}

impl Lines {
    /// The line on which the record stands that begins at a byte, or after the line breaks there.
    fn number_at(&mut self, text: &str, start: usize) -> u32 {
        let bytes = text.as_bytes();
        let rest = bytes.get(start..).unwrap_or_default();
        let before = rest
            .iter()
            .take_while(|byte| b"\r\n".contains(byte))
            .count();
        let until = (start + before).min(bytes.len());
        let passed = bytes.get(self.counted..until).unwrap_or_default();
        let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
        self.breaks = self
            .breaks
            .saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.counted = until;
        self.breaks.saturating_add(1)
    }
}

/// By its mark (Unicode 15, § 23.8), else as UTF-8 where it is that, else as Windows-1252, in which any bytes are text.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    UTF_8
        .decode_without_bom_handling_and_without_replacement(bytes)
        .unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// The separator, and the text after the line `sep=;` that Excel understands. It is the one that parts the headings.
fn separated(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator) = rest.bytes().next().filter(u8::is_ascii)
    {
        // The line stays, empty, so that the rows keep the numbers an editor shows.
        return (separator, &rest[1..]);
    }
    let line = text.lines().find(|line| !line.trim().is_empty());
    let mut is_quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in line.unwrap_or_default().bytes() {
        is_quoted ^= byte == b'"';
        for (separator, count) in &mut counts {
            *count += i32::from(byte == *separator && !is_quoted);
        }
    }
    // Of equals the first counts.
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    (best.map_or(b';', |(separator, _)| *separator), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let file = File {
            name: "personer.csv".to_owned(),
            bytes: bytes.to_vec(),
        };
        let mut book = Book::default();
        read(&file, &mut Scale::default(), &mut book).unwrap();
        let rows = book.tables[0].rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| match cell {
                Cell::Text(text) => text.clone(),
                _ => String::new(),
            });
            (row.number, cells.collect())
        });
        rows.collect()
    }

    #[test]
    fn the_encoding_and_the_separator_are_found_in_the_file() {
        let text = "Navn;E-post\r\nÅse Bjørnø;ase@x.no\r\n";
        let expected = vec![
            (1, vec!["Navn".to_owned(), "E-post".to_owned()]),
            (2, vec!["Åse Bjørnø".to_owned(), "ase@x.no".to_owned()]),
        ];
        let utf16 = |swap: bool| {
            let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
            let pairs = units.map(|unit| {
                if swap {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            });
            pairs.flatten().collect::<Vec<u8>>()
        };
        let files = [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            WINDOWS_1252.encode(text).0.into_owned(),
            utf16(false),
            utf16(true),
            text.replace(';', ",").into_bytes(),
            text.replace(';', "\t").into_bytes(),
            text.replace("\r\n", "\n").into_bytes(),
        ];
        for bytes in files {
            assert_eq!(table(&bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn rows_keep_the_numbers_that_an_editor_shows() {
        let text = "sep=|\n\nNavn|Stilling\n;;\n\n\"Kari;\nNordbø\"|\"sa \"\"ja\"\"\"\n Ola |\n";
        let rows = table(text.as_bytes());
        let numbers: Vec<u32> = rows.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [3, 4, 6, 8]);
        assert_eq!(rows[2].1, ["Kari;\nNordbø", "sa \"ja\""]);
    }

    #[test]
    fn what_is_no_table_is_not_taken_for_one() {
        let file = |name: &str, bytes: &[u8]| File {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        };
        for wrong in [
            file("personer.csv", b"Navn\0\0\0"),
            file("personer.pdf", b"%PDF-1.7"),
            file("x", b""),
        ] {
            let found = read(&wrong, &mut Scale::default(), &mut Book::default());
            assert_eq!(found, Err(Unreadable::NoTable(wrong.name.clone())));
        }
    }
}
