//! The rows of action items: reading them. What pages of others and the mail ask stands in `store/around.rs`, what changes
//! them in `store/write.rs`.
//!
//! Who may read one is asked in each query: the item's own clearance, and that of its case where it is about one. An owner
//! reads their own of what is no case, as long as they have a role on the board.

use super::{Action, Owner, Settled, Show, State, Task};
use crate::cases::store::SHELF as CASES;
use crate::db::ids::{
    ActionId, AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, PersonId,
};
use crate::db::schema::{action_item, board_case, meeting, person};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::web::Reader;
use crate::web::access::{Assessment, Audience, Clearance, Shelf};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Action items about a case, as things that are read.
pub const OF_CASES: Shelf = Shelf {
    table: "action_item",
    id: "id",
    case: "case_id",
    meeting: ("action_item", "meeting_id"),
};

/// Those about what is no case: no closure shuts them.
const OF_NONE: Shelf = Shelf {
    case: "id",
    ..OF_CASES
};

/// Action items with their cases, those of them that this reader may read.
macro_rules! readable {
    ($reads:expr, $reader:expr) => {{
        let boards = $reader.roles.boards.iter().map(|(board, _)| *board);
        let owns = action_item::owner_person_id
            .eq($reader.id)
            .and(action_item::withdrawn_at.is_null())
            .and(among(action_item::board_id, boards));
        // Before the draft goes out the secretariat alone reads it: neither its owner nor who prepares the case.
        let is_out = action_item::audience
            .ne(Audience::Secretariat)
            .or(among(action_item::board_id, &$reads.keeps));
        let alone = action_item::case_id.is_null();
        let of_case = action_item::case_id.is_not_null();
        action_item::table
            .left_join(board_case::table)
            .left_join(person::table.on(person::id.nullable().eq(action_item::settled_by)))
            .filter(is_out)
            .filter(
                (alone.and($reads.filter(OF_NONE).or(owns))).or(of_case
                    .and($reads.filter(OF_CASES))
                    .and($reads.filter(CASES))),
            )
    }};
}

// After the macro, which they use.
pub mod around;
pub mod write;

#[derive(Queryable, Selectable)]
#[diesel(table_name = action_item)]
struct Row {
    id: ActionId,
    board_id: BoardId,
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    case_id: Option<CaseId>,
    title: String,
    content: String,
    owner_person_id: Option<PersonId>,
    owner_organisation_id: Option<OrganisationId>,
    owner_name: String,
    assigned_by: PersonId,
    assigned_at: Moment,
    due_on: Option<NaiveDate>,
    link: String,
    state: State,
    note: String,
    settled_by: Option<PersonId>,
    settled_at: Option<Moment>,
    created_by: PersonId,
    created_at: Moment,
    version: i64,
    audience: Audience,
    assessment: Assessment,
    open_from: Option<Moment>,
    withdrawn_at: Option<Moment>,
}

fn owner(person: Option<PersonId>, organisation: Option<OrganisationId>) -> Owner {
    let person = person.map(Owner::Person);
    let organisation = organisation.map(Owner::Organisation);
    person.or(organisation).unwrap_or(Owner::Other)
}

fn whole((row, settler): (Row, Option<String>)) -> Action {
    let settled = row.settled_by.zip(row.settled_at);
    Action {
        id: row.id,
        board: row.board_id,
        meeting: row.meeting_id,
        item: row.item_id,
        case: row.case_id,
        title: row.title,
        task: Task {
            content: row.content,
            owner: owner(row.owner_person_id, row.owner_organisation_id),
            owner_name: row.owner_name,
            due_on: row.due_on,
            link: row.link,
        },
        assigned: (row.assigned_by, row.assigned_at),
        state: row.state,
        note: row.note,
        settled: settled.map(|(by, at)| Settled {
            by,
            who: settler.unwrap_or_default(),
            at,
        }),
        created: (row.created_by, row.created_at),
        version: row.version,
        audience: row.audience,
        assessment: row.assessment,
        open_from: row.open_from,
        withdrawn_at: row.withdrawn_at,
    }
}

type Found = (Row, Option<String>);

fn all(rows: Vec<Found>) -> Vec<Action> {
    rows.into_iter().map(whole).collect()
}

