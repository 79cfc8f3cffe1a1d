//! What is out, as one reader may read it: each query asks the clearance, so that no list, count or neighbour tells more.

pub mod index;

use super::{OutItem, Place, Question};
use crate::boards::{Board, store as boards};
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId};
use crate::db::schema::{
    board, board_case, meeting, minute_access, minutes_setting, publication, published_item,
    published_text,
};
use crate::db::types::Moment;
use crate::db::word_index::{self, Part};
use crate::db::{Conn, among, among_numbers};
use crate::error::Result;
use crate::i18n::Language;
use crate::meetings::MeetingState;
use crate::minutes::access::store::SHELF;
use crate::minutes::publication::PublicationState;
use crate::minutes::round::Setting;
use crate::public::rules;
use crate::search::rules as words;
use crate::web::access::{Audience, Clearance};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// So many rows are looked at in one go, at most.
const LARGEST: i64 = 5_000;

/// The first day of a year and that of the next.
fn days_of(year: i32) -> (NaiveDate, NaiveDate) {
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX);
    (first(year), first(year.saturating_add(1)))
}

/// The items that are out and that a reader may read.
macro_rules! out {
    ($clearance:expr) => {
        published_item::table
            .inner_join(minute_access::table)
            .left_join(board_case::table.on(published_item::case_id.eq(board_case::id.nullable())))
            .filter($clearance.filter(SHELF))
    };
}

/// What lists tell of them.
macro_rules! told {
    () => {
        (
            (
                published_item::item_id,
                published_item::meeting_id,
                published_item::board_id,
                published_item::case_id,
                published_item::position,
            ),
            (
                published_item::label,
                published_item::title,
                published_item::language,
                published_item::content,
            ),
            (
                published_item::outcome,
                published_item::outcome_word,
                published_item::conclusion,
                published_item::day,
            ),
            (
                minute_access::title_exempt,
                board_case::title_exempt.nullable(),
            ),
        )
    };
}

type Row = (
    (AgendaItemId, MeetingId, BoardId, Option<CaseId>, i64),
    (String, String, String, String),
    (String, String, String, NaiveDate),
    (bool, Option<bool>),
);

fn of_row(row: Row) -> OutItem {
    let ((item, meeting, board, case, position), words, decided, exempt) = row;
    let (label, title, language, content) = words;
    let (outcome, outcome_word, conclusion, day) = decided;
    let is_exempt = exempt.0 || exempt.1.unwrap_or(false);
    OutItem {
        item,
        meeting,
        board,
        case,
        position,
        label,
        title: Some(title).filter(|title| !is_exempt && !title.is_empty()),
        language: Language::from_tag(&language).unwrap_or(Language::NB),
        outcome,
        outcome_word,
        content,
        conclusion,
        day,
    }
}

/// The meetings with minutes that the reader may read, the newest first, at most so many.
///
/// # Errors
/// When the database fails.
pub fn newest(conn: &mut Conn, clearance: &Clearance, most: usize) -> Result<Vec<MeetingId>> {
    let mut found: Vec<MeetingId> = Vec::new();
    let mut before = (NaiveDate::MAX, String::new());
    // A meeting has a score of items at most times.
    let mut piece = i64::try_from(most).unwrap_or(1) * 20;
    loop {
        let (day, last) = before.clone();
        let rows: Vec<(NaiveDate, MeetingId)> = out!(clearance)
            .filter(
                published_item::day.lt(day).or(published_item::day
                    .eq(day)
                    .and(published_item::meeting_id.lt(last))),
            )
            .order((
                published_item::day.desc(),
                published_item::meeting_id.desc(),
            ))
            .limit(piece)
            .select((published_item::day, published_item::meeting_id))
            .load(conn)?;
        for (_, id) in &rows {
            if !found.contains(id) {
                found.push(*id);
            }
        }
        let is_all = i64::try_from(rows.len()).unwrap_or(piece) < piece;
        match rows.last() {
            Some((day, id)) if !is_all && found.len() < most => before = (*day, id.to_string()),
            _ => break,
        }
        piece = (piece * 5).min(LARGEST);
    }
    found.truncate(most);
    Ok(found)
}

