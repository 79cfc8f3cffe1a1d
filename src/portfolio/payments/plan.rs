//! Writes payments and the money of products: each change is one write with its entry in the log.

use super::rules;
use super::{Ore, Payment, ProductYear, Spent, Split, store};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::{rule_kind, store as boards};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{OrganisationId, ProductId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::mail::Tables;
use crate::people::Refusal;
use std::collections::BTreeMap;

/// What was written of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub organisation: OrganisationId,
    pub product: ProductId,
    pub year: i32,
    pub ore: Ore,
}

/// Writes what a service owner paid for a product in a year.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, of: Written, by: By) -> Result<Result<RowId, Refusal>> {
    if !store::service_owners_in(conn, of.year)?.contains(&of.organisation) {
        let said = Said::new("payment-no-service-owner").with("year", of.year.to_string());
        return Ok(Err(("organisation", said)));
    }
    if let Some(standing) = store::standing(conn, of.organisation, of.product, of.year)? {
        let said = Said::new("payment-stands").with("amount", standing.ore.typed());
        return Ok(Err(("product", said)));
    }
    let payment = Payment {
        id: RowId::new(),
        organisation: of.organisation,
        product: of.product,
        year: of.year,
        ore: of.ore,
        version: 1,
    };
    store::add(conn, &[payment])?;
    let changes = Change::of("payment-amount", "", &of.ore.typed());
    record_payment(conn, &payment, "payment-added", changes, by)?;
    Ok(Ok(payment.id))
}

/// Changes an amount from the version that was shown.
///
/// # Errors
/// `NotFound`, `Stale` when someone saved first, or when the database fails.
pub fn change(conn: &mut Conn, id: RowId, version: i64, ore: Ore, by: By) -> Result<()> {
    let before = begin(conn, id, version)?;
    store::change(conn, &before, ore)?;
    let changes = Change::of("payment-amount", &before.ore.typed(), &ore.typed());
    let after = Payment {
        ore,
        version: version + 1,
        ..before
    };
    record_payment(conn, &after, "payment-changed", changes, by)
}

/// Takes a payment away that was written by mistake.
///
/// # Errors
/// As [`change()`].
pub fn remove(conn: &mut Conn, id: RowId, version: i64, by: By) -> Result<()> {
    let before = begin(conn, id, version)?;
    store::remove(conn, &before)?;
    let changes = Change::of("payment-amount", &before.ore.typed(), "");
    let after = Payment {
        version: version + 1,
        ..before
    };
    record_payment(conn, &after, "payment-removed", changes, by)
}

fn begin(conn: &mut Conn, id: RowId, version: i64) -> Result<Payment> {
    let before = store::payment(conn, id)?;
    (before.version == version)
        .then_some(before)
        .ok_or(Error::Stale)
}

fn record_payment(
    conn: &mut Conn,
    of: &Payment,
    action: &'static str,
    changes: Option<Change>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: None,
        object_kind: "payment",
        object_id: of.id.as_str(),
        object_version: of.version,
        action,
        changes: changes.into_iter().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// Of which product and year something is written, and the version that the form was filled from.
#[derive(Clone, Copy, Debug)]
pub struct On {
    pub product: ProductId,
    pub year: i32,
    /// 0 before anything was written.
    pub version: i64,
}

/// What a change of a product's year begins with: its row, its version raised, and what stood.
fn begin_year(conn: &mut Conn, on: On) -> Result<(RowId, ProductYear)> {
    let (_, before) = store::years::of(conn, on.product, on.year)?;
    let row = store::years::raise(conn, on.product, on.year, on.version)?;
    Ok((row, before))
}

/// Writes what is set aside for a product in a year, and what was spent, over the version that was shown.
///
/// # Errors
/// `Stale` when someone saved first, or when the database fails.
pub fn put_amounts(
    conn: &mut Conn,
    on: On,
    frames: &BTreeMap<String, Ore>,
    spent: &BTreeMap<u8, Spent>,
    by: By,
) -> Result<()> {
    let (row, before) = begin_year(conn, on)?;
    store::years::put_amounts(conn, row, frames, spent)?;
    let changes = [
        Change::of("money-frames", &all(&before.frames), &all(frames)),
        Change::of("money-spent", &sums(&before.spent), &sums(spent)),
    ];
    let changes = changes.into_iter().flatten().collect();
    record_year(conn, (row, on.version), "product-amounts", changes, by)
}

fn all(frames: &BTreeMap<String, Ore>) -> String {
    let told = frames.values().map(|ore| ore.typed());
    told.collect::<Vec<_>>().join("; ")
}

fn sums(spent: &BTreeMap<u8, Spent>) -> String {
    let told = spent
        .iter()
        .map(|(tertial, one)| format!("{tertial}: {}", one.ore.typed()));
    told.collect::<Vec<_>>().join("; ")
}

/// Writes how what a product costs in a year is shared, over the version that was shown; or that it is not.
///
/// # Errors
/// `Refused` with why it cannot be shared so, `Stale` when someone saved first, or when the database fails.
pub fn put_split(conn: &mut Conn, on: On, split: Option<&Split>, by: By) -> Result<()> {
    if let Some(split) = split {
        let paid = store::paid_for(conn, on.product, on.year)?;
        rules::shares(split.way, split.sum, &split.among, &paid)
            .map_err(|why| Error::Refused(why.said()))?;
    }
    let (row, before) = begin_year(conn, on)?;
    store::years::put_split(conn, row, split)?;
    let sum = |of: Option<&Split>| of.map(|one| one.sum.typed()).unwrap_or_default();
    let changes = Change::of("split-sum", &sum(before.split.as_ref()), &sum(split));
    let changes = changes.into_iter().collect();
    record_year(conn, (row, on.version), "cost-split", changes, by)
}

fn record_year(
    conn: &mut Conn,
    (of, version): (RowId, i64),
    action: &'static str,
    changes: Vec<Change>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: None,
        object_kind: "product_year",
        object_id: of.as_str(),
        object_version: version + 1,
        action,
        changes,
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// Plans the mail of the boards anew whose seats follow from payments (mandate § 4).
///
/// # Errors
/// When the database fails.
pub fn replan(conn: &mut Conn, tables: &Tables, now: Moment) -> Result<()> {
    for board in boards::with_rule(conn, rule_kind::LARGEST_PAYERS)? {
        tables.replan(conn, board, now)?;
    }
    Ok(())
}
