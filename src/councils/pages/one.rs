//! A council as the board above it sees it, with the forms of those who keep that board; and the form of a new one.

use super::{Told, above, disagreements, mandate, period, standing_tag};
use crate::boards::pages::Draft;
use crate::boards::rules::in_force;
use crate::boards::{Board, CouncilReport, Mandate};
use crate::cases::Case;
use crate::cases::pages::name;
use crate::councils::rules::{self, Standing};
use crate::councils::{Founding, Rhythm};
use crate::meetings::Meeting;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// What the page shows.
pub struct OnePage {
    pub board: Board,
    pub council: Board,
    pub founding: Option<Founding>,
    pub standing: Standing,
    /// Of the board, and of the council.
    pub mandates: (Vec<Mandate>, Vec<Mandate>),
    /// In which the council was decided.
    pub case: Option<Told>,
    /// The meetings of the council that are still to come.
    pub meetings: Vec<Meeting>,
    pub reports: Vec<CouncilReport>,
    /// The board's cases that a decision may have been made in.
    pub cases: Vec<Case>,
    pub today: NaiveDate,
    /// Whether the reader keeps the board above.
    pub keeps: bool,
    /// Whether the reader may open the council's own page.
    pub may_open: bool,
}

/// The forms of the page as they stand.
pub struct Drafts {
    pub basis: Draft,
    pub rhythm: Draft,
    pub end: Draft,
}

/// The form of a new council.
#[must_use]
pub fn new(view: &View, board: &Board, cases: &[Case], form: &Form) -> Markup {
    let mailbox = Field::new("mailbox", view.t("council-mailbox"));
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (ui::words(view, form, "name", &view.t("council-name"), true))
        (basis_fields(view, cases, form))
        (ui::input(view, form, "email", &mailbox.help(view.t("council-mailbox-help")).needed()))
    };
    let action = paths::of_board(board.id, "councils/new");
    let back = paths::of_board(board.id, "councils");
    html! {
        (above(view, board, false))
        (ui::heading(&view.t("council-new")))
        (ui::paragraph(&view.t("council-new-what")))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("council-make")))
    }
}

fn basis_fields(view: &View, cases: &[Case], form: &Form) -> Markup {
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let cases: Vec<(String, String)> = cases
        .iter()
        .map(|case| (case.id.to_string(), name(case)))
        .collect();
    let decision = field("decision", "council-decision").help(view.t("council-decision-help"));
    html! {
        (ui::input(view, form, "text", &decision.needed()))
        (ui::select(view, form, &field("case", "council-case").help(view.t("council-case-help")), &cases))
        (ui::input(view, form, "date", &field("from", "council-from").needed()))
        (ui::input(view, form, "date", &field("last-day", "council-last-day").help(view.t("council-last-day-help"))))
    }
}

/// The page of one council.
#[must_use]
pub fn page(view: &View, page: &OnePage, drafts: &Drafts) -> Markup {
    let (board, council) = &page.mandates;
    let council = in_force(council, page.today);
    let found = council.map_or_else(Vec::new, |council| {
        rules::disagreements(board, council, page.founding.as_ref(), page.today)
    });
    let is_over = page
        .founding
        .as_ref()
        .is_some_and(|it| it.dissolution.is_some());
    html! {
        (above(view, &page.board, false))
        (ui::heading(view.words(&page.council.name)))
        p { (standing_tag(view, page.standing)) }
        (disagreements(view, &found))
        (ui::facts(&facts(view, page)))
        @if page.may_open {
            div class="actions" {
                (ui::link_button(&paths::board(page.council.id), &view.t("council-open-page")))
                (ui::link_button(&paths::of_board(page.council.id, "mandates"), &view.t("council-open-mandates")))
            }
        }
        (ui::section("reports", &view.t("boards-reports"), &reports(view, page)))
        @if page.keeps && !is_over {
            (ui::section("basis", &view.t("council-basis"), &basis(view, page, &drafts.basis)))
            @if page.founding.is_some() {
                (ui::section("rhythm", &view.t("council-rhythm"), &rhythm(view, page, &drafts.rhythm)))
                (ui::section("end", &view.t("council-end"), &end(view, page, &drafts.end)))
            }
        }
    }
}

