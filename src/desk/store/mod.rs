//! The rows behind the desk. Every list is asked for by board and cut by the database, never afterwards.

pub mod calendar;
mod deputies;
pub mod desk;
pub mod health;
pub mod ledger;
pub mod lines;
pub mod me;
pub mod mine;
pub mod minutes;
pub mod person_mail;
pub mod reading;
pub mod rehearsal;
pub mod term_ends;

use super::{NearMeeting, Place, Title, rules};
use crate::db::ids::{BoardId, MeetingId};
use crate::db::schema::{board, meeting, meeting_session};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::meetings::MeetingState;
use anyhow::Context;
use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// A board's id, name and zone as they are selected.
type PlaceRow = (BoardId, Words, String);

fn zone(name: &str) -> Result<Tz> {
    Ok(crate::calendar::parse_zone(name)
        .with_context(|| format!("a board has the unknown zone {name}"))?)
}

fn place((id, name, zone_name): PlaceRow) -> Result<Place> {
    let zone = zone(&zone_name)?;
    Ok(Place { id, name, zone })
}

/// No meeting lasts longer, in days.
const LONGEST: i64 = 31;

/// The meetings to come of these boards, and those of `called_to`, soonest first. What is cancelled does not come, nor
/// what is over: its minutes are out, or its last day has ended.
fn coming(
    conn: &mut Conn,
    boards: &[BoardId],
    called_to: &BTreeSet<MeetingId>,
    (today, now): (NaiveDate, Moment),
    most: i64,
) -> Result<Vec<NearMeeting>> {
    type Row = (
        (MeetingId, MeetingState),
        Title,
        String,
        NaiveDate,
        NaiveDate,
        PlaceRow,
    );
    let rows: Vec<Row> = meeting::table
        .inner_join(board::table)
        .filter(among(meeting::board_id, boards).or(among(meeting::id, called_to)))
        .filter(meeting::last_day.ge(today))
        .filter(meeting::first_day.ge(today - Duration::days(LONGEST)))
        .filter(meeting::state.ne_all(["cancelled", "minuted", "closed"]))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(most)
        .select((
            (meeting::id, meeting::state),
            (meeting::title, meeting::kind),
            meeting::place,
            meeting::first_day,
            meeting::last_day,
            (board::id, board::name, board::zone),
        ))
        .load(conn)?;
    let near = |((id, state), title, at, first_day, last_day, of): Row| {
        Ok(NearMeeting {
            id,
            state,
            title,
            place: at,
            first_day,
            last_day,
            board: place(of)?,
        })
    };
    let mut near: Vec<NearMeeting> = rows.into_iter().map(near).collect::<Result<_>>()?;
    let ends = last_ends(conn, near.iter().filter(|one| one.last_day <= today))?;
    near.retain(|one| {
        let ends = ends.get(&one.id).copied();
        !rules::has_ended(one.last_day, ends, one.board.zone, now)
    });
    Ok(near)
}

/// When the last session of each of these meetings ends, of those that say it.
fn last_ends<'a>(
    conn: &mut Conn,
    of: impl Iterator<Item = &'a NearMeeting>,
) -> Result<HashMap<MeetingId, NaiveTime>> {
    let ids: Vec<MeetingId> = of.map(|one| one.id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(MeetingId, Option<NaiveTime>)> = meeting_session::table
        .filter(among(meeting_session::meeting_id, ids))
        .order(meeting_session::position.asc())
        .select((meeting_session::meeting_id, meeting_session::ends))
        .load(conn)?;
    let last: HashMap<MeetingId, Option<NaiveTime>> = rows.into_iter().collect();
    let said = last.into_iter().filter_map(|(id, ends)| Some((id, ends?)));
    Ok(said.collect())
}

/// The boards on a page.
struct Places(HashMap<BoardId, Place>);

impl Places {
    fn of(&self, board: BoardId) -> Result<Place> {
        let found = self.0.get(&board).cloned();
        Ok(found.with_context(|| format!("there is no board {board}"))?)
    }
}

/// The names of the boards a page names, each read once.
fn places(conn: &mut Conn, boards: impl Iterator<Item = BoardId>) -> Result<Places> {
    let ids: BTreeSet<BoardId> = boards.collect();
    if ids.is_empty() {
        return Ok(Places(HashMap::new()));
    }
    let rows: Vec<PlaceRow> = board::table
        .filter(among(board::id, ids))
        .select((board::id, board::name, board::zone))
        .load(conn)?;
    let found = rows.into_iter().map(|row| Ok((row.0, place(row)?)));
    Ok(Places(found.collect::<Result<_>>()?))
}
