//! What a file is, by its content: its name and what the browser says of it are claims, and neither is believed.
//!
//! Nine kinds are taken: PDF, what the three Office programs and their open counterparts write, and pictures. Everything
//! else is refused by name of what it seems to be. Old Office files (`.doc`) are refused with advice, because nothing
//! can be read from them safely; files with macros because members would be asked to run them.

use std::io::{Read, Seek};
use zip::ZipArchive;

/// A kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Pdf,
    Word,
    Excel,
    PowerPoint,
    /// OpenDocument (ISO/IEC 26300): text, table, slides.
    Text,
    Table,
    Slides,
    Png,
    Jpeg,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Pdf,
        Self::Word,
        Self::Excel,
        Self::PowerPoint,
        Self::Text,
        Self::Table,
        Self::Slides,
        Self::Png,
        Self::Jpeg,
    ];

    /// The media type it is served with.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::PowerPoint => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
            Self::Text => "application/vnd.oasis.opendocument.text",
            Self::Table => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Slides => "application/vnd.oasis.opendocument.presentation",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The suffix of its name, without the dot; what the database keeps.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "docx",
            Self::Excel => "xlsx",
            Self::PowerPoint => "pptx",
            Self::Text => "odt",
            Self::Table => "ods",
            Self::Slides => "odp",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }

    /// Whether a browser shows it in the page; the others are fetched.
    #[must_use]
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Pdf | Self::Png | Self::Jpeg)
    }
}

impl std::str::FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(suffix: &str) -> Result<Self, UnknownKind> {
        let found = Self::ALL.into_iter().find(|kind| kind.suffix() == suffix);
        found.ok_or(UnknownKind)
    }
}

/// The suffix is of no kind that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the suffix of a kind that is taken")]
pub struct UnknownKind;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    Empty,
    /// What it is cannot be told, or is none of the kinds.
    Unknown,
    /// A page of the web under another name.
    WebPage,
    /// Office's own format before 2007, or a file with a password, which is wrapped in it.
    OldOrLocked,
    Macros,
    /// The archive it is made of is broken off or damaged.
    Broken,
    /// It becomes far larger than it is: made to fill a disk.
    Bomb,
}

impl Unfit {
    /// The key of what is said about it, with the advice of what to do.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "file-unfit-empty",
            Self::Unknown => "file-unfit-unknown",
            Self::WebPage => "file-unfit-web-page",
            Self::OldOrLocked => "file-unfit-old-or-locked",
            Self::Macros => "file-unfit-macros",
            Self::Broken => "file-unfit-broken",
            Self::Bomb => "file-unfit-bomb",
        }
    }
}

/// So many of its first bytes are looked at before the whole.
pub const START: usize = 1024;
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// A document has a few hundred parts; an archive of more is none.
const MOST_PARTS: usize = 10_000;
/// What all parts may become together, in bytes.
const MOST_UNPACKED: u64 = 2 * 1024 * 1024 * 1024;
/// What every part may become for each byte it takes; deflate itself allows 1 032, text in Office files some 40.
const MOST_TIMES: u64 = 200;
/// What is smaller than this may be packed however tightly.
const HARMLESS: u64 = 10 * 1024 * 1024;

/// What a file is.
///
/// # Errors
/// Why it is not taken.
pub fn kind_of(file: &mut (impl Read + Seek)) -> Result<Kind, Unfit> {
    let start = start_of(file)?;
    if start.is_empty() {
        return Err(Unfit::Empty);
    }
    // A PDF may have a line or two before it begins (ISO 32000-1, annex H.3.4.1).
    if start.windows(5).any(|bytes| bytes == b"%PDF-") && !looks_like_a_web_page(&start) {
        return Ok(Kind::Pdf);
    }
    if start.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Kind::Png);
    }
    if start.starts_with(b"\xFF\xD8\xFF") {
        return Ok(Kind::Jpeg);
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return of_archive(file);
    }
    if start.starts_with(COMPOUND) {
        return Err(Unfit::OldOrLocked);
    }
    Err(if looks_like_a_web_page(&start) {
        Unfit::WebPage
    } else {
        Unfit::Unknown
    })
}

fn start_of(file: &mut (impl Read + Seek)) -> Result<Vec<u8>, Unfit> {
    let mut start = Vec::new();
    file.rewind().map_err(|_error| Unfit::Broken)?;
    let read = file.by_ref().take(START as u64).read_to_end(&mut start);
    read.map_err(|_error| Unfit::Broken)?;
    Ok(start)
}

