//! Makes the changes of a case whole: the change, its history, its audit entry and the mail that follows are one write.

mod access;

pub use access::{assess, recuse};

use super::rules::{self, Step};
use super::store::{self, clearance, write};
use super::{Access, Case, CaseState, Facts, Setting, agenda, mail};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{BoardId, CaseId, MeetingId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Said, text};
use crate::meetings::{MeetingState, store as meetings};
use crate::web::access::{Assessment, Audience};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Who changes something, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub person: PersonId,
    pub now: Moment,
}

/// The chair's permission to come late, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    pub given_by: PersonId,
    pub reason: String,
}

/// A case as it is proposed.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub id: CaseId,
    pub board: BoardId,
    pub through: BoardId,
    pub facts: Facts,
    pub late: Option<Late>,
}

/// Proposes a case: its proposer and the secretariat see it, nobody else, until it is accepted. A form sent twice
/// proposes once.
///
/// # Errors
/// When the database fails.
pub fn propose(conn: &mut Conn, of: &Proposal, by: By) -> Result<()> {
    match enter(conn, of, by)? {
        Some(case) => mail::plan_proposed(conn, &case, by),
        None => Ok(()),
    }
}

/// Makes a case that the secretariat has planned itself: it is accepted at once, and nobody is asked to settle it.
///
/// # Errors
/// When the database fails.
pub fn take_in(conn: &mut Conn, of: &Proposal, by: By) -> Result<Case> {
    enter(conn, of, by)?;
    let case = store::case(conn, of.id)?;
    step(conn, case.id, case.version, Step::Accept, "", by)
}

/// Writes a case that is proposed; none where it stands already.
fn enter(conn: &mut Conn, of: &Proposal, by: By) -> Result<Option<Case>> {
    let case = Case {
        id: of.id,
        board: of.board,
        facts: of.facts.clone(),
        number: None,
        meeting: None,
        state: CaseState::Proposed,
        proposed_by: Some(by.person),
        proposed_through: of.through,
        proposed_at: by.now,
        access: Access {
            audience: Audience::Secretariat,
            assessment: Assessment::NotAssessed,
            title_exempt: false,
            open_from: None,
            withdrawn_at: None,
        },
        version: 1,
    };
    if !write::create(conn, &case)? {
        return Ok(None);
    }
    let object = ("case", case.id.cast());
    clearance::open_for(conn, object, by.person, of.through, by.person, by.now)?;
    write::add_event(conn, &case, Some(by.person), "", by.now)?;
    if let (Some(late), Some(meeting)) = (&of.late, of.facts.wanted_meeting) {
        let at = (case.id, meeting);
        write::permit(conn, at, late.given_by, by.person, &late.reason, by.now)?;
    }
    record(conn, &case, "case-proposed", Vec::new(), by)?;
    mail::replan_talk(conn, &case, by.now)?;
    Ok(Some(case))
}

/// Writes what a case is about. Nothing is written when nothing changed. What is told of one that is exempt is told of those
/// tied to it.
///
/// # Errors
/// `Stale` when someone saved after `version`, or when the database fails.
pub fn edit(
    conn: &mut Conn,
    id: CaseId,
    version: i64,
    facts: &Facts,
    late: Option<&Late>,
    by: By,
) -> Result<Case> {
    let before = as_read(conn, id, version)?;
    if before.facts == *facts && late.is_none() {
        return Ok(before);
    }
    if let (Some(late), Some(meeting)) = (late, facts.wanted_meeting) {
        write::permit(
            conn,
            (id, meeting),
            late.given_by,
            by.person,
            &late.reason,
            by.now,
        )?;
    }
    let mut changed = before.clone();
    changed.facts = facts.clone();
    let saved = write::update(conn, &changed, None)?;
    let changes = differences(conn, &before, &saved)?;
    record(conn, &saved, "case-edited", changes, by)?;
    if before.facts.public_title != saved.facts.public_title {
        access::follow(conn, (&before, &saved), false, &mut BTreeSet::new(), by)?;
    }
    mail::replan_talk(conn, &saved, by.now)?;
    Ok(saved)
}

