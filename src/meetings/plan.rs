//! Brings the kept deadlines and the ledger to what the rules say, and makes the changes of a meeting whole: the
//! change, its audit entry and its replanned mail are one write.

use super::occasions::{self, MEETING_KINDS, TOO_FEW};
use super::rules::{self, Refusal};
use super::store::{self, Kept, around, write};
use super::words::Kinds;
use super::{Done, Meeting, Stage};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::{BoardData, store as boards};
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::text;
use crate::mail::Wanted;
use crate::mail::ledger::{self, Occasion, Scope};
use chrono::{Datelike, NaiveDate};

/// Derives everything one board's meetings ask for. The slice's planner.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, board: BoardId, now: Moment) -> Result<()> {
    let data = boards::data(conn, board)?;
    let meetings = store::open(conn, board)?;
    let ids: Vec<MeetingId> = meetings.iter().map(|meeting| meeting.id).collect();
    let kept = store::kept(conn, &ids)?;
    let standing = around::standing(conn, &meetings)?;
    for meeting in &meetings {
        let kept = kept.get(&meeting.id).map_or(&[][..], Vec::as_slice);
        let standing = standing
            .get(meeting.id.as_str())
            .map_or(&[][..], Vec::as_slice);
        derive(conn, &data, meeting, kept, standing, now)?;
    }
    replan_year(conn, &data, now)
}

/// Derives what one meeting asks for: its deadlines and its mails, and nothing else.
///
/// # Errors
/// When the database fails.
pub fn replan_meeting(
    conn: &mut Conn,
    data: &BoardData,
    meeting: &Meeting,
    now: Moment,
) -> Result<()> {
    let kept = store::kept(conn, &[meeting.id])?.remove(&meeting.id);
    let standing = ledger::of_object(conn, meeting.id.as_str())?;
    let kept = kept.unwrap_or_default();
    derive(conn, data, meeting, &kept, &standing, now)
}

/// Every reminder of what is open in a board's meetings, told or not: what a weekly mail chooses from.
///
/// # Errors
/// When the database fails.
pub fn all_reminders(conn: &mut Conn, data: &BoardData, now: Moment) -> Result<Vec<Wanted>> {
    // Asked at the beginning of time, nothing has passed and nothing is told.
    let beginning = Moment::from(chrono::DateTime::UNIX_EPOCH);
    let meetings = store::open(conn, data.board.id)?;
    let mut all: Vec<Wanted> = meetings
        .iter()
        .flat_map(|meeting| {
            let line = rules::deadlines(meeting, data);
            occasions::occasions(meeting, &line, data, &[], beginning)
        })
        .collect();
    let year = data.board.today(now).year();
    let planned = around::ordinary_by_year(conn, data.board.id, year)?;
    all.extend(occasions::too_few(data, &planned, &[], now));
    Ok(all)
}

fn derive(
    conn: &mut Conn,
    data: &BoardData,
    meeting: &Meeting,
    kept: &[Kept],
    standing: &[Occasion],
    now: Moment,
) -> Result<()> {
    let line = rules::deadlines(meeting, data);
    write::keep_deadlines(conn, meeting, kept, &line)?;
    let wanted = occasions::occasions(meeting, &line, data, standing, now);
    let scope = Scope {
        board: Some(meeting.board),
        object_id: meeting.id.as_str(),
        kinds: &MEETING_KINDS,
    };
    ledger::reconcile(conn, scope, standing, &wanted, now)
}

/// Derives the reminders that a year has too few meetings.
///
/// # Errors
/// When the database fails.
pub fn replan_year(conn: &mut Conn, data: &BoardData, now: Moment) -> Result<()> {
    let board = data.board.id;
    let planned = around::ordinary_by_year(conn, board, data.board.today(now).year())?;
    let standing = ledger::of_object(conn, board.as_str())?;
    let wanted = occasions::too_few(data, &planned, &standing, now);
    let scope = Scope {
        board: Some(board),
        object_id: board.as_str(),
        kinds: &[TOO_FEW],
    };
    ledger::reconcile(conn, scope, &standing, &wanted, now)
}

