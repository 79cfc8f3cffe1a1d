//! A line about the composition on a board's page: what is broken today, and what will be first.

use super::counted;
use crate::boards::pages::{Lists, rule_text};
use crate::composition::{Break, Composition};
use crate::db::ids::BoardId;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// What is found today, what breaks first by itself, and the ways to both pages. Those that break first do so on one day.
#[must_use]
pub fn panel(
    view: &View,
    of: BoardId,
    lists: &Lists,
    today: &Composition<'_>,
    first: &[Break<'_>],
) -> Markup {
    let body = html! {
        p class="ds-paragraph" {
            @if today.mandate.is_none() { (view.tv("composition-no-mandate", &[("date", today.on.into())])) }
            @else if today.verdicts.is_empty() { (view.t("composition-no-rules")) }
            @else { (counted(view, today)) }
            @if let [first, more @ ..] = first {
                " " (view.tv("composition-breaks-first", &[
                    ("rule", rule_text(view, lists, first.rule).into()), ("date", first.on.into()), ("more", more.len().into()),
                    ("strength", first.rule.strength.to_string().into()),
                ]))
            }
        }
        div class="actions" {
            (ui::link_button(&paths::of_board(of, "composition"), &view.t("composition-title")))
            (ui::link_button(&paths::of_board(of, "composition/forecast"), &view.t("composition-forecast")))
        }
    };
    ui::section("composition", &view.t("composition-title"), &body)
}
