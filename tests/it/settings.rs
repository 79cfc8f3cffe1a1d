//! What an operator is told at the start: each wrong setting and each database that cannot be used in one line, and
//! many processes that start at once on one empty database.

use crate::program::{LONG, command, run, setting, settings};
use crate::support::{Ground, folder, grounds};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::process::{Child, Output, Stdio};
use std::time::Instant;
use styringsrad::clock::Clock;
use styringsrad::config::{Database, MailTo};

/// The one line that a process that would not start has said.
#[track_caller]
fn only_line(ran: &Output) -> String {
    let said = String::from_utf8(ran.stderr.clone()).expect("it says text");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(ran.stdout.is_empty());
    said.trim_end().to_owned()
}

#[test]
fn a_wrong_setting_is_one_line_that_names_it() {
    let cases = [
        ("STYRINGSRAD_LISTEN", "8080"),
        ("STYRINGSRAD_LISTEN", "127.0.0.1:99999"),
        ("STYRINGSRAD_BASE_URL", "styringsrad.example.no"),
        ("STYRINGSRAD_BASE_URL", "ftp://styringsrad.example.no"),
        ("STYRINGSRAD_DATABASE_URL", "mysql://root:hemmelig@db/x"),
        ("STYRINGSRAD_DATABASE_URL", "sqlite://"),
        ("STYRINGSRAD_SMTP_URL", "relay.example.no"),
        ("STYRINGSRAD_SMTP_URL", "smtp://ola:hemmelig@relay:smtp"),
        (
            "STYRINGSRAD_SMTP_URL",
            "smtp://ola:hemmelig@relay?tls=maybe",
        ),
        ("STYRINGSRAD_SMTP_URL", "smtps://relay?plain"),
        ("STYRINGSRAD_MAIL_FROM", "Styringsråd"),
        ("STYRINGSRAD_MAIL_FROM", "a@b.no, c@d.no"),
        ("STYRINGSRAD_ACCESSIBILITY_URL", "uustatus.no/nb"),
    ];
    for (name, value) in cases {
        for what in ["serve", "tick", "check"] {
            let ran = run(&[what], &[setting(name, value)]);
            let line = only_line(&ran);
            assert!(line.starts_with(&format!("{name}: ")), "{value}: {line}");
            assert!(!line.contains("hemmelig"), "{line}");
            assert_eq!(ran.status.code(), Some(2), "{name}={value}");
        }
    }
}

#[test]
fn mail_by_smtp_without_a_sender_is_one_line_that_names_what_is_missing() {
    let ran = run(
        &["check"],
        &[setting("STYRINGSRAD_SMTP_URL", "smtp://relay:25")],
    );
    assert!(only_line(&ran).starts_with("STYRINGSRAD_MAIL_FROM: "));
    assert_eq!(ran.status.code(), Some(2));
}

#[test]
fn a_place_that_cannot_be_used_is_one_line_without_the_password() {
    let folder = folder();
    let file = folder.join("a-file");
    std::fs::write(&file, "not a folder").unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let beneath_a_file = format!("sqlite://{}/test.db", file.display());
    let no_database = format!("sqlite://{}", file.display());
    let cases = [
        ("STYRINGSRAD_DATABASE_URL", beneath_a_file.as_str()),
        ("STYRINGSRAD_DATABASE_URL", no_database.as_str()),
        (
            "STYRINGSRAD_DATABASE_URL",
            "postgres://ola:hemmelig@127.0.0.1:1/nowhere",
        ),
        ("STYRINGSRAD_LISTEN", taken.as_str()),
    ];
    for (name, value) in cases {
        let data = folder.join("data").display().to_string();
        let ran = run(
            &["serve"],
            &[
                setting("STYRINGSRAD_DATA", &data),
                setting("RUST_LOG", "warn"),
                setting(name, value),
            ],
        );
        let line = only_line(&ran);
        assert!(line.contains(name), "{value}: {line}");
        assert!(!line.contains("hemmelig"), "{line}");
        assert_eq!(ran.status.code(), Some(1), "{value}");
    }
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn a_database_newer_than_the_program_is_left_alone() {
    let newer = "INSERT INTO __diesel_schema_migrations (version, run_on) \
                 VALUES ('29990101000000', '2999-01-01 00:00:00')";
    for ground in grounds() {
        drop(ground.open(Clock::System));
        match &ground.database {
            Database::Sqlite(path) => SqliteConnection::establish(path.to_str().unwrap())
                .unwrap()
                .batch_execute(newer)
                .unwrap(),
            Database::Postgres(url) => PgConnection::establish(url)
                .unwrap()
                .batch_execute(newer)
                .unwrap(),
        }
        let mail = MailTo::Folder(ground.folder.join("mail"));
        for what in ["serve", "tick", "check"] {
            let ran = run(&[what], &settings(&ground, &mail));
            let line = only_line(&ran);
            assert!(line.contains("29990101000000"), "{line}");
            assert!(line.contains("newer version of the program"), "{line}");
            assert_eq!(ran.status.code(), Some(1));
        }
    }
}

/// Waits for all of them; those that take too long fail the test.
fn all_succeed(processes: Vec<Child>) {
    let end = Instant::now() + LONG;
    for mut process in processes {
        while process.try_wait().expect("it is our process").is_none() {
            if Instant::now() > end {
                process.kill().ok();
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        let ran = process.wait_with_output().expect("it is our process");
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }
}

#[test]
fn processes_that_start_at_once_on_an_empty_database_all_come_up() {
    const TOGETHER: usize = 6;
    let on_each_engine: [fn() -> Option<Ground>; 2] = [|| Some(Ground::sqlite()), Ground::postgres];
    for fresh in on_each_engine {
        for _ in 0..3 {
            let Some(ground) = fresh() else { continue };
            let mail = MailTo::Folder(ground.folder.join("mail"));
            let settings = settings(&ground, &mail);
            let start = || {
                command(&["check"], &settings)
                    .stdout(Stdio::null())
                    .stderr(Stdio::piped())
                    .spawn()
                    .expect("the program starts")
            };
            all_succeed((0..TOGETHER).map(|_| start()).collect());
        }
    }
}
