//! One error for the whole product, named by what the reader sees.
//!
//! Wrong input is not an error: the form is shown again with its mistakes. Rules return their own small refusals,
//! which become [`Error::Refused`].

use crate::i18n::Said;
use actix_web::ResponseError;
use actix_web::http::StatusCode;

/// What went wrong, as the reader is told it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or the reader may not know that it does (404).
    #[error("not found")]
    NotFound,
    /// The reader is known and may know that it exists, but may not do this (403).
    #[error("forbidden")]
    Forbidden,
    /// The reader must sign in first; the page asked for is shown after it (401, or a redirect for a GET).
    #[error("sign-in needed")]
    SignInNeeded,
    /// A rule says no, and what to do instead (422).
    #[error("refused: {}", .0.key)]
    Refused(Said),
    /// Someone saved before you (409).
    #[error("stale")]
    Stale,
    /// The database is busy; the same request may well succeed in a moment (503).
    #[error("busy")]
    Busy,
    /// Files can be neither kept nor read just now; everything else works (503).
    #[error("files away: {0:#}")]
    FilesAway(anyhow::Error),
    /// Our own fault, logged once at the boundary (500).
    #[error("broken: {0:#}")]
    Broken(#[from] anyhow::Error),
}

/// A result with the product's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            other => Self::Broken(other.into()),
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Stale => StatusCode::CONFLICT,
            Self::Busy | Self::FilesAway(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
