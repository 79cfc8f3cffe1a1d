//! What a board lays down about its minutes and its own pages.

use crate::boards::Board;
use crate::boards::pages::{above, coded};
use crate::minutes::round::{Approval, Setting};
use crate::web::access::Audience;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// What is laid down, as the form of it.
#[must_use]
pub fn filled(setting: &Setting) -> Form {
    Form::filled([
        ("approval", setting.approval.to_string()),
        (
            "second",
            if setting.needs_second { "yes" } else { "" }.to_owned(),
        ),
        ("meant-for", setting.meant_for.to_string()),
        ("shown-to", setting.shown_to.to_string()),
        ("version", setting.version.to_string()),
    ])
}

#[must_use]
pub fn page(view: &View, board: &Board, form: &Form) -> Markup {
    let approvals: Vec<&str> = Approval::ALL.iter().map(|it| it.code()).collect();
    let audiences = [Audience::Members, Audience::ServiceOwners, Audience::Public];
    let audiences = audiences.map(Audience::code);
    let field = |name, key: &str, help: &str| Field::new(name, view.t(key)).help(view.t(help));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::select(view, form, &field("approval", "round-approval", "round-approval-help").needed(), &coded(view, "round-approval-", &approvals)))
        (ui::checkbox(view, form, &field("second", "publication-second", "publication-second-help")))
        (ui::select(view, form, &field("meant-for", "minutes-usually-for", "minutes-usually-for-help").needed(), &coded(view, "case-audience-", &audiences)))
        (ui::select(view, form, &field("shown-to", "publication-shown-to", "publication-shown-to-help").needed(), &coded(view, "case-audience-", &audiences)))
    };
    let own = paths::of_board(board.id, "minutes/settings");
    html! {
        (above(view, board))
        (ui::heading(&view.t("round-settings")))
        (ui::form_or_leave(view, (&own, &paths::board(board.id)), form, &body, &view.t("save")))
    }
}
