//! The rows that say whom the minutes of each item are shown to.

use super::ItemAccess;
use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{AgendaItemId, BoardId, MeetingId, RowId};
use crate::db::schema::{assessment, board_case, legal_basis, minute_access};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::web::access::{Assessment, Audience, Shelf};
use diesel::prelude::*;
use std::collections::HashMap;

/// The minutes of items as things that are read.
pub const SHELF: Shelf = Shelf {
    table: "minute_access",
    id: "item_id",
    case: "subject_id",
    meeting: ("minute_access", "meeting_id"),
};

type Row = (
    (AgendaItemId, MeetingId, BoardId, RowId),
    (Audience, Audience, Assessment),
    (bool, Option<bool>, bool),
    (Option<RowId>, Option<String>),
    (Option<Moment>, Option<Moment>, i64),
);

/// What is kept of the items of a meeting.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(conn: &mut Conn, of: MeetingId) -> Result<HashMap<AgendaItemId, ItemAccess>> {
    let rows: Vec<Row> = minute_access::table
        .left_join(legal_basis::table)
        .left_join(board_case::table.on(board_case::id.eq(minute_access::subject_id)))
        .filter(minute_access::meeting_id.eq(of))
        .select((
            (
                minute_access::item_id,
                minute_access::meeting_id,
                minute_access::board_id,
                minute_access::subject_id,
            ),
            (
                minute_access::wanted,
                minute_access::audience,
                minute_access::assessment,
            ),
            (
                minute_access::title_exempt,
                board_case::title_exempt.nullable(),
                minute_access::title_waits,
            ),
            (minute_access::basis_id, legal_basis::reference.nullable()),
            (
                minute_access::open_from,
                minute_access::withdrawn_at,
                minute_access::version,
            ),
        ))
        .load(conn)?;
    let of_row = |row: Row| {
        let ((item, meeting, board, subject), whom, title, basis, rest) = row;
        let (wanted, audience, assessment) = whom;
        let (own, of_case, title_waits) = title;
        let (open_from, withdrawn_at, version) = rest;
        let access = ItemAccess {
            item,
            meeting,
            board,
            subject,
            wanted,
            audience,
            assessment,
            basis: basis.0.zip(basis.1),
            title_exempt: own || of_case.unwrap_or(false),
            title_waits,
            open_from,
            withdrawn_at,
            version,
        };
        (item, access)
    };
    Ok(rows.into_iter().map(of_row).collect())
}

/// Keeps what an item begins with.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, new: &ItemAccess) -> Result<()> {
    diesel::insert_into(minute_access::table)
        .values((
            minute_access::item_id.eq(new.item),
            minute_access::meeting_id.eq(new.meeting),
            minute_access::board_id.eq(new.board),
            minute_access::subject_id.eq(new.subject),
            minute_access::wanted.eq(new.wanted),
            minute_access::audience.eq(new.audience),
            minute_access::assessment.eq(new.assessment),
            minute_access::basis_id.eq(new.basis.as_ref().map(|(id, _)| *id)),
            minute_access::title_exempt.eq(new.title_exempt),
            minute_access::open_from.eq(new.open_from),
            minute_access::version.eq(1),
        ))
        .execute(conn)?;
    Ok(())
}

/// What was found of an item, and whom it is meant for.
pub struct Found {
    pub wanted: Audience,
    pub assessment: Assessment,
    pub basis: Option<RowId>,
    pub title_exempt: bool,
    pub open_from: Option<Moment>,
}

/// Writes it over what was read.
///
/// # Errors
/// `Stale` when someone saved after `version`, or when the database fails.
pub fn change(conn: &mut Conn, item: AgendaItemId, version: i64, found: &Found) -> Result<()> {
    let as_read = minute_access::table
        .find(item)
        .filter(minute_access::version.eq(version));
    let changed = diesel::update(as_read)
        .set((
            minute_access::wanted.eq(found.wanted),
            minute_access::assessment.eq(found.assessment),
            minute_access::basis_id.eq(found.basis),
            minute_access::title_exempt.eq(found.title_exempt),
            minute_access::open_from.eq(found.open_from),
            minute_access::version.eq(version + 1),
        ))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Shows the minutes of a meeting to this audience at most: no item to more than it is meant for.
///
/// # Errors
/// When the database fails.
pub fn show(conn: &mut Conn, of: MeetingId, most: Audience) -> Result<()> {
    for wanted in Audience::ALL {
        let items = minute_access::table
            .filter(minute_access::meeting_id.eq(of))
            .filter(minute_access::wanted.eq(*wanted));
        diesel::update(items)
            .set((
                minute_access::audience.eq((*wanted).min(most)),
                minute_access::title_waits.eq(false),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Shows one item to this audience, and says whether its title waits until it goes out again.
///
/// # Errors
/// When the database fails.
pub fn show_one(
    conn: &mut Conn,
    item: AgendaItemId,
    (audience, title_waits): (Audience, bool),
) -> Result<()> {
    diesel::update(minute_access::table.find(item))
        .set((
            minute_access::audience.eq(audience),
            minute_access::title_waits.eq(title_waits),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes back to the board what was assessed after a moment: nobody else had it then.
///
/// # Errors
/// When the database fails.
pub fn take_back_since(conn: &mut Conn, of: MeetingId, since: Moment) -> Result<()> {
    let assessed = assessed_since(conn, of, since)?;
    let wide = minute_access::table
        .filter(among(minute_access::item_id, assessed))
        .filter(minute_access::audience.eq_any([Audience::ServiceOwners, Audience::Public]));
    diesel::update(wide)
        .set((
            minute_access::audience.eq(Audience::Members),
            minute_access::title_waits.eq(true),
        ))
        .execute(conn)?;
    Ok(())
}

/// The items of a meeting that were assessed after a moment.
///
/// # Errors
/// When the database fails.
pub fn assessed_since(conn: &mut Conn, of: MeetingId, since: Moment) -> Result<Vec<RowId>> {
    let own = minute_access::table.filter(minute_access::meeting_id.eq(of));
    let ids: Vec<RowId> = own.select(minute_access::item_id).load(conn)?;
    let assessed = assessment::table
        .filter(among(assessment::object_id, ids))
        .filter(assessment::assessed_at.gt(since))
        .select(assessment::object_id)
        .load(conn)?;
    Ok(assessed)
}
