//! The open data as programs read it: feeds, calendar, interface, catalogue and map, on both engines, through foreign
//! readers, and through a tester that asks whatever the description allows and what it does not.
//!
//! The readers stand in the folder that `STYRINGSRAD_TEST_PYTHON` names. Without it those tests are left out, and with
//! `STYRINGSRAD_TEST_ALL` set they fail instead.

mod scene;
mod tester;

use crate::calendar_lines::faults;
use crate::postbox::{PYTHON, json_of};
use crate::support::{Answer, Instance, folder, instances, sqlite, test_setting};
use crate::world::NOW;
use actix_web::http::Method;
use chrono::Duration;
use scene::{CONCLUSION, EXEMPT, PERSON, REASON, Scene, published, published_saying};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;
use styringsrad::db::ids::MeetingId;
use styringsrad::db::types::Moment;

/// What a foreign reader finds in a text; none where there is no such reader.
fn judged(how: &str, text: &str) -> Option<Value> {
    let readers = test_setting("STYRINGSRAD_TEST_PYTHON")?;
    let folder = folder();
    let file = folder.join("answer");
    std::fs::write(&file, text).expect("the folder is ours");
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/open-data/judge.py");
    let found = json_of(
        Command::new(PYTHON)
            .args([judge, how])
            .arg(&file)
            .env("PYTHONPATH", readers),
    );
    std::fs::remove_dir_all(folder).ok();
    Some(found)
}

async fn get(instance: &Instance, path: &str) -> Answer {
    instance.browser().get(path).await
}

async fn json(instance: &Instance, path: &str) -> Value {
    let answer = get(instance, path).await;
    assert_eq!(answer.header("content-type"), "application/json", "{path}");
    assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
    serde_json::from_str(&answer.ok()).expect("it is JSON")
}

/// The problem that is told with this status.
async fn problem(instance: &Instance, path: &str, status: u16) -> Value {
    let answer = get(instance, path).await;
    let kind = answer.header("content-type").to_owned();
    assert_eq!(kind, "application/problem+json", "{path}: {}", answer.body);
    assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
    let told: Value = serde_json::from_str(&answer.is(status)).expect("it is JSON");
    assert_eq!(told["status"], status, "{path}");
    told
}

fn ids(list: &Value) -> Vec<String> {
    let all = list["data"].as_array().expect("a list").iter();
    all.map(|one| one["id"].as_str().expect("an id").to_owned())
        .collect()
}

/// Everything that is answered to a visitor about this scene.
async fn everything(instance: &Instance, scene: &Scene) -> Vec<(String, String)> {
    let (board, meeting) = (scene.board, scene.meeting);
    let mut paths = vec![
        "/api/v1/boards".to_owned(),
        format!("/api/v1/boards/{board}"),
        "/api/v1/meetings".to_owned(),
        format!("/api/v1/meetings/{meeting}"),
        "/api/v1/items".to_owned(),
        "/api/v1/deleted".to_owned(),
        "/api/v1/openapi.json".to_owned(),
        "/published/atom.xml".to_owned(),
        format!("/published/boards/{board}/atom.xml"),
        format!("/published/boards/{board}/calendar.ics"),
        "/katalog.ttl".to_owned(),
        "/sitemap.xml".to_owned(),
        "/robots.txt".to_owned(),
    ];
    for case in scene.cases(instance) {
        paths.push(format!("/api/v1/cases/{case}"));
    }
    let mut found = Vec::new();
    for path in paths {
        let answer = get(instance, &path).await;
        found.push((path, answer.body));
    }
    found
}

