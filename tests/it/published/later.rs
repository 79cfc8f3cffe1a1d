//! What becomes of what is published: assessed anew, withdrawn, kept in the memory of several processes, and read by visitors
//! of whom nothing is remembered.

use super::{FOR_OWNERS, Out, SAID, SECRET, case_of, forget_what_is_kept};
use crate::support::{Instance, instances};
use crate::world::{MEMBER, NOW, SECRETARY, SERVICE_OWNER};
use actix_web::middleware::from_fn;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App as Server, web};
use chrono::{Datelike, Duration as Span};
use diesel::prelude::*;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use styringsrad::db::ids::RowId;
use styringsrad::db::schema::{board_case, legal_basis};
use styringsrad::minutes::access::store as accesses;
use styringsrad::public::indexing;
use styringsrad::web::access::Audience;
use styringsrad::web::{public_cache, visit};

const DEALT_WITH: &str = "ble drøftet";

/// The first provision that something may be exempt by.
fn basis(instance: &Instance) -> String {
    let read = instance.app.db.read_now(|conn| {
        let first = legal_basis::table.order(legal_basis::position.asc());
        Ok(first.select(legal_basis::id).first::<RowId>(conn)?)
    });
    read.expect("there is law").to_string()
}

#[actix_web::test]
async fn what_is_found_open_later_stands_in_the_newest_version_alone() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let before = format!("{}/versions/2", out.page());
        instance.move_by(Span::hours(1));
        let mut kari = instance.signed_in(SECRETARY).await;
        out.correct(&mut kari, "Kartverket ba om høyere satser")
            .await;
        out.publish(&mut kari).await;
        let mut visitor = instance.browser();
        assert!(visitor.get(&before).await.ok().contains(SAID));
        instance.move_by(Span::hours(1));
        let mut kari = instance.signed_in(SECRETARY).await;
        let open = [("audience", "public"), ("assessment", "open")];
        out.find(&mut kari, out.exempt.id, &open).await;
        forget_what_is_kept();
        // It waits until somebody publishes the minutes again, and its title with it.
        let told = visitor.get(&out.page()).await.ok();
        assert!(
            !told.contains(DEALT_WITH) && !told.contains(SECRET),
            "{told}"
        );
        out.publish(&mut kari).await;
        forget_what_is_kept();
        assert!(visitor.get(&out.page()).await.ok().contains(DEALT_WITH));
        let told = visitor.get(&before).await.ok();
        assert!(!told.contains(DEALT_WITH) && told.contains(SAID), "{told}");
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&before).await.ok().contains(DEALT_WITH));
        // And what is found exempt later is withheld in all of them.
        let basis = basis(&instance);
        let exempt = [
            ("audience", "members"),
            ("assessment", "exempt"),
            ("basis", &*basis),
            ("scope", "whole"),
            ("extended-access", "yes"),
        ];
        out.find(&mut kari, out.open.id, &exempt).await;
        forget_what_is_kept();
        let told = visitor.get(&out.page()).await.ok();
        assert!(!told.contains("høyere satser"), "{told}");
        let told = visitor.get(&before).await.ok();
        assert!(!told.contains(SAID), "{told}");
    }
}

