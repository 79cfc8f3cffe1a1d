//! The rules of councils, as pure functions: whether one is there on a day, what may be asked of it and when, which report
//! comes next, and where its mandate says something else than the board's.

use super::{Act, Delegation, Founding, Origin, Rhythm, State};
use crate::boards::rules::{in_force, reminders, told_in};
use crate::boards::{Board, CouncilReport, Mandate, ReminderRule, Rule, ToRole, about, rule_kind};
use crate::cases::CaseState;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::mail::{Occasion, Wanted};
use crate::web::access::Audience;
use chrono::{Months, NaiveDate};

/// The kinds of mail of this slice.
pub mod mail_kind {
    /// To the council's secretariat, before the day of the advice; to the board's too once it has passed.
    pub const ADVICE_DUE: &str = "advice-due";
    /// To the board's secretariat: the advice has come.
    pub const ADVICE_GIVEN: &str = "advice-given";
    /// To both secretariats: the period of a council runs out.
    pub const COUNCIL_ENDS: &str = "council-ends";
}

/// What the ledger calls a question to a council, and a council.
pub const DELEGATION: &str = "delegation";
pub const COUNCIL: &str = "council";

/// Whether a council is there on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has written down what decided it.
    NotWritten,
    /// Its period begins on this day.
    Begins(NaiveDate),
    Permanent,
    /// Its period ends on this day.
    Until(NaiveDate),
    /// Its period ended on this day, and nobody has dissolved it or prolonged it.
    RanOut(NaiveDate),
    /// It is dissolved from this day on, which is still to come.
    EndsFrom(NaiveDate),
    /// It is dissolved since this day.
    Dissolved(NaiveDate),
}

impl Standing {
    /// Whether it can be asked for advice.
    #[must_use]
    pub fn takes_cases(self) -> bool {
        !matches!(self, Self::EndsFrom(_) | Self::Dissolved(_))
    }
}

/// How it stands with a council on a day of its own.
#[must_use]
pub fn standing(of: Option<&Founding>, today: NaiveDate) -> Standing {
    let Some(of) = of else {
        return Standing::NotWritten;
    };
    match (&of.dissolution, of.basis.period.last_day()) {
        (Some(end), _) if end.from <= today => Standing::Dissolved(end.from),
        (Some(end), _) => Standing::EndsFrom(end.from),
        (None, _) if of.basis.period.from > today => Standing::Begins(of.basis.period.from),
        (None, None) => Standing::Permanent,
        (None, Some(last)) if last < today => Standing::RanOut(last),
        (None, Some(last)) => Standing::Until(last),
    }
}

/// Why something cannot be, and the field that it is told at.
pub type Refusal = (&'static str, Said);

/// What a question to a council is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Of the board's case.
    pub case: CaseState,
    pub council: Standing,
    /// Whether this council has an open question about the case already.
    pub is_asked: bool,
    pub due_on: NaiveDate,
    /// The first day of the meeting that it is to return to.
    pub returns_on: Option<NaiveDate>,
    /// On the council's own date.
    pub today: NaiveDate,
}

/// Whether a council may be asked so.
///
/// # Errors
/// Why not, at the field that is to be mended.
pub fn may_ask(asking: &Asking) -> Result<(), Refusal> {
    if !asking.case.is_prepared() {
        return Err(("council", Said::new("delegation-case-is-dealt-with")));
    }
    if !asking.council.takes_cases() {
        return Err(("council", Said::new("delegation-council-is-dissolved")));
    }
    if asking.is_asked {
        return Err(("council", Said::new("delegation-asked-already")));
    }
    if asking.due_on < asking.today {
        return Err(("due-on", Said::new("delegation-due-in-past")));
    }
    match asking.returns_on {
        Some(day) if asking.due_on > day => {
            let said = Said::new("delegation-due-after-meeting").with("date", day);
            Err(("due-on", said))
        }
        _ => Ok(()),
    }
}

