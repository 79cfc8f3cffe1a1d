//! What has become of each planned case, what a year begins with, and what is carried to the next: pure functions of the plan,
//! its cases and its meetings, and the day.

use super::{Counting, Facts, Plan, PlanItem, Section, State, Template, When, Year};
use crate::boards::rules::told_in;
use crate::boards::{ReminderRule, ToRole, about};
use crate::cases::rules::Coming;
use crate::cases::{Case, CaseState};
use crate::db::ids::{BoardId, CaseId, MeetingId, PlanItemId, PlanTemplateId};
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::meetings::{Meeting, MeetingState};
use crate::web::access::{Assessment, Audience, Clearance, Object};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// The kind of the mail about what is planned for a meeting and lacks a case or someone who prepares it.
pub const PREPARE: &str = "annual-plan-prepare";
/// The kind of the mail about what was planned for a meeting and was not treated.
pub const SLIPPED: &str = "annual-plan-slipped";
pub const KINDS: [&str; 2] = [PREPARE, SLIPPED];
/// The kind of object that the ledger says they are about.
pub const OBJECT: &str = "meeting";
/// The last number of a template: a year has so many months.
pub const LAST: u32 = 12;

/// Whom a mail goes to: `kind` and `slot` as they stand in the ledger.
#[must_use]
pub fn audience(kind: &str, slot: &str, rules: &[ReminderRule]) -> Vec<ToRole> {
    if KINDS.contains(&kind) {
        told_in(rules, about::ANNUAL_PLAN, slot)
    } else {
        Vec::new()
    }
}

fn is_treated(case: &Case) -> bool {
    matches!(case.state, CaseState::Treated | CaseState::Closed)
}

fn is_live(meeting: &Meeting) -> bool {
    meeting.state != MeetingState::Cancelled
}

fn is_over(meeting: &Meeting, today: NaiveDate) -> bool {
    meeting.state >= MeetingState::Held || meeting.last_day() < today
}

impl Year {
    /// The meetings that were not cancelled, in order of their days.
    pub fn live(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(|meeting| is_live(meeting))
    }

    /// Those of them that cases can be planned for on a day: not those that are over.
    pub fn open(&self, today: NaiveDate) -> impl Iterator<Item = &Meeting> {
        self.live().filter(move |meeting| !is_over(meeting, today))
    }

    #[must_use]
    pub fn case_of(&self, item: &PlanItem) -> Option<&Case> {
        item.case.and_then(|id| self.cases.get(&id))
    }

    /// The meeting that an item belongs to: the one on whose agenda its case stands, else the one it is planned for.
    fn place(&self, item: &PlanItem) -> Option<MeetingId> {
        let case = self.case_of(item);
        let case = case.filter(|case| is_treated(case) || case.state == CaseState::Scheduled);
        case.and_then(|case| case.meeting).or(item.meeting)
    }

    /// What has become of an item by a day.
    #[must_use]
    pub fn state(&self, item: &PlanItem, today: NaiveDate) -> State {
        if !item.dropped.is_empty() {
            return State::Dropped;
        }
        if item.is_carried {
            return State::Carried;
        }
        let case = self.case_of(item);
        if case.is_some_and(is_treated) {
            return State::Treated;
        }
        let place = self.place(item);
        let at = place.and_then(|id| self.meetings.iter().find(|one| one.id == id));
        let is_on_agenda = case.is_some_and(|case| case.state == CaseState::Scheduled);
        match at {
            Some(meeting) if !is_live(meeting) => State::NotScheduled,
            // Once it has been, the minutes say what became of it: until then nobody knows that it slipped.
            _ if is_on_agenda => State::OnAgenda,
            Some(meeting) if meeting.last_day() < today => State::Slipped,
            Some(_) => State::Planned,
            None => State::NotScheduled,
        }
    }

    /// Where an item stands: in exactly one section.
    #[must_use]
    pub fn section(&self, item: &PlanItem, today: NaiveDate) -> Section {
        match self.state(item, today) {
            State::Dropped | State::Carried => Section::Out,
            State::NotScheduled => Section::NotScheduled,
            State::Planned | State::OnAgenda | State::Treated | State::Slipped => {
                let place = self.place(item);
                let at = self.live().find(|one| Some(one.id) == place);
                at.map_or(Section::Out, |meeting| Section::At(meeting.id))
            }
        }
    }

