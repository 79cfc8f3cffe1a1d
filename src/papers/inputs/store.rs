//! The rows of inputs. A draft is asked for by its writer alone; what was sent is found by who may read it.

use super::{Draft, Input, Told};
use crate::boards::store as boards;
use crate::cases::store as cases;
use crate::cases::store::SHELF as CASES;
use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{BoardId, CaseId, MeetingId, OrganisationId, PersonId, RowId};
use crate::db::schema::{appointment, board_case, case_input, case_input_draft, replacement};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::meetings::replies::ReplacementState;
use crate::people::store as people;
use crate::web::access::{Assessment, Audience, Clearance, Role, Shelf};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// Inputs as things that are read. A query on them joins their cases, whose meeting the called deputies read.
pub const SHELF: Shelf = Shelf {
    table: "case_input",
    id: "id",
    case: "case_id",
    meeting: ("board_case", "meeting_id"),
};

type Row = (
    (RowId, BoardId, CaseId, PersonId, Option<OrganisationId>),
    (String, i64, Moment, Moment, Audience),
);

type Whose = (
    case_input::id,
    case_input::board_id,
    case_input::case_id,
    case_input::person_id,
    case_input::organisation_id,
);
type Sent = (
    case_input::content,
    case_input::number,
    case_input::first_sent_at,
    case_input::sent_at,
    case_input::audience,
);
const COLUMNS: (Whose, Sent) = (
    (
        case_input::id,
        case_input::board_id,
        case_input::case_id,
        case_input::person_id,
        case_input::organisation_id,
    ),
    (
        case_input::content,
        case_input::number,
        case_input::first_sent_at,
        case_input::sent_at,
        case_input::audience,
    ),
);

fn of(row: Row) -> Input {
    let ((id, board, case, person, organisation), sent) = row;
    let (text, number, first_sent_at, sent_at, audience) = sent;
    Input {
        id,
        board,
        case,
        person,
        organisation,
        text,
        number,
        first_sent_at,
        sent_at,
        audience,
    }
}

/// The inputs to these cases that the reader may read, the first first, by case.
///
/// # Errors
/// When the database fails.
pub fn of_cases(
    conn: &mut Conn,
    ids: &[CaseId],
    clearance: &Clearance,
    today: NaiveDate,
) -> Result<HashMap<CaseId, Vec<Told>>> {
    let rows: Vec<Row> = case_input::table
        .inner_join(board_case::table)
        .filter(among(case_input::case_id, ids))
        .filter(clearance.filter_part(SHELF, CASES))
        .order((case_input::first_sent_at.asc(), case_input::id.asc()))
        .select(COLUMNS)
        .load(conn)?;
    let inputs: Vec<Input> = rows.into_iter().map(of).collect();
    let mut found: HashMap<CaseId, Vec<Told>> = HashMap::new();
    for told in told(conn, inputs, today)? {
        found.entry(told.input.case).or_default().push(told);
    }
    Ok(found)
}

fn told(conn: &mut Conn, inputs: Vec<Input>, today: NaiveDate) -> Result<Vec<Told>> {
    let names = cases::around::names(conn, inputs.iter().map(|one| one.person))?;
    let of: Vec<OrganisationId> = inputs.iter().filter_map(|one| one.organisation).collect();
    let organisations = people::names_of(conn, &of, today)?;
    let told = |input: Input| Told {
        who: names.get(&input.person).cloned().unwrap_or_default(),
        organisation: (input.organisation)
            .and_then(|id| organisations.get(&id).map(|(name, _)| name.clone())),
        input,
    };
    Ok(inputs.into_iter().map(told).collect())
}

/// What someone has sent to a case; none before they have.
///
/// # Errors
/// When the database fails.
pub fn own(conn: &mut Conn, case: CaseId, whose: PersonId) -> Result<Option<Input>> {
    let row: Option<Row> = case_input::table
        .filter(case_input::case_id.eq(case))
        .filter(case_input::person_id.eq(whose))
        .select(COLUMNS)
        .first(conn)
        .optional()?;
    Ok(row.map(of))
}

