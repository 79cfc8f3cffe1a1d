//! What stands in the way of a line: asked where it is typed, and again when it is carried out, because the board goes on
//! meanwhile.

use super::{apply, members};
use crate::boards::Appointment;
use crate::boards::rules::{common, seat_clash};
use crate::calendar::Period;
use crate::composition::Facts;
use crate::composition::rotation::{Leaving, Line, Rotation};
use crate::i18n::Said;
use crate::web::access::Role;
use chrono::NaiveDate;

/// Why a line cannot stand among the others of its proposal: the field of its form, and what is told there.
#[must_use]
pub fn mistakes(
    line: &Line,
    of: &Rotation,
    facts: &Facts,
    today: NaiveDate,
) -> Vec<(&'static str, Said)> {
    let others: Vec<Line> = of
        .lines
        .iter()
        .filter(|it| it.id != line.id)
        .cloned()
        .collect();
    let mut found = Vec::new();
    found.extend(seat(line, &others, facts));
    found.extend(leaving(line, of, facts));
    if line.organisation.is_some() {
        if line.period.from < of.from {
            let said = Said::new("rotation-before-its-day").with("date", of.from);
            found.push(("from", said));
        } else if line.period.from < today {
            found.push(("from", Said::new("boards-day-is-past")));
        }
        if line.name_by.is_some_and(|day| day < today) {
            found.push(("name-by", Said::new("boards-day-is-past")));
        }
    }
    found.extend(clash(line, &others, facts));
    found
}

/// The lines of a proposal that nothing stands in the way of: what it is compared with the rules by.
#[must_use]
pub fn standing(of: &Rotation, facts: &Facts, today: NaiveDate) -> Vec<Line> {
    let lines = of.lines.iter();
    let right = lines.filter(|it| mistakes(it, of, facts, today).is_empty());
    right.cloned().collect()
}

type Mistake = Option<(&'static str, Said)>;

fn seat(line: &Line, others: &[Line], facts: &Facts) -> Mistake {
    let Some(seat) = facts.seats.iter().find(|it| it.id == line.seat) else {
        return Some(("seat", Said::new("form-not-a-choice")));
    };
    if others.iter().any(|it| it.seat == line.seat) {
        return Some(("seat", Said::new("rotation-seat-twice")));
    }
    (common(seat.period, line.period) != Some(line.period))
        .then(|| ("seat", Said::new("boards-seat-not-there")))
}

/// A term ends on its seat, from the proposal's day on or by itself, and never later than it stands.
fn leaving(line: &Line, of: &Rotation, facts: &Facts) -> Mistake {
    let Leaving { term, until } = line.leaves?;
    let is_it = |it: &&Appointment| it.id == term && it.role == Role::Member;
    let standing = facts.appointments.iter().find(is_it);
    let Some(standing) = standing.filter(|it| it.seat == Some(line.seat)) else {
        return Some(("leaves", Said::new("rotation-not-on-the-seat")));
    };
    if standing.period.until == Some(until) {
        return None;
    }
    if let Some(end) = standing.period.last_day()
        && standing.period.until.is_some_and(|end| end < until)
    {
        let said = Said::new("rotation-ends-already").with("date", end);
        return Some(("leaves-last-day", said));
    }
    if until <= standing.period.from {
        return Some(("leaves-last-day", Said::new("boards-ends-before-it-begins")));
    }
    (until < of.from).then(|| {
        let said = Said::new("rotation-leaves-before-its-day").with("date", of.from);
        ("leaves-last-day", said)
    })
}

/// Somebody has the seat still, or the organisation another one, when all that the proposal ends has ended. A seat that nobody
/// gets is asked of its first day alone.
fn clash(line: &Line, others: &[Line], facts: &Facts) -> Mistake {
    let ends = Line {
        organisation: None,
        ..line.clone()
    };
    let mut rest = others.to_vec();
    rest.push(ends);
    let with = apply(&rest, facts);
    let asked = match line.organisation {
        Some(_) => line.period,
        None => Period {
            from: line.period.from,
            until: line.period.from.succ_opt(),
        },
    };
    if let Some(other) = seat_clash(&with.appointments, line.seat, asked, None) {
        let said = match other.period.last_day() {
            Some(last) => Said::new("rotation-seat-held-until").with("date", last),
            None => Said::new("rotation-seat-held"),
        };
        return Some(("from", said));
    }
    line.organisation?;
    let sits = members(&with.appointments)
        .any(|it| it.organisation == line.organisation && it.period.overlaps(&line.period));
    sits.then(|| ("organisation", Said::new("rotation-sits-already")))
}
