//! What the mail of subscriptions finds of published minutes: what is out when it goes, and what of it may be named.

use super::store::readers;
use super::{Again, Published, mail, rules};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, BoardId, PersonId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::mail::{Answer, Desk, Occasion};
use crate::meetings::store as meetings;
use crate::minutes::access::{ItemAccess, store as accesses};
use crate::minutes::publication::{
    Publication, PublicationState, UNDONE_WITHIN, store as publications,
};
use crate::minutes::round::routes::shown_to;
use crate::minutes::round::{Version, store as rounds};
use crate::minutes::told::ToldItem;
use crate::web::access::Clearance;
use crate::web::paths;
use std::collections::HashMap;

/// Tells of one publication.
///
/// # Errors
/// When the database fails.
pub fn each(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let now = desk.now;
    mail::tell_each(conn, occasion, desk, |conn, object| {
        let Some(of) = out(conn, object)? else {
            return Ok(None);
        };
        let own = readers::clearances(conn, of.board, now)?;
        published(conn, &of, &own, now)
    })
}

/// The publication that an occasion is about, as long as it is out: what was taken back, or has another in its place, is
/// told to nobody.
///
/// # Errors
/// When the database fails.
pub fn out(conn: &mut Conn, object: &str) -> Result<Option<Publication>> {
    let id: Result<RowId, _> = object.parse();
    let Ok(id) = id else {
        return Ok(None);
    };
    match publications::publication(conn, id) {
        Ok(of) => Ok(Some(of).filter(|of| of.state == PublicationState::Published)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Tells what a board has published in a week.
///
/// # Errors
/// When the database fails.
pub fn weekly(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let now = desk.now;
    mail::tell_weekly(conn, occasion, desk, |conn, board, since| {
        news(conn, board, since, now)
    })
}

fn news(conn: &mut Conn, of: BoardId, since: Moment, now: Moment) -> Result<Vec<Published>> {
    let own = readers::clearances(conn, of, now)?;
    let mut found = Vec::new();
    // What could be undone still when it was last told of was told to nobody: it came out before that.
    for one in publications::since(conn, of, since - UNDONE_WITHIN)? {
        if one.mail_at.is_some_and(|at| at <= now) {
            found.extend(published(conn, &one, &own, now)?);
        }
    }
    Ok(found)
}

/// What is out, with what may be named of it to whom; none where nobody finds anything of it. `own` are those who have to do
/// with the board themselves, with what they may read.
fn published(
    conn: &mut Conn,
    of: &Publication,
    own: &HashMap<PersonId, Clearance>,
    now: Moment,
) -> Result<Option<Published>> {
    let version = rounds::version(conn, of.meeting, of.number)?;
    let told = &version.told;
    let known = accesses::of_meeting(conn, of.meeting)?;
    let visitor = Clearance::of_nobody(now);
    let owner = Clearance {
        is_service_owner: true,
        ..visitor.clone()
    };
    let outside = shown_to(told, &known, &visitor).0.items;
    let names = |reads: &Clearance| -> Vec<String> {
        let cut = shown_to(told, &known, reads).0.items;
        let pairs = cut.iter().zip(&outside);
        let open = pairs.filter(|(item, _)| item.withheld.is_none());
        open.map(|(item, outside)| named(item, outside)).collect()
    };
    let (items, items_for_owners) = (names(&visitor), names(&owner));
    let named = own.iter().map(|(person, reads)| (*person, names(reads)));
    let items_for_own: HashMap<PersonId, Vec<String>> = named.collect();
    if items_for_owners.is_empty() && items_for_own.values().all(Vec::is_empty) {
        return Ok(None);
    }
    Ok(Some(Published {
        meeting: of.meeting,
        board: of.board,
        day: meetings::meeting(conn, of.meeting)?.first_day(),
        at: of.mail_at.or(of.published_at).unwrap_or(of.asked_at),
        items,
        items_for_owners,
        items_for_own,
        url_path: paths::published_meeting(of.meeting),
        again: again(conn, of, (&version, &known), (&visitor, &owner, own))?,
    }))
}

/// What came out before in its place and was told of, and for whom something is another since; none where nothing was.
fn again(
    conn: &mut Conn,
    of: &Publication,
    (version, known): (&Version, &HashMap<AgendaItemId, ItemAccess>),
    (visitor, owner, own): (&Clearance, &Clearance, &HashMap<PersonId, Clearance>),
) -> Result<Option<Again>> {
    let all = publications::of_meeting(conn, of.meeting)?;
    let Some(before) = rules::before(&all, of) else {
        return Ok(None);
    };
    let (Some(from), Some(told_at)) = (before.published_at, before.mail_at) else {
        return Ok(None);
    };
    let was = rounds::version(conn, of.meeting, before.number)?.told;
    let assessed = accesses::assessed_since(conn, of.meeting, from)?;
    let is_back = before.state == PublicationState::Withdrawn;
    let differs = |reads: &Clearance| {
        // What was deferred then may be open now.
        let reads_then = Clearance {
            now: told_at,
            ..reads.clone()
        };
        let then = shown_to(&was, known, &reads_then).0;
        let now = shown_to(&version.told, known, reads).0;
        is_back || rules::is_changed(&then, &now, &assessed)
    };
    let is_corrected = before.number != of.number;
    let differing = own.iter().filter(|(_, reads)| differs(reads));
    Ok(Some(Again {
        told_at,
        reason: if is_corrected {
            version.reason.clone()
        } else {
            String::new()
        },
        is_changed: differs(visitor),
        is_changed_for_owners: differs(owner),
        changed_for_own: differing.map(|(person, _)| *person).collect(),
    }))
}

/// What a mail calls an item that its reader may read: a case as it is told outside the board, and so too what is exempt. A
/// mail is forwarded, and its words are no longer ours to take back.
fn named(own: &ToldItem, outside: &ToldItem) -> String {
    if own.case.is_some() || own.mark.is_some() {
        outside.name()
    } else {
        own.name()
    }
}
