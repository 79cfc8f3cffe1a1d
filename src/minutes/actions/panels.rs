//! Reads what the pages of others show of action items: one's own page, a case, a board, and the agenda of a later meeting.

use super::pages::{Meetings, panels as drawn};
use super::store;
use super::{Action, pages::item::OfMeeting};
use crate::boards::{Board, store as boards};
use crate::calendar::moment_of;
use crate::cases::store::around;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{BoardId, CaseId, MeetingId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::meetings::{MeetingState, store as meetings};
use crate::minutes::actions::Owner;
use crate::minutes::actions::forms::Choice;
use crate::minutes::attendance::plan::Lists;
use crate::people::store as people;
use crate::web::access::{Clearance, Right};
use crate::web::{Insider, Panel, Reader, View};
use chrono::{NaiveDate, NaiveTime};
use maud::Markup;
use std::collections::BTreeMap;

/// The meetings at which these were agreed.
///
/// # Errors
/// When the database fails.
pub fn meetings_of(conn: &mut Conn, actions: &[Action]) -> Result<Meetings> {
    let mut ids: Vec<MeetingId> = actions.iter().map(|one| one.meeting).collect();
    ids.sort_unstable();
    ids.dedup();
    let found = meetings::chosen(conn, &ids)?;
    Ok(Meetings {
        found: found.into_iter().map(|one| (one.id, one)).collect(),
        kinds: code_words::list(conn, "meeting_kind")?,
    })
}

/// What was agreed at a meeting, and who can be made the owner of more, for the page of its minutes.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(
    conn: &mut Conn,
    lists: &Lists,
    (reads, reader): (&Clearance, Option<&Reader>),
    now: Moment,
) -> Result<OfMeeting> {
    let of = lists.meeting.id;
    Ok(OfMeeting {
        actions: match reader {
            Some(reader) => store::of_meeting(conn, of, reads, reader)?,
            None => store::everything_of(conn, of)?,
        },
        owners: owners(conn, lists, now)?,
    })
}

/// Who can be chosen as an owner: those on the list of the meeting, those who sit on the board, and its organisations.
///
/// # Errors
/// When the database fails.
pub fn owners(conn: &mut Conn, lists: &Lists, now: Moment) -> Result<Vec<Choice>> {
    let board = &lists.data.board;
    let today = board.today(now);
    let sitting = boards::sitting(conn, board.id, today)?;
    let mut ids = around::organisations(conn, board.id, today)?;
    ids.sort_unstable();
    let names = people::names_of(conn, &ids, today)?;
    let at_the_table = (lists.days.iter().flatten())
        .filter_map(|line| Some((line.listed.person?, line.listed.name.clone())));
    let on_the_board = sitting.into_iter().map(|one| (one.person, one.name));
    let mut persons: Vec<Choice> = Vec::new();
    for (person, name) in at_the_table.chain(on_the_board) {
        let owner = Owner::Person(person);
        if !persons.iter().any(|(known, _)| *known == owner) {
            persons.push((owner, name));
        }
    }
    persons.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    let mut organisations: Vec<Choice> = (names.into_iter())
        .map(|(id, (name, _short))| (Owner::Organisation(id), name))
        .collect();
    organisations.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    persons.extend(organisations);
    Ok(persons)
}

/// What the reader has to do, on their own page.
///
/// # Errors
/// When the database fails.
pub fn mine(
    conn: &mut Conn,
    view: &View,
    (reads, reader): (&Clearance, &Reader),
    today: NaiveDate,
) -> Result<Markup> {
    let actions = store::around::to_do(conn, reads, reader, today)?;
    let mut ids: Vec<BoardId> = actions.iter().map(|one| one.board).collect();
    ids.sort_unstable();
    ids.dedup();
    let boards: BTreeMap<BoardId, Board> = (boards::chosen(conn, &ids)?.into_iter())
        .map(|board| (board.id, board))
        .collect();
    let with_board = actions.into_iter().filter_map(|one| {
        let board = boards.get(&one.board)?.clone();
        Some((one, board))
    });
    Ok(drawn::mine(view, &with_board.collect::<Vec<_>>()))
}

/// What was agreed about a case, on its page.
///
/// # Errors
/// When the database fails.
pub fn of_case(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    reads: &Clearance,
    of: CaseId,
) -> Result<Panel> {
    let actions = store::of_case(conn, of, reads, reader)?;
    let Some(first) = actions.first() else {
        return Ok(Markup::default().into());
    };
    let today = boards::board(conn, first.board)?.today(view.now);
    let meetings = meetings_of(conn, &actions)?;
    Ok(drawn::of_case(view, &actions, &meetings, today).into())
}

/// The way to a board's list, on the board's page, for those who may open it.
///
/// # Errors
/// When the database fails.
pub fn on_board(conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let reader = view.reader.as_ref();
    let Some(reader) = reader.filter(|reader| Insider::has(&reader.roles, of)) else {
        return Ok(Markup::default());
    };
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let board = boards::board(conn, of)?;
    let counts = store::counts(conn, of, board.today(view.now), &reads, reader)?;
    Ok(drawn::on_board(view, &board, &counts))
}

/// What is open from earlier meetings and what has been settled since the last one, on the agenda of a meeting that is not
/// done with.
///
/// # Errors
/// When the database fails.
pub fn carried(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    reads: &Clearance,
    on: MeetingId,
) -> Result<Markup> {
    let meeting = meetings::meeting(conn, on)?;
    if meeting.state >= MeetingState::Closed {
        return Ok(Markup::default());
    }
    let board = boards::board(conn, meeting.board)?;
    let Some(last) = store::around::meeting_before(conn, board.id, meeting.first_day())? else {
        return Ok(Markup::default());
    };
    let since: Moment = moment_of(board.zone, last, NaiveTime::MIN).into();
    let before = (board.id, meeting.first_day());
    let actions = store::around::carried(conn, before, since, reads, reader)?;
    let meetings = meetings_of(conn, &actions)?;
    Ok(drawn::carried(
        view,
        &actions,
        &meetings,
        board.today(view.now),
    ))
}
