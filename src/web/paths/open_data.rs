//! Addresses of what programs read: feeds, the programming interface, the catalogue and the map of the site.

use crate::db::ids::{BoardId, CaseId, MeetingId};

/// What boards publish, as a feed (RFC 4287): all of them, and one.
pub const ATOM: &str = "/published/atom.xml";
pub const BOARD_ATOM: &str = "/published/boards/{id}/atom.xml";
/// A board's meetings to come, as a calendar (RFC 5545).
pub const PUBLISHED_CALENDAR: &str = "/published/boards/{id}/calendar.ics";
/// The programming interface.
pub const API_BOARDS: &str = "/api/v1/boards";
pub const API_BOARD: &str = "/api/v1/boards/{id}";
pub const API_MEETINGS: &str = "/api/v1/meetings";
pub const API_MEETING: &str = "/api/v1/meetings/{id}";
pub const API_ITEMS: &str = "/api/v1/items";
pub const API_CASE: &str = "/api/v1/cases/{id}";
pub const API_DELETED: &str = "/api/v1/deleted";
pub const API_DOCUMENT: &str = "/api/v1/openapi.json";
/// Whatever else is asked of it: a problem, and no page.
pub const API_REST: &str = "/api/{rest:.*}";
/// The catalogue of data sets (DCAT-AP-NO).
pub const CATALOGUE: &str = "/katalog.ttl";
pub const SITEMAP: &str = "/sitemap.xml";
pub const ROBOTS: &str = "/robots.txt";

/// Whether a path is one that programs read beside those of the interface and below what is published: nothing is posted
/// there, so nobody is asked to sign in first.
#[must_use]
pub fn is_for_programs(path: &str) -> bool {
    [CATALOGUE, SITEMAP, ROBOTS].contains(&path)
}

/// What every address of the programming interface begins with.
pub(super) const API: &str = "/api";

#[must_use]
pub fn board_atom(of: BoardId) -> String {
    format!("/published/boards/{of}/atom.xml")
}

#[must_use]
pub fn published_calendar(of: BoardId) -> String {
    format!("/published/boards/{of}/calendar.ics")
}

#[must_use]
pub fn api_board(of: BoardId) -> String {
    format!("{API_BOARDS}/{of}")
}

/// The meetings of one board.
#[must_use]
pub fn api_meetings_of(board: BoardId) -> String {
    format!("{API_MEETINGS}?board={board}")
}

#[must_use]
pub fn api_meeting(of: MeetingId) -> String {
    format!("{API_MEETINGS}/{of}")
}

#[must_use]
pub fn api_case(of: CaseId) -> String {
    API_CASE.replace("{id}", of.as_str())
}
