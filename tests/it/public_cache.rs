//! Public pages answered from memory: as long as nothing has changed, to nobody who is signed in, each language for
//! itself, and never more than there is room for (F42).

use crate::support::{grounds, instances, moment, sqlite};
use actix_web::dev::ServiceResponse;
use actix_web::http::{Method, header};
use actix_web::middleware::{Compress, from_fn};
use actix_web::test::{self, TestRequest};
use actix_web::web::{self, Data, Path};
use actix_web::{App as Server, HttpResponse};
use chrono::Duration as Days;
use diesel::prelude::*;
use futures_util::future::LocalBoxFuture;
use maud::html;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use styringsrad::audit::{self, Actor, Entry};
use styringsrad::clock::Clock;
use styringsrad::db::ids::{BoardId, MeetingId};
use styringsrad::db::schema::publication;
use styringsrad::db::types::Moment;
use styringsrad::db::{Conn, public_revision};
use styringsrad::minutes::publication::PublicationState;
use styringsrad::web::public_cache::{ALL, Keep, ONE};
use styringsrad::web::{App, Form, View, assets, paths, public_cache, ui, visit};

const BEGINNING: &str = "2026-11-29 08:00";

/// What the pages of these tests show, and how often they were made.
#[derive(Default)]
struct Shown {
    text: Mutex<String>,
    until: Mutex<Option<Moment>>,
    made: AtomicUsize,
}

impl Shown {
    fn says(&self, text: &str) {
        text.clone_into(&mut self.text.lock().expect("no test panics here"));
    }

    fn made(&self) -> usize {
        self.made.load(Ordering::SeqCst)
    }
}

async fn shown(view: View, shown: Data<Shown>) -> HttpResponse {
    shown.made.fetch_add(1, Ordering::SeqCst);
    let text = shown.text.lock().expect("no test panics here").clone();
    let until = *shown.until.lock().expect("no test panics here");
    let content = html! { p { (view.t("front-title")) } p { (text) } };
    view.page_for_all("Shown", &content, until)
}

async fn with_a_form(view: View, shown: Data<Shown>) -> HttpResponse {
    shown.made.fetch_add(1, Ordering::SeqCst);
    let form = ui::form(&view, "/here", &Form::default(), &html! {}, "Send");
    view.page_for_all("Form", &form, None)
}

async fn private(view: View, shown: Data<Shown>) -> HttpResponse {
    shown.made.fetch_add(1, Ordering::SeqCst);
    view.page("Private", &html! {})
}

async fn with_a_cookie(shown: Data<Shown>) -> HttpResponse {
    shown.made.fetch_add(1, Ordering::SeqCst);
    let mut response = HttpResponse::Ok()
        .insert_header((header::SET_COOKIE, "mine=1"))
        .body("for one");
    response.extensions_mut().insert(Keep { until: None });
    response
}

async fn passing(shown: Data<Shown>) -> HttpResponse {
    shown.made.fetch_add(1, Ordering::SeqCst);
    Keep::not().mark(HttpResponse::Ok().body("for all, and kept for nobody"))
}

async fn gone(shown: Data<Shown>) -> HttpResponse {
    shown.made.fetch_add(1, Ordering::SeqCst);
    let mut response = HttpResponse::Gone().body("withdrawn");
    response.extensions_mut().insert(Keep { until: None });
    response
}

/// A page of this many kilobytes.
async fn large(size: Path<usize>, shown: Data<Shown>) -> HttpResponse {
    shown.made.fetch_add(1, Ordering::SeqCst);
    let mut response = HttpResponse::Ok().body(vec![b'x'; *size * 1024]);
    response.extensions_mut().insert(Keep { until: None });
    response
}

type Serve = Rc<dyn Fn(TestRequest) -> LocalBoxFuture<'static, ServiceResponse>>;

