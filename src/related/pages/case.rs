//! Who is heard on a case: on its page, beside it on an agenda, and where the secretariat writes it.

use super::titled;
use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::above_in;
use crate::related::rules::Unheard;
use crate::related::store::Hearings;
use crate::related::{Body, Hearing};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// What the page of a case shows.
pub struct Heard<'a> {
    pub case: &'a Case,
    /// Those of the case's board.
    pub bodies: &'a [Body],
    pub hearings: &'a Hearings,
    /// Who is to be heard and is not, told to the secretariat; nothing once the case is dealt with.
    pub unheard: &'a [(&'a Body, Unheard)],
    /// Whether the reader keeps them.
    pub keeps: bool,
}

fn name<'a>(view: &View, of: &'a Body) -> &'a str {
    view.words(&of.facts.name)
}

/// Who is heard; nothing where nobody is and the reader cannot change that.
#[must_use]
pub fn panel(view: &View, of: &Heard<'_>) -> Markup {
    if of.hearings.is_empty() && (!of.keeps || of.bodies.is_empty()) {
        return html! {};
    }
    let others = of.bodies.iter();
    let others = others.filter(|body| !of.hearings.contains_key(&body.id));
    let link = |body: &Body| {
        let text = view.tv("related-hear", &[("body", name(view, body).into())]);
        ui::link(&paths::case_heard(of.case.id, body.id), &text)
    };
    let links: Vec<Markup> = others.map(link).collect();
    let body = html! {
        @if of.keeps { @for (body, why) in of.unheard {
            (ui::notice(Tone::Warning, &ui::paragraph(&unheard(view, body, *why))))
        } }
        @if of.hearings.is_empty() { (ui::empty(&view.t("related-heard-none"))) } @else { (table(view, of)) }
        @if of.keeps && !links.is_empty() { (ui::list(&links)) }
    };
    ui::section("heard", &view.t("related-heard"), &body)
}

fn unheard(view: &View, of: &Body, why: Unheard) -> String {
    let key = match why {
        Unheard::NotAsked => "related-not-asked",
        Unheard::NotAnswered => "related-not-answered",
    };
    view.tv(key, &[("body", name(view, of).into())])
}

/// “Skate er ikke hørt”, beside a case on an agenda.
#[must_use]
pub fn mark(view: &View, of: &[(&Body, Unheard)]) -> Markup {
    let names: Vec<&str> = of.iter().map(|(body, _)| name(view, body)).collect();
    let said = view.tv("related-mark", &[("bodies", names.join(", ").into())]);
    ui::tag(Tone::Warning, &said)
}

fn table(view: &View, of: &Heard<'_>) -> Markup {
    let keys = [
        "related-name",
        "related-asked-on",
        "related-answered-on",
        "related-answer",
    ];
    let kept = of.keeps.then_some("related-change");
    let keys = keys.into_iter().chain(kept);
    let head: Vec<String> = keys.map(|key| view.t(key)).collect();
    let rows = of.bodies.iter().filter_map(|body| {
        let hearing = of.hearings.get(&body.id)?;
        Some(row(view, of, body, hearing))
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    ui::table(&view.t("related-heard"), &head, &rows)
}

fn row(view: &View, of: &Heard<'_>, body: &Body, hearing: &Hearing) -> Vec<Markup> {
    let answered = hearing.answered_on.map(|day| view.date(day));
    let link = view.t("related-answer-open");
    let mut row = vec![
        html! { (name(view, body)) },
        html! { (view.date(hearing.asked_on)) },
        html! { (answered.unwrap_or_else(|| view.t("related-no-answer-yet"))) },
        html! {
            @if hearing.answer.is_empty() && hearing.link.is_empty() { "–" }
            @if !hearing.answer.is_empty() { div class="prewrap" { (hearing.answer) } }
            @if !hearing.link.is_empty() { div { (titled(&link, &hearing.link)) } }
        },
    ];
    if of.keeps {
        let href = paths::case_heard(of.case.id, body.id);
        let text = html! { (view.t("related-change")) };
        row.push(ui::link_of(&href, &text, name(view, body)));
    }
    row
}

/// Where the secretariat writes it, or takes out what was written by mistake.
#[must_use]
pub fn hearing(
    view: &View,
    board: &Board,
    (case, body): (&Case, &Body),
    is_there: bool,
    form: &Form,
) -> Markup {
    let action = paths::case_heard(case.id, body.id);
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let answered = field("answered-on", "related-answered-on");
    let fields = html! {
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "date", &field("asked-on", "related-asked-on").needed()))
        (ui::input(view, form, "date", &answered.help(view.t("related-answered-on-help"))))
        (ui::text_area(view, form, &field("answer", "related-answer").help(view.t("related-answer-help"))))
        (ui::input(view, form, "url", &field("link", "related-answer-link").help(view.t("related-link-help"))))
    };
    let version = form.value("version").to_owned();
    let removal = [("version", version.as_str()), ("act", "remove")];
    let title = view.tv("related-hear-of", &[("body", name(view, body).into())]);
    html! {
        (above_in(view, board, case))
        (ui::heading(&title))
        @if !body.facts.heard_on.is_empty() { div class="ds-paragraph prewrap" { (body.facts.heard_on) } }
        (ui::form_or_leave(view, (&action, &paths::case(case.id)), form, &fields, &view.t("save")))
        @if is_there {
            (ui::confirmed(view, &action, &removal, &view.t("related-unhear"), &view.t("related-unhear-how")))
        }
    }
}
