//! The rows that name someone who was only ever a deputy.

use crate::db::Conn;
use crate::db::ids::{PersonId, ReplacementId};
use crate::db::schema::{meeting, replacement};
use crate::error::Result;
use crate::meetings::replies::ReplacementState;
use crate::people::store::passing::FORGOTTEN;
use chrono::NaiveDate;
use diesel::prelude::*;

/// The last day of the latest meeting that a person is to come to as a deputy.
///
/// # Errors
/// When the database fails.
pub fn last_meeting(conn: &mut Conn, of: PersonId) -> Result<Option<NaiveDate>> {
    let latest = replacement::table
        .inner_join(meeting::table)
        .filter(replacement::person_id.eq(of))
        .filter(replacement::state.ne(ReplacementState::Withdrawn))
        .order(meeting::last_day.desc())
        .select(meeting::last_day);
    Ok(latest.first(conn).optional()?)
}

/// Every time a person was named.
///
/// # Errors
/// When the database fails.
pub fn named(conn: &mut Conn, of: PersonId) -> Result<Vec<ReplacementId>> {
    Ok(replacement::table
        .filter(replacement::person_id.eq(of))
        .select(replacement::id)
        .load(conn)?)
}

/// Takes the name from where a person was named and let go: they met for nobody, so no minutes need it.
///
/// # Errors
/// When the database fails.
pub fn forget_names(conn: &mut Conn, of: PersonId) -> Result<()> {
    let let_go = replacement::table
        .filter(replacement::person_id.eq(of))
        .filter(replacement::state.eq(ReplacementState::Withdrawn));
    diesel::update(let_go)
        .set(replacement::name.eq(FORGOTTEN))
        .execute(conn)?;
    Ok(())
}