/// The meetings of a board with minutes that the reader may read, with their first days.
///
/// # Errors
/// When the database fails.
pub fn with_minutes(
    conn: &mut Conn,
    of: BoardId,
    clearance: &Clearance,
) -> Result<BTreeMap<MeetingId, NaiveDate>> {
    let rows: Vec<(MeetingId, NaiveDate)> = out!(clearance)
        .filter(published_item::board_id.eq(of))
        .select((published_item::meeting_id, published_item::day))
        .distinct()
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The first days of a board's meetings that are not cancelled.
///
/// # Errors
/// When the database fails.
pub fn days(conn: &mut Conn, of: BoardId) -> Result<Vec<NaiveDate>> {
    Ok(meeting::table
        .filter(meeting::board_id.eq(of))
        .filter(meeting::state.ne(MeetingState::Cancelled))
        .select(meeting::first_day)
        .load(conn)?)
}

/// The items of a board's year that the reader may read, in order.
///
/// # Errors
/// When the database fails.
pub fn of_year(
    conn: &mut Conn,
    of: BoardId,
    year: i32,
    clearance: &Clearance,
) -> Result<Vec<OutItem>> {
    let (from, until) = days_of(year);
    let rows: Vec<Row> = out!(clearance)
        .filter(published_item::board_id.eq(of))
        .filter(
            published_item::day
                .ge(from)
                .and(published_item::day.lt(until)),
        )
        .order((published_item::day.asc(), published_item::position.asc()))
        .select(told!())
        .load(conn)?;
    Ok(rows.into_iter().map(of_row).collect())
}

/// The meetings before and after this one with minutes that the reader may read (F35).
///
/// # Errors
/// When the database fails.
pub fn neighbours(
    conn: &mut Conn,
    (of, at, day): (BoardId, MeetingId, NaiveDate),
    clearance: &Clearance,
) -> Result<(Option<MeetingId>, Option<MeetingId>)> {
    let (item_day, item_meeting) = (published_item::day, published_item::meeting_id);
    let before = out!(clearance)
        .filter(published_item::board_id.eq(of))
        .filter(
            item_day
                .lt(day)
                .or(item_day.eq(day).and(item_meeting.lt(at))),
        )
        .order((item_day.desc(), item_meeting.desc()))
        .select(item_meeting)
        .first(conn)
        .optional()?;
    let after = out!(clearance)
        .filter(published_item::board_id.eq(of))
        .filter(
            item_day
                .gt(day)
                .or(item_day.eq(day).and(item_meeting.gt(at))),
        )
        .order((item_day.asc(), item_meeting.asc()))
        .select(item_meeting)
        .first(conn)
        .optional()?;
    Ok((before, after))
}

/// What is out about these cases and may be read, the newest first.
///
/// # Errors
/// When the database fails.
pub fn of_cases(conn: &mut Conn, of: &[CaseId], clearance: &Clearance) -> Result<Vec<OutItem>> {
    let rows: Vec<Row> = out!(clearance)
        .filter(among(published_item::case_id, of))
        .order((
            published_item::day.desc(),
            published_item::meeting_id.desc(),
            published_item::position.desc(),
        ))
        .select(told!())
        .load(conn)?;
    Ok(rows.into_iter().map(of_row).collect())
}

/// The case that this one takes up anew, and those that take it up; whoever may read them is asked elsewhere.
///
/// # Errors
/// When the database fails.
pub fn kin(conn: &mut Conn, of: CaseId) -> Result<(Option<CaseId>, Vec<CaseId>)> {
    let former: Option<Option<CaseId>> = board_case::table
        .find(of)
        .select(board_case::follows_id)
        .first(conn)
        .optional()?;
    let later = board_case::table
        .filter(board_case::follows_id.eq(of))
        .select(board_case::id)
        .load(conn)?;
    Ok((former.flatten(), later))
}

/// The meetings that dealt with a case and whose minutes were withdrawn, the latest first.
///
/// # Errors
/// When the database fails.
pub fn withdrawn_with(conn: &mut Conn, of: CaseId) -> Result<Vec<MeetingId>> {
    let subject: crate::db::ids::RowId = of.cast();
    Ok(publication::table
        .inner_join(minute_access::table.on(minute_access::meeting_id.eq(publication::meeting_id)))
        .filter(minute_access::subject_id.eq(subject))
        .filter(publication::state.eq(PublicationState::Withdrawn))
        .order(publication::withdrawn_at.desc())
        .select(publication::meeting_id)
        .load(conn)?)
}

/// The boards that the reader finds something of, each with whether its own pages are shown to them.
///
/// # Errors
/// When the database fails.
pub fn known_boards(conn: &mut Conn, clearance: &Clearance) -> Result<Vec<(Board, bool)>> {
    let all = boards::boards(conn)?;
    let laid_down: Vec<(BoardId, Audience)> = minutes_setting::table
        .select((minutes_setting::board_id, minutes_setting::shown_to))
        .load(conn)?;
    let laid_down: HashMap<BoardId, Audience> = laid_down.into_iter().collect();
    let with_items: Vec<BoardId> = board::table
        .filter(diesel::dsl::exists(
            published_item::table
                .inner_join(minute_access::table)
                .filter(published_item::board_id.eq(board::id))
                .filter(clearance.filter(SHELF)),
        ))
        .select(board::id)
        .load(conn)?;
    let with_items: HashSet<BoardId> = with_items.into_iter().collect();
    let known = all.into_iter().filter_map(|board| {
        let shown_to = laid_down.get(&board.id).copied();
        let shown_to = shown_to.unwrap_or_else(|| Setting::usual().shown_to);
        let is_shown = rules::shows(board.id, shown_to, clearance);
        (is_shown || with_items.contains(&board.id)).then_some((board, is_shown))
    });
    Ok(known.collect())
}

/// The day of the oldest item that the reader may read.
///
/// # Errors
/// When the database fails.
pub fn first_day(conn: &mut Conn, clearance: &Clearance) -> Result<Option<NaiveDate>> {
    Ok(out!(clearance)
        .order(published_item::day.asc())
        .select(published_item::day)
        .first(conn)
        .optional()?)
}

/// Adds what is asked for besides words.
macro_rules! narrowed {
    ($rows:expr, $of:expr) => {{
        let mut rows = $rows.into_boxed();
        if let Some(board) = $of.board {
            rows = rows.filter(published_item::board_id.eq(board));
        }
        if let Some(year) = $of.year {
            let (from, until) = days_of(year);
            rows = rows.filter(
                published_item::day
                    .ge(from)
                    .and(published_item::day.lt(until)),
            );
        }
        if let Some(outcome) = &$of.outcome {
            rows = rows.filter(published_item::outcome.eq(outcome));
        }
        if $of.is_decided {
            rows = rows.filter(published_item::outcome.ne(""));
        }
        rows
    }};
}

/// What answers, without words, the newest first: from a place on, at most so many.
///
/// # Errors
/// When the database fails.
pub fn listed(
    conn: &mut Conn,
    of: &Question,
    after: Option<Place>,
    clearance: &Clearance,
    most: i64,
) -> Result<Vec<OutItem>> {
    let mut rows = narrowed!(out!(clearance), of);
    if let Some(Place {
        day,
        meeting,
        position,
    }) = after
    {
        let same_day = published_item::day.eq(day);
        let same_meeting = published_item::meeting_id.eq(meeting);
        rows = rows.filter(
            published_item::day
                .lt(day)
                .or(same_day.and(published_item::meeting_id.lt(meeting)))
                .or(same_day
                    .and(same_meeting)
                    .and(published_item::position.lt(position))),
        );
    }
    let rows: Vec<Row> = rows
        .order((
            published_item::day.desc(),
            published_item::meeting_id.desc(),
            published_item::position.desc(),
        ))
        .limit(most)
        .select(told!())
        .load(conn)?;
    Ok(rows.into_iter().map(of_row).collect())
}

/// The rows with the words of a question, the newest first, at most so many. The index is gone through in larger and larger
/// pieces; each is asked the clearance in its own query.
///
/// # Errors
/// When the database fails.
pub fn places(
    conn: &mut Conn,
    of: &Question,
    clearance: &Clearance,
    most: usize,
) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    if of.terms.is_empty() {
        return Ok(found);
    }
    let wants = words::question(&of.terms, index::reach(of.board, clearance));
    let (mut before, mut piece) = (i64::MAX, most);
    while found.len() < most {
        let ids = word_index::newest(conn, Part::Published, &wants, before, piece)?;
        let answering: BTreeSet<i64> = answering(conn, of, clearance, &ids)?.into_iter().collect();
        found.extend(ids.iter().copied().filter(|id| answering.contains(id)));
        let Some(last) = ids.last().filter(|_| ids.len() == piece) else {
            break;
        };
        before = *last;
        piece = (piece * 5).min(usize::try_from(LARGEST).unwrap_or(piece));
    }
    found.truncate(most);
    Ok(found)
}

