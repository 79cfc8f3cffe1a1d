//! The register of organisations and people.

use super::{ADMINISTRATOR, administrator, id_in, person, roles, service_owner};
use crate::support::instances;
use styringsrad::people::store::organisations;
use styringsrad::people::{store, today};

const START: &str = "2026-11-23 08:00";

const DIGDIR: [(&str, &str); 7] = [
    ("name", "Digitaliseringsdirektoratet"),
    ("short_name", "Digdir"),
    ("scheme", "no-org"),
    ("number", "991 825 827"),
    ("kind", "state_agency"),
    ("mailbox", "Postmottak@Digdir.no"),
    ("language", "nn"),
];

/// The fields with some put in the place of those that stand.
fn with<'a>(
    fields: &[(&'a str, &'a str)],
    other: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<(&str, &str)> = fields
        .iter()
        .filter(|(name, _)| other.iter().all(|(of, _)| of != name))
        .copied()
        .collect();
    all.extend_from_slice(other);
    all
}

#[actix_web::test]
async fn an_organisation_is_registered_found_and_shown() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let to = admin.post("/organisations/new", &DIGDIR).await.goes_to();
        let page = admin.get(&to).await.ok();
        for expected in [
            "Virksomheten er lagret",
            "991 825 827",
            "postmottak@digdir.no",
            "Statlig virksomhet",
        ] {
            assert!(page.contains(expected), "{expected}: {page}");
        }
        let unknown = with(
            &DIGDIR,
            &[
                ("name", "Norsk Presseforbund"),
                ("short_name", "NP"),
                ("number", ""),
                ("kind", "association"),
            ],
        );
        admin.post("/organisations/new", &unknown).await.goes_to();
        let table = [
            ("/organisations", true, true),
            ("/organisations?text=digdir", true, false),
            ("/organisations?text=991+825", true, false),
            ("/organisations?text=PRESSE", false, true),
            ("/organisations?kind=association", false, true),
            ("/organisations?text=%27%20OR%201%3D1", false, false),
        ];
        for (path, digdir, press) in table {
            let page = admin.get(path).await.ok();
            assert_eq!(
                page.contains(">Digitaliseringsdirektoratet<"),
                digdir,
                "{path}"
            );
            assert_eq!(page.contains(">Norsk Presseforbund<"), press, "{path}");
        }
    }
}

#[actix_web::test]
async fn a_number_that_cannot_be_is_refused_at_its_field() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        for (number, expected) in [
            ("123456789", "Siste siffer stemmer ikke"),
            ("99182582", "har ni sifre"),
            ("<script>", "har ni sifre"),
        ] {
            let fields = with(&DIGDIR, &[("number", number)]);
            let page = admin.post("/organisations/new", &fields).await.is(422);
            assert!(
                page.contains(expected) && page.contains("id=\"number-mistake\""),
                "{page}"
            );
            assert!(
                page.contains("value=\"Digdir\""),
                "what was typed is still there"
            );
        }
        let other = with(&DIGDIR, &[("scheme", "other"), ("number", "SE-2021006883")]);
        admin.post("/organisations/new", &other).await.goes_to();
        admin.post("/organisations/new", &DIGDIR).await.goes_to();
        let again = with(&DIGDIR, &[("name", "Digdir igjen")]);
        let page = admin.post("/organisations/new", &again).await.is(422);
        assert!(
            page.contains("En annen virksomhet har dette nummeret"),
            "{page}"
        );
    }
}

