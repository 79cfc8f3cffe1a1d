//! Who prepares a case without a seat on the board, for the secretariat alone.

use super::{CasePage, Sent};
use crate::web::ui::{Field, languages};
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The officers, and the form that names another.
pub(super) fn section(view: &View, page: &CasePage, sent: &Sent) -> Markup {
    let Some(kept) = &page.kept else {
        return html! {};
    };
    let is_open = page.case.state.is_prepared();
    if !is_open && kept.officers.is_empty() {
        return html! {};
    }
    let path = paths::of_case(page.case.id, "officers");
    let mut form = sent.form("officer");
    if form.value("officer-language").is_empty() {
        form.put("officer-language", view.language.tag());
    }
    let body = html! {
        (ui::hidden("act", "name"))
        (ui::paragraph(&view.t("officer-how")))
        (ui::input(view, &form, "text", &Field::new("officer-name", view.t("person-name")).needed()))
        (ui::input(view, &form, "email", &Field::new("officer-address", view.t("person-address")).help(view.t("officer-address-help")).needed()))
        (ui::select(view, &form, &Field::new("officer-language", view.t("person-language")).needed(), &languages(view)))
    };
    let naming = ui::form(view, &path, &form, &body, &view.t("officer-save"));
    ui::section(
        "officers",
        &view.t("officers"),
        &html! {
            @if kept.officers.is_empty() { (ui::empty(&view.t("officers-none"))) }
            @for one in &kept.officers {
                @let id = one.id.to_string();
                p class="ds-paragraph" { (one.name) ", " (view.date(page.board.today(one.named_at))) }
                (ui::button_form(view, &path, &[("act", "end"), ("officer", &id)],
                    &view.tv("officer-end", &[("name", (&one.name).into())]), Some("secondary")))
            }
            @if is_open {
                @if sent.which == "officer" { (naming) } @else { (ui::details(&view.t("officer-name"), &naming)) }
            }
        },
    )
}