    /// The items of a section, in the order in which they came.
    pub fn in_section(
        &self,
        section: Section,
        today: NaiveDate,
    ) -> impl Iterator<Item = &PlanItem> {
        let all = self.items.iter();
        all.filter(move |item| self.section(item, today) == section)
    }

    /// Whether the plan became another because of this item after the board approved it.
    #[must_use]
    pub fn is_changed(&self, item: &PlanItem) -> bool {
        let approval = self.plan.as_ref().and_then(|plan| plan.approval.as_ref());
        approval.is_some_and(|approval| approval.recorded_at < item.changed_at)
    }

    /// The ordinary meeting of the year that a number of a template means; none where the year has no such meeting.
    #[must_use]
    pub fn meant(&self, counting: Counting, number: u32) -> Option<MeetingId> {
        let mut ordinary = self.live().filter(|one| one.counts_as_ordinary());
        let found = match counting {
            Counting::Meeting => {
                let before = usize::try_from(number.checked_sub(1)?).ok()?;
                ordinary.nth(before)
            }
            Counting::Month => ordinary.find(|one| one.first_day().month() >= number),
        };
        found.map(|meeting| meeting.id)
    }
}

/// An item that a template makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub template: (PlanTemplateId, u32),
    pub facts: Facts,
    pub meeting: Option<MeetingId>,
}

/// What the templates make that the year has not had yet: asked again once that stands, it is nothing.
#[must_use]
pub fn missing(templates: &[Template], of: &Year) -> Vec<Made> {
    let made = templates.iter().flat_map(|template| {
        let numbers = template.when.numbers.iter();
        numbers.map(move |number| Made {
            template: (template.id, *number),
            facts: template.facts.clone(),
            meeting: of.meant(template.when.counting, *number),
        })
    });
    let stands = |made: &Made| of.items.iter().any(|it| it.template == Some(made.template));
    made.filter(|made| !stands(made)).collect()
}

/// What goes on to the next year's plan: what was not treated and is planned for no meeting to come. Beside each, the item
/// that has its case there already and is taken for the same.
#[must_use]
pub fn carrying<'y>(
    of: &'y Year,
    next: &[PlanItem],
    today: NaiveDate,
) -> Vec<(&'y PlanItem, Option<PlanItemId>)> {
    let goes_on =
        |item: &&PlanItem| matches!(of.state(item, today), State::NotScheduled | State::Slipped);
    let beside = |item: &PlanItem| {
        let case = item.case?;
        let has_it = |other: &&PlanItem| other.case == Some(case) && other.carried_from.is_none();
        next.iter().find(has_it).map(|other| other.id)
    };
    // A year that is still to come has time for all of it.
    let has_begun = of.year <= today.year();
    let items = of.items.iter().filter(|item| has_begun && goes_on(item));
    items.map(|item| (item, beside(item))).collect()
}

/// Why a case cannot be planned for a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is another board's, or in another year.
    Elsewhere,
    Cancelled,
    Over,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::Elsewhere => "annual-plan-meeting-elsewhere",
            Self::Cancelled => "annual-plan-meeting-cancelled",
            Self::Over => "annual-plan-meeting-over",
        })
    }
}

/// Whether a case of a board's plan can be planned for a meeting on a day.
///
/// # Errors
/// Why not.
pub fn may_plan(
    meeting: &Meeting,
    (board, year): (BoardId, i32),
    today: NaiveDate,
) -> Result<(), Refusal> {
    if meeting.board != board || meeting.first_day().year() != year {
        Err(Refusal::Elsewhere)
    } else if !is_live(meeting) {
        Err(Refusal::Cancelled)
    } else if is_over(meeting, today) {
        Err(Refusal::Over)
    } else {
        Ok(())
    }
}