#[actix_web::test]
async fn that_minutes_were_withdrawn_is_told_to_everyone_only_where_everyone_could_read_them() {
    for instance in instances(NOW) {
        let out = Out::approved(&instance).await;
        let near = out.scene.near;
        out.mean(near, Audience::ServiceOwners);
        let mut kari = instance.signed_in(SECRETARY).await;
        out.publish(&mut kari).await;
        let reason = "Feil tall i tabellen";
        out.take_back(&mut kari, "withdraw", reason).await;
        let mut visitor = instance.browser();
        let told = visitor.get(&out.page()).await.ok();
        assert!(
            told.contains("Referatet er ikke publisert her") && !told.contains(reason),
            "{told}"
        );
        for path in [
            format!("{}/versions/2", out.page()),
            format!("{}/document", out.page()),
            format!("/published/cases/{}", case_of(&out.open)),
            format!("/api/v1/meetings/{near}"),
        ] {
            let told = visitor.get(&path).await.is(404);
            assert!(!told.contains(reason), "{path}: {told}");
        }
        for path in ["/api/v1/deleted", "/published/atom.xml"] {
            let told = visitor.get(path).await.ok();
            assert!(!told.contains(near.as_str()), "{path}: {told}");
        }
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        let told = owner.get(&out.page()).await.is(410);
        assert!(told.contains(reason) && !told.contains(FOR_OWNERS));
        let year = format!("/published/boards/{}/years/{}", out.board, out.day.year());
        let told = owner.get(&format!("{year}?lang=nb")).await.ok();
        assert!(told.contains("Trukket tilbake"), "{told}");
        let told = visitor.get(&year).await.ok();
        assert!(!told.contains("Trukket tilbake"), "{told}");
        out.show_board(Audience::Members);
        visitor.get(&out.page()).await.is(404);
    }
}

/// What everyone could read is meant for the board alone from now on, item by item.
async fn narrow(out: &Out<'_>) {
    let near = out.scene.near;
    let mut kari = out.instance.signed_in(SECRETARY).await;
    let known = (out.instance.app.db).read_now(|conn| accesses::of_meeting(conn, near));
    let known = known.expect("it is read");
    let members = [("audience", "members"), ("assessment", "open")];
    for own in known
        .values()
        .filter(|own| own.audience == Audience::Public)
    {
        out.find(&mut kari, own.item, &members).await;
    }
    forget_what_is_kept();
}

#[actix_web::test]
async fn what_is_shown_to_fewer_is_not_told_as_withdrawn_for_an_old_reason() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let near = out.scene.near;
        let reason = "Feil tall i tabellen";
        let mut kari = instance.signed_in(SECRETARY).await;
        out.take_back(&mut kari, "withdraw", reason).await;
        instance.move_by(Span::hours(1));
        let mut kari = instance.signed_in(SECRETARY).await;
        out.publish(&mut kari).await;
        instance.move_by(Span::hours(1));
        narrow(&out).await;
        let narrowed = instance.now();
        let mut visitor = instance.browser();
        let told = visitor.get(&out.page()).await.ok();
        assert!(
            told.contains("Referatet er ikke publisert her") && !told.contains(reason),
            "{told}"
        );
        for path in [
            format!("{}/versions/2", out.page()),
            format!("/published/cases/{}", case_of(&out.open)),
        ] {
            let told = visitor.get(&path).await.is(404);
            assert!(!told.contains(reason), "{path}: {told}");
        }
        let year = format!("/published/boards/{}/years/{}", out.board, out.day.year());
        let told = visitor.get(&year).await.ok();
        assert!(!told.contains("Trukket tilbake"), "{told}");
        // Whoever keeps a copy learns that it is to go, from the moment on at which not everyone could read it.
        let path = format!("/api/v1/meetings/{near}");
        let told = visitor.get(&path).await.is(410);
        assert!(!told.contains(reason), "{told}");
        let path = format!("/api/v1/deleted?deleted_since={narrowed}");
        let told = visitor.get(&path).await.ok();
        let at = format!("\"deleted_at\":\"{narrowed}\"");
        assert!(
            told.contains(near.as_str()) && told.contains(&at) && !told.contains(reason),
            "{told}"
        );
        let told = visitor.get("/published/atom.xml").await.ok();
        assert!(
            told.contains(near.as_str()) && !told.contains(reason),
            "{told}"
        );
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&out.page()).await.ok().contains(SAID));
    }
}

