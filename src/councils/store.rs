//! The rows of councils and of what they are asked: reading them. What changes them stands in `store/write.rs`.

pub mod write;

use super::{Act, Basis, Delegation, Dissolution, Founding, Origin, Rhythm, State};
use crate::calendar::Period;
use crate::cases::store::SHELF;
use crate::db::ids::{BoardId, CaseId, DelegationId, MeetingId, PersonId, RowId};
use crate::db::schema::{
    board_case, council, council_report, delegation, minute_access, occasion, person,
    published_item,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::mail::Occasion;
use crate::minutes::access::store::SHELF as MINUTES;
use crate::web::access::Clearance;
use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// As many as a page of a list shows.
pub const PAGE: i64 = 50;

#[derive(Queryable, Selectable)]
#[diesel(table_name = council)]
struct CouncilRow {
    id: RowId,
    board_id: BoardId,
    case_id: Option<CaseId>,
    decision: String,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    dissolved_from: Option<NaiveDate>,
    dissolved_decision: String,
    dissolved_by: Option<PersonId>,
    report_months: Option<i64>,
    report_from: Option<NaiveDate>,
    report_title: String,
    version: i64,
}

fn founding_of(row: CouncilRow) -> (BoardId, Founding) {
    let dissolution = row.dissolved_from.zip(row.dissolved_by);
    let rhythm = row.report_months.zip(row.report_from);
    let founding = Founding {
        id: row.id,
        basis: Basis {
            case: row.case_id,
            decision: row.decision,
            period: Period {
                from: row.valid_from,
                until: row.valid_until,
            },
        },
        dissolution: dissolution.map(|(from, by)| Dissolution {
            from,
            decision: row.dissolved_decision,
            by,
        }),
        rhythm: rhythm.map(|(months, from)| Rhythm {
            months,
            from,
            title: row.report_title,
        }),
        version: row.version,
    };
    (row.board_id, founding)
}

/// What is written down of these councils; those of which nothing is are left out.
///
/// # Errors
/// When the database fails.
pub fn foundings(conn: &mut Conn, of: &[BoardId]) -> Result<HashMap<BoardId, Founding>> {
    let rows: Vec<CouncilRow> = council::table
        .filter(among(council::board_id, of))
        .select(CouncilRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(founding_of).collect())
}

/// What is written down of one.
///
/// # Errors
/// When the database fails.
pub fn founding(conn: &mut Conn, of: BoardId) -> Result<Option<Founding>> {
    Ok(foundings(conn, &[of])?.remove(&of))
}

/// The council with this row.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn board_of(conn: &mut Conn, row: RowId) -> Result<BoardId> {
    Ok(council::table
        .find(row)
        .select(council::board_id)
        .first(conn)?)
}

/// The councils that report by a rhythm, are not dissolved, and have no report before them: few, however many councils there
/// are.
///
/// # Errors
/// When the database fails.
pub fn reporting(conn: &mut Conn, today: NaiveDate) -> Result<Vec<(BoardId, Founding)>> {
    let before_them = council_report::table
        .filter(council_report::board_id.eq(council::board_id))
        .filter(council_report::delivered_at.is_null())
        .filter(council_report::due_on.ge(today));
    let rows: Vec<CouncilRow> = council::table
        .filter(council::report_months.is_not_null())
        .filter(council::dissolved_from.is_null())
        .filter(not(exists(before_them)))
        .order(council::board_id.asc())
        .select(CouncilRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(founding_of).collect())
}

/// The councils whose last day has passed and that nobody has closed yet.
///
/// # Errors
/// When the database fails.
pub fn to_close(conn: &mut Conn, today: NaiveDate) -> Result<Vec<(BoardId, Founding)>> {
    let rows: Vec<CouncilRow> = council::table
        .filter(council::dissolved_from.le(today))
        .filter(council::closed_at.is_null())
        .order(council::board_id.asc())
        .select(CouncilRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(founding_of).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = delegation)]
struct DelegationRow {
    id: DelegationId,
    origin: Origin,
    board_id: BoardId,
    case_id: CaseId,
    council_id: BoardId,
    council_case_id: CaseId,
    question: String,
    due_on: Option<NaiveDate>,
    meeting_id: Option<MeetingId>,
    state: State,
    advice: String,
    asked_by: PersonId,
    asked_at: Moment,
    settled_by: Option<PersonId>,
    settled_at: Option<Moment>,
    version: i64,
}

