//! When terms end, and whether too many end at once.

use super::members;
use crate::boards::Appointment;
use crate::composition::rotation::{Crowded, HalfYear, Staggering};
use crate::db::ids::{AppointmentId, SeatId};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// More than this share of the seats that rotate, as numerator and denominator, are too many to lose in one year.
/// With more than half of them new, most of what the rotating members know of the board's cases is gone at once; terms of
/// three years that are spread evenly lose a third a year.
const MOST_LEAVE: (usize, usize) = (1, 2);
/// Fewer than this are no crowd, whatever the share is: one of one always leaves alone.
const CROWD: usize = 2;

/// The members' terms that run on a day or begin later, by the half year of their last day.
#[must_use]
pub fn staggering(appointments: &[Appointment], today: NaiveDate) -> Staggering {
    let mut halves: BTreeMap<(i32, bool), HalfYear> = BTreeMap::new();
    let mut permanent = 0;
    for term in members(appointments) {
        let Some(last) = term.period.last_day() else {
            permanent += 1;
            continue;
        };
        if last < today {
            continue;
        }
        let (year, is_second) = (last.year(), last.month() > 6);
        let half = halves.entry((year, is_second)).or_insert_with(|| HalfYear {
            year,
            is_second,
            terms: Vec::new(),
        });
        half.terms.push(term.id);
    }
    Staggering {
        halves: halves.into_values().collect(),
        permanent,
    }
}

/// The years in which more than `MOST_LEAVE` of the seats that rotate lose their member.
///
/// Who goes on the day after does not
/// leave. A seat rotates while the last term on it has an end, also when that has come and nobody follows yet: those who leave
/// one by one do not make the ones after them a crowd.
#[must_use]
pub fn crowded(appointments: &[Appointment], today: NaiveDate) -> Vec<Crowded> {
    let ends = members(appointments).filter_map(|it| it.period.last_day());
    let years: BTreeSet<i32> = ends
        .filter(|last| *last >= today)
        .map(|it| it.year())
        .collect();
    let crowd = |year: i32| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?.max(today);
        let last_terms = last_terms(appointments, today, first);
        let rotate = last_terms.values().filter(|it| it.period.until.is_some());
        let leave = rotate.clone().filter(|it| {
            let last = it.period.last_day();
            let in_time = last.is_some_and(|last| last >= first && last.year() == year);
            in_time && !goes_on(it, appointments)
        });
        let (leave, of) = (leave.count(), rotate.count());
        let (part, whole) = MOST_LEAVE;
        (leave >= CROWD && leave * whole > of * part).then_some(Crowded { year, leave, of })
    };
    years.into_iter().filter_map(crowd).collect()
}

/// The last term on each seat that has begun on a day, of those that run from today on. Whoever sits without a seat has one of
/// their own.
fn last_terms(
    appointments: &[Appointment],
    today: NaiveDate,
    on: NaiveDate,
) -> BTreeMap<(Option<SeatId>, Option<AppointmentId>), &Appointment> {
    let mut last: BTreeMap<_, &Appointment> = BTreeMap::new();
    let run = members(appointments).filter(|it| it.period.until.is_none_or(|end| end > today));
    for term in run.filter(|it| it.period.from <= on) {
        let place = (term.seat, term.seat.is_none().then_some(term.id));
        let standing = last.entry(place).or_insert(term);
        if standing.period.from < term.period.from {
            *standing = term;
        }
    }
    last
}

/// Whether the organisation is a member, on whatever seat, on the day after its term.
pub fn goes_on(term: &Appointment, appointments: &[Appointment]) -> bool {
    term.period.until.is_some_and(|until| {
        members(appointments).any(|next| {
            next.id != term.id
                && next.organisation.is_some()
                && next.organisation == term.organisation
                && next.period.contains(until)
        })
    })
}
