//! The draft as it will be read, in the language of the minutes.

use super::{MinutesPage, path};
use crate::minutes::attendance::pages::above_with;
use crate::minutes::draft::document::{Told, ToldItem};
use crate::minutes::draft::rules;
use crate::web::prose::prose;
use crate::web::ui::Tone;
use crate::web::{View, ui};
use maud::{Markup, html};

#[must_use]
pub fn page(view: &View, page: &MinutesPage, told: &Told) -> Markup {
    let own = path(page.meeting().id);
    let document = format!("{own}/document");
    let unknown = rules::unknown(&page.attendance.lists.days);
    html! {
        (above_with(view, &page.attendance, Some((own, view.t("minutes")))))
        div lang=(told.language.tag()) { (ui::heading(&told.title)) }
        p {
            (ui::tag(Tone::Warning, &view.t("minutes-draft"))) " "
            (ui::link(&document, &view.t("minutes-document")))
        }
        @if unknown > 0 {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("minutes-unknown", &[("count", unknown.into())]))))
        }
        article lang=(told.language.tag()) { (draft(told)) }
    }
}

fn draft(told: &Told) -> Markup {
    html! {
        (text(told, &told.opening, 1))
        (ui::facts(&told.facts.iter().map(|(label, value)| (label.clone(), html! { (value) })).collect::<Vec<_>>()))
        @if !told.groups.is_empty() {
            section {
                (ui::section_heading("attendance", &told.attendance))
                @for (heading, lines) in &told.groups {
                    h3 class="ds-heading" data-size="xs" { (heading) }
                    (ui::list(&lines.iter().map(|line| html! { (line) }).collect::<Vec<_>>()))
                }
            }
        }
        @if !told.agenda.1.is_empty() {
            section {
                (ui::section_heading("agenda", &told.agenda.0))
                ol class="ds-list" { @for line in &told.agenda.1 { li { (line) } } }
            }
        }
        @for one in &told.items { (item(told, one)) }
    }
}

fn item(told: &Told, one: &ToldItem) -> Markup {
    html! {
        section {
            (ui::section_heading(&one.id, &one.heading))
            @if let Some(exempt) = &one.exempt { p { (ui::tag(Tone::Warning, exempt)) } }
            @for line in &one.above { p class="muted" { (line) } }
            (text(told, &one.content, 2))
            @if let Some((label, word)) = &one.outcome { p class="ds-paragraph" { strong { (label) ": " (word) } } }
            @for (heading, content) in &one.parts {
                h3 class="ds-heading" data-size="xs" { (heading) }
                (text(told, content, 3))
            }
            @for line in &one.below { (ui::paragraph(line)) }
            @if !one.actions.is_empty() {
                h3 class="ds-heading" data-size="xs" { (told.follow_up) }
                (ui::list(&one.actions.iter().map(|line| html! { (line) }).collect::<Vec<_>>()))
            }
        }
    }
}

/// What was written, its headings below one of this level.
fn text(told: &Told, text: &str, below: usize) -> Markup {
    html! { @if !text.is_empty() { div class="prose" { (prose(text, below, &told.table)) } } }
}
