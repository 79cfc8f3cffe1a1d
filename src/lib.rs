//! Styringsråd: the secretariat system of a public board.
//!
//! Read in this order. First the platform, which knows no board: [`config`], [`error`], [`clock`], [`secrets`],
//! [`db`], [`i18n`], [`audit`], [`calendar`], [`files`], [`pdf`], [`mail`], [`jobs`], [`web`]. Then the slices, each a part of the secretariat's
//! work: `people`, `boards`, `meetings`, `cases`, `papers`, `minutes`, `councils`, `related`, `portfolio`, `composition`, `mandates`, `annual_plan`, `search`, `public`, `import`, `desk`. The platform never imports a slice, and a slice imports only
//! slices above it in this list; `tests/it/architecture.rs` holds us to it. `app` joins them all.

pub mod annual_plan;
pub mod app;
pub mod audit;
pub mod boards;
pub mod calendar;
pub mod cases;
pub mod clock;
pub mod composition;
pub mod config;
pub mod councils;
pub mod db;
pub mod demo;
pub mod desk;
pub mod error;
pub mod files;
pub mod i18n;
pub mod import;
pub mod jobs;
pub mod mail;
pub mod mandates;
pub mod meetings;
pub mod minutes;
pub mod papers;
pub mod pdf;
pub mod people;
pub mod portfolio;
pub mod public;
pub mod related;
pub mod search;
pub mod secrets;
pub mod web;
