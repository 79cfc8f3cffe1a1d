//! An instance of the product for a test: a fresh database, a clock that stands still, a browser that keeps cookies.
//! SQLite always; PostgreSQL too where `STYRINGSRAD_TEST_POSTGRES` names a server. With `STYRINGSRAD_TEST_ALL` set,
//! what is missing fails the test instead of being left out.

use actix_web::dev::ServiceResponse;
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::from_fn;
use actix_web::{App as Server, test, web};
use chrono::{Duration, NaiveDate};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;
use futures_util::future::LocalBoxFuture;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Mutex, OnceLock};
use styringsrad::clock::Clock;
use styringsrad::config::{Config, Database, FilesIn};
use styringsrad::db::Conn;
use styringsrad::db::connect::Manager;
use styringsrad::db::ids::PersonId;
use styringsrad::db::schema::{person, session};
use styringsrad::db::types::Moment;
use styringsrad::jobs::workshop::work_all;
use styringsrad::mail::transport::Carrier;
use styringsrad::pdf::Press;
use styringsrad::secrets;
use styringsrad::web::{App, public_cache, visit};

/// An instance of its own; its data goes when it does.
pub struct Instance {
    pub app: App,
    /// Every mail handed over, as bytes.
    pub mails: Arc<Mutex<Vec<Vec<u8>>>>,
    pub ground: Ground,
}

/// The routes as a server has them: a request in, its answer out.
type Service = Rc<dyn Fn(test::TestRequest) -> LocalBoxFuture<'static, ServiceResponse>>;

thread_local! {
    /// The routes of the instance that this test asked last, and its folder: to join them takes longer than to answer.
    static SERVED: RefCell<Option<(PathBuf, Service)>> = const { RefCell::new(None) };
}

/// What an instance stands on: a folder and a database, without anybody in it yet. It goes when this does.
pub struct Ground {
    pub folder: PathBuf,
    pub database: Database,
    /// The PostgreSQL database to drop, and the server it is on.
    drop: Option<(String, String)>,
}

impl Drop for Ground {
    fn drop(&mut self) {
        self.stop();
        std::fs::remove_dir_all(&self.folder).ok();
        if let Some((server, name)) = &self.drop
            && let Ok(mut connection) = PgConnection::establish(server)
        {
            connection
                .batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
                .ok();
        }
    }
}

