//! The rows of organisations and persons, as everyone reads them; what changes them stands in the files below.

pub mod affiliations;
pub mod links;
pub mod organisations;
pub mod passing;
pub mod persons;
pub mod sessions;

use super::{InstanceRole, Organisation, Person, today};
use crate::calendar::Period;
use crate::db::ids::{OrganisationId, PersonId};
use crate::db::schema::{
    affiliation, instance_role, organisation, organisation_name, person, service_owner_period,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::web::Roles;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

type PersonRow = (PersonId, String, Option<String>, String, String, i64);

fn person_of((id, name, address, language, title, version): PersonRow) -> Person {
    Person {
        id,
        name,
        address,
        language: Language::from_tag(&language).unwrap_or(Language::NB),
        title,
        version,
    }
}

macro_rules! persons {
    () => {
        person::table.select((
            person::id,
            person::name,
            person::address,
            person::language,
            person::title,
            person::version,
        ))
    };
}

/// One person.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn person(conn: &mut Conn, id: PersonId) -> Result<Person> {
    let row: PersonRow = persons!().filter(person::id.eq(id)).first(conn)?;
    Ok(person_of(row))
}

/// Several of them, in no order.
///
/// # Errors
/// When the database fails.
pub fn chosen(conn: &mut Conn, ids: &[PersonId]) -> Result<Vec<Person>> {
    let rows: Vec<PersonRow> = persons!().filter(among(person::id, ids)).load(conn)?;
    Ok(rows.into_iter().map(person_of).collect())
}

/// Everyone, by name.
///
/// # Errors
/// When the database fails.
pub fn people(conn: &mut Conn) -> Result<Vec<Person>> {
    let rows: Vec<PersonRow> = persons!()
        .filter(person::name.ne(passing::FORGOTTEN))
        .load(conn)?;
    let mut people: Vec<Person> = rows.into_iter().map(person_of).collect();
    people.sort_by_key(|person| person.name.to_lowercase());
    Ok(people)
}

type OrganisationRow = (
    OrganisationId,
    String,
    Option<String>,
    String,
    Option<String>,
    Option<String>,
    String,
    String,
    i64,
);

/// Every organisation under the name it has on this day (else the latest before it), by name.
///
/// # Errors
/// When the database fails.
pub fn organisations(conn: &mut Conn, on: NaiveDate) -> Result<Vec<Organisation>> {
    let columns = (
        organisation::id,
        organisation::scheme,
        organisation::number,
        organisation::kind,
        organisation::size,
        organisation::mailbox,
        organisation::contact,
        organisation::language,
        organisation::version,
    );
    let rows: Vec<OrganisationRow> = organisation::table.select(columns).load(conn)?;
    let mut names = names_on(conn, on)?;
    let mut organisations: Vec<Organisation> = rows
        .into_iter()
        .map(
            |(id, scheme, number, kind, size, mailbox, contact, language, version)| {
                let (name, short_name) = names.remove(&id).unwrap_or_default();
                let language = Language::from_tag(&language).unwrap_or(Language::NB);
                Organisation {
                    id,
                    name,
                    short_name,
                    scheme,
                    number,
                    kind,
                    size,
                    mailbox,
                    contact,
                    language,
                    version,
                }
            },
        )
        .collect();
    organisations.sort_by_key(|organisation| organisation.name.to_lowercase());
    Ok(organisations)
}

/// One organisation under the name it has on this day.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn organisation(conn: &mut Conn, id: OrganisationId, on: NaiveDate) -> Result<Organisation> {
    organisations(conn, on)?
        .into_iter()
        .find(|organisation| organisation.id == id)
        .ok_or(Error::NotFound)
}

/// An organisation's name and short name.
type BothNames = (String, String);

/// The names of every organisation on a day: those valid then, else those that began last.
///
/// # Errors
/// When the database fails.
pub fn names_on(conn: &mut Conn, on: NaiveDate) -> Result<HashMap<OrganisationId, BothNames>> {
    let rows = organisation_name::table
        .select(NameRow::as_select())
        .load(conn)?;
    Ok(named(rows, on))
}

/// The same of these organisations only.
///
/// # Errors
/// When the database fails.
pub fn names_of(
    conn: &mut Conn,
    of: &[OrganisationId],
    on: NaiveDate,
) -> Result<HashMap<OrganisationId, BothNames>> {
    let rows = organisation_name::table
        .filter(among(organisation_name::organisation_id, of))
        .select(NameRow::as_select())
        .load(conn)?;
    Ok(named(rows, on))
}

