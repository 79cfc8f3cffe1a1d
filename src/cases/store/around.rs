//! What the pages and mails of cases ask of other rows: history, talks, permissions, people and councils.

use crate::cases::rules::Untalked;
use crate::cases::{CaseState, Event, Permission, Talk, Turn};
use crate::db::ids::{BoardId, CaseId, MeetingId, OrganisationId, PersonId};
use crate::db::schema::{
    appointment, board, board_case, case_event, early_talk, late_permission, person, recusal,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// What has happened to a case, first to last: the states it came to, and whose conflicts of interest it has had. Why
/// someone has one is not told.
///
/// # Errors
/// When the database fails.
pub fn events(conn: &mut Conn, case: CaseId) -> Result<Vec<Event>> {
    type Row = (CaseState, Moment, Option<String>, String, Option<MeetingId>);
    let rows: Vec<Row> = case_event::table
        .left_join(person::table.on(person::id.nullable().eq(case_event::by_id)))
        .filter(case_event::case_id.eq(case))
        .order((case_event::at.asc(), case_event::id.asc()))
        .select((
            case_event::state,
            case_event::at,
            person::name.nullable(),
            case_event::reason,
            case_event::meeting_id,
        ))
        .load(conn)?;
    let event = |(state, at, who, reason, meeting)| Event {
        turn: Turn::To(state),
        at,
        who,
        whose: None,
        reason,
        meeting,
    };
    let mut events: Vec<Event> = rows.into_iter().map(event).collect();
    events.extend(recusals(conn, case)?);
    events.sort_by_key(|event| event.at);
    Ok(events)
}

/// The conflicts of interest that a case has had, and the ends of those that were withdrawn: whose, and who said so.
fn recusals(conn: &mut Conn, case: CaseId) -> Result<Vec<Event>> {
    type Row = (
        (PersonId, String),
        (PersonId, Moment),
        (Option<PersonId>, Option<Moment>),
    );
    let rows: Vec<Row> = recusal::table
        .inner_join(person::table.on(person::id.eq(recusal::person_id)))
        .filter(recusal::case_id.eq(case))
        .order((recusal::declared_at.asc(), recusal::id.asc()))
        .select((
            (recusal::person_id, person::name),
            (recusal::declared_by, recusal::declared_at),
            (recusal::withdrawn_by, recusal::withdrawn_at),
        ))
        .load(conn)?;
    let did = rows.iter().flat_map(|row| [Some(row.1.0), row.2.0]);
    let names = names(conn, did.flatten())?;
    let event = |turn: Turn, at: Moment, of: &(PersonId, String), by: Option<PersonId>| Event {
        turn,
        at,
        who: by.and_then(|by| names.get(&by).cloned()),
        whose: (by != Some(of.0)).then(|| of.1.clone()),
        reason: String::new(),
        meeting: None,
    };
    let mut events = Vec::new();
    for (of, (declared_by, declared_at), (withdrawn_by, withdrawn_at)) in rows {
        events.push(event(Turn::Recused, declared_at, &of, Some(declared_by)));
        events.extend(withdrawn_at.map(|at| event(Turn::Readmitted, at, &of, withdrawn_by)));
    }
    Ok(events)
}

/// The talk with KS, once it is recorded.
///
/// # Errors
/// When the database fails.
pub fn talk(conn: &mut Conn, case: CaseId) -> Result<Option<Talk>> {
    let row: Option<(NaiveDate, String, String)> = early_talk::table
        .inner_join(person::table.on(person::id.eq(early_talk::recorded_by)))
        .filter(early_talk::case_id.eq(case))
        .select((early_talk::held_on, early_talk::with_whom, person::name))
        .first(conn)
        .optional()?;
    Ok(row.map(|(held_on, with_whom, recorded_by)| Talk {
        held_on,
        with_whom,
        recorded_by,
    }))
}

/// The chair's permissions for a case.
///
/// # Errors
/// When the database fails.
pub fn permissions(conn: &mut Conn, case: CaseId) -> Result<Vec<Permission>> {
    type Row = (MeetingId, PersonId, PersonId, Moment, String);
    let rows: Vec<Row> = late_permission::table
        .filter(late_permission::case_id.eq(case))
        .order(late_permission::recorded_at.asc())
        .select((
            late_permission::meeting_id,
            late_permission::given_by,
            late_permission::recorded_by,
            late_permission::recorded_at,
            late_permission::reason,
        ))
        .load(conn)?;
    let names = names(conn, rows.iter().flat_map(|row| [row.1, row.2]))?;
    let name = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let permission = |(meeting, given_by, recorded_by, recorded_at, reason)| Permission {
        meeting,
        given_by: name(given_by),
        recorded_by: name(recorded_by),
        recorded_at,
        reason,
    };
    Ok(rows.into_iter().map(permission).collect())
}

/// What these people are called.
///
/// # Errors
/// When the database fails.
pub fn names(
    conn: &mut Conn,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let rows: Vec<(PersonId, String)> = person::table
        .filter(among(person::id, ids))
        .select((person::id, person::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The councils below a board.
///
/// # Errors
/// When the database fails.
pub fn councils(conn: &mut Conn, of: BoardId) -> Result<Vec<BoardId>> {
    Ok(board::table
        .filter(board::parent_id.eq(of))
        .select(board::id)
        .load(conn)?)
}

/// The organisations with a role on a board on a day: those that usually prepare its cases.
///
/// # Errors
/// When the database fails.
pub fn organisations(conn: &mut Conn, of: BoardId, on: NaiveDate) -> Result<Vec<OrganisationId>> {
    let found: Vec<Option<OrganisationId>> = appointment::table
        .filter(appointment::board_id.eq(of))
        .filter(appointment::organisation_id.is_not_null())
        .filter(appointment::valid_from.le(on))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(on)),
        )
        .select(appointment::organisation_id)
        .distinct()
        .load(conn)?;
    Ok(found.into_iter().flatten().collect())
}

/// The board's cases that affect municipalities, are not dealt with, and whose talk with KS is not recorded.
///
/// # Errors
/// When the database fails.
pub fn untalked(conn: &mut Conn, of: BoardId) -> Result<Vec<Untalked>> {
    let over = [CaseState::Declined, CaseState::Treated, CaseState::Closed];
    let rows: Vec<(CaseId, Moment)> = board_case::table
        .left_join(early_talk::table)
        .filter(board_case::board_id.eq(of))
        .filter(board_case::affects_municipalities)
        .filter(board_case::state.ne_all(over))
        .filter(early_talk::case_id.is_null())
        .order(board_case::id.asc())
        .select((board_case::id, board_case::proposed_at))
        .load(conn)?;
    let untalked = |(case, proposed_at)| Untalked { case, proposed_at };
    Ok(rows.into_iter().map(untalked).collect())
}