/// Takes a step that needs no meeting. A case that is accepted is shown to the board's members; one that is postponed
/// leaves its agenda and keeps its number.
///
/// # Errors
/// `Stale` when someone saved after `version`, what the rules refuse, or when the database fails.
pub fn step(
    conn: &mut Conn,
    id: CaseId,
    version: i64,
    step: Step,
    reason: &str,
    by: By,
) -> Result<Case> {
    let before = as_read(conn, id, version)?;
    let refused = |refusal: rules::Refusal| Error::Refused(refusal.said());
    let mut changed = before.clone();
    changed.state = before.state.step(step).map_err(refused)?;
    if step == Step::Treat
        && let Some(meeting) = before.meeting
    {
        let first_day = meetings::meeting(conn, meeting)?.first_day();
        let today = boards::board(conn, before.board)?.today(by.now);
        rules::may_treat(first_day, today).map_err(refused)?;
    }
    if step == Step::Accept {
        changed.access.audience = changed.access.audience.max(Audience::Members);
    }
    if step == Step::Postpone
        && let Some(meeting) = before.meeting
    {
        agenda::take_off(conn, meeting, id)?;
        changed.meeting = None;
    }
    let saved = write::update(conn, &changed, None)?;
    write::add_event(conn, &saved, Some(by.person), reason, by.now)?;
    let changes = differences(conn, &before, &saved)?;
    record(conn, &saved, "case-step", changes, by)?;
    if matches!(step, Step::Accept | Step::Decline | Step::Postpone) {
        mail::plan_decided(conn, &saved, by)?;
    }
    mail::replan_talk(conn, &saved, by.now)?;
    Ok(saved)
}

/// Where a case is put.
#[derive(Clone, Debug)]
pub struct Place {
    pub meeting: MeetingId,
    pub minutes: Option<i64>,
    pub presenter: String,
    pub late: Option<Late>,
}

/// Puts a case on a meeting's agenda, at the end of its cases, and gives it its number the first time. `known` is the
/// case as the form was filled from.
///
/// # Errors
/// `Stale` when someone saved after it was read, what the rules refuse, or when the database fails.
pub fn schedule(conn: &mut Conn, known: &Case, place: &Place, by: By) -> Result<Case> {
    let meeting = meetings::meeting(conn, place.meeting)?;
    if meeting.board != known.board {
        return Err(Error::NotFound);
    }
    // The counter's row comes before all that is read of the case: who comes second waits here, and then sees it changed.
    let given = match known.number {
        Some(_) => None,
        None => {
            let numbering = store::setting(conn, known.board)?.numbering;
            let (series, year) = rules::series(numbering, &meeting);
            let sequence = write::take_number(conn, known.board, &series)?;
            Some((series, sequence, year))
        }
    };
    let before = as_read(conn, known.id, known.version)?;
    let refused = |refusal: rules::Refusal| Error::Refused(refusal.said());
    let mut changed = before.clone();
    changed.state = before.state.schedule().map_err(refused)?;
    if meeting.state >= MeetingState::Held {
        return Err(Error::Refused(Said::new("case-meeting-is-over")));
    }
    allow(conn, &before, &meeting, place, by)?;
    if let Some(former) = before.meeting.filter(|former| *former != place.meeting) {
        agenda::take_off(conn, former, known.id)?;
    }
    changed.meeting = Some(place.meeting);
    // What was postponed may never have been shown; what was accepted is shown as the secretariat left it.
    if before.state == CaseState::Postponed {
        changed.access.audience = changed.access.audience.max(Audience::Members);
    }
    let number = given
        .as_ref()
        .map(|(series, sequence, year)| (series.as_str(), *sequence, *year));
    let saved = write::update(conn, &changed, number)?;
    agenda::put_case(conn, &meeting, known.id, place, by.now)?;
    write::add_event(conn, &saved, Some(by.person), "", by.now)?;
    let changes = differences(conn, &before, &saved)?;
    record(conn, &saved, "case-scheduled", changes, by)?;
    mail::replan_talk(conn, &saved, by.now)?;
    Ok(saved)
}

/// What was proposed after a meeting's deadline comes into it only by the chair's permission (F45).
fn allow(
    conn: &mut Conn,
    case: &Case,
    meeting: &crate::meetings::Meeting,
    place: &Place,
    by: By,
) -> Result<()> {
    let data = boards::data(conn, case.board)?;
    let until = rules::registration(meeting, &data);
    if until.is_none_or(|until| case.proposed_at <= until) {
        return Ok(());
    }
    let at = (case.id, meeting.id);
    match &place.late {
        Some(late) => write::permit(conn, at, late.given_by, by.person, &late.reason, by.now),
        None if write::is_permitted(conn, at.0, at.1)? => Ok(()),
        None => Err(Error::Refused(Said::new("case-late-needs-chair"))),
    }
}

