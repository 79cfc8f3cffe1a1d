//! Makes the changes of annual plans whole: each change is one write with its entry in the log and the reminders that follow.

mod agenda;
mod record;

pub use agenda::put_on_agenda;

use super::store::{self, MOST_ITEMS, MOST_TEMPLATES, write};
use super::{Approval, Facts, Plan, PlanItem, State, Template, occasions, rules};
use crate::boards::store as boards;
use crate::cases::plan::By;
use crate::cases::{Case, CaseState, store as cases};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, MeetingId, PlanItemId, PlanTemplateId};
use crate::db::types::Words;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::{Meeting, store as meetings};
use crate::people::Refusal;
use crate::web::access::{Audience, Clearance};
use chrono::NaiveDate;
use record::{record, record_plan, record_template};

fn refused(key: &'static str) -> Error {
    Error::Refused(Said::new(key))
}

/// Adds a template.
///
/// # Errors
/// `Refused` where there are too many, or when the database fails.
pub fn add_template(conn: &mut Conn, new: &Template, by: By) -> Result<()> {
    let all = store::templates(conn, new.board)?;
    // A form sent twice adds once.
    if all.iter().any(|template| template.id == new.id) {
        return Ok(());
    }
    if all.len() >= MOST_TEMPLATES {
        return Err(refused("annual-plan-too-many"));
    }
    write::add_template(conn, new)?;
    record_template(conn, (None, Some(new)), by)
}

/// Changes a template from the version that it says; what was made from it stays as it is.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn change_template(conn: &mut Conn, changed: &Template, by: By) -> Result<()> {
    let before = store::template(conn, changed.id)?;
    write::put_template(conn, changed)?;
    record_template(conn, (Some(&before), Some(changed)), by)
}

/// Removes a template from the version that was shown.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn remove_template(
    conn: &mut Conn,
    (id, version): (PlanTemplateId, i64),
    by: By,
) -> Result<()> {
    let before = store::template(conn, id)?;
    write::remove_template(conn, (id, version))?;
    record_template(conn, (Some(&before), None), by)
}

/// The plan of a year, begun if it was not.
fn begun(conn: &mut Conn, of: BoardId, year: i32) -> Result<Plan> {
    match store::plan(conn, of, year)? {
        Some(plan) => Ok(plan),
        None => write::begin(conn, of, year),
    }
}

/// A new item, as nothing has become of it yet.
fn fresh(plan: &Plan, facts: Facts, by: By) -> PlanItem {
    PlanItem {
        id: PlanItemId::new(),
        board: plan.board,
        year: plan.year,
        facts,
        template: None,
        case: None,
        meeting: None,
        carried_from: None,
        is_carried: false,
        dropped: String::new(),
        changed_at: by.now,
        version: 1,
    }
}

fn put_in(conn: &mut Conn, plan: &Plan, new: &PlanItem, action: &str, by: By) -> Result<()> {
    write::add(conn, plan.id, new)?;
    record(conn, (None, new), action, by)
}

/// Begins a year from the board's templates; what stands from them already stays as it is. How many items are new.
///
/// # Errors
/// `Refused` where there are too many, or when the database fails.
pub fn start(conn: &mut Conn, of: BoardId, year: i32, by: By) -> Result<usize> {
    let templates = store::templates(conn, of)?;
    let made = rules::missing(&templates, &store::year(conn, of, year)?);
    if made.is_empty() {
        return Ok(0);
    }
    let plan = begun(conn, of, year)?;
    room_for(conn, &plan, made.len())?;
    for made in &made {
        let new = PlanItem {
            template: Some(made.template),
            meeting: made.meeting,
            ..fresh(&plan, made.facts.clone(), by)
        };
        put_in(conn, &plan, &new, "plan-item-started", by)?;
    }
    occasions::planner(conn, of, by.now)?;
    Ok(made.len())
}

fn room_for(conn: &mut Conn, plan: &Plan, new: usize) -> Result<()> {
    let standing = store::items(conn, plan.board, plan.year)?.len();
    if standing + new > MOST_ITEMS {
        return Err(refused("annual-plan-too-many"));
    }
    Ok(())
}

/// What is planned besides what the templates give.
#[derive(Clone, Debug)]
pub struct New {
    /// Its own from the form on, so that a form that is sent twice adds once.
    pub id: PlanItemId,
    pub facts: Facts,
    /// The case that it is, where it has one already.
    pub case: Option<CaseId>,
    pub meeting: Option<MeetingId>,
}

