//! Makes the changes of related bodies and hearings whole: each is one write with its entry in the log and the mail that follows.

use super::rules::{self, MAIL};
use super::store::{self, MOST, MOST_REVIEWS, write};
use super::{Body, Facts, Hearing};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::{Board, ReminderRule, store as boards};
use crate::cases::Case;
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{BoardId, RelatedBodyId};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::mail::Wanted;
use crate::mail::ledger::{self, Scope};
use crate::people::Refusal;
use chrono::NaiveDate;

/// Which body is changed, and the version of it that the form was filled from.
pub type From = (RelatedBodyId, i64);

fn too_many() -> Error {
    Error::Refused(Said::new("related-too-many"))
}

/// Adds a body. A form that is sent twice adds once.
///
/// # Errors
/// `Refused` where there are too many, or when the database fails.
pub fn add(
    conn: &mut Conn,
    (id, board): (RelatedBodyId, &Board),
    facts: &Facts,
    by: By,
) -> Result<Result<(), Refusal>> {
    match store::body(conn, id) {
        Ok(known) if known.board == board.id => return Ok(Ok(())),
        Ok(_) => return Err(Error::NotFound),
        Err(Error::NotFound) => {}
        Err(error) => return Err(error),
    }
    if let Err(refusal) = rules::may_be_due(facts.review_on, None, board.today(by.now)) {
        return Ok(Err(refusal.at_field()));
    }
    if store::count(conn, board.id)? >= MOST {
        return Err(too_many());
    }
    belongs(conn, board.id, facts)?;
    write::add(conn, (id, board.id), facts)?;
    let changes = vec![Change::of_words(
        "related-name",
        &Words::default(),
        &facts.name,
    )];
    record(conn, (board.id, (id, 1)), "related-added", changes, by)?;
    replan(conn, id, board, by.now)?;
    Ok(Ok(()))
}

/// A version of the mandate is this board's own.
fn belongs(conn: &mut Conn, board: BoardId, facts: &Facts) -> Result<()> {
    let Some(mandate) = facts.mandate else {
        return Ok(());
    };
    let known = boards::mandates(conn, board)?;
    let is_own = known.iter().any(|one| one.id == mandate);
    is_own
        .then_some(())
        .ok_or_else(|| Error::Refused(Said::new("form-not-a-choice")))
}

/// Changes what is written of a body.
///
/// # Errors
/// `Stale`, `NotFound`, or when the database fails.
pub fn change(conn: &mut Conn, of: From, facts: &Facts, by: By) -> Result<Result<(), Refusal>> {
    let before = store::body(conn, of.0)?;
    let board = boards::board(conn, before.board)?;
    // What is overtaken is told of first: then the day may stand so already.
    if before.version != of.1 {
        return Err(Error::Stale);
    }
    let (next, stood) = (facts.review_on, before.facts.review_on);
    if let Err(refusal) = rules::may_be_due(next, stood, board.today(by.now)) {
        return Ok(Err(refusal.at_field()));
    }
    belongs(conn, board.id, facts)?;
    write::next_version(conn, of)?;
    write::put(conn, of.0, facts)?;
    let changes = changes(&before.facts, facts);
    let at = (board.id, (of.0, of.1 + 1));
    record(conn, at, "related-changed", changes, by)?;
    replan(conn, of.0, &board, by.now)?;
    Ok(Ok(()))
}

