//! The rows that a year is counted from: each question is asked once for all its meetings.

use super::Sat;
use crate::calendar::Period;
use crate::db::ids::{AppointmentId, BoardId, MeetingId};
use crate::db::schema::{appointment, dispatch, minutes_source, publication, representation};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::i18n::Language;
use crate::minutes::publication::PublicationState;
use crate::web::access::Role;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// Who has used the seats of a board; its chair's too where that counts.
///
/// # Errors
/// When the database fails.
pub fn sat(conn: &mut Conn, of: BoardId, chair_counts: bool) -> Result<Vec<Sat>> {
    type Ends = (NaiveDate, Option<NaiveDate>);
    let rows: Vec<(AppointmentId, Role, Ends, Ends)> = representation::table
        .inner_join(appointment::table)
        .filter(appointment::board_id.eq(of))
        .filter(appointment::role.eq_any([Role::Member, Role::Chair]))
        .select((
            appointment::id,
            appointment::role,
            (appointment::valid_from, appointment::valid_until),
            (representation::valid_from, representation::valid_until),
        ))
        .load(conn)?;
    let period = |(from, until): Ends| Period { from, until };
    let counted = rows
        .into_iter()
        .filter(|(_, role, _, _)| *role == Role::Member || chair_counts);
    let sat = counted.map(|(appointment, _, appointed, used)| Sat {
        appointment,
        appointed: period(appointed),
        used: period(used),
    });
    Ok(sat.collect())
}

/// When something of the papers of each of these meetings first went out.
///
/// # Errors
/// When the database fails.
pub fn first_sent(conn: &mut Conn, of: &[MeetingId]) -> Result<HashMap<MeetingId, Moment>> {
    let rows: Vec<(MeetingId, Option<Moment>)> = dispatch::table
        .filter(among(dispatch::meeting_id, of))
        .group_by(dispatch::meeting_id)
        .select((dispatch::meeting_id, diesel::dsl::min(dispatch::sent_at)))
        .load(conn)?;
    let sent = rows.into_iter().filter_map(|(id, at)| Some((id, at?)));
    Ok(sent.collect())
}

/// A publication of minutes: where it stands, in which language, and when it was.
pub type Published = (PublicationState, Language, Option<Moment>);

/// The publications of the minutes of these meetings: those that are or were out.
///
/// # Errors
/// When the database fails.
pub fn published(conn: &mut Conn, of: &[MeetingId]) -> Result<HashMap<MeetingId, Vec<Published>>> {
    type Row = (MeetingId, PublicationState, String, Option<Moment>);
    let were_out = [
        PublicationState::Published,
        PublicationState::Replaced,
        PublicationState::Withdrawn,
    ];
    let rows: Vec<Row> = publication::table
        .filter(among(publication::meeting_id, of))
        .filter(publication::state.eq_any(were_out))
        .select((
            publication::meeting_id,
            publication::state,
            publication::language,
            publication::published_at,
        ))
        .load(conn)?;
    let mut found: HashMap<MeetingId, Vec<Published>> = HashMap::new();
    for (meeting, state, language, at) in rows {
        let language = Language::from_tag(&language).unwrap_or(Language::NB);
        found
            .entry(meeting)
            .or_default()
            .push((state, language, at));
    }
    Ok(found)
}

/// When the minutes of imported meetings came out by the old papers; none where those do not say.
///
/// # Errors
/// When the database fails.
pub fn out_before(
    conn: &mut Conn,
    of: &[MeetingId],
) -> Result<HashMap<MeetingId, Option<NaiveDate>>> {
    let rows: Vec<(MeetingId, Option<NaiveDate>)> = minutes_source::table
        .filter(among(minutes_source::meeting_id, of))
        .select((minutes_source::meeting_id, minutes_source::published_on))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}
