//! The rows of one-time links. Only the hash of a token is kept; each asking is kept for a day, because it counts
//! towards the address's hourly limit whether the address is known or not.

use crate::db::Conn;
use crate::db::ids::{OrganisationId, PersonId};
use crate::db::schema::sign_in_link;
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::Language;
use crate::people::Purpose;
use crate::people::rules::LINK_LIVES;
use chrono::Duration;
use diesel::prelude::*;

/// How long an asking is remembered.
const REMEMBERED: Duration = Duration::days(1);

/// What a one-time link is for, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub purpose: Purpose,
    pub address: String,
    /// None where the address is nobody's: such a link is never sent.
    pub person: Option<PersonId>,
    pub organisation: Option<OrganisationId>,
    pub name: String,
    pub language: Language,
    pub goes_on_to: String,
}

/// How many links this address has asked for in the last hour.
///
/// # Errors
/// When the database fails.
pub fn asked_within_the_hour(conn: &mut Conn, address: &str, now: Moment) -> Result<i64> {
    Ok(sign_in_link::table
        .filter(sign_in_link::address.eq(address))
        .filter(sign_in_link::created_at.gt(now - Duration::hours(1)))
        .count()
        .get_result(conn)?)
}

/// Keeps a link that lives from now on.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, hash: &str, link: &Link, now: Moment) -> Result<()> {
    diesel::insert_into(sign_in_link::table)
        .values((
            sign_in_link::token_hash.eq(hash),
            sign_in_link::purpose.eq(link.purpose),
            sign_in_link::address.eq(&link.address),
            sign_in_link::person_id.eq(link.person),
            sign_in_link::organisation_id.eq(link.organisation),
            sign_in_link::name.eq(&link.name),
            sign_in_link::language.eq(link.language.tag()),
            sign_in_link::goes_on_to.eq(&link.goes_on_to),
            sign_in_link::created_at.eq(now),
            sign_in_link::expires_at.eq(now + LINK_LIVES),
        ))
        .execute(conn)?;
    Ok(())
}

/// Deletes what is no longer remembered.
///
/// # Errors
/// When the database fails.
pub fn forget_old(conn: &mut Conn, now: Moment) -> Result<()> {
    let old = sign_in_link::table.filter(sign_in_link::created_at.le(now - REMEMBERED));
    diesel::delete(old).execute(conn)?;
    Ok(())
}

/// The link with this hash, while it can still be used. Looking changes nothing: mail scanners follow links.
///
/// # Errors
/// When the database fails.
pub fn usable(conn: &mut Conn, hash: &str, purpose: Purpose, now: Moment) -> Result<Option<Link>> {
    type Row = (
        String,
        Option<PersonId>,
        Option<OrganisationId>,
        String,
        String,
        String,
    );
    let found: Option<Row> = sign_in_link::table
        .find(hash)
        .filter(sign_in_link::purpose.eq(purpose))
        .filter(sign_in_link::used_at.is_null())
        .filter(sign_in_link::expires_at.gt(now))
        .select((
            sign_in_link::address,
            sign_in_link::person_id,
            sign_in_link::organisation_id,
            sign_in_link::name,
            sign_in_link::language,
            sign_in_link::goes_on_to,
        ))
        .first(conn)
        .optional()?;
    Ok(found.map(
        |(address, person, organisation, name, language, goes_on_to)| Link {
            purpose,
            address,
            person,
            organisation,
            name,
            language: Language::from_tag(&language).unwrap_or(Language::NB),
            goes_on_to,
        },
    ))
}

/// Uses the link up, once: whoever sets the moment first has it.
///
/// # Errors
/// When the database fails.
pub fn use_up(conn: &mut Conn, hash: &str, purpose: Purpose, now: Moment) -> Result<Option<Link>> {
    let Some(link) = usable(conn, hash, purpose, now)? else {
        return Ok(None);
    };
    let unused = sign_in_link::table
        .find(hash)
        .filter(sign_in_link::used_at.is_null());
    let used = diesel::update(unused)
        .set(sign_in_link::used_at.eq(now))
        .execute(conn)?;
    Ok((used == 1).then_some(link))
}

/// Makes every unused link of a person unusable: their address is no longer theirs.
///
/// # Errors
/// When the database fails.
pub fn forget_of(conn: &mut Conn, person: PersonId, now: Moment) -> Result<()> {
    let unused = sign_in_link::table
        .filter(sign_in_link::person_id.eq(person))
        .filter(sign_in_link::used_at.is_null());
    diesel::update(unused)
        .set(sign_in_link::used_at.eq(now))
        .execute(conn)?;
    Ok(())
}