#[actix_web::test]
async fn a_new_name_begins_on_a_day_and_the_old_one_stays_listed() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let difi = with(&DIGDIR, &[("name", "Difi")]);
        let id = id_in(&admin.post("/organisations/new", &difi).await.goes_to());
        let names = format!("/organisations/{id}/names");
        let fields = [
            ("name", "Digdir"),
            ("short_name", "Digdir"),
            ("from", "2020-01-01"),
        ];
        admin.post(&names, &fields).await.goes_to();
        let page = admin.get(&format!("/organisations/{id}")).await.ok();
        assert!(
            page.contains("<h1 class=\"ds-heading\" data-size=\"lg\">Digdir</h1>"),
            "{page}"
        );
        assert!(
            page.contains("Difi, til og med 31. desember 2019"),
            "{page}"
        );
        let names_on = |day: &str| {
            let (id, day) = (id.parse().unwrap(), day.parse().unwrap());
            instance
                .app
                .db
                .read_now(|conn| store::organisation(conn, id, day))
                .unwrap()
                .name
        };
        assert_eq!(
            (
                names_on("2019-12-31").as_str(),
                names_on("2020-01-01").as_str()
            ),
            ("Difi", "Digdir")
        );
        let page = admin.post(&names, &fields).await.is(422);
        assert!(page.contains("må begynne etter det forrige"), "{page}");
        let wrong = [("name", ""), ("from", "30.02.2027")];
        let page = admin.post(&names, &wrong).await.is(422);
        assert!(
            page.contains("Skriv en dato som finnes") && page.contains("Fyll ut feltet"),
            "{page}"
        );
    }
}

#[actix_web::test]
async fn the_second_of_two_who_edit_is_told_who_changed_what_and_keeps_the_text() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = id_in(&admin.post("/organisations/new", &DIGDIR).await.goes_to());
        let path = format!("/organisations/{id}/edit");
        let page = admin.get(&path).await.ok();
        let version = page.split("name=\"version\" value=\"").nth(1).unwrap();
        let version = version.split('"').next().unwrap().to_owned();
        let first = with(
            &DIGDIR,
            &[("version", &version), ("contact", "Kari, 22 22 22 22")],
        );
        admin.post(&path, &first).await.goes_to();
        let second = with(&DIGDIR, &[("version", &version), ("contact", "Min tekst")]);
        let page = admin.post(&path, &second).await.is(409);
        for expected in [
            "Noen lagret før deg",
            "Astrid Berg",
            "Kari, 22 22 22 22",
            "value=\"Min tekst\"",
        ] {
            assert!(page.contains(expected), "{expected}: {page}");
        }
        let version = page.split("name=\"version\" value=\"").nth(1).unwrap();
        let version = version.split('"').next().unwrap().to_owned();
        let third = with(&DIGDIR, &[("version", &version), ("contact", "Min tekst")]);
        admin.post(&path, &third).await.goes_to();
        assert!(
            admin
                .get(&format!("/organisations/{id}"))
                .await
                .ok()
                .contains("Min tekst")
        );
    }
}

#[actix_web::test]
async fn two_people_never_share_an_address() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let kari = [
            ("name", "Kari"),
            ("address", "Kari@X.no"),
            ("language", "nb"),
            ("title", ""),
        ];
        let to = admin.post("/people/new", &kari).await.goes_to();
        let page = admin
            .post("/people/new", &with(&kari, &[("name", "Ola")]))
            .await
            .is(422);
        assert!(
            page.contains("Kari har denne adressen") && page.contains("id=\"address-mistake\""),
            "{page}"
        );
        let none = with(&kari, &[("name", "Ola"), ("address", "")]);
        let ola = admin.post("/people/new", &none).await.goes_to();
        admin
            .post("/people/new", &with(&none, &[("name", "Per")]))
            .await
            .goes_to();
        let path = format!("/people/{}/edit", id_in(&ola));
        let taken = with(&kari, &[("name", "Ola"), ("version", "1")]);
        admin.post(&path, &taken).await.is(422);
        // One's own address is no hindrance.
        let path = format!("/people/{}/edit", id_in(&to));
        admin
            .post(
                &path,
                &with(&kari, &[("version", "1"), ("title", "Direktør")]),
            )
            .await
            .goes_to();
        let page = admin
            .post(&path, &with(&kari, &[("version", "1")]))
            .await
            .is(409);
        assert!(
            page.contains("Direktør") && page.contains("Noen lagret før deg"),
            "{page}"
        );
    }
}

