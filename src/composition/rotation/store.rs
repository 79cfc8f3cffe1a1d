//! The rows of proposals: reading them. What changes them stands in `store/write.rs`.

pub mod write;

use super::rules::{THANKS, WELCOME};
use super::{Candidate, Leaving, Line, Rotation, State};
use crate::boards::Board;
use crate::calendar::Period;
use crate::composition::{Facts, Traits, store as composition};
use crate::db::ids::{AppointmentId, BoardId, CaseId, OrganisationId, RotationId, RowId, SeatId};
use crate::db::schema::{occasion, rotation, rotation_line, seat};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::mail::Occasion;
use crate::people::{Organisation, store as people};
use crate::web::access::OfBoard;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// As many as a list shows, the newest.
pub const MOST_SHOWN: i64 = 100;

type Row = (
    (RotationId, BoardId, String, NaiveDate),
    (String, State, Option<CaseId>),
    (String, Option<NaiveDate>, i64),
);
type LineRow = (
    (RotationId, RowId, SeatId),
    (Option<AppointmentId>, Option<NaiveDate>),
    (Option<OrganisationId>, NaiveDate, Option<NaiveDate>),
    (Option<NaiveDate>, Option<AppointmentId>),
);

macro_rules! told {
    () => {
        (
            (
                rotation::id,
                rotation::board_id,
                rotation::title,
                rotation::valid_from,
            ),
            (rotation::note, rotation::state, rotation::case_id),
            (rotation::decision, rotation::decided_on, rotation::version),
        )
    };
}

/// A board's proposals, the newest first.
///
/// # Errors
/// When the database fails.
pub fn of_board(conn: &mut Conn, of: BoardId) -> Result<Vec<Rotation>> {
    let rows = rotation::table
        .filter(rotation::board_id.eq(of))
        .order(rotation::id.desc())
        .limit(MOST_SHOWN)
        .select(told!())
        .load(conn)?;
    gather(conn, rows)
}

/// One proposal.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn rotation(conn: &mut Conn, id: RotationId) -> Result<Rotation> {
    let row = rotation::table.find(id).select(told!()).first(conn)?;
    gather(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

/// The proposals that a case deals with.
///
/// # Errors
/// When the database fails.
pub fn of_case(conn: &mut Conn, of: CaseId) -> Result<Vec<Rotation>> {
    let rows = rotation::table
        .filter(rotation::case_id.eq(of))
        .order(rotation::id.asc())
        .select(told!())
        .load(conn)?;
    gather(conn, rows)
}

impl OfBoard for Rotation {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        rotation(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }
}

/// The rows with their lines, in one more query.
fn gather(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Rotation>> {
    let ids: Vec<RotationId> = rows.iter().map(|row| row.0.0).collect();
    let mut lines = lines(conn, &ids)?;
    let whole = |row: Row| {
        let ((id, board, title, from), (note, state, case), (decision, decided_on, version)) = row;
        Rotation {
            id,
            board,
            title,
            from,
            note,
            state,
            case,
            decision,
            decided_on,
            lines: lines.remove(&id).unwrap_or_default(),
            version,
        }
    };
    Ok(rows.into_iter().map(whole).collect())
}

fn lines(conn: &mut Conn, of: &[RotationId]) -> Result<HashMap<RotationId, Vec<Line>>> {
    let rows: Vec<LineRow> = rotation_line::table
        .inner_join(seat::table)
        .filter(among(rotation_line::rotation_id, of))
        .order((seat::position.asc(), rotation_line::id.asc()))
        .select((
            (
                rotation_line::rotation_id,
                rotation_line::id,
                rotation_line::seat_id,
            ),
            (rotation_line::leaves_id, rotation_line::leaves_until),
            (
                rotation_line::organisation_id,
                rotation_line::valid_from,
                rotation_line::valid_until,
            ),
            (rotation_line::name_by, rotation_line::made_id),
        ))
        .load(conn)?;
    let mut found: HashMap<RotationId, Vec<Line>> = HashMap::new();
    for ((of, id, seat), (term, ends), (organisation, from, until), (name_by, made)) in rows {
        let leaves = term.zip(ends);
        found.entry(of).or_default().push(Line {
            id,
            seat,
            leaves: leaves.map(|(term, until)| Leaving { term, until }),
            organisation,
            period: Period { from, until },
            name_by,
            made,
        });
    }
    Ok(found)
}

/// The lines of a board's proposals that are carried out.
///
/// # Errors
/// When the database fails.
pub fn carried_out(conn: &mut Conn, of: BoardId) -> Result<Vec<Line>> {
    let ids: Vec<RotationId> = rotation::table
        .filter(rotation::board_id.eq(of))
        .filter(rotation::state.eq(State::CarriedOut))
        .select(rotation::id)
        .load(conn)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(lines(conn, &ids)?.into_values().flatten().collect())
}

/// The ledger's mail about a board's rotations, of any state, by occurrence.
///
/// # Errors
/// When the database fails.
pub fn mail(conn: &mut Conn, of: BoardId) -> Result<Vec<Occasion>> {
    Ok(occasion::table
        .filter(occasion::board_id.eq(of))
        .filter(occasion::kind.eq_any([THANKS, WELCOME]))
        .order(occasion::occurrence.asc())
        .select(Occasion::as_select())
        .load(conn)?)
}

/// What a proposal is held against: a board's facts from a day on, and what is known of every organisation.
pub struct Ground {
    pub board: Board,
    /// With what is known of the organisations of the lines that were asked about.
    pub facts: Facts,
    /// By name.
    pub register: Vec<Organisation>,
}

/// Gathers the ground for these lines, in as many queries however many lines and organisations there are.
///
/// # Errors
/// When the database fails.
pub fn ground(
    conn: &mut Conn,
    board: Board,
    lines: &[Line],
    (today, from): (NaiveDate, NaiveDate),
) -> Result<Ground> {
    let mut facts = composition::facts(conn, &board, from.min(today))?;
    let register = people::organisations(conn, today)?;
    for of in lines.iter().filter_map(|it| it.organisation) {
        if let Some(known) = register.iter().find(|it| it.id == of) {
            facts.organisations.insert(of, traits(known));
        }
    }
    Ok(Ground {
        board,
        facts,
        register,
    })
}

fn traits(of: &Organisation) -> Traits {
    Traits {
        kind: of.kind.clone(),
        size: of.size.clone(),
        number: of.number.clone(),
    }
}

/// Every organisation as one that could have a seat from a day.
///
/// # Errors
/// When the database fails.
pub fn candidates(
    conn: &mut Conn,
    register: &[Organisation],
    from: NaiveDate,
) -> Result<Vec<Candidate>> {
    let owners = people::service_owners_on(conn, from)?;
    let candidate = |of: &Organisation| Candidate {
        id: of.id,
        name: of.name.clone(),
        traits: traits(of),
        is_service_owner: owners.contains(&of.id),
    };
    Ok(register.iter().map(candidate).collect())
}
