//! What a file is, by its content: its name and what the browser says of it are claims, and neither is believed.
//!
//! Nine kinds are taken: PDF, what the three Office programs and their open counterparts write, and pictures. Everything
//! else is refused by name of what it seems to be. Old Office files (`.doc`) are refused with advice, because nothing
//! can be read from them safely; files with macros because members would be asked to run them.

use super::{archive, picture};
use std::io::{Read, Seek, SeekFrom};

/// A kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Pdf,
    Word,
    Excel,
    PowerPoint,
    /// `OpenDocument` (ISO/IEC 26300): text, table, slides.
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

    /// What its name ends with, after the dot.
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

    /// The kind with this suffix, as the database keeps it.
    #[must_use]
    pub fn of_suffix(suffix: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.suffix() == suffix)
    }

    /// Whether a browser shows it in the page; the others are fetched.
    #[must_use]
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Pdf | Self::Png | Self::Jpeg)
    }
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    Empty,
    /// What it is cannot be told, or is none of the kinds.
    Unknown,
    /// A page of the web under another name.
    WebPage,
    /// Office's own format before 2007.
    Old,
    /// It has a password.
    Locked,
    Macros,
    /// It is broken off or damaged.
    Broken,
    /// It becomes far larger than it is: made to fill a disk or a memory.
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
            Self::Old => "file-unfit-old",
            Self::Locked => "file-unfit-locked",
            Self::Macros => "file-unfit-macros",
            Self::Broken => "file-unfit-broken",
            Self::Bomb => "file-unfit-bomb",
        }
    }
}

/// So many of its first bytes are looked at before the whole.
const START: u64 = 1024;
/// The container of Office's own formats before 2007, and of files with a password since (MS-CFB § 2.2).
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// The part of that container that holds the file a password locks (MS-OFFCRYPTO § 2.3.4.4).
const LOCKED: &str = "EncryptedPackage";

/// What a file is.
///
/// # Errors
/// Why it is not taken.
pub fn kind_of(file: &mut (impl Read + Seek)) -> Result<Kind, Unfit> {
    let start = start_of(file)?;
    if start.is_empty() {
        return Err(Unfit::Empty);
    }
    if start.starts_with(picture::PNG) {
        return picture::weigh_png(&start).map(|()| Kind::Png);
    }
    if start.starts_with(picture::JPEG) {
        return picture::weigh_jpeg(file).map(|()| Kind::Jpeg);
    }
    if start.starts_with(b"PK") {
        return archive::kind_of(file);
    }
    if start.starts_with(COMPOUND) {
        return Err(if is_locked(file)? {
            Unfit::Locked
        } else {
            Unfit::Old
        });
    }
    if looks_like_a_web_page(&start) {
        return Err(Unfit::WebPage);
    }
    // A PDF may have a line or two before it begins (ISO 32000-1, annex H.3.4.1).
    if start.windows(5).any(|bytes| bytes == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    Err(Unfit::Unknown)
}

fn start_of(file: &mut (impl Read + Seek)) -> Result<Vec<u8>, Unfit> {
    let mut start = Vec::new();
    file.rewind().map_err(|_error| Unfit::Broken)?;
    let read = file.by_ref().take(START).read_to_end(&mut start);
    read.map_err(|_error| Unfit::Broken)?;
    Ok(start)
}

fn looks_like_a_web_page(start: &[u8]) -> bool {
    let text = String::from_utf8_lossy(start).to_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let tags = [
        "<!doctype",
        "<html",
        "<head",
        "<body",
        "<script",
        "<svg",
        "<?xml",
        "<!--",
        "<meta",
    ];
    tags.iter().any(|tag| text.starts_with(tag))
}

fn is_locked(file: &mut (impl Read + Seek)) -> Result<bool, Unfit> {
    let name: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ok(count(file, &name, 1)? > 0)
}

/// How often these bytes stand in a file, counted up to `most`; the file is read piece by piece.
pub(super) fn count(
    file: &mut (impl Read + Seek),
    bytes: &[u8],
    most: usize,
) -> Result<usize, Unfit> {
    const PIECE: usize = 64 * 1024;
    file.seek(SeekFrom::Start(0))
        .map_err(|_error| Unfit::Broken)?;
    let mut held = Vec::with_capacity(2 * PIECE);
    let mut found = 0;
    loop {
        let read = file.by_ref().take(PIECE as u64).read_to_end(&mut held);
        if read.map_err(|_error| Unfit::Broken)? == 0 {
            return Ok(found);
        }
        let places = held.windows(bytes.len()).filter(|window| *window == bytes);
        found += places.count();
        if found >= most {
            return Ok(found);
        }
        // What may begin here and end in the next piece.
        let seen = held.len().saturating_sub(bytes.len() - 1);
        held.drain(..seen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn kind(bytes: &[u8]) -> Result<Kind, Unfit> {
        kind_of(&mut Cursor::new(bytes))
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        assert_eq!(kind(b"%PDF-1.7\n..."), Ok(Kind::Pdf));
        assert_eq!(kind(b"\n\n%PDF-1.4\n..."), Ok(Kind::Pdf));
        assert_eq!(kind(&picture::tests::png(640, 480)), Ok(Kind::Png));
        assert_eq!(kind(&picture::tests::jpeg(640, 480)), Ok(Kind::Jpeg));
    }

    #[test]
    fn what_is_none_of_the_kinds_is_refused_with_its_reason() {
        assert_eq!(kind(b""), Err(Unfit::Empty));
        assert_eq!(kind(b"MZ\x90"), Err(Unfit::Unknown));
        assert_eq!(kind(b"Only words."), Err(Unfit::Unknown));
        assert_eq!(kind(b"<!DOCTYPE html><p>%PDF-1.7"), Err(Unfit::WebPage));
        assert_eq!(kind("\u{feff} <HTML>".as_bytes()), Err(Unfit::WebPage));
        assert_eq!(kind(b"<svg onload=alert(1)>"), Err(Unfit::WebPage));
        assert_eq!(kind(b"<!-- %PDF- --><script>"), Err(Unfit::WebPage));
        assert_eq!(kind(b"PK\x03\x04 %PDF-1.7"), Err(Unfit::Broken));
    }

    #[test]
    fn a_file_with_a_password_is_told_from_an_old_one() {
        let mut old = COMPOUND.to_vec();
        old.resize(200_000, 0);
        assert_eq!(kind(&old), Err(Unfit::Old));
        // Wherever the name stands, across the pieces that are read too.
        for at in [512, 64 * 1024 - 7, 128 * 1024 - 31, 199_000] {
            let mut locked = old.clone();
            let name: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
            locked[at..at + name.len()].copy_from_slice(&name);
            assert_eq!(kind(&locked), Err(Unfit::Locked), "{at}");
        }
    }

    #[test]
    fn every_kind_is_found_again_by_its_suffix() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_suffix(kind.suffix()), Some(kind));
        }
        assert_eq!(Kind::of_suffix("html"), None);
    }
}
