//! The rows of an import, one statement a row; each statement is parsed once and used for all rows of its table.

use crate::boards::store::changes::weekday_numbers;
use crate::boards::{Appointment, Board, Representation, Seat};
use crate::calendar::Period;
use crate::db::Conn;
use crate::db::ids::{OrganisationId, PersonId, RowId};
use crate::db::schema::{
    appointment, board, meeting, meeting_deadline, meeting_session, organisation,
    organisation_domain, organisation_name, person, representation, seat, service_owner_period,
};
use crate::db::types::Moment;
use crate::error::Result;
use crate::import::Plan;
use crate::meetings::Meeting;
use crate::people::{Name, Organisation, Person};
use diesel::prelude::*;

/// Writes everything that is new; what a row needs comes before it. `by` is who imports it, and what is said of it in a
/// case's history.
///
/// # Errors
/// When the database fails.
pub fn write(
    conn: &mut Conn,
    plan: &Plan,
    by: (Option<PersonId>, &str),
    now: Moment,
) -> Result<()> {
    for each in &plan.organisations {
        write_organisation(conn, each)?;
    }
    for each in &plan.names {
        write_name(conn, each)?;
    }
    for (of, period) in &plan.owner_periods {
        write_owner_period(conn, *of, *period)?;
    }
    for (domain, of) in &plan.domains {
        diesel::insert_into(organisation_domain::table)
            .values((
                organisation_domain::domain.eq(domain),
                organisation_domain::organisation_id.eq(*of),
            ))
            .execute(conn)?;
    }
    for each in &plan.people {
        write_person(conn, each, now)?;
    }
    for each in &plan.boards {
        write_board(conn, each)?;
    }
    for each in &plan.seats {
        write_seat(conn, each)?;
    }
    for each in &plan.appointments {
        write_appointment(conn, each)?;
    }
    for each in &plan.representations {
        write_representation(conn, each)?;
    }
    for each in &plan.meetings {
        write_meeting(conn, each, now)?;
    }
    crate::portfolio::payments::store::add(conn, &plan.payments)?;
    super::past::write(conn, &plan.past, by, now)
}

fn write_organisation(conn: &mut Conn, new: &Organisation) -> Result<()> {
    diesel::insert_into(organisation::table)
        .values((
            organisation::id.eq(new.id),
            organisation::scheme.eq(&new.scheme),
            organisation::number.eq(&new.number),
            organisation::kind.eq(&new.kind),
            organisation::mailbox.eq(&new.mailbox),
            organisation::contact.eq(&new.contact),
            organisation::language.eq(new.language.tag()),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_name(conn: &mut Conn, new: &Name) -> Result<()> {
    diesel::insert_into(organisation_name::table)
        .values((
            organisation_name::id.eq(RowId::new()),
            organisation_name::organisation_id.eq(new.organisation),
            organisation_name::name.eq(&new.name),
            organisation_name::short_name.eq(&new.short_name),
            organisation_name::valid_from.eq(new.from),
            organisation_name::valid_until.eq(new.until),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_owner_period(conn: &mut Conn, of: OrganisationId, period: Period) -> Result<()> {
    diesel::insert_into(service_owner_period::table)
        .values((
            service_owner_period::id.eq(RowId::new()),
            service_owner_period::organisation_id.eq(of),
            service_owner_period::valid_from.eq(period.from),
            service_owner_period::valid_until.eq(period.until),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_person(conn: &mut Conn, new: &Person, now: Moment) -> Result<()> {
    diesel::insert_into(person::table)
        .values((
            person::id.eq(new.id),
            person::name.eq(&new.name),
            person::address.eq(&new.address),
            person::language.eq(new.language.tag()),
            person::title.eq(&new.title),
            person::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_board(conn: &mut Conn, new: &Board) -> Result<()> {
    let languages = new.languages.iter().map(|it| it.tag());
    diesel::insert_into(board::table)
        .values((
            board::id.eq(new.id),
            board::slug.eq(&new.slug),
            board::parent_id.eq(new.parent),
            board::kind.eq(&new.kind),
            board::name.eq(&new.name),
            board::zone.eq(new.zone.name()),
            board::holiday_set.eq(new.calendar.holidays.code()),
            board::languages.eq(languages.collect::<Vec<_>>().join(",")),
            board::liked_weekdays.eq(weekday_numbers(&new.liked_weekdays)),
            board::liked_start.eq(new.liked_start),
            board::liked_end.eq(new.liked_end),
            board::mailbox.eq(&new.mailbox),
            board::chair_counts.eq(new.chair_counts),
            board::parent_secretariat.eq(new.parent_secretariat),
            board::mail_on_from.eq(None::<Moment>),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_seat(conn: &mut Conn, new: &Seat) -> Result<()> {
    diesel::insert_into(seat::table)
        .values((
            seat::id.eq(new.id),
            seat::board_id.eq(new.board),
            seat::kind.eq(&new.kind),
            seat::position.eq(new.position),
            seat::valid_from.eq(new.period.from),
            seat::valid_until.eq(new.period.until),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_appointment(conn: &mut Conn, new: &Appointment) -> Result<()> {
    diesel::insert_into(appointment::table)
        .values((
            appointment::id.eq(new.id),
            appointment::board_id.eq(new.board),
            appointment::seat_id.eq(new.seat),
            appointment::organisation_id.eq(new.organisation),
            appointment::role.eq(new.role),
            appointment::valid_from.eq(new.period.from),
            appointment::valid_until.eq(new.period.until),
            appointment::decision.eq(&new.decision),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_representation(conn: &mut Conn, new: &Representation) -> Result<()> {
    diesel::insert_into(representation::table)
        .values((
            representation::id.eq(new.id),
            representation::appointment_id.eq(new.appointment),
            representation::person_id.eq(new.person),
            representation::valid_from.eq(new.period.from),
            representation::valid_until.eq(new.period.until),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_meeting(conn: &mut Conn, new: &Meeting, now: Moment) -> Result<()> {
    diesel::insert_into(meeting::table)
        .values((
            meeting::id.eq(new.id),
            meeting::board_id.eq(new.board),
            meeting::kind.eq(&new.kind),
            meeting::title.eq(&new.title),
            meeting::place.eq(&new.place),
            meeting::video_link.eq(&new.video_link),
            meeting::archive_reference.eq(&new.archive_reference),
            meeting::state.eq(new.state),
            meeting::first_day.eq(new.first_day()),
            meeting::last_day.eq(new.last_day()),
            meeting::created_at.eq(now),
        ))
        .execute(conn)?;
    for (position, session) in (0_i64..).zip(&new.sessions) {
        diesel::insert_into(meeting_session::table)
            .values((
                meeting_session::meeting_id.eq(new.id),
                meeting_session::position.eq(position),
                meeting_session::day.eq(session.day),
                meeting_session::starts.eq(session.starts),
                meeting_session::ends.eq(session.ends),
            ))
            .execute(conn)?;
    }
    for (stage, done) in &new.done {
        // When it was due is derived when the board is planned.
        diesel::insert_into(meeting_deadline::table)
            .values((
                meeting_deadline::meeting_id.eq(new.id),
                meeting_deadline::board_id.eq(new.board),
                meeting_deadline::stage.eq(*stage),
                meeting_deadline::due_on.eq(new.last_day()),
                meeting_deadline::due_at.eq(done.at),
                meeting_deadline::done_at.eq(Some(done.at)),
                meeting_deadline::done_by.eq(done.by),
            ))
            .execute(conn)?;
    }
    Ok(())
}
