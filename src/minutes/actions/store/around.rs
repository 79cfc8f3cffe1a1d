//! What the pages of others and the mail ask of action items: what is carried to a later meeting, what someone has to do,
//! what is open.

use super::{Found, OF_CASES, OF_NONE, Row, all};
use crate::cases::store::SHELF as CASES;
use crate::db::ids::{AgendaItemId, BoardId, MeetingId, OrganisationId, PersonId};
use crate::db::schema::{
    action_item, appointment, board_case, meeting, minute_access, organisation, person,
    representation,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::meetings::MeetingState;
use crate::minutes::access::store::SHELF as MINUTES;
use crate::minutes::actions::{Action, Owner, Standing, State};
use crate::web::Reader;
use crate::web::access::{Audience, Clearance, Role};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// The first day of the meeting before one that begins on this day; none where it is the board's first.
///
/// # Errors
/// When the database fails.
pub fn meeting_before(
    conn: &mut Conn,
    board: BoardId,
    first_day: NaiveDate,
) -> Result<Option<NaiveDate>> {
    Ok(meeting::table
        .filter(meeting::board_id.eq(board))
        .filter(meeting::state.ne(MeetingState::Cancelled))
        .filter(meeting::first_day.lt(first_day))
        .order(meeting::first_day.desc())
        .select(meeting::first_day)
        .first(conn)
        .optional()?)
}

/// What was agreed on a board before a day and is open, and what has been settled since a moment; the oldest meeting first.
///
/// # Errors
/// When the database fails.
pub fn carried(
    conn: &mut Conn,
    (board, before): (BoardId, NaiveDate),
    since: Moment,
    reads: &Clearance,
    reader: &Reader,
) -> Result<Vec<Action>> {
    let stands = action_item::state
        .eq(State::Open)
        .or(action_item::settled_at
            .is_not_null()
            .and(action_item::settled_at.ge(since)));
    let rows: Vec<Found> = readable!(reads, reader)
        .inner_join(meeting::table.on(meeting::id.eq(action_item::meeting_id)))
        .filter(action_item::board_id.eq(board))
        .filter(action_item::withdrawn_at.is_null())
        .filter(meeting::first_day.lt(before))
        .filter(stands)
        .order((
            meeting::first_day.asc(),
            action_item::due_on.is_null().asc(),
            action_item::due_on.asc(),
            action_item::id.asc(),
        ))
        .select((Row::as_select(), person::name.nullable()))
        .load(conn)?;
    let mut found = all(rows);
    found.sort_by_key(|one| !one.is_open());
    Ok(found)
}

/// What a person has to do: their own, and their organisation's on the boards where they speak for it; soonest first.
///
/// # Errors
/// When the database fails.
pub fn to_do(
    conn: &mut Conn,
    reads: &Clearance,
    reader: &Reader,
    today: NaiveDate,
) -> Result<Vec<Action>> {
    let speaks = speaks_for(conn, reader.id, today)?;
    let organisations = speaks.iter().map(|(_, organisation)| *organisation);
    let theirs = action_item::owner_person_id
        .eq(reader.id)
        .or(among(action_item::owner_organisation_id, organisations));
    let rows: Vec<Found> = readable!(reads, reader)
        .filter(theirs)
        .filter(action_item::state.eq(State::Open))
        .filter(action_item::withdrawn_at.is_null())
        .order((
            action_item::due_on.is_null().asc(),
            action_item::due_on.asc(),
            action_item::id.asc(),
        ))
        .select((Row::as_select(), person::name.nullable()))
        .load(conn)?;
    let mut found = all(rows);
    found.retain(|one| match one.task.owner {
        Owner::Organisation(of) => speaks.contains(&(one.board, of)),
        _ => true,
    });
    Ok(found)
}

/// For which organisation someone has a seat on which board today, or leads it.
///
/// # Errors
/// When the database fails.
pub fn speaks_for(
    conn: &mut Conn,
    who: PersonId,
    today: NaiveDate,
) -> Result<Vec<(BoardId, OrganisationId)>> {
    let rows: Vec<(BoardId, OrganisationId)> = representation::table
        .inner_join(appointment::table)
        .inner_join(
            organisation::table.on(organisation::id.nullable().eq(appointment::organisation_id)),
        )
        .filter(representation::person_id.eq(who))
        .filter(among(appointment::role, [Role::Member, Role::Chair]))
        .filter(representation::valid_from.le(today))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(today)),
        )
        .filter(appointment::valid_from.le(today))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(today)),
        )
        .select((appointment::board_id, organisation::id))
        .load(conn)?;
    Ok(rows)
}

