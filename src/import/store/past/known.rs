//! What stands of the past of some boards: one query a table, always in the same order.

use crate::cases::Numbering;
use crate::cases::past::Unknown;
use crate::cases::store::{agenda as agendas, clearance};
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, PersonId, RowId};
use crate::db::schema::{
    action_item, agenda, board_case, case_counter, case_setting, case_source, legal_basis, meeting,
    meeting_session, meeting_unknown, minute_item, minutes, minutes_round, organisation_name,
};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::import::past::{KnownAction, KnownCase, KnownMeeting, KnownPast, Number};
use crate::meetings::MeetingState;
use crate::minutes::actions::Owner;
use crate::minutes::attendance::store as lists;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// Everything of the past that stands, of these boards.
///
/// # Errors
/// When the database fails.
pub fn known(conn: &mut Conn, of: &[BoardId]) -> Result<KnownPast> {
    let meetings = meetings(conn, of)?;
    let ids: Vec<MeetingId> = meetings.iter().map(|meeting| meeting.id).collect();
    let cases = cases(conn, of)?;
    let case_ids: Vec<CaseId> = cases.iter().map(|case| case.id).collect();
    Ok(KnownPast {
        numbering: case_setting::table
            .filter(among(case_setting::board_id, of))
            .order(case_setting::board_id.asc())
            .select((case_setting::board_id, case_setting::numbering))
            .load::<(BoardId, Numbering)>(conn)?,
        closed: clearance::closed_by_case(conn, &case_ids)?,
        cases,
        counters: case_counter::table
            .filter(among(case_counter::board_id, of))
            .order((case_counter::board_id.asc(), case_counter::series.asc()))
            .select((
                case_counter::board_id,
                case_counter::series,
                case_counter::last,
            ))
            .load::<(BoardId, String, i64)>(conn)?,
        agendas: agenda::table
            .filter(among(agenda::meeting_id, &ids))
            .order(agenda::meeting_id.asc())
            .select(agenda::meeting_id)
            .load(conn)?,
        items: agendas::items_of(conn, &ids)?,
        guests: agendas::guests_of(conn, &ids)?,
        attendance: lists::of_meetings(conn, &ids)?,
        heads: minutes::table
            .filter(among(minutes::meeting_id, &ids))
            .order(minutes::meeting_id.asc())
            .select(minutes::meeting_id)
            .load(conn)?,
        texts: minute_item::table
            .filter(among(minute_item::meeting_id, &ids))
            .order(minute_item::item_id.asc())
            .select(minute_item::item_id)
            .load(conn)?,
        rounds: minutes_round::table
            .filter(among(minutes_round::meeting_id, &ids))
            .order(minutes_round::meeting_id.asc())
            .select(minutes_round::meeting_id)
            .load(conn)?,
        actions: actions(conn, of)?,
        bases: legal_basis::table
            .order((legal_basis::position.asc(), legal_basis::id.asc()))
            .select((legal_basis::id, legal_basis::reference))
            .load::<(RowId, String)>(conn)?,
        names: organisation_name::table
            .filter(organisation_name::valid_until.is_null())
            .order(organisation_name::id.asc())
            .select((organisation_name::organisation_id, organisation_name::name))
            .load::<(OrganisationId, String)>(conn)?,
        unknown: unknown(conn, &ids)?,
        meetings,
    })
}

fn meetings(conn: &mut Conn, of: &[BoardId]) -> Result<Vec<KnownMeeting>> {
    type Row = (MeetingId, BoardId, String, MeetingState);
    let rows: Vec<Row> = meeting::table
        .filter(among(meeting::board_id, of))
        .order(meeting::id.asc())
        .select((
            meeting::id,
            meeting::board_id,
            meeting::kind,
            meeting::state,
        ))
        .load(conn)?;
    let days: Vec<(MeetingId, NaiveDate)> = meeting_session::table
        .inner_join(meeting::table)
        .filter(among(meeting::board_id, of))
        .order((
            meeting_session::meeting_id.asc(),
            meeting_session::position.asc(),
        ))
        .select((meeting_session::meeting_id, meeting_session::day))
        .load(conn)?;
    let mut by_meeting: HashMap<MeetingId, Vec<NaiveDate>> = HashMap::new();
    for (meeting, day) in days {
        by_meeting.entry(meeting).or_default().push(day);
    }
    let known = |(id, board, kind, state): Row| KnownMeeting {
        id,
        board,
        kind,
        state,
        days: by_meeting.remove(&id).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(known).collect())
}

fn unknown(conn: &mut Conn, of: &[MeetingId]) -> Result<Vec<(MeetingId, Unknown)>> {
    Ok(meeting_unknown::table
        .filter(among(meeting_unknown::meeting_id, of))
        .order((
            meeting_unknown::meeting_id.asc(),
            meeting_unknown::part.asc(),
        ))
        .select((meeting_unknown::meeting_id, meeting_unknown::part))
        .load(conn)?)
}

fn cases(conn: &mut Conn, of: &[BoardId]) -> Result<Vec<KnownCase>> {
    type Row = (
        CaseId,
        BoardId,
        String,
        Option<String>,
        Option<i64>,
        Option<i64>,
        Option<String>,
    );
    let rows: Vec<Row> = board_case::table
        .left_join(case_source::table)
        .filter(among(board_case::board_id, of))
        .order(board_case::id.asc())
        .select((
            board_case::id,
            board_case::board_id,
            board_case::title,
            board_case::series,
            board_case::sequence,
            board_case::year,
            case_source::number.nullable(),
        ))
        .load(conn)?;
    let known = |(id, board, title, series, sequence, year, written): Row| {
        let year = year.and_then(|year| i32::try_from(year).ok());
        let number = series.zip(sequence).zip(year);
        KnownCase {
            id,
            board,
            number: number.map(|((series, sequence), year)| Number {
                series,
                sequence,
                year,
            }),
            came_without: written.is_some_and(|written| written.is_empty()),
            title,
        }
    };
    Ok(rows.into_iter().map(known).collect())
}

/// Action items, also those that were taken back as written by mistake.
fn actions(conn: &mut Conn, of: &[BoardId]) -> Result<Vec<KnownAction>> {
    type Row = (
        MeetingId,
        AgendaItemId,
        String,
        Option<PersonId>,
        Option<OrganisationId>,
        String,
    );
    let rows: Vec<Row> = action_item::table
        .filter(among(action_item::board_id, of))
        .order(action_item::id.asc())
        .select((
            action_item::meeting_id,
            action_item::item_id,
            action_item::content,
            action_item::owner_person_id,
            action_item::owner_organisation_id,
            action_item::owner_name,
        ))
        .load(conn)?;
    let known = |(meeting, item, content, person, organisation, owner_name): Row| {
        let person = person.map(Owner::Person);
        let owner = person.or(organisation.map(Owner::Organisation));
        KnownAction {
            meeting,
            item,
            content,
            owner: owner.unwrap_or(Owner::Other),
            owner_name,
        }
    };
    Ok(rows.into_iter().map(known).collect())
}
