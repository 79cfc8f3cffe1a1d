//! What changes the rows of papers. A version is only ever added.

use crate::db::Conn;
use crate::db::ids::{CaseId, PaperId, PersonId, RowId};
use crate::db::schema::{
    assessment, colleague_paper, opening, paper, paper_draft, paper_note, paper_opened,
    paper_reading, paper_version, shared_paper,
};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::papers::{Content, NewVersion, Paper, Sections};
use diesel::prelude::*;

/// The place after the last paper of a case.
///
/// # Errors
/// When the database fails.
pub fn next_position(conn: &mut Conn, of: CaseId) -> Result<i64> {
    let last: Option<i64> = paper::table
        .filter(paper::case_id.eq(of))
        .select(diesel::dsl::max(paper::position))
        .first(conn)?;
    Ok(last.unwrap_or(0) + 1)
}

/// Writes a new paper; false when one with its id stands already, so that a form sent twice makes one.
///
/// # Errors
/// When the database fails.
pub fn create(conn: &mut Conn, new: &Paper, now: Moment) -> Result<bool> {
    let standing: i64 = paper::table
        .filter(paper::id.eq(new.id))
        .count()
        .get_result(conn)?;
    if standing > 0 {
        return Ok(false);
    }
    diesel::insert_into(paper::table)
        .values((
            paper::id.eq(new.id),
            paper::board_id.eq(new.case.board),
            paper::case_id.eq(new.case.id),
            paper::part.eq(new.part),
            paper::position.eq(new.position),
            paper::title.eq(&new.facts.title),
            paper::language.eq(new.facts.language.tag()),
            paper::archive_reference.eq(&new.facts.archive_reference),
            paper::latest.eq(new.latest),
            paper::published.eq(new.published),
            paper::audience.eq(new.access.audience),
            paper::assessment.eq(new.access.assessment),
            paper::title_exempt.eq(new.access.title_exempt),
            paper::open_from.eq(new.access.open_from),
            paper::withdrawn_at.eq(new.access.withdrawn_at),
            paper::created_by.eq(new.created_by),
            paper::created_at.eq(now),
            paper::version.eq(new.version),
        ))
        .execute(conn)?;
    Ok(true)
}

/// Writes a changed paper; gives it back with its new version.
///
/// # Errors
/// `Stale` when someone saved after `changed` was read, or when the database fails.
pub fn update(conn: &mut Conn, changed: &Paper) -> Result<Paper> {
    let as_read = paper::table.filter(
        paper::id
            .eq(changed.id)
            .and(paper::version.eq(changed.version)),
    );
    let rows = diesel::update(as_read)
        .set((
            paper::title.eq(&changed.facts.title),
            paper::language.eq(changed.facts.language.tag()),
            paper::archive_reference.eq(&changed.facts.archive_reference),
            paper::latest.eq(changed.latest),
            paper::published.eq(changed.published),
            paper::audience.eq(changed.access.audience),
            paper::assessment.eq(changed.access.assessment),
            paper::title_exempt.eq(changed.access.title_exempt),
            paper::open_from.eq(changed.access.open_from),
            paper::withdrawn_at.eq(changed.access.withdrawn_at),
            paper::version.eq(changed.version + 1),
        ))
        .execute(conn)?;
    if rows == 0 {
        return Err(Error::Stale);
    }
    let mut saved = changed.clone();
    saved.version += 1;
    Ok(saved)
}

/// Adds a version of a paper.
///
/// # Errors
/// When the database fails.
pub fn add_version(
    conn: &mut Conn,
    of: PaperId,
    number: i64,
    new: &NewVersion,
    (by, now): (PersonId, Moment),
) -> Result<()> {
    let (text, file) = match &new.content {
        Content::Written(sections) => (Some(written(sections)?), None),
        Content::File(file) => (None, Some(file)),
    };
    diesel::insert_into(paper_version::table)
        .values((
            paper_version::id.eq(RowId::new()),
            paper_version::paper_id.eq(of),
            paper_version::number.eq(number),
            paper_version::checksum.eq(new.checksum.as_str()),
            paper_version::content.eq(text),
            paper_version::file_kind.eq(file.map(|file| file.kind.suffix())),
            paper_version::file_name.eq(file.map(|file| &file.name)),
            paper_version::file_size.eq(file.map(|file| file.size)),
            paper_version::pages.eq(file.and_then(|file| file.pages)),
            paper_version::fit.eq(file.and_then(|file| file.fit)),
            paper_version::changed.eq(&new.changed),
            paper_version::made_by.eq(by),
            paper_version::made_at.eq(now),
            paper_version::late_reason.eq(new.late.as_ref().map(|late| &late.reason)),
            paper_version::late_allowed_by.eq(new.late.as_ref().map(|late| late.allowed_by)),
            paper_version::numbers_reason.eq(&new.numbers_reason),
        ))
        .execute(conn)?;
    Ok(())
}

