//! The board's cases, and what waits for the secretariat.

use super::{above, exempt_tag, meeting_name, name, state_tag};
use crate::boards::Board;
use crate::boards::pages::word;
use crate::cases::{Case, CaseState};
use crate::db::code_words::CodeWord;
use crate::db::ids::{MeetingId, PersonId};
use crate::meetings::Meeting;
use crate::web::{View, paths, ui};
use maud::{Markup, html};
use std::collections::HashMap;

/// What a list of cases is drawn from.
pub struct List<'a> {
    pub board: &'a Board,
    pub cases: &'a [Case],
    pub counts: &'a HashMap<CaseState, i64>,
    /// The state that is shown; all when none.
    pub state: Option<CaseState>,
    pub page: i64,
    pub has_more: bool,
    pub kinds: &'a [CodeWord],
    pub meeting_kinds: &'a [CodeWord],
    pub meetings: &'a HashMap<MeetingId, Meeting>,
    pub keeps: bool,
    pub may_propose: bool,
}

/// The cases that the reader may read, by state.
#[must_use]
pub fn page(view: &View, list: &List<'_>) -> Markup {
    let board = list.board;
    let of = |state: CaseState| list.counts.get(&state).copied().unwrap_or(0);
    let waiting = of(CaseState::Proposed) + of(CaseState::Postponed);
    html! {
        (ui::breadcrumbs(view, &[
            (paths::BOARDS.to_owned(), view.t("menu-boards")),
            (paths::board(board.id), view.words(&board.name).to_owned()),
        ]))
        (ui::heading(&view.tv("cases-of", &[("board", view.words(&board.name).into())])))
        div class="actions" {
            @if list.may_propose { (ui::main_link_button(&paths::of_board(board.id, "cases/new"), &view.t("case-propose"))) }
            @if list.keeps {
                (ui::link_button(&paths::of_board(board.id, "cases/queue"), &view.tv("case-queue-count", &[("count", waiting.into())])))
                (ui::link_button(&paths::of_board(board.id, "cases/settings"), &view.t("case-settings")))
            }
        }
        (ui::views(&view.t("case-by-state"), &states(view, list)))
        @if list.cases.is_empty() { (ui::empty(&view.t("cases-none"))) }
        @else { (table(view, list)) }
        (pages(view, list))
    }
}

fn states(view: &View, list: &List<'_>) -> Vec<(String, String, bool)> {
    let all: i64 = list.counts.values().sum();
    let said = |text: String, count: i64| {
        view.tv(
            "case-state-count",
            &[("state", text.into()), ("count", count.into())],
        )
    };
    let mut links = vec![(
        paths::of_board(list.board.id, "cases"),
        said(view.t("cases-all"), all),
        list.state.is_none(),
    )];
    let with_any = CaseState::ALL.iter().filter_map(|state| {
        let count = list.counts.get(state).copied().unwrap_or(0);
        (count > 0 || list.state == Some(*state)).then_some((*state, count))
    });
    links.extend(with_any.map(|(state, count)| {
        (
            paths::cases_in(list.board.id, state.code()),
            said(view.t(&format!("case-state-{state}")), count),
            list.state == Some(state),
        )
    }));
    links
}

fn table(view: &View, list: &List<'_>) -> Markup {
    let head = [
        "case-number",
        "case-title",
        "case-type",
        "case-meeting",
        "case-state",
    ]
    .map(|key| view.t(key));
    let row = |case: &Case| {
        let meeting = case.meeting.and_then(|id| list.meetings.get(&id));
        let number = case
            .number
            .map_or_else(|| "–".to_owned(), |number| number.to_string());
        vec![
            html! { (number) },
            html! { (ui::link(&paths::case(case.id), &case.facts.title)) (exempt_tag(view, case)) },
            html! { (word(view, list.kinds, &case.facts.kind)) },
            html! { @if let Some(meeting) = meeting {
                (ui::link(&paths::agenda(meeting.id), &meeting_name(view, list.meeting_kinds, meeting)))
            } @else { "–" } },
            state_tag(view, case.state),
        ]
    };
    let rows: Vec<Vec<Markup>> = list.cases.iter().map(row).collect();
    ui::table(&view.t("cases"), &head, &rows)
}

fn pages(view: &View, list: &List<'_>) -> Markup {
    let start = match list.state {
        Some(state) => format!("{}&page=", paths::cases_in(list.board.id, state.code())),
        None => format!("{}?page=", paths::of_board(list.board.id, "cases")),
    };
    html! {
        @if list.page > 0 || list.has_more {
            nav aria-label=(view.t("case-pages")) { ul class="cluster" role="list" {
                @if list.page > 0 { li { (ui::link(&format!("{start}{}", list.page - 1), &view.t("case-newer"))) } }
                @if list.has_more { li { (ui::link(&format!("{start}{}", list.page + 1), &view.t("case-older"))) } }
            } }
        }
    }
}

/// What the secretariat is to decide on.
pub struct Queue<'a> {
    pub board: &'a Board,
    /// The oldest first.
    pub cases: &'a [Case],
    pub kinds: &'a [CodeWord],
    pub subjects: &'a [CodeWord],
    pub meeting_kinds: &'a [CodeWord],
    pub meetings: &'a HashMap<MeetingId, Meeting>,
    pub proposers: &'a HashMap<PersonId, String>,
}

/// The proposals and what is postponed, each with what a decision needs.
#[must_use]
pub fn queue(view: &View, queue: &Queue<'_>) -> Markup {
    html! {
        (above(view, queue.board, &[]))
        (ui::heading(&view.t("case-queue")))
        (ui::paragraph(&view.t("case-queue-how")))
        @if queue.cases.is_empty() { (ui::empty(&view.t("case-queue-none"))) }
        @for case in queue.cases {
            article aria-labelledby=(format!("case-{}", case.id)) {
                h2 class="ds-heading" data-size="sm" id=(format!("case-{}", case.id)) {
                    (ui::link(&paths::case(case.id), &name(case)))
                }
                p { (state_tag(view, case.state)) (exempt_tag(view, case)) }
                (ui::facts(&waiting(view, queue, case)))
                p class="ds-paragraph prewrap" { (case.facts.description) }
                div class="actions" { (ui::link_button(&paths::case(case.id), &view.t("case-decide"))) }
            }
        }
    }
}

fn waiting(view: &View, queue: &Queue<'_>, case: &Case) -> Vec<(String, Markup)> {
    let wanted = case
        .facts
        .wanted_meeting
        .and_then(|id| queue.meetings.get(&id));
    let wanted = wanted.map(|meeting| meeting_name(view, queue.meeting_kinds, meeting));
    let mut pairs = vec![
        (
            view.t("case-type"),
            html! { (word(view, queue.kinds, &case.facts.kind)) },
        ),
        (
            view.t("case-subject"),
            html! { (word(view, queue.subjects, &case.facts.subject)) },
        ),
        (
            view.t("case-wanted-meeting"),
            html! { (wanted.unwrap_or_else(|| view.t("case-any-meeting"))) },
        ),
    ];
    // Who proposed an imported case, and when, nobody knows.
    if let Some(by) = case.proposed_by {
        let proposer = queue.proposers.get(&by).map_or("", String::as_str);
        let proposed = view.date(queue.board.today(case.proposed_at));
        pairs.push((
            view.t("case-proposed-by"),
            html! { (proposer) ", " (proposed) },
        ));
    }
    pairs
}
