//! The rows of replies and deputies.

mod leader;
pub mod needs;
pub mod passing;

pub use leader::leader;

use super::{Answer, Invited, Replacement, ReplacementState, Reply, Right, rules};
use crate::boards::store as boards;
use crate::db::ids::{
    AppointmentId, BoardId, MeetingId, MessageId, NoticeId, OrganisationId, PersonId,
    ReplacementId, RowId,
};
use crate::db::schema::{
    appointment, message, notice_meeting, occasion, replacement, reply, representation,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::meetings::{Meeting, Stage};
use crate::people::store as people;
use crate::web::access::Role;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Who is asked to come to a meeting of a board on a day, each person once: members first, then chair, observers, aides.
///
/// # Errors
/// When the database fails.
pub fn invited(conn: &mut Conn, of: BoardId, day: NaiveDate) -> Result<Vec<Invited>> {
    let place = |role: Role| match role {
        Role::Member => 0,
        Role::Chair => 1,
        Role::Observer => 2,
        _ => 3,
    };
    let sitting = boards::sitting(conn, of, day)?;
    let mut found: Vec<Invited> = sitting
        .into_iter()
        .filter(|one| rules::is_asked(one.role))
        .map(|one| Invited {
            person: one.person,
            name: one.name,
            address: one.address,
            language: one.language,
            role: one.role,
            appointment: one.appointment,
            organisation: one.organisation,
        })
        .collect();
    found.sort_by(|a, b| {
        (place(a.role), &a.name, a.person).cmp(&(place(b.role), &b.name, b.person))
    });
    let mut seen = Vec::new();
    found.retain(|one| {
        let is_new = !seen.contains(&one.person);
        seen.push(one.person);
        is_new
    });
    Ok(found)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = reply)]
struct ReplyRow {
    meeting_id: MeetingId,
    person_id: PersonId,
    answer: Answer,
    for_day: NaiveDate,
    answered_at: Moment,
    answered_by: Option<PersonId>,
    version: i64,
}

/// Every answer to being called to a meeting.
///
/// # Errors
/// When the database fails.
pub fn replies(conn: &mut Conn, of: MeetingId) -> Result<Vec<Reply>> {
    let rows: Vec<ReplyRow> = reply::table
        .filter(reply::meeting_id.eq(of))
        .select(ReplyRow::as_select())
        .load(conn)?;
    Ok(rows.iter().map(reply_of).collect())
}

/// How many have answered whether they come on this day.
///
/// # Errors
/// When the database fails.
pub fn answered(conn: &mut Conn, of: MeetingId, on: NaiveDate) -> Result<i64> {
    Ok(reply::table
        .filter(reply::meeting_id.eq(of))
        .filter(reply::for_day.eq(on))
        .count()
        .get_result(conn)?)
}

fn reply_of(row: &ReplyRow) -> Reply {
    Reply {
        meeting: row.meeting_id,
        person: row.person_id,
        answer: row.answer,
        for_day: row.for_day,
        at: row.answered_at,
        by: row.answered_by,
        version: row.version,
    }
}

/// A person's answers to these meetings.
///
/// # Errors
/// When the database fails.
pub fn replies_of(conn: &mut Conn, person: PersonId, of: &[MeetingId]) -> Result<Vec<Reply>> {
    let rows: Vec<ReplyRow> = reply::table
        .filter(among(reply::meeting_id, of))
        .filter(reply::person_id.eq(person))
        .select(ReplyRow::as_select())
        .load(conn)?;
    Ok(rows.iter().map(reply_of).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = replacement)]
struct ReplacementRow {
    id: ReplacementId,
    meeting_id: MeetingId,
    appointment_id: AppointmentId,
    person_id: PersonId,
    name: String,
    state: ReplacementState,
    named_by: PersonId,
}

fn replacement_of(row: ReplacementRow) -> Replacement {
    Replacement {
        id: row.id,
        meeting: row.meeting_id,
        appointment: row.appointment_id,
        person: row.person_id,
        name: row.name,
        state: row.state,
        named_by: row.named_by,
    }
}

