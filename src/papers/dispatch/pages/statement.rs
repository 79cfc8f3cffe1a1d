//! The seven-day statement: from when each paper could be read, and by whom, with what came too late. It can be printed.

use super::{above, meeting};
use crate::cases::pages::name;
use crate::db::ids::{PersonId, RowId};
use crate::db::types::Moment;
use crate::i18n::Value;
use crate::papers::dispatch::load::{MeetingPapers, Shown};
use crate::papers::dispatch::rules::{days_before, last_sent};
use crate::papers::pack::documents;
use crate::pdf::Document;
use crate::pdf::markdown::{Block, Inline};
use crate::pdf::pack::Section;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::Datelike;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Everything the page shows.
pub struct StatementPage {
    pub of: MeetingPapers,
    /// Whom each dispatch was for.
    pub to: Vec<(RowId, PersonId, String)>,
}

#[must_use]
pub fn page(view: &View, page: &StatementPage) -> Markup {
    let of = &page.of;
    let made = [("at", view.moment(of.board().zone, view.now).into())];
    html! {
        (above(view, of, true))
        (ui::heading(&view.tv("dispatch-statement-of", &[("meeting", meeting(view, of).into())])))
        (verdict(view, of))
        (ui::section("papers", &view.t("papers"), &papers(view, of)))
        (ui::section("readers", &view.t("dispatch-to"), &readers(view, page)))
        p class="muted" { (view.tv("dispatch-statement-made", &made)) }
        p class="no-print" { (ui::link(&format!("{}/statement/document", paths::meeting_papers(of.meeting.id)), &view.t("dispatch-statement-document"))) }
    }
}

fn is_late(shown: &Shown) -> bool {
    shown.sent.as_ref().is_some_and(|(_, late)| late.is_some())
}

/// One sentence that can be quoted in the minutes.
fn verdict(view: &View, of: &MeetingPapers) -> Markup {
    match told_verdict(view, of) {
        (Some(tone), said) => ui::notice(tone, &ui::paragraph(&said)),
        (None, said) => ui::paragraph(&said),
    }
}

fn told_verdict(view: &View, of: &MeetingPapers) -> (Option<Tone>, String) {
    if of.dispatches.is_empty() {
        return (None, view.t("dispatch-not-yet"));
    }
    let Some(promise) = of.promise else {
        return (None, view.t("dispatch-no-promise"));
    };
    let late = of.papers().filter(|shown| is_late(shown)).count();
    let values = [
        ("days", Value::Number(promise.days)),
        ("date", view.long_date(promise.last_day).into()),
        ("count", late.into()),
    ];
    let (tone, key) = if late == 0 {
        (Tone::Success, "dispatch-kept")
    } else {
        (Tone::Warning, "dispatch-exceptions")
    };
    (Some(tone), view.tv(key, &values))
}

const HEAD: [&str; 4] = [
    "paper-document",
    "dispatch-first-out",
    "dispatch-days-before",
    "dispatch-version-out",
];

fn papers(view: &View, of: &MeetingPapers) -> Markup {
    let head = HEAD.map(|key| view.t(key));
    let mut rows = Vec::new();
    for case in &of.cases {
        let sent = case.papers.iter().filter(|shown| shown.sent.is_some());
        rows.extend(sent.map(|shown| row(view, of, &name(&case.case), shown)));
    }
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("dispatch-not-yet"))) }
        @else { (ui::table(&view.t("papers"), &head, &rows)) }
    }
}

fn row(view: &View, of: &MeetingPapers, case: &str, shown: &Shown) -> Vec<Markup> {
    let zone = of.board().zone;
    let paper = &shown.paper;
    let first = shown.sent.as_ref().map(|(first, _)| first.at);
    let days = first.map(|at| days_before(of.meeting.first_day(), of.board().today(at)));
    let newest = last_sent(paper.id, &of.dispatches).map(|(last, number)| {
        let version = view.tv("paper-version-number", &[("number", Value::Number(number))]);
        html! { (version) @if Some(last.at) != first { ", " (view.moment(zone, last.at)) } }
    });
    vec![
        html! { (ui::link(&paths::paper(paper.id), &paper.facts.title)) div class="muted" { (case) } },
        html! { @if let Some(at) = first { (view.moment(zone, at)) } },
        html! {
            @if let Some(days) = days { (days) }
            @if is_late(shown) { " " (ui::tag(Tone::Warning, &view.t("dispatch-exception"))) }
        },
        newest.unwrap_or_default(),
    ]
}

