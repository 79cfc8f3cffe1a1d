//! The rows of case officers.

use crate::cases::plan::By;
use crate::cases::{CaseState, Officer};
use crate::db::Conn;
use crate::db::ids::{CaseId, PersonId, RowId};
use crate::db::schema::{board_case, case_officer, person};
use crate::db::types::Moment;
use crate::error::Result;
use crate::web::Roles;
use diesel::prelude::*;

/// The cases that a person prepares, as long as they are not dealt with. The slice's source of roles.
///
/// # Errors
/// When the database fails.
pub fn roles(conn: &mut Conn, of: PersonId, _now: Moment, roles: &mut Roles) -> Result<()> {
    let over = CaseState::ALL.iter().filter(|state| !state.is_prepared());
    roles.prepares = case_officer::table
        .inner_join(board_case::table)
        .filter(case_officer::person_id.eq(of))
        .filter(case_officer::ended_at.is_null())
        .filter(board_case::state.ne_all(over.copied()))
        .order(case_officer::case_id.asc())
        .select(case_officer::case_id)
        .load(conn)?;
    Ok(())
}

/// A case's officers, in the order they were named.
///
/// # Errors
/// When the database fails.
pub fn of(conn: &mut Conn, case: CaseId) -> Result<Vec<Officer>> {
    let rows: Vec<(RowId, PersonId, String, Moment)> = case_officer::table
        .inner_join(person::table.on(person::id.eq(case_officer::person_id)))
        .filter(case_officer::case_id.eq(case))
        .filter(case_officer::ended_at.is_null())
        .order((case_officer::named_at.asc(), case_officer::id.asc()))
        .select((
            case_officer::id,
            case_officer::person_id,
            person::name,
            case_officer::named_at,
        ))
        .load(conn)?;
    let officer = |(id, person, name, named_at)| Officer {
        id,
        person,
        name,
        named_at,
    };
    Ok(rows.into_iter().map(officer).collect())
}

/// Names an officer of a case.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, id: RowId, case: CaseId, who: PersonId, by: By) -> Result<()> {
    diesel::insert_into(case_officer::table)
        .values((
            case_officer::id.eq(id),
            case_officer::case_id.eq(case),
            case_officer::person_id.eq(who),
            case_officer::named_by.eq(by.person),
            case_officer::named_at.eq(by.now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Ends what an officer may do from now on.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, id: RowId, now: Moment) -> Result<()> {
    diesel::update(case_officer::table.find(id))
        .set(case_officer::ended_at.eq(now))
        .execute(conn)?;
    Ok(())
}
