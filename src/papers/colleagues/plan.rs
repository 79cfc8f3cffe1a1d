//! Lets a colleague in, changes what they may read, and ends it: the change, its audit entry and the mail are one write.
//! The log names no colleague and no paper.

use super::rules::{self, Refusal};
use super::{Colleague, door, mail, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::store as boards;
use crate::cases::store::clearance;
use crate::db::Conn;
use crate::db::ids::PaperId;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::meetings::store as meetings;
use crate::web::Reader;

/// Lets a colleague in and plans the mail with the link. A form sent twice lets in one.
///
/// # Errors
/// `NotFound` when the member may let nobody in, what the rules refuse, or when the database fails.
pub fn name(
    conn: &mut Conn,
    new: &Colleague,
    papers: &[PaperId],
    member: &Reader,
    now: Moment,
) -> Result<()> {
    let refused = |refusal: Refusal| Error::Refused(refusal.said());
    if let Some(standing) = store::colleague(conn, new.id)? {
        let is_this = standing.named_by == member.id && standing.meeting == new.meeting;
        return is_this.then_some(()).ok_or(Error::NotFound);
    }
    let named = store::named_by(conn, new.meeting, member.id)?;
    rules::may_add(&named, &new.address).map_err(refused)?;
    let papers = lendable(conn, new, papers, member, now)?;
    store::add(conn, new)?;
    store::choose(conn, new.id, &papers)?;
    mail::plan(conn, new, now)?;
    record(conn, new, "colleague-named", now)
}

/// Writes anew which papers a colleague may read.
///
/// # Errors
/// As [`name`].
pub fn choose(
    conn: &mut Conn,
    of: &Colleague,
    papers: &[PaperId],
    member: &Reader,
    now: Moment,
) -> Result<()> {
    let papers = lendable(conn, of, papers, member, now)?;
    store::choose(conn, of.id, &papers)?;
    record(conn, of, "colleague-papers", now)
}

/// Ends it: the link opens nothing from now on.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, of: &Colleague, now: Moment) -> Result<()> {
    if of.ended_at.is_some() {
        return Ok(());
    }
    store::end(conn, of.id, now)?;
    record(conn, of, "colleague-ended", now)
}

/// Those of the chosen papers that the member may lend now.
fn lendable(
    conn: &mut Conn,
    of: &Colleague,
    papers: &[PaperId],
    member: &Reader,
    now: Moment,
) -> Result<Vec<PaperId>> {
    let refused = |refusal: Refusal| Error::Refused(refusal.said());
    let board = boards::board(conn, of.board)?;
    let meeting = meetings::meeting(conn, of.meeting)?;
    let reads = clearance::of(conn, member, now)?;
    if !rules::may_name(&board, meeting.id, &member.roles, &reads) {
        return Err(Error::NotFound);
    }
    rules::is_open(&board, &meeting, now).map_err(refused)?;
    let lent = store::lent(conn, meeting.id, &reads, Some(papers))?;
    let of_cases = door::papers(conn, meeting.id, &lent)?;
    let found: Vec<PaperId> = (of_cases.iter())
        .flat_map(|(_, own)| own.iter().map(|(paper, _)| paper.id))
        .collect();
    if found.is_empty() {
        return Err(refused(Refusal::Nothing));
    }
    Ok(found)
}

fn record(conn: &mut Conn, of: &Colleague, action: &str, now: Moment) -> Result<()> {
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: store::OBJECT_KIND,
        object_id: of.id.as_str(),
        object_version: 1,
        action,
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(of.named_by), now, &entry)
}
