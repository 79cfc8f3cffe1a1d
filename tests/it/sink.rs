//! An SMTP server in this process, for tests that need its moods to follow a simulated clock: it takes everything,
//! says not now, or hangs up at once. What a real server does is tested against aiosmtpd.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use styringsrad::clock::Clock;
use styringsrad::config::{MailTo, Security, Smtp};
use styringsrad::db::types::Moment;

/// How the server feels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    Takes = 0,
    NotNow = 1,
    HangsUp = 2,
}

/// A mail that the server has said 250 to.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub to: String,
    pub message_id: String,
    pub at: Moment,
}

pub struct Sink {
    pub arrivals: Arc<Mutex<Vec<Arrival>>>,
    mood: Arc<AtomicU8>,
    /// Milliseconds between taking a mail and saying so.
    pace: Arc<AtomicU64>,
    port: u16,
}

impl Sink {
    /// A server on a free port; what arrives is stamped by `clock`.
    pub fn start(clock: Clock) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let arrivals: Arc<Mutex<Vec<Arrival>>> = Arc::default();
        let mood = Arc::new(AtomicU8::new(0));
        let pace = Arc::new(AtomicU64::new(0));
        let (kept, felt, slow) = (Arc::clone(&arrivals), Arc::clone(&mood), Arc::clone(&pace));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (kept, clock) = (Arc::clone(&kept), clock.clone());
                let (felt, slow) = (Arc::clone(&felt), Arc::clone(&slow));
                std::thread::spawn(move || converse(&stream, &kept, &felt, &slow, &clock));
            }
        });
        Self {
            arrivals,
            mood,
            pace,
            port,
        }
    }

    pub fn feel(&self, mood: Mood) {
        self.mood.store(mood as u8, Ordering::SeqCst);
    }

    /// Takes so long between taking a mail and saying so.
    pub fn take(&self, time: Duration) {
        let milliseconds = u64::try_from(time.as_millis()).expect("a short time");
        self.pace.store(milliseconds, Ordering::SeqCst);
    }

    pub fn address(&self) -> MailTo {
        MailTo::Smtp(Smtp {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            security: Security::Plain,
            login: None,
            trust_any_certificate: false,
        })
    }
}

/// One connection; ends when the other side is gone.
fn converse(
    stream: &TcpStream,
    kept: &Mutex<Vec<Arrival>>,
    mood: &AtomicU8,
    pace: &AtomicU64,
    clock: &Clock,
) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut out = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).lines();
    let is = |wanted: Mood| mood.load(Ordering::SeqCst) == wanted as u8;
    if is(Mood::HangsUp) {
        return None;
    }
    out.write_all(b"220 sink\r\n").ok()?;
    let mut to = String::new();
    while let Some(Ok(line)) = lines.next() {
        if is(Mood::HangsUp) {
            return None;
        }
        let command = line.to_ascii_uppercase();
        let answer = if command.starts_with("RCPT TO:") {
            line["RCPT TO:".len()..]
                .trim_matches(['<', '>'])
                .clone_into(&mut to);
            if is(Mood::NotNow) {
                "451 not now"
            } else {
                "250 ok"
            }
        } else if command == "DATA" {
            out.write_all(b"354 go on\r\n").ok()?;
            let mut message_id = String::new();
            // A client that dies before the last dot has handed nothing over.
            loop {
                let line = lines.next()?.ok()?;
                if line == "." {
                    break;
                }
                if let Some(id) = line.strip_prefix("Message-ID: ") {
                    id.clone_into(&mut message_id);
                }
            }
            let arrival = Arrival {
                to: to.clone(),
                message_id,
                at: clock.now(),
            };
            kept.lock().expect("no connection panics").push(arrival);
            std::thread::sleep(Duration::from_millis(pace.load(Ordering::SeqCst)));
            "250 taken"
        } else if command.starts_with("QUIT") {
            "221 bye"
        } else {
            "250 ok"
        };
        out.write_all(answer.as_bytes())
            .and_then(|()| out.write_all(b"\r\n"))
            .ok()?;
    }
    Some(())
}
