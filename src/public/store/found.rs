//! What answers a question: listed from the newest on, or found by its words.

use super::index;
use super::{LARGEST, Row, days_of, of_row};
use crate::db::ids::AgendaItemId;
use crate::db::schema::{
    board_case, case_product, minute_access, owner_decision, published_item, published_text,
};
use crate::db::word_index::{self, Part};
use crate::db::{Conn, among, among_numbers};
use crate::error::Result;
use crate::minutes::access::store::SHELF;
use crate::minutes::decisions::rules::ASKS;
use crate::public::{OutItem, OwnerHas, Place, Question};
use crate::search::rules as words;
use crate::web::access::Clearance;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Whether the reader is shown a decision of the owner: those of the board the newest, everyone else what was released.
macro_rules! is_owner_decided {
    ($reads:expr) => {{
        let boards = $reads.keeps.iter().chain(&$reads.reads);
        let is_inside = among(owner_decision::board_id, boards)
            .or(among(owner_decision::meeting_id, &$reads.called_to));
        let to_board = is_inside.clone().and(owner_decision::inside.is_not_null());
        let to_others = not(is_inside).and(owner_decision::outside.is_not_null());
        exists(
            owner_decision::table
                .filter(owner_decision::item_id.eq(published_item::item_id))
                .filter(to_board.or(to_others)),
        )
    }};
}

/// Adds what is asked for besides words.
macro_rules! narrowed {
    ($rows:expr, $of:expr, $reads:expr) => {{
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
        if let Some(product) = $of.product {
            let about = case_product::table
                .filter(case_product::case_id.nullable().eq(published_item::case_id))
                .filter(case_product::product_id.eq(product));
            // An exempt title is not told by what it is about either.
            let is_told = board_case::title_exempt.nullable().eq(false);
            rows = rows
                .filter(exists(about))
                .filter(minute_access::title_exempt.eq(false))
                .filter(published_item::title.ne(""))
                .filter(is_told);
        }
        if let Some(outcome) = &$of.outcome {
            rows = rows.filter(published_item::outcome.eq(outcome));
        }
        if $of.is_decided {
            rows = rows.filter(published_item::outcome.ne(""));
        }
        match $of.owner {
            Some(OwnerHas::Decided) => rows = rows.filter(is_owner_decided!($reads)),
            Some(OwnerHas::NotDecided) => {
                rows = rows
                    .filter(among(published_item::outcome, ASKS))
                    .filter(not(is_owner_decided!($reads)));
            }
            None => {}
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
    let mut rows = narrowed!(out!(clearance), of, clearance);
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

/// The rows with the words of a question, the newest first, at most so many.
///
/// The index is gone through in larger and larger pieces; each is asked the clearance in its own query.
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
    Ok(narrowed!(rows, of, clearance).load(conn)?)
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
