//! Which cases are about the same in two bodies: a board's, and that of the council below it which gives advice on it.

use crate::db::Conn;
use crate::db::ids::CaseId;
use crate::db::schema::delegation;
use crate::error::Result;
use diesel::prelude::*;

/// The cases that are tied to one, whatever came of the question, and whether each stands below it.
///
/// # Errors
/// When the database fails.
pub fn of(conn: &mut Conn, case: CaseId) -> Result<Vec<(CaseId, bool)>> {
    let is_either = delegation::case_id
        .eq(case)
        .or(delegation::council_case_id.eq(case));
    let rows: Vec<(CaseId, CaseId)> = delegation::table
        .filter(is_either)
        .order(delegation::id.asc())
        .select((delegation::case_id, delegation::council_case_id))
        .load(conn)?;
    let other = |(above, below)| {
        if above == case {
            (below, true)
        } else {
            (above, false)
        }
    };
    Ok(rows.into_iter().map(other).collect())
}
