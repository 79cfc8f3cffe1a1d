//! What everyone may read, asked of the database: who may read is a part of each query.

mod places;

pub use places::years_and_cases;

use super::{Asked, Gone, OpenItem, OpenMeeting};
use crate::boards::{Board, store as boards};
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, RowId};
use crate::db::schema::{
    board, board_case, case_product, minute_access, minutes_setting, publication, published_item,
};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::i18n::{Language, text};
use crate::meetings::store as meetings;
use crate::minutes::access::store::SHELF;
use crate::minutes::decisions::store as decisions;
use crate::minutes::publication::PublicationState;
use crate::public::open::addresses::left_out;
use crate::public::rules;
use crate::public::store::assessed;
use crate::web::access::{Audience, Clearance};
use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// The boards whose own pages are shown to everyone, in order.
///
/// # Errors
/// When the database fails.
pub fn shown_boards(conn: &mut Conn) -> Result<Vec<Board>> {
    let shown: HashSet<BoardId> = minutes_setting::table
        .filter(minutes_setting::shown_to.eq(Audience::Public))
        .select(minutes_setting::board_id)
        .load(conn)?
        .into_iter()
        .collect();
    let mut all = boards::boards(conn)?;
    all.retain(|one| shown.contains(&one.id));
    Ok(all)
}

/// One of them.
///
/// # Errors
/// `NotFound` when there is none, or it is not shown to everyone; or when the database fails.
pub fn shown_board(conn: &mut Conn, id: BoardId) -> Result<Board> {
    let all = shown_boards(conn)?;
    all.into_iter()
        .find(|one| one.id == id)
        .ok_or(Error::NotFound)
}

/// An item that everyone may read, by its ids and when what is told of it last became another.
///
/// It came out, its time of being deferred was over, something was found of it or of its case, the owner of its board
/// decided on it, or its case was tied to other products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub item: AgendaItemId,
    pub meeting: MeetingId,
    /// Its place in the meeting.
    pub position: i64,
    pub changed_at: Moment,
}

/// Whether it may be told which products a published item's case is about: an exempt title is told by nothing of it.
macro_rules! is_told {
    () => {
        minute_access::title_exempt
            .eq(false)
            .and(published_item::title.ne(""))
            .and(board_case::title_exempt.nullable().eq(false))
    };
}

/// Every item that is asked for and that everyone may read now.
///
/// # Errors
/// When the database fails.
pub fn known(conn: &mut Conn, asked: &Asked, now: Moment) -> Result<Vec<Known>> {
    let mut rows = published_item::table
        .inner_join(minute_access::table)
        .left_join(board_case::table.on(board_case::id.nullable().eq(published_item::case_id)))
        .filter(Clearance::of_nobody(now).filter(SHELF))
        .select((
            (published_item::item_id, published_item::case_id),
            published_item::meeting_id,
            published_item::position,
            published_item::published_at,
            minute_access::open_from,
            (board_case::products_tied_at.nullable(), is_told!()),
        ))
        .into_boxed();
    if let Some(of) = asked.board {
        rows = rows.filter(published_item::board_id.eq(of));
    }
    if let Some(of) = asked.meeting {
        rows = rows.filter(published_item::meeting_id.eq(of));
    }
    if let Some(of) = asked.case {
        rows = rows.filter(published_item::case_id.eq(of));
    }
    if let Some(product) = asked.product {
        let about = case_product::table
            .filter(case_product::case_id.nullable().eq(published_item::case_id))
            .filter(case_product::product_id.eq(product));
        rows = rows.filter(exists(about)).filter(is_told!());
    }
    if let Some(code) = &asked.outcome {
        rows = rows.filter(published_item::outcome.eq(code));
    }
    if let Some((first, last)) = asked.days {
        rows = rows.filter(published_item::day.between(first, last));
    }
    type Tied = (Option<Moment>, Option<bool>);
    type Row = (ItemOfCase, MeetingId, i64, Moment, Option<Moment>, Tied);
    let rows: Vec<Row> = rows.load(conn)?;
    let found = assessed(conn, rows.iter().flat_map(|row| both(row.0)))?;
    let decided = decisions::changed(conn, rows.iter().map(|row| row.0.0))?;
    let known = |(of, meeting, position, published_at, open_from, (tied, is_told)): Row| Known {
        item: of.0,
        meeting,
        position,
        changed_at: last_found(&found, of)
            .max(decided.get(&of.0).copied())
            .max(open_from)
            .max(tied.filter(|_| is_told == Some(true)))
            .map_or(published_at, |at| at.max(published_at)),
    };
    Ok(rows.into_iter().map(known).collect())
}

/// An item with the case that it is about.
type ItemOfCase = (AgendaItemId, Option<CaseId>);

fn both((item, case): ItemOfCase) -> impl Iterator<Item = RowId> {
    std::iter::once(item.cast()).chain(case.map(|case| case.cast()))
}

