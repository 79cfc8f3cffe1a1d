//! Action items on the pages of others: one's own page, a case, a board, and the agenda of a later meeting.

use super::{Meetings, due, state_tag, table};
use crate::boards::Board;
use crate::minutes::actions::{Action, Show};
use crate::web::{View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What the reader has to do, on their own page; nothing where that is nothing.
#[must_use]
pub fn mine(view: &View, actions: &[(Action, Board)]) -> Markup {
    if actions.is_empty() {
        return html! {};
    }
    let head = [
        "action-content",
        "action-due",
        "action-state",
        "action-board",
    ]
    .map(|key| view.t(key));
    let row = |(one, board): &(Action, Board)| {
        vec![
            ui::link(&super::path(one.id), &one.task.content),
            html! { (due(view, one)) },
            state_tag(view, one, board.today(view.now)),
            ui::link(
                &paths::of_board(board.id, "actions"),
                view.words(&board.name),
            ),
        ]
    };
    let rows: Vec<Vec<Markup>> = actions.iter().map(row).collect();
    let title = view.t("action-mine");
    ui::section("actions", &title, &ui::table(&title, &head, &rows))
}

/// What was agreed about a case, on its page.
#[must_use]
pub fn of_case(view: &View, actions: &[Action], meetings: &Meetings, today: NaiveDate) -> Markup {
    if actions.is_empty() {
        return html! {};
    }
    let title = view.t("action-follow-up");
    let table = table(view, &title, actions, meetings, today);
    ui::section("actions", &title, &table)
}

/// What is open from earlier meetings and what has been settled since the last one, on an agenda.
#[must_use]
pub fn carried(view: &View, actions: &[Action], meetings: &Meetings, today: NaiveDate) -> Markup {
    if actions.is_empty() {
        return html! {};
    }
    let title = view.t("action-carried");
    let table = table(view, &title, actions, meetings, today);
    ui::section("actions", &title, &table)
}

/// The way to a board's list, with how many are open and overdue.
#[must_use]
pub fn on_board(view: &View, board: &Board, counts: &BTreeMap<Show, i64>) -> Markup {
    let count = |show| counts.get(&show).copied().unwrap_or(0);
    let values = [
        ("open", count(Show::Open).into()),
        ("overdue", count(Show::Overdue).into()),
    ];
    let body = html! {
        p class="ds-paragraph" {
            (view.tv("action-counts", &values)) " "
            (ui::link(&paths::of_board(board.id, "actions"), &view.t("action-see-all")))
        }
    };
    ui::section("actions", &view.t("action-follow-up"), &body)
}
