//! What mandates and terms say, as pure functions: what is in force, who sits when, what clashes.
//!
//! And which mails a board's terms, mandates and reports make due. Which meetings are due is the meetings slice's.

mod audience;
mod quotas;
pub mod reminders;
pub mod tree;
pub mod versions;

pub use audience::audience;
pub use quotas::{KindsNamed, quota_clash};

use super::{
    Appointment, Board, CouncilReport, Mandate, MandateState, ReminderKind, ReminderRule,
    ReminderUnit, Representation, Rule, Seat, ToRole, about,
};
use crate::calendar::{Period, moment_of};
use crate::db::ids::{AppointmentId, SeatId};
use crate::db::types::Moment;
use crate::mail::{Key, Occasion, OccasionState, Wanted};
use crate::web::access::Role;
use chrono::{Days, Duration, Months, NaiveDate, NaiveTime};

/// When on its day a board's mail goes: as the office opens, on the board's own clock.
pub const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine is an hour");
/// For how long a mail about something overdue is still worth reading.
const OVERDUE_FOR: Duration = Duration::days(7);

/// The mandate version in force on a date; one that nobody has approved is not.
#[must_use]
pub fn in_force(mandates: &[Mandate], on: NaiveDate) -> Option<&Mandate> {
    mandates
        .iter()
        .filter(|mandate| mandate.state == MandateState::Approved && mandate.period.contains(on))
        .max_by_key(|mandate| mandate.period.from)
}

impl Mandate {
    /// The rule of this kind, for rules that stand once.
    #[must_use]
    pub fn rule(&self, kind: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.kind == kind)
    }

    /// The number of the rule of this kind.
    #[must_use]
    pub fn quantity(&self, kind: &str) -> Option<i64> {
        self.rule(kind)?.quantity
    }
}

/// The appointment that already holds this seat on a day of this period. Back-to-back terms do not clash, and an
/// organisation that has been away may return.
#[must_use]
pub fn seat_clash(
    appointments: &[Appointment],
    seat: SeatId,
    wanted: Period,
    except: Option<AppointmentId>,
) -> Option<&Appointment> {
    appointments.iter().find(|standing| {
        standing.seat == Some(seat)
            && Some(standing.id) != except
            && standing.period.overlaps(&wanted)
    })
}

/// What two periods have in common.
#[must_use]
pub fn common(a: Period, b: Period) -> Option<Period> {
    let until = match (a.until, b.until) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Period::new(a.from.max(b.from), until).ok()
}

/// Who held which appointment on a day. An appointment that nobody used that day stands alone.
#[must_use]
pub fn who_sat<'a>(
    appointments: &'a [Appointment],
    representations: &'a [Representation],
    on: NaiveDate,
) -> Vec<(&'a Appointment, Option<&'a Representation>)> {
    let mut sat = Vec::new();
    for appointment in appointments.iter().filter(|it| it.period.contains(on)) {
        let mut using = representations
            .iter()
            .filter(|it| it.appointment == appointment.id && it.period.contains(on))
            .peekable();
        if using.peek().is_none() {
            sat.push((appointment, None));
        }
        sat.extend(using.map(|representation| (appointment, Some(representation))));
    }
    sat
}

/// The periods within `window` in which a seat that exists is held by nobody.
#[must_use]
pub fn vacancies(seat: &Seat, appointments: &[Appointment], window: Period) -> Vec<Period> {
    let Some(whole) = common(seat.period, window) else {
        return Vec::new();
    };
    let mut terms: Vec<Period> = appointments
        .iter()
        .filter(|appointment| appointment.seat == Some(seat.id))
        .filter_map(|appointment| common(appointment.period, whole))
        .collect();
    terms.sort_by_key(|term| term.from);
    let mut gaps = Vec::new();
    let mut free_from = Some(whole.from);
    for term in terms {
        gaps.extend(free_from.and_then(|from| Period::new(from, Some(term.from)).ok()));
        free_from = term.until;
    }
    gaps.extend(free_from.and_then(|from| Period::new(from, whole.until).ok()));
    gaps
}

