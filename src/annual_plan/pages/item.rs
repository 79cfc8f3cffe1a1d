//! One planned case: a new one, and one that stands.

use super::told::{called, state};
use super::{Draft, Shown, above, facts_fields, meeting_field, meetings, title};
use crate::annual_plan::forms::Lists;
use crate::annual_plan::{PlanItem, State};
use crate::cases::Case;
use crate::cases::pages::name;
use crate::web::ui::{Field, Tone};
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// Where a case is planned: one that is proposed already, or one that is written here.
#[must_use]
pub fn new(view: &View, page: &Shown, lists: &Lists, cases: &[Case], draft: &Draft) -> Markup {
    let (form, year) = (&draft.form, page.of.year);
    let choices: Vec<(String, String)> = (cases.iter())
        .map(|case| (case.id.to_string(), name(case)))
        .collect();
    let case = Field::new("case", view.t("annual-plan-from-case"));
    let case = case.help(view.t("annual-plan-from-case-help"));
    let case = case.none(view.t("annual-plan-no-case"));
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (ui::select(view, form, &case, &choices))
        (facts_fields(view, form, lists))
        (meeting_field(view, form, &meetings(view, page)))
    };
    let action = paths::of_annual_plan(page.board.id, year, "items/new");
    let back = paths::annual_plan(page.board.id, year);
    html! {
        (above(view, &page.board, Some(year)))
        (ui::heading(&view.t("annual-plan-new-item")))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("save")))
    }
}

/// A planned case, with each thing that may be done to it now. What was sent and not saved stands in `draft`.
#[must_use]
pub fn page(view: &View, page: &Shown, item: &PlanItem, lists: &Lists, draft: &Draft) -> Markup {
    let now = page.of.state(item, page.today);
    let is_open = matches!(now, State::NotScheduled | State::Planned | State::Slipped);
    html! {
        (above(view, &page.board, Some(page.of.year)))
        (ui::heading(&called(view, page, item)))
        p class="ds-paragraph" { (title(view, page.of.year)) " " (state(view, page, item)) }
        (draft.stale(view, &page.board))
        @if let Some(said) = &draft.form.notice { (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said)))) }
        @if !item.dropped.is_empty() {
            (ui::facts(&[(view.t("annual-plan-why"), html! { (item.dropped) })]))
            (restore(view, item))
        }
        @if let Some(case) = item.case.filter(|id| page.of.cases.get(id).is_some_and(|case| page.reads.sees(&case.readable()))) {
            p { (ui::link_button(&paths::case(case), &view.t("annual-plan-to-case"))) }
        }
        @if is_open { (moving(view, page, item, draft)) }
        @if is_open && item.case.is_none() { (writing(view, item, lists, draft)) }
        @if is_open { (dropping(view, item, draft)) }
    }
}

/// What each form of the page sends besides its fields.
fn act(draft: &Draft, act: &str) -> Markup {
    html! {
        (ui::hidden("act", act))
        (ui::hidden("version", draft.form.value("version")))
    }
}

fn moving(view: &View, page: &Shown, item: &PlanItem, draft: &Draft) -> Markup {
    let body = html! {
        (act(draft, "move"))
        (meeting_field(view, &draft.form, &meetings(view, page)))
    };
    let form = draft.of_act("move");
    let form = ui::form(
        view,
        &paths::plan_item(item.id),
        &form,
        &body,
        &view.t("annual-plan-move"),
    );
    ui::section("move", &view.t("annual-plan-move-title"), &form)
}

fn writing(view: &View, item: &PlanItem, lists: &Lists, draft: &Draft) -> Markup {
    let body = html! { (act(draft, "write")) (facts_fields(view, &draft.form, lists)) };
    let form = draft.of_act("write");
    let form = ui::form(
        view,
        &paths::plan_item(item.id),
        &form,
        &body,
        &view.t("save"),
    );
    ui::section("write", &view.t("annual-plan-write-title"), &form)
}

fn dropping(view: &View, item: &PlanItem, draft: &Draft) -> Markup {
    let reason = Field::new("reason", view.t("annual-plan-why")).needed();
    let body = html! { (act(draft, "drop")) (ui::input(view, &draft.form, "text", &reason)) };
    let form = draft.of_act("drop");
    let form = ui::form(
        view,
        &paths::plan_item(item.id),
        &form,
        &body,
        &view.t("annual-plan-drop"),
    );
    ui::section("drop", &view.t("annual-plan-drop-title"), &form)
}

fn restore(view: &View, item: &PlanItem) -> Markup {
    let version = item.version.to_string();
    let fields = [("act", "restore"), ("version", version.as_str())];
    ui::button_form(
        view,
        &paths::plan_item(item.id),
        &fields,
        &view.t("annual-plan-restore"),
        Some("secondary"),
    )
}
