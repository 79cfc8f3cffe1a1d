//! What approved minutes make of cases: what they came to an outcome in is dealt with, or postponed, by itself.
//!
//! A case that someone has moved on already stays as it is. One that is postponed so keeps its place on the agenda of the
//! meeting that put it off: that is what the approved minutes are of.

use super::plan::differences;
use super::store::{self, write};
use super::{Case, CaseState, mail, rules};
use crate::audit::{self, Actor, Entry};
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId, PersonId};
use crate::db::types::Moment;
use crate::error::Result;

/// Brings the cases of a meeting's approved minutes to where their outcomes leave them. `reason` is kept with the state,
/// and nobody is named where silence approved.
///
/// # Errors
/// `Stale` when someone saved one of them meanwhile, or when the database fails.
pub fn follow(
    conn: &mut Conn,
    meeting: MeetingId,
    outcomes: &[(CaseId, String)],
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<()> {
    let ids: Vec<CaseId> = outcomes.iter().map(|(case, _)| *case).collect();
    for before in store::chosen(conn, &ids)? {
        let outcome = outcomes.iter().find(|(case, _)| *case == before.id);
        let state = outcome.and_then(|(_, code)| rules::minuted(&before, meeting, code));
        if let Some(state) = state {
            become_of(conn, &before, state, reason, (by, now))?;
        }
    }
    Ok(())
}

fn become_of(
    conn: &mut Conn,
    before: &Case,
    state: CaseState,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<()> {
    let mut changed = before.clone();
    changed.state = state;
    if state == CaseState::Postponed {
        changed.meeting = None;
    }
    let saved = write::update(conn, &changed, None)?;
    write::add_event(conn, &saved, by, reason, now)?;
    let entry = Entry {
        board_id: Some(saved.board),
        object_kind: "case",
        object_id: saved.id.as_str(),
        object_version: saved.version,
        action: "case-step",
        changes: differences(conn, before, &saved)?,
    };
    audit::record(conn, by.map_or(Actor::System, Actor::Person), now, &entry)?;
    if state == CaseState::Postponed {
        mail::plan_put_off(conn, &saved, by, now)?;
    }
    mail::replan_talk(conn, &saved, now)
}
