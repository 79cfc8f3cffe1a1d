//! What went wrong, as a program reads it (RFC 9457).

use crate::public::open::Gone;
use crate::public::open::answer::{METHODS, open_to_all};
use crate::web::public_cache::Keep;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use serde::Serialize;
use utoipa::ToSchema;

/// The type of such an answer.
pub const KIND: &str = "application/problem+json";

/// A problem (RFC 9457).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    kind: &'static str,
    #[schema(example = "Bad Request")]
    title: String,
    #[schema(example = 400)]
    status: u16,
    /// What is wrong, and what to write instead.
    #[schema(example = "limit: write a whole number from 1 to 100")]
    detail: String,
    /// When the minutes were withdrawn; absent where they are out for fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "date-time", example = json!("2026-12-20T09:00:00Z"))]
    withdrawn_at: Option<String>,
    /// Why they were withdrawn, or that not everyone may read them any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = json!("Feil versjon ble publisert."))]
    reason: Option<String>,
}

impl Problem {
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            withdrawn_at: None,
            reason: None,
        }
    }

    /// Nothing is there, or nothing that everyone may read.
    #[must_use]
    pub fn not_found() -> Self {
        let detail = "Nothing is published here. The description is at /api/v1/openapi.json.";
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    /// Minutes that were there.
    #[must_use]
    pub fn gone(of: &Gone) -> Self {
        let detail = if of.is_withdrawn {
            "What was published here was withdrawn."
        } else {
            "What was published here can no longer be read by everyone."
        };
        Self {
            withdrawn_at: of.is_withdrawn.then(|| of.at.to_string()),
            reason: Some(of.reason.clone()),
            ..Self::new(StatusCode::GONE, detail)
        }
    }

    /// Its answer.
    #[must_use]
    pub fn answer(&self) -> HttpResponse {
        let status = StatusCode::from_u16(self.status);
        let mut answer = HttpResponse::build(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
        open_to_all(&mut answer);
        if self.status == StatusCode::METHOD_NOT_ALLOWED.as_u16() {
            answer.insert_header((header::ALLOW, METHODS));
        }
        answer
            .insert_header((header::CONTENT_TYPE, KIND))
            .insert_header((header::CONTENT_LANGUAGE, "en"));
        Keep::not().mark(answer.body(serde_json::json!(self).to_string()))
    }
}
