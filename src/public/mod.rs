//! What the world may read: pages, search, feeds, open data, subscriptions.

pub mod subscriptions;
