//! Sends papers out: one write publishes them, keeps the proof, marks the meeting's stage, and plans the mail that goes
//! when all of it stands. The same id sent twice is one dispatch.

use super::rules::{self, Refusal};
use super::{Dispatch, mail, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::store as boards;
use crate::cases::plan::By;
use crate::cases::store::clearance;
use crate::db::Conn;
use crate::db::ids::{MeetingId, PaperId, RowId};
use crate::error::{Error, Result};
use crate::meetings::{Stage, plan as meeting_plan, store as meetings};
use crate::papers::rules::may_publish;
use crate::papers::{plan as papers, store as paper_store};

/// A dispatch as it was looked over.
#[derive(Clone, Debug)]
pub struct Sending {
    /// Made with the form, so that a form sent twice is one dispatch (F16).
    pub id: RowId,
    pub meeting: MeetingId,
    /// Each paper as it was shown: its id and its version of the row.
    pub papers: Vec<(PaperId, i64)>,
    pub paragraph: String,
}

/// Sends it out.
///
/// # Errors
/// `Stale` when a paper was changed since it was shown, what the rules refuse, or when the database fails.
pub fn send(conn: &mut Conn, of: &Sending, by: By) -> Result<()> {
    if let Some(standing) = store::dispatch(conn, of.id)? {
        return if standing.meeting == of.meeting {
            Ok(())
        } else {
            Err(Error::NotFound)
        };
    }
    let refused = |refusal: Refusal| Error::Refused(refusal.said());
    let meeting = meetings::meeting(conn, of.meeting)?;
    let board = boards::board(conn, meeting.board)?;
    rules::may_send(&meeting).map_err(refused)?;
    if of.papers.is_empty() {
        return Err(refused(Refusal::Nothing));
    }
    let to = store::readers(conn, &board, meeting.id, by.now)?;
    if to.is_empty() {
        return Err(refused(Refusal::Nobody));
    }
    let before = store::of_meeting(conn, meeting.id)?;
    let mut sent = Vec::new();
    for (id, version) in &of.papers {
        let paper = paper_store::paper(conn, *id)?;
        // To a secretary with a conflict of interest the paper does not exist.
        if clearance::is_closed(conn, paper.case.id, by.person)? {
            return Err(Error::NotFound);
        }
        let is_as_shown = paper.case.meeting == Some(meeting.id) && paper.version == *version;
        if !is_as_shown || !rules::is_ready(&paper, &before) {
            return Err(Error::Stale);
        }
        // What its readers have from an earlier meeting goes out for this one as it is.
        if may_publish(&paper).is_ok() {
            papers::publish(conn, *id, *version, by)?;
        }
        sent.push((*id, paper.latest));
    }
    let new = Dispatch {
        id: of.id,
        board: board.id,
        meeting: meeting.id,
        number: i64::try_from(before.len() + 1).unwrap_or(i64::MAX),
        paragraph: of.paragraph.clone(),
        sent_by: by.person,
        at: by.now,
        papers: sent,
    };
    store::add(conn, &new, &to)?;
    let actor = Actor::Person(by.person);
    meeting_plan::mark(conn, meeting.id, Stage::Dispatch, true, actor, by.now)?;
    mail::plan(conn, &new, &board, &meeting, by.now)?;
    let entry = Entry {
        board_id: Some(board.id),
        object_kind: "meeting",
        object_id: meeting.id.as_str(),
        object_version: meeting.version,
        action: "papers-sent",
        changes: Vec::new(),
    };
    audit::record(conn, actor, by.now, &entry)
}
