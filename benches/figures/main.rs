//! The figures the product promises, measured on a full instance: 1 000 boards, 40 000 meetings over ten years and
//! 40 000 appointments, on SQLite on disk, in a release build.
//!
//! One line a figure: name, value, unit, target, `ok` or `short`; exit code 1 when one is short. `make bench
//! ONLY=ledger` measures one group. The delivery is held against Debian's `smtp-source`, talking to the same sink.

mod composition;
mod full;
mod history;
mod http;
mod moving_in;
mod packs;
mod public;
mod search;
mod uploads;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use full::Instance;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use styringsrad::config::{MailTo, Security, Smtp};
use styringsrad::db::schema::{meeting, message};
use styringsrad::mail::transport::Carrier;
use styringsrad::meetings;

/// A measured figure and what it is held against.
struct Figure {
    name: &'static str,
    value: f64,
    unit: &'static str,
    target: f64,
    /// Whether less is better.
    at_most: bool,
}

impl Figure {
    fn is_short(&self) -> bool {
        if self.at_most {
            self.value > self.target
        } else {
            self.value < self.target
        }
    }

    fn print(&self) {
        let sign = if self.at_most { "<=" } else { ">=" };
        let verdict = if self.is_short() { "short" } else { "ok" };
        println!(
            "{:<28} {:>10.2} {:<6} {sign} {:<8} {verdict}",
            self.name, self.value, self.unit, self.target
        );
    }
}

