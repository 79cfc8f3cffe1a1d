//! What stands on the desk.
//!
//! Open deadlines, open times and alarms are few, and have indexes of their own by date: each
//! question walks one of these within a window of dates, looks for the reader's boards, and ends when its list is
//! full. Left alone, SQLite would instead search every board's whole history; `past_index`, and reading the boards'
//! names afterwards, keep it from that.

use super::term_ends::term_ends;
use super::{PlaceRow, Places, deputies, minutes, place, places};
use crate::calendar::local_date;
use crate::cases::store::clearance;
use crate::db::ids::{AppointmentId, BoardId, MeetingId, OrganisationId};
use crate::db::schema::{
    appointment, board, council_report, meeting, meeting_deadline, meeting_session, message,
    occasion, representation,
};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::desk::{
    Alarms, DeskData, NearMeeting, OpenDeadline, OpenReport, Place, Title, Vacancy, rules,
};
use crate::error::Result;
use crate::mail::{OccasionState, pass};
use crate::meetings::MeetingState;
use crate::meetings::notices::{self, NoticeKind};
use crate::meetings::store::around;
use crate::minutes::actions::store as actions;
use crate::people::store as people;
use crate::web::Reader;
use crate::web::access::{Clearance, Role};
use chrono::{Duration, NaiveDate};
use diesel::dsl::{not, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::BTreeSet;

/// How many rows each list of what needs someone shows.
const MOST: i64 = 10;
/// How many of the next deadlines stand on a page.
pub const PAGE: i64 = 20;
/// What is older than this is history, not work.
const BACK: Duration = Duration::days(90);
const AHEAD: Duration = Duration::days(30);
/// A secretariat of more boards is told of vacancies and ends of terms on those that stand on the desk: each appointment
/// is looked up.
const VACANCIES_OF: usize = 100;
/// How long a meeting's time may still be open without anyone being told.
const TIMES_AHEAD: Duration = Duration::days(120);

/// Everything the desk shows of these boards; `page` from 0.
///
/// # Errors
/// When the database fails.
pub fn desk(
    conn: &mut Conn,
    reader: &Reader,
    boards: &[BoardId],
    today: NaiveDate,
    page: i64,
    now: Moment,
) -> Result<DeskData> {
    let week = now + Duration::days(7);
    let overdue = to_press(conn, boards, (now - BACK, now))?;
    let this_week = to_press(conn, boards, (now, week))?;
    let part = (PAGE + 1, page * PAGE);
    let mut next = deadlines(conn, boards, (now, now + AHEAD), this_week.last(), part)?;
    let more = i64::try_from(next.len()).is_ok_and(|found| found > PAGE);
    next.truncate(usize::try_from(PAGE).unwrap_or_default());
    let shown = next.iter().chain(&overdue).chain(&this_week);
    let shown: Vec<BoardId> = shown.map(|row| row.board.id).collect();
    let cut = boards.len() > VACANCIES_OF;
    let looked_up: &[BoardId] = if cut { &shown } else { boards };
    let reads = clearance::of(conn, reader, now)?;
    Ok(DeskData {
        alarms: alarms(conn, boards, now)?,
        overdue,
        this_week,
        without_time: without_time(conn, boards, today)?,
        untold: untold(conn, boards, today, now)?,
        today,
        minutes: minutes::waiting(conn, (reader, &reads), boards, (today, now))?,
        reports: reports(conn, boards, today)?,
        term_ends: term_ends(conn, looked_up, today)?,
        vacancies: vacancies(conn, looked_up, today)?,
        actions: overdue_actions(conn, (reader, &reads), looked_up, now)?,
        deputies: deputies::used_often(conn, looked_up, today)?,
        vacancies_cut: cut,
        kinds: around::kinds(conn)?,
        next,
        page,
        more,
    })
}

/// How many action items are overdue on each of these boards, of those that the reader may read.
fn overdue_actions(
    conn: &mut Conn,
    (reader, reads): (&Reader, &Clearance),
    of: &[BoardId],
    now: Moment,
) -> Result<Vec<(Place, i64)>> {
    let of: BTreeSet<BoardId> = of.iter().copied().collect();
    let at = places(conn, of.iter().copied())?;
    let dated = of.iter().map(|board| {
        let zone = at.of(*board)?.zone;
        Ok((*board, local_date(zone, now.utc())))
    });
    let dated: Vec<(BoardId, NaiveDate)> = dated.collect::<Result<_>>()?;
    let overdue = actions::overdue(conn, &dated, reads, reader)?.into_iter();
    overdue
        .map(|(board, count)| Ok((at.of(board)?, count)))
        .collect()
}

type DeadlineRow = (
    MeetingId,
    String,
    Moment,
    Title,
    (NaiveDate, MeetingState),
    BoardId,
);

fn open_deadlines(conn: &mut Conn, rows: Vec<DeadlineRow>) -> Result<Vec<OpenDeadline>> {
    let at: Places = places(conn, rows.iter().map(|row| row.5))?;
    rows.into_iter()
        .map(|(meeting, stage, due, title, (first_day, state), board)| {
            Ok(OpenDeadline {
                meeting,
                stage,
                due,
                title,
                first_day,
                state,
                board: at.of(board)?,
            })
        })
        .collect()
}

/// Open deadlines from one moment up to another, soonest first, of any stage; without those to press up to the last of
/// them that stands above already.
fn deadlines(
    conn: &mut Conn,
    boards: &[BoardId],
    (from, until): (Moment, Moment),
    shown: Option<&OpenDeadline>,
    (limit, offset): (i64, i64),
) -> Result<Vec<OpenDeadline>> {
    // With nothing above, what was due before `from` is left out, and that is nothing.
    let (due, last, stage) = shown.map_or_else(
        || (from - Duration::seconds(1), MeetingId::new(), String::new()),
        |row| (row.due, row.meeting, row.stage.clone()),
    );
    let same_meeting = meeting_deadline::meeting_id
        .eq(last)
        .and(meeting_deadline::stage.le(stage));
    let same_moment = meeting_deadline::due_at
        .eq(due)
        .and(meeting_deadline::meeting_id.lt(last).or(same_meeting));
    let stands_above = (meeting_deadline::due_at.lt(due).or(same_moment))
        .and(meeting_deadline::stage.eq_any(rules::stages_to_press()))
        .and(meeting::state.ne("closed"))
        .and(
            meeting::state
                .ne_all(["held", "minuted"])
                .or(meeting_deadline::stage.ne_all(rules::stages_before_it())),
        );
    let rows: Vec<DeadlineRow> = meeting_deadline::table
        .inner_join(meeting::table)
        .filter(among(meeting_deadline::board_id, boards).past_index())
        .filter(
            meeting_deadline::due_at
                .ge(from)
                .and(meeting_deadline::due_at.lt(until)),
        )
        .filter(meeting_deadline::done_at.is_null())
        .filter(meeting::state.ne("cancelled"))
        .filter(not(stands_above))
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
            (meeting::title, meeting::kind),
            (meeting::first_day, meeting::state),
            meeting_deadline::board_id,
        ))
        .load(conn)?;
    open_deadlines(conn, rows)
}

