//! One-time links, sessions, devices, and forms that were posted too late.

use super::{ADMINISTRATOR, administrator, link_in, person, roles};
use crate::support::{Browser, Instance, instances, moment};
use chrono::Duration;
use diesel::prelude::*;
use styringsrad::db::schema::{instance_role, message, session_rule, sign_in_link};
use styringsrad::i18n::Language;
use styringsrad::mail::MessageState;
use styringsrad::people::invitation::invite;
use styringsrad::people::sign_in::Asked;
use styringsrad::people::{InstanceRole, store, today};

const START: &str = "2026-11-23 08:00";

/// Asks for a link and gives its path.
async fn asked_for(instance: &Instance, address: &str, next: &str) -> String {
    let mut browser = instance.browser();
    let fields = [("address", address), ("next", next)];
    let to = browser.post("/sign-in", &fields).await.goes_to();
    assert_eq!(to, "/sign-in/sent");
    instance.tick();
    let mails = instance.take_mails();
    assert_eq!(mails.len(), 1);
    link_in(&mails[0])
}

/// Signs a browser in as a person does: asks, opens the mail, presses the button.
async fn sign_in(instance: &Instance, browser: &mut Browser<'_>, own: bool) {
    let link = asked_for(instance, ADMINISTRATOR, "").await;
    browser.get(&link).await.ok();
    let fields: &[(&str, &str)] = if own { &[("own", "yes")] } else { &[] };
    browser.post(&link, fields).await.goes_to();
}

/// Whether the browser is let into the register.
async fn is_in(browser: &mut Browser<'_>) -> bool {
    browser.get("/organisations").await.status == 200
}

#[actix_web::test]
async fn a_scanner_that_follows_the_link_does_not_use_it_up() {
    for instance in instances(START) {
        administrator(&instance).await;
        let link = asked_for(&instance, ADMINISTRATOR, "/people").await;
        let mut scanner = instance.browser();
        for _ in 0..3 {
            scanner.get(&link).await.ok();
            scanner.head(&link).await.ok();
        }
        let mut browser = instance.browser();
        let page = browser.get(&link).await.ok();
        assert!(page.contains("Fullfør innloggingen"), "{page}");
        assert_eq!(browser.post(&link, &[]).await.goes_to(), "/people");
        assert!(is_in(&mut browser).await);
        // The second press, here or elsewhere, finds it used.
        let mut other = instance.browser();
        let page = other.post(&link, &[]).await.is(410);
        assert!(page.contains("Be om en ny lenke"), "{page}");
        other.get(&link).await.is(410);
        assert!(!is_in(&mut other).await);
    }
}

#[actix_web::test]
async fn of_two_who_press_at_once_one_is_signed_in() {
    for instance in instances(START) {
        administrator(&instance).await;
        let link = asked_for(&instance, ADMINISTRATOR, "").await;
        let (mut one, mut other) = (instance.browser(), instance.browser());
        one.get(&link).await.ok();
        other.get(&link).await.ok();
        let answers = tokio::join!(one.post(&link, &[]), other.post(&link, &[]));
        let mut statuses = [answers.0.status.as_u16(), answers.1.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 410]);
        assert_ne!(is_in(&mut one).await, is_in(&mut other).await);
    }
}

#[actix_web::test]
async fn a_link_lives_fifteen_minutes() {
    for instance in instances(START) {
        administrator(&instance).await;
        let (first, second) = (
            asked_for(&instance, ADMINISTRATOR, "").await,
            asked_for(&instance, ADMINISTRATOR, "").await,
        );
        let mut browser = instance.browser();
        instance.move_by(Duration::minutes(15) - Duration::seconds(1));
        browser.post(&first, &[]).await.goes_to();
        instance.move_by(Duration::seconds(1));
        instance.browser().get(&second).await.is(410);
        instance.browser().post(&second, &[]).await.is(410);
    }
}

