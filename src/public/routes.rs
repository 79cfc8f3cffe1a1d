//! Addresses of what is published: the same for everyone, each with what they may read.

mod annual_plan;
mod board;
mod case;
mod list;
mod meeting;
mod product;
mod titles;

use super::open::answer::other_at_page;
use super::pages::front::{self as pages, Front};
use super::pages::meeting_name;
use super::rules::marks;
use super::store::{self, changes_on};
use crate::boards::Board;
use crate::db::ids::{BoardId, MeetingId};
use crate::db::types::Moment;
use crate::db::{Conn, code_words};
use crate::error::Result;
use crate::meetings::{Meeting, store as meetings};
use crate::web::access::Clearance;
use crate::web::layout::{Feed, Head};
use crate::web::public_cache::Keep;
use crate::web::{View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{ServiceConfig, get, to};
use maud::Markup;
use std::collections::HashMap;

/// The type of a feed of publications, as the head of a page names it.
const ATOM: &str = "application/atom+xml";
/// So many of the newest minutes are shown on the front page.
const NEWEST: usize = 10;
/// So many stand on the front page of the product.
const NEWEST_IN_SHORT: usize = 5;
/// So many meetings to come.
const COMING: i64 = 10;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::PUBLISHED, get().to(front))
        .route(paths::PUBLISHED_BOARDS, get().to(board::list))
        .route(paths::PUBLISHED_BOARD, get().to(board::board))
        .route(paths::PUBLISHED_YEAR, get().to(board::year))
        .route(paths::PUBLISHED_ANNUAL_PLAN, get().to(annual_plan::show))
        .route(paths::PUBLISHED_MEETING, get().to(meeting::show))
        .route(paths::PUBLISHED_VERSION, get().to(meeting::version))
        .route(paths::PUBLISHED_DOCUMENT, get().to(meeting::document))
        .route(
            paths::PUBLISHED_VERSION_DOCUMENT,
            get().to(meeting::version_document),
        )
        .route(paths::PUBLISHED_CASE, get().to(case::show))
        .route(paths::PUBLISHED_PRODUCTS, get().to(product::list))
        .route(paths::PUBLISHED_PRODUCT, get().to(product::show))
        .route(paths::PUBLISHED_DECISIONS, get().to(list::decisions))
        .route(paths::PUBLISHED_SEARCH, get().to(list::search));
    for known in [
        paths::PUBLISHED,
        paths::PUBLISHED_BOARDS,
        paths::PUBLISHED_BOARD,
        paths::PUBLISHED_YEAR,
        paths::PUBLISHED_ANNUAL_PLAN,
        paths::PUBLISHED_MEETING,
        paths::PUBLISHED_VERSION,
        paths::PUBLISHED_DOCUMENT,
        paths::PUBLISHED_VERSION_DOCUMENT,
        paths::PUBLISHED_CASE,
        paths::PUBLISHED_PRODUCTS,
        paths::PUBLISHED_PRODUCT,
        paths::PUBLISHED_DECISIONS,
        paths::PUBLISHED_SEARCH,
    ] {
        routes.route(known, to(other_at_page));
    }
}

/// A page of what is published, with what it says of itself.
pub struct Shown {
    pub title: String,
    pub description: String,
    /// The path that it is known by.
    pub path: String,
    pub content: Markup,
    /// What programs may follow from here.
    pub feeds: Vec<Feed>,
    /// The next moment at which time alone changes it for a visitor; for whoever keeps answers.
    pub until: Option<Moment>,
}

/// The answer of every page that is there: the one place where it is made.
fn answer(view: &View, page: &Shown) -> HttpResponse {
    let head = Head {
        description: page.description.clone(),
        path: page.path.clone(),
        feeds: page.feeds.clone(),
    };
    let answer = view.page_about(&page.title, &head, &page.content, page.until);
    let is_kept = answer.extensions().get::<Keep>().is_some();
    if is_kept {
        return answer;
    }
    for_nobody(view, &page.content, answer)
}

/// What is the same for everyone and kept for nobody: it goes out without a cookie, unless a form needs this browser's.
fn for_nobody(view: &View, content: &Markup, answer: HttpResponse) -> HttpResponse {
    if view.is_own_form(&content.0) {
        answer
    } else {
        Keep::not().mark(answer)
    }
}

/// The page of what was withdrawn (410).
fn gone(view: &View, content: &Markup) -> HttpResponse {
    let answer = view.page_with(StatusCode::GONE, &view.t("public-withdrawn"), content);
    for_nobody(view, content, answer)
}

