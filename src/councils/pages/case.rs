//! What a council is asked about a case, on the page of either body's case, and its advice where members read before a meeting.

use super::{Shown, advice, state_tag, traced};
use crate::councils::{Origin, State};
use crate::i18n::Language;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// On which side of it a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Board,
    Council,
}

/// What a case's page shows of councils.
pub struct Panel {
    pub shown: Vec<(Side, Shown)>,
    /// Whether the reader keeps the case's board.
    pub keeps: bool,
    /// Whether the case is exempt, and read by the secretariat only.
    pub is_held: bool,
    /// Whether the council has to accept the case before it answers.
    pub must_accept: bool,
    /// Where the secretariat asks a council.
    pub ask: Option<String>,
    /// Where the secretariat of a council gives advice.
    pub answer: Option<String>,
    /// Of the case.
    pub language: Language,
}

#[must_use]
pub fn panel(view: &View, of: &Panel) -> Markup {
    if of.shown.is_empty() && of.ask.is_none() && of.answer.is_none() {
        return html! {};
    }
    let is_open =
        |(side, it): &(Side, Shown)| *side == Side::Council && it.of.state == State::Asked;
    let answer = if of.shown.iter().any(is_open) {
        "advice-give"
    } else {
        "advice-send-up"
    };
    let is_asked =
        |(side, it): &(Side, Shown)| *side == Side::Council && it.of.origin == Origin::Board;
    let title = if !of.shown.is_empty() && of.shown.iter().all(is_asked) {
        "delegation-title-council"
    } else {
        "delegation-title"
    };
    let body = html! {
        @if of.keeps && of.is_held && !of.shown.is_empty() {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.t("delegation-held"))))
        }
        @if of.keeps && of.must_accept { (ui::paragraph(&view.t("advice-accept-first"))) }
        @for (side, shown) in &of.shown { (one(view, of, *side, shown)) }
        @if of.ask.is_some() || of.answer.is_some() {
            div class="actions" {
                @if let Some(path) = &of.answer { (ui::link_button(path, &view.t(answer))) }
                @if let Some(path) = &of.ask { (ui::link_button(path, &view.t("delegation-ask"))) }
            }
        }
    };
    ui::section("councils", &view.t(title), &body)
}

fn one(view: &View, of: &Panel, side: Side, shown: &Shown) -> Markup {
    let (other, key, case) = match side {
        Side::Board => (
            &shown.council,
            "delegation-council-case",
            &shown.council_case,
        ),
        Side::Council => (&shown.board, "delegation-board-case", &shown.case),
    };
    let it = &shown.of;
    let mut facts = vec![(view.t(key), case.draw())];
    if !it.question.is_empty() {
        let question = html! { span class="prewrap" lang=(of.language.tag()) { (it.question) } };
        facts.push((view.t("delegation-question"), question));
    }
    if let Some(day) = it.due_on {
        facts.push((view.t("delegation-due"), html! { (view.date(day)) }));
    }
    if let Some(meeting) = &shown.meeting {
        let day = view.date(meeting.first_day());
        facts.push((view.t("delegation-returns"), html! { (day) }));
    }
    html! {
        h3 class="ds-heading" data-size="xs" { (view.words(other)) }
        p { (state_tag(view, it, shown.today)) }
        (ui::facts(&facts))
        @if it.state == State::Answered { div lang=(of.language.tag()) { (advice(view, shown, 3)) } }
        (traced(view, shown))
        @if side == Side::Board && of.keeps && it.state == State::Asked { (withdrawal(view, shown)) }
    }
}

/// A button that asks no longer.
fn withdrawal(view: &View, of: &Shown) -> Markup {
    let version = of.of.version.to_string();
    let fields = [
        ("act", "withdraw"),
        ("delegation", of.of.id.as_str()),
        ("version", version.as_str()),
    ];
    let path = paths::of_case(of.of.case, "councils");
    let (text, follows) = (
        view.t("delegation-withdraw"),
        view.t("delegation-withdraw-how"),
    );
    ui::confirmed(view, &path, &fields, &text, &follows)
}

/// What councils advise on a case, among its papers.
#[must_use]
pub fn in_the_room(view: &View, of: &[Shown]) -> Markup {
    html! { @for shown in of { (advice(view, shown, 2)) } }
}
