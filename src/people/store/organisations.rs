//! What changes organisations: their names, numbers, domains and periods as service owners; each change with its
//! audit entry.

use super::affiliations::{self, record};
use super::persons::By;
use crate::audit::{self, Change};
use crate::calendar::Period;
use crate::db::code_words::CodeWord;
use crate::db::ids::{OrganisationId, RowId};
use crate::db::schema::{
    organisation, organisation_domain, organisation_name, service_owner_period,
};
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::{Name, OrganisationFields, OwnerPeriod, Refusal, Registered, rules, today};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Everything the register holds of one organisation, under the name it has on this day.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn registered(conn: &mut Conn, id: OrganisationId, on: NaiveDate) -> Result<Registered> {
    let organisation = super::organisation(conn, id, on)?;
    let domains = organisation_domain::table
        .filter(organisation_domain::organisation_id.eq(id))
        .order(organisation_domain::domain.asc())
        .select(organisation_domain::domain)
        .load(conn)?;
    Ok(Registered {
        organisation,
        names: names(conn, id)?.into_iter().map(|(_, name)| name).collect(),
        owner: owner_periods(conn, id)?,
        domains,
        people: affiliations::of_organisation(conn, id)?,
    })
}

fn names(conn: &mut Conn, id: OrganisationId) -> Result<Vec<(RowId, Name)>> {
    type Row = (RowId, String, String, Option<NaiveDate>, Option<NaiveDate>);
    let mut rows: Vec<Row> = organisation_name::table
        .filter(organisation_name::organisation_id.eq(id))
        .select((
            organisation_name::id,
            organisation_name::name,
            organisation_name::short_name,
            organisation_name::valid_from,
            organisation_name::valid_until,
        ))
        .load(conn)?;
    // A name without a beginning is the oldest; the engines sort such rows at different ends.
    rows.sort_by_key(|(row, _, _, from, _)| (*from, *row));
    Ok(rows
        .into_iter()
        .map(|(row, name, short_name, from, until)| {
            let organisation = id;
            let name = Name {
                organisation,
                name,
                short_name,
                from,
                until,
            };
            (row, name)
        })
        .collect())
}

fn owner_periods(conn: &mut Conn, id: OrganisationId) -> Result<Vec<OwnerPeriod>> {
    let rows: Vec<(RowId, NaiveDate, Option<NaiveDate>)> = service_owner_period::table
        .filter(service_owner_period::organisation_id.eq(id))
        .order(service_owner_period::valid_from.asc())
        .select((
            service_owner_period::id,
            service_owner_period::valid_from,
            service_owner_period::valid_until,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, from, until)| OwnerPeriod {
            id,
            period: Period { from, until },
        })
        .collect())
}

/// Adds an organisation under its first name.
///
/// # Errors
/// When the database fails.
pub fn add(
    conn: &mut Conn,
    by: By,
    fields: &OrganisationFields,
) -> Result<Result<OrganisationId, Refusal>> {
    if let Some(refusal) = taken(conn, None, fields)? {
        return Ok(Err(refusal));
    }
    let id = OrganisationId::new();
    diesel::insert_into(organisation::table)
        .values((
            organisation::id.eq(id),
            organisation::scheme.eq(&fields.scheme),
            organisation::number.eq(&fields.number),
            organisation::kind.eq(&fields.kind),
            organisation::size.eq(&fields.size),
            organisation::mailbox.eq(&fields.mailbox),
            organisation::contact.eq(&fields.contact),
            organisation::language.eq(fields.language.tag()),
            organisation::version.eq(0),
        ))
        .execute(conn)?;
    insert_name(conn, id, &fields.name, &fields.short_name, None)?;
    put_domains(conn, id, &fields.domains)?;
    let changes = Change::of("organisation-name", "", &fields.name);
    record(
        conn,
        by,
        id,
        "organisation-added",
        changes.into_iter().collect(),
    )?;
    Ok(Ok(id))
}