/// A moment in UTC, as “2026-11-22 08:00”.
pub fn moment(text: &str) -> Moment {
    let naive = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment");
    Moment::from(naive.and_utc())
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// One fresh instance on each engine there is, its clock standing at `at`.
pub fn instances(at: &str) -> Vec<Instance> {
    [Some(Ground::sqlite_made()), Ground::postgres_made()]
        .into_iter()
        .flatten()
        .map(|ground| ground.open_at(at))
        .collect()
}

/// One fresh instance on SQLite.
pub fn sqlite(at: &str) -> Instance {
    Ground::sqlite_made().open_at(at)
}

/// Empty ground on each engine there is.
pub fn grounds() -> Vec<Ground> {
    [Some(Ground::sqlite()), Ground::postgres()]
        .into_iter()
        .flatten()
        .collect()
}

/// The setting that names a test server. Where it is missing, what needs it is left out, or fails if all is asked for.
pub fn test_setting(name: &str) -> Option<String> {
    let value = std::env::var(name).ok();
    assert!(
        value.is_some() || std::env::var("STYRINGSRAD_TEST_ALL").is_err(),
        "{name} names no server"
    );
    value
}

impl Ground {
    pub fn sqlite() -> Self {
        let folder = folder();
        Self {
            database: Database::Sqlite(folder.join("test.db")),
            folder,
            drop: None,
        }
    }

    fn stop(&self) {
        SERVED.with_borrow_mut(|served| served.take_if(|(of, _)| *of == self.folder));
    }

    /// The same with the schema in it, copied from one that the product made: to make one takes longer than most tests.
    fn sqlite_made() -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let ground = Self::sqlite();
            drop(ground.open(Clock::System));
            let whole = ground.folder.join("whole.db");
            let copy = format!("VACUUM INTO '{}'", whole.display());
            let copied = ground.connect().batch_execute(&copy);
            copied.expect("the database is copied");
            std::fs::read(whole).expect("the copy is there")
        });
        let ground = Self::sqlite();
        std::fs::write(ground.folder.join("test.db"), made).expect("it is written");
        ground
    }

    /// A database of its own on the test server, where there is one.
    pub fn postgres() -> Option<Self> {
        Self::postgres_like("template1")
    }

    /// The same with the schema in it; the first one is kept for the others to be copied from, as long as the server is.
    fn postgres_made() -> Option<Self> {
        static MADE: OnceLock<Option<String>> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let mut ground = Self::postgres()?;
            drop(ground.open(Clock::System));
            let (server, name) = ground.drop.take()?;
            let mut connection = PgConnection::establish(&server).expect("the server answers");
            let close = format!(
                "ALTER DATABASE {name} ALLOW_CONNECTIONS false;
                 SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'"
            );
            connection.batch_execute(&close).expect("nobody is in it");
            Some(name)
        });
        Self::postgres_like(made.as_ref()?)
    }

    fn postgres_like(template: &str) -> Option<Self> {
        let server = test_setting("STYRINGSRAD_TEST_POSTGRES")?;
        let name = format!("test_{}", uuid::Uuid::new_v4().simple());
        let mut connection = PgConnection::establish(&server).expect("the test server answers");
        connection
            .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .expect("a database is made");
        let (start, _) = server
            .rsplit_once('/')
            .expect("the server's address names a database");
        Some(Self {
            folder: folder(),
            database: Database::Postgres(format!("{start}/{name}")),
            drop: Some((server, name)),
        })
    }

    /// The product on this ground, in this process.
    pub fn open(&self, clock: Clock) -> App {
        let mut config = Config::read(|_| None).expect("the defaults are right");
        config.data = self.folder.clone();
        config.files = FilesIn::Folder(self.folder.join("files"));
        config.database = self.database.clone();
        let mut app = styringsrad::app::open(config, clock).expect("the instance opens");
        // The process for PDFs is the product's, not the tests'.
        app.press = Press::new(env!("CARGO_BIN_EXE_styringsrad").into());
        app
    }

    /// A connection of the test's own, outside the doors.
    pub fn connect(&self) -> Conn {
        let manager = Manager {
            database: self.database.clone(),
            query_only: false,
        };
        manager.connect().expect("the database opens")
    }

    fn open_at(self, at: &str) -> Instance {
        Instance {
            app: self.open(Clock::standing_at(moment(at))),
            mails: Arc::default(),
            ground: self,
        }
    }
}

pub fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("styringsrad-{}", uuid::Uuid::new_v4()));
    std::fs::create_dir_all(&folder).expect("a folder is made");
    folder
}

impl Instance {
    pub fn now(&self) -> Moment {
        self.app.clock.now()
    }

    pub fn move_to(&self, at: &str) {
        self.app.clock.move_to(moment(at));
    }

    pub fn move_by(&self, duration: Duration) {
        self.app.clock.move_to(self.now() + duration);
    }

    /// One pass and one delivery round, into memory.
    pub fn tick(
        &self,
    ) -> (
        styringsrad::mail::pass::Pass,
        styringsrad::mail::delivery::Round,
    ) {
        self.app
            .office
            .work(&mut Carrier::Memory(Arc::clone(&self.mails)))
            .expect("the pass ends")
    }

    /// Every job that waits is done.
    pub async fn work(&self) -> usize {
        let worked = work_all(&self.app, styringsrad::app::JOBS).await;
        worked.expect("the jobs can be reached")
    }

