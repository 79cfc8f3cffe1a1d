//! The program itself, as a process of its own that can be killed, and what a browser or an operator sees of it.

use crate::support::Ground;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};
use styringsrad::config::{Database, MailTo, Security};

/// How long a process on a loaded machine may take before the test gives up on it.
pub const LONG: Duration = Duration::from_secs(60);

/// A running program. It is killed when the test ends.
pub struct Program(pub Child);

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Program {
    /// Starts it with nothing but these settings in its environment.
    pub fn start(arguments: &[&str], settings: &[(String, String)]) -> Self {
        let child = command(arguments, settings)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Self(child.expect("the program starts"))
    }

    /// SIGKILL: nothing is finished, nothing is said.
    pub fn kill(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }

    /// A signal that asks it to end, such as `TERM`: how it ended, soon.
    #[track_caller]
    pub fn told(&mut self, signal: &str) -> ExitStatus {
        let told = Command::new("kill")
            .args([&format!("-{signal}"), &self.0.id().to_string()])
            .status();
        assert!(told.expect("there is a kill command").success());
        let mut ended = None;
        wait_until("the program has ended", || {
            ended = self.0.try_wait().expect("it is our process");
            ended.is_some()
        });
        ended.expect("it has ended")
    }

    #[track_caller]
    pub fn must_run(&mut self) {
        let ended = self.0.try_wait().expect("it is our process");
        assert!(ended.is_none(), "the program ended by itself: {ended:?}");
    }
}

/// The program, without the environment of the test.
pub fn command(arguments: &[&str], settings: &[(String, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_styringsrad"));
    command
        .args(arguments)
        .env_clear()
        .envs(settings.iter().map(|(name, value)| (name, value)));
    command
}

/// Runs it to its end.
pub fn run(arguments: &[&str], settings: &[(String, String)]) -> Output {
    command(arguments, settings)
        .output()
        .expect("the program starts")
}

/// The settings that lead to this ground and send mail there.
pub fn settings(ground: &Ground, mail: &MailTo) -> Vec<(String, String)> {
    let database = match &ground.database {
        Database::Sqlite(path) => format!("sqlite://{}", path.display()),
        Database::Postgres(url) => url.clone(),
    };
    let mail = match mail {
        MailTo::Folder(path) => format!("file://{}", path.display()),
        MailTo::Smtp(server) => match server.security {
            Security::Plain => format!("smtp://{}:{}?plain", server.host, server.port),
            Security::StartTls | Security::Tls => panic!("write the address in the test"),
        },
    };
    vec![
        setting("STYRINGSRAD_DATA", &ground.folder.display().to_string()),
        setting("STYRINGSRAD_DATABASE_URL", &database),
        setting("STYRINGSRAD_SMTP_URL", &mail),
        setting("STYRINGSRAD_MAIL_FROM", "styringsrad@example.no"),
    ]
}

pub fn setting(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// A port that nobody listens on now.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is bound").port()
}

/// The status and the text of a page, or none where nobody answers.
pub fn get(port: u16, path: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .ok()?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    )
    .ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1)?.parse().ok()?;
    Some((status, answer))
}

/// Waits until it is so.
#[track_caller]
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let end = Instant::now() + LONG;
    while !is_so() {
        assert!(Instant::now() < end, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
