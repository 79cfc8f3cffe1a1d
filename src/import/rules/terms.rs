//! Appointments and the people who use them. No seat is held by two on one day, nor used by two.
//!
//! A representation names its appointment by board, role, organisation and seat: the one that holds on the first day.

use super::boards::Standing as Board;
use super::line::{Line, Located};
use super::{NewAndKnown, Place, Work};
use crate::boards::rules::takes_one_person;
use crate::boards::{Appointment, Representation, Seat};
use crate::calendar::Period;
use crate::db::ids::{AppointmentId, BoardId, OrganisationId, PersonId, RowId, SeatId};
use crate::i18n::{Said, Value};
use crate::import::Known;
use crate::web::access::Role;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Which appointments there are, and who uses them.
#[derive(Default)]
pub struct Register {
    appointments: Vec<(Appointment, Option<Place>)>,
    of_board: HashMap<(BoardId, Role), Vec<usize>>,
    of_seat: HashMap<SeatId, Vec<usize>>,
    used: HashMap<AppointmentId, Vec<(PersonId, Period, Option<Place>)>>,
}

impl Register {
    pub fn of(known: &Known) -> Self {
        let mut register = Self::default();
        for appointment in &known.appointments {
            register.add(appointment.clone(), None);
        }
        for it in &known.representations {
            let used = register.used.entry(it.appointment).or_default();
            used.push((it.person, it.period, None));
        }
        register
    }

    fn add(&mut self, appointment: Appointment, place: Option<Place>) {
        let at = self.appointments.len();
        let board = (appointment.board, appointment.role);
        self.of_board.entry(board).or_default().push(at);
        if let Some(seat) = appointment.seat {
            self.of_seat.entry(seat).or_default().push(at);
        }
        self.appointments.push((appointment, place));
    }

    /// The one term of an organisation in a role that holds on a day; none where several do.
    pub fn of_organisation(
        &self,
        board: BoardId,
        role: Role,
        organisation: OrganisationId,
        on: NaiveDate,
    ) -> Option<AppointmentId> {
        let on_board = (board, role);
        let of_role = self.among(&self.of_board, &on_board);
        let mut found = of_role
            .map(|(appointment, _)| appointment)
            .filter(|it| it.organisation == Some(organisation) && it.period.contains(on));
        match (found.next(), found.next()) {
            (Some(one), None) => Some(one.id),
            _ => None,
        }
    }

    fn among<'r, K: std::hash::Hash + Eq>(
        &'r self,
        index: &'r HashMap<K, Vec<usize>>,
        key: &K,
    ) -> impl Iterator<Item = &'r (Appointment, Option<Place>)> {
        let found = index.get(key).into_iter().flatten();
        found.filter_map(|at| self.appointments.get(*at))
    }
}

/// What another period stands in the way of: the row it is on, or the days it has.
fn in_the_way(period: Period, place: Option<&Place>) -> Said {
    match place {
        Some(place) => Said::new("import-overlaps-row").with("row", place.row.to_string()),
        None => Said::new("import-overlaps-standing")
            .with("from", period.from)
            .with("last", last_day(period)),
    }
}

fn last_day(period: Period) -> Value {
    period
        .last_day()
        .map_or_else(|| Value::from("none"), Value::from)
}

/// What a row of terms names: the board, the role, and the organisation and the seat where it says them.
struct Named {
    board: Board,
    role: Role,
    seat: Option<Seat>,
    organisation: Option<OrganisationId>,
}

