//! That the board has approved a plan, and whom the plan is shown to.

use super::{Draft, Shown, above, title};
use crate::boards::pages::coded;
use crate::cases::Case;
use crate::cases::pages::name;
use crate::web::access::Audience;
use crate::web::ui::Field;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The two forms of the page.
pub struct Forms {
    pub approval: Draft,
    pub audience: Draft,
    /// The cases in which the board may have approved it.
    pub cases: Vec<Case>,
}

#[must_use]
pub fn page(view: &View, page: &Shown, forms: &Forms) -> Markup {
    let (board, year) = (&page.board, page.of.year);
    let heading = format!("{} – {}", view.t("annual-plan-approval"), title(view, year));
    html! {
        (above(view, board, Some(year)))
        (ui::heading(&heading))
        (ui::section("approve", &view.t("annual-plan-approve-title"), &approve(view, page, forms)))
        (ui::section("publish", &view.t("annual-plan-publish-title"), &publish(view, page, forms)))
    }
}

fn approve(view: &View, page: &Shown, forms: &Forms) -> Markup {
    let draft = &forms.approval;
    let cases: Vec<(String, String)> = (forms.cases.iter())
        .map(|case| (case.id.to_string(), name(case)))
        .collect();
    let on = Field::new("on", view.t("annual-plan-approved-on")).needed();
    let case = Field::new("case", view.t("annual-plan-approved-case"));
    let case = case.none(view.t("annual-plan-no-case"));
    let reference = Field::new("reference", view.t("annual-plan-approved-in")).needed();
    let reference = reference.help(view.t("annual-plan-approved-in-help"));
    let body = html! {
        (ui::hidden("version", draft.form.value("version")))
        (ui::input(view, &draft.form, "date", &on))
        (ui::input(view, &draft.form, "text", &reference))
        (ui::select(view, &draft.form, &case, &cases))
    };
    let action = paths::of_annual_plan(page.board.id, page.of.year, "approval");
    html! {
        (draft.stale(view, &page.board))
        (ui::form(view, &action, &draft.form, &body, &view.t("annual-plan-approve")))
    }
}

fn publish(view: &View, page: &Shown, forms: &Forms) -> Markup {
    let draft = &forms.audience;
    let codes: Vec<&str> = Audience::ALL.iter().map(|one| one.code()).collect();
    let audience = Field::new("audience", view.t("annual-plan-shown-to")).needed();
    let audience = audience.help(view.t("case-audience-help"));
    let body = html! {
        (ui::hidden("version", draft.form.value("version")))
        (ui::select(view, &draft.form, &audience, &coded(view, "case-audience-", &codes)))
    };
    let action = paths::of_annual_plan(page.board.id, page.of.year, "audience");
    html! {
        (draft.stale(view, &page.board))
        (ui::paragraph(&view.t("annual-plan-publish-about")))
        (ui::form(view, &action, &draft.form, &body, &view.t("annual-plan-publish")))
    }
}
