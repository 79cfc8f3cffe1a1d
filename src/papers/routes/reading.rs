//! That a reader has a version before them: for their own “new to you”, and for the secretariat where board data says so.

use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::{BoardId, PaperId, PersonId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::papers::store::{self, opened, write};
use crate::papers::{Paper, rules};
use crate::web::Reader;
use crate::web::access::Clearance;

/// A version of a paper that a reader opens, of which something is to be kept.
#[derive(Clone, Debug)]
pub struct Opening {
    board: BoardId,
    paper: PaperId,
    number: i64,
    /// It is no longer new to them.
    is_read: bool,
    /// It is kept for the secretariat that they opened it.
    is_told: bool,
}

/// What is to be kept of a reader who has these versions before them: nothing of what was read before.
///
/// # Errors
/// When the database fails.
pub fn openings(
    conn: &mut Conn,
    (reader, clearance): (&Reader, &Clearance),
    shown: &[(&Paper, i64)],
) -> Result<Vec<Opening>> {
    let Some((first, _)) = shown.first() else {
        return Ok(Vec::new());
    };
    let is_watching = boards::board(conn, first.case.board)?
        .opened_kept_days
        .is_some();
    let ids: Vec<PaperId> = shown.iter().map(|(paper, _)| paper.id).collect();
    let read = store::read_by(conn, reader.id, &ids)?;
    let mut found = Vec::new();
    for (paper, number) in shown {
        let is_writer = rules::may_write(&paper.case, reader.id, &reader.roles);
        let is_new = read.get(&paper.id).is_none_or(|before| before < number);
        let is_watched = is_watching && is_watched(paper, reader, clearance);
        let opening = Opening {
            board: paper.case.board,
            paper: paper.id,
            number: *number,
            is_read: is_new && !is_writer,
            is_told: is_watched && !opened::is_kept(conn, paper.id, reader.id, *number)?,
        };
        if opening.is_read || opening.is_told {
            found.push(opening);
        }
    }
    Ok(found)
}

/// Whether it may be kept that this reader opens the paper: of those who read it where they are told so. The secretariat
/// does not watch itself.
fn is_watched(paper: &Paper, reader: &Reader, clearance: &Clearance) -> bool {
    let board = paper.case.board;
    let is_called = (paper.case.meeting).is_some_and(|at| clearance.called_to.contains(&at));
    (is_called || !reader.roles.on(board).is_empty()) && !reader.roles.is_secretary_of(board)
}

/// Keeps it.
///
/// # Errors
/// When the database fails.
pub fn keep(conn: &mut Conn, all: &[Opening], person: PersonId, now: Moment) -> Result<()> {
    for one in all {
        if one.is_read {
            write::put_reading(conn, one.paper, person, one.number, now)?;
        }
        if one.is_told {
            opened::keep(conn, (one.board, one.paper), person, one.number, now)?;
        }
    }
    Ok(())
}
