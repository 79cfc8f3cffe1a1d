//! A real SMTP server in a process of its own, `tests/servers/smtp.py`, and its mail as a mail program reads it.

use crate::support::{folder, test_setting};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use styringsrad::config::{MailTo, Security, Smtp};
use styringsrad::mail::transport::Carrier;

/// Debian's Python has aiosmtpd; another one in the PATH may not.
pub const PYTHON: &str = "/usr/bin/python3";

pub struct Postbox {
    process: Child,
    program: String,
    folder: PathBuf,
    pub port: u16,
}

/// One stored message for one recipient.
#[derive(Clone, Debug, Deserialize)]
pub struct Delivery {
    pub file: String,
    pub recipient: String,
    pub sender: String,
    pub message_id: String,
}

/// A mail as Python's parser reads it; see `tests/servers/read_mail.py`.
#[derive(Clone, Debug, Deserialize)]
pub struct Mail {
    pub names: Vec<String>,
    pub subject: String,
    pub from: String,
    pub to: String,
    pub reply_to: Option<String>,
    pub message_id: String,
    pub content_language: Option<String>,
    pub auto_submitted: Option<String>,
    pub list_unsubscribe: Option<String>,
    pub list_unsubscribe_post: Option<String>,
    pub text: String,
    pub html: String,
    /// The types of its parts, those inside others in brackets.
    pub structure: String,
    /// Its calendar files.
    pub calendars: Vec<CalendarPart>,
    pub defects: Vec<String>,
}

/// A part of a mail that is a calendar file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CalendarPart {
    #[serde(rename = "type")]
    pub kind: String,
    pub method: Option<String>,
    pub name: Option<String>,
    pub content: String,
}

impl Drop for Postbox {
    fn drop(&mut self) {
        self.stop();
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

impl Postbox {
    /// A server with these options on a free port; none where `STYRINGSRAD_TEST_SMTP` names no program.
    pub fn start(options: &[&str]) -> Option<Self> {
        let program = test_setting("STYRINGSRAD_TEST_SMTP")?;
        let folder = folder();
        let (process, port) = run(&program, &folder, 0, options);
        Some(Self {
            process,
            program,
            folder,
            port,
        })
    }

    pub fn stop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }

    /// The same server again, on the same port and with the mail it has.
    pub fn start_again(&mut self) {
        (self.process, self.port) = run(&self.program, &self.folder, self.port, &[]);
    }

    /// Behaves like this from now on: what may stand in control.json.
    pub fn behave(&self, how: &Value) {
        let beside = self.folder.join("control.part");
        std::fs::write(&beside, how.to_string()).expect("the folder is ours");
        std::fs::rename(&beside, self.folder.join("control.json")).expect("the folder is ours");
    }

    pub fn address(&self) -> MailTo {
        MailTo::Smtp(Smtp {
            host: "localhost".to_owned(),
            port: self.port,
            security: Security::Plain,
            login: None,
            trust_any_certificate: false,
        })
    }

    /// A way to it that waits a second for an answer.
    pub fn carrier(&self) -> Carrier {
        let mut carrier = Carrier::to(&self.address());
        if let Carrier::Smtp { patience, .. } = &mut carrier {
            *patience = Duration::from_secs(1);
        }
        carrier
    }

    pub fn deliveries(&self) -> Vec<Delivery> {
        let index = std::fs::read_to_string(self.folder.join("deliveries.jsonl"));
        let index = index.unwrap_or_default();
        let read = |line| serde_json::from_str(line).expect("the server writes JSON");
        index.lines().map(read).collect()
    }

    /// What came for this recipient.
    pub fn for_recipient(&self, address: &str) -> Vec<Delivery> {
        let mut all = self.deliveries();
        all.retain(|delivery| delivery.recipient == address);
        all
    }

    /// Every mail, in the order of arrival.
    pub fn mails(&self) -> Vec<Mail> {
        let files: Vec<PathBuf> = self
            .deliveries()
            .iter()
            .map(|one| self.folder.join(&one.file))
            .collect();
        read_mails(&files)
    }
}

/// These mails as Python's parser reads them.
pub fn read_mails(files: &[PathBuf]) -> Vec<Mail> {
    let reader = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/servers/read_mail.py");
    json_of(Command::new(PYTHON).arg(reader).args(files))
}

/// What a program prints as JSON; it must end well.
pub fn json_of<T: DeserializeOwned>(program: &mut Command) -> T {
    let read = program.output().expect("the program is there");
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    serde_json::from_slice(&read.stdout).expect("the program writes JSON")
}

fn run(program: &str, folder: &std::path::Path, port: u16, options: &[&str]) -> (Child, u16) {
    let mut process = Command::new(PYTHON)
        .arg(program)
        .arg(folder)
        .args(["--port", &port.to_string()])
        .args(options)
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python is there");
    let mut line = String::new();
    let out = process.stdout.take().expect("it was asked for");
    BufReader::new(out)
        .read_line(&mut line)
        .expect("the server says its port");
    let port = line.trim().parse().expect("the server says its port");
    (process, port)
}
