//! What a version would change if it counted from a day: each rule beside itself, seats, terms, deadlines and meetings.
//! Everything is asked of the same rules as when it counts.

use super::difference::{paired, subject};
use crate::boards::rules::{KindsNamed, in_force, quota_clash, versions};
use crate::boards::{BoardData, Mandate, MandateState, Refusal, Rule, Strength, rule_kind as kind};
use crate::calendar::Period;
use crate::composition::rules::{forecast, on};
use crate::composition::{Facts, Outcome, Verdict};
use crate::db::ids::{MandateId, MeetingId, RowId};
use crate::db::types::Words;
use crate::i18n::Said;
use crate::mandates::{Beside, Change, OtherDeadline, Wish, YearBeside};
use crate::meetings::rules::{deadlines, wanted_in};
use crate::meetings::{Deadline, Meeting, Stage};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The fields of a wish, each with the kind of rule that its number belongs to.
pub const FIELDS: [(&str, &str); 4] = [
    ("least", kind::MEMBERS_LEAST),
    ("most", kind::MEMBERS_MOST),
    ("months", kind::TERM_MONTHS),
    ("meetings", kind::ORDINARY_MEETINGS),
];

/// The version that a wish makes of another, beside all that its board has.
///
/// A draft stays the one that it is; of any other it becomes one more, `id`.
///
/// # Errors
/// The field of the form that cannot be, and why.
pub fn wished(
    base: &Mandate,
    all: &[Mandate],
    wish: &Wish,
    id: MandateId,
) -> Result<Mandate, (&'static str, Said)> {
    let is_new = base.state == MandateState::Approved;
    let until = base.period.until.filter(|until| *until > wish.from);
    let period = Period {
        from: wish.from,
        until,
    };
    let except = (!is_new).then_some(base.id);
    // What others draft for the same day is in nobody's way here.
    let standing: Vec<Mandate> = all
        .iter()
        .filter(|it| it.state == MandateState::Approved || Some(it.id) == except)
        .cloned()
        .collect();
    match versions::refused(&standing, ("", period), MandateState::Draft, except) {
        Some(Refusal::Because(_, said)) => return Err(("from", said)),
        Some(Refusal::Stale) | None => {}
    }
    let mut then = Mandate {
        id: except.unwrap_or(id),
        period,
        state: MandateState::Approved,
        ..base.clone()
    };
    let numbers = [wish.least, wish.most, wish.months, wish.meetings];
    for ((_, kind), number) in FIELDS.iter().zip(numbers) {
        put(&mut then.rules, kind, number);
    }
    for ((field, kind), number) in FIELDS.into_iter().zip(numbers) {
        if number.is_none() {
            continue;
        }
        let changed = then.rules.iter().filter(|rule| rule.kind == kind);
        let clash = changed
            .filter_map(|rule| quota_clash(&then.rules, rule, &KindsNamed::new()))
            .next();
        if let Some(Refusal::Because(_, said)) = clash {
            return Err((field, said));
        }
    }
    Ok(then)
}

/// Gives every rule of a kind this number; a version without one gets one.
fn put(rules: &mut Vec<Rule>, kind: &str, number: Option<i64>) {
    if number.is_none() {
        return;
    }
    let mut is_there = false;
    for rule in rules.iter_mut().filter(|rule| rule.kind == kind) {
        rule.quantity = number;
        is_there = true;
    }
    if !is_there {
        let last = rules.iter().map(|rule| rule.position).max();
        rules.push(Rule {
            id: RowId::new(),
            kind: kind.to_owned(),
            subject: String::new(),
            called: String::new(),
            among: Vec::new(),
            position: last.unwrap_or_default().saturating_add(1),
            quantity: number,
            strength: Strength::Shall,
            words: Words::default(),
            paragraph: String::new(),
        });
    }
}