/// A text as it is stored: its checksum is of this.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn written(sections: &Sections) -> Result<String> {
    Ok(serde_json::to_string(sections).map_err(anyhow::Error::from)?)
}

/// Saves a text as it is typed; gives back its new version.
///
/// # Errors
/// `Stale` when someone saved after `version`, or when the database fails.
pub fn put_draft(
    conn: &mut Conn,
    of: PaperId,
    version: i64,
    sections: &Sections,
    (by, now): (PersonId, Moment),
) -> Result<i64> {
    let values = (
        paper_draft::content.eq(written(sections)?),
        paper_draft::saved_by.eq(by),
        paper_draft::saved_at.eq(now),
        paper_draft::version.eq(version + 1),
    );
    let as_read = paper_draft::table.filter(
        paper_draft::paper_id
            .eq(of)
            .and(paper_draft::version.eq(version)),
    );
    let rows = diesel::update(as_read).set(values.clone()).execute(conn)?;
    if rows > 0 {
        return Ok(version + 1);
    }
    let standing: i64 = paper_draft::table
        .filter(paper_draft::paper_id.eq(of))
        .count()
        .get_result(conn)?;
    if standing > 0 || version != 0 {
        return Err(Error::Stale);
    }
    diesel::insert_into(paper_draft::table)
        .values((paper_draft::paper_id.eq(of), values))
        .execute(conn)?;
    Ok(1)
}

/// A draft has become a version.
///
/// # Errors
/// When the database fails.
pub fn end_draft(conn: &mut Conn, of: PaperId) -> Result<()> {
    diesel::delete(paper_draft::table.find(of)).execute(conn)?;
    Ok(())
}

/// Deletes a paper that has never gone out, and all that hangs on it. Its files are referred to by nothing any more.
///
/// # Errors
/// `Stale` when someone saved after `of` was read, or when the database fails.
pub fn delete(conn: &mut Conn, of: &Paper) -> Result<()> {
    let (id, object): (PaperId, RowId) = (of.id, of.id.cast());
    diesel::delete(shared_paper::table.filter(shared_paper::paper_id.eq(id))).execute(conn)?;
    diesel::delete(colleague_paper::table.filter(colleague_paper::paper_id.eq(id)))
        .execute(conn)?;
    diesel::delete(paper_note::table.filter(paper_note::paper_id.eq(id))).execute(conn)?;
    diesel::delete(paper_reading::table.filter(paper_reading::paper_id.eq(id))).execute(conn)?;
    diesel::delete(paper_opened::table.filter(paper_opened::paper_id.eq(id))).execute(conn)?;
    let assessed = assessment::table.filter(assessment::object_kind.eq("paper"));
    diesel::delete(assessed.filter(assessment::object_id.eq(object))).execute(conn)?;
    let opened = opening::table.filter(opening::object_kind.eq("paper"));
    diesel::delete(opened.filter(opening::object_id.eq(object))).execute(conn)?;
    end_draft(conn, id)?;
    diesel::delete(paper_version::table.filter(paper_version::paper_id.eq(id))).execute(conn)?;
    let as_read = paper::table.filter(paper::id.eq(id).and(paper::version.eq(of.version)));
    if diesel::delete(as_read).execute(conn)? == 0 {
        return Err(Error::Stale);
    }
    Ok(())
}

/// Notes that someone has opened a version, for what is new to them.
///
/// # Errors
/// When the database fails.
pub fn put_reading(
    conn: &mut Conn,
    of: PaperId,
    who: PersonId,
    number: i64,
    now: Moment,
) -> Result<()> {
    let row = paper_reading::table.find((of, who));
    let rows = diesel::update(row)
        .set((paper_reading::number.eq(number), paper_reading::at.eq(now)))
        .execute(conn)?;
    if rows == 0 {
        diesel::insert_into(paper_reading::table)
            .values((
                paper_reading::paper_id.eq(of),
                paper_reading::person_id.eq(who),
                paper_reading::number.eq(number),
                paper_reading::at.eq(now),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Whether someone opened a paper before this moment, and never since.
///
/// # Errors
/// When the database fails.
pub fn has_readings_before(conn: &mut Conn, at: Moment) -> Result<bool> {
    let old = paper_reading::table.filter(paper_reading::at.lt(at));
    Ok(diesel::select(diesel::dsl::exists(old)).get_result(conn)?)
}

/// Forgets who opened which paper before this moment.
///
/// # Errors
/// When the database fails.
pub fn delete_readings_before(conn: &mut Conn, at: Moment) -> Result<()> {
    diesel::delete(paper_reading::table.filter(paper_reading::at.lt(at))).execute(conn)?;
    Ok(())
}
