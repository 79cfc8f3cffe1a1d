//! Terms that end soon with nobody after them, and those that have ended with the seat vacant since.
//!
//! Read along an index of ends within a window of dates; who follows is asked of each that is found there.

use super::places;
use crate::db::ids::{AppointmentId, BoardId, OrganisationId};
use crate::db::schema::{appointment, seat};
use crate::db::{Conn, among};
use crate::desk::TermEnd;
use crate::error::Result;
use crate::people::store as people;
use crate::web::access::Role;
use chrono::{Duration, Months, NaiveDate};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// How many the desk shows.
const MOST: i64 = 10;
/// How far ahead: time enough to ask an organisation and to decide (mandate § 4 lets terms follow each other).
const AHEAD: Months = Months::new(3);
/// What ended longer ago is history.
const BACK: Duration = Duration::days(90);

diesel::alias! {
    const ON_SEAT: Alias<OnSeat> = appointment as on_seat;
    const IN_ROLE: Alias<InRole> = appointment as in_role;
}

/// The ends of terms that nobody follows, the earliest first.
///
/// # Errors
/// When the database fails.
#[expect(
    clippy::too_many_lines,
    reason = "one statement, whose parts have types that nobody can name"
)]
pub fn term_ends(conn: &mut Conn, boards: &[BoardId], today: NaiveDate) -> Result<Vec<TermEnd>> {
    type Row = (
        AppointmentId,
        Role,
        Option<OrganisationId>,
        Option<NaiveDate>,
        BoardId,
    );
    let until = appointment::valid_until;
    let ends_now = |day: NaiveDate| until.le(day).assume_not_null();
    let follows_on_seat = ON_SEAT
        .filter(ON_SEAT.field(appointment::seat_id).eq(appointment::seat_id))
        .filter(ON_SEAT.field(appointment::id).ne(appointment::id))
        .filter(
            ON_SEAT
                .field(appointment::valid_until)
                .is_null()
                .or(ON_SEAT.field(appointment::valid_until).gt(until)),
        )
        .filter(
            ON_SEAT
                .field(appointment::valid_from)
                .nullable()
                .le(until)
                .or(ends_now(today).and(ON_SEAT.field(appointment::valid_from).le(today))),
        )
        .filter(
            not(ends_now(today)).or(ON_SEAT.field(appointment::valid_until).is_null().or(ON_SEAT
                .field(appointment::valid_until)
                .gt(today)
                .assume_not_null())),
        );
    let goes_on = IN_ROLE
        .filter(
            IN_ROLE
                .field(appointment::board_id)
                .eq(appointment::board_id),
        )
        .filter(IN_ROLE.field(appointment::seat_id).is_null())
        .filter(IN_ROLE.field(appointment::role).eq(appointment::role))
        .filter(
            IN_ROLE
                .field(appointment::organisation_id)
                .eq(appointment::organisation_id),
        )
        .filter(IN_ROLE.field(appointment::id).ne(appointment::id))
        .filter(IN_ROLE.field(appointment::valid_from).nullable().le(until))
        .filter(
            IN_ROLE
                .field(appointment::valid_until)
                .is_null()
                .or(IN_ROLE.field(appointment::valid_until).gt(until)),
        );
    let seat_is_gone = seat::table
        .filter(seat::id.nullable().eq(appointment::seat_id))
        .filter(seat::valid_until.le(until));
    let on_seat = appointment::seat_id.is_not_null();
    let rows: Vec<Row> = appointment::table
        .filter(among(appointment::board_id, boards).past_index())
        .filter(until.gt(today - BACK))
        .filter(until.le(today + AHEAD))
        .filter(
            on_seat
                .and(not(exists(follows_on_seat)))
                .and(not(exists(seat_is_gone)))
                .or(appointment::seat_id
                    .is_null()
                    .and(until.gt(today).assume_not_null())
                    .and(not(exists(goes_on)))),
        )
        .order((until.asc(), appointment::id.asc()))
        .limit(MOST)
        .select((
            appointment::id,
            appointment::role,
            appointment::organisation_id,
            until,
            appointment::board_id,
        ))
        .load(conn)?;
    let wanted: Vec<OrganisationId> = rows.iter().filter_map(|row| row.2).collect();
    let names = people::names_of(conn, &wanted, today)?;
    let at = places(conn, rows.iter().map(|row| row.4))?;
    let ends = rows.into_iter().filter_map(|(id, role, of, until, board)| {
        let last = until?.pred_opt()?;
        Some(at.of(board).map(|board| TermEnd {
            appointment: id,
            role,
            organisation: of.and_then(|id| names.get(&id).map(|(name, _)| name.clone())),
            last,
            has_ended: last < today,
            board,
        }))
    });
    ends.collect()
}
