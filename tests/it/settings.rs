//! What an operator is told at the start: each wrong setting and each database that cannot be used in one line, and
//! many processes that start at once on one empty database.

use crate::program::{LONG, command, run, setting, settings};
use crate::sink::{Mood, Sink};
use crate::support::{Ground, folder, grounds};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::process::{Child, Output, Stdio};
use std::time::Instant;
use styringsrad::clock::Clock;
use styringsrad::config::{Database, MailTo};
use styringsrad::db::schema::board;

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
        ("STYRINGSRAD_MAIL_ONLY_TO", ","),
        ("STYRINGSRAD_BASE_URL", "https://a.no\r\nBcc: b@c.no"),
        ("STYRINGSRAD_SMTP_URL", "file:///proc/nope"),
        ("STYRINGSRAD_SMTP_URL", "file:///etc/passwd"),
        // No folder, and one whose file is no language.
        ("STYRINGSRAD_TEXTS", "/nope"),
        ("STYRINGSRAD_TEXTS", "src/i18n/nb"),
        ("STYRINGSRAD_DATA", "/proc/nope"),
        ("STYRINGSRAD_DATA", "/etc/passwd"),
    ];
    let folder = folder();
    let data = folder.display().to_string();
    for (name, value) in cases {
        for what in ["serve", "tick", "check"] {
            let mut settings = vec![setting("STYRINGSRAD_DATA", &data)];
            settings.retain(|(of, _)| of != name);
            settings.push(setting(name, value));
            let ran = run(&[what], &settings);
            let line = only_line(&ran);
            assert!(line.starts_with(&format!("{name}: ")), "{value}: {line}");
            assert!(!line.contains("hemmelig"), "{line}");
            assert_eq!(ran.status.code(), Some(2), "{name}={value}");
        }
    }
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn a_setting_that_is_not_text_is_wrong_and_not_missing() {
    use std::os::unix::ffi::OsStrExt;
    let bytes = std::ffi::OsStr::from_bytes(b"postgres://\xff/x");
    for name in ["STYRINGSRAD_DATABASE_URL", "STYRINGSRAD_MAIL_ONLY_TO"] {
        let ran = command(&["check"], &[]).env(name, bytes).output();
        let ran = ran.expect("the program starts");
        assert!(only_line(&ran).starts_with(&format!("{name}: ")));
        assert_eq!(ran.status.code(), Some(2));
    }
}

#[test]
fn a_name_that_is_no_setting_is_told_at_the_start() {
    let ground = Ground::sqlite();
    let mut settings = settings(&ground, &MailTo::Folder(ground.folder.join("mail")));
    settings.push(setting("STYRINGSRAD_TEST_POSTGRES", "of the tests"));
    assert!(run(&["check"], &settings).stderr.is_empty());
    settings.push(setting("STYRINGSRAD_MAIL_ONLYTO", "kari@example.no"));
    let ran = run(&["check"], &settings);
    assert!(ran.status.success());
    let said = String::from_utf8(ran.stderr).unwrap();
    assert!(said.starts_with("STYRINGSRAD_MAIL_ONLYTO: ") && said.lines().count() == 1);
}

#[test]
fn an_invitation_says_what_became_of_its_mail() {
    let ground = Ground::sqlite();
    let sink = Sink::start(Clock::System);
    let invite = |mail: &MailTo, more: &[(String, String)]| {
        let mut settings = settings(&ground, mail);
        settings.extend_from_slice(more);
        let ran = run(&["invite", "kari@example.no"], &settings);
        let said = String::from_utf8(ran.stderr).expect("it says text");
        (ran.status.code(), said)
    };
    let to_others = setting("STYRINGSRAD_MAIL_ONLY_TO", "example.com");
    let (code, said) = invite(&sink.address(), &[to_others]);
    assert!(
        code == Some(1) && said.contains("not on the list"),
        "{said}"
    );
    sink.feel(Mood::NotNow);
    let (code, said) = invite(&sink.address(), &[]);
    assert!(code == Some(1) && said.contains("451"), "{said}");
    sink.feel(Mood::Takes);
    let arrived = || sink.arrivals.lock().unwrap().len();
    assert_eq!((invite(&sink.address(), &[]).0, arrived()), (Some(0), 1));
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
        ("STYRINGSRAD_LISTEN", "nowhere.invalid:8080"),
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
        assert_eq!(ran.status.code(), Some(2), "{value}");
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
                // The connections just let go of may still be closing.
                .batch_execute(&format!("PRAGMA busy_timeout = 5000; {newer}"))
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

/// So many processes do the same at once on one ground, and all of them succeed.
fn all_at_once(ground: &Ground, what: &str, many: usize) {
    let mail = MailTo::Folder(ground.folder.join("mail"));
    let settings = settings(ground, &mail);
    let start = || {
        command(&[what], &settings)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts")
    };
    all_succeed((0..many).map(|_| start()).collect());
}

#[test]
fn processes_that_start_at_once_on_an_empty_database_all_come_up() {
    for _ in 0..3 {
        for ground in grounds() {
            all_at_once(&ground, "check", 6);
        }
    }
}

#[test]
fn of_processes_that_load_the_demo_at_once_one_loads_it_and_all_succeed() {
    for ground in grounds() {
        drop(ground.open(Clock::System));
        all_at_once(&ground, "demo", 4);
        let app = ground.open(Clock::System);
        let boards: i64 = app
            .db
            .read_now(|conn| Ok(board::table.count().get_result(conn)?))
            .unwrap();
        assert_eq!(boards, 2);
    }
}