/// Plans a case that is written or proposed.
///
/// # Errors
/// `Refused` where there are too many, or when the database fails.
pub fn add(
    conn: &mut Conn,
    (of, year): (BoardId, i32),
    new: &New,
    by: By,
) -> Result<Result<(), Refusal>> {
    let standing = store::items(conn, of, year)?;
    if standing.iter().any(|item| item.id == new.id) {
        return Ok(Ok(()));
    }
    let today = boards::board(conn, of)?.today(by.now);
    if let Err(refusal) = may_plan(conn, (of, year), new.meeting, today)? {
        return Ok(Err(refusal));
    }
    let mut facts = new.facts.clone();
    if let Some(id) = new.case {
        let case = cases::chosen(conn, &[id])?.pop();
        let Some(case) = case.filter(|case| case.board == of && case.state.is_prepared()) else {
            return Ok(Err(("case", Said::new("form-not-a-choice"))));
        };
        if standing.iter().any(|item| item.case == Some(id)) {
            return Ok(Err(("case", Said::new("annual-plan-case-there"))));
        }
        facts = Facts {
            title: Words::default(),
            kind: case.facts.kind,
            subject: case.facts.subject,
        };
    }
    let plan = begun(conn, of, year)?;
    room_for(conn, &plan, 1)?;
    let item = PlanItem {
        id: new.id,
        case: new.case,
        meeting: new.meeting,
        ..fresh(&plan, facts, by)
    };
    put_in(conn, &plan, &item, "plan-item-added", by)?;
    occasions::planner(conn, of, by.now)?;
    Ok(Ok(()))
}

/// Whether something can be planned for this meeting, or for none yet.
fn may_plan(
    conn: &mut Conn,
    (of, year): (BoardId, i32),
    at: Option<MeetingId>,
    today: NaiveDate,
) -> Result<Result<(), Refusal>> {
    let Some(at) = at else { return Ok(Ok(())) };
    let found = meetings::chosen(conn, &[at])?.pop();
    let allowed = found
        .as_ref()
        .map_or(Err(rules::Refusal::Elsewhere), |meeting| {
            rules::may_plan(meeting, (of, year), today)
        });
    Ok(allowed.map_err(|refusal| ("meeting", refusal.said())))
}

/// What is done to an item.
#[derive(Clone, Debug)]
pub enum Act {
    Move(Option<MeetingId>),
    /// What is written of it, where it has no case.
    Write(Facts),
    /// It is taken out of the plan, with the reason.
    Drop(String),
    Restore,
}

/// Changes an item from the version that was shown. Nothing is written where nothing changes.
///
/// # Errors
/// `Stale`, `Refused` where it is too late for that, or when the database fails.
pub fn change(
    conn: &mut Conn,
    (id, version): (PlanItemId, i64),
    act: &Act,
    by: By,
) -> Result<Result<(), Refusal>> {
    let before = store::item(conn, id)?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let at = (before.board, before.year);
    let today = boards::board(conn, before.board)?.today(by.now);
    let state = store::year(conn, at.0, at.1)?.state(&before, today);
    let mut after = before.clone();
    let action = match act {
        _ if state == State::Carried => return Err(refused("annual-plan-is-carried")),
        Act::Move(_) | Act::Write(_) | Act::Drop(_) if state == State::Dropped => {
            return Err(refused("annual-plan-is-dropped"));
        }
        Act::Move(_) | Act::Drop(_) if matches!(state, State::Treated | State::OnAgenda) => {
            return Err(refused("annual-plan-is-on-agenda"));
        }
        Act::Move(to) => {
            if let Err(refusal) = may_plan(conn, at, *to, today)? {
                return Ok(Err(refusal));
            }
            after.meeting = *to;
            "plan-item-moved"
        }
        Act::Write(facts) => {
            if before.case.is_some() {
                return Err(refused("annual-plan-has-case"));
            }
            after.facts = facts.clone();
            "plan-item-changed"
        }
        Act::Drop(reason) => {
            after.dropped.clone_from(reason);
            "plan-item-dropped"
        }
        Act::Restore => {
            after.dropped.clear();
            "plan-item-restored"
        }
    };
    if after == before {
        return Ok(Ok(()));
    }
    after.changed_at = by.now;
    write::put(conn, &after)?;
    record(conn, (Some(&before), &after), action, by)?;
    occasions::planner(conn, before.board, by.now)?;
    Ok(Ok(()))
}