#[actix_web::test]
async fn the_minutes_are_told_as_everyone_may_read_them() {
    for instance in instances(NOW) {
        let scene = published(&instance);
        let (board, meeting) = (scene.board, scene.meeting);
        let boards = json(&instance, "/api/v1/boards").await;
        assert_eq!(ids(&boards), [board.to_string()]);
        let listed = json(&instance, "/api/v1/meetings").await;
        assert_eq!(ids(&listed), [meeting.to_string()]);
        let minutes = json(&instance, &format!("/api/v1/meetings/{meeting}")).await;
        assert_eq!(minutes["meeting"], listed["data"][0]);
        let items = minutes["items"].as_array().expect("a list");
        let withheld: Vec<&Value> = (items.iter())
            .filter(|item| !item["withheld"].is_null())
            .collect();
        let [withheld] = withheld[..] else {
            panic!("{items:?}");
        };
        assert_eq!(withheld["case"]["id"], scene.exempt.to_string());
        assert!(withheld["conclusion"].is_null() && withheld["outcome"].is_null());
        let why = &withheld["withheld"];
        assert_eq!(why["code"], "exempt");
        assert_eq!(why["provision"], "offl-13");
        assert_eq!(why["paragraph"], "offl. § 13");
        assert!(why["opens_at"].is_null());
        let text = why["text"].as_str().expect("words");
        assert!(text.contains("offl. § 13"), "{text}");
        assert!(withheld["title_withheld"].is_boolean());
        for open in items.iter().filter(|item| item["withheld"].is_null()) {
            assert_eq!(open["title_withheld"], false, "{open}");
        }
        let register = json(&instance, "/api/v1/items").await;
        assert_eq!(ids(&register).len(), items.len() - 1);
        let noted = json(&instance, "/api/v1/items?outcome=noted").await;
        let noted = noted["data"].as_array().expect("a list");
        assert!(!noted.is_empty() && noted.iter().all(|one| one["conclusion"] == CONCLUSION));
        let case = noted[0]["case"]["id"]
            .as_str()
            .expect("it is a case")
            .to_owned();
        let told = json(&instance, &format!("/api/v1/cases/{case}")).await;
        assert_eq!(told["items"][0]["id"], noted[0]["id"]);
        problem(&instance, &format!("/api/v1/cases/{}", scene.exempt), 404).await;
    }
}

/// The mail addresses in an answer. In a calendar the name of an entry looks like one.
fn addresses(path: &str, body: &str) -> Vec<String> {
    let lines = body.lines();
    let lines = lines.filter(|line| !(path.ends_with(".ics") && line.starts_with("UID:")));
    let ends = |letter: char| !(letter.is_ascii_alphanumeric() || "@._%+-".contains(letter));
    let words = lines.flat_map(|line| line.split(ends));
    words
        .filter(|word| word.contains('@') && word.len() > 1)
        .filter(|word| !["@prefix", "@nb", "@nn", "@en"].contains(word))
        .map(str::to_owned)
        .collect()
}

/// What is kept of public answers is looked at anew once a second.
fn forget_what_is_kept() {
    std::thread::sleep(std::time::Duration::from_millis(1_100));
}

#[actix_web::test]
async fn nothing_that_is_exempt_and_nobodys_name_or_address_is_told() {
    for instance in instances(NOW) {
        let scene = published(&instance);
        let before = everything(&instance, &scene).await;
        scene.withdraw(&instance);
        forget_what_is_kept();
        let after = everything(&instance, &scene).await;
        for (path, body) in before.iter().chain(&after) {
            let joined = body.replace("\r\n ", "");
            for secret in [EXEMPT, PERSON, "video.example", "Kartverket ba om"] {
                assert!(!joined.contains(secret), "{path} tells {secret}: {body}");
            }
            for address in addresses(path, &joined) {
                assert!(
                    path == "/katalog.ttl" && scene.contacts(&instance).contains(&address),
                    "{path} tells {address}"
                );
            }
        }
    }
}

