//! What the minutes say at this moment, all of it, to be kept as a version. Nobody reads it uncut.

use super::store;
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId};
use crate::error::Result;
use crate::minutes::draft::routes::read;
use crate::minutes::told::{Told, gather};
use crate::web::View;
use crate::web::access::Clearance;

/// What they say, and how far what they are made from has come.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn frozen(
    conn: &mut Conn,
    view: &View,
    (of, board): (MeetingId, BoardId),
) -> Result<(Told, String)> {
    let mut all = Clearance::of_nobody(view.now);
    all.keeps.insert(board);
    let page = read(conn, of, (&all, None), view.now)?;
    Ok((gather::told(view, &page), store::basis(conn, of)?))
}