fn looks_like_a_web_page(start: &[u8]) -> bool {
    let text = String::from_utf8_lossy(start).to_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<script",
        "<svg",
        "<?xml",
    ]
    .iter()
    .any(|tag| text.starts_with(tag))
}

/// What an archive is made to be: Office Open XML says it by its main part, OpenDocument by its first.
fn of_archive(file: &mut (impl Read + Seek)) -> Result<Kind, Unfit> {
    let mut archive = ZipArchive::new(file).map_err(|_error| Unfit::Broken)?;
    weigh(&mut archive)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let office = [
        ("word/document.xml", Kind::Word),
        ("xl/workbook.xml", Kind::Excel),
        ("ppt/presentation.xml", Kind::PowerPoint),
    ];
    if let Some((_, kind)) = office.into_iter().find(|(part, _)| has(part)) {
        let macros = [
            "word/vbaProject.bin",
            "xl/vbaProject.bin",
            "ppt/vbaProject.bin",
        ];
        return if macros.into_iter().any(has) {
            Err(Unfit::Macros)
        } else {
            Ok(kind)
        };
    }
    let mut said = String::new();
    let part = archive
        .by_name("mimetype")
        .map_err(|_error| Unfit::Unknown)?;
    let read = part.take(100).read_to_string(&mut said);
    read.map_err(|_error| Unfit::Unknown)?;
    [Kind::Text, Kind::Table, Kind::Slides]
        .into_iter()
        .find(|kind| kind.media_type() == said.trim())
        .ok_or(Unfit::Unknown)
}

/// Looks at what each part says it becomes. Nothing here unpacks more than it said, so a lie is found when it is read.
fn weigh<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), Unfit> {
    if archive.len() > MOST_PARTS {
        return Err(Unfit::Bomb);
    }
    let mut whole: u64 = 0;
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|_error| Unfit::Broken)?;
        let (packed, unpacked) = (part.compressed_size(), part.size());
        whole = whole.saturating_add(unpacked);
        let is_tight = unpacked > HARMLESS && unpacked / packed.max(1) > MOST_TIMES;
        if is_tight || whole > MOST_UNPACKED {
            return Err(Unfit::Bomb);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn kind(bytes: &[u8]) -> Result<Kind, Unfit> {
        kind_of(&mut Cursor::new(bytes))
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        assert_eq!(kind(b"%PDF-1.7\n..."), Ok(Kind::Pdf));
        assert_eq!(kind(b"\n\n%PDF-1.4\n..."), Ok(Kind::Pdf));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), Ok(Kind::Png));
        assert_eq!(kind(b"\xFF\xD8\xFF\xE0...."), Ok(Kind::Jpeg));
        let word = archive(&[
            ("[Content_Types].xml", b"<x/>"),
            ("word/document.xml", b"<x/>"),
        ]);
        assert_eq!(kind(&word), Ok(Kind::Word));
        let table = archive(&[("mimetype", Kind::Table.media_type().as_bytes())]);
        assert_eq!(kind(&table), Ok(Kind::Table));
    }

    #[test]
    fn what_is_none_of_the_kinds_is_refused_with_its_reason() {
        assert_eq!(kind(b""), Err(Unfit::Empty));
        assert_eq!(kind(b"MZ\x90"), Err(Unfit::Unknown));
        assert_eq!(kind(b"<!DOCTYPE html><p>%PDF-1.7"), Err(Unfit::WebPage));
        assert_eq!(kind("\u{feff} <HTML>".as_bytes()), Err(Unfit::WebPage));
        assert_eq!(kind(b"<svg onload=alert(1)>"), Err(Unfit::WebPage));
        assert_eq!(kind(COMPOUND), Err(Unfit::OldOrLocked));
        assert_eq!(kind(b"PK\x03\x04 broken off"), Err(Unfit::Broken));
        assert_eq!(kind(&archive(&[("a.txt", b"a")])), Err(Unfit::Unknown));
        let macros = [
            ("word/document.xml", &b"<x/>"[..]),
            ("word/vbaProject.bin", b"x"),
        ];
        assert_eq!(kind(&archive(&macros)), Err(Unfit::Macros));
    }

    #[test]
    fn what_becomes_far_larger_than_it_is_is_refused() {
        let zeros = vec![0; usize::try_from(HARMLESS).unwrap() + 1];
        let bomb = archive(&[("word/document.xml", b"<x/>"), ("word/media/a.bmp", &zeros)]);
        assert_eq!(kind(&bomb), Err(Unfit::Bomb));
    }

    #[test]
    fn every_kind_is_found_again_by_its_ending() {
        for kind in Kind::ALL {
            assert_eq!(kind.suffix().parse(), Ok(kind));
        }
    }
}
