//! A meeting as others see it: its minutes, when and where it was, or that its minutes were withdrawn.

use super::{above, meeting_link, meeting_name};
use crate::boards::Board;
use crate::db::code_words::CodeWord;
use crate::db::ids::AgendaItemId;
use crate::db::types::Moment;
use crate::i18n::{Language, dates, text};
use crate::meetings::{Meeting, MeetingState, words};
use crate::minutes::decisions::{Decided, pages as decisions};
use crate::minutes::told::head::Head;
use crate::minutes::told::{Standing, Told, ToldItem, pages as told_pages};
use crate::public::rules::marks;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};
use std::collections::HashMap;

/// A version of the minutes that is or was out.
pub struct OutVersion {
    pub number: i64,
    /// When it was first published.
    pub at: Moment,
    /// When it last was, where that was not the first time.
    pub again: Option<Moment>,
    /// Why the minutes were corrected; empty for those that were not.
    pub reason: String,
}

/// Everything the page shows.
pub struct MeetingPage {
    pub board: Board,
    pub meeting: Meeting,
    pub kinds: Vec<CodeWord>,
    /// The minutes, cut to what the reader may read; none where they read nothing of them.
    pub told: Option<Told>,
    /// From when they may read the items that are only deferred to them.
    pub later: HashMap<AgendaItemId, Moment>,
    /// What the owner of the board decided on items of the version that holds.
    pub decided: HashMap<AgendaItemId, Decided>,
    /// Which version that is; 0 where there is none.
    pub number: i64,
    /// When that version was approved and, where it is a correction, why.
    pub head: Head,
    /// The newest first.
    pub versions: Vec<OutVersion>,
    /// The meetings before and after with minutes that the reader may read.
    pub before: Option<Meeting>,
    pub after: Option<Meeting>,
}

/// That minutes were out, and are no more.
pub struct Withdrawn {
    pub board: Board,
    pub meeting: Meeting,
    pub kinds: Vec<CodeWord>,
    pub at: Moment,
    pub reason: String,
    /// Whether the reader finds the board here.
    pub is_known: bool,
}

#[must_use]
pub fn title(view: &View, page: &MeetingPage) -> String {
    match &page.told {
        Some(told) => told.title(Standing::Approved),
        None => meeting_name(view, &page.kinds, &page.meeting),
    }
}

/// The page.
#[must_use]
pub fn page(view: &View, page: &MeetingPage) -> Markup {
    let Some(told) = &page.told else {
        return plain(view, page);
    };
    let newest = page.versions.first().map_or(0, |one| one.number);
    let after = |item: &ToldItem| {
        html! { (opens(page, told.language, item)) (decided(view, page, told.language, item)) (case_link(view, item)) }
    };
    let withholds = told.items.iter().any(|item| item.withheld.is_some());
    html! {
        (above(view, Some(&page.board)))
        div lang=(told.language.tag()) { (ui::heading(&title(view, page))) }
        (published(view, page))
        @let document = if page.number == newest { paths::published_document(page.meeting.id) }
            else { paths::published_version_document(page.meeting.id, page.number) };
        div class="actions" { (ui::link_button(&document, &view.t("minutes-as-pdf"))) }
        @if withholds { (sign_in(view)) }
        (told_pages::article(told, &after))
        @if page.versions.len() > 1 { (versions(view, page)) }
        (around(view, page))
    }
}

/// When it came out, and whether another version holds now.
fn published(view: &View, page: &MeetingPage) -> Markup {
    let Some(at) = page.versions.iter().find(|one| one.number == page.number) else {
        return html! {};
    };
    let newest = page.versions.first().map_or(0, |one| one.number);
    let day = view.date(page.board.today(at.at));
    html! {
        @if page.number != newest {
            (ui::notice(Tone::Warning, &html! {
                (ui::paragraph(&view.t("public-older-version")))
                p { (ui::link(&paths::published_meeting(page.meeting.id), &view.t("public-newest-version"))) }
            }))
        }
        p class="muted" {
            (view.tv("public-published-on", &[("day", day.into())]))
            @if let Some(again) = at.again {
                " " (view.tv("public-published-again", &[("day", view.date(page.board.today(again)).into())]))
            }
            @if !at.reason.is_empty() { " " (view.tv("public-corrected", &[("reason", at.reason.as_str().into())])) }
        }
    }
}

/// The way in, for who has not signed in and could read more.
fn sign_in(view: &View) -> Markup {
    let href = paths::sign_in_and_go_on(&view.here);
    html! { @if view.reader.is_none() {
        p class="ds-paragraph no-print" { (view.t("public-may-read-more")) " " (ui::link(&href, &view.t("sign-in"))) }
    } }
}

