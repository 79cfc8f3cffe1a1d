//! What the rules, pages and mails of meetings ask of other rows: kinds, counts, people, and what the ledger has.

use crate::boards::{BoardData, ToRole, store as boards};
use crate::db::ids::{BoardId, OccasionId, OrganisationId, PersonId};
use crate::db::schema::{
    appointment, board, meeting, meeting_session, message, occasion, organisation, representation,
};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::mail::{MessageState, Occasion, Recipient};
use crate::meetings::{Busy, Meeting, MeetingState, ORDINARY};
use crate::people::store as people;
use crate::web::access::Role;
use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The kinds of meeting with their words, in order.
///
/// # Errors
/// When the database fails.
pub fn kinds(conn: &mut Conn) -> Result<Vec<(String, Words)>> {
    crate::db::code_words::list(conn, "meeting_kind")
}

/// How many ordinary meetings are planned, by year, from a year on.
///
/// # Errors
/// When the database fails.
pub fn ordinary_by_year(conn: &mut Conn, of: BoardId, from: i32) -> Result<BTreeMap<i32, i64>> {
    let first = NaiveDate::from_ymd_opt(from, 1, 1).ok_or(Error::NotFound)?;
    let days: Vec<NaiveDate> = meeting::table
        .filter(meeting::board_id.eq(of))
        .filter(meeting::kind.eq(ORDINARY))
        .filter(meeting::state.ne(MeetingState::Cancelled))
        .filter(meeting::first_day.ge(first))
        .select(meeting::first_day)
        .load(conn)?;
    let mut counts = BTreeMap::new();
    for day in days {
        *counts.entry(day.year()).or_insert(0) += 1;
    }
    Ok(counts)
}

/// The days between two dates on which other boards meet that share people with this one.
///
/// People are those with a seat at any time between the dates, on either board.
///
/// # Errors
/// When the database fails.
pub fn busy(conn: &mut Conn, of: BoardId, from: NaiveDate, until: NaiveDate) -> Result<Vec<Busy>> {
    let people: Vec<PersonId> = representation::table
        .inner_join(appointment::table)
        .filter(appointment::board_id.eq(of))
        .filter(representation::valid_from.lt(until))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(from)),
        )
        .select(representation::person_id)
        .distinct()
        .load(conn)?;
    let others: Vec<BoardId> = representation::table
        .inner_join(appointment::table)
        .filter(appointment::board_id.ne(of))
        .filter(among(representation::person_id, &people))
        .filter(representation::valid_from.lt(until))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(from)),
        )
        .select(appointment::board_id)
        .distinct()
        .load(conn)?;
    let rows: Vec<(NaiveDate, Words)> = meeting_session::table
        .inner_join(meeting::table.inner_join(board::table))
        .filter(among(meeting::board_id, &others))
        .filter(meeting::state.ne(MeetingState::Cancelled))
        .filter(
            meeting_session::day
                .ge(from)
                .and(meeting_session::day.lt(until)),
        )
        .order((meeting_session::day.asc(), board::slug.asc()))
        .select((meeting_session::day, board::name))
        .load(conn)?;
    let busy = |(day, board)| Busy { day, board };
    let mut busy: Vec<Busy> = rows.into_iter().map(busy).collect();
    busy.dedup();
    Ok(busy)
}

/// Whom mail to a role goes to on a day, each once. Organisations are those of the members, at their mailboxes.
///
/// # Errors
/// When the database fails.
pub fn recipients(
    conn: &mut Conn,
    of: BoardId,
    to: ToRole,
    on: NaiveDate,
) -> Result<Vec<Recipient>> {
    match to.code().parse::<Role>() {
        Ok(role) => boards::recipients(conn, of, role, on),
        Err(_organisation) => mailboxes(conn, of, on),
    }
}

fn mailboxes(conn: &mut Conn, of: BoardId, on: NaiveDate) -> Result<Vec<Recipient>> {
    type Row = (OrganisationId, Option<String>, String);
    let rows: Vec<Row> = appointment::table
        .inner_join(organisation::table)
        .filter(appointment::board_id.eq(of))
        .filter(appointment::role.eq(Role::Member))
        .filter(appointment::valid_from.le(on))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(on)),
        )
        .select((
            organisation::id,
            organisation::mailbox,
            organisation::language,
        ))
        .distinct()
        .load(conn)?;
    let ids: Vec<OrganisationId> = rows.iter().map(|(id, _, _)| *id).collect();
    let names = people::names_of(conn, &ids, on)?;
    let recipient = |(id, mailbox, language): Row| {
        let language = Language::from_tag(&language).unwrap_or(Language::NB);
        let name = names
            .get(&id)
            .map_or_else(String::new, |(name, _)| name.clone());
        Some(Recipient::organisation(id, name, mailbox?, language))
    };
    let mut found: Vec<Recipient> = rows.into_iter().filter_map(recipient).collect();
    found.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(found)
}

/// How many each role that is reminded reaches on a day.
///
/// # Errors
/// When the database fails.
pub fn reach(conn: &mut Conn, data: &BoardData, on: NaiveDate) -> Result<BTreeMap<ToRole, usize>> {
    let mut reach = BTreeMap::new();
    let roles: BTreeSet<ToRole> = data.reminders.iter().map(|rule| rule.to).collect();
    for role in roles {
        reach.insert(role, recipients(conn, data.board.id, role, on)?.len());
    }
    Ok(reach)
}

/// Every occasion of these meetings that the ledger has.
///
/// # Errors
/// When the database fails.
pub fn standing(conn: &mut Conn, of: &[Meeting]) -> Result<HashMap<String, Vec<Occasion>>> {
    let ids: Vec<&str> = of.iter().map(|meeting| meeting.id.as_str()).collect();
    let rows: Vec<Occasion> = occasion::table
        .filter(among(occasion::object_id, ids))
        .order(occasion::occurrence.asc())
        .select(Occasion::as_select())
        .load(conn)?;
    let mut standing: HashMap<String, Vec<Occasion>> = HashMap::new();
    for row in rows {
        let of = standing.entry(row.object_id.clone()).or_default();
        of.push(row);
    }
    Ok(standing)
}

/// What became of one mail, without its words and without whom it went to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub state: MessageState,
    pub handed_over_at: Option<Moment>,
}

/// The messages made for these occasions.
///
/// # Errors
/// When the database fails.
pub fn messages(conn: &mut Conn, of: &[Occasion]) -> Result<HashMap<OccasionId, Vec<Message>>> {
    type Row = (OccasionId, MessageState, Option<Moment>);
    let ids: Vec<OccasionId> = of.iter().map(|occasion| occasion.id).collect();
    let rows: Vec<Row> = message::table
        .filter(among(message::occasion_id, ids))
        .select((
            message::occasion_id,
            message::state,
            message::handed_over_at,
        ))
        .load(conn)?;
    let mut messages: HashMap<OccasionId, Vec<Message>> = HashMap::new();
    for (id, state, handed_over_at) in rows {
        let message = Message {
            state,
            handed_over_at,
        };
        messages.entry(id).or_default().push(message);
    }
    Ok(messages)
}
