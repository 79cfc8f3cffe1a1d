//! What the mail of subscriptions finds of published minutes: what is out when it goes, and what of it may be named.

use super::{Published, mail};
use crate::db::Conn;
use crate::db::ids::{BoardId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::mail::{Answer, Desk, Occasion};
use crate::meetings::store as meetings;
use crate::minutes::access::store as accesses;
use crate::minutes::publication::{
    Publication, PublicationState, UNDONE_WITHIN, store as publications,
};
use crate::minutes::round::routes::shown_to;
use crate::minutes::round::store as rounds;
use crate::web::access::Clearance;
use crate::web::paths;

/// Tells of one publication.
///
/// # Errors
/// When the database fails.
pub fn each(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let now = desk.now;
    mail::tell_each(conn, occasion, desk, |conn, object| {
        match out(conn, object)? {
            Some(of) => published(conn, &of, now),
            None => Ok(None),
        }
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
    let mut found = Vec::new();
    // What could be undone still when it was last told of was told to nobody: it came out before that.
    for one in publications::since(conn, of, since - UNDONE_WITHIN)? {
        if one.mail_at.is_some_and(|at| at <= now) {
            found.extend(published(conn, &one, now)?);
        }
    }
    Ok(found)
}

/// What is out, with what may be named of it to whom; none where a visitor and a service owner find nothing of it.
fn published(conn: &mut Conn, of: &Publication, now: Moment) -> Result<Option<Published>> {
    let told = rounds::version(conn, of.meeting, of.number)?.told;
    let known = accesses::of_meeting(conn, of.meeting)?;
    let visitor = Clearance::of_nobody(now);
    let owner = Clearance {
        is_service_owner: true,
        ..visitor.clone()
    };
    let [items, items_for_owners] = [visitor, owner].map(|reads| {
        let cut = shown_to(&told, &known, &reads).0.items.into_iter();
        let open = cut.filter(|item| item.withheld.is_none());
        open.map(|item| item.name()).collect::<Vec<String>>()
    });
    if items_for_owners.is_empty() {
        return Ok(None);
    }
    Ok(Some(Published {
        meeting: of.meeting,
        board: of.board,
        day: meetings::meeting(conn, of.meeting)?.first_day(),
        at: of.mail_at.or(of.published_at).unwrap_or(of.asked_at),
        items,
        items_for_owners,
        url_path: paths::published_meeting(of.meeting),
    }))
}
