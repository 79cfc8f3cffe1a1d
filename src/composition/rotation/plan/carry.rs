//! Carrying out a proposal: all of its lines or none, through what the boards' own pages appoint and end terms by.

use super::{From, all_stand, as_shown, ground, record, stopped};
use crate::boards::Refusal;
use crate::boards::store::changes::By;
use crate::boards::store::term_changes::{TermDraft, appoint, ask_to_name, end_term};
use crate::boards::store::terms::appointment;
use crate::composition::rotation::store::{self, write};
use crate::composition::rotation::{Leaving, Line, Rotation, State};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::web::access::Role;

/// Ends the terms and appoints the organisations of a proposal that is decided, and asks them to name their representatives.
///
/// The caller plans the mail again in the same write.
///
/// # Errors
/// `Stale`, `Refused` where it is not decided, is carried out already, or a line cannot stand: it says which one and why, in
/// `language`. Nothing is saved then. Or when the database fails.
pub fn carry_out(conn: &mut Conn, of: From, language: Language, by: By) -> Result<()> {
    let standing = store::rotation(conn, of.0)?;
    if standing.state == State::CarriedOut {
        return Err(Error::Refused(Said::new("rotation-carried-out-already")));
    }
    let before = as_shown(conn, of)?;
    if before.state != State::Decided || before.lines.is_empty() {
        return Err(Error::Refused(Said::new("rotation-not-decided")));
    }
    let (ground, today) = ground(conn, &before, &before.lines, by)?;
    let said = ("rotation-line-refused", language);
    all_stand(&before, (&ground, today), said)?;
    let settle = |line: &Line, refusal: Refusal| match refusal {
        Refusal::Stale => Error::Stale,
        Refusal::Because(_, why) => stopped(said, line, &ground, &why),
    };
    for line in &before.lines {
        end(conn, line, by)?.map_err(|refusal| settle(line, refusal))?;
    }
    for line in &before.lines {
        fill(conn, &before, line, by)?.map_err(|refusal| settle(line, refusal))?;
    }
    let after = Rotation {
        state: State::CarriedOut,
        ..before
    };
    write::put(conn, &after, of.1)?;
    record(conn, &after, "rotation-carried-out", Vec::new(), by)
}

/// Ends the term that leaves a line's seat, where it does not end by itself.
fn end(conn: &mut Conn, line: &Line, by: By) -> Result<Result<(), Refusal>> {
    let Some(Leaving { term, until }) = line.leaves else {
        return Ok(Ok(()));
    };
    let standing = appointment(conn, term)?;
    if standing.period.until == Some(until) {
        return Ok(Ok(()));
    }
    end_term(conn, by, &standing, standing.version, Some(until))
}

/// Appoints the organisation of a line, and asks it to name its representative.
fn fill(conn: &mut Conn, of: &Rotation, line: &Line, by: By) -> Result<Result<(), Refusal>> {
    if line.organisation.is_none() {
        return Ok(Ok(()));
    }
    let draft = TermDraft {
        seat: Some(line.seat),
        organisation: line.organisation,
        role: Role::Member,
        period: line.period,
        decision: of.decision.clone(),
    };
    let term = match appoint(conn, by, of.board, &draft)? {
        Ok(term) => term,
        Err(refusal) => return Ok(Err(refusal)),
    };
    write::made(conn, line.id, term)?;
    if line.name_by.is_none() {
        return Ok(Ok(()));
    }
    let standing = appointment(conn, term)?;
    ask_to_name(conn, by, &standing, standing.version, line.name_by)
}
