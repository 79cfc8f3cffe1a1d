//! The page of one action item: what it is, where it was agreed, and what can be done now.

use super::{due, edit, state_tag};
use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::{above, meeting_name, name};
use crate::db::code_words::CodeWord;
use crate::meetings::Meeting;
use crate::minutes::actions::Action;
use crate::web::access::Audience;
use crate::web::ui::{self, Act, Field, Tone};
use crate::web::{Form, View, paths};
use chrono::NaiveDate;
use maud::{Markup, html};

/// Everything the page shows.
pub struct ActionPage {
    pub board: Board,
    pub action: Action,
    pub meeting: Meeting,
    pub meeting_kinds: Vec<CodeWord>,
    /// What it is about, where that is a case.
    pub case: Option<Case>,
    pub today: NaiveDate,
    pub keeps: bool,
    pub is_owner: bool,
    /// Whether the reader may open the meeting's agenda.
    pub opens_meeting: bool,
}

/// The page, with a form that was sent and is shown again.
#[must_use]
pub fn page(view: &View, page: &ActionPage, form: &Form) -> Markup {
    let of = &page.action;
    let links = [(
        paths::of_board(page.board.id, "actions"),
        view.t("action-items"),
    )];
    html! {
        (above(view, &page.board, &links))
        (ui::heading(&view.t("action-item")))
        p { (state_tag(view, of, page.today)) }
        p class="ds-paragraph prewrap" { (of.task.content) }
        @if of.audience == Audience::Secretariat { (ui::notice(Tone::Info, &ui::paragraph(&view.t("action-waits")))) }
        (ui::facts(&facts(view, page)))
        @if page.keeps || page.is_owner { (acts(view, page, form)) }
    }
}

fn facts(view: &View, page: &ActionPage) -> Vec<(String, Markup)> {
    let (of, task) = (&page.action, &page.action.task);
    let meeting = meeting_name(view, &page.meeting_kinds, &page.meeting);
    let agenda = format!("{}#item-{}", paths::agenda(of.meeting), of.item);
    let mut pairs = vec![
        ("action-owner", html! { (task.owner_name) }),
        ("action-due", html! { (due(view, of)) }),
        (
            "action-meeting",
            html! {
                @if page.opens_meeting { (ui::link(&agenda, &meeting)) } @else { (meeting) }
            },
        ),
        (
            "action-about",
            html! {
                @match &page.case {
                    Some(case) => (ui::link(&paths::case(case.id), &name(case))),
                    None => (of.title),
                }
            },
        ),
    ];
    if !task.link.is_empty() {
        pairs.push(("action-link", ui::link(&task.link, &task.link)));
    }
    if let Some(settled) = &of.settled {
        let values = [
            ("who", (&settled.who).into()),
            ("at", view.moment(page.board.zone, settled.at).into()),
        ];
        let said = view.tv("action-settled-by", &values);
        pairs.push(("action-settled", html! { (said) }));
    }
    if !of.note.is_empty() {
        let note = html! { div class="prewrap" { (of.note) } };
        pairs.push(("action-note", note));
    }
    pairs
        .into_iter()
        .map(|(key, value)| (view.t(key), value))
        .collect()
}

fn acts(view: &View, page: &ActionPage, form: &Form) -> Markup {
    let of = &page.action;
    let (path, version) = (super::path(of.id), of.version.to_string());
    let body = html! {
        @if of.is_open() {
            (settling(view, page, form))
        } @else {
            (ui::mistakes(view, form))
            @if !form.value("note").is_empty() { (ui::details(&view.t("action-typed"), &ui::letter(form.value("note")))) }
            (ui::button_form(view, &path, &[("act", "open"), ("version", &version)], &view.t("action-reopen"), Some("secondary")))
        }
        @if page.keeps {
            div class="actions" { (ui::link_button(&edit(of.id), &view.t("action-change"))) }
            @if of.is_open() {
                (ui::confirmed(view, &path, &[("act", "withdraw"), ("version", &version)], &view.t("action-withdraw"), &view.t("action-withdraw-how")))
            }
        }
    };
    ui::section("acts", &view.t("action-what-now"), &body)
}

fn settling(view: &View, page: &ActionPage, form: &Form) -> Markup {
    let note = Field::new("note", view.t("action-note")).help(view.t("action-note-help"));
    let body = html! {
        (ui::hidden("version", &page.action.version.to_string()))
        (ui::text_area(view, form, &note.sometimes_needed()))
    };
    let acts = [
        Act {
            value: "done",
            text: view.t("action-mark-done"),
            is_main: true,
        },
        Act {
            value: "drop",
            text: view.t("action-mark-dropped"),
            is_main: false,
        },
    ];
    let path = super::path(page.action.id);
    ui::form_with_acts(view, &path, form, &body, &acts, &ui::unnamed)
}
