//! Files sent and fetched through the product's own server, by raw requests and by a browser.

use super::{Ground, MEGABYTE, bucket::Bucket, count, pdf};
use crate::program::wait_until;
use crate::support::{Instance, sqlite};
use crate::world::{NOW, SECRETARY};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data, Path};
use actix_web::{App as Server, HttpRequest, HttpResponse, HttpServer};
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use styringsrad::config::FilesIn;
use styringsrad::error::{Error, Result};
use styringsrad::files::{Checksum, Files, Kind};
use styringsrad::web::download::Download;
use styringsrad::web::receiving::Received;
use styringsrad::web::visit;
use styringsrad::web::{App, form};

const EDGE: &str = "an-edge-that-stands-in-no-file";

/// Keeps what is sent, and tells a line a file; what was not taken is told as a mistake.
async fn take(app: Data<App>, mut sent: Received) -> Result<HttpResponse> {
    if sent.form.is_ticked("gently") {
        sent.keep(&app.files).await;
    }
    let mut told = format!("typed {}\n", sent.form.value("title"));
    for (field, said) in sent.form.mistakes() {
        let _ = writeln!(told, "mistake {field} {}", said.key);
    }
    for arrived in &mut sent.files {
        app.files.keep(&mut arrived.file).await?;
        let (of, size) = (arrived.file.checksum().as_str(), arrived.file.size());
        let _ = writeln!(told, "kept {} {of} {size} {}", arrived.field, arrived.name);
    }
    Ok(HttpResponse::Ok().body(told))
}

/// Gives a kept file: its checksum, size, suffix and name stand in the path.
async fn give(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, u64, String, String)>,
) -> Result<HttpResponse> {
    let (checksum, size, suffix, name) = path.into_inner();
    let download = Download {
        checksum: &Checksum::parse(&checksum).ok_or(Error::NotFound)?,
        size,
        kind: Kind::of_suffix(&suffix).ok_or(Error::NotFound)?,
        name: &name,
        is_saved: false,
    };
    download.answer(&app, &request).await
}

async fn still_works() -> &'static str {
    "works"
}

/// The product's server with the two routes, and one who is signed in.
struct House {
    instance: Instance,
    address: SocketAddr,
    cookies: String,
    token: String,
    handle: actix_web::dev::ServerHandle,
}

impl House {
    async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    async fn open_with(change: impl FnOnce(&mut App)) -> Self {
        let mut instance = sqlite(NOW);
        change(&mut instance.app);
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        let mut browser = instance.signed_in(SECRETARY).await;
        browser.get("/me").await.ok();
        let cookies: Vec<String> = browser
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let token = form::token(&instance.app, &browser.cookies[visit::BROWSER_COOKIE]);
        let app = Data::new(instance.app.clone());
        let server = HttpServer::new(move || {
            Server::new()
                .app_data(app.clone())
                .wrap(from_fn(visit::attend))
                .wrap(Compress::default())
                .route("/test/works", web::get().to(still_works))
                .route("/test/files", web::post().to(take))
                .service(
                    web::resource("/test/files/{checksum}/{size}/{suffix}/{name}")
                        .route(web::get().to(give))
                        .route(web::head().to(give)),
                )
        });
        let server = server.workers(1).disable_signals();
        let server = server.bind("127.0.0.1:0").expect("a port is free");
        let address = server.addrs()[0];
        let server = server.run();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        Self {
            instance,
            address,
            cookies: cookies.join("; "),
            token,
            handle,
        }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.instance.ground.folder.join(name)
    }

