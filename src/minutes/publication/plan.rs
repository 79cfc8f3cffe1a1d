//! Publishes, undoes and withdraws: the change, whom it is shown to, its mail and its audit entry are one write.

use super::rules::{self, Press};
use super::{PUBLISHED, Publication, PublicationState, UNDONE_WITHIN, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::store as boards;
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{MeetingId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::mail::ledger::{self, Scope};
use crate::mail::{Key, Wanted};
use crate::meetings::{Stage, plan as meeting_plan, store as meetings};
use crate::minutes::access::{plan as access, store as accesses};
use crate::minutes::round::mail::after::{CORRECTED, TO_PUBLISH, WITHDRAWN};
use crate::minutes::round::{Step, Version, store as rounds};
use crate::web::access::Audience;
use chrono::Duration;

/// What the mail of a publication is about, in the ledger.
const PUBLICATION: &str = "publication";

/// How long telling of a publication makes sense.
const WORTH_TELLING: Duration = Duration::days(14);

/// What pressing the button came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    Out,
    Asked,
}

/// Publishes the approved version as it was looked over, or asks a second person to.
///
/// # Errors
/// `Stale` when another version has been approved since, `Refused` with what stands in the way, or when the database fails.
pub fn publish(conn: &mut Conn, of: MeetingId, number: i64, by: By) -> Result<Came> {
    access::prepare(conn, of)?;
    let round = rounds::round(conn, of)?;
    let holds = round.as_ref().and_then(|round| round.approved);
    let version = match holds {
        Some(approved) if approved.number != number => return Err(Error::Stale),
        Some(approved) => Some(rounds::version(conn, of, approved.number)?),
        None => None,
    };
    let known = accesses::of_meeting(conn, of)?;
    let standing = store::standing(conn, of)?;
    // What stands in the way is told without words of the minutes: the page before the button has them.
    let stand = rules::obstacles(
        round.as_ref(),
        version.as_ref().map(|one| &one.told),
        &known,
        standing.as_ref(),
        &|_| false,
    );
    if let Some(first) = stand.first() {
        return Err(Error::Refused(first.said()));
    }
    let Some(version) = version else {
        return Err(Error::NotFound);
    };
    let meeting = meetings::meeting(conn, of)?;
    let needs_second = rounds::setting(conn, meeting.board)?.needs_second;
    let asked = store::asked(conn, of)?;
    let asked = asked.filter(|one| one.number == number);
    let press = rules::press(needs_second, asked.as_ref(), by.person);
    if press == Press::WaitsForAnother {
        return Err(Error::Refused(Said::new("publication-waits")));
    }
    let new = asked.clone().unwrap_or(Publication {
        id: RowId::new(),
        meeting: of,
        board: meeting.board,
        number,
        language: version.told.language,
        state: PublicationState::Asked,
        asked_by: by.person,
        asked_at: by.now,
        published_at: None,
        mail_at: None,
        withdrawn_at: None,
        reason: String::new(),
        was_public: false,
        shut_at: None,
    });
    if asked.is_none() {
        forget_asked(conn, of, by)?;
        store::add(conn, &new, None)?;
    }
    if press == Press::Asks {
        plan_mail(conn, &new, &[TO_PUBLISH], &[(TO_PUBLISH, by.now)], by)?;
        record(conn, &new, "minutes-publication-asked", by)?;
        return Ok(Came::Asked);
    }
    give_out(conn, (&new, &version), standing.as_ref(), by)?;
    Ok(Came::Out)
}

/// It is out, in place of what was before, and its mail goes when it can be undone no more.
fn give_out(
    conn: &mut Conn,
    (new, version): (&Publication, &Version),
    before: Option<&Publication>,
    by: By,
) -> Result<()> {
    let of = new.meeting;
    let earlier = store::of_meeting(conn, of)?;
    let tells_of_correction =
        version.step == Step::Corrected && !rules::was_out(&earlier, new.number);
    if let Some(before) = before {
        store::note_public(conn, of, by.now)?;
        let (from, to) = (PublicationState::Published, PublicationState::Replaced);
        store::turn(conn, before.id, from, to)?;
    }
    let mail_at = by.now + UNDONE_WITHIN;
    let (from, to) = (PublicationState::Asked, PublicationState::Published);
    store::turn(conn, new.id, from, to)?;
    store::publish(conn, new.id, by.person, (by.now, mail_at))?;
    let day = meetings::meeting(conn, of)?.first_day();
    store::list(conn, new, &version.told, (day, by.now))?;
    accesses::show(conn, of, Audience::Public)?;
    store::note_shut(conn, of, by.now)?;
    let actor = Actor::Person(by.person);
    meeting_plan::mark(conn, of, Stage::Publication, true, actor, by.now)?;
    let mut mail = vec![(PUBLISHED, mail_at)];
    if tells_of_correction {
        mail.push((CORRECTED, mail_at));
    }
    plan_mail(conn, new, &[TO_PUBLISH, PUBLISHED, CORRECTED], &mail, by)?;
    record(conn, new, "minutes-published", by)
}

/// What was asked for of another version is not published any more.
fn forget_asked(conn: &mut Conn, of: MeetingId, by: By) -> Result<()> {
    let Some(old) = store::asked(conn, of)? else {
        return Ok(());
    };
    let (from, to) = (PublicationState::Asked, PublicationState::Undone);
    store::turn(conn, old.id, from, to)?;
    plan_mail(conn, &old, &[TO_PUBLISH], &[], by)
}

/// Takes a publication back before anybody is told: nothing of it is out any more. Where it took the place of an earlier
/// one, that is out again.
///
/// # Errors
/// `Refused` when its mail has gone, `Stale` when it is out no more, or when the database fails.
pub fn undo(conn: &mut Conn, of: MeetingId, id: RowId, by: By) -> Result<()> {
    let standing = as_shown(conn, of, id)?;
    rules::may_undo(&standing, by.now).map_err(Error::Refused)?;
    // Whoever took a copy meanwhile is told that it is gone.
    store::note_public(conn, of, by.now)?;
    let (from, to) = (PublicationState::Published, PublicationState::Undone);
    store::turn(conn, id, from, to)?;
    plan_mail(conn, &standing, &[PUBLISHED, CORRECTED], &[], by)?;
    let before = store::of_meeting(conn, of)?.into_iter();
    let mut replaced = before.filter(|one| one.state == PublicationState::Replaced);
    if let Some(before) = replaced.next() {
        let (from, to) = (PublicationState::Replaced, PublicationState::Published);
        store::turn(conn, before.id, from, to)?;
        let told = rounds::version(conn, of, before.number)?.told;
        let day = meetings::meeting(conn, of)?.first_day();
        let at = before.published_at.unwrap_or(by.now);
        store::list(conn, &before, &told, (day, at))?;
        accesses::take_back_since(conn, of, at)?;
    } else {
        store::unlist(conn, of)?;
        accesses::show(conn, of, Audience::Members)?;
        let actor = Actor::Person(by.person);
        meeting_plan::mark(conn, of, Stage::Publication, false, actor, by.now)?;
    }
    store::note_shut(conn, of, by.now)?;
    record(conn, &standing, "minutes-publication-undone", by)
}

/// Withdraws what is out. Its address stays and tells that it was withdrawn, why and when.
///
/// # Errors
/// `Stale` when it is out no more, or when the database fails.
pub fn withdraw(conn: &mut Conn, of: MeetingId, id: RowId, reason: &str, by: By) -> Result<()> {
    let standing = as_shown(conn, of, id)?;
    store::note_public(conn, of, by.now)?;
    store::withdraw(conn, of, reason, by.person, by.now)?;
    store::unlist(conn, of)?;
    accesses::show(conn, of, Audience::Members)?;
    let mail = [(WITHDRAWN, by.now)];
    plan_mail(
        conn,
        &standing,
        &[PUBLISHED, CORRECTED, WITHDRAWN],
        &mail,
        by,
    )?;
    record(conn, &standing, "minutes-withdrawn", by)
}

fn as_shown(conn: &mut Conn, of: MeetingId, id: RowId) -> Result<Publication> {
    let standing = store::standing(conn, of)?.ok_or(Error::Stale)?;
    (standing.id == id).then_some(standing).ok_or(Error::Stale)
}

/// Of these kinds of mail about a publication those go that are named, each at its moment, and no others.
fn plan_mail(
    conn: &mut Conn,
    of: &Publication,
    kinds: &[&'static str],
    at: &[(&'static str, Moment)],
    by: By,
) -> Result<()> {
    let about_day = boards::board(conn, of.board)?.today(by.now);
    let wanted = |(kind, due): &(&'static str, Moment)| Wanted {
        key: Key {
            kind,
            object_id: of.id.to_string(),
            slot: kind.strip_prefix("minutes-").unwrap_or(kind).to_owned(),
        },
        object_kind: PUBLICATION,
        about_day,
        deadline: None,
        due: *due,
        expires: *due + WORTH_TELLING,
    };
    let wanted: Vec<Wanted> = at.iter().map(wanted).collect();
    let scope = Scope {
        board: Some(of.board),
        object_id: of.id.as_str(),
        kinds,
    };
    let standing = ledger::of_object(conn, of.id.as_str())?;
    ledger::reconcile(conn, scope, &standing, &wanted, by.now)
}

fn record(conn: &mut Conn, of: &Publication, action: &'static str, by: By) -> Result<()> {
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: "minutes_publication",
        object_id: of.meeting.as_str(),
        object_version: of.number,
        action,
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}
