//! The addresses of what a mandate asks of a board's composition, and of the proposals for another.

use super::of_board;
use crate::db::ids::{BoardId, RotationId, RowId};

/// At which level a representative is.
pub const APPOINTMENT_LEVEL: &str = "/appointments/{id}/level";
/// Each rule of the mandate with its verdict on a day.
pub const BOARD_COMPOSITION: &str = "/boards/{id}/composition";
/// The same at every planned meeting of the next years.
pub const BOARD_FORECAST: &str = "/boards/{id}/composition/forecast";
/// Which terms end when, and the proposals for who sits then.
pub const BOARD_ROTATION: &str = "/boards/{id}/rotation";
pub const ROTATION: &str = "/rotations/{id}";
pub const ROTATION_EDIT: &str = "/rotations/{id}/edit";
/// A new line.
pub const ROTATION_LINES: &str = "/rotations/{id}/lines";
pub const ROTATION_LINE: &str = "/rotations/{id}/lines/{line}";
/// One of those that are suggested gets the seat.
pub const ROTATION_CHOICE: &str = "/rotations/{id}/lines/{line}/choice";
/// It becomes a case.
pub const ROTATION_CASE: &str = "/rotations/{id}/case";
pub const ROTATION_DECISION: &str = "/rotations/{id}/decision";
/// It is dropped, or opened again.
pub const ROTATION_STATE: &str = "/rotations/{id}/state";
pub const ROTATION_CARRY_OUT: &str = "/rotations/{id}/carry-out";

#[must_use]
pub fn rotations(board: BoardId) -> String {
    of_board(board, "rotation")
}

#[must_use]
pub fn rotation(id: RotationId) -> String {
    format!("/rotations/{id}")
}

/// A page below a proposal.
#[must_use]
pub fn of_rotation(id: RotationId, rest: &str) -> String {
    format!("/rotations/{id}/{rest}")
}

#[must_use]
pub fn rotation_line(id: RotationId, line: RowId) -> String {
    format!("/rotations/{id}/lines/{line}")
}

#[must_use]
pub fn rotation_choice(id: RotationId, line: RowId) -> String {
    format!("/rotations/{id}/lines/{line}/choice")
}