/// Open deadlines that a button of the secretariat ends; the most urgent ten.
fn to_press(
    conn: &mut Conn,
    boards: &[BoardId],
    (from, until): (Moment, Moment),
) -> Result<Vec<OpenDeadline>> {
    let rows: Vec<DeadlineRow> = meeting_deadline::table
        .inner_join(meeting::table)
        .filter(among(meeting_deadline::board_id, boards).past_index())
        .filter(
            meeting_deadline::due_at
                .ge(from)
                .and(meeting_deadline::due_at.lt(until)),
        )
        .filter(meeting_deadline::done_at.is_null())
        .filter(meeting_deadline::stage.eq_any(rules::stages_to_press()))
        .filter(meeting::state.ne_all(["cancelled", "closed"]))
        // What prepares a meeting has lost its sense once it is held.
        .filter(
            meeting::state
                .ne_all(["held", "minuted"])
                .or(meeting_deadline::stage.ne_all(rules::stages_before_it())),
        )
        .order((
            meeting_deadline::due_at.asc(),
            meeting_deadline::meeting_id.asc(),
            meeting_deadline::stage.asc(),
        ))
        .limit(MOST)
        .select((
            meeting_deadline::meeting_id,
            meeting_deadline::stage,
            meeting_deadline::due_at,
            (meeting::title, meeting::kind),
            (meeting::first_day, meeting::state),
            meeting_deadline::board_id,
        ))
        .load(conn)?;
    open_deadlines(conn, rows)
}

