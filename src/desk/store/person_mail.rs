//! Why one person did, or did not, get their mails.
//!
//! Asked board by board, so that a secretariat learns nothing of the person's other boards. Of mail about no board a
//! secretariat sees the invitations, because it invites; an administrator sees all.

use super::ledger::{LineRow, MOST, message_lines};
use super::lines::{self, occasion_lines};
use crate::boards::rules::common;
use crate::calendar::{Period, local_date};
use crate::db::ids::{AppointmentId, BoardId, OccasionId, PersonId};
use crate::db::schema::{appointment, digest_thing, message, occasion, person, representation};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::desk::{Held, MailOf, MessageLine, NotTold, OccasionLine, Scope, rules, zone_of};
use crate::error::Result;
use crate::mail::{Occasion, OccasionState};
use crate::web::access::Role;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// How many occasions to come are shown.
const COMING: usize = 20;
/// How many settled ones are shown.
const SETTLED: usize = 50;
/// How many of the boards' occasions are looked through: some years of a board.
const READ: i64 = 400;
/// The mail about no board that those who invite may see.
const INVITATIONS: [&str; 1] = ["invited"];

/// What the ledger says of a person, as far as the reader may know it.
///
/// # Errors
/// `NotFound` when there is no such person, or when the database fails.
pub fn mail_of(conn: &mut Conn, of: PersonId, scope: &Scope, now: Moment) -> Result<MailOf> {
    let name: String = person::table.find(of).select(person::name).first(conn)?;
    let held = held(conn, of, &scope.boards)?;
    let (not_told, coming) = if held.is_empty() {
        (Vec::new(), Vec::new())
    } else {
        (not_told(conn, of, &held)?, coming(conn, &held, now)?)
    };
    Ok(MailOf {
        name,
        messages: messages(conn, of, scope)?,
        not_told,
        coming,
    })
}

/// The roles that a person has or had on these boards.
fn held(conn: &mut Conn, of: PersonId, boards: &[BoardId]) -> Result<Vec<Held>> {
    type Row = (
        BoardId,
        Role,
        AppointmentId,
        (NaiveDate, Option<NaiveDate>),
        (NaiveDate, Option<NaiveDate>),
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table)
        .filter(representation::person_id.eq(of))
        .filter(among(appointment::board_id, boards))
        .select((
            appointment::board_id,
            appointment::role,
            appointment::id,
            (appointment::valid_from, appointment::valid_until),
            (representation::valid_from, representation::valid_until),
        ))
        .load(conn)?;
    let held = |(board, role, appointment, (from, until), (since, to)): Row| {
        let (term, use_of_it) = (
            Period { from, until },
            Period {
                from: since,
                until: to,
            },
        );
        let period = common(term, use_of_it)?;
        Some(Held {
            board,
            role,
            appointment,
            period,
        })
    };
    Ok(rows.into_iter().filter_map(held).collect())
}

fn messages(conn: &mut Conn, of: PersonId, scope: &Scope) -> Result<Vec<MessageLine>> {
    let all = message::table
        .inner_join(occasion::table)
        .filter(message::person_id.eq(of))
        .order((message::created_at.desc(), message::id.desc()))
        .limit(2 * MOST)
        .select((LineRow::as_select(), occasion::kind));
    let boards = among(message::board_id, &scope.boards);
    let rows: Vec<(LineRow, String)> = if scope.boardless {
        let seen = message::board_id.is_null().or(boards);
        all.filter(seen).load(conn)?
    } else {
        let invitation = occasion::kind.eq_any(INVITATIONS);
        let seen = message::board_id.is_null().and(invitation).or(boards);
        all.filter(seen).load(conn)?
    };
    message_lines(conn, rows)
}

