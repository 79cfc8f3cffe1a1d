//! Writes what was decided: each change is one write with its entry in the log.

use super::rules;
use super::{Decided, Head, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::store as boards;
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, MeetingId};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::access::plan as access;
use crate::minutes::round::routes::shown_to;
use crate::minutes::round::store as rounds;
use crate::minutes::told::ToldItem;
use crate::web::access::Clearance;

/// The items of a meeting on which something can be decided, of those that the reader may read: approved minutes say what
/// the board came to. With the language of those.
///
/// # Errors
/// When the database fails.
pub fn decidable(
    conn: &mut Conn,
    of: MeetingId,
    reads: &Clearance,
) -> Result<(Vec<ToldItem>, Option<Language>)> {
    let round = rounds::round(conn, of)?;
    let Some(approved) = round.and_then(|round| round.approved) else {
        return Ok((Vec::new(), None));
    };
    let version = rounds::version(conn, of, approved.number)?;
    let known = access::known(conn, of)?;
    let (told, _) = shown_to(&version.told, &known, reads);
    let mut items = told.items;
    items.retain(|item| item.withheld.is_none() && item.outcome.is_some());
    Ok((items, Some(told.language)))
}

/// On which item something is written, and what the form was filled from.
#[derive(Clone, Copy, Debug)]
pub struct On {
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    /// The version that the form was filled from; 0 before anything was written.
    pub version: i64,
}

/// What a change begins with: the meeting, and what stands.
///
/// # Errors
/// `NotFound` when nothing can be decided on the item or it is closed to who writes, `Stale` when someone saved first, or
/// when the database fails.
fn begin(conn: &mut Conn, on: On, reads: &Clearance) -> Result<(Meeting, Head)> {
    let meeting = meetings::meeting(conn, on.meeting)?;
    let (items, _) = decidable(conn, on.meeting, reads)?;
    if !items.iter().any(|item| item.item == on.item) {
        return Err(Error::NotFound);
    }
    let standing = store::of_meeting(conn, on.meeting)?.remove(&on.item);
    let head = standing.unwrap_or_else(|| {
        let at = (meeting.id, meeting.board);
        Head::of_none(at, on.item)
    });
    (head.version == on.version)
        .then_some((meeting, head))
        .ok_or(Error::Stale)
}

/// Writes what was decided, as a new version. Where the board wants two, the board alone is shown it until a second person
/// releases it.
///
/// # Errors
/// `Refused` with why it cannot be so, `NotFound` when nothing can be decided on the item or it is closed to who writes,
/// `Stale` when someone saved first, or when the database fails.
pub fn write(conn: &mut Conn, on: On, decided: &Decided, reads: &Clearance, by: By) -> Result<()> {
    let (meeting, before) = begin(conn, on, reads)?;
    let today = boards::board(conn, meeting.board)?.today(by.now);
    let may = rules::check(decided, meeting.first_day(), today);
    may.map_err(|refusal| Error::Refused(refusal.said()))?;
    let needs_second = rounds::setting(conn, meeting.board)?.needs_second;
    access::prepare(conn, on.meeting)?;
    let number = store::next_number(conn, on.item)?;
    let after = rules::written(before, number, needs_second, by.now);
    let after = store::put(conn, after)?;
    let of = (on.item, number);
    store::add_version(conn, of, Some(decided), (by.person, by.now))?;
    record(conn, &after, "decision-written", by)
}

/// Shows the newest version to everyone who may read the item.
///
/// # Errors
/// `Refused` for who wrote it, `Stale` when someone saved first or nothing waits, `NotFound` as
/// for [`write()`], or when the database fails.
pub fn release(conn: &mut Conn, on: On, reads: &Clearance, by: By) -> Result<()> {
    let (_, before) = begin(conn, on, reads)?;
    let versions = store::versions(conn, on.item)?;
    let newest = versions.first().filter(|_| before.waits());
    let newest = newest.ok_or(Error::Stale)?;
    if !rules::may_release(newest, by.person) {
        return Err(Error::Refused(Said::new("decision-waits-for-another")));
    }
    let after = store::put(conn, rules::released(before, by.now))?;
    record(conn, &after, "decision-released", by)
}

/// Takes back what was decided: nobody is shown it any more, and the secretariat still reads what was written.
///
/// # Errors
/// `Stale` when someone saved first or nothing stands, `NotFound` as for [`write()`], or when the database fails.
pub fn take_back(conn: &mut Conn, on: On, reads: &Clearance, by: By) -> Result<()> {
    let (_, before) = begin(conn, on, reads)?;
    if before.inside.is_none() {
        return Err(Error::Stale);
    }
    let number = store::next_number(conn, on.item)?;
    let after = store::put(conn, rules::taken_back(before, by.now))?;
    store::add_version(conn, (on.item, number), None, (by.person, by.now))?;
    record(conn, &after, "decision-taken-back", by)
}

/// What was decided may be about what is exempt, so none of it stands in the log.
fn record(conn: &mut Conn, of: &Head, action: &'static str, by: By) -> Result<()> {
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: "owner_decision",
        object_id: of.item.as_str(),
        object_version: of.version,
        action,
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}
