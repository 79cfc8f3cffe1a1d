//! Which boards a reader may subscribe to: the one decision, for the page, the list, the panel and every write.
//!
//! Those whose own pages are shown to them, once the board sends mail. Else the list of boards to choose from would tell of
//! boards that keep to themselves.

use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::notices::rules::mail_is_on;
use crate::public::store;
use crate::web::access::Clearance;

/// A board, and whether it takes subscriptions now.
#[derive(Clone, Debug)]
pub struct Offered {
    pub board: Board,
    /// Whether it sends mail yet.
    pub is_on: bool,
}

/// A board whose own pages are shown to this reader.
///
/// # Errors
/// `NotFound` where they are not, or when the database fails.
pub fn offered(conn: &mut Conn, id: BoardId, reads: &Clearance) -> Result<Offered> {
    if !store::is_shown(conn, id, reads)? {
        return Err(Error::NotFound);
    }
    let board = boards::board(conn, id)?;
    Ok(Offered {
        is_on: mail_is_on(&board, reads.now),
        board,
    })
}

/// A board that this reader may subscribe to.
///
/// # Errors
/// `NotFound` where its pages are not shown to them, `Refused` where it sends no mail, or when the database fails.
pub fn subscribable(conn: &mut Conn, id: BoardId, reads: &Clearance) -> Result<Board> {
    let offered = offered(conn, id, reads)?;
    if offered.is_on {
        Ok(offered.board)
    } else {
        Err(Error::Refused(Said::new("subscribe-mail-off")))
    }
}

/// All of them, in order.
///
/// # Errors
/// When the database fails.
pub fn all(conn: &mut Conn, reads: &Clearance) -> Result<Vec<Board>> {
    let known = store::known_boards(conn, reads)?.into_iter();
    let takes = known.filter(|(board, is_shown)| *is_shown && mail_is_on(board, reads.now));
    Ok(takes.map(|(board, _)| board).collect())
}
