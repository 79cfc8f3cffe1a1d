//! Boards' own words: one row a board, passage and language.

use super::{Adapted, Passage, Wordings};
use crate::audit::{self, Actor, Change, Entry};
use crate::db::Conn;
use crate::db::ids::{BoardId, PersonId, RowId};
use crate::db::schema::mail_wording;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as Failure};

/// All words that a board uses: one query, however many there are.
///
/// # Errors
/// When the database fails.
pub fn of_board(conn: &mut Conn, board: BoardId) -> Result<Wordings> {
    type Row = (String, String, String, String, String);
    let rows: Vec<Row> = mail_wording::table
        .filter(mail_wording::board_id.eq(board))
        .filter(mail_wording::in_use.eq(true))
        .select((
            mail_wording::kind,
            mail_wording::variant,
            mail_wording::language,
            mail_wording::subject,
            mail_wording::opening,
        ))
        .load(conn)?;
    let known = |(kind, variant, language, subject, opening): Row| {
        let language = Language::from_tag(&language)?;
        Some(((kind, variant, language), (subject, opening)))
    };
    Ok(Wordings(rows.into_iter().filter_map(known).collect()))
}

/// A row as it stands.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = mail_wording)]
pub struct Kept {
    pub id: RowId,
    pub subject: String,
    pub opening: String,
    pub in_use: bool,
    pub version: i64,
}

/// Which words: a board's, for a passage, in a language.
#[derive(Clone, Copy)]
pub struct Of<'a> {
    pub board: BoardId,
    pub passage: &'a Passage,
    pub language: Language,
}

/// What the board has written, in use or not.
///
/// # Errors
/// When the database fails.
pub fn kept(conn: &mut Conn, of: Of<'_>) -> Result<Option<Kept>> {
    Ok(mail_wording::table
        .filter(mail_wording::board_id.eq(of.board))
        .filter(mail_wording::kind.eq(of.passage.kind))
        .filter(mail_wording::variant.eq(of.passage.variant))
        .filter(mail_wording::language.eq(of.language.tag()))
        .select(Kept::as_select())
        .first(conn)
        .optional()?)
}

/// Who changes it, when, and from which version; 0 where nothing was written yet.
#[derive(Clone, Copy)]
pub struct By {
    pub person: PersonId,
    pub at: Moment,
    pub version: i64,
}

/// Uses these words from now on. Mail that is made already stays as it is.
///
/// # Errors
/// `Stale` when someone changed them first, or when the database fails.
pub fn keep(conn: &mut Conn, by: By, of: Of<'_>, adapted: &Adapted) -> Result<()> {
    let stored = adapted.stored();
    let (subject, opening) = (stored.subject.clone(), stored.text());
    let standing = standing(conn, by, of)?;
    let before = shown(of, standing.as_ref());
    let after = adapted.shown(of.language);
    let changes = [
        Change::of("wording-subject", &before.0, &after.subject),
        Change::of("wording-opening", &before.1, &after.text()),
    ];
    let changes: Vec<Change> = changes.into_iter().flatten().collect();
    if changes.is_empty() && standing.as_ref().is_some_and(|kept| kept.in_use) {
        return Ok(());
    }
    let id = if let Some(kept) = standing {
        diesel::update(mail_wording::table.find(kept.id))
            .set((
                mail_wording::subject.eq(subject),
                mail_wording::opening.eq(opening),
                mail_wording::in_use.eq(true),
                mail_wording::version.eq(by.version + 1),
                mail_wording::changed_by.eq(by.person),
                mail_wording::changed_at.eq(by.at),
            ))
            .execute(conn)?;
        kept.id
    } else {
        add(conn, by, of, (&subject, &opening))?
    };
    record(conn, by, of, id, "wording-changed", changes)
}

/// Goes back to our words; what the board had is kept to look at.
///
/// # Errors
/// `Stale` when someone changed them first, or when the database fails.
pub fn leave(conn: &mut Conn, by: By, of: Of<'_>) -> Result<()> {
    let Some(kept) = standing(conn, by, of)?.filter(|kept| kept.in_use) else {
        return Ok(());
    };
    diesel::update(mail_wording::table.find(kept.id))
        .set((
            mail_wording::in_use.eq(false),
            mail_wording::version.eq(by.version + 1),
            mail_wording::changed_by.eq(by.person),
            mail_wording::changed_at.eq(by.at),
        ))
        .execute(conn)?;
    let before = shown(of, Some(&kept));
    let after = of.passage.usual_template(of.language);
    let changes = [
        Change::of("wording-subject", &before.0, &after.subject),
        Change::of("wording-opening", &before.1, &after.text()),
    ];
    let changes = changes.into_iter().flatten().collect();
    record(conn, by, of, kept.id, "wording-left", changes)
}

/// What stands, if it is what the form was filled from.
fn standing(conn: &mut Conn, by: By, of: Of<'_>) -> Result<Option<Kept>> {
    let kept = kept(conn, of)?;
    if kept.as_ref().map_or(0, |kept| kept.version) == by.version {
        Ok(kept)
    } else {
        Err(Error::Stale)
    }
}

/// Subject and opening in use, as people write them.
fn shown(of: Of<'_>, kept: Option<&Kept>) -> (String, String) {
    let words = match kept.filter(|kept| kept.in_use) {
        Some(kept) => (of.passage).shown(of.language, &kept.subject, &kept.opening),
        None => of.passage.usual_template(of.language),
    };
    (words.subject.clone(), words.text())
}

fn add(conn: &mut Conn, by: By, of: Of<'_>, words: (&str, &str)) -> Result<RowId> {
    let id = RowId::new();
    let added = diesel::insert_into(mail_wording::table)
        .values((
            mail_wording::id.eq(id),
            mail_wording::board_id.eq(of.board),
            mail_wording::kind.eq(of.passage.kind),
            mail_wording::variant.eq(of.passage.variant),
            mail_wording::language.eq(of.language.tag()),
            mail_wording::subject.eq(words.0),
            mail_wording::opening.eq(words.1),
            mail_wording::in_use.eq(true),
            mail_wording::version.eq(1),
            mail_wording::changed_by.eq(by.person),
            mail_wording::changed_at.eq(by.at),
        ))
        .execute(conn);
    match added {
        Ok(_) => Ok(id),
        // Two wrote the first words at once.
        Err(Failure::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Err(Error::Stale),
        Err(other) => Err(other.into()),
    }
}

fn record(
    conn: &mut Conn,
    by: By,
    of: Of<'_>,
    id: RowId,
    action: &str,
    changes: Vec<Change>,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: "wording",
        object_id: id.as_str(),
        object_version: by.version + 1,
        action,
        changes,
    };
    audit::record(conn, Actor::Person(by.person), by.at, &entry)
}