/// Meetings of the next months with a session that has no time yet.
fn without_time(conn: &mut Conn, boards: &[BoardId], today: NaiveDate) -> Result<Vec<NearMeeting>> {
    type Row = (
        (MeetingId, MeetingState),
        Title,
        String,
        NaiveDate,
        NaiveDate,
        BoardId,
    );
    let mut rows: Vec<Row> = meeting_session::table
        .inner_join(meeting::table)
        .filter(among(meeting::board_id, boards).past_index())
        .filter(
            meeting_session::day
                .ge(today)
                .and(meeting_session::day.lt(today + TIMES_AHEAD)),
        )
        .filter(meeting::state.ne_all(["cancelled", "minuted", "closed"]))
        .filter(meeting_session::starts.is_null())
        .order((meeting_session::day.asc(), meeting::id.asc()))
        .limit(MOST)
        .select((
            (meeting::id, meeting::state),
            (meeting::title, meeting::kind),
            meeting::place,
            meeting::first_day,
            meeting::last_day,
            meeting::board_id,
        ))
        .load(conn)?;
    rows.dedup_by_key(|row| row.0);
    let places = places(conn, rows.iter().map(|row| row.5))?;
    rows.into_iter()
        .map(|((id, state), title, at, first_day, last_day, of)| {
            Ok(NearMeeting {
                id,
                state,
                title,
                place: at,
                first_day,
                last_day,
                board: places.of(of)?,
            })
        })
        .collect()
}

/// Meetings that have changed since people were told: a missing click reminds the secretary.
fn untold(
    conn: &mut Conn,
    boards: &[BoardId],
    today: NaiveDate,
    now: Moment,
) -> Result<Vec<(NearMeeting, NoticeKind)>> {
    let owed = notices::store::owed(conn, boards, today, now)?;
    let places = places(conn, owed.iter().map(|(meeting, _)| meeting.board))?;
    owed.into_iter()
        .map(|(meeting, kind)| {
            let near = NearMeeting {
                first_day: meeting.first_day(),
                last_day: meeting.last_day(),
                id: meeting.id,
                state: meeting.state,
                title: (meeting.title, meeting.kind),
                place: meeting.place,
                board: places.of(meeting.board)?,
            };
            Ok((near, kind))
        })
        .collect()
}

fn reports(conn: &mut Conn, boards: &[BoardId], today: NaiveDate) -> Result<Vec<OpenReport>> {
    let rows: Vec<(String, NaiveDate, PlaceRow)> = council_report::table
        .inner_join(board::table)
        .filter(among(council_report::board_id, boards))
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

/// Appointments in force that nobody uses today, and coming ones that somebody is asked to name a person for, those asked for
/// earliest first.
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
        .filter(
            representation::valid_from
                .le(today)
                .or(representation::valid_from.le(appointment::valid_from)),
        )
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(today)),
        );
    let rows: Vec<Row> = appointment::table
        .inner_join(board::table)
        .filter(among(appointment::board_id, boards))
        .filter(
            appointment::valid_from
                .le(today)
                .or(appointment::name_by.is_not_null()),
        )
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(today)),
        )
        .filter(not(diesel::dsl::exists(used)))
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
    let names = people::names_of(conn, &organisations, today)?;
    rows.into_iter()
        .map(|(appointment, role, organisation, name_by, at)| {
            Ok(Vacancy {
                appointment,
                role,
                organisation: organisation
                    .and_then(|id| names.get(&id).map(|(name, _)| name.clone())),
                name_by,
                board: place(at)?,
            })
        })
        .collect()
}

/// What is wrong. Only what can still be helped counts: an occasion that has expired is history.
fn alarms(conn: &mut Conn, boards: &[BoardId], now: Moment) -> Result<Alarms> {
    // The states stand in the statement itself, as in the partial indexes: a bound value would not match them.
    let dead = message::table
        .filter(among(message::board_id, boards).past_index())
        .filter(sql::<Bool>("message.state = 'dead'"))
        .filter(message::created_at.ge(now - BACK))
        .count()
        .get_result(conn)?;
    let settled: Vec<(OccasionState, i64)> = occasion::table
        .filter(among(occasion::board_id, boards).past_index())
        .filter(sql::<Bool>("occasion.state IN ('nobody', 'broken')"))
        .filter(occasion::settled_at.ge(now - BACK))
        .filter(occasion::expires.gt(now))
        .group_by(occasion::state)
        .select((occasion::state, diesel::dsl::count_star()))
        .load(conn)?;
    let count = |state: OccasionState| {
        let found = settled.iter().find(|(of, _)| *of == state);
        found.map_or(0, |(_, count)| *count)
    };
    let mail_off: Vec<(BoardId, Words)> = board::table
        .filter(among(board::id, boards).past_index())
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
        nobody: count(OccasionState::Nobody),
        broken: count(OccasionState::Broken),
        mail_off,
    })
}