#[actix_web::test]
async fn a_link_that_nobody_made_opens_nothing() {
    for instance in instances(START) {
        let mut browser = instance.browser();
        for token in ["0", "..%2f", "'%20OR%201=1--", &"a".repeat(4000)] {
            browser.get(&format!("/sign-in/link/{token}")).await.is(410);
            browser
                .post(&format!("/sign-in/link/{token}"), &[])
                .await
                .is(410);
            browser.get(&format!("/join/link/{token}")).await.is(410);
            browser
                .post(&format!("/join/link/{token}"), &[])
                .await
                .is(410);
        }
    }
}

/// F37: the answer must not tell who has an account.
#[actix_web::test]
async fn the_answer_is_the_same_whether_the_address_is_known_or_not() {
    for instance in instances(START) {
        administrator(&instance).await;
        let mut answers = Vec::new();
        for address in [ADMINISTRATOR, "nobody@digdir.no"] {
            let mut browser = instance.browser();
            let answer = browser.post("/sign-in", &[("address", address)]).await;
            assert_eq!(answer.status, 303);
            let to = answer.location.unwrap();
            let page = browser.get(&to).await.ok();
            answers.push((answer.body, to, page));
        }
        assert_eq!(answers[0], answers[1]);
        instance.tick();
        assert_eq!(instance.take_mails().len(), 1);
        let links: i64 = instance
            .app
            .db
            .read_now(|conn| Ok(sign_in_link::table.count().get_result(conn)?))
            .unwrap();
        assert_eq!(links, 3, "the unknown address leaves the same row behind");
    }
}

#[actix_web::test]
async fn an_address_is_sent_five_links_an_hour_and_is_not_told_of_the_sixth() {
    for instance in instances(START) {
        administrator(&instance).await;
        instance.move_by(Duration::hours(2));
        for _ in 0..5 {
            asked_for(&instance, ADMINISTRATOR, "").await;
            instance.move_by(Duration::minutes(1));
        }
        let mut browser = instance.browser();
        let sixth = browser
            .post("/sign-in", &[("address", ADMINISTRATOR)])
            .await;
        assert_eq!(sixth.goes_to(), "/sign-in/sent");
        instance.tick();
        assert!(instance.take_mails().is_empty(), "the sixth is not sent");
        instance.move_by(Duration::minutes(56));
        asked_for(&instance, ADMINISTRATOR, "").await;
    }
}

/// F17: the sender is always ours. The secret stands in the mail and nowhere else.
#[actix_web::test]
async fn the_mail_is_ours_and_the_ledger_holds_no_secret() {
    for instance in instances(START) {
        administrator(&instance).await;
        let mut browser = instance.browser();
        browser
            .post("/sign-in", &[("address", ADMINISTRATOR)])
            .await
            .goes_to();
        instance.tick();
        let mail = instance.take_mails().remove(0);
        let token = super::id_in(&link_in(&mail));
        let from = format!(" <{}>\r\n", instance.app.config.mail_from);
        assert!(
            mail.contains(&from) && mail.contains("Auto-Submitted: auto-generated"),
            "{mail}"
        );
        let stored: Vec<String> = instance
            .app
            .db
            .read_now(|conn| Ok(message::table.select(message::body).load(conn)?))
            .unwrap();
        assert!(stored.iter().all(|body| !body.contains(&token)));
        let hashes: Vec<String> = instance
            .app
            .db
            .read_now(|conn| {
                Ok(sign_in_link::table
                    .select(sign_in_link::token_hash)
                    .load(conn)?)
            })
            .unwrap();
        assert!(hashes.iter().all(|hash| !hash.contains(&token)));
    }
}