    /// Sends a form as a page of ours does.
    async fn send(&self, parts: &[Part<'_>]) -> (u16, String) {
        let token = Part::Field("token", &self.token);
        let all: Vec<Part<'_>> = std::iter::once(token)
            .chain(parts.iter().copied())
            .collect();
        self.send_as(&self.url(""), &all).await
    }

    async fn send_as(&self, origin: &str, parts: &[Part<'_>]) -> (u16, String) {
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let request = reqwest::Client::new()
            .post(self.url("/test/files"))
            .header("content-type", kind)
            .header("cookie", &self.cookies)
            .header("origin", origin)
            .body(form_of(parts));
        let answer = request.send().await.expect("it answers");
        let status = answer.status().as_u16();
        (status, answer.text().await.expect("it is text"))
    }

    /// Keeps a file behind the server's back, and gives the path it is fetched at.
    async fn keep(&self, bytes: &[u8], name: &str) -> String {
        let files = &self.instance.app.files;
        let mut incoming = files.receive().await.expect("there is room");
        incoming.write(bytes).await.expect("there is room");
        let kind = incoming.end().await.expect("it is one of our kinds");
        files.keep(&mut incoming).await.expect("it is kept");
        let (of, size) = (incoming.checksum().as_str(), incoming.size());
        format!("/test/files/{of}/{size}/{}/{name}", kind.suffix())
    }

    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> reqwest::Response {
        let method = method.parse().expect("it is a method");
        let mut request = reqwest::Client::new().request(method, self.url(path));
        request = request.header("cookie", &self.cookies);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.expect("it answers")
    }

    fn nothing_is_left(&self) {
        wait_until("nothing is being received", || {
            count(&self.folder("receiving")) == 0
        });
        assert_eq!(count(&self.folder("files")), 0, "nothing was kept");
    }
}

#[derive(Clone, Copy)]
enum Part<'a> {
    Field(&'a str, &'a str),
    File(&'a str, &'a str, &'a [u8]),
}

fn form_of(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for part in parts {
        let (name, file, bytes) = match *part {
            Part::Field(name, value) => (name, String::new(), value.as_bytes()),
            Part::File(name, file, bytes) => (name, format!("; filename=\"{file}\""), bytes),
        };
        let head =
            format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
    body
}

/// An archive with these parts, packed.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).expect("a part begins");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

#[actix_web::test]
async fn what_is_sent_is_kept_with_its_words_and_a_harmless_name() {
    let house = House::open().await;
    let (paper, table) = (pdf(3 * MEGABYTE), rust_xlsxwriter_table());
    let (status, told) = house
        .send(&[
            Part::Field("title", "Årsrapport 📄"),
            Part::File("paper", "../../etc/Møte 👩‍💻\u{202E}.pdf", &paper),
            Part::File("attachments", "C:\\\\Users\\\\kari\\\\tall.pdf", &table),
            Part::File("attachments", "\u{202E}.pdf", &pdf(200)),
            Part::File("attachments", "", b""),
        ])
        .await;
    assert_eq!(status, 200, "{told}");
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "typed Årsrapport 📄");
    assert!(
        lines[1].starts_with("kept paper ") && lines[1].ends_with(" 3145728 Møte 👩‍💻.pdf"),
        "{told}"
    );
    assert!(
        lines[2].starts_with("kept attachments ") && lines[2].ends_with(" tall.pdf.xlsx"),
        "{told}"
    );
    // A name that is nothing gets one of its own.
    let words: Vec<&str> = lines[3].split(' ').collect();
    assert_eq!(words[4], format!("{}.pdf", &words[2][..8]), "{told}");
    assert_eq!(lines.len(), 4, "{told}");
    assert_eq!(count(&house.folder("files")), 3);
    // A name that no browser can send makes the whole form unreadable; what came before it goes too.
    let strange = [
        Part::File("paper", "a.pdf", &pdf(300)),
        Part::File("paper", "b\0.pdf", &pdf(301)),
    ];
    let (status, told) = house.send(&strange).await;
    assert_eq!(status, 422);
    assert!(told.contains("Vi kunne ikke lese skjemaet"), "{told}");
    assert_eq!(count(&house.folder("files")), 3);
    wait_until("nothing is being received", || {
        count(&house.folder("receiving")) == 0
    });
    house.handle.stop(false).await;
}

fn rust_xlsxwriter_table() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet()
        .write(0, 0, "Tall")
        .expect("there is room");
    book.save_to_buffer().expect("memory takes it")
}

#[actix_web::test]
async fn what_cannot_be_taken_is_a_mistake_at_its_field_and_the_rest_is_kept() {
    let house = House::open().await;
    let zeros = vec![0; 12 * MEGABYTE];
    let types = ("[Content_Types].xml", &b"<Types/>"[..]);
    let word = ("word/document.xml", &b"<x/>"[..]);
    let bomb = archive(&[types, word, ("word/media/a.bmp", &zeros)]);
    let macros = archive(&[types, word, ("word/vbaProject.bin", b"x")]);
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.resize(5000, 0);
    let mut locked = old.clone();
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    locked[1024..1024 + name.len()].copy_from_slice(&name);
    let refused: [(&str, &[u8], &str); 8] = [
        (
            "a.pdf",
            b"<!DOCTYPE html><script>alert(1)</script>",
            "file-unfit-web-page",
        ),
        ("b.docx", &bomb, "file-unfit-bomb"),
        ("c.docx", &macros, "file-unfit-macros"),
        ("d.doc", &old, "file-unfit-old"),
        ("e.docx", &locked, "file-unfit-locked"),
        ("f.pdf", b"", "file-unfit-empty"),
        ("g.exe", b"MZ\x90\0", "file-unfit-unknown"),
        ("h.docx", &bomb[..2000], "file-unfit-broken"),
    ];
    let fine = pdf(2000);
    let mut parts: Vec<Part<'_>> = refused
        .iter()
        .map(|(name, bytes, _)| Part::File("files", name, bytes))
        .collect();
    parts.push(Part::File("paper", "fin.pdf", &fine));
    let (status, told) = house.send(&parts).await;
    assert_eq!(status, 200, "{told}");
    let mistakes: Vec<&str> = told
        .lines()
        .filter(|line| line.starts_with("mistake"))
        .collect();
    let keys: Vec<String> = refused
        .iter()
        .map(|(_, _, key)| format!("mistake files {key}"))
        .collect();
    assert_eq!(mistakes, keys);
    assert!(
        told.contains("kept paper ") && told.contains(" fin.pdf"),
        "{told}"
    );
    assert_eq!(count(&house.folder("files")), 1);
    house.handle.stop(false).await;
}

/// It is read to its end, so that the browser hears why, and what was written of it goes.
#[actix_web::test]
async fn a_file_that_is_too_large_is_a_mistake_at_its_field() {
    let house = House::open().await;
    let large = pdf(100 * MEGABYTE + 1);
    let parts = [
        Part::File("paper", "a.pdf", &large),
        Part::Field("title", "Etterpå"),
    ];
    let (status, told) = house.send(&parts).await;
    assert_eq!(status, 200, "{told}");
    assert_eq!(told, "typed Etterpå\nmistake paper file-too-large\n");
    house.nothing_is_left();
    house.handle.stop(false).await;
}

#[actix_web::test]
async fn a_form_of_another_site_or_without_its_token_before_the_file_writes_nothing() {
    let house = House::open().await;
    let (paper, token) = (pdf(MEGABYTE), house.token.clone());
    let (own, file) = (house.url(""), Part::File("paper", "a.pdf", &paper));
    for (origin, parts) in [
        (own.as_str(), vec![file]),
        (&own, vec![Part::Field("token", "wrong"), file]),
        (
            "https://evil.example",
            vec![Part::Field("token", &token), file],
        ),
    ] {
        let (status, _) = house.send_as(origin, &parts).await;
        assert_eq!(status, 403);
        house.nothing_is_left();
    }
    // After the file it comes too late for the file, and the form is taken without it.
    let late = [file, Part::Field("token", &token)];
    let (status, told) = house.send_as(&own, &late).await;
    assert_eq!((status, told.contains("kept")), (200, false), "{told}");
    house.nothing_is_left();
    house.handle.stop(false).await;
}

#[actix_web::test]
async fn an_upload_that_is_cut_off_leaves_nothing() {
    let house = House::open().await;
    let paper = pdf(4 * MEGABYTE);
    let body = form_of(&[
        Part::Field("token", &house.token),
        Part::File("paper", "a.pdf", &paper),
    ]);
    let head = format!(
        "POST /test/files HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nContent-Type: multipart/form-data; boundary={EDGE}\r\n\
         Content-Length: {}\r\n\r\n",
        house.address,
        house.cookies,
        body.len()
    );
    let (address, receiving) = (house.address, house.folder("receiving"));
    let cut = web::block(move || {
        let mut line = TcpStream::connect(address).expect("it listens");
        line.write_all(head.as_bytes()).expect("it reads");
        line.write_all(&body[..body.len() / 2]).expect("it reads");
        wait_until("it is being received", || count(&receiving) == 1);
        drop(line);
    });
    cut.await.expect("nothing panics");
    house.nothing_is_left();
    let (status, told) = house.send(&[Part::File("paper", "a.pdf", &paper)]).await;
    assert!(
        status == 200 && told.contains("kept"),
        "sent again it is kept: {told}"
    );
    house.handle.stop(false).await;
}

/// Where the store is away, no more than the files is.
#[actix_web::test]
async fn while_the_bucket_is_away_that_is_told_and_the_rest_works() {
    let mut bucket = Bucket::start();
    let address = FilesIn::Bucket(bucket.address());
    let house = House::open_with(|app| {
        let data = app.config.data.clone();
        app.files = Files::open(&address, &data).expect("the store opens");
    })
    .await;
    let paper = pdf(6 * MEGABYTE);
    let path = house.keep(&paper, "a.pdf").await;
    house.instance.browser().get("/health/ready").await.ok();
    bucket.go_away();
    let other = pdf(6 * MEGABYTE + 1);
    let (status, told) = house.send(&[Part::File("paper", "b.pdf", &other)]).await;
    assert_eq!(status, 503);
    assert!(
        told.contains("Vi får ikke lagret eller hentet filer akkurat nå"),
        "{told}"
    );
    // Where the page can come back with what was typed, it is a mistake at the field.
    let gently = [
        Part::Field("gently", "yes"),
        Part::Field("title", "Årsrapport"),
        Part::File("paper", "b.pdf", &other),
    ];
    let (status, told) = house.send(&gently).await;
    assert_eq!(status, 200);
    assert_eq!(told, "typed Årsrapport\nmistake paper file-store-away\n");
    assert_eq!(house.ask("GET", &path, &[]).await.status(), 503);
    assert_eq!(house.ask("GET", "/test/works", &[]).await.status(), 200);
    let ready = house.instance.browser().get("/health/ready").await.is(503);
    assert!(ready.contains("the store of files"), "{ready}");
    wait_until("nothing is being received", || {
        count(&house.folder("receiving")) == 0
    });
    bucket.come_back();
    let answer = house
        .ask("GET", &path, &[("range", "bytes=6000000-")])
        .await;
    assert_eq!(answer.status(), 206);
    assert!(answer.bytes().await.expect("it comes") == paper[6_000_000..]);
    let (status, _) = house.send(&[Part::File("paper", "b.pdf", &other)]).await;
    assert_eq!(status, 200);
    assert_eq!(bucket.objects().0.len(), 2);
    house.handle.stop(false).await;
}

/// What is asked with, and what must come back: the status, the range that is told, and these bytes.
type Case<'a> = (
    &'a [(&'a str, &'a str)],
    u16,
    &'a str,
    std::ops::Range<usize>,
);

