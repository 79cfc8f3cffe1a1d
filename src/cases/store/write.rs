//! What changes the rows of cases. Each change of a case tests the version that was read (stale edits).

use crate::cases::{Case, CaseNumber, CaseState, Setting};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, MeetingId, PersonId, RowId};
use crate::db::schema::{
    board_case, case_counter, case_event, case_organisation, case_setting, early_talk,
    late_permission,
};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Takes the next number of a series.
///
/// It comes first in its transaction, so that two who take at the same time wait for
/// each other; when the rest of the transaction fails, the number is free again (F48).
///
/// # Errors
/// When the database fails.
pub fn take_number(conn: &mut Conn, board: BoardId, series: &str) -> Result<i64> {
    let row = case_counter::table.find((board, series));
    let taken: Option<i64> = diesel::update(row)
        .set(case_counter::last.eq(case_counter::last + 1))
        .returning(case_counter::last)
        .get_result(conn)
        .optional()?;
    if let Some(taken) = taken {
        return Ok(taken);
    }
    diesel::insert_into(case_counter::table)
        .values((
            case_counter::board_id.eq(board),
            case_counter::series.eq(series),
            case_counter::last.eq(1),
        ))
        .execute(conn)?;
    Ok(1)
}

/// Writes a new case; false when one with its id stands already, so that a form sent twice proposes once.
///
/// # Errors
/// `NotFound` when nobody proposes it, or when the database fails.
pub fn create(conn: &mut Conn, new: &Case) -> Result<bool> {
    let standing: i64 = board_case::table
        .filter(board_case::id.eq(new.id))
        .count()
        .get_result(conn)?;
    if standing > 0 {
        return Ok(false);
    }
    let (facts, access) = (&new.facts, &new.access);
    diesel::insert_into(board_case::table)
        .values((
            (
                board_case::id.eq(new.id),
                board_case::board_id.eq(new.board),
                board_case::title.eq(&facts.title),
                board_case::public_title.eq(&facts.public_title),
                board_case::kind.eq(&facts.kind),
                board_case::subject.eq(&facts.subject),
                board_case::language.eq(facts.language.tag()),
                board_case::description.eq(&facts.description),
                board_case::archive_reference.eq(&facts.archive_reference),
                board_case::responsible_board_id.eq(facts.responsible_board),
                board_case::affects_municipalities.eq(facts.affects_municipalities),
                board_case::follows_id.eq(facts.follows),
                board_case::wanted_meeting_id.eq(facts.wanted_meeting),
            ),
            (
                board_case::state.eq(new.state),
                board_case::proposed_by.eq(new.proposed_by.ok_or(Error::NotFound)?),
                board_case::proposed_through.eq(new.proposed_through),
                board_case::proposed_at.eq(new.proposed_at),
                board_case::audience.eq(access.audience),
                board_case::assessment.eq(access.assessment),
                board_case::title_exempt.eq(access.title_exempt),
                board_case::open_from.eq(access.open_from),
                board_case::withdrawn_at.eq(access.withdrawn_at),
                board_case::version.eq(new.version),
            ),
        ))
        .execute(conn)?;
    write_organisations(conn, new)?;
    Ok(true)
}

/// Writes a changed case, and the number that it is given now, if it is; gives it back with its new version.
///
/// # Errors
/// `Stale` when someone saved after `changed` was read, or when the database fails.
pub fn update(conn: &mut Conn, changed: &Case, given: Option<(&str, i64, i32)>) -> Result<Case> {
    let as_read = board_case::table.filter(
        board_case::id
            .eq(changed.id)
            .and(board_case::version.eq(changed.version)),
    );
    let (facts, access) = (&changed.facts, &changed.access);
    let rows = diesel::update(as_read)
        .set((
            (
                board_case::title.eq(&facts.title),
                board_case::public_title.eq(&facts.public_title),
                board_case::kind.eq(&facts.kind),
                board_case::subject.eq(&facts.subject),
                board_case::language.eq(facts.language.tag()),
                board_case::description.eq(&facts.description),
                board_case::archive_reference.eq(&facts.archive_reference),
                board_case::responsible_board_id.eq(facts.responsible_board),
                board_case::affects_municipalities.eq(facts.affects_municipalities),
                board_case::wanted_meeting_id.eq(facts.wanted_meeting),
            ),
            (
                board_case::meeting_id.eq(changed.meeting),
                board_case::state.eq(changed.state),
                board_case::audience.eq(access.audience),
                board_case::assessment.eq(access.assessment),
                board_case::title_exempt.eq(access.title_exempt),
                board_case::open_from.eq(access.open_from),
                board_case::withdrawn_at.eq(access.withdrawn_at),
                board_case::version.eq(changed.version + 1),
            ),
        ))
        .execute(conn)?;
    if rows == 0 {
        return Err(Error::Stale);
    }
    let mut saved = changed.clone();
    saved.version += 1;
    if let Some((series, sequence, year)) = given {
        diesel::update(board_case::table.find(changed.id))
            .set((
                board_case::series.eq(series),
                board_case::sequence.eq(sequence),
                board_case::year.eq(i64::from(year)),
            ))
            .execute(conn)?;
        saved.number = CaseNumber::new(sequence, year).ok();
    }
    diesel::delete(case_organisation::table.filter(case_organisation::case_id.eq(changed.id)))
        .execute(conn)?;
    write_organisations(conn, changed)?;
    Ok(saved)
}

