//! The demo's rows, one function a table. They are written as an import would write them: no audit entries, no mail.

use super::{data, mandate as mandate_data};
use crate::db::Conn;
use crate::db::ids::{AppointmentId, BoardId, MandateId, OrganisationId, PersonId, RowId, SeatId};
use crate::db::schema::{
    affiliation, appointment, board, closure, council_report, deadline_rule, mandate_rule,
    mandate_version, organisation, organisation_domain, organisation_name, person, reminder_rule,
    representation, seat, service_owner_period, sign_in_link,
};
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::web::access::Role;
use chrono::{Duration, NaiveDate, NaiveTime, Weekday};
use diesel::prelude::*;

pub(super) fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("the demo's times exist")
}

fn words(texts: [&str; 3]) -> Words {
    Words::new([("nb", texts[0]), ("nn", texts[1]), ("en", texts[2])])
}

/// The mail domain of an organisation in the demo (RFC 2606: no mail ever leaves for `.example`).
pub fn domain(short_name: &str) -> String {
    format!("{}.example", short_name.to_lowercase().replace('å', "a"))
}

pub fn organisation(
    conn: &mut Conn,
    number: &str,
    kind: &str,
    short_name: &str,
) -> Result<OrganisationId> {
    let id = OrganisationId::new();
    diesel::insert_into(organisation::table)
        .values((
            organisation::id.eq(id),
            organisation::scheme.eq("no-org"),
            organisation::number.eq(Some(number).filter(|number| !number.is_empty())),
            organisation::kind.eq(kind),
            organisation::mailbox.eq(format!("postmottak@{}", domain(short_name))),
            organisation::language.eq("nb"),
        ))
        .execute(conn)?;
    Ok(id)
}

