//! The answer that a program reads: the same for everyone, from any page, short when nothing has changed, and kept in memory
//! where nothing is asked.

use crate::db::types::Moment;
use crate::secrets;
use crate::web::public_cache::Keep;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

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