#[actix_web::test]
async fn with_no_server_to_take_it_the_link_stays_queued() {
    for instance in instances(START) {
        administrator(&instance).await;
        let mut browser = instance.browser();
        browser
            .post("/sign-in", &[("address", ADMINISTRATOR)])
            .await
            .goes_to();
        let queued: i64 = instance
            .app
            .db
            .read_now(|conn| {
                let queued = message::table.filter(message::state.eq(MessageState::Queued));
                Ok(queued.count().get_result(conn)?)
            })
            .unwrap();
        assert_eq!(queued, 1);
        instance.move_by(Duration::minutes(10));
        instance.tick();
        let link = link_in(&instance.take_mails().remove(0));
        browser.post(&link, &[]).await.goes_to();
    }
}

#[actix_web::test]
async fn a_session_ends_after_thirty_idle_minutes_and_after_eight_hours() {
    for instance in instances(START) {
        administrator(&instance).await;
        let mut browser = instance.browser();
        sign_in(&instance, &mut browser, false).await;
        instance.move_by(Duration::minutes(29));
        assert!(is_in(&mut browser).await);
        instance.move_by(Duration::minutes(30));
        assert!(!is_in(&mut browser).await, "idle for thirty minutes");

        sign_in(&instance, &mut browser, false).await;
        for _ in 0..19 {
            instance.move_by(Duration::minutes(25));
            assert!(is_in(&mut browser).await);
        }
        instance.move_by(Duration::minutes(5));
        assert!(
            !is_in(&mut browser).await,
            "eight hours are over, used or not"
        );
    }
}

#[actix_web::test]
async fn the_rule_of_a_role_makes_its_sessions_shorter() {
    for instance in instances(START) {
        administrator(&instance).await;
        instance
            .app
            .db
            .write_now(|conn| {
                let row = (
                    session_rule::role.eq("administrator"),
                    session_rule::idle_minutes.eq(10),
                    session_rule::longest_minutes.eq(60),
                );
                Ok(diesel::insert_into(session_rule::table)
                    .values(row)
                    .execute(conn)?)
            })
            .unwrap();
        let mut browser = instance.browser();
        sign_in(&instance, &mut browser, false).await;
        instance.move_by(Duration::minutes(9));
        assert!(is_in(&mut browser).await);
        instance.move_by(Duration::minutes(10));
        assert!(!is_in(&mut browser).await);
    }
}

#[actix_web::test]
async fn an_own_device_stays_signed_in_for_fourteen_days() {
    for instance in instances(START) {
        administrator(&instance).await;
        let mut browser = instance.browser();
        sign_in(&instance, &mut browser, true).await;
        instance.move_by(Duration::days(14) - Duration::minutes(1));
        assert!(is_in(&mut browser).await);
        instance.move_by(Duration::minutes(1));
        assert!(!is_in(&mut browser).await);
    }
}

#[actix_web::test]
async fn a_device_is_listed_and_signed_out_from_another() {
    for instance in instances(START) {
        let mut third = administrator(&instance).await;
        let (mut laptop, mut phone) = (instance.browser(), instance.browser());
        sign_in(&instance, &mut laptop, false).await;
        sign_in(&instance, &mut phone, true).await;
        let page = laptop.get("/me/devices").await.ok();
        assert!(
            page.contains("Egen enhet") && page.contains("Denne enheten"),
            "{page}"
        );
        let sessions: Vec<&str> = page
            .split("name=\"session\" value=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(
            sessions.len(),
            2,
            "one's own session is left by signing out"
        );
        let phones = styringsrad::secrets::hash(&phone.cookies["styringsrad_session"]);
        assert!(sessions.contains(&phones.as_str()));
        let to = laptop.post("/me/devices", &[("session", &phones)]).await;
        assert_eq!(to.goes_to(), "/me/devices?said=said-device-signed-out");
        assert!(!is_in(&mut phone).await && is_in(&mut third).await);
        laptop
            .post("/me/devices", &[("others", "yes")])
            .await
            .goes_to();
        assert!(!is_in(&mut third).await && is_in(&mut laptop).await);
        laptop.post("/sign-out", &[]).await.goes_to();
        assert!(!is_in(&mut laptop).await);
    }
}