/// What whoever asks may read.
///
/// # Errors
/// When the database fails.
pub fn clearance(conn: &mut Conn, view: &View) -> Result<Clearance> {
    match &view.reader {
        Some(reader) => (view.app.clearance)(conn, reader, view.now),
        None => Ok(Clearance::of_nobody(view.now)),
    }
}

/// The newest minutes, with the boards they are of.
fn newest(conn: &mut Conn, reads: &Clearance, most: usize) -> Result<Vec<Meeting>> {
    let ids = store::newest(conn, reads, most)?;
    let found = meetings::chosen(conn, &ids)?;
    let mut found: HashMap<MeetingId, Meeting> =
        found.into_iter().map(|one| (one.id, one)).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The next meeting of each board whose pages are shown.
fn coming(conn: &mut Conn, known: &[(Board, bool)], now: Moment) -> Result<Vec<Meeting>> {
    let shown = known.iter().filter(|(_, is_shown)| *is_shown);
    let shown: HashMap<BoardId, &Board> = shown.map(|(board, _)| (board.id, board)).collect();
    let ids: Vec<BoardId> = shown.keys().copied().collect();
    let Some(from) = shown.values().map(|board| board.today(now)).min() else {
        return Ok(Vec::new());
    };
    let mut found = meetings::next_of(conn, &ids, from)?;
    found.retain(|one| {
        let board = shown.get(&one.board);
        board.is_some_and(|board| !marks::has_ended(one, board.zone, now))
    });
    found.truncate(usize::try_from(COMING).unwrap_or_default());
    Ok(found)
}

fn read_front(conn: &mut Conn, view: &View) -> Result<(Front, Option<Moment>)> {
    let reads = clearance(conn, view)?;
    let known = store::known_boards(conn, &reads)?;
    let until = changes_on(conn, known.iter().map(|(board, _)| board), view.now)?;
    let coming = coming(conn, &known, view.now)?;
    // The boards are few; each has its own clock.
    let zones = known.iter().map(|(board, _)| board.zone);
    let ends = zones.filter_map(|zone| marks::next_end(&coming, zone, view.now));
    let until = until.into_iter().chain(ends).min();
    let front = Front {
        newest: newest(conn, &reads, NEWEST)?,
        has_products: store::products::is_any(conn, &reads)?,
        coming,
        kinds: code_words::list(conn, "meeting_kind")?,
        boards: known.into_iter().map(|(board, _)| board).collect(),
    };
    Ok((front, until))
}

/// The newest minutes, the meetings to come, the boards, and a search.
async fn front(view: View) -> Result<HttpResponse> {
    let own = view.clone();
    let read = move |conn: &mut Conn| read_front(conn, &own);
    let (front, until) = view.app.db.read(read).await?;
    let page = Shown {
        title: view.t("public-title"),
        description: view.t("public-about"),
        path: paths::PUBLISHED.to_owned(),
        content: pages::page(&view, &front),
        feeds: vec![Feed {
            kind: ATOM,
            title: view.t("open-data-all"),
            path: paths::ATOM.to_owned(),
        }],
        until,
    };
    Ok(answer(&view, &page))
}

/// The newest minutes on the front page of the product, for visitors.
///
/// # Errors
/// When the database fails.
pub fn front_panel(conn: &mut Conn, view: &View) -> Result<(Markup, Option<Moment>)> {
    let reads = clearance(conn, view)?;
    let newest = newest(conn, &reads, NEWEST_IN_SHORT)?;
    let ids: Vec<BoardId> = newest.iter().map(|one| one.board).collect();
    let kinds = code_words::list(conn, "meeting_kind")?;
    let front = Front {
        boards: crate::boards::store::chosen(conn, &ids)?,
        newest,
        has_products: false,
        coming: Vec::new(),
        kinds,
    };
    Ok((
        pages::panel(view, &front),
        store::next_opening(conn, view.now)?,
    ))
}

/// “Ordinært møte 9. desember 2026 i Styringsrådet”, as a page says of itself.
fn of_meeting(view: &View, kinds: &[code_words::CodeWord], of: &Meeting, board: &Board) -> String {
    let values = [
        ("meeting", meeting_name(view, kinds, of).into()),
        ("board", view.words(&board.name).into()),
    ];
    view.tv("public-meeting-of", &values)
}