/// Writes new meetings and plans their mails; those that stand already are left as they are. How many are new.
///
/// # Errors
/// When the database fails.
pub fn create(
    conn: &mut Conn,
    board: BoardId,
    meetings: &[Meeting],
    actor: Actor,
    now: Moment,
) -> Result<usize> {
    let data = boards::data(conn, board)?;
    let mut created = 0;
    for meeting in meetings {
        if write::create(conn, meeting, now)? {
            record(
                conn,
                actor,
                meeting,
                "meeting-planned",
                days_changed(None, meeting),
                now,
            )?;
            replan_meeting(conn, &data, meeting, now)?;
            created += 1;
        }
    }
    replan_year(conn, &data, now)?;
    Ok(created)
}

/// Writes a changed meeting, what changed, and the mails that follow. Nothing is written when nothing changed (F16).
///
/// # Errors
/// `Stale` when someone saved after `changed` was read; or when the database fails.
pub fn save(
    conn: &mut Conn,
    changed: &Meeting,
    action: &str,
    actor: Actor,
    now: Moment,
) -> Result<Meeting> {
    let before = store::meeting(conn, changed.id)?;
    if before.version != changed.version {
        return Err(Error::Stale);
    }
    let changes = changes(&around::kinds(conn)?, &before, changed);
    if changes.is_empty() {
        return Ok(before);
    }
    let saved = write::update(conn, changed)?;
    if rules::shows_in_calendars(&before, changed) {
        store::calendar::raise(conn, saved.id, now)?;
    }
    record(conn, actor, &saved, action, changes, now)?;
    let data = boards::data(conn, saved.board)?;
    replan_meeting(conn, &data, &saved, now)?;
    let year_changes = before.first_day() != saved.first_day()
        || before.counts_as_ordinary() != saved.counts_as_ordinary();
    if year_changes {
        replan_year(conn, &data, now)?;
    }
    Ok(saved)
}

/// Marks a stage as done, or as not done after all; pressing twice is pressing once.
///
/// # Errors
/// What the rules refuse, or when the database fails.
pub fn mark(
    conn: &mut Conn,
    id: MeetingId,
    stage: Stage,
    is_done: bool,
    actor: Actor,
    now: Moment,
) -> Result<Meeting> {
    let meeting = store::meeting(conn, id)?;
    if meeting.is_done(stage) == is_done {
        return Ok(meeting);
    }
    let refused = |refusal: Refusal| Error::Refused(refusal.said());
    let by = person_of(actor);
    let changed = if is_done {
        let today = boards::board(conn, meeting.board)?.today(now);
        rules::mark_done(&meeting, stage, Done { at: now, by }, today).map_err(refused)?
    } else {
        rules::mark_undone(&meeting, stage).map_err(refused)?
    };
    let action = if is_done {
        "stage-done"
    } else {
        "stage-undone"
    };
    save(conn, &changed, action, actor, now)
}

/// Ends a stage of its members before its day, because something else asks them now; their reminders are withdrawn.
///
/// # Errors
/// What the rules refuse, or when the database fails.
pub fn pass(
    conn: &mut Conn,
    id: MeetingId,
    stage: Stage,
    actor: Actor,
    now: Moment,
) -> Result<Meeting> {
    let meeting = store::meeting(conn, id)?;
    let done = Done {
        at: now,
        by: person_of(actor),
    };
    let refused = |refusal: Refusal| Error::Refused(refusal.said());
    let changed = rules::mark_passed(&meeting, stage, done).map_err(refused)?;
    save(conn, &changed, "stage-done", actor, now)
}

fn person_of(actor: Actor) -> Option<PersonId> {
    match actor {
        Actor::Person(person) => Some(person),
        Actor::System => None,
    }
}

