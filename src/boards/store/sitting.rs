//! Who has which role on which day: for mail, pages and sign-in.

use super::board as one_board;
use crate::boards::{Board, Sitting};
use crate::calendar::{Period, local_date, parse_zone};
use crate::db::ids::{AppointmentId, BoardId, OrganisationId, PersonId};
use crate::db::schema::{appointment, board, person, representation, service_owner_period};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::i18n::Language;
use crate::mail::Recipient;
use crate::people;
use crate::web::Roles;
use crate::web::access::Role;
use anyhow::Context;
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Who has a role on a board on a day. A person with two roles stands twice.
///
/// # Errors
/// When the database fails.
pub fn sitting(conn: &mut Conn, of: BoardId, on: NaiveDate) -> Result<Vec<Sitting>> {
    type Row = (
        PersonId,
        String,
        Option<String>,
        String,
        Role,
        AppointmentId,
        Option<OrganisationId>,
    );
    let columns = (
        person::id,
        person::name,
        person::address,
        person::language,
        appointment::role,
        appointment::id,
        appointment::organisation_id,
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table)
        .inner_join(person::table)
        .filter(appointment::board_id.eq(of))
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
        .select(columns)
        .load(conn)?;
    let sitting =
        |(person, name, address, language, role, appointment, organisation): Row| Sitting {
            person,
            name,
            address,
            language: Language::from_tag(&language).unwrap_or(Language::NB),
            role,
            appointment,
            organisation,
        };
    Ok(rows.into_iter().map(sitting).collect())
}

/// Whom mail to a role goes to on a day, each person once. Someone without an address is left out.
///
/// # Errors
/// When the database fails.
pub fn recipients(
    conn: &mut Conn,
    of: BoardId,
    role: Role,
    on: NaiveDate,
) -> Result<Vec<Recipient>> {
    let mut found: Vec<Recipient> = sitting(conn, of, on)?
        .into_iter()
        .filter(|sitting| sitting.role == role)
        .filter_map(|sitting| {
            Some(Recipient::person(
                sitting.person,
                sitting.name,
                sitting.address?,
                sitting.language,
            ))
        })
        .collect();
    if role == Role::Secretariat && found.is_empty() {
        let board = one_board(conn, of)?;
        if let (true, Some(parent)) = (board.parent_secretariat, board.parent) {
            return recipients(conn, parent, role, on);
        }
    }
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found.dedup_by(|a, b| a.key == b.key);
    Ok(found)
}

/// The boards whose secretariat somebody is on a day. What another's secretariat does for a board counts where that
/// is board data.
///
/// # Errors
/// When the database fails.
pub fn with_secretariat(
    conn: &mut Conn,
    boards: &[Board],
    on: NaiveDate,
) -> Result<HashSet<BoardId>> {
    let with_parents = boards
        .iter()
        .flat_map(|board| [Some(board.id), board.parent]);
    let asked: Vec<BoardId> = with_parents.flatten().collect();
    let rows: Vec<BoardId> = representation::table
        .inner_join(appointment::table)
        .filter(among(appointment::board_id, &asked))
        .filter(appointment::role.eq(Role::Secretariat))
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
        .select(appointment::board_id)
        .distinct()
        .load(conn)?;
    let own: HashSet<BoardId> = rows.into_iter().collect();
    let has = |board: &&Board| {
        let above = board.parent.filter(|_| board.parent_secretariat);
        own.contains(&board.id) || above.is_some_and(|parent| own.contains(&parent))
    };
    Ok(boards.iter().filter(has).map(|board| board.id).collect())
}

