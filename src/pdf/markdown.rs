//! Markdown as data: paragraphs, lists and tables that a template lays out. Nothing that was typed becomes source.
//!
//! Both read a text as the same events (`web::prose`): HTML and pictures as their words. Headings never skip a
//! level (PDF/UA, ISO 14289-1 § 7.4.2), and nesting that no reader could follow is laid flat.

use crate::web::prose::{events, leads_out};
use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use serde::{Deserialize, Serialize};
use std::iter::Peekable;

/// So deep lists and quotations stand in one another; what is deeper stands beside the last.
const DEEPEST: usize = 6;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub enum Inline {
    Text { text: String },
    Strong { c: Vec<Inline> },
    Emph { c: Vec<Inline> },
    Code { text: String },
    Link { href: String, c: Vec<Inline> },
    Break,
}

/// A part of a text that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub enum Block {
    Paragraph {
        c: Vec<Inline>,
    },
    /// From 1, below whatever the text stands under.
    Heading {
        level: usize,
        c: Vec<Inline>,
    },
    List {
        items: Vec<Vec<Block>>,
    },
    Numbered {
        start: u64,
        items: Vec<Vec<Block>>,
    },
    Quote {
        c: Vec<Block>,
    },
    Listing {
        text: String,
    },
    Table {
        /// The columns whose figures stand under each other, from 0.
        right: Vec<usize>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Rule,
}

/// The same parts with each heading this much lower, where they stand under a heading of their own.
#[must_use]
pub fn lowered(blocks: Vec<Block>, by: usize) -> Vec<Block> {
    let each = |items: Vec<Vec<Block>>| items.into_iter().map(|one| lowered(one, by)).collect();
    let lower = |block| match block {
        Block::Heading { level, c } => Block::Heading {
            level: level + by,
            c,
        },
        Block::List { items } => Block::List { items: each(items) },
        Block::Numbered { start, items } => Block::Numbered {
            start,
            items: each(items),
        },
        Block::Quote { c } => Block::Quote { c: lowered(c, by) },
        other => other,
    };
    blocks.into_iter().map(lower).collect()
}

/// Reads a text.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut depth = 0;
    let events = events(text).into_iter().filter(move |event| match event {
        // An item goes with its list.
        Event::Start(Tag::Item) | Event::End(TagEnd::Item) => depth <= DEEPEST,
        Event::Start(tag) if nests(&tag.to_end()) => {
            depth += 1;
            depth <= DEEPEST
        }
        Event::End(tag) if nests(tag) => {
            depth -= 1;
            depth < DEEPEST
        }
        _ => true,
    });
    let mut reading = Reading {
        events: events.peekable(),
        level: 0,
    };
    let mut all = Vec::new();
    // What ends without having begun is passed over, so that nothing of the text is lost.
    while reading.events.peek().is_some() {
        all.extend(reading.blocks());
    }
    all
}

fn nests(tag: &TagEnd) -> bool {
    use TagEnd::{BlockQuote, Emphasis, Image, Link, List, Strong};
    matches!(
        tag,
        List(_) | BlockQuote(_) | Emphasis | Strong | Link | Image
    )
}

struct Reading<'a, E: Iterator<Item = Event<'a>>> {
    events: Peekable<E>,
    /// Of the last heading.
    level: usize,
}

impl<'a, E: Iterator<Item = Event<'a>>> Reading<'a, E> {
    /// What stands up to the end of the part it stands in, which is taken too.
    fn blocks(&mut self) -> Vec<Block> {
        let mut found = Vec::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Start(tag) if !is_inline(tag) => {
                    let tag = tag.clone();
                    self.events.next();
                    found.extend(self.block(&tag));
                }
                Event::Rule => {
                    self.events.next();
                    found.push(Block::Rule);
                }
                _ => {
                    let c = self.inlines(false);
                    if !c.is_empty() {
                        found.push(Block::Paragraph { c });
                    }
                }
            }
        }
        found
    }

    fn block(&mut self, tag: &Tag<'a>) -> Option<Block> {
        Some(match tag {
            Tag::Heading { level, .. } => {
                let c = self.inlines(true);
                // A heading without words is none (PDF/UA).
                if !c.iter().any(says) {
                    return None;
                }
                self.level = (*level as usize).min(self.level + 1);
                Block::Heading {
                    level: self.level,
                    c,
                }
            }
            Tag::List(start) => {
                let items = self.items();
                match *start {
                    Some(start) => Block::Numbered { start, items },
                    None => Block::List { items },
                }
            }
            Tag::BlockQuote(_) => Block::Quote { c: self.blocks() },
            Tag::CodeBlock(_) => Block::Listing { text: self.text() },
            Tag::Table(columns) => self.table(columns),
            // A paragraph, or what only Markdown's extensions have.
            _ => {
                let c = self.inlines(true);
                return (!c.is_empty()).then_some(Block::Paragraph { c });
            }
        })
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::Start(Tag::Item) => {
                    self.events.next();
                    items.push(self.blocks());
                }
                Event::End(TagEnd::List(_)) => {
                    self.events.next();
                    break;
                }
                _ => {
                    self.events.next();
                }
            }
        }
        items
    }

    fn table(&mut self, columns: &[Alignment]) -> Block {
        let is_right = |(_, of): &(usize, &Alignment)| **of == Alignment::Right;
        let right = columns.iter().enumerate().filter(is_right);
        let right = right.map(|(place, _)| place).collect();
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.inlines(true)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { right, head, rows }
    }

    /// The pieces of a line: up to the end of what it stands in, which is taken when `closes`, or to the next block.
    fn inlines(&mut self, closes: bool) -> Vec<Inline> {
        let mut found = Vec::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::End(_) => {
                    if closes {
                        self.events.next();
                    }
                    break;
                }
                Event::Start(tag) if !is_inline(tag) => break,
                Event::Rule => break,
                _ => {}
            }
            found.extend(self.events.next().and_then(|event| self.inline(event)));
        }
        found
    }

    fn inline(&mut self, event: Event<'a>) -> Option<Inline> {
        Some(match event {
            Event::Start(Tag::Strong) => Inline::Strong {
                c: self.inlines(true),
            },
            Event::Start(Tag::Link { dest_url, .. }) => {
                let c = self.inlines(true);
                if leads_out(&dest_url) {
                    let href = dest_url.into_string();
                    Inline::Link { href, c }
                } else {
                    Inline::Emph { c }
                }
            }
            Event::Start(_) => Inline::Emph {
                c: self.inlines(true),
            },
            Event::Code(text) => Inline::Code {
                text: text.into_string(),
            },
            Event::SoftBreak => Inline::Text { text: " ".into() },
            Event::HardBreak => Inline::Break,
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => Inline::Text {
                text: text.into_string(),
            },
            _ => return None,
        })
    }

    fn text(&mut self) -> String {
        let mut all = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(text) => all.push_str(&text),
                Event::End(_) => break,
                _ => {}
            }
        }
        all
    }
}