#[actix_web::test]
async fn minutes_that_are_published_again_keep_their_first_day() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let path = format!("/api/v1/meetings/{}", out.scene.near);
        let first = format!("\"published_at\":\"{}\"", instance.now());
        let mut visitor = instance.browser();
        let told = visitor.get(&path).await.ok();
        assert!(told.contains(&first), "{first}: {told}");
        let told = visitor.get(&out.page()).await.ok();
        assert!(!told.contains("Publisert på nytt"), "{told}");
        instance.move_by(Span::days(3));
        let mut kari = instance.signed_in(SECRETARY).await;
        let open = [("audience", "public"), ("assessment", "open")];
        out.find(&mut kari, out.exempt.id, &open).await;
        out.publish(&mut kari).await;
        forget_what_is_kept();
        let told = visitor.get(&path).await.ok();
        let changed = format!("\"changed_at\":\"{}\"", instance.now());
        assert!(
            told.contains(&first) && told.contains(&changed),
            "{first}, {changed}: {told}"
        );
        let told = visitor.get(&out.page()).await.ok();
        assert!(told.contains("Publisert på nytt"), "{told}");
    }
}

#[actix_web::test]
async fn a_title_that_was_never_exempt_is_told_while_its_item_waits() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let title: String = (instance.app.db)
            .read_now(|conn| {
                let case = board_case::table.find(case_of(&out.open));
                Ok(case.select(board_case::public_title).first(conn)?)
            })
            .expect("the case is read");
        let mut kari = instance.signed_in(SECRETARY).await;
        let members = [("audience", "members"), ("assessment", "open")];
        out.find(&mut kari, out.open.id, &members).await;
        let until = (instance.now() + Span::days(30)).utc().date_naive();
        let until = until.to_string();
        let deferred = [
            ("audience", "public"),
            ("assessment", "open"),
            ("open-from", &*until),
        ];
        out.find(&mut kari, out.open.id, &deferred).await;
        forget_what_is_kept();
        let told = instance.browser().get(&out.page()).await.ok();
        assert!(told.contains(&title) && !told.contains(SAID), "{told}");
        assert!(
            told.contains("Punktet blir åpent") || told.contains("Punktet blir ope"),
            "{told}"
        );
        // What was exempt with its title and is opened waits with it, as before.
        let open = [("audience", "public"), ("assessment", "open")];
        out.find(&mut kari, out.exempt.id, &open).await;
        forget_what_is_kept();
        let told = instance.browser().get(&out.page()).await.ok();
        assert!(!told.contains(SECRET), "{told}");
    }
}

