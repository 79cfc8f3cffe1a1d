//! What a proposal makes of a composition, as pure functions: the lines it begins with, what holds with it, and what stands
//! in its way.

mod mistakes;
mod staggering;
mod suggest;

pub use mistakes::{mistakes, standing};
pub use staggering::{crowded, goes_on, staggering};
pub use suggest::{MOST_SUGGESTED, suggest, unfit};

use super::{Compared, Leaving, Line, Rotation};
use crate::boards::rules::in_force;
use crate::boards::{Appointment, Rule, Seat, ToRole, rule_kind};
use crate::calendar::{Period, WorkCalendar};
use crate::composition::{Facts, rules};
use crate::db::ids::{RowId, SeatId};
use crate::web::access::Role;
use chrono::{Datelike, Days, Months, NaiveDate};

/// The kinds of this slice's mail.
pub const THANKS: &str = "rotation-thanks";
pub const WELCOME: &str = "rotation-welcome";
/// How long before the first day an organisation is asked to name its representative: it decides in a meeting of its own,
/// which many hold once a month, and the first notice goes some weeks before a meeting.
const NAME_BEFORE: Days = Days::new(42);
/// The least time an organisation gets for that.
const NAME_LEAST: Days = Days::new(14);

/// Whom this slice's mail goes to, by the kind in the ledger.
#[must_use]
pub fn audience(kind: &str) -> Vec<ToRole> {
    if [THANKS, WELCOME].contains(&kind) {
        vec![ToRole::Member]
    } else {
        Vec::new()
    }
}

fn members(appointments: &[Appointment]) -> impl Iterator<Item = &Appointment> {
    appointments.iter().filter(|it| it.role == Role::Member)
}

/// The day on which a proposal is most likely wanted: the next on which a seat falls vacant, else the next new year.
#[must_use]
pub fn next_turn(appointments: &[Appointment], today: NaiveDate) -> NaiveDate {
    let ends = members(appointments)
        .filter(|it| it.seat.is_some() && !crate::boards::rules::is_followed(it, appointments))
        .filter_map(|it| it.period.until)
        .filter(|until| *until > today);
    let new_year = NaiveDate::from_ymd_opt(today.year() + 1, 1, 1);
    ends.min().or(new_year).unwrap_or(today)
}

/// A line for each seat that nobody has on a day: the last one's term where it ends from now on, and a term as long as the
/// mandate in force says, with nobody in it yet. `days` are today and that day.
#[must_use]
pub fn begin(facts: &Facts, calendar: WorkCalendar, days: (NaiveDate, NaiveDate)) -> Vec<Line> {
    let (_, from) = days;
    let mut open: Vec<&Seat> = facts
        .seats
        .iter()
        .filter(|seat| seat.period.contains(from))
        .filter(|seat| !members(&facts.appointments).any(|it| holds(it, seat, from)))
        .collect();
    open.sort_by_key(|seat| (seat.position, seat.id));
    let lines = open.into_iter();
    lines
        .map(|seat| line(facts, calendar, seat, days))
        .collect()
}

/// A line for a seat from a day: whoever has it leaves then, and a term as long as the mandate says begins, with nobody in it.
#[must_use]
pub fn line(
    facts: &Facts,
    calendar: WorkCalendar,
    seat: &Seat,
    (today, from): (NaiveDate, NaiveDate),
) -> Line {
    let holder = holder(&facts.appointments, seat.id, from, today);
    let leaves = holder.map(|it| Leaving {
        term: it.id,
        until: it.period.until.map_or(from, |until| until.min(from)),
    });
    Line {
        id: RowId::new(),
        seat: seat.id,
        leaves,
        organisation: None,
        period: usual(facts, seat, from),
        name_by: usual_name_by(calendar, (today, from)),
        made: None,
    }
}

/// Whose term on a seat is the last to begin before a day, of those that have not ended.
#[must_use]
pub fn holder(
    appointments: &[Appointment],
    seat: SeatId,
    before: NaiveDate,
    today: NaiveDate,
) -> Option<&Appointment> {
    members(appointments)
        .filter(|it| it.seat == Some(seat) && it.period.from < before)
        .filter(|it| it.period.until.is_none_or(|until| until > today))
        .max_by_key(|it| (it.period.from, it.id))
}

