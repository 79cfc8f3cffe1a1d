//! What those who run the instance ask of the database: it answers, and what waits.

use crate::db::Conn;
use crate::db::schema::{message, occasion};
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::{MessageState, OccasionState, pass};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// The signs of life of the mail. Messages handed over are not counted: that would read the whole ledger each time.
#[derive(Clone, Copy, Debug)]
pub struct MailLife {
    pub last_pass: Option<Moment>,
    pub queued: i64,
    pub claimed: i64,
    pub dead: i64,
    /// Those of the dead that could still be sent in time.
    pub to_help: i64,
    /// Occasions that had nobody to tell, and could still be told in time.
    pub nobody: i64,
    /// Occasions whose letter could not be written, and could still be told in time.
    pub broken: i64,
    pub planned: i64,
    /// When the message was made that has waited longest.
    pub waiting_since: Option<Moment>,
}

/// Reads the signs of life of the mail. What has expired is history and no alarm.
///
/// # Errors
/// When the database fails.
pub fn mail_life(conn: &mut Conn, now: Moment) -> Result<MailLife> {
    // The states stand in the statements themselves, as in the partial indexes: bound values would not match them.
    let waiting: Vec<(MessageState, i64)> = message::table
        .filter(sql::<Bool>("message.state IN ('queued', 'claimed')"))
        .group_by(message::state)
        .select((message::state, diesel::dsl::count_star()))
        .load(conn)?;
    let count = |state: MessageState| {
        let found = waiting.iter().find(|(of, _)| *of == state);
        found.map_or(0, |(_, count)| *count)
    };
    let dead = message::table
        .filter(sql::<Bool>("message.state = 'dead'"))
        .count()
        .get_result(conn)?;
    let to_help = message::table
        .filter(sql::<Bool>("message.state = 'dead'"))
        .filter(message::expires.gt(now))
        .count()
        .get_result(conn)?;
    let alarms: Vec<(OccasionState, i64)> = occasion::table
        .filter(sql::<Bool>("occasion.state IN ('nobody', 'broken')"))
        .filter(occasion::expires.gt(now))
        .group_by(occasion::state)
        .select((occasion::state, diesel::dsl::count_star()))
        .load(conn)?;
    let alarm = |state: OccasionState| {
        let found = alarms.iter().find(|(of, _)| *of == state);
        found.map_or(0, |(_, count)| *count)
    };
    let planned = occasion::table
        .filter(sql::<Bool>("occasion.state = 'planned'"))
        .count()
        .get_result(conn)?;
    let waiting_since = message::table
        .filter(sql::<Bool>("message.state IN ('queued', 'claimed')"))
        .order(message::created_at.asc())
        .select(message::created_at)
        .first(conn)
        .optional()?;
    Ok(MailLife {
        last_pass: pass::last(conn)?,
        queued: count(MessageState::Queued),
        claimed: count(MessageState::Claimed),
        dead,
        to_help,
        nobody: alarm(OccasionState::Nobody),
        broken: alarm(OccasionState::Broken),
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
