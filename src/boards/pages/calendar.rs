//! What a board's calendar and mail are told by its keeper: the weeks it keeps free, who is reminded of what, and the
//! reports it owes.

use super::board::below;
use super::{Draft, coded, period, reminder_text};
use crate::boards::store::changes::ClosureRow;
use crate::boards::store::weekday;
use crate::boards::{Board, CouncilReport, ReminderRule, ToRole, about};
use crate::calendar::ClosureKind;
use crate::db::types::Words;
use crate::i18n::dates;
use crate::web::access::Right;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, Keeper, View, paths, ui};
use maud::{Markup, html};

fn remove(view: &View, board: &Board, page: &str, row: &str, follows: &str) -> Markup {
    let action = paths::of_board(board.id, &format!("{page}/remove"));
    ui::confirmed(view, &action, &[("row", row)], &view.t("remove"), follows)
}

/// The weeks a board keeps free, and a form for more.
#[must_use]
pub fn closures(view: &View, board: &Board, closures: &[ClosureRow], draft: &Draft) -> Markup {
    let kind = |kind: ClosureKind| view.t(&format!("boards-closure-{}", kind.code()));
    let rows: Vec<Vec<Markup>> = closures
        .iter()
        .map(|it| {
            vec![
                html! { (view.words(&it.label)) },
                html! { (kind(it.kind)) },
                html! { (period(view, it.period)) },
                remove(
                    view,
                    board,
                    "calendar",
                    it.id.as_str(),
                    &view.t("boards-calendar-follows"),
                ),
            ]
        })
        .collect();
    let form = &draft.form;
    let kinds = ClosureKind::ALL.map(ClosureKind::code);
    let fields = html! {
        (ui::select(view, form, &Field::new("kind", view.t("boards-closure-kind")).needed(), &coded(view, "boards-closure-", &kinds)))
        (ui::input(view, form, "date", &Field::new("from", view.t("boards-first-day")).needed()))
        (ui::input(view, form, "date", &Field::new("last-day", view.t("boards-last-day")).needed()))
        (ui::words(view, form, "label", &view.t("boards-closure-label"), true))
    };
    let body = html! {
        (ui::paragraph(&view.t("boards-closures-intro")))
        @if rows.is_empty() { (ui::empty(&view.t("boards-no-closures"))) }
        @else {
            (ui::table(&view.t("boards-closures"),
                &[view.t("boards-closure-label"), view.t("boards-closure-kind"), view.t("boards-period"), view.t("remove")], &rows))
        }
        (ui::section_heading("add", &view.t("boards-closure-add")))
        (ui::form(view, &paths::of_board(board.id, "calendar"), form, &fields, &view.t("save")))
    };
    below(view, board, &view.t("boards-calendar"), &body)
}

/// Who is reminded of what, and a form for more.
#[must_use]
pub fn reminders(
    view: &View,
    board: &Board,
    rules: &[ReminderRule],
    draft: &Draft,
    weekly: &Draft,
) -> Markup {
    let mut rules: Vec<&ReminderRule> = rules.iter().collect();
    let place = |code: &str| about::ALL.iter().position(|it| *it == code);
    rules.sort_by_key(|rule| (place(&rule.about), rule.kind, rule.to, -rule.quantity));
    let rows: Vec<Vec<Markup>> = rules
        .iter()
        .map(|rule| {
            vec![
                html! { (reminder_text(view, rule)) },
                remove(
                    view,
                    board,
                    "reminders",
                    rule.id.as_str(),
                    &view.t("boards-reminders-follows"),
                ),
            ]
        })
        .collect();
    let body = html! {
        (ui::paragraph(&view.t("boards-reminders-intro")))
        p class="ds-paragraph" { (ui::link("#weekly", &view.t("boards-weekly"))) }
        @if rows.is_empty() { (ui::empty(&view.t("boards-no-reminders"))) }
        @else { (ui::table(&view.t("boards-reminders"), &[view.t("boards-reminder"), view.t("remove")], &rows)) }
        (ui::section_heading("add", &view.t("boards-reminder-add")))
        (ui::form(view, &paths::of_board(board.id, "reminders"), &draft.form, &reminder_fields(view, draft), &view.t("save")))
        (ui::section_heading("weekly", &view.t("boards-weekly")))
        (weekly.stale(view, board))
        (ui::paragraph(&view.t("boards-weekly-says")))
        (ui::form(view, &paths::of_board(board.id, "reminders/weekly"), &weekly.form, &weekly_fields(view, &weekly.form), &view.t("save")))
    };
    below(view, board, &view.t("boards-reminders"), &body)
}