/// Whether a council may give its advice on a case of its own: it has accepted it, and not declined it.
#[must_use]
pub fn has_taken_up(case: CaseState) -> bool {
    !matches!(case, CaseState::Proposed | CaseState::Declined)
}

impl State {
    /// The state once the advice is given.
    #[must_use]
    pub fn answer(self) -> Option<Self> {
        (self == Self::Asked).then_some(Self::Answered)
    }

    /// The state once the board asks no longer.
    #[must_use]
    pub fn withdraw(self) -> Option<Self> {
        (self == Self::Asked).then_some(Self::Withdrawn)
    }
}

/// What somebody did with a question to a council; its code ends a text key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    Asked,
    SentUp,
    Answered,
    Withdrew,
}

/// Who did what, and when, in the order in which it was done.
#[must_use]
pub fn trace(of: &Delegation) -> Vec<(Did, &Act)> {
    let first = match of.origin {
        Origin::Board => Did::Asked,
        Origin::Council => Did::SentUp,
    };
    let mut trace = vec![(first, &of.asked)];
    let then = of.settled.as_ref().filter(|_| of.origin == Origin::Board);
    trace.extend(then.map(|act| match of.state {
        State::Withdrawn => (Did::Withdrew, act),
        State::Asked | State::Answered => (Did::Answered, act),
    }));
    trace
}

/// The day of the next report, when it is to be made now: when the last one is delivered, or its day has passed.
///
/// Only the next one is ever made; turns that passed while nothing was laid down are left out. No report is due on or after
/// `until`, when the council is no more.
#[must_use]
pub fn next_report(
    rhythm: &Rhythm,
    reports: &[CouncilReport],
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let is_open = |it: &CouncilReport| it.delivered_at.is_none() && it.due_on >= today;
    if reports.iter().any(is_open) {
        return None;
    }
    let last = reports.iter().map(|it| it.due_on).max();
    let is_over = |day: &NaiveDate| *day < today || last.is_some_and(|last| *day <= last);
    let coming = turns(rhythm).find(|day| !is_over(day));
    coming.filter(|day| until.is_none_or(|until| *day < until))
}

/// The days that a rhythm wants reports on, from its first; none where it is no rhythm.
fn turns(rhythm: &Rhythm) -> impl Iterator<Item = NaiveDate> {
    let every = u32::try_from(rhythm.months).ok().filter(|it| *it > 0);
    let from = rhythm.from;
    (0_u32..).map_while(move |turn| {
        let months = turn.checked_mul(every?)?;
        from.checked_add_months(Months::new(months))
    })
}

/// The turn after the one that a report was made for; none where this rhythm did not make it, or it is delivered.
#[must_use]
pub fn turn_after(rhythm: &Rhythm, report: &CouncilReport) -> Option<NaiveDate> {
    if report.delivered_at.is_some() || report.title != rhythm.title {
        return None;
    }
    let mut left = turns(rhythm).skip_while(|day| *day < report.due_on);
    left.next().filter(|day| *day == report.due_on)?;
    left.next()
}

/// Where a council's mandate says something else than the board's. The board's wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disagreement<'a> {
    /// The council shows its minutes to more than the board shows its own to.
    Audience { board: &'a Rule, council: &'a Rule },
    /// The council's mandate counts on this day, and none of the board's does.
    WithoutTheBoards(NaiveDate),
    /// The council is there to this day, and its mandate counts for longer.
    AfterTheCouncil(NaiveDate),
}

