//! The rows of agendas. The whole order is written at once, under the agenda's version, so that two who change it at the
//! same time do not mix their orders (F47).

use super::seen_among;
use crate::cases::{Agenda, Case, Guest, Item, ItemKind};
use crate::db::ids::{AgendaItemId, CaseId, MeetingId, RowId};
use crate::db::schema::{agenda, agenda_guest, agenda_item};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::web::access::Clearance;
use diesel::prelude::*;

/// A meeting's agenda; an empty one of version 0 before it is begun.
///
/// # Errors
/// When the database fails.
pub fn agenda(conn: &mut Conn, of: MeetingId) -> Result<Agenda> {
    let version: Option<i64> = agenda::table
        .find(of)
        .select(agenda::version)
        .first(conn)
        .optional()?;
    let Some(version) = version else {
        return Ok(Agenda::default());
    };
    Ok(Agenda {
        version,
        items: items(conn, of)?,
        guests: guests(conn, of)?,
    })
}

/// The cases before and after this one on the agenda of its meeting that the reader may read: a link tells of nothing else
/// (F35). None where the case stands on no agenda.
///
/// # Errors
/// When the database fails.
pub fn neighbours(
    conn: &mut Conn,
    of: &Case,
    clearance: &Clearance,
) -> Result<Option<(Option<Case>, Option<Case>)>> {
    let Some(meeting) = of.meeting else {
        return Ok(None);
    };
    let items = items(conn, meeting)?;
    let mut order: Vec<CaseId> = items.iter().filter_map(|item| item.case).collect();
    let mut seen = seen_among(conn, &order, clearance)?;
    order.retain(|id| seen.contains_key(id));
    let Some(at) = order.iter().position(|id| *id == of.id) else {
        return Ok(None);
    };
    let before = at.checked_sub(1).and_then(|at| seen.remove(&order[at]));
    let after = order.get(at + 1).and_then(|id| seen.remove(id));
    Ok(Some((before, after)))
}

fn items(conn: &mut Conn, of: MeetingId) -> Result<Vec<Item>> {
    let found = items_of(conn, &[of])?.into_iter();
    Ok(found.map(|(_, _, item)| item).collect())
}

/// The items of these meetings in their order, each with its place on the agenda.
///
/// # Errors
/// When the database fails.
pub fn items_of(conn: &mut Conn, of: &[MeetingId]) -> Result<Vec<(MeetingId, i64, Item)>> {
    type Row = (
        (MeetingId, i64, AgendaItemId, i64, ItemKind),
        (Option<CaseId>, Words, Option<i64>, String),
    );
    let rows: Vec<Row> = agenda_item::table
        .filter(among(agenda_item::meeting_id, of))
        .order((
            agenda_item::meeting_id.asc(),
            agenda_item::position.asc(),
            agenda_item::id.asc(),
        ))
        .select((
            (
                agenda_item::meeting_id,
                agenda_item::position,
                agenda_item::id,
                agenda_item::session,
                agenda_item::kind,
            ),
            (
                agenda_item::case_id,
                agenda_item::title,
                agenda_item::minutes,
                agenda_item::presenter,
            ),
        ))
        .load(conn)?;
    let placed = |row: Row| {
        let ((meeting, position, id, session, kind), (case, title, minutes, presenter)) = row;
        let item = Item {
            id,
            session: usize::try_from(session).unwrap_or(0),
            kind,
            case,
            title,
            minutes,
            presenter,
        };
        (meeting, position, item)
    };
    Ok(rows.into_iter().map(placed).collect())
}

fn guests(conn: &mut Conn, of: MeetingId) -> Result<Vec<Guest>> {
    let found = guests_of(conn, &[of])?.into_iter();
    Ok(found.map(|(_, guest)| guest).collect())
}

/// The guests of these meetings, in the order in which they were added.
///
/// # Errors
/// When the database fails.
pub fn guests_of(conn: &mut Conn, of: &[MeetingId]) -> Result<Vec<(MeetingId, Guest)>> {
    type Row = (
        MeetingId,
        RowId,
        String,
        String,
        AgendaItemId,
        Option<AgendaItemId>,
    );
    let rows: Vec<Row> = agenda_guest::table
        .filter(among(agenda_guest::meeting_id, of))
        .order(agenda_guest::id.asc())
        .select((
            agenda_guest::meeting_id,
            agenda_guest::id,
            agenda_guest::name,
            agenda_guest::organisation,
            agenda_guest::from_item_id,
            agenda_guest::until_item_id,
        ))
        .load(conn)?;
    let guest = |(meeting, id, name, organisation, from, until): Row| {
        let guest = Guest {
            id,
            name,
            organisation,
            from,
            until,
        };
        (meeting, guest)
    };
    Ok(rows.into_iter().map(guest).collect())
}

/// Begins an agenda with these items. What stands in it already is never touched by this (F46).
///
/// # Errors
/// When the database fails.
pub fn begin(conn: &mut Conn, of: MeetingId, items: &[Item], now: Moment) -> Result<()> {
    diesel::insert_into(agenda::table)
        .values((agenda::meeting_id.eq(of), agenda::begun_at.eq(now)))
        .execute(conn)?;
    for (position, item) in (0_i64..).zip(items) {
        insert(conn, of, item, position)?;
    }
    Ok(())
}