/// Carries what was not treated to the next year's plan, where nobody has planned it for a meeting yet. How many items.
///
/// # Errors
/// `Refused` where there are too many, or when the database fails.
pub fn carry(conn: &mut Conn, of: BoardId, year: i32, by: By) -> Result<usize> {
    let today = boards::board(conn, of)?.today(by.now);
    let this = store::year(conn, of, year)?;
    let next = store::items(conn, of, year + 1)?;
    let carried = rules::carrying(&this, &next, today);
    if carried.is_empty() {
        return Ok(0);
    }
    let plan = begun(conn, of, year + 1)?;
    room_for(conn, &plan, carried.len())?;
    for (item, beside) in &carried {
        if let Some(beside) = beside {
            write::goes_on_from(conn, *beside, item.id)?;
        } else {
            let new = PlanItem {
                case: item.case,
                carried_from: Some(item.id),
                ..fresh(&plan, item.facts.clone(), by)
            };
            put_in(conn, &plan, &new, "plan-item-added", by)?;
        }
        let gone = PlanItem {
            changed_at: by.now,
            ..(*item).clone()
        };
        write::put(conn, &gone)?;
        record(conn, (Some(item), &gone), "plan-item-carried", by)?;
    }
    occasions::planner(conn, of, by.now)?;
    Ok(carried.len())
}

/// The plan as the form was filled from it; one that nobody had begun has no version.
fn as_read(conn: &mut Conn, (of, year): (BoardId, i32), version: i64) -> Result<Plan> {
    match store::plan(conn, of, year)? {
        None if version == 0 => write::begin(conn, of, year),
        Some(plan) if plan.version == version => Ok(plan),
        _ => Err(Error::Stale),
    }
}

/// That a board has approved a plan, as it was typed.
#[derive(Clone, Debug)]
pub struct Approved {
    pub on: NaiveDate,
    pub case: Option<CaseId>,
    pub reference: String,
}

/// Writes down that the board has approved the plan; what is changed from now on is told as changed since.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn approve(
    conn: &mut Conn,
    (of, year, version): (BoardId, i32, i64),
    approved: &Approved,
    by: By,
) -> Result<Result<(), Refusal>> {
    if approved.on > boards::board(conn, of)?.today(by.now) {
        return Ok(Err(("on", Said::new("annual-plan-approved-later"))));
    }
    if let Some(id) = approved.case
        && cases::chosen(conn, &[id])?
            .iter()
            .all(|case| case.board != of)
    {
        return Ok(Err(("case", Said::new("form-not-a-choice"))));
    }
    let before = as_read(conn, (of, year), version)?;
    let mut after = before.clone();
    after.approval = Some(Approval {
        on: approved.on,
        case: approved.case,
        reference: approved.reference.clone(),
        recorded_at: by.now,
    });
    write::put_plan(conn, &after)?;
    record_plan(conn, (&before, &after), "annual-plan-approved", by)?;
    Ok(Ok(()))
}

/// Shows a plan to others, or to the secretariat alone again.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn publish(
    conn: &mut Conn,
    (of, year, version): (BoardId, i32, i64),
    to: Audience,
    by: By,
) -> Result<()> {
    let before = as_read(conn, (of, year), version)?;
    let mut after = before.clone();
    after.audience = to;
    write::put_plan(conn, &after)?;
    record_plan(conn, (&before, &after), "annual-plan-published", by)
}

/// The cases of a board that can be planned for a year: those that are prepared, and not in its plan.
///
/// # Errors
/// When the database fails.
pub fn may_be_added(
    conn: &mut Conn,
    of: BoardId,
    items: &[PlanItem],
    reads: &Clearance,
) -> Result<Vec<Case>> {
    let open = [
        CaseState::Proposed,
        CaseState::Accepted,
        CaseState::Postponed,
        CaseState::Scheduled,
    ];
    let (mut found, _more) = cases::of_board(conn, of, &open, reads, 0)?;
    found.retain(|case| items.iter().all(|item| item.case != Some(case.id)));
    Ok(found)
}

/// The meeting of a plan by its id, for the log.
fn meeting_of(conn: &mut Conn, id: Option<MeetingId>) -> Result<Option<Meeting>> {
    let Some(id) = id else { return Ok(None) };
    Ok(meetings::chosen(conn, &[id])?.pop())
}
