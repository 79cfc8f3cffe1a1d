//! What the secretariat should know before a version is sent as a case, and before its approval is registered. None of it stops
//! anybody: the board decides.

use super::document::TextPage;
use crate::boards::pages::{paragraph, rule_text};
use crate::boards::{MandateState, Rule};
use crate::cases::CaseState;
use crate::composition::pages::{CompositionPage, Names, evidence};
use crate::composition::rules::on;
use crate::composition::{Facts, Outcome, Verdict};
use crate::i18n::text;
use crate::mandates::rules::text::unsaid;
use crate::web::ui::Tone;
use crate::web::{View, ui};
use maud::{Markup, html};

/// What the checks rest on.
pub struct Checks {
    /// Who sits, and the versions as they are once this one counts.
    pub facts: Facts,
    pub names: Names,
}

/// How far the case has come, what would be broken on the first day, and which numbers the text does not have.
pub(super) fn draw(view: &View, page: &TextPage<'_>, checks: &Checks) -> Markup {
    html! {
        (case(view, page))
        (first_day(view, page, checks))
        (numbers(view, page))
    }
}

fn case(view: &View, page: &TextPage<'_>) -> Markup {
    let is_treated = |it: &CaseState| matches!(it, CaseState::Treated | CaseState::Closed);
    let waits = page.case.filter(|it| !is_treated(it));
    let is_sent = page.mandate.state == MandateState::Proposed;
    let Some(state) = waits.filter(|_| is_sent) else {
        return Markup::default();
    };
    let state = view.t(&format!("case-state-{state}"));
    let said = view.tv("mandate-case-untreated", &[("state", state.into())]);
    ui::notice(Tone::Warning, &ui::paragraph(&said))
}

fn first_day(view: &View, page: &TextPage<'_>, checks: &Checks) -> Markup {
    let from = page.mandate.period.from;
    let composition = on(&checks.facts, from);
    let shown = CompositionPage {
        board: page.board,
        lists: page.lists,
        facts: &checks.facts,
        composition: &composition,
        names: &checks.names,
        day: &page.draft.form,
        keeps: true,
        flags: &[],
    };
    let broken = composition.verdicts.iter();
    let broken = broken.filter(|it| it.outcome == Outcome::Broken);
    let line = |it: &Verdict<'_>| html! { (rule_text(view, page.lists, it.rule)) (evidence::said(view, &shown, it)) };
    let lines: Vec<Markup> = broken.map(line).collect();
    let values = [("date", from.into()), ("n", lines.len().into())];
    let said = ui::paragraph(&view.tv("mandate-first-day", &values));
    html! {
        @if lines.is_empty() { (said) }
        @else { (ui::notice(Tone::Warning, &html! { (said) (ui::list(&lines)) })) }
    }
}

fn numbers(view: &View, page: &TextPage<'_>) -> Markup {
    let in_words = text(page.document.language, "mandate-numbers-in-words", &[]);
    let found = unsaid(&page.document.paragraphs, &page.mandate.rules, &in_words);
    let line = |rule: &&Rule| {
        html! { (rule_text(view, page.lists, rule)) " (" (paragraph(view, &rule.paragraph)) ")" }
    };
    let lines: Vec<Markup> = found.iter().map(line).collect();
    let said = ui::paragraph(&view.t("mandate-numbers-unsaid"));
    html! { @if !lines.is_empty() {
        (ui::notice(Tone::Warning, &html! { (said) (ui::list(&lines)) }))
    } }
}
