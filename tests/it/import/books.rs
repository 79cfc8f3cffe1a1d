//! Workbooks made for a test, and what a hostile hand does to them.

use rust_xlsxwriter::{Workbook, Worksheet};
use std::io::{Cursor, Read, Write};
use styringsrad::import::read::File;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File {
        name: name.to_owned(),
        bytes: bytes.into(),
    }
}

/// A workbook whose sheets hold these lines, their cells parted by bars.
pub fn workbook(sheets: &[(&str, &[&str])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, lines) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name of a sheet");
        fill(sheet, lines);
    }
    book.save_to_buffer().expect("a workbook is made")
}

pub fn fill(sheet: &mut Worksheet, lines: &[&str]) {
    for (row, line) in (0..).zip(lines) {
        for (column, cell) in (0..).zip(line.split('|')) {
            let cell = cell.trim();
            if !cell.is_empty() {
                sheet.write(row, column, cell).expect("a cell is written");
            }
        }
    }
}

/// The same archive with its parts changed, and some added.
pub fn repacked(
    bytes: &[u8],
    change: impl Fn(&str, Vec<u8>) -> Vec<u8>,
    added: &[(&str, &[u8])],
) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for at in 0..from.len() {
        let mut part = from.by_index(at).expect("a part");
        let name = part.name().expect("its name is text").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("it is unpacked");
        to.start_file(&name, options).expect("a part is begun");
        to.write_all(&change(&name, content))
            .expect("a part is written");
    }
    for (name, content) in added {
        to.start_file(*name, options).expect("a part is begun");
        to.write_all(content).expect("a part is written");
    }
    to.finish().expect("an archive is made").into_inner()
}

/// Replaces a text in one part of a workbook.
pub fn with(bytes: &[u8], part: &str, old: &str, new: &str) -> Vec<u8> {
    let change = |name: &str, content: Vec<u8>| {
        if name != part {
            return content;
        }
        let text = String::from_utf8(content).expect("a part is text");
        assert!(text.contains(old), "{part} has no {old}: {text}");
        text.replace(old, new).into_bytes()
    };
    repacked(bytes, change, &[])
}
