//! Addresses of the boards slice. The handlers stand in the files beside, by page.

mod again;
mod boards;
mod calendar;
mod mandate_forms;
mod mandates;
mod new_term;
mod terms;

pub use again::{again, settled};
pub use calendar::reports_page;

use super::pages::{Draft, Lists};
use super::store::changes::By;
use super::{Board, Refusal, store};
use crate::audit;
use crate::calendar::Period;
use crate::db::ids::BoardId;
use crate::db::{Conn, code_words};
use crate::error::Result;
use crate::i18n::Said;
use crate::web::{Form, Reader, View, paths};
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};
use chrono::NaiveDate;
use std::sync::Arc;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    let (get, post) = (web::get, web::post);
    routes
        .route(paths::BOARDS, get().to(boards::list))
        .route(paths::NEW_BOARD, get().to(boards::new))
        .route(paths::NEW_BOARD, post().to(boards::add))
        .route(paths::BOARD, get().to(boards::page))
        .route(paths::BOARD_SETTINGS, get().to(boards::settings))
        .route(paths::BOARD_SETTINGS, post().to(boards::change))
        .route(paths::BOARD_CALENDAR, get().to(calendar::closures))
        .route(paths::BOARD_CALENDAR, post().to(calendar::add_closure))
        .route(
            paths::BOARD_CALENDAR_REMOVE,
            post().to(calendar::remove_closure),
        )
        .route(paths::BOARD_REMINDERS, get().to(calendar::reminders))
        .route(paths::BOARD_REMINDERS, post().to(calendar::add_reminder))
        .route(
            paths::BOARD_REMINDERS_REMOVE,
            post().to(calendar::remove_reminder),
        )
        .route(paths::BOARD_WEEKLY_MAIL, post().to(calendar::choose_weekly))
        .route(paths::BOARD_REPORTS, get().to(calendar::reports))
        .route(paths::BOARD_REPORTS, post().to(calendar::add_report))
        .route(
            paths::BOARD_REPORTS_DELIVERED,
            post().to(calendar::deliver_report),
        )
        .route(paths::BOARD_MANDATES, get().to(mandates::list))
        .route(paths::NEW_MANDATE, get().to(mandates::new))
        .route(paths::NEW_MANDATE, post().to(mandates::add))
        .route(paths::MANDATE, get().to(mandates::page))
        .route(paths::MANDATE_SETTINGS, post().to(mandates::change))
        .route(paths::MANDATE_RULES, post().to(mandates::save_rule))
        .route(paths::MANDATE_DEADLINES, post().to(mandates::save_deadline))
        .route(paths::MANDATE_REMOVE, post().to(mandates::remove))
        .route(paths::BOARD_TERMS, get().to(terms::page))
        .route(paths::BOARD_SEATS, post().to(terms::add_seats))
        .route(paths::BOARD_SEATS_END, post().to(terms::end_seat))
        .route(paths::NEW_APPOINTMENT, get().to(new_term::new))
        .route(paths::NEW_APPOINTMENT, post().to(new_term::appoint))
        .route(paths::APPOINTMENT, get().to(terms::appointment))
        .route(paths::APPOINTMENT_PERSON, post().to(terms::name_person))
        .route(paths::APPOINTMENT_NEW_PERSON, post().to(terms::new_person))
        .route(paths::APPOINTMENT_END_PERSON, post().to(terms::end_person))
        .route(paths::APPOINTMENT_LEVEL, post().to(terms::change_level))
        .route(paths::APPOINTMENT_ASK, post().to(terms::ask))
        .route(paths::APPOINTMENT_END, post().to(terms::end));
}

/// One write: the change with its audit entry, and the mail that follows from it. A refusal changes nothing.
///
/// # Errors
/// When the database fails, or whatever `work` fails with.
pub async fn write<T: Send + 'static>(
    view: &View,
    reader: &Reader,
    board: BoardId,
    work: impl Fn(&mut Conn, By) -> Result<Result<T, Refusal>> + Send + 'static,
) -> Result<Result<T, Refusal>> {
    let by = By {
        person: reader.id,
        at: view.now,
    };
    let tables = Arc::clone(&view.app.office.tables);
    let done = view.app.db.write(move |conn| {
        let done = work(conn, by)?;
        if done.is_ok() {
            tables.replan(conn, board, by.at)?;
        }
        Ok(done)
    });
    done.await
}

/// What a page shows when a change was refused: the mistake at its field, or who saved first, with the version that
/// stands now and all that was typed.
async fn refused(
    view: &View,
    form: Form,
    refusal: Refusal,
    object: &str,
    now_at: i64,
) -> Result<(StatusCode, Draft)> {
    let mut draft = Draft::of(form);
    if refusal != Refusal::Stale {
        draft.refuse(refusal);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, draft));
    }
    let (object, since) = (object.to_owned(), draft.form.version());
    draft.happened = view
        .app
        .db
        .read(move |conn| audit::since(conn, &object, since))
        .await?;
    if draft.happened.is_empty() {
        draft.form.notice = Some(Said::new("error-stale"));
    }
    draft.form.put("version", now_at.to_string());
    Ok((StatusCode::CONFLICT, draft))
}

fn lists(conn: &mut Conn) -> Result<Lists> {
    Ok(Lists {
        board_kinds: code_words::list(conn, "board_kind")?,
        meeting_kinds: code_words::list(conn, "meeting_kind")?,
        seat_kinds: code_words::list(conn, "seat_kind")?,
        outcomes: code_words::list(conn, "outcome")?,
        organisation_kinds: code_words::list(conn, "organisation_kind")?,
        sizes: code_words::list(conn, "organisation_size")?,
        levels: code_words::list(conn, "level")?,
    })
}

async fn board_and_lists(view: &View, id: BoardId) -> Result<(Board, Lists)> {
    let read = move |conn: &mut Conn| Ok((store::board(conn, id)?, lists(conn)?));
    view.app.db.read(read).await
}

/// A period typed as its first and last day; without a last day it has no end.
fn period(form: &mut Form, from: &str, last_day: &str) -> Period {
    let first = form.needed_date(from);
    let last = form.date(last_day);
    let until = last.and_then(|day| day.succ_opt());
    Period::new(first, until).unwrap_or_else(|_empty| {
        form.refuse(last_day, Said::new("boards-ends-before-it-begins"));
        Period {
            from: first,
            until: None,
        }
    })
}

/// A last day as the first day after it.
fn after_last_day(form: &mut Form, name: &str) -> NaiveDate {
    let day = form.needed_date(name);
    day.succ_opt().unwrap_or(day)
}
