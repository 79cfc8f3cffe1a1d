//! The rows of sessions and of the forms kept for those that ended. A session's token is never stored, only its hash.

use super::links;
use crate::db::Conn;
use crate::db::ids::{PersonId, RowId};
use crate::db::schema::{parked_form, session, session_rule};
use crate::db::types::Moment;
use crate::error::Result;
use crate::people::rules::{self, OWN_DEVICE, SessionRule};
use crate::people::{Device, KeptForm};
use crate::web::Roles;
use chrono::Duration;
use diesel::prelude::*;

/// How long a session is kept after its end, so that a form posted too late finds whose it was.
const REMEMBERED: Duration = Duration::days(1);

/// A session about to begin.
pub struct NewSession<'a> {
    pub hash: &'a str,
    pub person: PersonId,
    /// Marked by the person as their own device: it lives 14 days.
    pub own_device: bool,
    pub device: &'a str,
}

/// Begins a session as long as the strictest of the person's roles lets it be.
///
/// # Errors
/// When the database fails.
pub fn begin(conn: &mut Conn, new: &NewSession<'_>, roles: &Roles, now: Moment) -> Result<()> {
    diesel::delete(session::table.filter(session::expires_at.le(now - REMEMBERED)))
        .execute(conn)?;
    diesel::delete(parked_form::table.filter(parked_form::expires_at.le(now))).execute(conn)?;
    links::forget_old(conn, now)?;
    let rule = if new.own_device {
        SessionRule {
            idle: OWN_DEVICE.num_minutes(),
            longest: OWN_DEVICE.num_minutes(),
        }
    } else {
        rules::strictest(&rules::role_codes(roles), &session_rules(conn)?)
    };
    diesel::insert_into(session::table)
        .values((
            session::token_hash.eq(new.hash),
            session::person_id.eq(new.person),
            session::created_at.eq(now),
            session::last_seen_at.eq(now),
            session::idle_minutes.eq(rule.idle),
            session::expires_at.eq(now + Duration::minutes(rule.longest)),
            session::own_device.eq(new.own_device),
            session::device.eq(new.device),
        ))
        .execute(conn)?;
    Ok(())
}

fn session_rules(conn: &mut Conn) -> Result<Vec<(String, SessionRule)>> {
    let rows: Vec<(String, i64, i64)> = session_rule::table
        .select((
            session_rule::role,
            session_rule::idle_minutes,
            session_rule::longest_minutes,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(role, idle, longest)| (role, SessionRule { idle, longest }))
        .collect())
}

/// Ends one session of a person; false when it was not theirs, or had gone.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, person: PersonId, hash: &str) -> Result<bool> {
    let theirs = session::table
        .find(hash)
        .filter(session::person_id.eq(person));
    Ok(diesel::delete(theirs).execute(conn)? == 1)
}

/// Ends every session of a person but one.
///
/// # Errors
/// When the database fails.
pub fn end_others(conn: &mut Conn, person: PersonId, keep: &str) -> Result<usize> {
    let others = session::table
        .filter(session::person_id.eq(person))
        .filter(session::token_hash.ne(keep));
    Ok(diesel::delete(others).execute(conn)?)
}

/// Where a person is signed in now, the latest used first.
///
/// # Errors
/// When the database fails.
pub fn devices(conn: &mut Conn, person: PersonId, now: Moment) -> Result<Vec<Device>> {
    type Row = (String, String, Moment, Moment, i64, bool);
    let rows: Vec<Row> = session::table
        .filter(session::person_id.eq(person))
        .filter(session::expires_at.gt(now))
        .order((session::last_seen_at.desc(), session::token_hash.asc()))
        .select((
            session::token_hash,
            session::device,
            session::created_at,
            session::last_seen_at,
            session::idle_minutes,
            session::own_device,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter(|(_, _, _, last_seen, idle, _)| *last_seen + Duration::minutes(*idle) > now)
        .map(|(session, words, since, last_seen, _, own)| Device {
            session,
            words,
            since,
            last_seen,
            own,
        })
        .collect())
}

/// A form kept for this browser and this person, while it is kept.
///
/// # Errors
/// When the database fails, or the row is not one of ours.
pub fn kept_form(
    conn: &mut Conn,
    id: RowId,
    browser: &str,
    person: PersonId,
    now: Moment,
) -> Result<Option<KeptForm>> {
    let found: Option<(String, String)> = parked_form::table
        .find(id)
        .filter(parked_form::browser_hash.eq(browser))
        .filter(parked_form::person_id.eq(person))
        .filter(parked_form::expires_at.gt(now))
        .select((parked_form::path, parked_form::fields))
        .first(conn)
        .optional()?;
    found
        .map(|(path, fields)| {
            let fields = serde_json::from_str(&fields).map_err(anyhow::Error::from)?;
            Ok(KeptForm { path, fields })
        })
        .transpose()
}
