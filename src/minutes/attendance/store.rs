//! The rows of attendance.

use super::{Listed, Part, Presence, Record, Source, Stay, Who};
use crate::boards::{Board, store as boards};
use crate::db::ids::{AgendaItemId, AppointmentId, MeetingId, PersonId, RowId};
use crate::db::schema::attendance;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::people::store as people;
use crate::web::access::Role;
use anyhow::Context;
use chrono::NaiveDate;
use diesel::prelude::*;

type Row = (
    (RowId, i64, String, Option<PersonId>, String, String, Part),
    (
        Option<AppointmentId>,
        String,
        Presence,
        Option<AgendaItemId>,
        Option<AgendaItemId>,
    ),
    (String, Option<String>, String),
);

/// Everything written down of a meeting's days, in the order in which it was.
///
/// # Errors
/// When the database fails.
pub fn records(conn: &mut Conn, of: MeetingId) -> Result<Vec<Record>> {
    let found = of_meetings(conn, &[of])?;
    Ok(found.into_iter().map(|(_, record)| record).collect())
}

/// The same of several meetings.
///
/// # Errors
/// When the database fails.
pub fn of_meetings(conn: &mut Conn, of: &[MeetingId]) -> Result<Vec<(MeetingId, Record)>> {
    let rows: Vec<(MeetingId, Row)> = attendance::table
        .filter(among(attendance::meeting_id, of))
        .order(attendance::id.asc())
        .select((
            attendance::meeting_id,
            (
                (
                    attendance::id,
                    attendance::session,
                    attendance::who,
                    attendance::person_id,
                    attendance::name,
                    attendance::organisation,
                    attendance::part,
                ),
                (
                    attendance::appointment_id,
                    attendance::instead_of,
                    attendance::presence,
                    attendance::from_item_id,
                    attendance::until_item_id,
                ),
                (
                    attendance::as_written,
                    attendance::stay_said,
                    attendance::remark,
                ),
            ),
        ))
        .load(conn)?;
    let records = rows.into_iter();
    records
        .map(|(meeting, row)| Ok((meeting, record(row)?)))
        .collect()
}

fn record(row: Row) -> Result<Record> {
    let ((id, session, who, person, name, organisation, part), rest, said) = row;
    let (appointment, instead_of, presence, from, until) = rest;
    let (as_written, stay_said, remark) = said;
    let listed = Listed {
        who: who.parse().context("attendance of nobody")?,
        person,
        name,
        organisation,
        part,
        appointment,
        instead_of,
        stay: Stay { from, until },
        source: Source {
            as_written,
            stay_said,
            remark,
        },
    };
    Ok(Record {
        id,
        session: usize::try_from(session).unwrap_or(0),
        listed,
        presence,
    })
}

/// Writes one line down, in place of what stood there.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, of: MeetingId, record: &Record) -> Result<()> {
    remove(conn, of, record.session, record.listed.who)?;
    add(conn, of, record)
}

/// Writes down a line of which nothing stands yet.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, of: MeetingId, record: &Record) -> Result<()> {
    let listed = &record.listed;
    let source = &listed.source;
    let said = (
        attendance::as_written.eq(&source.as_written),
        attendance::stay_said.eq(&source.stay_said),
        attendance::remark.eq(&source.remark),
    );
    let values = (
        attendance::id.eq(record.id),
        attendance::meeting_id.eq(of),
        attendance::session.eq(day(record.session)?),
        attendance::who.eq(listed.who.to_string()),
        attendance::person_id.eq(listed.person),
        attendance::name.eq(&listed.name),
        attendance::organisation.eq(&listed.organisation),
        attendance::part.eq(listed.part),
        attendance::appointment_id.eq(listed.appointment),
        attendance::instead_of.eq(&listed.instead_of),
        attendance::presence.eq(record.presence),
        attendance::from_item_id.eq(listed.stay.from),
        attendance::until_item_id.eq(listed.stay.until),
    );
    diesel::insert_into(attendance::table)
        .values((values, said))
        .execute(conn)?;
    Ok(())
}

/// Nothing is known of them any more on that day.
///
/// # Errors
/// When the database fails.
pub fn remove(conn: &mut Conn, of: MeetingId, session: usize, who: Who) -> Result<()> {
    let line = attendance::table
        .filter(attendance::meeting_id.eq(of))
        .filter(attendance::session.eq(day(session)?))
        .filter(attendance::who.eq(who.to_string()));
    diesel::delete(line).execute(conn)?;
    Ok(())
}

fn day(session: usize) -> Result<i64> {
    i64::try_from(session).map_err(|_too_large| Error::NotFound)
}

/// The secretariat of a board on a day: its own, or else its parent's where that serves both.
///
/// # Errors
/// When the database fails.
pub fn secretariat(conn: &mut Conn, of: &Board, on: NaiveDate) -> Result<Vec<Listed>> {
    let mut sitting = boards::sitting(conn, of.id, on)?;
    sitting.retain(|one| one.role == Role::Secretariat);
    if let Some(parent) = of
        .parent
        .filter(|_| of.parent_secretariat && sitting.is_empty())
    {
        sitting = boards::sitting(conn, parent, on)?;
        sitting.retain(|one| one.role == Role::Secretariat);
    }
    sitting.sort_by(|a, b| (&a.name, a.person).cmp(&(&b.name, b.person)));
    let ids: Vec<_> = sitting.iter().filter_map(|one| one.organisation).collect();
    let names = people::names_of(conn, &ids, on)?;
    let listed = sitting.into_iter().map(|one| Listed {
        who: Who::Person(one.person),
        person: Some(one.person),
        name: one.name,
        organisation: (one.organisation)
            .and_then(|id| names.get(&id).map(|(_, short)| short.clone()))
            .unwrap_or_default(),
        part: Part::Secretariat,
        appointment: Some(one.appointment),
        instead_of: String::new(),
        stay: Stay::default(),
        source: Source::default(),
    });
    Ok(listed.collect())
}
