//! What the handlers of cases load for their pages.

use crate::boards::{Board, store as boards};
use crate::cases::forms::Choices;
use crate::cases::pages::case::{CasePage, Kept};
use crate::cases::store::{self, agenda, around, assess, officers, past};
use crate::cases::{Case, Event, LegalBasis, rules};
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::meetings::{Meeting, store as meetings};
use crate::people::store as people;
use crate::web::Reader;
use crate::web::access::{Clearance, Role};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// Through which board this reader may propose a case to `board`, if they may.
///
/// # Errors
/// When the database fails.
pub fn through(conn: &mut Conn, reader: &Reader, board: BoardId) -> Result<Option<BoardId>> {
    let councils = around::councils(conn, board)?;
    Ok(rules::proposes_through(&reader.roles, board, &councils))
}

/// These meetings, each once.
///
/// # Errors
/// When the database fails.
pub fn meetings(
    conn: &mut Conn,
    ids: impl IntoIterator<Item = MeetingId>,
) -> Result<HashMap<MeetingId, Meeting>> {
    let ids: BTreeSet<MeetingId> = ids.into_iter().collect();
    let ids: Vec<MeetingId> = ids.into_iter().collect();
    let found = meetings::chosen(conn, &ids)?;
    Ok(found
        .into_iter()
        .map(|meeting| (meeting.id, meeting))
        .collect())
}

/// What the fields of a case choose among, with what `case` has chosen already.
///
/// # Errors
/// When the database fails.
pub fn choices(
    conn: &mut Conn,
    board: BoardId,
    case: Option<&Case>,
    reader: &Reader,
    now: Moment,
) -> Result<Choices> {
    let data = boards::data(conn, board)?;
    let today = data.board.today(now);
    let open = meetings::open(conn, board)?;
    let mut ids = around::organisations(conn, board, today)?;
    if let Some(case) = case {
        ids.extend(case.facts.organisations.iter().copied());
    }
    let mut organisations: Vec<_> = people::names_of(conn, &ids, today)?
        .into_iter()
        .map(|(id, (name, _short))| (id, name))
        .collect();
    organisations.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    let mut bodies = around::councils(conn, board)?;
    bodies.insert(0, board);
    let mut bodies: Vec<_> = boards::chosen(conn, &bodies)?
        .into_iter()
        .map(|one| (one.id, one.name))
        .collect();
    bodies.sort_by_key(|(id, _)| (*id != board, *id));
    let chair = chair(conn, &data.board, reader, now)?;
    let roles = reader.roles.on(board);
    Ok(Choices {
        kinds: code_words::list(conn, "case_type")?,
        subjects: code_words::list(conn, "case_subject")?,
        organisations,
        bodies,
        coming: rules::coming(&open, &data, today),
        meeting_kinds: code_words::list(conn, "meeting_kind")?,
        chair,
        may_permit: roles.contains(&Role::Chair) || roles.contains(&Role::Secretariat),
        board: data.board,
    })
}

/// Who may let a case in late: the reader when they lead the meetings, else who does.
fn chair(
    conn: &mut Conn,
    board: &Board,
    reader: &Reader,
    now: Moment,
) -> Result<Option<(PersonId, String)>> {
    if reader.roles.on(board.id).contains(&Role::Chair) {
        return Ok(Some((reader.id, reader.name.clone())));
    }
    let sitting = boards::sitting(conn, board.id, board.today(now))?;
    let chair = sitting.into_iter().find(|one| one.role == Role::Chair);
    Ok(chair.map(|one| (one.person, one.name)))
}

