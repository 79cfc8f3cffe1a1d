//! Which organisations could have an open seat, each with its reasons: what it would do to the mandate's rules first, then
//! whether and when it last sat, then what it pays.

use super::{apply, members};
use crate::boards::rules::in_force;
use crate::boards::{Appointment, Rule, rule_kind};
use crate::composition::rotation::{Candidate, Line, Reason, Suggestion};
use crate::composition::{Composition, Facts, Outcome, Traits, rules};
use crate::db::ids::{OrganisationId, RowId, SeatId};
use crate::web::access::Role;
use chrono::{Datelike, NaiveDate};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// As many as are shown: more than one reads, and who is looked for otherwise stands in the list of all.
pub const MOST_SUGGESTED: usize = 12;

/// The rules that an organisation mends, and those that it breaks.
type Effect = (Vec<RowId>, Vec<RowId>);

/// Suggestions for a line's seat from its first day, the best first; of those that are alike, by name.
///
/// Nobody is suggested who sits, leads, is the secretariat or observes then. Where the seat is for organisations of a kind and
/// some of them are free, no others are suggested. `others` are the other lines of the proposal.
#[must_use]
pub fn suggest(
    facts: &Facts,
    line: &Line,
    others: &[Line],
    candidates: &[Candidate],
) -> Vec<Suggestion> {
    let day = line.period.from;
    let mut lines = others.to_vec();
    lines.push(Line {
        organisation: None,
        ..line.clone()
    });
    let open = apply(&lines, facts);
    let before = rules::on(&open, day);
    let taken = open.appointments.iter().filter(|it| {
        let is_there = matches!(
            it.role,
            Role::Member | Role::Chair | Role::Secretariat | Role::Observer
        );
        is_there && it.period.overlaps(&line.period)
    });
    let taken: BTreeSet<OrganisationId> = taken.filter_map(|it| it.organisation).collect();
    let last = last_days(&open.appointments, day);
    let pays = places(&open, day);
    let mut trial = Trial::of(&open, line, &before);
    let free = candidates.iter().filter(|it| !taken.contains(&it.id));
    let asked = asked(facts, line);
    let fits = |it: &Candidate| asked.iter().any(|rule| rule.subject == it.traits.kind);
    let is_for_some = free.clone().any(fits);
    let mut ranked: Vec<_> = free
        .filter(|it| !is_for_some || fits(it))
        .map(|it| {
            let (mends, breaks) = trial.effect(it, last.contains_key(&it.id));
            let (seated, place) = (last.get(&it.id).copied(), pays.get(&it.id).copied());
            let key = (
                breaks.len(),
                Reverse(mends.len()),
                !it.is_service_owner,
                seated,
                place.map_or(usize::MAX, |(place, _)| place),
                (it.name.to_lowercase(), it.id),
            );
            (key, suggestion(it, (mends, breaks), (day, seated), place))
        })
        .collect();
    ranked.sort_by(|a, b| a.0.cmp(&b.0));
    ranked.truncate(MOST_SUGGESTED);
    ranked
        .into_iter()
        .map(|(_, suggestion)| suggestion)
        .collect()
}

/// The rules that make the line's seat one for organisations of a kind: they ask for so many among its kind of seat, and
/// nobody of another kind has ever had such a seat, or it is the only kind of seat that they are about.
fn asked<'f>(facts: &'f Facts, line: &Line) -> Vec<&'f Rule> {
    let seat = facts.seats.iter().find(|it| it.id == line.seat);
    let (Some(seat), Some(mandate)) = (seat, in_force(&facts.mandates, line.period.from)) else {
        return Vec::new();
    };
    let alike: BTreeSet<SeatId> = facts
        .seats
        .iter()
        .filter(|it| it.kind == seat.kind)
        .map(|it| it.id)
        .collect();
    let mut had: BTreeSet<&str> = BTreeSet::new();
    for term in members(&facts.appointments).filter(|it| it.id != line.id.cast()) {
        if term.seat.is_some_and(|it| alike.contains(&it)) {
            let known = term
                .organisation
                .and_then(|it| facts.organisations.get(&it));
            had.extend(known.map(|it| it.kind.as_str()));
        }
    }
    let is_asked = |rule: &&Rule| {
        let is_about =
            rule.kind == rule_kind::ORGANISATIONS_LEAST && rule.among.contains(&seat.kind);
        let is_always = had.len() == 1 && had.contains(rule.subject.as_str());
        is_about && (rule.among.len() == 1 || is_always)
    };
    mandate.rules.iter().filter(is_asked).collect()
}

/// The rule for whose sake a line's seat is one for organisations of another kind than the one that gets it.
#[must_use]
pub fn unfit<'f>(line: &Line, facts: &'f Facts) -> Option<&'f Rule> {
    let of = facts.organisations.get(&line.organisation?)?;
    let asked = asked(facts, line);
    let fits = asked.iter().any(|rule| rule.subject == of.kind);
    asked.first().copied().filter(|_| !fits)
}

