//! The forecast: each rule at every planned meeting of the next years and on the days when something changes by itself, as a
//! picture and as a table.

use super::{above, tag};
use crate::boards::Board;
use crate::boards::pages::{Lists, paragraph, rule_text};
use crate::composition::rules::{is_same, rows};
use crate::composition::{Break, Day, Outcome, Verdict};
use crate::db::code_words::CodeWord;
use crate::db::ids::MeetingId;
use crate::meetings::Meeting;
use crate::web::pictures::{Finding, GridColumn, GridRow, MOST_COLUMNS, VerdictGrid, VerdictWords};
use crate::web::{View, paths, ui};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use std::collections::HashMap;

/// The id of the table with the picture's facts.
const TABLE: &str = "forecast-table";

/// What the forecast shows.
pub struct ForecastPage<'a> {
    pub board: &'a Board,
    pub lists: &'a Lists,
    pub days: &'a [Day<'a>],
    /// Days that are left out because there are more than a page holds.
    pub left_out: usize,
    pub breaks: &'a [Break<'a>],
    pub meetings: &'a HashMap<MeetingId, Meeting>,
    pub meeting_kinds: &'a [CodeWord],
    pub today: NaiveDate,
    /// The day on which a version begins that is only asked about.
    pub begins: Option<NaiveDate>,
    /// The last day it looks to.
    pub last: NaiveDate,
}

/// The forecast of a board.
#[must_use]
pub fn page(view: &View, page: &ForecastPage<'_>) -> Markup {
    let values = [("from", page.today.into()), ("last", page.last.into())];
    html! {
        (above(view, page.board))
        (ui::heading(&view.t("composition-forecast")))
        (ui::paragraph(&view.tv("composition-forecast-intro", &values)))
        (breaks(view, page))
        @if page.days.iter().any(|day| !day.composition.verdicts.is_empty()) { (grid(view, page)) }
        @else { (ui::empty(&view.t("composition-no-rules"))) }
        (table(view, page))
        p { (ui::link_button(&paths::of_board(page.board.id, "composition"), &view.t("composition-title"))) }
    }
}

/// What breaks by itself, the first first.
fn breaks(view: &View, page: &ForecastPage<'_>) -> Markup {
    let lines: Vec<Markup> = page
        .breaks
        .iter()
        .map(|it| {
            html! {
                (view.date(it.on)) ": " (rule_text(view, page.lists, it.rule))
                @if !it.rule.paragraph.is_empty() { " " span class="muted" { "(" (paragraph(view, &it.rule.paragraph)) ")" } }
            }
        })
        .collect();
    html! {
        (ui::section_heading("breaks", &view.t("composition-breaks")))
        @if lines.is_empty() { (ui::empty(&view.t("composition-no-breaks"))) }
        @else { (ui::list(&lines)) }
    }
}

/// The picture: a row a rule, a column a day.
#[must_use]
pub fn grid(view: &View, page: &ForecastPage<'_>) -> Markup {
    let rules = rows(page.days);
    let finding = |outcome| match outcome {
        Outcome::Met => Finding::Met,
        Outcome::Broken => Finding::Broken,
        Outcome::Unknown => Finding::Unknown,
    };
    let shown = &page.days[..page.days.len().min(MOST_COLUMNS)];
    let rows = rules.iter().map(|rule| GridRow {
        label: rule_text(view, page.lists, rule),
        cells: shown
            .iter()
            .map(|day| {
                let mut verdicts = day.composition.verdicts.iter();
                let found = verdicts.find(|it| is_same(it.rule, rule));
                found.map(|it| finding(it.outcome))
            })
            .collect(),
    });
    let word = |outcome: Outcome| view.t(&format!("composition-outcome-{outcome}"));
    let (met, broken, unknown) = (
        word(Outcome::Met),
        word(Outcome::Broken),
        word(Outcome::Unknown),
    );
    let (meeting, turning) = (
        view.t("composition-key-meeting"),
        view.t("composition-key-turning"),
    );
    let picture = VerdictGrid {
        id: "forecast",
        title: &view.t("composition-grid-title"),
        description: &view.t("composition-grid-description"),
        words: VerdictWords {
            met: &met,
            broken: &broken,
            unknown: &unknown,
            meeting: &meeting,
            turning: &turning,
        },
        described_by: Some(TABLE),
        rows: rows.collect(),
        columns: columns(view, shown),
    };
    html! {
        (ui::section_heading("grid", &view.t("composition-grid-title")))
        (picture)
        @if page.days.len() > MOST_COLUMNS {
            (ui::paragraph(&view.tv("composition-grid-first", &[("n", MOST_COLUMNS.into())])))
        }
    }
}

