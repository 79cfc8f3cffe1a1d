//! The rows of payments. Everybody with a role on a board may read all of them; the routes ask.

pub mod years;

use super::{Ore, Paid, Payment};
use crate::boards::{rule_kind, store as boards};
use crate::db::ids::{OrganisationId, PersonId, ProductId, RowId};
use crate::db::schema::{payment, product, service_owner_period};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::people::today;
use crate::web::Roles;
use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::RangeInclusive;

/// A sum that both engines give as a whole number.
const SUM: &str = "CAST(SUM(payment.ore) AS BIGINT)";

/// Whether a secretary keeps payments: where they decide the seats of boards, only the secretariats of these do. Their
/// roles are known already.
///
/// # Errors
/// When the database fails.
pub fn roles(conn: &mut Conn, _of: PersonId, now: Moment, roles: &mut Roles) -> Result<()> {
    if roles.is_secretary_somewhere() {
        let seated = boards::ruled_by(conn, rule_kind::LARGEST_PAYERS, today(now))?;
        roles.keeps_payments =
            seated.is_empty() || seated.iter().any(|of| roles.is_secretary_of(*of));
    }
    Ok(())
}

fn year(of: i64) -> i32 {
    i32::try_from(of).unwrap_or_default()
}

/// What each organisation paid in each of these years, for all products together; those that paid nothing are left out.
///
/// # Errors
/// When the database fails.
pub fn paid(conn: &mut Conn, years: RangeInclusive<i32>) -> Result<Vec<Paid>> {
    let (first, last) = (i64::from(*years.start()), i64::from(*years.end()));
    let rows: Vec<(OrganisationId, i64, i64)> = payment::table
        .filter(payment::year.between(first, last))
        .group_by((payment::year, payment::organisation_id))
        .select((payment::organisation_id, payment::year, sql::<BigInt>(SUM)))
        .load(conn)?;
    let paid = |(organisation, of, ore)| Paid {
        organisation,
        year: year(of),
        ore,
    };
    Ok(rows.into_iter().map(paid).collect())
}

/// What each organisation paid for one product in a year.
///
/// # Errors
/// When the database fails.
pub fn paid_for(
    conn: &mut Conn,
    of: ProductId,
    year: i32,
) -> Result<BTreeMap<OrganisationId, Ore>> {
    let rows: Vec<(OrganisationId, i64)> = payment::table
        .filter(payment::product_id.eq(of))
        .filter(payment::year.eq(i64::from(year)))
        .select((payment::organisation_id, payment::ore))
        .load(conn)?;
    let paid = rows.into_iter();
    Ok(paid.map(|(of, ore)| (of, Ore::stored(ore))).collect())
}

/// What these organisations paid in a year, product by product.
///
/// # Errors
/// When the database fails.
pub fn of_shown(
    conn: &mut Conn,
    shown: &[OrganisationId],
    year: i32,
) -> Result<HashMap<(OrganisationId, ProductId), Ore>> {
    let rows: Vec<(OrganisationId, ProductId, i64)> = payment::table
        .filter(payment::year.eq(i64::from(year)))
        .filter(among(payment::organisation_id, shown))
        .select((payment::organisation_id, payment::product_id, payment::ore))
        .load(conn)?;
    let paid = rows.into_iter();
    let paid = paid.map(|(of, product, ore)| ((of, product), Ore::stored(ore)));
    Ok(paid.collect())
}

/// What was paid for each product in a year, by all together.
///
/// # Errors
/// When the database fails.
pub fn by_product(conn: &mut Conn, year: i32) -> Result<BTreeMap<ProductId, Ore>> {
    let rows: Vec<(ProductId, i64)> = payment::table
        .filter(payment::year.eq(i64::from(year)))
        .group_by(payment::product_id)
        .select((payment::product_id, sql::<BigInt>(SUM)))
        .load(conn)?;
    let paid = rows.into_iter();
    Ok(paid.map(|(of, ore)| (of, Ore::stored(ore))).collect())
}

/// The years in which anybody paid, the latest first.
///
/// # Errors
/// When the database fails.
pub fn years(conn: &mut Conn) -> Result<Vec<i32>> {
    let rows: Vec<i64> = payment::table
        .select(payment::year)
        .distinct()
        .order(payment::year.desc())
        .load(conn)?;
    Ok(rows.into_iter().map(year).collect())
}

type Row = (RowId, OrganisationId, ProductId, i64, i64, i64);

fn payment_of((id, organisation, product, of, ore, version): Row) -> Payment {
    Payment {
        id,
        organisation,
        product,
        year: year(of),
        ore: Ore::stored(ore),
        version,
    }
}