    /// The mails handed over so far, as text, and forgets them.
    pub fn take_mails(&self) -> Vec<String> {
        let taken = std::mem::take(&mut *self.mails.lock().expect("no test panics here"));
        taken
            .into_iter()
            .map(|bytes| String::from_utf8(bytes).expect("mail is ASCII or UTF-8"))
            .collect()
    }

    /// Its routes, joined when its first request comes.
    async fn service(&self) -> Service {
        let served = SERVED.with_borrow(|served| {
            let (_, service) = served
                .as_ref()
                .filter(|(of, _)| *of == self.ground.folder)?;
            Some(Rc::clone(service))
        });
        if let Some(service) = served {
            return service;
        }
        let server = Server::new()
            .app_data(web::Data::new(self.app.clone()))
            .wrap(from_fn(visit::attend))
            .wrap(from_fn(public_cache::remember))
            .configure(styringsrad::app::routes);
        let joined = Rc::new(test::init_service(server).await);
        let service: Service = Rc::new(move |request| {
            let joined = Rc::clone(&joined);
            let answer = async move { test::call_service(&*joined, request.to_request()).await };
            Box::pin(async { answer.await.map_into_boxed_body() })
        });
        SERVED.replace(Some((self.ground.folder.clone(), Rc::clone(&service))));
        service
    }

    /// Nothing is served any more; the next request begins anew.
    pub fn stop(&self) {
        self.ground.stop();
    }

    /// A browser nobody has signed in with.
    pub fn browser(&self) -> Browser<'_> {
        Browser {
            instance: self,
            cookies: BTreeMap::new(),
            token: String::new(),
        }
    }

    /// A browser signed in as the person with this address.
    #[expect(
        clippy::unused_async,
        reason = "reads like every other step of a browser"
    )]
    pub async fn signed_in(&self, address: &str) -> Browser<'_> {
        let token = secrets::token();
        let hash = secrets::hash(&token);
        let now = self.now();
        let address = address.to_owned();
        self.app
            .db
            .write_now(|conn| {
                let id: PersonId = person::table
                    .filter(person::address.eq(&address))
                    .select(person::id)
                    .first(conn)?;
                let row = (
                    session::token_hash.eq(&hash),
                    session::person_id.eq(id),
                    session::created_at.eq(now),
                    session::last_seen_at.eq(now),
                    session::idle_minutes.eq(30),
                    session::expires_at.eq(now + Duration::hours(8)),
                    session::own_device.eq(false),
                    session::device.eq("test"),
                );
                Ok(diesel::insert_into(session::table)
                    .values(row)
                    .execute(conn)?)
            })
            .expect("the person exists");
        let mut browser = self.browser();
        browser
            .cookies
            .insert(visit::SESSION_COOKIE.to_owned(), token);
        browser
    }
}

/// A browser: keeps cookies and the token of the last form it saw.
pub struct Browser<'a> {
    instance: &'a Instance,
    pub cookies: BTreeMap<String, String>,
    token: String,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub headers: header::HeaderMap,
    pub body: String,
    /// The same as it came: a file is no text.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// What a header says; empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("ASCII"))
    }

    /// The page, which must be there.
    #[track_caller]
    pub fn ok(self) -> String {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        self.body
    }

    /// Where the answer goes on to.
    #[track_caller]
    pub fn goes_to(self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.location.expect("a redirect says where")
    }

    #[track_caller]
    pub fn is(self, status: u16) -> String {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self.body
    }
}

