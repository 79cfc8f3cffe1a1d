//! Writes whom the minutes of each item are meant for: the change, its assessment and its audit entry are one write.

use super::{ItemAccess, rules, store};
use crate::audit::{self, Actor, Entry};
use crate::cases::plan::By;
use crate::cases::store::{self as cases, assess};
use crate::cases::{Assessed, Case, ItemKind};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, CaseId, MeetingId};
use crate::error::{Error, Result};
use crate::meetings::store as meetings;
use crate::minutes::publication::store as publications;
use crate::minutes::round::store as rounds;
use crate::web::access::{Assessment, Audience, Clearance, Scope};
use std::collections::HashMap;

/// What is known of every item that is dealt with at a meeting: what is kept, and what those begin with of which nothing is.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn known(conn: &mut Conn, of: MeetingId) -> Result<HashMap<AgendaItemId, ItemAccess>> {
    let mut known = store::of_meeting(conn, of)?;
    let agenda = cases::agenda::agenda(conn, of)?;
    let items = agenda.items.iter();
    let new: Vec<_> = items
        .filter(|item| item.kind != ItemKind::Break && !known.contains_key(&item.id))
        .collect();
    if new.is_empty() {
        return Ok(known);
    }
    let meeting = meetings::meeting(conn, of)?;
    let wanted = rounds::setting(conn, meeting.board)?.meant_for;
    let ids: Vec<CaseId> = new.iter().filter_map(|item| item.case).collect();
    let about = cases_of(conn, &meeting, &ids)?;
    for item in new {
        let case = item.case.and_then(|id| about.get(&id));
        let mut access = rules::begin((of, meeting.board), item.id, case, wanted);
        if access.assessment == Assessment::Exempt
            && let Some(case) = case
        {
            access.basis = basis_of(conn, case)?;
        }
        known.insert(item.id, access);
    }
    Ok(known)
}

/// The cases themselves, whoever may read them: the rows are about all of them.
fn cases_of(
    conn: &mut Conn,
    meeting: &crate::meetings::Meeting,
    ids: &[CaseId],
) -> Result<HashMap<CaseId, Case>> {
    let mut all =
        Clearance::of_nobody(crate::db::types::Moment::from(chrono::DateTime::UNIX_EPOCH));
    all.keeps.insert(meeting.board);
    cases::seen_among(conn, ids, &all)
}

/// The provision that the case is exempt by.
fn basis_of(conn: &mut Conn, case: &Case) -> Result<Option<(crate::db::ids::RowId, String)>> {
    let found = assess::assessed(conn, case.id.cast())?;
    let Some(basis) = found.and_then(|(found, ..)| found.basis) else {
        return Ok(None);
    };
    let today = chrono::NaiveDate::MIN;
    let bases = assess::bases(conn, today, Some(basis))?;
    let one = bases.into_iter().find(|one| one.id == basis);
    Ok(one.map(|one| (one.id, one.reference)))
}

/// Keeps what items begin with of which nothing is kept yet.
///
/// # Errors
/// When the database fails.
pub fn prepare(conn: &mut Conn, of: MeetingId) -> Result<()> {
    for access in known(conn, of)?.values().filter(|one| one.version == 0) {
        store::add(conn, access)?;
    }
    Ok(())
}

/// What someone found of an item.
#[derive(Clone, Debug)]
pub struct Assessing {
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    /// The version that the form was filled from; 0 before anything was kept.
    pub version: i64,
    pub wanted: Audience,
    pub found: Assessed,
}

/// Writes whom the minutes of one item are meant for, and what was found under offentleglova.
///
/// # Errors
/// `NotFound` when it is no item of the meeting or closed to who writes, `Stale` when someone saved first, or when the
/// database fails.
pub fn assess(conn: &mut Conn, of: &Assessing, reads: &Clearance, by: By) -> Result<()> {
    prepare(conn, of.meeting)?;
    let known = store::of_meeting(conn, of.meeting)?;
    let own = known.get(&of.item).ok_or(Error::NotFound)?;
    if reads.closed.contains(&own.subject) {
        return Err(Error::NotFound);
    }
    publications::note_public(conn, of.meeting, by.now)?;
    write(conn, own, of, by)?;
    if publications::standing(conn, of.meeting)?.is_none() {
        return show_again(conn, of.meeting);
    }
    let shown_to = rules::until_published(own, of.wanted, &of.found);
    let title_waits = rules::title_waits(own, &of.found);
    store::show_one(conn, of.item, (shown_to, title_waits))?;
    publications::note_shut(conn, of.meeting, by.now)
}

/// Writes what was found of an item over what is kept of it.
fn write(conn: &mut Conn, own: &ItemAccess, of: &Assessing, by: By) -> Result<()> {
    let found = store::Found {
        wanted: of.wanted,
        assessment: of.found.outcome,
        basis: of.found.basis,
        title_exempt: of.found.scope == Some(Scope::Title),
        open_from: of.found.open_from,
    };
    // What was never kept was kept just now.
    let version = of.version.max(1);
    store::change(conn, of.item, version, &found)?;
    let object = ("minute_item", of.item.cast());
    assess::add(conn, object, &of.found, by.person, by.now)?;
    record(conn, own, of.item.as_str(), version + 1, by)
}

/// Finds every item open that was shown as assessed by nobody, and that nobody has assessed since.
///
/// # Errors
/// When the database fails.
pub fn open_rest(
    conn: &mut Conn,
    of: MeetingId,
    shown: &[AgendaItemId],
    reads: &Clearance,
    by: By,
) -> Result<()> {
    prepare(conn, of)?;
    publications::note_public(conn, of, by.now)?;
    let found = Assessed {
        outcome: Assessment::Open,
        basis: None,
        scope: None,
        extended_access: false,
        reassess_on: None,
        open_from: None,
    };
    for own in store::of_meeting(conn, of)?.values() {
        let is_open = own.assessment == Assessment::NotAssessed && shown.contains(&own.item);
        if !is_open || reads.closed.contains(&own.subject) {
            continue;
        }
        let assessing = Assessing {
            meeting: of,
            item: own.item,
            version: own.version,
            wanted: own.wanted,
            found: found.clone(),
        };
        write(conn, own, &assessing, by)?;
    }
    show_again(conn, of)
}

/// What is not published is shown to the board, once its draft is out. What is published stays as it was published.
///
/// # Errors
/// When the database fails.
pub fn show_again(conn: &mut Conn, of: MeetingId) -> Result<()> {
    let is_out = publications::standing(conn, of)?.is_some();
    if is_out || rounds::round(conn, of)?.is_none() {
        return Ok(());
    }
    store::show(conn, of, Audience::Members)
}

fn record(conn: &mut Conn, own: &ItemAccess, id: &str, version: i64, by: By) -> Result<()> {
    let entry = Entry {
        board_id: Some(own.board),
        object_kind: "minutes_access",
        object_id: id,
        object_version: version,
        action: "minutes-assessed",
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}
