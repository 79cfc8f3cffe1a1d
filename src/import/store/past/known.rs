//! What stands of the past of some boards: one query a table, always in the same order.

use crate::cases::{Guest, Item, ItemKind, Numbering};
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, RowId};
use crate::db::schema::{
    agenda, agenda_guest, agenda_item, board_case, case_counter, case_setting, legal_basis,
    meeting, meeting_session, minute_item, minutes, organisation_name,
};
use crate::db::types::Words;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::import::past::{KnownCase, KnownMeeting, KnownPast, Number};
use crate::meetings::MeetingState;
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
    Ok(KnownPast {
        numbering: case_setting::table
            .filter(among(case_setting::board_id, of))
            .order(case_setting::board_id.asc())
            .select((case_setting::board_id, case_setting::numbering))
            .load::<(BoardId, Numbering)>(conn)?,
        cases: cases(conn, of)?,
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
        items: items(conn, &ids)?,
        guests: guests(conn, &ids)?,
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
        bases: legal_basis::table
            .order((legal_basis::position.asc(), legal_basis::id.asc()))
            .select((legal_basis::id, legal_basis::reference))
            .load::<(RowId, String)>(conn)?,
        names: organisation_name::table
            .filter(organisation_name::valid_until.is_null())
            .order(organisation_name::id.asc())
            .select((organisation_name::organisation_id, organisation_name::name))
            .load::<(OrganisationId, String)>(conn)?,
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

fn cases(conn: &mut Conn, of: &[BoardId]) -> Result<Vec<KnownCase>> {
    type Row = (
        CaseId,
        BoardId,
        String,
        Option<String>,
        Option<i64>,
        Option<i64>,
    );
    let rows: Vec<Row> = board_case::table
        .filter(among(board_case::board_id, of))
        .order(board_case::id.asc())
        .select((
            board_case::id,
            board_case::board_id,
            board_case::title,
            board_case::series,
            board_case::sequence,
            board_case::year,
        ))
        .load(conn)?;
    let known = |(id, board, title, series, sequence, year): Row| {
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
            title,
        }
    };
    Ok(rows.into_iter().map(known).collect())
}

fn items(conn: &mut Conn, of: &[MeetingId]) -> Result<Vec<(MeetingId, i64, Item)>> {
    type Row = (
        (MeetingId, i64, AgendaItemId, i64, ItemKind),
        (Option<CaseId>, Words, Option<i64>, String),
    );
    let rows: Vec<Row> = agenda_item::table
        .filter(among(agenda_item::meeting_id, of))
        .order((agenda_item::meeting_id.asc(), agenda_item::position.asc()))
        .select((
            (
                agenda_item::meeting_id,
                agenda_item::position,
                agenda_item::id,
                agenda_item::session,
                agenda_item::kind,
            ),
            (
                agenda_item::case_id,
                agenda_item::title,
                agenda_item::minutes,
                agenda_item::presenter,
            ),
        ))
        .load(conn)?;
    let known = |row: Row| {
        let ((meeting, position, id, session, kind), (case, title, minutes, presenter)) = row;
        let item = Item {
            id,
            session: usize::try_from(session).unwrap_or(0),
            kind,
            case,
            title,
            minutes,
            presenter,
        };
        (meeting, position, item)
    };
    Ok(rows.into_iter().map(known).collect())
}

fn guests(conn: &mut Conn, of: &[MeetingId]) -> Result<Vec<(MeetingId, Guest)>> {
    type Row = (
        MeetingId,
        RowId,
        String,
        String,
        AgendaItemId,
        Option<AgendaItemId>,
    );
    let rows: Vec<Row> = agenda_guest::table
        .filter(among(agenda_guest::meeting_id, of))
        .order(agenda_guest::id.asc())
        .select((
            agenda_guest::meeting_id,
            agenda_guest::id,
            agenda_guest::name,
            agenda_guest::organisation,
            agenda_guest::from_item_id,
            agenda_guest::until_item_id,
        ))
        .load(conn)?;
    let known = |(meeting, id, name, organisation, from, until): Row| {
        let guest = Guest {
            id,
            name,
            organisation,
            from,
            until,
        };
        (meeting, guest)
    };
    Ok(rows.into_iter().map(known).collect())
}