/// Every deputy of a meeting, withdrawn ones too, in the order in which they were named.
///
/// # Errors
/// When the database fails.
pub fn replacements(conn: &mut Conn, of: MeetingId) -> Result<Vec<Replacement>> {
    let rows: Vec<ReplacementRow> = replacement::table
        .filter(replacement::meeting_id.eq(of))
        .order(replacement::id.asc())
        .select(ReplacementRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(replacement_of).collect())
}

/// One deputy.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn replacement(conn: &mut Conn, id: ReplacementId) -> Result<Replacement> {
    let row: ReplacementRow = replacement::table
        .find(id)
        .select(ReplacementRow::as_select())
        .first(conn)?;
    Ok(replacement_of(row))
}

/// By which right a person answers for a meeting; none when they have none, or no longer.
///
/// # Errors
/// When the database fails.
pub fn right_of(conn: &mut Conn, meeting: &Meeting, person: PersonId) -> Result<Option<Right>> {
    let invited = invited(conn, meeting.board, meeting.first_day())?;
    if let Some(own) = invited.iter().find(|one| one.person == person) {
        return Ok(Some(Right::Invited(own.clone())));
    }
    let named = replacements(conn, meeting.id)?;
    let active = named.into_iter().find(|one| {
        one.person == person
            && one.state != ReplacementState::Withdrawn
            // The right that is lent must stand.
            && invited.iter().any(|member| member.appointment == one.appointment)
    });
    Ok(active.map(Right::Deputy))
}

/// The meeting and the person that a message with a link to answer by is about.
///
/// # Errors
/// When the database fails.
pub fn asked_by(conn: &mut Conn, of: MessageId) -> Result<Option<(MeetingId, PersonId)>> {
    type Row = (String, String, Option<PersonId>);
    let row: Option<Row> = message::table
        .inner_join(occasion::table)
        .filter(message::id.eq(of))
        .select((
            occasion::object_kind,
            occasion::object_id,
            message::person_id,
        ))
        .first(conn)
        .optional()?;
    let Some((kind, object, Some(person))) = row else {
        return Ok(None);
    };
    let meeting = match kind.as_str() {
        "meeting" => object.parse().ok(),
        "replacement" => match object.parse::<ReplacementId>() {
            Ok(id) => Some(replacement(conn, id)?.meeting),
            Err(_not_an_id) => None,
        },
        "notice" => match object.parse::<NoticeId>() {
            Ok(id) => the_only_meeting(conn, id)?,
            Err(_not_an_id) => None,
        },
        _ => None,
    };
    Ok(meeting.map(|meeting| (meeting, person)))
}

fn the_only_meeting(conn: &mut Conn, of: NoticeId) -> Result<Option<MeetingId>> {
    let meetings: Vec<MeetingId> = notice_meeting::table
        .filter(notice_meeting::notice_id.eq(of))
        .select(notice_meeting::meeting_id)
        .load(conn)?;
    Ok(match meetings[..] {
        [only] => Some(only),
        _ => None,
    })
}

/// Who is asked to come to a meeting and has not said whether.
///
/// # Errors
/// When the database fails.
pub fn silent(conn: &mut Conn, meeting: &Meeting) -> Result<HashSet<PersonId>> {
    let answered: Vec<PersonId> = reply::table
        .filter(reply::meeting_id.eq(meeting.id))
        .filter(reply::for_day.eq(meeting.first_day()))
        .select(reply::person_id)
        .load(conn)?;
    let mut people: HashSet<PersonId> = invited(conn, meeting.board, meeting.first_day())?
        .into_iter()
        .map(|one| one.person)
        .collect();
    for person in answered {
        people.remove(&person);
    }
    Ok(people)
}

/// How often each person was reminded to answer.
///
/// # Errors
/// When the database fails.
pub fn reminded(conn: &mut Conn, of: MeetingId) -> Result<HashMap<PersonId, usize>> {
    let people: Vec<Option<PersonId>> = message::table
        .inner_join(occasion::table)
        .filter(occasion::object_id.eq(of.as_str()))
        .filter(occasion::kind.eq(Stage::Reply.kind()))
        .select(message::person_id)
        .load(conn)?;
    let mut counts = HashMap::new();
    for person in people.into_iter().flatten() {
        *counts.entry(person).or_insert(0) += 1;
    }
    Ok(counts)
}

