//! The web platform.

pub mod pictures;
