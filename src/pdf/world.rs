//! What the typesetter sees: our templates, our fonts, one set of data, and the files that were named to it.

use super::look::Opened;
use crate::web::assets::FONTS;
use serde_json::{Value, json};
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

/// What a title of nothing but signs that are not set is called.
const NAMELESS: &str = "–";

/// Names of files, addresses and codes: not set as text.
const NOT_READ: [&str; 6] = ["href", "file", "language", "kind", "t", "address"];

/// The data with only those characters that our fonts have: what they have not would be a hole in the page, and neither
/// an archive nor a screen reader takes a hole. An address as text is set too, and only the link keeps its own.
///
/// A picture sign (emoji) that the fonts lack is set as the plain sign that means the same where there is one, as ✓
/// for ✅, and is left out otherwise: it goes with the words and says nothing alone, and a box in its place would look
/// like a fault. The pages keep it. A letter that the fonts lack is □, so that nobody takes the word for whole.
pub(super) fn printable(data: &mut Value) {
    match data {
        Value::String(text) => {
            if !text.chars().all(is_set) {
                let was = !text.trim().is_empty();
                *text = settable(text);
                // A title of signs that are not set is a title all the same.
                if was && text.trim().is_empty() {
                    *text = NAMELESS.to_owned();
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(printable),
        Value::Object(fields) => {
            let read = fields.iter_mut();
            for (name, value) in read.filter(|(name, _)| !NOT_READ.contains(&name.as_str())) {
                match value {
                    // A piece of a line may be left out as a whole.
                    Value::String(text) if name == "text" => *text = settable(text),
                    _ => printable(value),
                }
            }
            // A heading and a link have words all the same (PDF/UA).
            let has_words = ["heading", "link"].map(Value::from);
            let is_one = fields.get("t").is_some_and(|t| has_words.contains(t));
            if is_one && fields.get("c").is_some_and(|c| !says(c)) {
                fields.insert("c".to_owned(), json!([{ "t": "text", "text": NAMELESS }]));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether any text of these pieces of a line has something to read.
fn says(pieces: &Value) -> bool {
    match pieces {
        Value::Array(all) => all.iter().any(says),
        Value::Object(fields) => fields.iter().any(|(name, value)| match value {
            Value::String(text) => name == "text" && !text.trim().is_empty(),
            _ => says(value),
        }),
        _ => false,
    }
}

/// A text as it is set. Where something is left out between two spaces, one of them goes too.
fn settable(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut has_gap = false;
    for character in text.chars() {
        match instead(character) {
            Some(' ') if has_gap && set.ends_with(' ') => {}
            Some(own) => {
                set.push(own);
                has_gap = false;
            }
            None => has_gap = true,
        }
    }
    set
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

/// Whether it is a picture sign, or a part of one (Unicode UTS #51); letters of no script are among them.
fn is_picture(character: char) -> bool {
    matches!(u32::from(character),
        0x203C | 0x2049 | 0x20E3 | 0x231A..=0x231B | 0x2328 | 0x23E9..=0x23FA | 0x2600..=0x27BF
        | 0x2934..=0x2935 | 0x2B05..=0x2B55 | 0x3030 | 0x303D | 0x3297 | 0x3299
        | 0x1F000..=0x1FAFF | 0xE0020..=0xE007F)
}

/// The plain sign that means the same as a picture sign.
fn alike(character: char) -> Option<char> {
    Some(match character {
        '✅' | '✔' | '☑' => '✓',
        '❌' | '❎' | '✖' | '☒' => '✗',
        '⭐' | '🌟' => '★',
        '☐' => '□',
        _ => return None,
    })
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
        _ if is_picture(character) => alike(character).filter(|plain| is_set(*plain)),
        _ => Some('□'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_sign_is_its_plain_sign_or_nothing_and_a_letter_is_never_lost_unseen() {
        for (typed, set) in [
            ("Bra 👍 sagt", "Bra sagt"),
            ("Bra sagt 👩\u{200D}👩\u{200D}👧!", "Bra sagt !"),
            ("✅ Ja, ❌ nei", "✓ Ja, ✗ nei"),
            ("❤\u{FE0F} ★ ⚠\u{FE0F}", "❤ ★ ⚠"),
            ("1\u{FE0F}\u{20E3} Først", "1 Først"),
            ("Flagget 🇳🇴", "Flagget "),
            ("漢 navn", "□ navn"),
        ] {
            assert_eq!(settable(typed), set, "{typed:?}");
        }
        let mut data = json!({ "title": "😀", "t": "😀" });
        printable(&mut data);
        assert_eq!(data, json!({ "title": "–", "t": "😀" }));
        let piece = |text: &str| json!({ "t": "text", "text": text });
        let mut data = json!([
            { "t": "paragraph", "c": [piece("Bra"), piece(" 👍")] },
            { "t": "heading", "level": 1, "c": [piece("👍")] },
        ]);
        printable(&mut data);
        assert_eq!(data[0]["c"], json!([piece("Bra"), piece(" ")]));
        assert_eq!(data[1]["c"], json!([piece("–")]));
    }
}
