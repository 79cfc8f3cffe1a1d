//! What the audit log says of annual plans. A title stands in it only where it is the plan's own.

use super::meeting_of;
use crate::annual_plan::{Plan, PlanItem, Template};
use crate::audit::{self, Actor, Change, Entry};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::MeetingId;
use crate::db::types::Words;
use crate::error::Result;
use crate::i18n::text;
use crate::meetings::store::around;
use crate::meetings::words;
use chrono::Datelike;

fn meeting_words(conn: &mut Conn, id: Option<MeetingId>) -> Result<Words> {
    let kinds = around::kinds(conn)?;
    let meeting = meeting_of(conn, id)?;
    Ok(audit::in_words(|language| match &meeting {
        Some(meeting) => {
            let name = words::name(&kinds, meeting, language);
            let days = words::days(language, meeting);
            format!("{name} {days} {}", meeting.first_day().year())
        }
        None => text(language, "annual-plan-not-scheduled", &[]),
    }))
}

/// Records a change of an item; none before it where it is new.
pub(super) fn record(
    conn: &mut Conn,
    (before, after): (Option<&PlanItem>, &PlanItem),
    action: &str,
    by: By,
) -> Result<()> {
    let none = Words::default();
    let title = before.map_or(&none, |it| &it.facts.title);
    let former = match before {
        Some(before) => meeting_words(conn, before.meeting)?,
        None => Words::default(),
    };
    let meeting = meeting_words(conn, after.meeting)?;
    let changes = [
        Change::of_words("annual-plan-item-title", title, &after.facts.title),
        Change::of_words("annual-plan-meeting", &former, &meeting),
        Change::of(
            "annual-plan-why",
            before.map_or("", |it| &it.dropped),
            &after.dropped,
        ),
    ];
    let is_put = before.is_some_and(|before| before != after);
    let entry = Entry {
        board_id: Some(after.board),
        object_kind: "plan_item",
        object_id: after.id.as_str(),
        object_version: after.version + i64::from(is_put),
        action,
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// Records a change of whom a plan is shown to, or its approval.
pub(super) fn record_plan(
    conn: &mut Conn,
    (before, after): (&Plan, &Plan),
    action: &str,
    by: By,
) -> Result<()> {
    let shown = |of: &Plan| {
        let key = format!("case-audience-{}", of.audience);
        audit::in_words(|language| text(language, &key, &[]))
    };
    let day = |of: &Plan| {
        let approval = of.approval.as_ref();
        approval.map_or_else(String::new, |it| it.on.to_string())
    };
    let reference = |of: &Plan| {
        let approval = of.approval.as_ref();
        approval.map_or_else(String::new, |it| it.reference.clone())
    };
    let changes = [
        Change::of_words("annual-plan-shown-to", &shown(before), &shown(after)),
        Change::of("annual-plan-approved-on", &day(before), &day(after)),
        Change::of(
            "annual-plan-approved-in",
            &reference(before),
            &reference(after),
        ),
    ];
    let entry = Entry {
        board_id: Some(after.board),
        object_kind: "annual_plan",
        object_id: after.id.as_str(),
        object_version: after.version + 1,
        action,
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// Records that a template is new, changed or gone.
pub(super) fn record_template(
    conn: &mut Conn,
    (before, after): (Option<&Template>, Option<&Template>),
    by: By,
) -> Result<()> {
    let Some(of) = after.or(before) else {
        return Ok(());
    };
    let title = |of: Option<&Template>| of.map_or_else(Words::default, |it| it.facts.title.clone());
    let numbers = |of: Option<&Template>| of.map_or_else(String::new, |it| it.when.written());
    let (action, version) = match (before, after) {
        (None, _) => ("plan-template-added", 1),
        (Some(_), Some(_)) => ("plan-template-changed", of.version + 1),
        (Some(_), None) => ("plan-template-removed", of.version + 1),
    };
    let changes = [
        Change::of_words("annual-plan-item-title", &title(before), &title(after)),
        Change::of("annual-plan-numbers", &numbers(before), &numbers(after)),
    ];
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: "plan_template",
        object_id: of.id.as_str(),
        object_version: version,
        action,
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}
