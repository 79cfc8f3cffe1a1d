//! What the world may read: pages, search, feeds, open data, subscriptions.

pub mod api;
pub mod catalogue;
pub mod feeds;
pub mod open;
