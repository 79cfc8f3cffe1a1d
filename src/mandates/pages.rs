//! What versions look like as documents. Each page has a file of its own beside.

pub mod checks;
pub mod difference;
pub mod document;
pub mod what_if;

use crate::boards::{Board, Mandate};
use crate::web::{View, paths, ui};
use maud::Markup;

/// The way up: the board, its versions, and this one.
fn above(view: &View, board: &Board, of: &Mandate) -> Markup {
    let version = view.tv("boards-mandate-version", &[("label", (&of.label).into())]);
    ui::breadcrumbs(
        view,
        &[
            (paths::board(board.id), view.words(&board.name).to_owned()),
            (
                paths::of_board(board.id, "mandates"),
                view.t("boards-mandates"),
            ),
            (paths::mandate(of.id), version),
        ],
    )
}