/// What the board has chosen, as its form.
#[must_use]
pub fn weekly_filled(board: &Board) -> Form {
    let chosen = board.weekly_mail;
    let ticked = if chosen.to_secretariat { "yes" } else { "" };
    Form::filled([
        ("version", board.version.to_string()),
        ("to-secretariat", ticked.to_owned()),
        ("weekday", chosen.weekday.number_from_monday().to_string()),
        ("at", chosen.at.format("%H:%M").to_string()),
    ])
}

fn weekly_fields(view: &View, form: &Form) -> Markup {
    let days: Vec<(String, String)> = (1..=7)
        .filter_map(weekday)
        .map(|day| {
            let number = day.number_from_monday().to_string();
            (number, dates::weekday(view.language, day).to_owned())
        })
        .collect();
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    html! {
        (ui::hidden("version", form.value("version")))
        (ui::checkbox(view, form, &field("to-secretariat", "boards-weekly-to-secretariat")))
        (ui::select(view, form, &field("weekday", "boards-weekly-weekday").needed(), &days))
        (ui::input(view, form, "time", &field("at", "boards-weekly-at").needed()))
    }
}

fn reminder_fields(view: &View, draft: &Draft) -> Markup {
    let form = &draft.form;
    let roles: Vec<&str> = ToRole::ALL.iter().map(|role| role.code()).collect();
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let when = coded(view, "boards-when-", &["before", "overdue"]);
    let units = coded(view, "boards-unit-", &["days", "months"]);
    html! {
        (ui::select(view, form, &field("about", "boards-reminder-about").needed(), &coded(view, "boards-about-", &about::ALL)))
        (ui::select(view, form, &field("to", "boards-reminder-to").needed(), &coded(view, "boards-to-", &roles)))
        (ui::select(view, form, &field("when", "boards-reminder-when").needed(), &when))
        (ui::input(view, form, "number", &field("quantity", "boards-reminder-quantity").needed()))
        (ui::select(view, form, &field("unit", "boards-reminder-unit").needed(), &units))
        (ui::input(view, form, "number", &field("at-most", "boards-reminder-at-most").help(view.t("boards-reminder-at-most-help"))))
    }
}

/// The reports a council owes the board above it.
#[must_use]
pub fn reports(
    view: &View,
    board: &Board,
    (reports, of_councils): &(Vec<CouncilReport>, Vec<(Words, CouncilReport)>),
    (new, day): (&Form, Option<&Form>),
) -> Markup {
    let body = html! {
        @if !of_councils.is_empty() { (reports_of_councils(view, board, of_councils)) }
        @if board.parent.is_some() || !reports.is_empty() || !new.is_right() { (own_reports(view, board, reports, (new, day))) }
        @else if of_councils.is_empty() { (ui::empty(&view.t("boards-reports-nobody"))) }
    };
    below(view, board, &view.t("boards-reports"), &body)
}

fn report_state(view: &View, board: &Board, report: &CouncilReport) -> Markup {
    match report.delivered_at {
        Some(at) => html! {
            (ui::tag(Tone::Success, &view.t("boards-report-delivered"))) " " (view.moment(board.zone, at))
        },
        None if report.due_on < board.today(view.now) => {
            ui::tag(Tone::Danger, &view.t("boards-report-late"))
        }
        None => ui::tag(Tone::Info, &view.t("boards-report-open")),
    }
}