/// The statement as a document of its own, with the same words as the page.
#[must_use]
pub fn document(view: &View, page: &StatementPage) -> Document {
    let of = &page.of;
    let today = of.board().today(view.now);
    let title = view.tv(
        "dispatch-statement-of",
        &[("meeting", meeting(view, of).into())],
    );
    let made = [("at", view.moment(of.board().zone, view.now).into())];
    let mut rows = Vec::new();
    for case in &of.cases {
        let sent = case.papers.iter().filter(|shown| shown.sent.is_some());
        rows.extend(sent.map(|shown| told_row(view, of, &name(&case.case), shown)));
    }
    let section = |key: &str, block: Block| Section {
        heading: view.t(key),
        blocks: vec![block],
    };
    let head = |keys: &[&str]| keys.iter().map(|key| words(view.t(key))).collect();
    let readers = first_for(page)
        .into_iter()
        .map(|(name, at)| vec![words(name), words(view.moment(of.board().zone, at))]);
    let opening = Section {
        heading: String::new(),
        blocks: vec![Block::Paragraph {
            c: words(told_verdict(view, of).1),
        }],
    };
    let papers = Block::Table {
        head: head(&HEAD),
        rows,
    };
    let readers = Block::Table {
        head: head(&["dispatch-reader", "dispatch-available"]),
        rows: readers.collect(),
    };
    Document {
        language: view.language.tag().to_owned(),
        foot: title.clone(),
        title,
        author: view.words(&of.board().name).to_owned(),
        date: (today.year(), today.month(), today.day()),
        kicker: view.words(&of.board().name).to_owned(),
        facts: vec![(
            view.t("pack-version"),
            view.tv("dispatch-statement-made", &made),
        )],
        sections: vec![
            opening,
            section("papers", papers),
            section("dispatch-to", readers),
        ],
        words: documents::words(view.language),
    }
}

fn words(text: String) -> Vec<Inline> {
    vec![Inline::Text { text }]
}

fn told_row(view: &View, of: &MeetingPapers, case: &str, shown: &Shown) -> Vec<Vec<Inline>> {
    let zone = of.board().zone;
    let first = shown.sent.as_ref().map(|(first, _)| first.at);
    let days = first.map(|at| days_before(of.meeting.first_day(), of.board().today(at)));
    let days = days.map_or_else(String::new, |days| days.to_string());
    let exception = if is_late(shown) {
        format!(" ({})", view.t("dispatch-exception"))
    } else {
        String::new()
    };
    let newest = last_sent(shown.paper.id, &of.dispatches).map(|(last, number)| {
        let version = view.tv("paper-version-number", &[("number", Value::Number(number))]);
        if Some(last.at) == first {
            version
        } else {
            format!("{version}, {}", view.moment(zone, last.at))
        }
    });
    let first = first.map_or_else(String::new, |at| view.moment(zone, at));
    vec![
        vec![
            Inline::Text {
                text: shown.paper.facts.title.clone(),
            },
            Inline::Break,
            Inline::Text {
                text: case.to_owned(),
            },
        ],
        words(first),
        words(format!("{days}{exception}")),
        words(newest.unwrap_or_default()),
    ]
}

/// Each reader by name, with the first dispatch that was for them.
fn readers(view: &View, page: &StatementPage) -> Markup {
    let of = &page.of;
    let head = ["dispatch-reader", "dispatch-available"].map(|key| view.t(key));
    let row = |(name, at): (String, Moment)| {
        vec![
            html! { (name) },
            html! { (view.moment(of.board().zone, at)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = first_for(page).into_iter().map(row).collect();
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("dispatch-not-yet"))) }
        @else { (ui::table(&view.t("dispatch-to"), &head, &rows)) }
    }
}

/// Each reader by name, with when the first dispatch was for them.
fn first_for(page: &StatementPage) -> Vec<(String, Moment)> {
    let mut since = BTreeMap::new();
    // The first dispatch stands first, and what is written first stays.
    for dispatch in &page.of.dispatches {
        let own = page.to.iter().filter(|(id, _, _)| *id == dispatch.id);
        for (_, person, name) in own {
            since.entry((name, *person)).or_insert(dispatch.at);
        }
    }
    let told = since.into_iter();
    told.map(|((name, _), at)| (name.clone(), at)).collect()
}
