//! Service owners' people: who uses an organisation's right, from when to when. An ended one is never opened again;
//! who comes back gets a new one.

use super::persons::By;
use crate::audit::{self, Change, Entry};
use crate::calendar::Period;
use crate::db::Conn;
use crate::db::ids::{BoardId, OrganisationId, PersonId, RowId};
use crate::db::schema::{affiliation, appointment, organisation, organisation_domain, person};
use crate::error::{Error, Result};
use crate::people::{Affiliation, JoinedBy, today};
use crate::web::access::Role;
use chrono::NaiveDate;
use diesel::prelude::*;

type Row = (
    RowId,
    PersonId,
    String,
    OrganisationId,
    JoinedBy,
    NaiveDate,
    Option<NaiveDate>,
);

fn affiliation_of((id, person, name, organisation, joined_by, from, until): Row) -> Affiliation {
    Affiliation {
        id,
        person,
        name,
        organisation,
        joined_by,
        period: Period { from, until },
    }
}

/// Everyone who uses or has used the organisation's right, by name.
///
/// # Errors
/// When the database fails.
pub fn of_organisation(conn: &mut Conn, id: OrganisationId) -> Result<Vec<Affiliation>> {
    let rows: Vec<Row> = affiliation::table
        .inner_join(person::table)
        .filter(affiliation::organisation_id.eq(id))
        .order((person::name.asc(), affiliation::valid_from.asc()))
        .select((
            affiliation::id,
            affiliation::person_id,
            person::name,
            affiliation::organisation_id,
            affiliation::joined_by,
            affiliation::valid_from,
            affiliation::valid_until,
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(affiliation_of).collect())
}

/// Every right one person uses or has used, oldest first.
///
/// # Errors
/// When the database fails.
pub fn of_person(conn: &mut Conn, id: PersonId) -> Result<Vec<Affiliation>> {
    let rows: Vec<Row> = affiliation::table
        .inner_join(person::table)
        .filter(affiliation::person_id.eq(id))
        .order((affiliation::valid_from.asc(), affiliation::id.asc()))
        .select((
            affiliation::id,
            affiliation::person_id,
            person::name,
            affiliation::organisation_id,
            affiliation::joined_by,
            affiliation::valid_from,
            affiliation::valid_until,
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(affiliation_of).collect())
}

/// Lets a person use the organisation's right from today on; false when they already do.
///
/// # Errors
/// When the database fails.
pub fn begin(
    conn: &mut Conn,
    by: By,
    who: PersonId,
    at: OrganisationId,
    joined_by: JoinedBy,
) -> Result<bool> {
    let today = today(by.now);
    let standing = of_person(conn, who)?;
    let already = standing
        .iter()
        .any(|one| one.organisation == at && one.period.contains(today));
    if already {
        return Ok(false);
    }
    super::passing::keep(conn, who)?;
    diesel::insert_into(affiliation::table)
        .values((
            affiliation::id.eq(RowId::new()),
            affiliation::person_id.eq(who),
            affiliation::organisation_id.eq(at),
            affiliation::joined_by.eq(joined_by),
            affiliation::valid_from.eq(today),
        ))
        .execute(conn)?;
    let name = super::person(conn, who)?.name;
    let changes = Change::of("organisation-people", "", &name);
    record(
        conn,
        by,
        at,
        "affiliation-begun",
        changes.into_iter().collect(),
    )?;
    Ok(true)
}

/// Ends a person's use of the organisation's right: it ends today, at once.
///
/// # Errors
/// `NotFound` when it is not the organisation's or has ended, or when the database fails.
pub fn end(conn: &mut Conn, by: By, at: OrganisationId, id: RowId) -> Result<()> {
    let standing = of_organisation(conn, at)?;
    let one = standing
        .iter()
        .find(|one| one.id == id && one.period.until.is_none())
        .ok_or(Error::NotFound)?;
    diesel::update(affiliation::table.find(id))
        .set(affiliation::valid_until.eq(today(by.now)))
        .execute(conn)?;
    let changes = Change::of("organisation-people", &one.name, "");
    record(
        conn,
        by,
        at,
        "affiliation-ended",
        changes.into_iter().collect(),
    )
}

/// Raises the organisation's version and writes down what happened to it.
///
/// # Errors
/// When the database fails.
pub(super) fn record(
    conn: &mut Conn,
    by: By,
    id: OrganisationId,
    action: &str,
    changes: Vec<Change>,
) -> Result<()> {
    diesel::update(organisation::table.find(id))
        .set(organisation::version.eq(organisation::version + 1))
        .execute(conn)?;
    let version: i64 = organisation::table
        .find(id)
        .select(organisation::version)
        .first(conn)?;
    let entry = Entry {
        board_id: None,
        object_kind: "organisation",
        object_id: id.as_str(),
        object_version: version,
        action,
        changes,
    };
    audit::record(conn, by.actor, by.now, &entry)
}

/// The organisation that lets addresses at this domain ask to join.
///
/// # Errors
/// When the database fails.
pub fn with_domain(conn: &mut Conn, domain: &str) -> Result<Option<OrganisationId>> {
    Ok(organisation_domain::table
        .find(domain)
        .select(organisation_domain::organisation_id)
        .first(conn)
        .optional()?)
}

/// The boards on which an organisation sits, or will: what it is may be asked for by their mandates.
///
/// # Errors
/// When the database fails.
pub fn boards_of(conn: &mut Conn, id: OrganisationId, today: NaiveDate) -> Result<Vec<BoardId>> {
    Ok(appointment::table
        .filter(appointment::organisation_id.eq(id))
        .filter(appointment::role.eq(Role::Member))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(today)),
        )
        .select(appointment::board_id)
        .distinct()
        .order(appointment::board_id.asc())
        .load(conn)?)
}
