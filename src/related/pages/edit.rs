//! The forms of a body: what is written of it, and that its document was looked through.

use crate::boards::Board;
use crate::boards::pages::{Draft, choices as coded};
use crate::related::Body;
use crate::related::forms::Choices;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The way up from a form: the board, and its relations.
pub(super) fn above(view: &View, board: &Board) -> Markup {
    let links = [
        (paths::BOARDS.to_owned(), view.t("boards-title")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
        (paths::of_board(board.id, "relations"), view.t("related")),
    ];
    ui::breadcrumbs(view, &links)
}

fn told<T: ToString>(of: &[(T, String)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect()
}

/// A new body, or one that stands.
#[must_use]
pub fn body(
    view: &View,
    board: &Board,
    of: Option<&Body>,
    choices: &Choices,
    draft: &Draft,
) -> Markup {
    let form = &draft.form;
    let back = paths::of_board(board.id, "relations");
    let (title, action, back) = match of {
        Some(of) => (
            view.tv(
                "related-edit",
                &[("body", view.words(&of.facts.name).into())],
            ),
            paths::of_relation(of.id, "edit"),
            paths::relation(board.id, of.id),
        ),
        None => (
            view.t("related-new"),
            paths::of_board(board.id, "relations/new"),
            back,
        ),
    };
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (ui::hidden("version", form.value("version")))
        (ui::words(view, form, "name", &view.t("related-name"), true))
        (relation(view, form, choices))
        (document(view, form, choices))
    };
    html! {
        (above(view, board))
        (ui::heading(&title))
        (draft.stale(view, board))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("save")))
    }
}

fn relation(view: &View, form: &Form, choices: &Choices) -> Markup {
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let organisation = field("organisation", "related-organisation");
    let subjects = field("subjects", "related-subjects").help(view.t("related-subjects-help"));
    html! {
        (ui::select(view, form, &field("kind", "related-kind").needed(), &coded(view, &choices.kinds)))
        (ui::select(view, form, &organisation.help(view.t("related-organisation-help")), &told(&choices.organisations)))
        (ui::text_area(view, form, &field("heard-on", "related-heard-on").help(view.t("related-heard-on-help"))))
        (ui::checkboxes(view, form, &subjects, &coded(view, &choices.subjects)))
    }
}

fn document(view: &View, form: &Form, choices: &Choices) -> Markup {
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let title = field("document", "related-document").help(view.t("related-document-help"));
    html! {
        (ui::input(view, form, "text", &title))
        (ui::input(view, form, "date", &field("dated", "related-dated")))
        (ui::input(view, form, "url", &field("link", "related-link").help(view.t("related-link-help"))))
        (ui::input(view, form, "text", &field("archive", "related-archive")))
        (ui::select(view, form, &field("mandate", "related-mandate"), &told(&choices.mandates)))
        (review_on(view, form))
    }
}

fn review_on(view: &View, form: &Form) -> Markup {
    let field = Field::new("review-on", view.t("related-review-on"));
    ui::input(
        view,
        form,
        "date",
        &field.help(view.t("related-review-on-help")),
    )
}

/// That the document was looked through today, and when it is next.
#[must_use]
pub fn review(view: &View, board: &Board, of: &Body, draft: &Draft) -> Markup {
    let (form, action) = (&draft.form, paths::of_relation(of.id, "review"));
    let note = Field::new("note", view.t("related-note")).help(view.t("related-note-help"));
    let title = view.tv(
        "related-review",
        &[("body", view.words(&of.facts.name).into())],
    );
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (review_on(view, form))
        (ui::text_area(view, form, &note))
    };
    let back = paths::relation(board.id, of.id);
    html! {
        (above(view, board))
        (ui::heading(&title))
        (ui::paragraph(&view.t("related-review-how")))
        (draft.stale(view, board))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("related-review-save")))
    }
}
