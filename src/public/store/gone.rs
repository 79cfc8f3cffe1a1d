//! The meetings of a board whose minutes were withdrawn.

use crate::db::ids::{AgendaItemId, BoardId, MeetingId, RowId};
use crate::db::schema::{minute_access, publication};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::minutes::publication::PublicationState;
use crate::public::rules::{self, marks};
use crate::web::access::{Assessment, Audience, Clearance, Object};
use diesel::prelude::*;
use std::collections::HashSet;

/// Those of which this reader is told that their minutes were withdrawn, whether or not others are out now.
///
/// # Errors
/// When the database fails.
pub fn withdrawn(
    conn: &mut Conn,
    of: BoardId,
    (reads, has_signed_in): (&Clearance, bool),
) -> Result<HashSet<MeetingId>> {
    let mut all: Vec<(MeetingId, bool)> = publication::table
        .filter(publication::board_id.eq(of))
        .filter(publication::state.eq(PublicationState::Withdrawn))
        .select((publication::meeting_id, publication::was_public))
        .load(conn)?;
    let again = read_again(conn, all.iter().map(|(meeting, _)| *meeting))?;
    all.retain(|(meeting, _)| !again.contains(meeting));
    let would_read = if has_signed_in {
        let not_public = all.iter().filter(|(_, was_public)| !was_public);
        would_read(conn, of, not_public.map(|(meeting, _)| *meeting), reads)?
    } else {
        HashSet::new()
    };
    let told = marks::told_withdrawn(all, &|meeting| would_read.contains(&meeting));
    Ok(told.into_iter().collect())
}

/// Those of these meetings whose minutes everyone could read after all that was withdrawn: they are no more withdrawn than others that are
/// shown to fewer than before ([`rules::was_read_again`]).
fn read_again(conn: &mut Conn, of: impl Iterator<Item = MeetingId>) -> Result<HashSet<MeetingId>> {
    let states = [PublicationState::Published, PublicationState::Replaced];
    let rows: Vec<MeetingId> = publication::table
        .filter(among(publication::meeting_id, of))
        .filter(publication::state.eq_any(states))
        .filter(publication::was_public.eq(true))
        .select(publication::meeting_id)
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Those of these meetings of whose minutes the reader would read something, if they were out.
fn would_read(
    conn: &mut Conn,
    board: BoardId,
    of: impl Iterator<Item = MeetingId>,
    reads: &Clearance,
) -> Result<HashSet<MeetingId>> {
    type Row = (
        (AgendaItemId, RowId, MeetingId),
        (Audience, Assessment, Option<Moment>, Option<Moment>),
    );
    let rows: Vec<Row> = minute_access::table
        .filter(among(minute_access::meeting_id, of))
        .select((
            (
                minute_access::item_id,
                minute_access::subject_id,
                minute_access::meeting_id,
            ),
            (
                minute_access::wanted,
                minute_access::assessment,
                minute_access::open_from,
                minute_access::withdrawn_at,
            ),
        ))
        .load(conn)?;
    let sees = |row: &Row| {
        let ((item, case, meeting), (wanted, assessment, open_from, withdrawn_at)) = *row;
        let object = Object {
            id: item.cast(),
            case,
            meeting: Some(meeting),
            board,
            audience: wanted,
            assessment,
            open_from,
            withdrawn_at,
        };
        rules::sees_once_out(object, reads)
    };
    let seen = rows.iter().filter(|row| sees(row));
    Ok(seen.map(|row| row.0.2).collect())
}
