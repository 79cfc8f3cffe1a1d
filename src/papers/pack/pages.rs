//! What readers see of packs and of the numbers of pages.

use super::numbers::PageRange;
use crate::db::ids::PaperId;
use crate::i18n::Value;
use crate::jobs::{JobState, Standing};
use crate::papers::dispatch::load::MeetingPapers;
use crate::papers::dispatch::pages::{above, meeting};
use crate::web::ui::Tone;
use crate::web::{View, assets, paths, ui};
use maud::{Markup, html};

/// “Side 45–53”, for a version that has numbers in its meeting.
#[must_use]
pub fn numbers(view: &View, ranges: &[PageRange], paper: PaperId, number: i64) -> Option<String> {
    let range = ranges
        .iter()
        .find(|range| range.paper == Some((paper, number)))?;
    let values = [
        ("first", Value::Number(range.first.into())),
        ("last", Value::Number(range.last().into())),
        ("count", Value::Number(range.pages.into())),
    ];
    Some(view.tv("pack-pages", &values))
}

/// The page where a reader waits for a pack. Where the browser runs scripts it says how far the pack is and opens it.
#[must_use]
pub fn waiting(view: &View, of: &MeetingPapers, path: &str, standing: Standing) -> Markup {
    let body = match standing.state {
        JobState::Failed => ui::notice(Tone::Danger, &ui::paragraph(&view.t("pack-failed"))),
        _ => progress(view, path, standing),
    };
    html! {
        (above(view, of, true))
        (ui::heading(&view.tv("pack-of-meeting", &[("meeting", meeting(view, of).into())])))
        (body)
        p { (ui::link(&paths::meeting_papers(of.meeting.id), &view.t("papers-all"))) }
    }
}

fn progress(view: &View, path: &str, standing: Standing) -> Markup {
    let words = |done: i64, of: i64| {
        let values = [
            ("done", Value::Number(done)),
            ("of", Value::Number(of.max(1))),
        ];
        view.tv("pack-making", &values)
    };
    html! {
        div data-pack=(path) {
            p class="ds-paragraph" role="status" data-words=(view.t("pack-making-words")) { (words(standing.done, standing.steps)) }
            p { progress max=(standing.steps.max(1)) value=(standing.done) aria-label=(view.t("pack")) {} }
            p { (ui::link(path, &view.t("pack-look-again"))) }
        }
        script src=(assets::path("pack.js")) defer {}
    }
}

/// There is nothing to put into a pack.
#[must_use]
pub fn nothing(view: &View, of: &MeetingPapers) -> Markup {
    html! {
        (above(view, of, true))
        (ui::heading(&view.tv("pack-of-meeting", &[("meeting", meeting(view, of).into())])))
        (ui::empty(&view.t("pack-nothing")))
        p { (ui::link(&paths::meeting_papers(of.meeting.id), &view.t("papers-all"))) }
    }
}
