//! The changes of versions as documents, each whole: the change and its audit entry are one write, in which the caller plans the
//! mail again.

use super::rules::{difference, what_if};
use super::{Change, Document, Wish, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::store::changes::By;
use crate::boards::store::mandate_changes::{self, MandateDraft};
use crate::boards::store::{self as boards, mandate_steps};
use crate::boards::{Board, Mandate, MandateState, MandateStep, Refusal, Rule};
use crate::cases::plan::{self as cases, Proposal};
use crate::db::Conn;
use crate::db::ids::MandateId;
use crate::error::Result;
use crate::i18n::{Language, Said};
use chrono::NaiveDate;

/// Adds a draft with the rules, the lead times and the text of another version.
///
/// # Errors
/// When the database fails.
pub fn add(
    conn: &mut Conn,
    by: By,
    board: &Board,
    (draft, language): (&MandateDraft, Language),
    copy_of: Option<MandateId>,
) -> Result<Result<MandateId, Refusal>> {
    let own = boards::versions(conn, board.id)?;
    if copy_of.is_some_and(|of| own.iter().all(|it| it.id != of)) {
        let said = Said::new("form-not-a-choice");
        return Ok(Err(Refusal::Because("copy-of", said)));
    }
    let id = match mandate_steps::add_draft(conn, by, board.id, draft, copy_of)? {
        Ok(id) => id,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let paragraphs = match copy_of {
        Some(former) => store::paragraphs(conn, former)?,
        None => Vec::new(),
    };
    let document = Document {
        language,
        case: None,
        approved_on: None,
        paragraphs,
    };
    store::put(conn, id, &document)?;
    Ok(Ok(id))
}

/// Whether the text may be written: a draft's always, an approved version's once, when it is moved in here.
#[must_use]
pub fn may_write(mandate: &Mandate, document: &Document) -> bool {
    match mandate.state {
        MandateState::Draft => true,
        MandateState::Proposed => false,
        MandateState::Approved => document.paragraphs.is_empty(),
    }
}

/// Writes the text of a version, unless someone saved after `version`. The log says which paragraphs changed, not to what: the
/// difference page shows that.
///
/// # Errors
/// When the database fails.
pub fn write(
    conn: &mut Conn,
    by: By,
    of: MandateId,
    version: i64,
    wanted: &Document,
) -> Result<Result<(), Refusal>> {
    let mandate = boards::mandate(conn, of)?;
    let board = boards::board(conn, mandate.board)?;
    let standing = store::document(conn, &board, of)?;
    if mandate.version != version {
        return Ok(Err(Refusal::Stale));
    }
    if !may_write(&mandate, &standing) {
        let said = Said::new("mandate-text-stands");
        return Ok(Err(Refusal::Because("text", said)));
    }
    if !store::raise(conn, of, version)? {
        return Ok(Err(Refusal::Stale));
    }
    let document = Document {
        language: wanted.language,
        paragraphs: wanted.paragraphs.clone(),
        ..standing
    };
    store::put(conn, of, &document)?;
    let all = difference::paragraphs(&standing.paragraphs, &document.paragraphs);
    let changes = all.into_iter().filter_map(|change| match change {
        Change::Same(_) => None,
        Change::Added(it) => audit::Change::of("boards-paragraph", &"", &it.number),
        Change::Removed(it) => audit::Change::of("boards-paragraph", &it.number, &""),
        Change::Changed(_, it) => audit::Change::of("mandate-text", &"", &it.number),
    });
    record(
        conn,
        by,
        &mandate,
        "mandate-text-written",
        changes.collect(),
    )?;
    Ok(Ok(()))
}

/// Puts the numbers that were asked about in the rules of a draft, unless someone saved after `version`.
///
/// # Errors
/// When the database fails.
pub fn use_numbers(
    conn: &mut Conn,
    by: By,
    (of, version): (MandateId, i64),
    wish: &Wish,
) -> Result<Result<(), Refusal>> {
    let draft = boards::mandate(conn, of)?;
    if draft.state != MandateState::Draft {
        let said = Said::new("boards-mandate-not-now");
        return Ok(Err(Refusal::Because("act", said)));
    }
    if draft.version != version {
        return Ok(Err(Refusal::Stale));
    }
    let all = boards::versions(conn, draft.board)?;
    let mut then = match what_if::wished(&draft, &all, wish, of) {
        Ok(then) => then,
        Err((field, said)) => return Ok(Err(Refusal::Because(field, said))),
    };
    let stands = |rule: &Rule| {
        let mut own = draft.rules.iter();
        own.any(|it| it.id == rule.id && it.quantity == rule.quantity)
    };
    then.rules.retain(|rule| !stands(rule));
    mandate_changes::put_numbers(conn, by, &draft, &then.rules)
}

fn record(
    conn: &mut Conn,
    by: By,
    of: &Mandate,
    action: &str,
    changes: Vec<audit::Change>,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: "mandate",
        object_id: of.id.as_str(),
        object_version: of.version + 1,
        action,
        changes,
    };
    audit::record(conn, Actor::Person(by.person), by.at, &entry)
}

/// Sends a draft as a case to the board that approves it. A draft without a text is not sent: there is nothing to approve.
///
/// # Errors
/// When the database fails.
pub fn propose(
    conn: &mut Conn,
    by: By,
    (of, version): (&Mandate, i64),
    proposal: &Proposal,
) -> Result<Result<(), Refusal>> {
    let board = boards::board(conn, of.board)?;
    let mut document = store::document(conn, &board, of.id)?;
    if document.paragraphs.is_empty() {
        let said = Said::new("mandate-no-text-to-send");
        return Ok(Err(Refusal::Because("act", said)));
    }
    let step = MandateStep::Propose;
    if let Err(refusal) = mandate_steps::step(conn, by, of.id, version, step)? {
        return Ok(Err(refusal));
    }
    let proposer = cases::By {
        person: by.person,
        now: by.at,
    };
    cases::propose(conn, proposal, proposer)?;
    document.case = Some(proposal.id);
    store::put(conn, of.id, &document)?;
    Ok(Ok(()))
}

/// Approves a version with a decision and the day on which it was made.
///
/// # Errors
/// When the database fails.
pub fn approve(
    conn: &mut Conn,
    by: By,
    (of, version): (&Mandate, i64),
    (decision, on): (&str, NaiveDate),
) -> Result<Result<(), Refusal>> {
    if let Err(refusal) = mandate_steps::approve(conn, by, of.id, version, decision)? {
        return Ok(Err(refusal));
    }
    let board = boards::board(conn, of.board)?;
    let mut document = store::document(conn, &board, of.id)?;
    document.approved_on = Some(on);
    store::put(conn, of.id, &document)?;
    Ok(Ok(()))
}
