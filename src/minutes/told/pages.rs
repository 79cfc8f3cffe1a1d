//! Minutes as a page shows them, in their own language, cut to what the reader may read.

use super::{Told, ToldItem};
use crate::i18n::{Language, text};
use crate::web::View;
use crate::web::prose::{prose, unheaded};
use crate::web::ui;
use crate::web::ui::Tone;
use maud::{Markup, html};

/// What whoever sends or publishes minutes may have forgotten, of the items that they read.
#[must_use]
pub fn lacking(view: &View, told: &Told) -> Markup {
    let count =
        |lacks: &dyn Fn(&ToldItem) -> bool| told.items.iter().filter(|item| lacks(item)).count();
    let found = [
        ("minutes-lacking-outcome", count(&ToldItem::lacks_outcome)),
        ("minutes-lacking-text", count(&ToldItem::is_unwritten)),
    ];
    let lines: Vec<Markup> = (found.into_iter())
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| html! { (view.tv(key, &[("count", count.into())])) })
        .collect();
    html! { @if !lines.is_empty() { (ui::notice(Tone::Warning, &ui::list(&lines))) } }
}

/// The whole of them; `after` says what stands below an item.
#[must_use]
pub fn article(told: &Told, after: &dyn Fn(&ToldItem) -> Markup) -> Markup {
    let t = |key: &str| text(told.language, key, &[]);
    let facts: Vec<(String, Markup)> = (told.facts.iter())
        .map(|(label, value)| (label.clone(), html! { (value) }))
        .collect();
    html! {
        article lang=(told.language.tag()) {
            (opening(told))
            (ui::facts(&facts))
            @if !told.groups.is_empty() {
                section {
                    (ui::section_heading("attendance", &t("attendance")))
                    @for (heading, lines) in &told.groups {
                        h3 class="ds-heading" data-size="xs" { (heading) }
                        (ui::list(&lines.iter().map(|line| html! { (line) }).collect::<Vec<_>>()))
                    }
                }
            }
            @if !told.items.is_empty() {
                section {
                    (ui::section_heading("agenda", &t("agenda")))
                    ol class="ds-list" { @for one in &told.items { li { a class="ds-link" href={ "#" (one.anchor()) } { (one.line()) } } } }
                }
            }
            @for one in &told.items { (item(told.language, one)) (after(one)) }
        }
    }
}

/// One item with its heading.
#[must_use]
pub fn item(language: Language, one: &ToldItem) -> Markup {
    let t = |key: &str| text(language, key, &[]);
    html! {
        section {
            (ui::section_heading(&one.anchor(), &one.heading(language)))
            @if let Some(mark) = &one.mark { p { (ui::tag(Tone::Warning, mark)) } }
            @if let Some(hours) = &one.hours { p class="muted" { (hours) } }
            @if let Some(why) = &one.withheld { p class="muted" { (why) } }
            (written(language, &one.content, 2))
            @if let Some(outcome) = &one.outcome { p class="ds-paragraph" { strong { (t("minutes-outcome")) ": " (outcome.word) } } }
            @for (key, content) in one.parts() {
                h3 class="ds-heading" data-size="xs" { (t(key)) }
                (written(language, content, 3))
            }
            @for said in [&one.approves, &one.recused].into_iter().flatten() { (ui::paragraph(said)) }
            @if !one.actions.is_empty() {
                h3 class="ds-heading" data-size="xs" { (t("action-follow-up")) }
                (ui::list(&one.actions.iter().map(|line| html! { (line) }).collect::<Vec<_>>()))
            }
        }
    }
}

/// What stands above all sections, without headings, as in the document.
fn opening(told: &Told) -> Markup {
    let table = text(told.language, "prose-table", &[]);
    html! { @if !told.opening.is_empty() { div class="prose" { (unheaded(&told.opening, &table)) } } }
}

/// What was written, its headings below one of this level.
fn written(language: Language, content: &str, below: usize) -> Markup {
    let table = text(language, "prose-table", &[]);
    html! { @if !content.is_empty() { div class="prose" { (prose(content, below, &table)) } } }
}