/// Whether it is settled who follows when a term ends: the seat is held on the day after, or, without a seat, the
/// same organisation goes on in the same role.
#[must_use]
pub fn is_followed(appointment: &Appointment, appointments: &[Appointment]) -> bool {
    appointment.period.until.is_some_and(|until| {
        appointments.iter().any(|next| {
            let same = match appointment.seat {
                Some(seat) => next.seat == Some(seat),
                None => {
                    next.seat.is_none()
                        && next.role == appointment.role
                        && next.organisation == appointment.organisation
                }
            };
            same && next.id != appointment.id && next.period.contains(until)
        })
    })
}

/// Whether a reminder to this role is about this appointment: the secretariat and the chair hear of every term, the
/// others of their own.
#[must_use]
pub fn concerns(to: ToRole, appointment: &Appointment) -> bool {
    match to {
        ToRole::Secretariat | ToRole::Chair => true,
        ToRole::Organisation => appointment.organisation.is_some(),
        other => other.role() == Some(appointment.role),
    }
}

/// Whom the reminders of one slot go to.
#[must_use]
pub fn told_in(rules: &[ReminderRule], about: &str, slot: &str) -> Vec<ToRole> {
    let mut roles: Vec<ToRole> = rules
        .iter()
        .filter(|rule| rule.about == about)
        .filter(|rule| match rule.kind {
            ReminderKind::Before => before_slot(rule) == slot,
            ReminderKind::Overdue => slot.starts_with("overdue-"),
        })
        .map(|rule| rule.to)
        .collect();
    roles.sort();
    roles.dedup();
    roles
}

fn before_slot(rule: &ReminderRule) -> String {
    format!("before-{}-{}", rule.quantity, rule.unit)
}

/// Something with a day that reminders are reckoned from.
struct Subject<'a> {
    board: &'a Board,
    kind: &'static str,
    object_kind: &'static str,
    object_id: String,
    /// Its last day: the term's, the mandate's, or the one something is due on.
    day: NaiveDate,
}

impl Subject<'_> {
    /// The end of the day, when what was due is late.
    fn deadline(&self) -> Moment {
        let next = self.day.succ_opt().unwrap_or(self.day);
        moment_of(self.board.zone, next, NaiveTime::MIN).into()
    }

    fn wanted(&self, slot: String, due: Moment, expires: Moment) -> Wanted {
        Wanted {
            key: Key {
                kind: self.kind,
                object_id: self.object_id.clone(),
                slot,
            },
            object_kind: self.object_kind,
            about_day: self.day,
            deadline: Some(self.deadline()),
            due,
            expires,
        }
    }

    fn morning(&self, day: NaiveDate) -> Moment {
        moment_of(self.board.zone, day, MORNING).into()
    }

    /// One mail a lead time, on the working day on or before it.
    fn before<'r>(&self, rules: impl Iterator<Item = &'r ReminderRule>) -> Vec<Wanted> {
        let mut wanted: Vec<Wanted> = rules
            .filter(|rule| rule.kind == ReminderKind::Before)
            .filter_map(|rule| {
                let day = earlier(self.day, rule)?;
                let due = self.morning(self.board.calendar.on_or_before(day));
                Some(self.wanted(before_slot(rule), due, self.deadline()))
            })
            .collect();
        wanted.sort_by(|a, b| a.key.cmp(&b.key));
        wanted.dedup_by(|a, b| a.key == b.key);
        wanted
    }

    /// The next mail about what is overdue, on the working day on or after its turn, because it cannot be late before
    /// its day is over. What was told is not told again; a turn that passed before it was planned is skipped.
    fn overdue(
        &self,
        rules: &[&ReminderRule],
        standing: &[Occasion],
        now: Moment,
    ) -> Option<Wanted> {
        let rule = rules
            .iter()
            .filter(|rule| rule.kind == ReminderKind::Overdue)
            .min_by_key(|rule| rule.quantity)?;
        (1..=rule.at_most).find_map(|turn| {
            let days = u64::try_from(rule.quantity.checked_mul(turn)?).ok()?;
            let day = self.day.checked_add_days(Days::new(days))?;
            let due = self.morning(self.board.calendar.on_or_after(day));
            let slot = format!("overdue-{turn}");
            let rows = standing
                .iter()
                .filter(|row| row.kind == self.kind && row.slot == slot);
            let row = rows.max_by_key(|row| row.occurrence);
            let is_open = match row {
                Some(row) if row.state == OccasionState::Planned => row.due == due || due >= now,
                Some(row) if row.state != OccasionState::Withdrawn => {
                    row.about_day != Some(self.day) && due >= now
                }
                _ => due >= now,
            };
            is_open.then(|| self.wanted(slot, due, due + OVERDUE_FOR))
        })
    }
}

