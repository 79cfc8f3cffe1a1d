//! The versions of a mandate: how far each has come, why one is refused, and what is not as it should be on a day.

use super::{OVERDUE_FOR, Subject, mail_kind, of};
use crate::boards::{
    Board, Fault, Flag, Mandate, MandateState, MandateStep, Refusal, ReminderRule, about,
};
use crate::calendar::Period;
use crate::db::ids::MandateId;
use crate::i18n::Said;
use crate::mail::Wanted;
use chrono::NaiveDate;

impl MandateState {
    /// Where a step leads; none where it cannot be taken. A version that is approved stays so: what follows is another version.
    /// One that is dropped is there no more, so dropping leads nowhere.
    #[must_use]
    pub fn after(self, step: MandateStep) -> Option<Self> {
        match (self, step) {
            (Self::Draft, MandateStep::Propose) => Some(Self::Proposed),
            (Self::Proposed, MandateStep::SendBack) => Some(Self::Draft),
            (Self::Proposed, MandateStep::Approve) => Some(Self::Approved),
            _ => None,
        }
    }

    /// Whether the secretariat may take the version away again: nothing has leant on it yet.
    #[must_use]
    pub fn may_be_dropped(self) -> bool {
        self != Self::Approved
    }

    /// Whether those with a role on the board read it.
    #[must_use]
    pub fn is_shown(self) -> bool {
        self != Self::Draft
    }
}

/// What is known of a version where its rules do not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: MandateId,
    pub label: String,
    pub period: Period,
    pub state: MandateState,
    /// Whether it is written down who approved it.
    pub has_decision: bool,
}

/// What is not as it should be with these versions of one board's mandate on a day.
///
/// A version that should have begun and that nobody has approved, or of which it is not written down who approved it; and that
/// the last one is over and none follows. A board that never had a mandate is told elsewhere.
#[must_use]
pub fn faults(versions: &[Version], on: NaiveDate) -> Vec<Flag> {
    let flag = |version: &Version, fault, day| Flag {
        mandate: version.id,
        label: version.label.clone(),
        fault,
        day,
    };
    let fault = |it: &Version| match it.state {
        MandateState::Approved if it.has_decision => None,
        MandateState::Approved => Some(Fault::NoDecision),
        MandateState::Draft | MandateState::Proposed => Some(Fault::NotApproved),
    };
    let standing = versions.iter().filter(|it| it.period.contains(on));
    let mut found: Vec<Flag> = standing
        .filter_map(|it| Some(flag(it, fault(it)?, it.period.from)))
        .collect();
    let approved = || {
        let versions = versions.iter();
        versions.filter(|it| it.state == MandateState::Approved)
    };
    if !approved().any(|it| it.period.contains(on)) {
        let over = approved().filter_map(|it| Some((it.period.last_day()?, it)));
        let over = over.filter(|(last, _)| *last < on);
        let latest = over.max_by_key(|(last, _)| *last);
        found.extend(latest.map(|(last, it)| flag(it, Fault::Expired, last)));
    }
    found
}

/// Why a version cannot be called this, or begin then, among the others of its board.
///
/// What is still on its way takes the place of all that is approved, so it begins after the last of those has.
#[must_use]
pub fn refused(
    all: &[Mandate],
    (label, wanted): (&str, Period),
    state: MandateState,
    except: Option<MandateId>,
) -> Option<Refusal> {
    let others: Vec<&Mandate> = all.iter().filter(|it| Some(it.id) != except).collect();
    let because = |field, key, of: &Mandate| {
        let said = Said::new(key).with("label", &of.label);
        Some(Refusal::Because(field, said.with("date", of.period.from)))
    };
    let is_alike = |it: &&&Mandate| it.label.to_lowercase() == label.to_lowercase();
    if let Some(twin) = others.iter().find(is_alike) {
        return because("label", "boards-mandate-label-twice", twin);
    }
    if let Some(twin) = others.iter().find(|it| it.period.from == wanted.from) {
        return because("from", "boards-mandate-same-day", twin);
    }
    let mut approved = others
        .iter()
        .filter(|it| it.state == MandateState::Approved);
    if state == MandateState::Approved {
        let other = approved.find(|it| it.period.overlaps(&wanted))?;
        return because("from", "boards-mandate-overlaps", other);
    }
    let later = approved.find(|it| it.period.from > wanted.from)?;
    because("from", "boards-mandate-before-former", later)
}

/// Approved versions once `then` counts: what it takes the place of ends the day before it begins.
///
/// One that would begin later is left out where `then` covers its first day.
#[must_use]
pub fn with(approved: &[Mandate], then: &Mandate) -> Vec<Mandate> {
    let stays = |it: &&Mandate| it.id != then.id && !then.period.contains(it.period.from);
    let mut all: Vec<Mandate> = approved.iter().filter(stays).cloned().collect();
    for it in &mut all {
        if it.period.contains(then.period.from) {
            it.period.until = Some(then.period.from);
        }
    }
    all.push(Mandate {
        state: MandateState::Approved,
        ..then.clone()
    });
    all.sort_by_key(|it| it.period.from);
    all
}

/// The mail on the day on which a version should have begun.
pub const START: &str = "start";

/// A version that nobody has approved: before its first day, as the board is reminded of its mandate, and as it should begin.
#[must_use]
pub fn unapproved(board: &Board, rules: &[ReminderRule], version: &Mandate) -> Vec<Wanted> {
    if version.state == MandateState::Approved {
        return Vec::new();
    }
    let day = version.period.from;
    let subject = Subject {
        board,
        kind: mail_kind::MANDATE_UNAPPROVED,
        object_kind: "mandate",
        object_id: version.id.to_string(),
        day,
    };
    let mut wanted = subject.before(of(rules, about::MANDATE));
    let due = subject.morning(board.calendar.on_or_after(day));
    wanted.push(subject.wanted(START.to_owned(), due, due + OVERDUE_FOR));
    wanted
}

#[cfg(test)]
mod tests;
