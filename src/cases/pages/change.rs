//! Whom a case is shown to, and what a board lays down about its cases.

use super::{above, above_in, stale};
use crate::audit::Happened;
use crate::boards::Board;
use crate::boards::pages::coded;
use crate::cases::{Case, LegalBasis, Numbering, Setting};
use crate::web::access::{Assessment, Audience, Scope};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The two axes, each with what it means.
#[must_use]
pub fn assessment(
    view: &View,
    (board, case): (&Board, &Case),
    bases: &[LegalBasis],
    form: &Form,
    happened: &[Happened],
) -> Markup {
    let path = paths::of_case(case.id, "assessment");
    let body = assessment_fields(view, bases, form);
    html! {
        (above_in(view, board, case))
        (ui::heading(&view.t("case-access")))
        (stale(view, board, happened))
        (ui::paragraph(&view.t("case-access-how")))
        (ui::form_or_leave(view, (&path, &paths::case(case.id)), form, &body, &view.t("save")))
    }
}

/// The fields of an assessment, of a case or of a paper.
#[must_use]
pub fn assessment_fields(view: &View, bases: &[LegalBasis], form: &Form) -> Markup {
    let audiences: Vec<&str> = Audience::ALL.iter().map(|it| it.code()).collect();
    let outcomes: Vec<&str> = Assessment::ALL.iter().map(|it| it.code()).collect();
    let scopes: Vec<&str> = Scope::ALL.iter().map(|it| it.code()).collect();
    let bases: Vec<(String, String)> = bases
        .iter()
        .map(|one| {
            (
                one.id.to_string(),
                format!("{}: {}", one.reference, view.words(&one.words)),
            )
        })
        .collect();
    let field = |name, key: &str, help: &str| Field::new(name, view.t(key)).help(view.t(help));
    html! {
        (ui::hidden("version", form.value("version")))
        (ui::select(view, form, &field("audience", "case-audience", "case-audience-help").needed(), &coded(view, "case-audience-", &audiences)))
        (ui::select(view, form, &field("assessment", "case-assessment", "case-assessment-help").needed(), &coded(view, "case-assessment-", &outcomes)))
        (ui::group("exemption", &view.t("case-exemption"), &html! {
            (ui::select(view, form, &Field::new("basis", view.t("case-basis")).none(view.t("form-choose")), &bases))
            (ui::select(view, form, &field("scope", "case-scope", "case-scope-help").none(view.t("form-choose")), &coded(view, "case-scope-", &scopes)))
            (ui::checkbox(view, form, &field("extended-access", "case-extended-access", "case-extended-access-help")))
            (ui::input(view, form, "date", &field("reassess-on", "case-reassess-on", "case-reassess-on-help")))
        }))
        (ui::input(view, form, "date", &field("open-from", "case-open-from", "case-open-from-help")))
    }
}

/// Numbers, readers and the talk's reminders.
#[must_use]
pub fn settings(view: &View, board: &Board, form: &Form, happened: &[Happened]) -> Markup {
    let path = paths::of_board(board.id, "cases/settings");
    let numberings: Vec<&str> = Numbering::ALL.iter().map(|it| it.code()).collect();
    let roles: Vec<&str> = Setting::MAY_READ.iter().map(|it| it.code()).collect();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::select(view, form, &Field::new("numbering", view.t("case-numbering")).needed(), &coded(view, "case-numbering-", &numberings)))
        (ui::checkboxes(view, form, &Field::new("reader-roles", view.t("case-reader-roles")).help(view.t("case-reader-roles-help")), &coded(view, "boards-role-", &roles)))
        (ui::input(view, form, "number", &Field::new("talk-days", view.t("case-talk-every")).help(view.t("case-talk-every-help")).needed()))
    };
    html! {
        (above(view, board, &[]))
        (ui::heading(&view.t("case-settings")))
        (stale(view, board, happened))
        (ui::form_or_leave(view, (&path, &paths::of_board(board.id, "cases")), form, &body, &view.t("save")))
    }
}
