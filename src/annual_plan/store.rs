//! The rows of annual plans: reading them. What changes them stands in `store/write.rs`.

pub mod write;

use super::rules::{KINDS, read_numbers};
use super::{Approval, Counting, Facts, Plan, PlanItem, Template, Year};
use crate::cases::store as cases;
use crate::db::ids::{AnnualPlanId, BoardId, CaseId, MeetingId, PlanItemId, PlanTemplateId};
use crate::db::schema::{annual_plan, occasion, plan_item, plan_template};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::mail::Occasion;
use crate::meetings::store as meetings;
use crate::web::OfBoard;
use crate::web::access::Audience;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashSet;

/// A board has at most so many templates, and a year so many items: lists need no pages then.
pub const MOST_TEMPLATES: usize = 100;
pub const MOST_ITEMS: usize = 500;

type TemplateRow = (
    (PlanTemplateId, BoardId),
    (Words, String, String),
    (Counting, String),
    i64,
);

macro_rules! template_columns {
    () => {
        (
            (plan_template::id, plan_template::board_id),
            (
                plan_template::title,
                plan_template::case_kind,
                plan_template::case_subject,
            ),
            (plan_template::counting, plan_template::numbers),
            plan_template::version,
        )
    };
}

fn template_of(
    ((id, board), (title, kind, subject), (counting, numbers), version): TemplateRow,
) -> Result<Template> {
    let when = read_numbers(counting, &numbers);
    Ok(Template {
        id,
        board,
        facts: Facts {
            title,
            kind,
            subject,
        },
        when: when.ok_or_else(|| anyhow::anyhow!("a template at no meeting"))?,
        version,
    })
}

/// A board's templates, in the order in which they came.
///
/// # Errors
/// When the database fails.
pub fn templates(conn: &mut Conn, of: BoardId) -> Result<Vec<Template>> {
    let rows: Vec<TemplateRow> = plan_template::table
        .filter(plan_template::board_id.eq(of))
        .order(plan_template::id.asc())
        .select(template_columns!())
        .load(conn)?;
    rows.into_iter().map(template_of).collect()
}

/// One template.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn template(conn: &mut Conn, id: PlanTemplateId) -> Result<Template> {
    let row = plan_template::table
        .find(id)
        .select(template_columns!())
        .first(conn)?;
    template_of(row)
}

impl OfBoard for Template {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        template(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }
}

type PlanRow = (
    (AnnualPlanId, BoardId, i64, Audience),
    (Option<NaiveDate>, Option<CaseId>, String, Option<Moment>),
    i64,
);

fn year_of(year: i64) -> Result<i32> {
    let year = i32::try_from(year);
    year.map_err(|_large| Error::from(anyhow::anyhow!("a year that is none")))
}

/// The plan of a board's year; none before anything is planned.
///
/// # Errors
/// When the database fails.
pub fn plan(conn: &mut Conn, of: BoardId, year: i32) -> Result<Option<Plan>> {
    let row: Option<PlanRow> = annual_plan::table
        .filter(annual_plan::board_id.eq(of))
        .filter(annual_plan::year.eq(i64::from(year)))
        .select((
            (
                annual_plan::id,
                annual_plan::board_id,
                annual_plan::year,
                annual_plan::audience,
            ),
            (
                annual_plan::approved_on,
                annual_plan::approved_case,
                annual_plan::approved_in,
                annual_plan::approved_at,
            ),
            annual_plan::version,
        ))
        .first(conn)
        .optional()?;
    let Some(((id, board, year, audience), (on, case, reference, at), version)) = row else {
        return Ok(None);
    };
    let approval = on.zip(at).map(|(on, recorded_at)| Approval {
        on,
        case,
        reference,
        recorded_at,
    });
    Ok(Some(Plan {
        id,
        board,
        year: year_of(year)?,
        audience,
        approval,
        version,
    }))
}

type ItemRow = (
    (PlanItemId, BoardId, i64),
    (Words, String, String),
    (Option<PlanTemplateId>, Option<i64>),
    (Option<CaseId>, Option<MeetingId>, Option<PlanItemId>),
    (String, Moment, i64),
);

