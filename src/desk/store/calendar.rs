//! The rows of the calendars that people subscribe to. A person has one at most.

use crate::db::Conn;
use crate::db::ids::{PersonId, RowId};
use crate::db::schema::{calendar_feed, person};
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::Language;
use diesel::prelude::*;

/// The feed that a person has.
///
/// # Errors
/// When the database fails.
pub fn of(conn: &mut Conn, owner: PersonId) -> Result<Option<RowId>> {
    Ok(calendar_feed::table
        .filter(calendar_feed::person_id.eq(owner))
        .select(calendar_feed::id)
        .first(conn)
        .optional()?)
}

/// Whose feed this is, and their language; nobody's when it was ended.
///
/// # Errors
/// When the database fails.
pub fn owner(conn: &mut Conn, feed: RowId) -> Result<Option<(PersonId, Language)>> {
    let found: Option<(PersonId, String)> = calendar_feed::table
        .inner_join(person::table)
        .filter(calendar_feed::id.eq(feed))
        .select((person::id, person::language))
        .first(conn)
        .optional()?;
    Ok(found.map(|(id, tag)| (id, Language::from_tag(&tag).unwrap_or(Language::NB))))
}

/// Makes a feed where the person has none; pressing twice is pressing once.
///
/// # Errors
/// When the database fails.
pub fn make(conn: &mut Conn, owner: PersonId, now: Moment) -> Result<()> {
    if of(conn, owner)?.is_some() {
        return Ok(());
    }
    diesel::insert_into(calendar_feed::table)
        .values((
            calendar_feed::id.eq(RowId::new()),
            calendar_feed::person_id.eq(owner),
            calendar_feed::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Ends the feed that a person has.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, owner: PersonId) -> Result<()> {
    let own = calendar_feed::table.filter(calendar_feed::person_id.eq(owner));
    diesel::delete(own).execute(conn)?;
    Ok(())
}
