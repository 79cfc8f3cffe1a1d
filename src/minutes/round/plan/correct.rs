//! Corrects approved minutes: a correction begins with its reason, and ends as a new version, or is called off.

use super::{keep, record, refused};
use crate::audit::Actor;
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::MeetingId;
use crate::error::{Error, Result};
use crate::meetings::store as meetings;
use crate::minutes::access::plan as access;
use crate::minutes::attendance::store as attendance;
use crate::minutes::draft::store::{self as drafts, Keeping};
use crate::minutes::draft::{Minutes, Written};
use crate::minutes::round::kept::{self, Kept};
use crate::minutes::round::rules::Refusal;
use crate::minutes::round::{Round, Step, freeze, store};
use crate::minutes::told::Told;
use crate::web::View;

/// Opens approved minutes for a correction, with its reason.
///
/// # Errors
/// `Refused` when they are not approved, `Stale` when someone was first, or when the database fails.
pub fn begin_correction(
    conn: &mut Conn,
    (of, known): (MeetingId, i64),
    reason: &str,
    by: By,
) -> Result<()> {
    let round = as_read(conn, of, known)?;
    // What was kept when it began stays kept, whoever begins it once more.
    if round.correction.is_some() {
        return Err(Error::Stale);
    }
    let kept = Kept::of(&drafts::written(conn, of)?, &attendance::records(conn, of)?);
    let kept = serde_json::to_string(&kept).map_err(anyhow::Error::from)?;
    store::correct(conn, &round, Some((reason, &kept)), None)?;
    say(conn, &round, "minutes-correction-begun", by)
}

/// Writes the reason of a correction anew, before it has ended.
///
/// # Errors
/// `Refused` when they are not being corrected, `Stale` when someone was first, or when the database fails.
pub fn reword_correction(
    conn: &mut Conn,
    (of, known): (MeetingId, i64),
    reason: &str,
    by: By,
) -> Result<()> {
    let (round, before) = correcting(conn, of, known)?;
    if before == reason {
        return Ok(());
    }
    store::reword(conn, &round, reason)?;
    say(conn, &round, "minutes-correction-reworded", by)
}

/// Ends a correction: what is written now is a new version. Cases that it comes to an outcome in are dealt with then, as by
/// an approval.
///
/// # Errors
/// `Refused` when they are not being corrected or nothing was changed, `Stale` when someone was first, or when the database
/// fails.
pub fn end_correction(
    conn: &mut Conn,
    view: &View,
    (of, known): (MeetingId, i64),
    by: By,
) -> Result<()> {
    let (round, reason) = correcting(conn, of, known)?;
    let before = store::version(conn, of, holds(&round))?;
    let (told, basis) = freeze::frozen(conn, view, (of, round.board))?;
    if told == before.told {
        return Err(refused(Refusal::Unchanged));
    }
    let meeting = meetings::meeting(conn, of)?;
    access::prepare(conn, of)?;
    access::show_again(conn, of)?;
    let kept = (&told, basis.as_str(), reason.as_str());
    let number = keep(conn, &meeting, Step::Corrected, kept, by)?;
    store::correct(conn, &round, None, Some(number))?;
    super::follow(conn, &meeting, &told, Some(by.person), by.now)?;
    let actor = Actor::Person(by.person);
    record(conn, &meeting, "minutes-corrected", number, actor, by.now)
}

/// Calls a correction off: what was written in it goes back to what was approved, and only the log says that it was begun.
///
/// # Errors
/// `Refused` when they are not being corrected, `Stale` when someone was first or writes at the same time, or when the
/// database fails.
pub fn call_off_correction(conn: &mut Conn, (of, known): (MeetingId, i64), by: By) -> Result<()> {
    let (round, _) = correcting(conn, of, known)?;
    let told = store::version(conn, of, holds(&round))?.told;
    let kept: Option<Kept> = match store::kept(conn, of)? {
        Some(kept) => Some(serde_json::from_str(&kept).map_err(anyhow::Error::from)?),
        None => None,
    };
    put_head_back(conn, of, &told)?;
    for one in drafts::written(conn, of)? {
        put_item_back(conn, (of, &told), &one, kept.as_ref(), by)?;
    }
    if let Some(kept) = &kept {
        put_lists_back(conn, of, kept)?;
    }
    store::correct(conn, &round, None, None)?;
    say(conn, &round, "minutes-correction-called-off", by)
}

fn put_head_back(conn: &mut Conn, of: MeetingId, told: &Told) -> Result<()> {
    let Some(now) = drafts::head(conn, of)? else {
        return Ok(());
    };
    let before = Minutes {
        language: told.language,
        opening: told.opening.clone(),
        version: now.version,
    };
    if before != now {
        drafts::put_head(conn, of, &before)?;
    }
    Ok(())
}

/// An open page of it is told that someone was there first: the item gets a version of its own by this.
fn put_item_back(
    conn: &mut Conn,
    (of, told): (MeetingId, &Told),
    now: &Written,
    kept: Option<&Kept>,
    by: By,
) -> Result<()> {
    // What left the agenda before the approval stands in no version, and nobody writes of it.
    let Some(item) = told.items.iter().find(|item| item.item == now.item) else {
        return Ok(());
    };
    let text = kept::as_approved(item, &now.text, kept);
    if text == now.text {
        return Ok(());
    }
    let keeping = Keeping {
        meeting: of,
        item: now.item,
        case: now.case,
        title: &now.title,
        text: &text,
        known: now.version,
    };
    drafts::put(conn, &keeping, by.person, by.now)?;
    Ok(())
}

fn put_lists_back(conn: &mut Conn, of: MeetingId, kept: &Kept) -> Result<()> {
    let (before, now) = (kept.records()?, attendance::records(conn, of)?);
    for line in now.iter().filter(|line| !before.contains(line)) {
        attendance::remove(conn, of, line.session, line.listed.who)?;
    }
    for line in before.iter().filter(|line| !now.contains(line)) {
        attendance::add(conn, of, line)?;
    }
    Ok(())
}

/// The number of the version that holds.
fn holds(round: &Round) -> i64 {
    round.approved.map_or(0, |one| one.number)
}

fn say(conn: &mut Conn, round: &Round, action: &'static str, by: By) -> Result<()> {
    let meeting = meetings::meeting(conn, round.meeting)?;
    let actor = Actor::Person(by.person);
    record(conn, &meeting, action, holds(round), actor, by.now)
}

/// The round as it was read, with the reason of its correction.
fn correcting(conn: &mut Conn, of: MeetingId, known: i64) -> Result<(Round, String)> {
    let round = as_read(conn, of, known)?;
    let reason = round.correction.clone();
    let reason = reason.ok_or_else(|| refused(Refusal::NotCorrecting))?;
    Ok((round, reason))
}

fn as_read(conn: &mut Conn, of: MeetingId, known: i64) -> Result<Round> {
    let round = store::round(conn, of)?.filter(|round| round.approved.is_some());
    let round = round.ok_or_else(|| refused(Refusal::NotApproved))?;
    (round.version == known)
        .then_some(round)
        .ok_or(Error::Stale)
}
