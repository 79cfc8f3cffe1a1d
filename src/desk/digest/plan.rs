//! Plans the weekly mails. Each hangs on its reader, not on a board, so that the ledger's own key (person, week) lets
//! someone with several boards get one; only the next is planned.

use super::{Readers, Turn, rules, store};
use crate::db::Conn;
use crate::db::ids::{BoardId, PersonId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::digest::KIND;
use crate::mail::ledger::{Key, Scope, reconcile};
use crate::mail::{Occasion, Wanted};
use anyhow::Context;
use std::collections::BTreeSet;

/// Plans the next weekly mail of everyone with a role on a board.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, board: BoardId, now: Moment) -> Result<()> {
    let people = store::people_of(conn, board, now)?;
    replan(conn, &people, now)
}

/// Plans the next weekly mail of these people, and withdraws that of whoever reads none.
///
/// # Errors
/// When the database fails.
pub fn replan(conn: &mut Conn, people: &BTreeSet<PersonId>, now: Moment) -> Result<()> {
    let readers = store::readers(conn, people, now)?;
    let standing = store::standing(conn, people, now)?;
    for person in people {
        let boards = readers.boards_ahead(*person, now);
        let rows = standing.get(person.as_str()).map_or(&[][..], Vec::as_slice);
        if boards.is_empty() && rows.is_empty() {
            continue;
        }
        let turn = rules::next(&boards, rows, now);
        let wanted: Vec<Wanted> = turn.map(|turn| wanted(*person, turn)).into_iter().collect();
        let scope = Scope {
            board: None,
            object_id: person.as_str(),
            kinds: &[KIND],
        };
        reconcile(conn, scope, rows, &wanted, now)?;
    }
    Ok(())
}

fn wanted(person: PersonId, turn: Turn) -> Wanted {
    Wanted {
        key: Key {
            kind: KIND,
            object_id: person.to_string(),
            slot: turn.slot,
        },
        object_kind: "person",
        about_day: turn.monday,
        deadline: None,
        due: turn.due,
        expires: turn.expires,
    }
}

/// Whose digest it is.
///
/// # Errors
/// When the occasion is of nobody.
pub fn reader_of(digest: &Occasion) -> Result<PersonId> {
    let id = digest.object_id.parse().ok();
    Ok(id.context("a weekly mail to nobody")?)
}

/// Once one is settled the next is planned.
///
/// # Errors
/// When the database fails.
pub fn after(conn: &mut Conn, settled: &Occasion, now: Moment) -> Result<()> {
    replan(conn, &BTreeSet::from([reader_of(settled)?]), now)
}

/// Who of these people reads a weekly mail about this board now; what the post office asks.
///
/// # Errors
/// When the database fails.
pub fn readers(
    conn: &mut Conn,
    board: BoardId,
    people: &BTreeSet<PersonId>,
    now: Moment,
) -> Result<BTreeSet<PersonId>> {
    let readers: Readers = store::readers(conn, people, now)?;
    let reads = |person: &&PersonId| {
        let boards = readers.boards_at(**person, now);
        boards.iter().any(|it| it.id == board)
    };
    Ok(people.iter().filter(reads).copied().collect())
}
