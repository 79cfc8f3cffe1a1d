//! The rows of measures: reading them. What changes them stands in `store/write.rs`.

pub mod write;

use super::rules::Years;
use super::{Facts, Measure, Part, Turn};
use crate::cases::CaseState;
use crate::db::ids::{BoardId, CaseId, MeasureId, MeetingId, OrganisationId};
use crate::db::schema::{
    board_case, measure, measure_party, measure_report, measure_status, person,
};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::web::access::OfBoard;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// A board has at most so many measures, and a measure so many lines of history: lists need no pages then.
pub const MOST: i64 = 200;
pub const MOST_TURNS: usize = 100;

type Row = (
    (MeasureId, BoardId, Words, OrganisationId),
    (i64, i64),
    (String, String, String, String),
    i64,
);

macro_rules! told {
    () => {
        (
            (
                measure::id,
                measure::board_id,
                measure::title,
                measure::ministry_id,
            ),
            (measure::first_year, measure::last_year),
            (
                measure::description,
                measure::goals,
                measure::activities,
                measure::contact,
            ),
            measure::version,
        )
    };
}

/// A board's measures, those that end first before the others.
///
/// # Errors
/// When the database fails.
pub fn of_board(conn: &mut Conn, of: BoardId) -> Result<Vec<Measure>> {
    let rows = measure::table
        .filter(measure::board_id.eq(of))
        .order((
            measure::last_year.asc(),
            measure::first_year.asc(),
            measure::id.asc(),
        ))
        .limit(MOST)
        .select(told!())
        .load(conn)?;
    gather(conn, rows)
}

/// How many measures a board has.
///
/// # Errors
/// When the database fails.
pub fn count(conn: &mut Conn, of: BoardId) -> Result<i64> {
    let rows = measure::table.filter(measure::board_id.eq(of));
    Ok(rows.count().get_result(conn)?)
}

/// One measure.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn measure(conn: &mut Conn, id: MeasureId) -> Result<Measure> {
    let row = measure::table.find(id).select(told!()).first(conn)?;
    gather(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

impl OfBoard for Measure {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        measure(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }
}

/// The rows with their parties and their history, in one more query each.
fn gather(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Measure>> {
    let ids: Vec<MeasureId> = rows.iter().map(|row| row.0.0).collect();
    let mut parties = parties(conn, &ids)?;
    let mut histories = histories(conn, &ids)?;
    let whole = |row: Row| -> Result<Measure> {
        let ((id, board, title, ministry), (first, last), texts, version) = row;
        let (description, goals, activities, contact) = texts;
        let years = Years::new(first, last);
        let years = years.map_err(|why| anyhow::anyhow!("measure {id}: {why:?}"))?;
        Ok(Measure {
            id,
            board,
            facts: Facts {
                title,
                ministry,
                years,
                performs: parties.remove(&(id, Part::Performs)).unwrap_or_default(),
                involved: parties.remove(&(id, Part::Involved)).unwrap_or_default(),
                description,
                goals,
                activities,
                contact,
            },
            history: histories.remove(&id).unwrap_or_default(),
            version,
        })
    };
    rows.into_iter().map(whole).collect()
}

type Parties = HashMap<(MeasureId, Part), BTreeSet<OrganisationId>>;

fn parties(conn: &mut Conn, of: &[MeasureId]) -> Result<Parties> {
    let rows: Vec<(MeasureId, Part, OrganisationId)> = measure_party::table
        .filter(among(measure_party::measure_id, of))
        .select((
            measure_party::measure_id,
            measure_party::part,
            measure_party::organisation_id,
        ))
        .load(conn)?;
    let mut found = Parties::new();
    for (measure, part, organisation) in rows {
        found
            .entry((measure, part))
            .or_default()
            .insert(organisation);
    }
    Ok(found)
}

fn histories(conn: &mut Conn, of: &[MeasureId]) -> Result<HashMap<MeasureId, Vec<Turn>>> {
    type Line = (MeasureId, String, NaiveDate, String, String, Moment);
    let rows: Vec<Line> = measure_status::table
        .inner_join(person::table)
        .filter(among(measure_status::measure_id, of))
        .order(measure_status::position.asc())
        .select((
            measure_status::measure_id,
            measure_status::status,
            measure_status::on_day,
            measure_status::note,
            person::name,
            measure_status::made_at,
        ))
        .load(conn)?;
    let mut found: HashMap<MeasureId, Vec<Turn>> = HashMap::new();
    for (measure, status, on, note, who, at) in rows {
        let turn = Turn {
            status,
            on,
            note,
            who,
            at,
        };
        found.entry(measure).or_default().push(turn);
    }
    Ok(found)
}

/// When a board was told last how its measures stand.
///
/// # Errors
/// When the database fails.
pub fn last_report(conn: &mut Conn, of: BoardId) -> Result<Option<Moment>> {
    Ok(measure_report::table
        .filter(measure_report::board_id.eq(of))
        .select(diesel::dsl::max(measure_report::made_at))
        .first(conn)?)
}

/// The reports that stand on the agendas of these meetings, each with its meeting. One that was put off stands on none.
///
/// # Errors
/// When the database fails.
pub fn reports_at(conn: &mut Conn, at: &[MeetingId]) -> Result<HashMap<MeetingId, CaseId>> {
    let rows: Vec<(Option<MeetingId>, CaseId)> = measure_report::table
        .inner_join(board_case::table)
        .filter(among(board_case::meeting_id, at))
        .filter(board_case::state.eq(CaseState::Scheduled))
        .order(measure_report::made_at.asc())
        .select((board_case::meeting_id, measure_report::case_id))
        .load(conn)?;
    let known = rows.into_iter();
    Ok(known
        .filter_map(|(meeting, case)| Some((meeting?, case)))
        .collect())
}
