//! The rows that say who has opened what; written only where board data says so.

use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{BoardId, CaseId, PaperId, PersonId};
use crate::db::schema::{board, paper_opened, recusal};
use crate::db::types::Moment;
use crate::error::Result;
use chrono::Duration;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Whether it stands already that someone has opened this version of a paper, or a newer one.
///
/// # Errors
/// When the database fails.
pub fn is_kept(conn: &mut Conn, paper: PaperId, who: PersonId, number: i64) -> Result<bool> {
    let standing: i64 = paper_opened::table
        .filter(paper_opened::paper_id.eq(paper))
        .filter(paper_opened::person_id.eq(who))
        .filter(paper_opened::number.ge(number))
        .count()
        .get_result(conn)?;
    Ok(standing > 0)
}

/// Keeps that someone has opened a version of a paper of this board.
///
/// # Errors
/// When the database fails.
pub fn keep(
    conn: &mut Conn,
    (of, paper): (BoardId, PaperId),
    who: PersonId,
    number: i64,
    now: Moment,
) -> Result<()> {
    let row = paper_opened::table.find((paper, who));
    let rows = diesel::update(row)
        .set((paper_opened::number.eq(number), paper_opened::at.eq(now)))
        .execute(conn)?;
    if rows == 0 {
        diesel::insert_into(paper_opened::table)
            .values((
                paper_opened::paper_id.eq(paper),
                paper_opened::person_id.eq(who),
                paper_opened::board_id.eq(of),
                paper_opened::number.eq(number),
                paper_opened::at.eq(now),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Who has opened these papers.
///
/// # Errors
/// When the database fails.
pub fn of_papers(conn: &mut Conn, of: &[PaperId]) -> Result<BTreeSet<(PaperId, PersonId)>> {
    let rows: Vec<(PaperId, PersonId)> = paper_opened::table
        .filter(among(paper_opened::paper_id, of))
        .select((paper_opened::paper_id, paper_opened::person_id))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The people to whom these cases are closed.
///
/// # Errors
/// When the database fails.
pub fn closed(conn: &mut Conn, of: &[CaseId]) -> Result<BTreeSet<(CaseId, PersonId)>> {
    let rows: Vec<(CaseId, PersonId)> = recusal::table
        .filter(among(recusal::case_id, of))
        .filter(recusal::withdrawn_at.is_null())
        .select((recusal::case_id, recusal::person_id))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The boards that have something kept, with the moment before which it has outlived its time: everything where the board
/// keeps nothing.
///
/// # Errors
/// When the database fails.
pub fn limits(conn: &mut Conn, now: Moment) -> Result<Vec<(BoardId, Moment)>> {
    let boards: Vec<(BoardId, Option<i64>)> = paper_opened::table
        .inner_join(board::table)
        .select((board::id, board::opened_kept_days))
        .distinct()
        .load(conn)?;
    let limit = |days: Option<i64>| match days {
        Some(days) => now - Duration::days(days),
        None => now + Duration::days(1),
    };
    let limits = boards.into_iter().map(|(id, days)| (id, limit(days)));
    Ok(limits.collect())
}

/// Whether a board keeps something from before this moment.
///
/// # Errors
/// When the database fails.
pub fn has_before(conn: &mut Conn, of: BoardId, at: Moment) -> Result<bool> {
    let old = paper_opened::table
        .filter(paper_opened::board_id.eq(of))
        .filter(paper_opened::at.lt(at));
    Ok(diesel::select(diesel::dsl::exists(old)).get_result(conn)?)
}

/// Forgets what a board keeps from before this moment.
///
/// # Errors
/// When the database fails.
pub fn delete_before(conn: &mut Conn, of: BoardId, at: Moment) -> Result<()> {
    let old = paper_opened::table
        .filter(paper_opened::board_id.eq(of))
        .filter(paper_opened::at.lt(at));
    diesel::delete(old).execute(conn)?;
    Ok(())
}