/// Whether there is anything to read in a piece.
fn says(piece: &Inline) -> bool {
    match piece {
        Inline::Text { text } | Inline::Code { text } => !text.trim().is_empty(),
        Inline::Strong { c } | Inline::Emph { c } | Inline::Link { c, .. } => c.iter().any(says),
        Inline::Break => false,
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    use Tag::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(
        tag,
        Emphasis | Strong | Strikethrough | Link { .. } | Image { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(blocks: &[Block]) -> String {
        let json = serde_json::to_value(blocks).expect("blocks are JSON");
        fn gather(value: &serde_json::Value, into: &mut String) {
            match value {
                serde_json::Value::Object(fields) => {
                    if fields.get("t").is_some_and(|tag| tag == "break") {
                        into.push(' ');
                    }
                    for (name, value) in fields {
                        match (name.as_str(), value) {
                            ("text", serde_json::Value::String(text)) => into.push_str(text),
                            ("t", _) => {}
                            _ => gather(value, into),
                        }
                    }
                }
                serde_json::Value::Array(all) => all.iter().for_each(|one| gather(one, into)),
                _ => {}
            }
        }
        let mut all = String::new();
        gather(&json, &mut all);
        all
    }

    #[test]
    fn a_text_becomes_its_parts() {
        let text = "# Vurdering\n\nTo **råd**:\n\n1. ja\n2. nei\n   - men\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> sagt\n\n```\nkode\n```\n";
        let found = blocks(text);
        let json = serde_json::to_value(&found).expect("JSON");
        let kinds: Vec<&str> = json
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|one| one["t"].as_str())
            .collect();
        assert_eq!(
            kinds,
            [
                "heading",
                "paragraph",
                "numbered",
                "table",
                "quote",
                "listing"
            ]
        );
        assert_eq!(json[2]["items"][1][1]["t"], "list");
        assert_eq!(json[3]["rows"][0][1][0]["text"], "2");
    }

    #[test]
    fn headings_skip_no_level() {
        let levels: Vec<usize> = blocks("### a\n\n# b\n\n#### c\n\n## d")
            .into_iter()
            .filter_map(|block| match block {
                Block::Heading { level, .. } => Some(level),
                _ => None,
            })
            .collect();
        assert_eq!(levels, [1, 1, 2, 2]);
    }

    #[test]
    fn html_and_links_that_lead_nowhere_are_words() {
        let found = words(&blocks(
            "<script>alert(1)</script>\n\n[x](javascript:alert(1)) #eval(\"1\")",
        ));
        assert!(
            found.contains("<script>") && found.contains("#eval"),
            "{found}"
        );
        let json = serde_json::to_string(&blocks("[x](javascript:alert(1))")).expect("JSON");
        assert!(!json.contains("javascript"), "{json}");
    }

    #[test]
    fn under_a_heading_others_stand_lower() {
        let found = lowered(blocks("# a\n\n> ## b"), 1);
        let json = serde_json::to_value(&found).expect("JSON");
        assert_eq!(json[0]["level"], 2);
        assert_eq!(json[1]["c"][0]["level"], 3);
    }

    #[test]
    fn what_is_pasted_and_a_line_break_read_as_on_the_pages() {
        for text in [
            "Første linje\nandre linje",
            "<p>R&aring;det <b>anbefaler</b> dette</p>\n",
            "Vi <u>må</u> svare, <navn>",
        ] {
            let own = words(&blocks(text));
            assert_eq!(own.trim(), crate::web::prose::words(text).trim(), "{text}");
        }
    }

    #[test]
    fn nesting_that_nobody_follows_is_laid_flat() {
        for text in [
            ">".repeat(20_000) + " dypt",
            "- ".repeat(500) + "dypt",
            "*".repeat(5_000) + "dypt",
        ] {
            let found = blocks(&text);
            assert!(words(&found).contains("dypt"));
            assert!(serde_json::to_string(&found).is_ok());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(11), ..ProptestConfig::default() })]

        /// Whatever is typed, every word of it is there, and reading ends.
        #[test]
        fn no_word_is_lost(text in "([a-zæøå]{3,8}|[-*>#|`_ 1.)]{1,4}|\n){1,60}") {
            let found = words(&blocks(&text));
            let plain: String = text.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
            for word in plain.split_whitespace() {
                // The language of a listing is no word of it.
                prop_assert!(found.contains(word) || text.contains("```") || text.contains("|"), "{word} of {text:?} is not in {found:?}");
            }
        }
    }
}