#[actix_web::test]
async fn an_address_that_somebody_wrote_is_told_nowhere_but_on_the_page() {
    for instance in instances(NOW) {
        let said = "Spør spurt.person@example.no om det.";
        let scene = published_saying(&instance, said);
        scene.place_all(&instance, said);
        let mut told = everything(&instance, &scene).await;
        let noted = json(&instance, "/api/v1/items?outcome=noted").await;
        assert_eq!(
            noted["data"][0]["conclusion"],
            "Spør [e-postadresse utelatt] om det."
        );
        let page = get(&instance, &format!("/published/meetings/{}", scene.meeting)).await;
        assert!(page.ok().contains("spurt.person@example.no"));
        scene.withdraw_for(&instance, said);
        forget_what_is_kept();
        told.extend(everything(&instance, &scene).await);
        for (path, body) in &told {
            let joined = body.replace("\r\n ", "");
            assert!(!joined.contains("spurt.person"), "{path}: {body}");
        }
        let deleted = json(&instance, "/api/v1/deleted").await;
        let reason = deleted["data"][0]["reason"].as_str().expect("a reason");
        assert!(reason.contains("[e-postadresse utelatt]"), "{reason}");
    }
}

#[actix_web::test]
async fn that_there_was_a_dissent_is_told_and_whose_it_was_is_not() {
    let instance = sqlite(NOW);
    let scene = published(&instance);
    let minutes = json(&instance, &format!("/api/v1/meetings/{}", scene.meeting)).await;
    for item in minutes["items"].as_array().expect("a list") {
        let is_told = item["conclusion"] == CONCLUSION;
        assert!(!is_told || item["has_dissent"] == true, "{item}");
        assert!(item["withheld"].is_null() || item["has_dissent"] == false);
    }
    let noted = json(&instance, "/api/v1/items?outcome=noted").await;
    let noted = noted["data"].as_array().expect("a list");
    assert!(!noted.is_empty() && noted.iter().all(|item| item["has_dissent"] == true));
    let case = noted[0]["case"]["id"].as_str().expect("it is a case");
    let page = get(&instance, &format!("/published/cases/{case}")).await;
    assert!(page.ok().contains(&format!("{PERSON} var uenig.")));
    let register = get(&instance, "/published/decisions").await.ok();
    assert!(register.contains("(med avvikende syn)"), "{register}");
}

#[actix_web::test]
async fn a_feed_says_what_may_be_asked_and_a_page_refuses_other_methods() {
    let instance = sqlite(NOW);
    let scene = published(&instance);
    let mut browser = instance.browser();
    let board = format!("/published/boards/{}", scene.board);
    for path in [
        "/published/atom.xml".to_owned(),
        format!("{board}/atom.xml"),
        format!("{board}/calendar.ics"),
        "/katalog.ttl".to_owned(),
    ] {
        let asked = browser.ask(Method::OPTIONS, &path).await;
        assert_eq!(asked.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(asked.header("allow"), "GET, HEAD, OPTIONS", "{path}");
        asked.is(204);
    }
    for path in [
        format!("{board}/atom.xml"),
        format!("{board}/calendar.ics"),
        board,
        "/published/atom.xml".to_owned(),
        "/published".to_owned(),
        "/katalog.ttl".to_owned(),
        "/sitemap.xml".to_owned(),
        "/robots.txt".to_owned(),
    ] {
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let refused = browser.ask(method.clone(), &path).await;
            assert_eq!(
                refused.header("allow"),
                "GET, HEAD, OPTIONS",
                "{method} {path}"
            );
            refused.is(405);
        }
    }
}

#[actix_web::test]
async fn what_was_not_shown_to_everyone_is_not_there_and_leaves_no_trace() {
    for instance in instances(NOW) {
        let scene = scene::for_members(&instance);
        let (board, meeting) = (scene.board, scene.meeting);
        for path in ["/api/v1/boards", "/api/v1/meetings", "/api/v1/items"] {
            assert!(ids(&json(&instance, path).await).is_empty(), "{path}");
        }
        for path in [
            format!("/api/v1/boards/{board}"),
            format!("/api/v1/meetings/{meeting}"),
            format!("/api/v1/cases/{}", scene.exempt),
        ] {
            problem(&instance, &path, 404).await;
        }
        for path in ["atom.xml", "calendar.ics"] {
            let path = format!("/published/boards/{board}/{path}");
            get(&instance, &path).await.is(404);
        }
        scene.withdraw(&instance);
        let deleted = json(&instance, "/api/v1/deleted").await;
        assert_eq!(deleted["data"], Value::Array(Vec::new()));
        problem(&instance, &format!("/api/v1/meetings/{meeting}"), 404).await;
        for path in ["/published/atom.xml", "/sitemap.xml"] {
            let body = get(&instance, path).await.ok();
            assert!(!body.contains(meeting.as_str()), "{path}: {body}");
        }
    }
}

