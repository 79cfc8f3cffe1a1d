//! The rows of organisations and persons.

use super::{Organisation, Person};
use crate::db::Conn;
use crate::db::ids::{OrganisationId, PersonId};
use crate::db::schema::{affiliation, instance_role, organisation, organisation_name, person};
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::Language;
use crate::web::Roles;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

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

/// One person.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn person(conn: &mut Conn, id: PersonId) -> Result<Person> {
    let columns = (
        person::id,
        person::name,
        person::address,
        person::language,
        person::title,
        person::version,
    );
    Ok(person_of(
        person::table.find(id).select(columns).first(conn)?,
    ))
}

/// Everyone, by name.
///
/// # Errors
/// When the database fails.
pub fn people(conn: &mut Conn) -> Result<Vec<Person>> {
    let columns = (
        person::id,
        person::name,
        person::address,
        person::language,
        person::title,
        person::version,
    );
    let mut people: Vec<Person> = person::table
        .select(columns)
        .load(conn)?
        .into_iter()
        .map(person_of)
        .collect();
    people.sort_by_key(|person| person.name.to_lowercase());
    Ok(people)
}

type OrganisationRow = (
    OrganisationId,
    String,
    Option<String>,
    String,
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
            |(id, scheme, number, kind, mailbox, contact, language, version)| {
                let (name, short_name) = names.remove(&id).unwrap_or_default();
                let language = Language::from_tag(&language).unwrap_or(Language::NB);
                Organisation {
                    id,
                    name,
                    short_name,
                    scheme,
                    number,
                    kind,
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

/// The name and short name of every organisation on a day: the one valid then, else the one that began last.
///
/// # Errors
/// When the database fails.
pub fn names_on(
    conn: &mut Conn,
    on: NaiveDate,
) -> Result<HashMap<OrganisationId, (String, String)>> {
    type Row = (
        OrganisationId,
        String,
        String,
        Option<NaiveDate>,
        Option<NaiveDate>,
    );
    let columns = (
        organisation_name::organisation_id,
        organisation_name::name,
        organisation_name::short_name,
        organisation_name::valid_from,
        organisation_name::valid_until,
    );
    let mut rows: Vec<Row> = organisation_name::table.select(columns).load(conn)?;
    // What is valid on the day comes last and wins; before it the names in the order they began.
    rows.sort_by_key(|(_, _, _, from, until)| {
        let valid = from.is_none_or(|from| from <= on) && until.is_none_or(|until| on < until);
        (valid, *from)
    });
    Ok(rows
        .into_iter()
        .map(|(id, name, short_name, _, _)| (id, (name, short_name)))
        .collect())
}

/// The roles that people have in the instance: administrator, and service owner's person.
///
/// # Errors
/// When the database fails.
pub fn roles(conn: &mut Conn, id: PersonId, now: Moment, roles: &mut Roles) -> Result<()> {
    // The instance has no zone of its own; the country's is Norway's.
    let today = crate::calendar::local_date(chrono_tz::Europe::Oslo, now.utc());
    let administrator: Vec<(NaiveDate, Option<NaiveDate>)> = instance_role::table
        .filter(instance_role::person_id.eq(id))
        .select((instance_role::valid_from, instance_role::valid_until))
        .load(conn)?;
    roles.administrator = administrator
        .iter()
        .any(|(from, until)| *from <= today && until.is_none_or(|until| today < until));
    let affiliations: Vec<(OrganisationId, NaiveDate, Option<NaiveDate>)> = affiliation::table
        .filter(affiliation::person_id.eq(id))
        .select((
            affiliation::organisation_id,
            affiliation::valid_from,
            affiliation::valid_until,
        ))
        .load(conn)?;
    roles.service_owner_of.extend(
        affiliations
            .into_iter()
            .filter(|(_, from, until)| *from <= today && until.is_none_or(|until| today < until))
            .map(|(organisation, _, _)| organisation),
    );
    Ok(())
}