/// The days, the first of each year with its year.
fn columns(view: &View, shown: &[Day<'_>]) -> Vec<GridColumn> {
    let mut year = None;
    let column = |day: &Day<'_>| {
        let on = day.composition.on;
        let is_new = year.replace(on.year()) != Some(on.year());
        GridColumn {
            label: format!("{}.{}.", on.day(), on.month()),
            year: is_new.then(|| on.year().to_string()),
            spoken: view.date(on),
            is_meeting: !day.meetings.is_empty(),
            is_turning: day.is_turning,
        }
    };
    shown.iter().map(column).collect()
}

/// A row a day: what happens, which rules are broken, and which are not known to be kept.
#[must_use]
pub fn table(view: &View, page: &ForecastPage<'_>) -> Markup {
    let rows: Vec<Vec<Markup>> = page
        .days
        .iter()
        .map(|day| {
            let on = day.composition.on;
            let path = format!("{}?on={on}", paths::of_board(page.board.id, "composition"));
            vec![
                html! { (ui::link(&path, &view.date(on))) },
                happens(view, page, day),
                rules(view, page, day, Outcome::Broken),
                rules(view, page, day, Outcome::Unknown),
            ]
        })
        .collect();
    let head = [
        "boards-day",
        "composition-happens",
        "composition-are-broken",
        "composition-are-unknown",
    ]
    .map(|key| view.t(key));
    html! {
        (ui::section_heading("days", &view.t("composition-days")))
        div id=(TABLE) { (ui::table(&view.t("composition-days"), &head, &rows)) }
        @if page.left_out > 0 {
            (ui::paragraph(&view.tv("composition-left-out", &[("n", page.left_out.into())])))
        }
    }
}

fn happens(view: &View, page: &ForecastPage<'_>, day: &Day<'_>) -> Markup {
    let kind = |meeting: &Meeting| {
        let found = page.meeting_kinds.iter();
        let mut found = found.filter(|(code, _)| *code == meeting.kind);
        found.next().map_or_else(
            || meeting.kind.clone(),
            |(_, words)| view.words(words).to_owned(),
        )
    };
    let mut lines: Vec<Markup> = Vec::new();
    if day.composition.on == page.today {
        lines.push(html! { (view.t("composition-today")) });
    }
    if page.begins == Some(day.composition.on) {
        lines.push(html! { (view.t("composition-mandate-begins")) });
    }
    for meeting in day.meetings.iter().filter_map(|id| page.meetings.get(id)) {
        lines.push(ui::link(&paths::meeting(meeting.id), &kind(meeting)));
    }
    if day.is_turning {
        lines.push(html! { (view.t("composition-turns")) });
    }
    if day.composition.mandate.is_none() {
        lines.push(html! { (view.t("composition-without-mandate")) });
    }
    html! { @for (place, line) in lines.iter().enumerate() { @if place > 0 { br; } (line) } }
}

/// The rules of one outcome on a day, each a line.
fn rules(view: &View, page: &ForecastPage<'_>, day: &Day<'_>, outcome: Outcome) -> Markup {
    let found: Vec<&Verdict<'_>> = day
        .composition
        .verdicts
        .iter()
        .filter(|it| it.outcome == outcome)
        .collect();
    let lines: Vec<Markup> = found
        .iter()
        .map(|it| html! { (rule_text(view, page.lists, it.rule)) })
        .collect();
    html! {
        @if lines.is_empty() { "–" }
        @else { (tag(view, outcome)) (ui::list(&lines)) }
    }
}
