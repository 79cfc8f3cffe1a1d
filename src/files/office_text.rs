//! The words of Office files: for the search, and for the guard that looks for identity numbers.
//!
//! Everything that a reader can get to is read: notes, comments, headers, sheets and slides that are hidden, words that were struck out with
//! changes tracked.
//!
//! No more XML is read than [`MOST_READ`], which bounds the time, and no more text kept than [`MOST_TEXT`]. What a file
//! says of itself is never believed: a part that unpacks to more is cut off there.

use super::identity_numbers;
use super::kind::{Kind, Unfit};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::io::{BufReader, Read, Seek};
use zip::ZipArchive;

/// The most XML that is read of one file, unpacked.
pub const MOST_READ: u64 = 64 * 1024 * 1024;
/// The most text that is kept of it, in bytes: some two thousand pages.
pub const MOST_TEXT: usize = 4 * 1024 * 1024;

/// The words of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Paragraphs and cells, a line each, in the order of the parts they stand in.
    pub text: String,
    /// Whether the file holds more than was read.
    pub is_cut: bool,
}

/// The words of an Office file; none of other kinds.
///
/// # Errors
/// When the file is damaged.
pub fn words(file: impl Read + Seek, kind: Kind) -> Result<Words, Unfit> {
    let Some(holds_words) = parts_of(kind) else {
        return Ok(Words::default());
    };
    let mut archive = ZipArchive::new(file).map_err(|_error| Unfit::Broken)?;
    let names = archive.file_names_raw();
    let names = names.map(|name| String::from_utf8_lossy(name).into_owned());
    let mut parts: Vec<String> = names.filter(|name| holds_words(name)).collect();
    parts.sort_by_key(|name| order(name));
    let is_open = matches!(kind, Kind::Text | Kind::Table | Kind::Slides);
    let mut taken = Taken::new(is_open);
    let mut room = MOST_READ;
    for name in parts {
        let Ok(part) = archive.by_name(&name) else {
            return Err(Unfit::Broken);
        };
        let mut part = part.take(room);
        taken.part(&mut part);
        room = part.limit();
        if room == 0 || taken.text.len() >= MOST_TEXT {
            taken.is_cut = true;
            break;
        }
    }
    Ok(Words {
        text: taken.text,
        is_cut: taken.is_cut,
    })
}

/// Which parts of a file of this kind hold words.
fn parts_of(kind: Kind) -> Option<fn(&str) -> bool> {
    let part: fn(&str) -> bool = match kind {
        Kind::Word => |name| is_xml_in(name, "word/") && !is_about_looks(name),
        Kind::Excel => |name| {
            let folders = [
                "xl/worksheets/",
                "xl/comments",
                "xl/threadedComments/",
                "xl/drawings/",
                "xl/charts/",
            ];
            name == "xl/sharedStrings.xml"
                || folders.into_iter().any(|folder| is_xml_in(name, folder))
        },
        Kind::PowerPoint => |name| {
            let folders = [
                "ppt/slides/",
                "ppt/notesSlides/",
                "ppt/comments/",
                "ppt/diagrams/",
                "ppt/charts/",
            ];
            folders.into_iter().any(|folder| is_xml_in(name, folder))
        },
        // Headers and footers stand among the styles.
        Kind::Text | Kind::Table | Kind::Slides => {
            |name| name == "content.xml" || name == "styles.xml"
        }
        Kind::Pdf | Kind::Png | Kind::Jpeg => return None,
    };
    Some(part)
}

fn is_xml_in(name: &str, folder: &str) -> bool {
    name.starts_with(folder) && name.ends_with(".xml")
}

fn is_about_looks(name: &str) -> bool {
    let looks = [
        "theme",
        "styles",
        "stylesWithEffects",
        "settings",
        "webSettings",
        "fontTable",
        "numbering",
    ];
    let own = name.trim_start_matches("word/");
    looks.iter().any(|look| own.starts_with(look))
}

/// The main part first, then by name with its number: slide 10 after slide 9.
fn order(name: &str) -> (bool, String, u64) {
    let is_main = name == "word/document.xml" || name == "content.xml";
    let stem = name.trim_end_matches(".xml");
    let words = stem.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let number = stem[words.len()..].parse().unwrap_or(0);
    (!is_main, words.to_owned(), number)
}

/// What the number in a cell is (ECMA-376 part 1, § 18.18.11).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// The place of its text among the shared ones, or yes, no or a fault: nothing to read.
    Other,
    Number,
    /// What a formula has become, or a value of a chart.
    Text,
}

/// Text as it is taken.
struct Taken {
    is_open_document: bool,
    text: String,
    is_cut: bool,
    /// How many elements that hold text the reader is inside.
    inside: usize,
    cell: Cell,
    /// Where the number began that is being read.
    number_at: usize,
}

impl Taken {
    fn new(is_open_document: bool) -> Self {
        Self {
            is_open_document,
            text: String::new(),
            is_cut: false,
            inside: 0,
            cell: Cell::Text,
            number_at: 0,
        }
    }