/// Changes an organisation from the version that was shown; the name is corrected where it stands.
///
/// # Errors
/// `Stale`, `NotFound`, or when the database fails.
pub fn change(
    conn: &mut Conn,
    by: By,
    id: OrganisationId,
    version: i64,
    fields: &OrganisationFields,
) -> Result<Result<(), Refusal>> {
    let old = registered(conn, id, today(by.now))?;
    if old.organisation.version != version {
        return Err(Error::Stale);
    }
    if let Some(refusal) = taken(conn, Some(id), fields)? {
        return Ok(Err(refusal));
    }
    let standing = organisation::table
        .find(id)
        .filter(organisation::version.eq(version));
    let changed = diesel::update(standing)
        .set((
            organisation::scheme.eq(&fields.scheme),
            organisation::number.eq(&fields.number),
            organisation::kind.eq(&fields.kind),
            organisation::size.eq(&fields.size),
            organisation::mailbox.eq(&fields.mailbox),
            organisation::contact.eq(&fields.contact),
            organisation::language.eq(fields.language.tag()),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    correct_name(conn, id, today(by.now), fields)?;
    put_domains(conn, id, &fields.domains)?;
    let kinds = code_words::list(conn, "organisation_kind")?;
    let sizes = code_words::list(conn, "organisation_size")?;
    let changes = changes((&kinds, &sizes), &old, fields);
    record(conn, by, id, "organisation-changed", changes)?;
    Ok(Ok(()))
}

fn changes(
    (kinds, sizes): (&[CodeWord], &[CodeWord]),
    old: &Registered,
    new: &OrganisationFields,
) -> Vec<Change> {
    let before = &old.organisation;
    let size = |code: &Option<String>| {
        let words = code.as_ref().map(|code| audit::code_in_words(sizes, code));
        words.unwrap_or_default()
    };
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        Change::of("organisation-name", &before.name, &new.name),
        Change::of(
            "organisation-short-name",
            &before.short_name,
            &new.short_name,
        ),
        Change::of(
            "organisation-number",
            &or_empty(&before.number),
            &or_empty(&new.number),
        ),
        Change::of_words(
            "organisation-kind",
            &audit::code_in_words(kinds, &before.kind),
            &audit::code_in_words(kinds, &new.kind),
        ),
        Change::of_words("organisation-size", &size(&before.size), &size(&new.size)),
        Change::of(
            "organisation-mailbox",
            &or_empty(&before.mailbox),
            &or_empty(&new.mailbox),
        ),
        Change::of("organisation-contact", &before.contact, &new.contact),
        Change::of(
            "organisation-language",
            before.language.own_name(),
            new.language.own_name(),
        ),
        Change::of(
            "organisation-domains",
            &old.domains.join(", "),
            &new.domains.join(", "),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What another organisation already has: the number, or a domain.
fn taken(
    conn: &mut Conn,
    own: Option<OrganisationId>,
    fields: &OrganisationFields,
) -> Result<Option<Refusal>> {
    if let Some(number) = &fields.number {
        let other: Option<OrganisationId> = organisation::table
            .filter(organisation::scheme.eq(&fields.scheme))
            .filter(organisation::number.eq(number))
            .select(organisation::id)
            .first(conn)
            .optional()?;
        if other.is_some() && other != own {
            return Ok(Some(("number", Said::new("organisation-number-taken"))));
        }
    }
    for domain in &fields.domains {
        let other = affiliations::with_domain(conn, domain)?;
        if other.is_some() && other != own {
            let said = Said::new("organisation-domain-taken").with("domain", domain);
            return Ok(Some(("domains", said)));
        }
    }
    Ok(None)
}

fn insert_name(
    conn: &mut Conn,
    id: OrganisationId,
    name: &str,
    short_name: &str,
    from: Option<NaiveDate>,
) -> Result<()> {
    diesel::insert_into(organisation_name::table)
        .values((
            organisation_name::id.eq(RowId::new()),
            organisation_name::organisation_id.eq(id),
            organisation_name::name.eq(name),
            organisation_name::short_name.eq(short_name),
            organisation_name::valid_from.eq(from),
        ))
        .execute(conn)?;
    Ok(())
}

fn correct_name(
    conn: &mut Conn,
    id: OrganisationId,
    on: NaiveDate,
    fields: &OrganisationFields,
) -> Result<()> {
    let names = names(conn, id)?;
    let shown = names
        .iter()
        .rfind(|(_, name)| name.from.is_none_or(|from| from <= on))
        .or_else(|| names.last());
    let Some((row, _)) = shown else {
        return insert_name(conn, id, &fields.name, &fields.short_name, None);
    };
    diesel::update(organisation_name::table.find(row))
        .set((
            organisation_name::name.eq(&fields.name),
            organisation_name::short_name.eq(&fields.short_name),
        ))
        .execute(conn)?;
    Ok(())
}

fn put_domains(conn: &mut Conn, id: OrganisationId, domains: &[String]) -> Result<()> {
    let standing = organisation_domain::table.filter(organisation_domain::organisation_id.eq(id));
    diesel::delete(standing).execute(conn)?;
    for domain in domains {
        diesel::insert_into(organisation_domain::table)
            .values((
                organisation_domain::domain.eq(domain),
                organisation_domain::organisation_id.eq(id),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Gives the organisation a new name from a day on; the name before it ends that day and stays listed.
///
/// # Errors
/// When the database fails.
pub fn rename(
    conn: &mut Conn,
    by: By,
    id: OrganisationId,
    name: (&str, &str),
    from: NaiveDate,
) -> Result<Result<(), Refusal>> {
    let names = names(conn, id)?;
    let latest = names.last();
    if let Err(said) = rules::may_be_renamed(latest.and_then(|(_, name)| name.from), from) {
        return Ok(Err(("from", said)));
    }
    if let Some((row, _)) = latest {
        diesel::update(organisation_name::table.find(row))
            .set(organisation_name::valid_until.eq(from))
            .execute(conn)?;
    }
    insert_name(conn, id, name.0, name.1, Some(from))?;
    let old = latest.map_or("", |(_, name)| &name.name);
    let changes = Change::of("organisation-name", old, name.0);
    record(
        conn,
        by,
        id,
        "organisation-renamed",
        changes.into_iter().collect(),
    )?;
    Ok(Ok(()))
}

/// Makes the organisation a service owner from one day to another, the last included.
///
/// # Errors
/// When the database fails.
pub fn add_owner_period(
    conn: &mut Conn,
    by: By,
    id: OrganisationId,
    from: NaiveDate,
    last: Option<NaiveDate>,
) -> Result<Result<(), Refusal>> {
    let standing: Vec<Period> = owner_periods(conn, id)?
        .iter()
        .map(|owner| owner.period)
        .collect();
    let period = match rules::another_period(&standing, from, last) {
        Ok(period) => period,
        Err(refusal) => return Ok(Err(refusal)),
    };
    diesel::insert_into(service_owner_period::table)
        .values((
            service_owner_period::id.eq(RowId::new()),
            service_owner_period::organisation_id.eq(id),
            service_owner_period::valid_from.eq(period.from),
            service_owner_period::valid_until.eq(period.until),
        ))
        .execute(conn)?;
    let changes = Change::of("organisation-service-owner-from", "", &period.from);
    record(
        conn,
        by,
        id,
        "service-owner-begun",
        changes.into_iter().collect(),
    )?;
    Ok(Ok(()))
}

/// Sets the last day of a period as a service owner, or takes it away where there is none.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn end_owner_period(
    conn: &mut Conn,
    by: By,
    id: OrganisationId,
    row: RowId,
    last: Option<NaiveDate>,
) -> Result<Result<(), Refusal>> {
    let periods = owner_periods(conn, id)?;
    let old = periods
        .iter()
        .find(|owner| owner.id == row)
        .ok_or(Error::NotFound)?
        .period;
    let others: Vec<Period> = periods
        .iter()
        .filter(|owner| owner.id != row)
        .map(|owner| owner.period)
        .collect();
    let period = match rules::another_period(&others, old.from, last) {
        Ok(period) => period,
        Err((_, said)) => return Ok(Err(("last", said))),
    };
    diesel::update(service_owner_period::table.find(row))
        .set(service_owner_period::valid_until.eq(period.until))
        .execute(conn)?;
    let day = |period: Period| {
        period
            .last_day()
            .map(|day| day.to_string())
            .unwrap_or_default()
    };
    let changes = Change::of("organisation-service-owner-last", &day(old), &day(period));
    record(
        conn,
        by,
        id,
        "service-owner-ended",
        changes.into_iter().collect(),
    )?;
    Ok(Ok(()))
}
