//! What the handlers of papers load for their pages.

use crate::boards::{Board, store as boards};
use crate::cases::store::{agenda, assess};
use crate::cases::{Case, store as cases};
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId, PaperId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::meetings::replies::store as replies;
use crate::meetings::store as meetings;
use crate::papers::dispatch::load as dispatch;
use crate::papers::forms::Asked;
use crate::papers::pack::store as packs;
use crate::papers::pages::Line;
use crate::papers::pages::paper::PaperPage;
use crate::papers::store::{notes, shared};
use crate::papers::{Paper, Version, plan, rules, store};
use crate::web::Reader;
use crate::web::access::{Clearance, Role};
use std::collections::HashMap;

/// What the forms of a paper of this case need to know; the page does not exist for those who may not write it.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn asked(conn: &mut Conn, of: CaseId, reader: &Reader, now: Moment) -> Result<Asked> {
    let case = cases::case(conn, of)?;
    may_write(&case, reader)?;
    let board = boards::board(conn, case.board)?;
    Ok(Asked {
        timing: plan::timing(conn, &case, now)?,
        allowers: allowers(conn, &board, case.meeting, now)?,
        keeps: reader.roles.is_secretary_of(board.id),
        board,
        case,
    })
}

/// Whether this reader writes the papers of a case; for others the pages of that do not exist.
///
/// # Errors
/// `NotFound` when they do not.
pub fn may_write(case: &Case, reader: &Reader) -> Result<()> {
    rules::may_write(case, reader.id, &reader.roles)
        .then_some(())
        .ok_or(Error::NotFound)
}

/// Who may allow a late paper: the chair, whoever stands in for them at the case's meeting, and the secretariat, each once.
fn allowers(
    conn: &mut Conn,
    board: &Board,
    at: Option<MeetingId>,
    now: Moment,
) -> Result<Vec<(PersonId, String)>> {
    let mut sitting = boards::sitting(conn, board.id, board.today(now))?;
    sitting.retain(|one| matches!(one.role, Role::Chair | Role::Secretariat));
    sitting.sort_by_key(|one| one.role != Role::Chair);
    let mut found: Vec<(PersonId, String)> = Vec::new();
    if let Some(id) = at {
        let meeting = meetings::meeting(conn, id)?;
        let leader = replies::leader(conn, &meeting)?.filter(|leader| leader.is_stand_in);
        found.extend(leader.map(|leader| (leader.person, leader.name)));
    }
    for one in sitting {
        if found.iter().all(|(id, _)| *id != one.person) {
            found.push((one.person, one.name));
        }
    }
    Ok(found)
}

/// The papers of a case as this reader sees them, what is new to them told.
///
/// # Errors
/// When the database fails.
pub fn lines(
    conn: &mut Conn,
    case: &Case,
    reader: &Reader,
    clearance: &Clearance,
) -> Result<Vec<Line>> {
    let may_write = rules::may_write(case, reader.id, &reader.roles);
    let papers = store::of_cases(conn, &[case.id], clearance)?.remove(&case.id);
    let papers = papers.unwrap_or_default();
    let ids: Vec<PaperId> = papers.iter().map(|paper| paper.id).collect();
    let mut versions = store::versions(conn, &ids)?;
    let read = store::read_by(conn, reader.id, &ids)?;
    let lateness = match case.meeting.filter(|_| !ids.is_empty()) {
        Some(meeting) => Some(dispatch::lateness(conn, meeting)?),
        None => None,
    };
    let line = |paper: Paper| {
        let number = rules::shown_version(&paper, may_write);
        let versions = versions.remove(&paper.id).unwrap_or_default();
        let shown = versions.into_iter().find(|one| Some(one.number) == number);
        let read = read.get(&paper.id).copied().unwrap_or(0);
        let is_new = !may_write && number.is_some_and(|number| read < number);
        Line {
            late: lateness.as_ref().and_then(|days| days(paper.id)),
            paper,
            shown,
            is_new,
        }
    };
    Ok(papers.into_iter().map(line).collect())
}