/// What is open on a board, whoever may read it: its mail is planned.
///
/// # Errors
/// When the database fails.
pub fn open(conn: &mut Conn, board: BoardId) -> Result<Vec<Action>> {
    let rows: Vec<Found> = action_item::table
        .left_join(person::table.on(person::id.nullable().eq(action_item::settled_by)))
        .filter(action_item::board_id.eq(board))
        .filter(action_item::state.eq(State::Open))
        .filter(action_item::withdrawn_at.is_null())
        .order(action_item::id.asc())
        .select((Row::as_select(), person::name.nullable()))
        .load(conn)?;
    Ok(all(rows))
}

/// What is the secretariat's alone until the draft of its minutes goes out, of one meeting.
///
/// # Errors
/// When the database fails.
pub fn kept_back(conn: &mut Conn, of: MeetingId) -> Result<Vec<Action>> {
    let rows: Vec<Found> = action_item::table
        .left_join(person::table.on(person::id.nullable().eq(action_item::settled_by)))
        .filter(action_item::meeting_id.eq(of))
        .filter(action_item::audience.eq(Audience::Secretariat))
        .order(action_item::id.asc())
        .select((Row::as_select(), person::name.nullable()))
        .load(conn)?;
    Ok(all(rows))
}

/// The meetings whose draft is out, also by hand, and of which something is the secretariat's alone yet.
///
/// # Errors
/// When the database fails.
pub fn to_show(conn: &mut Conn) -> Result<Vec<MeetingId>> {
    Ok(action_item::table
        .inner_join(meeting::table.on(meeting::id.eq(action_item::meeting_id)))
        .filter(action_item::audience.eq(Audience::Secretariat))
        .filter(among(
            meeting::state,
            [MeetingState::Minuted, MeetingState::Closed],
        ))
        .select(action_item::meeting_id)
        .distinct()
        .load(conn)?)
}

/// Where what was agreed at these meetings stands, and its day.
///
/// # Errors
/// When the database fails.
pub fn states_at(
    conn: &mut Conn,
    of: &[MeetingId],
    reads: &Clearance,
    reader: &Reader,
) -> Result<Vec<(State, Option<NaiveDate>)>> {
    Ok(readable!(reads, reader)
        .filter(among(action_item::meeting_id, of))
        .filter(action_item::withdrawn_at.is_null())
        .select((action_item::state, action_item::due_on))
        .load(conn)?)
}

/// What was agreed under each of these items, of those whose minutes the reader may read: not what, and not whose it is.
///
/// # Errors
/// When the database fails.
pub fn standing_of(
    conn: &mut Conn,
    of: impl IntoIterator<Item = AgendaItemId>,
    reads: &Clearance,
) -> Result<HashMap<AgendaItemId, Vec<Standing>>> {
    let rows: Vec<(AgendaItemId, State, Option<NaiveDate>)> = action_item::table
        .inner_join(minute_access::table.on(minute_access::item_id.eq(action_item::item_id)))
        .filter(among(action_item::item_id, of))
        .filter(action_item::withdrawn_at.is_null())
        .filter(
            action_item::audience
                .ne(Audience::Secretariat)
                .or(among(action_item::board_id, &reads.keeps)),
        )
        .filter(reads.filter(MINUTES))
        .select((
            action_item::item_id,
            action_item::state,
            action_item::due_on,
        ))
        .load(conn)?;
    let mut found: HashMap<AgendaItemId, Vec<Standing>> = HashMap::new();
    for (item, state, due_on) in rows {
        found.entry(item).or_default().push((state, due_on));
    }
    Ok(found)
}
