//! What is out, as one reader may read it: each query asks the clearance, so that no list, count or neighbour tells more.

mod dissent;
mod gone;
pub mod index;
pub mod products;

use super::OutItem;
use crate::boards::{Board, store as boards};
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, RowId};
use crate::db::schema::{
    assessment, board, board_case, meeting, minute_access, minutes_setting, publication,
    published_item,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::i18n::Language;
use crate::meetings::MeetingState;
use crate::minutes::access::store::SHELF;
use crate::minutes::publication::PublicationState;
use crate::minutes::round::rules::end_of;
use crate::minutes::round::{Setting, store as rounds};
use crate::public::rules;
use crate::web::access::{Audience, Clearance};
use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// So many rows are looked at in one go, at most.
const LARGEST: i64 = 5_000;

/// After every day of a meeting, with as many digits: SQLite compares days as texts.
fn end_of_days() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default()
}

/// The first day of a year and that of the next.
fn days_of(year: i32) -> (NaiveDate, NaiveDate) {
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_else(end_of_days);
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
    OutItem {
        item,
        meeting,
        board,
        case,
        position,
        label,
        title: rules::told_title(title, exempt),
        language: Language::from_tag(&language).unwrap_or(Language::NB),
        outcome,
        outcome_word,
        content,
        conclusion,
        day,
    }
}

// Below the macros, which it uses.
mod found;

pub use dissent::dissents;
pub use found::{hits, listed, places};
pub use gone::withdrawn;

/// The meetings with minutes that the reader may read, the newest first, at most so many.
///
/// # Errors
/// When the database fails.
pub fn newest(conn: &mut Conn, clearance: &Clearance, most: usize) -> Result<Vec<MeetingId>> {
    let mut found: Vec<MeetingId> = Vec::new();
    let mut before = (end_of_days(), String::new());
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

/// The meetings of a board's year with minutes that the reader may read.
///
/// # Errors
/// When the database fails.
pub fn with_minutes(
    conn: &mut Conn,
    (of, year): (BoardId, i32),
    clearance: &Clearance,
) -> Result<HashSet<MeetingId>> {
    let (from, until) = days_of(year);
    let rows: Vec<MeetingId> = out!(clearance)
        .filter(published_item::board_id.eq(of))
        .filter(
            published_item::day
                .ge(from)
                .and(published_item::day.lt(until)),
        )
        .select(published_item::meeting_id)
        .distinct()
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The years of a board's meetings that are not cancelled.
///
/// # Errors
/// When the database fails.
pub fn years(conn: &mut Conn, of: BoardId) -> Result<BTreeSet<i32>> {
    let days: Vec<NaiveDate> = meeting::table
        .filter(meeting::board_id.eq(of))
        .filter(meeting::state.ne(MeetingState::Cancelled))
        .select(meeting::first_day)
        .load(conn)?;
    Ok(days.iter().map(Datelike::year).collect())
}

/// The years of a board with minutes that the reader may read.
///
/// # Errors
/// When the database fails.
pub fn years_out(conn: &mut Conn, of: BoardId, clearance: &Clearance) -> Result<BTreeSet<i32>> {
    let days: Vec<NaiveDate> = out!(clearance)
        .filter(published_item::board_id.eq(of))
        .select(published_item::day)
        .distinct()
        .load(conn)?;
    Ok(days.iter().map(Datelike::year).collect())
}

/// Whether the reader may read anything of a board that is out.
///
/// # Errors
/// When the database fails.
pub fn has_minutes(conn: &mut Conn, of: BoardId, clearance: &Clearance) -> Result<bool> {
    let any = out!(clearance).filter(published_item::board_id.eq(of));
    Ok(diesel::select(diesel::dsl::exists(any)).get_result(conn)?)
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
    let subject: RowId = of.cast();
    Ok(publication::table
        .inner_join(minute_access::table.on(minute_access::meeting_id.eq(publication::meeting_id)))
        .filter(minute_access::subject_id.eq(subject))
        .filter(publication::state.eq(PublicationState::Withdrawn))
        .order(publication::withdrawn_at.desc())
        .select(publication::meeting_id)
        .load(conn)?)
}

/// When something was last found under offentleglova of each of these items and cases.
///
/// # Errors
/// When the database fails.
pub fn assessed(
    conn: &mut Conn,
    of: impl IntoIterator<Item = RowId>,
) -> Result<HashMap<RowId, Moment>> {
    let rows: Vec<(RowId, Option<Moment>)> = assessment::table
        .filter(among(assessment::object_id, of))
        .group_by(assessment::object_id)
        .select((
            assessment::object_id,
            diesel::dsl::max(assessment::assessed_at),
        ))
        .load(conn)?;
    let last = rows.into_iter().filter_map(|(id, at)| Some((id, at?)));
    Ok(last.collect())
}

/// Whether a board's own pages are shown to this reader.
///
/// # Errors
/// When the database fails.
pub fn is_shown(conn: &mut Conn, of: BoardId, reads: &Clearance) -> Result<bool> {
    let shown_to = rounds::setting(conn, of)?.shown_to;
    Ok(rules::shows(of, shown_to, reads))
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

/// When what is told of these boards changes by itself, where their meetings to come stand: at midnight, or before.
///
/// # Errors
/// When the database fails.
pub fn changes_on<'a>(
    conn: &mut Conn,
    of: impl IntoIterator<Item = &'a Board>,
    now: Moment,
) -> Result<Option<Moment>> {
    let boards = of.into_iter();
    let midnights = boards.map(|board| end_of(board.zone, board.today(now)));
    let opening = next_opening(conn, now)?;
    Ok(midnights.chain(opening).min())
}
