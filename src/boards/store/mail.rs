//! What the mail of terms, mandates, reports and naming reads and writes.

use super::{reminders, reports, terms, versions};
use crate::boards::rules::{self, mail_kind};
use crate::boards::{Appointment, MandateState, ToRole};
use crate::db::Conn;
use crate::db::ids::{AppointmentId, BoardId, OrganisationId};
use crate::db::schema::{occasion, organisation, person, representation};
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::Language;
use crate::mail::ledger::{Scope, reconcile};
use crate::mail::{Occasion, OccasionState, Recipient, Wanted};
use crate::people;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Derives what a board's terms, mandates and reports make due, and makes the ledger want just that.
///
/// # Errors
/// When the database fails.
pub fn replan(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    let mut standing = standing(conn, of)?;
    let wanted = wanted(conn, of, &standing, now)?;
    for object in wanted.keys() {
        standing.entry(object.clone()).or_default();
    }
    for (object, rows) in &standing {
        let scope = Scope {
            board: Some(of),
            object_id: object,
            kinds: &mail_kind::ALL,
        };
        let wanted = wanted.get(object).map_or(&[][..], Vec::as_slice);
        reconcile(conn, scope, rows, wanted, now)?;
    }
    Ok(())
}

/// Every reminder of what is open on a board, told or not: what a weekly mail chooses from. The question to an
/// organisation is none of them.
///
/// # Errors
/// When the database fails.
pub fn all_reminders(conn: &mut Conn, of: BoardId) -> Result<Vec<Wanted>> {
    // Asked at the beginning of time, nothing has passed and nothing is told.
    let beginning = Moment::from(chrono::DateTime::UNIX_EPOCH);
    let all = wanted(conn, of, &ByObject::new(), beginning)?;
    let all = all.into_values().flatten();
    Ok(all.filter(|want| want.key.slot != rules::ASK).collect())
}

type ByObject<T> = BTreeMap<String, Vec<T>>;

/// When the question that stands was put to an organisation, and when it is next reminded; none where this question,
/// to be answered by `day`, has not been put.
///
/// # Errors
/// When the database fails.
pub fn asked(
    conn: &mut Conn,
    of: AppointmentId,
    day: NaiveDate,
) -> Result<Option<(Moment, Option<Moment>)>> {
    type Row = (String, Option<NaiveDate>, Moment, OccasionState);
    let rows: Vec<Row> = occasion::table
        .filter(occasion::object_id.eq(of.as_str()))
        .filter(occasion::kind.eq(mail_kind::NAMING))
        .order(occasion::due.asc())
        .select((
            occasion::slot,
            occasion::about_day,
            occasion::due,
            occasion::state,
        ))
        .load(conn)?;
    let put = rows.iter().rfind(|(slot, about, _, state)| {
        slot == rules::ASK && *about == Some(day) && *state == OccasionState::Told
    });
    let next = rows
        .iter()
        .find(|(_, _, _, state)| *state == OccasionState::Planned);
    Ok(put.map(|(_, _, at, _)| (*at, next.map(|(_, _, due, _)| *due))))
}

fn standing(conn: &mut Conn, of: BoardId) -> Result<ByObject<Occasion>> {
    let rows: Vec<Occasion> = occasion::table
        .filter(
            occasion::board_id
                .eq(of)
                .and(occasion::kind.eq_any(mail_kind::ALL)),
        )
        .order(occasion::occurrence.asc())
        .select(Occasion::as_select())
        .load(conn)?;
    let mut by_object: ByObject<Occasion> = BTreeMap::new();
    for row in rows {
        by_object
            .entry(row.object_id.clone())
            .or_default()
            .push(row);
    }
    Ok(by_object)
}

