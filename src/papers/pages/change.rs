//! What a paper is called, and whom it is shown to.

use super::above_paper;
use crate::audit::Happened;
use crate::boards::Board;
use crate::cases::LegalBasis;
use crate::cases::forms::languages;
use crate::cases::pages::change::assessment_fields;
use crate::papers::Paper;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// Title, language and archive reference.
#[must_use]
pub fn edit(
    view: &View,
    board: &Board,
    paper: &Paper,
    form: &Form,
    happened: &[Happened],
) -> Markup {
    let languages: Vec<(String, String)> = languages(board)
        .into_iter()
        .map(|one| (one.tag().to_owned(), one.name_in(view.language)))
        .collect();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "text", &Field::new("title", view.t("paper-title")).needed()))
        (ui::select(view, form, &Field::new("language", view.t("paper-language")).needed(), &languages))
        (ui::input(view, form, "text", &Field::new("archive-reference", view.t("case-archive-reference"))))
    };
    page(
        view,
        board,
        paper,
        ("paper-edit", "edit"),
        form,
        &body,
        happened,
    )
}

/// The two axes of a paper.
#[must_use]
pub fn assessment(
    view: &View,
    (board, paper): (&Board, &Paper),
    bases: &[LegalBasis],
    form: &Form,
    happened: &[Happened],
) -> Markup {
    let body = html! {
        (ui::paragraph(&view.t("paper-access-how")))
        (assessment_fields(view, bases, form))
    };
    page(
        view,
        board,
        paper,
        ("paper-access", "assessment"),
        form,
        &body,
        happened,
    )
}

fn page(
    view: &View,
    board: &Board,
    paper: &Paper,
    (heading, rest): (&str, &str),
    form: &Form,
    body: &Markup,
    happened: &[Happened],
) -> Markup {
    let path = paths::of_paper(paper.id, rest);
    html! {
        (above_paper(view, board, paper))
        (ui::heading(&view.t(heading)))
        @if !happened.is_empty() { (ui::stale_notice(view, board.zone, happened)) }
        (ui::form_or_leave(view, (&path, &paths::paper(paper.id)), form, body, &view.t("save")))
    }
}
