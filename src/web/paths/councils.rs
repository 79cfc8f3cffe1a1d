//! Addresses of the councils below a board, and of the cases that go down to them and come up.

use crate::db::ids::BoardId;

/// The councils below a board.
pub const BOARD_COUNCILS: &str = "/boards/{id}/councils";
pub const NEW_COUNCIL: &str = "/boards/{id}/councils/new";
/// One of them, as the board above sees it.
pub const COUNCIL: &str = "/boards/{id}/councils/{council}";
/// How often it reports.
pub const COUNCIL_RHYTHM: &str = "/boards/{id}/councils/{council}/rhythm";
/// How it ends.
pub const COUNCIL_DISSOLUTION: &str = "/boards/{id}/councils/{council}/dissolution";
/// Where a report that it owes gets another day, or is removed.
pub const REPORT_DAY: &str = "/boards/{id}/reports/day";
pub const REPORT_REMOVAL: &str = "/boards/{id}/reports/removal";
/// Where the board asks a council for advice on a case.
pub const CASE_COUNCILS: &str = "/cases/{id}/councils";
/// Where a council gives its advice on a case of its own.
pub const CASE_ADVICE: &str = "/cases/{id}/advice";

/// A council, below the board above it.
#[must_use]
pub fn council(above: BoardId, council: BoardId) -> String {
    format!("/boards/{above}/councils/{council}")
}
