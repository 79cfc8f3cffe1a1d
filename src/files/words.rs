//! The words in a stored file: for the guard against identity numbers, and for search. A file that cannot be read has no
//! words, and nobody is stopped by that; a file that makes a reader of PDFs panic is one that cannot be read.
//!
//! Bounded: so many pages, and so much text of all of them. Pictures have no words here.

use super::Kind;
use quick_xml::events::Event;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use zip::ZipArchive;

/// As much text as is taken of one file, in bytes: some four thousand pages.
const MOST_TEXT: usize = 16 * 1024 * 1024;
/// As much as one part of an Office file may become when it is unpacked.
const MOST_PART: u64 = 64 * 1024 * 1024;
/// Files larger than this are kept and served, and not looked into.
const LARGEST_PDF: u64 = 60 * 1024 * 1024;

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The text of each page; an Office file that is not laid out in pages, such as a letter, is one.
    pub pages: Vec<String>,
    /// How many pages it has, where it has them.
    pub count: Option<i64>,
}

/// Looks into a file that has come. It takes a while: never call it where others wait.
#[must_use]
pub fn words(path: &Path, kind: Kind) -> Words {
    match kind {
        Kind::Pdf => of_pdf(path),
        Kind::Png | Kind::Jpeg => Words::default(),
        Kind::Word | Kind::Excel | Kind::PowerPoint | Kind::Text | Kind::Table | Kind::Slides => {
            Words {
                pages: of_office(path, kind).unwrap_or_default(),
                count: None,
            }
        }
    }
}

fn of_pdf(path: &Path) -> Words {
    if std::fs::metadata(path).is_ok_and(|about| about.len() > LARGEST_PDF) {
        return Words::default();
    }
    let read = std::panic::catch_unwind(|| pdf_extract::extract_text_by_pages(path).ok());
    let Ok(Some(mut pages)) = read else {
        return Words::default();
    };
    let count = i64::try_from(pages.len()).ok();
    let mut room = MOST_TEXT;
    for page in &mut pages {
        if page.len() > room {
            page.clear();
        }
        room -= page.len();
    }
    Words { pages, count }
}

/// The parts of an Office file that hold what people read, in the order of their names.
fn of_office(path: &Path, kind: Kind) -> Option<Vec<String>> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path).ok()?)).ok()?;
    let holds_words = |name: &str| match kind {
        Kind::Word => {
            name == "word/document.xml"
                || is_numbered(name, "word/header")
                || is_numbered(name, "word/footer")
                || name == "word/footnotes.xml"
        }
        Kind::Excel => name == "xl/sharedStrings.xml" || name.starts_with("xl/worksheets/sheet"),
        Kind::PowerPoint => {
            name.starts_with("ppt/slides/slide") || name.starts_with("ppt/notesSlides/notesSlide")
        }
        _ => name == "content.xml",
    };
    let mut names: Vec<String> = archive
        .file_names()
        .flatten()
        .filter(|name| holds_words(name))
        .map(|name| name.into_owned())
        .collect();
    names.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    let mut found = Vec::new();
    let mut room = MOST_TEXT;
    for name in names {
        let part = archive.by_name(&name).ok()?;
        let text = of_xml(part.take(MOST_PART), room);
        room = room.saturating_sub(text.len());
        found.push(text);
    }
    Some(found)
}

fn is_numbered(name: &str, start: &str) -> bool {
    name.starts_with(start) && name.ends_with(".xml")
}

/// The text of one XML part. What ends a paragraph, a cell or a line becomes a line break; runs within one are joined,
/// because a program may cut a number in two.
fn of_xml(part: impl Read, most: usize) -> String {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    let (mut buffer, mut text) = (Vec::new(), String::new());
    while text.len() < most {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Text(words)) => {
                text.push_str(&words);
            }
            Ok(Event::GeneralRef(_)) => text.push(' '),
            Ok(Event::End(end)) if ends_a_line(end.local_name().into_inner()) => text.push('\n'),
            Ok(Event::Empty(tag)) if ends_a_line(tag.local_name().into_inner()) => text.push('\n'),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
        buffer.clear();
    }
    text
}

fn ends_a_line(tag: &str) -> bool {
    // Paragraphs and headings; rows, cells and shared strings; line breaks and tabs.
    [
        "p",
        "h",
        "tr",
        "tc",
        "si",
        "c",
        "v",
        "br",
        "tab",
        "line-break",
        "table-cell",
    ]
    .contains(&tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_within_a_paragraph_are_one_text() {
        let xml = "<w:p><w:r><w:t>Født 178981</w:t></w:r><w:r><w:t>90021</w:t></w:r></w:p><w:p><w:t>Ny</w:t></w:p>";
        assert_eq!(of_xml(xml.as_bytes(), 1000), "Født 17898190021\nNy\n");
    }

    #[test]
    fn what_is_no_xml_has_the_words_before_the_fault() {
        assert!(of_xml(b"<a>ord</a><<<".as_slice(), 1000).starts_with("ord"));
    }

    #[test]
    fn a_file_that_cannot_be_read_has_no_words() {
        let path = std::env::temp_dir().join(format!("words-{}.pdf", uuid::Uuid::new_v4()));
        std::fs::write(
            &path,
            b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>>\ntrailer <</Root 1 0 R>>",
        )
        .unwrap();
        assert_eq!(words(&path, Kind::Pdf), Words::default());
        std::fs::remove_file(&path).unwrap();
    }
}