#[actix_web::test]
async fn nobody_signs_another_persons_device_out() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let fields = [
            ("name", "Kari"),
            ("address", "kari@x.no"),
            ("language", "nb"),
        ];
        admin.post("/people/new", &fields).await.goes_to();
        let mut kari = instance.signed_in("kari@x.no").await;
        let theirs = styringsrad::secrets::hash(&admin.cookies["styringsrad_session"]);
        kari.post("/me/devices", &[("session", &theirs)])
            .await
            .goes_to();
        assert!(is_in(&mut admin).await);
    }
}

/// F37: an ended term ends access the same day, whatever session is open.
#[actix_web::test]
async fn a_role_ends_the_day_its_term_ends() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let id = person(&instance, ADMINISTRATOR);
        instance
            .app
            .db
            .write_now(|conn| {
                let theirs = instance_role::table.filter(instance_role::person_id.eq(id));
                let until = today(moment("2026-11-24 08:00"));
                Ok(diesel::update(theirs)
                    .set(instance_role::valid_until.eq(until))
                    .execute(conn)?)
            })
            .unwrap();
        // 22:45 UTC is 23:45 in Norway; a quarter of an hour later the day is over there.
        instance.move_to("2026-11-23 22:45");
        let mut admin_later = instance.signed_in(ADMINISTRATOR).await;
        assert!(is_in(&mut admin_later).await);
        instance.move_to("2026-11-23 23:00");
        assert!(!roles(&instance, ADMINISTRATOR).administrator);
        admin_later.get("/organisations").await.is(404);
        assert!(!is_in(&mut admin).await);
    }
}

#[actix_web::test]
async fn a_form_posted_too_late_is_kept_and_sent_after_sign_in_with_the_same_text() {
    for instance in instances(START) {
        let mut browser = administrator(&instance).await;
        browser.get("/people/new").await.ok();
        let name = "Čáhci & <Søn> \"Ærø\"";
        let fields = [
            ("name", name),
            ("address", "caa@x.no"),
            ("language", "nn"),
            ("title", "a=b&c"),
        ];
        instance.move_by(Duration::minutes(31));
        let to = browser.post("/people/new", &fields).await.goes_to();
        assert!(to.starts_with("/sign-in?next=/kept-forms/"), "{to}");
        let page = browser.get(&to).await.ok();
        assert!(page.contains("Vi har tatt vare på det du skrev"), "{page}");
        let kept = to.split("next=").nth(1).unwrap().to_owned();

        // Neither another browser nor another person gets it.
        let mut elsewhere = instance.signed_in(ADMINISTRATOR).await;
        elsewhere.get(&kept).await.is(404);

        let link = asked_for(&instance, ADMINISTRATOR, &kept).await;
        browser.get(&link).await.ok();
        assert_eq!(browser.post(&link, &[]).await.goes_to(), kept);
        let page = browser.get(&kept).await.ok();
        assert!(page.contains("action=\"/people/new\""), "{page}");
        let again = hidden_fields(&page);
        let again: Vec<(&str, &str)> = again
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(again, fields);
        let to = browser.post("/people/new", &again).await.goes_to();
        assert!(
            browser
                .get(&to)
                .await
                .ok()
                .contains("Čáhci &amp; &lt;Søn&gt;")
        );
        assert_eq!(person(&instance, "caa@x.no").as_str(), super::id_in(&to));
    }
}