/// Writes the items of a changed agenda in their order; gives back its new version.
///
/// # Errors
/// `Stale` when someone saved after `changed` was read, or when the database fails.
pub fn save(conn: &mut Conn, of: MeetingId, changed: &Agenda) -> Result<i64> {
    let as_read = agenda::table.filter(
        agenda::meeting_id
            .eq(of)
            .and(agenda::version.eq(changed.version)),
    );
    let rows = diesel::update(as_read)
        .set(agenda::version.eq(changed.version + 1))
        .execute(conn)?;
    if rows == 0 {
        return Err(Error::Stale);
    }
    let standing = items(conn, of)?;
    let gone = standing
        .iter()
        .filter(|old| changed.items.iter().all(|item| item.id != old.id));
    for old in gone {
        drop_guests_of(conn, old.id)?;
        diesel::delete(agenda_item::table.find(old.id)).execute(conn)?;
    }
    for (position, item) in (0_i64..).zip(&changed.items) {
        let same = standing.get(usize::try_from(position).unwrap_or(usize::MAX));
        if same == Some(item) {
            continue;
        }
        if standing.iter().any(|old| old.id == item.id) {
            update(conn, item, position)?;
        } else {
            insert(conn, of, item, position)?;
        }
    }
    Ok(changed.version + 1)
}

/// A guest's from and until are items; with the first one the guest goes, with the last the end.
fn drop_guests_of(conn: &mut Conn, item: AgendaItemId) -> Result<()> {
    let from = agenda_guest::table.filter(agenda_guest::from_item_id.eq(item));
    diesel::delete(from).execute(conn)?;
    let until = agenda_guest::table.filter(agenda_guest::until_item_id.eq(item));
    diesel::update(until)
        .set(agenda_guest::until_item_id.eq(agenda_guest::from_item_id.nullable()))
        .execute(conn)?;
    Ok(())
}

fn session(item: &Item) -> i64 {
    i64::try_from(item.session).unwrap_or(0)
}

/// Puts an item at a place of an agenda that is free.
///
/// # Errors
/// When the database fails.
pub fn insert(conn: &mut Conn, of: MeetingId, item: &Item, position: i64) -> Result<()> {
    diesel::insert_into(agenda_item::table)
        .values((
            agenda_item::id.eq(item.id),
            agenda_item::meeting_id.eq(of),
            agenda_item::position.eq(position),
            agenda_item::session.eq(session(item)),
            agenda_item::kind.eq(item.kind),
            agenda_item::case_id.eq(item.case),
            agenda_item::title.eq(&item.title),
            agenda_item::minutes.eq(item.minutes),
            agenda_item::presenter.eq(&item.presenter),
        ))
        .execute(conn)?;
    Ok(())
}

fn update(conn: &mut Conn, item: &Item, position: i64) -> Result<()> {
    diesel::update(agenda_item::table.find(item.id))
        .set((
            agenda_item::position.eq(position),
            agenda_item::session.eq(session(item)),
            agenda_item::title.eq(&item.title),
            agenda_item::minutes.eq(item.minutes),
            agenda_item::presenter.eq(&item.presenter),
        ))
        .execute(conn)?;
    Ok(())
}

/// Adds a guest.
///
/// # Errors
/// When the database fails.
pub fn add_guest(conn: &mut Conn, of: MeetingId, new: &Guest) -> Result<()> {
    diesel::insert_into(agenda_guest::table)
        .values((
            agenda_guest::id.eq(new.id),
            agenda_guest::meeting_id.eq(of),
            agenda_guest::name.eq(&new.name),
            agenda_guest::organisation.eq(&new.organisation),
            agenda_guest::from_item_id.eq(new.from),
            agenda_guest::until_item_id.eq(new.until),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes a guest of this meeting off.
///
/// # Errors
/// When the database fails.
pub fn remove_guest(conn: &mut Conn, of: MeetingId, id: RowId) -> Result<()> {
    let guest = agenda_guest::table
        .filter(agenda_guest::id.eq(id))
        .filter(agenda_guest::meeting_id.eq(of));
    diesel::delete(guest).execute(conn)?;
    Ok(())
}

/// The meeting on whose agenda an item stands.
///
/// # Errors
/// When the database fails.
pub fn meeting_of_item(conn: &mut Conn, id: AgendaItemId) -> Result<Option<MeetingId>> {
    let row = agenda_item::table.find(id).select(agenda_item::meeting_id);
    Ok(row.first(conn).optional()?)
}

/// The meeting to which a guest comes.
///
/// # Errors
/// When the database fails.
pub fn meeting_of_guest(conn: &mut Conn, id: RowId) -> Result<Option<MeetingId>> {
    let row = agenda_guest::table
        .find(id)
        .select(agenda_guest::meeting_id);
    Ok(row.first(conn).optional()?)
}
