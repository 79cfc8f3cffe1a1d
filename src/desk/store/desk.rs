//! What stands on the desk. With a thousand boards each question is one search by board and date in an index; windows
//! of dates bound what is read.

use super::{PlaceRow, place};
use crate::db::Conn;
use crate::db::ids::{AppointmentId, BoardId, MeetingId, OrganisationId};
use crate::db::schema::{
    appointment, board, council_report, meeting, meeting_deadline, meeting_session, message,
    occasion, representation,
};
use crate::db::types::{Moment, Words};
use crate::desk::rules::SECRETARIAT_STAGES;
use crate::desk::{Alarms, DeskData, NearMeeting, OpenDeadline, OpenReport, Vacancy, rules};
use crate::error::Result;
use crate::mail::{MessageState, OccasionState, pass};
use crate::web::access::Role;
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;

/// How many rows each list of what needs someone shows.
const MOST: i64 = 10;
/// How many of the next deadlines stand on a page.
pub const PAGE: i64 = 20;
/// What is older than this is history, not work.
const BACK: Duration = Duration::days(90);
const AHEAD: Duration = Duration::days(30);
/// How long a meeting's time may still be open without anyone being told.
const TIMES_AHEAD: Duration = Duration::days(120);

/// Everything the desk shows of these boards; `page` from 0.
///
/// # Errors
/// When the database fails.
pub fn desk(
    conn: &mut Conn,
    boards: &[BoardId],
    today: NaiveDate,
    page: i64,
    now: Moment,
) -> Result<DeskData> {
    let week = now + Duration::days(7);
    let mut next = deadlines(conn, boards, (now, now + AHEAD), (PAGE + 1, page * PAGE))?;
    let more = i64::try_from(next.len()).is_ok_and(|found| found > PAGE);
    next.truncate(usize::try_from(PAGE).unwrap_or_default());
    Ok(DeskData {
        alarms: alarms(conn, boards, now)?,
        overdue: to_press(conn, boards, (now - BACK, now))?,
        this_week: to_press(conn, boards, (now, week))?,
        without_time: without_time(conn, boards, today)?,
        reports: reports(conn, boards, today)?,
        vacancies: vacancies(conn, boards, today)?,
        next,
        page,
        more,
    })
}

type DeadlineRow = (MeetingId, String, Moment, String, NaiveDate, PlaceRow);

fn open_deadline(row: DeadlineRow) -> Result<OpenDeadline> {
    let (meeting, stage, due, title, first_day, at) = row;
    Ok(OpenDeadline {
        meeting,
        stage,
        due,
        title,
        first_day,
        board: place(at)?,
    })
}

/// Open deadlines from one moment up to another, soonest first, of any stage.
fn deadlines(
    conn: &mut Conn,
    boards: &[BoardId],
    (from, until): (Moment, Moment),
    (limit, offset): (i64, i64),
) -> Result<Vec<OpenDeadline>> {
    let rows: Vec<DeadlineRow> = meeting_deadline::table
        .inner_join(meeting::table)
        .inner_join(board::table)
        .filter(meeting_deadline::board_id.eq_any(boards))
        .filter(
            meeting_deadline::due_at
                .ge(from)
                .and(meeting_deadline::due_at.lt(until)),
        )
        .filter(meeting_deadline::done_at.is_null())
        .filter(meeting::state.ne("cancelled"))
        .order((
            meeting_deadline::due_at.asc(),
            meeting_deadline::meeting_id.asc(),
            meeting_deadline::stage.asc(),
        ))
        .limit(limit)
        .offset(offset)
        .select((
            meeting_deadline::meeting_id,
            meeting_deadline::stage,
            meeting_deadline::due_at,
            meeting::title,
            meeting::first_day,
            (board::id, board::name, board::zone),
        ))
        .load(conn)?;
    rows.into_iter().map(open_deadline).collect()
}

/// Open deadlines that a button of the secretariat ends; the most urgent ten.
fn to_press(
    conn: &mut Conn,
    boards: &[BoardId],
    (from, until): (Moment, Moment),
) -> Result<Vec<OpenDeadline>> {
    let rows: Vec<DeadlineRow> = meeting_deadline::table
        .inner_join(meeting::table)
        .inner_join(board::table)
        .filter(meeting_deadline::board_id.eq_any(boards))
        .filter(
            meeting_deadline::due_at
                .ge(from)
                .and(meeting_deadline::due_at.lt(until)),
        )
        .filter(meeting_deadline::done_at.is_null())
        .filter(meeting_deadline::stage.eq_any(SECRETARIAT_STAGES))
        .filter(meeting::state.ne("cancelled"))
        .order((
            meeting_deadline::due_at.asc(),
            meeting_deadline::meeting_id.asc(),
        ))
        .limit(MOST)
        .select((
            meeting_deadline::meeting_id,
            meeting_deadline::stage,
            meeting_deadline::due_at,
            meeting::title,
            meeting::first_day,
            (board::id, board::name, board::zone),
        ))
        .load(conn)?;
    rows.into_iter().map(open_deadline).collect()
}

