//! The correction of approved minutes, on the page of the round: begun with a reason, ended, or called off.

use super::keep::{Keep, Sent};
use crate::minutes::draft::pages::path;
use crate::minutes::round::Round;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, ui};
use maud::{Markup, html};

/// What can be done now with minutes that are approved; nothing before.
pub(super) fn correction(view: &View, page: &Keep, sent: Sent<'_>) -> Markup {
    let Some(round) = page.round().filter(|it| it.approved.is_some()) else {
        return html! {};
    };
    let body = match &round.correction {
        Some(reason) => begun(view, page, (round, reason), sent),
        None => {
            let fresh = Form::filled([("version", round.version.to_string())]);
            let words = Words {
                act: "correct",
                how: Some("round-correct-how"),
                open: "round-correct",
                button: "round-correct-begin",
            };
            reasoned(view, page, &words, (&fresh, sent))
        }
    };
    ui::section("correction", &view.t("round-correction"), &body)
}

/// It is written, its reason can be told otherwise, and it is ended or called off.
fn begun(view: &View, page: &Keep, (round, reason): (&Round, &str), sent: Sent<'_>) -> Markup {
    let version = round.version.to_string();
    let said = view.tv("round-correcting", &[("reason", reason.into())]);
    let fresh = Form::filled([("version", version.clone()), ("reason", reason.to_owned())]);
    let words = Words {
        act: "reword",
        how: None,
        open: "round-reword",
        button: "round-reword-save",
    };
    let button = |act: &str, text: &str, follows: &str| {
        let fields = [("act", act), ("version", version.as_str())];
        ui::confirmed(
            view,
            &page.own_path(),
            &fields,
            &view.t(text),
            &view.t(follows),
        )
    };
    html! {
        (ui::notice(Tone::Warning, &ui::paragraph(&said)))
        div class="actions" { (ui::link_button(&path(page.meeting().id), &view.t("round-correct-write"))) }
        (reasoned(view, page, &words, (&fresh, sent)))
        (button("corrected", "round-correct-end", "round-correct-end-how"))
        (button("call-off", "round-call-off", "round-call-off-how"))
    }
}

/// What a form with a reason says.
struct Words {
    act: &'static str,
    how: Option<&'static str>,
    /// What opens it.
    open: &'static str,
    button: &'static str,
}

fn reasoned(view: &View, page: &Keep, words: &Words, (fresh, sent): (&Form, Sent<'_>)) -> Markup {
    let sent = sent.act(words.act);
    let form = sent.unwrap_or(fresh);
    let body = html! {
        @if let Some(how) = words.how {
            (ui::paragraph(&view.t(how)))
            @if page.published.is_some() { (ui::paragraph(&view.t("round-correct-earlier"))) }
        }
        (ui::hidden("act", words.act))
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "text", &Field::new("reason", view.t("round-reason")).help(view.t("round-reason-help")).needed()))
    };
    let drawn = ui::form(view, &page.own_path(), form, &body, &view.t(words.button));
    if sent.is_some() {
        drawn
    } else {
        ui::details(&view.t(words.open), &drawn)
    }
}
