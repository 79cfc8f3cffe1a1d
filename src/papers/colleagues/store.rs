//! The rows of colleagues and of what they may read.

use super::Colleague;
use crate::cases::store::SHELF as CASES;
use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{BoardId, CaseId, MeetingId, MessageId, PaperId, PersonId, RowId};
use crate::db::schema::{
    board_case, colleague, colleague_paper, meeting, message, occasion, paper, person,
};
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::Language;
use crate::papers::store::SHELF;
use crate::web::access::Clearance;
use chrono::NaiveDate;
use diesel::prelude::*;

/// What the occasions of a colleague's mail are about.
pub const OBJECT_KIND: &str = "colleague";

type Row = (
    (RowId, BoardId, MeetingId, PersonId),
    (String, String, String),
    (Moment, Option<Moment>),
);

type Whose = (
    colleague::id,
    colleague::board_id,
    colleague::meeting_id,
    colleague::named_by,
);
type To = (colleague::name, colleague::address, colleague::language);
type When = (colleague::named_at, colleague::ended_at);
const COLUMNS: (Whose, To, When) = (
    (
        colleague::id,
        colleague::board_id,
        colleague::meeting_id,
        colleague::named_by,
    ),
    (colleague::name, colleague::address, colleague::language),
    (colleague::named_at, colleague::ended_at),
);

fn of(row: Row) -> Colleague {
    let ((id, board, meeting, named_by), (name, address, language), (named_at, ended_at)) = row;
    Colleague {
        id,
        board,
        meeting,
        named_by,
        name,
        address,
        language: Language::from_tag(&language).unwrap_or(Language::NB),
        named_at,
        ended_at,
    }
}

/// One colleague; none when there is none with this id.
///
/// # Errors
/// When the database fails.
pub fn colleague(conn: &mut Conn, id: RowId) -> Result<Option<Colleague>> {
    let row: Option<Row> = colleague::table
        .find(id)
        .select(COLUMNS)
        .first(conn)
        .optional()?;
    Ok(row.map(of))
}

/// Whom a mail was to, when it was to a colleague.
///
/// # Errors
/// When the database fails.
pub fn written_to(conn: &mut Conn, mail: MessageId) -> Result<Option<Colleague>> {
    let id: Option<String> = message::table
        .inner_join(occasion::table)
        .filter(message::id.eq(mail))
        .filter(occasion::object_kind.eq(OBJECT_KIND))
        .select(occasion::object_id)
        .first(conn)
        .optional()?;
    match id.and_then(|id| id.parse().ok()) {
        Some(id) => colleague(conn, id),
        None => Ok(None),
    }
}

/// Those whom one member has named for a meeting, the first first.
///
/// # Errors
/// When the database fails.
pub fn named_by(conn: &mut Conn, at: MeetingId, member: PersonId) -> Result<Vec<Colleague>> {
    let rows: Vec<Row> = colleague::table
        .filter(colleague::meeting_id.eq(at))
        .filter(colleague::named_by.eq(member))
        .order((colleague::named_at.asc(), colleague::id.asc()))
        .select(COLUMNS)
        .load(conn)?;
    Ok(rows.into_iter().map(of).collect())
}

/// Everyone who was let in to a meeting's papers, each with who let them in. What they read is asked by nobody.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(conn: &mut Conn, at: MeetingId) -> Result<Vec<(Colleague, String)>> {
    let rows: Vec<(Row, String)> = colleague::table
        .inner_join(person::table.on(person::id.eq(colleague::named_by)))
        .filter(colleague::meeting_id.eq(at))
        .order((
            person::name.asc(),
            colleague::name.asc(),
            colleague::id.asc(),
        ))
        .select((COLUMNS, person::name))
        .load(conn)?;
    Ok(rows.into_iter().map(|(row, by)| (of(row), by)).collect())
}

/// The papers that were chosen for a colleague.
///
/// # Errors
/// When the database fails.
pub fn chosen(conn: &mut Conn, of: RowId) -> Result<Vec<PaperId>> {
    Ok(colleague_paper::table
        .filter(colleague_paper::colleague_id.eq(of))
        .select(colleague_paper::paper_id)
        .load(conn)?)
}

/// What a member may lend of a meeting: the papers that went out to its readers and that the member reads now, with their
/// cases. Where `chosen` names some, only these.
///
/// # Errors
/// When the database fails.
pub fn lent(
    conn: &mut Conn,
    at: MeetingId,
    member: &Clearance,
    chosen: Option<&[PaperId]>,
) -> Result<Clearance> {
    let mut query = paper::table
        .inner_join(board_case::table)
        .filter(board_case::meeting_id.eq(at))
        .filter(paper::published.is_not_null())
        .filter(member.filter_part(SHELF, CASES))
        .select((paper::id, board_case::id))
        .into_boxed();
    if let Some(chosen) = chosen {
        query = query.filter(among(paper::id, chosen));
    }
    let rows: Vec<(PaperId, CaseId)> = query.load(conn)?;
    let ids = rows
        .into_iter()
        .flat_map(|(paper, case)| [paper.cast(), case.cast()]);
    Ok(Clearance {
        lent: ids.collect(),
        closed: member.closed.clone(),
        ..Clearance::of_nobody(member.now)
    })
}

/// Writes a colleague; false when one with this id stands already, so that a form sent twice names one.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, new: &Colleague) -> Result<bool> {
    if colleague(conn, new.id)?.is_some() {
        return Ok(false);
    }
    diesel::insert_into(colleague::table)
        .values((
            colleague::id.eq(new.id),
            colleague::board_id.eq(new.board),
            colleague::meeting_id.eq(new.meeting),
            colleague::named_by.eq(new.named_by),
            colleague::name.eq(&new.name),
            colleague::address.eq(&new.address),
            colleague::language.eq(new.language.tag()),
            colleague::named_at.eq(new.named_at),
        ))
        .execute(conn)?;
    Ok(true)
}

/// Writes which papers a colleague may read, in place of those before.
///
/// # Errors
/// When the database fails.
pub fn choose(conn: &mut Conn, of: RowId, papers: &[PaperId]) -> Result<()> {
    let before = colleague_paper::table.filter(colleague_paper::colleague_id.eq(of));
    diesel::delete(before).execute(conn)?;
    for paper in papers {
        diesel::insert_into(colleague_paper::table)
            .values((
                colleague_paper::colleague_id.eq(of),
                colleague_paper::paper_id.eq(paper),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Ends it.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, of: RowId, now: Moment) -> Result<()> {
    diesel::update(colleague::table.find(of))
        .set(colleague::ended_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// Those whose meeting ended before this day.
///
/// # Errors
/// When the database fails.
pub fn outlived(conn: &mut Conn, before: NaiveDate) -> Result<Vec<RowId>> {
    Ok(colleague::table
        .inner_join(meeting::table)
        .filter(meeting::last_day.lt(before))
        .select(colleague::id)
        .load(conn)?)
}

/// Forgets a colleague.
///
/// # Errors
/// When the database fails.
pub fn delete(conn: &mut Conn, id: RowId) -> Result<()> {
    diesel::delete(colleague_paper::table.filter(colleague_paper::colleague_id.eq(id)))
        .execute(conn)?;
    diesel::delete(colleague::table.find(id)).execute(conn)?;
    Ok(())
}