/// The day from which it would count, and from then on each meeting and each day on which something becomes another by itself
/// on either side, as it is and as it would be; up to but not on `until`.
#[must_use]
pub fn days<'a>(
    now: &'a Facts,
    then: &'a Facts,
    (from, until): (NaiveDate, NaiveDate),
    meetings: &[(NaiveDate, MeetingId)],
) -> Vec<Beside<'a>> {
    let mut at: BTreeMap<NaiveDate, Vec<MeetingId>> = BTreeMap::new();
    for facts in [now, then] {
        for day in forecast(facts, from, until, meetings) {
            at.insert(day.composition.on, day.meetings);
        }
    }
    let beside = |(day, meetings)| Beside {
        on: day,
        meetings,
        now: on(now, day),
        then: on(then, day),
    };
    at.into_iter().map(beside).collect()
}

impl<'a> Beside<'a> {
    /// Each rule of both, by what it is about. What asks the same and is found the same is the same.
    #[must_use]
    pub fn rules(&self) -> Vec<Change<&Verdict<'a>>> {
        let is_same = |now: &Verdict<'_>, then: &Verdict<'_>| {
            (now.outcome, now.rule.quantity) == (then.outcome, then.rule.quantity)
        };
        let (now, then) = (&self.now.verdicts, &self.then.verdicts);
        paired(now, then, |it| subject(it.rule), is_same)
    }

    /// The rules of which something else would be found, or that would be broken or unknown and are not asked today.
    #[must_use]
    pub fn turned(&self) -> Vec<Change<&Verdict<'a>>> {
        let mut all = self.rules();
        all.retain(|it| match it {
            Change::Same(_) => false,
            Change::Changed(now, then) => now.outcome != then.outcome,
            Change::Added(it) | Change::Removed(it) => it.outcome != Outcome::Met,
        });
        all
    }
}

/// How many seats there are on a day beyond the most of members.
#[must_use]
pub fn seats_over(facts: &Facts, day: NaiveDate) -> usize {
    let most = in_force(&facts.mandates, day).and_then(|it| it.quantity(kind::MEMBERS_MOST));
    let Some(most) = most.and_then(|most| usize::try_from(most).ok()) else {
        return 0;
    };
    let seats = facts.seats.iter().filter(|it| it.period.contains(day));
    seats.count().saturating_sub(most)
}

/// The deadlines of these meetings that would be on other days, or that one side alone has.
#[must_use]
pub fn other_deadlines(
    meetings: &[Meeting],
    now: &BoardData,
    then: &BoardData,
) -> Vec<OtherDeadline> {
    let on = |line: &[Deadline], stage: Stage| {
        let found = line.iter().find(|it| it.stage == stage)?;
        Some((found.due_at, found.due_on))
    };
    let of = |meeting: &Meeting| {
        let (before, after) = (deadlines(meeting, now), deadlines(meeting, then));
        let stages: BTreeSet<Stage> = before.iter().chain(&after).map(|it| it.stage).collect();
        let others = stages.into_iter().filter_map(|stage| {
            let (now, then) = (on(&before, stage), on(&after, stage));
            (now != then).then_some(OtherDeadline {
                meeting: meeting.id,
                stage,
                now: now.map(|(_, day)| day),
                then: then.map(|(_, day)| day),
            })
        });
        others.collect::<Vec<_>>()
    };
    meetings.iter().flat_map(of).collect()
}

/// Three whole years from a day on: the ordinary meetings that are planned, and those that each side asks for.
#[must_use]
pub fn years(
    from: NaiveDate,
    planned: &BTreeMap<i32, i64>,
    now: &BoardData,
    then: &BoardData,
) -> Vec<YearBeside> {
    let of = |year| YearBeside {
        year,
        planned: planned.get(&year).copied().unwrap_or_default(),
        now: wanted_in(year, now),
        then: wanted_in(year, then),
    };
    let first = from.year() + i32::from(from.ordinal() > 1);
    (first..=first + 2).map(of).collect()
}

impl YearBeside {
    /// How many more ordinary meetings would be missing than are missing as it is; below zero where there are fewer.
    #[must_use]
    pub fn more_lacking(&self) -> i64 {
        let lacks = |asked: Option<i64>| asked.map_or(0, |it| (it - self.planned).max(0));
        lacks(self.then) - lacks(self.now)
    }
}
