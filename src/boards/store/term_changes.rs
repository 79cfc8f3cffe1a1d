//! Changes of seats, appointments and representations.
//!
//! Whether a term clashes with another on its seat is asked in the
//! same write that saves it, so that of two people who fill one seat at once, one is refused.

use super::changes::By;
use super::terms::{appointment as one_appointment, appointments, representations, seats};
use crate::audit::Change;
use crate::boards::rules::{self, seat_clash};
use crate::boards::{Appointment, Refusal, Representation};
use crate::calendar::Period;
use crate::db::Conn;
use crate::db::ids::{AppointmentId, BoardId, OrganisationId, PersonId, RowId, SeatId};
use crate::db::schema::{appointment, person, representation, seat};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said, Value};
use crate::people::store::passing;
use crate::web::access::Role;
use chrono::NaiveDate;
use diesel::prelude::*;

/// Adds so many seats of one kind.
///
/// # Errors
/// When the database fails.
pub fn add_seats(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    kind: &str,
    period: Period,
    how_many: i64,
) -> Result<()> {
    let last = seats(conn, of)?.last().map_or(0, |seat| seat.position);
    for position in last + 1..=last + how_many {
        let id = SeatId::new();
        diesel::insert_into(seat::table)
            .values((
                seat::id.eq(id),
                seat::board_id.eq(of),
                seat::kind.eq(kind),
                seat::position.eq(position),
                seat::valid_from.eq(period.from),
                seat::valid_until.eq(period.until),
            ))
            .execute(conn)?;
        by.records(conn, of, ("seat", id.as_str(), 1), "seat-added", Vec::new())?;
    }
    Ok(())
}

/// Ends a seat of this board; refused while someone is appointed to it after that.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn end_seat(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    id: SeatId,
    until: NaiveDate,
) -> Result<Result<(), Refusal>> {
    let found = seats(conn, of)?.into_iter().find(|seat| seat.id == id);
    let standing = found.ok_or(Error::NotFound)?;
    if until <= standing.period.from {
        let said = Said::new("boards-ends-before-it-begins");
        return Ok(Err(Refusal::Because("seat-last-day", said)));
    }
    let after = Period {
        from: until,
        until: None,
    };
    if seat_clash(&appointments(conn, of)?, id, after, None).is_some() {
        let said = Said::new("boards-seat-is-held");
        return Ok(Err(Refusal::Because("seat-last-day", said)));
    }
    diesel::update(seat::table.find(id))
        .set(seat::valid_until.eq(until))
        .execute(conn)?;
    let change = Change::of(
        "boards-last-day",
        &last_day(standing.period),
        &day_before(until),
    );
    by.records(
        conn,
        of,
        ("seat", id.as_str(), 1),
        "seat-ended",
        change.into_iter().collect(),
    )?;
    Ok(Ok(()))
}

/// A term, as a form gives it.
#[derive(Clone, Debug)]
pub struct TermDraft {
    pub seat: Option<SeatId>,
    pub organisation: Option<OrganisationId>,
    pub role: Role,
    pub period: Period,
    pub decision: String,
}

/// Appoints an organisation to a role, on a seat or without one.
///
/// # Errors
/// When the database fails.
pub fn appoint(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    draft: &TermDraft,
) -> Result<Result<AppointmentId, Refusal>> {
    if let Some(on) = draft.seat
        && let Some(refusal) = seat_refusal(conn, of, on, draft.period, None)?
    {
        return Ok(Err(refusal));
    }
    let id = AppointmentId::new();
    diesel::insert_into(appointment::table)
        .values((
            appointment::id.eq(id),
            appointment::board_id.eq(of),
            appointment::seat_id.eq(draft.seat),
            appointment::organisation_id.eq(draft.organisation),
            appointment::role.eq(draft.role),
            appointment::valid_from.eq(draft.period.from),
            appointment::valid_until.eq(draft.period.until),
            appointment::decision.eq(&draft.decision),
        ))
        .execute(conn)?;
    by.records(
        conn,
        of,
        ("appointment", id.as_str(), 1),
        "appointed",
        Vec::new(),
    )?;
    Ok(Ok(id))
}

