//! A service owner's people: invited, or asking with an address at an approved domain; listed and ended.

use super::{administrator, link_in, person, roles, service_owner};
use crate::support::{Browser, Instance, instances};
use chrono::Duration;
use styringsrad::people::store::{affiliations, organisations};
use styringsrad::people::{JoinedBy, today};

const START: &str = "2026-11-23 08:00";
const OLA: [(&str, &str); 3] = [
    ("name", "Ola Nordmann"),
    ("address", "Ola@Kartverket.no"),
    ("language", "nn"),
];

async fn invite(admin: &mut Browser<'_>, id: &str, address: &str) {
    let fields = [("name", "Kari"), ("address", address), ("language", "nn")];
    admin
        .post(&format!("/organisations/{id}/people"), &fields)
        .await
        .goes_to();
}

async fn end(instance: &Instance, admin: &mut Browser<'_>, id: &str, address: &str) {
    let who = person(instance, address);
    let standing = instance
        .app
        .db
        .read_now(|conn| affiliations::of_person(conn, who))
        .expect("the register answers");
    let row = standing
        .last()
        .expect("the register answers")
        .id
        .to_string();
    let path = format!("/organisations/{id}/people/end");
    let to = admin.post(&path, &[("affiliation", &row)]).await.goes_to();
    assert!(to.ends_with("said-affiliation-ended"), "{to}");
}

#[actix_web::test]
async fn an_invited_person_is_told_where_to_sign_in_and_has_the_right_at_once() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        invite(&mut admin, &id, "kari@example.no").await;
        instance.tick();
        let mail = instance.take_mails().remove(0).replace("=\r\n", "");
        assert!(
            mail.contains("kari@example.no") && mail.contains("/sign-in"),
            "{mail}"
        );
        assert!(
            !mail.contains("/link/"),
            "the word that one is let in holds no secret"
        );
        assert!(mail.contains("Content-Language: nn"), "{mail}");
        assert_eq!(
            roles(&instance, "kari@example.no").service_owner_of.len(),
            1
        );
        let path = format!("/organisations/{id}/people");
        let fields = [
            ("name", "Kari"),
            ("address", "kari@example.no"),
            ("language", "nn"),
        ];
        let page = admin.post(&path, &fields).await.is(422);
        assert!(page.contains("har allerede tilgang"), "{page}");
        let page = admin.get(&format!("/organisations/{id}")).await.ok();
        assert!(
            page.contains("Invitert") && page.contains("Avslutt tilgangen til Kari"),
            "{page}"
        );
    }
}

#[actix_web::test]
async fn who_asks_with_an_approved_address_confirms_it_once_and_is_in() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        let mut ola = instance.browser();
        assert_eq!(ola.post("/join", &OLA).await.goes_to(), "/join/sent");
        instance.tick();
        let mail = instance.take_mails().remove(0);
        let link = link_in(&mail);
        assert!(link.starts_with("/join/link/"), "{link}");
        let mut scanner = instance.browser();
        scanner.get(&link).await.ok();
        scanner.head(&link).await.ok();
        assert!(ola.get(&link).await.ok().contains("Kartverket"));
        // A link of one purpose does not serve the other.
        ola.post(&link.replace("/join/", "/sign-in/"), &[])
            .await
            .is(410);
        assert_eq!(ola.post(&link, &[]).await.goes_to(), "/");
        ola.get("/me/devices").await.ok();
        instance.browser().post(&link, &[]).await.is(410);
        assert_eq!(
            roles(&instance, "ola@kartverket.no").service_owner_of.len(),
            1
        );
        let page = admin.get(&format!("/organisations/{id}")).await.ok();
        assert!(
            page.contains("Ba om tilgang") && page.contains("Ola Nordmann"),
            "{page}"
        );
    }
}

/// F37: the answer does not tell which organisations are service owners, nor who has an account.
#[actix_web::test]
async fn the_answer_to_asking_is_the_same_whether_the_domain_is_approved_or_not() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        let mut answers = Vec::new();
        for address in [
            "ola@kartverket.no",
            "ola@evil-kartverket.no",
            "ola@x.kartverket.no",
        ] {
            let fields = [OLA[0], ("address", address), OLA[2]];
            let mut browser = instance.browser();
            let answer = browser.post("/join", &fields).await;
            let to = answer.location.clone().unwrap();
            answers.push((
                answer.status,
                answer.body,
                to.clone(),
                browser.get(&to).await.ok(),
            ));
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]));
        instance.tick();
        assert_eq!(instance.take_mails().len(), 1);
        for _ in 0..6 {
            assert_eq!(
                instance.browser().post("/join", &OLA).await.goes_to(),
                "/join/sent"
            );
        }
        instance.tick();
        assert_eq!(instance.take_mails().len(), 4, "five an hour");
    }
}