impl Work<'_> {
    fn named(&mut self, line: &mut Line<'_, '_>) -> Option<Named> {
        let board = self.board_of(line);
        let role = line.needed_choice("role", &self.words.roles);
        let role = role.and_then(|code| code.parse::<Role>().ok());
        let written = line.text("organisation", 200);
        let mut organisation = None;
        if !written.is_empty() {
            match self.organisations.find(&written) {
                Ok(found) => organisation = Some(found),
                Err(said) => line.refuse("organisation", said),
            }
        }
        let number = line.number("seat");
        let (board, role) = (board?, role?);
        let mut seat = None;
        if let Some(number) = number {
            seat = self.boards.seat(board.id, number).cloned();
            if seat.is_none() {
                let said = Said::new("import-seat-unknown").with("seat", number.to_string());
                line.refuse("seat", said);
            }
        }
        Some(Named {
            board,
            role,
            seat,
            organisation,
        })
    }

    pub fn appointments(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                match self.appointment(&mut line) {
                    Some(true) => new += 1,
                    Some(false) => known += 1,
                    None => {}
                }
            }
        }
        self.checked.faults.extend(faults);
        (new, known)
    }

    /// Whether the row is a new appointment; none when it cannot be one.
    fn appointment(&mut self, line: &mut Line<'_, '_>) -> Option<bool> {
        let named = self.named(line);
        let period = line.period("from", "last");
        let decision = line.text("decision", 200);
        let named = named?;
        if line.is_right() && named.seat.is_some() != (named.role == Role::Member) {
            line.refuse("seat", Said::new("boards-seat-for-members"));
        }
        let period = period?;
        let appointment = Appointment {
            id: AppointmentId::new(),
            board: named.board.id,
            seat: named.seat.as_ref().map(|seat| seat.id),
            organisation: named.organisation,
            role: named.role,
            period,
            decision,
            name_by: None,
            version: 1,
        };
        let same = |other: &Appointment| {
            other.seat == appointment.seat
                && other.organisation == appointment.organisation
                && other.period.from == appointment.period.from
        };
        let on = (appointment.board, appointment.role);
        let standing = self.terms.among(&self.terms.of_board, &on);
        let standing = standing.into_iter().find(|(other, _)| same(other)).cloned();
        if let Some((_, first)) = standing {
            if let Some(first) = first {
                self.twice(line, &first);
            }
            return Some(false);
        }
        self.refuse_mail(line, named.board);
        if let Some(seat) = &named.seat {
            self.refuse_seat(line, seat, period);
        }
        let place = line.place();
        self.terms.add(appointment.clone(), Some(place));
        self.checked.plan.appointments.push(appointment);
        Some(true)
    }

    /// A term lies within its seat's days, and no other term on the seat has any of its own.
    fn refuse_seat(&self, line: &mut Line<'_, '_>, seat: &Seat, wanted: Period) {
        if crate::boards::rules::common(seat.period, wanted) != Some(wanted) {
            let said = Said::new("import-outside-the-seat")
                .with("from", seat.period.from)
                .with("last", last_day(seat.period));
            line.refuse("from", said);
        }
        let mut others = self.terms.among(&self.terms.of_seat, &seat.id);
        if let Some((other, place)) = others.find(|(other, _)| other.period.overlaps(&wanted)) {
            line.refuse("from", in_the_way(other.period, place.as_ref()));
        }
    }

    pub fn representations(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                match self.representation(&mut line) {
                    Some(true) => new += 1,
                    Some(false) => known += 1,
                    None => {}
                }
            }
        }
        self.checked.faults.extend(faults);
        (new, known)
    }

    fn representation(&mut self, line: &mut Line<'_, '_>) -> Option<bool> {
        let named = self.named(line);
        let address = line.needed_address("person");
        let person = address.and_then(|address| {
            let found = self.people.find(&address);
            found.map_err(|said| line.refuse("person", said)).ok()
        });
        let period = line.period("from", "last");
        let (named, person, period) = (named?, person?, period?);
        if !line.is_right() {
            return None;
        }
        let appointment = match self.used_by(&named, period) {
            Ok(appointment) => appointment,
            Err(said) => {
                line.refuse("from", said);
                return None;
            }
        };
        let alone = takes_one_person(&appointment);
        let used = self.terms.used.entry(appointment.id).or_default();
        let same = used
            .iter()
            .find(|(who, other, _)| *who == person && other.from == period.from);
        if let Some((_, _, first)) = same.cloned() {
            if let Some(first) = first {
                self.twice(line, &first);
            }
            return Some(false);
        }
        let beside = used
            .iter()
            .find(|(who, other, _)| (alone || *who == person) && other.overlaps(&period));
        if let Some((_, other, place)) = beside {
            line.refuse("from", in_the_way(*other, place.as_ref()));
        }
        used.push((person, period, Some(line.place())));
        self.refuse_mail(line, named.board);
        self.checked.plan.representations.push(Representation {
            id: RowId::new(),
            appointment: appointment.id,
            person,
            period,
            level: None,
        });
        Some(true)
    }

    /// The one appointment that a row names on its first day.
    fn used_by(&self, named: &Named, period: Period) -> Result<Appointment, Said> {
        let on = (named.board.id, named.role);
        let standing = self.terms.among(&self.terms.of_board, &on);
        let mut fitting = standing.map(|(appointment, _)| appointment).filter(|it| {
            it.period.contains(period.from)
                && named
                    .seat
                    .as_ref()
                    .is_none_or(|seat| it.seat == Some(seat.id))
                && named
                    .organisation
                    .is_none_or(|of| it.organisation == Some(of))
        });
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => Ok(one.clone()),
            (None, _) => Err(Said::new("import-no-appointment").with("day", period.from)),
            (Some(_), Some(_)) => {
                Err(Said::new("import-appointment-of-two").with("day", period.from))
            }
        }
    }
}
