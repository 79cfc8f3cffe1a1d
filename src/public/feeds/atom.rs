//! Publications as a feed (RFC 4287), the latest first, with what was withdrawn told as deleted (RFC 6721).

use crate::boards::Board;
use crate::db::Conn;
use crate::db::ids::MeetingId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::{Language, text};
use crate::public::open::store::{self, Known};
use crate::public::open::xml::Xml;
use crate::public::open::{Asked, Gone, OpenItem, OpenMeeting};
use crate::web::paths;
use std::collections::{HashMap, HashSet};

/// The type of such a feed.
pub const KIND: &str = "application/atom+xml; charset=utf-8";
/// At most so many publications, and as many withdrawn ones.
const MOST: usize = 50;
/// Under which anyone may use what is published.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// What a feed tells.
#[derive(Clone, Debug)]
pub struct Feed {
    /// None for the feed of all boards.
    pub board: Option<Board>,
    pub meetings: Vec<(OpenMeeting, Vec<OpenItem>)>,
    pub gone: Vec<Gone>,
}

/// Reads what the feed of a board tells, or that of all.
///
/// # Errors
/// When the database fails.
pub fn load(conn: &mut Conn, board: Option<Board>, now: Moment) -> Result<Feed> {
    let asked = Asked {
        board: board.as_ref().map(|one| one.id),
        ..Asked::default()
    };
    let found = store::known_meetings(conn, &asked, now)?;
    let mut latest: Vec<(MeetingId, Moment)> = found.into_iter().collect();
    latest.sort_by_key(|(id, at)| std::cmp::Reverse((*at, *id)));
    latest.truncate(MOST);
    let ids: HashSet<MeetingId> = latest.iter().map(|(id, _)| *id).collect();
    let mut items: Vec<Known> = store::known(conn, &asked, now)?;
    items.retain(|one| ids.contains(&one.meeting));
    items.sort_by_key(|one| (one.meeting, one.position));
    let wanted: Vec<_> = items.iter().map(|one| (one.item, one.changed_at)).collect();
    let mut by_meeting: HashMap<MeetingId, Vec<OpenItem>> = HashMap::new();
    for item in store::items_of(conn, &wanted, now)? {
        by_meeting.entry(item.meeting).or_default().push(item);
    }
    let meetings = store::meetings_of(conn, &latest)?.into_iter();
    let meetings = meetings.map(|meeting| {
        let items = by_meeting.remove(&meeting.id).unwrap_or_default();
        (meeting, items)
    });
    let mut gone = store::gone(conn, asked.board, now)?;
    gone.truncate(MOST);
    Ok(Feed {
        board,
        meetings: meetings.collect(),
        gone,
    })
}

/// The feed as it is read.
#[must_use]
pub fn written(feed: &Feed, base_url: &str) -> String {
    let board = feed.board.as_ref();
    let language = board
        .and_then(|board| board.languages.first().copied())
        .unwrap_or(Language::NB);
    let own = match board {
        Some(board) => paths::board_atom(board.id),
        None => paths::ATOM.to_owned(),
    };
    let own = format!("{base_url}{own}");
    // A board is the same board wherever the program runs; all of them are those of this address.
    let id = board.map_or(own.clone(), |board| format!("urn:uuid:{}", board.id));
    let page = match board {
        Some(board) => paths::published_board(board.id),
        None => paths::PUBLISHED.to_owned(),
    };
    let title = match board {
        Some(board) => text(
            language,
            "open-data-of",
            &[("board", board.name_in(language).into())],
        ),
        None => text(language, "open-data-all", &[]),
    };
    let author = board.map_or(title.clone(), |board| board.name_in(language).to_owned());
    let mut xml = Xml::default();
    let head = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xmlns:at", "http://purl.org/atompub/tombstones/1.0"),
        ("xml:lang", language.tag()),
    ];
    xml.element("feed", &head, |xml| {
        xml.text("id", &[], &id);
        xml.text("title", &[], &title);
        xml.text("updated", &[], &updated(feed).to_string());
        xml.element("author", &[], |xml| xml.text("name", &[], &author));
        xml.empty(
            "link",
            &[
                ("rel", "self"),
                ("type", "application/atom+xml"),
                ("href", &own),
            ],
        );
        let page = format!("{base_url}{page}");
        xml.empty(
            "link",
            &[("rel", "alternate"), ("type", "text/html"), ("href", &page)],
        );
        xml.empty("link", &[("rel", "license"), ("href", LICENCE)]);
        for (meeting, items) in &feed.meetings {
            entry(xml, meeting, items, base_url);
        }
        for one in &feed.gone {
            deleted(xml, one);
        }
    });
    xml.into_text()
}

/// When the feed last became another; the beginning of time where nothing has been in it.
fn updated(feed: &Feed) -> Moment {
    let changed = feed.meetings.iter().map(|(meeting, _)| meeting.changed_at);
    let gone = feed.gone.iter().map(|one| one.at);
    let last = changed.chain(gone).max();
    last.unwrap_or(Moment::from(chrono::DateTime::UNIX_EPOCH))
}

fn entry(xml: &mut Xml, meeting: &OpenMeeting, items: &[OpenItem], base_url: &str) {
    let tag = meeting.language.tag();
    xml.element("entry", &[("xml:lang", tag)], |xml| {
        let board = meeting.board_name.in_language(tag);
        xml.text("id", &[], &format!("urn:uuid:{}", meeting.id));
        xml.text("title", &[], &format!("{board}: {}", meeting.title));
        xml.text("published", &[], &meeting.published_at.to_string());
        xml.text("updated", &[], &meeting.changed_at.to_string());
        xml.element("author", &[], |xml| xml.text("name", &[], board));
        let page = format!("{base_url}{}", paths::published_meeting(meeting.id));
        let link = [
            ("rel", "alternate"),
            ("type", "text/html"),
            ("hreflang", tag),
            ("href", &page),
        ];
        xml.empty("link", &link);
        let lines: Vec<String> = items.iter().map(line).collect();
        xml.text("summary", &[("type", "text")], &lines.join("\n"));
    });
}

/// “12/26 Budsjettrammer”.
fn line(item: &OpenItem) -> String {
    format!("{} {}", item.number, item.title).trim().to_owned()
}

fn deleted(xml: &mut Xml, one: &Gone) {
    let (id, when) = (format!("urn:uuid:{}", one.meeting), one.at.to_string());
    xml.element(
        "at:deleted-entry",
        &[("ref", &id), ("when", &when)],
        |xml| {
            let language = [("xml:lang", one.language.tag())];
            xml.text("at:comment", &language, &one.reason);
        },
    );
}