/// Settled occasions for a role of this person's that made no mail to them, the latest first. What was withdrawn
/// before its time would have told nobody, and is left out.
fn not_told(conn: &mut Conn, of: PersonId, held: &[Held]) -> Result<Vec<NotTold>> {
    let to_them = message::table
        .filter(message::occasion_id.eq(occasion::id))
        .filter(message::person_id.eq(of));
    let withdrawn_early = occasion::state
        .eq(OccasionState::Withdrawn)
        .and(occasion::settled_at.le(occasion::due.nullable()));
    let rows: Vec<Occasion> = occasion::table
        .filter(among(occasion::board_id, held.iter().map(|it| it.board)))
        .filter(occasion::state.ne(OccasionState::Planned))
        .filter(diesel::dsl::not(withdrawn_early))
        .filter(diesel::dsl::not(diesel::dsl::exists(to_them)))
        .order((occasion::due.desc(), occasion::id.desc()))
        .limit(READ)
        .select(Occasion::as_select())
        .load(conn)?;
    let rows = theirs(conn, held, rows, SETTLED)?;
    let together = told_together(conn, of, &rows)?;
    let told = |line: OccasionLine| {
        let at = line.occasion.settled_at.unwrap_or(line.occasion.due);
        let day = local_date(zone_of(line.board.as_ref()), at.utc());
        let mut then: Vec<Role> = held
            .iter()
            .filter(|it| Some(it.board) == line.occasion.board_id && it.period.contains(day))
            .map(|it| it.role)
            .collect();
        then.sort();
        then.dedup();
        NotTold {
            is_told_together: together.contains(&line.occasion.id),
            line,
            then,
        }
    };
    Ok(occasion_lines(conn, rows)?.into_iter().map(told).collect())
}

/// Those of these occasions that a weekly mail had told this person of, and spoke for when they were due.
fn told_together(conn: &mut Conn, of: PersonId, rows: &[Occasion]) -> Result<BTreeSet<OccasionId>> {
    type Told = (String, String, NaiveDate, Moment, Moment);
    let told: Vec<Told> = digest_thing::table
        .inner_join(occasion::table)
        .filter(digest_thing::person_id.eq(of))
        .filter(among(
            digest_thing::object_id,
            rows.iter().map(|row| row.object_id.as_str()),
        ))
        .select((
            digest_thing::kind,
            digest_thing::object_id,
            digest_thing::about_day,
            occasion::due,
            occasion::expires,
        ))
        .load(conn)?;
    let speaks_for = |row: &&Occasion| {
        told.iter().any(|(kind, object, day, from, until)| {
            (kind, object, Some(*day)) == (&row.kind, &row.object_id, row.about_day)
                && (*from..*until).contains(&row.due)
        })
    };
    Ok(rows.iter().filter(speaks_for).map(|row| row.id).collect())
}

/// Occasions to come for a role that this person has today.
fn coming(conn: &mut Conn, held: &[Held], now: Moment) -> Result<Vec<OccasionLine>> {
    let places = super::places(conn, held.iter().map(|it| it.board))?;
    let mut today = Vec::new();
    for it in held {
        let day = local_date(places.of(it.board)?.zone, now.utc());
        if it.period.contains(day) {
            today.push(it.clone());
        }
    }
    let rows: Vec<Occasion> = occasion::table
        .filter(among(occasion::board_id, today.iter().map(|it| it.board)))
        .filter(occasion::state.eq(OccasionState::Planned))
        .order((occasion::due.asc(), occasion::id.asc()))
        .limit(READ)
        .select(Occasion::as_select())
        .load(conn)?;
    let rows = theirs(conn, &today, rows, COMING)?;
    occasion_lines(conn, rows)
}

/// Those of these occasions that are for one of these roles; so many of them.
fn theirs(
    conn: &mut Conn,
    held: &[Held],
    mut rows: Vec<Occasion>,
    most: usize,
) -> Result<Vec<Occasion>> {
    let reminders = lines::reminders(conn, &rows)?;
    rows.retain(|row| {
        let of = row.board_id.and_then(|board| reminders.get(&board));
        let to = rules::audience(&row.kind, &row.slot, of.map_or(&[][..], Vec::as_slice));
        held.iter().any(|held| rules::is_for(held, row, &to))
    });
    rows.truncate(most);
    Ok(rows)
}
