//! The rows that say who reads a weekly mail, and the ledger's rows of theirs.

use super::{Choice, Place, Readers, by_person};
use crate::boards::store as boards;
use crate::calendar::Period;
use crate::db::ids::{BoardId, PersonId};
use crate::db::schema::{appointment, board, occasion, person, representation};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::mail::digest::KIND;
use crate::mail::{Occasion, OccasionState};
use crate::web::Reader;
use crate::web::access::Role;
use chrono::{Days, Duration, NaiveDate};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How far back settled mails are read: more than the week whose mail may already have gone.
const BACK: Duration = Duration::days(15);

/// How many boards' choices stand on a page.
const SHOWN: usize = 6;

type PlaceRow = (
    PersonId,
    BoardId,
    Role,
    (NaiveDate, Option<NaiveDate>),
    (NaiveDate, Option<NaiveDate>),
);

fn placed((person, board, role, term, using): PlaceRow) -> Option<Place> {
    let [term, using] = [term, using].map(|(from, until)| Period { from, until });
    Some(Place {
        person,
        board,
        role,
        period: crate::boards::rules::common(term, using)?,
    })
}

/// Everyone who has, or will have, a role on a board, and the parent's secretariat where it is this board's too.
///
/// # Errors
/// When the database fails.
pub fn people_of(conn: &mut Conn, of: BoardId, now: Moment) -> Result<BTreeSet<PersonId>> {
    let parent: Option<Option<BoardId>> = board::table
        .filter(board::id.eq(of).and(board::parent_secretariat.eq(true)))
        .select(board::parent_id)
        .first(conn)
        .optional()?;
    let since = now.utc().date_naive() - Days::new(1);
    let boards = [Some(of), parent.flatten()];
    let rows: Vec<(PersonId, BoardId, Role)> = representation::table
        .inner_join(appointment::table)
        .filter(among(appointment::board_id, boards.into_iter().flatten()))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(since)),
        )
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(since)),
        )
        .select((
            representation::person_id,
            appointment::board_id,
            appointment::role,
        ))
        .load(conn)?;
    let theirs = rows
        .into_iter()
        .filter(|(_, board, role)| *board == of || *role == Role::Secretariat);
    Ok(theirs.map(|(person, _, _)| person).collect())
}

/// Who of these people reads a weekly mail, and about which boards.
///
/// # Errors
/// When the database fails.
pub fn readers(conn: &mut Conn, people: &BTreeSet<PersonId>, now: Moment) -> Result<Readers> {
    let weekly: BTreeSet<PersonId> = person::table
        .filter(among(person::id, people))
        .filter(person::weekly_mail.eq(true))
        .select(person::id)
        .load(conn)?
        .into_iter()
        .collect();
    let mut people = secretaries_who_read(conn, people)?;
    people.extend(&weekly);
    if people.is_empty() {
        return Ok(Readers::default());
    }
    let since = now.utc().date_naive() - Days::new(1);
    let rows: Vec<PlaceRow> = representation::table
        .inner_join(appointment::table)
        .filter(among(representation::person_id, &people))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(since)),
        )
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(since)),
        )
        .select((
            representation::person_id,
            appointment::board_id,
            appointment::role,
            (appointment::valid_from, appointment::valid_until),
            (representation::valid_from, representation::valid_until),
        ))
        .load(conn)?;
    let mut places: Vec<Place> = rows.into_iter().filter_map(placed).collect();
    places.extend(councils_of(conn, &places)?);
    let ids: BTreeSet<BoardId> = places.iter().map(|place| place.board).collect();
    let boards = boards::chosen(conn, &ids.into_iter().collect::<Vec<_>>())?;
    Ok(Readers {
        places: by_person(places),
        weekly,
        boards: boards
            .into_iter()
            .map(|board| (board.id, board))
            .collect::<BTreeMap<_, _>>(),
    })
}

