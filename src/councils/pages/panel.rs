//! Councils on a board's own page: those below it, and what it is below another.

use super::standing_tag;
use crate::boards::Board;
use crate::councils::rules::Standing;
use crate::db::ids::BoardId;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// What stands on the page of a board that is a council.
pub struct Below<'a> {
    pub above: &'a Board,
    pub council: BoardId,
    pub standing: Standing,
    /// Where its mandate says something else than the board's.
    pub differs: Markup,
    /// Open questions from the board above, of those whose cases the reader may read.
    pub open: i64,
    /// Whether the reader may open the board above.
    pub may_open: bool,
}

/// How a council stands to the board above it.
#[must_use]
pub fn below(view: &View, of: &Below<'_>) -> Markup {
    let above = view.words(&of.above.name);
    let body = html! {
        p { (standing_tag(view, of.standing)) }
        (of.differs)
        p class="ds-paragraph" {
            (view.tv("council-below", &[("board", above.into()), ("count", of.open.into())]))
            @if of.may_open {
                " " (ui::link(&paths::council(of.above.id, of.council), &view.t("council-see")))
            }
        }
    };
    ui::section("council", &view.t("council"), &body)
}

/// The way to the councils below a board.
#[must_use]
pub fn above(view: &View, of: BoardId, (open, overdue): (usize, usize)) -> Markup {
    let values = [("open", open.into()), ("overdue", overdue.into())];
    let body = html! {
        p class="ds-paragraph" {
            (view.tv("councils-counts", &values)) " "
            (ui::link(&paths::of_board(of, "councils"), &view.t("councils-see")))
        }
    };
    ui::section("advice", &view.t("councils-asked"), &body)
}

/// Both, where a board is below another and has others below it.
#[must_use]
pub fn together(parts: &[Markup]) -> Markup {
    html! { @for part in parts { (part) } }
}
