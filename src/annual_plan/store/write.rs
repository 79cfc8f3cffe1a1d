//! The rows of annual plans: changing them. Whether it may be so is asked before, in `plan.rs`.

use crate::annual_plan::{Facts, Plan, PlanItem, Template};
use crate::db::Conn;
use crate::db::ids::{AnnualPlanId, BoardId, PlanItemId, PlanTemplateId};
use crate::db::schema::{annual_plan, plan_item, plan_template};
use crate::error::{Error, Result};
use crate::web::access::Audience;
use diesel::prelude::*;

/// Adds a template.
///
/// # Errors
/// When the database fails.
pub fn add_template(conn: &mut Conn, new: &Template) -> Result<()> {
    diesel::insert_into(plan_template::table)
        .values((
            plan_template::id.eq(new.id),
            plan_template::board_id.eq(new.board),
            plan_template::title.eq(&new.facts.title),
            plan_template::case_kind.eq(&new.facts.kind),
            plan_template::case_subject.eq(&new.facts.subject),
            plan_template::counting.eq(new.when.counting),
            plan_template::numbers.eq(new.when.written()),
            plan_template::version.eq(1),
        ))
        .execute(conn)?;
    Ok(())
}

/// Changes a template from the version that it says.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn put_template(conn: &mut Conn, changed: &Template) -> Result<()> {
    let standing = plan_template::table
        .find(changed.id)
        .filter(plan_template::version.eq(changed.version));
    let rows = diesel::update(standing)
        .set((
            plan_template::title.eq(&changed.facts.title),
            plan_template::case_kind.eq(&changed.facts.kind),
            plan_template::case_subject.eq(&changed.facts.subject),
            plan_template::counting.eq(changed.when.counting),
            plan_template::numbers.eq(changed.when.written()),
            plan_template::version.eq(changed.version + 1),
        ))
        .execute(conn)?;
    (rows > 0).then_some(()).ok_or(Error::Stale)
}

/// Removes a template from the version that was shown; what was made from it stays.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn remove_template(conn: &mut Conn, (id, version): (PlanTemplateId, i64)) -> Result<()> {
    let standing = plan_template::table
        .find(id)
        .filter(plan_template::version.eq(version));
    let rows = diesel::delete(standing).execute(conn)?;
    (rows > 0).then_some(()).ok_or(Error::Stale)
}

/// Begins the plan of a year; it is shown to the secretariat alone.
///
/// # Errors
/// When the database fails.
pub fn begin(conn: &mut Conn, of: BoardId, year: i32) -> Result<Plan> {
    let plan = Plan {
        id: AnnualPlanId::new(),
        board: of,
        year,
        audience: Audience::Secretariat,
        approval: None,
        version: 1,
    };
    diesel::insert_into(annual_plan::table)
        .values((
            annual_plan::id.eq(plan.id),
            annual_plan::board_id.eq(of),
            annual_plan::year.eq(i64::from(year)),
            annual_plan::audience.eq(plan.audience),
            annual_plan::approved_in.eq(""),
            annual_plan::version.eq(1),
        ))
        .execute(conn)?;
    Ok(plan)
}

/// Writes whom a plan is shown to and its approval, from the version that it says.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn put_plan(conn: &mut Conn, changed: &Plan) -> Result<()> {
    let standing = annual_plan::table
        .find(changed.id)
        .filter(annual_plan::version.eq(changed.version));
    let approval = changed.approval.as_ref();
    let rows = diesel::update(standing)
        .set((
            annual_plan::audience.eq(changed.audience),
            annual_plan::approved_on.eq(approval.map(|it| it.on)),
            annual_plan::approved_case.eq(approval.and_then(|it| it.case)),
            annual_plan::approved_in.eq(approval.map_or("", |it| &it.reference)),
            annual_plan::approved_at.eq(approval.map(|it| it.recorded_at)),
            annual_plan::version.eq(changed.version + 1),
        ))
        .execute(conn)?;
    (rows > 0).then_some(()).ok_or(Error::Stale)
}

/// Adds an item to a plan.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, to: AnnualPlanId, new: &PlanItem) -> Result<()> {
    diesel::insert_into(plan_item::table)
        .values((
            plan_item::id.eq(new.id),
            plan_item::plan_id.eq(to),
            plan_item::title.eq(&new.facts.title),
            plan_item::case_kind.eq(&new.facts.kind),
            plan_item::case_subject.eq(&new.facts.subject),
            plan_item::template_id.eq(new.template.map(|(id, _)| id)),
            plan_item::template_number.eq(new.template.map(|(_, number)| i64::from(number))),
            plan_item::case_id.eq(new.case),
            plan_item::meeting_id.eq(new.meeting),
            plan_item::carried_from.eq(new.carried_from),
            plan_item::dropped.eq(&new.dropped),
            plan_item::changed_at.eq(new.changed_at),
            plan_item::version.eq(1),
        ))
        .execute(conn)?;
    Ok(())
}

/// Changes an item from the version that it says.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn put(conn: &mut Conn, changed: &PlanItem) -> Result<()> {
    let Facts {
        title,
        kind,
        subject,
    } = &changed.facts;
    let standing = plan_item::table
        .find(changed.id)
        .filter(plan_item::version.eq(changed.version));
    let rows = diesel::update(standing)
        .set((
            plan_item::title.eq(title),
            plan_item::case_kind.eq(kind),
            plan_item::case_subject.eq(subject),
            plan_item::case_id.eq(changed.case),
            plan_item::meeting_id.eq(changed.meeting),
            plan_item::dropped.eq(&changed.dropped),
            plan_item::changed_at.eq(changed.changed_at),
            plan_item::version.eq(changed.version + 1),
        ))
        .execute(conn)?;
    (rows > 0).then_some(()).ok_or(Error::Stale)
}

/// Takes an item for what goes on from one of an earlier year.
///
/// # Errors
/// When the database fails.
pub fn goes_on_from(conn: &mut Conn, id: PlanItemId, from: PlanItemId) -> Result<()> {
    diesel::update(plan_item::table.find(id))
        .set((
            plan_item::carried_from.eq(from),
            plan_item::version.eq(plan_item::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}
