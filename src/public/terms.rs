//! Who sits on a board, for those outside it: its terms, and those of who keeps it where that is the secretariat of the board
//! above.

use crate::boards::{Appointment, Board, store as boards};
use crate::db::Conn;
use crate::error::Result;
use crate::web::access::Role;
use chrono::NaiveDate;

/// The terms that hold on a day, the board's own first.
///
/// # Errors
/// When the database fails.
pub fn held(conn: &mut Conn, of: &Board, on: NaiveDate) -> Result<Vec<Appointment>> {
    let mut terms = boards::terms::appointments(conn, of.id)?;
    if let Some(above) = of.parent.filter(|_| of.parent_secretariat) {
        let theirs = boards::terms::appointments(conn, above)?.into_iter();
        terms.extend(theirs.filter(|one| one.role == Role::Secretariat));
    }
    terms.retain(|one| one.period.contains(on));
    Ok(terms)
}
