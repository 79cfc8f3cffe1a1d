//! Sends papers out: one write publishes them, keeps the proof, marks the meeting's stage, and plans the mail that goes
//! when all of it stands. The same id sent twice is one dispatch.

use super::rules::{self, Refusal};
use super::{Dispatch, mail, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::store as boards;
use crate::cases::plan::By;
use crate::cases::store::{agenda, clearance};
use crate::db::Conn;
use crate::db::ids::{MeetingId, PaperId, RowId};
use crate::error::{Error, Result};
use crate::meetings::{Stage, plan as meeting_plan, store as meetings};
use crate::papers::pack::numbers::{self, Outgoing};
use crate::papers::pack::pages;
use crate::papers::pack::store::{self as packs, MadeDocument};
use crate::papers::rules::may_publish;
use crate::papers::{plan as papers, store as paper_store};
use crate::web::access::Assessment;

/// A dispatch as it was looked over.
#[derive(Clone, Debug)]
pub struct Sending {
    /// Made with the form, so that a form sent twice is one dispatch (F16).
    pub id: RowId,
    pub meeting: MeetingId,
    /// Each paper as it was shown: its id and its version of the row.
    pub papers: Vec<(PaperId, i64)>,
    pub paragraph: String,
    /// What the texts among them became, so that their pages can be numbered.
    pub documents: Vec<MadeDocument>,
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
    let before = store::of_meeting(conn, meeting.id)?;
    let sent = publish(conn, of, &before, by)?;
    let readers = store::readers(conn, &board, meeting.id, by.now)?;
    // Whoever may read none of it is told of nothing.
    let to = store::concerned(conn, readers, &sent, by.now)?;
    if to.is_empty() {
        return Err(refused(Refusal::Nobody));
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
    number(conn, &new, &of.documents)?;
    let actor = Actor::Person(by.person);
    meeting_plan::mark(conn, meeting.id, Stage::Dispatch, true, actor, by.now)?;
    mail::plan(conn, &new, &board, &meeting, (by.now + mail::WAIT, by.now))?;
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

/// Publishes what goes out, as it was shown; gives each paper with the number of its version.
fn publish(
    conn: &mut Conn,
    of: &Sending,
    before: &[Dispatch],
    by: By,
) -> Result<Vec<(PaperId, i64)>> {
    let mut sent = Vec::new();
    for (id, version) in &of.papers {
        let paper = match paper_store::paper(conn, *id) {
            // It was removed since it was shown.
            Err(Error::NotFound) => return Err(Error::Stale),
            found => found?,
        };
        // To a secretary with a conflict of interest the paper does not exist.
        if clearance::is_closed(conn, paper.case.id, by.person)? {
            return Err(Error::NotFound);
        }
        let is_as_shown = paper.case.meeting == Some(of.meeting) && paper.version == *version;
        if !is_as_shown || !rules::is_ready(&paper, before) {
            return Err(Error::Stale);
        }
        // What its readers have from an earlier meeting goes out for this one as it is.
        if may_publish(&paper).is_ok() {
            papers::publish(conn, *id, *version, by)?;
        }
        sent.push((*id, paper.latest));
    }
    Ok(sent)
}

/// Gives the pages of what goes out their numbers, in the order of the agenda.
fn number(conn: &mut Conn, new: &Dispatch, documents: &[MadeDocument]) -> Result<()> {
    for document in documents {
        packs::add_document(conn, document)?;
    }
    let before = packs::ranges(conn, new.meeting)?;
    let items = agenda::agenda(conn, new.meeting)?.items;
    let mut outgoing: Vec<Outgoing> = Vec::new();
    let mut papers = Vec::new();
    for (id, number) in &new.papers {
        papers.push((paper_store::paper(conn, *id)?, *number));
    }
    papers.sort_by_key(|(paper, _)| {
        let at = items
            .iter()
            .position(|item| item.case == Some(paper.case.id));
        (at, paper.case.id, paper.part, paper.position)
    });
    let ids: Vec<PaperId> = papers.iter().map(|(paper, _)| paper.id).collect();
    let mut all = paper_store::versions(conn, &ids)?;
    for (paper, number) in papers {
        let versions = all.remove(&paper.id).unwrap_or_default();
        let version = versions.iter().find(|one| one.number == number);
        let version = version.ok_or(Error::NotFound)?;
        let written = packs::document(conn, paper.id, number)?.map(|document| document.pages);
        let count = pages(version, written);
        if outgoing
            .last()
            .is_none_or(|last| last.case != paper.case.id)
        {
            outgoing.push(Outgoing {
                case: paper.case.id,
                is_exempt: paper.case.access.assessment == Assessment::Exempt,
                papers: Vec::new(),
            });
        }
        if let Some(last) = outgoing.last_mut() {
            last.papers.push((paper.id, number, count));
        }
    }
    packs::add_ranges(conn, new.meeting, &numbers::give(&before, outgoing))
}