/// The numbers of a template as they were typed, `1, 3, 5`; none where one of them is no number from 1 to 12.
#[must_use]
pub fn read_numbers(counting: Counting, text: &str) -> Option<When> {
    let parts = text.split([',', ';', ' ']).filter(|part| !part.is_empty());
    let read = |part: &str| {
        let number: u32 = part.parse().ok()?;
        (1..=LAST).contains(&number).then_some(number)
    };
    let numbers = parts.map(read).collect::<Option<_>>()?;
    let when = When { counting, numbers };
    (!when.numbers.is_empty()).then_some(when)
}

impl When {
    /// The numbers with commas between, as they are stored.
    #[must_use]
    pub fn written(&self) -> String {
        let numbers = self.numbers.iter().map(ToString::to_string);
        numbers.collect::<Vec<_>>().join(",")
    }
}

/// What an item may be called for one reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title<'y> {
    /// The reader may read the case.
    Case(&'y Case),
    /// They may know of it, and what is told of its title.
    Told(&'y Case),
    /// What the plan itself calls it.
    Plan(&'y PlanItem),
    Withheld,
}

/// What an item is called for a reader whom the plan is shown to. A title that is exempt is told to nobody who may not read
/// the case, neither as the case has it nor as the plan does.
#[must_use]
pub fn title<'y>(of: &'y Year, item: &'y PlanItem, reads: &Clearance) -> Title<'y> {
    let Some(case) = of.case_of(item) else {
        return Title::Plan(item);
    };
    let object = case.readable();
    if reads.sees(&object) {
        Title::Case(case)
    } else if case.access.title_exempt {
        Title::Withheld
    } else if reads.knows_of(&object) {
        Title::Told(case)
    } else if item.facts.title.is_empty() {
        Title::Withheld
    } else {
        Title::Plan(item)
    }
}

/// The items planned for a meeting that can be put on its agenda and are not there yet: not one whose case was declined.
#[must_use]
pub fn waiting(of: &Year, at: MeetingId, today: NaiveDate) -> Vec<&PlanItem> {
    let may_stand = |item: &PlanItem| {
        let case = of.case_of(item);
        case.is_none_or(|case| case.state == CaseState::Proposed || case.state.schedule().is_ok())
    };
    let items = of.in_section(Section::At(at), today);
    items
        .filter(|item| of.state(item, today) == State::Planned && may_stand(item))
        .collect()
}

/// Whether an item comes to a meeting after the last moment to propose cases for it. One without a case is proposed once it
/// is put on the agenda.
#[must_use]
pub fn is_late(of: &Year, item: &PlanItem, at: &Coming, now: Moment) -> bool {
    at.is_late(of.case_of(item).map_or(now, |case| case.proposed_at))
}

/// How many of a meeting's planned items have no case, or a case that nobody prepares. `prepared` says of which somebody does.
#[must_use]
pub fn unprepared(
    of: &Year,
    at: MeetingId,
    today: NaiveDate,
    prepared: &HashMap<CaseId, bool>,
) -> usize {
    let lacks = |item: &PlanItem| {
        let case = item.case.and_then(|id| prepared.get(&id));
        !case.copied().unwrap_or_default()
    };
    let items = of.in_section(Section::At(at), today);
    let coming =
        items.filter(|item| matches!(of.state(item, today), State::Planned | State::OnAgenda));
    coming.filter(|item| lacks(item)).count()
}

/// How many items of a meeting have slipped.
#[must_use]
pub fn slipped(of: &Year, at: MeetingId, today: NaiveDate) -> usize {
    let items = of.in_section(Section::At(at), today);
    items
        .filter(|item| of.state(item, today) == State::Slipped)
        .count()
}

/// Whether a plan is shown to this reader; one that nobody has begun is the secretariat's.
#[must_use]
pub fn is_shown(of: BoardId, plan: Option<&Plan>, reads: &Clearance) -> bool {
    reads.sees(&Object {
        id: of.cast(),
        case: of.cast(),
        meeting: None,
        board: of,
        audience: plan.map_or(Audience::Secretariat, |plan| plan.audience),
        assessment: Assessment::Open,
        open_from: None,
        withdrawn_at: None,
    })
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
