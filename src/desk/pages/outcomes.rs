//! What a board came to in a case, on the case's page, in the language of the minutes that say it.

use crate::desk::Reached;
use crate::minutes::decisions::pages as decisions;
use crate::web::prose::prose;
use crate::web::{View, ui};
use maud::{Markup, html};

/// Each with the way to its minutes; nothing where there is none.
#[must_use]
pub fn panel(view: &View, all: &[Reached]) -> Markup {
    if all.is_empty() {
        return html! {};
    }
    let body = html! { @for one in all { (reached(view, one)) } };
    ui::section("outcome", &view.t("case-outcome"), &body)
}

fn reached(view: &View, one: &Reached) -> Markup {
    let table = view.t("prose-table");
    let day = view.date(one.day);
    let text = view.tv("case-outcome-minutes", &[("day", day.as_str().into())]);
    html! {
        div lang=(one.language.tag()) {
            @if !one.outcome.is_empty() { p class="ds-paragraph" { strong { (one.outcome) } } }
            @if !one.conclusion.is_empty() { div class="prose" { (prose(&one.conclusion, 2, &table)) } }
        }
        @if let Some(decided) = &one.decided { (decisions::told(view, one.language, decided, &day)) }
        p class="ds-paragraph" { (ui::link(&one.path, &text)) }
        @if let Some(href) = &one.deciding { p class="ds-paragraph" { (ui::link_of(href, &html! { (view.t("decisions-see")) }, &day)) } }
    }
}
