//! The pages of related bodies. Those of one case stand in the file beside, and so do the forms.

pub mod case;
pub mod edit;

use super::rules::{self, Due};
use super::{Body, Review};
use crate::boards::pages::{above, word};
use crate::boards::{Board, Mandate};
use crate::db::code_words::CodeWord;
use crate::db::ids::{BoardId, OrganisationId};
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::HashMap;

/// Everything the page of a board's relations shows.
pub struct RelationsPage {
    pub board: Board,
    pub bodies: Vec<Body>,
    pub kinds: Vec<CodeWord>,
    pub subjects: Vec<CodeWord>,
    /// What organisations are called today: their names and short names.
    pub names: HashMap<OrganisationId, (String, String)>,
    pub mandates: Vec<Mandate>,
    pub today: NaiveDate,
    /// Whether the reader keeps them.
    pub keeps: bool,
}

/// The way to a board's relations, on its page; for its secretariat with how many documents are due for review.
#[must_use]
pub fn on_board(view: &View, of: BoardId, count: i64, overdue: usize) -> Markup {
    let said = view.tv("related-on-board", &[("n", count.into())]);
    let late = view.tv("related-on-board-overdue", &[("n", overdue.into())]);
    let body = html! {
        p class="ds-paragraph" { (ui::link(&paths::of_board(of, "relations"), &said)) }
        @if overdue > 0 { p { (ui::tag(Tone::Warning, &late)) } }
    };
    ui::section("relations", &view.t("related"), &body)
}

/// A board's relations.
#[must_use]
pub fn page(view: &View, page: &RelationsPage) -> Markup {
    let new = paths::of_board(page.board.id, "relations/new");
    html! {
        (above(view, &page.board))
        (ui::heading(&view.t("related")))
        (ui::paragraph(&view.t("related-what")))
        @if page.keeps { div class="actions" { (ui::main_link_button(&new, &view.t("related-new"))) } }
        @if page.bodies.is_empty() { (ui::empty(&view.t("related-none"))) }
        @for body in &page.bodies { (one(view, page, body)) }
    }
}

fn one(view: &View, page: &RelationsPage, of: &Body) -> Markup {
    let id = format!("row-{}", of.id);
    let name = view.words(&of.facts.name);
    let body = html! {
        p {
            (ui::tag(Tone::Info, &word(view, &page.kinds, &of.facts.kind)))
            (due_tag(view, of, page.today))
        }
        (ui::facts(&facts(view, page, of)))
        @if !of.reviews.is_empty() { (ui::details(&view.t("related-reviews"), &reviews(view, of))) }
        @if page.keeps { div class="actions" {
            (button(view, of, "review", "related-review"))
            (button(view, of, "edit", "related-edit"))
        } }
    };
    ui::section(&id, name, &body)
}

/// A button among many that say the same, with what it is of.
fn button(view: &View, of: &Body, rest: &str, key: &str) -> Markup {
    let text = view.tv(key, &[("body", view.words(&of.facts.name).into())]);
    ui::link_button(&paths::of_relation(of.id, rest), &text)
}

fn due_tag(view: &View, of: &Body, on: NaiveDate) -> Markup {
    let key = match rules::due(of, on) {
        Due::Overdue => "related-overdue",
        Due::Soon => "related-due-soon",
        Due::Later | Due::Never => return html! {},
    };
    html! { " " (ui::tag(Tone::Warning, &view.t(key))) }
}

fn facts(view: &View, page: &RelationsPage, of: &Body) -> Vec<(String, Markup)> {
    let (facts, document) = (&of.facts, &of.facts.document);
    let mut told: Vec<(&str, Markup)> = Vec::new();
    let organisation = facts.organisation.and_then(|id| page.names.get(&id));
    if let Some((name, _short)) = organisation {
        told.push(("related-organisation", html! { (name) }));
    }
    if !facts.heard_on.is_empty() {
        let text = html! { div class="prewrap" { (facts.heard_on) } };
        told.push(("related-heard-on", text));
    }
    if !facts.subjects.is_empty() {
        let known = page.subjects.iter();
        let known = known.filter(|(code, _)| facts.subjects.contains(code));
        let subjects: Vec<&str> = known.map(|(_, words)| view.words(words)).collect();
        told.push(("related-subjects", html! { (subjects.join(", ")) }));
    }
    if !document.title.is_empty() {
        let dated = document.dated.map(|day| view.date(day));
        let title = titled(&document.title, &document.link);
        told.push((
            "related-document",
            html! { (title) @if let Some(day) = dated { ", " (day) } },
        ));
    }
    if !document.archive_reference.is_empty() {
        told.push(("related-archive", html! { (document.archive_reference) }));
    }
    let mandate = page
        .mandates
        .iter()
        .find(|one| Some(one.id) == facts.mandate);
    if let Some(mandate) = mandate {
        let link = ui::link(&paths::mandate(mandate.id), &mandate.label);
        told.push(("related-mandate", link));
    }
    let review = facts.review_on.map(|day| view.date(day));
    let review = review.unwrap_or_else(|| "–".to_owned());
    told.push(("related-review-on", html! { (review) }));
    let told = told.into_iter();
    told.map(|(key, value)| (view.t(key), value)).collect()
}

/// A title, as a link where it has an address.
fn titled(title: &str, link: &str) -> Markup {
    if link.is_empty() {
        html! { (title) }
    } else {
        ui::link(link, title)
    }
}

/// The newest first.
fn reviews(view: &View, of: &Body) -> Markup {
    let head = [
        "related-reviewed-on",
        "related-next",
        "related-note",
        "related-who",
    ]
    .map(|key| view.t(key));
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let row = |one: &Review| {
        vec![
            html! { (view.date(one.on)) },
            html! { (or_dash(one.next.map(|day| view.date(day)))) },
            html! { div class="prewrap" { (or_dash(said(&one.note))) } },
            html! { (one.who) },
        ]
    };
    let rows: Vec<Vec<Markup>> = of.reviews.iter().rev().map(row).collect();
    let caption = view.tv(
        "related-reviews-of",
        &[("body", view.words(&of.facts.name).into())],
    );
    ui::table(&caption, &head, &rows)
}
