//! The page on which one item of an agenda is changed.

use super::agenda::{AgendaPage, above, item_name, title};
use super::stale;
use crate::audit::Happened;
use crate::cases::Item;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// A form filled with what stands.
#[must_use]
pub fn standing(item: &Item, version: i64) -> Form {
    let mut form = Form::filled([
        ("version", version.to_string()),
        (
            "minutes",
            item.minutes.map_or_else(String::new, |it| it.to_string()),
        ),
        ("presenter", item.presenter.clone()),
    ]);
    form.put_words("title", &item.title);
    form
}

/// The form, and how the item leaves the agenda.
#[must_use]
pub fn page(
    view: &View,
    page: &AgendaPage,
    item: &Item,
    form: &Form,
    happened: &[Happened],
) -> Markup {
    let id = page.meeting.id;
    let path = paths::agenda_item(id, item.id);
    let version = page.agenda.version.to_string();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        @if item.case.is_none() { (ui::words(view, form, "title", &view.t("agenda-title"), true)) }
        (ui::input(view, form, "number", &Field::new("minutes", view.t("agenda-minutes"))))
        (ui::input(view, form, "text", &Field::new("presenter", view.t("agenda-presenter")).help(view.t("agenda-presenter-help"))))
    };
    html! {
        (above(view, page, Some((paths::agenda(id), title(view, page)))))
        (ui::heading(&item_name(view, page, item)))
        (stale(view, &page.board, happened))
        (ui::form_or_leave(view, (&path, &paths::agenda(id)), form, &body, &view.t("save")))
        @if let Some(case) = item.case {
            p { (ui::link(&paths::case(case), &view.t("agenda-case-moves-there"))) }
        } @else {
            (ui::confirmed(view, &path, &[("act", "remove"), ("version", &version)], &view.t("agenda-remove"), &view.t("agenda-remove-follows")))
        }
    }
}
