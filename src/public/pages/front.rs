//! The front page of what is published, and its newest minutes on the front page of the product.

use super::meeting_link;
use crate::boards::Board;
use crate::db::code_words::CodeWord;
use crate::meetings::{Meeting, words};
use crate::public::rules;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// Everything the page shows.
pub struct Front {
    /// The meetings with the newest minutes.
    pub newest: Vec<Meeting>,
    pub coming: Vec<Meeting>,
    pub boards: Vec<Board>,
    /// Whether something that is out is about a product.
    pub has_products: bool,
    pub kinds: Vec<CodeWord>,
}

/// The page.
#[must_use]
pub fn page(view: &View, page: &Front) -> Markup {
    let newest = html! {
        @if page.newest.is_empty() { (ui::empty(&view.t("public-none-yet"))) }
        @else { (minutes(view, page)) }
        p { (ui::link(paths::PUBLISHED_DECISIONS, &view.t("public-decisions-all"))) }
        @if page.has_products { p { (ui::link(paths::PUBLISHED_PRODUCTS, &view.t("public-products-all"))) } }
    };
    html! {
        (ui::heading(&view.t("public-title")))
        (ui::paragraph(&view.t("public-about")))
        (seek(view, &Form::default()))
        (ui::section("newest", &view.t("public-newest"), &newest))
        @if !page.coming.is_empty() {
            (ui::section("coming", &view.t("public-coming"), &coming(view, page)))
        }
        @if !page.boards.is_empty() {
            (ui::section("boards", &view.t("public-boards"), &boards(view, &page.boards)))
        }
    }
}

/// The search at hand, where it leads on to its own page.
#[must_use]
pub fn seek(view: &View, form: &Form) -> Markup {
    let text = Field::new("text", view.t("public-search-text")).needed();
    let body = ui::input(view, form, "search", &text);
    ui::search_form(paths::PUBLISHED_SEARCH, &body, &view.t("search-do"))
}

fn board_name<'a>(view: &'a View, page: &'a Front, of: &Meeting) -> &'a str {
    let board = page.boards.iter().find(|board| board.id == of.board);
    board.map_or("", |board| view.words(&board.name))
}

fn minutes(view: &View, page: &Front) -> Markup {
    let lines: Vec<Markup> = (page.newest.iter())
        .map(|one| {
            let board = board_name(view, page, one);
            html! { (meeting_link(view, &page.kinds, one)) @if !board.is_empty() { ", " (board) } }
        })
        .collect();
    ui::list(&lines)
}

fn coming(view: &View, page: &Front) -> Markup {
    let lines: Vec<Markup> = (page.coming.iter())
        .map(|one| {
            let href = paths::published_meeting(one.id);
            let name = rules::kind_of(&page.kinds, one, view.language);
            let when = words::capitalised(&words::when(view.language, one));
            let board = board_name(view, page, one);
            ui::link(&href, &format!("{when}: {name}, {board}"))
        })
        .collect();
    ui::list(&lines)
}

/// A link to each board.
#[must_use]
pub fn boards(view: &View, all: &[Board]) -> Markup {
    let mut all: Vec<&Board> = all.iter().collect();
    all.sort_by_key(|board| view.words(&board.name).to_lowercase());
    let lines: Vec<Markup> = (all.into_iter())
        .map(|board| ui::link(&paths::published_board(board.id), view.words(&board.name)))
        .collect();
    ui::list(&lines)
}

/// The newest minutes with the way to all of them; nothing where there are none.
#[must_use]
pub fn panel(view: &View, page: &Front) -> Markup {
    if page.newest.is_empty() {
        return html! {};
    }
    let body = html! {
        (minutes(view, page))
        p { (ui::link(paths::PUBLISHED, &view.t("public-all"))) }
    };
    ui::section("newest", &view.t("public-newest"), &body)
}
