//! A version of a mandate on its way: a draft, a case of the board that approves it, approved and in force from its first day.
//!
//! Each step is one change with its audit entry; the caller plans the mail again in the same write.

use super::changes::By;
use super::mandate_changes::{MandateDraft, end_mandate, put_version, raise};
use super::{mandate as one_mandate, versions};
use crate::audit::{self, Change};
use crate::boards::rules::versions::refused;
use crate::boards::{Mandate, MandateState, MandateStep, Refusal};
use crate::db::Conn;
use crate::db::ids::{BoardId, MandateId};
use crate::db::schema::{
    deadline_rule, mandate_document, mandate_paragraph, mandate_rule, mandate_version,
};
use crate::error::Result;
use crate::i18n::{Said, text};
use diesel::prelude::*;

/// Adds a draft, with a copy of the rules and lead times of another. It begins after every version that is approved.
///
/// # Errors
/// When the database fails.
pub fn add_draft(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    draft: &MandateDraft,
    copy_of: Option<MandateId>,
) -> Result<Result<MandateId, Refusal>> {
    let all = versions(conn, of)?;
    let about = (draft.label.as_str(), draft.period);
    if let Some(refusal) = refused(&all, about, MandateState::Draft, None) {
        return Ok(Err(refusal));
    }
    let former = all.iter().find(|it| Some(it.id) == copy_of);
    let id = put_version(conn, of, draft, MandateState::Draft, former)?;
    let object = ("mandate", id.as_str(), 1);
    by.records(conn, of, object, "mandate-drafted", Vec::new())?;
    Ok(Ok(id))
}

fn not_now() -> Refusal {
    Refusal::Because("act", Said::new("boards-mandate-not-now"))
}

/// Takes a step that nothing else goes with, unless someone saved after `version`: it becomes a case, or goes back.
///
/// # Errors
/// When the database fails.
pub fn step(
    conn: &mut Conn,
    by: By,
    id: MandateId,
    version: i64,
    step: MandateStep,
) -> Result<Result<(), Refusal>> {
    let before = one_mandate(conn, id)?;
    let Some(after) = before
        .state
        .after(step)
        .filter(|it| *it != MandateState::Approved)
    else {
        return Ok(Err(not_now()));
    };
    if !raise(conn, id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    put_state(conn, by, &before, after, Vec::new())?;
    Ok(Ok(()))
}

/// Approves a version, unless someone saved after `version`: whatever counts on its first day ends the day before.
///
/// # Errors
/// When the database fails.
pub fn approve(
    conn: &mut Conn,
    by: By,
    id: MandateId,
    version: i64,
    decision: &str,
) -> Result<Result<(), Refusal>> {
    let before = one_mandate(conn, id)?;
    let Some(after) = before.state.after(MandateStep::Approve) else {
        return Ok(Err(not_now()));
    };
    let all = versions(conn, before.board)?;
    let about = (before.label.as_str(), before.period);
    if let Some(refusal) = refused(&all, about, before.state, Some(id)) {
        return Ok(Err(refusal));
    }
    if !raise(conn, id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    let first = before.period.from;
    let counts = |it: &&Mandate| it.state == MandateState::Approved && it.period.contains(first);
    for former in all.iter().filter(counts) {
        end_mandate(conn, by, before.board, (former.id, former.version), first)?;
    }
    diesel::update(mandate_version::table.find(id))
        .set(mandate_version::decision.eq(decision))
        .execute(conn)?;
    let change = Change::of("boards-decision", &before.decision, &decision);
    put_state(conn, by, &before, after, change.into_iter().collect())?;
    Ok(Ok(()))
}

fn put_state(
    conn: &mut Conn,
    by: By,
    before: &Mandate,
    after: MandateState,
    mut changes: Vec<Change>,
) -> Result<()> {
    diesel::update(mandate_version::table.find(before.id))
        .set(mandate_version::state.eq(after))
        .execute(conn)?;
    let words = |state: MandateState| {
        let key = format!("boards-mandate-state-{state}");
        audit::in_words(|language| text(language, &key, &[]))
    };
    let (old, new) = (words(before.state), words(after));
    changes.extend(Change::of_words("boards-mandate-state", &old, &new));
    let object = ("mandate", before.id.as_str(), before.version + 1);
    by.records(conn, before.board, object, "mandate-stepped", changes)
}

/// Takes a version away that is not approved, with its rules and its text, unless someone saved after `version`.
///
/// # Errors
/// When the database fails.
pub fn remove(conn: &mut Conn, by: By, id: MandateId, version: i64) -> Result<Result<(), Refusal>> {
    let before = one_mandate(conn, id)?;
    if !before.state.may_be_dropped() {
        return Ok(Err(not_now()));
    }
    if !raise(conn, id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    diesel::delete(mandate_rule::table.filter(mandate_rule::mandate_id.eq(id))).execute(conn)?;
    diesel::delete(deadline_rule::table.filter(deadline_rule::mandate_id.eq(id))).execute(conn)?;
    diesel::delete(mandate_paragraph::table.filter(mandate_paragraph::mandate_id.eq(id)))
        .execute(conn)?;
    diesel::delete(mandate_document::table.find(id)).execute(conn)?;
    diesel::delete(mandate_version::table.find(id)).execute(conn)?;
    let change = Change::of("boards-mandate-label", &before.label, &"");
    let object = ("mandate", id.as_str(), version + 1);
    let changes = change.into_iter().collect();
    by.records(conn, before.board, object, "mandate-dropped", changes)?;
    Ok(Ok(()))
}
