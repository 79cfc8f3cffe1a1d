//! Reminds of what is planned: the slice's planner, and what a weekly mail chooses from.
//!
//! Before the last day to propose cases for a meeting, of what is planned for it and has no case or nobody who prepares it; and
//! after the meeting, of what it did not treat. When, the board's reminder rules say. Each is asked anew when it is due, so
//! that what was mended is closed quietly.

use super::rules::{KINDS, OBJECT, PREPARE, SLIPPED};
use super::{Section, store};
use crate::boards::rules::reminders;
use crate::boards::{BoardData, about, store as boards};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::ledger::{Scope, reconcile};
use crate::mail::{Occasion, Wanted};
use crate::meetings::rules::deadlines;
use crate::meetings::{Meeting, Stage};
use chrono::{DateTime, Datelike, NaiveDate};
use std::collections::BTreeMap;

type ByMeeting<T> = BTreeMap<String, Vec<T>>;

/// Derives a board's reminders of what it has planned. The slice's planner.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    let mut standing: ByMeeting<Occasion> = ByMeeting::new();
    for row in store::reminders(conn, of)? {
        standing.entry(row.object_id.clone()).or_default().push(row);
    }
    let data = boards::data(conn, of)?;
    let wanted = wanted(conn, &data, &standing, (data.board.today(now), now))?;
    for meeting in wanted.keys() {
        standing.entry(meeting.clone()).or_default();
    }
    for (meeting, rows) in &standing {
        let scope = Scope {
            board: Some(of),
            object_id: meeting,
            kinds: &KINDS,
        };
        let wanted = wanted.get(meeting).map_or(&[][..], Vec::as_slice);
        reconcile(conn, scope, rows, wanted, now)?;
    }
    Ok(())
}

/// Every reminder of what is planned, told or not: what a weekly mail chooses from.
///
/// # Errors
/// When the database fails.
pub fn all_reminders(conn: &mut Conn, data: &BoardData, now: Moment) -> Result<Vec<Wanted>> {
    // Asked at the beginning of time, nothing has passed and nothing is told.
    let beginning = Moment::from(DateTime::UNIX_EPOCH);
    let today = data.board.today(now);
    let all = wanted(conn, data, &ByMeeting::new(), (today, beginning))?;
    Ok(all.into_values().flatten().collect())
}

fn wanted(
    conn: &mut Conn,
    data: &BoardData,
    standing: &ByMeeting<Occasion>,
    (today, now): (NaiveDate, Moment),
) -> Result<ByMeeting<Wanted>> {
    let mut all = ByMeeting::new();
    if data
        .reminders
        .iter()
        .all(|rule| rule.about != about::ANNUAL_PLAN)
    {
        return Ok(all);
    }
    // What slipped at the end of a year is reminded of in the next.
    let years = store::years(conn, data.board.id)?;
    for year in years.into_iter().filter(|year| *year + 1 >= today.year()) {
        let of = store::year(conn, data.board.id, year)?;
        for meeting in of.live() {
            let is_planned = of
                .in_section(Section::At(meeting.id), today)
                .next()
                .is_some();
            if is_planned {
                let id = meeting.id.to_string();
                let rows = standing.get(&id).map_or(&[][..], Vec::as_slice);
                all.insert(id, of_meeting(data, meeting, rows, now));
            }
        }
    }
    Ok(all)
}

fn of_meeting(
    data: &BoardData,
    meeting: &Meeting,
    standing: &[Occasion],
    now: Moment,
) -> Vec<Wanted> {
    let id = meeting.id.as_str();
    let line = deadlines(meeting, data);
    let registration = line.iter().find(|it| it.stage == Stage::Registration);
    let until = registration.map_or(meeting.first_day(), |it| it.due_on);
    let (board, rules) = (&data.board, &data.reminders);
    let object = (PREPARE, OBJECT, id);
    let mut wanted = reminders::before(board, rules, about::ANNUAL_PLAN, object, until);
    let object = (SLIPPED, OBJECT, id);
    let day = meeting.last_day();
    let late = reminders::overdue(
        board,
        rules,
        about::ANNUAL_PLAN,
        object,
        day,
        (standing, now),
    );
    wanted.extend(late);
    wanted
}
