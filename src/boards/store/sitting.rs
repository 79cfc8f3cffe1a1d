//! Who has which role on which day: for mail, pages and sign-in.

use super::board as one_board;
use crate::boards::Sitting;
use crate::calendar::{Period, local_date, parse_zone};
use crate::db::Conn;
use crate::db::ids::{AppointmentId, BoardId, OrganisationId, PersonId};
use crate::db::schema::{appointment, board, person, representation};
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::Language;
use crate::mail::Recipient;
use crate::web::Roles;
use crate::web::access::Role;
use anyhow::Context;
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use std::collections::BTreeSet;

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

/// The roles a person has on boards, on each board's own date.
///
/// # Errors
/// When the database fails.
pub fn roles(conn: &mut Conn, id: PersonId, now: Moment, roles: &mut Roles) -> Result<()> {
    type Row = (
        BoardId,
        String,
        Role,
        NaiveDate,
        Option<NaiveDate>,
        NaiveDate,
        Option<NaiveDate>,
    );
    let columns = (
        board::id,
        board::zone,
        appointment::role,
        appointment::valid_from,
        appointment::valid_until,
        representation::valid_from,
        representation::valid_until,
    );
    // The boards' own dates are at most a day from each other; what a board's date says is asked below.
    let (yesterday, tomorrow) = (
        now.utc().date_naive() - Days::new(1),
        now.utc().date_naive() + Days::new(1),
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table.inner_join(board::table))
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
        .select(columns)
        .load(conn)?;
    // A set, because the secretary of a thousand boards has a thousand rows.
    let mut held = BTreeSet::new();
    for (board, zone, role, from, until, since, to) in rows {
        let today = local_date(
            parse_zone(&zone).context("a board has an unknown zone")?,
            now.utc(),
        );
        let holds = Period { from, until }.contains(today)
            && Period {
                from: since,
                until: to,
            }
            .contains(today);
        if holds {
            held.insert((board, role));
        }
    }
    let kept: Vec<BoardId> = (held.iter())
        .filter(|(_, role)| *role == Role::Secretariat)
        .map(|(board, _)| *board)
        .collect();
    if !kept.is_empty() {
        let councils: Vec<BoardId> = board::table
            .filter(board::parent_secretariat.eq(true))
            .filter(board::parent_id.eq_any(&kept))
            .select(board::id)
            .load(conn)?;
        held.extend(
            councils
                .into_iter()
                .map(|council| (council, Role::Secretariat)),
        );
    }
    roles.boards.extend(held);
    Ok(())
}
