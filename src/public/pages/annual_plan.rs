//! The plan of a board's year as others see it.

use super::above;
use crate::annual_plan::pages::{Shown, title, told, year};
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The plan, where it is shown to the reader.
#[must_use]
pub fn page(view: &View, page: &Shown, is_shown: bool) -> Markup {
    let of = page.of.year;
    let name = view.words(&page.board.name);
    let values = [("board", name.into()), ("year", of.to_string().into())];
    html! {
        (above(view, Some(&page.board)))
        (ui::heading(&format!("{} – {name}", title(view, of))))
        @if is_shown { (year::wheel(view, page)) (told::read_only(view, page)) }
        @else { (ui::empty(&view.t("annual-plan-not-published"))) }
        p { (ui::link_button(&paths::published_year(page.board.id, of), &view.tv("public-year-of", &values))) }
    }
}
