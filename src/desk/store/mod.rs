//! The rows behind the desk. Every list is asked for by board and cut by the database, never afterwards.

pub mod calendar;
pub mod desk;
pub mod health;
pub mod ledger;
pub mod lines;
pub mod me;
pub mod mine;
pub mod person_mail;
pub mod reading;
pub mod rehearsal;
pub mod term_ends;

use super::{NearMeeting, Place, Title};
use crate::db::ids::{BoardId, MeetingId};
use crate::db::schema::{board, meeting};
use crate::db::types::Words;
use crate::db::{Conn, among};
use crate::error::Result;
use anyhow::Context;
use chrono::{Duration, NaiveDate};
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

/// The meetings to come of these boards, and those of `called_to`, soonest first. What is cancelled does not come.
fn coming(
    conn: &mut Conn,
    boards: &[BoardId],
    called_to: &BTreeSet<MeetingId>,
    today: NaiveDate,
    most: i64,
) -> Result<Vec<NearMeeting>> {
    type Row = (MeetingId, Title, String, NaiveDate, NaiveDate, PlaceRow);
    let rows: Vec<Row> = meeting::table
        .inner_join(board::table)
        .filter(among(meeting::board_id, boards).or(among(meeting::id, called_to)))
        .filter(meeting::last_day.ge(today))
        .filter(meeting::first_day.ge(today - Duration::days(LONGEST)))
        .filter(meeting::state.ne("cancelled"))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(most)
        .select((
            meeting::id,
            (meeting::title, meeting::kind),
            meeting::place,
            meeting::first_day,
            meeting::last_day,
            (board::id, board::name, board::zone),
        ))
        .load(conn)?;
    let near = |(id, title, at, first_day, last_day, of): Row| {
        Ok(NearMeeting {
            id,
            title,
            place: at,
            first_day,
            last_day,
            board: place(of)?,
        })
    };
    rows.into_iter().map(near).collect()
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
