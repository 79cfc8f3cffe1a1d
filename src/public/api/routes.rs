//! Addresses of the programming interface. Each answers GET (and HEAD), says to other pages what they may ask (OPTIONS),
//! and tells everything else that it does not.

use super::document;
use super::load::{self, Around, Found, Page};
use super::problem::Problem;
use super::query::{Parameters, Wrong};
use super::rules::is_id;
use super::schema;
use crate::db::Conn;
use crate::db::types::{Id, Moment};
use crate::error::{Error, Result};
use crate::public::open::Asked;
use crate::public::open::answer::{self, METHODS};
use crate::public::store::next_opening;
use crate::web::{View, paths};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{self, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

/// The type of what is answered.
const KIND: &str = "application/json";

/// The routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::API_BOARDS, web::get().to(boards))
        .route(paths::API_BOARD, web::get().to(board))
        .route(paths::API_MEETINGS, web::get().to(meetings))
        .route(paths::API_MEETING, web::get().to(meeting))
        .route(paths::API_ITEMS, web::get().to(items))
        .route(paths::API_CASE, web::get().to(case))
        .route(paths::API_DELETED, web::get().to(deleted))
        .route(paths::API_DOCUMENT, web::get().to(description));
    for known in [
        paths::API_BOARDS,
        paths::API_BOARD,
        paths::API_MEETINGS,
        paths::API_MEETING,
        paths::API_ITEMS,
        paths::API_CASE,
        paths::API_DELETED,
        paths::API_DOCUMENT,
    ] {
        routes.route(known, web::to(other));
    }
    routes.route(paths::API_REST, web::to(nothing));
}

/// What reading came to: an answer, or a problem.
type Came<T> = Result<std::result::Result<T, Problem>>;

/// Reads the parameters and what is asked for; gives it as JSON, or as a problem.
async fn told<T: Serialize + Send + 'static>(
    view: &View,
    request: &HttpRequest,
    known: &[&str],
    read: impl FnOnce(&mut Conn, &Parameters, Around<'_>) -> Came<T> + Send + 'static,
) -> HttpResponse {
    let parameters = match Parameters::read(request.query_string(), known) {
        Ok(parameters) => parameters,
        Err(wrong) => return asked_wrongly(wrong).answer(),
    };
    let (now, base_url) = (view.now, view.app.config.base_url.clone());
    let around = move |conn: &mut Conn| {
        let around = Around {
            now,
            base_url: &base_url,
        };
        let came = read(conn, &parameters, around)?;
        let until = next_opening(conn, now)?;
        Ok(came.map(|told| (told, until)))
    };
    let came = view.app.db.read(around).await;
    let in_words = |(told, until): (T, Option<Moment>)| {
        serde_json::to_string(&told).map(|content| (content, until))
    };
    match came.map(|came| came.map(in_words)) {
        Ok(Ok(Ok((content, until)))) => answer::ready(request, KIND, content, until),
        Ok(Ok(Err(error))) => failed(request, &Error::Broken(error.into())).answer(),
        Ok(Err(problem)) => problem.answer(),
        Err(error) => failed(request, &error).answer(),
    }
}

fn asked_wrongly(wrong: Wrong) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, wrong.0)
}

/// The problem of an error; one that is our own fault is logged, once.
fn failed(request: &HttpRequest, error: &Error) -> Problem {
    match error {
        Error::NotFound => Problem::not_found(),
        Error::Busy => Problem::new(StatusCode::SERVICE_UNAVAILABLE, "Ask again in a moment."),
        error => {
            let id = uuid::Uuid::now_v7();
            tracing::error!(request = %id, path = request.path(), "{error:#}");
            let detail = format!("Something failed here. It is in the log under {id}.");
            Problem::new(StatusCode::INTERNAL_SERVER_ERROR, detail)
        }
    }
}

/// The id in the path; what is none names nothing that is there.
fn id<T>(path: &Path<String>) -> Option<Id<T>> {
    is_id(path).then(|| path.parse().ok()).flatten()
}

/// The address of the page that follows.
fn next<T>(page: &Page<T>, path: &str, asked: &Parameters, around: Around<'_>) -> Option<String> {
    let key = page.1?;
    Some(format!(
        "{}{path}?{}",
        around.base_url,
        asked.following(key)
    ))
}

/// All boards
///
/// Every board whose own pages are shown to everyone.
#[utoipa::path(get, path = "/api/v1/boards", operation_id = "boards", tag = "boards", responses((status = 200, description = "The boards", body = schema::Boards)))]
pub async fn boards(view: View, request: HttpRequest) -> HttpResponse {
    told(&view, &request, &[], |conn, _, around| {
        Ok(Ok(load::boards(conn, around)?))
    })
    .await
}

/// One board
#[utoipa::path(get, path = "/api/v1/boards/{id}", operation_id = "board", tag = "boards", params(document::Identified), responses(
    (status = 200, description = "The board", body = schema::Board),
    (status = 404, description = "There is no such board that is shown to everyone", body = Problem, content_type = "application/problem+json"),
))]
pub async fn board(view: View, request: HttpRequest, path: Path<String>) -> HttpResponse {
    let of = id(&path);
    told(&view, &request, &[], move |conn, _, around| {
        let of = of.ok_or(Error::NotFound)?;
        Ok(Ok(load::board(conn, of, around)?))
    })
    .await
}