fn earlier(day: NaiveDate, rule: &ReminderRule) -> Option<NaiveDate> {
    match rule.unit {
        ReminderUnit::Days => day.checked_sub_days(Days::new(u64::try_from(rule.quantity).ok()?)),
        ReminderUnit::Months => {
            day.checked_sub_months(Months::new(u32::try_from(rule.quantity).ok()?))
        }
    }
}

/// The kinds of mail this slice plans.
pub mod mail_kind {
    pub const TERM_ENDS: &str = "term-ends";
    pub const MANDATE_EXPIRES: &str = "mandate-expires";
    pub const COUNCIL_REPORT: &str = "council-report";
    pub const NAMING: &str = "naming";
    pub const VACANCY: &str = "vacancy";
    pub const MANDATE_UNAPPROVED: &str = "mandate-unapproved";
    pub const ALL: [&str; 6] = [
        TERM_ENDS,
        MANDATE_EXPIRES,
        COUNCIL_REPORT,
        NAMING,
        VACANCY,
        MANDATE_UNAPPROVED,
    ];
}

/// Why an occasion was withdrawn that should have gone before its board's mail was switched on.
const BEFORE_MAIL_ON: &str = "before-mail-on";

/// The first mail about naming: the question itself.
pub const ASK: &str = "ask";

fn of<'r>(
    rules: &'r [ReminderRule],
    about: &'static str,
) -> impl Iterator<Item = &'r ReminderRule> {
    rules.iter().filter(move |rule| rule.about == about)
}

/// A term that ends and that nobody follows yet (mandate § 4: members rotate in periods of three years).
#[must_use]
pub fn term_ends(
    board: &Board,
    rules: &[ReminderRule],
    appointment: &Appointment,
    appointments: &[Appointment],
) -> Vec<Wanted> {
    let Some(day) = appointment.period.last_day() else {
        return Vec::new();
    };
    if is_followed(appointment, appointments) {
        return Vec::new();
    }
    let subject = Subject {
        board,
        kind: mail_kind::TERM_ENDS,
        object_kind: "appointment",
        object_id: appointment.id.to_string(),
        day,
    };
    subject.before(of(rules, about::TERM).filter(|rule| concerns(rule.to, appointment)))
}

/// A mandate that ends with no version after it.
#[must_use]
pub fn mandate_expires(
    board: &Board,
    rules: &[ReminderRule],
    mandate: &Mandate,
    mandates: &[Mandate],
) -> Vec<Wanted> {
    let (Some(day), Some(until)) = (mandate.period.last_day(), mandate.period.until) else {
        return Vec::new();
    };
    if in_force(mandates, until).is_some() {
        return Vec::new();
    }
    let subject = Subject {
        board,
        kind: mail_kind::MANDATE_EXPIRES,
        object_kind: "mandate",
        object_id: mandate.id.to_string(),
        day,
    };
    subject.before(of(rules, about::MANDATE))
}