/// The roles a person has on boards, on each board's own date.
///
/// Whoever represents a service owner on any board is one of its people: minutes are made available to all service owners
/// (mandate § 6), and that ends with the role, or the day that the organisation is none (F37).
///
/// # Errors
/// When the database fails.
pub fn roles(conn: &mut Conn, id: PersonId, now: Moment, roles: &mut Roles) -> Result<()> {
    type Row = (
        (BoardId, Role, Option<OrganisationId>),
        (NaiveDate, Option<NaiveDate>),
        (NaiveDate, Option<NaiveDate>),
    );
    // No board's date is further from that of UTC than a day.
    let utc = now.utc().date_naive();
    let (yesterday, tomorrow) = (utc - Days::new(1), utc + Days::new(1));
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table)
        .filter(representation::person_id.eq(id))
        .filter(representation::valid_from.le(tomorrow))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(yesterday)),
        )
        .filter(appointment::valid_from.le(tomorrow))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(yesterday)),
        )
        .select((
            (
                appointment::board_id,
                appointment::role,
                appointment::organisation_id,
            ),
            (appointment::valid_from, appointment::valid_until),
            (representation::valid_from, representation::valid_until),
        ))
        .load(conn)?;
    let holds_on = |(_, (from, until), (since, to)): &Row, day: NaiveDate| {
        [(*from, *until), (*since, *to)]
            .into_iter()
            .all(|(from, until)| Period { from, until }.contains(day))
    };
    // Only where a role begins or ends these days does it matter what day it is there.
    let (certain, turning): (Vec<Row>, Vec<Row>) = rows
        .into_iter()
        .partition(|row| holds_on(row, yesterday) && holds_on(row, tomorrow));
    let today = today_at(conn, turning.iter().map(|row| row.0.0), now)?;
    let turned = turning.into_iter().filter(|row| {
        let there = today.get(&row.0.0);
        there.is_some_and(|today| holds_on(row, *today))
    });
    // A set, because the secretary of a thousand boards has a thousand rows.
    let mut held: BTreeSet<(BoardId, Role)> = BTreeSet::new();
    let mut represented: BTreeSet<OrganisationId> = BTreeSet::new();
    for ((board, role, organisation), ..) in certain.into_iter().chain(turned) {
        held.insert((board, role));
        represented.extend(organisation);
    }
    held.extend(councils_of(conn, &held)?);
    roles.boards.extend(held);
    represented.retain(|of| !roles.service_owner_of.contains(of));
    let owners = service_owners_among(conn, represented, now)?;
    roles.service_owner_of.extend(owners);
    Ok(())
}

/// Those of these organisations that are service owners today.
fn service_owners_among(
    conn: &mut Conn,
    organisations: BTreeSet<OrganisationId>,
    now: Moment,
) -> Result<BTreeSet<OrganisationId>> {
    if organisations.is_empty() {
        return Ok(organisations);
    }
    let on = people::today(now);
    let owners: Vec<OrganisationId> = service_owner_period::table
        .filter(among(service_owner_period::organisation_id, organisations))
        .filter(service_owner_period::valid_from.le(on))
        .filter(
            (service_owner_period::valid_until.is_null())
                .or(service_owner_period::valid_until.gt(on)),
        )
        .select(service_owner_period::organisation_id)
        .load(conn)?;
    Ok(owners.into_iter().collect())
}

/// Everyone who represents an organisation on a board on a day on which it is a service owner.
///
/// # Errors
/// When the database fails.
pub fn for_service_owners(conn: &mut Conn, on: NaiveDate) -> Result<HashSet<PersonId>> {
    let same = service_owner_period::organisation_id
        .nullable()
        .eq(appointment::organisation_id);
    let people: Vec<PersonId> = representation::table
        .inner_join(appointment::table)
        .inner_join(service_owner_period::table.on(same))
        .filter(representation::valid_from.le(on))
        .filter((representation::valid_until.is_null()).or(representation::valid_until.gt(on)))
        .filter(appointment::valid_from.le(on))
        .filter((appointment::valid_until.is_null()).or(appointment::valid_until.gt(on)))
        .filter(service_owner_period::valid_from.le(on))
        .filter(
            (service_owner_period::valid_until.is_null())
                .or(service_owner_period::valid_until.gt(on)),
        )
        .select(representation::person_id)
        .load(conn)?;
    Ok(people.into_iter().collect())
}

/// Each of these boards' own date.
fn today_at(
    conn: &mut Conn,
    boards: impl Iterator<Item = BoardId>,
    now: Moment,
) -> Result<HashMap<BoardId, NaiveDate>> {
    let boards: BTreeSet<BoardId> = boards.collect();
    if boards.is_empty() {
        return Ok(HashMap::new());
    }
    let zones: Vec<(BoardId, String)> = board::table
        .filter(among(board::id, boards))
        .select((board::id, board::zone))
        .load(conn)?;
    let dated = zones.into_iter().map(|(board, zone)| {
        let zone = parse_zone(&zone).context("a board has an unknown zone")?;
        Ok((board, local_date(zone, now.utc())))
    });
    dated.collect()
}

/// The boards whose secretariat is their parent's, where the person is the parent's.
fn councils_of(conn: &mut Conn, held: &BTreeSet<(BoardId, Role)>) -> Result<Vec<(BoardId, Role)>> {
    let kept = (held.iter()).filter(|(_, role)| *role == Role::Secretariat);
    let kept: Vec<BoardId> = kept.map(|(board, _)| *board).collect();
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let councils: Vec<BoardId> = board::table
        .filter(board::parent_secretariat)
        .filter(among(board::parent_id, &kept).past_index())
        .select(board::id)
        .load(conn)?;
    let secretariat = |council| (council, Role::Secretariat);
    Ok(councils.into_iter().map(secretariat).collect())
}