/// Presses every button whose deadline has come: what the secretariat does in a rehearsal where each does their part.
///
/// # Errors
/// When the database fails.
pub fn press_due(conn: &mut Conn, now: Moment) -> Result<()> {
    for (meeting, stage) in store::open_deadlines(conn, now)? {
        match mark(conn, meeting, stage, true, Actor::System, now) {
            // What passes by itself has no button, and a cancelled meeting needs none.
            Ok(_) | Err(Error::Refused(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// Cancels a meeting and withdraws its mails.
///
/// # Errors
/// `Stale` when someone saved first, what the rules refuse, or when the database fails.
pub fn cancel(
    conn: &mut Conn,
    id: MeetingId,
    version: i64,
    actor: Actor,
    now: Moment,
) -> Result<Meeting> {
    let mut meeting = store::meeting(conn, id)?;
    meeting.version = version;
    meeting.state = meeting
        .state
        .cancel()
        .map_err(|refusal| Error::Refused(refusal.said()))?;
    save(conn, &meeting, "meeting-cancelled", actor, now)
}

fn record(
    conn: &mut Conn,
    actor: Actor,
    meeting: &Meeting,
    action: &str,
    changes: Vec<Change>,
    now: Moment,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(meeting.board),
        object_kind: "meeting",
        object_id: meeting.id.as_str(),
        object_version: meeting.version,
        action,
        changes,
    };
    audit::record(conn, actor, now, &entry)
}

/// What differs between two versions of a meeting, by the keys of the fields' labels.
fn changes(kinds: &Kinds, before: &Meeting, after: &Meeting) -> Vec<Change> {
    let kind = |meeting: &Meeting| audit::code_in_words(kinds, &meeting.kind);
    let state = |meeting: &Meeting| {
        let key = format!("meeting-state-{}", meeting.state);
        audit::in_words(|language| text(language, &key, &[]))
    };
    let mut changes: Vec<Change> = [
        Change::of_words("meeting-kind", &kind(before), &kind(after)),
        Change::of("meeting-place", &before.place, &after.place),
        Change::of("meeting-video-link", &before.video_link, &after.video_link),
        Change::of(
            "meeting-archive-reference",
            &before.archive_reference,
            &after.archive_reference,
        ),
        Change::of_words("meeting-state", &state(before), &state(after)),
    ]
    .into_iter()
    .flatten()
    .collect();
    for language in crate::i18n::Language::all() {
        let title = |meeting: &Meeting| {
            let title = meeting.title.exactly(language.tag());
            title.unwrap_or_default().to_owned()
        };
        changes.extend(Change::of("meeting-title", &title(before), &title(after)));
    }
    changes.extend(days_changed(Some(before), after));
    for stage in Stage::ALL {
        let done = |meeting: &Meeting| {
            if meeting.is_done(*stage) {
                "✓"
            } else {
                "–"
            }
        };
        let field = format!("stage-{stage}");
        changes.extend(Change::of(&field, done(before), done(after)));
    }
    changes
}

/// The days and times, as ISO 8601 writes them.
fn days_changed(before: Option<&Meeting>, after: &Meeting) -> Vec<Change> {
    let days = |meeting: &Meeting| {
        let days = meeting.sessions.iter().map(|session| {
            let time = |time: Option<chrono::NaiveTime>| {
                time.map_or_else(String::new, |time| time.format("%H:%M").to_string())
            };
            let (starts, ends) = (time(session.starts), time(session.ends));
            format!("{} {starts}–{ends}", session.day)
        });
        days.collect::<Vec<_>>().join(", ")
    };
    let before = before.map_or_else(String::new, days);
    Change::of("meeting-days", &before, &days(after))
        .into_iter()
        .collect()
}

/// That a meeting was moved to another first day, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewDay {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub at: Moment,
}

/// How the first day of a meeting was moved, the first move first. The trail alone keeps it: where that has been left
/// behind, as in a copy for a rehearsal, no move is known.
///
/// # Errors
/// When the database fails.
pub fn moves(conn: &mut Conn, of: MeetingId) -> Result<Vec<NewDay>> {
    let mut moves = Vec::new();
    for one in audit::since(conn, of.as_str(), 0)? {
        let days = one.changes.iter().find(|it| it.field == "meeting-days");
        let ends = days.and_then(|it| Some((first_day(&it.old)?, first_day(&it.new)?)));
        if let Some((from, to)) = ends.filter(|(from, to)| from != to) {
            moves.push(NewDay {
                from,
                to,
                at: one.at,
            });
        }
    }
    Ok(moves)
}

/// The first of the days that [`days_changed`] writes; none of a meeting that was not there yet.
fn first_day(days: &str) -> Option<NaiveDate> {
    days.get(..10)?.parse().ok()
}