/// Why a seat cannot be held in a period: it is not there, or someone else holds it.
fn seat_refusal(
    conn: &mut Conn,
    of: BoardId,
    on: SeatId,
    wanted: Period,
    except: Option<AppointmentId>,
) -> Result<Option<Refusal>> {
    let seats = seats(conn, of)?;
    let Some(seat) = seats.iter().find(|seat| seat.id == on) else {
        return Ok(Some(Refusal::Because(
            "seat",
            Said::new("form-not-a-choice"),
        )));
    };
    if rules::common(seat.period, wanted) != Some(wanted) {
        return Ok(Some(Refusal::Because(
            "seat",
            Said::new("boards-seat-not-there"),
        )));
    }
    let standing = appointments(conn, of)?;
    Ok(seat_clash(&standing, on, wanted, except).map(|other| {
        let said = Said::new("boards-seat-taken")
            .with("from", other.period.from)
            .with(
                "until",
                other
                    .period
                    .last_day()
                    .map_or_else(|| Value::from("none"), Value::from),
            );
        Refusal::Because("from", said)
    }))
}

/// Sets the day a term ends, early or later than it stood, unless someone saved after `version`.
///
/// # Errors
/// When the database fails.
pub fn end_term(
    conn: &mut Conn,
    by: By,
    standing: &Appointment,
    version: i64,
    until: Option<NaiveDate>,
) -> Result<Result<(), Refusal>> {
    let Ok(period) = Period::new(standing.period.from, until) else {
        let said = Said::new("boards-ends-before-it-begins");
        return Ok(Err(Refusal::Because("last-day", said)));
    };
    if let Some(on) = standing.seat
        && let Some(refusal) = seat_refusal(conn, standing.board, on, period, Some(standing.id))?
    {
        let Refusal::Because(_, said) = refusal else {
            return Ok(Err(refusal));
        };
        return Ok(Err(Refusal::Because("last-day", said)));
    }
    if !raise(conn, standing.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    diesel::update(appointment::table.find(standing.id))
        .set(appointment::valid_until.eq(until))
        .execute(conn)?;
    let change = Change::of(
        "boards-last-day",
        &last_day(standing.period),
        &last_day(period),
    );
    appointment_changed(conn, by, standing, version, "term-ended", change)
}

/// Asks the organisation to name its representative by a date, or no longer.
///
/// # Errors
/// When the database fails.
pub fn ask_to_name(
    conn: &mut Conn,
    by: By,
    standing: &Appointment,
    version: i64,
    name_by: Option<NaiveDate>,
) -> Result<Result<(), Refusal>> {
    if !raise(conn, standing.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    set_name_by(conn, standing.id, name_by)?;
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let change = Change::of("boards-name-by", &text(standing.name_by), &text(name_by));
    appointment_changed(conn, by, standing, version, "naming-asked", change)
}

fn set_name_by(conn: &mut Conn, id: AppointmentId, name_by: Option<NaiveDate>) -> Result<()> {
    diesel::update(appointment::table.find(id))
        .set(appointment::name_by.eq(name_by))
        .execute(conn)?;
    Ok(())
}

/// Lets a person use an appointment's right in a period. On a seat the one before ends as the new one begins; what
/// stands later is refused. The organisation is then no longer asked to name anyone.
///
/// # Errors
/// When the database fails.
pub fn represent(
    conn: &mut Conn,
    by: By,
    standing: &Appointment,
    version: i64,
    who: PersonId,
    period: Period,
) -> Result<Result<(), Refusal>> {
    if let Some(refusal) = represent_refusal(conn, standing, Some(who), period)? {
        return Ok(Err(refusal));
    }
    if !raise(conn, standing.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    for other in beside(conn, standing, who, period)? {
        diesel::update(representation::table.find(other.id))
            .set(representation::valid_until.eq(period.from))
            .execute(conn)?;
    }
    diesel::insert_into(representation::table)
        .values((
            representation::id.eq(RowId::new()),
            representation::appointment_id.eq(standing.id),
            representation::person_id.eq(who),
            representation::valid_from.eq(period.from),
            representation::valid_until.eq(period.until),
        ))
        .execute(conn)?;
    passing::keep(conn, who)?;
    set_name_by(conn, standing.id, None)?;
    let change = Change::of("boards-person", &"", &person_name(conn, who)?);
    appointment_changed(conn, by, standing, version, "person-named", change)
}

/// Whom a new representation overlaps: on a seat anyone, otherwise the same person.
fn beside(
    conn: &mut Conn,
    standing: &Appointment,
    who: PersonId,
    period: Period,
) -> Result<Vec<Representation>> {
    let alone = rules::takes_one_person(standing);
    let mut all = representations(conn, standing.board)?;
    all.retain(|it| it.appointment == standing.id && it.period.overlaps(&period));
    all.retain(|it| alone || it.person == who);
    Ok(all)
}

/// Why nobody, or not this person, can use an appointment from a day on.
fn represent_refusal(
    conn: &mut Conn,
    standing: &Appointment,
    who: Option<PersonId>,
    period: Period,
) -> Result<Option<Refusal>> {
    if !standing.period.contains(period.from) {
        let said = Said::new("boards-outside-the-term");
        return Ok(Some(Refusal::Because("person-from", said)));
    }
    // Someone not in the register yet has an id of their own that nobody else has.
    let who = who.unwrap_or_default();
    let others = beside(conn, standing, who, period)?;
    let in_the_way = |it: &Representation| it.person == who || it.period.from >= period.from;
    Ok(others
        .iter()
        .any(in_the_way)
        .then(|| Refusal::Because("person-from", Said::new("boards-person-overlaps"))))
}

/// Ends a person's representation, unless someone saved after `version`.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn end_representation(
    conn: &mut Conn,
    by: By,
    standing: &Appointment,
    version: i64,
    id: RowId,
    until: NaiveDate,
) -> Result<Result<(), Refusal>> {
    let all = representations(conn, standing.board)?;
    let found = all
        .iter()
        .find(|it| it.id == id && it.appointment == standing.id)
        .ok_or(Error::NotFound)?;
    if until <= found.period.from {
        let said = Said::new("boards-ends-before-it-begins");
        return Ok(Err(Refusal::Because("person-last-day", said)));
    }
    if found.period.until.is_some_and(|standing| until > standing) {
        let said = Said::new("boards-person-ended-already");
        return Ok(Err(Refusal::Because("person-last-day", said)));
    }
    if !raise(conn, standing.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    diesel::update(representation::table.find(id))
        .set(representation::valid_until.eq(until))
        .execute(conn)?;
    let change = Change::of(
        "boards-last-day",
        &last_day(found.period),
        &day_before(until),
    );
    appointment_changed(conn, by, standing, version, "person-ended", change)
}

/// Someone who is not in the register yet, as a form gives them.
#[derive(Clone, Debug)]
pub struct PersonDraft {
    pub name: String,
    pub address: String,
    pub language: Language,
    pub title: String,
}

/// Adds a person to the register and lets them use an appointment's right; neither when one is refused.
///
/// # Errors
/// When the database fails.
pub fn represent_by_new(
    conn: &mut Conn,
    by: By,
    standing: &Appointment,
    version: i64,
    draft: &PersonDraft,
    period: Period,
) -> Result<Result<(), Refusal>> {
    if let Some(refusal) = represent_refusal(conn, standing, None, period)? {
        return Ok(Err(refusal));
    }
    if one_appointment(conn, standing.id)?.version != version {
        return Ok(Err(Refusal::Stale));
    }
    let Some(who) = add_person(conn, by, draft)? else {
        let said = Said::new("boards-address-taken");
        return Ok(Err(Refusal::Because("address", said)));
    };
    represent(conn, by, standing, version, who, period)
}

/// Adds a person; none when someone already has the address.
fn add_person(conn: &mut Conn, by: By, draft: &PersonDraft) -> Result<Option<PersonId>> {
    let taken: i64 = person::table
        .filter(person::address.eq(&draft.address))
        .count()
        .get_result(conn)?;
    if taken > 0 {
        return Ok(None);
    }
    let id = PersonId::new();
    diesel::insert_into(person::table)
        .values((
            person::id.eq(id),
            person::name.eq(&draft.name),
            person::address.eq(&draft.address),
            person::language.eq(draft.language.tag()),
            person::title.eq(&draft.title),
            person::created_at.eq(by.at),
        ))
        .execute(conn)?;
    Ok(Some(id))
}

pub(super) fn raise(conn: &mut Conn, id: AppointmentId, version: i64) -> Result<bool> {
    let standing =
        appointment::table.filter(appointment::id.eq(id).and(appointment::version.eq(version)));
    let changed = diesel::update(standing)
        .set(appointment::version.eq(version + 1))
        .execute(conn)?;
    Ok(changed == 1)
}

pub(super) fn appointment_changed(
    conn: &mut Conn,
    by: By,
    standing: &Appointment,
    version: i64,
    action: &str,
    change: Option<Change>,
) -> Result<Result<(), Refusal>> {
    let object = ("appointment", standing.id.as_str(), version + 1);
    by.records(
        conn,
        standing.board,
        object,
        action,
        change.into_iter().collect(),
    )?;
    Ok(Ok(()))
}

pub(super) fn person_name(conn: &mut Conn, id: PersonId) -> Result<String> {
    Ok(person::table.find(id).select(person::name).first(conn)?)
}

fn last_day(period: Period) -> String {
    period
        .last_day()
        .map(|day| day.to_string())
        .unwrap_or_default()
}

fn day_before(until: NaiveDate) -> String {
    until
        .pred_opt()
        .map(|day| day.to_string())
        .unwrap_or_default()
}