/// From which day an item is open, in the language of the minutes.
fn opens(page: &MeetingPage, language: Language, item: &ToldItem) -> Markup {
    let from = page.later.get(&item.item);
    html! { @if let (Some(from), Some(_)) = (from, &item.withheld) {
        @let day = dates::date(language, page.board.today(*from));
        p class="ds-paragraph" lang=(language.tag()) { (text(language, "public-opens-on", &[("day", day.into())])) }
    } }
}

/// What the owner of the board decided on an item, below the minutes that hold.
fn decided(view: &View, page: &MeetingPage, language: Language, item: &ToldItem) -> Markup {
    let of = page.decided.get(&item.item);
    html! { @if let (Some(of), None) = (of, &item.withheld) { (decisions::told(view, language, of, &item.name())) } }
}

/// From an item to all that is out about its case.
fn case_link(view: &View, item: &ToldItem) -> Markup {
    let case = item.case.filter(|_| item.withheld.is_none());
    html! { @if let Some(case) = case {
        p class="no-print" { (ui::link_of(&paths::published_case(case), &html! { (view.t("public-about-case")) }, &item.name())) }
    } }
}

/// When and where, of a meeting without minutes that the reader may read.
fn plain(view: &View, page: &MeetingPage) -> Markup {
    let meeting = &page.meeting;
    let when = words::capitalised(&words::when(view.language, meeting));
    let mut facts = vec![(view.t("meeting-when"), html! { (when) })];
    if !meeting.place.is_empty() {
        facts.push((view.t("meeting-place"), html! { (meeting.place) }));
    }
    html! {
        (above(view, Some(&page.board)))
        (ui::heading(&title(view, page)))
        @if meeting.state == MeetingState::Cancelled {
            p { (ui::tag(Tone::Neutral, &view.t("public-cancelled"))) }
        }
        (ui::facts(&facts))
        @if meeting.state != MeetingState::Cancelled {
            @if marks::has_ended(meeting, page.board.zone, view.now) {
                (ui::empty(&view.t("public-no-minutes")))
                (sign_in(view))
            } @else { (ui::empty(&view.t("public-meeting-to-come"))) }
        }
        (around(view, page))
    }
}

fn versions(view: &View, page: &MeetingPage) -> Markup {
    let lines: Vec<Markup> = (page.versions.iter())
        .map(|one| {
            let at = view.moment(page.board.zone, one.at);
            let values = [("number", one.number.into()), ("at", at.into())];
            let said = view.tv("public-version", &values);
            let href = paths::published_version(page.meeting.id, one.number);
            html! {
                @if one.number == page.number { (said) } @else { (ui::link(&href, &said)) }
                @if !one.reason.is_empty() { ": " (one.reason) }
            }
        })
        .collect();
    ui::section("versions", &view.t("round-versions"), &ui::list(&lines))
}

/// To the minutes before and after.
fn around(view: &View, page: &MeetingPage) -> Markup {
    let link = |key: &str, of: &Meeting| {
        html! { li { (view.t(key)) ": " (meeting_link(view, &page.kinds, of)) } }
    };
    html! { @if page.before.is_some() || page.after.is_some() {
        nav class="no-print" aria-label=(view.t("public-around")) { ul class="cluster" role="list" {
            @if let Some(before) = &page.before { (link("public-before", before)) }
            @if let Some(after) = &page.after { (link("public-after", after)) }
        } }
    } }
}

/// That the minutes were withdrawn: when, why, and by whom as a role.
#[must_use]
pub fn withdrawn(view: &View, was: &Withdrawn) -> Markup {
    let values = [
        (
            "meeting",
            meeting_name(view, &was.kinds, &was.meeting).into(),
        ),
        ("board", view.words(&was.board.name).into()),
        ("at", view.moment(was.board.zone, was.at).into()),
    ];
    let board = Some(&was.board).filter(|_| was.is_known);
    html! {
        (above(view, board))
        (ui::heading(&view.t("public-withdrawn")))
        (ui::paragraph(&view.tv("public-withdrawn-when", &values)))
        (ui::facts(&[(view.t("public-withdrawn-why"), html! { (was.reason) })]))
        @match board {
            Some(board) => { p { (ui::link(&paths::published_board(board.id), view.words(&board.name))) } }
            None => { p { (ui::link(paths::PUBLISHED, &view.t("public-all"))) } }
        }
    }
}