macro_rules! payments {
    () => {
        payment::table.select((
            payment::id,
            payment::organisation_id,
            payment::product_id,
            payment::year,
            payment::ore,
            payment::version,
        ))
    };
}

/// What one organisation paid, the latest year first.
///
/// # Errors
/// When the database fails.
pub fn of_organisation(conn: &mut Conn, of: OrganisationId) -> Result<Vec<Payment>> {
    let rows: Vec<Row> = payments!()
        .filter(payment::organisation_id.eq(of))
        .order((payment::year.desc(), payment::product_id.asc()))
        .load(conn)?;
    Ok(rows.into_iter().map(payment_of).collect())
}

/// What was paid in these years, product by product: what an import is checked against.
///
/// # Errors
/// When the database fails.
pub fn of_years(conn: &mut Conn, years: RangeInclusive<i32>) -> Result<Vec<Payment>> {
    let (first, last) = (i64::from(*years.start()), i64::from(*years.end()));
    let rows: Vec<Row> = payments!()
        .filter(payment::year.between(first, last))
        .order((
            payment::year.asc(),
            payment::organisation_id.asc(),
            payment::product_id.asc(),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(payment_of).collect())
}

/// One payment.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn payment(conn: &mut Conn, id: RowId) -> Result<Payment> {
    let row: Row = payments!().filter(payment::id.eq(id)).first(conn)?;
    Ok(payment_of(row))
}

/// The payment of an organisation for a product in a year, where there is one.
///
/// # Errors
/// When the database fails.
pub fn standing(
    conn: &mut Conn,
    organisation: OrganisationId,
    product: ProductId,
    year: i32,
) -> Result<Option<Payment>> {
    let row: Option<Row> = payments!()
        .filter(payment::organisation_id.eq(organisation))
        .filter(payment::product_id.eq(product))
        .filter(payment::year.eq(i64::from(year)))
        .first(conn)
        .optional()?;
    Ok(row.map(payment_of))
}

/// Adds payments that do not stand yet.
///
/// # Errors
/// When one of them does, or when the database fails.
pub fn add(conn: &mut Conn, of: &[Payment]) -> Result<()> {
    for one in of {
        diesel::insert_into(payment::table)
            .values((
                payment::id.eq(one.id),
                payment::organisation_id.eq(one.organisation),
                payment::product_id.eq(one.product),
                payment::year.eq(i64::from(one.year)),
                payment::ore.eq(one.ore.ore()),
                payment::version.eq(one.version),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Changes an amount from the version that was shown.
///
/// # Errors
/// `Stale` when someone saved after that, or when the database fails.
pub fn change(conn: &mut Conn, of: &Payment, ore: Ore) -> Result<()> {
    let as_read = payment::table
        .find(of.id)
        .filter(payment::version.eq(of.version));
    let values = (
        payment::ore.eq(ore.ore()),
        payment::version.eq(of.version + 1),
    );
    match diesel::update(as_read).set(values).execute(conn)? {
        0 => Err(Error::Stale),
        _ => Ok(()),
    }
}

/// Takes a payment away, from the version that was shown.
///
/// # Errors
/// As [`change()`].
pub fn remove(conn: &mut Conn, of: &Payment) -> Result<()> {
    let as_read = payment::table
        .find(of.id)
        .filter(payment::version.eq(of.version));
    match diesel::delete(as_read).execute(conn)? {
        0 => Err(Error::Stale),
        _ => Ok(()),
    }
}

/// The organisations that are service owners on some day of a year.
///
/// # Errors
/// When the database fails.
pub fn service_owners_in(conn: &mut Conn, year: i32) -> Result<HashSet<OrganisationId>> {
    let (Some(first), Some(next)) = (
        NaiveDate::from_ymd_opt(year, 1, 1),
        NaiveDate::from_ymd_opt(year + 1, 1, 1),
    ) else {
        return Ok(HashSet::new());
    };
    let until = service_owner_period::valid_until;
    let rows: Vec<OrganisationId> = service_owner_period::table
        .filter(service_owner_period::valid_from.lt(next))
        .filter(until.is_null().or(until.gt(first)))
        .select(service_owner_period::organisation_id)
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The organisations that are or were service owners.
///
/// # Errors
/// When the database fails.
pub fn service_owners(conn: &mut Conn) -> Result<HashSet<OrganisationId>> {
    let rows: Vec<OrganisationId> = service_owner_period::table
        .select(service_owner_period::organisation_id)
        .distinct()
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Every product with its name, in the order in which they were registered.
///
/// # Errors
/// When the database fails.
pub fn products(conn: &mut Conn) -> Result<Vec<(ProductId, Words)>> {
    let rows = product::table.order(product::id.asc());
    Ok(rows.select((product::id, product::name)).load(conn)?)
}
