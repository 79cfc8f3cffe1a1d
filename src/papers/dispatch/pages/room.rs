//! The reading room: everything that a member reads before a meeting, in the order of its agenda, what is new first.

use super::{above, late_tag, meeting};
use crate::cases::pages::{exempt_tag as case_exempt_tag, name, told_name};
use crate::db::ids::{CaseId, PaperId};
use crate::i18n::Value;
use crate::meetings::words;
use crate::papers::Part;
use crate::papers::dispatch::Dispatch;
use crate::papers::dispatch::load::{CasePapers, MeetingPapers, Point, Shown};
use crate::papers::dispatch::rules::days_before;
use crate::papers::pack::numbers::PageRange;
use crate::papers::pack::pages::numbers;
use crate::papers::pages::{content_words, exempt_tag, newer_tag, shared, unfit_tag};
use crate::papers::rules::may_write;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::NaiveTime;
use maud::{Markup, html};
use std::collections::HashMap;

/// The title of the page.
#[must_use]
pub fn title(view: &View, of: &MeetingPapers) -> String {
    view.tv("papers-of", &[("meeting", meeting(view, of).into())])
}

#[must_use]
pub fn page(
    view: &View,
    of: &MeetingPapers,
    ranges: &[PageRange],
    beside: &HashMap<CaseId, Vec<Markup>>,
) -> Markup {
    html! {
        (above(view, of, false))
        (ui::heading(&title(view, of)))
        (left(view, of))
        (actions(view, of))
        (is_seen(view, of))
        (packs(view, of, ranges))
        (new_ones(view, of))
        @if of.cases.is_empty() { (ui::empty(&view.t("papers-no-cases"))) }
        @for (at, case) in of.cases.iter().enumerate() {
            (points(view, of, at))
            (one_case(view, of, case, ranges, beside.get(&case.case.id)))
        }
        (points(view, of, of.cases.len()))
    }
}

/// How long it is to the meeting, and where it is.
fn left(view: &View, of: &MeetingPapers) -> Markup {
    let days = days_before(of.meeting.first_day(), of.board().today(view.now));
    let when = words::when(view.language, &of.meeting);
    html! {
        p class="ds-paragraph" {
            (words::capitalised(&when))
            @if !of.meeting.place.is_empty() { ", " (of.meeting.place) }
            ". "
            @if days > 0 { strong { (view.tv("papers-days-left", &[("days", Value::Number(days))])) } }
        }
    }
}

fn actions(view: &View, of: &MeetingPapers) -> Markup {
    let below = |rest| format!("{}/{rest}", paths::meeting_papers(of.meeting.id));
    html! {
        div class="actions" {
            @if of.keeps { (ui::main_link_button(&below("dispatch"), &view.t("dispatch"))) }
            (ui::link_button(&paths::agenda(of.meeting.id), &view.t("agenda")))
            (ui::link_button(&paths::of_meeting(of.meeting.id, "inputs"), &view.t("inputs")))
            @if of.has_colleagues { (ui::link_button(&paths::of_meeting(of.meeting.id, "colleagues"), &view.t("colleagues"))) }
            @if of.keeps && !of.dispatches.is_empty() {
                (ui::link_button(&below("statement"), &view.t("dispatch-statement")))
            }
        }
    }
}

/// Everything in one file, and each supplement alone. Only who has something to read is offered it.
fn packs(view: &View, of: &MeetingPapers, ranges: &[PageRange]) -> Markup {
    let is_in = |shown: &Shown| {
        let number = shown.out.as_ref().map(|version| version.number);
        number.is_some_and(|number| {
            ranges
                .iter()
                .any(|one| one.paper == Some((shown.paper.id, number)))
        })
    };
    let ids: Vec<PaperId> = of
        .papers()
        .filter(|shown| is_in(shown))
        .map(|shown| shown.paper.id)
        .collect();
    if ids.is_empty() {
        return html! {};
    }
    let supplements = of
        .dispatches
        .iter()
        .filter(|one| one.number > 1 && one.papers.iter().any(|(paper, _)| ids.contains(paper)));
    let link = |dispatch: &Dispatch| {
        // With its time: there may be several on one day.
        let at = view.moment(of.board().zone, dispatch.at);
        let words = view.tv("pack-supplement-of", &[("date", at.into())]);
        ui::link(&paths::supplement(of.meeting.id, dispatch.number), &words)
    };
    let supplements: Vec<Markup> = supplements.map(link).collect();
    html! {
        div class="no-print" {
            p { (ui::link_button(&paths::pack(of.meeting.id), &view.t("pack-open"))) }
            @if !supplements.is_empty() { (ui::list(&supplements)) }
        }
    }
}

/// Readers are told that it is kept whether they open the papers, who sees it and for how long.
fn is_seen(view: &View, of: &MeetingPapers) -> Markup {
    let days = of.board().opened_kept_days.filter(|_| !of.keeps);
    html! {
        @if let Some(days) = days {
            (ui::notice(Tone::Info, &ui::paragraph(&view.tv("opened-notice", &[("days", Value::Number(days))]))))
        }
    }
}