fn last_found(found: &HashMap<RowId, Moment>, of: ItemOfCase) -> Option<Moment> {
    both(of).filter_map(|id| found.get(&id).copied()).max()
}

/// Every meeting of which something is asked for that everyone may read, with when that last became another.
///
/// # Errors
/// When the database fails.
pub fn known_meetings(
    conn: &mut Conn,
    asked: &Asked,
    now: Moment,
) -> Result<HashMap<MeetingId, Moment>> {
    let mut last: HashMap<MeetingId, Moment> = HashMap::new();
    let known = known(conn, asked, now)?;
    for one in &known {
        let last = last.entry(one.meeting).or_insert(one.changed_at);
        *last = one.changed_at.max(*last);
    }
    // What was found of an item afterwards may have shut it; the others still tell of the meeting.
    let mut shut: Vec<(MeetingId, ItemOfCase)> = published_item::table
        .filter(among(published_item::meeting_id, last.keys()))
        .select((
            published_item::meeting_id,
            (published_item::item_id, published_item::case_id),
        ))
        .load(conn)?;
    let read: HashSet<AgendaItemId> = known.iter().map(|one| one.item).collect();
    shut.retain(|(_, (item, _))| !read.contains(item));
    let found = assessed(conn, shut.iter().flat_map(|(_, of)| both(*of)))?;
    for (meeting, of) in shut {
        if let (Some(last), Some(at)) = (last.get_mut(&meeting), last_found(&found, of)) {
            *last = at.max(*last);
        }
    }
    Ok(last)
}

/// These meetings with what is told of them, in the order that is given.
///
/// # Errors
/// When the database fails.
pub fn meetings_of(conn: &mut Conn, wanted: &[(MeetingId, Moment)]) -> Result<Vec<OpenMeeting>> {
    let ids: Vec<MeetingId> = wanted.iter().map(|(id, _)| *id).collect();
    let kinds = meetings::around::kinds(conn)?;
    let rows = meetings::chosen(conn, &ids)?;
    let names = board_names(conn, rows.iter().map(|row| row.board))?;
    let standing = standing(conn, &ids)?;
    let rows: HashMap<MeetingId, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let told = |(id, changed_at): &(MeetingId, Moment)| {
        let (row, (number, language, at)) = (rows.get(id)?, standing.get(id)?);
        let language = Language::from_tag(language).unwrap_or(Language::NB);
        Some(OpenMeeting {
            id: *id,
            board: row.board,
            board_name: names.get(&row.board)?.clone(),
            kind: row.kind.clone(),
            title: rules::name_of(&kinds, row, language),
            first_day: row.first_day(),
            last_day: row.last_day(),
            language,
            number: *number,
            published_at: *at,
            changed_at: *changed_at,
        })
    };
    Ok(wanted.iter().filter_map(told).collect())
}

/// Of each of these meetings the version that is out: its number, its language, and when it was first published.
fn standing(
    conn: &mut Conn,
    of: &[MeetingId],
) -> Result<HashMap<MeetingId, (i64, String, Moment)>> {
    type Row = (MeetingId, PublicationState, i64, String, Option<Moment>);
    let rows: Vec<Row> = publication::table
        .filter(publication::state.eq_any(rules::OUT_ONCE))
        .filter(among(publication::meeting_id, of))
        .select((
            publication::meeting_id,
            publication::state,
            publication::number,
            publication::language,
            publication::published_at,
        ))
        .load(conn)?;
    let mut first: HashMap<(MeetingId, i64), Moment> = HashMap::new();
    for (of, _, number, _, at) in &rows {
        if let Some(at) = at {
            let known = first.entry((*of, *number)).or_insert(*at);
            *known = (*at).min(*known);
        }
    }
    let standing = rows
        .into_iter()
        .filter_map(|(of, state, number, language, _)| {
            let at = first.get(&(of, number)).copied()?;
            (state == PublicationState::Published).then_some((of, (number, language, at)))
        });
    Ok(standing.collect())
}

