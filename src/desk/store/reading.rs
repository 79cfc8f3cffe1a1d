//! What a person has to read before the meetings to come: those whose papers they may read, and how many are new to them.
//!
//! It is counted as in the reading room of each meeting, in four queries whatever the number of meetings.

use super::coming;
use crate::db::ids::{BoardId, CaseId, MeetingId, PaperId};
use crate::db::schema::agenda_item;
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::desk::{NearMeeting, ToRead};
use crate::error::Result;
use crate::papers::Paper;
use crate::papers::store as papers;
use crate::web::Reader;
use crate::web::access::Clearance;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// How many meetings are looked at, soonest first.
const MEETINGS: i64 = 20;

/// The meetings to come that have papers out for this reader. The secretariat sends them out itself, and is not told.
///
/// # Errors
/// When the database fails.
pub fn to_read(
    conn: &mut Conn,
    reader: &Reader,
    clearance: &Clearance,
    at: (NaiveDate, Moment),
) -> Result<Vec<ToRead>> {
    let meetings = meetings(conn, reader, clearance, at)?;
    let on = agendas(conn, &meetings)?;
    if on.is_empty() {
        return Ok(Vec::new());
    }
    let cases: Vec<CaseId> = on.iter().map(|(_, case)| *case).collect();
    let out = out_of(papers::of_cases(conn, &cases, clearance)?, clearance);
    let ids: Vec<PaperId> = out.values().flatten().map(|(id, _)| *id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let read = papers::read_by(conn, reader.id, &ids)?;
    let is_new = |(id, number): &(PaperId, i64)| read.get(id).copied().unwrap_or(0) < *number;
    let mut counts: HashMap<MeetingId, usize> = HashMap::new();
    for (at, case) in on {
        let Some(own) = out.get(&case).filter(|own| !own.is_empty()) else {
            continue;
        };
        *counts.entry(at).or_default() += own.iter().filter(|paper| is_new(paper)).count();
    }
    let counted = meetings.into_iter().filter_map(|meeting| {
        let new = counts.get(&meeting.id).copied()?;
        Some(ToRead { meeting, new })
    });
    Ok(counted.collect())
}

/// The papers that are out, each with the version that its readers have, by case.
fn out_of(
    found: HashMap<CaseId, Vec<Paper>>,
    clearance: &Clearance,
) -> HashMap<CaseId, Vec<(PaperId, i64)>> {
    let out = |paper: Paper| {
        // Who was let into a paper alone does not find it under its meeting.
        let number = paper
            .published
            .filter(|_| clearance.sees(&paper.case.readable()));
        number.map(|number| (paper.id, number))
    };
    let of_case = |(case, papers): (CaseId, Vec<Paper>)| {
        let papers: Vec<(PaperId, i64)> = papers.into_iter().filter_map(out).collect();
        (case, papers)
    };
    found.into_iter().map(of_case).collect()
}

/// The cases on the agendas of these meetings.
fn agendas(conn: &mut Conn, of: &[NearMeeting]) -> Result<Vec<(MeetingId, CaseId)>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(MeetingId, Option<CaseId>)> = agenda_item::table
        .filter(among(
            agenda_item::meeting_id,
            of.iter().map(|meeting| meeting.id),
        ))
        .filter(agenda_item::case_id.is_not_null())
        .select((agenda_item::meeting_id, agenda_item::case_id))
        .load(conn)?;
    let on = |(at, case): (MeetingId, Option<CaseId>)| Some((at, case?));
    Ok(rows.into_iter().filter_map(on).collect())
}

/// The meetings to come of the reader's boards, and those that they are called to as a deputy.
fn meetings(
    conn: &mut Conn,
    reader: &Reader,
    clearance: &Clearance,
    at: (NaiveDate, Moment),
) -> Result<Vec<NearMeeting>> {
    let roles = &reader.roles;
    let boards: Vec<BoardId> = (roles.boards.iter().map(|(board, _)| *board))
        .filter(|board| !roles.is_secretary_of(*board))
        .collect();
    if boards.is_empty() && clearance.called_to.is_empty() {
        return Ok(Vec::new());
    }
    coming(conn, &boards, &clearance.called_to, at, MEETINGS)
}