/// Everything the page of a case shows to this reader.
///
/// # Errors
/// When the database fails.
pub fn page(
    conn: &mut Conn,
    case: Case,
    reader: &Reader,
    clearance: &Clearance,
    now: Moment,
) -> Result<CasePage> {
    let board = boards::board(conn, case.board)?;
    let today = board.today(now);
    let events = around::events(conn, case.id)?;
    let permissions = around::permissions(conn, case.id)?;
    let mut wanted: Vec<MeetingId> = events.iter().filter_map(|event| event.meeting).collect();
    wanted.extend(permissions.iter().map(|given| given.meeting));
    wanted.extend(case.meeting.into_iter().chain(case.facts.wanted_meeting));
    let body = match case.facts.responsible_board {
        Some(id) => Some(boards::board(conn, id)?.name),
        None => None,
    };
    let (former, later) = store::kin(conn, &case, clearance)?;
    // On a meeting the next case is that of its agenda; otherwise that of the next number.
    let (before, after) = match agenda::neighbours(conn, &case, clearance)? {
        Some(both) => both,
        None => store::neighbours(conn, &case, clearance)?,
    };
    let assessed = assess::assessed(conn, case.id.cast())?;
    let basis = assessed.as_ref().and_then(|(found, _, _)| found.basis);
    let basis = basis_of(conn, basis, today)?;
    let meetings = meetings(conn, wanted)?;
    let has_role = !reader.roles.on(case.board).is_empty();
    let is_called = case
        .meeting
        .is_some_and(|at| clearance.called_to.contains(&at));
    let may_recuse = has_role || is_called;
    let opens = meetings
        .keys()
        .copied()
        .filter(|at| has_role || clearance.called_to.contains(at))
        .collect();
    Ok(CasePage {
        kinds: code_words::list(conn, "case_type")?,
        subjects: code_words::list(conn, "case_subject")?,
        meeting_kinds: code_words::list(conn, "meeting_kind")?,
        meetings,
        organisations: prepared_by(conn, &case, today)?,
        body,
        proposer: proposer(conn, &case, &events)?,
        source: past::source(conn, case.id)?,
        events,
        talk: around::talk(conn, case.id)?,
        permissions,
        former,
        later,
        before,
        after,
        assessed,
        basis,
        kept: kept(conn, &case, reader, today)?,
        is_proposer: case.proposed_by == Some(reader.id),
        may_propose: through(conn, reader, case.board)?.is_some(),
        is_within: may_recuse || case.proposed_by == Some(reader.id),
        may_recuse,
        opens,
        board,
        case,
    })
}

/// Who proposed a case; of an imported one, with which its history begins, who imported it.
fn proposer(conn: &mut Conn, case: &Case, events: &[Event]) -> Result<String> {
    if let Some(person) = case.proposed_by {
        return Ok(people::person(conn, person)?.name);
    }
    let first = events.first().and_then(|event| event.who.clone());
    Ok(first.unwrap_or_default())
}

/// The provision that a case is exempt by.
fn basis_of(conn: &mut Conn, id: Option<RowId>, today: NaiveDate) -> Result<Option<LegalBasis>> {
    let Some(id) = id else {
        return Ok(None);
    };
    let mut bases = assess::bases(conn, today, Some(id))?.into_iter();
    Ok(bases.find(|one| one.id == id))
}

/// The names of the organisations that prepare a case.
fn prepared_by(conn: &mut Conn, case: &Case, today: NaiveDate) -> Result<Vec<String>> {
    let ids: Vec<_> = case.facts.organisations.iter().copied().collect();
    let mut names: Vec<String> = people::names_of(conn, &ids, today)?
        .into_values()
        .map(|(name, _short)| name)
        .collect();
    names.sort();
    Ok(names)
}

/// What the secretariat alone is shown.
fn kept(conn: &mut Conn, case: &Case, reader: &Reader, today: NaiveDate) -> Result<Option<Kept>> {
    if !reader.roles.is_secretary_of(case.board) {
        return Ok(None);
    }
    Ok(Some(Kept {
        officers: officers::of(conn, case.id)?,
        recusals: assess::recusals(conn, case.id)?,
        sitting: boards::sitting(conn, case.board, today)?,
    }))
}