/// The short names of the organisations of those who are asked to come, on a day.
///
/// # Errors
/// When the database fails.
pub fn organisations(
    conn: &mut Conn,
    of: &[Invited],
    on: NaiveDate,
) -> Result<HashMap<OrganisationId, String>> {
    let ids: Vec<OrganisationId> = of.iter().filter_map(|one| one.organisation).collect();
    let names = people::names_of(conn, &ids, on)?;
    let short = |(id, (_, short_name))| (id, short_name);
    Ok(names.into_iter().map(short).collect())
}

/// Whether someone is a standing deputy on a day: appointed so for the member's seat, or by the member's organisation.
///
/// # Errors
/// When the database fails.
pub fn is_standing_deputy(
    conn: &mut Conn,
    member: &Invited,
    deputy: PersonId,
    on: NaiveDate,
) -> Result<bool> {
    type Place = (Option<RowId>, Option<OrganisationId>, BoardId);
    let (seat, _, board): Place = appointment::table
        .find(member.appointment)
        .select((
            appointment::seat_id,
            appointment::organisation_id,
            appointment::board_id,
        ))
        .first(conn)?;
    let places: Vec<(Option<RowId>, Option<OrganisationId>)> = representation::table
        .inner_join(appointment::table)
        .filter(representation::person_id.eq(deputy))
        .filter(appointment::board_id.eq(board))
        .filter(appointment::role.eq(Role::Deputy))
        .filter(appointment::valid_from.le(on))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(on)),
        )
        .filter(representation::valid_from.le(on))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(on)),
        )
        .select((appointment::seat_id, appointment::organisation_id))
        .load(conn)?;
    Ok(places.into_iter().any(|(for_seat, of)| {
        (seat.is_some() && for_seat == seat)
            || (member.organisation.is_some() && of == member.organisation)
    }))
}

/// Writes an answer over the one that stands; `standing` is the version it was read with, none for the first answer.
///
/// # Errors
/// `Stale` when someone answered first; or when the database fails.
pub fn put(conn: &mut Conn, new: &Reply, standing: Option<i64>) -> Result<()> {
    let Some(version) = standing else {
        let row = (
            reply::id.eq(RowId::new()),
            reply::meeting_id.eq(new.meeting),
            reply::person_id.eq(new.person),
            reply::answer.eq(new.answer),
            reply::for_day.eq(new.for_day),
            reply::answered_at.eq(new.at),
            reply::answered_by.eq(new.by),
            reply::version.eq(new.version),
        );
        diesel::insert_into(reply::table)
            .values(row)
            .execute(conn)?;
        return Ok(());
    };
    let as_read = reply::table.filter(
        reply::meeting_id
            .eq(new.meeting)
            .and(reply::person_id.eq(new.person))
            .and(reply::version.eq(version)),
    );
    let changed = diesel::update(as_read)
        .set((
            reply::answer.eq(new.answer),
            reply::for_day.eq(new.for_day),
            reply::answered_at.eq(new.at),
            reply::answered_by.eq(new.by),
            reply::version.eq(new.version),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    Ok(())
}

/// Writes a new deputy.
///
/// # Errors
/// When the database fails.
pub fn add_replacement(conn: &mut Conn, new: &Replacement, now: Moment) -> Result<()> {
    diesel::insert_into(replacement::table)
        .values((
            replacement::id.eq(new.id),
            replacement::meeting_id.eq(new.meeting),
            replacement::appointment_id.eq(new.appointment),
            replacement::person_id.eq(new.person),
            replacement::name.eq(&new.name),
            replacement::state.eq(new.state),
            replacement::named_by.eq(new.named_by),
            replacement::named_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Moves a deputy from one state to another; false when someone was first.
///
/// # Errors
/// When the database fails.
pub fn settle(
    conn: &mut Conn,
    of: &Replacement,
    state: ReplacementState,
    by: Option<PersonId>,
    now: Moment,
) -> Result<bool> {
    let as_read = replacement::table.filter(
        replacement::id
            .eq(of.id)
            .and(replacement::state.eq(of.state)),
    );
    let changed = diesel::update(as_read)
        .set((
            replacement::state.eq(state),
            replacement::settled_by.eq(by),
            replacement::settled_at.eq(now),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}