#[actix_web::test]
async fn with_another_address_the_person_is_signed_out_everywhere() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let kari = [
            ("name", "Kari"),
            ("address", "kari@x.no"),
            ("language", "nb"),
            ("title", ""),
        ];
        let id = id_in(&admin.post("/people/new", &kari).await.goes_to());
        let mut browser = instance.signed_in("kari@x.no").await;
        browser.get("/me/devices").await.ok();
        instance
            .browser()
            .post("/sign-in", &[("address", "kari@x.no")])
            .await
            .goes_to();
        instance.tick();
        let link = super::link_in(&instance.take_mails().remove(0));
        let moved = with(&kari, &[("address", "kari@y.no"), ("version", "1")]);
        admin
            .post(&format!("/people/{id}/edit"), &moved)
            .await
            .goes_to();
        assert_eq!(browser.get("/me/devices").await.status, 303);
        browser.post(&link, &[]).await.is(410);
        instance.tick();
        let told = instance.take_mails().remove(0);
        assert!(told.contains("To: Kari <kari@x.no>"), "{told}");
        assert!(!told.contains("kari@y.no"), "{told}");
    }
}

/// F38: the list of people is open to every secretariat, so it holds no addresses.
#[actix_web::test]
async fn the_list_of_people_holds_no_addresses() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let page = admin.get("/people").await.ok();
        assert!(
            page.contains("Astrid Berg") && !page.contains(ADMINISTRATOR),
            "{page}"
        );
        let page = admin.get("/people?text=astrid%40digdir.no").await.ok();
        assert!(
            page.contains(">Astrid Berg</a></td>"),
            "the whole address finds its person"
        );
        let page = admin.get("/people?text=digdir").await.ok();
        assert!(
            !page.contains(">Astrid Berg</a></td>"),
            "a part of an address finds nobody"
        );
    }
}

#[actix_web::test]
async fn an_administrator_is_made_and_ended_and_the_last_one_stays() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let kari = [
            ("name", "Kari"),
            ("address", "kari@x.no"),
            ("language", "nb"),
        ];
        let id = id_in(&admin.post("/people/new", &kari).await.goes_to());
        let own = person(&instance, ADMINISTRATOR);
        let page = admin
            .post(&format!("/people/{own}/administrator/end"), &[])
            .await
            .is(422);
        assert!(page.contains("den siste administratoren"), "{page}");
        let path = format!("/people/{id}/administrator");
        let wrong = [("from", "2026-11-23"), ("last", "2026-11-22")];
        let page = admin.post(&path, &wrong).await.is(422);
        assert!(
            page.contains("Siste dag kan ikke være før første dag"),
            "{page}"
        );
        admin.post(&path, &[("from", "2026-11-23")]).await.goes_to();
        assert!(roles(&instance, "kari@x.no").administrator);
        admin.post(&path, &[("from", "2026-12-01")]).await.is(422);
        let mut second = instance.signed_in("kari@x.no").await;
        second
            .post(&format!("/people/{own}/administrator/end"), &[])
            .await
            .goes_to();
        assert!(!roles(&instance, ADMINISTRATOR).administrator);
        admin.get("/people").await.is(404);
    }
}

/// F37: what one may not know of does not exist, and the check stands on every branch.
#[actix_web::test]
async fn the_register_does_not_exist_for_others() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let organisation = service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        let kari = [
            ("name", "Kari"),
            ("address", "kari@x.no"),
            ("language", "nb"),
        ];
        let id = id_in(&admin.post("/people/new", &kari).await.goes_to());
        let mut kari = instance.signed_in("kari@x.no").await;
        let shown = [
            "/organisations".to_owned(),
            "/organisations/new".to_owned(),
            format!("/organisations/{organisation}"),
            format!("/organisations/{organisation}/edit"),
            format!("/organisations/{organisation}/names"),
            format!("/organisations/{organisation}/service-owner"),
            format!("/organisations/{organisation}/people"),
            "/people".to_owned(),
            "/people/new".to_owned(),
            format!("/people/{id}"),
            format!("/people/{id}/edit"),
            format!("/people/{id}/administrator"),
        ];
        for path in &shown {
            admin.get(path).await.ok();
            kari.get(path).await.is(404);
            let to = instance.browser().get(path).await.goes_to();
            assert!(to.starts_with("/sign-in?next="), "{path}");
        }
        for path in shown
            .iter()
            .filter(|path| path.ends_with("/new") || path.matches('/').count() > 2)
        {
            kari.post(path, &[]).await.is(404);
            instance.browser().post(path, &[]).await.is(401);
        }
        for end in ["people/end", "service-owner/x"] {
            kari.post(&format!("/organisations/{organisation}/{end}"), &[])
                .await
                .is(404);
        }
        kari.post(&format!("/people/{id}/administrator/end"), &[])
            .await
            .is(404);
        for path in [
            "/organisations/none",
            "/people/none",
            "/people/00000000-0000-7000-8000-000000000000",
        ] {
            admin.get(path).await.is(404);
        }
    }
}

