//! The calendar that a person subscribes to: its secret address, and what it holds.
//!
//! The address is the id of a row and a keyed hash of it, as links in mail are, so that its owner can copy it again
//! and nothing in the database alone opens it. Who has the address is asked for nothing else; what its owner may see
//! is asked anew each time. Without the row it leads nowhere.

use super::store::calendar as store;
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::{BoardId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::text;
use crate::mail::invitation::{self, Entry};
use crate::meetings::calendar::{Around, entries};
use crate::meetings::store as meetings;
use crate::secrets::Key;
use crate::web::Roles;
use crate::web::access::RoleSource;
use chrono::{Months, NaiveDate};
use chrono_tz::Europe;
use std::collections::{BTreeSet, HashMap};

/// What the keyed hash is for.
const PURPOSE: &str = "calendar-feed";
/// How long a row's id is as text.
const ID: usize = 36;
/// So many months back and ahead.
const BACK: Months = Months::new(6);
const AHEAD: Months = Months::new(18);

/// The secret part of the address of this feed.
#[must_use]
pub fn token(key: &Key, feed: RowId) -> String {
    format!("{feed}-{}", key.sign(PURPOSE, feed.as_str()))
}

/// The feed whose address has this secret; none when nobody made it.
#[must_use]
pub fn of_token(key: &Key, token: &str) -> Option<RowId> {
    let (id, signature) = token.split_at_checked(ID)?;
    let signature = signature.strip_prefix('-')?;
    let feed: RowId = id.parse().ok()?;
    key.is_signed(PURPOSE, feed.as_str(), signature)
        .then_some(feed)
}

/// The calendar file of a feed: the meetings of the boards on which its owner has a role today.
///
/// # Errors
/// `NotFound` when it was ended, or when the database fails.
pub fn file(
    conn: &mut Conn,
    feed: RowId,
    sources: &[RoleSource],
    base_url: &str,
    today: NaiveDate,
    now: Moment,
) -> Result<String> {
    let (owner, language) = store::owner(conn, feed)?.ok_or(Error::NotFound)?;
    let mut roles = Roles::default();
    for source in sources {
        source(conn, owner, now, &mut roles)?;
    }
    let of: BTreeSet<BoardId> = roles.boards.iter().map(|(board, _)| *board).collect();
    let of: Vec<BoardId> = of.into_iter().collect();
    let boards = boards::chosen(conn, &of)?;
    let found = meetings::of_boards(conn, &of, today - BACK, today + AHEAD)?;
    let ids: Vec<_> = found.iter().map(|meeting| meeting.id).collect();
    let revisions = meetings::calendar::revisions(conn, &ids)?;
    let kinds = meetings::around::kinds(conn)?;
    let around: HashMap<BoardId, Around<'_>> = boards
        .iter()
        .map(|board| {
            let around = Around {
                board,
                kinds: &kinds,
                base_url,
                language,
                attendee: None,
                opens_page: true,
            };
            (board.id, around)
        })
        .collect();
    let shown: Vec<Entry> = found
        .iter()
        .filter_map(|meeting| {
            let around = around.get(&meeting.board)?;
            Some(entries(meeting, *revisions.get(&meeting.id)?, around))
        })
        .flatten()
        .collect();
    let zone = boards.first().map_or(Europe::Oslo, |board| board.zone);
    let name = text(language, "me-calendar-name", &[]);
    Ok(invitation::feed(&name, (zone, today), &shown))
}
