//! The answer that a program reads: the same for everyone, from any page, short when nothing has changed, and kept in memory
//! where nothing is asked.

use crate::db::types::Moment;
use crate::secrets;
use crate::web::public_cache::Keep;
use actix_web::http::{Method, header};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

/// The methods that every address of what is published answers.
pub const METHODS: &str = "GET, HEAD, OPTIONS";

/// What a program may ask of an address (OPTIONS), also from a page of another origin.
#[must_use]
pub fn may_ask() -> HttpResponse {
    let mut answer = HttpResponse::NoContent();
    open_to_all(&mut answer);
    answer
        .insert_header((header::ALLOW, METHODS))
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, METHODS))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match"))
        .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"));
    Keep::not().mark(answer.finish())
}

/// Any other method at a feed, the catalogue or the map: OPTIONS is answered, the rest is refused.
pub async fn other(request: HttpRequest) -> HttpResponse {
    if request.method() == Method::OPTIONS {
        may_ask()
    } else {
        refused()
    }
}

/// Any other method at a page, which no other page reads.
pub async fn other_at_page(request: HttpRequest) -> HttpResponse {
    if request.method() != Method::OPTIONS {
        return refused();
    }
    let mut answer = HttpResponse::NoContent();
    answer.insert_header((header::ALLOW, METHODS));
    Keep::not().mark(answer.finish())
}

fn refused() -> HttpResponse {
    let mut answer = HttpResponse::MethodNotAllowed();
    answer
        .insert_header((header::ALLOW, METHODS))
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"));
    Keep::not().mark(answer.body(format!("Only {METHODS} are answered here.\n")))
}

/// Says that pages of any origin may read it (Fetch § 3.2), and that it is asked for again each time.
pub fn open_to_all(answer: &mut HttpResponseBuilder) {
    answer
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .insert_header((header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag"))
        .insert_header((header::CACHE_CONTROL, "no-cache"));
}

/// This text as an answer of this type, right until then; without the text where who asks has it already (RFC 9110
/// § 13.1.2).
#[must_use]
pub fn ready(
    request: &HttpRequest,
    kind: &'static str,
    content: String,
    until: Option<Moment>,
) -> HttpResponse {
    // Each question would be kept as an answer of its own.
    let keep = if request.query_string().is_empty() {
        Keep { until }
    } else {
        Keep::not()
    };
    let tag = format!("\"{}\"", secrets::hash(&content));
    let has_it = has(request, &tag);
    let mut answer = if has_it {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    open_to_all(&mut answer);
    answer.insert_header((header::ETAG, tag));
    if has_it {
        return keep.mark(answer.finish());
    }
    answer.insert_header((header::CONTENT_TYPE, kind));
    keep.mark(answer.body(content))
}

fn has(request: &HttpRequest, tag: &str) -> bool {
    let known = request.headers().get_all(header::IF_NONE_MATCH);
    known
        .filter_map(|known| known.to_str().ok())
        .flat_map(|known| known.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}
