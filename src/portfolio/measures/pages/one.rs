//! The page of one measure: what it is, who answers for it, and its history.

use super::{Names, above, late_tag, listed, name, performers, status_tag, written};
use crate::boards::Board;
use crate::db::code_words::CodeWord;
use crate::portfolio::measures::{Measure, Turn};
use crate::web::{View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// Everything the page shows.
pub struct OnePage {
    pub board: Board,
    pub measure: Measure,
    pub statuses: Vec<CodeWord>,
    pub names: Names,
    pub today: NaiveDate,
    /// Whether the reader keeps it.
    pub keeps: bool,
}

/// The page of one measure.
#[must_use]
pub fn page(view: &View, page: &OnePage) -> Markup {
    let of = &page.measure;
    let facts = &of.facts;
    html! {
        (above(view, &page.board, &[]))
        (ui::heading(view.words(&facts.title)))
        p {
            (status_tag(view, &page.statuses, of.status()))
            (late_tag(view, &page.statuses, of, page.today))
        }
        @if page.keeps { div class="actions" {
            (ui::main_link_button(&paths::of_measure(of.id, "status"), &view.t("measure-status-new")))
            (ui::link_button(&paths::of_measure(of.id, "edit"), &view.t("measure-edit")))
        } }
        @if !facts.description.is_empty() { div class="ds-paragraph prewrap" { (facts.description) } }
        (ui::facts(&told(view, page)))
        (text(view, "goals", "measure-goals", &facts.goals))
        (text(view, "activities", "measure-activities", &facts.activities))
        (ui::section("history", &view.t("measure-history"), &history(view, page)))
    }
}

fn told(view: &View, page: &OnePage) -> Vec<(String, Markup)> {
    let facts = &page.measure.facts;
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let contact = Some(facts.contact.clone()).filter(|contact| !contact.is_empty());
    [
        ("measure-years", facts.years.to_string()),
        (
            "measure-ministry",
            name(&page.names, facts.ministry).to_owned(),
        ),
        (
            "measure-performs",
            performers(view, &page.names, &page.measure),
        ),
        (
            "measure-involved",
            or_dash(listed(&page.names, &facts.involved)),
        ),
        ("measure-contact", or_dash(contact)),
    ]
    .map(|(key, text)| (view.t(key), html! { (text) }))
    .to_vec()
}

fn text(view: &View, id: &str, key: &str, text: &str) -> Markup {
    html! {
        @if !text.is_empty() {
            (ui::section(id, &view.t(key), &html! { div class="ds-paragraph prewrap" { (text) } }))
        }
    }
}

/// The newest line first.
fn history(view: &View, page: &OnePage) -> Markup {
    let head = [
        "measure-on",
        "measure-status",
        "measure-note",
        "measure-written",
    ]
    .map(|key| view.t(key));
    let row = |turn: &Turn| {
        let note = Some(turn.note.as_str()).filter(|note| !note.is_empty());
        vec![
            html! { (view.date(turn.on)) },
            status_tag(view, &page.statuses, &turn.status),
            html! { div class="prewrap" { (note.unwrap_or("–")) } },
            html! { (written(view, &page.board, turn)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = page.measure.history.iter().rev().map(row).collect();
    ui::table(&view.t("measure-history"), &head, &rows)
}
