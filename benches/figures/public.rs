//! What a kept public page costs: requests a second over 16 kept connections, held against a bare handler that returns the
//! same bytes. Both servers stand in this process with two workers and the same `Compress` around them, and the browsers
//! are threads of it, so each takes of the other alike; the two are measured in turns, and the middle turn counts.
//! What 10 000 random requests leave behind in memory is told by the kernel.

use super::full::Instance;
use super::{Figure, http, percentile};
use actix_web::http::header;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Bytes, Data};
use actix_web::{App as Server, HttpResponse, HttpServer};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::TcpStream;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use styringsrad::web::{App, paths, public_cache, visit};

const CONNECTIONS: usize = 16;
const TURNS: usize = 5;
const TURN: Duration = Duration::from_secs(2);
const RANDOM_REQUESTS: usize = 10_000;
const OPEN_PAGES: [&str; 4] = [
    paths::HOME,
    paths::ACCESSIBILITY,
    paths::PRIVACY,
    paths::CONTACT,
];

/// How one turn went.
struct Turn {
    /// Requests a second.
    rate: f64,
    /// In milliseconds.
    p99: f64,
}

/// A kept connection, as a browser has.
pub struct Line {
    reader: BufReader<TcpStream>,
    body: Vec<u8>,
}

impl Line {
    pub fn to(port: u16) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        stream.set_nodelay(true).expect("it is a socket");
        Self {
            reader: BufReader::new(stream),
            body: Vec::new(),
        }
    }

    /// Asks once; the status and the ETag.
    pub fn ask(&mut self, request: &str) -> (u16, String) {
        let stream = self.reader.get_mut();
        stream.write_all(request.as_bytes()).expect("it reads");
        let (mut status, mut tag, mut length) = (0, String::new(), 0);
        let mut line = String::new();
        loop {
            line.clear();
            self.reader.read_line(&mut line).expect("it answers");
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if status == 0 {
                status = line[9..12].parse().expect("a status");
            } else if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.parse().expect("a length");
            } else if let Some(value) = line.strip_prefix("etag: ") {
                value.clone_into(&mut tag);
            }
        }
        self.body.resize(length, 0);
        self.reader.read_exact(&mut self.body).expect("it answers");
        (status, tag)
    }
}

pub fn request(path: &str, headers: &[(&str, &str)]) -> String {
    let mut request = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    for (name, value) in headers {
        write!(request, "{name}: {value}\r\n").expect("a text takes everything");
    }
    request.push_str("\r\n");
    request
}

/// All connections ask for the same, one request after the other, as long as a turn lasts.
fn turn(port: u16, asked: &str, status: u16) -> Turn {
    let began = Instant::now();
    let runs = std::thread::scope(|scope| {
        let browsers: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                scope.spawn(|| {
                    let mut line = Line::to(port);
                    let mut runs = Vec::new();
                    while began.elapsed() < TURN {
                        let before = Instant::now();
                        assert_eq!(line.ask(asked).0, status);
                        runs.push(before.elapsed());
                    }
                    runs
                })
            })
            .collect();
        let joined = |browser: std::thread::ScopedJoinHandle<'_, Vec<Duration>>| {
            browser.join().expect("asking does not fail")
        };
        browsers.into_iter().flat_map(joined).collect::<Vec<_>>()
    });
    Turn {
        rate: runs.len() as f64 / began.elapsed().as_secs_f64(),
        p99: percentile(runs, 99),
    }
}

/// The middle of what was measured.
fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Measures both in turns; gives the ratios of the rates and of the 99th percentiles, each the middle one.
fn compared(name: &str, ours: (u16, &str, u16), bare: (u16, &str, u16)) -> (f64, f64) {
    let (mut rates, mut tails) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let our = turn(ours.0, ours.1, ours.2);
        let other = turn(bare.0, bare.1, bare.2);
        println!(
            "# {name}: {:.0} of {:.0} requests a second, p99 {:.2} of {:.2} ms",
            our.rate, other.rate, our.p99, other.p99
        );
        rates.push(our.rate / other.rate);
        tails.push(our.p99 / other.p99);
    }
    (middle(rates), middle(tails))
}