fn wanted(
    conn: &mut Conn,
    of: BoardId,
    standing: &ByObject<Occasion>,
    now: Moment,
) -> Result<ByObject<Wanted>> {
    let board = super::board(conn, of)?;
    let (reminders, versions) = (reminders(conn, of)?, versions(conn, of)?);
    let mut mandates = versions.clone();
    mandates.retain(|it| it.state == MandateState::Approved);
    let (appointments, using) = (
        terms::appointments(conn, of)?,
        terms::representations(conn, of)?,
    );
    let told = |object: &str| standing.get(object).map_or(&[][..], Vec::as_slice);
    let mut wanted = Vec::new();
    for it in &appointments {
        wanted.extend(rules::term_ends(&board, &reminders, it, &appointments));
        let named = rules::is_named(it, &using);
        wanted.extend(rules::naming(
            &board,
            &reminders,
            it,
            named,
            told(it.id.as_str()),
            now,
        ));
        let told = told(it.id.as_str());
        wanted.extend(rules::vacancy(&board, &reminders, it, &using, told, now));
    }
    for it in &mandates {
        wanted.extend(rules::mandate_expires(&board, &reminders, it, &mandates));
    }
    for it in &versions {
        wanted.extend(rules::versions::unapproved(&board, &reminders, it));
    }
    for it in reports::reports(conn, of)? {
        let told = told(it.id.as_str());
        wanted.extend(rules::council_report(&board, &reminders, &it, told, now));
    }
    let mut by_object: ByObject<Wanted> = BTreeMap::new();
    for want in wanted {
        by_object
            .entry(want.key.object_id.clone())
            .or_default()
            .push(want);
    }
    Ok(by_object)
}

/// Whom mail about an appointment, or about the board when there is none, goes to on a day, each once.
///
/// # Errors
/// When the database fails.
pub fn recipients_of(
    conn: &mut Conn,
    board: BoardId,
    appointment: Option<&Appointment>,
    roles: &[ToRole],
    on: NaiveDate,
) -> Result<Vec<Recipient>> {
    let mut found = Vec::new();
    for to in roles {
        match (to, to.role(), appointment) {
            (ToRole::Organisation, _, Some(of)) => {
                if let Some(organisation) = of.organisation {
                    found.extend(mailbox(conn, organisation, on)?);
                }
            }
            (ToRole::Secretariat | ToRole::Chair, Some(role), _) | (_, Some(role), None) => {
                found.extend(super::recipients(conn, board, role, on)?);
            }
            (_, Some(role), Some(of)) if role == of.role => {
                found.extend(representatives(conn, of, on)?);
            }
            _ => {}
        }
    }
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found.dedup_by(|a, b| a.key == b.key);
    Ok(found)
}

/// The mailbox of an organisation under its name on a day; none when it has no mailbox.
///
/// # Errors
/// When the database fails.
pub fn mailbox(conn: &mut Conn, of: OrganisationId, on: NaiveDate) -> Result<Option<Recipient>> {
    let (mailbox, language): (Option<String>, String) = organisation::table
        .find(of)
        .select((organisation::mailbox, organisation::language))
        .first(conn)?;
    let language = Language::from_tag(&language).unwrap_or(Language::NB);
    let Some(mailbox) = mailbox else {
        return Ok(None);
    };
    let names = people::store::names_on(conn, on)?;
    let name = names
        .get(&of)
        .map(|(name, _)| name.clone())
        .unwrap_or_default();
    Ok(Some(Recipient::organisation(of, name, mailbox, language)))
}

fn representatives(conn: &mut Conn, of: &Appointment, on: NaiveDate) -> Result<Vec<Recipient>> {
    type Row = (crate::db::ids::PersonId, String, Option<String>, String);
    let rows: Vec<Row> = representation::table
        .inner_join(person::table)
        .filter(representation::appointment_id.eq(of.id))
        .filter(representation::valid_from.le(on))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(on)),
        )
        .select((person::id, person::name, person::address, person::language))
        .load(conn)?;
    let recipient = |(id, name, address, language): Row| {
        let language = Language::from_tag(&language).unwrap_or(Language::NB);
        Some(Recipient::person(id, name, address?, language))
    };
    Ok(rows.into_iter().filter_map(recipient).collect())
}
