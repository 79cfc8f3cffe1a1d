//! The pages of versions as documents: the text, its way to approval, what differs, and what one would change.

mod compare;
mod document;
mod step;

use crate::boards::pages::{Draft, Lists};
use crate::boards::routes::write;
use crate::boards::{Board, Mandate, Refusal, store as boards};
use crate::db::ids::BoardId;
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::web::access::Right;
use crate::web::{Keeper, Reader, View, paths};
use crate::{audit, boards::pages::mandates as board_pages};
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};
use maud::Markup;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    let (get, post) = (web::get, web::post);
    routes
        .route(paths::NEW_MANDATE_DRAFT, get().to(document::new))
        .route(paths::NEW_MANDATE_DRAFT, post().to(document::add))
        .route(paths::MANDATE_TEXT, get().to(document::page))
        .route(paths::MANDATE_WRITE, get().to(document::write_form))
        .route(paths::MANDATE_WRITE, post().to(document::written))
        .route(paths::MANDATE_STEP, post().to(step::step))
        .route(paths::MANDATE_DIFFERENCE, get().to(compare::difference))
        .route(paths::MANDATE_WHAT_IF, get().to(compare::what_if))
        .route(paths::MANDATE_WHAT_IF, post().to(compare::use_numbers));
}

/// What is not as it should be with a board's mandate, on the board's page.
///
/// # Errors
/// When the database fails.
pub fn panel(conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let today = boards::board(conn, of)?.today(view.now);
    let flags = boards::faults(conn, [of], today)?.remove(&of);
    Ok(board_pages::flags(view, of, &flags.unwrap_or_default()))
}

/// A version that the reader may read: a draft is the secretariat's.
fn shown(reader: &Reader, of: &Mandate) -> Result<()> {
    let may = of.state.is_shown() || Keeper::has(&reader.roles, of.board);
    may.then_some(()).ok_or(Error::NotFound)
}

/// Puts a refusal where it is told: at its field, above the form, or as who saved first with the version that stands now.
async fn refuse(
    view: &View,
    draft: &mut Draft,
    refusal: Refusal,
    of: &Mandate,
) -> Result<StatusCode> {
    match refusal {
        Refusal::Because("act", said) => draft.form.notice = Some(said),
        Refusal::Because(..) => draft.refuse(refusal),
        Refusal::Stale => {
            let (id, since) = (of.id, draft.form.version());
            let read = move |conn: &mut Conn| {
                let standing = boards::mandate(conn, id)?.version;
                Ok((audit::since(conn, id.as_str(), since)?, standing))
            };
            let (happened, standing) = view.app.db.read(read).await?;
            if happened.is_empty() {
                draft.form.notice = Some(Said::new("error-stale"));
            }
            draft.happened = happened;
            draft.form.put("version", standing.to_string());
            return Ok(StatusCode::CONFLICT);
        }
    }
    Ok(StatusCode::UNPROCESSABLE_ENTITY)
}

/// The board of a version.
async fn board_of(view: &View, of: &Mandate) -> Result<Board> {
    let id = of.board;
    view.app.db.read(move |conn| boards::board(conn, id)).await
}

/// The open lists whose words rules and lead times need.
fn lists(conn: &mut Conn) -> Result<Lists> {
    Ok(Lists {
        board_kinds: Vec::new(),
        meeting_kinds: code_words::list(conn, "meeting_kind")?,
        seat_kinds: code_words::list(conn, "seat_kind")?,
        outcomes: code_words::list(conn, "outcome")?,
        organisation_kinds: code_words::list(conn, "organisation_kind")?,
        sizes: code_words::list(conn, "organisation_size")?,
        levels: code_words::list(conn, "level")?,
    })
}
