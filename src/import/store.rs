//! What stands before an import, what it writes, and what waits to be imported.

mod past;
mod payments;
mod rows;

use super::rules::Wanted;
use super::{Book, Checked, Kinds, Known, KnownBoard};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::{Appointment, Representation, Seat};
use crate::calendar::{Period, parse_zone};
use crate::db::code_words;
use crate::db::ids::{AppointmentId, BoardId, MeetingId, OrganisationId, PersonId, RowId, SeatId};
use crate::db::schema::{
    appointment, board, import_draft, meeting, organisation, organisation_domain,
    organisation_name, person, representation, seat,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::web::access::Role;
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;
use std::collections::BTreeSet;

pub use rows::write;

/// How long a file that was looked over waits to be imported.
const KEPT: Duration = Duration::hours(24);

/// Everything that stands and that a file may speak of, always in the same order; of the past and of payments only where it
/// does.
///
/// # Errors
/// When the database fails.
pub fn known(conn: &mut Conn, slugs: &BTreeSet<String>, wanted: Wanted) -> Result<Known> {
    let mut known = Known {
        kinds: Kinds {
            board: code_words::list(conn, "board_kind")?,
            meeting: code_words::list(conn, "meeting_kind")?,
            seat: code_words::list(conn, "seat_kind")?,
            organisation: code_words::list(conn, "organisation_kind")?,
            case_type: code_words::list(conn, "case_type")?,
            case_subject: code_words::list(conn, "case_subject")?,
            outcome: code_words::list(conn, "outcome")?,
        },
        organisations: organisation::table
            .select((organisation::id, organisation::number))
            .order(organisation::id.asc())
            .load::<(OrganisationId, Option<String>)>(conn)?,
        names: organisation_name::table
            .select((
                organisation_name::organisation_id,
                organisation_name::name,
                organisation_name::short_name,
            ))
            .order(organisation_name::id.asc())
            .load::<(OrganisationId, String, String)>(conn)?,
        domains: organisation_domain::table
            .select(organisation_domain::domain)
            .order(organisation_domain::domain.asc())
            .load(conn)?,
        people: people(conn)?,
        boards: boards(conn)?,
        ..Known::default()
    };
    let named = known
        .boards
        .iter()
        .filter(|board| slugs.contains(&board.slug));
    let named: Vec<BoardId> = named.map(|board| board.id).collect();
    known.seats = seats(conn, &named)?;
    known.appointments = appointments(conn, &named)?;
    known.representations = representations(conn, &named)?;
    known.meetings = meeting::table
        .filter(among(meeting::board_id, &named))
        .select((
            meeting::id,
            meeting::board_id,
            meeting::kind,
            meeting::first_day,
        ))
        .order(meeting::id.asc())
        .load::<(MeetingId, BoardId, String, NaiveDate)>(conn)?;
    if wanted.past {
        known.past = past::known(conn, &named)?;
    }
    if wanted.payments {
        known.payments = payments::known(conn)?;
    }
    Ok(known)
}

fn people(conn: &mut Conn) -> Result<Vec<(PersonId, String, String)>> {
    let rows: Vec<(PersonId, Option<String>, String)> = person::table
        .filter(person::address.is_not_null())
        .select((person::id, person::address, person::name))
        .order(person::id.asc())
        .load(conn)?;
    let addressed =
        |(id, address, name): (PersonId, Option<String>, String)| Some((id, address?, name));
    Ok(rows.into_iter().filter_map(addressed).collect())
}

fn boards(conn: &mut Conn) -> Result<Vec<KnownBoard>> {
    let rows: Vec<(BoardId, String, String, Option<Moment>)> = board::table
        .select((board::id, board::slug, board::zone, board::mail_on_from))
        .order(board::id.asc())
        .load(conn)?;
    let known = |(id, slug, zone, mail_on_from): (_, _, String, Option<Moment>)| KnownBoard {
        id,
        slug,
        zone: parse_zone(&zone).unwrap_or(crate::people::ZONE),
        mail_is_on: mail_on_from.is_some(),
    };
    Ok(rows.into_iter().map(known).collect())
}

fn seats(conn: &mut Conn, of: &[BoardId]) -> Result<Vec<Seat>> {
    type Line = (SeatId, BoardId, String, i64, NaiveDate, Option<NaiveDate>);
    let rows: Vec<Line> = seat::table
        .filter(among(seat::board_id, of))
        .select((
            seat::id,
            seat::board_id,
            seat::kind,
            seat::position,
            seat::valid_from,
            seat::valid_until,
        ))
        .order(seat::id.asc())
        .load(conn)?;
    let seat = |(id, board, kind, position, from, until): Line| Seat {
        id,
        board,
        kind,
        position,
        period: Period { from, until },
    };
    Ok(rows.into_iter().map(seat).collect())
}

fn appointments(conn: &mut Conn, of: &[BoardId]) -> Result<Vec<Appointment>> {
    type Line = (
        AppointmentId,
        BoardId,
        Option<SeatId>,
        Option<OrganisationId>,
        Role,
        NaiveDate,
        Option<NaiveDate>,
        i64,
    );
    let rows: Vec<Line> = appointment::table
        .filter(among(appointment::board_id, of))
        .select((
            appointment::id,
            appointment::board_id,
            appointment::seat_id,
            appointment::organisation_id,
            appointment::role,
            appointment::valid_from,
            appointment::valid_until,
            appointment::version,
        ))
        .order(appointment::id.asc())
        .load(conn)?;
    let standing =
        |(id, board, seat, organisation, role, from, until, version): Line| Appointment {
            id,
            board,
            seat,
            organisation,
            role,
            period: Period { from, until },
            decision: String::new(),
            name_by: None,
            version,
        };
    Ok(rows.into_iter().map(standing).collect())
}

fn representations(conn: &mut Conn, of: &[BoardId]) -> Result<Vec<Representation>> {
    type Line = (RowId, AppointmentId, PersonId, NaiveDate, Option<NaiveDate>);
    let rows: Vec<Line> = representation::table
        .inner_join(appointment::table)
        .filter(among(appointment::board_id, of))
        .select((
            representation::id,
            representation::appointment_id,
            representation::person_id,
            representation::valid_from,
            representation::valid_until,
        ))
        .order(representation::id.asc())
        .load(conn)?;
    let standing = |(id, appointment, person, from, until): Line| Representation {
        id,
        appointment,
        person,
        period: Period { from, until },
        level: None,
    };
    Ok(rows.into_iter().map(standing).collect())
}

/// Writes down that a file was imported: how many rows of each sheet are new.
///
/// # Errors
/// When the database fails.
pub fn record(conn: &mut Conn, actor: Actor, now: Moment, checked: &Checked) -> Result<()> {
    let changes = checked
        .counts
        .iter()
        .filter_map(|count| Change::of(&super::headings::sheet_text(count.sheet), &0, &count.new));
    let id = RowId::new();
    let entry = Entry {
        board_id: None,
        object_kind: "import",
        object_id: id.as_str(),
        object_version: 1,
        action: "imported",
        changes: changes.collect(),
    };
    audit::record(conn, actor, now, &entry)
}

/// Keeps a file for the person who uploaded it, in place of the one before; throws away what is too old.
///
/// # Errors
/// When the database fails.
pub fn keep(conn: &mut Conn, of: PersonId, book: &str, now: Moment) -> Result<RowId> {
    let id = RowId::new();
    let old = import_draft::table.filter(
        import_draft::expires_at
            .le(now)
            .or(import_draft::person_id.eq(of)),
    );
    diesel::delete(old).execute(conn)?;
    diesel::insert_into(import_draft::table)
        .values((
            import_draft::id.eq(id),
            import_draft::person_id.eq(of),
            import_draft::book.eq(book),
            import_draft::created_at.eq(now),
            import_draft::expires_at.eq(now + KEPT),
        ))
        .execute(conn)?;
    Ok(id)
}

/// The file that waits for this person, if one does.
///
/// # Errors
/// When the database fails.
pub fn waiting(conn: &mut Conn, of: PersonId, now: Moment) -> Result<Option<(RowId, Book)>> {
    let found: Option<(RowId, String)> = import_draft::table
        .filter(import_draft::person_id.eq(of))
        .filter(import_draft::expires_at.gt(now))
        .select((import_draft::id, import_draft::book))
        .first(conn)
        .optional()?;
    let Some((id, book)) = found else {
        return Ok(None);
    };
    // A file kept by another version of the product may read differently: it is uploaded again.
    Ok(serde_json::from_str(&book).ok().map(|book| (id, book)))
}

/// Throws away the file that waited for this person.
///
/// # Errors
/// When the database fails.
pub fn throw_away(conn: &mut Conn, of: PersonId) -> Result<()> {
    let waiting = import_draft::table.filter(import_draft::person_id.eq(of));
    diesel::delete(waiting).execute(conn)?;
    Ok(())
}
