//! What a file of 100 MB costs while it is sent: to a server of the product's own parts in this process, by a client that
//! itself holds little. Of the memory the kernel says how much there ever was.

use super::full::Instance;
use super::{Figure, http};
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App as Server, HttpServer};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use styringsrad::error::Result;
use styringsrad::web::receiving::Received;
use styringsrad::web::{App, form, visit};

const MEGABYTE: usize = 1024 * 1024;
/// As large as a file may be, less its first line.
const LARGE: usize = 100 * MEGABYTE - 16;
const EDGE: &str = "an-edge-that-stands-in-no-file";

async fn take(app: Data<App>, mut sent: Received) -> Result<String> {
    for arrived in &mut sent.files {
        app.files.keep(&mut arrived.file).await?;
    }
    Ok(format!("kept {}", sent.files.len()))
}

/// Sends one such file to a server that has been warmed up by small ones.
pub fn figures() -> Vec<Figure> {
    let instance = Instance::small();
    let port = http::free_port();
    serve(&instance.app, port);
    let browser = "b".repeat(64);
    let cookies = format!(
        "{}; {}={browser}",
        instance.sign_in(),
        visit::BROWSER_COOKIE
    );
    let token = form::token(&instance.app, &browser);
    for size in 1..=10 {
        send(port, &cookies, &token, size * MEGABYTE / 4);
    }
    let pid = std::process::id();
    let before = http::resident_megabytes(pid);
    let is_over = AtomicBool::new(false);
    let began = Instant::now();
    let most = std::thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut most = before;
            while !is_over.load(Ordering::Relaxed) {
                most = http::resident_megabytes(pid).max(most);
                std::thread::sleep(Duration::from_millis(2));
            }
            most
        });
        send(port, &cookies, &token, LARGE);
        is_over.store(true, Ordering::Relaxed);
        watch.join().expect("watching does not fail")
    });
    let seconds = began.elapsed().as_secs_f64();
    vec![
        Figure {
            name: "upload_100_mb_extra_memory",
            value: most - before,
            unit: "MB",
            target: 20.0,
            at_most: true,
        },
        Figure {
            name: "upload_100_mb",
            value: seconds,
            unit: "s",
            target: 10.0,
            at_most: true,
        },
    ]
}

fn serve(app: &App, port: u16) {
    let app = Data::new(app.clone());
    std::thread::spawn(move || {
        let server = HttpServer::new(move || {
            Server::new()
                .app_data(app.clone())
                .wrap(from_fn(visit::attend))
                .route("/bench/files", web::post().to(take))
        });
        let server = server.workers(2).disable_signals();
        let server = server.bind(("127.0.0.1", port)).expect("the port is free");
        let ran = actix_web::rt::System::new().block_on(server.run());
        ran.expect("the server runs until the end");
    });
    http::wait_for(port);
}

/// Sends a file of this size piece by piece, and reads that it was kept.
fn send(port: u16, cookies: &str, token: &str, size: usize) {
    let start = format!("%PDF-1.7 {size}\n");
    let before = format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n\
         --{EDGE}\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a.pdf\"\r\n\r\n{start}"
    );
    let after = format!("\r\n--{EDGE}--\r\n");
    let head = format!(
        "POST /bench/files HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookies}\r\nConnection: close\r\n\
         Content-Type: multipart/form-data; boundary={EDGE}\r\nContent-Length: {}\r\n\r\n",
        before.len() + size - start.len() + after.len()
    );
    let mut line = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    line.write_all(head.as_bytes()).expect("it reads");
    line.write_all(before.as_bytes()).expect("it reads");
    let piece = vec![b'x'; 64 * 1024];
    let mut rest = size - start.len();
    while rest > 0 {
        let next = rest.min(piece.len());
        line.write_all(&piece[..next]).expect("it reads");
        rest -= next;
    }
    line.write_all(after.as_bytes()).expect("it reads");
    let mut answer = String::new();
    line.read_to_string(&mut answer).expect("it answers");
    assert!(answer.ends_with("kept 1"), "{answer}");
}
