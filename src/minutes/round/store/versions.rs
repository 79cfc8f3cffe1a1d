//! The rows of versions of minutes, which stay as they are, and how far what they are made from has come.

use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::db::schema::{
    action_item, agenda, agenda_item, attendance, board_case, minute_item, minutes,
    minutes_version, person, recusal,
};
use crate::db::types::Moment;
use crate::error::Result;
use crate::files::Checksum;
use crate::minutes::round::{Step, Version};
use crate::minutes::told::Told;
use chrono::NaiveDate;
use diesel::prelude::*;

type VersionRow = (
    (MeetingId, BoardId, i64, Step, String),
    (String, String, Option<String>, Moment),
);

fn of_version(row: VersionRow) -> Result<Version> {
    let ((meeting, board, number, step, content), (basis, reason, who, at)) = row;
    let told: Told = serde_json::from_str(&content).map_err(anyhow::Error::from)?;
    Ok(Version {
        meeting,
        board,
        number,
        step,
        told,
        basis,
        reason,
        who,
        at,
    })
}

macro_rules! versions {
    () => {
        minutes_version::table
            .left_join(person::table.on(person::id.nullable().eq(minutes_version::made_by)))
            .select((
                (
                    minutes_version::meeting_id,
                    minutes_version::board_id,
                    minutes_version::number,
                    minutes_version::step,
                    minutes_version::content,
                ),
                (
                    minutes_version::basis,
                    minutes_version::reason,
                    person::name.nullable(),
                    minutes_version::made_at,
                ),
            ))
    };
}

/// One version of a meeting's minutes.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn version(conn: &mut Conn, of: MeetingId, number: i64) -> Result<Version> {
    let row: VersionRow = versions!()
        .filter(minutes_version::meeting_id.eq(of))
        .filter(minutes_version::number.eq(number))
        .first(conn)?;
    of_version(row)
}

/// A version without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    pub number: i64,
    pub step: Step,
    pub reason: String,
    pub at: Moment,
}

/// Every version of a meeting's minutes, the newest first.
///
/// # Errors
/// When the database fails.
pub fn lines(conn: &mut Conn, of: MeetingId) -> Result<Vec<VersionLine>> {
    type Row = (i64, Step, String, Moment);
    let rows: Vec<Row> = minutes_version::table
        .filter(minutes_version::meeting_id.eq(of))
        .order(minutes_version::number.desc())
        .select((
            minutes_version::number,
            minutes_version::step,
            minutes_version::reason,
            minutes_version::made_at,
        ))
        .load(conn)?;
    let line = |(number, step, reason, at)| VersionLine {
        number,
        step,
        reason,
        at,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// A version to be kept.
pub struct NewVersion<'a> {
    pub meeting: MeetingId,
    pub board: BoardId,
    pub step: Step,
    pub told: &'a Told,
    pub basis: &'a str,
    pub reason: &'a str,
    pub by: Option<PersonId>,
    pub at: Moment,
}

/// Keeps a version for good. Gives its number.
///
/// # Errors
/// When the database fails.
pub fn add_version(conn: &mut Conn, new: &NewVersion<'_>) -> Result<i64> {
    let last: Option<i64> = minutes_version::table
        .filter(minutes_version::meeting_id.eq(new.meeting))
        .select(diesel::dsl::max(minutes_version::number))
        .first(conn)?;
    let number = last.unwrap_or(0) + 1;
    let content = serde_json::to_string(new.told).map_err(anyhow::Error::from)?;
    diesel::insert_into(minutes_version::table)
        .values((
            minutes_version::id.eq(RowId::new()),
            minutes_version::meeting_id.eq(new.meeting),
            minutes_version::board_id.eq(new.board),
            minutes_version::number.eq(number),
            minutes_version::step.eq(new.step),
            minutes_version::language.eq(new.told.language.tag()),
            minutes_version::content.eq(content),
            minutes_version::basis.eq(new.basis),
            minutes_version::reason.eq(new.reason),
            minutes_version::made_by.eq(new.by),
            minutes_version::made_at.eq(new.at),
        ))
        .execute(conn)?;
    Ok(number)
}

/// How far what minutes are made from has come: it differs when anything that they say was changed since.
///
/// # Errors
/// When the database fails.
pub fn basis(conn: &mut Conn, of: MeetingId) -> Result<String> {
    let head: Option<i64> = minutes::table
        .find(of)
        .select(minutes::version)
        .first(conn)
        .optional()?;
    let items: Vec<i64> = minute_item::table
        .filter(minute_item::meeting_id.eq(of))
        .select(minute_item::version)
        .load(conn)?;
    let agenda: Option<i64> = agenda::table
        .find(of)
        .select(agenda::version)
        .first(conn)
        .optional()?;
    // A line that is written again is a new row.
    let (there, last): (i64, Option<String>) = attendance::table
        .filter(attendance::meeting_id.eq(of))
        .select((
            diesel::dsl::count_star(),
            diesel::dsl::max(attendance::id).nullable(),
        ))
        .first(conn)?;
    Ok(format!(
        "{} {}/{} {} {there} {} {}",
        head.unwrap_or(0),
        items.iter().sum::<i64>(),
        items.len(),
        agenda.unwrap_or(0),
        last.unwrap_or_default(),
        around(conn, of)?
    ))
}

/// A digest of what minutes take from elsewhere: the titles of their cases, who is recused, and what was agreed on.
fn around(conn: &mut Conn, of: MeetingId) -> Result<String> {
    let titles: Vec<(String, String, String)> = agenda_item::table
        .inner_join(board_case::table)
        .filter(agenda_item::meeting_id.eq(of))
        .order(board_case::id.asc())
        .select((board_case::id, board_case::title, board_case::public_title))
        .load(conn)?;
    let recused: Vec<(String, String)> = recusal::table
        .inner_join(agenda_item::table.on(agenda_item::case_id.eq(recusal::case_id.nullable())))
        .filter(agenda_item::meeting_id.eq(of))
        .filter(recusal::withdrawn_at.is_null())
        .order((recusal::case_id.asc(), recusal::person_id.asc()))
        .select((recusal::case_id, recusal::person_id))
        .load(conn)?;
    let agreed: Vec<(String, String, Option<NaiveDate>)> = action_item::table
        .filter(action_item::meeting_id.eq(of))
        .filter(action_item::withdrawn_at.is_null())
        .order(action_item::id.asc())
        .select((
            action_item::content,
            action_item::owner_name,
            action_item::due_on,
        ))
        .load(conn)?;
    let told = serde_json::to_vec(&(titles, recused, agreed)).map_err(anyhow::Error::from)?;
    Ok(Checksum::of_content(&told).as_str()[..16].to_owned())
}
