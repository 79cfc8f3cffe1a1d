//! The rows of versions as documents: their texts, languages, cases and days of approval. The versions themselves, with their
//! rules and states, are rows of `boards`.

use super::{Document, Paragraph};
use crate::boards::Board;
use crate::cases::forms::languages;
use crate::db::Conn;
use crate::db::ids::{CaseId, MandateId, RowId};
use crate::db::schema::{mandate_document, mandate_paragraph, mandate_version};
use crate::error::Result;
use crate::i18n::Language;
use chrono::NaiveDate;
use diesel::prelude::*;

/// What is known of a version as a document; in the first language of its board where nobody has said another.
///
/// # Errors
/// When the database fails.
pub fn document(conn: &mut Conn, board: &Board, of: MandateId) -> Result<Document> {
    type Row = (String, Option<CaseId>, Option<NaiveDate>);
    let row: Option<Row> = mandate_document::table
        .find(of)
        .select((
            mandate_document::language,
            mandate_document::case_id,
            mandate_document::approved_on,
        ))
        .first(conn)
        .optional()?;
    let usual = languages(board).first().copied().unwrap_or(Language::NB);
    let (language, case, approved_on) = match row {
        Some((tag, case, day)) => (Language::from_tag(&tag).unwrap_or(usual), case, day),
        None => (usual, None, None),
    };
    Ok(Document {
        language,
        case,
        approved_on,
        paragraphs: paragraphs(conn, of)?,
    })
}

/// The text of a version, in its order.
///
/// # Errors
/// When the database fails.
pub fn paragraphs(conn: &mut Conn, of: MandateId) -> Result<Vec<Paragraph>> {
    let rows: Vec<(String, String, String)> = mandate_paragraph::table
        .filter(mandate_paragraph::mandate_id.eq(of))
        .order(mandate_paragraph::position.asc())
        .select((
            mandate_paragraph::number,
            mandate_paragraph::heading,
            mandate_paragraph::body,
        ))
        .load(conn)?;
    let paragraph = |(number, heading, body)| Paragraph {
        number,
        heading,
        body,
    };
    Ok(rows.into_iter().map(paragraph).collect())
}

/// Raises a version's number; false when someone was first.
///
/// # Errors
/// When the database fails.
pub fn raise(conn: &mut Conn, of: MandateId, version: i64) -> Result<bool> {
    let standing = mandate_version::table
        .filter(mandate_version::id.eq(of))
        .filter(mandate_version::version.eq(version));
    let changed = diesel::update(standing)
        .set(mandate_version::version.eq(version + 1))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Puts a document in the place of what is known of the version.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, of: MandateId, document: &Document) -> Result<()> {
    diesel::delete(mandate_document::table.find(of)).execute(conn)?;
    diesel::insert_into(mandate_document::table)
        .values((
            mandate_document::mandate_id.eq(of),
            mandate_document::language.eq(document.language.tag()),
            mandate_document::case_id.eq(document.case),
            mandate_document::approved_on.eq(document.approved_on),
        ))
        .execute(conn)?;
    let standing = mandate_paragraph::table.filter(mandate_paragraph::mandate_id.eq(of));
    diesel::delete(standing).execute(conn)?;
    for (position, it) in (1_i64..).zip(&document.paragraphs) {
        diesel::insert_into(mandate_paragraph::table)
            .values((
                mandate_paragraph::id.eq(RowId::new()),
                mandate_paragraph::mandate_id.eq(of),
                mandate_paragraph::position.eq(position),
                mandate_paragraph::number.eq(&it.number),
                mandate_paragraph::heading.eq(&it.heading),
                mandate_paragraph::body.eq(&it.body),
            ))
            .execute(conn)?;
    }
    Ok(())
}
