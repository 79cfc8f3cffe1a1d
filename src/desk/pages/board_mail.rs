//! The page that switches a board's mail on or off.

use super::rehearsal::months;
use crate::boards::Board;
use crate::desk::rehearsal::Rehearsed;
use crate::web::ui::{self, Tone};
use crate::web::{View, paths};
use maud::{Markup, html};

/// Whether mail is on, what goes in the first two weeks, and the button.
#[must_use]
pub fn page(view: &View, board: &Board, told: &[Rehearsed]) -> Markup {
    let name = view.words(&board.name).to_owned();
    let action = paths::of_board(board.id, "mail");
    let is_on = board.mail_on_from.is_some();
    html! {
        (ui::breadcrumbs(view, &[(paths::BOARDS.to_owned(), view.t("menu-boards")), (paths::board(board.id), name)]))
        (ui::heading(&view.t("board-mail-title")))
        @if let Some(from) = board.mail_on_from {
            (ui::notice(Tone::Success, &ui::paragraph(&view.tv("board-mail-is-on", &[("when", view.moment(board.zone, from).into())]))))
        } @else {
            (ui::notice(Tone::Info, &ui::paragraph(&view.t("board-mail-is-off"))))
        }
        (ui::section("coming", &view.tv("board-mail-coming", &[("count", told.len().into())]), &html! {
            (ui::paragraph(&view.t("board-mail-assumed")))
            (months(view, told))
        }))
        @if is_on {
            (ui::confirmed(view, &action, &[("mail", "off")], &view.t("board-mail-switch-off"), &view.t("board-mail-off-follows")))
        } @else {
            (ui::button_form(view, &action, &[("mail", "on")], &view.t("board-mail-switch-on"), None))
        }
    }
}
