//! The rows of papers that other cases refer to. Each question asks what the reader may read of both.

use super::{CASES, PaperRow, SHELF};
use crate::cases::store::{self as cases, CaseRow};
use crate::cases::{Case, plan::By};
use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{CaseId, PaperId};
use crate::db::schema::{board_case, paper, shared_paper};
use crate::error::Result;
use crate::papers::Paper;
use crate::web::access::Clearance;
use diesel::prelude::*;
use std::collections::HashMap;

/// The papers of other cases that these cases refer to, which the reader may read in their own case, by the case that
/// refers.
///
/// # Errors
/// When the database fails.
pub fn of_cases(
    conn: &mut Conn,
    of: &[CaseId],
    clearance: &Clearance,
) -> Result<HashMap<CaseId, Vec<Paper>>> {
    let rows: Vec<(CaseId, PaperRow, CaseRow)> = shared_paper::table
        .inner_join(paper::table.inner_join(board_case::table))
        .filter(among(shared_paper::case_id, of))
        .filter(clearance.filter_part(SHELF, CASES))
        .order((shared_paper::added_at.asc(), paper::id.asc()))
        .select((
            shared_paper::case_id,
            PaperRow::as_select(),
            CaseRow::as_select(),
        ))
        .load(conn)?;
    let mut found: HashMap<CaseId, Vec<Paper>> = HashMap::new();
    for (refers, row, case) in rows {
        found.entry(refers).or_default().push(row.of(case));
    }
    Ok(found)
}

/// The cases that refer to a paper, which the reader may read.
///
/// # Errors
/// When the database fails.
pub fn with(conn: &mut Conn, of: PaperId, clearance: &Clearance) -> Result<Vec<Case>> {
    let ids: Vec<CaseId> = shared_paper::table
        .filter(shared_paper::paper_id.eq(of))
        .order(shared_paper::added_at.asc())
        .select(shared_paper::case_id)
        .load(conn)?;
    let mut seen = cases::seen_among(conn, &ids, clearance)?;
    Ok(ids.iter().filter_map(|id| seen.remove(id)).collect())
}

/// A case refers to a paper from now on; false when it does already.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, of: PaperId, by_case: CaseId, by: By) -> Result<bool> {
    let standing: i64 = shared_paper::table
        .filter(shared_paper::paper_id.eq(of))
        .filter(shared_paper::case_id.eq(by_case))
        .count()
        .get_result(conn)?;
    if standing > 0 {
        return Ok(false);
    }
    diesel::insert_into(shared_paper::table)
        .values((
            shared_paper::paper_id.eq(of),
            shared_paper::case_id.eq(by_case),
            shared_paper::added_by.eq(by.person),
            shared_paper::added_at.eq(by.now),
        ))
        .execute(conn)?;
    Ok(true)
}

/// A case refers to a paper no more; false when it did not.
///
/// # Errors
/// When the database fails.
pub fn remove(conn: &mut Conn, of: PaperId, by_case: CaseId) -> Result<bool> {
    let rows = diesel::delete(shared_paper::table.find((of, by_case))).execute(conn)?;
    Ok(rows > 0)
}
