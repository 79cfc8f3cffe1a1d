//! What the pages of cases share. Each page has a file of its own beside.

pub mod agenda;
pub mod case;
pub mod change;
pub mod item;
pub mod list;
pub mod new;
pub mod past;

use super::forms::Choices;
use super::rules::Coming;
use super::{Case, CaseState, Item};
use crate::audit::Happened;
use crate::boards::Board;
use crate::db::code_words::CodeWord;
use crate::db::ids::CaseId;
use crate::db::types::Words;
use crate::meetings::{Meeting, MeetingState, words};
use crate::web::ui::Tone;
use crate::web::{Form, View, paths, ui};
use chrono::Datelike;
use maud::{Markup, html};
use std::collections::HashMap;

/// The way up from a page below a board's cases; none for who came from elsewhere.
#[must_use]
pub fn above(view: &View, board: &Board, more: &[(String, String)]) -> Markup {
    if !sits(view, board) {
        return html! {};
    }
    let mut links = vec![
        (paths::BOARDS.to_owned(), view.t("menu-boards")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
        (paths::of_board(board.id, "cases"), view.t("cases")),
    ];
    links.extend_from_slice(more);
    ui::breadcrumbs(view, &links)
}

/// The way down to a meeting of this name, outermost first.
#[must_use]
pub fn way_to(
    view: &View,
    board: &Board,
    meeting: &Meeting,
    name: String,
) -> Vec<(String, String)> {
    let year = meeting.first_day().year();
    vec![
        (paths::BOARDS.to_owned(), view.t("menu-boards")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
        (
            paths::year(board.id, year),
            view.tv("year-plan", &[("year", year.to_string().into())]),
        ),
        (paths::meeting(meeting.id), name),
    ]
}

/// Whether the reader has a role on the board: its pages do not exist for anybody else, so nothing links there.
#[must_use]
pub fn sits(view: &View, board: &Board) -> bool {
    let reader = view.reader.as_ref();
    reader.is_some_and(|reader| !reader.roles.on(board.id).is_empty())
}

/// The way up from a page below one case.
#[must_use]
pub fn above_in(view: &View, board: &Board, case: &Case) -> Markup {
    above(view, board, &[(paths::case(case.id), name(case))])
}

/// “12/26 Budsjettrammer for 2027”, for those who may read it.
#[must_use]
pub fn name(case: &Case) -> String {
    numbered(case, &case.facts.title)
}

/// The same for those who may not: the public title, or that there is none to tell.
#[must_use]
pub fn told_name(view: &View, case: &Case) -> String {
    match case.told_title() {
        Some(title) => numbered(case, title),
        None => numbered(case, &view.t("case-title-exempt")),
    }
}

/// The same with a title that it is called by elsewhere.
#[must_use]
pub fn numbered(case: &Case, title: &str) -> String {
    match case.number {
        Some(number) => format!("{number} {title}"),
        None => title.to_owned(),
    }
}

/// The state as a tag.
#[must_use]
pub fn state_tag(view: &View, state: CaseState) -> Markup {
    let tone = match state {
        CaseState::Proposed => Tone::Warning,
        CaseState::Accepted | CaseState::Scheduled => Tone::Info,
        CaseState::Treated | CaseState::Closed => Tone::Success,
        CaseState::Declined => Tone::Danger,
        CaseState::Postponed => Tone::Neutral,
    };
    ui::tag(tone, &view.t(&format!("case-state-{state}")))
}

/// The cases of an agenda that the reader may read, and those that are closed to them.
pub type Dealt<'a> = (&'a HashMap<CaseId, Case>, &'a HashMap<CaseId, Case>);

/// The name of an item in texts; what may be told of one that is closed to the reader.
#[must_use]
pub fn called(view: &View, (seen, closed): Dealt<'_>, item: &Item) -> String {
    let seen = item.case.and_then(|id| seen.get(&id));
    let closed = item.case.and_then(|id| closed.get(&id));
    match (seen, closed) {
        (Some(case), _) => name(case),
        (None, Some(case)) => told_name(view, case),
        _ => view.words(&item.title).to_owned(),
    }
}

/// “sak 22/26”, or the title of what is no case.
#[must_use]
pub fn called_short(view: &View, (seen, closed): Dealt<'_>, item: &Item) -> String {
    let case = (item.case).and_then(|id| seen.get(&id).or_else(|| closed.get(&id)));
    match case.and_then(|case| case.number) {
        Some(number) => view.tv("agenda-case", &[("number", number.to_string().into())]),
        None => format!("«{}»", view.words(&item.title)),
    }
}

/// “Ordinært møte 9. desember 2026”.
#[must_use]
pub fn meeting_name(view: &View, kinds: &[CodeWord], meeting: &Meeting) -> String {
    let name = words::name(kinds, meeting, view.language);
    let days = words::days(view.language, meeting);
    format!("{name} {days} {}", meeting.last_day().year())
}

/// “Ordinært møte, som nå er 9. desember 2026”, for what happened when it may have been on another day.
#[must_use]
pub fn meeting_as_it_is_now(view: &View, kinds: &[CodeWord], meeting: &Meeting) -> String {
    // What has been held or cancelled moves no more.
    if meeting.state >= MeetingState::Held {
        return meeting_name(view, kinds, meeting);
    }
    let days = words::days(view.language, meeting);
    let day = format!("{days} {}", meeting.last_day().year());
    let name = words::name(kinds, meeting, view.language);
    let values = [("meeting", name.into()), ("day", day.into())];
    view.tv("case-meeting-now", &values)
}

/// “Unntatt offentlighet”, where the case is.
#[must_use]
pub fn exempt_tag(view: &View, case: &Case) -> Markup {
    html! { @if case.access.is_exempt() { " " (ui::tag(Tone::Warning, &view.t("case-assessment-exempt"))) } }
}

/// The meetings that may deal with a case, those that are too late with a word of it.
#[must_use]
pub fn coming_choices(
    view: &View,
    choices: &Choices,
    is_late: impl Fn(&Coming) -> bool,
) -> Vec<(String, String)> {
    let choice = |one: &Coming| {
        let name = meeting_name(view, &choices.meeting_kinds, &one.meeting);
        let until = one
            .registration
            .map(|at| view.date(choices.board.today(at)));
        let text = match (is_late(one), until) {
            (true, Some(until)) => view.tv(
                "case-meeting-late",
                &[("meeting", name.into()), ("date", until.into())],
            ),
            (false, Some(until)) => view.tv(
                "case-meeting-until",
                &[("meeting", name.into()), ("date", until.into())],
            ),
            (_, None) => name,
        };
        (one.meeting.id.to_string(), text)
    };
    choices.coming.iter().map(choice).collect()
}

/// The field for the chair's permission, for those who may give or record it.
#[must_use]
pub fn late_field(view: &View, form: &Form, choices: &Choices) -> Markup {
    let help = match &choices.chair {
        Some((_, name)) => view.tv("case-late-help", &[("chair", name.into())]),
        None => view.t("case-late-no-chair"),
    };
    let field = ui::Field::new("late-reason", view.t("case-late-reason")).help(help);
    ui::text_area(view, form, &field)
}

/// Codes with their words as choices.
fn coded(view: &View, list: &[(String, Words)]) -> Vec<(String, String)> {
    let choice = |(code, words): &(String, Words)| (code.clone(), view.words(words).to_owned());
    list.iter().map(choice).collect()
}

/// Who saved first, when someone did.
fn stale(view: &View, board: &Board, happened: &[Happened]) -> Markup {
    html! { @if !happened.is_empty() { (ui::stale_notice(view, board.zone, happened)) } }
}
