//! Seats, appointments and representations: reading them.

use crate::boards::{Appointment, Representation, Seat};
use crate::calendar::Period;
use crate::db::Conn;
use crate::db::ids::{AppointmentId, BoardId, OrganisationId, PersonId, RowId, SeatId};
use crate::db::schema::{appointment, representation, seat};
use crate::error::{Error, Result};
use crate::web::OfBoard;
use crate::web::access::Role;
use chrono::NaiveDate;
use diesel::prelude::*;

/// The seats of a board, by position.
///
/// # Errors
/// When the database fails.
pub fn seats(conn: &mut Conn, of: BoardId) -> Result<Vec<Seat>> {
    let rows: Vec<(SeatId, String, i64, NaiveDate, Option<NaiveDate>)> = seat::table
        .filter(seat::board_id.eq(of))
        .order((seat::position.asc(), seat::id.asc()))
        .select((
            seat::id,
            seat::kind,
            seat::position,
            seat::valid_from,
            seat::valid_until,
        ))
        .load(conn)?;
    let seat = |(id, kind, position, from, until)| Seat {
        id,
        board: of,
        kind,
        position,
        period: Period { from, until },
    };
    Ok(rows.into_iter().map(seat).collect())
}

type AppointmentRow = (
    AppointmentId,
    BoardId,
    Option<SeatId>,
    Option<OrganisationId>,
    Role,
    NaiveDate,
    Option<NaiveDate>,
    String,
    Option<NaiveDate>,
    i64,
);

fn appointment_of(row: AppointmentRow) -> Appointment {
    let (id, board, seat, organisation, role, from, until, decision, name_by, version) = row;
    Appointment {
        id,
        board,
        seat,
        organisation,
        role,
        period: Period { from, until },
        decision,
        name_by,
        version,
    }
}

/// Every appointment a board has had, has, or will have, oldest first.
///
/// # Errors
/// When the database fails.
pub fn appointments(conn: &mut Conn, of: BoardId) -> Result<Vec<Appointment>> {
    let rows: Vec<AppointmentRow> = appointment::table
        .filter(appointment::board_id.eq(of))
        .order((appointment::valid_from.asc(), appointment::id.asc()))
        .select(appointment::all_columns)
        .load(conn)?;
    Ok(rows.into_iter().map(appointment_of).collect())
}

/// One appointment.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn appointment(conn: &mut Conn, id: AppointmentId) -> Result<Appointment> {
    let row: AppointmentRow = appointment::table
        .find(id)
        .select(appointment::all_columns)
        .first(conn)?;
    Ok(appointment_of(row))
}

impl OfBoard for Appointment {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        appointment(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }
}

/// Every representation of a board's appointments, oldest first.
///
/// # Errors
/// When the database fails.
pub fn representations(conn: &mut Conn, of: BoardId) -> Result<Vec<Representation>> {
    type Row = (
        RowId,
        AppointmentId,
        PersonId,
        NaiveDate,
        Option<NaiveDate>,
        Option<String>,
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table)
        .filter(appointment::board_id.eq(of))
        .order((representation::valid_from.asc(), representation::id.asc()))
        .select((
            representation::id,
            representation::appointment_id,
            representation::person_id,
            representation::valid_from,
            representation::valid_until,
            representation::level,
        ))
        .load(conn)?;
    let representation = |(id, appointment, person, from, until, level)| Representation {
        id,
        appointment,
        person,
        period: Period { from, until },
        level,
    };
    Ok(rows.into_iter().map(representation).collect())
}