/// Where the mandate of a council that counts today disagrees with those of the board.
///
/// Only what the board's mandate says of more than the board itself is compared: to whom things are shown, and for how
/// long there is a mandate at all. Left out, because each body has its own: how many members and seats there are, of which
/// kinds and for how long, how many must come, how often it meets, its standing items and lead times. And its words for
/// outcomes: a council gives advice to the board in its own.
#[must_use]
pub fn disagreements<'a>(
    board: &'a [Mandate],
    council: &'a Mandate,
    founding: Option<&Founding>,
    today: NaiveDate,
) -> Vec<Disagreement<'a>> {
    let in_force = in_force(board, today);
    let ruled = in_force.and_then(|board| board.rule(rule_kind::DEFAULT_AUDIENCE));
    let pair = ruled.zip(council.rule(rule_kind::DEFAULT_AUDIENCE));
    let wider = pair.filter(|(board, council)| {
        let both = audience(board).zip(audience(council));
        both.is_some_and(|(board, council)| council > board)
    });
    let wider = wider.map(|(board, council)| Disagreement::Audience { board, council });
    let without = without_one(board, today);
    let without = without.filter(|day| council.period.until.is_none_or(|until| *day < until));
    let ends = founding.and_then(|it| it.basis.period.until);
    let after = ends.filter(|end| council.period.until.is_none_or(|until| until > *end));
    let found = [
        wider,
        without.map(Disagreement::WithoutTheBoards),
        after
            .and_then(|end| end.pred_opt())
            .map(Disagreement::AfterTheCouncil),
    ];
    found.into_iter().flatten().collect()
}

/// The first day from one on, on which none of these versions is in force; none where one is without an end.
fn without_one(of: &[Mandate], from: NaiveDate) -> Option<NaiveDate> {
    let mut day = from;
    // Each turn passes one version, so there are no more turns than versions.
    for _ in 0..=of.len() {
        let Some(version) = in_force(of, day) else {
            return Some(day);
        };
        day = version.period.until?;
    }
    Some(day)
}

/// Whom a rule shows things to.
fn audience(rule: &Rule) -> Option<Audience> {
    rule.subject.parse().ok()
}

/// The reminders of an open question, before its day and after it.
#[must_use]
pub fn advice_reminders(
    of: &Delegation,
    council: &Board,
    rules: &[ReminderRule],
    (standing, now): (&[Occasion], Moment),
) -> Vec<Wanted> {
    let Some(due_on) = of.due_on.filter(|_| of.state == State::Asked) else {
        return Vec::new();
    };
    let object = (mail_kind::ADVICE_DUE, DELEGATION, of.id.as_str());
    let mut wanted = reminders::before(council, rules, about::ADVICE, object, due_on);
    let overdue = reminders::overdue(
        council,
        rules,
        about::ADVICE,
        object,
        due_on,
        (standing, now),
    );
    wanted.extend(overdue);
    wanted
}

/// The warnings that the period of a council runs out, as long as nobody has dissolved it.
#[must_use]
pub fn end_reminders(of: &Founding, council: &Board, rules: &[ReminderRule]) -> Vec<Wanted> {
    let last = of.basis.period.last_day();
    let Some(last) = last.filter(|_| of.dissolution.is_none()) else {
        return Vec::new();
    };
    let object = (mail_kind::COUNCIL_ENDS, COUNCIL, of.id.as_str());
    reminders::before(council, rules, about::COUNCIL_ENDS, object, last)
}

/// Whom an occasion of this slice goes to on the council: `kind` and `slot` as they stand in the ledger. That the advice has
/// come is told the board's secretariat.
#[must_use]
pub fn to_roles(kind: &str, slot: &str, rules: &[ReminderRule]) -> Vec<ToRole> {
    match kind {
        mail_kind::ADVICE_DUE => told_in(rules, about::ADVICE, slot),
        mail_kind::COUNCIL_ENDS => told_in(rules, about::COUNCIL_ENDS, slot),
        mail_kind::ADVICE_GIVEN => vec![ToRole::Secretariat],
        _ => Vec::new(),
    }
}

/// Whether a slot of the ledger is about what is overdue.
#[must_use]
pub fn is_of_late(slot: &str) -> bool {
    slot.starts_with("overdue-")
}

#[cfg(test)]
mod tests;