#[actix_web::test]
async fn what_is_withdrawn_is_told_to_whoever_has_a_copy() {
    for instance in instances(NOW) {
        let scene = published(&instance);
        let meeting = scene.meeting;
        let before = instance.now();
        instance.move_by(Duration::hours(1));
        scene.withdraw(&instance);
        let deleted = json(
            &instance,
            &format!("/api/v1/deleted?deleted_since={before}"),
        )
        .await;
        assert_eq!(deleted["data"][0]["meeting"], meeting.to_string());
        assert_eq!(deleted["data"][0]["reason"], REASON);
        let later = instance.now() + Duration::seconds(1);
        let none = json(&instance, &format!("/api/v1/deleted?deleted_since={later}")).await;
        assert_eq!(none["data"], Value::Array(Vec::new()));
        let gone = problem(&instance, &format!("/api/v1/meetings/{meeting}"), 410).await;
        assert_eq!(gone["reason"], REASON);
        for path in ["/api/v1/meetings", "/api/v1/items"] {
            assert!(ids(&json(&instance, path).await).is_empty(), "{path}");
        }
        let feed = get(&instance, "/published/atom.xml").await.ok();
        assert!(
            feed.contains("<at:deleted-entry ") && !feed.contains("<entry"),
            "{feed}"
        );
        assert!(feed.contains(REASON));
    }
}

/// Page after page of one each, following `next`.
async fn read_all(instance: &Instance, path: &str) -> Vec<String> {
    let base = instance.app.config.base_url.clone();
    let (mut found, mut next) = (Vec::new(), Some(format!("{base}{path}")));
    while let Some(url) = next {
        let path = url
            .strip_prefix(&base)
            .expect("an address of ours")
            .to_owned();
        let page = json(instance, &path).await;
        found.extend(ids(&page));
        next = page["next"].as_str().map(str::to_owned);
        assert!(found.len() < 100, "it never ends");
    }
    found
}

#[actix_web::test]
async fn from_page_to_page_each_comes_once_and_only_what_changed_comes_again() {
    for instance in instances(NOW) {
        let scene = published(&instance);
        let all = ids(&json(&instance, "/api/v1/items?limit=100").await);
        let paged = read_all(&instance, "/api/v1/items?limit=1").await;
        assert_eq!(paged, all);
        let different: BTreeSet<&String> = paged.iter().collect();
        assert!(different.len() == all.len() && all.len() > 2);
        let of_year = format!(
            "/api/v1/items?limit=2&board={}&year={}",
            scene.board, scene.year
        );
        assert_eq!(read_all(&instance, &of_year).await, all);
        assert!(ids(&json(&instance, "/api/v1/items?year=1999").await).is_empty());
        let later = instance.now() + Duration::minutes(1);
        let since = format!("/api/v1/meetings?changed_since={later}");
        assert!(ids(&json(&instance, &since).await).is_empty());
        // What is found of one item afterwards changes what is told of the meeting.
        instance.move_by(Duration::hours(1));
        scene.shut_one(&instance);
        assert_eq!(
            ids(&json(&instance, &since).await),
            [scene.meeting.to_string()]
        );
        let left = ids(&json(&instance, "/api/v1/items?limit=100").await);
        assert_eq!(left.len(), all.len() - 1);
    }
}

