//! The rows of a product's money in a year: budgets and frames, what was spent, how its cost is shared.

use crate::db::Conn;
use crate::db::ids::{OrganisationId, ProductId, RowId};
use crate::db::schema::{cost_split, cost_split_part, product_frame, product_spent, product_year};
use crate::error::{Error, Result};
use crate::portfolio::payments::{Ore, ProductYear, Spent, Split, Way};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// The money of a product in a year; nothing of it where nothing was written. With the id of its row.
///
/// # Errors
/// When the database fails.
pub fn of(conn: &mut Conn, product: ProductId, year: i32) -> Result<(Option<RowId>, ProductYear)> {
    let head: Option<(RowId, i64)> = product_year::table
        .filter(product_year::product_id.eq(product))
        .filter(product_year::year.eq(i64::from(year)))
        .select((product_year::id, product_year::version))
        .first(conn)
        .optional()?;
    let mut found = ProductYear::of_none(product, year);
    let Some((id, version)) = head else {
        return Ok((None, found));
    };
    found.version = version;
    let frames: Vec<(String, i64)> = product_frame::table
        .filter(product_frame::product_year_id.eq(id))
        .select((product_frame::kind, product_frame::ore))
        .load(conn)?;
    let frames = frames.into_iter();
    found.frames = frames.map(|(of, ore)| (of, Ore::stored(ore))).collect();
    found.spent = spent(conn, id)?;
    found.split = split(conn, id)?;
    Ok((Some(id), found))
}

fn spent(conn: &mut Conn, of: RowId) -> Result<BTreeMap<u8, Spent>> {
    let rows: Vec<(i64, i64, String)> = product_spent::table
        .filter(product_spent::product_year_id.eq(of))
        .select((
            product_spent::tertial,
            product_spent::ore,
            product_spent::note,
        ))
        .load(conn)?;
    let spent = rows.into_iter().map(|(tertial, ore, note)| {
        let spent = Spent {
            ore: Ore::stored(ore),
            note,
        };
        (u8::try_from(tertial).unwrap_or_default(), spent)
    });
    Ok(spent.collect())
}

fn split(conn: &mut Conn, of: RowId) -> Result<Option<Split>> {
    let head: Option<(Way, i64)> = cost_split::table
        .find(of)
        .select((cost_split::way, cost_split::ore))
        .first(conn)
        .optional()?;
    let Some((way, ore)) = head else {
        return Ok(None);
    };
    let among: Vec<OrganisationId> = cost_split_part::table
        .filter(cost_split_part::product_year_id.eq(of))
        .select(cost_split_part::organisation_id)
        .load(conn)?;
    Ok(Some(Split {
        way,
        sum: Ore::stored(ore),
        among: among.into_iter().collect(),
    }))
}

/// The years in which something is written of a product, the latest first.
///
/// # Errors
/// When the database fails.
pub fn years_of(conn: &mut Conn, product: ProductId) -> Result<Vec<i32>> {
    let rows: Vec<i64> = product_year::table
        .filter(product_year::product_id.eq(product))
        .select(product_year::year)
        .order(product_year::year.desc())
        .load(conn)?;
    let years = rows.into_iter();
    Ok(years.filter_map(|of| i32::try_from(of).ok()).collect())
}

/// What is set aside for each product in a year: product, kind, amount.
///
/// # Errors
/// When the database fails.
pub fn frames_in(conn: &mut Conn, year: i32) -> Result<BTreeMap<(ProductId, String), Ore>> {
    let rows: Vec<(ProductId, String, i64)> = product_frame::table
        .inner_join(product_year::table)
        .filter(product_year::year.eq(i64::from(year)))
        .select((
            product_year::product_id,
            product_frame::kind,
            product_frame::ore,
        ))
        .load(conn)?;
    let frames = rows.into_iter();
    let frames = frames.map(|(of, kind, ore)| ((of, kind), Ore::stored(ore)));
    Ok(frames.collect())
}

/// Raises the version of a product's year from the one that was read, and gives its row.
///
/// # Errors
/// `Stale` when someone saved after that, or when the database fails.
pub fn raise(conn: &mut Conn, product: ProductId, year: i32, known: i64) -> Result<RowId> {
    let year = i64::from(year);
    let standing: Option<(RowId, i64)> = product_year::table
        .filter(product_year::product_id.eq(product))
        .filter(product_year::year.eq(year))
        .select((product_year::id, product_year::version))
        .first(conn)
        .optional()?;
    match standing {
        Some((_, version)) if version != known => Err(Error::Stale),
        Some((id, _)) => {
            let row = product_year::table.find(id);
            diesel::update(row.filter(product_year::version.eq(known)))
                .set(product_year::version.eq(known + 1))
                .execute(conn)?;
            Ok(id)
        }
        None if known != 0 => Err(Error::Stale),
        None => {
            let id = RowId::new();
            diesel::insert_into(product_year::table)
                .values((
                    product_year::id.eq(id),
                    product_year::product_id.eq(product),
                    product_year::year.eq(year),
                    product_year::version.eq(1),
                ))
                .execute(conn)?;
            Ok(id)
        }
    }
}

/// Writes what is set aside and what was spent, in place of what stood.
///
/// # Errors
/// When the database fails.
pub fn put_amounts(
    conn: &mut Conn,
    of: RowId,
    frames: &BTreeMap<String, Ore>,
    spent: &BTreeMap<u8, Spent>,
) -> Result<()> {
    let standing = product_frame::table.filter(product_frame::product_year_id.eq(of));
    diesel::delete(standing).execute(conn)?;
    for (kind, ore) in frames {
        diesel::insert_into(product_frame::table)
            .values((
                product_frame::product_year_id.eq(of),
                product_frame::kind.eq(kind),
                product_frame::ore.eq(ore.ore()),
            ))
            .execute(conn)?;
    }
    let standing = product_spent::table.filter(product_spent::product_year_id.eq(of));
    diesel::delete(standing).execute(conn)?;
    for (tertial, one) in spent {
        diesel::insert_into(product_spent::table)
            .values((
                product_spent::product_year_id.eq(of),
                product_spent::tertial.eq(i64::from(*tertial)),
                product_spent::ore.eq(one.ore.ore()),
                product_spent::note.eq(&one.note),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Writes how the cost is shared, in place of what stood; or that it is not.
///
/// # Errors
/// When the database fails.
pub fn put_split(conn: &mut Conn, of: RowId, split: Option<&Split>) -> Result<()> {
    let parts = cost_split_part::table.filter(cost_split_part::product_year_id.eq(of));
    diesel::delete(parts).execute(conn)?;
    diesel::delete(cost_split::table.find(of)).execute(conn)?;
    let Some(split) = split else {
        return Ok(());
    };
    diesel::insert_into(cost_split::table)
        .values((
            cost_split::product_year_id.eq(of),
            cost_split::way.eq(split.way),
            cost_split::ore.eq(split.sum.ore()),
        ))
        .execute(conn)?;
    for organisation in &split.among {
        diesel::insert_into(cost_split_part::table)
            .values((
                cost_split_part::product_year_id.eq(of),
                cost_split_part::organisation_id.eq(organisation),
            ))
            .execute(conn)?;
    }
    Ok(())
}
