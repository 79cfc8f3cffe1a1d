//! What was written down of deputies, and what the mandates in force say of them.

use super::{OfBoard, Often, Use, rules};
use crate::boards::{MandateState, rule_kind};
use crate::db::ids::{AppointmentId, BoardId, MeetingId, OrganisationId};
use crate::db::schema::{appointment, attendance, mandate_rule, mandate_version, meeting};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::minutes::attendance::{Part, Presence};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// Those of these boards whose mandate says how often a deputy may come, each with the members who send one more often;
/// a board where nobody does is left out.
///
/// # Errors
/// When the database fails.
pub fn too_often(conn: &mut Conn, of: &[BoardId], today: NaiveDate) -> Result<Vec<OfBoard>> {
    let limits = limits(conn, of, today)?;
    if limits.is_empty() {
        return Ok(Vec::new());
    }
    let boards: Vec<BoardId> = limits.iter().map(|(board, ..)| *board).collect();
    let mut uses = uses(conn, &boards, today)?;
    let mut found = Vec::new();
    for (board, most, paragraph) in limits {
        let uses = uses.remove(&board).unwrap_or_default();
        let over = rules::too_often(most, &uses, today);
        if over.is_empty() {
            continue;
        }
        found.push(OfBoard {
            board,
            most,
            paragraph,
            often: with_organisations(conn, over)?,
        });
    }
    Ok(found)
}

/// What the mandate in force on a day says of deputies, of each board that has such a rule.
fn limits(conn: &mut Conn, of: &[BoardId], on: NaiveDate) -> Result<Vec<(BoardId, i64, String)>> {
    let rows: Vec<(BoardId, Option<i64>, String)> = mandate_version::table
        .inner_join(mandate_rule::table)
        .filter(among(mandate_version::board_id, of))
        .filter(mandate_rule::kind.eq(rule_kind::DEPUTIES_MOST))
        .filter(mandate_version::state.eq(MandateState::Approved))
        .filter(mandate_version::valid_from.le(on))
        .filter((mandate_version::valid_until.is_null()).or(mandate_version::valid_until.gt(on)))
        .order((
            mandate_version::board_id.asc(),
            mandate_version::valid_from.desc(),
        ))
        .select((
            mandate_version::board_id,
            mandate_rule::quantity,
            mandate_rule::paragraph,
        ))
        .load(conn)?;
    let whole = rows.into_iter();
    let whole = whole.filter_map(|(board, most, paragraph)| Some((board, most?, paragraph)));
    let mut limits: Vec<(BoardId, i64, String)> = whole.collect();
    // Of several versions the one that began last counts.
    limits.dedup_by_key(|(board, ..)| *board);
    Ok(limits)
}

/// Where deputies were there for members, of the last twelve months. Imported lists say of nobody which term it was.
fn uses(conn: &mut Conn, of: &[BoardId], today: NaiveDate) -> Result<HashMap<BoardId, Vec<Use>>> {
    let rows: Vec<(BoardId, Option<AppointmentId>, MeetingId, NaiveDate)> = attendance::table
        .inner_join(meeting::table)
        .filter(among(meeting::board_id, of))
        .filter(meeting::first_day.gt(rules::counted_after(today)))
        .filter(meeting::first_day.le(today))
        .filter(attendance::part.eq(Part::Member))
        .filter(attendance::presence.ne(Presence::Absent))
        .filter(attendance::instead_of.ne(""))
        .select((
            meeting::board_id,
            attendance::appointment_id,
            meeting::id,
            meeting::first_day,
        ))
        .load(conn)?;
    let mut found: HashMap<BoardId, Vec<Use>> = HashMap::new();
    for (board, appointment, meeting, day) in rows {
        let Some(appointment) = appointment else {
            continue;
        };
        found.entry(board).or_default().push(Use {
            appointment,
            meeting,
            day,
        });
    }
    Ok(found)
}

fn with_organisations(conn: &mut Conn, over: Vec<(AppointmentId, usize)>) -> Result<Vec<Often>> {
    let ids: Vec<AppointmentId> = over.iter().map(|(id, _)| *id).collect();
    let rows: Vec<(AppointmentId, Option<OrganisationId>)> = appointment::table
        .filter(among(appointment::id, &ids))
        .select((appointment::id, appointment::organisation_id))
        .load(conn)?;
    let of: HashMap<AppointmentId, Option<OrganisationId>> = rows.into_iter().collect();
    let often = over.into_iter().map(|(appointment, times)| Often {
        appointment,
        organisation: of.get(&appointment).copied().flatten(),
        times,
    });
    Ok(often.collect())
}
