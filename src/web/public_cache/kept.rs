//! One answer as it is kept: its headers, its bytes, and when it is no longer right.

use crate::db::types::Moment;
use crate::secrets;
use actix_web::body::{self, BoxBody};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, EntityTag, Header, HeaderMap, HeaderValue, IfNoneMatch};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use sha2::{Digest, Sha256};

/// What an answer takes beside its bytes: about twenty headers and the rooms they lie in.
const AROUND: usize = 2048;
/// What of a request makes its answer another one (RFC 9110 § 12.5.5).
const VARY: HeaderValue = HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie");

/// An answer of status 200.
pub(super) struct Kept {
    headers: HeaderMap,
    body: Bytes,
    tag: EntityTag,
    pub until: Option<Moment>,
    /// The sum of revisions that was known before it was made; nothing where none was.
    pub revision: Option<i64>,
}

impl Kept {
    pub fn of(
        headers: &HeaderMap,
        body: &Bytes,
        until: Option<Moment>,
        revision: Option<i64>,
    ) -> Self {
        // Of the bytes as they go out, so that each language and the compressed form have one of their own.
        let tag = EntityTag::new_strong(secrets::hex(&Sha256::digest(body)));
        let mut headers = headers.clone();
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(header::VARY, VARY);
        if let Ok(value) = HeaderValue::from_str(&tag.to_string()) {
            headers.insert(header::ETAG, value);
        }
        Self {
            headers,
            // What was collected lies in more room than it needs.
            body: Bytes::copy_from_slice(body),
            tag,
            until,
            revision,
        }
    }

    pub fn weight(&self) -> usize {
        self.body.len() + AROUND
    }

    /// The answer; only its headers where the browser has it already (304, RFC 9110 § 15.4.5).
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse<BoxBody> {
        let is_known = self.is_known(request);
        let (status, body) = if is_known {
            (StatusCode::NOT_MODIFIED, BoxBody::new(body::None::new()))
        } else {
            (StatusCode::OK, BoxBody::new(self.body.clone()))
        };
        let mut response = HttpResponse::with_body(status, body);
        *response.headers_mut() = self.headers.clone();
        if is_known {
            for of_the_body in [
                header::CONTENT_TYPE,
                header::CONTENT_ENCODING,
                header::CONTENT_LANGUAGE,
            ] {
                response.headers_mut().remove(of_the_body);
            }
        }
        response
    }

    /// Whether the browser names these bytes, compared weakly (RFC 9110 § 13.1.2). What cannot be read names none.
    fn is_known(&self, request: &HttpRequest) -> bool {
        if !request.headers().contains_key(header::IF_NONE_MATCH) {
            return false;
        }
        match IfNoneMatch::parse(request) {
            Ok(IfNoneMatch::Any) => true,
            Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|tag| tag.weak_eq(&self.tag)),
            Err(_unreadable) => false,
        }
    }
}
