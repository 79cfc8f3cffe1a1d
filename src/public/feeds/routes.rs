//! Addresses of the feeds, the calendars, the catalogue and the map.

use super::{atom, calendar, sitemap};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::public::catalogue;
use crate::public::open::{answer, store};
use crate::public::store::{changes_on, next_opening};
use crate::web::{View, paths};
use actix_web::web::{self, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

/// The routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::ATOM, web::get().to(of_all))
        .route(paths::BOARD_ATOM, web::get().to(of_one))
        .route(paths::PUBLISHED_CALENDAR, web::get().to(meetings))
        .route(paths::CATALOGUE, web::get().to(data_sets))
        .route(paths::SITEMAP, web::get().to(map))
        .route(paths::ROBOTS, web::get().to(robots));
    for known in [
        paths::ATOM,
        paths::BOARD_ATOM,
        paths::PUBLISHED_CALENDAR,
        paths::CATALOGUE,
        paths::SITEMAP,
        paths::ROBOTS,
    ] {
        routes.route(known, web::to(answer::other));
    }
}

/// What was read, and the next moment at which time alone makes it another.
type Until = Result<(String, Option<Moment>)>;

/// What is read for everyone, as an answer of this type.
async fn told(
    view: &View,
    request: &HttpRequest,
    kind: &'static str,
    read: impl FnOnce(&mut Conn, &str) -> Until + Send + 'static,
) -> Result<HttpResponse> {
    let base_url = view.app.config.base_url.clone();
    let read = move |conn: &mut Conn| read(conn, &base_url);
    let (content, until) = view.app.db.read(read).await?;
    Ok(answer::ready(request, kind, content, until))
}

fn board(path: &str) -> Result<BoardId> {
    path.parse().map_err(|_not_an_id| Error::NotFound)
}

async fn of_all(view: View, request: HttpRequest) -> Result<HttpResponse> {
    let now = view.now;
    told(&view, &request, atom::KIND, move |conn, base_url| {
        let feed = atom::load(conn, None, now)?;
        Ok((atom::written(&feed, base_url), next_opening(conn, now)?))
    })
    .await
}

async fn of_one(view: View, request: HttpRequest, path: Path<String>) -> Result<HttpResponse> {
    let (id, now) = (board(&path)?, view.now);
    told(&view, &request, atom::KIND, move |conn, base_url| {
        let board = store::shown_board(conn, id)?;
        let feed = atom::load(conn, Some(board), now)?;
        Ok((atom::written(&feed, base_url), next_opening(conn, now)?))
    })
    .await
}

async fn meetings(view: View, request: HttpRequest, path: Path<String>) -> Result<HttpResponse> {
    let (id, now) = (board(&path)?, view.now);
    told(&view, &request, calendar::KIND, move |conn, base_url| {
        let board = store::shown_board(conn, id)?;
        let file = calendar::file(conn, &board, base_url, now)?;
        Ok((file, changes_on(conn, [&board], now)?))
    })
    .await
}

async fn data_sets(view: View, request: HttpRequest) -> Result<HttpResponse> {
    let (now, contact) = (view.now, view.app.config.contact.clone());
    told(&view, &request, catalogue::KIND, move |conn, base_url| {
        let of = catalogue::load(conn, now)?;
        // Who keeps a board's minutes may be another tomorrow.
        let until = changes_on(conn, of.iter().map(|one| &one.board), now)?;
        Ok((catalogue::written(&of, base_url, &contact), until))
    })
    .await
}

async fn map(view: View, request: HttpRequest) -> Result<HttpResponse> {
    let now = view.now;
    told(&view, &request, sitemap::KIND, move |conn, base_url| {
        let places = sitemap::places(conn, now)?;
        let map = sitemap::written(&places, base_url);
        Ok((map, next_opening(conn, now)?))
    })
    .await
}

async fn robots(view: View, request: HttpRequest) -> HttpResponse {
    let content = sitemap::robots(&view.app.config.base_url);
    answer::ready(&request, "text/plain; charset=utf-8", content, None)
}
