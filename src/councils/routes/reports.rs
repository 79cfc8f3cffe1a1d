//! A report that a council owes gets another day, or is removed; the page that they stand on is the boards slice's.

use super::{by, plan};
use crate::boards::Board;
use crate::boards::routes::reports_page;
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::web::{As, Form, Keeper, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use std::sync::Arc;

type Who = As<Keeper, Board>;

/// The report that a form is about, as it was shown.
fn shown(form: &Form) -> Result<(RowId, i64)> {
    let row = form.value("row").parse();
    Ok((row.map_err(|_not_an_id| Error::NotFound)?, form.version()))
}

/// Writes and replans the council's mail; whether it was as it was shown.
async fn write(
    view: &View,
    who: &Who,
    work: impl Fn(&mut Conn) -> Result<()> + Send + 'static,
) -> Result<bool> {
    let (of, now) = (who.object.id, view.now);
    let tables = Arc::clone(&view.app.office.tables);
    let done = view.app.db.write(move |conn| {
        work(conn)?;
        tables.replan(conn, of, now)
    });
    match done.await {
        Ok(()) => Ok(true),
        Err(Error::Stale) => Ok(false),
        Err(error) => Err(error),
    }
}

/// It is due on another day.
pub(super) async fn another_day(
    view: View,
    who: Who,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let (of, shown, by) = (who.object.id, shown(&form)?, by(&view, &who.reader));
    let day = form.needed_date("another-day");
    if form.mistake("another-day").is_none() && day < who.object.today(view.now) {
        form.refuse("another-day", Said::new("boards-day-is-past"));
    }
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if form.is_right() {
        let work = move |conn: &mut Conn| plan::move_report(conn, of, shown, day, by);
        if write(&view, &who, work).await? {
            return Ok(view.go_saying(&paths::of_board(of, "reports"), "said-report-moved"));
        }
        form.notice = Some(Said::new("error-stale"));
        status = StatusCode::CONFLICT;
    }
    reports_page(&view, &who, (Form::default(), Some(form)), status).await
}

/// It is not owed any more. Pressed twice, it is removed all the same.
pub(super) async fn remove(view: View, who: Who, Posted(form): Posted) -> Result<HttpResponse> {
    let (of, shown, by) = (who.object.id, shown(&form)?, by(&view, &who.reader));
    let work = move |conn: &mut Conn| plan::remove_report(conn, of, shown, by);
    let said = if write(&view, &who, work).await? {
        "said-report-removed"
    } else {
        "said-report-not-as-shown"
    };
    Ok(view.go_saying(&paths::of_board(of, "reports"), said))
}
