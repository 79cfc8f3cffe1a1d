//! What an archive is made to be, and whether it may be unpacked: Office Open XML (ECMA-376) says it by its main part,
//! `OpenDocument` by its first.

use super::kind::{self, Kind, Unfit};
use std::io::{Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// A document has a few hundred parts; an archive of more is none.
const MOST_PARTS: usize = 10_000;
/// What all parts may become together, in bytes.
const MOST_UNPACKED: u64 = 1024 * 1024 * 1024;
/// What a part may become for each byte it takes; deflate itself allows 1 032, text in Office files some 40.
const MOST_TIMES: u64 = 200;
/// What is smaller than this may be packed however tightly.
const HARMLESS: u64 = 10 * 1024 * 1024;
/// So much is read of a part that says what the others are.
const MOST_OF_A_LIST: u64 = 4 * 1024 * 1024;
/// What each entry of the archive's directory begins with (APPNOTE.TXT § 4.3.12).
const ENTRY: &[u8] = b"PK\x01\x02";

pub(super) fn kind_of(file: &mut (impl Read + Seek)) -> Result<Kind, Unfit> {
    // Counted before the directory is read into memory: a hundred megabytes of it would take many more.
    if kind::count(file, ENTRY, MOST_PARTS + 1)? > MOST_PARTS {
        return Err(Unfit::Bomb);
    }
    file.rewind().map_err(|_error| Unfit::Broken)?;
    let mut archive = ZipArchive::new(file).map_err(|_error| Unfit::Broken)?;
    weigh(&mut archive)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let office = [
        ("word/document.xml", Kind::Word),
        ("xl/workbook.xml", Kind::Excel),
        ("ppt/presentation.xml", Kind::PowerPoint),
    ];
    let main = office.into_iter().find(|(part, _)| has(part));
    let found = match main {
        Some((_, kind)) if has("[Content_Types].xml") => kind,
        _ => open_document(&mut archive)?,
    };
    if has_macros(&mut archive, found)? {
        return Err(Unfit::Macros);
    }
    Ok(found)
}

/// `OpenDocument` says what it is in its first part, and what is locked in its list of parts (ODF 1.3 part 2, § 3).
fn open_document<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Kind, Unfit> {
    let said = text_of(archive, "mimetype")?.ok_or(Unfit::Unknown)?;
    let kind = [Kind::Text, Kind::Table, Kind::Slides]
        .into_iter()
        .find(|kind| kind.media_type() == said.trim())
        .ok_or(Unfit::Unknown)?;
    let parts = text_of(archive, "META-INF/manifest.xml")?.unwrap_or_default();
    if parts.contains("encryption-data") {
        return Err(Unfit::Locked);
    }
    if archive.index_for_name("content.xml").is_none() {
        return Err(Unfit::Broken);
    }
    Ok(kind)
}

/// Whether it carries a program: by the parts that hold one, or by what it says its parts are.
fn has_macros<R: Read + Seek>(archive: &mut ZipArchive<R>, kind: Kind) -> Result<bool, Unfit> {
    let is_open = matches!(kind, Kind::Text | Kind::Table | Kind::Slides);
    let is_program = |name: &str| {
        let name = name.to_lowercase();
        let office = name.ends_with("vbaproject.bin") || name.starts_with("xl/macrosheets/");
        // An empty library stands in many files: only its modules count.
        let open = (name.starts_with("basic/") || name.starts_with("scripts/"))
            && !name.ends_with('/')
            && !name.ends_with("script-lc.xml")
            && !name.ends_with("script-lb.xml");
        if is_open { open } else { office }
    };
    let names = archive.file_names_raw();
    if names
        .map(String::from_utf8_lossy)
        .any(|name| is_program(&name))
    {
        return Ok(true);
    }
    let types = text_of(archive, "[Content_Types].xml")?.unwrap_or_default();
    Ok(types.to_lowercase().contains("macroenabled"))
}

/// The text of a small part; none where there is no such part.
fn text_of<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    name: &str,
) -> Result<Option<String>, Unfit> {
    let part = match archive.by_name(name) {
        Ok(part) => part,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(Unfit::Broken),
    };
    let mut bytes = Vec::new();
    let read = part.take(MOST_OF_A_LIST).read_to_end(&mut bytes);
    read.map_err(|_error| Unfit::Broken)?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Looks at what each part says it becomes. Whoever unpacks one reads no more than it may be, so a lie gains nothing.
fn weigh<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), Unfit> {
    if archive.len() > MOST_PARTS {
        return Err(Unfit::Bomb);
    }
    let mut whole: u64 = 0;
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|_error| Unfit::Broken)?;
        if part.encrypted() {
            return Err(Unfit::Locked);
        }
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
pub(super) mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// An archive with these parts.
    pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");

    fn kind(parts: &[(&str, &[u8])]) -> Result<Kind, Unfit> {
        kind::kind_of(&mut Cursor::new(archive(parts)))
    }

    fn open_document(kind: Kind) -> [(&'static str, &'static [u8]); 2] {
        [
            ("mimetype", kind.media_type().as_bytes()),
            ("content.xml", b"<x/>"),
        ]
    }

    #[test]
    fn an_archive_is_what_its_parts_say() {
        for (part, of) in [
            ("word/document.xml", Kind::Word),
            ("xl/workbook.xml", Kind::Excel),
            ("ppt/presentation.xml", Kind::PowerPoint),
        ] {
            assert_eq!(kind(&[TYPES, (part, b"<x/>")]), Ok(of));
        }
        for of in [Kind::Text, Kind::Table, Kind::Slides] {
            assert_eq!(kind(&open_document(of)), Ok(of));
        }
        assert_eq!(kind(&[("a.txt", b"a")]), Err(Unfit::Unknown));
        assert_eq!(kind(&[]), Err(Unfit::Unknown));
        assert_eq!(
            kind(&[("mimetype", b"application/epub+zip")]),
            Err(Unfit::Unknown)
        );
        assert_eq!(kind(&[("word/document.xml", b"<x/>")]), Err(Unfit::Unknown));
    }

    #[test]
    fn a_program_in_it_is_refused() {
        let word = ("word/document.xml", &b"<x/>"[..]);
        for program in [
            "word/vbaProject.bin",
            "word/VBAPROJECT.BIN",
            "customUI/vbaProject.bin",
        ] {
            assert_eq!(kind(&[TYPES, word, (program, b"x")]), Err(Unfit::Macros));
        }
        let types = (
            "[Content_Types].xml",
            &b"<Types><Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/>"[..],
        );
        assert_eq!(kind(&[types, word]), Err(Unfit::Macros));
        let excel = ("xl/workbook.xml", &b"<x/>"[..]);
        let sheet = ("xl/macrosheets/sheet1.xml", &b"<x/>"[..]);
        assert_eq!(kind(&[TYPES, excel, sheet]), Err(Unfit::Macros));
        let mut open = open_document(Kind::Text).to_vec();
        open.push(("Basic/Standard/script-lb.xml", b"<x/>"));
        assert_eq!(kind(&open), Ok(Kind::Text), "an empty library is none");
        open.push(("Basic/Standard/Module1.xml", b"<x/>"));
        assert_eq!(kind(&open), Err(Unfit::Macros));
    }

    #[test]
    fn an_open_document_with_a_password_is_told() {
        let mut open = open_document(Kind::Table).to_vec();
        open.push(("META-INF/manifest.xml", b"<manifest:encryption-data/>"));
        assert_eq!(kind(&open), Err(Unfit::Locked));
    }

    #[test]
    fn what_becomes_far_larger_than_it_is_is_refused() {
        let zeros = vec![0; usize::try_from(HARMLESS).unwrap() + 1];
        let word = ("word/document.xml", &b"<x/>"[..]);
        let bomb = [TYPES, word, ("word/media/a.bmp", &zeros[..])];
        assert_eq!(kind(&bomb), Err(Unfit::Bomb));
        let names: Vec<String> = (0..=MOST_PARTS).map(|n| format!("word/{n}")).collect();
        let mut many = vec![TYPES, word];
        many.extend(names.iter().map(|name| (name.as_str(), &b""[..])));
        assert_eq!(kind(&many), Err(Unfit::Bomb));
    }

    #[test]
    fn what_is_broken_off_or_damaged_is_told_and_never_panics() {
        let whole = archive(&[TYPES, ("word/document.xml", b"<x/>")]);
        for end in 4..whole.len() {
            let cut = kind::kind_of(&mut Cursor::new(&whole[..end]));
            assert!(cut.is_err(), "{end}");
        }
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0xFF;
            kind::kind_of(&mut Cursor::new(damaged)).ok();
        }
    }
}