/// The rows with the names of who asked and who answered, in one more query.
fn gather(conn: &mut Conn, rows: Vec<DelegationRow>) -> Result<Vec<Delegation>> {
    let people: BTreeSet<PersonId> = rows
        .iter()
        .flat_map(|row| [Some(row.asked_by), row.settled_by])
        .flatten()
        .collect();
    let names: Vec<(PersonId, String)> = person::table
        .filter(among(person::id, &people))
        .select((person::id, person::name))
        .load(conn)?;
    let names: HashMap<PersonId, String> = names.into_iter().collect();
    let act = |by: PersonId, at| Act {
        by,
        who: names.get(&by).cloned().unwrap_or_default(),
        at,
    };
    let whole = |row: DelegationRow| Delegation {
        id: row.id,
        origin: row.origin,
        board: row.board_id,
        case: row.case_id,
        council: row.council_id,
        council_case: row.council_case_id,
        question: row.question,
        due_on: row.due_on,
        meeting: row.meeting_id,
        state: row.state,
        advice: row.advice,
        asked: act(row.asked_by, row.asked_at),
        settled: (row.settled_by.zip(row.settled_at)).map(|(by, at)| act(by, at)),
        version: row.version,
    };
    Ok(rows.into_iter().map(whole).collect())
}

/// One question, whoever may read it.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn delegation(conn: &mut Conn, id: DelegationId) -> Result<Delegation> {
    let row = delegation::table
        .find(id)
        .select(DelegationRow::as_select())
        .first(conn)?;
    gather(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

/// What is asked and answered about a case, of either side, oldest first. Whoever asks may read the case.
///
/// # Errors
/// When the database fails.
pub fn of_case(conn: &mut Conn, of: CaseId) -> Result<Vec<Delegation>> {
    let is_either = delegation::case_id
        .eq(of)
        .or(delegation::council_case_id.eq(of));
    let rows = delegation::table
        .filter(is_either)
        .order((delegation::asked_at.asc(), delegation::id.asc()))
        .select(DelegationRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// What councils have answered about the cases on a meeting of the board, of those that the reader may read.
///
/// # Errors
/// When the database fails.
pub fn answered_at(
    conn: &mut Conn,
    meeting: MeetingId,
    reads: &Clearance,
) -> Result<Vec<Delegation>> {
    let rows = delegation::table
        .inner_join(board_case::table)
        .filter(board_case::meeting_id.eq(meeting))
        .filter(delegation::state.eq(State::Answered))
        .filter(reads.filter(SHELF))
        .order((delegation::asked_at.asc(), delegation::id.asc()))
        .select(DelegationRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// What a board's councils are asked or have answered about the cases of the board that the reader may read: what is open
/// first, by its day.
///
/// # Errors
/// When the database fails.
pub fn of_board(conn: &mut Conn, of: BoardId, reads: &Clearance) -> Result<Vec<Delegation>> {
    let rows = delegation::table
        .inner_join(board_case::table)
        .filter(delegation::board_id.eq(of))
        .filter(delegation::state.ne(State::Withdrawn))
        .filter(reads.filter(SHELF))
        // Answered comes before asked in the alphabet.
        .order((
            delegation::state.desc(),
            delegation::due_on.asc(),
            delegation::asked_at.desc(),
            delegation::id.asc(),
        ))
        .limit(PAGE)
        .select(DelegationRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// What a council is asked and has not answered.
///
/// # Errors
/// When the database fails.
pub fn open_of(conn: &mut Conn, council: BoardId) -> Result<Vec<Delegation>> {
    let rows = delegation::table
        .filter(delegation::council_id.eq(council))
        .filter(delegation::state.eq(State::Asked))
        .order((delegation::due_on.asc(), delegation::id.asc()))
        .select(DelegationRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// How many open questions a council has, of those whose cases there the reader may read.
///
/// # Errors
/// When the database fails.
pub fn count_open(conn: &mut Conn, council: BoardId, reads: &Clearance) -> Result<i64> {
    let theirs = board_case::id.eq(delegation::council_case_id);
    Ok(delegation::table
        .inner_join(board_case::table.on(theirs))
        .filter(delegation::council_id.eq(council))
        .filter(delegation::state.eq(State::Asked))
        .filter(reads.filter(SHELF))
        .count()
        .get_result(conn)?)
}

/// What a council came to in a case by minutes that are out and that the reader may read; empty where it did in none.
///
/// # Errors
/// When the database fails.
pub fn conclusion(conn: &mut Conn, of: CaseId, reads: &Clearance) -> Result<String> {
    let found: Option<String> = published_item::table
        .inner_join(minute_access::table)
        .filter(reads.filter(MINUTES))
        .filter(published_item::case_id.eq(of))
        .order((published_item::day.desc(), published_item::item_id.desc()))
        .select(published_item::conclusion)
        .first(conn)
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// The occasions of these kinds of a council, by what they are about.
///
/// # Errors
/// When the database fails.
pub fn standing(
    conn: &mut Conn,
    of: BoardId,
    kinds: &[&'static str],
) -> Result<HashMap<String, Vec<Occasion>>> {
    let rows: Vec<Occasion> = occasion::table
        .filter(occasion::board_id.eq(of))
        .filter(occasion::kind.eq_any(kinds.to_vec()))
        .order(occasion::occurrence.asc())
        .select(Occasion::as_select())
        .load(conn)?;
    let mut found: HashMap<String, Vec<Occasion>> = HashMap::new();
    for row in rows {
        found.entry(row.object_id.clone()).or_default().push(row);
    }
    Ok(found)
}
