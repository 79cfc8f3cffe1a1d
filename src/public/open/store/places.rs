//! Where more of what everyone may read stands: the years of boards, and cases.

use super::{Known, known};
use crate::boards::Board;
use crate::db::ids::{AgendaItemId, BoardId, CaseId};
use crate::db::schema::{meeting, published_item};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::meetings::MeetingState;
use crate::public::open::Asked;
use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The years of these boards and of all others with minutes that everyone may read; and the cases of which they may read
/// something, each with when that last became another.
type Places = (BTreeSet<(BoardId, i32)>, BTreeMap<CaseId, Moment>);

/// Reads them. `shown` are the boards whose own pages are shown to everyone.
///
/// # Errors
/// When the database fails.
pub fn years_and_cases(conn: &mut Conn, shown: &[Board], now: Moment) -> Result<Places> {
    let mut days: Vec<(BoardId, NaiveDate)> = meeting::table
        .filter(among(meeting::board_id, shown.iter().map(|one| one.id)))
        .filter(meeting::state.ne(MeetingState::Cancelled))
        .select((meeting::board_id, meeting::first_day))
        .load(conn)?;
    let changed: HashMap<AgendaItemId, Moment> = known(conn, &Asked::default(), now)?
        .into_iter()
        .map(
            |Known {
                 item, changed_at, ..
             }| (item, changed_at),
        )
        .collect();
    let items: Vec<(AgendaItemId, BoardId, Option<CaseId>, NaiveDate)> = published_item::table
        .filter(among(published_item::item_id, changed.keys()))
        .select((
            published_item::item_id,
            published_item::board_id,
            published_item::case_id,
            published_item::day,
        ))
        .load(conn)?;
    let mut cases: BTreeMap<CaseId, Moment> = BTreeMap::new();
    for (item, board, case, day) in items {
        days.push((board, day));
        if let (Some(case), Some(at)) = (case, changed.get(&item)) {
            let last = cases.entry(case).or_insert(*at);
            *last = (*last).max(*at);
        }
    }
    let years = days.into_iter().map(|(board, day)| (board, day.year()));
    Ok((years.collect(), cases))
}