fn written(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

fn changes(before: &Facts, after: &Facts) -> Vec<Option<Change>> {
    let (old, new) = (&before.document, &after.document);
    vec![
        Change::of_words("related-name", &before.name, &after.name),
        Change::of("related-heard-on", &before.heard_on, &after.heard_on),
        Change::of("related-document", &old.title, &new.title),
        Change::of("related-link", &old.link, &new.link),
        Change::of(
            "related-archive",
            &old.archive_reference,
            &new.archive_reference,
        ),
        Change::of("related-dated", &written(old.dated), &written(new.dated)),
        Change::of(
            "related-review-on",
            &written(before.review_on),
            &written(after.review_on),
        ),
    ]
}

/// Writes that the document of a body was looked through today, and when it is next.
///
/// # Errors
/// `Refused` where there are too many, `Stale`, `NotFound`, or when the database fails.
pub fn review(
    conn: &mut Conn,
    of: From,
    (next, note): (Option<NaiveDate>, &str),
    by: By,
) -> Result<Result<(), Refusal>> {
    let before = store::body(conn, of.0)?;
    let board = boards::board(conn, before.board)?;
    if before.version != of.1 {
        return Err(Error::Stale);
    }
    let today = board.today(by.now);
    if let Err(refusal) = rules::may_be_due(next, None, today) {
        return Ok(Err(refusal.at_field()));
    }
    if before.reviews.len() >= MOST_REVIEWS {
        return Err(too_many());
    }
    write::next_version(conn, of)?;
    let position = i64::try_from(before.reviews.len() + 1).unwrap_or(i64::MAX);
    write::add_review(conn, of.0, (position, today), (next, note), by)?;
    let stood = written(before.facts.review_on);
    let changes = vec![Change::of("related-review-on", &stood, &written(next))];
    let at = (board.id, (of.0, of.1 + 1));
    record(conn, at, "related-reviewed", changes, by)?;
    replan(conn, of.0, &board, by.now)?;
    Ok(Ok(()))
}

/// Looks through every document that is due: what secretariats do in a rehearsal where each does their part.
///
/// # Errors
/// When the database fails.
pub fn review_due(conn: &mut Conn, now: Moment) -> Result<()> {
    for body in store::due_by(conn, crate::people::today(now))? {
        let board = boards::board(conn, body.board)?;
        let facts = Facts {
            review_on: None,
            ..body.facts
        };
        write::put(conn, body.id, &facts)?;
        replan(conn, body.id, &board, now)?;
    }
    Ok(())
}

/// Writes that a body is heard on a case, over the hearing that was shown; 0 where none was.
///
/// # Errors
/// `NotFound` for a body of another board, `Stale`, or when the database fails.
pub fn hear(
    conn: &mut Conn,
    case: &Case,
    (body, version): From,
    of: &Hearing,
    by: By,
) -> Result<Result<(), Refusal>> {
    let board = standing(conn, case, (body, version))?;
    if let Err(refusal) = rules::may_stand(of, board.today(by.now)) {
        return Ok(Err(refusal.at_field()));
    }
    let version = write::put_hearing(conn, (case.id, body), version, of)?;
    record_hearing(conn, case, version, "related-heard", by)?;
    Ok(Ok(()))
}

/// Takes out a hearing that was written by mistake.
///
/// # Errors
/// `NotFound` for a body of another board, `Stale`, or when the database fails.
pub fn unhear(conn: &mut Conn, case: &Case, (body, version): From, by: By) -> Result<()> {
    standing(conn, case, (body, version))?;
    write::remove_hearing(conn, (case.id, body), version)?;
    record_hearing(conn, case, version + 1, "related-hearing-removed", by)
}

/// The board of a case and of a body, as long as the hearing is the one that was shown.
fn standing(conn: &mut Conn, case: &Case, (body, version): From) -> Result<Board> {
    if store::body(conn, body)?.board != case.board {
        return Err(Error::NotFound);
    }
    let known = store::hearing(conn, case.id, body)?;
    if known.map_or(0, |(_, version)| version) != version {
        return Err(Error::Stale);
    }
    boards::board(conn, case.board)
}

/// What a case is about may be exempt, so the log says nothing of what was asked and answered.
fn record_hearing(
    conn: &mut Conn,
    case: &Case,
    version: i64,
    action: &'static str,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(case.board),
        object_kind: "case_hearing",
        object_id: case.id.as_str(),
        object_version: version,
        action,
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

fn record(
    conn: &mut Conn,
    (board, (id, version)): (BoardId, From),
    action: &'static str,
    changes: Vec<Option<Change>>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(board),
        object_kind: "related_body",
        object_id: id.as_str(),
        object_version: version,
        action,
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// Derives the reminders of a board's documents. The slice's planner.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    let bodies = store::of_board(conn, of)?;
    if bodies.is_empty() {
        return Ok(());
    }
    let board = boards::board(conn, of)?;
    let asked = boards::reminders(conn, of)?;
    bodies
        .iter()
        .try_for_each(|body| derive(conn, body, (&board, &asked), now))
}

/// Every reminder of a board's documents, told or not: what a weekly mail chooses from.
///
/// # Errors
/// When the database fails.
pub fn all_reminders(conn: &mut Conn, board: &Board) -> Result<Vec<Wanted>> {
    let asked = boards::reminders(conn, board.id)?;
    // Asked at the beginning of time, nothing has passed and nothing is told.
    let beginning = Moment::from(chrono::DateTime::UNIX_EPOCH);
    let bodies = store::of_board(conn, board.id)?;
    let wanted = bodies
        .iter()
        .flat_map(|body| rules::wanted(body, board, &asked, (&[], beginning)));
    Ok(wanted.collect())
}

/// Derives the reminders of one document.
///
/// # Errors
/// When the database fails.
pub fn replan(conn: &mut Conn, of: RelatedBodyId, board: &Board, now: Moment) -> Result<()> {
    let body = store::body(conn, of)?;
    let asked = boards::reminders(conn, board.id)?;
    derive(conn, &body, (board, &asked), now)
}

fn derive(
    conn: &mut Conn,
    of: &Body,
    (board, asked): (&Board, &[ReminderRule]),
    now: Moment,
) -> Result<()> {
    let standing = ledger::of_object(conn, of.id.as_str())?;
    let wanted = rules::wanted(of, board, asked, (&standing, now));
    let scope = Scope {
        board: Some(of.board),
        object_id: of.id.as_str(),
        kinds: &[MAIL],
    };
    ledger::reconcile(conn, scope, &standing, &wanted, now)
}
