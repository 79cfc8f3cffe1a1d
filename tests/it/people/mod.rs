//! Signing in, the register, and service owners' people: through the real routes, on both engines.

mod joining;
mod register;
mod sign_in;

use crate::support::{Browser, Instance};
use styringsrad::db::ids::PersonId;
use styringsrad::i18n::Language;
use styringsrad::people::invitation::invite;
use styringsrad::people::{InstanceRole, store};
use styringsrad::web::Roles;

pub const ADMINISTRATOR: &str = "astrid@digdir.no";

/// Makes the first administrator, forgets their mail, and signs them in.
pub async fn administrator(instance: &Instance) -> Browser<'_> {
    let office = &instance.app.office;
    invite(
        office,
        InstanceRole::Administrator,
        ADMINISTRATOR,
        "Astrid Berg",
        Language::NB,
    )
    .expect("the first administrator is invited");
    instance.tick();
    instance.take_mails();
    instance.signed_in(ADMINISTRATOR).await
}

/// The id of the person with this address.
pub fn person(instance: &Instance, address: &str) -> PersonId {
    instance
        .app
        .db
        .read_now(|conn| store::person_by_address(conn, address))
        .expect("the register answers")
        .expect("the person is there")
        .id
}

/// What the person with this address may do now.
pub fn roles(instance: &Instance, address: &str) -> Roles {
    let (id, now) = (person(instance, address), instance.now());
    instance
        .app
        .db
        .read_now(|conn| {
            let mut roles = Roles::default();
            store::roles(conn, id, now, &mut roles)?;
            Ok(roles)
        })
        .expect("the register answers")
}

/// The path of the personal link in a mail, which is quoted-printable (RFC 2045 § 6.7).
pub fn link_in(mail: &str) -> String {
    let text = mail.replace("=\r\n", "");
    let start = text.find("/link/").expect("the mail has a personal link");
    let before = text[..start].rfind('/').expect("an address");
    let token: String = text[start + 6..]
        .chars()
        .take_while(char::is_ascii_hexdigit)
        .collect();
    assert_eq!(token.len(), 32, "{mail}");
    format!("{}{token}", &text[before..start + 6])
}

/// The last part of the path that a redirect goes to, without its query.
pub fn id_in(location: &str) -> String {
    let path = location.split('?').next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Adds an organisation that is a service owner from 2020 on, and approves a domain; gives its id.
pub async fn service_owner(admin: &mut Browser<'_>, name: &str, domain: &str) -> String {
    let fields = [
        ("name", name),
        ("scheme", "no-org"),
        ("kind", "state_agency"),
        ("language", "nb"),
        ("domains", domain),
    ];
    let id = id_in(&admin.post("/organisations/new", &fields).await.goes_to());
    let path = format!("/organisations/{id}/service-owner");
    admin.post(&path, &[("from", "2020-01-01")]).await.goes_to();
    id
}