/// What someone is writing to a case; none when they are not.
///
/// # Errors
/// When the database fails.
pub fn draft(conn: &mut Conn, case: CaseId, whose: PersonId) -> Result<Option<Draft>> {
    let row: Option<(String, Moment, i64)> = case_input_draft::table
        .find((case, whose))
        .select((
            case_input_draft::content,
            case_input_draft::saved_at,
            case_input_draft::version,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(|(text, saved_at, version)| Draft {
        text,
        saved_at,
        version,
    }))
}

/// Saves what is being written.
///
/// # Errors
/// `Stale` when it was saved after `version`, in another window, or when the database fails.
pub fn put_draft(
    conn: &mut Conn,
    (case, whose): (CaseId, PersonId),
    version: i64,
    text: &str,
    now: Moment,
) -> Result<()> {
    let values = (
        case_input_draft::content.eq(text),
        case_input_draft::saved_at.eq(now),
        case_input_draft::version.eq(version + 1),
    );
    let own = case_input_draft::table.find((case, whose));
    let as_read = own.filter(case_input_draft::version.eq(version));
    if diesel::update(as_read).set(values).execute(conn)? > 0 {
        return Ok(());
    }
    if version != 0 || draft(conn, case, whose)?.is_some() {
        return Err(Error::Stale);
    }
    diesel::insert_into(case_input_draft::table)
        .values((
            case_input_draft::case_id.eq(case),
            case_input_draft::person_id.eq(whose),
            values,
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes what is sent, over what was sent before; the draft has become it.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, sent: &Input) -> Result<()> {
    let standing = case_input::table.find(sent.id);
    let rows = diesel::update(standing)
        .set((
            case_input::organisation_id.eq(sent.organisation),
            case_input::content.eq(&sent.text),
            case_input::number.eq(sent.number),
            case_input::sent_at.eq(sent.sent_at),
            case_input::audience.eq(sent.audience),
        ))
        .execute(conn)?;
    if rows == 0 {
        diesel::insert_into(case_input::table)
            .values((
                case_input::id.eq(sent.id),
                case_input::board_id.eq(sent.board),
                case_input::case_id.eq(sent.case),
                case_input::person_id.eq(sent.person),
                case_input::organisation_id.eq(sent.organisation),
                case_input::content.eq(&sent.text),
                case_input::number.eq(sent.number),
                case_input::first_sent_at.eq(sent.first_sent_at),
                case_input::sent_at.eq(sent.sent_at),
                case_input::audience.eq(sent.audience),
                case_input::assessment.eq(Assessment::NotAssessed),
            ))
            .execute(conn)?;
    }
    diesel::delete(case_input_draft::table.find((sent.case, sent.person))).execute(conn)?;
    Ok(())
}

/// The organisation that someone speaks for on a board: that of their seat today, else that of the member for whom they
/// are called to the meeting.
///
/// # Errors
/// When the database fails.
pub fn speaks_for(
    conn: &mut Conn,
    (board, at): (BoardId, Option<MeetingId>),
    who: PersonId,
    today: NaiveDate,
) -> Result<Option<OrganisationId>> {
    let sitting = boards::sitting(conn, board, today)?;
    let has_seat = |role: Role| matches!(role, Role::Member | Role::Chair);
    let own = sitting
        .into_iter()
        .find(|one| one.person == who && has_seat(one.role));
    if let Some(own) = own {
        return Ok(own.organisation);
    }
    let Some(meeting) = at else {
        return Ok(None);
    };
    let called: Option<Option<OrganisationId>> = replacement::table
        .inner_join(appointment::table)
        .filter(replacement::meeting_id.eq(meeting))
        .filter(replacement::person_id.eq(who))
        .filter(replacement::state.eq(ReplacementState::Confirmed))
        .select(appointment::organisation_id)
        .first(conn)
        .optional()?;
    Ok(called.flatten())
}
