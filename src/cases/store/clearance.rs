//! What one reader may read now, in four short queries, each of one person's rows.
//!
//! It is made of their roles, the board's data, the meetings they are called to as deputies, what was opened for them,
//! and the cases that are closed to them.

use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{BoardId, CaseId, MeetingId, PersonId, RowId};
use crate::db::schema::{case_setting, meeting, opening, recusal, replacement};
use crate::db::types::Moment;
use crate::error::Result;
use crate::meetings::MeetingState;
use crate::meetings::replies::ReplacementState;
use crate::web::access::{Clearance, Role};
use crate::web::{Reader, Roles};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// A reader's clearance now.
///
/// # Errors
/// When the database fails.
pub fn of(conn: &mut Conn, reader: &Reader, now: Moment) -> Result<Clearance> {
    let mut clearance = Clearance::of_nobody(now);
    let roles = &reader.roles;
    clearance.keeps = roles.secretary_of().into_iter().collect();
    clearance.is_service_owner = !roles.service_owner_of.is_empty();
    clearance.prepares = roles.prepares.iter().map(|case| case.cast()).collect();
    clearance.reads = reads(conn, roles)?;
    clearance.called_to = called_to(conn, reader.id)?;
    clearance.opened = opened(conn, reader, now)?;
    let closed: Vec<RowId> = recusal::table
        .filter(recusal::person_id.eq(reader.id))
        .filter(recusal::withdrawn_at.is_null())
        .select(recusal::case_id)
        .load(conn)?;
    clearance.closed = closed.into_iter().collect();
    Ok(clearance)
}

/// Members and chairs read; deputies, observers and aides where board data lets them.
fn reads(conn: &mut Conn, roles: &Roles) -> Result<BTreeSet<BoardId>> {
    let is_member = |role: Role| matches!(role, Role::Member | Role::Chair);
    let (members, others): (Vec<_>, Vec<_>) = (roles.boards.iter().copied())
        .filter(|(_, role)| *role != Role::Secretariat)
        .partition(|(_, role)| is_member(*role));
    let mut reads: BTreeSet<BoardId> = members.into_iter().map(|(board, _)| board).collect();
    if others.is_empty() {
        return Ok(reads);
    }
    let lets: Vec<(BoardId, String)> = case_setting::table
        .filter(among(
            case_setting::board_id,
            others.iter().map(|(board, _)| *board),
        ))
        .select((case_setting::board_id, case_setting::reader_roles))
        .load(conn)?;
    let lets: HashMap<BoardId, String> = lets.into_iter().collect();
    let is_let = |board: BoardId, role: Role| {
        let roles = lets.get(&board);
        roles.is_some_and(|roles| roles.split(',').any(|code| code == role.code()))
    };
    reads.extend(
        others
            .into_iter()
            .filter(|(board, role)| is_let(*board, *role))
            .map(|it| it.0),
    );
    Ok(reads)
}

/// Until the minutes are out, the confirmed deputies read what the meeting deals with.
fn called_to(conn: &mut Conn, person: PersonId) -> Result<BTreeSet<MeetingId>> {
    let over = [MeetingState::Closed, MeetingState::Cancelled];
    let meetings: Vec<MeetingId> = replacement::table
        .inner_join(meeting::table)
        .filter(replacement::person_id.eq(person))
        .filter(replacement::state.eq(ReplacementState::Confirmed))
        .filter(meeting::state.ne_all(over))
        .select(replacement::meeting_id)
        .load(conn)?;
    Ok(meetings.into_iter().collect())
}

/// What was opened through a board ends with the last role on it.
fn opened(conn: &mut Conn, reader: &Reader, now: Moment) -> Result<BTreeSet<RowId>> {
    let rows: Vec<(RowId, Option<BoardId>)> = opening::table
        .filter(opening::person_id.eq(reader.id))
        .filter(opening::withdrawn_at.is_null())
        .filter(
            opening::valid_until
                .is_null()
                .or(opening::valid_until.gt(now)),
        )
        .select((opening::object_id, opening::through_board_id))
        .load(conn)?;
    let holds = |board: BoardId| !reader.roles.on(board).is_empty();
    let open = rows
        .into_iter()
        .filter(|(_, through)| through.is_none_or(holds));
    Ok(open.map(|(object, _)| object).collect())
}

/// Whether a case is closed to someone.
///
/// # Errors
/// When the database fails.
pub fn is_closed(conn: &mut Conn, case: CaseId, person: PersonId) -> Result<bool> {
    let standing: i64 = recusal::table
        .filter(recusal::case_id.eq(case))
        .filter(recusal::person_id.eq(person))
        .filter(recusal::withdrawn_at.is_null())
        .count()
        .get_result(conn)?;
    Ok(standing > 0)
}

/// The people to whom a case is closed: they get no mail about it.
///
/// # Errors
/// When the database fails.
pub fn closed_to(conn: &mut Conn, case: CaseId) -> Result<BTreeSet<PersonId>> {
    let people: Vec<PersonId> = recusal::table
        .filter(recusal::case_id.eq(case))
        .filter(recusal::withdrawn_at.is_null())
        .select(recusal::person_id)
        .load(conn)?;
    Ok(people.into_iter().collect())
}

/// The same of several cases at once; those closed to nobody are left out.
///
/// # Errors
/// When the database fails.
pub fn closed_by_case(
    conn: &mut Conn,
    cases: &[CaseId],
) -> Result<HashMap<CaseId, BTreeSet<PersonId>>> {
    let rows: Vec<(CaseId, PersonId)> = recusal::table
        .filter(among(recusal::case_id, cases))
        .filter(recusal::withdrawn_at.is_null())
        .select((recusal::case_id, recusal::person_id))
        .load(conn)?;
    let mut closed: HashMap<CaseId, BTreeSet<PersonId>> = HashMap::new();
    for (case, person) in rows {
        closed.entry(case).or_default().insert(person);
    }
    Ok(closed)
}

/// Opens one object for one person, as long as they have a role on the board that they came through.
///
/// # Errors
/// When the database fails.
pub fn open_for(
    conn: &mut Conn,
    (kind, object): (&str, RowId),
    person: PersonId,
    through: BoardId,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(opening::table)
        .values((
            opening::id.eq(RowId::new()),
            opening::object_kind.eq(kind),
            opening::object_id.eq(object),
            opening::person_id.eq(person),
            opening::through_board_id.eq(through),
            opening::given_by.eq(by),
            opening::given_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}
