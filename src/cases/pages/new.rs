//! The form in which a case is proposed and edited.

use super::{above, above_in, coded, coming_choices, late_field, name, sits, stale};
use crate::audit::Happened;
use crate::cases::forms::{Choices, languages};
use crate::cases::rules::Coming;
use crate::cases::{Case, forms};
use crate::db::types::Moment;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The form of a new case.
#[must_use]
pub fn propose(view: &View, choices: &Choices, form: &Form, former: Option<&Case>) -> Markup {
    let board = &choices.board;
    let path = paths::of_board(board.id, "cases/new");
    let back = if sits(view, board) {
        paths::of_board(board.id, "cases")
    } else {
        paths::ME.to_owned()
    };
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (ui::hidden("follows", form.value("follows")))
        (fields(view, choices, form, view.now))
    };
    html! {
        (above(view, board, &[]))
        (ui::heading(&view.t("case-propose")))
        @if let Some(former) = former {
            (ui::paragraph(&view.tv("case-takes-up", &[("case", name(former).into())])))
        }
        (ui::paragraph(&view.t("case-propose-how")))
        (ui::form_or_leave(view, (&path, &back), form, &body, &view.t("case-propose-send")))
    }
}

/// The form of a case that stands.
#[must_use]
pub fn edit(
    view: &View,
    choices: &Choices,
    case: &Case,
    form: &Form,
    happened: &[Happened],
) -> Markup {
    let path = paths::of_case(case.id, "edit");
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (fields(view, choices, form, case.proposed_at))
    };
    html! {
        (above_in(view, &choices.board, case))
        (ui::heading(&view.t("case-edit")))
        (stale(view, &choices.board, happened))
        (ui::form_or_leave(view, (&path, &paths::case(case.id)), form, &body, &view.t("save")))
    }
}

/// The fields of what a case is about; `proposed_at` is what the deadlines of meetings are held to.
fn fields(view: &View, choices: &Choices, form: &Form, proposed_at: Moment) -> Markup {
    let is_late = |one: &Coming| one.is_late(proposed_at);
    let meetings = coming_choices(view, choices, is_late);
    let some_late = choices.coming.iter().any(is_late);
    let languages: Vec<(String, String)> = languages(&choices.board)
        .into_iter()
        .map(|one| (one.tag().to_owned(), one.name_in(view.language)))
        .collect();
    let bodies: Vec<(String, String)> = choices
        .bodies
        .iter()
        .map(|(id, words)| (id.to_string(), view.words(words).to_owned()))
        .collect();
    let help = if some_late {
        "case-wanted-late-help"
    } else {
        "case-wanted-help"
    };
    let needed = |name, key: &str| Field::new(name, view.t(key)).needed();
    html! {
        (ui::input(view, form, "text", &needed("title", "case-title").help(view.t("case-title-help"))))
        (ui::input(view, form, "text", &Field::new("public-title", view.t("case-public-title")).help(view.t("case-public-title-help"))))
        (ui::text_area(view, form, &needed("description", "case-description").help(view.t("case-description-help"))))
        div class="fields" {
            (ui::select(view, form, &needed("kind", "case-type"), &coded(view, &choices.kinds)))
            (ui::select(view, form, &needed("subject", "case-subject"), &coded(view, &choices.subjects)))
            (ui::select(view, form, &needed("language", "case-language"), &languages))
        }
        (ui::select(view, form, &Field::new("wanted-meeting", view.t("case-wanted-meeting")).help(view.t(help)), &meetings))
        @if choices.may_permit && some_late { (late_field(view, form, choices)) }
        (ui::checkbox(view, form, &Field::new("municipalities", view.t("case-municipalities")).help(view.t("case-municipalities-help"))))
        (responsible(view, choices, form, &bodies))
        (ui::input(view, form, "text", &Field::new("archive-reference", view.t("case-archive-reference"))))
    }
}

fn responsible(view: &View, choices: &Choices, form: &Form, bodies: &[(String, String)]) -> Markup {
    let organisations: Vec<(String, String)> = choices
        .organisations
        .iter()
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    let field = Field::new("organisations", view.t("case-organisations"))
        .help(view.t("case-organisations-help"));
    html! {
        (ui::checkboxes(view, form, &field, &organisations))
        @if bodies.len() > 1 {
            (ui::select(view, form, &Field::new("body", view.t("case-body")).help(view.t("case-body-help")), bodies))
        }
    }
}

/// The form in which a case is put on an agenda.
#[must_use]
pub fn schedule(
    view: &View,
    choices: &Choices,
    case: &Case,
    form: &Form,
    happened: &[Happened],
) -> Markup {
    let path = paths::of_case(case.id, "schedule");
    let is_late = |one: &Coming| one.is_late(case.proposed_at);
    let meetings = coming_choices(view, choices, is_late);
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::select(view, form, &Field::new("meeting", view.t("case-meeting")).needed(), &meetings))
        (ui::input(view, form, "number", &Field::new("minutes", view.t("agenda-minutes"))))
        (ui::input(view, form, "text", &Field::new("presenter", view.t("agenda-presenter")).help(view.t("agenda-presenter-help"))))
        @if choices.coming.iter().any(is_late) { (late_field(view, form, choices)) }
    };
    html! {
        (above_in(view, &choices.board, case))
        (ui::heading(&view.t("case-schedule")))
        (stale(view, &choices.board, happened))
        @if case.number.is_none() { (ui::paragraph(&view.t("case-schedule-number"))) }
        @if choices.coming.is_empty() { (ui::notice(ui::Tone::Warning, &ui::paragraph(&view.t("case-no-meetings")))) }
        @else { (ui::form_or_leave(view, (&path, &paths::case(case.id)), form, &body, &view.t("case-schedule-save"))) }
    }
}

/// What the form of a case that stands begins with.
#[must_use]
pub fn standing(case: &Case) -> Form {
    let mut form = forms::facts_of(&case.facts);
    form.put("version", case.version.to_string());
    form
}
