//! What the pages of the round share. Each has a file of its own beside.

pub mod keep;
pub mod reading;
pub mod settings;

use super::Remark;
use crate::boards::Board;
use crate::minutes::told::Told;
use crate::web::ui::Tone;
use crate::web::{View, ui};
use maud::{Markup, html};

/// A remark as its author and the secretariat see it.
#[must_use]
pub fn remark(view: &View, board: &Board, told: &Told, one: &Remark) -> Markup {
    let tone = match one.state {
        super::RemarkState::Open => Tone::Warning,
        super::RemarkState::Accepted => Tone::Success,
        super::RemarkState::Answered => Tone::Neutral,
    };
    let about = (told.items.iter()).find(|item| Some(item.item) == one.item);
    let about = about.map_or_else(|| view.t("round-about-all"), |item| item.name());
    let values = [
        ("who", one.who.as_str().into()),
        ("at", view.moment(board.zone, one.at).into()),
    ];
    html! {
        p { strong { (about) } " " (ui::tag(tone, &view.t(&format!("round-remark-{}", one.state)))) }
        p class="muted" { (view.tv("round-remark-by", &values)) }
        (ui::letter(&one.content))
        @if !one.answer.is_empty() {
            p class="muted" { (view.t("round-answered")) }
            (ui::letter(&one.answer))
        }
    }
}