/// One action item, whoever may read it.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn action(conn: &mut Conn, id: ActionId) -> Result<Action> {
    let row: Found = action_item::table
        .left_join(person::table.on(person::id.nullable().eq(action_item::settled_by)))
        .filter(action_item::id.eq(id))
        .select((Row::as_select(), person::name.nullable()))
        .first(conn)?;
    Ok(whole(row))
}

/// One action item, for a reader who may read it.
///
/// # Errors
/// `NotFound` for everybody else, or when the database fails.
pub fn seen(conn: &mut Conn, id: ActionId, reads: &Clearance, reader: &Reader) -> Result<Action> {
    let row: Option<Found> = readable!(reads, reader)
        .filter(action_item::id.eq(id))
        .select((Row::as_select(), person::name.nullable()))
        .first(conn)
        .optional()?;
    row.map(whole).ok_or(Error::NotFound)
}

/// What was agreed at a meeting, in the order in which it was.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(
    conn: &mut Conn,
    of: MeetingId,
    reads: &Clearance,
    reader: &Reader,
) -> Result<Vec<Action>> {
    let rows: Vec<Found> = readable!(reads, reader)
        .filter(action_item::meeting_id.eq(of))
        .filter(action_item::withdrawn_at.is_null())
        .order((action_item::created_at.asc(), action_item::id.asc()))
        .select((Row::as_select(), person::name.nullable()))
        .load(conn)?;
    Ok(all(rows))
}

/// All that was agreed at a meeting, whoever may read it: what its minutes keep.
///
/// # Errors
/// When the database fails.
pub fn everything_of(conn: &mut Conn, of: MeetingId) -> Result<Vec<Action>> {
    let rows: Vec<Found> = action_item::table
        .left_join(person::table.on(person::id.nullable().eq(action_item::settled_by)))
        .filter(action_item::meeting_id.eq(of))
        .filter(action_item::withdrawn_at.is_null())
        .order((action_item::created_at.asc(), action_item::id.asc()))
        .select((Row::as_select(), person::name.nullable()))
        .load(conn)?;
    Ok(all(rows))
}

/// What was agreed about a case, what is open first.
///
/// # Errors
/// When the database fails.
pub fn of_case(
    conn: &mut Conn,
    of: CaseId,
    reads: &Clearance,
    reader: &Reader,
) -> Result<Vec<Action>> {
    let rows: Vec<Found> = readable!(reads, reader)
        .filter(action_item::case_id.eq(of))
        .filter(action_item::withdrawn_at.is_null())
        .order((action_item::created_at.asc(), action_item::id.asc()))
        .select((Row::as_select(), person::name.nullable()))
        .load(conn)?;
    let mut found = all(rows);
    found.sort_by_key(|one| !one.is_open());
    Ok(found)
}

/// Which of a board's action items are asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub board: BoardId,
    pub show: Show,
    /// Only those of this owner: one we know, or somebody of this name.
    pub owner: Option<(Owner, String)>,
    /// On the board's own date.
    pub today: NaiveDate,
    /// From 0.
    pub page: i64,
}

/// As many as a page of a list shows.
pub const PAGE: i64 = 50;

/// A page of a board's action items, those of the newest meeting first, and whether there are more.
///
/// # Errors
/// When the database fails.
pub fn of_board(
    conn: &mut Conn,
    asked: &Asked,
    reads: &Clearance,
    reader: &Reader,
) -> Result<(Vec<Action>, bool)> {
    let mut found = readable!(reads, reader)
        .inner_join(meeting::table.on(meeting::id.eq(action_item::meeting_id)))
        .filter(action_item::board_id.eq(asked.board))
        .filter(action_item::withdrawn_at.is_null())
        .order((
            meeting::first_day.desc(),
            action_item::meeting_id.desc(),
            action_item::due_on.is_null().asc(),
            action_item::due_on.asc(),
            action_item::id.asc(),
        ))
        .limit(PAGE + 1)
        .offset(asked.page.max(0) * PAGE)
        .select((Row::as_select(), person::name.nullable()))
        .into_boxed();
    found = match asked.show {
        Show::Settled => found.filter(action_item::state.ne(State::Open)),
        Show::Open | Show::Overdue => found.filter(action_item::state.eq(State::Open)),
    };
    if asked.show == Show::Overdue {
        found = found.filter(action_item::due_on.lt(asked.today));
    }
    match &asked.owner {
        Some((Owner::Person(id), _)) => found = found.filter(action_item::owner_person_id.eq(*id)),
        Some((Owner::Organisation(id), _)) => {
            found = found.filter(action_item::owner_organisation_id.eq(*id));
        }
        Some((Owner::Other, name)) => {
            found = found
                .filter(action_item::owner_person_id.is_null())
                .filter(action_item::owner_organisation_id.is_null())
                .filter(action_item::owner_name.eq(name.clone()));
        }
        None => {}
    }
    let mut rows: Vec<Found> = found.load(conn)?;
    let full = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > full;
    rows.truncate(full);
    Ok((all(rows), more))
}