/// The product's own parts, as `serve` joins them.
pub fn serve_ours(app: &App, port: u16) {
    let app = Data::new(app.clone());
    std::thread::spawn(move || {
        let server = HttpServer::new(move || {
            Server::new()
                .app_data(app.clone())
                .wrap(from_fn(visit::attend))
                .wrap(Compress::default())
                .wrap(from_fn(public_cache::remember))
                .configure(styringsrad::app::routes)
        });
        let server = server.workers(2).disable_signals();
        let server = server.bind(("127.0.0.1", port)).expect("the port is free");
        let ran = actix_web::rt::System::new().block_on(server.run());
        ran.expect("the server runs until the end");
    });
    http::wait_for(port);
}

/// A handler that does nothing but return these bytes.
fn serve_bare(page: &Bytes, port: u16) {
    let page = Data::new(page.clone());
    std::thread::spawn(move || {
        let bare = |page: Data<Bytes>| async move {
            HttpResponse::Ok()
                .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
                .body(page.get_ref().clone())
        };
        let server = HttpServer::new(move || {
            Server::new()
                .app_data(page.clone())
                .wrap(Compress::default())
                .route("/", web::get().to(bare))
        });
        let server = server.workers(2).disable_signals();
        let server = server.bind(("127.0.0.1", port)).expect("the port is free");
        let ran = actix_web::rt::System::new().block_on(server.run());
        ran.expect("the server runs until the end");
    });
    http::wait_for(port);
}

/// Asks for the open pages with queries, languages and encodings that nobody has thought of. The megabytes that stay.
fn random_requests(port: u16) -> f64 {
    let word = || -> String {
        let length = rand::random_range(1..40);
        (0..length).map(|_| rand::random_range('a'..='z')).collect()
    };
    let mut line = Line::to(port);
    for page in OPEN_PAGES {
        line.ask(&request(page, &[]));
    }
    let before = http::resident_megabytes(std::process::id());
    for at in 0..RANDOM_REQUESTS {
        let page = OPEN_PAGES[at % OPEN_PAGES.len()];
        let path = match at % 5 {
            0 => page.to_owned(),
            1 => format!("/{}", word()),
            _ => format!("{page}?{}={}", word(), word()),
        };
        let headers = [
            ("Accept-Language", word()),
            ("If-None-Match", word()),
            ("Cookie", format!("{}={}", word(), word())),
        ];
        let headers: Vec<(&str, &str)> = headers
            .iter()
            .take(at % 4)
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let (status, _) = line.ask(&request(&path, &headers));
        assert!(status < 500, "{path} {headers:?}");
    }
    http::resident_megabytes(std::process::id()) - before
}

/// Every figure of the public pages.
pub fn figures() -> Vec<Figure> {
    let instance = Instance::small();
    let (port, bare_port) = (http::free_port(), http::free_port());
    serve_ours(&instance.app, port);
    let plain = request(paths::HOME, &[]);
    let mut line = Line::to(port);
    let (status, tag) = line.ask(&plain);
    assert_eq!(status, 200, "the front page is there");
    serve_bare(&Bytes::from(line.body.clone()), bare_port);
    let (rate, tail) = compared("a kept page", (port, &plain, 200), (bare_port, &plain, 200));
    let known = request(paths::HOME, &[("If-None-Match", &tag)]);
    let zipped = request(paths::HOME, &[("Accept-Encoding", "gzip")]);
    compared("304", (port, &known, 304), (bare_port, &plain, 200));
    // Compressed by the bare server each time, and chunked; only our own can be read by length.
    let zipped = turn(port, &zipped, 200);
    println!("# compressed: {:.0} requests a second", zipped.rate);
    let from_memory = instance.app.public_cache.answered();
    println!(
        "# {} answers from memory",
        from_memory.load(Ordering::Relaxed)
    );
    let memory = random_requests(port);
    [
        ("public_page_to_bare", rate, "ratio", 0.6, false),
        ("public_page_p99_to_bare", tail, "ratio", 2.0, true),
        ("public_random_extra_memory", memory, "MB", 50.0, true),
    ]
    .map(|(name, value, unit, target, at_most)| Figure {
        name,
        value,
        unit,
        target,
        at_most,
    })
    .into()
}
