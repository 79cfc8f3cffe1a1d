//! A case as others see it: what came of it at each meeting, and the cases around it.

use super::{above, called, in_minutes, item_link, meeting_name, product, written};
use crate::boards::Board;
use crate::db::code_words::CodeWord;
use crate::db::ids::{AgendaItemId, CaseId, ProductId};
use crate::db::types::Words;
use crate::i18n::text;
use crate::meetings::Meeting;
use crate::minutes::decisions::{Decided, pages as decisions};
use crate::public::OutItem;
use crate::web::{View, ui};
use maud::{Markup, html};
use std::collections::HashMap;

/// Everything the page shows.
pub struct CasePage {
    pub case: CaseId,
    pub board: Board,
    pub kinds: Vec<CodeWord>,
    /// What is out about it, the newest first; never empty.
    pub items: Vec<OutItem>,
    /// The dissents, by their items.
    pub dissents: HashMap<AgendaItemId, String>,
    /// What the owner of the board decided, by their items.
    pub decided: HashMap<AgendaItemId, Decided>,
    /// The meetings that dealt with it.
    pub held: Vec<Meeting>,
    /// The case that it takes up anew, and those that take it up, where something is out about them.
    pub before: Vec<OutItem>,
    pub after: Vec<OutItem>,
    /// What it is about.
    pub products: Vec<(ProductId, Words)>,
}

#[must_use]
pub fn title(view: &View, page: &CasePage) -> String {
    let Some(newest) = page.items.first() else {
        return String::new();
    };
    let name = called(newest);
    if newest.label.is_empty() {
        return name;
    }
    format!("{} {name}", view.t("agenda-item"))
}

/// The page.
#[must_use]
pub fn page(view: &View, page: &CasePage) -> Markup {
    let language = page.items.first().map(|item| item.language.tag());
    html! {
        (above(view, Some(&page.board)))
        div lang=[language] { (ui::heading(&title(view, page))) }
        @for item in &page.items { (at_a_meeting(view, page, item)) }
        (kin(view, "former", "public-case-before", &page.before))
        (kin(view, "later", "public-case-after", &page.after))
        (product::of_case(view, &page.products))
    }
}

/// What came of it at one meeting.
fn at_a_meeting(view: &View, page: &CasePage, item: &OutItem) -> Markup {
    let meeting = page.held.iter().find(|one| one.id == item.meeting);
    let name = meeting.map_or_else(
        || view.date(item.day),
        |one| meeting_name(view, &page.kinds, one),
    );
    let outcome = text(item.language, "minutes-outcome", &[]);
    html! {
        section {
            (ui::section_heading(&format!("item-{}", item.item), &name))
            @if !item.outcome_word.is_empty() {
                p class="ds-paragraph" lang=(item.language.tag()) { strong { (outcome) ": " (item.outcome_word) } }
            }
            (written(item.language, &item.conclusion, 2))
            @if let Some(dissent) = page.dissents.get(&item.item) {
                h3 class="ds-heading" data-size="xs" lang=(item.language.tag()) { (text(item.language, "minutes-dissent", &[])) }
                (written(item.language, dissent, 3))
            }
            @if let Some(decided) = page.decided.get(&item.item) { (decisions::told(view, item.language, decided, &name)) }
            p { (ui::link_of(&in_minutes(item), &html! { (view.t("public-read-minutes")) }, &name)) }
        }
    }
}

fn kin(view: &View, id: &str, key: &str, items: &[OutItem]) -> Markup {
    let lines: Vec<Markup> = items.iter().map(item_link).collect();
    html! { @if !lines.is_empty() { (ui::section(id, &view.t(key), &ui::list(&lines))) } }
}