/// What organisations with these numbers are called, as they were named last.
///
/// # Errors
/// When the database fails.
pub fn called(conn: &mut Conn, numbers: BTreeSet<String>) -> Result<HashMap<String, String>> {
    if numbers.is_empty() {
        return Ok(HashMap::new());
    }
    let mut rows: Vec<(Option<String>, NameRow)> = organisation_name::table
        .inner_join(organisation::table)
        .filter(among(organisation::number, numbers))
        .select((organisation::number, NameRow::as_select()))
        .load(conn)?;
    rows.sort_by_key(|(_, row)| row.valid_from);
    let named = rows
        .into_iter()
        .filter_map(|(number, row)| Some((number?, row.name)));
    Ok(named.collect())
}

/// The kinds of organisations with these numbers: codes of the list `organisation_kind`.
///
/// # Errors
/// When the database fails.
pub fn kinds_of<'n>(
    conn: &mut Conn,
    numbers: impl Iterator<Item = &'n str>,
) -> Result<BTreeMap<String, String>> {
    let numbers: BTreeSet<&str> = numbers.collect();
    if numbers.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(Option<String>, String)> = organisation::table
        .filter(among(organisation::number, numbers))
        .select((organisation::number, organisation::kind))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|(number, kind)| Some((number?, kind)))
        .collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = organisation_name)]
struct NameRow {
    organisation_id: OrganisationId,
    name: String,
    short_name: String,
    valid_from: Option<NaiveDate>,
    valid_until: Option<NaiveDate>,
}

fn named(mut rows: Vec<NameRow>, on: NaiveDate) -> HashMap<OrganisationId, BothNames> {
    // What is valid on the day comes last and wins; before it the names in the order they began.
    rows.sort_by_key(|row| {
        let valid = row.valid_from.is_none_or(|from| from <= on)
            && row.valid_until.is_none_or(|until| on < until);
        (valid, row.valid_from)
    });
    rows.into_iter()
        .map(|row| (row.organisation_id, (row.name, row.short_name)))
        .collect()
}

/// The person with this address, in lower case.
///
/// # Errors
/// When the database fails.
pub fn person_by_address(conn: &mut Conn, address: &str) -> Result<Option<Person>> {
    let found: Option<PersonId> = person::table
        .filter(person::address.eq(address))
        .select(person::id)
        .first(conn)
        .optional()?;
    found.map(|id| person(conn, id)).transpose()
}

/// The organisations that are service owners on this day.
///
/// # Errors
/// When the database fails.
pub fn service_owners_on(conn: &mut Conn, on: NaiveDate) -> Result<HashSet<OrganisationId>> {
    type Row = (OrganisationId, NaiveDate, Option<NaiveDate>);
    let rows: Vec<Row> = service_owner_period::table
        .select((
            service_owner_period::organisation_id,
            service_owner_period::valid_from,
            service_owner_period::valid_until,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter(|(_, from, until)| is_on(*from, *until, on))
        .map(|(id, _, _)| id)
        .collect())
}

/// The roles that people have in the instance: administrator, and service owner's person.
///
/// An affiliation counts only while its organisation is a service owner, so that everyone's access ends the day the
/// organisation's does (F37).
///
/// # Errors
/// When the database fails.
pub fn roles(conn: &mut Conn, id: PersonId, now: Moment, roles: &mut Roles) -> Result<()> {
    let today = today(now);
    let administrator: Vec<(NaiveDate, Option<NaiveDate>)> = instance_role::table
        .filter(instance_role::person_id.eq(id))
        .filter(instance_role::role.eq(InstanceRole::Administrator))
        .select((instance_role::valid_from, instance_role::valid_until))
        .load(conn)?;
    roles.administrator = administrator
        .iter()
        .any(|(from, until)| is_on(*from, *until, today));
    type Row = (
        OrganisationId,
        NaiveDate,
        Option<NaiveDate>,
        NaiveDate,
        Option<NaiveDate>,
    );
    let same_organisation = service_owner_period::organisation_id.eq(affiliation::organisation_id);
    let rights: Vec<Row> = affiliation::table
        .inner_join(service_owner_period::table.on(same_organisation))
        .filter(affiliation::person_id.eq(id))
        .select((
            affiliation::organisation_id,
            affiliation::valid_from,
            affiliation::valid_until,
            service_owner_period::valid_from,
            service_owner_period::valid_until,
        ))
        .load(conn)?;
    for (organisation, from, until, owner_from, owner_until) in rights {
        let counts = is_on(from, until, today) && is_on(owner_from, owner_until, today);
        if counts && !roles.service_owner_of.contains(&organisation) {
            roles.service_owner_of.push(organisation);
        }
    }
    Ok(())
}

fn is_on(from: NaiveDate, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    Period { from, until }.contains(day)
}
