//! What every page shares.

pub mod assets;
