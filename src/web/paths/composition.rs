//! The addresses of what a mandate asks of a board's composition.

/// At which level a representative is.
pub const APPOINTMENT_LEVEL: &str = "/appointments/{id}/level";
/// Each rule of the mandate with its verdict on a day.
pub const BOARD_COMPOSITION: &str = "/boards/{id}/composition";
/// The same at every planned meeting of the next years.
pub const BOARD_FORECAST: &str = "/boards/{id}/composition/forecast";