/// Meetings with published minutes
///
/// Meetings whose minutes everyone may read, in full or in part. Those that changed first stand first.
#[utoipa::path(get, path = "/api/v1/meetings", operation_id = "meetings", tag = "meetings", params(document::OfMeetings, document::Changed, document::Paged), responses((status = 200, description = "A page of meetings", body = schema::Meetings)))]
pub async fn meetings(view: View, request: HttpRequest) -> HttpResponse {
    let known = ["board", "year", "changed_since", "limit", "after"];
    told(&view, &request, &known, |conn, given, around| {
        let asked = match (given.id("board"), given.year("year")) {
            (Ok(board), Ok(days)) => Asked {
                board,
                days,
                ..Asked::default()
            },
            (Err(wrong), _) | (_, Err(wrong)) => return Ok(Err(asked_wrongly(wrong))),
        };
        let part = match given.part("changed_since") {
            Ok(part) => part,
            Err(wrong) => return Ok(Err(asked_wrongly(wrong))),
        };
        let page = load::meetings(conn, &asked, part, around)?;
        let next = next(&page, paths::API_MEETINGS, given, around);
        Ok(Ok(schema::Meetings { data: page.0, next }))
    })
    .await
}

/// The minutes of one meeting
///
/// Every item of it: what everyone may read, and of the others that they are there and why they are withheld.
#[utoipa::path(get, path = "/api/v1/meetings/{id}", operation_id = "minutes", tag = "meetings", params(document::Identified), responses(
    (status = 200, description = "The minutes", body = schema::Minutes),
    (status = 404, description = "There are no minutes that everyone may read", body = Problem, content_type = "application/problem+json"),
    (status = 410, description = "The minutes were withdrawn, or are out for fewer: delete what you have of them", body = Problem, content_type = "application/problem+json"),
))]
pub async fn meeting(view: View, request: HttpRequest, path: Path<String>) -> HttpResponse {
    let of = id(&path);
    told(&view, &request, &[], move |conn, _, around| {
        let of = of.ok_or(Error::NotFound)?;
        Ok(match load::minutes(conn, of, around)? {
            Found::There(minutes) => Ok(minutes),
            Found::Gone(gone) => Err(Problem::gone(&gone)),
        })
    })
    .await
}

/// The register of decisions
///
/// Items of published minutes that everyone may read. Those that changed first stand first.
#[utoipa::path(get, path = "/api/v1/items", operation_id = "items", tag = "items", params(document::OfMeetings, document::OfItems, document::Changed, document::Paged), responses((status = 200, description = "A page of items", body = schema::Items)))]
pub async fn items(view: View, request: HttpRequest) -> HttpResponse {
    let known = [
        "board",
        "year",
        "outcome",
        "case",
        "product",
        "changed_since",
        "limit",
        "after",
    ];
    told(&view, &request, &known, |conn, given, around| {
        let (asked, part) = match read_items(given) {
            Ok(read) => read,
            Err(wrong) => return Ok(Err(asked_wrongly(wrong))),
        };
        let page = load::items(conn, &asked, part, around)?;
        let next = next(&page, paths::API_ITEMS, given, around);
        Ok(Ok(schema::Items { data: page.0, next }))
    })
    .await
}

fn read_items(given: &Parameters) -> std::result::Result<(Asked, super::rules::Part), Wrong> {
    let asked = Asked {
        board: given.id("board")?,
        case: given.id("case")?,
        product: given.id("product")?,
        outcome: given.code("outcome")?,
        days: given.year("year")?,
        meeting: None,
    };
    Ok((asked, given.part("changed_since")?))
}

/// One case
///
/// What boards have said of a case that everyone may read.
#[utoipa::path(get, path = "/api/v1/cases/{id}", operation_id = "case", tag = "cases", params(document::Identified), responses(
    (status = 200, description = "The case", body = schema::Case),
    (status = 404, description = "There is no such case of which everyone may read something", body = Problem, content_type = "application/problem+json"),
    (status = 410, description = "What was said of it was withdrawn, or is out for fewer: delete what you have of it", body = Problem, content_type = "application/problem+json"),
))]
pub async fn case(view: View, request: HttpRequest, path: Path<String>) -> HttpResponse {
    let of = id(&path);
    told(&view, &request, &[], move |conn, _, around| {
        let of = of.ok_or(Error::NotFound)?;
        Ok(match load::case(conn, of, around)? {
            Found::There(case) => Ok(case),
            Found::Gone(gone) => Err(Problem::gone(&gone)),
        })
    })
    .await
}

/// What was withdrawn
///
/// Minutes that everyone could read, until they were withdrawn or shown to fewer: whoever has a copy is asked to delete it.
/// Those that went first stand first.
#[utoipa::path(get, path = "/api/v1/deleted", operation_id = "deleted", tag = "deleted", params(document::Withdrawn, document::Paged), responses((status = 200, description = "A page of what was withdrawn", body = schema::DeletedPage)))]
pub async fn deleted(view: View, request: HttpRequest) -> HttpResponse {
    let known = ["deleted_since", "limit", "after"];
    told(&view, &request, &known, |conn, given, around| {
        let part = match given.part("deleted_since") {
            Ok(part) => part,
            Err(wrong) => return Ok(Err(asked_wrongly(wrong))),
        };
        let page = load::deleted(conn, part, around)?;
        let next = next(&page, paths::API_DELETED, given, around);
        Ok(Ok(schema::DeletedPage { data: page.0, next }))
    })
    .await
}

/// The description of all this.
async fn description(view: View, request: HttpRequest) -> HttpResponse {
    told(&view, &request, &[], |_, _, around| {
        Ok(Ok(document::document(around.base_url)))
    })
    .await
}

/// Any other method: OPTIONS asks what there is; the rest is refused.
async fn other(request: HttpRequest) -> HttpResponse {
    if request.method() != Method::OPTIONS {
        let detail = format!("Only {METHODS} are answered here.");
        return Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail).answer();
    }
    answer::may_ask()
}

/// An address that there is not.
async fn nothing() -> HttpResponse {
    Problem::not_found().answer()
}