/// Where it is not known whose session it was, the page itself carries what was typed: nothing is stored for a
/// stranger.
#[actix_web::test]
async fn a_form_whose_session_is_forgotten_comes_back_with_its_text_and_a_way_to_sign_in() {
    for instance in instances(START) {
        let mut browser = administrator(&instance).await;
        browser.get("/people/new").await.ok();
        let fields = [
            ("name", "Søn & <Co>"),
            ("address", "son@x.no"),
            ("language", "nn"),
            ("title", ""),
        ];
        browser
            .cookies
            .remove(styringsrad::web::visit::SESSION_COOKIE);
        let page = browser.post("/people/new", &fields).await.is(401);
        assert!(page.contains("href=\"/sign-in\""), "{page}");
        assert!(page.contains("action=\"/people/new\""), "{page}");
        let again = hidden_fields(&page);
        let again: Vec<(&str, &str)> = again
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(again, fields);
        let link = asked_for(&instance, ADMINISTRATOR, "").await;
        browser.get(&link).await.ok();
        browser.post(&link, &[]).await.goes_to();
        browser.post("/people/new", &again).await.goes_to();
    }
}

#[actix_web::test]
async fn links_of_a_page_never_lead_to_another_site_and_head_answers_like_get() {
    for instance in instances(START) {
        administrator(&instance).await;
        let mut browser = instance.browser();
        let page = browser.get("//evil.example/").await.is(404);
        assert!(
            !page.contains("\"//evil") && !page.contains("http://evil"),
            "{page}"
        );
        assert_eq!(browser.head("/").await.status, 200);
        let far = format!("/{}", "x".repeat(2000));
        let asked = [("address", ADMINISTRATOR), ("next", far.as_str())];
        browser.post("/sign-in", &asked).await.goes_to();
        instance.tick();
        let link = super::link_in(&instance.take_mails().remove(0));
        assert_eq!(browser.post(&link, &[]).await.goes_to(), "/");
    }
}

/// The hidden fields of the kept form, without its token, as a browser would post them.
fn hidden_fields(page: &str) -> Vec<(String, String)> {
    let main = page
        .split("<main")
        .nth(1)
        .expect("the page has a main part");
    let plain = |text: &str| {
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
    };
    main.split("<input type=\"hidden\" name=\"")
        .skip(1)
        .filter_map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            Some((name.to_owned(), plain(rest.split_once('"')?.0)))
        })
        .filter(|(name, _)| name != "token")
        .collect()
}

#[actix_web::test]
async fn another_person_in_the_same_browser_does_not_get_the_kept_form() {
    for instance in instances(START) {
        let mut browser = administrator(&instance).await;
        let fields = [
            ("name", "Kari"),
            ("address", "kari@x.no"),
            ("language", "nb"),
        ];
        browser.post("/people/new", &fields).await.goes_to();
        instance.move_by(Duration::minutes(31));
        let to = browser.post("/people/new", &fields).await.goes_to();
        let kept = to.split("next=").nth(1).unwrap().to_owned();
        let link = asked_for(&instance, "kari@x.no", &kept).await;
        browser.get(&link).await.ok();
        browser.post(&link, &[]).await.goes_to();
        browser.get(&kept).await.is(404);
    }
}

#[actix_web::test]
async fn a_form_without_our_token_or_from_another_site_is_refused() {
    for instance in instances(START) {
        let mut admin = administrator(&instance).await;
        let fields = [
            ("name", "Kari"),
            ("address", "kari@x.no"),
            ("language", "nb"),
        ];
        admin.get("/people/new").await.ok();
        for path in [
            "/people/new",
            "/organisations/new",
            "/me/devices",
            "/sign-in",
            "/sign-out",
            "/join",
        ] {
            admin.post_raw(path, &fields).await.is(403);
            let mut forged = fields.to_vec();
            forged.push(("token", "0123456789abcdef0123456789abcdef"));
            admin.post_raw(path, &forged).await.is(403);
            admin
                .post_from("https://evil.example", path, &fields)
                .await
                .is(403);
            admin.post_from("null", path, &fields).await.is(403);
        }
        assert!(is_in(&mut admin).await, "nobody was signed out");
        let base = instance.app.config.base_url.clone();
        admin
            .post_from(&base, "/people/new", &fields)
            .await
            .goes_to();
    }
}

