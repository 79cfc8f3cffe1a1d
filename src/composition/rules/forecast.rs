//! What will be found on the days to come, when nobody does anything: at every planned meeting, and on each day on which
//! something becomes another by itself.

use super::{Composition, on, terms::lasted};
use crate::boards::{Rule, rule_kind};
use crate::calendar::Period;
use crate::composition::{Break, Day, Facts, Outcome};
use crate::db::ids::MeetingId;
use crate::web::access::Role;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Whether two rules, perhaps of different versions, ask the same.
#[must_use]
pub fn is_same(a: &Rule, b: &Rule) -> bool {
    let asks = |rule: &'_ Rule| {
        let mut among = rule.among.clone();
        among.sort();
        (
            rule.kind.clone(),
            rule.subject.clone(),
            rule.quantity,
            among,
        )
    };
    a.id == b.id || asks(a) == asks(b)
}

/// The days after `after` on which something that verdicts rest on begins or ends.
fn turning_days(facts: &Facts, after: NaiveDate) -> BTreeSet<NaiveDate> {
    let sit = |role| matches!(role, Role::Member | Role::Chair);
    let terms = facts.appointments.iter().filter(|it| sit(it.role));
    let periods = (facts.mandates.iter().map(|it| it.period))
        .chain(facts.seats.iter().map(|it| it.period))
        .chain(terms.map(|it| it.period))
        .chain(facts.representations.iter().map(|it| it.period));
    let edges = periods.flat_map(|Period { from, until }| [Some(from), until]);
    let new_years = facts.payments.iter();
    let new_years = new_years.map(|it| NaiveDate::from_ymd_opt(it.year + 1, 1, 1));
    let mut days: BTreeSet<NaiveDate> = edges.chain(new_years).flatten().collect();
    let lengths = (facts.mandates.iter().flat_map(|it| &it.rules))
        .filter(|rule| rule.kind == rule_kind::TERM_MONTHS)
        .filter_map(|rule| usize::try_from(rule.quantity?).ok())
        .collect::<BTreeSet<usize>>();
    let open = facts.appointments.iter();
    for term in open.filter(|it| it.role == Role::Member && it.period.until.is_none()) {
        days.extend(lengths.iter().filter_map(|months| lasted(term, *months)));
    }
    days.retain(|day| *day > after);
    days
}

/// The first day after `after` on which each rule will be broken that is not the day before: of each rule, and of rules that
/// ask the same in several versions, the first one.
#[must_use]
pub fn breaks(facts: &Facts, after: NaiveDate) -> Vec<Break<'_>> {
    let mut found: Vec<Break<'_>> = Vec::new();
    let mut before = on(facts, after);
    for day in turning_days(facts, after) {
        let now = on(facts, day);
        let broken = now.verdicts.iter();
        let broken = broken.filter(|it| it.outcome == Outcome::Broken);
        for rule in broken.map(|it| it.rule) {
            let was = broken_in(&before, rule);
            if !was && !found.iter().any(|known| is_same(known.rule, rule)) {
                found.push(Break { rule, on: day });
            }
        }
        before = now;
    }
    found
}

fn broken_in(composition: &Composition<'_>, rule: &Rule) -> bool {
    let mut verdicts = composition.verdicts.iter();
    verdicts.any(|it| it.outcome == Outcome::Broken && is_same(it.rule, rule))
}

/// Today, each meeting, and each day on which a verdict or what it rests on becomes another by itself, up to but not on
/// `until`.
#[must_use]
pub fn forecast<'a>(
    facts: &'a Facts,
    today: NaiveDate,
    until: NaiveDate,
    meetings: &[(NaiveDate, MeetingId)],
) -> Vec<Day<'a>> {
    let mut at: BTreeMap<NaiveDate, Vec<MeetingId>> = BTreeMap::from([(today, Vec::new())]);
    for (day, meeting) in meetings {
        if (today..until).contains(day) {
            at.entry(*day).or_default().push(*meeting);
        }
    }
    let mut before = on(facts, today);
    let mut turning = BTreeSet::new();
    for day in turning_days(facts, today).range(..until) {
        let now = on(facts, *day);
        if is_other(&before, &now) {
            turning.insert(*day);
            at.entry(*day).or_default();
        }
        before = now;
    }
    let days = at.into_iter().map(|(day, meetings)| Day {
        composition: on(facts, day),
        meetings,
        is_turning: turning.contains(&day),
    });
    days.collect()
}

/// Whether another version is in force, or a verdict or what it rests on is another.
fn is_other(before: &Composition<'_>, now: &Composition<'_>) -> bool {
    before.mandate.map(|it| it.id) != now.mandate.map(|it| it.id) || before.verdicts != now.verdicts
}

/// The rules of a forecast, each once: those that ask the same in several versions are one.
#[must_use]
pub fn rows<'a>(days: &[Day<'a>]) -> Vec<&'a Rule> {
    let mut rows: Vec<&Rule> = Vec::new();
    for verdict in days.iter().flat_map(|day| &day.composition.verdicts) {
        if !rows.iter().any(|row| is_same(row, verdict.rule)) {
            rows.push(verdict.rule);
        }
    }
    rows
}
