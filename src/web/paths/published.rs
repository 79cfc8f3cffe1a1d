//! Addresses of what is published: for everyone, with or without a session.

use crate::db::ids::{BoardId, CaseId, MeetingId, ProductId};

pub const PUBLISHED: &str = "/published";
pub const PUBLISHED_BOARDS: &str = "/published/boards";
pub const PUBLISHED_BOARD: &str = "/published/boards/{id}";
pub const PUBLISHED_YEAR: &str = "/published/boards/{id}/years/{year}";
/// The minutes of a meeting that are out, each version that was, and the document.
pub const PUBLISHED_MEETING: &str = "/published/meetings/{id}";
pub const PUBLISHED_VERSION: &str = "/published/meetings/{id}/versions/{number}";
pub const PUBLISHED_DOCUMENT: &str = "/published/meetings/{id}/document";
pub const PUBLISHED_VERSION_DOCUMENT: &str = "/published/meetings/{id}/versions/{number}/document";
/// What is out about a case, over all its meetings.
pub const PUBLISHED_CASE: &str = "/published/cases/{id}";
/// The products that something is out about, and what is out about each.
pub const PUBLISHED_PRODUCTS: &str = "/published/products";
pub const PUBLISHED_PRODUCT: &str = "/published/products/{id}";
/// What boards have come to, across boards.
pub const PUBLISHED_DECISIONS: &str = "/published/decisions";
pub const PUBLISHED_SEARCH: &str = "/published/search";

/// Whether a path is one of what is published.
#[must_use]
pub fn is_published(path: &str) -> bool {
    path.strip_prefix(PUBLISHED)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[must_use]
pub fn published_board(of: BoardId) -> String {
    format!("/published/boards/{of}")
}

/// What is published of a board's year.
#[must_use]
pub fn published_year(of: BoardId, year: i32) -> String {
    format!("/published/boards/{of}/years/{year}")
}

/// What is published of a meeting.
#[must_use]
pub fn published_meeting(of: MeetingId) -> String {
    format!("/published/meetings/{of}")
}

/// A version of its minutes that is or was out.
#[must_use]
pub fn published_version(of: MeetingId, number: i64) -> String {
    format!("/published/meetings/{of}/versions/{number}")
}

/// The minutes that are out, as a document.
#[must_use]
pub fn published_document(of: MeetingId) -> String {
    format!("/published/meetings/{of}/document")
}

/// A version of them, as a document.
#[must_use]
pub fn published_version_document(of: MeetingId, number: i64) -> String {
    format!("/published/meetings/{of}/versions/{number}/document")
}

#[must_use]
pub fn published_case(of: CaseId) -> String {
    format!("/published/cases/{of}")
}

/// What is published about a product.
#[must_use]
pub fn published_product(of: ProductId) -> String {
    format!("{PUBLISHED_PRODUCTS}/{of}")
}

/// What boards have come to about a product.
#[must_use]
pub fn decisions_about(of: ProductId) -> String {
    format!("{PUBLISHED_DECISIONS}?product={of}")
}
