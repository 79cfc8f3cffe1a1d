//! The demo: Styringsrådet by mandate v1.4, thirteen organisations, invented people, a product council, next year's plan.
//!
//! One meeting is near, with its cases and papers; one has been, with its minutes, which are published.
//!
//! It is data like any other board's: nothing in the product knows that it is a demo. Loading it mails nobody about
//! the past, and an instance that has a board is left alone.

mod anchoring;
mod annual_plan;
mod cases;
mod composition;
mod councils;
mod data;
mod just_held;
mod mandate;
mod mandates;
mod measures;
mod meetings;
mod minutes;
mod papers;
mod payments;
mod products;
mod related;
mod rotation;
mod rows;

pub use meetings::NOTHING_WAS_SENT;

use crate::calendar::{self, Offset, Wish};
use crate::db::ids::{AppointmentId, BoardId, OrganisationId, PersonId, SeatId};
use crate::db::schema::{board, organisation, person};
use crate::db::types::Moment;
use crate::db::{Conn, public_revision};
use crate::error::Result;
use crate::web::access::Role;
use crate::web::{App, paths};
use crate::{boards, secrets};
use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use data::PersonFacts;
use diesel::prelude::*;

/// A link that signs one of the demo's people in, once.
pub struct DemoLink {
    pub who: &'static str,
    pub name: &'static str,
    pub url: String,
}

/// Loads the demo into an instance that has no board; false when it has one.
///
/// # Errors
/// When the database fails.
pub fn load(app: &App) -> Result<bool> {
    let now = app.clock.now();
    app.db.write_now(|conn| {
        let any: i64 = board::table.count().get_result(conn)?;
        if any > 0 {
            return Ok(false);
        }
        fill(conn, app, now)?;
        // Its rows are written as they are, past the audit log.
        public_revision::raise(conn, None)?;
        Ok(true)
    })
}

