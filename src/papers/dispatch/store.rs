//! The rows of dispatches: only added, never changed.

use super::rules::{self, Closure};
use super::{Dispatch, Recipient};
use crate::boards::{Board, store as boards};
use crate::cases::store as cases;
use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{BoardId, CaseId, MeetingId, PaperId, PersonId, RowId};
use crate::db::schema::{
    dispatch, dispatch_paper, dispatch_recipient, paper, person, recusal, replacement,
};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::meetings::replies::ReplacementState;
use crate::web::access::Role;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

type Row = (RowId, BoardId, MeetingId, i64, String, PersonId, Moment);

fn gather(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Dispatch>> {
    let ids = rows.iter().map(|row| row.0);
    let papers: Vec<(RowId, PaperId, i64)> = dispatch_paper::table
        .filter(among(dispatch_paper::dispatch_id, ids))
        .order((
            dispatch_paper::dispatch_id.asc(),
            dispatch_paper::paper_id.asc(),
        ))
        .select((
            dispatch_paper::dispatch_id,
            dispatch_paper::paper_id,
            dispatch_paper::number,
        ))
        .load(conn)?;
    let mut by_dispatch: HashMap<RowId, Vec<(PaperId, i64)>> = HashMap::new();
    for (of, paper, number) in papers {
        by_dispatch.entry(of).or_default().push((paper, number));
    }
    let whole = |(id, board, meeting, number, paragraph, sent_by, at): Row| Dispatch {
        papers: by_dispatch.remove(&id).unwrap_or_default(),
        id,
        board,
        meeting,
        number,
        paragraph,
        sent_by,
        at,
    };
    Ok(rows.into_iter().map(whole).collect())
}

const COLUMNS: (
    dispatch::id,
    dispatch::board_id,
    dispatch::meeting_id,
    dispatch::number,
    dispatch::paragraph,
    dispatch::sent_by,
    dispatch::sent_at,
) = (
    dispatch::id,
    dispatch::board_id,
    dispatch::meeting_id,
    dispatch::number,
    dispatch::paragraph,
    dispatch::sent_by,
    dispatch::sent_at,
);

/// Everything that went out for a meeting, the first first.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(conn: &mut Conn, of: MeetingId) -> Result<Vec<Dispatch>> {
    let rows: Vec<Row> = dispatch::table
        .filter(dispatch::meeting_id.eq(of))
        .order(dispatch::number.asc())
        .select(COLUMNS)
        .load(conn)?;
    gather(conn, rows)
}

/// One dispatch; none when there is none with this id.
///
/// # Errors
/// When the database fails.
pub fn dispatch(conn: &mut Conn, id: RowId) -> Result<Option<Dispatch>> {
    let row: Option<Row> = dispatch::table
        .find(id)
        .select(COLUMNS)
        .first(conn)
        .optional()?;
    Ok(gather(conn, row.into_iter().collect())?.pop())
}

