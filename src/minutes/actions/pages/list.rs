//! A board's action items: what is open, what is overdue, what is settled, and whose.

use super::{Meetings, table};
use crate::boards::Board;
use crate::minutes::actions::forms::Choice;
use crate::minutes::actions::store::Asked;
use crate::minutes::actions::{Action, Owner, Show};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What the list is drawn from.
pub struct List {
    pub board: Board,
    pub asked: Asked,
    pub actions: Vec<Action>,
    pub has_more: bool,
    pub counts: BTreeMap<Show, i64>,
    pub owners: Vec<Choice>,
    pub meetings: Meetings,
}

/// What an owner is called in the list's address: those whom only their name tells of by that.
#[must_use]
pub fn owner_code((owner, name): &Choice) -> String {
    match owner {
        Owner::Other => name.clone(),
        known => known.to_string(),
    }
}

impl List {
    fn owner(&self) -> String {
        self.asked
            .owner
            .as_ref()
            .map(owner_code)
            .unwrap_or_default()
    }

    fn path(&self, show: Show, page: i64) -> String {
        let mut path = format!("{}?show={show}", paths::of_board(self.board.id, "actions"));
        let owner = self.owner();
        if !owner.is_empty() {
            path = format!("{path}&owner={}", paths::escape(&owner));
        }
        if page > 0 {
            path = format!("{path}&page={page}");
        }
        path
    }
}

/// The page.
#[must_use]
pub fn page(view: &View, list: &List) -> Markup {
    let board = &list.board;
    let name = view.words(&board.name);
    html! {
        (ui::breadcrumbs(view, &[
            (paths::BOARDS.to_owned(), view.t("menu-boards")),
            (paths::board(board.id), name.to_owned()),
        ]))
        (ui::heading(&view.tv("action-items-of", &[("board", name.into())])))
        (ui::views(&view.t("action-by-state"), &shows(view, list)))
        @if !list.owners.is_empty() { (by_owner(view, list)) }
        @if list.actions.is_empty() { (ui::empty(&view.t("action-none"))) }
        @else { (table(view, &view.t("action-items"), &list.actions, &list.meetings, list.asked.today)) }
        (pages(view, list))
    }
}

/// The kinds with how many there are of each, of all owners.
fn shows(view: &View, list: &List) -> Vec<(String, String, bool)> {
    let link = |show: &Show| {
        let count = list.counts.get(show).copied().unwrap_or(0);
        let text = view.tv(
            "case-state-count",
            &[
                ("state", view.t(&format!("action-show-{show}")).into()),
                ("count", count.into()),
            ],
        );
        (list.path(*show, 0), text, list.asked.show == *show)
    };
    Show::ALL.iter().map(link).collect()
}

fn by_owner(view: &View, list: &List) -> Markup {
    let form = Form::filled([("owner", list.owner())]);
    let choices: Vec<(String, String)> = (list.owners.iter())
        .map(|one| (owner_code(one), one.1.clone()))
        .collect();
    let field = Field::new("owner", view.t("action-owner")).none(view.t("action-all-owners"));
    let body = html! {
        (ui::hidden("show", list.asked.show.code()))
        (ui::select(view, &form, &field, &choices))
    };
    let action = paths::of_board(list.board.id, "actions");
    ui::filter_form(view, &action, &form, &body, &view.t("action-filter"))
}

fn pages(view: &View, list: &List) -> Markup {
    let (show, at) = (list.asked.show, list.asked.page);
    html! {
        @if at > 0 || list.has_more {
            nav aria-label=(view.t("case-pages")) { ul class="cluster" role="list" {
                @if at > 0 { li { (ui::link(&list.path(show, at - 1), &view.t("case-newer"))) } }
                @if list.has_more { li { (ui::link(&list.path(show, at + 1), &view.t("case-older"))) } }
            } }
        }
    }
}