/// How many of a board's action items the reader may read, as a list of each kind shows them.
///
/// # Errors
/// When the database fails.
pub fn counts(
    conn: &mut Conn,
    board: BoardId,
    today: NaiveDate,
    reads: &Clearance,
    reader: &Reader,
) -> Result<BTreeMap<Show, i64>> {
    let rows: Vec<(State, i64)> = readable!(reads, reader)
        .filter(action_item::board_id.eq(board))
        .filter(action_item::withdrawn_at.is_null())
        .group_by(action_item::state)
        .select((action_item::state, diesel::dsl::count_star()))
        .load(conn)?;
    let mut counts = BTreeMap::new();
    for (state, count) in rows {
        let show = if state == State::Open {
            Show::Open
        } else {
            Show::Settled
        };
        *counts.entry(show).or_default() += count;
    }
    let overdue = overdue(conn, &[(board, today)], reads, reader)?;
    counts.extend(overdue.into_iter().map(|(_, count)| (Show::Overdue, count)));
    Ok(counts)
}

/// How many are overdue on each of these boards that has any, by its own date.
///
/// # Errors
/// When the database fails.
pub fn overdue(
    conn: &mut Conn,
    boards: &[(BoardId, NaiveDate)],
    reads: &Clearance,
    reader: &Reader,
) -> Result<Vec<(BoardId, i64)>> {
    let Some(latest) = boards.iter().map(|(_, today)| *today).max() else {
        return Ok(Vec::new());
    };
    let rows: Vec<(BoardId, Option<NaiveDate>, i64)> = readable!(reads, reader)
        .filter(among(
            action_item::board_id,
            boards.iter().map(|(board, _)| *board),
        ))
        .filter(action_item::state.eq(State::Open))
        .filter(action_item::withdrawn_at.is_null())
        .filter(action_item::due_on.lt(latest))
        .group_by((action_item::board_id, action_item::due_on))
        .select((
            action_item::board_id,
            action_item::due_on,
            diesel::dsl::count_star(),
        ))
        .load(conn)?;
    let counted = boards.iter().map(|(board, today)| {
        let late = rows
            .iter()
            .filter(|(of, due, _)| of == board && due.is_some_and(|due| due < *today));
        (*board, late.map(|(_, _, count)| *count).sum())
    });
    Ok(counted.filter(|(_, count)| *count > 0).collect())
}

/// Everyone who owns something on a board that the reader may read, by name.
///
/// # Errors
/// When the database fails.
pub fn owners(
    conn: &mut Conn,
    of: BoardId,
    reads: &Clearance,
    reader: &Reader,
) -> Result<Vec<(Owner, String)>> {
    type Owned = (Option<PersonId>, Option<OrganisationId>, String);
    let rows: Vec<Owned> = readable!(reads, reader)
        .filter(action_item::board_id.eq(of))
        .filter(action_item::withdrawn_at.is_null())
        .select((
            action_item::owner_person_id,
            action_item::owner_organisation_id,
            action_item::owner_name,
        ))
        .distinct()
        .load(conn)?;
    let mut found: Vec<(Owner, String)> = Vec::new();
    for (person, organisation, name) in rows {
        let owner = owner(person, organisation);
        // One whose name has changed stands once.
        let is_there = |(known, _): &(Owner, String)| owner != Owner::Other && *known == owner;
        if !found.iter().any(is_there) {
            found.push((owner, name));
        }
    }
    found.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    Ok(found)
}
