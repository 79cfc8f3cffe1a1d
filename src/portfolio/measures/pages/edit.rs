//! The forms of a measure: what is written of it, and the next line of its history.

use super::{above, above_in, status_tag};
use crate::boards::Board;
use crate::boards::pages::{Draft, choices as coded};
use crate::portfolio::measures::Measure;
use crate::portfolio::measures::forms::Choices;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// A new measure with the first line of its history, or what is written of one that stands.
#[must_use]
pub fn measure(
    view: &View,
    board: &Board,
    of: Option<&Measure>,
    choices: &Choices,
    draft: &Draft,
) -> Markup {
    let form = &draft.form;
    let (title, action, back) = match of {
        Some(of) => (
            "measure-edit",
            paths::of_measure(of.id, "edit"),
            paths::measure(of.id),
        ),
        None => (
            "measure-new",
            paths::of_board(board.id, "measures/new"),
            paths::of_board(board.id, "measures"),
        ),
    };
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (ui::hidden("version", form.value("version")))
        (ui::words(view, form, "title", &view.t("measure-title"), true))
        @if of.is_none() { (status_fields(view, form, choices)) }
        (fields(view, form, choices))
    };
    html! {
        @if let Some(of) = of { (above_in(view, board, of)) } @else { (above(view, board, &[])) }
        (ui::heading(&view.t(title)))
        (draft.stale(view, board))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("save")))
    }
}

fn fields(view: &View, form: &Form, choices: &Choices) -> Markup {
    let organisations: Vec<(String, String)> = (choices.organisations.iter())
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let performs = field("performs", "measure-performs").help(view.t("measure-performs-help"));
    let lines = view.t("measure-lines-help");
    html! {
        (ui::select(view, form, &field("ministry", "measure-ministry").needed(), &organisations))
        (ui::input(view, form, "number", &field("first-year", "measure-first-year").needed()))
        (ui::input(view, form, "number", &field("last-year", "measure-last-year").needed()))
        (ui::text_area(view, form, &field("description", "measure-description")))
        (ui::text_area(view, form, &field("goals", "measure-goals").help(lines.clone())))
        (ui::text_area(view, form, &field("activities", "measure-activities").help(lines)))
        (ui::input(view, form, "text", &field("contact", "measure-contact").help(view.t("measure-contact-help"))))
        (ui::checkboxes(view, form, &performs, &organisations))
        (ui::checkboxes(view, form, &field("involved", "measure-involved"), &organisations))
    }
}

fn status_fields(view: &View, form: &Form, choices: &Choices) -> Markup {
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let on = field("on", "measure-on").needed();
    html! {
        (ui::select(view, form, &field("status", "measure-status").needed(), &coded(view, &choices.statuses)))
        (ui::input(view, form, "date", &on.help(view.t("measure-on-help"))))
        (ui::text_area(view, form, &field("note", "measure-note").help(view.t("measure-note-help"))))
    }
}

/// The next line of a measure's history.
#[must_use]
pub fn status(
    view: &View,
    board: &Board,
    of: &Measure,
    choices: &Choices,
    draft: &Draft,
) -> Markup {
    let (form, action) = (&draft.form, paths::of_measure(of.id, "status"));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (status_fields(view, form, choices))
    };
    html! {
        (above_in(view, board, of))
        (ui::heading(&view.t("measure-status-new")))
        p { (view.t("measure-status-now")) " " (status_tag(view, &choices.statuses, of.status())) }
        (ui::paragraph(&view.t("measure-status-stays")))
        (draft.stale(view, board))
        (ui::form_or_leave(view, (&action, &paths::measure(of.id)), form, &body, &view.t("save")))
    }
}
