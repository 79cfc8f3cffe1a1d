//! Minutes as a document of their own.

use super::{Standing, Told, ToldItem};
use crate::i18n::{Language, text};
use crate::papers::pack::documents;
use crate::pdf::Document;
use crate::pdf::markdown::{Block, Inline, blocks, lowered};
use crate::pdf::pack::Section;
use chrono::{Datelike, NaiveDate};

/// The document of minutes that were cut to what its reader may read, dated by this day.
#[must_use]
pub fn document(told: Told, standing: Standing, on: NaiveDate) -> Document {
    let title = told.title(standing);
    let language = told.language;
    let t = |key: &str| text(language, key, &[]);
    let mut sections = Vec::new();
    if !told.opening.is_empty() {
        let opening = blocks(&told.opening).into_iter().map(unheaded);
        sections.push(section(String::new(), opening.collect()));
    }
    if !told.groups.is_empty() {
        let groups = told.groups.into_iter();
        let groups = groups.flat_map(|(name, lines)| [heading_of(name), list(lines)]);
        sections.push(section(t("attendance"), groups.collect()));
    }
    if !told.items.is_empty() {
        let lines = told.items.iter().map(ToldItem::line);
        let numbered = Block::Numbered {
            start: 1,
            items: lines.map(|line| vec![paragraph(line)]).collect(),
        };
        sections.push(section(t("agenda"), vec![numbered]));
    }
    let items = told.items.into_iter();
    sections.extend(items.map(|item| item_section(language, item)));
    let kicker = match standing {
        Standing::Draft => format!("{} · {}", t("minutes-draft"), told.board),
        Standing::Approved => told.board.clone(),
    };
    Document {
        language: language.tag().to_owned(),
        foot: title.clone(),
        title,
        author: told.board,
        date: (on.year(), on.month(), on.day()),
        kicker,
        facts: told.facts,
        sections,
        words: documents::words(language),
    }
}

/// Above the first heading there is none (PDF/UA): what would be one is a paragraph in bold.
fn unheaded(block: Block) -> Block {
    match block {
        Block::Heading { c, .. } => Block::Paragraph {
            c: vec![Inline::Strong { c }],
        },
        other => other,
    }
}

fn item_section(language: Language, of: ToldItem) -> Section {
    let heading = of.heading(language);
    let above = [of.mark.clone(), of.hours.clone(), of.withheld.clone()];
    let mut found: Vec<Block> = above.into_iter().flatten().map(paragraph).collect();
    found.extend(blocks(&of.content));
    if let Some(outcome) = &of.outcome {
        let label = text(language, "minutes-outcome", &[]);
        found.push(Block::Paragraph {
            c: vec![Inline::Strong {
                c: words_of(format!("{label}: {}", outcome.word)),
            }],
        });
    }
    for (key, content) in of.parts() {
        found.push(heading_of(text(language, key, &[])));
        // As on the page, its own headings stand below this one.
        found.extend(lowered(blocks(content), 1));
    }
    let below = [of.approves.clone(), of.recused.clone()];
    found.extend(below.into_iter().flatten().map(paragraph));
    if !of.actions.is_empty() {
        let follow_up = text(language, "action-follow-up", &[]);
        found.extend([heading_of(follow_up), list(of.actions)]);
    }
    section(heading, found)
}

fn section(heading: String, blocks: Vec<Block>) -> Section {
    Section { heading, blocks }
}

fn words_of(text: String) -> Vec<Inline> {
    vec![Inline::Text { text }]
}

fn heading_of(text: String) -> Block {
    Block::Heading {
        level: 1,
        c: words_of(text),
    }
}

fn paragraph(text: String) -> Block {
    Block::Paragraph { c: words_of(text) }
}

fn list(lines: Vec<String>) -> Block {
    let items = lines.into_iter().map(|line| vec![paragraph(line)]);
    Block::List {
        items: items.collect(),
    }
}