#[actix_web::test]
async fn a_link_of_joining_is_worth_nothing_when_the_organisation_no_longer_lets_one_in() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        instance.browser().post("/join", &OLA).await.goes_to();
        instance.tick();
        let link = link_in(&instance.take_mails().remove(0));
        let registered = {
            let (id, on) = (id.parse().unwrap(), today(instance.now()));
            instance
                .app
                .db
                .read_now(|conn| organisations::registered(conn, id, on))
                .unwrap()
        };
        let period = registered.owner[0].id;
        let path = format!("/organisations/{id}/service-owner/{period}");
        admin.post(&path, &[("last", "2026-11-22")]).await.goes_to();
        instance.browser().post(&link, &[]).await.is(410);
        // Nor is anybody invited to an organisation that is no service owner.
        let path = format!("/organisations/{id}/people");
        let page = admin.post(&path, &OLA).await.is(422);
        assert!(page.contains("ikke tjenesteeier i dag"), "{page}");
    }
}

/// F37: an ended right ends that day, and asking does not open it again; an invitation does.
#[actix_web::test]
async fn an_ended_right_ends_at_once_and_comes_back_by_invitation_only() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        invite(&mut admin, &id, "ola@kartverket.no").await;
        end(&instance, &mut admin, &id, "ola@kartverket.no").await;
        assert!(
            roles(&instance, "ola@kartverket.no")
                .service_owner_of
                .is_empty()
        );
        instance.tick();
        instance.take_mails();
        instance.browser().post("/join", &OLA).await.goes_to();
        instance.tick();
        assert!(instance.take_mails().is_empty());
        invite(&mut admin, &id, "ola@kartverket.no").await;
        assert_eq!(
            roles(&instance, "ola@kartverket.no").service_owner_of.len(),
            1
        );
        let who = person(&instance, "ola@kartverket.no");
        let rows = instance
            .app
            .db
            .read_now(|conn| affiliations::of_person(conn, who))
            .unwrap();
        assert_eq!(rows.len(), 2, "the ended one stays as it was");
        assert!(rows.iter().all(|row| row.joined_by == JoinedBy::Invited));
        let path = format!("/organisations/{id}/people/end");
        let ended = rows
            .iter()
            .find(|row| row.period.until.is_some())
            .unwrap()
            .id
            .to_string();
        admin.post(&path, &[("affiliation", &ended)]).await.is(404);
    }
}

/// F37: everyone's right ends the day the organisation's does.
#[actix_web::test]
async fn an_organisation_that_is_no_service_owner_any_more_gives_no_right() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        invite(&mut admin, &id, "kari@kartverket.no").await;
        let registered = {
            let (id, on) = (id.parse().unwrap(), today(instance.now()));
            instance
                .app
                .db
                .read_now(|conn| organisations::registered(conn, id, on))
                .unwrap()
        };
        let path = format!(
            "/organisations/{id}/service-owner/{}",
            registered.owner[0].id
        );
        admin.post(&path, &[("last", "2026-11-24")]).await.goes_to();
        let may = || {
            !roles(&instance, "kari@kartverket.no")
                .service_owner_of
                .is_empty()
        };
        assert!(may());
        instance.move_by(Duration::days(1));
        assert!(may(), "the last day is included");
        instance.move_by(Duration::days(1));
        assert!(!may());
    }
}

#[actix_web::test]
async fn a_domain_belongs_to_one_organisation_and_must_be_one() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        let fields = |domains| {
            [
                ("name", "Andre"),
                ("scheme", "no-org"),
                ("kind", "state_agency"),
                ("language", "nb"),
                ("domains", domains),
            ]
        };
        let page = admin
            .post("/organisations/new", &fields("andre.no\nKartverket.no"))
            .await
            .is(422);
        assert!(
            page.contains("kartverket.no er godkjent for en annen"),
            "{page}"
        );
        let page = admin
            .post("/organisations/new", &fields("<b>, a@b.no"))
            .await
            .is(422);
        assert!(
            page.contains("«&lt;b&gt;» er ikke et e-postdomene"),
            "{page}"
        );
        let to = admin
            .post(
                "/organisations/new",
                &fields("@Andre.no, andre.no\r\nsub.andre.no"),
            )
            .await
            .goes_to();
        assert!(admin.get(&to).await.ok().contains("andre.no, sub.andre.no"));
    }
}
