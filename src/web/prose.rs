//! Text that people write in Markdown (`CommonMark` and tables), as a part of a page.
//!
//! Nothing that was typed becomes markup but what Markdown itself means: HTML in it is shown as the characters it is,
//! pictures as their words, and a link leads only to the web, to mail, or nowhere. So there is nothing to clean afterwards.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html as write};

/// A text whose headings stand below one of this level of the page, 1 to 5. A wide table scrolls in a box of its own,
/// which the keyboard reaches; `table` is what the box is called.
#[must_use]
pub fn prose(text: &str, below: usize, table: &str) -> Markup {
    let open = html! { (table) }.into_string();
    let open =
        format!("<div class=\"table-box\" role=\"region\" tabindex=\"0\" aria-label=\"{open}\">");
    let events = Parser::new_ext(text, Options::ENABLE_TABLES);
    let events = events.filter_map(|event| tame(event, below));
    let events = events.flat_map(|event| match event {
        Event::Start(Tag::Table(_)) => vec![Event::Html(open.as_str().into()), event],
        Event::End(TagEnd::Table) => vec![event, Event::Html("</div>".into())],
        _ => vec![event],
    });
    let mut markup = String::with_capacity(text.len() * 2);
    write::push_html(&mut markup, events);
    PreEscaped(markup)
}

/// One event of the parser as it may be written; none when it is left out.
fn tame(event: Event<'_>, below: usize) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: lower(level, below),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level, below))),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            id,
            ..
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: if leads_out(&dest_url) {
                dest_url
            } else {
                CowStr::Borrowed("#")
            },
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
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
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

fn lower(level: HeadingLevel, below: usize) -> HeadingLevel {
    HeadingLevel::try_from((level as usize + below).min(6)).unwrap_or(HeadingLevel::H6)
}

/// Whether an address in a text leads to the web or to mail: other links lead nowhere.
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
        prose(text, 2, "Tabell \"A\"").into_string()
    }

    #[test]
    fn headings_stand_below_those_of_the_page() {
        assert_eq!(drawn("# Bakgrunn"), "<h3>Bakgrunn</h3>\n");
        assert_eq!(drawn("###### Lengst ned"), "<h6>Lengst ned</h6>\n");
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
    fn a_link_leads_to_the_web_or_nowhere() {
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/desk",
        ] {
            let page = drawn(&format!("[her]({bad})"));
            assert!(page.contains("href=\"#\""), "{bad}: {page}");
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
