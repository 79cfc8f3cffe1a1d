//! What the typesetter sees: our templates, our fonts, one set of data, and the files that were named to it.

use super::look::Opened;
use crate::web::assets::FONTS;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const TEMPLATES: [(&str, &str); 3] = [
    ("common.typ", include_str!("templates/common.typ")),
    ("document.typ", include_str!("templates/document.typ")),
    ("pack.typ", include_str!("templates/pack.typ")),
];
const DATA: &str = "data.json";

static INTER: LazyLock<Vec<Font>> = LazyLock::new(|| {
    (FONTS
        .iter()
        .filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)))
    .collect()
});

pub(super) struct Sheet {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

/// Names are few and come again: the typesetter never forgets one.
fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Sheet {
    /// A template with what it is told.
    pub fn new(template: &str, data: &Value, files: &[Opened]) -> Option<Self> {
        let sources: Option<HashMap<_, _>> = TEMPLATES
            .iter()
            .map(|(name, text)| {
                let id = id(name)?;
                Some((id, Source::new(id, (*text).to_owned())))
            })
            .collect();
        let mut named = HashMap::from([(id(DATA)?, Bytes::from_string(data.to_string()))]);
        for file in files {
            named.insert(id(&file.name)?, file.bytes.clone());
        }
        Some(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(INTER.iter())),
            main: id(template)?,
            sources: sources?,
            files: named,
        })
    }
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.sources.get(&id).cloned();
        source.ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.get(&id).cloned();
        file.ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        INTER.get(index).cloned()
    }

    /// A document says which day it is of; nothing depends on when it is set.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Names of files, addresses and codes: not set as text.
const NOT_READ: [&str; 6] = ["href", "file", "language", "kind", "t", "address"];

/// The data with only those characters that our fonts have: what they have not would be a hole in the page, and neither
/// an archive nor a screen reader takes a hole. An address as text is set too, and only the link keeps its own.
pub(super) fn printable(data: &mut Value) {
    match data {
        Value::String(text) => {
            if !text.chars().all(is_set) {
                let was = !text.trim().is_empty();
                *text = text.chars().filter_map(instead).collect();
                // A title of signs without a width is a title all the same.
                if was && text.trim().is_empty() {
                    *text = "□".to_owned();
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(printable),
        Value::Object(fields) => {
            let read = fields.iter_mut();
            let read = read.filter(|(name, _)| !NOT_READ.contains(&name.as_str()));
            read.for_each(|(_, value)| printable(value));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn is_set(character: char) -> bool {
    let first = INTER.first();
    let has = |font: &Font| font.info().coverage.contains(u32::from(character));
    character == '\n'
        || (!character.is_control() && !is_private(character) && first.is_some_and(has))
}

/// Characters of no agreed meaning, which PDF/A-2a (ISO 19005-2 § 6.2.11.7.3) does not take.
fn is_private(character: char) -> bool {
    matches!(u32::from(character), 0xE000..=0xF8FF | 0xF_0000..)
}

fn instead(character: char) -> Option<char> {
    match character {
        _ if is_set(character) => Some(character),
        '\t' | '\r' => Some(' '),
        // Marks without a width: joiners, directions, variants.
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => None,
        _ if character.is_control() => None,
        _ => Some('□'),
    }
}
