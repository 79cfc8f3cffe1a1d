//! Taking back what was entered by mistake, as long as it has no history that must stand.

use super::changes::By;
use super::term_changes::{appointment_changed, person_name, raise};
use super::terms::representations;
use crate::audit::Change;
use crate::boards::{Appointment, Refusal};
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::db::schema::representation;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use diesel::prelude::*;

/// Takes back a person who was named by mistake, as if never named, unless someone saved after `version`.
///
/// Only one who begins today or later: what has been on other days stands, because who sat is always answerable.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn take_back(
    conn: &mut Conn,
    by: By,
    standing: &Appointment,
    version: i64,
    id: RowId,
    now: Moment,
) -> Result<Result<(), Refusal>> {
    let all = representations(conn, standing.board)?;
    let found = all
        .iter()
        .find(|it| it.id == id && it.appointment == standing.id)
        .ok_or(Error::NotFound)?;
    if found.period.from < super::board(conn, standing.board)?.today(now) {
        let said = Said::new("boards-person-has-sat");
        return Ok(Err(Refusal::Because("person-mistake", said)));
    }
    if !raise(conn, standing.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    diesel::delete(representation::table.find(id)).execute(conn)?;
    let change = Change::of("boards-person", &person_name(conn, found.person)?, &"");
    appointment_changed(conn, by, standing, version, "person-taken-back", change)
}