fn holds(term: &Appointment, seat: &Seat, on: NaiveDate) -> bool {
    term.seat == Some(seat.id) && term.period.contains(on)
}

/// A term from a day that is as long as the mandate in force that day says of such a seat, and no longer than the seat.
#[must_use]
pub fn usual(facts: &Facts, seat: &Seat, from: NaiveDate) -> Period {
    let mandate = in_force(&facts.mandates, from);
    let is_about = |rule: &&Rule| {
        let all = rule.among.is_empty() || rule.among.contains(&seat.kind);
        rule.kind == rule_kind::TERM_MONTHS && all
    };
    let rules = mandate.into_iter().flat_map(|it| &it.rules);
    let months = rules.filter(is_about).filter_map(|rule| rule.quantity);
    let months = months.min().and_then(|it| u32::try_from(it).ok());
    let end = months.and_then(|it| from.checked_add_months(Months::new(it)));
    let until = match (end, seat.period.until) {
        (Some(end), Some(seat)) => Some(end.min(seat)),
        (end, seat) => end.or(seat),
    };
    Period {
        from,
        until: until.filter(|until| *until > from),
    }
}

/// By when an organisation is asked to name its representative, unless somebody says another day: a working day of the board.
#[must_use]
pub fn usual_name_by(
    calendar: WorkCalendar,
    (today, from): (NaiveDate, NaiveDate),
) -> Option<NaiveDate> {
    let before = from.checked_sub_days(NAME_BEFORE);
    let least = today.checked_add_days(NAME_LEAST);
    let before = before.map(|day| calendar.on_or_before(day));
    before.max(least.map(|day| calendar.on_or_after(day)))
}

/// The facts as they will be once these lines are carried out. The organisations of the lines are known in them already.
///
/// A term has one length on all its days: one that is made shorter is so for the rules about lengths from its first day on. No
/// other verdict is another before the day of the proposal.
#[must_use]
pub fn apply(lines: &[Line], facts: &Facts) -> Facts {
    let mut with = facts.clone();
    for Leaving { term, until } in lines.iter().filter_map(|line| line.leaves) {
        let standing = with.appointments.iter_mut().find(|it| it.id == term);
        // A term is never made longer, and one that would hold no day stays as it is: that is refused before.
        if let Some(it) = standing
            && it.period.until.is_none_or(|end| until < end)
            && until > it.period.from
        {
            it.period.until = Some(until);
        }
    }
    for line in lines.iter().filter(|it| it.organisation.is_some()) {
        let of = facts.seats.iter().find(|seat| seat.id == line.seat);
        let Some(seat) = of else { continue };
        with.appointments.push(Appointment {
            id: line.id.cast(),
            board: seat.board,
            seat: Some(seat.id),
            organisation: line.organisation,
            role: Role::Member,
            period: line.period,
            decision: String::new(),
            name_by: line.name_by,
            version: 1,
        });
    }
    with
}

/// The first day on which all of a proposal holds: the day that it is compared on.
#[must_use]
pub fn whole_from(of: &Rotation) -> NaiveDate {
    let last = of.lines.iter().filter(|it| it.organisation.is_some());
    let last = last.map(|it| it.period.from).max();
    last.unwrap_or(of.from).max(of.from)
}

/// Each rule of the mandate in force on a day, without a proposal and with it.
#[must_use]
pub fn compare<'a>(without: &'a Facts, with: &'a Facts, on: NaiveDate) -> Vec<Compared<'a>> {
    let mut with = rules::on(with, on).verdicts;
    let compared = rules::on(without, on)
        .verdicts
        .into_iter()
        .filter_map(|it| {
            let place = with.iter().position(|other| other.rule.id == it.rule.id)?;
            Some(Compared {
                rule: it.rule,
                without: it,
                with: with.swap_remove(place),
            })
        });
    compared.collect()
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
