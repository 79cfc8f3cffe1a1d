//! The rows of readers' own notes. Each question names whose they are.

use crate::db::Conn;
use crate::db::ids::{PaperId, PersonId, RowId};
use crate::db::schema::paper_note;
use crate::db::types::Moment;
use crate::error::Result;
use crate::papers::notes::Note;
use diesel::prelude::*;

/// Someone's notes on a paper, by page, the oldest first.
///
/// # Errors
/// When the database fails.
pub fn of(conn: &mut Conn, paper: PaperId, whose: PersonId) -> Result<Vec<Note>> {
    let rows: Vec<(RowId, i64, Option<i64>, String, Moment)> = paper_note::table
        .filter(paper_note::paper_id.eq(paper))
        .filter(paper_note::person_id.eq(whose))
        .order((paper_note::written_at.asc(), paper_note::id.asc()))
        .select((
            paper_note::id,
            paper_note::number,
            paper_note::page,
            paper_note::content,
            paper_note::written_at,
        ))
        .load(conn)?;
    let note = |(id, number, page, text, at)| Note {
        id,
        number,
        page,
        text,
        at,
    };
    let mut notes: Vec<Note> = rows.into_iter().map(note).collect();
    notes.sort_by_key(|note| note.page);
    Ok(notes)
}

/// Writes a note; one with its id that stands already stands, so that a form sent twice writes once.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, paper: PaperId, whose: PersonId, new: &Note) -> Result<()> {
    let standing: i64 = paper_note::table
        .filter(paper_note::id.eq(new.id))
        .count()
        .get_result(conn)?;
    if standing > 0 {
        return Ok(());
    }
    diesel::insert_into(paper_note::table)
        .values((
            paper_note::id.eq(new.id),
            paper_note::paper_id.eq(paper),
            paper_note::person_id.eq(whose),
            paper_note::number.eq(new.number),
            paper_note::page.eq(new.page),
            paper_note::content.eq(&new.text),
            paper_note::written_at.eq(new.at),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes someone's note anew, or deletes it where there is no text; false when they have none with this id.
///
/// # Errors
/// When the database fails.
pub fn change(
    conn: &mut Conn,
    paper: PaperId,
    whose: PersonId,
    id: RowId,
    text: Option<&str>,
) -> Result<bool> {
    let own = paper_note::table.filter(
        paper_note::id
            .eq(id)
            .and(paper_note::paper_id.eq(paper))
            .and(paper_note::person_id.eq(whose)),
    );
    let rows = match text {
        Some(text) => diesel::update(own)
            .set(paper_note::content.eq(text))
            .execute(conn)?,
        None => diesel::delete(own).execute(conn)?,
    };
    Ok(rows > 0)
}

/// How many notes someone has.
///
/// # Errors
/// When the database fails.
pub fn count(conn: &mut Conn, whose: PersonId) -> Result<i64> {
    Ok(paper_note::table
        .filter(paper_note::person_id.eq(whose))
        .count()
        .get_result(conn)?)
}

/// Deletes everything that someone has noted.
///
/// # Errors
/// When the database fails.
pub fn delete_all(conn: &mut Conn, whose: PersonId) -> Result<()> {
    diesel::delete(paper_note::table.filter(paper_note::person_id.eq(whose))).execute(conn)?;
    Ok(())
}
