//! The rows of products: changing them. Whether it may be so is asked before, in `plan.rs`.

use crate::db::Conn;
use crate::db::ids::{CaseId, ProductGroupId, ProductId, RowId};
use crate::db::schema::{
    board_case, case_product, product, product_group, product_phase, product_strategy,
};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::portfolio::products::{Facts, Phase, Strategy};
use diesel::prelude::*;

/// Adds a group.
///
/// # Errors
/// When the database fails.
pub fn add_group(
    conn: &mut Conn,
    id: ProductGroupId,
    (name, position): (&Words, i64),
) -> Result<()> {
    diesel::insert_into(product_group::table)
        .values((
            product_group::id.eq(id),
            product_group::name.eq(name),
            product_group::position.eq(position),
            product_group::version.eq(1),
        ))
        .execute(conn)?;
    Ok(())
}

/// Changes a group from the version that was shown.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn put_group(
    conn: &mut Conn,
    (id, version): (ProductGroupId, i64),
    (name, position): (&Words, i64),
) -> Result<()> {
    let standing = product_group::table
        .find(id)
        .filter(product_group::version.eq(version));
    let changed = diesel::update(standing)
        .set((
            product_group::name.eq(name),
            product_group::position.eq(position),
            product_group::version.eq(version + 1),
        ))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Adds a product, without a phase yet.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, id: ProductId, facts: &Facts) -> Result<()> {
    diesel::insert_into(product::table)
        .values((
            product::id.eq(id),
            product::group_id.eq(facts.group),
            product::name.eq(&facts.name),
            product::owner_id.eq(facts.owner),
            product::description.eq(&facts.description),
            product::version.eq(1),
        ))
        .execute(conn)?;
    Ok(())
}

/// Changes what is written of a product.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, id: ProductId, facts: &Facts) -> Result<()> {
    diesel::update(product::table.find(id))
        .set((
            product::group_id.eq(facts.group),
            product::name.eq(&facts.name),
            product::owner_id.eq(facts.owner),
            product::description.eq(&facts.description),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes a product from the version that was shown to the next, before it is changed.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn next_version(conn: &mut Conn, (id, version): (ProductId, i64)) -> Result<()> {
    let standing = product::table.find(id).filter(product::version.eq(version));
    let changed = diesel::update(standing)
        .set(product::version.eq(version + 1))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Takes a group out that holds no product.
///
/// # Errors
/// When the database fails.
pub fn remove_group(conn: &mut Conn, id: ProductGroupId) -> Result<()> {
    diesel::delete(product_group::table.find(id)).execute(conn)?;
    Ok(())
}

/// Takes a product out that nothing is tied to, with its phases and strategies.
///
/// # Errors
/// When the database fails.
pub fn remove(conn: &mut Conn, id: ProductId) -> Result<()> {
    let phases = product_phase::table.filter(product_phase::product_id.eq(id));
    diesel::delete(phases).execute(conn)?;
    let strategies = product_strategy::table.filter(product_strategy::product_id.eq(id));
    diesel::delete(strategies).execute(conn)?;
    diesel::delete(product::table.find(id)).execute(conn)?;
    Ok(())
}

/// Writes a phase over the one in its row, or as a new one.
///
/// # Errors
/// When the database fails.
pub fn put_phase(conn: &mut Conn, of: ProductId, phase: &Phase) -> Result<()> {
    remove_phase(conn, of, phase.id)?;
    diesel::insert_into(product_phase::table)
        .values((
            product_phase::id.eq(phase.id),
            product_phase::product_id.eq(of),
            product_phase::phase.eq(&phase.code),
            product_phase::valid_from.eq(phase.from),
            product_phase::correction.eq(&phase.correction),
        ))
        .execute(conn)?;
    Ok(())
}

/// Removes a phase.
///
/// # Errors
/// When the database fails.
pub fn remove_phase(conn: &mut Conn, of: ProductId, id: RowId) -> Result<()> {
    let row = product_phase::table
        .find(id)
        .filter(product_phase::product_id.eq(of));
    diesel::delete(row).execute(conn)?;
    Ok(())
}

/// Writes a strategy over the one in its row, or as a new one.
///
/// # Errors
/// When the database fails.
pub fn put_strategy(conn: &mut Conn, of: ProductId, strategy: &Strategy) -> Result<()> {
    remove_strategy(conn, of, strategy.id)?;
    diesel::insert_into(product_strategy::table)
        .values((
            product_strategy::id.eq(strategy.id),
            product_strategy::product_id.eq(of),
            product_strategy::title.eq(&strategy.title),
            product_strategy::link.eq(&strategy.link),
            product_strategy::archive_reference.eq(&strategy.archive_reference),
            product_strategy::valid_from.eq(strategy.period.from),
            product_strategy::valid_until.eq(strategy.period.until),
        ))
        .execute(conn)?;
    Ok(())
}

/// Removes a strategy.
///
/// # Errors
/// When the database fails.
pub fn remove_strategy(conn: &mut Conn, of: ProductId, id: RowId) -> Result<()> {
    let row = product_strategy::table
        .find(id)
        .filter(product_strategy::product_id.eq(of));
    diesel::delete(row).execute(conn)?;
    Ok(())
}

/// Writes what a case is about, in place of what it was; `at` tells those who keep a copy of what is published.
///
/// # Errors
/// When the database fails.
pub fn put_case(conn: &mut Conn, of: CaseId, about: &[ProductId], at: Moment) -> Result<()> {
    diesel::update(board_case::table.find(of))
        .set(board_case::products_tied_at.eq(at))
        .execute(conn)?;
    let standing = case_product::table.filter(case_product::case_id.eq(of));
    diesel::delete(standing).execute(conn)?;
    for product in about {
        diesel::insert_into(case_product::table)
            .values((
                case_product::case_id.eq(of),
                case_product::product_id.eq(*product),
            ))
            .execute(conn)?;
    }
    Ok(())
}
