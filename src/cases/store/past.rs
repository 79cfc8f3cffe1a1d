//! The rows of what is known from before the system came.

use crate::cases::past::{Source, Unknown};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, CaseId, MeetingId};
use crate::db::schema::{agenda_item, case_source, meeting_unknown, minutes_approval};
use crate::error::Result;
use diesel::prelude::*;
use std::collections::HashMap;

/// What the old papers say of a case; none of a case that was not imported.
///
/// # Errors
/// When the database fails.
pub fn source(conn: &mut Conn, of: CaseId) -> Result<Option<Source>> {
    let row: Option<(String, Option<String>, String)> = case_source::table
        .find(of)
        .select((
            case_source::number,
            case_source::responsible,
            case_source::remark,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(|(number, responsible, remark)| Source {
        number,
        responsible,
        remark,
    }))
}

/// What nobody knows of a meeting.
///
/// # Errors
/// When the database fails.
pub fn unknown(conn: &mut Conn, of: MeetingId) -> Result<Vec<Unknown>> {
    let mut parts: Vec<Unknown> = meeting_unknown::table
        .filter(meeting_unknown::meeting_id.eq(of))
        .select(meeting_unknown::part)
        .load(conn)?;
    parts.sort();
    Ok(parts)
}

/// The meetings whose minutes are approved by each item of a meeting.
///
/// # Errors
/// When the database fails.
pub fn approved_by(
    conn: &mut Conn,
    items_of: MeetingId,
) -> Result<HashMap<AgendaItemId, Vec<MeetingId>>> {
    let rows: Vec<(AgendaItemId, MeetingId)> = minutes_approval::table
        .inner_join(agenda_item::table)
        .filter(agenda_item::meeting_id.eq(items_of))
        .order(minutes_approval::meeting_id.asc())
        .select((minutes_approval::item_id, minutes_approval::meeting_id))
        .load(conn)?;
    let mut found: HashMap<AgendaItemId, Vec<MeetingId>> = HashMap::new();
    for (item, meeting) in rows {
        found.entry(item).or_default().push(meeting);
    }
    Ok(found)
}

/// The meetings that approved the minutes of this one.
///
/// # Errors
/// When the database fails.
pub fn approved_in(conn: &mut Conn, minutes_of: MeetingId) -> Result<Vec<MeetingId>> {
    let rows = minutes_approval::table
        .inner_join(agenda_item::table)
        .filter(minutes_approval::meeting_id.eq(minutes_of))
        .order(agenda_item::meeting_id.asc())
        .select(agenda_item::meeting_id)
        .load(conn)?;
    Ok(rows)
}