fn suggestion(
    of: &Candidate,
    (mends, breaks): Effect,
    (day, seated): (NaiveDate, Option<NaiveDate>),
    place: Option<(usize, i32)>,
) -> Suggestion {
    let mut reasons: Vec<Reason> = mends.into_iter().map(Reason::Mends).collect();
    reasons.extend(breaks.into_iter().map(Reason::Breaks));
    reasons.push(seated.map_or(Reason::NeverSeated, |last| {
        Reason::YearsSince(day.years_since(last).unwrap_or_default())
    }));
    reasons.extend(of.is_service_owner.then_some(Reason::ServiceOwner));
    reasons.extend(of.traits.size.clone().map(Reason::Size));
    let kind = Some(of.traits.kind.clone()).filter(|kind| !kind.is_empty());
    reasons.extend(kind.map(Reason::Kind));
    reasons.extend(place.map(|(place, year)| Reason::Pays { place, year }));
    Suggestion {
        organisation: of.id,
        name: of.name.clone(),
        reasons,
    }
}

/// The day after each organisation's last term as a member before a day.
fn last_days(appointments: &[Appointment], day: NaiveDate) -> BTreeMap<OrganisationId, NaiveDate> {
    let mut last: BTreeMap<OrganisationId, NaiveDate> = BTreeMap::new();
    for term in members(appointments) {
        let ended = term.period.until.filter(|until| *until <= day);
        if let (Some(of), Some(until)) = (term.organisation, ended) {
            let known = last.entry(of).or_insert(until);
            *known = (*known).max(until);
        }
    }
    last
}

/// The place of each organisation among those that paid in the last year before a day's that has payments; those that paid
/// alike have one place.
fn places(facts: &Facts, day: NaiveDate) -> HashMap<OrganisationId, (usize, i32)> {
    let before = facts.payments.iter();
    let before = before.filter(|it| it.ore > 0 && it.year < day.year());
    let Some(year) = before.clone().map(|it| it.year).max() else {
        return HashMap::new();
    };
    let mut paid: Vec<(Reverse<i64>, OrganisationId)> = before
        .filter(|it| it.year == year)
        .map(|it| (Reverse(it.ore), it.organisation))
        .collect();
    paid.sort_unstable();
    let mut places = HashMap::new();
    let mut at = (1, Reverse(i64::MAX));
    for (number, (ore, of)) in (1..).zip(paid) {
        if ore != at.1 {
            at = (number, ore);
        }
        places.insert(of, (at.0, year));
    }
    places
}

/// What rules ask of an organisation, and itself where more than that decides.
type Alike = (String, Option<String>, Option<OrganisationId>);

/// Tries each organisation on the seat. Those that no rule tells apart are tried once.
struct Trial<'a> {
    facts: Facts,
    /// Its place among the terms.
    term: Option<usize>,
    day: NaiveDate,
    before: &'a Composition<'a>,
    /// Those that rules miss by who they are.
    missed: BTreeSet<OrganisationId>,
    numbers: BTreeSet<&'a str>,
    known: HashMap<Alike, Effect>,
}

impl<'a> Trial<'a> {
    fn of(open: &Facts, line: &Line, before: &'a Composition<'a>) -> Self {
        let seated = Line {
            organisation: Some(OrganisationId::new()),
            leaves: None,
            ..line.clone()
        };
        let facts = apply(&[seated], open);
        let verdicts = before.verdicts.iter();
        let missed = verdicts.clone().flat_map(|it| it.evidence.against.clone());
        Self {
            term: facts
                .appointments
                .iter()
                .position(|it| it.id == line.id.cast()),
            facts,
            day: line.period.from,
            before,
            missed: missed.collect(),
            numbers: verdicts.map(|it| it.rule.subject.as_str()).collect(),
            known: HashMap::new(),
        }
    }

    fn effect(&mut self, of: &Candidate, has_sat: bool) -> Effect {
        let Traits { kind, size, number } = &of.traits;
        let is_named = number
            .as_ref()
            .is_some_and(|it| self.numbers.contains(it.as_str()));
        let is_itself = has_sat || is_named || self.missed.contains(&of.id);
        let alike = (kind.clone(), size.clone(), is_itself.then_some(of.id));
        if let Some(known) = self.known.get(&alike) {
            return known.clone();
        }
        let term = self.term.and_then(|at| self.facts.appointments.get_mut(at));
        if let Some(term) = term {
            term.organisation = Some(of.id);
        }
        let standing = self.facts.organisations.insert(of.id, of.traits.clone());
        let effect = effect(self.before, &rules::on(&self.facts, self.day));
        if standing.is_none() {
            self.facts.organisations.remove(&of.id);
        }
        self.known.insert(alike, effect.clone());
        effect
    }
}

fn effect(before: &Composition<'_>, after: &Composition<'_>) -> Effect {
    let (mut mends, mut breaks) = (Vec::new(), Vec::new());
    for (was, is) in before.verdicts.iter().zip(&after.verdicts) {
        match (was.outcome, is.outcome) {
            (Outcome::Broken | Outcome::Unknown, Outcome::Met) => mends.push(is.rule.id),
            (Outcome::Met | Outcome::Unknown, Outcome::Broken) => breaks.push(is.rule.id),
            _ => {}
        }
    }
    (mends, breaks)
}