impl Browser<'_> {
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(test::TestRequest::get().uri(path)).await
    }

    /// Asks for a page with one more header.
    pub async fn get_with(&mut self, path: &str, name: &str, value: &str) -> Answer {
        let request = test::TestRequest::get().uri(path);
        self.send(request.insert_header((name, value))).await
    }

    /// Posts a form with this browser's token, fetching a page first where no form was seen yet.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        if self.token.is_empty() {
            self.get("/sign-in").await;
        }
        let token = self.token.clone();
        let mut all: Vec<(&str, &str)> = fields.to_vec();
        all.push(("token", &token));
        self.post_raw(path, &all).await
    }

    /// Posts exactly these fields.
    pub async fn post_raw(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(test::TestRequest::post().uri(path).set_form(fields))
            .await
    }

    /// Posts these bytes as a form with this browser's token, whatever they are.
    pub async fn post_bytes(&mut self, path: &str, bytes: &[u8]) -> Answer {
        if self.token.is_empty() {
            self.get("/sign-in").await;
        }
        let body = [format!("token={}&", self.token).as_bytes(), bytes].concat();
        let request = test::TestRequest::post()
            .uri(path)
            .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
            .set_payload(body);
        self.send(request).await
    }

    /// Posts these files with this browser's token, as a form with a file field does (RFC 7578).
    pub async fn post_files(&mut self, path: &str, files: &[(&str, &[u8])]) -> Answer {
        if self.token.is_empty() {
            self.get("/sign-in").await;
        }
        let token = self.token.clone();
        self.post_files_as(path, &token, files).await
    }

    pub async fn post_files_as(
        &mut self,
        path: &str,
        token: &str,
        files: &[(&str, &[u8])],
    ) -> Answer {
        const EDGE: &str = "an-edge-that-stands-in-no-file";
        let mut body = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n"
        )
        .into_bytes();
        for (name, bytes) in files {
            let head = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let request = test::TestRequest::post()
            .uri(path)
            .insert_header((header::CONTENT_TYPE, kind))
            .set_payload(body);
        self.send(request).await
    }

    /// Posts a form and one file in it, with this browser's token.
    pub async fn post_form_with_file(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        (field, name, bytes): (&str, &str, &[u8]),
    ) -> Answer {
        const EDGE: &str = "an-edge-that-stands-in-no-file";
        if self.token.is_empty() {
            self.get("/sign-in").await;
        }
        let token = self.token.clone();
        let mut body = Vec::new();
        // The token stands first, so that nothing is received from a stranger.
        for (field, value) in [("token", token.as_str())].iter().chain(fields) {
            let part = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
        let request = test::TestRequest::post()
            .uri(path)
            .insert_header((
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={EDGE}"),
            ))
            .set_payload(body);
        self.send(request).await
    }

    /// Asks for the headers of a page only, as mail scanners do.
    pub async fn head(&mut self, path: &str) -> Answer {
        self.ask(Method::HEAD, path).await
    }

    /// Asks by any method, with nothing in it.
    pub async fn ask(&mut self, method: Method, path: &str) -> Answer {
        self.send(test::TestRequest::default().method(method).uri(path))
            .await
    }

    /// Posts a form with this browser's token, as a page of `origin` would.
    pub async fn post_from(&mut self, origin: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token.clone();
        let mut all: Vec<(&str, &str)> = fields.to_vec();
        all.push(("token", &token));
        let request = test::TestRequest::post()
            .uri(path)
            .insert_header((header::ORIGIN, origin))
            .set_form(all);
        self.send(request).await
    }

    async fn send(&mut self, mut request: test::TestRequest) -> Answer {
        let serve = self.instance.service().await;
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.insert_header((header::COOKIE, cookies.join("; ")));
        }
        let response = serve(request).await;
        for cookie in response.response().cookies() {
            self.cookies
                .insert(cookie.name().to_owned(), cookie.value().to_owned());
        }
        let status = response.status();
        let location = response
            .headers()
            .get(header::LOCATION)
            .map(|to| to.to_str().expect("ASCII").to_owned());
        let headers = response.headers().clone();
        let bytes = test::read_body(response).await.to_vec();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        if let Some(token) = body
            .split_once("name=\"token\" value=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
        {
            token.0.clone_into(&mut self.token);
        }
        Answer {
            status,
            location,
            headers,
            body,
            bytes,
        }
    }
}
