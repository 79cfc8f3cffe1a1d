//! The rows of related bodies and hearings: changing them. Whether it may be so is asked before, in `plan.rs`.

use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, RelatedBodyId};
use crate::db::schema::{case_hearing, related_body, related_review, related_subject};
use crate::error::{Error, Result};
use crate::related::{Facts, Hearing};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Adds a body.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, (id, board): (RelatedBodyId, BoardId), facts: &Facts) -> Result<()> {
    diesel::insert_into(related_body::table)
        .values((
            related_body::id.eq(id),
            related_body::board_id.eq(board),
            related_body::name.eq(&facts.name),
            related_body::kind.eq(&facts.kind),
            related_body::organisation_id.eq(facts.organisation),
            related_body::heard_on.eq(&facts.heard_on),
            related_body::document.eq(&facts.document.title),
            related_body::link.eq(&facts.document.link),
            related_body::archive_reference.eq(&facts.document.archive_reference),
            related_body::dated.eq(facts.document.dated),
            related_body::mandate_id.eq(facts.mandate),
            related_body::review_on.eq(facts.review_on),
            related_body::version.eq(1),
        ))
        .execute(conn)?;
    add_subjects(conn, id, facts)
}

fn add_subjects(conn: &mut Conn, of: RelatedBodyId, facts: &Facts) -> Result<()> {
    for subject in &facts.subjects {
        diesel::insert_into(related_subject::table)
            .values((
                related_subject::body_id.eq(of),
                related_subject::subject.eq(subject),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Takes a body from the version that was shown to the next, before it is changed.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn next_version(conn: &mut Conn, (id, version): (RelatedBodyId, i64)) -> Result<()> {
    let standing = related_body::table
        .find(id)
        .filter(related_body::version.eq(version));
    let changed = diesel::update(standing)
        .set(related_body::version.eq(version + 1))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Changes what is written of a body.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, id: RelatedBodyId, facts: &Facts) -> Result<()> {
    diesel::update(related_body::table.find(id))
        .set((
            related_body::name.eq(&facts.name),
            related_body::kind.eq(&facts.kind),
            related_body::organisation_id.eq(facts.organisation),
            related_body::heard_on.eq(&facts.heard_on),
            related_body::document.eq(&facts.document.title),
            related_body::link.eq(&facts.document.link),
            related_body::archive_reference.eq(&facts.document.archive_reference),
            related_body::dated.eq(facts.document.dated),
            related_body::mandate_id.eq(facts.mandate),
            related_body::review_on.eq(facts.review_on),
        ))
        .execute(conn)?;
    let subjects = related_subject::table.filter(related_subject::body_id.eq(id));
    diesel::delete(subjects).execute(conn)?;
    add_subjects(conn, id, facts)
}

/// Writes that a document was looked through, at this place of its history, and when it is next.
///
/// # Errors
/// When the database fails.
pub fn add_review(
    conn: &mut Conn,
    of: RelatedBodyId,
    (position, on): (i64, NaiveDate),
    (next, note): (Option<NaiveDate>, &str),
    by: By,
) -> Result<()> {
    diesel::insert_into(related_review::table)
        .values((
            related_review::body_id.eq(of),
            related_review::position.eq(position),
            related_review::reviewed_on.eq(on),
            related_review::next_on.eq(next),
            related_review::note.eq(note),
            related_review::made_by.eq(by.person),
        ))
        .execute(conn)?;
    diesel::update(related_body::table.find(of))
        .set(related_body::review_on.eq(next))
        .execute(conn)?;
    Ok(())
}

/// Writes a hearing over the one that was shown, or the first one where none was; gives its new version.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn put_hearing(
    conn: &mut Conn,
    (case, body): (CaseId, RelatedBodyId),
    version: i64,
    of: &Hearing,
) -> Result<i64> {
    let values = (
        case_hearing::asked_on.eq(of.asked_on),
        case_hearing::answered_on.eq(of.answered_on),
        case_hearing::answer.eq(&of.answer),
        case_hearing::link.eq(&of.link),
        case_hearing::version.eq(version + 1),
    );
    let changed = if version == 0 {
        diesel::insert_into(case_hearing::table)
            .values((
                case_hearing::case_id.eq(case),
                case_hearing::body_id.eq(body),
                values,
            ))
            .execute(conn)?
    } else {
        let standing = case_hearing::table
            .find((case, body))
            .filter(case_hearing::version.eq(version));
        diesel::update(standing).set(values).execute(conn)?
    };
    (changed > 0).then_some(version + 1).ok_or(Error::Stale)
}

/// Removes a hearing that was written by mistake.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn remove_hearing(
    conn: &mut Conn,
    (case, body): (CaseId, RelatedBodyId),
    version: i64,
) -> Result<()> {
    let standing = case_hearing::table
        .find((case, body))
        .filter(case_hearing::version.eq(version));
    let removed = diesel::delete(standing).execute(conn)?;
    (removed > 0).then_some(()).ok_or(Error::Stale)
}
