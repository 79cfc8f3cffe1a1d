//! The annual plan (årsplan): which cases a board treats at which meeting of a year.
//!
//! It begins from the board's templates, such as budget frames, priorities and tertial reports three times a year (mandate § 3),
//! and goes on with cases that are proposed. What has become of an item follows from its case, its meeting and the day, and is
//! never stored; nothing is deleted. It puts what is planned on agendas, and reminds of what lacks a case. The year's meetings
//! themselves are the year plan's, in `meetings`. Left out on purpose: plans of more than one year at once.

pub mod forms;
pub mod mail;
pub mod occasions;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::cases::Case;
use crate::db::ids::{AnnualPlanId, BoardId, CaseId, MeetingId, PlanItemId, PlanTemplateId};
use crate::db::types::{Moment, Words};
use crate::meetings::Meeting;
use crate::text_enum;
use crate::web::access::Audience;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

text_enum! {
    /// What the numbers of a template count.
    Counting {
        /// The year's ordinary meetings, from the first.
        Meeting = "meeting",
        /// The months; the first meeting from that month on is meant.
        Month = "month",
    }
}

text_enum! {
    /// What has become of an item.
    State {
        NotScheduled = "not_scheduled",
        Planned = "planned",
        OnAgenda = "on_agenda",
        Treated = "treated",
        /// Its meeting has been, and it was not on the agenda there or was put off.
        Slipped = "slipped",
        /// It stands in the next year's plan.
        Carried = "carried",
        Dropped = "dropped",
    }
}

/// What is written of a case that is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Empty where the item was made from a case, which has its own.
    pub title: Words,
    /// A code of the list `case_type`.
    pub kind: String,
    /// A code of the list `case_subject`.
    pub subject: String,
}

/// At which meetings of a year a template is treated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub counting: Counting,
    /// From 1 to 12, at least one.
    pub numbers: BTreeSet<u32>,
}

/// A case that a board treats every year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub id: PlanTemplateId,
    pub board: BoardId,
    pub facts: Facts,
    pub when: When,
    pub version: i64,
}

/// That the board has approved a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    pub on: NaiveDate,
    /// The case in which it did.
    pub case: Option<CaseId>,
    /// Where it stands, such as “sak 31/26”.
    pub reference: String,
    /// When that was written down: what is changed later was changed after the approval.
    pub recorded_at: Moment,
}

/// The plan of one board for one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub id: AnnualPlanId,
    pub board: BoardId,
    pub year: i32,
    /// The secretariat alone until it is published.
    pub audience: Audience,
    pub approval: Option<Approval>,
    pub version: i64,
}

/// A case in the plan of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanItem {
    pub id: PlanItemId,
    pub board: BoardId,
    pub year: i32,
    pub facts: Facts,
    /// The template that it was made from, and which of its numbers.
    pub template: Option<(PlanTemplateId, u32)>,
    pub case: Option<CaseId>,
    /// The meeting it is planned for.
    pub meeting: Option<MeetingId>,
    /// The item of an earlier year that it goes on from.
    pub carried_from: Option<PlanItemId>,
    /// Whether a later year's plan has it.
    pub is_carried: bool,
    /// Why it was taken out; empty while it stands.
    pub dropped: String,
    pub changed_at: Moment,
    pub version: i64,
}

/// Everything that an annual plan is told from.
#[derive(Clone, Debug)]
pub struct Year {
    pub year: i32,
    /// None before anything is planned.
    pub plan: Option<Plan>,
    /// In the order in which they came.
    pub items: Vec<PlanItem>,
    /// The items' cases and the one in which the plan was approved, whoever may read them.
    pub cases: HashMap<CaseId, Case>,
    /// The meetings of the year in order of their days, cancelled ones too.
    pub meetings: Vec<Meeting>,
}

/// Where an item stands on the page of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    At(MeetingId),
    NotScheduled,
    /// It was dropped, carried to the next year, or is treated in another year.
    Out,
}
