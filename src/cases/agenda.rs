//! Makes the changes of an agenda whole. The first change begins it: the mandate's standing items are copied into it
//! once, and never again (F46).

use super::plan::{By, Place};
use super::rules::agenda::{self as rules, Direction, Spot};
use super::store::agenda as store;
use super::{Agenda, Guest, Item, ItemKind};
use crate::audit::{self, Actor, Entry};
use crate::boards::rules::in_force;
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, CaseId, MeetingId, RowId};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::{Meeting, MeetingState, store as meetings};

/// The agenda, begun if it was not.
fn begun(conn: &mut Conn, meeting: &Meeting, now: Moment) -> Result<Agenda> {
    let standing = store::agenda(conn, meeting.id)?;
    if standing.version > 0 {
        return Ok(standing);
    }
    let data = boards::data(conn, meeting.board)?;
    let items = rules::standing(in_force(&data.mandates, meeting.first_day()));
    store::begin(conn, meeting.id, &items, now)?;
    store::agenda(conn, meeting.id)
}

/// Puts a case on a meeting's agenda; one that stands there already stays where it is.
///
/// # Errors
/// When the database fails.
pub fn put_case(
    conn: &mut Conn,
    meeting: &Meeting,
    case: CaseId,
    place: &Place,
    now: Moment,
) -> Result<()> {
    let mut agenda = begun(conn, meeting, now)?;
    if let Some(item) = agenda.items.iter_mut().find(|item| item.case == Some(case)) {
        item.minutes = place.minutes;
        item.presenter.clone_from(&place.presenter);
    } else {
        let item = Item {
            id: AgendaItemId::new(),
            session: 0,
            kind: ItemKind::Case,
            case: Some(case),
            title: Words::default(),
            minutes: place.minutes,
            presenter: place.presenter.clone(),
        };
        rules::put(&mut agenda.items, item);
    }
    store::save(conn, meeting.id, &agenda)?;
    Ok(())
}

/// Takes a case off the agenda it stands on.
///
/// # Errors
/// When the database fails.
pub fn take_off(conn: &mut Conn, meeting: MeetingId, case: CaseId) -> Result<()> {
    let mut agenda = store::agenda(conn, meeting)?;
    let before = agenda.items.len();
    agenda.items.retain(|item| item.case != Some(case));
    if agenda.items.len() < before {
        store::save(conn, meeting, &agenda)?;
    }
    Ok(())
}

/// What is done to an agenda.
#[derive(Clone, Debug)]
pub enum Act {
    /// The standing items are fetched.
    Begin,
    Add {
        /// The item's own id, so that a form sent twice adds once.
        id: AgendaItemId,
        kind: ItemKind,
        title: Words,
        minutes: Option<i64>,
        presenter: String,
    },
    Move(AgendaItemId, Direction),
    Place(AgendaItemId, Spot),
    /// The title of what is no case, the minutes, the presenter.
    Change(AgendaItemId, Words, Option<i64>, String),
    /// A case leaves an agenda by being postponed or scheduled elsewhere, never by this.
    Remove(AgendaItemId),
    AddGuest(Guest),
    RemoveGuest(RowId),
}

impl Act {
    /// What the audit log calls it.
    fn action(&self) -> &'static str {
        match self {
            Self::Begin => "agenda-begun",
            Self::Add { .. } => "agenda-item-added",
            Self::Move(..) | Self::Place(..) => "agenda-item-moved",
            Self::Change(..) => "agenda-item-changed",
            Self::Remove(_) => "agenda-item-removed",
            Self::AddGuest(_) => "agenda-guest-added",
            Self::RemoveGuest(_) => "agenda-guest-removed",
        }
    }
}

/// Changes an agenda that had `version` when the page was shown.
///
/// # Errors
/// `Stale` when someone saved first, `NotFound` when the item is not on it, `Refused` when the meeting is over, or when
/// the database fails.
pub fn change(conn: &mut Conn, of: MeetingId, version: i64, act: &Act, by: By) -> Result<()> {
    let meeting = meetings::meeting(conn, of)?;
    if meeting.state >= MeetingState::Held {
        return Err(Error::Refused(Said::new("agenda-meeting-is-over")));
    }
    let standing = store::agenda(conn, of)?.version;
    if standing != version {
        // Pressing “begin” twice begins once, and a form sent twice adds once.
        let is_repeat = matches!(act, Act::Begin) || is_there(conn, of, act)?;
        return if is_repeat { Ok(()) } else { Err(Error::Stale) };
    }
    if is_there(conn, of, act)? {
        return Ok(());
    }
    let mut agenda = begun(conn, &meeting, by.now)?;
    rules::fit(&mut agenda.items, meeting.sessions.len());
    if !apply(&mut agenda, act, meeting.sessions.len())? {
        return Ok(());
    }
    let saved = store::save(conn, of, &agenda)?;
    match act {
        Act::AddGuest(guest) => store::add_guest(conn, of, guest)?,
        Act::RemoveGuest(id) => store::remove_guest(conn, of, *id)?,
        _ => {}
    }
    let entry = Entry {
        board_id: Some(meeting.board),
        object_kind: "agenda",
        object_id: &format!("agenda-{of}"),
        object_version: saved,
        action: act.action(),
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// Whether what is added stands on this agenda already; an id of another agenda's is no id of ours.
fn is_there(conn: &mut Conn, of: MeetingId, act: &Act) -> Result<bool> {
    let at = match act {
        Act::Add { id, .. } => store::meeting_of_item(conn, *id)?,
        Act::AddGuest(guest) => store::meeting_of_guest(conn, guest.id)?,
        _ => None,
    };
    match at {
        Some(at) if at != of => Err(Error::NotFound),
        at => Ok(at.is_some()),
    }
}

/// Does it in memory; false when it changes nothing.
fn apply(agenda: &mut Agenda, act: &Act, sessions: usize) -> Result<bool> {
    let is_on = |id: AgendaItemId| agenda.items.iter().any(|item| item.id == id);
    match act {
        Act::Begin | Act::RemoveGuest(_) => Ok(true),
        Act::AddGuest(guest) => {
            let all = [Some(guest.from), guest.until];
            if all.into_iter().flatten().all(is_on) {
                Ok(true)
            } else {
                Err(Error::NotFound)
            }
        }
        Act::Add {
            id,
            kind,
            title,
            minutes,
            presenter,
        } => {
            let item = Item {
                id: *id,
                session: 0,
                kind: *kind,
                case: None,
                title: title.clone(),
                minutes: *minutes,
                presenter: presenter.clone(),
            };
            rules::put(&mut agenda.items, item);
            Ok(true)
        }
        Act::Move(id, _) | Act::Place(id, _) | Act::Change(id, ..) | Act::Remove(id)
            if !is_on(*id) =>
        {
            Err(Error::NotFound)
        }
        Act::Move(id, to) => Ok(rules::shift(&mut agenda.items, *id, *to, sessions)),
        Act::Place(id, to) => Ok(rules::place(&mut agenda.items, *id, *to, sessions)),
        Act::Change(id, title, minutes, presenter) => {
            for item in agenda.items.iter_mut().filter(|item| item.id == *id) {
                if item.case.is_none() {
                    item.title = title.clone();
                }
                item.minutes = *minutes;
                item.presenter.clone_from(presenter);
            }
            Ok(true)
        }
        Act::Remove(id) => {
            agenda
                .items
                .retain(|item| item.id != *id || item.case.is_some());
            Ok(true)
        }
    }
}
