//! Text that people write in Markdown (`CommonMark` and tables), as a part of a page.
//!
//! Nothing that was typed becomes markup but what Markdown itself means: of HTML that was pasted the words stay (`tags`), and
//! all else between angle brackets is shown as the characters it is; pictures are their words, and a link leads to the web
//! or to mail, or is its words. So there is nothing to clean afterwards. Documents are set from the same [`events`].

mod tags;

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html as write};
use std::borrow::Cow;

/// A text whose headings stand below one of this level of the page, 1 to 5. A wide table scrolls in a box of its own,
/// which the keyboard reaches; `table` is what the box is called.
#[must_use]
pub fn prose(text: &str, below: usize, table: &str) -> Markup {
    drawn(events(text), below, table)
}

fn drawn(events: Vec<Event<'_>>, below: usize, table: &str) -> Markup {
    let open = html! { (table) }.into_string();
    let open =
        format!("<div class=\"table-box\" role=\"region\" tabindex=\"0\" aria-label=\"{open}\">");
    let events = linked(events).filter_map(|event| tame(event, below));
    let events = events.flat_map(|event| match event {
        Event::Start(Tag::Table(_)) => vec![Event::Html(open.as_str().into()), event],
        Event::End(TagEnd::Table) => vec![event, Event::Html("</div>".into())],
        _ => vec![event],
    });
    let mut markup = String::new();
    write::push_html(&mut markup, events);
    PreEscaped(markup)
}

/// A text that has no headings of its own, such as an opening above all sections: they are paragraphs in bold.
#[must_use]
pub fn unheaded(text: &str, table: &str) -> Markup {
    let plain = events(text).into_iter().flat_map(|event| match event {
        Event::Start(Tag::Heading { .. }) => {
            vec![Event::Start(Tag::Paragraph), Event::Start(Tag::Strong)]
        }
        Event::End(TagEnd::Heading(_)) => {
            vec![Event::End(TagEnd::Strong), Event::End(TagEnd::Paragraph)]
        }
        other => vec![other],
    });
    drawn(plain.collect(), 1, table)
}

/// What a text means, for pages and documents alike: a line that is broken is broken on both, and of HTML there is none
/// left but characters.
///
/// Headings skip no level from the first on, and one without words is none (WCAG 1.3.1, PDF/UA-1).
#[must_use]
pub fn events(text: &str) -> Vec<Event<'_>> {
    match tags::points(text) {
        Cow::Borrowed(text) => read(text),
        Cow::Owned(text) => read(&text).into_iter().map(Event::into_static).collect(),
    }
}

fn read(text: &str) -> Vec<Event<'_>> {
    let mut found = Vec::new();
    let mut parser = Parser::new_ext(text, Options::ENABLE_TABLES);
    while let Some(event) = parser.next() {
        match event {
            Event::Start(Tag::HtmlBlock) => found.extend(html_block(&mut parser)),
            Event::Html(raw) | Event::InlineHtml(raw) => found.extend(tags::within(raw)),
            // Whoever types a new line means one.
            Event::SoftBreak => found.push(Event::HardBreak),
            other => found.push(other),
        }
    }
    headed(found)
}

/// What a block of HTML means, up to its end, which is taken too.
fn html_block<'a>(parser: &mut Parser<'a>) -> Vec<Event<'a>> {
    let mut block = String::new();
    for event in parser.by_ref() {
        match event {
            Event::Html(piece) | Event::Text(piece) => block.push_str(&piece),
            Event::End(TagEnd::HtmlBlock) => break,
            _ => {}
        }
    }
    let text = tags::as_markdown(&block);
    let events = Parser::new_ext(&text, Options::ENABLE_TABLES);
    events.map(Event::into_static).collect()
}

/// The same with headings that follow each other level by level, and none without words.
fn headed(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut kept = Vec::with_capacity(events.len());
    // Of the heading before, and of the one that stands open, with where that begins.
    let (mut last, mut level, mut begun) = (0, 0, 0);
    for event in events {
        match event {
            Event::Start(Tag::Heading { level: own, .. }) => {
                level = (own as usize).min(last + 1);
                begun = kept.len();
                kept.push(Event::Start(heading(level)));
            }
            Event::End(TagEnd::Heading(_)) => {
                if kept.iter().skip(begun).any(says) {
                    last = level;
                    kept.push(Event::End(TagEnd::Heading(at(level))));
                } else {
                    kept.truncate(begun);
                }
            }
            other => kept.push(other),
        }
    }
    kept
}

/// Whether an event has something to read.
fn says(event: &Event<'_>) -> bool {
    match event {
        Event::Text(text) | Event::Code(text) => !text.trim().is_empty(),
        _ => false,
    }
}

fn at(level: usize) -> HeadingLevel {
    HeadingLevel::try_from(level.min(6)).unwrap_or(HeadingLevel::H6)
}

fn heading(level: usize) -> Tag<'static> {
    Tag::Heading {
        level: at(level),
        id: None,
        classes: Vec::new(),
        attrs: Vec::new(),
    }
}

