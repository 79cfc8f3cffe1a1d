//! Letting people in: the first administrator by a command, a service owner's people by the register.

use super::mail;
use super::sign_in::{self, Asked};
use super::store::persons::{self, By};
use super::store::{self, affiliations};
use super::{InstanceRole, JoinedBy, PersonFields, Refusal, today};
use crate::audit::Actor;
use crate::db::Conn;
use crate::db::ids::{MessageId, OrganisationId, PersonId};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::mail::ledger::{AtOnce, tell_at_once};
use crate::mail::pass::PostOffice;
use chrono::Duration;

/// How long the word that someone is let in may still be sent.
const WORD_LIVES: Duration = Duration::days(14);

/// What an invitation did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invited {
    pub person: PersonId,
    /// The person was not in the register before.
    pub is_new: bool,
    /// The role begins today; otherwise they already had it.
    pub role_begins: bool,
    pub link: Asked,
}

/// Gives someone a role for the whole instance from today and sends them a link to sign in with. A second time it
/// changes nothing and sends another link.
///
/// # Errors
/// `Refused` when the address is none, or when the database fails.
pub fn invite(
    office: &PostOffice,
    role: InstanceRole,
    address: &str,
    name: &str,
    language: Language,
) -> Result<Invited> {
    let now = office.clock.now();
    let by = By {
        actor: Actor::System,
        now,
    };
    let mut form = crate::web::Form::filled([("address", address.to_owned())]);
    let address = form.needed_address("address");
    if let Some(said) = form.mistake("address") {
        return Err(Error::Refused(said.clone()));
    }
    let invited = office.db.write_now(|conn| {
        let known = store::person_by_address(conn, &address)?;
        let person = match &known {
            Some(known) => known.id,
            None => added(conn, by, name, &address, language)?,
        };
        let today = today(now);
        let standing = persons::instance_roles(conn, person)?;
        let role_begins = !standing
            .iter()
            .any(|one| one.role == role && one.period.contains(today));
        if role_begins {
            persons::give_role(conn, by, person, role, (today, None))?
                .map_err(|(_, said)| Error::Refused(said))?;
        }
        let link = sign_in::ask(conn, office, &address, "", now)?;
        Ok(Invited {
            person,
            is_new: known.is_none(),
            role_begins,
            link,
        })
    })?;
    office.bell.ring();
    Ok(invited)
}

/// Who is let in as a service owner's person.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub organisation: OrganisationId,
    pub name: String,
    pub address: String,
    pub language: Language,
}

/// Lets a person use an organisation's right as a service owner, and tells them where to sign in.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn invite_to(
    conn: &mut Conn,
    office: &PostOffice,
    by: By,
    invitation: &Invitation,
) -> Result<Result<(), Refusal>> {
    let today = today(by.now);
    let organisation = store::organisation(conn, invitation.organisation, today)?;
    if !store::service_owners_on(conn, today)?.contains(&organisation.id) {
        return Ok(Err(("address", Said::new("invite-not-service-owner"))));
    }
    let address = &invitation.address;
    let person = match store::person_by_address(conn, address)? {
        Some(known) => known.id,
        None => added(conn, by, &invitation.name, address, invitation.language)?,
    };
    if !affiliations::begin(conn, by, person, organisation.id, JoinedBy::Invited)? {
        return Ok(Err(("address", Said::new("invite-already"))));
    }
    let person = store::person(conn, person)?;
    let letter = mail::invited(&person, address, &organisation.name, &office.base_url);
    let id = MessageId::new();
    let what = AtOnce {
        kind: mail::INVITED,
        board: None,
        object_kind: "organisation",
        object_id: organisation.id.as_str(),
        expires: by.now + WORD_LIVES,
    };
    tell_at_once(conn, &what, id, &letter, office.domain(), by.now)?;
    Ok(Ok(()))
}

/// Tells a person's old address that another has taken its place; does nothing where they had none.
///
/// # Errors
/// When the database fails.
pub fn tell_old_address(
    conn: &mut Conn,
    office: &PostOffice,
    by: By,
    person: PersonId,
    old: Option<&str>,
) -> Result<()> {
    let person = store::person(conn, person)?;
    let Some(old) = old.filter(|old| person.address.as_deref() != Some(old)) else {
        return Ok(());
    };
    let what = AtOnce {
        kind: mail::ADDRESS_CHANGED,
        board: None,
        object_kind: "person",
        object_id: person.id.as_str(),
        expires: by.now + WORD_LIVES,
    };
    let letter = mail::address_changed(&person, old);
    let id = MessageId::new();
    tell_at_once(conn, &what, id, &letter, office.domain(), by.now)
}

fn added(
    conn: &mut Conn,
    by: By,
    name: &str,
    address: &str,
    language: Language,
) -> Result<PersonId> {
    let fields = PersonFields {
        name: name.to_owned(),
        address: Some(address.to_owned()),
        language,
        title: String::new(),
    };
    persons::add(conn, by, &fields)?.map_err(|(_, said)| Error::Refused(said))
}
