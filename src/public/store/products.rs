//! The products of which something is published, each query asked with the reader's clearance.
//!
//! That a case is about a product says something of its title: where that is exempt, or withheld in the version that is out,
//! it is told of no product.

use crate::db::ids::{BoardId, CaseId, ProductId};
use crate::db::schema::{board_case, case_product, minute_access, product, published_item};
use crate::db::types::Words;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::minutes::access::store::SHELF;
use crate::web::access::Clearance;
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashSet};

/// What is out about products, and may be read and told of them.
macro_rules! about {
    ($clearance:expr) => {
        case_product::table
            .inner_join(board_case::table)
            .inner_join(
                published_item::table
                    .on(published_item::case_id.eq(case_product::case_id.nullable())),
            )
            .inner_join(minute_access::table.on(minute_access::item_id.eq(published_item::item_id)))
            .filter($clearance.filter(SHELF))
            .filter(minute_access::title_exempt.eq(false))
            .filter(board_case::title_exempt.eq(false))
            // As it was when the version was made: it may have been opened since.
            .filter(published_item::title.ne(""))
    };
}

/// The products of which the reader may read something.
///
/// # Errors
/// When the database fails.
pub fn products(conn: &mut Conn, clearance: &Clearance) -> Result<HashSet<ProductId>> {
    let any = about!(clearance).filter(case_product::product_id.eq(product::id));
    let found: Vec<ProductId> = product::table
        .filter(exists(any))
        .select(product::id)
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// What they are called, in no order.
///
/// # Errors
/// When the database fails.
pub fn named(conn: &mut Conn, clearance: &Clearance) -> Result<Vec<(ProductId, Words)>> {
    let any = about!(clearance).filter(case_product::product_id.eq(product::id));
    Ok(product::table
        .filter(exists(any))
        .select((product::id, product::name))
        .load(conn)?)
}

/// Whether the reader may read anything about any product.
///
/// # Errors
/// When the database fails.
pub fn is_any(conn: &mut Conn, clearance: &Clearance) -> Result<bool> {
    Ok(diesel::select(exists(about!(clearance))).get_result(conn)?)
}

/// Whether the reader may read anything about a product.
///
/// # Errors
/// When the database fails.
pub fn has_any(conn: &mut Conn, of: ProductId, clearance: &Clearance) -> Result<bool> {
    let any = about!(clearance).filter(case_product::product_id.eq(of));
    Ok(diesel::select(exists(any)).get_result(conn)?)
}

/// The boards that have published something about a product that the reader may read.
///
/// # Errors
/// When the database fails.
pub fn boards_about(conn: &mut Conn, of: ProductId, clearance: &Clearance) -> Result<Vec<BoardId>> {
    Ok(about!(clearance)
        .filter(case_product::product_id.eq(of))
        .select(published_item::board_id)
        .distinct()
        .load(conn)?)
}

/// The products of which the reader may read something, each once for every board that has published it.
///
/// # Errors
/// When the database fails.
pub fn with_boards(
    conn: &mut Conn,
    clearance: &Clearance,
) -> Result<Vec<(ProductId, Words, BoardId)>> {
    Ok(about!(clearance)
        .inner_join(product::table.on(product::id.eq(case_product::product_id)))
        .select((product::id, product::name, published_item::board_id))
        .distinct()
        .load(conn)?)
}

/// Products by the cases that are about them.
pub type ByCase = BTreeMap<CaseId, Vec<(ProductId, Words)>>;

/// The products that these cases are about, where the reader may read something of the case and be told.
///
/// # Errors
/// When the database fails.
pub fn of_cases(
    conn: &mut Conn,
    of: impl IntoIterator<Item = CaseId>,
    clearance: &Clearance,
) -> Result<ByCase> {
    let rows: Vec<(CaseId, ProductId, Words)> = about!(clearance)
        .inner_join(product::table.on(product::id.eq(case_product::product_id)))
        .filter(among(case_product::case_id, of))
        .order(product::id.asc())
        .select((case_product::case_id, product::id, product::name))
        .distinct()
        .load(conn)?;
    let mut found = ByCase::new();
    for (case, id, name) in rows {
        found.entry(case).or_default().push((id, name));
    }
    Ok(found)
}