#[actix_web::test]
async fn a_file_is_fetched_in_whole_and_in_part_and_not_again_when_it_is_known() {
    let house = House::open().await;
    let bytes = pdf(300_000);
    let path = house.keep(&bytes, "%C3%85rsplan.pdf").await;
    let packed = ("accept-encoding", "gzip");
    let answer = house.ask("GET", &path, &[packed]).await;
    assert_eq!(answer.status(), 200);
    let header = |answer: &reqwest::Response, name: &str| {
        let value = answer.headers().get(name);
        value.map_or(String::new(), |value| {
            value.to_str().expect("ASCII").to_owned()
        })
    };
    for (name, value) in [
        ("content-type", "application/pdf"),
        ("content-length", "300000"),
        ("accept-ranges", "bytes"),
        ("cache-control", "private, no-cache"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("content-encoding", "identity"),
        (
            "content-disposition",
            "inline; filename=\"_rsplan.pdf\"; filename*=UTF-8''%C3%85rsplan.pdf",
        ),
        (
            "content-security-policy",
            "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ),
    ] {
        assert_eq!(header(&answer, name), value, "{name}");
    }
    let tag = header(&answer, "etag");
    assert!(path.contains(tag.trim_matches('"')));
    assert!(answer.bytes().await.expect("it comes") == bytes);

    let other = format!("\"{}\"", "0".repeat(64));
    let cases: [Case<'_>; 9] = [
        (
            &[("range", "bytes=0-99"), packed],
            206,
            "bytes 0-99/300000",
            0..100,
        ),
        (
            &[("range", "bytes=-100")],
            206,
            "bytes 299900-299999/300000",
            299_900..300_000,
        ),
        (
            &[("range", "bytes=200000-")],
            206,
            "bytes 200000-299999/300000",
            200_000..300_000,
        ),
        (&[("range", "bytes=300000-")], 416, "bytes */300000", 0..0),
        (&[("range", "bytes=0-1,5-6")], 200, "", 0..300_000),
        (
            &[("range", "bytes=0-99"), ("if-range", &tag)],
            206,
            "bytes 0-99/300000",
            0..100,
        ),
        (
            &[("range", "bytes=0-99"), ("if-range", &other)],
            200,
            "",
            0..300_000,
        ),
        (&[("if-none-match", &tag)], 304, "", 0..0),
        (&[("if-none-match", &other)], 200, "", 0..300_000),
    ];
    for (headers, status, range, part) in cases {
        let answer = house.ask("GET", &path, headers).await;
        assert_eq!(answer.status(), status, "{headers:?}");
        assert_eq!(header(&answer, "content-range"), range, "{headers:?}");
        assert_eq!(header(&answer, "etag"), tag);
        assert!(header(&answer, "content-security-policy").contains("sandbox"));
        assert!(
            answer.bytes().await.expect("it comes") == bytes[part],
            "{headers:?}"
        );
        let head = house.ask("HEAD", &path, headers).await;
        assert_eq!(head.status(), status, "HEAD {headers:?}");
    }
    house.handle.stop(false).await;
}

/// Read as bytes: a client that follows the standard would not see a body that should not be there.
#[actix_web::test]
async fn head_tells_how_long_a_file_is_and_sends_none_of_it() {
    let house = House::open().await;
    let path = house.keep(&pdf(300_000), "a.pdf").await;
    let (address, cookies) = (house.address, house.cookies.clone());
    let answer = web::block(move || {
        let mut line = TcpStream::connect(address).expect("it listens");
        let head = format!(
            "HEAD {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookies}\r\nConnection: close\r\n\r\n"
        );
        line.write_all(head.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).expect("it ends");
        answer
    });
    let answer =
        String::from_utf8(answer.await.expect("nothing panics")).expect("headers are text");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(
        answer.to_lowercase().contains("content-length: 300000\r\n"),
        "{answer}"
    );
    assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    house.handle.stop(false).await;
}

#[actix_web::test]
async fn what_a_browser_cannot_show_is_saved_and_a_file_that_is_gone_is_our_own_fault() {
    let house = House::open().await;
    let path = house.keep(&rust_xlsxwriter_table(), "tall.xlsx").await;
    let answer = house.ask("GET", &path, &[]).await;
    let how = answer.headers()["content-disposition"]
        .to_str()
        .expect("ASCII");
    assert_eq!(
        how,
        "attachment; filename=\"tall.xlsx\"; filename*=UTF-8''tall.xlsx"
    );
    let gone = format!("/test/files/{}/5/pdf/a.pdf", "0".repeat(64));
    assert_eq!(house.ask("GET", &gone, &[]).await.status(), 500);
    // A file that is not of the size that was noted is not served as if it were.
    let size = rust_xlsxwriter_table().len();
    let other = path.replace(&format!("/{size}/"), "/7/");
    if other != path {
        assert_eq!(house.ask("GET", &other, &[]).await.status(), 500);
    }
    house.handle.stop(false).await;
}

/// What Chromium shows of a PDF and of a picture: they are sealed, and drawn all the same.
#[actix_web::test]
async fn a_browser_shows_pdf_and_pictures_in_their_sandbox() {
    if std::env::var("STYRINGSRAD_TEST_CHROMIUM").is_err() {
        assert!(
            std::env::var("STYRINGSRAD_TEST_ALL").is_err(),
            "STYRINGSRAD_TEST_CHROMIUM names no browser"
        );
        return;
    }
    let house = House::open().await;
    let folder = Ground(crate::support::folder());
    let made = |name: &str| std::fs::read(folder.0.join(name)).expect("the browser made it");
    let node = |arguments: Vec<String>| async move {
        let run = move || {
            std::process::Command::new("node")
                .arg("tests/browser/files.mjs")
                .args(arguments)
                .output()
        };
        let ran = web::block(run)
            .await
            .expect("nothing panics")
            .expect("Node.js is installed");
        let told = [ran.stdout, ran.stderr].concat();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&told));
    };
    node(vec!["make".into(), folder.0.display().to_string()]).await;
    let mut arguments = vec!["show".into(), house.url(""), house.cookies.clone()];
    for name in ["blue.pdf", "blue.png", "script.pdf"] {
        arguments.push(house.keep(&made(name), name).await);
    }
    node(arguments).await;
    house.handle.stop(false).await;
}
