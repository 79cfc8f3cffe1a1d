//! The draft as it will be read, in the language of the minutes.

use super::{MinutesPage, path};
use crate::minutes::attendance::pages::above_with;
use crate::minutes::draft::rules;
use crate::minutes::told::{Standing, Told, pages};
use crate::web::ui::Tone;
use crate::web::{View, ui};
use maud::{Markup, html};

#[must_use]
pub fn page(view: &View, page: &MinutesPage, told: &Told, standing: Standing) -> Markup {
    let own = path(page.meeting().id);
    let document = format!("{own}/document");
    let unknown = rules::unknown(&page.attendance.lists.days);
    html! {
        (above_with(view, &page.attendance, Some((own, view.t("minutes")))))
        div lang=(told.language.tag()) { (ui::heading(&told.title(standing))) }
        p {
            @if standing == Standing::Draft { (ui::tag(Tone::Warning, &view.t("minutes-draft"))) " " }
            (ui::link(&document, &view.t("minutes-document")))
        }
        @if unknown > 0 {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("minutes-unknown", &[("count", unknown.into())]))))
        }
        (pages::article(told, &|_| html! {}))
    }
}