/// F13: a link in a mail never leads to another site.
#[actix_web::test]
async fn signing_in_goes_on_to_our_own_pages_only() {
    for instance in instances(START) {
        administrator(&instance).await;
        let foreign = ["https://evil.example", "//evil.example", "/\\evil.example"];
        for next in foreign {
            let link = asked_for(&instance, ADMINISTRATOR, next).await;
            let to = instance.browser().post(&link, &[]).await.goes_to();
            assert_eq!(to, "/", "{next}");
        }
        let page = instance
            .browser()
            .get("/sign-in?next=/people%3Ftext=a")
            .await
            .ok();
        assert!(page.contains("value=\"/people?text=a\""), "{page}");
    }
}

#[actix_web::test]
async fn asking_with_nonsense_says_what_to_write_and_keeps_it() {
    let long = format!("{}@x.no", "a".repeat(300));
    for instance in instances(START) {
        let mut browser = instance.browser();
        let table = [
            ("", "Fyll ut feltet"),
            ("kari", "Skriv en e-postadresse"),
            ("<b>@x.no", "Skriv en e-postadresse"),
            ("a@x.no\r\nBcc: b@x.no", "linjeskift eller usynlige tegn"),
            ("a\u{202e}@x.no", "linjeskift eller usynlige tegn"),
            ("' OR 1=1 --", "Skriv en e-postadresse"),
            (&long, "Skriv høyst 254 tegn"),
        ];
        for (address, expected) in table {
            let page = browser
                .post("/sign-in", &[("address", address)])
                .await
                .is(422);
            assert!(page.contains(expected), "{address:?}: {page}");
            let typed = maud::Render::render(&address).into_string();
            assert!(page.contains(&typed), "{address:?} is still there");
        }
    }
}

#[actix_web::test]
async fn the_first_administrator_is_invited_once_and_may_be_sent_another_link() {
    for instance in instances(START) {
        let office = &instance.app.office;
        let role = InstanceRole::Administrator;
        let first = invite(office, role, "Astrid@Digdir.no", "Astrid", Language::NN).unwrap();
        assert!(first.is_new && first.role_begins && first.link == Asked::Sent);
        let second = invite(office, role, ADMINISTRATOR, "Other", Language::NB).unwrap();
        assert!(!second.is_new && !second.role_begins && second.link == Asked::Sent);
        assert_eq!(first.person, second.person);
        let known = instance
            .app
            .db
            .read_now(|conn| store::person(conn, first.person))
            .unwrap();
        assert_eq!(
            (known.name.as_str(), known.language),
            ("Astrid", Language::NN)
        );
        assert!(roles(&instance, ADMINISTRATOR).administrator);
        instance.tick();
        let mails = instance.take_mails();
        assert_eq!(mails.len(), 2);
        let link = link_in(&mails[0]);
        let mut browser = instance.browser();
        assert_eq!(browser.post(&link, &[]).await.goes_to(), "/");
        assert!(is_in(&mut browser).await);
        assert!(invite(office, role, "no address", "X", Language::NB).is_err());
    }
}

#[actix_web::test]
async fn everyone_may_read_the_front_pages_in_every_language() {
    for instance in instances(START) {
        for path in [
            "/",
            "/sign-in",
            "/join",
            "/accessibility",
            "/privacy",
            "/contact",
        ] {
            for (tag, sign_in) in [("nb", "Logg inn"), ("nn", "Logg inn"), ("en", "Sign in")] {
                let page = instance
                    .browser()
                    .get(&format!("{path}?lang={tag}"))
                    .await
                    .ok();
                assert!(page.contains(&format!("<html lang=\"{tag}\"")), "{path}");
                assert!(page.contains(sign_in), "{path} {tag}: {page}");
                assert_eq!(page.matches("<h1").count(), 1, "{path}");
            }
        }
        let mut admin = administrator(&instance).await;
        assert_eq!(admin.get("/").await.goes_to(), "/me");
    }
}
