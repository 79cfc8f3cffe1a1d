//! The seven-day statement: from when each paper could be read, and by whom, with what came too late. It can be printed.

use super::{above, meeting};
use crate::cases::pages::name;
use crate::db::ids::{PersonId, RowId};
use crate::i18n::Value;
use crate::papers::dispatch::load::{MeetingPapers, Shown};
use crate::papers::dispatch::rules::{days_before, last_sent};
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
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
    }
}

fn is_late(shown: &Shown) -> bool {
    shown.sent.as_ref().is_some_and(|(_, late)| late.is_some())
}

/// One sentence that can be quoted in the minutes.
fn verdict(view: &View, of: &MeetingPapers) -> Markup {
    if of.dispatches.is_empty() {
        return ui::empty(&view.t("dispatch-not-yet"));
    }
    let Some(promise) = of.promise else {
        return ui::paragraph(&view.t("dispatch-no-promise"));
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
    ui::notice(tone, &ui::paragraph(&view.tv(key, &values)))
}

fn papers(view: &View, of: &MeetingPapers) -> Markup {
    let head = [
        "paper-document",
        "dispatch-first-out",
        "dispatch-days-before",
        "dispatch-version-out",
    ]
    .map(|key| view.t(key));
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

/// Each reader by name, with the first dispatch that was for them.
fn readers(view: &View, page: &StatementPage) -> Markup {
    let of = &page.of;
    let mut since = BTreeMap::new();
    // The first dispatch stands first, and what is written first stays.
    for dispatch in &of.dispatches {
        let own = page.to.iter().filter(|(id, _, _)| *id == dispatch.id);
        for (_, person, name) in own {
            since.entry((name, *person)).or_insert(dispatch.at);
        }
    }
    let head = ["dispatch-reader", "dispatch-available"].map(|key| view.t(key));
    let row = |((name, _), at): (&(&String, PersonId), &crate::db::types::Moment)| {
        vec![
            html! { (name) },
            html! { (view.moment(of.board().zone, *at)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = since.iter().map(row).collect();
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("dispatch-not-yet"))) }
        @else { (ui::table(&view.t("dispatch-to"), &head, &rows)) }
    }
}