/// What the boards below owe this one.
fn reports_of_councils(view: &View, board: &Board, reports: &[(Words, CouncilReport)]) -> Markup {
    let head = [
        "boards-report-from",
        "boards-report-title",
        "boards-report-due",
        "boards-state",
    ];
    let row = |(council, report): &(Words, CouncilReport)| {
        vec![
            council_name(view, report, view.words(council)),
            html! { (report.title) },
            html! { (view.date(report.due_on)) },
            report_state(view, board, report),
        ]
    };
    let rows: Vec<Vec<Markup>> = reports.iter().map(row).collect();
    let title = view.t("boards-reports-of-councils");
    html! {
        (ui::section_heading("councils", &title))
        (ui::table(&title, &head.map(|key| view.t(key)), &rows))
    }
}

/// A link for those who keep the council too: a role on a board above gives none below by itself.
fn council_name(view: &View, report: &CouncilReport, name: &str) -> Markup {
    let reader = view.reader.as_ref();
    if reader.is_some_and(|it| Keeper::has(&it.roles, report.board)) {
        return ui::link(&paths::of_board(report.board, "reports"), name);
    }
    html! { (name) }
}

/// What this board owes the one above it, and a form for more.
fn own_reports(
    view: &View,
    board: &Board,
    reports: &[CouncilReport],
    (form, day): (&Form, Option<&Form>),
) -> Markup {
    let deliver = paths::of_board(board.id, "reports/delivered");
    let rows: Vec<Vec<Markup>> = reports
        .iter()
        .map(|report| {
            vec![
                html! { (report.title) },
                html! { (view.date(report.due_on)) },
                report_state(view, board, report),
                html! { @if report.delivered_at.is_none() {
                    (ui::confirmed(view, &deliver, &[("row", report.id.as_str())], &view.t("boards-report-deliver"), &view.t("boards-report-deliver-follows")))
                    (changing(view, board, report))
                } },
            ]
        })
        .collect();
    let fields = html! {
        (ui::input(view, form, "text", &Field::new("title", view.t("boards-report-title")).needed()))
        (ui::input(view, form, "date", &Field::new("due-on", view.t("boards-report-due")).needed()))
    };
    html! {
        (ui::paragraph(&view.t("boards-reports-intro")))
        @if rows.is_empty() { (ui::empty(&view.t("boards-no-reports"))) }
        @else {
            (ui::table(&view.t("boards-reports"),
                &[view.t("boards-report-title"), view.t("boards-report-due"), view.t("boards-state"), view.t("change")], &rows))
        }
        @if let Some(day) = day { (another_day(view, board, reports, day)) }
        (ui::section_heading("add", &view.t("boards-report-add")))
        (ui::form(view, &paths::of_board(board.id, "reports"), form, &fields, &view.t("save")))
    }
}

/// The ways to another day for a report, and to none.
fn changing(view: &View, board: &Board, report: &CouncilReport) -> Markup {
    let here = paths::of_board(board.id, "reports");
    let version = report.version.to_string();
    let fields = [("row", report.id.as_str()), ("version", version.as_str())];
    let follows = view.t("boards-report-remove-follows");
    html! {
        (ui::confirmed(view, &format!("{here}/removal"), &fields, &view.t("remove"), &follows))
        p { (ui::link(&format!("{here}?row={}#day", report.id), &view.t("boards-report-move"))) }
    }
}

/// The form of another day for a report.
fn another_day(view: &View, board: &Board, reports: &[CouncilReport], form: &Form) -> Markup {
    let of = reports
        .iter()
        .find(|it| it.id.as_str() == form.value("row"));
    let title = of.map_or("", |it| it.title.as_str());
    let field = Field::new("another-day", view.t("boards-report-due")).needed();
    let fields = html! {
        (ui::hidden("row", form.value("row")))
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "date", &field))
    };
    let action = paths::of_board(board.id, "reports/day");
    html! {
        (ui::section_heading("day", &view.tv("boards-report-another-day", &[("report", title.into())])))
        (ui::form(view, &action, form, &fields, &view.t("save")))
    }
}