/// What the reader has not opened, all in one place.
fn new_ones(view: &View, of: &MeetingPapers) -> Markup {
    let new: Vec<Markup> = of
        .papers()
        .filter(|shown| shown.is_new)
        .map(|shown| ui::link(&paths::paper(shown.paper.id), &shown.paper.facts.title))
        .collect();
    html! {
        @if !new.is_empty() {
            (ui::notice(Tone::Info, &html! {
                p class="ds-paragraph" { strong { (view.tv("papers-new", &[("count", new.len().into())])) } }
                (ui::list(&new))
            }))
        }
    }
}

/// When something on the agenda begins; with its day where the meeting has several.
fn starts(
    view: &View,
    of: &MeetingPapers,
    session: usize,
    at: Option<NaiveTime>,
) -> Option<String> {
    let time = view.time(at?);
    let days = &of.meeting.sessions;
    let day = days.get(session).filter(|_| days.len() > 1);
    Some(match day {
        Some(day) => format!("{} {time}", view.long_date(day.day)),
        None => time,
    })
}

/// What stands on the agenda before the case with this place and after the one before it.
fn points(view: &View, of: &MeetingPapers, at: usize) -> Markup {
    let here = of.points.iter().filter(|point| point.after == at);
    html! { @for one in here { (point(view, of, one)) } }
}

fn point(view: &View, of: &MeetingPapers, one: &Point) -> Markup {
    let item = &one.item;
    let mut about = vec![view.words(&item.title).to_owned()];
    about.extend(item.minutes.map(|minutes| told_minutes(view, minutes)));
    if !item.presenter.is_empty() {
        about.push(item.presenter.clone());
    }
    let about = about.join(", ");
    let line = match starts(view, of, item.session, one.starts) {
        Some(time) => format!("{}: {about}", words::capitalised(&time)),
        None => about,
    };
    html! { p class="ds-paragraph muted" { (line) } }
}

fn told_minutes(view: &View, minutes: i64) -> String {
    view.tv("papers-minutes", &[("minutes", Value::Number(minutes))])
}

/// A case with its papers, and what later slices know of it.
fn one_case(
    view: &View,
    of: &MeetingPapers,
    case: &CasePapers,
    ranges: &[PageRange],
    beside: Option<&Vec<Markup>>,
) -> Markup {
    let id = format!("case-{}", case.case.id);
    let title = if case.is_closed {
        told_name(view, &case.case)
    } else {
        name(&case.case)
    };
    let mut lines: Vec<Markup> = case
        .papers
        .iter()
        .map(|shown| line(view, of, shown, ranges))
        .collect();
    lines.extend(case.shared.iter().map(|paper| shared::line(view, paper)));
    let time = starts(view, of, case.session, case.starts);
    let mut about: Vec<String> = time.into_iter().collect();
    about.extend(case.minutes.map(|minutes| told_minutes(view, minutes)));
    if !case.presenter.is_empty() {
        about.push(case.presenter.clone());
    }
    let none = if of.keeps {
        "papers-none"
    } else {
        "papers-none-sent"
    };
    // Where a case is closed to the reader, its page says why to them, and lets them take a declaration back.
    let body = html! {
        @if !case.is_closed && case.case.access.is_exempt() { p { (case_exempt_tag(view, &case.case)) } }
        @if !about.is_empty() { p class="muted" { (words::capitalised(&about.join(", "))) } }
        @if case.is_closed { (ui::paragraph(&view.t("agenda-closed-to-you"))) }
        @else if lines.is_empty() { (ui::empty(&view.t(none))) }
        @else { (ui::list(&lines)) }
        @for mark in beside.filter(|_| !case.is_closed).into_iter().flatten() { (mark) }
        p class="no-print" { (ui::link_of(&paths::case(case.case.id), &html! { (view.t("papers-to-case")) }, &title)) }
    };
    ui::section(&id, &title, &body)
}

fn line(view: &View, of: &MeetingPapers, shown: &Shown, ranges: &[PageRange]) -> Markup {
    let paper = &shown.paper;
    // Who writes is told of the version that is out too: its pages are those that the pack has.
    let told = shown.out.as_ref().or(shown.version.as_ref());
    let about = told.map(|version| {
        let numbers = numbers(view, ranges, paper.id, version.number);
        let words = [Some(content_words(view, version)), numbers];
        words.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let is_out = paper.published.is_some() && paper.access.withdrawn_at.is_none();
    let reader = view.reader.as_ref();
    let writes = reader.is_some_and(|reader| may_write(&paper.case, reader.id, &reader.roles));
    html! {
        (ui::link(&paths::paper(paper.id), &paper.facts.title))
        @if paper.part == Part::Attachment { " " span class="muted" { (view.t("paper-attachment-short")) } }
        @if let Some(about) = about { " " span class="muted" { "(" (about) ")" } }
        @if let Some(version) = told { (unfit_tag(view, version)) }
        @if shown.is_new { " " (ui::tag(Tone::Info, &view.t("paper-new-to-you"))) }
        " " (late_tag(view, shown))
        (exempt_tag(view, paper))
        @if of.keeps && !is_out { " " (ui::tag(Tone::Neutral, &view.t("papers-not-out"))) }
        @else if writes { (newer_tag(view, paper)) }
    }
}
