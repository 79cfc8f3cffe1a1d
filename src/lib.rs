//! Styringsråd: the secretariat system of a public board.
//!
//! Read in this order. First the platform, which knows no board: [`config`], [`error`], [`clock`], [`db`],
//! [`i18n`], [`audit`], [`calendar`], [`web`], [`mail`]. Then the slices, each a part of the secretariat's work:
//! `people`, `boards`, `meetings`, `desk`. The platform never imports a slice, and a slice imports only slices
//! above it in this list; `tests/it/architecture.rs` holds us to it. [`app`] joins them all.

pub mod audit;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod i18n;
pub mod secrets;
pub mod mail;
pub mod web;