/// The same without links that may lead nowhere, whose words stay. No link stands within another.
fn linked(events: Vec<Event<'_>>) -> impl Iterator<Item = Event<'_>> {
    let mut is_kept = true;
    events.into_iter().filter(move |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            is_kept = leads_out(dest_url);
            is_kept
        }
        Event::End(TagEnd::Link) => is_kept,
        _ => true,
    })
}

/// One event of the parser as it may be written; none when it is left out.
fn tame(event: Event<'_>, below: usize) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Heading { level, .. }) => Event::Start(heading(level as usize + below)),
        Event::End(TagEnd::Heading(level)) => {
            Event::End(TagEnd::Heading(at(level as usize + below)))
        }
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            id,
            ..
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url,
            title: CowStr::Borrowed(""),
            id,
        }),
        other => other,
    })
}

/// The words of such a text, without what Markdown means; a line each for paragraphs, headings, points and cells.
#[must_use]
pub fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for event in events(text) {
        match event {
            Event::Text(piece)
            | Event::Code(piece)
            | Event::Html(piece)
            | Event::InlineHtml(piece) => {
                words.push_str(&piece);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => words.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::CodeBlock,
            ) => words.push('\n'),
            _ => {}
        }
    }
    words
}

/// Whether an address in a text leads to the web or to mail: other links are but their words.
#[must_use]
pub fn leads_out(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|start| address.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> String {
        super::prose(text, 2, "Tabell \"A\"").into_string()
    }

    #[test]
    fn headings_stand_below_those_of_the_page() {
        assert_eq!(drawn("# Bakgrunn"), "<h3>Bakgrunn</h3>\n");
        assert_eq!(
            drawn("# Bakgrunn\n\n###### Satser\n\n# \n\n## Råd"),
            "<h3>Bakgrunn</h3>\n<h4>Satser</h4>\n<h4>Råd</h4>\n"
        );
        assert_eq!(drawn("### Først"), "<h3>Først</h3>\n");
    }

    #[test]
    fn an_opening_has_no_heading_of_its_own() {
        let page = unheaded("# Til stede\n\nAlle.", "Tabell").into_string();
        assert_eq!(page, "<p><strong>Til stede</strong></p>\n<p>Alle.</p>\n");
    }

    #[test]
    fn what_is_pasted_as_html_is_read_as_its_words() {
        let page = drawn(
            "<p class=MsoNormal>R&aring;det <b>anbefaler</b><o:p></o:p></p>\n<ul><li>lavere <i>satser</i></li></ul>",
        );
        assert!(page.contains("<p>Rådet anbefaler</p>"), "{page}");
        assert!(page.contains("<li>lavere satser</li>"), "{page}");
        assert!(!page.contains("&lt;"), "{page}");
        assert_eq!(drawn("Vi <u>må</u> svare"), "<p>Vi må svare</p>\n");
        let points = drawn("Råd:\n•\tlavere satser");
        assert!(points.contains("<li>lavere satser</li>"), "{points}");
        assert_eq!(drawn("Til <navn>"), "<p>Til &lt;navn&gt;</p>\n");
    }

    #[test]
    fn one_line_break_is_shown_and_a_space_among_the_words() {
        assert_eq!(
            words("Første linje\nandre linje"),
            "Første linje andre linje\n"
        );
        assert_eq!(
            drawn("Første linje\nandre linje"),
            "<p>Første linje<br />\nandre linje</p>\n"
        );
        // A web page that was pasted breaks its lines anywhere.
        assert!(!drawn("<p>Første linje\nandre linje</p>").contains("<br"));
    }

    #[test]
    fn html_is_shown_as_it_was_typed() {
        let page = drawn("Se <script>alert(1)</script> her\n\n<iframe src=x></iframe>\n");
        assert!(
            !page.contains("<script") && !page.contains("<iframe"),
            "{page}"
        );
        assert!(page.contains("&lt;iframe src=x&gt;"), "{page}");
    }

    #[test]
    fn a_link_leads_to_the_web_or_is_its_words() {
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/desk",
        ] {
            let page = drawn(&format!("[her]({bad})"));
            assert_eq!(page, "<p>her</p>\n", "{bad}");
        }
        assert!(
            drawn("[Digdir](https://www.digdir.no)").contains("href=\"https://www.digdir.no\"")
        );
    }

    #[test]
    fn a_picture_is_its_words() {
        assert_eq!(
            drawn("![Kurven](https://x.example/a.png)"),
            "<p>Kurven</p>\n"
        );
    }

    #[test]
    fn the_words_of_a_text_are_what_is_read_of_it() {
        assert_eq!(
            words(
                "## Råd\n\nModellen **endrer** [prisen](https://x.example).\n\n| A | B |\n|---|---|\n| 1 | 2 |"
            ),
            "Råd\nModellen endrer prisen.\nA B \n1 2 \n"
        );
    }

    #[test]
    fn tables_and_lists_are_drawn() {
        let table = drawn("| A | B |\n|---|---|\n| 1 | 2 |");
        assert!(
            table.contains("<td>1</td>") && table.contains("aria-label=\"Tabell &quot;A&quot;\""),
            "{table}"
        );
        assert!(drawn("- ett\n- to").contains("<li>ett</li>"));
    }
}