/// Meetings of the next months with a session that has no time yet.
fn without_time(conn: &mut Conn, boards: &[BoardId], today: NaiveDate) -> Result<Vec<NearMeeting>> {
    type Row = (MeetingId, String, String, NaiveDate, NaiveDate, PlaceRow);
    let mut rows: Vec<Row> = meeting_session::table
        .inner_join(meeting::table.inner_join(board::table))
        .filter(meeting::board_id.eq_any(boards))
        .filter(
            meeting::first_day
                .ge(today)
                .and(meeting::first_day.lt(today + TIMES_AHEAD)),
        )
        .filter(meeting::state.ne("cancelled"))
        .filter(meeting_session::starts.is_null())
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(MOST)
        .select((
            meeting::id,
            meeting::title,
            meeting::place,
            meeting::first_day,
            meeting::last_day,
            (board::id, board::name, board::zone),
        ))
        .load(conn)?;
    rows.dedup_by_key(|row| row.0);
    rows.into_iter()
        .map(|(id, title, at, first_day, last_day, of)| {
            Ok(NearMeeting {
                id,
                title,
                place: at,
                first_day,
                last_day,
                board: place(of)?,
            })
        })
        .collect()
}

fn reports(conn: &mut Conn, boards: &[BoardId], today: NaiveDate) -> Result<Vec<OpenReport>> {
    let rows: Vec<(String, NaiveDate, PlaceRow)> = council_report::table
        .inner_join(board::table)
        .filter(council_report::board_id.eq_any(boards))
        .filter(council_report::due_on.lt(today + AHEAD))
        .filter(council_report::delivered_at.is_null())
        .order((council_report::due_on.asc(), council_report::id.asc()))
        .limit(MOST)
        .select((
            council_report::title,
            council_report::due_on,
            (board::id, board::name, board::zone),
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(title, due_on, at)| {
            Ok(OpenReport {
                title,
                due_on,
                board: place(at)?,
            })
        })
        .collect()
}

/// Appointments in force that nobody uses today, those asked for earliest first.
fn vacancies(conn: &mut Conn, boards: &[BoardId], today: NaiveDate) -> Result<Vec<Vacancy>> {
    type Row = (
        AppointmentId,
        Role,
        Option<OrganisationId>,
        Option<NaiveDate>,
        PlaceRow,
    );
    let used = representation::table
        .filter(representation::appointment_id.eq(appointment::id))
        .filter(representation::valid_from.le(today))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(today)),
        );
    let rows: Vec<Row> = appointment::table
        .inner_join(board::table)
        .filter(appointment::board_id.eq_any(boards))
        .filter(appointment::valid_from.le(today))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(today)),
        )
        .filter(diesel::dsl::not(diesel::dsl::exists(used)))
        .order((appointment::name_by.asc(), appointment::id.asc()))
        .limit(MOST)
        .select((
            appointment::id,
            appointment::role,
            appointment::organisation_id,
            appointment::name_by,
            (board::id, board::name, board::zone),
        ))
        .load(conn)?;
    let organisations: Vec<OrganisationId> = rows.iter().filter_map(|row| row.2).collect();
    let names = super::me::organisation_names(conn, &organisations, today)?;
    rows.into_iter()
        .map(|(appointment, role, organisation, name_by, at)| {
            Ok(Vacancy {
                appointment,
                role,
                organisation: organisation.and_then(|id| names.get(&id).cloned()),
                name_by,
                board: place(at)?,
            })
        })
        .collect()
}

/// What is wrong. Only what can still be helped counts: an occasion that has expired is history.
fn alarms(conn: &mut Conn, boards: &[BoardId], now: Moment) -> Result<Alarms> {
    let dead = message::table
        .filter(message::board_id.eq_any(boards.iter().map(|id| Some(*id))))
        .filter(message::state.eq(MessageState::Dead))
        .filter(message::created_at.ge(now - BACK))
        .count()
        .get_result(conn)?;
    let mut count = |state: OccasionState| -> Result<i64> {
        Ok(occasion::table
            .filter(occasion::board_id.eq_any(boards.iter().map(|id| Some(*id))))
            .filter(occasion::state.eq(state))
            .filter(occasion::settled_at.ge(now - BACK))
            .filter(occasion::expires.gt(now))
            .count()
            .get_result(conn)?)
    };
    let (nobody, broken) = (count(OccasionState::Nobody)?, count(OccasionState::Broken)?);
    let mail_off: Vec<(BoardId, Words)> = board::table
        .filter(board::id.eq_any(boards))
        .filter(
            board::mail_on_from
                .is_null()
                .or(board::mail_on_from.gt(now)),
        )
        .order(board::slug.asc())
        .limit(MOST)
        .select((board::id, board::name))
        .load(conn)?;
    let last_pass = pass::last(conn)?;
    Ok(Alarms {
        last_pass,
        is_late: rules::is_late(last_pass, now),
        dead,
        nobody,
        broken,
        mail_off,
    })
}
