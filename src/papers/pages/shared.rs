//! Papers that several cases of a meeting share: each belongs to one of them, and the others refer to it.

use super::{above_in, exempt_tag};
use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::name as case_name;
use crate::papers::Paper;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// What a case may refer to.
pub struct Sharing {
    pub board: Board,
    pub case: Case,
    /// The papers of the meeting's other cases that the reader may read and the case does not refer to yet.
    pub choices: Vec<Paper>,
}

/// The form in which a paper is chosen.
#[must_use]
pub fn page(view: &View, of: &Sharing, form: &Form) -> Markup {
    let choice = |paper: &Paper| (paper.id.to_string(), named(paper));
    let choices: Vec<(String, String)> = of.choices.iter().map(choice).collect();
    let body = html! {
        (ui::hidden("act", "add"))
        (ui::select(view, form, &Field::new("paper", view.t("shared-paper")).needed(), &choices))
    };
    let (path, back) = (paths::shared_papers(of.case.id), paths::case(of.case.id));
    html! {
        (above_in(view, &of.board, &of.case))
        (ui::heading(&view.t("shared-add")))
        (ui::paragraph(&view.t("shared-how")))
        @if choices.is_empty() { (ui::empty(&view.t("shared-none"))) }
        @else { (ui::form_or_leave(view, (&path, &back), form, &body, &view.t("shared-save"))) }
    }
}

/// “12/26 Budsjettrammer: Regneark”.
fn named(paper: &Paper) -> String {
    format!("{}: {}", case_name(&paper.case), paper.facts.title)
}

/// A paper of another case in a list: as a link, with the case that it belongs to.
#[must_use]
pub fn line(view: &View, paper: &Paper) -> Markup {
    let case = case_name(&paper.case);
    html! {
        (ui::link(&paths::paper(paper.id), &paper.facts.title))
        " " span class="muted" { (view.tv("shared-from", &[("case", case.into())])) }
        (exempt_tag(view, paper))
    }
}

/// What a case refers to, on its page.
pub(super) fn list(view: &View, case: &Case, shared: &[Paper], may_change: bool) -> Markup {
    let path = paths::shared_papers(case.id);
    let lines: Vec<Markup> = (shared.iter())
        .map(|paper| {
            let id = paper.id.to_string();
            let remove = view.tv("shared-remove", &[("paper", (&paper.facts.title).into())]);
            html! {
                (line(view, paper))
                @if may_change {
                    " " (ui::button_form(view, &path, &[("act", "remove"), ("paper", &id)], &remove, Some("tertiary")))
                }
            }
        })
        .collect();
    html! {
        @if !lines.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("shared")) }
            (ui::list(&lines))
        }
    }
}

/// The other cases that a paper is read for, on its own page.
pub(super) fn with(view: &View, cases: &[Case]) -> Markup {
    let links: Vec<Markup> = cases
        .iter()
        .map(|case| ui::link(&paths::case(case.id), &case_name(case)))
        .collect();
    html! {
        @if !links.is_empty() {
            p class="ds-paragraph" {
                (view.t("shared-with")) " "
                @for (at, link) in links.iter().enumerate() { @if at > 0 { ", " } (link) }
            }
        }
    }
}
