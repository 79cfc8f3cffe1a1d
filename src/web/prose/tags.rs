//! What was pasted into a text from a word processor or a web page: its points become points of Markdown, the tags by which
//! such a program sets a text go, and their words stay, as paragraphs, headings and points.
//!
//! Whatever else stands between angle brackets, such as `<navn>` or a script, is shown as the characters it is.

use pulldown_cmark::{CowStr, Event};
use std::borrow::Cow;

/// Tags that stand within a line.
const WITHIN: [&str; 24] = [
    "a", "abbr", "b", "big", "cite", "col", "del", "em", "font", "i", "ins", "link", "mark",
    "meta", "s", "small", "span", "strike", "strong", "sub", "sup", "u", "var", "wbr",
];
/// Tags at which a paragraph begins and ends.
const AROUND: [&str; 24] = [
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "colgroup",
    "div",
    "dl",
    "head",
    "hr",
    "html",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
    "xml",
];
/// What Office calls its own tags by.
const OFFICE: [&str; 5] = ["o", "w", "v", "m", "st1"];
/// What Office tells itself and no reader: how it begins and how it ends.
const UNSAID: [(&str, &str); 8] = [
    ("<!--[if", "-->"),
    ("<!--[endif", "-->"),
    ("<!--StartFragment", "-->"),
    ("<!--EndFragment", "-->"),
    ("<![if", ">"),
    ("<![endif", ">"),
    ("<?xml", ">"),
    ("<style", "</style>"),
];
/// As long as a tag may be, in characters: Word writes much into its own.
const LONGEST: usize = 2_000;

/// What stands before a point in what Word and others hand on, in a font of signs too.
const BULLETS: [char; 9] = ['•', '·', '▪', '◦', '‣', '●', '○', '\u{F0B7}', '\u{F0A7}'];