#[actix_web::test]
async fn what_is_found_of_a_case_and_what_time_opens_counts_as_changed() {
    for instance in instances(NOW) {
        let scene = published(&instance);
        let changed = async |kind: &str, since: Moment| {
            ids(&json(&instance, &format!("/api/v1/{kind}?changed_since={since}")).await)
        };
        let (item, meeting) = (scene.open_item.to_string(), scene.meeting.to_string());
        instance.move_by(Duration::hours(1));
        let since = instance.now();
        assert!(changed("items", since).await.is_empty());
        scene.find_case(&instance);
        assert_eq!(changed("items", since).await, std::slice::from_ref(&item));
        assert_eq!(
            changed("meetings", since).await,
            std::slice::from_ref(&meeting)
        );
        // Deferred until two hours from now, it is not there; then it is, as changed at that moment.
        instance.move_by(Duration::hours(1));
        let opens = instance.now() + Duration::hours(2);
        scene.defer_one(&instance, opens);
        assert!(!changed("items", since).await.contains(&item));
        instance.move_by(Duration::hours(3));
        let after_it_was_found = opens - Duration::minutes(1);
        assert_eq!(changed("items", after_it_was_found).await, [item]);
        assert_eq!(changed("meetings", after_it_was_found).await, [meeting]);
        let later = opens + Duration::minutes(1);
        assert!(changed("meetings", later).await.is_empty());
    }
}

#[actix_web::test]
async fn what_a_case_is_about_counts_as_changed_and_may_be_asked_for() {
    for instance in instances(NOW) {
        let scene = published(&instance);
        let (item, meeting) = (scene.open_item.to_string(), scene.meeting.to_string());
        let changed = async |kind: &str, since: Moment| {
            ids(&json(&instance, &format!("/api/v1/{kind}?changed_since={since}")).await)
        };
        instance.move_by(Duration::hours(1));
        let since = instance.now();
        assert!(changed("items", since).await.is_empty());
        let about = scene.tie(&instance, scene.open_case(&instance), "Digital postkasse");
        assert_eq!(changed("items", since).await, std::slice::from_ref(&item));
        assert_eq!(
            changed("meetings", since).await,
            std::slice::from_ref(&meeting)
        );
        let asked = format!("/api/v1/items?product={about}");
        let found = json(&instance, &asked).await;
        assert_eq!(ids(&found), std::slice::from_ref(&item));
        assert_eq!(found["data"][0]["products"][0]["id"], about.to_string());
        let minutes = json(&instance, &format!("/api/v1/meetings/{meeting}")).await;
        let all = minutes["items"].as_array().expect("a list");
        let own = all.iter().find(|one| one["id"] == item.as_str());
        let own = own.expect("the item is there");
        assert_eq!(own["products"][0]["name"]["nb"], "Digital postkasse");
        assert!(
            own["products"][0]["page"]
                .as_str()
                .is_some_and(|page| page.ends_with(about.as_str()))
        );
        let named = all
            .iter()
            .filter(|one| one["products"] != Value::Array(Vec::new()));
        assert!(named.count() >= 1);
        // What an exempt title is about is told by nothing, neither by a filter nor by when it changed.
        instance.move_by(Duration::hours(1));
        let since = instance.now();
        let hidden = scene.tie(&instance, scene.exempt, "Altinn Melding");
        assert!(changed("items", since).await.is_empty());
        let asked = format!("/api/v1/items?product={hidden}");
        let told = ids(&json(&instance, &asked).await);
        let minutes = json(&instance, &format!("/api/v1/meetings/{meeting}")).await;
        assert!(!minutes.to_string().contains(hidden.as_str()), "{told:?}");
        problem(&instance, "/api/v1/items?product=ID-porten", 400).await;
        let nobody = "/api/v1/items?product=0192f0c4-0000-7000-8000-000000000009";
        assert!(ids(&json(&instance, nobody).await).is_empty());
    }
}

