//! One-time links: asked for by address, sent by mail, used up once, and what follows.
//!
//! The answer to asking is the
//! same whether the address is known or not, and an unknown address leaves the same row behind (F37).

use super::mail::{self, Asker};
use super::rules::{LINK_LIVES, LINKS_AN_HOUR, domain_of};
use super::store::affiliations;
use super::store::links::{self, Link};
use super::store::persons::{self, By};
use super::store::sessions::{self, NewSession};
use super::{JoinedBy, PersonFields, Purpose, store, today};
use crate::audit::Actor;
use crate::db::Conn;
use crate::db::ids::{MessageId, OrganisationId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::mail::Mail;
use crate::mail::ledger::{AtOnce, tell_at_once};
use crate::mail::pass::PostOffice;
use crate::secrets;
use crate::web::Roles;
use crate::web::access::RoleSource;

/// What became of asking for a link; for commands and logs, never for the page that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The mail is queued.
    Sent,
    /// Nobody is written to.
    NotKnown,
    /// The address has been sent as many links as it may this hour.
    TooOften,
}

/// Sends a link to sign in with, if the address is somebody's.
///
/// # Errors
/// When the database fails.
pub fn ask(
    conn: &mut Conn,
    office: &PostOffice,
    address: &str,
    goes_on_to: &str,
    now: Moment,
) -> Result<Asked> {
    let person = store::person_by_address(conn, address)?;
    let link = Link {
        purpose: Purpose::SignIn,
        address: address.to_owned(),
        person: person.as_ref().map(|person| person.id),
        organisation: None,
        name: String::new(),
        language: person
            .as_ref()
            .map_or(Language::NB, |person| person.language),
        goes_on_to: goes_on_to.to_owned(),
    };
    let letter = person
        .as_ref()
        .map(|person| mail::sign_in(person, address, &office.base_url));
    send(conn, office, &link, letter, now)
}

/// Someone who asks to join as a service owner's person.
#[derive(Clone, Debug)]
pub struct Joining {
    pub name: String,
    pub address: String,
    pub language: Language,
}

/// Sends a link that confirms the address, if its domain is one that a service owner has approved. Whose right was
/// ended is not let in again by asking; they must be invited.
///
/// # Errors
/// When the database fails.
pub fn ask_to_join(
    conn: &mut Conn,
    office: &PostOffice,
    joining: &Joining,
    now: Moment,
) -> Result<Asked> {
    let organisation = may_join(conn, &joining.address, now)?;
    let name = match organisation {
        Some(id) => Some(store::organisation(conn, id, today(now))?.name),
        None => None,
    };
    let link = Link {
        purpose: Purpose::Join,
        address: joining.address.clone(),
        person: None,
        organisation,
        name: joining.name.clone(),
        language: joining.language,
        goes_on_to: String::new(),
    };
    let letter = name.map(|organisation| {
        let asker = Asker {
            name: &joining.name,
            address: &joining.address,
            language: joining.language,
            organisation: &organisation,
        };
        mail::join(&asker, &office.base_url)
    });
    send(conn, office, &link, letter, now)
}

fn may_join(conn: &mut Conn, address: &str, now: Moment) -> Result<Option<OrganisationId>> {
    let Some(domain) = domain_of(address) else {
        return Ok(None);
    };
    let found = affiliations::with_domain(conn, domain)?;
    let owners = store::service_owners_on(conn, today(now))?;
    let Some(organisation) = found.filter(|id| owners.contains(id)) else {
        return Ok(None);
    };
    if let Some(person) = store::person_by_address(conn, address)? {
        let was_ended = affiliations::of_person(conn, person.id)?
            .iter()
            .any(|one| one.organisation == organisation && one.period.until.is_some());
        if was_ended {
            return Ok(None);
        }
    }
    Ok(Some(organisation))
}

fn send(
    conn: &mut Conn,
    office: &PostOffice,
    link: &Link,
    letter: Option<Mail>,
    now: Moment,
) -> Result<Asked> {
    if links::asked_within_the_hour(conn, &link.address, now)? >= LINKS_AN_HOUR {
        return Ok(Asked::TooOften);
    }
    let kind = match link.purpose {
        Purpose::SignIn => mail::SIGN_IN,
        Purpose::Join => mail::JOIN,
    };
    let id = MessageId::new();
    let token = office.key.sign(kind, id.as_str());
    links::add(conn, &secrets::hash(&token), link, now)?;
    let Some(letter) = letter else {
        return Ok(Asked::NotKnown);
    };
    let what = AtOnce {
        kind,
        board: None,
        object_kind: "sign_in_link",
        object_id: id.as_str(),
        expires: now + LINK_LIVES,
    };
    tell_at_once(conn, &what, id, &letter, office.domain(), now)?;
    Ok(Asked::Sent)
}

/// The browser that a session is to begin in.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The hash of the session's new token.
    pub session: String,
    pub own_device: bool,
    pub device: String,
}

/// Uses a link up and begins a session; gives what to go on to. None when it was used, or is too old.
///
/// # Errors
/// When the database fails.
pub fn follow(
    conn: &mut Conn,
    sources: &[RoleSource],
    token_hash: &str,
    browser: &Browser,
    now: Moment,
) -> Result<Option<String>> {
    let Some(link) = links::use_up(conn, token_hash, Purpose::SignIn, now)? else {
        return Ok(None);
    };
    let Some(person) = link.person else {
        return Ok(None);
    };
    begin(conn, sources, person, browser, now)?;
    Ok(Some(link.goes_on_to))
}

/// Uses a link of joining up: the person and their right begin, and a session too. None when it was used, is too
/// old, or the organisation no longer lets this address in.
///
/// # Errors
/// When the database fails.
pub fn join(
    conn: &mut Conn,
    sources: &[RoleSource],
    token_hash: &str,
    browser: &Browser,
    now: Moment,
) -> Result<Option<()>> {
    let Some(link) = links::use_up(conn, token_hash, Purpose::Join, now)? else {
        return Ok(None);
    };
    let still = may_join(conn, &link.address, now)?;
    let Some(organisation) = still.filter(|id| Some(*id) == link.organisation) else {
        return Ok(None);
    };
    let person = match store::person_by_address(conn, &link.address)? {
        Some(person) => person.id,
        None => add_joined(conn, &link, now)?,
    };
    let by = By {
        actor: Actor::Person(person),
        now,
    };
    affiliations::begin(conn, by, person, organisation, JoinedBy::Asked)?;
    begin(conn, sources, person, browser, now)?;
    Ok(Some(()))
}

fn add_joined(conn: &mut Conn, link: &Link, now: Moment) -> Result<PersonId> {
    let fields = PersonFields {
        name: link.name.clone(),
        address: Some(link.address.clone()),
        language: link.language,
        title: String::new(),
    };
    let by = By {
        actor: Actor::System,
        now,
    };
    persons::add(conn, by, &fields)?.map_err(|(_, said)| Error::Refused(said))
}

fn begin(
    conn: &mut Conn,
    sources: &[RoleSource],
    person: PersonId,
    browser: &Browser,
    now: Moment,
) -> Result<()> {
    let mut roles = Roles::default();
    for source in sources {
        source(conn, person, now, &mut roles)?;
    }
    let session = NewSession {
        hash: &browser.session,
        person,
        own_device: browser.own_device,
        device: &browser.device,
    };
    sessions::begin(conn, &session, &roles, now)
}
