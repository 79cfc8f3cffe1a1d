//! Addresses of the ledger. Whose mail a reader may see is asked of every row: mail of another board does not exist.

use super::pages;
use super::pages::ledger::{Rows, Show};
use super::store::ledger::{self, Of, Which};
use super::{Scope, store};
use crate::audit::Actor;
use crate::db::ids::{BoardId, MessageId, OccasionId, PersonId};
use crate::error::{Error, Result};
use crate::web::{Form, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, Query, ServiceConfig};
use std::collections::HashMap;
use std::str::FromStr;

pub(super) fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::LEDGER, web::get().to(list))
        .route(paths::OCCASION, web::get().to(occasion))
        .route(paths::TRY_OCCASION_AGAIN, web::post().to(try_again))
        .route(paths::MESSAGE, web::get().to(message))
        .route(paths::RESEND_MESSAGE, web::post().to(resend))
        .route(paths::MAIL_OF, web::get().to(mail_of));
}

fn parsed<T: FromStr>(text: &str) -> Result<T> {
    text.parse().map_err(|_not_an_id| Error::NotFound)
}

/// Whose mail is asked for: a board's, that of no board, or by default all the reader's boards'.
fn of(scope: &Scope, board: &str) -> Result<Of> {
    match board {
        "none" if scope.boardless => Ok(Of::Nobody),
        "" if scope.boards.is_empty() => Ok(Of::Nobody),
        "" => Ok(Of::Boards(scope.boards.clone())),
        one => {
            let board: BoardId = parsed(one)?;
            if scope.holds(Some(board)) {
                Ok(Of::Boards(vec![board]))
            } else {
                Err(Error::NotFound)
            }
        }
    }
}

async fn list(
    view: View,
    reader: Reader,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let scope = Scope::of_ledger(&reader)?;
    let code = asked.get("show").map_or("coming", String::as_str);
    let show = Show::ALL
        .into_iter()
        .find(|show| show.code() == code)
        .ok_or(Error::NotFound)?;
    let before: Option<MessageId> = asked.get("before").map(|id| parsed(id)).transpose()?;
    let board = asked.get("board").cloned().unwrap_or_default();
    let of = of(&scope, &board)?;
    let boardless = scope.boardless;
    let read = move |conn: &mut _| {
        let places = ledger::choices(conn, &scope.boards)?;
        Ok((places, rows(conn, show, &of, before)?))
    };
    let (places, rows) = view.app.db.read(read).await?;
    let filter = Form::filled([("board", board)]);
    let content = pages::ledger::ledger(&view, show, &places, boardless, &filter, &rows);
    Ok(view.page(&view.t("ledger-title"), &content))
}

fn rows(
    conn: &mut crate::db::Conn,
    show: Show,
    of: &Of,
    before: Option<MessageId>,
) -> Result<Rows> {
    let which = match show {
        Show::Coming => return Ok(Rows::Occasions(ledger::coming(conn, of)?)),
        Show::Alarms => return Ok(Rows::Occasions(ledger::alarms(conn, of)?)),
        Show::Waiting => Which::Waiting,
        Show::HandedOver => Which::HandedOver,
        Show::Dead => Which::Dead,
    };
    let mut lines = ledger::messages(conn, of, which, before)?;
    let most = usize::try_from(ledger::MOST).unwrap_or(usize::MAX);
    let is_more = lines.len() > most;
    lines.truncate(most);
    let older = lines.last().filter(|_last| is_more).map(|line| line.id);
    Ok(Rows::Messages(lines, older))
}

async fn occasion(view: View, reader: Reader, id: Path<String>) -> Result<HttpResponse> {
    let scope = Scope::of_ledger(&reader)?;
    let id: OccasionId = parsed(&id)?;
    let read = move |conn: &mut _| {
        let line = ledger::occasion(conn, id)?;
        if !scope.holds(line.occasion.board_id) {
            return Err(Error::NotFound);
        }
        Ok((line, ledger::messages_of(conn, id)?))
    };
    let (line, made) = view.app.db.read(read).await?;
    let content = pages::message::occasion(&view, &line, &made);
    Ok(view.page(&view.t("ledger-occasion"), &content))
}

async fn message(view: View, reader: Reader, id: Path<String>) -> Result<HttpResponse> {
    let scope = Scope::of_ledger(&reader)?;
    let id: MessageId = parsed(&id)?;
    let read = move |conn: &mut _| {
        let whole = ledger::message(conn, id)?;
        if scope.holds(whole.message.board_id) {
            Ok(whole)
        } else {
            Err(Error::NotFound)
        }
    };
    let whole = view.app.db.read(read).await?;
    let content = pages::message::message(&view, &whole);
    Ok(view.page(&whole.message.subject, &content))
}

async fn mail_of(view: View, reader: Reader, id: Path<String>) -> Result<HttpResponse> {
    let scope = Scope::of_ledger(&reader)?;
    let id: PersonId = parsed(&id)?;
    let now = view.now;
    let read = move |conn: &mut _| store::person_mail::mail_of(conn, id, &scope, now);
    let mail = view.app.db.read(read).await?;
    let title = view.tv("ledger-mail-of", &[("name", mail.name.as_str().into())]);
    Ok(view.page(&title, &pages::message::mail_of(&view, &mail)))
}

async fn resend(
    view: View,
    reader: Reader,
    id: Path<String>,
    _posted: Posted,
) -> Result<HttpResponse> {
    let scope = Scope::of_ledger(&reader)?;
    let id: MessageId = parsed(&id)?;
    let (actor, now) = (Actor::Person(reader.id), view.now);
    let write = move |conn: &mut _| {
        let whole = ledger::message(conn, id)?;
        if !scope.holds(whole.message.board_id) {
            return Err(Error::NotFound);
        }
        ledger::resend(conn, &whole.message, actor, now)
    };
    view.app.db.write(write).await?;
    view.app.office.bell.ring();
    Ok(view.go_saying(&paths::message(id), "said-message-resent"))
}

async fn try_again(
    view: View,
    reader: Reader,
    id: Path<String>,
    _posted: Posted,
) -> Result<HttpResponse> {
    let scope = Scope::of_ledger(&reader)?;
    let id: OccasionId = parsed(&id)?;
    let (actor, now) = (Actor::Person(reader.id), view.now);
    let write = move |conn: &mut _| {
        let line = ledger::occasion(conn, id)?;
        if !scope.holds(line.occasion.board_id) {
            return Err(Error::NotFound);
        }
        ledger::try_again(conn, &line.occasion, actor, now)
    };
    view.app.db.write(write).await?;
    view.app.office.bell.ring();
    Ok(view.go_saying(&paths::occasion(id), "said-occasion-tried-again"))
}