#[actix_web::test]
async fn an_answer_that_is_known_is_not_given_again_and_any_page_may_ask() {
    let instance = sqlite(NOW);
    let scene = published(&instance);
    for path in [
        "/api/v1/meetings".to_owned(),
        format!("/api/v1/meetings/{}", scene.meeting),
        "/api/v1/openapi.json".to_owned(),
        "/published/atom.xml".to_owned(),
        "/katalog.ttl".to_owned(),
        "/sitemap.xml".to_owned(),
    ] {
        let answer = get(&instance, &path).await;
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
        let tag = answer.header("etag").to_owned();
        let mut browser = instance.browser();
        let again = browser.get_with(&path, "If-None-Match", &tag).await;
        assert_eq!(again.header("etag"), tag);
        assert!(again.is(304).is_empty());
        let other = browser.get_with(&path, "If-None-Match", "\"x\"").await;
        other.is(200);
    }
    let mut browser = instance.browser();
    let asked = browser.ask(Method::OPTIONS, "/api/v1/meetings").await;
    assert_eq!(asked.header("access-control-allow-origin"), "*");
    assert_eq!(
        asked.header("access-control-allow-methods"),
        "GET, HEAD, OPTIONS"
    );
    asked.is(204);
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        let refused = browser.ask(method.clone(), "/api/v1/meetings").await;
        assert_eq!(refused.header("allow"), "GET, HEAD, OPTIONS", "{method}");
        assert_eq!(refused.header("content-type"), "application/problem+json");
        refused.is(405);
    }
    let head = browser.head("/api/v1/meetings").await;
    head.is(200);
}

#[actix_web::test]
async fn what_is_wrong_in_a_question_is_told() {
    for instance in instances(NOW) {
        let scene = published(&instance);
        for query in [
            "baord=1",
            "board=1",
            "board=",
            "year=abc",
            "year=-1",
            "year=null",
            "limit=0",
            "limit=101",
            "limit=ten",
            "limit=1&limit=2",
            "after=x",
            "after=%00",
            "changed_since=yesterday",
            "changed_since=2026-02-30T00:00:00Z",
            "outcome=%00",
            "outcome=%27%20OR%201%3D1--",
            "case=%F0%9F%92%A9",
            "%FF=%FF",
        ] {
            problem(&instance, &format!("/api/v1/items?{query}"), 400).await;
        }
        let known = format!("/api/v1/meetings/{}", scene.meeting);
        problem(&instance, &format!("{known}?fields=all"), 400).await;
        let unknown = MeetingId::new();
        for path in [
            "/api/v1/meetings/x".to_owned(),
            "/api/v1/meetings/%00".to_owned(),
            format!("/api/v1/meetings/{unknown}"),
            "/api/v1/nothing".to_owned(),
            "/api/".to_owned(),
        ] {
            problem(&instance, &path, 404).await;
        }
    }
}

