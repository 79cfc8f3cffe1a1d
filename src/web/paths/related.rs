//! Addresses of the bodies that a board is related to.

use crate::db::ids::{BoardId, CaseId, RelatedBodyId};

pub const BOARD_RELATIONS: &str = "/boards/{id}/relations";
pub const NEW_RELATION: &str = "/boards/{id}/relations/new";
pub const RELATION_EDIT: &str = "/relations/{id}/edit";
/// That its document was looked through.
pub const RELATION_REVIEW: &str = "/relations/{id}/review";
/// That a body is heard on a case.
pub const CASE_HEARD: &str = "/cases/{id}/heard/{body}";

/// A body among those of its board.
#[must_use]
pub fn relation(board: BoardId, id: RelatedBodyId) -> String {
    format!("/boards/{board}/relations#row-{id}")
}

/// A page below a body, such as `review`.
#[must_use]
pub fn of_relation(id: RelatedBodyId, rest: &str) -> String {
    format!("/relations/{id}/{rest}")
}

#[must_use]
pub fn case_heard(case: CaseId, body: RelatedBodyId) -> String {
    format!("/cases/{case}/heard/{body}")
}
