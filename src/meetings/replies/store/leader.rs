//! Who leads a meeting, by what was answered.

use super::{invited, replacements, replies};
use crate::db::Conn;
use crate::error::Result;
use crate::meetings::Meeting;
use crate::meetings::replies::{Leader, rules};

/// Who leads a meeting: the chair on its first day, or whoever stands in for them.
///
/// # Errors
/// When the database fails.
pub fn leader(conn: &mut Conn, of: &Meeting) -> Result<Option<Leader>> {
    let invited = invited(conn, of.board, of.first_day())?;
    let replies = replies(conn, of.id)?;
    let named = replacements(conn, of.id)?;
    let lines = rules::lines(of, &invited, &replies, &named, &|_person| 0);
    Ok(rules::leader(&lines))
}