/// Those of these people who are secretariat of a board that has chosen the weekly mail, at some time. Where no board
/// has, nobody's roles need to be read.
fn secretaries_who_read(
    conn: &mut Conn,
    people: &BTreeSet<PersonId>,
) -> Result<BTreeSet<PersonId>> {
    let chosen: Vec<(BoardId, Option<BoardId>, bool)> = board::table
        .filter(board::weekly_mail.eq(true))
        .select((board::id, board::parent_id, board::parent_secretariat))
        .load(conn)?;
    let kept = chosen.into_iter().flat_map(|(id, parent, by_parent)| {
        let parent = parent.filter(|_| by_parent);
        [Some(id), parent]
    });
    let kept: BTreeSet<BoardId> = kept.flatten().collect();
    if kept.is_empty() {
        return Ok(BTreeSet::new());
    }
    let theirs: Vec<PersonId> = representation::table
        .inner_join(appointment::table)
        .filter(among(representation::person_id, people))
        .filter(among(appointment::board_id, &kept))
        .filter(appointment::role.eq(Role::Secretariat))
        .select(representation::person_id)
        .load(conn)?;
    Ok(theirs.into_iter().collect())
}

/// The councils whose secretariat is their parent's.
fn councils_of(conn: &mut Conn, held: &[Place]) -> Result<Vec<Place>> {
    let kept: Vec<&Place> = held
        .iter()
        .filter(|place| place.role == Role::Secretariat)
        .collect();
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let councils: Vec<(BoardId, Option<BoardId>)> = board::table
        .filter(board::parent_secretariat.eq(true))
        .filter(among(
            board::parent_id,
            kept.iter()
                .map(|place| place.board)
                .collect::<BTreeSet<_>>(),
        ))
        .select((board::id, board::parent_id))
        .load(conn)?;
    let under = councils.into_iter().flat_map(|(council, parent)| {
        let kept = kept.iter().filter(move |place| Some(place.board) == parent);
        kept.map(move |place| Place {
            board: council,
            ..**place
        })
    });
    Ok(under.collect())
}

/// The weekly mails of these people that are planned, or were settled lately.
///
/// # Errors
/// When the database fails.
pub fn standing(
    conn: &mut Conn,
    of: &BTreeSet<PersonId>,
    now: Moment,
) -> Result<HashMap<String, Vec<Occasion>>> {
    let rows: Vec<Occasion> = occasion::table
        .filter(among(occasion::object_id, of))
        .filter(occasion::kind.eq(KIND))
        .filter(
            occasion::state
                .eq(OccasionState::Planned)
                .or(occasion::due.gt(now - BACK)),
        )
        .order(occasion::occurrence.asc())
        .select(Occasion::as_select())
        .load(conn)?;
    let mut by_person: HashMap<String, Vec<Occasion>> = HashMap::new();
    for row in rows {
        by_person
            .entry(row.object_id.clone())
            .or_default()
            .push(row);
    }
    Ok(by_person)
}

/// How a reader gets their reminders, for their own page.
///
/// # Errors
/// When the database fails.
pub fn choice(conn: &mut Conn, reader: &Reader) -> Result<Choice> {
    let keeps = reader.roles.secretary_of();
    let mut boards = boards::chosen(conn, &keeps[..keeps.len().min(SHOWN)])?;
    boards.sort_by(|a, b| a.slug.cmp(&b.slug));
    let next: Option<Moment> = occasion::table
        .filter(occasion::object_id.eq(reader.id.as_str()))
        .filter(occasion::kind.eq(KIND))
        .filter(occasion::state.eq(OccasionState::Planned))
        .select(diesel::dsl::min(occasion::due))
        .first(conn)?;
    Ok(Choice {
        is_weekly: (person::table.find(reader.id).select(person::weekly_mail)).first(conn)?,
        may_choose: (reader.roles.boards.iter()).any(|(board, _)| !keeps.contains(board)),
        secretary_of: boards,
        next,
    })
}