/// F40, F41, F42: withdrawn in one process, it is gone from the memory of another within two seconds.
#[actix_web::test]
async fn what_is_withdrawn_here_is_gone_there_within_two_seconds() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let there = instance.ground.open(instance.app.clock.clone());
        let server = Server::new()
            .app_data(web::Data::new(there.clone()))
            .wrap(from_fn(visit::attend))
            .wrap(from_fn(public_cache::remember))
            .configure(styringsrad::app::routes);
        let server = init_service(server).await;
        let ask = |path: &str| call_service(&server, TestRequest::get().uri(path).to_request());
        let paths = [
            out.page(),
            format!("{}/document", out.page()),
            format!("/published/cases/{}", case_of(&out.open)),
            format!("/api/v1/meetings/{}", out.scene.near),
        ];
        let mut visitor = instance.browser();
        // What is made before the revision was ever asked for is made once more.
        for path in paths.iter().chain(&paths).chain(&paths) {
            visitor.get(path).await.ok();
            assert_eq!(ask(path).await.status().as_u16(), 200, "{path}");
        }
        for app in [&instance.app, &there] {
            assert!(app.public_cache.answered().load(Ordering::SeqCst) >= 4);
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        out.take_back(&mut kari, "withdraw", "Feil tall i tabellen")
            .await;
        let since = Instant::now();
        for path in &paths {
            loop {
                let own = visitor.get(path).await.status.as_u16();
                let other = ask(path).await.status().as_u16();
                if (own, other) == (410, 410) {
                    break;
                }
                assert!(since.elapsed() < Duration::from_secs(2), "{path}");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
}

#[actix_web::test]
async fn a_visitor_who_only_reads_is_given_no_cookie() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut paths = out.pages();
        paths.extend([
            format!("{}/document", out.page()),
            "/published/atom.xml".to_owned(),
            format!("/published/boards/{}/calendar.ics", out.board),
            "/api/v1/items?limit=1".to_owned(),
            "/api/v1/meetings/x".to_owned(),
            "/katalog.ttl".to_owned(),
        ]);
        for path in &paths {
            let mut visitor = instance.browser();
            let status = visitor.get(path).await.status.as_u16();
            if status == 200 || path.starts_with("/api/") {
                assert!(visitor.cookies.is_empty(), "{path}");
            }
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        out.take_back(&mut kari, "withdraw", "Feil tall i tabellen")
            .await;
        forget_what_is_kept();
        let mut visitor = instance.browser();
        visitor.get(&out.page()).await.is(410);
        assert!(visitor.cookies.is_empty());
    }
}

#[actix_web::test]
async fn documents_feeds_and_the_interface_are_answered_from_memory() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let answered = || instance.app.public_cache.answered().load(Ordering::SeqCst);
        let mut visitor = instance.browser();
        for path in [
            format!("{}/document", out.page()),
            "/published/atom.xml".to_owned(),
            format!("/published/boards/{}/atom.xml", out.board),
            format!("/published/boards/{}/calendar.ics", out.board),
            "/api/v1/items".to_owned(),
            format!("/api/v1/meetings/{}", out.scene.near),
            "/katalog.ttl".to_owned(),
            "/sitemap.xml".to_owned(),
        ] {
            // What is made before the revision was ever asked for is made once more.
            visitor.get(&path).await.ok();
            let first = visitor.get(&path).await;
            let before = answered();
            let second = visitor.get(&path).await;
            assert_eq!(answered(), before + 1, "{path}");
            assert_eq!(first.bytes, second.bytes, "{path}");
            assert_eq!(second.header("cache-control"), "no-cache", "{path}");
            // Whoever is signed in is answered for themselves, and a question is asked each time.
            let mut olav = instance.signed_in(MEMBER).await;
            olav.get(&path).await.ok();
            visitor.get("/api/v1/items?limit=1").await.ok();
            visitor.get("/api/v1/items?limit=1").await.ok();
            assert_eq!(answered(), before + 1, "{path}");
        }
    }
}

#[actix_web::test]
async fn the_years_to_choose_from_are_those_of_today_when_the_year_ends() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let next = instance.now().utc().year() + 1;
        let choice = format!("value=\"{next}\"");
        instance.move_to(&format!("{}-12-31 23:59", next - 1));
        let mut visitor = out.instance.browser();
        for _ in 0..2 {
            let told = visitor.get("/published/decisions").await.ok();
            assert!(!told.contains(&choice), "{told}");
        }
        instance.move_to(&format!("{next}-01-01 00:00"));
        let told = visitor.get("/published/decisions").await.ok();
        assert!(told.contains(&choice), "{told}");
    }
}

/// F39: what was written with a script in it is shown to everyone without.
#[actix_web::test]
async fn no_script_that_was_written_is_published() {
    const WILD: &str =
        "Satsene <script>alert(1)</script><img src=x onerror=alert(1)> [les](javascript:alert(1))";
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        out.correct(&mut kari, WILD).await;
        out.publish(&mut kari).await;
        forget_what_is_kept();
        let mut paths = out.pages();
        paths.push("/published/search?text=satsene".to_owned());
        paths.push("/published/atom.xml".to_owned());
        let mut visitor = instance.browser();
        assert!(visitor.get(&out.page()).await.ok().contains("Satsene"));
        for path in paths {
            let told = visitor.get(&path).await.body;
            for wild in ["<script>alert", "<img src=x", "href=\"javascript:"] {
                assert!(!told.contains(wild), "{path}: {told}");
            }
        }
    }
}

#[actix_web::test]
async fn a_place_that_no_calendar_has_is_none_and_breaks_nothing() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        let near = out.scene.near;
        for year in ["0000", "-0001", "-262143", "%2B10000", "%2B262142"] {
            let place = format!("{year}-01-01_{near}_1");
            let path = format!("/published/decisions?after={place}");
            // As any other word that is no place: from the newest on.
            assert!(visitor.get(&path).await.ok().contains(&out.page()));
            let year = format!("/published/boards/{}/years/{year}", out.board);
            visitor.get(&year).await.is(404);
        }
        let year = format!("/published/boards/{}/years/99999999999999999999", out.board);
        visitor.get(&year).await.is(404);
    }
}

