//! At which level representatives are (mandate § 4: normally heads of department, or the equivalent).

use super::changes::By;
use super::term_changes::{appointment_changed, raise};
use super::terms::representations;
use crate::audit::{self, Change};
use crate::boards::{Appointment, Refusal};
use crate::db::ids::{AppointmentId, RowId};
use crate::db::schema::representation;
use crate::db::types::Words;
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Says at which level a representative is, or that nobody knows, unless someone saved after `version`.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn change(
    conn: &mut Conn,
    by: By,
    standing: &Appointment,
    version: i64,
    id: RowId,
    level: Option<&str>,
) -> Result<Result<(), Refusal>> {
    let all = representations(conn, standing.board)?;
    let found = all
        .iter()
        .find(|it| it.id == id && it.appointment == standing.id)
        .ok_or(Error::NotFound)?;
    if !raise(conn, standing.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    diesel::update(representation::table.find(id))
        .set(representation::level.eq(level))
        .execute(conn)?;
    let levels = code_words::list(conn, "level")?;
    let words = |code: Option<&str>| {
        code.map_or_else(Words::default, |code| audit::code_in_words(&levels, code))
    };
    let change = Change::of_words(
        "boards-level",
        &words(found.level.as_deref()),
        &words(level),
    );
    appointment_changed(conn, by, standing, version, "level-changed", change)
}

/// Says at which level whoever has just been named from this day is. The entry of the naming stands for it.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn begin(conn: &mut Conn, of: AppointmentId, from: NaiveDate, level: &str) -> Result<()> {
    let newest: RowId = representation::table
        .filter(representation::appointment_id.eq(of))
        .filter(representation::valid_from.eq(from))
        .order(representation::id.desc())
        .select(representation::id)
        .first(conn)?;
    diesel::update(representation::table.find(newest))
        .set(representation::level.eq(level))
        .execute(conn)?;
    Ok(())
}