/// Fresh one-time links for two secretaries, the chair, a member and a service owner.
///
/// # Errors
/// `NotFound` when the demo's people are not there.
pub fn links(app: &App) -> Result<Vec<DemoLink>> {
    let people: [(&'static str, PersonFacts); 5] = [
        ("secretary", data::SECRETARIES[0]),
        ("secretary", data::SECRETARIES[1]),
        ("chair", data::CHAIR),
        ("member", data::MEMBERS[1]),
        ("service owner", data::SERVICE_OWNER),
    ];
    let now = app.clock.now();
    let tokens: Vec<String> = people.iter().map(|_| secrets::token()).collect();
    app.db.write_now(|conn| {
        for ((_, facts), token) in people.iter().zip(&tokens) {
            let address = address_of(facts);
            let id: PersonId = person::table
                .filter(person::address.eq(&address))
                .select(person::id)
                .first(conn)?;
            rows::sign_in_link(conn, id, &address, facts.2, &secrets::hash(token), now)?;
        }
        Ok(())
    })?;
    let link = |((who, facts), token): ((&'static str, PersonFacts), &String)| DemoLink {
        who,
        name: facts.0,
        url: format!(
            "{}{}{token}",
            app.config.base_url,
            paths::SIGN_IN_LINK_START
        ),
    };
    Ok(people.into_iter().zip(&tokens).map(link).collect())
}

fn address_of(facts: &PersonFacts) -> String {
    let domain = data::ORGANISATIONS[facts.4]
        .2
        .to_lowercase()
        .replace('å', "a");
    format!("{}@{domain}.example", facts.1)
}

/// What the parts of the demo need of each other.
struct Demo {
    now: Moment,
    today: NaiveDate,
    /// First day of the running year; terms count from it.
    year: NaiveDate,
    organisations: Vec<OrganisationId>,
}

fn fill(conn: &mut Conn, app: &App, now: Moment) -> Result<()> {
    let office = &app.office;
    let today = calendar::local_date(chrono_tz::Europe::Oslo, now.utc());
    let year = today.with_ordinal(1).unwrap_or(today);
    let mut demo = Demo {
        now,
        today,
        year,
        organisations: Vec::new(),
    };
    demo.organisations(conn)?;
    let board = rows::board(conn, None, now)?;
    let council = rows::board(conn, Some(board), now)?;
    demo.mandates(conn, board, council)?;
    demo.calendars(conn, &[board, council])?;
    let members = demo.seats(conn, board)?;
    demo.composition(conn, board)?;
    demo.mandate_texts(conn, board, council)?;
    let secretary = demo.secretariat(conn, board)?;
    demo.council(conn, council, &members)?;
    demo.past_meeting(conn, board)?;
    demo.meetings(conn, board)?;
    demo.council_meeting(conn, council)?;
    demo.cases(conn, board, &members)?;
    demo.just_held(conn, council, &members)?;
    demo.papers(conn, board)?;
    demo.anchoring(conn, board, &members)?;
    demo.minutes(conn, app, board)?;
    demo.councils(conn, (board, council), secretary)?;
    demo.annual_plan(conn, board)?;
    demo.products(conn, board)?;
    demo.payments(conn)?;
    demo.rotation(conn, board, secretary)?;
    demo.measures(conn, board, secretary)?;
    demo.related(conn, board, secretary)?;
    demo.related_to_council(conn, council)?;
    for board in [board, council] {
        office.tables.replan(conn, board, now)?;
        meetings::press_what_is_past(conn, office, board, secretary, now)?;
        meetings::some_answer(conn, board, now)?;
        office.tables.replan(conn, board, now)?;
    }
    Ok(())
}

impl Demo {
    fn organisations(&mut self, conn: &mut Conn) -> Result<()> {
        for (number, name, short_name, kind, owner) in data::ORGANISATIONS {
            let id = rows::organisation(conn, number, kind, short_name)?;
            if short_name == "Digdir" {
                let renamed = NaiveDate::from_ymd_opt(2020, 1, 1);
                rows::name(
                    conn,
                    id,
                    ("Direktoratet for forvaltning og IKT", "Difi"),
                    None,
                    renamed,
                )?;
                rows::name(conn, id, (name, short_name), renamed, None)?;
            } else {
                rows::name(conn, id, (name, short_name), None, None)?;
            }
            if owner {
                rows::service_owner(conn, id, years(self.year, -4), &rows::domain(short_name))?;
            }
            self.organisations.push(id);
        }
        Ok(())
    }

    fn mandates(&self, conn: &mut Conn, board: BoardId, council: BoardId) -> Result<()> {
        let from = NaiveDate::from_ymd_opt(2021, 12, 1).unwrap_or(self.year);
        let decision = "Godkjent av Digitaliseringsdirektoratet 1. desember 2021";
        let mandate = rows::mandate(conn, board, "1.4", from, decision)?;
        rows::rules(conn, mandate, &mandate::RULES)?;
        rows::deadlines(conn, mandate, "ordinary", &mandate::DEADLINES)?;
        for kind in ["professional_day", "extra"] {
            rows::deadlines(conn, mandate, kind, &mandate::SHORT_DEADLINES)?;
        }
        let from = NaiveDate::from_ymd_opt(2022, 11, 14).unwrap_or(self.year);
        let mandate = rows::mandate(
            conn,
            council,
            "1.1",
            from,
            "Godkjent av Styringsrådet 14. november 2022",
        )?;
        rows::rules(conn, mandate, &mandate::COUNCIL_RULES)?;
        rows::deadlines(conn, mandate, "ordinary", &mandate::DEADLINES)?;
        rows::report(
            conn,
            council,
            "Halvårsrapport til Styringsrådet",
            self.today + Duration::days(30),
        )
    }

    fn calendars(&self, conn: &mut Conn, boards: &[BoardId]) -> Result<()> {
        for board in boards {
            rows::reminders(conn, *board)?;
            for year in [self.year.year(), self.year.year() + 1] {
                rows::closures(conn, *board, year)?;
            }
        }
        Ok(())
    }

    /// The seats, their terms and the representatives; what each member's person is, by index in [`data::MEMBERS`].
    fn seats(&self, conn: &mut Conn, board: BoardId) -> Result<Vec<PersonId>> {
        let mut people = Vec::new();
        for (position, (kind, organisation)) in (1..).zip(data::SEATS) {
            let seat = rows::seat(conn, board, kind, position, years(self.year, -5))?;
            let Some(index) = organisation else { continue };
            let appointment = self.term(conn, board, seat, kind, index)?;
            if let Some(facts) = data::MEMBERS.iter().find(|facts| facts.4 == index) {
                let person = self.person(conn, facts)?;
                rows::representation(conn, appointment, person, years(self.year, -2))?;
                people.push(person);
            }
        }
        Ok(people)
    }

    /// Permanent and largest members sit until further notice; a rotating term ends at the turn of this year, of the
    /// next, or the one after.
    fn term(
        &self,
        conn: &mut Conn,
        board: BoardId,
        seat: SeatId,
        kind: &str,
        index: usize,
    ) -> Result<AppointmentId> {
        let (from, until) = match (kind, index) {
            ("permanent" | "largest", _) => (years(self.year, -2), None),
            (_, 9) => (years(self.year, -2), Some(years(self.year, 1))),
            (_, 13) => (years(self.year, 0), Some(years(self.year, 3))),
            _ => (years(self.year, -1), Some(years(self.year, 2))),
        };
        let unnamed = data::MEMBERS.iter().all(|facts| facts.4 != index);
        rows::appointment(
            conn,
            &rows::NewAppointment {
                board,
                seat: Some(seat),
                organisation: self.organisations[index],
                role: Role::Member,
                from,
                until,
                name_by: unnamed.then(|| self.today + Duration::days(14)),
            },
        )
    }

    /// Those beside the members, and a service owner's person outside; who calls the meetings.
    fn secretariat(&self, conn: &mut Conn, board: BoardId) -> Result<PersonId> {
        let others = [
            (Role::Secretariat, data::SECRETARIES[0]),
            (Role::Secretariat, data::SECRETARIES[1]),
            (Role::Chair, data::CHAIR),
            (Role::Observer, data::OBSERVER),
        ];
        let mut people = Vec::new();
        for (role, facts) in others {
            let person = self.person(conn, &facts)?;
            self.seat_beside(conn, board, role, facts.4, person)?;
            people.push(person);
        }
        let person = self.person(conn, &data::SERVICE_OWNER)?;
        rows::affiliation(
            conn,
            person,
            self.organisations[data::OUTSIDE],
            years(self.year, -1),
        )?;
        Ok(people[0])
    }

    fn council(&self, conn: &mut Conn, council: BoardId, members: &[PersonId]) -> Result<()> {
        for index in data::COUNCIL {
            let facts = data::MEMBERS[index];
            let role = if index == data::COUNCIL[0] {
                Role::Chair
            } else {
                Role::Member
            };
            self.seat_beside(conn, council, role, facts.4, members[index])?;
        }
        Ok(())
    }

    /// An appointment without a mandate seat.
    fn seat_beside(
        &self,
        conn: &mut Conn,
        board: BoardId,
        role: Role,
        index: usize,
        person: PersonId,
    ) -> Result<()> {
        let new = rows::NewAppointment {
            board,
            seat: None,
            organisation: self.organisations[index],
            role,
            from: years(self.year, -2),
            until: None,
            name_by: None,
        };
        let appointment = rows::appointment(conn, &new)?;
        rows::representation(conn, appointment, person, years(self.year, -2))
    }

    fn person(&self, conn: &mut Conn, facts: &PersonFacts) -> Result<PersonId> {
        rows::person(conn, facts, &address_of(facts), self.now)
    }

    /// A meeting in the near future, the one before it, and next year's four with a professional day of two days.
    fn meetings(&self, conn: &mut Conn, board: BoardId) -> Result<()> {
        let data = boards::store::data(conn, board)?;
        let wish = four_a_year(&data);
        let free = |day: NaiveDate| {
            data.board.calendar.is_working_day(day)
                && day.weekday() == chrono::Weekday::Wed
                && calendar::closed_on(&data.closures, day).is_none()
        };
        let soon = (16..60)
            .map(|days| self.today + Duration::days(days))
            .find(|day| free(*day));
        let soon = soon.unwrap_or(self.today + Duration::days(16));
        meetings::meeting(
            conn,
            board,
            "ordinary",
            &[soon],
            "Digdir, Lørenfaret 1C, Oslo",
            self.now,
        )?;
        let next = self.year.year() + 1;
        for day in calendar::propose(next, &wish)
            .into_iter()
            .filter(|day| *day > soon)
        {
            meetings::meeting(
                conn,
                board,
                "ordinary",
                &[day],
                "Digdir, Lørenfaret 1C, Oslo",
                self.now,
            )?;
        }
        let first = (0..40)
            .filter_map(|days| Some(NaiveDate::from_ymd_opt(next, 10, 18)? + Duration::days(days)));
        if let Some(first) = first
            .into_iter()
            .find(|day| free(*day) && data.board.calendar.is_working_day(*day + Duration::days(1)))
        {
            let days = [first, first + Duration::days(1)];
            meetings::meeting(
                conn,
                board,
                "professional_day",
                &days,
                "Leikanger",
                self.now,
            )?;
        }
        Ok(())
    }

    fn council_meeting(&self, conn: &mut Conn, council: BoardId) -> Result<()> {
        let day = boards::store::board(conn, council)?
            .calendar
            .on_or_after(self.today + Duration::days(50));
        meetings::meeting(conn, council, "ordinary", &[day], "", self.now)
    }
}

/// Four ordinary meetings, papers a week before (mandate § 6).
fn four_a_year(data: &boards::BoardData) -> Wish<'_> {
    Wish {
        per_year: 4,
        weekdays: &data.board.liked_weekdays,
        calendar: data.board.calendar,
        closures: &data.closures,
        paper_offset: Offset {
            days: -7,
            counting: calendar::Counting::Calendar,
            time: NaiveTime::MIN,
        },
        busy: &[],
    }
}

/// The same day so many years from `day`.
fn years(day: NaiveDate, years: i32) -> NaiveDate {
    day.with_year(day.year() + years).unwrap_or(day)
}

/// Whether an instance has any organisation or board; what `serve --demo` loads into must have none.
///
/// # Errors
/// When the database fails.
pub fn is_empty(app: &App) -> Result<bool> {
    app.db.read_now(|conn| {
        let organisations: i64 = organisation::table.count().get_result(conn)?;
        let boards: i64 = board::table.count().get_result(conn)?;
        Ok(organisations + boards == 0)
    })
}
