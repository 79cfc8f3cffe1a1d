//! Addresses of minutes, from the meeting to everyone.

pub const ATTENDANCE: &str = "/meetings/{id}/attendance";
pub const NEW_ATTENDANCE: &str = "/meetings/{id}/attendance/{day}/new";
pub const ATTENDANCE_LINE: &str = "/meetings/{id}/attendance/{day}/lines/{who}";
/// The minutes, as the secretariat writes them: the page, one item, how they will be read, and that as a document.
pub const MINUTES: &str = "/meetings/{id}/minutes";
pub const MINUTES_ITEM: &str = "/meetings/{id}/minutes/items/{item}";
pub const MINUTES_PREVIEW: &str = "/meetings/{id}/minutes/preview";
pub const MINUTES_DOCUMENT: &str = "/meetings/{id}/minutes/document";
/// What is to be followed up: of one item, as the secretariat writes it; of a board; and one of them.
pub const ITEM_ACTIONS: &str = "/meetings/{id}/minutes/items/{item}/actions";
pub const BOARD_ACTIONS: &str = "/boards/{id}/actions";
pub const ACTION: &str = "/actions/{id}";
pub const ACTION_EDIT: &str = "/actions/{id}/edit";
/// What the owner of the board decided on what it came to: all items of a meeting, and one.
pub const MINUTES_DECISIONS: &str = "/meetings/{id}/minutes/decisions";
pub const MINUTES_DECISION: &str = "/meetings/{id}/minutes/decisions/{item}";
/// Whom each item is meant for: all of them, and one.
pub const MINUTES_ACCESS: &str = "/meetings/{id}/minutes/access";
pub const MINUTES_ITEM_ACCESS: &str = "/meetings/{id}/minutes/access/{item}";
/// The way of the minutes to their approval, for the secretariat; and one remark.
pub const MINUTES_ROUND: &str = "/meetings/{id}/minutes/round";
pub const MINUTES_REMARK: &str = "/meetings/{id}/minutes/remarks/{remark}";
/// The minutes of earlier meetings that a meeting approves.
pub const MINUTES_APPROVALS: &str = "/meetings/{id}/minutes/approvals";
/// The minutes as the board and those who were there read them: the page, where one also remarks on them, its document,
/// and each version.
pub const MINUTES_READING: &str = "/meetings/{id}/minutes/reading";
pub const MINUTES_READING_DOCUMENT: &str = "/meetings/{id}/minutes/reading/document";
pub const MINUTES_VERSION: &str = "/meetings/{id}/minutes/versions/{number}";
/// What a board lays down about its minutes and its own pages.
pub const MINUTES_SETTINGS: &str = "/boards/{id}/minutes/settings";
/// The gate to publication, and how each audience will read it.
pub const MINUTES_PUBLICATION: &str = "/meetings/{id}/minutes/publication";
pub const MINUTES_PUBLICATION_PREVIEW: &str = "/meetings/{id}/minutes/publication/preview";
