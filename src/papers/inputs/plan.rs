//! Sends an input: what is sent, its audit entry and the end of its draft are one write. The log does not say what it says.

use super::{Input, rules, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::store as boards;
use crate::cases::store::{self as cases, clearance};
use crate::db::Conn;
use crate::db::ids::{CaseId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::meetings::store as meetings;
use crate::web::Reader;
use crate::web::access::Audience;

/// What a member sends.
#[derive(Clone, Debug)]
pub struct Sending {
    pub case: CaseId,
    pub text: String,
    /// Whether all members read it too.
    pub is_shared: bool,
    /// How many times it had been sent when the form was filled.
    pub number: i64,
}

/// Saves an input as it is being written.
///
/// # Errors
/// As [`send`].
pub fn save(
    conn: &mut Conn,
    case: CaseId,
    version: i64,
    text: &str,
    by: &Reader,
    now: Moment,
) -> Result<()> {
    allow(conn, case, by, now)?;
    store::put_draft(conn, (case, by.id), version, text, now)
}

/// Sends it.
///
/// # Errors
/// `NotFound` when it is not theirs to write, `Stale` when it was sent in another window, what the rules refuse, or when
/// the database fails.
pub fn send(conn: &mut Conn, of: &Sending, by: &Reader, now: Moment) -> Result<()> {
    let (case, today) = allow(conn, of.case, by, now)?;
    let before = store::own(conn, of.case, by.id)?;
    if before.as_ref().map_or(0, |before| before.number) != of.number {
        return Err(Error::Stale);
    }
    let sent = Input {
        id: before.as_ref().map_or_else(RowId::new, |before| before.id),
        board: case.board,
        case: case.id,
        person: by.id,
        organisation: store::speaks_for(conn, (case.board, case.meeting), by.id, today)?,
        text: of.text.clone(),
        number: of.number + 1,
        first_sent_at: before.as_ref().map_or(now, |before| before.first_sent_at),
        sent_at: now,
        audience: if of.is_shared {
            Audience::Members
        } else {
            Audience::Secretariat
        },
    };
    store::put(conn, &sent)?;
    let entry = Entry {
        board_id: Some(case.board),
        object_kind: "case_input",
        object_id: sent.id.as_str(),
        object_version: sent.number,
        action: "input-sent",
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by.id), now, &entry)
}

/// Whether someone may write to a case now, asked in the write itself.
fn allow(
    conn: &mut Conn,
    case: CaseId,
    by: &Reader,
    now: Moment,
) -> Result<(crate::cases::Case, chrono::NaiveDate)> {
    let case = cases::case(conn, case)?;
    let reads = clearance::of(conn, by, now)?;
    if !reads.sees(&case.readable()) || !rules::may_write(&case, &by.roles, &reads) {
        return Err(Error::NotFound);
    }
    let board = boards::board(conn, case.board)?;
    let meeting = match case.meeting {
        Some(meeting) => Some(meetings::meeting(conn, meeting)?),
        None => None,
    };
    let open = rules::is_open(&case, meeting.as_ref(), &board, now);
    open.map_err(|refusal| Error::Refused(refusal.said()))?;
    Ok((case, board.today(now)))
}
