//! Changes of mandates: versions, rules, lead times. Every change of a rule raises its mandate's version, so that two
//! people who edit one mandate hear of each other.

use super::changes::By;
use super::mandate_words::{deadline_in_words, lists, rule_in_words};
use super::{mandate as one_mandate, versions};
use crate::audit::Change;
use crate::boards::rules::quota_clash;
use crate::boards::rules::versions::refused;
use crate::boards::{DeadlineRule, Mandate, MandateState, Refusal, Rule, rule_kind};
use crate::calendar::Period;
use crate::db::ids::{BoardId, MandateId, RowId};
use crate::db::schema::{deadline_rule, mandate_rule, mandate_version};
use crate::db::types::Words;
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::store as people;
use chrono::NaiveDate;
use diesel::prelude::*;

/// A mandate version without its rules, as a form gives it.
#[derive(Clone, Debug)]
pub struct MandateDraft {
    pub label: String,
    pub period: Period,
    pub decision: String,
}

/// Adds an approved version, with a copy of the rules of another to start from. One that overlaps another is refused, and one
/// that is to end the one before it and begins no later.
///
/// # Errors
/// When the database fails.
pub fn add_mandate(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    draft: &MandateDraft,
    copy_of: Option<MandateId>,
    ends_former: bool,
) -> Result<Result<MandateId, Refusal>> {
    let mut standing = versions(conn, of)?;
    let about = (draft.label.as_str(), draft.period);
    if ends_former && let Some(refusal) = refused(&standing, about, MandateState::Draft, None) {
        return Ok(Err(refusal));
    }
    let is_open = |it: &&mut Mandate| {
        it.state == MandateState::Approved
            && it.period.until.is_none()
            && it.period.from < draft.period.from
    };
    let open = standing.iter_mut().filter(|_| ends_former).find(is_open);
    let ended = open.map(|former| {
        former.period.until = Some(draft.period.from);
        (former.id, former.version)
    });
    if let Some(refusal) = refused(&standing, about, MandateState::Approved, None) {
        return Ok(Err(refusal));
    }
    if let Some((former, version)) = ended {
        end_mandate(conn, by, of, (former, version), draft.period.from)?;
    }
    let former = standing.iter().find(|it| Some(it.id) == copy_of);
    let id = put_version(conn, of, draft, MandateState::Approved, former)?;
    let object = ("mandate", id.as_str(), 1);
    by.records(conn, of, object, "mandate-added", Vec::new())?;
    Ok(Ok(id))
}

/// A new version with the rules and lead times of another.
pub(super) fn put_version(
    conn: &mut Conn,
    of: BoardId,
    draft: &MandateDraft,
    state: MandateState,
    former: Option<&Mandate>,
) -> Result<MandateId> {
    let id = MandateId::new();
    diesel::insert_into(mandate_version::table)
        .values((
            mandate_version::id.eq(id),
            mandate_version::board_id.eq(of),
            mandate_version::label.eq(&draft.label),
            mandate_version::valid_from.eq(draft.period.from),
            mandate_version::valid_until.eq(draft.period.until),
            mandate_version::decision.eq(&draft.decision),
            mandate_version::state.eq(state),
        ))
        .execute(conn)?;
    for rule in former.iter().flat_map(|it| &it.rules) {
        let copy = Rule {
            id: RowId::new(),
            ..rule.clone()
        };
        put_rule(conn, id, &copy)?;
    }
    for rule in former.iter().flat_map(|it| &it.deadlines) {
        let copy = DeadlineRule {
            id: RowId::new(),
            ..rule.clone()
        };
        put_deadline(conn, id, &copy)?;
    }
    Ok(id)
}

/// Ends a version the day before another begins.
pub(super) fn end_mandate(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    (id, version): (MandateId, i64),
    until: NaiveDate,
) -> Result<()> {
    if !raise(conn, id, version)? {
        return Err(Error::Stale);
    }
    diesel::update(mandate_version::table.find(id))
        .set(mandate_version::valid_until.eq(until))
        .execute(conn)?;
    let last = until.pred_opt().map(|day| day.to_string());
    let change = Change::of("boards-last-day", &"", &last.unwrap_or_default());
    let object = ("mandate", id.as_str(), version + 1);
    by.records(
        conn,
        of,
        object,
        "mandate-ended",
        change.into_iter().collect(),
    )
}