#[actix_web::test]
async fn a_dissent_is_found_by_its_words_and_its_hit_says_that_there_is_one() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let version = out.round().0.to_string();
        let correct = [
            ("act", "correct"),
            ("version", &*version),
            ("reason", "Feil sats"),
        ];
        out.act(&mut kari, "round", &correct).await;
        for (item, said, dissent) in [
            (out.open.id, SAID, "Kartverket ønsker egenfinansiering."),
            (
                out.owners.id,
                FOR_OWNERS,
                "Kartverket ønsker brukerbetaling.",
            ),
        ] {
            let [content, field] = ["content", "dissent"].map(|name| format!("{name}-{item}"));
            let fields = [("draft", "1"), (&*content, said), (&*field, dissent)];
            let path = out.below(&format!("items/{item}"));
            kari.post(&path, &fields).await.goes_to();
        }
        let version = out.round().0.to_string();
        let corrected = [("act", "corrected"), ("version", &*version)];
        out.act(&mut kari, "round", &corrected).await;
        let search = |text: &str| format!("/published/search?text={text}");
        let mut visitor = instance.browser();
        let before = visitor.get(&search("egenfinansiering")).await.ok();
        assert!(before.contains("Ingen treff"), "{before}");
        out.publish(&mut kari).await;
        while indexing::step(&instance.app).await.expect("it is read") {}
        forget_what_is_kept();
        let told = visitor.get(&search("egenfinansiering")).await.ok();
        for there in [
            format!("{}#item-{}", out.page(), out.open.id),
            "<mark>egenfinansiering</mark>".to_owned(),
            "(med avvikende syn)".to_owned(),
        ] {
            assert!(told.contains(&there), "{there}: {told}");
        }
        // It is shown to no more than the item is.
        let told = visitor.get(&search("brukerbetaling")).await.ok();
        assert!(told.contains("Ingen treff"), "{told}");
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        let told = owner.get(&search("brukerbetaling")).await.ok();
        assert!(told.contains("(med avvikende syn)"), "{told}");
    }
}

#[actix_web::test]
async fn what_was_undone_is_told_as_deleted_to_whoever_took_a_copy() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut visitor = instance.browser();
        let (meeting, reason) = (out.scene.near.to_string(), "Feil tall i tabellen");
        visitor
            .get(&format!("/api/v1/meetings/{meeting}"))
            .await
            .ok();
        instance.move_by(Span::minutes(2));
        let at = instance.now().to_string();
        out.take_back(&mut kari, "undo", "").await;
        forget_what_is_kept();
        let told = visitor.get("/api/v1/deleted").await.ok();
        assert!(told.contains(&meeting) && told.contains(&at), "{told}");
        // Its page tells of the meeting, as before there were minutes.
        let page = visitor.get(&out.page()).await.ok();
        assert!(!page.contains("modell B"), "{page}");
        // What was withdrawn, came out again and was undone is gone since the last of these, for the reason that was given.
        out.publish(&mut kari).await;
        forget_what_is_kept();
        let told = visitor.get("/api/v1/deleted").await.ok();
        assert!(!told.contains(&meeting), "it is there again: {told}");
        instance.move_by(Span::minutes(11));
        let withdrawn = instance.now().to_string();
        out.take_back(&mut kari, "withdraw", reason).await;
        instance.move_by(Span::minutes(5));
        out.publish(&mut kari).await;
        instance.move_by(Span::minutes(2));
        let at = instance.now().to_string();
        out.take_back(&mut kari, "undo", "").await;
        forget_what_is_kept();
        let told = visitor.get("/api/v1/deleted").await.ok();
        assert!(told.contains(&at) && told.contains(reason), "{told}");
        assert!(!told.contains(&withdrawn), "{told}");
        visitor.get(&out.page()).await.is(410);
    }
}
