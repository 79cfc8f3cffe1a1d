//! Addresses of related bodies: reading them here, keeping them and their hearings in the files beside.

mod case;
mod edit;

pub use case::{marks, panel};

use super::pages::{self, RelationsPage};
use super::rules::{self, Due};
use super::{KINDS, SUBJECTS, store};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{BoardId, OrganisationId};
use crate::error::Result;
use crate::people::store as people;
use crate::web::access::Right;
use crate::web::{As, Insider, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use maud::Markup;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::BOARD_RELATIONS, web::get().to(list))
        .route(paths::NEW_RELATION, web::get().to(edit::new))
        .route(paths::NEW_RELATION, web::post().to(edit::add))
        .route(paths::RELATION_EDIT, web::get().to(edit::edit))
        .route(paths::RELATION_EDIT, web::post().to(edit::change))
        .route(paths::RELATION_REVIEW, web::get().to(edit::review))
        .route(paths::RELATION_REVIEW, web::post().to(edit::reviewed))
        .route(paths::CASE_HEARD, web::get().to(case::hearing))
        .route(paths::CASE_HEARD, web::post().to(case::heard));
}

/// The way to a board's relations, for those with a role on it.
///
/// # Errors
/// When the database fails.
pub fn on_board(conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let reader = view.reader.as_ref();
    let Some(reader) = reader.filter(|reader| Insider::has(&reader.roles, of)) else {
        return Ok(Markup::default());
    };
    let mut overdue = 0;
    if Secretary::has(&reader.roles, of) {
        let today = boards::board(conn, of)?.today(view.now);
        let bodies = store::of_board(conn, of)?;
        let late = bodies.iter();
        let late = late.filter(|body| rules::due(body, today) == Due::Overdue);
        overdue = late.count();
    }
    let count = store::count(conn, of)?;
    Ok(pages::on_board(view, of, count, overdue))
}

async fn list(view: View, who: As<Insider, Board>) -> Result<HttpResponse> {
    let board = who.object;
    let keeps = Secretary::has(&who.reader.roles, board.id);
    let today = board.today(view.now);
    let read = move |conn: &mut Conn| {
        let bodies = store::of_board(conn, board.id)?;
        let ids = bodies.iter().filter_map(|body| body.facts.organisation);
        let ids: Vec<OrganisationId> = ids.collect();
        Ok(RelationsPage {
            names: people::names_of(conn, &ids, today)?,
            kinds: code_words::list(conn, KINDS)?,
            subjects: code_words::list(conn, SUBJECTS)?,
            mandates: boards::mandates(conn, board.id)?,
            board: board.clone(),
            bodies,
            today,
            keeps,
        })
    };
    let page = view.app.db.read(read).await?;
    let content = pages::page(&view, &page);
    Ok(view.page(&view.t("related"), &content))
}