/// The product as it is served, with a few pages of these tests.
async fn serve(app: &App, shown_here: &Data<Shown>) -> Serve {
    let server = Server::new()
        .app_data(Data::new(app.clone()))
        .app_data(shown_here.clone())
        .wrap(from_fn(visit::attend))
        .wrap(Compress::default())
        .wrap(from_fn(public_cache::remember))
        .route("/shown", web::get().to(shown))
        .route("/form", web::get().to(with_a_form))
        .route("/private", web::get().to(private))
        .route("/cookie", web::get().to(with_a_cookie))
        .route("/gone", web::get().to(gone))
        .route("/passing", web::get().to(passing))
        .route("/large/{size}", web::get().to(large))
        .configure(styringsrad::app::routes);
    let joined = Rc::new(test::init_service(server).await);
    Rc::new(move |request| {
        let joined = Rc::clone(&joined);
        Box::pin(async move { test::call_service(&*joined, request.to_request()).await })
    })
}

struct Answer {
    status: u16,
    headers: header::HeaderMap,
    bytes: Vec<u8>,
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("ASCII"))
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    #[track_caller]
    fn says(&self, text: &str) {
        assert!(self.text().contains(text), "{text} in {}", self.text());
    }
}

async fn asked(serve: &Serve, request: TestRequest) -> Answer {
    let response = serve(request).await;
    Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        bytes: test::read_body(response).await.to_vec(),
    }
}

async fn get(serve: &Serve, path: &str) -> Answer {
    asked(serve, TestRequest::get().uri(path)).await
}

async fn get_with(serve: &Serve, path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
    let mut request = TestRequest::get().uri(path);
    for (name, value) in headers {
        request = request.append_header((name.clone(), *value));
    }
    asked(serve, request).await
}

/// Changes something of this kind, as every change does: with its line in the audit log.
fn change(app: &App, kind: &str) {
    let now = app.clock.now();
    let entry = Entry {
        board_id: None,
        object_kind: kind,
        object_id: "1",
        object_version: 1,
        action: "board-changed",
        changes: Vec::new(),
    };
    app.db
        .write_now(|conn| audit::record(conn, Actor::System, now, &entry))
        .expect("it is written");
}

fn sum(app: &App) -> i64 {
    app.db.read_now(public_revision::sum).expect("it is read")
}

/// What was known of the revisions is older than a second.
async fn a_second_later() {
    tokio::time::sleep(Duration::from_millis(1_050)).await;
}

#[actix_web::test]
async fn a_page_that_nobody_changed_is_made_once() {
    for instance in instances(BEGINNING) {
        let pages = Data::new(Shown::default());
        pages.says("first");
        let serve = serve(&instance.app, &pages).await;
        let first = get(&serve, "/shown").await;
        let second = get(&serve, "/shown").await;
        assert_eq!((first.status, second.status), (200, 200));
        second.says("first");
        assert_eq!(first.bytes, second.bytes);
        assert_eq!(pages.made(), 1);
        for answer in [&first, &second] {
            assert!(answer.header(header::ETAG).starts_with('"'), "strong");
            assert_eq!(answer.header(header::CACHE_CONTROL), "no-cache");
            assert_eq!(
                answer.header(header::VARY),
                "Accept-Encoding, Accept-Language, Cookie"
            );
            assert_eq!(answer.header(header::CONTENT_LANGUAGE), "nb");
            assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            let policy = answer.header(header::CONTENT_SECURITY_POLICY);
            assert!(policy.starts_with("default-src 'none'"), "{policy}");
            assert_eq!(
                answer.header(header::SET_COOKIE),
                "",
                "no cookie for who only reads"
            );
        }
        let head = TestRequest::default().method(actix_web::http::Method::HEAD);
        let head = asked(&serve, head.uri("/shown")).await;
        assert_eq!(head.header(header::ETAG), first.header(header::ETAG));
        assert_eq!(pages.made(), 1);
        // The sum is asked for again, and is the same.
        a_second_later().await;
        get(&serve, "/shown").await;
        assert_eq!(pages.made(), 1);
        let counted = instance.app.public_cache.answered().load(Ordering::SeqCst);
        assert_eq!(counted, 3);
    }
}

