//! The pages of inputs: a case's, a meeting's, and the form in which one is written.

use super::rules::Refusal;
use super::{Draft, Input, Told};
use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::{above_in, meeting_name, name};
use crate::db::types::Moment;
use crate::i18n::Value;
use crate::papers::dispatch::load::MeetingPapers;
use crate::papers::dispatch::pages::above;
use crate::web::prose::prose;
use crate::web::ui::{Act, Field, Tone};
use crate::web::{Form, View, paths, ui};
use chrono_tz::Tz;
use maud::{Markup, html};

/// What the page of a case shows of inputs to this reader.
pub struct Panel {
    /// Those that the reader may read.
    pub all: Vec<Told>,
    /// What the reader has sent, where it is not among these.
    pub own: Option<Input>,
    /// Whether one is theirs to write now.
    pub may_write: bool,
    pub has_draft: bool,
}

/// The inputs on the page of their case.
#[must_use]
pub fn panel(view: &View, board: &Board, case: &Case, of: &Panel) -> Markup {
    if of.all.is_empty() && of.own.is_none() && !of.may_write {
        return html! {};
    }
    let mine = view.reader.as_ref().map(|reader| reader.id);
    let has_sent = of.own.is_some() || of.all.iter().any(|one| Some(one.input.person) == mine);
    let key = if has_sent || of.has_draft {
        "input-change"
    } else {
        "input-write"
    };
    let body = html! {
        @for one in &of.all { (told(view, board.zone, one)) }
        @if let Some(own) = &of.own {
            h3 class="ds-heading" data-size="xs" { (view.t("input-own")) }
            (sent(view, board.zone, own))
        }
        @if of.all.is_empty() && of.own.is_none() { (ui::empty(&view.t("input-none"))) }
        @if of.may_write && of.has_draft { (ui::paragraph(&view.t("input-has-draft"))) }
        @if of.may_write {
            div class="actions" { (ui::link_button(&paths::of_case(case.id, "input"), &view.t(key))) }
        }
    };
    ui::section("inputs", &view.t("inputs"), &body)
}

fn told(view: &View, zone: Tz, one: &Told) -> Markup {
    let from = match &one.organisation {
        Some(organisation) => format!("{organisation} ({})", one.who),
        None => one.who.clone(),
    };
    html! {
        h3 class="ds-heading" data-size="xs" { (from) }
        (sent(view, zone, &one.input))
    }
}

/// When it was sent, whether it was changed, who reads it, and what it says.
fn sent(view: &View, zone: Tz, input: &Input) -> Markup {
    let audience = if input.is_shared() {
        "input-to-members"
    } else {
        "input-to-secretariat"
    };
    html! {
        p class="muted" {
            (when(view, zone, input)) " " (ui::tag(Tone::Neutral, &view.t(audience)))
        }
        div class="prose" { (prose(&input.text, 3, &view.t("prose-table"))) }
    }
}

fn when(view: &View, zone: Tz, input: &Input) -> String {
    let at = |moment: Moment| Value::from(view.moment(zone, moment));
    if input.number == 1 {
        return view.tv("input-sent-at", &[("at", at(input.sent_at))]);
    }
    let values = [
        ("first", at(input.first_sent_at)),
        ("at", at(input.sent_at)),
        ("number", Value::Number(input.number)),
    ];
    view.tv("input-changed-at", &values)
}

/// Everything the form shows.
pub struct Writing {
    pub board: Board,
    pub case: Case,
    /// The name of the organisation that the reader speaks for.
    pub organisation: Option<String>,
    pub sent: Option<Input>,
    pub draft: Option<Draft>,
    pub refusal: Option<Refusal>,
}

/// The form filled with what is being written, or with what was sent.
#[must_use]
pub fn filled(of: &Writing) -> Form {
    let draft = of.draft.as_ref();
    let sent = of.sent.as_ref();
    let text = draft.map(|draft| &draft.text);
    let text = text.or(sent.map(|sent| &sent.text)).cloned();
    let is_shared = sent.is_some_and(Input::is_shared);
    Form::filled([
        ("text", text.unwrap_or_default()),
        ("shared", if is_shared { "yes" } else { "" }.to_owned()),
        ("draft", draft.map_or(0, |draft| draft.version).to_string()),
        ("number", sent.map_or(0, |sent| sent.number).to_string()),
    ])
}

/// The page on which an input is written.
#[must_use]
pub fn write(view: &View, of: &Writing, form: &Form) -> Markup {
    let values = [("case", name(&of.case).into())];
    let acts = [
        Act {
            value: "save",
            text: view.t("input-save"),
            is_main: false,
        },
        Act {
            value: "send",
            text: view.t("input-send"),
            is_main: true,
        },
    ];
    let text = Field::new("text", view.t("input-text")).help(view.t("input-text-help"));
    let shared = Field::new("shared", view.t("input-shared")).help(view.t("input-shared-help"));
    let body = html! {
        (ui::hidden("draft", form.value("draft")))
        (ui::hidden("number", form.value("number")))
        div class="long-texts" { (ui::text_area(view, form, &text.needed())) }
        (ui::checkbox(view, form, &shared))
    };
    html! {
        (above_in(view, &of.board, &of.case))
        (ui::heading(&view.tv("input-of", &values)))
        @if let Some(organisation) = &of.organisation {
            (ui::paragraph(&view.tv("input-from", &[("organisation", organisation.into())])))
        }
        (ui::paragraph(&view.t("input-how")))
        @if let Some(sent) = &of.sent { p class="muted" { (when(view, of.board.zone, sent)) } }
        @if let Some(draft) = &of.draft {
            p class="muted" { (view.tv("input-saved-at", &[("at", view.moment(of.board.zone, draft.saved_at).into())])) }
        }
        @match of.refusal {
            Some(refusal) => (ui::notice(Tone::Warning, &ui::paragraph(&view.said(&refusal.said())))),
            None => (ui::form_with_acts(view, &paths::of_case(of.case.id, "input"), form, &body, &acts, &ui::unnamed)),
        }
    }
}

/// Everything that was sent to the cases of a meeting, for those who may read it.
#[must_use]
pub fn of_meeting(view: &View, of: &MeetingPapers, inputs: &[(Case, Vec<Told>)]) -> Markup {
    let zone = of.board().zone;
    let meeting = meeting_name(view, &of.kinds, &of.meeting);
    html! {
        (above(view, of, true))
        (ui::heading(&view.tv("inputs-of", &[("meeting", meeting.into())])))
        (ui::paragraph(&view.t(if of.keeps { "inputs-how-secretariat" } else { "inputs-how" })))
        @if inputs.is_empty() { (ui::empty(&view.t("input-none"))) }
        @for (case, own) in inputs {
            section {
                h2 class="ds-heading" data-size="sm" { (ui::link(&paths::case(case.id), &name(case))) }
                @for one in own { (told(view, zone, one)) }
            }
        }
    }
}
