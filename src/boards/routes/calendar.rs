//! The weeks a board keeps free, who is reminded of what, and the reports it owes.

use super::{after_last_day, board_and_lists, refused, write};
use crate::boards::pages::{Draft, calendar as pages};
use crate::boards::store::{self, changes, reports as report_rows};
use crate::boards::{Board, Refusal, ReminderKind, ReminderRule, ReminderUnit, WeeklyMail, about};
use crate::calendar::ClosureKind;
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::web::{As, Form, Keeper, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use std::collections::HashMap;

type Who = As<Keeper, Board>;

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

fn row(form: &Form) -> Result<RowId> {
    form.value("row")
        .parse()
        .map_err(|_not_an_id| Error::NotFound)
}

async fn closures_page(
    view: &View,
    who: &Who,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse> {
    let id = who.object.id;
    let rows = view
        .app
        .db
        .read(move |conn| changes::closure_rows(conn, id))
        .await?;
    let content = pages::closures(view, &who.object, &rows, &Draft::of(form));
    Ok(view.page_with(status, &view.t("boards-calendar"), &content))
}

pub(super) async fn closures(view: View, who: Who) -> Result<HttpResponse> {
    closures_page(&view, &who, Form::default(), StatusCode::OK).await
}

pub(super) async fn add_closure(view: View, who: Who, posted: Posted) -> Result<HttpResponse> {
    let (id, mut form) = (who.object.id, posted.0);
    let kind = ClosureKind::from_code(form.value("kind"));
    if kind.is_none() {
        form.refuse("kind", Said::new("form-not-a-choice"));
    }
    let from = form.needed_date("from");
    let until = after_last_day(&mut form, "last-day");
    if until <= from && form.mistake("last-day").is_none() {
        form.refuse("last-day", Said::new("boards-ends-before-it-begins"));
    }
    let label = form.words("label", 80, true);
    let Some(kind) = kind.filter(|_| form.is_right()) else {
        return closures_page(&view, &who, form, WRONG).await;
    };
    let done = write(&view, &who.reader, id, move |conn, by| {
        changes::add_closure(conn, by, id, kind, (from, until), &label).map(Ok)
    });
    match done.await? {
        Ok(()) => Ok(view.go_saying(&paths::of_board(id, "calendar"), "said-closure-added")),
        Err(_refusal) => closures_page(&view, &who, form, WRONG).await,
    }
}

pub(super) async fn remove_closure(view: View, who: Who, posted: Posted) -> Result<HttpResponse> {
    let (id, row) = (who.object.id, row(&posted.0)?);
    let work = move |conn: &mut Conn, by| {
        changes::remove_closure(conn, by, id, row).map(Ok::<(), Refusal>)
    };
    write(&view, &who.reader, id, work).await?.ok();
    Ok(view.go_saying(&paths::of_board(id, "calendar"), "said-closure-removed"))
}

async fn reminders_page(
    view: &View,
    who: &Who,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse> {
    let weekly = Draft::of(pages::weekly_filled(&who.object));
    both_forms(view, &who.object, &Draft::of(form), &weekly, status).await
}

async fn both_forms(
    view: &View,
    board: &Board,
    draft: &Draft,
    weekly: &Draft,
    status: StatusCode,
) -> Result<HttpResponse> {
    let id = board.id;
    let rules = view
        .app
        .db
        .read(move |conn| store::reminders(conn, id))
        .await?;
    let content = pages::reminders(view, board, &rules, draft, weekly);
    Ok(view.page_with(status, &view.t("boards-reminders"), &content))
}

/// One mail a week for the secretariat, and when everyone who has chosen one gets it.
pub(super) async fn choose_weekly(view: View, who: Who, posted: Posted) -> Result<HttpResponse> {
    let (id, mut form) = (who.object.id, posted.0);
    let weekday = store::weekday(form.needed_number("weekday", 1..=7));
    let at = form.needed_time("at");
    let Some(weekday) = weekday.filter(|_| form.is_right()) else {
        let weekly = Draft::of(form);
        return both_forms(&view, &who.object, &fresh_reminder(), &weekly, WRONG).await;
    };
    let chosen = WeeklyMail {
        to_secretariat: form.is_ticked("to-secretariat"),
        weekday,
        at,
    };
    let version = form.version();
    let done = write(&view, &who.reader, id, move |conn, by| {
        store::weekly_mail::change(conn, by, id, version, chosen)
    });
    let Err(refusal) = done.await? else {
        let here = paths::of_board(id, "reminders");
        return Ok(view.go_saying(&here, "said-board-weekly-saved"));
    };
    let (board, _) = board_and_lists(&view, id).await?;
    let (status, weekly) = refused(&view, form, refusal, id.as_str(), board.version).await?;
    both_forms(&view, &board, &fresh_reminder(), &weekly, status).await
}

pub(super) async fn reminders(view: View, who: Who) -> Result<HttpResponse> {
    reminders_page(&view, &who, fresh_reminder().form, StatusCode::OK).await
}

fn fresh_reminder() -> Draft {
    let most = [("when", "before".to_owned()), ("unit", "days".to_owned())];
    Draft::of(Form::filled(most))
}

pub(super) async fn add_reminder(view: View, who: Who, posted: Posted) -> Result<HttpResponse> {
    let (id, mut form) = (who.object.id, posted.0);
    let Some(rule) = reminder(&mut form) else {
        return reminders_page(&view, &who, form, WRONG).await;
    };
    let done = write(&view, &who.reader, id, move |conn, by| {
        changes::add_reminder(conn, by, id, &rule)
    });
    match done.await? {
        Ok(()) => Ok(view.go_saying(&paths::of_board(id, "reminders"), "said-reminder-added")),
        Err(refusal) => {
            let mut draft = Draft::of(form);
            draft.refuse(refusal);
            reminders_page(&view, &who, draft.form, WRONG).await
        }
    }
}

/// Reads the form; none when something in it is wrong.
fn reminder(form: &mut Form) -> Option<ReminderRule> {
    let about = form.needed_line("about", 60);
    if form.mistake("about").is_none() && !about::ALL.contains(&about.as_str()) {
        form.refuse("about", Said::new("form-not-a-choice"));
    }
    let to = form.choice("to");
    let kind: Option<ReminderKind> = form.choice("when");
    let unit: Option<ReminderUnit> = form.choice("unit");
    let quantity = form.needed_number("quantity", 1..=366);
    let at_most = form.number("at-most", 1..=20);
    if (kind, unit) == (Some(ReminderKind::Overdue), Some(ReminderUnit::Months)) {
        form.refuse("unit", Said::new("boards-overdue-in-days"));
    }
    let rule = ReminderRule {
        id: RowId::new(),
        about,
        to: to?,
        kind: kind?,
        quantity,
        unit: unit?,
        at_most: at_most.unwrap_or(1),
    };
    form.is_right().then_some(rule)
}

pub(super) async fn remove_reminder(view: View, who: Who, posted: Posted) -> Result<HttpResponse> {
    let (id, row) = (who.object.id, row(&posted.0)?);
    let work = move |conn: &mut Conn, by| {
        changes::remove_reminder(conn, by, id, row).map(Ok::<(), Refusal>)
    };
    write(&view, &who.reader, id, work).await?.ok();
    Ok(view.go_saying(&paths::of_board(id, "reminders"), "said-reminder-removed"))
}

/// The page of reports, with the form of a new one and that of another day for one of them.
///
/// # Errors
/// When the database fails.
pub async fn reports_page(
    view: &View,
    who: &Who,
    (new, day): (Form, Option<Form>),
    status: StatusCode,
) -> Result<HttpResponse> {
    let id = who.object.id;
    let rows = view
        .app
        .db
        .read(move |conn| {
            let owed = report_rows::of_councils(conn, id)?;
            Ok((report_rows::reports(conn, id)?, owed))
        })
        .await?;
    let content = pages::reports(view, &who.object, &rows, (&new, day.as_ref()));
    Ok(view.page_with(status, &view.t("boards-reports"), &content))
}

pub(super) async fn reports(
    view: View,
    who: Who,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let (of, row) = (
        who.object.id,
        asked.get("row").and_then(|row| row.parse().ok()),
    );
    let read = move |conn: &mut Conn| match row {
        Some(row) => report_rows::report(conn, row),
        None => Ok(None),
    };
    let report = view.app.db.read(read).await?;
    let report = report.filter(|it| it.board == of && it.delivered_at.is_none());
    let day = report.map(|it| {
        Form::filled([
            ("row", it.id.to_string()),
            ("version", it.version.to_string()),
            ("another-day", it.due_on.to_string()),
        ])
    });
    reports_page(&view, &who, (Form::default(), day), StatusCode::OK).await
}

pub(super) async fn add_report(view: View, who: Who, posted: Posted) -> Result<HttpResponse> {
    let (id, mut form) = (who.object.id, posted.0);
    let (title, due_on) = (form.needed_line("title", 200), form.needed_date("due-on"));
    if !form.is_right() {
        return reports_page(&view, &who, (form, None), WRONG).await;
    }
    let work = move |conn: &mut Conn, by| {
        report_rows::add_report(conn, by, id, &title, due_on).map(Ok::<(), Refusal>)
    };
    write(&view, &who.reader, id, work).await?.ok();
    Ok(view.go_saying(&paths::of_board(id, "reports"), "said-report-added"))
}

pub(super) async fn deliver_report(view: View, who: Who, posted: Posted) -> Result<HttpResponse> {
    let (id, row) = (who.object.id, row(&posted.0)?);
    let done = write(&view, &who.reader, id, move |conn, by| {
        report_rows::deliver_report(conn, by, id, row)
    });
    // Pressed twice, or by two people: it is delivered all the same.
    let said = match done.await? {
        Ok(()) => "said-report-delivered",
        Err(_refusal) => "said-report-was-delivered",
    };
    Ok(view.go_saying(&paths::of_board(id, "reports"), said))
}