pub fn name(
    conn: &mut Conn,
    of: OrganisationId,
    (name, short_name): (&str, &str),
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Result<()> {
    diesel::insert_into(organisation_name::table)
        .values((
            organisation_name::id.eq(RowId::new()),
            organisation_name::organisation_id.eq(of),
            organisation_name::name.eq(name),
            organisation_name::short_name.eq(short_name),
            organisation_name::valid_from.eq(from),
            organisation_name::valid_until.eq(until),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn service_owner(
    conn: &mut Conn,
    id: OrganisationId,
    from: NaiveDate,
    domain: &str,
) -> Result<()> {
    diesel::insert_into(service_owner_period::table)
        .values((
            service_owner_period::id.eq(RowId::new()),
            service_owner_period::organisation_id.eq(id),
            service_owner_period::valid_from.eq(from),
        ))
        .execute(conn)?;
    diesel::insert_into(organisation_domain::table)
        .values((
            organisation_domain::domain.eq(domain),
            organisation_domain::organisation_id.eq(id),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn person(
    conn: &mut Conn,
    facts: &data::PersonFacts,
    address: &str,
    now: Moment,
) -> Result<PersonId> {
    let id = PersonId::new();
    diesel::insert_into(person::table)
        .values((
            person::id.eq(id),
            person::name.eq(facts.0),
            person::address.eq(address),
            person::language.eq(facts.2),
            person::title.eq(facts.3),
            person::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(id)
}

pub fn affiliation(
    conn: &mut Conn,
    of: PersonId,
    with: OrganisationId,
    from: NaiveDate,
) -> Result<()> {
    diesel::insert_into(affiliation::table)
        .values((
            affiliation::id.eq(RowId::new()),
            affiliation::person_id.eq(of),
            affiliation::organisation_id.eq(with),
            affiliation::joined_by.eq("invited"),
            affiliation::valid_from.eq(from),
        ))
        .execute(conn)?;
    Ok(())
}

/// Styringsrådet, or its product council when a parent is given.
pub fn board(conn: &mut Conn, parent: Option<BoardId>, now: Moment) -> Result<BoardId> {
    let id = BoardId::new();
    let (slug, kind, name) = match parent {
        None => (
            "styringsradet",
            "steering",
            words(["Styringsrådet", "Styringsrådet", "The Steering Board"]),
        ),
        Some(_) => (
            "tillitstjenester",
            "product_council",
            words([
                "Produktrådet for tillitstjenester",
                "Produktrådet for tillitstenester",
                "The Product Council for Trust Services",
            ]),
        ),
    };
    diesel::insert_into(board::table)
        .values((
            board::id.eq(id),
            board::slug.eq(slug),
            board::parent_id.eq(parent),
            board::kind.eq(kind),
            board::name.eq(name),
            board::zone.eq("Europe/Oslo"),
            board::holiday_set.eq("no"),
            board::languages.eq("nb,nn"),
            board::liked_weekdays.eq("3,2,4"),
            board::liked_start.eq(clock(9, 0)),
            board::liked_end.eq(clock(11, 30)),
            board::mailbox.eq(format!("{slug}@digdir.example")),
            // Digdir leads the board and is none of its members; the council is led by one of its own.
            board::chair_counts.eq(parent.is_some()),
            board::parent_secretariat.eq(parent.is_some()),
            board::mail_on_from.eq(now),
        ))
        .execute(conn)?;
    Ok(id)
}

pub fn mandate(
    conn: &mut Conn,
    of: BoardId,
    label: &str,
    from: NaiveDate,
    decision: &str,
) -> Result<MandateId> {
    let id = MandateId::new();
    diesel::insert_into(mandate_version::table)
        .values((
            mandate_version::id.eq(id),
            mandate_version::board_id.eq(of),
            mandate_version::label.eq(label),
            mandate_version::valid_from.eq(from),
            mandate_version::decision.eq(decision),
        ))
        .execute(conn)?;
    Ok(id)
}

pub fn rules(conn: &mut Conn, of: MandateId, rules: &[mandate_data::RuleFacts]) -> Result<()> {
    for (position, (kind, subject, quantity, strength, texts, paragraph)) in (1_i64..).zip(rules) {
        diesel::insert_into(mandate_rule::table)
            .values((
                mandate_rule::id.eq(RowId::new()),
                mandate_rule::mandate_id.eq(of),
                mandate_rule::kind.eq(*kind),
                mandate_rule::subject.eq(*subject),
                mandate_rule::position.eq(position),
                mandate_rule::quantity.eq(*quantity),
                mandate_rule::strength.eq(*strength),
                mandate_rule::words.eq(words(*texts)),
                mandate_rule::paragraph.eq(*paragraph),
            ))
            .execute(conn)?;
    }
    Ok(())
}

pub fn deadlines(
    conn: &mut Conn,
    of: MandateId,
    kind: &str,
    deadlines: &[(&str, i64, &str)],
) -> Result<()> {
    for (stage, days, strength) in deadlines {
        diesel::insert_into(deadline_rule::table)
            .values((
                deadline_rule::id.eq(RowId::new()),
                deadline_rule::mandate_id.eq(of),
                deadline_rule::meeting_kind.eq(kind),
                deadline_rule::stage.eq(*stage),
                deadline_rule::days.eq(*days),
                deadline_rule::counting.eq("calendar"),
                deadline_rule::at_time.eq(clock(15, 0)),
                deadline_rule::strength.eq(*strength),
                // The mandate's own words give only the papers a number of days.
                deadline_rule::paragraph.eq(if *stage == "dispatch" { "6" } else { "" }),
            ))
            .execute(conn)?;
    }
    Ok(())
}

pub fn report(conn: &mut Conn, of: BoardId, title: &str, due: NaiveDate) -> Result<()> {
    diesel::insert_into(council_report::table)
        .values((
            council_report::id.eq(RowId::new()),
            council_report::board_id.eq(of),
            council_report::title.eq(title),
            council_report::due_on.eq(due),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn reminders(conn: &mut Conn, of: BoardId) -> Result<()> {
    for (about, to, kind, quantity, unit, at_most) in mandate_data::REMINDERS {
        diesel::insert_into(reminder_rule::table)
            .values((
                reminder_rule::id.eq(RowId::new()),
                reminder_rule::board_id.eq(of),
                reminder_rule::about.eq(about),
                reminder_rule::to_role.eq(to),
                reminder_rule::kind.eq(kind),
                reminder_rule::quantity.eq(quantity),
                reminder_rule::unit.eq(unit),
                reminder_rule::at_most.eq(at_most),
            ))
            .execute(conn)?;
    }
    Ok(())
}

pub fn closures(conn: &mut Conn, of: BoardId, year: i32) -> Result<()> {
    let mut periods = Vec::new();
    for (kind, from, until, texts) in mandate_data::CLOSURES {
        let day = |(month, day)| {
            NaiveDate::from_ymd_opt(year, month, day).expect("the demo's days exist every year")
        };
        periods.push((kind, day(from), day(until) + Duration::days(1), texts));
    }
    for (week, texts) in mandate_data::SCHOOL_WEEKS {
        let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
            .expect("every year has these weeks");
        periods.push(("school_holiday", monday, monday + Duration::days(5), texts));
    }
    for (kind, from, until, texts) in periods {
        diesel::insert_into(closure::table)
            .values((
                closure::id.eq(RowId::new()),
                closure::board_id.eq(of),
                closure::kind.eq(kind),
                closure::valid_from.eq(from),
                closure::valid_until.eq(until),
                closure::label.eq(words(texts)),
            ))
            .execute(conn)?;
    }
    Ok(())
}

pub fn seat(
    conn: &mut Conn,
    of: BoardId,
    kind: &str,
    position: i64,
    from: NaiveDate,
) -> Result<SeatId> {
    let id = SeatId::new();
    diesel::insert_into(seat::table)
        .values((
            seat::id.eq(id),
            seat::board_id.eq(of),
            seat::kind.eq(kind),
            seat::position.eq(position),
            seat::valid_from.eq(from),
        ))
        .execute(conn)?;
    Ok(id)
}

/// A term to be written.
pub struct NewAppointment {
    pub board: BoardId,
    pub seat: Option<SeatId>,
    pub organisation: OrganisationId,
    pub role: Role,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub name_by: Option<NaiveDate>,
}

pub fn appointment(conn: &mut Conn, new: &NewAppointment) -> Result<AppointmentId> {
    let id = AppointmentId::new();
    diesel::insert_into(appointment::table)
        .values((
            appointment::id.eq(id),
            appointment::board_id.eq(new.board),
            appointment::seat_id.eq(new.seat),
            appointment::organisation_id.eq(new.organisation),
            appointment::role.eq(new.role),
            appointment::valid_from.eq(new.from),
            appointment::valid_until.eq(new.until),
            appointment::decision
                .eq("Digitaliseringsdirektoratets beslutning etter dialog med rådet"),
            appointment::name_by.eq(new.name_by),
        ))
        .execute(conn)?;
    Ok(id)
}

pub fn representation(
    conn: &mut Conn,
    of: AppointmentId,
    by: PersonId,
    from: NaiveDate,
) -> Result<()> {
    diesel::insert_into(representation::table)
        .values((
            representation::id.eq(RowId::new()),
            representation::appointment_id.eq(of),
            representation::person_id.eq(by),
            representation::valid_from.eq(from),
        ))
        .execute(conn)?;
    Ok(())
}

/// A link that signs in once within 15 minutes.
pub fn sign_in_link(
    conn: &mut Conn,
    who: PersonId,
    address: &str,
    language: &str,
    hash: &str,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(sign_in_link::table)
        .values((
            sign_in_link::token_hash.eq(hash),
            sign_in_link::purpose.eq("sign_in"),
            sign_in_link::address.eq(address),
            sign_in_link::person_id.eq(who),
            sign_in_link::language.eq(language),
            sign_in_link::created_at.eq(now),
            sign_in_link::expires_at.eq(now + Duration::minutes(15)),
        ))
        .execute(conn)?;
    Ok(())
}
