//! Addresses of the measures of a board's action plan.

use crate::db::ids::MeasureId;

pub const BOARD_MEASURES: &str = "/boards/{id}/measures";
pub const NEW_MEASURE: &str = "/boards/{id}/measures/new";
/// A report for the next agenda.
pub const MEASURE_REPORT: &str = "/boards/{id}/measures/report";
pub const MEASURE: &str = "/measures/{id}";
pub const MEASURE_EDIT: &str = "/measures/{id}/edit";
/// The next line of its history.
pub const MEASURE_STATUS: &str = "/measures/{id}/status";

#[must_use]
pub fn measure(id: MeasureId) -> String {
    format!("/measures/{id}")
}

/// A page below a measure, such as `status`.
#[must_use]
pub fn of_measure(id: MeasureId, rest: &str) -> String {
    format!("/measures/{id}/{rest}")
}