/// Changes a version's label, dates and decision, unless someone saved after `version`.
///
/// # Errors
/// When the database fails.
pub fn change_mandate(
    conn: &mut Conn,
    by: By,
    id: MandateId,
    version: i64,
    draft: &MandateDraft,
) -> Result<Result<(), Refusal>> {
    let before = one_mandate(conn, id)?;
    let all = versions(conn, before.board)?;
    let about = (draft.label.as_str(), draft.period);
    if let Some(refusal) = refused(&all, about, before.state, Some(id)) {
        return Ok(Err(refusal));
    }
    if !raise(conn, id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    diesel::update(mandate_version::table.find(id))
        .set((
            mandate_version::label.eq(&draft.label),
            mandate_version::valid_from.eq(draft.period.from),
            mandate_version::valid_until.eq(draft.period.until),
            mandate_version::decision.eq(&draft.decision),
        ))
        .execute(conn)?;
    let last = |period: Period| {
        period
            .last_day()
            .map(|day| day.to_string())
            .unwrap_or_default()
    };
    let changes = [
        Change::of("boards-mandate-label", &before.label, &draft.label),
        Change::of("boards-valid-from", &before.period.from, &draft.period.from),
        Change::of("boards-last-day", &last(before.period), &last(draft.period)),
        Change::of("boards-decision", &before.decision, &draft.decision),
    ];
    let object = ("mandate", id.as_str(), version + 1);
    by.records(
        conn,
        before.board,
        object,
        "mandate-changed",
        changes.into_iter().flatten().collect(),
    )?;
    Ok(Ok(()))
}

/// Raises a mandate's version; false when someone was first.
pub(super) fn raise(conn: &mut Conn, id: MandateId, version: i64) -> Result<bool> {
    let standing = mandate_version::table.filter(
        mandate_version::id
            .eq(id)
            .and(mandate_version::version.eq(version)),
    );
    let changed = diesel::update(standing)
        .set(mandate_version::version.eq(version + 1))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Puts a rule in a mandate, in place of the one with the same id. The reason says what was wrong with what is approved.
///
/// # Errors
/// When the database fails.
pub fn save_rule(
    conn: &mut Conn,
    by: By,
    mandate: &Mandate,
    version: i64,
    (rule, reason): (&Rule, &str),
) -> Result<Result<(), Refusal>> {
    let standing = one_mandate(conn, mandate.id)?;
    if standing.version != version {
        return Ok(Err(Refusal::Stale));
    }
    let named = standing.rules.iter().chain([rule]);
    let named = named.filter(|it| it.kind == rule_kind::NAMED_ORGANISATION);
    let kinds = people::kinds_of(conn, named.map(|it| it.subject.as_str()))?;
    if let Some(refusal) = quota_clash(&standing.rules, rule, &kinds) {
        return Ok(Err(refusal));
    }
    if !raise(conn, mandate.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    let old = standing.rules.into_iter().find(|it| it.id == rule.id);
    let row = mandate_rule::table.filter(
        mandate_rule::id
            .eq(rule.id)
            .and(mandate_rule::mandate_id.eq(mandate.id)),
    );
    diesel::delete(row).execute(conn)?;
    put_rule(conn, mandate.id, rule)?;
    let lists = lists(conn)?;
    let words = |rule: Option<&Rule>| rule.map(|rule| rule_in_words(&lists, rule));
    let (old, new) = (words(old.as_ref()), words(Some(rule)));
    let change = Change::of_words(
        "boards-rule",
        &old.unwrap_or_default(),
        &new.unwrap_or_default(),
    );
    changed(conn, by, mandate, version, [change, because(reason)])
}

/// Puts other numbers in the rules of a draft, and the rules that it did not have, in one change.
///
/// # Errors
/// When the database fails.
pub fn put_numbers(
    conn: &mut Conn,
    by: By,
    draft: &Mandate,
    rules: &[Rule],
) -> Result<Result<(), Refusal>> {
    if !raise(conn, draft.id, draft.version)? {
        return Ok(Err(Refusal::Stale));
    }
    let lists = lists(conn)?;
    let mut changes = Vec::new();
    for rule in rules {
        let old = draft.rules.iter().find(|it| it.id == rule.id);
        let old = old.map(|it| rule_in_words(&lists, it)).unwrap_or_default();
        diesel::delete(mandate_rule::table.find(rule.id)).execute(conn)?;
        put_rule(conn, draft.id, rule)?;
        let new = rule_in_words(&lists, rule);
        changes.push(Change::of_words("boards-rule", &old, &new));
    }
    changed(conn, by, draft, draft.version, changes)
}

/// Why something of an approved version is corrected, where it was asked for.
fn because(reason: &str) -> Option<Change> {
    Change::of("boards-correction-reason", "", reason)
}

/// Puts a lead time in a mandate, in place of the one with the same id. A stage has one lead time a kind of meeting. The reason
/// says what was wrong with what is approved.
///
/// # Errors
/// When the database fails.
pub fn save_deadline(
    conn: &mut Conn,
    by: By,
    mandate: &Mandate,
    version: i64,
    (rule, reason): (&DeadlineRule, &str),
) -> Result<Result<(), Refusal>> {
    let standing = one_mandate(conn, mandate.id)?.deadlines;
    let twin = standing.iter().any(|it| {
        it.id != rule.id && it.meeting_kind == rule.meeting_kind && it.stage == rule.stage
    });
    if twin {
        return Ok(Err(Refusal::Because(
            "stage",
            Said::new("boards-deadline-twice"),
        )));
    }
    if !raise(conn, mandate.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    let row = deadline_rule::table.filter(
        deadline_rule::id
            .eq(rule.id)
            .and(deadline_rule::mandate_id.eq(mandate.id)),
    );
    diesel::delete(row).execute(conn)?;
    put_deadline(conn, mandate.id, rule)?;
    let kinds = code_words::list(conn, "meeting_kind")?;
    let old = standing.iter().find(|it| it.id == rule.id);
    let old = old.map(|old| deadline_in_words(&kinds, old));
    let change = Change::of_words(
        "boards-deadline",
        &old.unwrap_or_default(),
        &deadline_in_words(&kinds, rule),
    );
    changed(conn, by, mandate, version, [change, because(reason)])
}

/// Removes a rule or a lead time of a mandate. The reason says what was wrong with what is approved.
///
/// # Errors
/// [`Error::NotFound`] where it is none of the mandate's; when the database fails.
pub fn remove_row(
    conn: &mut Conn,
    by: By,
    mandate: &Mandate,
    version: i64,
    (id, reason): (RowId, &str),
) -> Result<Result<(), Refusal>> {
    if !raise(conn, mandate.id, version)? {
        return Ok(Err(Refusal::Stale));
    }
    let rule = mandate.rules.iter().find(|it| it.id == id);
    let deadline = mandate.deadlines.iter().find(|it| it.id == id);
    let change = if let Some(rule) = rule {
        diesel::delete(mandate_rule::table.find(id)).execute(conn)?;
        let gone = rule_in_words(&lists(conn)?, rule);
        Change::of_words("boards-rule", &gone, &Words::default())
    } else if let Some(deadline) = deadline {
        diesel::delete(deadline_rule::table.find(id)).execute(conn)?;
        let kinds = code_words::list(conn, "meeting_kind")?;
        let gone = deadline_in_words(&kinds, deadline);
        Change::of_words("boards-deadline", &gone, &Words::default())
    } else {
        return Err(Error::NotFound);
    };
    changed(conn, by, mandate, version, [change, because(reason)])
}

fn changed(
    conn: &mut Conn,
    by: By,
    mandate: &Mandate,
    version: i64,
    changes: impl IntoIterator<Item = Option<Change>>,
) -> Result<Result<(), Refusal>> {
    let object = ("mandate", mandate.id.as_str(), version + 1);
    let changes = changes.into_iter().flatten().collect();
    by.records(conn, mandate.board, object, "mandate-rule-changed", changes)?;
    Ok(Ok(()))
}

fn put_rule(conn: &mut Conn, of: MandateId, rule: &Rule) -> Result<()> {
    diesel::insert_into(mandate_rule::table)
        .values((
            mandate_rule::id.eq(rule.id),
            mandate_rule::mandate_id.eq(of),
            mandate_rule::kind.eq(&rule.kind),
            mandate_rule::subject.eq(&rule.subject),
            mandate_rule::among.eq(rule.among.join(",")),
            mandate_rule::position.eq(rule.position),
            mandate_rule::quantity.eq(rule.quantity),
            mandate_rule::strength.eq(rule.strength),
            mandate_rule::words.eq(&rule.words),
            mandate_rule::paragraph.eq(&rule.paragraph),
        ))
        .execute(conn)?;
    Ok(())
}

fn put_deadline(conn: &mut Conn, of: MandateId, rule: &DeadlineRule) -> Result<()> {
    diesel::insert_into(deadline_rule::table)
        .values((
            deadline_rule::id.eq(rule.id),
            deadline_rule::mandate_id.eq(of),
            deadline_rule::meeting_kind.eq(&rule.meeting_kind),
            deadline_rule::stage.eq(&rule.stage),
            deadline_rule::days.eq(rule.offset.days),
            deadline_rule::counting.eq(rule.offset.counting.code()),
            deadline_rule::at_time.eq(rule.offset.time),
            deadline_rule::strength.eq(rule.strength),
            deadline_rule::paragraph.eq(&rule.paragraph),
        ))
        .execute(conn)?;
    Ok(())
}