#[actix_web::test]
async fn what_was_changed_is_shown_within_a_second() {
    for instance in instances(BEGINNING) {
        let pages = Data::new(Shown::default());
        pages.says("before");
        let serve = serve(&instance.app, &pages).await;
        get(&serve, "/shown").await.says("before");
        pages.says("a letter that nobody sees");
        change(&instance.app, "message");
        a_second_later().await;
        get(&serve, "/shown").await.says("before");
        pages.says("after");
        change(&instance.app, "meeting");
        a_second_later().await;
        get(&serve, "/shown").await.says("after");
        get(&serve, "/shown").await.says("after");
        assert_eq!(pages.made(), 2);
    }
}

#[actix_web::test]
async fn two_processes_both_forget_within_two_seconds() {
    for ground in grounds() {
        let here = ground.open(Clock::System);
        let there = ground.open(Clock::System);
        let pages = Data::new(Shown::default());
        pages.says("published");
        let serve_here = serve(&here, &pages).await;
        let serve_there = serve(&there, &pages).await;
        for serve in [&serve_here, &serve_there, &serve_here, &serve_there] {
            get(serve, "/shown").await.says("published");
        }
        assert_eq!(pages.made(), 2, "once in each");
        pages.says("withdrawn");
        change(&here, "board");
        let since = Instant::now();
        for serve in [&serve_there, &serve_here] {
            while !get(serve, "/shown").await.text().contains("withdrawn") {
                assert!(since.elapsed() < Duration::from_secs(2), "still shown");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
}

#[actix_web::test]
async fn what_is_made_while_something_changes_is_not_taken_for_new() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    // Changed before anything was asked for: the mark is older than the page, so the page is made once too often.
    change(&instance.app, "case");
    pages.says("new");
    get(&serve, "/shown").await.says("new");
    a_second_later().await;
    get(&serve, "/shown").await.says("new");
    get(&serve, "/shown").await.says("new");
    assert_eq!(pages.made(), 2);
}

#[actix_web::test]
async fn what_is_not_for_all_is_never_kept() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    for path in ["/private", "/form", "/cookie", "/gone", "/shown?lang=nn"] {
        let before = pages.made();
        for _ in 0..2 {
            let answer = get(&serve, path).await;
            assert_eq!(answer.header(header::ETAG), "", "{path}");
        }
        assert_eq!(pages.made(), before + 2, "{path} is made each time");
    }
    let form = get(&serve, "/form").await;
    assert_eq!(form.header(header::CACHE_CONTROL), "no-store");
    assert!(
        form.header(header::SET_COOKIE)
            .contains(visit::BROWSER_COOKIE)
    );
    assert_eq!(instance.app.public_cache.held_bytes(), 0);
}

#[actix_web::test]
async fn what_is_for_all_and_kept_for_nobody_brings_no_cookie() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    for made in 1..=2 {
        let answer = get(&serve, "/passing").await;
        answer.says("kept for nobody");
        assert_eq!(pages.made(), made);
        assert_eq!(answer.header(header::SET_COOKIE), "");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-cache");
    }
    assert_eq!(instance.app.public_cache.held_bytes(), 0);
}

#[actix_web::test]
async fn what_is_not_there_brings_a_visitor_no_cookie() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    let none = "0192f0c4-0000-7000-8000-000000000000";
    for path in [
        "/nothing".to_owned(),
        "/published/boards/x".to_owned(),
        format!("/published/boards/{none}"),
        format!("/published/meetings/{none}"),
        format!("/api/v1/boards/{none}"),
    ] {
        let answer = get(&serve, &path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header(header::SET_COOKIE), "", "{path}");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-cache", "{path}");
    }
    assert_eq!(instance.app.public_cache.held_bytes(), 0);
}