/// Writes a dispatch and whom it was for.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, new: &Dispatch, to: &[Recipient]) -> Result<()> {
    diesel::insert_into(dispatch::table)
        .values((
            dispatch::id.eq(new.id),
            dispatch::board_id.eq(new.board),
            dispatch::meeting_id.eq(new.meeting),
            dispatch::number.eq(new.number),
            dispatch::paragraph.eq(&new.paragraph),
            dispatch::sent_by.eq(new.sent_by),
            dispatch::sent_at.eq(new.at),
        ))
        .execute(conn)?;
    for (paper, number) in &new.papers {
        diesel::insert_into(dispatch_paper::table)
            .values((
                dispatch_paper::dispatch_id.eq(new.id),
                dispatch_paper::paper_id.eq(paper),
                dispatch_paper::number.eq(number),
            ))
            .execute(conn)?;
    }
    for one in to {
        diesel::insert_into(dispatch_recipient::table)
            .values((
                dispatch_recipient::dispatch_id.eq(new.id),
                dispatch_recipient::person_id.eq(one.person),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Whom each of these dispatches was for, by name.
///
/// # Errors
/// When the database fails.
pub fn sent_to(conn: &mut Conn, of: &[RowId]) -> Result<Vec<(RowId, PersonId, String)>> {
    Ok(dispatch_recipient::table
        .inner_join(person::table)
        .filter(among(dispatch_recipient::dispatch_id, of))
        .order((person::name.asc(), person::id.asc()))
        .select((dispatch_recipient::dispatch_id, person::id, person::name))
        .load(conn)?)
}

/// Who reads the papers of a meeting today: those whose role lets them, and the deputies who are confirmed. Each once, by
/// name.
///
/// # Errors
/// When the database fails.
pub fn readers(
    conn: &mut Conn,
    board: &Board,
    of: MeetingId,
    now: Moment,
) -> Result<Vec<Recipient>> {
    let also = cases::setting(conn, board.id)?.reader_roles;
    let reads = |role: Role| matches!(role, Role::Chair | Role::Member) || also.contains(&role);
    let mut found: Vec<Recipient> = boards::sitting(conn, board.id, board.today(now))?
        .into_iter()
        .filter(|one| reads(one.role))
        .map(|one| Recipient {
            person: one.person,
            name: one.name,
            address: one.address,
            language: one.language,
        })
        .collect();
    let deputies: Vec<(PersonId, String, Option<String>, String)> = replacement::table
        .inner_join(person::table.on(person::id.eq(replacement::person_id)))
        .filter(replacement::meeting_id.eq(of))
        .filter(replacement::state.eq(ReplacementState::Confirmed))
        .select((person::id, person::name, person::address, person::language))
        .load(conn)?;
    found.extend(
        deputies
            .into_iter()
            .map(|(person, name, address, language)| Recipient {
                person,
                name,
                address,
                language: Language::from_tag(&language).unwrap_or(Language::NB),
            }),
    );
    found.sort_by(|a, b| (&a.name, a.person).cmp(&(&b.name, b.person)));
    found.dedup_by_key(|one| one.person);
    Ok(found)
}

/// The case of each of these papers.
///
/// # Errors
/// When the database fails.
pub fn cases_of(conn: &mut Conn, of: &[PaperId]) -> Result<HashMap<PaperId, CaseId>> {
    let rows: Vec<(PaperId, CaseId)> = paper::table
        .filter(among(paper::id, of))
        .select((paper::id, paper::case_id))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// To whom these cases have been closed, from when and until when.
///
/// # Errors
/// When the database fails.
pub fn closures(conn: &mut Conn, of: &[CaseId]) -> Result<Vec<Closure>> {
    let rows: Vec<(CaseId, PersonId, Moment, Option<Moment>)> = recusal::table
        .filter(among(recusal::case_id, of))
        .order((recusal::declared_at.asc(), recusal::id.asc()))
        .select((
            recusal::case_id,
            recusal::person_id,
            recusal::declared_at,
            recusal::withdrawn_at,
        ))
        .load(conn)?;
    let closures = rows.into_iter().map(|(case, person, from, until)| Closure {
        case,
        person,
        from,
        until,
    });
    Ok(closures.collect())
}

/// Those among these readers who may read something of these papers now: to the others every case of them is closed.
///
/// # Errors
/// When the database fails.
pub fn concerned(
    conn: &mut Conn,
    mut readers: Vec<Recipient>,
    of: &[(PaperId, i64)],
    now: Moment,
) -> Result<Vec<Recipient>> {
    let papers: Vec<PaperId> = of.iter().map(|(id, _)| *id).collect();
    let cases: BTreeSet<CaseId> = cases_of(conn, &papers)?.into_values().collect();
    let cases: Vec<CaseId> = cases.into_iter().collect();
    let closures = closures(conn, &cases)?;
    readers.retain(|one| {
        let closed = rules::closed_at(&closures, &cases, one.person, now);
        rules::is_for(&cases, &closed)
    });
    Ok(readers)
}

/// Those whom a dispatch was for who still read something of it.
///
/// # Errors
/// `NotFound` when the dispatch is not there, or when the database fails.
pub fn still_readers(
    conn: &mut Conn,
    board: &Board,
    of: &Dispatch,
    now: Moment,
) -> Result<Vec<Recipient>> {
    let to: Vec<PersonId> = dispatch_recipient::table
        .filter(dispatch_recipient::dispatch_id.eq(of.id))
        .select(dispatch_recipient::person_id)
        .load(conn)?;
    if to.is_empty() {
        return Err(Error::NotFound);
    }
    let mut readers = readers(conn, board, of.meeting, now)?;
    readers.retain(|one| to.contains(&one.person));
    concerned(conn, readers, &of.papers, now)
}