macro_rules! item_columns {
    () => {
        (
            (plan_item::id, annual_plan::board_id, annual_plan::year),
            (
                plan_item::title,
                plan_item::case_kind,
                plan_item::case_subject,
            ),
            (plan_item::template_id, plan_item::template_number),
            (
                plan_item::case_id,
                plan_item::meeting_id,
                plan_item::carried_from,
            ),
            (
                plan_item::dropped,
                plan_item::changed_at,
                plan_item::version,
            ),
        )
    };
}

/// The rows, each with whether it was carried on, in one more query.
fn gather(conn: &mut Conn, rows: Vec<ItemRow>) -> Result<Vec<PlanItem>> {
    let ids = rows.iter().map(|row| row.0.0);
    let carried: Vec<Option<PlanItemId>> = plan_item::table
        .filter(among(plan_item::carried_from, ids))
        .select(plan_item::carried_from)
        .load(conn)?;
    let carried: HashSet<PlanItemId> = carried.into_iter().flatten().collect();
    let whole = |row: ItemRow| {
        let ((id, board, year), (title, kind, subject), (template, number), at, rest) = row;
        let number = number.and_then(|number| u32::try_from(number).ok());
        Ok(PlanItem {
            id,
            board,
            year: year_of(year)?,
            facts: Facts {
                title,
                kind,
                subject,
            },
            template: template.zip(number),
            case: at.0,
            meeting: at.1,
            carried_from: at.2,
            is_carried: carried.contains(&id),
            dropped: rest.0,
            changed_at: rest.1,
            version: rest.2,
        })
    };
    rows.into_iter().map(whole).collect()
}

/// The items of a board's year, in the order in which they came.
///
/// # Errors
/// When the database fails.
pub fn items(conn: &mut Conn, of: BoardId, year: i32) -> Result<Vec<PlanItem>> {
    let rows = plan_item::table
        .inner_join(annual_plan::table)
        .filter(annual_plan::board_id.eq(of))
        .filter(annual_plan::year.eq(i64::from(year)))
        .order(plan_item::id.asc())
        .select(item_columns!())
        .load(conn)?;
    gather(conn, rows)
}

/// One item.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn item(conn: &mut Conn, id: PlanItemId) -> Result<PlanItem> {
    let row = plan_item::table
        .inner_join(annual_plan::table)
        .filter(plan_item::id.eq(id))
        .select(item_columns!())
        .first(conn)?;
    gather(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

impl OfBoard for PlanItem {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        item(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }
}

/// Everything that the plan of a board's year is told from.
///
/// # Errors
/// When the database fails.
pub fn year(conn: &mut Conn, of: BoardId, year: i32) -> Result<Year> {
    let items = items(conn, of, year)?;
    let plan = plan(conn, of, year)?;
    let approval = plan.as_ref().and_then(|plan| plan.approval.as_ref());
    let approved_in = approval.and_then(|approval| approval.case);
    let ids = items.iter().filter_map(|item| item.case).chain(approved_in);
    let ids: Vec<CaseId> = ids.collect();
    let cases = cases::chosen(conn, &ids)?.into_iter();
    Ok(Year {
        year,
        plan,
        cases: cases.map(|case| (case.id, case)).collect(),
        meetings: meetings::of_year(conn, of, year)?,
        items,
    })
}

/// The years for which a board has planned anything, the first one first.
///
/// # Errors
/// When the database fails.
pub fn years(conn: &mut Conn, of: BoardId) -> Result<Vec<i32>> {
    let rows: Vec<i64> = annual_plan::table
        .filter(annual_plan::board_id.eq(of))
        .order(annual_plan::year.asc())
        .select(annual_plan::year)
        .load(conn)?;
    rows.into_iter().map(year_of).collect()
}

/// The ledger's reminders of a board's plans, of any state, by occurrence.
///
/// # Errors
/// When the database fails.
pub fn reminders(conn: &mut Conn, of: BoardId) -> Result<Vec<Occasion>> {
    Ok(occasion::table
        .filter(occasion::board_id.eq(of))
        .filter(among(occasion::kind, KINDS))
        .order(occasion::occurrence.asc())
        .select(Occasion::as_select())
        .load(conn)?)
}