/// A council's report to the board above it (mandate § 7), until it is delivered.
#[must_use]
pub fn council_report(
    board: &Board,
    rules: &[ReminderRule],
    report: &CouncilReport,
    standing: &[Occasion],
    now: Moment,
) -> Vec<Wanted> {
    if report.delivered_at.is_some() {
        return Vec::new();
    }
    let subject = Subject {
        board,
        kind: mail_kind::COUNCIL_REPORT,
        object_kind: "council_report",
        object_id: report.id.to_string(),
        day: report.due_on,
    };
    let rules: Vec<&ReminderRule> = of(rules, about::COUNCIL_REPORT).collect();
    let mut wanted = subject.before(rules.iter().copied());
    wanted.extend(subject.overdue(&rules, standing, now));
    wanted
}

/// An organisation that was asked to name its representative (mandate § 4: the organisations point out the members),
/// until it has: the question at once, then reminders before the date and after it.
#[must_use]
pub fn naming(
    board: &Board,
    rules: &[ReminderRule],
    appointment: &Appointment,
    is_named: bool,
    standing: &[Occasion],
    now: Moment,
) -> Vec<Wanted> {
    let Some(day) = appointment.name_by.filter(|_| !is_named) else {
        return Vec::new();
    };
    let subject = Subject {
        board,
        kind: mail_kind::NAMING,
        object_kind: "appointment",
        object_id: appointment.id.to_string(),
        day,
    };
    // A question that stands keeps its moment, so that planning again changes nothing; one that was held back while
    // the board's mail was off does not go by surprise later.
    let asked = standing.iter().filter(|row| {
        row.kind == mail_kind::NAMING
            && row.slot == ASK
            && row.about_day == Some(day)
            && (row.state != OccasionState::Withdrawn || row.why == BEFORE_MAIL_ON)
    });
    let due = asked.map(|row| row.due).max().unwrap_or(now);
    let rules: Vec<&ReminderRule> = of(rules, about::NAMING)
        .filter(|rule| concerns(rule.to, appointment))
        .collect();
    let mut wanted = vec![subject.wanted(ASK.to_owned(), due, subject.deadline())];
    wanted.extend(subject.before(rules.iter().copied()));
    wanted.extend(subject.overdue(&rules, standing, now));
    wanted
}

/// Whether someone is named who uses an appointment to its end: whoever leaves before leaves it to be named again.
#[must_use]
pub fn is_named(appointment: &Appointment, representations: &[Representation]) -> bool {
    unused_from(appointment, representations).is_none()
}

/// The first day from which nobody is named for the rest of a term.
#[must_use]
pub fn unused_from(
    appointment: &Appointment,
    representations: &[Representation],
) -> Option<NaiveDate> {
    let mut last = appointment.period.from;
    for using in representations
        .iter()
        .filter(|it| it.appointment == appointment.id)
        .filter_map(|it| common(it.period, appointment.period))
    {
        last = last.max(using.until?);
    }
    let whole = appointment.period.until;
    whole.is_none_or(|until| last < until).then_some(last)
}

/// A seat, or the chair, that nobody uses or will use to the end of its term, and whose organisation has not been asked.
///
/// The secretariat is told before the first such day and after it (mandate point 4: the organisations point out the
/// members).
#[must_use]
pub fn vacancy(
    board: &Board,
    rules: &[ReminderRule],
    appointment: &Appointment,
    representations: &[Representation],
    standing: &[Occasion],
    now: Moment,
) -> Vec<Wanted> {
    let day = unused_from(appointment, representations)
        .filter(|_| takes_one_person(appointment) && appointment.name_by.is_none());
    let Some(day) = day else {
        return Vec::new();
    };
    let subject = Subject {
        board,
        kind: mail_kind::VACANCY,
        object_kind: "appointment",
        object_id: appointment.id.to_string(),
        day,
    };
    let rules: Vec<&ReminderRule> = of(rules, about::VACANCY).collect();
    let mut wanted = subject.before(rules.iter().copied());
    wanted.extend(subject.overdue(&rules, standing, now));
    wanted
}

/// Whether an appointment takes one person at a time: one on a seat does, a secretariat has several.
#[must_use]
pub fn takes_one_person(appointment: &Appointment) -> bool {
    appointment.seat.is_some() || appointment.role == Role::Chair
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_naming;