/// What everyone may read, for people and for programs, and what is not there.
fn read_by_everyone(app: &App) -> Vec<String> {
    let read = |conn: &mut Conn| {
        let out: (BoardId, MeetingId) = publication::table
            .filter(publication::state.eq(PublicationState::Published))
            .select((publication::board_id, publication::meeting_id))
            .first(conn)?;
        Ok(out)
    };
    let (board, meeting) = app.db.read_now(read).expect("the demo has minutes");
    let named = [
        "/",
        "/accessibility",
        "/privacy",
        "/contact",
        "/metrics",
        "/health/live",
        "/health/ready",
        "/health/mail",
        "/published",
        "/published/boards",
        "/published/products",
        "/published/decisions",
        "/published/search",
        "/published/search?text=budsjett",
        "/published/atom.xml",
        "/api/v1/boards",
        "/api/v1/meetings",
        "/api/v1/items",
        "/api/v1/deleted",
        "/api/v1/openapi.json",
        "/api/nothing",
        "/katalog.ttl",
        "/sitemap.xml",
        "/robots.txt",
        "/nothing",
        "/assets/0000000000000000/styringsrad.css",
        "/assets/0000000000000000/nothing.css",
    ];
    let of_board = ["", "/years/2026", "/atom.xml", "/calendar.ics"]
        .map(|rest| format!("/published/boards/{board}{rest}"));
    let of_meeting = ["", "/document"].map(|rest| format!("/published/meetings/{meeting}{rest}"));
    let assets = [
        "designsystemet.css",
        "styringsrad.css",
        "styringsrad.svg",
        "agenda.js",
    ];
    (named.into_iter().map(str::to_owned))
        .chain(assets.map(|name| assets::path(name).to_owned()))
        .chain(of_board)
        .chain(of_meeting)
        .chain([
            format!("/api/v1/boards/{board}"),
            format!("/api/v1/meetings/{meeting}"),
        ])
        .collect()
}

/// A cookie tells one browser from another: whoever keeps an answer for all must never keep one with it.
#[actix_web::test]
async fn what_everyone_may_read_brings_no_cookie() {
    let instance = sqlite(BEGINNING);
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    for path in read_by_everyone(&instance.app) {
        for method in [Method::GET, Method::HEAD, Method::PUT] {
            let request = TestRequest::default().method(method.clone()).uri(&path);
            let answer = asked(&serve, request).await;
            let cookie = answer.header(header::SET_COOKIE);
            assert_eq!(cookie, "", "{method} {path}: {}", answer.status);
        }
    }
    // What programs read, and what is kept on the way, brings none for a choice of language either.
    for path in [
        assets::path("styringsrad.css"),
        "/metrics",
        "/published/atom.xml",
    ] {
        let answer = get(&serve, &format!("{path}?lang=nn")).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header(header::SET_COOKIE), "", "{path}");
    }
    // A page remembers the language that was chosen on it, and says nothing else.
    let chosen = get(&serve, "/published?lang=nn").await;
    let cookie = chosen.header(header::SET_COOKIE);
    assert!(cookie.starts_with("styringsrad_language=nn"), "{cookie}");
    assert_eq!(chosen.header(header::CACHE_CONTROL), "no-store");
    for path in [paths::SIGN_IN, paths::JOIN] {
        let form = get(&serve, path).await;
        let cookie = form.header(header::SET_COOKIE);
        assert!(cookie.contains(visit::BROWSER_COOKIE), "{path}: {cookie}");
        assert_eq!(form.header(header::CACHE_CONTROL), "no-store", "{path}");
    }
}

#[actix_web::test]
async fn a_session_is_answered_past_the_memory() {
    let instance = sqlite(BEGINNING);
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    let links = styringsrad::demo::links(&instance.app).expect("people are there");
    let path = links[0].url.strip_prefix(&instance.app.config.base_url);
    let mut browser = instance.browser();
    browser.get(path.expect("a link of ours")).await;
    browser.post(path.expect("a link of ours"), &[]).await;
    let session = browser.cookies[visit::SESSION_COOKIE].clone();
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    get(&serve, "/shown").await;
    for (session, name) in [(session.as_str(), links[0].name), ("unknown", "")] {
        let cookie = format!("{}={session}", visit::SESSION_COOKIE);
        let before = pages.made();
        for _ in 0..2 {
            let answer = get_with(&serve, "/shown", &[(header::COOKIE, &cookie)]).await;
            answer.says(name);
            assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
            assert_eq!(answer.header(header::ETAG), "");
        }
        assert_eq!(pages.made(), before + 2);
    }
    assert!(!get(&serve, "/shown").await.text().contains(links[0].name));
}

