//! Why one person did, or did not, get their mails: asked board by board, so that a secretariat learns nothing of the
//! person's other boards.

use super::ledger::{LineRow, MOST, message_lines, occasion_lines};
use crate::db::ids::{BoardId, PersonId};
use crate::db::schema::{appointment, message, occasion, person, representation};
use crate::db::{Conn, among};
use crate::desk::{MailOf, MessageLine, OccasionLine};
use crate::error::{Error, Result};
use crate::mail::OccasionState;
use crate::mail::ledger::Occasion;
use diesel::prelude::*;

/// How many occasions to come are shown.
const COMING: i64 = 20;

/// What these boards' ledger says of a person.
///
/// # Errors
/// `NotFound` when the person has nothing to do with these boards, or when the database fails.
pub fn mail_of(conn: &mut Conn, of: PersonId, boards: &[BoardId]) -> Result<MailOf> {
    let name: String = person::table.find(of).select(person::name).first(conn)?;
    let shared: Vec<BoardId> = representation::table
        .inner_join(appointment::table)
        .filter(representation::person_id.eq(of))
        .filter(among(appointment::board_id, boards))
        .select(appointment::board_id)
        .distinct()
        .load(conn)?;
    let messages = messages(conn, of, boards)?;
    if shared.is_empty() && messages.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(MailOf {
        name,
        messages,
        not_told: not_told(conn, of, &shared)?,
        coming: coming(conn, &shared)?,
    })
}

fn messages(conn: &mut Conn, of: PersonId, boards: &[BoardId]) -> Result<Vec<MessageLine>> {
    let rows: Vec<(LineRow, String)> = message::table
        .inner_join(occasion::table)
        .filter(message::person_id.eq(of))
        .filter(among(message::board_id, boards))
        .order((message::created_at.desc(), message::id.desc()))
        .limit(2 * MOST)
        .select((LineRow::as_select(), occasion::kind))
        .load(conn)?;
    message_lines(conn, rows)
}

/// Settled occasions of these boards that made no mail to this person, the latest first.
fn not_told(conn: &mut Conn, of: PersonId, boards: &[BoardId]) -> Result<Vec<OccasionLine>> {
    let to_them = message::table
        .filter(message::occasion_id.eq(occasion::id))
        .filter(message::person_id.eq(of));
    let rows: Vec<Occasion> = occasion::table
        .filter(among(occasion::board_id, boards))
        .filter(occasion::state.ne(OccasionState::Planned))
        .filter(diesel::dsl::not(diesel::dsl::exists(to_them)))
        .order((occasion::due.desc(), occasion::id.desc()))
        .limit(MOST)
        .select(Occasion::as_select())
        .load(conn)?;
    occasion_lines(conn, rows)
}

fn coming(conn: &mut Conn, boards: &[BoardId]) -> Result<Vec<OccasionLine>> {
    let rows: Vec<Occasion> = occasion::table
        .filter(among(occasion::board_id, boards))
        .filter(occasion::state.eq(OccasionState::Planned))
        .order((occasion::due.asc(), occasion::id.asc()))
        .limit(COMING)
        .select(Occasion::as_select())
        .load(conn)?;
    occasion_lines(conn, rows)
}