/// Those of these rows that the reader may read and asks for. A title that is exempt is not found by its words.
fn answering(
    conn: &mut Conn,
    of: &Question,
    clearance: &Clearance,
    ids: &[i64],
) -> Result<Vec<i64>> {
    let rows = published_text::table
        .inner_join(published_item::table.inner_join(minute_access::table))
        .left_join(board_case::table.on(published_item::case_id.eq(board_case::id.nullable())))
        .filter(clearance.filter(SHELF))
        .filter(among_numbers(published_text::id, ids))
        .filter(minute_access::title_exempt.eq(false))
        .filter(
            board_case::title_exempt
                .nullable()
                .is_null()
                .or(board_case::title_exempt.nullable().eq(false)),
        )
        .select(published_text::id);
    Ok(narrowed!(rows, of).load(conn)?)
}

/// The items of these rows, in their order. That the reader may read them has been asked in the same transaction.
///
/// # Errors
/// When the database fails.
pub fn hits(conn: &mut Conn, ids: &[i64], clearance: &Clearance) -> Result<Vec<OutItem>> {
    let of: Vec<(i64, AgendaItemId)> = published_text::table
        .filter(among_numbers(published_text::id, ids))
        .select((published_text::id, published_text::item_id))
        .load(conn)?;
    let rows: Vec<Row> = out!(clearance)
        .filter(among(
            published_item::item_id,
            of.iter().map(|(_, item)| *item),
        ))
        .select(told!())
        .load(conn)?;
    let mut items: HashMap<AgendaItemId, OutItem> = rows
        .into_iter()
        .map(of_row)
        .map(|one| (one.item, one))
        .collect();
    let rows: HashMap<i64, AgendaItemId> = of.into_iter().collect();
    let found = ids
        .iter()
        .filter_map(|id| items.remove(rows.get(id)?))
        .collect();
    Ok(found)
}

/// The next moment at which something that is out can be read by more.
///
/// # Errors
/// When the database fails.
pub fn next_opening(conn: &mut Conn, now: Moment) -> Result<Option<Moment>> {
    Ok(published_item::table
        .inner_join(minute_access::table)
        .filter(minute_access::open_from.gt(now))
        .select(diesel::dsl::min(minute_access::open_from))
        .first(conn)?)
}