/// Records the talk with KS; the reminders of it end.
///
/// # Errors
/// When the database fails.
pub fn talk(conn: &mut Conn, case: &Case, held_on: NaiveDate, with: &str, by: By) -> Result<()> {
    if write::add_talk(conn, case.id, held_on, with, by.person, by.now)? {
        record(conn, case, "case-talk", Vec::new(), by)?;
    }
    mail::replan_talk(conn, case, by.now)
}

/// Writes what a board lays down about its cases.
///
/// # Errors
/// `Stale` when someone saved first, or when the database fails.
pub fn settle(conn: &mut Conn, board: BoardId, setting: &Setting, by: By) -> Result<()> {
    let before = store::setting(conn, board)?;
    write::put_setting(conn, board, setting)?;
    let roles = |of: &Setting| {
        let said = |language| {
            let names = of.reader_roles.iter();
            let names = names.map(|role| text(language, &format!("boards-role-{role}"), &[]));
            names.collect::<Vec<_>>().join(", ")
        };
        audit::in_words(said)
    };
    let numbering = |of: &Setting| {
        let key = format!("case-numbering-{}", of.numbering);
        audit::in_words(|language| text(language, &key, &[]))
    };
    let changes = [
        Change::of_words("case-numbering", &numbering(&before), &numbering(setting)),
        Change::of_words("case-reader-roles", &roles(&before), &roles(setting)),
        Change::of(
            "case-talk-every",
            &before.talk_reminder_days,
            &setting.talk_reminder_days,
        ),
    ];
    let entry = Entry {
        board_id: Some(board),
        object_kind: "case_setting",
        object_id: board.as_str(),
        object_version: setting.version + 1,
        action: "case-settings",
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)?;
    mail::planner(conn, board, by.now)
}

/// The case, as long as it is as it was when the form was filled.
fn as_read(conn: &mut Conn, id: CaseId, version: i64) -> Result<Case> {
    let case = store::case(conn, id)?;
    (case.version == version)
        .then_some(case)
        .ok_or(Error::Stale)
}

/// What the audit log says of a case.
pub(super) fn record(
    conn: &mut Conn,
    case: &Case,
    action: &str,
    changes: Vec<Change>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(case.board),
        object_kind: "case",
        object_id: case.id.as_str(),
        object_version: case.version,
        action,
        changes,
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// What differs between two versions, by the keys of the fields' labels. Titles stand in it only where neither version
/// keeps them secret, and the description never does.
pub(super) fn differences(conn: &mut Conn, before: &Case, after: &Case) -> Result<Vec<Change>> {
    let kinds = code_words::list(conn, "case_type")?;
    let subjects = code_words::list(conn, "case_subject")?;
    let is_secret = before.access.title_exempt || after.access.title_exempt;
    let told = |of: &str| {
        if is_secret {
            "…".to_owned()
        } else {
            of.to_owned()
        }
    };
    let coded = |start: &str, code: &str| {
        let key = format!("{start}{code}");
        audit::in_words(|language| text(language, &key, &[]))
    };
    let state = |of: &Case| coded("case-state-", of.state.code());
    let audience = |of: &Case| coded("case-audience-", of.access.audience.code());
    let assessment = |of: &Case| coded("case-assessment-", of.access.assessment.code());
    let yes = |is: bool| coded("case-", if is { "yes" } else { "no" });
    let (old, new) = (&before.facts, &after.facts);
    let changes = [
        Change::of("case-title", &told(&old.title), &told(&new.title)),
        Change::of(
            "case-public-title",
            &told(&old.public_title),
            &told(&new.public_title),
        ),
        Change::of_words(
            "case-type",
            &audit::code_in_words(&kinds, &old.kind),
            &audit::code_in_words(&kinds, &new.kind),
        ),
        Change::of_words(
            "case-subject",
            &audit::code_in_words(&subjects, &old.subject),
            &audit::code_in_words(&subjects, &new.subject),
        ),
        Change::of(
            "case-archive-reference",
            &old.archive_reference,
            &new.archive_reference,
        ),
        Change::of_words(
            "case-municipalities",
            &yes(old.affects_municipalities),
            &yes(new.affects_municipalities),
        ),
        Change::of_words("case-state", &state(before), &state(after)),
        Change::of_words("case-audience", &audience(before), &audience(after)),
        Change::of_words("case-assessment", &assessment(before), &assessment(after)),
    ];
    let mut changes: Vec<Change> = changes.into_iter().flatten().collect();
    if old.description != new.description {
        changes.extend(Change::of("case-description", "…", "… …"));
    }
    Ok(changes)
}