fn facts(view: &View, page: &OnePage) -> Vec<(String, Markup)> {
    let mut pairs: Vec<(&str, Markup)> = Vec::new();
    if let Some(founding) = &page.founding {
        let basis = &founding.basis;
        pairs.push(("council-decision", html! { (basis.decision) }));
        if let Some(case) = &page.case {
            pairs.push(("council-case", case.draw()));
        }
        pairs.push(("council-period", html! { (period(view, basis.period)) }));
        if let Some(end) = &founding.dissolution {
            pairs.push(("council-dissolved-decision", html! { (end.decision) }));
        }
    }
    pairs.push((
        "council-mandate",
        mandate(view, &page.mandates.1, page.today),
    ));
    let next = page.meetings.first();
    let next = next.map_or_else(|| "–".to_owned(), |it| view.date(it.first_day()));
    pairs.push(("council-next-meeting", html! { (next) }));
    pairs
        .into_iter()
        .map(|(key, value)| (view.t(key), value))
        .collect()
}

fn reports(view: &View, page: &OnePage) -> Markup {
    let said = |it: &Rhythm| {
        let values = [
            ("months", it.months.into()),
            ("date", it.from.into()),
            ("title", (&it.title).into()),
        ];
        view.tv("council-rhythm-says", &values)
    };
    let rhythm = page.founding.as_ref().and_then(|it| it.rhythm.as_ref());
    let line = |report: &CouncilReport| {
        let state = match report.delivered_at {
            Some(_) => ui::tag(Tone::Success, &view.t("boards-report-delivered")),
            None if report.due_on < page.today => {
                ui::tag(Tone::Danger, &view.t("boards-report-late"))
            }
            None => ui::tag(Tone::Info, &view.t("boards-report-open")),
        };
        html! { (report.title) ", " (view.date(report.due_on)) " " (state) }
    };
    let lines: Vec<Markup> = page.reports.iter().rev().map(line).collect();
    html! {
        @if let Some(rhythm) = rhythm { (ui::paragraph(&said(rhythm))) }
        @if lines.is_empty() { (ui::empty(&view.t("boards-no-reports"))) } @else { (ui::list(&lines)) }
    }
}

fn action(page: &OnePage, rest: &str) -> String {
    format!("{}{rest}", paths::council(page.board.id, page.council.id))
}

fn basis(view: &View, page: &OnePage, draft: &Draft) -> Markup {
    let form = &draft.form;
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (basis_fields(view, &page.cases, form))
    };
    html! {
        (draft.stale(view, &page.council))
        (ui::form(view, &action(page, ""), form, &body, &view.t("save")))
    }
}

fn rhythm(view: &View, page: &OnePage, draft: &Draft) -> Markup {
    let form = &draft.form;
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "number", &field("report-months", "council-report-months").help(view.t("council-report-months-help"))))
        (ui::input(view, form, "date", &field("report-from", "council-report-from")))
        (ui::input(view, form, "text", &field("report-title", "boards-report-title")))
    };
    html! {
        (ui::paragraph(&view.t("council-rhythm-what")))
        (draft.stale(view, &page.council))
        (ui::form(view, &action(page, "/rhythm"), form, &body, &view.t("save")))
    }
}

fn end(view: &View, page: &OnePage, draft: &Draft) -> Markup {
    let form = &draft.form;
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key)).needed();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "date", &field("dissolved-from", "council-dissolved-from").help(view.t("council-dissolved-from-help"))))
        (ui::input(view, form, "text", &field("dissolved-decision", "council-dissolved-decision")))
    };
    let line = |meeting: &Meeting| {
        let day = view.date(meeting.first_day());
        if page.may_open {
            ui::link(&paths::meeting(meeting.id), &day)
        } else {
            html! { (day) }
        }
    };
    let meetings: Vec<Markup> = page.meetings.iter().map(line).collect();
    html! {
        (ui::paragraph(&view.t("council-end-what")))
        @if !meetings.is_empty() {
            (ui::paragraph(&view.t("council-end-meetings")))
            (ui::list(&meetings))
        }
        (draft.stale(view, &page.council))
        (ui::form(view, &action(page, "/dissolution"), form, &body, &view.t("council-dissolve")))
    }
}
