//! Addresses of annual plans: which cases a board treats at which meeting of a year. The meetings themselves stand at
//! [`super::YEAR`].

use crate::db::ids::{BoardId, MeetingId, PlanItemId, PlanTemplateId};

pub const ANNUAL_PLAN: &str = "/boards/{id}/annual-plan/{year}";
/// What the templates would add to it.
pub const ANNUAL_PLAN_START: &str = "/boards/{id}/annual-plan/{year}/start";
pub const ANNUAL_PLAN_CARRY: &str = "/boards/{id}/annual-plan/{year}/carry";
/// That the board has approved it, and whom it is shown to.
pub const ANNUAL_PLAN_APPROVAL: &str = "/boards/{id}/annual-plan/{year}/approval";
pub const ANNUAL_PLAN_AUDIENCE: &str = "/boards/{id}/annual-plan/{year}/audience";
pub const NEW_PLAN_ITEM: &str = "/boards/{id}/annual-plan/{year}/items/new";
pub const PLAN_ITEM: &str = "/plan-items/{id}";
pub const PLAN_TEMPLATES: &str = "/boards/{id}/plan-templates";
pub const NEW_PLAN_TEMPLATE: &str = "/boards/{id}/plan-templates/new";
pub const PLAN_TEMPLATE: &str = "/plan-templates/{id}";
/// What is planned for a meeting goes on its agenda.
pub const MEETING_PLANNED: &str = "/meetings/{id}/planned";
/// The plan of a year as it is shown to others.
pub const PUBLISHED_ANNUAL_PLAN: &str = "/published/boards/{id}/annual-plans/{year}";

#[must_use]
pub fn annual_plan(of: BoardId, year: i32) -> String {
    format!("/boards/{of}/annual-plan/{year}")
}

/// The plan of a year, once an item of it was moved.
#[must_use]
pub fn moved_in_annual_plan(of: BoardId, year: i32, item: PlanItemId) -> String {
    format!("/boards/{of}/annual-plan/{year}?moved={item}")
}

/// A page below the plan of a year, such as `start`.
#[must_use]
pub fn of_annual_plan(of: BoardId, year: i32, rest: &str) -> String {
    format!("/boards/{of}/annual-plan/{year}/{rest}")
}

#[must_use]
pub fn plan_item(id: PlanItemId) -> String {
    format!("/plan-items/{id}")
}

#[must_use]
pub fn plan_templates(of: BoardId) -> String {
    format!("/boards/{of}/plan-templates")
}

#[must_use]
pub fn plan_template(id: PlanTemplateId) -> String {
    format!("/plan-templates/{id}")
}

#[must_use]
pub fn meeting_planned(id: MeetingId) -> String {
    format!("/meetings/{id}/planned")
}

#[must_use]
pub fn published_annual_plan(of: BoardId, year: i32) -> String {
    format!("/published/boards/{of}/annual-plans/{year}")
}
