//! Writes minutes: each save is one item, so that two who write at once meet only where both write the same.

use super::store::{self, Keeping};
use super::{ItemText, Minutes, Written, rules};
use crate::audit::{self, Actor, Entry};
use crate::boards::{Board, store as boards};
use crate::cases::forms::languages;
use crate::cases::pages::name;
use crate::cases::store::{self as cases, agenda as agendas};
use crate::cases::{Item, ItemKind};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, CaseId, MeetingId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::round;
use crate::web::access::Clearance;

/// What someone saves of one item.
#[derive(Clone, Debug)]
pub struct Saving {
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    /// The version that the form was filled from.
    pub known: i64,
    pub text: ItemText,
    /// As it was typed, and not by the button.
    pub is_autosaved: bool,
}

/// The meeting and its board, where its minutes may be written now.
///
/// # Errors
/// `Refused` with why they may not, or when the database fails.
pub fn open(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<(Meeting, Board)> {
    let meeting = meetings::meeting(conn, of)?;
    let board = boards::board(conn, meeting.board)?;
    let round = round::store::round(conn, of)?;
    let may = round::rules::may_be_written(&meeting, round.as_ref(), board.today(now));
    may.map_err(|refusal| Error::Refused(refusal.said()))?;
    Ok((meeting, board))
}

/// Saves what stands above the items.
///
/// # Errors
/// `Refused` with why it cannot be written, `Stale` when someone saved meanwhile, or when the database fails.
pub fn save_head(
    conn: &mut Conn,
    of: MeetingId,
    head: &Minutes,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let (meeting, _) = open(conn, of, now)?;
    let version = store::put_head(conn, of, head)?;
    let object = ("minutes", of.as_str(), version);
    record(conn, &meeting, object, by, now)
}

/// Saves what is written of one item. Gives the version that it has then.
///
/// # Errors
/// `Refused` with why it cannot be written, `NotFound` when it is no item of the meeting or closed to who writes, `Stale`
/// when someone saved meanwhile, or when the database fails.
pub fn save(
    conn: &mut Conn,
    of: &Saving,
    reads: &Clearance,
    by: PersonId,
    now: Moment,
) -> Result<i64> {
    let (meeting, board) = open(conn, of.meeting, now)?;
    let mut written = store::written(conn, meeting.id)?.into_iter();
    let before = written.find(|one| one.item == of.item);
    let (case, title) = about(conn, (&meeting, &board), of.item, before.as_ref(), reads)?;
    let keeping = Keeping {
        meeting: meeting.id,
        item: of.item,
        case,
        title: &title,
        text: &of.text,
        known: of.known,
    };
    let version = store::put(conn, &keeping, by, now)?;
    if rules::is_logged(before.as_ref(), by, of.is_autosaved) {
        let object = ("minute_item", of.item.as_str(), version);
        record(conn, &meeting, object, by, now)?;
    }
    Ok(version)
}

/// The case of an item and what the item is called; of one that has left the agenda, what was written of it `before`.
///
/// # Errors
/// `NotFound` when it is no item of the meeting or closed to who writes, or when the database fails.
pub fn about(
    conn: &mut Conn,
    (meeting, board): (&Meeting, &Board),
    item: AgendaItemId,
    before: Option<&Written>,
    reads: &Clearance,
) -> Result<(Option<CaseId>, String)> {
    let agenda = agendas::agenda(conn, meeting.id)?;
    let item = (agenda.items.iter()).find(|one| one.id == item);
    match (item, before) {
        (Some(item), _) => Ok((item.case, called(conn, board, meeting.id, item, reads)?)),
        (None, Some(before)) => {
            if let Some(case) = before.case {
                readable(conn, case, reads)?;
            }
            Ok((before.case, before.title.clone()))
        }
        (None, None) => Err(Error::NotFound),
    }
}

/// What an item is called in the language of the minutes.
fn called(
    conn: &mut Conn,
    board: &Board,
    of: MeetingId,
    item: &Item,
    reads: &Clearance,
) -> Result<String> {
    if item.kind == ItemKind::Break {
        return Err(Error::NotFound);
    }
    if let Some(case) = item.case {
        return readable(conn, case, reads);
    }
    let language = store::head(conn, of)?.map_or(languages(board)[0], |head| head.language);
    Ok(item.title.in_language(language.tag()).to_owned())
}

/// The name of a case that who writes may read.
fn readable(conn: &mut Conn, case: CaseId, reads: &Clearance) -> Result<String> {
    let seen = cases::seen_among(conn, &[case], reads)?;
    seen.get(&case).map(name).ok_or(Error::NotFound)
}

/// The log says who wrote of what, not what: that stands in the minutes.
fn record(
    conn: &mut Conn,
    meeting: &Meeting,
    (object_kind, object_id, object_version): (&'static str, &str, i64),
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(meeting.board),
        object_kind,
        object_id,
        object_version,
        action: "minutes-written",
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by), now, &entry)
}