#[actix_web::test]
async fn a_browser_that_has_the_page_is_told_so() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    let whole = get(&serve, "/shown").await;
    let tag = whole.header(header::ETAG).to_owned();
    for (asked_with, status) in [
        (tag.clone(), 304),
        (format!("W/{tag}"), 304),
        (format!("\"other\", W/\"more\", {tag}"), 304),
        ("*".to_owned(), 304),
        ("\"other\"".to_owned(), 200),
        (tag.trim_matches('"').to_owned(), 200),
        ("\"unclosed".to_owned(), 200),
        (String::new(), 200),
    ] {
        let answer = get_with(&serve, "/shown", &[(header::IF_NONE_MATCH, &asked_with)]).await;
        assert_eq!(answer.status, status, "{asked_with}");
        for same in [
            header::ETAG,
            header::VARY,
            header::CACHE_CONTROL,
            header::CONTENT_SECURITY_POLICY,
        ] {
            assert_eq!(answer.header(same.clone()), whole.header(same));
        }
        assert_eq!(answer.bytes.is_empty(), status == 304);
        assert_eq!(
            answer.headers.contains_key(header::CONTENT_TYPE),
            status == 200
        );
    }
    // The first to ask may have it from before too.
    pages.says("other words");
    change(&instance.app, "meeting");
    a_second_later().await;
    let changed = get_with(&serve, "/shown", &[(header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header(header::ETAG), tag);
    pages.says("");
    change(&instance.app, "meeting");
    a_second_later().await;
    let as_before = get_with(&serve, "/shown", &[(header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!(as_before.status, 304, "the bytes are those again");
}

#[actix_web::test]
async fn languages_and_compression_do_not_mix() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    pages.says(&"much the same ".repeat(100));
    let serve = serve(&instance.app, &pages).await;
    let english = ("Accept-Language", "en");
    let kinds: [&[(header::HeaderName, &str)]; 5] = [
        &[],
        &[(header::ACCEPT_LANGUAGE, "nn, nb;q=0.5")],
        &[(header::COOKIE, "styringsrad_language=en")],
        &[(header::ACCEPT_ENCODING, "gzip")],
        &[
            (header::ACCEPT_LANGUAGE, english.1),
            (header::ACCEPT_ENCODING, "br, gzip"),
        ],
    ];
    let mut tags = Vec::new();
    for round in 0..2 {
        for (at, headers) in kinds.iter().enumerate() {
            let answer = get_with(&serve, "/shown", headers).await;
            let language = ["nb", "nn", "en", "nb", "en"][at];
            assert_eq!(answer.header(header::CONTENT_LANGUAGE), language);
            let encoding = if at >= 3 { "gzip" } else { "" };
            assert_eq!(answer.header(header::CONTENT_ENCODING), encoding);
            assert_eq!(answer.bytes.starts_with(&[0x1f, 0x8b]), at >= 3);
            let tag = answer.header(header::ETAG).to_owned();
            if round == 0 {
                assert!(!tags.contains(&tag), "one of its own");
                tags.push(tag);
            } else {
                assert_eq!(tags[at], tag);
            }
        }
    }
    assert_eq!(pages.made(), 5);
    // Another order of the same wishes is the same answer.
    let asked_otherwise = [(header::ACCEPT_LANGUAGE, "en-GB, en;q=0.9, de;q=0.1")];
    get_with(&serve, "/shown", &asked_otherwise).await;
    assert_eq!(pages.made(), 5);
}

#[actix_web::test]
async fn a_page_ends_when_time_alone_makes_it_another() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    let until = moment("2026-11-29 09:00");
    *pages.until.lock().expect("no test panics here") = Some(until);
    let serve = serve(&instance.app, &pages).await;
    pages.says("today");
    get(&serve, "/shown").await.says("today");
    pages.says("tomorrow");
    instance.move_to("2026-11-29 08:59");
    get(&serve, "/shown").await.says("today");
    instance.move_to("2026-11-29 09:00");
    get(&serve, "/shown").await.says("tomorrow");
    *pages.until.lock().expect("no test panics here") = Some(until + Days::days(1));
    get(&serve, "/shown").await;
    pages.says("never asked for");
    get(&serve, "/shown").await.says("tomorrow");
}

#[actix_web::test]
async fn there_is_only_so_much_room() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    let held = || instance.app.public_cache.held_bytes();
    let too_large = format!("/large/{}", ONE / 1024);
    for _ in 0..2 {
        assert_eq!(get(&serve, &too_large).await.bytes.len(), ONE);
    }
    assert_eq!((pages.made(), held()), (2, 0), "too large for one");
    let large = format!("/large/{}", ONE / 1024 - 4);
    for _ in 0..2 {
        get(&serve, &large).await;
    }
    assert_eq!(pages.made(), 3, "just small enough");
    for other in 0..100 {
        get(&serve, &format!("/large/300?{other}")).await;
        assert!(held() <= ALL, "{}", held());
    }
    assert!(held() > ALL / 2, "{}", held());
}

#[actix_web::test]
async fn the_open_pages_are_kept_where_nothing_is_asked() {
    let instance = sqlite(BEGINNING);
    let answered = || instance.app.public_cache.answered().load(Ordering::SeqCst);
    for path in [
        paths::HOME,
        paths::ACCESSIBILITY,
        paths::PRIVACY,
        paths::CONTACT,
    ] {
        let before = answered();
        let mut browser = instance.browser();
        browser.get(path).await.ok();
        let again = browser.get(path).await;
        assert_eq!(answered(), before + 1, "{path}");
        assert!(browser.cookies.is_empty(), "{path} sets no cookie");
        assert!(
            !again.ok().contains("name=\"token\""),
            "{path} holds no token"
        );
        for _ in 0..2 {
            browser
                .get(&format!("{path}?said=said-signed-out"))
                .await
                .ok();
        }
        assert_eq!(answered(), before + 1, "{path} with a query");
    }
    // Who then signs in gets a cookie where the first form stands.
    let mut browser = instance.browser();
    browser.get(paths::HOME).await.ok();
    browser.get(paths::SIGN_IN).await.ok();
    assert!(browser.cookies.contains_key(visit::BROWSER_COOKIE));
    let fields = [("address", "kari@example.no")];
    browser.post(paths::SIGN_IN, &fields).await.goes_to();
}

#[actix_web::test]
async fn random_requests_break_nothing_and_fill_nothing() {
    let instance = sqlite(BEGINNING);
    let pages = Data::new(Shown::default());
    let serve = serve(&instance.app, &pages).await;
    let open = [
        paths::HOME,
        paths::ACCESSIBILITY,
        paths::PRIVACY,
        paths::CONTACT,
    ];
    let word = || -> String {
        let length = rand::random_range(0..20);
        (0..length)
            .map(|_| rand::random_range('!'..='~'))
            .filter(|c| !"\"<>\\^`{|}#".contains(*c))
            .collect()
    };
    for at in 0..2_000 {
        let path = open[at % open.len()];
        let uri = match at % 5 {
            0 => path.to_owned(),
            _ => format!("{path}?{}={}", word(), word()),
        };
        let (language, encoding, tag) = (word(), word(), word());
        let headers = [
            (header::ACCEPT_LANGUAGE, language.as_str()),
            (header::ACCEPT_ENCODING, encoding.as_str()),
            (header::IF_NONE_MATCH, tag.as_str()),
        ];
        let answer = get_with(&serve, &uri, &headers[..at % 4]).await;
        assert!(answer.status < 500, "{uri} {headers:?}");
    }
    let held = instance.app.public_cache.held_bytes();
    assert!(held < 200 * 1024, "{held}");
}

/// What writes past the audit log says it too.
#[test]
fn the_demo_makes_old_what_was_kept() {
    for instance in instances(BEGINNING) {
        let before = sum(&instance.app);
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        assert!(sum(&instance.app) > before);
    }
}

/// Two who change the same board at once wait for each other, and none is lost.
#[test]
fn no_change_is_lost_among_many_at_once() {
    for instance in instances(BEGINNING) {
        let app = Arc::new(instance.app.clone());
        let before = sum(&app);
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| (0..10).for_each(|_| change(&app, "organisation")));
            }
        });
        assert_eq!(sum(&app), before + 30);
    }
}
