//! A board's meetings to come, as a calendar that anyone may subscribe to: when and where, and no more.
//!
//! No agenda, no title, no link to the video meeting, and no mail address: without METHOD an entry needs nobody who invites
//! (RFC 5545 § 3.8.4.3). What is cancelled stays in it as cancelled, so that it leaves the calendars of those who have it.

use crate::boards::Board;
use crate::db::Conn;
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::i18n::{Language, text};
use crate::mail::invitation::{self, Entry};
use crate::meetings::calendar::{Around, entries};
use crate::meetings::{Meeting, store as meetings};
use crate::public::open::addresses::left_out;
use crate::web::paths;
use chrono::Months;

/// The type of such a file.
pub const KIND: &str = "text/calendar; charset=utf-8";
/// So many months ahead.
const AHEAD: Months = Months::new(18);

/// The calendar of a board that is shown to everyone.
///
/// # Errors
/// When the database fails.
pub fn file(conn: &mut Conn, board: &Board, base_url: &str, now: Moment) -> Result<String> {
    let today = board.today(now);
    let found = meetings::of_boards(conn, &[board.id], today, today + AHEAD)?;
    let ids: Vec<_> = found.iter().map(|meeting| meeting.id).collect();
    let revisions = meetings::calendar::revisions(conn, &ids)?;
    let kinds = meetings::around::kinds(conn)?;
    let language = board.languages.first().copied().unwrap_or(Language::NB);
    let around = Around {
        board,
        kinds: &kinds,
        base_url,
        language,
        attendee: None,
        opens_page: false,
    };
    let shown: Vec<Entry> = (found.into_iter())
        .filter_map(|meeting| {
            let revision = *revisions.get(&meeting.id)?;
            let page = format!("{base_url}{}", paths::published_meeting(meeting.id));
            let open = Meeting {
                title: Words::default(),
                video_link: String::new(),
                place: left_out(&meeting.place, language),
                ..meeting
            };
            let mut own = entries(&open, revision, &around);
            for entry in &mut own {
                let link = [("link", page.as_str().into())];
                entry.description = text(language, "meeting-calendar-page", &link);
                entry.url.clone_from(&page);
                entry.organiser = None;
            }
            Some(own)
        })
        .flatten()
        .collect();
    let name = text(
        language,
        "open-data-meetings-of",
        &[("board", board.name_in(language).into())],
    );
    Ok(invitation::feed(&name, (board.zone, today), &shown))
}