/// A text whose lines that begin with a bullet are points of Markdown, of one level.
pub fn points(text: &str) -> Cow<'_, str> {
    if !text.contains(BULLETS) {
        return Cow::Borrowed(text);
    }
    let lines = text.split('\n').map(|line| {
        let point = line.trim_start().strip_prefix(BULLETS);
        let point = point.filter(|rest| rest.starts_with(char::is_whitespace));
        match point.map(str::trim).filter(|rest| !rest.is_empty()) {
            Some(rest) => Cow::Owned(format!("- {rest}")),
            None => Cow::Borrowed(line),
        }
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// What a tag means for the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Nothing,
    Space,
    Line,
    Paragraph,
    Point,
    Heading(usize),
}

/// What stands at the beginning of a text, which begins with `<`, with its length; none for what is shown as it is.
fn read(text: &str) -> Option<(Meaning, usize)> {
    for (start, end) in UNSAID {
        let begins = text.get(..start.len());
        if begins.is_some_and(|own| own.eq_ignore_ascii_case(start)) {
            let length = text.find(end)? + end.len();
            return Some((Meaning::Nothing, length));
        }
    }
    let rest = text.strip_prefix('<')?;
    let (closes, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != ':')?;
    let (name, attributes) = rest.split_at(end);
    if !attributes.starts_with(['>', '/', ' ', '\t', '\n']) {
        return None;
    }
    let meaning = meaning(&name.to_ascii_lowercase(), closes)?;
    let length = text.len() - attributes.len() + ends(attributes)?;
    Some((meaning, length))
}

/// Where a tag ends, past its attributes.
fn ends(attributes: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in attributes.char_indices().take(LONGEST) {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn meaning(name: &str, closes: bool) -> Option<Meaning> {
    let office = name.split_once(':');
    let is_office = office.is_some_and(|(of, rest)| OFFICE.contains(&of) && !rest.is_empty());
    Some(match name {
        "br" => Meaning::Line,
        "td" | "th" if closes => Meaning::Space,
        "li" | "dt" | "dd" if !closes => Meaning::Point,
        "td" | "th" | "li" | "dt" | "dd" => Meaning::Nothing,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if closes => Meaning::Paragraph,
        "h1" => Meaning::Heading(1),
        "h2" => Meaning::Heading(2),
        "h3" => Meaning::Heading(3),
        "h4" => Meaning::Heading(4),
        "h5" => Meaning::Heading(5),
        "h6" => Meaning::Heading(6),
        _ if AROUND.contains(&name) => Meaning::Paragraph,
        _ if WITHIN.contains(&name) || is_office => Meaning::Nothing,
        _ => return None,
    })
}

/// What a tag within a line becomes; none when it is left out.
pub fn within(raw: CowStr<'_>) -> Option<Event<'_>> {
    match read(&raw) {
        Some((_, length)) if length < raw.len() => Some(Event::Text(raw)),
        Some((Meaning::Nothing, _)) => None,
        Some((Meaning::Space, _)) => Some(Event::Text(" ".into())),
        Some(_) if raw.starts_with("</") => None,
        Some(_) => Some(Event::HardBreak),
        None => Some(Event::Text(raw)),
    }
}

/// A block of HTML as Markdown, in which nothing is HTML any more.
pub fn as_markdown(block: &str) -> String {
    let mut text = String::with_capacity(block.len());
    let mut rest = block;
    while let Some(at) = rest.find('<') {
        let (words, from) = rest.split_at(at);
        put_words(&mut text, words);
        let length = match read(from) {
            Some((meaning, length)) => {
                put(&mut text, meaning);
                length
            }
            None => {
                // With a backslash Markdown takes it for the character it is.
                text.push_str("\\<");
                1
            }
        };
        rest = &from[length..];
    }
    put_words(&mut text, rest);
    // What is indented would be a listing.
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    lines.join("\n")
}

/// Whether a point or a heading has begun and has no words yet.
fn has_begun(text: &str) -> bool {
    text.ends_with("\n- ") || text.ends_with("# ")
}

fn put_words(text: &mut String, words: &str) {
    let words = if has_begun(text) {
        words.trim_start()
    } else {
        words
    };
    text.push_str(words);
}

fn put(text: &mut String, meaning: Meaning) {
    match meaning {
        Meaning::Nothing => {}
        Meaning::Space => text.push(' '),
        Meaning::Line | Meaning::Paragraph if has_begun(text) => {}
        Meaning::Line => text.push_str("  \n"),
        Meaning::Paragraph => text.push_str("\n\n"),
        Meaning::Point => text.push_str("\n\n- "),
        Meaning::Heading(level) => {
            text.push_str("\n\n");
            text.push_str(&"#".repeat(level));
            text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_word_processor_writes_becomes_paragraphs_and_points() {
        let pasted = "<p class=MsoNormal style='margin:0'>Rådet <b>anbefaler</b><o:p></o:p></p>\n\
            <ul>\n  <li><p>lavere satser</p></li>\n  <li>\n ny modell</li>\n</ul>";
        let lines: Vec<String> = as_markdown(pasted)
            .lines()
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        assert_eq!(lines, ["Rådet anbefaler", "- lavere satser", "- ny modell"]);
    }

    #[test]
    fn a_line_with_a_bullet_is_a_point() {
        let pasted = "Råd:\n•\tlavere satser\n  ·  ny modell\n•\n5 · 3";
        assert_eq!(
            points(pasted),
            "Råd:\n- lavere satser\n- ny modell\n•\n5 · 3"
        );
        assert_eq!(points("- ett"), "- ett");
    }

    #[test]
    fn what_office_tells_itself_goes_and_what_nobody_knows_stays() {
        let pasted = "<!--[if gte mso 9]><xml>x</xml><![endif]--><style>p {}</style>Til <navn>";
        assert_eq!(as_markdown(pasted), "Til \\<navn>");
        for shown in [
            "<script>",
            "<navn>",
            "<!-- husk -->",
            "< b",
            "<b",
            "<https://x.no>",
        ] {
            assert_eq!(read(shown), None, "{shown}");
        }
    }

    #[test]
    fn a_tag_ends_after_its_attributes() {
        let tag = "<a title=\"a > b\" href='x'>";
        assert_eq!(read(tag), Some((Meaning::Nothing, tag.len())));
        assert_eq!(read("<br/>"), Some((Meaning::Line, 5)));
        assert_eq!(read("</H2>"), Some((Meaning::Paragraph, 5)));
    }
}