    fn part(&mut self, part: &mut impl Read) {
        (self.inside, self.cell) = (0, Cell::Text);
        let mut reader = Reader::from_reader(BufReader::new(part));
        // Names that do not match are no reason to lose the words.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        let mut buffer = Vec::new();
        while self.text.len() < MOST_TEXT {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Eof) => break,
                Ok(event) => self.event(&event),
                // The words before a fault are worth more than none; whoever reads them is told that it is not all.
                Err(_) => {
                    self.is_cut = true;
                    break;
                }
            }
        }
        // A part that ends inside a text was broken off.
        self.is_cut |= self.inside > 0;
        self.line();
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(of) => self.start(of),
            Event::Empty(of) => self.gap(of.local_name().as_ref()),
            Event::End(of) => self.end(of.local_name().as_ref()),
            Event::Text(text) => self.put(text),
            Event::CData(text) => self.put(text),
            Event::GeneralRef(letter) => {
                if let Some(letter) = letter_of(letter) {
                    self.put(letter.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, of: &BytesStart<'_>) {
        let name = of.local_name();
        match (self.is_open_document, name.as_ref()) {
            (true, "p" | "h") => self.inside += 1,
            (false, "t" | "delText" | "text") => self.inside += 1,
            (false, "c") => self.cell = cell_of(of),
            (false, "v") if self.cell != Cell::Other => {
                self.inside += 1;
                self.number_at = self.text.len();
            }
            (_, name) => self.gap(name),
        }
    }

    fn end(&mut self, name: &str) {
        match (self.is_open_document, name) {
            (true, "p" | "h") => {
                self.inside = self.inside.saturating_sub(1);
                self.line();
            }
            (false, "t" | "delText") => self.inside = self.inside.saturating_sub(1),
            (false, "text") => {
                self.inside = self.inside.saturating_sub(1);
                self.line();
            }
            (false, "v") if self.cell != Cell::Other => {
                self.inside = self.inside.saturating_sub(1);
                if self.cell == Cell::Number {
                    self.number();
                }
                self.line();
            }
            (false, "c") => {
                self.cell = Cell::Text;
                self.line();
            }
            (false, "p" | "si") => self.line(),
            _ => {}
        }
    }

    fn gap(&mut self, name: &str) {
        match (self.is_open_document, name) {
            (_, "tab") | (true, "s") => self.space(),
            (false, "noBreakHyphen") => self.text.push('-'),
            (false, "br" | "cr") | (true, "line-break") => self.line(),
            _ => {}
        }
    }

    fn put(&mut self, text: &str) {
        if self.inside == 0 {
            return;
        }
        for letter in text.chars() {
            if self.text.len() >= MOST_TEXT {
                self.is_cut = true;
                return;
            }
            self.text
                .push(if letter.is_control() { ' ' } else { letter });
        }
    }

    /// A table has dropped the zero that a number of eleven digits began with. Where it then is one that nobody should
    /// read, it gets it back, for the guard to see.
    fn number(&mut self) {
        let number = self.text.get(self.number_at..).unwrap_or_default();
        let whole = format!("0{number}");
        if whole.len() == 11 && !identity_numbers::find(&whole).is_empty() {
            self.text.insert(self.number_at, '0');
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

fn cell_of(of: &BytesStart<'_>) -> Cell {
    let kind = of.try_get_attribute("t").ok().flatten();
    match kind.as_ref().map(|kind| kind.value.as_ref()) {
        None | Some("n") => Cell::Number,
        Some("str" | "inlineStr" | "d") => Cell::Text,
        Some(_) => Cell::Other,
    }
}

/// What a reference stands for: a character by its number, or one of the five that XML names. Others are not looked up,
/// so nothing grows.
fn letter_of(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter);
    }
    Some(match reference.as_ref() {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::archive::tests::archive;
    use super::*;
    use std::io::Cursor;

    fn read(kind: Kind, parts: &[(&str, &str)]) -> Words {
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, text)| (*name, text.as_bytes()))
            .collect();
        words(Cursor::new(archive(&parts)), kind).expect("the archive is whole")
    }

    #[test]
    fn a_letter_is_read_as_paragraphs_with_its_notes_and_what_was_struck_out() {
        let document = "<w:document xmlns:w='w'><w:body>\
            <w:p><w:r><w:t>Styringsr</w:t></w:r><w:r><w:t xml:space='preserve'>ådet &amp; KS </w:t></w:r></w:p>\n\
            <w:p><w:r><w:t>010190</w:t></w:r><w:r><w:noBreakHyphen/><w:t>12&#51;45</w:t><w:tab/><w:t>a</w:t></w:r></w:p>\
            <w:del><w:r><w:delText>Strøket</w:delText></w:r></w:del></w:body></w:document>";
        let found = read(
            Kind::Word,
            &[
                ("word/footnotes.xml", "<w:p><w:t>En note</w:t></w:p>"),
                ("word/styles.xml", "<w:t>Ikke dette</w:t>"),
                ("word/document.xml", document),
                ("docProps/app.xml", "<t>Ikke dette</t>"),
            ],
        );
        assert_eq!(
            found.text,
            "Styringsrådet & KS \n010190-12345 a\nStrøket\nEn note\n"
        );
        assert!(!found.is_cut);
    }

    #[test]
    fn a_table_is_read_cell_by_cell_without_the_places_of_shared_texts() {
        let sheet = "<worksheet><sheetData><row>\
            <c t='s'><v>0</v></c><c><v>42.5</v></c><c t='str'><f>A1</f><v>Blandet</v></c>\
            <c t='inlineStr'><is><t>Rett inn</t></is></c><c t='b'><v>1</v></c></row></sheetData></worksheet>";
        let found = read(
            Kind::Excel,
            &[
                (
                    "xl/sharedStrings.xml",
                    "<sst><si><t>Delt </t><r><t>tekst</t></r></si><si><t>To</t></si></sst>",
                ),
                ("xl/worksheets/sheet10.xml", "<c><v>10</v></c>"),
                ("xl/worksheets/sheet1.xml", sheet),
                ("xl/workbook.xml", "<t>Ikke dette</t>"),
            ],
        );
        assert_eq!(found.text, "Delt tekst\nTo\n42.5\nBlandet\nRett inn\n10\n");
    }

    #[test]
    fn a_number_gets_back_the_zero_that_a_table_dropped_only_where_the_guard_needs_it() {
        let right = (0..100_000)
            .map(|rest| format!("010190{rest:05}"))
            .find(|number| !identity_numbers::find(number).is_empty());
        let right = right.expect("one of them is right");
        let sheet = format!("<c><v>{}</v></c><c><v>4712345678</v></c>", &right[1..]);
        let found = read(Kind::Excel, &[("xl/worksheets/sheet1.xml", &sheet)]);
        assert_eq!(found.text, format!("{right}\n4712345678\n"));
    }

    #[test]
    fn slides_are_read_in_their_order_with_what_is_said_to_them() {
        let slide = |text: &str| {
            format!(
                "<p:sld><a:p><a:r><a:t>{text}</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p></p:sld>"
            )
        };
        let (ten, nine) = (slide("ti"), slide("ni"));
        let found = read(
            Kind::PowerPoint,
            &[
                ("ppt/slides/slide10.xml", &ten),
                ("ppt/slides/slide9.xml", &nine),
                (
                    "ppt/notesSlides/notesSlide1.xml",
                    "<a:p><a:t>Husk</a:t></a:p>",
                ),
                (
                    "ppt/slideLayouts/slideLayout1.xml",
                    "<a:p><a:t>Ikke dette</a:t></a:p>",
                ),
            ],
        );
        assert_eq!(found.text, "Husk\nni\nb\nti\nb\n");
    }

    #[test]
    fn open_document_is_read_paragraph_by_paragraph() {
        let content = "<office:text>Ikke dette<text:h>Sak 1</text:h>\n<text:p>Ett<text:s text:c='3'/>to<text:tab/>\
            <text:span>tre</text:span><text:line-break/>fire</text:p></office:text>";
        for kind in [Kind::Text, Kind::Table, Kind::Slides] {
            let parts = [
                ("mimetype", "x"),
                ("content.xml", content),
                ("styles.xml", "<text:p>Fot</text:p>"),
            ];
            assert_eq!(read(kind, &parts).text, "Sak 1\nEtt to tre\nfire\nFot\n");
        }
    }

    #[test]
    fn names_that_stand_for_much_stand_for_nothing() {
        let bomb = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>\
            <w:p><w:t>x&b;&c;y</w:t></w:p>";
        assert_eq!(
            read(Kind::Word, &[("word/document.xml", bomb)]).text,
            "xy\n"
        );
    }

    #[test]
    fn text_is_cut_where_there_is_no_more_room_for_it() {
        let one = "<w:p><w:t>Mange ord. </w:t></w:p>".repeat(MOST_TEXT / 10);
        let found = read(Kind::Word, &[("word/document.xml", &one)]);
        assert!(found.is_cut && found.text.len() <= MOST_TEXT + 1);
        assert!(found.text.ends_with('\n'));
    }

    #[test]
    fn what_is_damaged_is_cut_or_refused_and_never_a_panic() {
        for (rest, more) in [("<w:p><w:t>etter", "etter\n"), ("<w:p><w:t", "")] {
            let part = format!("<w:p><w:t>Før</w:t></w:p>{rest}");
            let found = read(Kind::Word, &[("word/document.xml", &part)]);
            assert!(found.is_cut, "{rest}");
            assert_eq!(found.text, format!("Før\n{more}"));
        }
        assert_eq!(words(Cursor::new(b"PK"), Kind::Word), Err(Unfit::Broken));
        assert_eq!(
            words(Cursor::new(b"%PDF-"), Kind::Pdf),
            Ok(Words::default())
        );
    }
}
