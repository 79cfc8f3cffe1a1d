//! The boards with members who meet by a deputy more often than the mandate says.

use super::places;
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::desk::Place;
use crate::error::Result;
use crate::minutes::deputies::store as deputies;
use chrono::NaiveDate;

/// How many members there are of each board that has any.
pub(super) fn used_often(
    conn: &mut Conn,
    of: &[BoardId],
    today: NaiveDate,
) -> Result<Vec<(Place, usize)>> {
    let found = deputies::too_often(conn, of, today)?;
    let at = places(conn, found.iter().map(|one| one.board))?;
    let counted = found.iter();
    counted
        .map(|one| Ok((at.of(one.board)?, one.often.len())))
        .collect()
}