#[actix_web::test]
async fn the_feed_is_read_by_a_foreign_reader() {
    let instance = sqlite(NOW);
    let scene = published(&instance);
    let path = format!("/published/boards/{}/atom.xml", scene.board);
    let answer = get(&instance, &path).await;
    assert_eq!(
        answer.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    let Some(feed) = judged("atom", &answer.ok()) else {
        return;
    };
    let base = &instance.app.config.base_url;
    assert_eq!(feed["is_wrong"], false);
    assert_eq!(feed["id"], format!("urn:uuid:{}", scene.board));
    assert_eq!(feed["own"], format!("{base}{path}"));
    let [entry] = &feed["entries"].as_array().expect("entries")[..] else {
        panic!("{feed}");
    };
    assert_eq!(entry["id"], format!("urn:uuid:{}", scene.meeting));
    assert_eq!(
        entry["link"],
        format!("{base}/published/meetings/{}", scene.meeting)
    );
    assert_eq!(entry["updated"], feed["updated"]);
    let summary = entry["summary"].as_str().expect("a summary");
    assert!(summary.contains(&scene.open_title) && !summary.contains(EXEMPT));
    scene.withdraw(&instance);
    forget_what_is_kept();
    let feed = judged("atom", &get(&instance, &path).await.ok()).expect("as before");
    assert_eq!(feed["is_wrong"], false);
    assert!(feed["entries"].as_array().expect("entries").is_empty());
    assert_eq!(feed["deleted"][0]["ref"], entry["id"]);
    assert_eq!(feed["deleted"][0]["comment"], REASON);
}

#[actix_web::test]
async fn the_catalogue_and_the_map_are_read_by_foreign_readers() {
    let instance = sqlite(NOW);
    let scene = published(&instance);
    let answer = get(&instance, "/katalog.ttl").await;
    assert_eq!(answer.header("content-type"), "text/turtle; charset=utf-8");
    let text = answer.ok();
    let map = get(&instance, "/sitemap.xml").await.ok();
    for place in [
        "/published/decisions".to_owned(),
        format!("/published/boards/{}/years/{}", scene.board, scene.year),
        format!("/published/cases/{}", scene.cases(&instance)[1]),
    ] {
        assert!(map.contains(&format!("{place}</loc>")), "{place}: {map}");
        get(&instance, &place).await.ok();
    }
    assert!(!map.contains(scene.exempt.as_str()), "{map}");
    let robots = get(&instance, "/robots.txt").await.ok();
    let base = &instance.app.config.base_url;
    assert!(robots.contains(&format!("Sitemap: {base}/sitemap.xml")));
    assert!(robots.contains("Disallow: /\n"));
    let (Some(found), Some(map)) = (judged("catalogue", &text), judged("xml", &map)) else {
        return;
    };
    assert_eq!(found["wrong"], Value::Array(Vec::new()));
    let board = &found["datasets"]["Referater fra Styringsrådet"];
    let expected = [
        format!("{base}/api/v1/meetings?board={}", scene.board),
        format!("{base}/published/boards/{}", scene.board),
        format!("{base}/published/boards/{}/atom.xml", scene.board),
    ];
    assert_eq!(board["ways"], serde_json::json!(expected));
    assert_eq!(
        map["root"],
        "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    );
    let meeting = format!("{base}/published/meetings/{}", scene.meeting);
    assert!(
        map["locs"]
            .as_array()
            .expect("addresses")
            .contains(&meeting.into())
    );
}

#[actix_web::test]
async fn the_calendar_has_the_meetings_to_come_and_no_link_to_take_part() {
    for instance in instances(NOW) {
        let scene = published(&instance);
        let path = format!("/published/boards/{}/calendar.ics", scene.board);
        let answer = get(&instance, &path).await;
        assert_eq!(
            answer.header("content-type"),
            "text/calendar; charset=utf-8"
        );
        let file = answer.ok();
        assert_eq!(faults(file.as_bytes()), Vec::<String>::new(), "{file}");
        let joined = file.replace("\r\n ", "");
        // A method would demand somebody who invites (RFC 5546 § 3.2.1).
        assert!(!joined.contains("METHOD:") && joined.contains("BEGIN:VTIMEZONE"));
        assert!(!joined.contains("ORGANIZER") && !joined.contains("ATTENDEE"));
        assert!(
            !joined.contains("mailto:") && !joined.contains(EXEMPT),
            "{joined}"
        );
        assert!(joined.contains(&format!("UID:meeting-{}-1@127.0.0.1", scene.to_come)));
        assert!(joined.contains(&format!("/published/meetings/{}", scene.to_come)));
        assert!(
            !joined.contains("video") && !joined.contains("CONFERENCE"),
            "{joined}"
        );
    }
}

#[actix_web::test]
async fn the_description_is_a_sound_document() {
    let instance = sqlite(NOW);
    let text = get(&instance, "/api/v1/openapi.json").await.ok();
    let document: Value = serde_json::from_str(&text).expect("it is JSON");
    assert!(
        document["openapi"]
            .as_str()
            .expect("a version")
            .starts_with("3.1")
    );
    let told = document["tags"].as_array().expect("tags").iter();
    let told: Vec<&Value> = told.map(|tag| &tag["name"]).collect();
    for (path, item) in document["paths"].as_object().expect("paths") {
        let tags = item["get"]["tags"].as_array().expect("tags");
        // “/api/v1/boards/{id}” is of the boards.
        let part = path.split('/').nth(3).expect("it has a version");
        assert_eq!(tags, &[Value::from(part)], "{path}");
        assert!(told.contains(&&tags[0]), "{path}: {told:?}");
        let responses = item["get"]["responses"].as_object().expect("responses");
        for status in ["200", "304", "400"] {
            assert!(responses.contains_key(status), "{path} {status}");
        }
    }
    if let Some(mistakes) = judged("openapi", &text) {
        assert_eq!(mistakes, Value::Array(Vec::new()));
    }
}