fn write_organisations(conn: &mut Conn, of: &Case) -> Result<()> {
    for organisation in &of.facts.organisations {
        diesel::insert_into(case_organisation::table)
            .values((
                case_organisation::case_id.eq(of.id),
                case_organisation::organisation_id.eq(organisation),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Writes down that a case came to a state.
///
/// # Errors
/// When the database fails.
pub fn add_event(
    conn: &mut Conn,
    of: &Case,
    by: Option<PersonId>,
    reason: &str,
    now: Moment,
) -> Result<()> {
    let meeting = of.meeting.filter(|_| of.state == CaseState::Scheduled);
    diesel::insert_into(case_event::table)
        .values((
            case_event::id.eq(RowId::new()),
            case_event::case_id.eq(of.id),
            case_event::state.eq(of.state),
            case_event::at.eq(now),
            case_event::by_id.eq(by),
            case_event::reason.eq(reason),
            case_event::meeting_id.eq(meeting),
        ))
        .execute(conn)?;
    Ok(())
}

/// Records the talk with KS; the first record stands. False when one stood already.
///
/// # Errors
/// When the database fails.
pub fn add_talk(
    conn: &mut Conn,
    case: CaseId,
    held_on: NaiveDate,
    with_whom: &str,
    by: PersonId,
    now: Moment,
) -> Result<bool> {
    let standing: i64 = early_talk::table
        .filter(early_talk::case_id.eq(case))
        .count()
        .get_result(conn)?;
    if standing > 0 {
        return Ok(false);
    }
    diesel::insert_into(early_talk::table)
        .values((
            early_talk::case_id.eq(case),
            early_talk::held_on.eq(held_on),
            early_talk::with_whom.eq(with_whom),
            early_talk::recorded_by.eq(by),
            early_talk::recorded_at.eq(now),
        ))
        .execute(conn)?;
    Ok(true)
}

/// Keeps that the chair lets a case into a meeting after the deadline; the first permission stands.
///
/// # Errors
/// When the database fails.
pub fn permit(
    conn: &mut Conn,
    (case, meeting): (CaseId, MeetingId),
    given_by: PersonId,
    recorded_by: PersonId,
    reason: &str,
    now: Moment,
) -> Result<()> {
    if is_permitted(conn, case, meeting)? {
        return Ok(());
    }
    diesel::insert_into(late_permission::table)
        .values((
            late_permission::id.eq(RowId::new()),
            late_permission::case_id.eq(case),
            late_permission::meeting_id.eq(meeting),
            late_permission::given_by.eq(given_by),
            late_permission::recorded_by.eq(recorded_by),
            late_permission::recorded_at.eq(now),
            late_permission::reason.eq(reason),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whether the chair has let a case into a meeting after the deadline.
///
/// # Errors
/// When the database fails.
pub fn is_permitted(conn: &mut Conn, case: CaseId, meeting: MeetingId) -> Result<bool> {
    let standing: i64 = late_permission::table
        .filter(late_permission::case_id.eq(case))
        .filter(late_permission::meeting_id.eq(meeting))
        .count()
        .get_result(conn)?;
    Ok(standing > 0)
}

/// Writes what a board lays down about its cases.
///
/// # Errors
/// `Stale` when someone saved after `changed` was read, or when the database fails.
pub fn put_setting(conn: &mut Conn, of: BoardId, changed: &Setting) -> Result<()> {
    let roles: Vec<&str> = changed
        .reader_roles
        .iter()
        .map(|role| role.code())
        .collect();
    let values = (
        case_setting::numbering.eq(changed.numbering),
        case_setting::reader_roles.eq(roles.join(",")),
        case_setting::talk_reminder_days.eq(changed.talk_reminder_days),
        case_setting::version.eq(changed.version + 1),
    );
    if super::setting(conn, of)?.version != changed.version {
        return Err(Error::Stale);
    }
    if changed.version == 0 {
        diesel::insert_into(case_setting::table)
            .values((case_setting::board_id.eq(of), values))
            .execute(conn)?;
    } else {
        diesel::update(case_setting::table.find(of))
            .set(values)
            .execute(conn)?;
    }
    Ok(())
}
