//! Annual plans on the pages of others: the way to them from a board, and what is planned for a meeting at its agenda.

use super::told::called;
use super::year::{to_agenda_button, to_agenda_text};
use super::{Shown, above, title};
use crate::cases::forms::Choices;
use crate::db::ids::BoardId;
use crate::meetings::Meeting;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The plans of this year and the next, on a board's page.
#[must_use]
pub fn on_board(view: &View, of: BoardId, year: i32) -> Markup {
    let body = html! {
        (ui::paragraph(&view.t("annual-plan-about")))
        div class="actions" {
            @for year in [year, year + 1] {
                (ui::link_button(&paths::annual_plan(of, year), &title(view, year)))
            }
        }
    };
    ui::section("annual-plan", &view.t("annual-plans"), &body)
}

/// What is planned for a meeting and does not stand on its agenda yet.
pub struct ToAgenda {
    pub page: Shown,
    pub meeting: Meeting,
    /// Who may permit it, where some of it comes after the last moment to propose cases.
    pub late: Option<Choices>,
}

/// The same at the agenda.
#[must_use]
pub fn on_agenda(view: &View, of: &ToAgenda) -> Markup {
    let body = waiting(view, of, &Form::default());
    ui::section("planned", &view.t("annual-plan-waiting"), &body)
}

/// The same on a page of its own, where something is wrong with what was sent.
#[must_use]
pub fn to_agenda(view: &View, of: &ToAgenda, form: &Form) -> Markup {
    html! {
        (above(view, &of.page.board, Some(of.page.of.year)))
        (ui::heading(&view.t("annual-plan-waiting")))
        // The form of the permission tells it itself.
        @if let (None, Some(said)) = (&of.late, &form.notice) {
            (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said))))
        }
        (waiting(view, of, form))
        p { (ui::link_button(&paths::agenda(of.meeting.id), &view.t("agenda"))) }
    }
}

fn waiting(view: &View, of: &ToAgenda, form: &Form) -> Markup {
    let waiting = of.page.waiting(of.meeting.id);
    let lines: Vec<Markup> = (waiting.iter())
        .map(|item| html! { (called(view, &of.page, item)) })
        .collect();
    let chair = of.late.as_ref().map(|choices| &choices.chair);
    html! {
        (ui::paragraph(&view.t("annual-plan-waiting-about")))
        (ui::list(&lines))
        @match chair {
            None => (to_agenda_button(view, &of.meeting, waiting.len())),
            Some(None) => (ui::paragraph(&view.t("case-late-no-chair"))),
            Some(Some((_, chair))) => (permitted(view, of, form, (chair.as_str(), waiting.len()))),
        }
    }
}

/// Where the chair's permission is written.
fn permitted(view: &View, of: &ToAgenda, form: &Form, (chair, waiting): (&str, usize)) -> Markup {
    let reason = Field::new("late-reason", view.t("case-late-reason")).needed();
    let reason = reason.help(view.tv("annual-plan-late-help", &[("chair", chair.into())]));
    ui::form(
        view,
        &paths::meeting_planned(of.meeting.id),
        form,
        &ui::text_area(view, form, &reason),
        &to_agenda_text(view, &of.meeting, waiting),
    )
}
