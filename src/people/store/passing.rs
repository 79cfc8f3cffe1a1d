//! Persons who are here for a while only: known by one errand, such as being named as a deputy, and forgotten after it.
//!
//! `delete_after` is the last day on which they are known. Whoever gets a role or an organisation's right stays.

use super::persons::By;
use super::sessions;
use crate::audit::{self, Entry};
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::db::schema::{
    affiliation, calendar_feed, identity, instance_role, person, representation, sign_in_link,
};
use crate::error::Result;
use chrono::NaiveDate;
use diesel::prelude::*;

/// What stands where a forgotten person's name stood.
pub const FORGOTTEN: &str = "–";
/// As many as are looked at in one step, so that no step is long.
const MOST: i64 = 50;

/// Lets someone who has just been added stay until this day.
///
/// # Errors
/// When the database fails.
pub fn begin(conn: &mut Conn, id: PersonId, until: NaiveDate) -> Result<()> {
    diesel::update(person::table.find(id))
        .set(person::delete_after.eq(until))
        .execute(conn)?;
    Ok(())
}

/// Lets someone who is here for a while stay longer. Whoever is here for good, or for longer, is left alone.
///
/// # Errors
/// When the database fails.
pub fn prolong(conn: &mut Conn, id: PersonId, until: NaiveDate) -> Result<()> {
    let sooner = person::table
        .find(id)
        .filter(person::delete_after.lt(until));
    diesel::update(sooner)
        .set(person::delete_after.eq(until))
        .execute(conn)?;
    Ok(())
}

/// Lets someone stay for good.
///
/// # Errors
/// When the database fails.
pub fn keep(conn: &mut Conn, id: PersonId) -> Result<()> {
    let passing = person::table
        .find(id)
        .filter(person::delete_after.is_not_null());
    diesel::update(passing)
        .set(person::delete_after.eq(None::<NaiveDate>))
        .execute(conn)?;
    Ok(())
}

/// Those whose last day has passed.
///
/// # Errors
/// When the database fails.
pub fn outlived(conn: &mut Conn, today: NaiveDate) -> Result<Vec<PersonId>> {
    Ok(person::table
        .filter(person::delete_after.lt(today))
        .order((person::delete_after.asc(), person::id.asc()))
        .limit(MOST)
        .select(person::id)
        .load(conn)?)
}

/// Whether someone has, or has had, a part in a board, an organisation or the instance.
///
/// # Errors
/// When the database fails.
pub fn has_a_part(conn: &mut Conn, id: PersonId) -> Result<bool> {
    let sits: i64 = representation::table
        .filter(representation::person_id.eq(id))
        .count()
        .get_result(conn)?;
    let uses: i64 = affiliation::table
        .filter(affiliation::person_id.eq(id))
        .count()
        .get_result(conn)?;
    let runs: i64 = instance_role::table
        .filter(instance_role::person_id.eq(id))
        .count()
        .get_result(conn)?;
    Ok(sits + uses + runs > 0)
}

/// Forgets someone: the row stays, since others point to it, without name, address and title, and nothing lets them in.
///
/// # Errors
/// When the database fails.
pub fn forget(conn: &mut Conn, by: By, id: PersonId) -> Result<()> {
    let version = super::person(conn, id)?.version + 1;
    diesel::update(person::table.find(id))
        .set((
            person::name.eq(FORGOTTEN),
            person::address.eq(None::<String>),
            person::title.eq(""),
            person::delete_after.eq(None::<NaiveDate>),
            person::version.eq(version),
        ))
        .execute(conn)?;
    sessions::end_others(conn, id, "")?;
    diesel::delete(sign_in_link::table.filter(sign_in_link::person_id.eq(id))).execute(conn)?;
    diesel::delete(identity::table.filter(identity::person_id.eq(id))).execute(conn)?;
    diesel::delete(calendar_feed::table.filter(calendar_feed::person_id.eq(id))).execute(conn)?;
    let entry = Entry {
        board_id: None,
        object_kind: "person",
        object_id: id.as_str(),
        object_version: version,
        action: "person-forgotten",
        changes: Vec::new(),
    };
    audit::record(conn, by.actor, by.now, &entry)
}
