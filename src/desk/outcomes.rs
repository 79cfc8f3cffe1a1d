//! What a board came to, on the page of its case: by the minutes that the reader may read, published or only approved.
//!
//! Left out on purpose: drafts, which say nothing that the board stands by yet.

use super::Reached;
use super::pages::outcomes as pages;
use crate::cases::store as cases;
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId};
use crate::error::Result;
use crate::meetings::store as meetings;
use crate::minutes::access::store as accesses;
use crate::minutes::decisions::{Decided, store as decisions};
use crate::minutes::round::{routes::shown_to, store as rounds};
use crate::public::{OutItem, store as published};
use crate::web::access::Clearance;
use crate::web::{Panel, Reader, View, paths};

/// What was come to in a case, the latest first; nothing where the reader may read no minutes of it.
///
/// # Errors
/// When the database fails.
pub fn panel(
    conn: &mut Conn,
    view: &View,
    _reader: &Reader,
    reads: &Clearance,
    of: CaseId,
) -> Result<Panel> {
    let out = published::of_cases(conn, &[of], reads)?;
    let at = cases::case(conn, of)?.meeting;
    let only_approved = at.filter(|at| out.iter().all(|one| one.meeting != *at));
    let approved = match only_approved {
        Some(at) => by_what_is_approved(conn, reads, (of, at))?,
        None => None,
    };
    let mut decided = decisions::of_items(conn, out.iter().map(|one| one.item), reads)?;
    let out = out.into_iter().map(|one| {
        let decided = decided.remove(&one.item);
        by_what_is_out(one, decided, reads)
    });
    let all: Vec<Reached> = approved.into_iter().chain(out).collect();
    Ok(pages::panel(view, &all).into())
}

/// Where the secretariat writes what was decided on an item that has an outcome.
fn deciding(
    reads: &Clearance,
    board: BoardId,
    (at, item, outcome): (MeetingId, AgendaItemId, &str),
) -> Option<String> {
    let may = reads.keeps.contains(&board) && !outcome.is_empty();
    may.then(|| paths::of_meeting(at, &format!("minutes/decisions/{item}")))
}

fn by_what_is_out(item: OutItem, decided: Option<Decided>, reads: &Clearance) -> Reached {
    let minutes = paths::published_meeting(item.meeting);
    let of = (item.meeting, item.item, item.outcome.as_str());
    Reached {
        deciding: deciding(reads, item.board, of),
        decided,
        day: item.day,
        language: item.language,
        outcome: item.outcome_word,
        conclusion: item.conclusion,
        path: format!("{minutes}#item-{}", item.item),
    }
}

/// Before they are published, those of the board read the minutes where they remarked on them.
fn by_what_is_approved(
    conn: &mut Conn,
    reads: &Clearance,
    (of, at): (CaseId, MeetingId),
) -> Result<Option<Reached>> {
    let Some(round) = rounds::round(conn, at)? else {
        return Ok(None);
    };
    let is_inside = reads.is_inside(round.board, at);
    let Some(approved) = round.approved.filter(|_| is_inside) else {
        return Ok(None);
    };
    let version = rounds::version(conn, at, approved.number)?;
    let known = accesses::of_meeting(conn, at)?;
    let (told, _) = shown_to(&version.told, &known, reads);
    let day = meetings::meeting(conn, at)?.first_day();
    let mut items = told.items.into_iter();
    let item = items.find(|item| item.case == Some(of) && item.withheld.is_none());
    let mut decided = decisions::of_items(conn, item.iter().map(|item| item.item), reads)?;
    Ok(item.map(|item| {
        let minutes = paths::of_meeting(at, "minutes/reading");
        let outcome = item.outcome.as_ref().map_or("", |one| &one.code);
        Reached {
            deciding: deciding(reads, round.board, (at, item.item, outcome)),
            decided: decided.remove(&item.item),
            day,
            language: told.language,
            path: format!("{minutes}#{}", item.anchor()),
            outcome: item.outcome.map(|one| one.word).unwrap_or_default(),
            conclusion: item.conclusion,
        }
    }))
}
