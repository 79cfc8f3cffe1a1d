//! What programs follow: publications as a feed, meetings to come as a calendar, the map of the site for search engines.
//!
//! Left out on purpose: the minutes themselves in a feed, which would stand in readers' caches after they are withdrawn.

pub mod atom;
pub mod calendar;
pub mod routes;
pub mod sitemap;
