//! The councils below a board: how each stands, what they are asked, and what they owe.

use super::{Shown, above, mandate, standing_tag, state_tag};
use crate::boards::{Board, CouncilReport, Fault, Flag, Mandate};
use crate::councils::rules::Standing;
use crate::db::types::Words;
use crate::meetings::Meeting;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// A council with what a list says of it.
pub struct Line {
    pub council: Board,
    pub standing: Standing,
    pub mandates: Vec<Mandate>,
    /// What is not as it should be with its mandate.
    pub flags: Vec<Flag>,
    /// Whether its mandate says something else than the board's.
    pub differs: bool,
    pub next: Option<Meeting>,
    /// Of the questions whose cases the reader may read.
    pub open: usize,
    pub overdue: usize,
    pub late_reports: usize,
    pub today: NaiveDate,
}

/// What the page shows.
pub struct ListPage {
    pub board: Board,
    /// By name, those that are no more last.
    pub lines: Vec<Line>,
    pub asked: Vec<Shown>,
    /// Not delivered, by their days.
    pub reports: Vec<(Words, CouncilReport, bool)>,
    /// Whether the reader keeps the board.
    pub keeps: bool,
}

#[must_use]
pub fn page(view: &View, page: &ListPage) -> Markup {
    let board = view.words(&page.board.name);
    html! {
        (above(view, &page.board, true))
        (ui::heading(&view.tv("councils-of", &[("board", board.into())])))
        (ui::paragraph(&view.t("councils-what")))
        @if page.keeps {
            div class="actions" { (ui::main_link_button(&paths::of_board(page.board.id, "councils/new"), &view.t("council-new"))) }
        }
        @if page.lines.is_empty() { (ui::empty(&view.t(if page.keeps { "councils-none-yet" } else { "councils-none" }))) }
        @else {
            (councils(view, page))
            (ui::section("asked", &view.t("councils-asked"), &asked(view, page)))
            (ui::section("reports", &view.t("councils-reports"), &reports(view, page)))
        }
    }
}

fn councils(view: &View, page: &ListPage) -> Markup {
    let head = [
        "council",
        "council-state",
        "council-mandate",
        "council-next-meeting",
        "council-open",
        "council-late-reports",
    ]
    .map(|key| view.t(key));
    let row = |line: &Line| {
        let path = paths::council(page.board.id, line.council.id);
        let next = line.next.as_ref();
        let next = next.map_or_else(|| "–".to_owned(), |it| view.date(it.first_day()));
        vec![
            ui::link(&path, view.words(&line.council.name)),
            standing_tag(view, line.standing),
            mandate_of(view, line),
            html! { (next) },
            html! {
                (line.open)
                @if line.overdue > 0 { " " (ui::tag(Tone::Danger, &view.tv("council-overdue", &[("count", line.overdue.into())]))) }
            },
            html! { (line.late_reports) },
        ]
    };
    let rows: Vec<Vec<Markup>> = page.lines.iter().map(row).collect();
    ui::table(&view.t("councils"), &head, &rows)
}

/// A council that is no more needs no mandate.
fn mandate_of(view: &View, line: &Line) -> Markup {
    match line.standing {
        Standing::Dissolved(_) => html! { "–" },
        _ => html! {
            (mandate(view, &line.mandates, line.today))
            @for flag in line.flags.iter().filter(|it| it.fault != Fault::Expired) {
                " " (ui::tag(Tone::Warning, &view.t(&format!("boards-mandate-flag-{}", flag.fault))))
            }
            @if line.differs { " " (ui::tag(Tone::Warning, &view.t("council-differs-tag"))) }
        },
    }
}

/// What the councils are asked and have answered.
fn asked(view: &View, page: &ListPage) -> Markup {
    let head = [
        "delegation-case",
        "council",
        "council-state",
        "delegation-due",
        "delegation-returns",
    ]
    .map(|key| view.t(key));
    let row = |it: &Shown| {
        let day = |day: Option<NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| view.date(day));
        vec![
            it.case.draw(),
            html! { (view.words(&it.council)) },
            state_tag(view, &it.of, it.today),
            html! { (day(it.of.due_on)) },
            html! { (day(it.meeting.as_ref().map(Meeting::first_day))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = page.asked.iter().map(row).collect();
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("councils-asked-none"))) }
        @else { (ui::table(&view.t("councils-asked"), &head, &rows)) }
    }
}

/// The reports that are not delivered, the late ones first.
fn reports(view: &View, page: &ListPage) -> Markup {
    let head = [
        "council",
        "boards-report-title",
        "boards-report-due",
        "boards-state",
    ];
    let row = |(council, report, is_late): &(Words, CouncilReport, bool)| {
        let state = if *is_late {
            ui::tag(Tone::Danger, &view.t("boards-report-late"))
        } else {
            ui::tag(Tone::Info, &view.t("boards-report-open"))
        };
        vec![
            html! { (view.words(council)) },
            html! { (report.title) },
            html! { (view.date(report.due_on)) },
            state,
        ]
    };
    let rows: Vec<Vec<Markup>> = page.reports.iter().map(row).collect();
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("councils-reports-none"))) }
        @else { (ui::table(&view.t("councils-reports"), &head.map(|key| view.t(key)), &rows)) }
    }
}
