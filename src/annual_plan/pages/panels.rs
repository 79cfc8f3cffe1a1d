//! Annual plans on the pages of others: the way to them from a board, and what is planned for a meeting at its agenda.

use super::told::called;
use super::year::to_agenda_button;
use super::{Shown, title};
use crate::annual_plan::PlanItem;
use crate::db::ids::BoardId;
use crate::meetings::Meeting;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The plans of this year and the next, on a board's page.
#[must_use]
pub fn on_board(view: &View, of: BoardId, year: i32) -> Markup {
    let body = html! {
        (ui::paragraph(&view.t("annual-plan-about")))
        div class="actions" {
            @for year in [year, year + 1] {
                (ui::link_button(&paths::annual_plan(of, year), &title(view, year)))
            }
        }
    };
    ui::section("annual-plan", &view.t("annual-plans"), &body)
}

/// What is planned for a meeting and does not stand on its agenda yet.
#[must_use]
pub fn on_agenda(view: &View, page: &Shown, meeting: &Meeting, waiting: &[&PlanItem]) -> Markup {
    let lines: Vec<Markup> = (waiting.iter())
        .map(|item| html! { (called(view, page, item)) })
        .collect();
    let body = html! {
        (ui::paragraph(&view.t("annual-plan-waiting-about")))
        (ui::list(&lines))
        (to_agenda_button(view, meeting, waiting.len()))
    };
    ui::section("planned", &view.t("annual-plan-waiting"), &body)
}
