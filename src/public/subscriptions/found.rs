//! What the mail of subscriptions finds of published minutes: what is out when it goes, and what of it may be named.

use super::store::{self, readers};
use super::{Again, Item, Published, Reading, mail, rules};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, BoardId, PersonId, ProductId, RowId};
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
use crate::minutes::told::{Told, ToldItem};
use crate::web::access::Clearance;
use crate::web::paths;
use std::collections::{BTreeSet, HashMap};

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
        let products = products_of(conn, &of)?;
        let own = readers::clearances(conn, (of.board, &all(&products)), now)?;
        published(conn, &of, (&products, &own), now)
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
    let own = readers::clearances(conn, (of, &BTreeSet::new()), now)?;
    let mut found = Vec::new();
    // What could be undone still when it was last told of was told to nobody: it came out before that.
    for one in publications::since(conn, of, since - UNDONE_WITHIN)? {
        if one.mail_at.is_some_and(|at| at <= now) {
            found.extend(published(conn, &one, (&Products::new(), &own), now)?);
        }
    }
    Ok(found)
}

/// Tells what boards have published about products in a week.
///
/// # Errors
/// When the database fails.
pub fn about_products(conn: &mut Conn, _: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let now = desk.now;
    mail::tell_about_products(conn, desk, |conn, topics, since| {
        let since = since - UNDONE_WITHIN;
        let mut found = Vec::new();
        for id in store::told::published_about(conn, topics, (since, now))? {
            let one = publications::publication(conn, id)?;
            let own = readers::clearances(conn, (one.board, topics), now)?;
            let products = products_of(conn, &one)?;
            found.extend(published(conn, &one, (&products, &own), now)?);
        }
        Ok(found)
    })
}

/// The products that what is out of these minutes is about, item by item; nothing of an item whose title is exempt.
type Products = HashMap<AgendaItemId, BTreeSet<ProductId>>;

fn products_of(conn: &mut Conn, of: &Publication) -> Result<Products> {
    let mut found = Products::new();
    for (item, product) in store::told::products_of(conn, of.meeting)? {
        found.entry(item).or_default().insert(product);
    }
    Ok(found)
}

fn all(of: &Products) -> BTreeSet<ProductId> {
    of.values().flatten().copied().collect()
}

/// What is out, with what may be named of it to whom; none where nobody finds anything of it. `own` are those who have to do
/// with the board themselves, with what they may read.
fn published(
    conn: &mut Conn,
    of: &Publication,
    (products, own): (&Products, &HashMap<PersonId, Clearance>),
    now: Moment,
) -> Result<Option<Published>> {
    let version = rounds::version(conn, of.meeting, of.number)?;
    let known = accesses::of_meeting(conn, of.meeting)?;
    let visitor = Clearance::of_nobody(now);
    let owner = Clearance {
        is_service_owner: true,
        ..visitor.clone()
    };
    let before = before(conn, of, &version)?;
    let looks = Looks {
        told: &version.told,
        outside: shown_to(&version.told, &known, &visitor).0.items,
        known: &known,
        products,
        before: before.as_ref(),
    };
    let owners = looks.reading(&owner);
    let each = own.iter();
    let each = each.map(|(person, reads)| (*person, looks.reading(reads)));
    let own: HashMap<PersonId, Reading> = each.collect();
    if owners.items.is_empty() && own.values().all(|one| one.items.is_empty()) {
        return Ok(None);
    }
    Ok(Some(Published {
        meeting: of.meeting,
        board: of.board,
        day: meetings::meeting(conn, of.meeting)?.first_day(),
        at: of.mail_at.or(of.published_at).unwrap_or(of.asked_at),
        visitors: looks.reading(&visitor),
        owners,
        own,
        url_path: paths::published_meeting(of.meeting),
        again: before.map(|before| before.again),
    }))
}

/// What subscribers were told of before in the place of these minutes.
struct Before {
    again: Again,
    told: Told,
    /// The items and cases of which something was found since.
    assessed: Vec<RowId>,
    /// Whether they were withdrawn in between: all of them is news then.
    is_back: bool,
}

/// None where nothing was told of before.
fn before(conn: &mut Conn, of: &Publication, version: &Version) -> Result<Option<Before>> {
    let all = publications::of_meeting(conn, of.meeting)?;
    let Some(before) = rules::before(&all, of) else {
        return Ok(None);
    };
    let (Some(from), Some(told_at)) = (before.published_at, before.mail_at) else {
        return Ok(None);
    };
    let is_corrected = before.number != of.number;
    Ok(Some(Before {
        again: Again {
            told_at,
            reason: if is_corrected {
                version.reason.clone()
            } else {
                String::new()
            },
        },
        told: rounds::version(conn, of.meeting, before.number)?.told,
        assessed: accesses::assessed_since(conn, of.meeting, from)?,
        is_back: before.state == PublicationState::Withdrawn,
    }))
}

/// What is known of minutes, for what each reader finds in them.
struct Looks<'a> {
    told: &'a Told,
    /// The items as a visitor is shown them.
    outside: Vec<ToldItem>,
    known: &'a HashMap<AgendaItemId, ItemAccess>,
    products: &'a Products,
    before: Option<&'a Before>,
}

impl Looks<'_> {
    fn reading(&self, reads: &Clearance) -> Reading {
        let now = shown_to(self.told, self.known, reads).0;
        let then = self.before.map(|before| {
            // What was deferred then may be open now.
            let reads_then = Clearance {
                now: before.again.told_at,
                ..reads.clone()
            };
            (before, shown_to(&before.told, self.known, &reads_then).0)
        });
        let is_changed = then.as_ref().is_some_and(|(before, then)| {
            before.is_back || rules::is_changed(then, &now, &before.assessed)
        });
        let pairs = now.items.iter().zip(&self.outside);
        let open = pairs.filter(|(item, _)| item.withheld.is_none());
        let told = open.map(|(item, outside)| Item {
            name: named(item, outside),
            products: self.products.get(&item.item).cloned().unwrap_or_default(),
            is_changed: then.as_ref().is_some_and(|(before, then)| {
                before.is_back || rules::is_item_changed(then, item, &before.assessed)
            }),
        });
        Reading {
            items: told.collect(),
            is_changed,
        }
    }
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
