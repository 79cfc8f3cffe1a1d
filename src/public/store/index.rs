//! What of the published is to be read for the search, and where its readers reach it from.

use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, RowId};
use crate::db::schema::{board_case, minute_access, published_due, published_item, published_text};
use crate::db::word_index::{self, Part, Token, Wanted};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::search::rules::{of_board, of_object, tokens};
use crate::search::store::index::of_day;
use crate::web::access::{Assessment, Audience, Clearance};
use crate::web::prose;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// From so many places on, the index is asked about all of them.
const MANY: usize = 100;

/// The token of what is open to an audience beyond the board; none of a narrower one.
fn open_to(audience: Audience) -> Option<Token> {
    match audience {
        Audience::Public => Token::new("zp"),
        Audience::ServiceOwners => Token::new("zs"),
        Audience::Members | Audience::Secretariat => None,
    }
}

/// The tokens one of which stands on everything that this reader may read; none when there are too many to ask for.
///
/// So the index passes over the rest. More may stand there: the clearance decides.
#[must_use]
pub fn reach(board: Option<BoardId>, clearance: &Clearance) -> Option<Vec<Wanted>> {
    let widest = if clearance.is_service_owner {
        Audience::ServiceOwners
    } else {
        Audience::Public
    };
    let boards = clearance.keeps.iter().chain(&clearance.reads);
    let boards = boards.filter_map(of_board);
    let called = clearance.called_to.iter().filter_map(of_object);
    let alone = clearance.opened.iter().chain(&clearance.lent);
    let alone = alone.chain(&clearance.prepares).filter_map(of_object);
    let all = open_to(widest).into_iter().chain(boards);
    let all: BTreeSet<Token> = match board {
        Some(board) => of_board(board).into_iter().collect(),
        None => all.chain(called).chain(alone).collect(),
    };
    (all.len() <= MANY).then(|| all.into_iter().map(Wanted::Is).collect())
}

/// What is to be read, at most so much.
///
/// # Errors
/// When the database fails.
pub fn due(conn: &mut Conn, most: i64) -> Result<Vec<AgendaItemId>> {
    Ok(published_due::table
        .order(published_due::item_id.asc())
        .limit(most)
        .select(published_due::item_id)
        .load(conn)?)
}

/// The dissents of these items as they were last read, in Markdown, by their items. Whoever asks has asked the clearance.
///
/// # Errors
/// When the database fails.
pub fn dissents(
    conn: &mut Conn,
    of: impl IntoIterator<Item = AgendaItemId>,
) -> Result<HashMap<AgendaItemId, String>> {
    let rows: Vec<(AgendaItemId, String)> = published_text::table
        .filter(among(published_text::item_id, of))
        .filter(published_text::dissent.ne(""))
        .select((published_text::item_id, published_text::dissent))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

type Row = (
    (AgendaItemId, MeetingId, BoardId, Option<CaseId>, NaiveDate),
    (String, String, String, String, String),
    (RowId, Audience, Assessment, bool, Option<bool>),
);

/// Reads some of what is due into the index; how much there was.
///
/// # Errors
/// When the database fails.
pub fn read_some(conn: &mut Conn, most: i64) -> Result<usize> {
    let due = due(conn, most)?;
    let rows: Vec<Row> = published_item::table
        .inner_join(minute_access::table)
        .left_join(board_case::table.on(published_item::case_id.eq(board_case::id.nullable())))
        .filter(among(published_item::item_id, &due))
        .select((
            (
                published_item::item_id,
                published_item::meeting_id,
                published_item::board_id,
                published_item::case_id,
                published_item::day,
            ),
            (
                published_item::label,
                published_item::title,
                published_item::content,
                published_item::conclusion,
                published_item::outcome_word,
            ),
            (
                minute_access::subject_id,
                minute_access::wanted,
                minute_access::assessment,
                minute_access::title_exempt,
                board_case::title_exempt.nullable(),
            ),
        ))
        .load(conn)?;
    let meetings: BTreeSet<MeetingId> = rows.iter().map(|row| row.0.1).collect();
    let dissents = super::dissents(conn, meetings)?;
    let stale = published_text::table.filter(among(published_text::item_id, &due));
    diesel::delete(stale).execute(conn)?;
    for row in &rows {
        let id = next(conn, row.0.4)?;
        let dissent = dissents.get(&row.0.0).map_or("", String::as_str);
        diesel::insert_into(published_text::table)
            .values((
                published_text::id.eq(id),
                published_text::item_id.eq(row.0.0),
                published_text::dissent.eq(dissent),
            ))
            .execute(conn)?;
        word_index::put(conn, Part::Published, id, &tokens_of(row, dissent))?;
    }
    let read = published_due::table.filter(among(published_due::item_id, &due));
    diesel::delete(read).execute(conn)?;
    Ok(due.len())
}

/// The next free id of a day.
fn next(conn: &mut Conn, day: NaiveDate) -> Result<i64> {
    let ids = of_day(day);
    let last: Option<i64> = published_text::table
        .filter(
            published_text::id
                .ge(ids.start)
                .and(published_text::id.lt(ids.end)),
        )
        .select(diesel::dsl::max(published_text::id))
        .first(conn)?;
    Ok(last.map_or(ids.start, |last| last + 1))
}

/// The words of an item, and the places where readers reach it from.
fn tokens_of(row: &Row, dissent: &str) -> BTreeSet<Token> {
    let ((item, meeting, board, ..), words, access) = row;
    let (label, title, content, conclusion, outcome) = words;
    let (subject, wanted, assessment, exempt, of_case) = access;
    let title = if *exempt || of_case.unwrap_or(false) {
        ""
    } else {
        title
    };
    let content = [content.as_str(), conclusion, dissent].map(prose::words);
    let text = format!("{label} {title} {outcome} {}", content.join("\n"));
    let audiences = [Audience::ServiceOwners, Audience::Public];
    let open = audiences
        .into_iter()
        .filter(|to| wanted >= to && *assessment == Assessment::Open);
    let places = [
        of_board(board),
        of_object(item),
        of_object(subject),
        of_object(meeting),
    ];
    let places = places.into_iter().flatten();
    places
        .chain(open.filter_map(open_to))
        .chain(tokens(&text))
        .collect()
}