fn board_names(
    conn: &mut Conn,
    of: impl Iterator<Item = BoardId>,
) -> Result<HashMap<BoardId, Words>> {
    let of: HashSet<BoardId> = of.collect();
    let rows: Vec<(BoardId, Words)> = board::table
        .filter(among(board::id, of))
        .select((board::id, board::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

type ItemRow = (
    (AgendaItemId, MeetingId, BoardId, Option<CaseId>),
    (String, String, String),
    (String, String, String),
    NaiveDate,
    (bool, Option<bool>),
);

/// These items with what is told of them, in the order that is given; `now` is asked again whether everyone may read them.
///
/// # Errors
/// When the database fails.
pub fn items_of(
    conn: &mut Conn,
    wanted: &[(AgendaItemId, Moment)],
    now: Moment,
) -> Result<Vec<OpenItem>> {
    let ids = wanted.iter().map(|(id, _)| *id);
    let rows: Vec<ItemRow> = published_item::table
        .inner_join(minute_access::table)
        .left_join(board_case::table.on(board_case::id.nullable().eq(published_item::case_id)))
        .filter(Clearance::of_nobody(now).filter(SHELF))
        .filter(among(published_item::item_id, ids))
        .select((
            (
                published_item::item_id,
                published_item::meeting_id,
                published_item::board_id,
                published_item::case_id,
            ),
            (
                published_item::label,
                published_item::title,
                published_item::language,
            ),
            (
                published_item::outcome,
                published_item::outcome_word,
                published_item::conclusion,
            ),
            published_item::day,
            (
                minute_access::title_exempt,
                board_case::title_exempt.nullable(),
            ),
        ))
        .load(conn)?;
    let names = board_names(conn, rows.iter().map(|row| row.0.2))?;
    let mut rows: HashMap<AgendaItemId, ItemRow> =
        rows.into_iter().map(|row| (row.0.0, row)).collect();
    let told = |(id, changed_at): &(AgendaItemId, Moment)| {
        let row = rows.remove(id)?;
        let name = names.get(&row.0.2)?.clone();
        Some(open_item(row, name, *changed_at))
    };
    Ok(wanted.iter().filter_map(told).collect())
}

fn open_item(row: ItemRow, board_name: Words, changed_at: Moment) -> OpenItem {
    let ((id, meeting, board, case), names, (code, word, conclusion), day, exempt) = row;
    let (number, title, language) = names;
    let language = Language::from_tag(&language).unwrap_or(Language::NB);
    let exempt_title = || text(language, "case-title-exempt", &[]);
    let title = rules::told_title(title, exempt);
    let title_withheld = title.is_none();
    let title = title.unwrap_or_else(exempt_title);
    let told = |written: &str| left_out(written, language);
    OpenItem {
        id,
        meeting,
        board,
        board_name,
        case,
        number,
        title: told(&title),
        title_withheld,
        language,
        outcome: (code, told(&word)),
        conclusion: told(&conclusion),
        day,
        changed_at,
    }
}

/// The minutes that everyone could read until they were withdrawn, undone or shown to fewer, the latest first: of one board,
/// or of all.
///
/// What was undone takes no word of a withdrawal back, and is gone since then.
///
/// # Errors
/// When the database fails.
pub fn gone(conn: &mut Conn, of: Option<BoardId>, now: Moment) -> Result<Vec<Gone>> {
    let mut rows = publication::table
        .filter(publication::state.ne(PublicationState::Asked))
        .filter(publication::was_public.eq(true))
        .select((
            (publication::meeting_id, publication::board_id),
            publication::state,
            (publication::withdrawn_at, publication::shut_at),
            (publication::reason, publication::language),
        ))
        .into_boxed();
    if let Some(of) = of {
        rows = rows.filter(publication::board_id.eq(of));
    }
    let rows: Vec<GoneRow> = rows.load(conn)?;
    // What was published again is there again.
    let asked = Asked {
        board: of,
        ..Asked::default()
    };
    let there = known(conn, &asked, now)?;
    let there: HashSet<MeetingId> = there.into_iter().map(|one| one.meeting).collect();
    let (undone, rows): (Vec<GoneRow>, Vec<GoneRow>) =
        (rows.into_iter()).partition(|(_, state, ..)| *state == PublicationState::Undone);
    let mut last: HashMap<MeetingId, Gone> = HashMap::new();
    for gone in rows.into_iter().filter_map(gone_of) {
        let rank = |one: &Gone| (!one.is_withdrawn, one.at);
        // What could be read again after a withdrawal did not end with that.
        let known = last.get(&gone.meeting);
        if known.is_none_or(|known| rank(known) < rank(&gone)) {
            last.insert(gone.meeting, gone);
        }
    }
    for gone in undone.into_iter().filter_map(gone_of) {
        let at = gone.at;
        let known = last.entry(gone.meeting).or_insert(gone);
        known.at = known.at.max(at);
    }
    let mut gone: Vec<Gone> = last.into_values().collect();
    gone.retain(|one| !there.contains(&one.meeting));
    gone.sort_by_key(|one| std::cmp::Reverse((one.at, one.meeting)));
    Ok(gone)
}

type GoneRow = (
    (MeetingId, BoardId),
    PublicationState,
    (Option<Moment>, Option<Moment>),
    (String, String),
);

/// When everyone could read a publication no more, and what is told of why; none while that is not so.
fn gone_of(row: GoneRow) -> Option<Gone> {
    let ((meeting, board), state, (withdrawn_at, shut_at), (reason, language)) = row;
    let is_withdrawn = state == PublicationState::Withdrawn;
    let language = Language::from_tag(&language).unwrap_or(Language::NB);
    Some(Gone {
        meeting,
        board,
        at: if is_withdrawn { withdrawn_at } else { shut_at }?,
        is_withdrawn,
        reason: if is_withdrawn {
            left_out(&reason, language)
        } else {
            text(language, "open-data-shut", &[])
        },
        language,
    })
}
