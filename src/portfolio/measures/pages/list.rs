//! A board's measures: a picture of their years, and a table that can be narrowed.

use super::{Names, late_tag, name, order, performers, status_tag};
use crate::boards::Board;
use crate::boards::pages::{above, choices as coded};
use crate::db::code_words::CodeWord;
use crate::portfolio::measures::Measure;
use crate::portfolio::measures::forms::Choices;
use crate::portfolio::measures::rules::{self, Progress};
use crate::web::pictures::{BarTone, ChartBar, ChartGroup, ChartRow, TermChart, TermWords};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

/// The section that says in a table what the picture shows.
const TABLE: &str = "all";
/// So many years before and after this one stand in the picture at most.
const AROUND: i32 = 12;

/// Everything the page shows.
pub struct ListPage {
    pub board: Board,
    /// Those that were asked for.
    pub measures: Vec<Measure>,
    /// Whether the board has any at all.
    pub has_any: bool,
    pub statuses: Vec<CodeWord>,
    /// The ministries of the board's measures, by name.
    pub ministries: Vec<(String, String)>,
    pub names: Names,
    pub today: NaiveDate,
    /// Whether the reader keeps the measures.
    pub keeps: bool,
}

impl ListPage {
    fn status<'a>(&self, view: &'a View, of: &'a Measure) -> String {
        crate::boards::pages::word(view, &self.statuses, of.status())
    }
}

/// What the list can be narrowed by, for [`crate::portfolio::measures::forms::asked`].
#[must_use]
pub fn choices(page: &ListPage) -> Choices {
    let ministries = page.ministries.iter();
    let ministries = ministries.filter_map(|(id, name)| Some((id.parse().ok()?, name.clone())));
    Choices {
        organisations: ministries.collect(),
        statuses: page.statuses.clone(),
    }
}

/// The page, as `asked` narrows it.
#[must_use]
pub fn page(view: &View, page: &ListPage, asked: &Form) -> Markup {
    let of = page.board.id;
    html! {
        (above(view, &page.board))
        (ui::heading(&view.t("measures")))
        (ui::paragraph(&view.t("measures-what")))
        @if page.keeps { div class="actions" {
            (ui::main_link_button(&paths::of_board(of, "measures/new"), &view.t("measure-new")))
            @if page.has_any { (ui::link_button(&paths::of_board(of, "measures/report"), &view.t("measure-report"))) }
        } }
        @if page.has_any {
            (filter(view, page, asked))
            @if page.measures.is_empty() { (ui::empty(&view.t("measures-none-such"))) }
            @else {
                (ui::section("years", &view.t("measure-years"), &chart(view, page)))
                (ui::section(TABLE, &view.t("measures-all"), &table(view, page)))
            }
        } @else { (ui::empty(&view.t("measures-none"))) }
    }
}

fn filter(view: &View, page: &ListPage, asked: &Form) -> Markup {
    let any =
        |name: &'static str, key: &str| Field::new(name, view.t(key)).none(view.t("measure-any"));
    let body = html! {
        (ui::select(view, asked, &any("status", "measure-status"), &coded(view, &page.statuses)))
        (ui::select(view, asked, &any("ministry", "measure-ministry"), &page.ministries))
        (ui::checkbox(view, asked, &Field::new("late", view.t("measure-only-late"))))
    };
    let action = paths::of_board(page.board.id, "measures");
    ui::filter_form(view, &action, asked, &body, &view.t("measure-show"))
}

fn table(view: &View, page: &ListPage) -> Markup {
    let head = [
        "measure",
        "measure-status",
        "measure-years",
        "measure-ministry",
        "measure-performs",
    ]
    .map(|key| view.t(key));
    let row = |one: &Measure| {
        vec![
            ui::link(&paths::measure(one.id), view.words(&one.facts.title)),
            html! {
                (status_tag(view, &page.statuses, one.status()))
                (late_tag(view, &page.statuses, one, page.today))
            },
            html! { (one.facts.years) },
            html! { (name(&page.names, one.facts.ministry)) },
            html! { (performers(view, &page.names, one)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = page.measures.iter().map(row).collect();
    ui::table(&view.t("measures-all"), &head, &rows)
}

fn new_year(year: i32, otherwise: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(otherwise)
}

fn chart(view: &View, page: &ListPage) -> Markup {
    let this = page.today.year();
    let all = page.measures.iter().map(|one| one.facts.years);
    let first = all.clone().map(rules::Years::first).min().unwrap_or(this);
    let last = all.map(rules::Years::last).max().unwrap_or(this);
    let first = first.clamp(this - AROUND, this);
    let last = last.clamp(this, this + AROUND);
    let [today, underway, late, planned, finished] = [
        "measure-chart-today",
        "measure-chart-underway",
        "measure-chart-late",
        "measure-chart-planned",
        "measure-chart-finished",
    ]
    .map(|key| view.t(key));
    let chart = TermChart {
        id: "measure-years",
        from: new_year(first, page.today),
        until: new_year(last + 1, page.today),
        today: page.today,
        title: &view.t("measure-chart-title"),
        description: &view.t("measure-chart-description"),
        words: TermWords {
            today: &today,
            permanent: &finished,
            term: &underway,
            vacant: &planned,
            ending_soon: &late,
            past: &planned,
        },
        described_by: Some(TABLE),
        groups: vec![ChartGroup {
            heading: view.t("measures"),
            rows: page
                .measures
                .iter()
                .map(|one| row(view, page, one))
                .collect(),
        }],
    };
    html! { (chart) }
}

fn row(view: &View, page: &ListPage, of: &Measure) -> ChartRow {
    let order = order(&page.statuses);
    let is_late = rules::late_of(of, &order, page.today).is_some();
    // What is not begun and not late is no cause for alarm, and a vacant seat's red would be one.
    let tone = match rules::progress(of.status(), &order) {
        _ if is_late => BarTone::EndingSoon,
        Progress::NotBegun => BarTone::Past,
        Progress::Underway => BarTone::Term,
        Progress::Finished => BarTone::Permanent,
    };
    let span = of.facts.years;
    ChartRow {
        label: view.words(&of.facts.title).to_owned(),
        bars: vec![ChartBar {
            from: new_year(span.first(), page.today),
            until: Some(new_year(span.last() + 1, page.today)),
            label: page.status(view, of),
            when: span.to_string(),
            tone,
        }],
    }
}