fn main() -> ExitCode {
    let only = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let wants = |group: &str| only.as_deref().is_none_or(|only| only == group);
    let mut figures = Vec::new();
    if wants("papers") {
        figures.extend(uploads::figures());
        figures.extend(packs::figures());
    }
    if wants("search") {
        figures.extend(search::figures());
    }
    if wants("public") {
        figures.extend(public::figures());
        figures.extend(history::figures());
    }
    if wants("mandate") {
        figures.extend(composition::figures());
    }
    if !matches!(
        only.as_deref(),
        Some("papers" | "search" | "public" | "mandate")
    ) {
        figures.extend(of_a_full_instance(wants));
    }
    figures.iter().for_each(Figure::print);
    if figures.iter().any(Figure::is_short) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn of_a_full_instance(wants: impl Fn(&str) -> bool) -> Vec<Figure> {
    let instance = Instance::make();
    let mut figures = Vec::new();
    if wants("ledger") {
        figures.extend(passes(&instance));
        figures.extend(replanning(&instance));
        figures.extend(delivery(&instance));
    }
    if wants("pages") {
        figures.extend(pages(&instance));
    }
    if wants("import") {
        figures.extend(moving_in::figures(&instance));
    }
    figures
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// The time that `percent` of the runs stay under, in milliseconds.
fn percentile(mut runs: Vec<Duration>, percent: usize) -> f64 {
    runs.sort();
    milliseconds(runs[(runs.len() * percent / 100).min(runs.len() - 1)])
}

fn timed(mut work: impl FnMut()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

fn passes(instance: &Instance) -> Vec<Figure> {
    let office = &instance.app.office;
    office.pass().expect("a first pass");
    let idle = (0..100)
        .map(|_| timed(|| assert_eq!(office.pass().expect("a pass").messages, 0)))
        .collect();
    instance.make_due(500);
    let began = Instant::now();
    let pass = office.pass().expect("the full pass");
    let full = began.elapsed();
    assert!(pass.messages >= 1000, "{pass:?}");
    let name = "pass_1000_messages";
    vec![
        Figure {
            name: "pass_nothing_due",
            value: percentile(idle, 50),
            unit: "ms",
            target: 20.0,
            at_most: true,
        },
        Figure {
            name,
            value: milliseconds(full) * 1000.0 / pass.messages as f64,
            unit: "ms",
            target: 1000.0,
            at_most: true,
        },
    ]
}

fn replanning(instance: &Instance) -> Vec<Figure> {
    let db = &instance.app.db;
    let now = instance.app.clock.now();
    let ids: Vec<_> = db
        .read_now(|conn| {
            let coming = meeting::table.filter(meeting::first_day.gt(now.utc().date_naive()));
            Ok(coming
                .select(meeting::id)
                .order(meeting::id.asc())
                .limit(200)
                .load(conn)?)
        })
        .expect("there are meetings");
    let runs = ids
        .into_iter()
        .map(|id| {
            timed(|| {
                db.write_now(|conn| {
                    let meeting = meetings::store::meeting(conn, id)?;
                    let data = styringsrad::boards::store::data(conn, meeting.board)?;
                    meetings::plan::replan_meeting(conn, &data, &meeting, now)
                })
                .expect("the meeting is planned again");
            })
        })
        .collect();
    vec![Figure {
        name: "replan_one_meeting_p99",
        value: percentile(runs, 99),
        unit: "ms",
        target: 10.0,
        at_most: true,
    }]
}

const MAILS: usize = 4000;

fn delivery(instance: &Instance) -> Vec<Figure> {
    let port = http::free_port();
    let mut sink = start_sink(port);
    let reference = timed(|| {
        let count = MAILS.to_string();
        let to = format!("127.0.0.1:{port}");
        let sent = Command::new("/usr/sbin/smtp-source")
            .args([
                "-s",
                "1",
                "-d",
                "-l",
                "2700",
                "-m",
                &count,
                "-f",
                "a@example.no",
                "-t",
                "b@example.no",
                &to,
            ])
            .status();
        assert!(
            sent.is_ok_and(|status| status.success()),
            "smtp-source sends (apt-get install postfix)"
        );
    });
    instance.queue(MAILS);
    let address = MailTo::Smtp(Smtp {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::Plain,
        login: None,
        trust_any_certificate: false,
    });
    let mut carrier = Carrier::to(&address);
    let before = handed_over(instance);
    let ours = timed(|| {
        instance
            .app
            .office
            .deliver(&mut carrier)
            .expect("everything is handed over");
    });
    let count = handed_over(instance) - before;
    assert!(count >= MAILS as i64, "{count} handed over");
    sink.kill().ok();
    sink.wait().ok();
    let rate = count as f64 / ours.as_secs_f64();
    let reference = MAILS as f64 / reference.as_secs_f64();
    println!("# delivery: {rate:.0} mails a second, smtp-source {reference:.0}");
    vec![Figure {
        name: "delivery_to_smtp_source",
        value: rate / reference,
        unit: "ratio",
        target: 0.5,
        at_most: false,
    }]
}

fn handed_over(instance: &Instance) -> i64 {
    let count = instance.app.db.read_now(|conn| {
        Ok(message::table
            .filter(message::state.eq("handed_over"))
            .count()
            .get_result(conn)?)
    });
    count.expect("the ledger can be read")
}

fn start_sink(port: u16) -> Child {
    let sink = Command::new("/usr/sbin/smtp-sink")
        .args(["-u", "nobody", &format!("127.0.0.1:{port}"), "1000"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("smtp-sink starts (apt-get install postfix)");
    http::wait_for(port);
    sink
}

fn pages(instance: &Instance) -> Vec<Figure> {
    let cookie = instance.sign_in();
    let port = http::free_port();
    let began = Instant::now();
    let mut server = instance.serve(port);
    while http::get(port, "/health/live", "").is_none_or(|answer| answer.status != 200) {
        std::thread::sleep(Duration::from_millis(2));
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "the server never came up"
        );
    }
    let start = milliseconds(began.elapsed());
    let mut runs = Vec::new();
    for _ in 0..1000 {
        let began = Instant::now();
        let answer = http::get(port, "/desk", &cookie).expect("the desk answers");
        runs.push(began.elapsed());
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    let resident = http::resident_megabytes(server.id());
    server.kill().ok();
    server.wait().ok();
    vec![
        Figure {
            name: "server_start",
            value: start,
            unit: "ms",
            target: 300.0,
            at_most: true,
        },
        Figure {
            name: "desk_p99",
            value: percentile(runs, 99),
            unit: "ms",
            target: 20.0,
            at_most: true,
        },
        Figure {
            name: "resident_after",
            value: resident,
            unit: "MB",
            target: 60.0,
            at_most: true,
        },
    ]
}

/// Runs SQL on the instance's own file.
fn run_sql(instance: &Instance, sql: &str) {
    instance
        .app
        .db
        .write_now(|conn| Ok(conn.batch_execute(sql)?))
        .expect("the SQL is right");
}
