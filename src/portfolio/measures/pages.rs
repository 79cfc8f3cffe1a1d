//! What the pages of measures share. Each page has a file of its own beside.

pub mod edit;
pub mod list;
pub mod one;
pub mod report;

use super::rules::{self, Late, Progress};
use super::{Measure, Turn};
use crate::boards::Board;
use crate::boards::pages::word;
use crate::db::code_words::CodeWord;
use crate::db::ids::{BoardId, OrganisationId};
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::{BTreeSet, HashMap};

/// What organisations are called today: their names and short names.
pub type Names = HashMap<OrganisationId, (String, String)>;

/// The way to a board's measures, on its page.
#[must_use]
pub fn on_board(view: &View, of: BoardId, count: i64) -> Markup {
    let said = view.tv("measures-on-board", &[("n", count.into())]);
    let link = ui::link(&paths::of_board(of, "measures"), &said);
    ui::section(
        "measures",
        &view.t("measures"),
        &html! { p class="ds-paragraph" { (link) } },
    )
}

/// The way up from a page below a board's measures.
fn above(view: &View, board: &Board, more: &[(String, String)]) -> Markup {
    let mut links = vec![
        (paths::BOARDS.to_owned(), view.t("boards-title")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
        (paths::of_board(board.id, "measures"), view.t("measures")),
    ];
    links.extend_from_slice(more);
    ui::breadcrumbs(view, &links)
}

/// The way up from a page below one measure.
fn above_in(view: &View, board: &Board, of: &Measure) -> Markup {
    let title = view.words(&of.facts.title).to_owned();
    above(view, board, &[(paths::measure(of.id), title)])
}

fn order(statuses: &[CodeWord]) -> Vec<String> {
    statuses.iter().map(|(code, _)| code.clone()).collect()
}

fn status_tag(view: &View, statuses: &[CodeWord], status: &str) -> Markup {
    let tone = match rules::progress(status, &order(statuses)) {
        Progress::NotBegun => Tone::Neutral,
        Progress::Underway => Tone::Info,
        Progress::Finished => Tone::Success,
    };
    ui::tag(tone, &word(view, statuses, status))
}

/// That a measure is late, and in what; nothing where it is not.
fn late_tag(view: &View, statuses: &[CodeWord], of: &Measure, on: NaiveDate) -> Markup {
    let key = match rules::late_of(of, &order(statuses), on) {
        Some(Late::NotFinished) => "measure-late-not-finished",
        Some(Late::NotBegun) => "measure-late-not-begun",
        None => return html! {},
    };
    html! { " " (ui::tag(Tone::Warning, &view.t(key))) }
}

fn name(names: &Names, of: OrganisationId) -> &str {
    names.get(&of).map_or("–", |(name, _short)| name.as_str())
}

/// The names of several, by name.
fn listed(names: &Names, of: &BTreeSet<OrganisationId>) -> Option<String> {
    let mut names: Vec<&str> = of.iter().map(|id| name(names, *id)).collect();
    names.sort_unstable();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Who carries a measure out, or that it is undecided.
fn performers(view: &View, names: &Names, of: &Measure) -> String {
    let found = listed(names, &of.facts.performs);
    found.unwrap_or_else(|| view.t("measure-undecided"))
}

/// When a line was written and by whom.
fn written(view: &View, board: &Board, of: &Turn) -> String {
    format!("{}, {}", of.who, view.moment(board.zone, of.at))
}
