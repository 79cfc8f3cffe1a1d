//! How often something has changed that everyone may see: one row a board, and the row `''` for what belongs to none.
//!
//! A row is raised in the transaction of the change itself (`audit::record` does it), so whoever reads the sum and then
//! the data sees data that is at least as new. Only the sum is ever asked for; the rows keep two boards from waiting for
//! each other.

use super::Conn;
use super::ids::BoardId;
use super::schema::public_revision;
use crate::error::Result;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

/// Says that something has changed that everyone may see.
///
/// # Errors
/// When the database fails.
pub fn raise(conn: &mut Conn, board: Option<BoardId>) -> Result<()> {
    let of = board.as_ref().map_or("", |id| id.as_str());
    let raised = diesel::update(public_revision::table.find(of))
        .set(public_revision::revision.eq(public_revision::revision + 1))
        .execute(conn)?;
    if raised == 0 {
        diesel::insert_into(public_revision::table)
            .values((
                public_revision::board_id.eq(of),
                public_revision::revision.eq(1),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The sum over all rows: another number after each change, whichever board it was in.
///
/// # Errors
/// When the database fails.
pub fn sum(conn: &mut Conn) -> Result<i64> {
    // PostgreSQL gives the sum of whole numbers another type.
    let sum = sql::<BigInt>("CAST(COALESCE(SUM(revision), 0) AS BIGINT)");
    Ok(public_revision::table.select(sum).get_result(conn)?)
}
