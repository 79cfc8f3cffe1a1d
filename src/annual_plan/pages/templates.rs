//! The cases that a board treats every year, and at which meetings.

use super::{Draft, Shown, above, facts_fields, own_title, title};
use crate::annual_plan::forms::Lists;
use crate::annual_plan::rules::Made;
use crate::annual_plan::{Counting, Template, When};
use crate::boards::Board;
use crate::boards::pages::{coded, word};
use crate::cases::pages::meeting_name;
use crate::i18n::dates;
use crate::web::ui::Field;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// “februar, juni og oktober”.
fn listed(view: &View, all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let values = [("first", first.join(", ").into()), ("last", last.into())];
            view.tv("pack-and", &values)
        }
    }
}

/// “Møte nummer 1, 3 og 5”, or the months.
fn when(view: &View, of: &When) -> String {
    let numbers = of.numbers.iter();
    match of.counting {
        Counting::Meeting => {
            let numbers = numbers.map(ToString::to_string).collect::<Vec<_>>();
            view.tv(
                "annual-plan-at-numbers",
                &[("numbers", listed(view, &numbers).into())],
            )
        }
        Counting::Month => {
            let months = numbers.map(|month| dates::month(view.language, *month));
            let months = months.map(str::to_owned).collect::<Vec<_>>();
            let values = [("months", listed(view, &months).into())];
            view.tv("annual-plan-at-months", &values)
        }
    }
}

/// All of a board's templates.
#[must_use]
pub fn list(view: &View, board: &Board, lists: &Lists, all: &[Template], year: i32) -> Markup {
    let head = ["annual-plan-item-title", "case-type", "annual-plan-when"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = (all.iter())
        .map(|one| {
            vec![
                ui::link(&paths::plan_template(one.id), own_title(view, &one.facts)),
                html! { (word(view, &lists.kinds, &one.facts.kind)) },
                html! { (when(view, &one.when)) },
            ]
        })
        .collect();
    let heading = view.t("annual-plan-templates");
    let new = format!("{}/new", paths::plan_templates(board.id));
    html! {
        (above(view, board, Some(year)))
        (ui::heading(&heading))
        (ui::paragraph(&view.t("annual-plan-templates-about")))
        @if rows.is_empty() { (ui::empty(&view.t("annual-plan-no-templates"))) }
        @else { (ui::table(&heading, &head, &rows)) }
        div class="actions" { (ui::link_button(&new, &view.t("annual-plan-new-template"))) }
    }
}

/// A new template, or one that stands.
#[must_use]
pub fn form(
    view: &View,
    board: &Board,
    of: Option<&Template>,
    lists: &Lists,
    draft: &Draft,
) -> Markup {
    let form = &draft.form;
    let back = paths::plan_templates(board.id);
    let (heading, action) = match of {
        Some(of) => ("annual-plan-template-edit", paths::plan_template(of.id)),
        None => ("annual-plan-new-template", format!("{back}/new")),
    };
    let counting = Field::new("counting", view.t("annual-plan-counting")).needed();
    let numbers = Field::new("numbers", view.t("annual-plan-numbers")).needed();
    let numbers = numbers.help(view.t("annual-plan-numbers-help"));
    let codes: Vec<&str> = Counting::ALL.iter().map(|one| one.code()).collect();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::hidden("id", form.value("id")))
        (facts_fields(view, form, lists))
        (ui::select(view, form, &counting, &coded(view, "annual-plan-counting-", &codes)))
        (ui::input(view, form, "text", &numbers))
    };
    html! {
        (above(view, board, None))
        (ui::heading(&view.t(heading)))
        (draft.stale(view, board))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("save")))
        @if let Some(of) = of {
            @let version = of.version.to_string();
            (ui::confirmed(view, &action, &[("act", "remove"), ("version", &version)],
                &view.t("annual-plan-template-remove"), &view.t("annual-plan-template-remove-follows")))
        }
    }
}

/// What the templates would add to a year, before anything is saved.
#[must_use]
pub fn preview(view: &View, page: &Shown, made: &[Made]) -> Markup {
    let year = page.of.year;
    let head = ["annual-plan-case", "annual-plan-meeting"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = (made.iter())
        .map(|one| {
            let at = page
                .of
                .live()
                .find(|meeting| Some(meeting.id) == one.meeting);
            let at = at.map_or_else(
                || view.t("annual-plan-not-scheduled"),
                |meeting| meeting_name(view, &page.meeting_kinds, meeting),
            );
            vec![html! { (own_title(view, &one.facts)) }, html! { (at) }]
        })
        .collect();
    let caption = title(view, year);
    let action = paths::of_annual_plan(page.board.id, year, "start");
    html! {
        (above(view, &page.board, Some(year)))
        (ui::heading(&format!("{} – {}", view.t("annual-plan-start"), title(view, year))))
        @if rows.is_empty() {
            (ui::empty(&view.t("annual-plan-nothing-missing")))
            (super::templates_link(view, page.board.id))
        } @else {
            (ui::paragraph(&view.t("annual-plan-nothing-saved")))
            (ui::table(&caption, &head, &rows))
            (ui::button_form(view, &action, &[], &view.tv("annual-plan-start-add", &[("count", made.len().into())]), None))
        }
    }
}