/// Every form with what nobody should send: the page again, with a message, and never an error of ours.
#[actix_web::test]
async fn hostile_input_is_answered_at_its_field() {
    let long = "å".repeat(5000);
    let hostile: [&str; 6] = [
        "",
        &long,
        "a\r\nBcc: x@y.no",
        "\u{202e}gnissel",
        "a\u{200b}b",
        "\u{0}",
    ];
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        let forms: [(String, &[&str]); 6] = [
            (
                "/organisations/new".to_owned(),
                &[
                    "name", "scheme", "number", "kind", "mailbox", "contact", "language", "domains",
                ],
            ),
            (
                format!("/organisations/{id}/names"),
                &["name", "short_name", "from"],
            ),
            (
                format!("/organisations/{id}/service-owner"),
                &["from", "last"],
            ),
            (
                format!("/organisations/{id}/people"),
                &["name", "address", "language"],
            ),
            (
                "/people/new".to_owned(),
                &["name", "address", "language", "title"],
            ),
            ("/join".to_owned(), &["name", "address", "language"]),
        ];
        for (path, names) in &forms {
            for value in hostile {
                let fields: Vec<(&str, &str)> = names.iter().map(|name| (*name, value)).collect();
                let page = admin.post(path, &fields).await.is(422);
                assert!(page.contains("ds-error-summary"), "{path} {value:?}");
                assert!(
                    page.contains("id=\"name-mistake\"") || !names.contains(&"name"),
                    "{path} {value:?}"
                );
            }
        }
        // What only looks hostile is a name like any other, and comes back as text.
        let fields = [
            ("name", "<b>Robert'); DROP TABLE person;--</b>"),
            ("language", "nb"),
        ];
        let to = admin.post("/people/new", &fields).await.goes_to();
        let page = admin.get(&to).await.ok();
        assert!(
            page.contains("&lt;b&gt;Robert'); DROP TABLE person;--&lt;/b&gt;"),
            "{page}"
        );
    }
}

#[actix_web::test]
async fn a_period_as_service_owner_is_ended_and_opened_again() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = service_owner(&mut admin, "Kartverket", "kartverket.no").await;
        let registered = || {
            let (id, on) = (id.parse().unwrap(), today(instance.now()));
            instance
                .app
                .db
                .read_now(|conn| organisations::registered(conn, id, on))
                .unwrap()
        };
        let period = registered().owner[0].id;
        let path = format!("/organisations/{id}/service-owner/{period}");
        admin.get(&path).await.ok();
        let page = admin.post(&path, &[("last", "2019-12-31")]).await.is(422);
        assert!(
            page.contains("Siste dag kan ikke være før første dag"),
            "{page}"
        );
        admin.post(&path, &[("last", "2026-11-22")]).await.goes_to();
        assert!(
            admin
                .get("/organisations")
                .await
                .ok()
                .contains("<td role=\"cell\" data-label=\"Tjenesteeier\">Nei</td>")
        );
        let again = format!("/organisations/{id}/service-owner");
        admin.post(&again, &[("from", "2026-11-22")]).await.is(422);
        admin
            .post(&again, &[("from", "2026-11-23")])
            .await
            .goes_to();
        assert_eq!(registered().owner.len(), 2);
        let page = admin.get(&format!("/organisations/{id}")).await.ok();
        assert!(
            page.contains("Fra 1. januar 2020 til og med 22. november 2026"),
            "{page}"
        );
    }
}
