//! What those who run the instance ask of the database: it answers, and what waits.

use crate::db::Conn;
use crate::db::schema::{message, occasion};
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::{MessageState, OccasionState, pass};
use diesel::prelude::*;

/// The signs of life of the mail. Messages handed over are not counted: that would read the whole ledger each time.
#[derive(Clone, Copy, Debug)]
pub struct MailLife {
    pub last_pass: Option<Moment>,
    pub queued: i64,
    pub claimed: i64,
    pub dead: i64,
    pub planned: i64,
    /// When the message was made that has waited longest.
    pub waiting_since: Option<Moment>,
}

/// Reads the signs of life of the mail.
///
/// # Errors
/// When the database fails.
pub fn mail_life(conn: &mut Conn) -> Result<MailLife> {
    let mut count = |state: MessageState| -> Result<i64> {
        Ok(message::table
            .filter(message::state.eq(state))
            .count()
            .get_result(conn)?)
    };
    let (queued, claimed, dead) = (
        count(MessageState::Queued)?,
        count(MessageState::Claimed)?,
        count(MessageState::Dead)?,
    );
    let planned = occasion::table
        .filter(occasion::state.eq(OccasionState::Planned))
        .count()
        .get_result(conn)?;
    let waiting_since = message::table
        .filter(message::state.eq_any([MessageState::Queued, MessageState::Claimed]))
        .order(message::created_at.asc())
        .select(message::created_at)
        .first(conn)
        .optional()?;
    Ok(MailLife {
        last_pass: pass::last(conn)?,
        queued,
        claimed,
        dead,
        planned,
        waiting_since,
    })
}

/// Whether the database answers.
///
/// # Errors
/// When it does not.
pub fn answers(conn: &mut Conn) -> Result<()> {
    pass::last(conn)?;
    Ok(())
}