/// Everything the page of a paper shows to this reader, who may read it.
///
/// # Errors
/// `NotFound` when they may not open that version, or when the database fails.
pub fn page(
    conn: &mut Conn,
    id: PaperId,
    number: Option<i64>,
    (reader, clearance): (&Reader, &Clearance),
    now: Moment,
) -> Result<PaperPage> {
    let paper = store::paper(conn, id)?;
    let board = boards::board(conn, paper.case.board)?;
    let may_write = rules::may_write(&paper.case, reader.id, &reader.roles);
    let wanted = number.or_else(|| rules::shown_version(&paper, may_write));
    let mut versions = store::versions_of(conn, id)?;
    versions.retain(|one| rules::may_open(&paper, one, may_write));
    let shown = versions
        .iter()
        .find(|one| Some(one.number) == wanted)
        .cloned();
    if number.is_some() && shown.is_none() {
        return Err(Error::NotFound);
    }
    let read: HashMap<_, _> = store::read_by(conn, reader.id, &[id])?;
    let assessed = assess::assessed(conn, id.cast())?.map(|(found, _, _)| found);
    let basis = match assessed.as_ref().and_then(|found| found.basis) {
        Some(basis) => assess::bases(conn, board.today(now), Some(basis))?
            .into_iter()
            .find(|one| one.id == basis),
        None => None,
    };
    let (before, after) = neighbours(conn, &paper, clearance)?;
    let ranges = match paper.case.meeting {
        Some(meeting) => packs::of_paper(conn, meeting, id)?,
        None => Vec::new(),
    };
    Ok(PaperPage {
        notes: notes::of(conn, id, reader.id)?,
        ranges,
        shared_with: shared::with(conn, id, clearance)?,
        before,
        after,
        shown,
        read_before: read.get(&id).copied().filter(|_| !may_write),
        sees_case: clearance.sees(&paper.case.readable()),
        keeps: reader.roles.is_secretary_of(board.id),
        draft: if may_write {
            store::draft(conn, &paper)?.version
        } else {
            0
        },
        timing: plan::timing(conn, &paper.case, now)?,
        may_write,
        versions,
        assessed,
        basis,
        board,
        paper,
    })
}

type Neighbour = Option<(PaperId, String)>;

/// The papers before and after one in the order of the agenda, of those that the reader may read: a link tells of nothing
/// else (F35).
fn neighbours(
    conn: &mut Conn,
    of: &Paper,
    clearance: &Clearance,
) -> Result<(Neighbour, Neighbour)> {
    let Some(meeting) = of.case.meeting else {
        return Ok((None, None));
    };
    let items = agenda::agenda(conn, meeting)?.items;
    let cases: Vec<CaseId> = items.iter().filter_map(|item| item.case).collect();
    let mut papers = store::of_cases(conn, &cases, clearance)?;
    let own = cases.iter().filter_map(|id| papers.remove(id)).flatten();
    let order: Vec<(PaperId, String)> = own.map(|paper| (paper.id, paper.facts.title)).collect();
    let Some(at) = order.iter().position(|(id, _)| *id == of.id) else {
        return Ok((None, None));
    };
    let before = at.checked_sub(1).and_then(|before| order.get(before));
    Ok((before.cloned(), order.get(at + 1).cloned()))
}

/// One version that the reader, who may read the paper, may open.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn version(conn: &mut Conn, paper: &Paper, number: i64, reader: &Reader) -> Result<Version> {
    let may_write = rules::may_write(&paper.case, reader.id, &reader.roles);
    let versions = store::versions_of(conn, paper.id)?;
    let found = versions.into_iter().find(|one| one.number == number);
    found
        .filter(|one| rules::may_open(paper, one, may_write))
        .ok_or(Error::NotFound)
}
