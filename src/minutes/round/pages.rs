//! What the pages of the round share. Each has a file of its own beside.

pub mod correction;
pub mod keep;
pub mod reading;
pub mod settings;
mod steps;

use super::{Remark, Round};
use crate::boards::Board;
use crate::i18n::dates;
use crate::minutes::told::Told;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The way to the minutes, on the page of their meeting.
#[must_use]
pub fn panel(view: &View, round: &Round, is_out: bool) -> Markup {
    let until = dates::long_date(view.language, round.remarks_on);
    let said = if round.approved.is_some() {
        view.t("round-panel-approved")
    } else {
        view.tv("round-panel-draft", &[("until", until.into())])
    };
    let reading = paths::of_meeting(round.meeting, "minutes/reading");
    let body = html! {
        (ui::paragraph(&said))
        div class="actions" {
            (ui::link_button(&reading, &view.t("minutes-read")))
            @if is_out { (ui::link_button(&paths::published_meeting(round.meeting), &view.t("publication-see"))) }
        }
    };
    ui::section("minutes", &view.t("minutes"), &body)
}

/// A remark as its author and the secretariat see it.
#[must_use]
pub fn remark(view: &View, board: &Board, told: &Told, one: &Remark) -> Markup {
    let tone = match one.state {
        super::RemarkState::Open => Tone::Warning,
        super::RemarkState::Accepted => Tone::Success,
        super::RemarkState::Answered => Tone::Neutral,
    };
    let about = match (
        one.item,
        told.items.iter().find(|item| Some(item.item) == one.item),
    ) {
        (None, _) => view.t("round-about-all"),
        (Some(_), Some(item)) => item.name(),
        (Some(_), None) => view.t("round-about-gone"),
    };
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
