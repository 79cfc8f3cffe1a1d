//! A member's own terms and meetings.

use super::{PlaceRow, coming, place, reading};
use crate::boards::store as boards;
use crate::cases::{Case, store as cases};
use crate::db::ids::{BoardId, MeetingId, PersonId};
use crate::db::schema::{appointment, board, meeting_deadline, meeting_session, representation};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::desk::digest;
use crate::desk::{MyPage, NextMeeting, Term};
use crate::error::Result;
use crate::meetings::store::around;
use crate::meetings::{MeetingState, replies};
use crate::minutes::round::store as rounds;
use crate::papers::store::notes;
use crate::people::store as people;
use crate::public::subscriptions::store as subscriptions;
use crate::web::Reader;
use crate::web::access::{Clearance, Role};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use std::collections::BTreeSet;

/// How many boards' next meetings are shown.
const MEETINGS: usize = 6;
/// How many meetings are read to find them.
const READ: i64 = 40;

/// What a person sees of their own.
///
/// # Errors
/// When the database fails.
pub fn page(conn: &mut Conn, reader: &Reader, today: NaiveDate, now: Moment) -> Result<MyPage> {
    let boards: Vec<BoardId> = reader
        .roles
        .boards
        .iter()
        .map(|(board, _)| *board)
        .collect();
    let owner = &reader.roles.service_owner_of;
    let names = people::names_of(conn, owner, today)?;
    let mut meetings = meetings(conn, &boards, (today, now))?;
    with_answers(conn, reader, today, &mut meetings)?;
    let clearance = cases::clearance::of(conn, reader, now)?;
    Ok(MyPage {
        drafts: rounds::out_for(conn, reader.id)?,
        to_read: reading::to_read(conn, reader, &clearance, (today, now))?,
        terms: terms(conn, reader.id, now)?,
        meetings,
        kinds: around::kinds(conn)?,
        reminders: digest::store::choice(conn, reader)?,
        notes: notes::count(conn, reader.id)?,
        subscriptions: subscriptions::of_person(conn, reader.id)?,
        prepares: prepares(conn, reader, &clearance)?,
        service_owner_of: owner
            .iter()
            .filter_map(|id| names.get(id).map(|(name, _)| name.clone()))
            .collect(),
    })
}

/// The cases that someone prepares and may read.
fn prepares(conn: &mut Conn, reader: &Reader, clearance: &Clearance) -> Result<Vec<Case>> {
    let ids = &reader.roles.prepares;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut seen = cases::seen_among(conn, ids, clearance)?;
    Ok(ids.iter().filter_map(|id| seen.remove(id)).collect())
}

/// The terms a person has today, on each board's own date; a person who changes organisation has two.
fn terms(conn: &mut Conn, of: PersonId, now: Moment) -> Result<Vec<Term>> {
    type Row = (
        PlaceRow,
        Role,
        (NaiveDate, Option<NaiveDate>),
        (NaiveDate, Option<NaiveDate>),
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table.inner_join(board::table))
        .filter(representation::person_id.eq(of))
        .order((board::slug.asc(), appointment::valid_from.asc()))
        .select((
            (board::id, board::name, board::zone),
            appointment::role,
            (appointment::valid_from, appointment::valid_until),
            (representation::valid_from, representation::valid_until),
        ))
        .load(conn)?;
    let mut terms = Vec::new();
    for (at, role, (from, until), (since, to)) in rows {
        let board = place(at)?;
        let today = crate::calendar::local_date(board.zone, now.utc());
        let until = [until, to].into_iter().flatten().min();
        if from.max(since) <= today && until.is_none_or(|until| today < until) {
            terms.push(Term { board, role, until });
        }
    }
    Ok(terms)
}

/// The next meeting of each of these boards, soonest first.
fn meetings(
    conn: &mut Conn,
    boards: &[BoardId],
    at: (NaiveDate, Moment),
) -> Result<Vec<NextMeeting>> {
    let mut found: Vec<NextMeeting> = Vec::new();
    for meeting in coming(conn, boards, &BTreeSet::new(), at, READ)? {
        let taken = found
            .iter()
            .any(|next| next.meeting.board.id == meeting.board.id);
        if taken || found.len() == MEETINGS {
            continue;
        }
        found.push(NextMeeting {
            meeting,
            sessions: Vec::new(),
            deadlines: Vec::new(),
            answer: None,
            reminders: Vec::new(),
        });
    }
    fill(conn, &mut found)?;
    Ok(found)
}

/// What the reader has answered to the meetings that they are asked to come to.
fn with_answers(
    conn: &mut Conn,
    reader: &Reader,
    today: NaiveDate,
    meetings: &mut [NextMeeting],
) -> Result<()> {
    let ids: Vec<MeetingId> = meetings.iter().map(|next| next.meeting.id).collect();
    let given = replies::store::replies_of(conn, reader.id, &ids)?;
    for next in meetings {
        let (meeting, roles) = (&next.meeting, reader.roles.on(next.meeting.board.id));
        let is_open = meeting.state < MeetingState::Held && today <= meeting.first_day;
        if is_open && roles.into_iter().any(replies::rules::is_asked) {
            let counting = given
                .iter()
                .find(|reply| reply.meeting == meeting.id && reply.for_day == meeting.first_day);
            next.answer = Some(counting.map(|reply| reply.answer));
        }
    }
    Ok(())
}

fn fill(conn: &mut Conn, meetings: &mut [NextMeeting]) -> Result<()> {
    type Session = (MeetingId, NaiveDate, Option<NaiveTime>, Option<NaiveTime>);
    let ids: Vec<MeetingId> = meetings.iter().map(|next| next.meeting.id).collect();
    let sessions: Vec<Session> = meeting_session::table
        .filter(among(meeting_session::meeting_id, &ids))
        .order(meeting_session::position.asc())
        .select((
            meeting_session::meeting_id,
            meeting_session::day,
            meeting_session::starts,
            meeting_session::ends,
        ))
        .load(conn)?;
    let deadlines: Vec<(MeetingId, String, NaiveDate, Option<Moment>)> = meeting_deadline::table
        .filter(among(meeting_deadline::meeting_id, &ids))
        .order(meeting_deadline::due_at.asc())
        .select((
            meeting_deadline::meeting_id,
            meeting_deadline::stage,
            meeting_deadline::due_on,
            meeting_deadline::done_at,
        ))
        .load(conn)?;
    let boards: Vec<BoardId> = meetings.iter().map(|next| next.meeting.board.id).collect();
    for (of, rule) in boards::reminders_of(conn, boards)? {
        // Each board has one meeting here.
        let next = meetings.iter_mut().find(|next| next.meeting.board.id == of);
        if let Some(next) = next {
            next.reminders.push(rule);
        }
    }
    for next in meetings {
        let id = next.meeting.id;
        next.sessions = sessions
            .iter()
            .filter(|row| row.0 == id)
            .map(|row| (row.1, row.2, row.3))
            .collect();
        next.deadlines = deadlines
            .iter()
            .filter(|row| row.0 == id)
            .map(|row| (row.1.clone(), row.2, row.3))
            .collect();
    }
    Ok(())
}
