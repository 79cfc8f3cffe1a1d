//! The program killed with SIGKILL in the middle of its work, and started again: nothing is lost, at most the one
//! mail under way is repeated, and that with the same Message-ID. Covers F03 and F04.

use crate::program::{Program, free_port, get, run, setting, settings, wait_until};
use crate::sink::{Arrival, Sink};
use crate::support::{Ground, grounds};
use chrono::Duration;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use styringsrad::clock::Clock;
use styringsrad::db::Conn;
use styringsrad::db::ids::{MessageId, RowId};
use styringsrad::db::schema::{board, heartbeat, message, occasion};
use styringsrad::i18n::Language;
use styringsrad::mail::delivery::CLAIM;
use styringsrad::mail::ledger::{AtOnce, Key, Scope, Wanted, reconcile, tell_at_once};
use styringsrad::mail::{Letter, Mail, MessageState, OccasionState, Part, Recipient};
use styringsrad::web::App;

const MAILS: usize = 1_000;
/// How many have arrived when the program dies.
const KILLED_AFTER: usize = 210;

/// Queues so many mails, each to a person of its own.
pub fn queue(ground: &Ground, many: usize) {
    let app = ground.open(Clock::System);
    let now = app.clock.now();
    let queued = app.db.write_now(|conn| {
        for number in 0..many {
            let object = RowId::new().to_string();
            let what = AtOnce {
                kind: "test",
                board: None,
                object_kind: "test",
                object_id: &object,
                expires: now + Duration::days(1),
            };
            let mail = Mail {
                to: Recipient::address("", format!("p{number}@example.no"), Language::NB),
                letter: Letter {
                    subject: "Send ut sakspapirene".to_owned(),
                    parts: vec![Part::Paragraph("Hei".to_owned())],
                },
                reply_to: "board@example.no".to_owned(),
            };
            tell_at_once(
                conn,
                &what,
                MessageId::new(),
                &mail,
                app.office.domain(),
                now,
            )?;
        }
        Ok(())
    });
    queued.expect("the mails are queued");
}

/// Lets the ten minutes pass after which the claims of a dead worker end, and the minute after which its lease does,
/// by moving all of them back.
fn let_the_claims_end(ground: &Ground) {
    let app = ground.open(Clock::System);
    let now = app.clock.now();
    let moved = app.db.write_now(|conn| {
        diesel::update(message::table.filter(message::state.eq(MessageState::Claimed)))
            .set(message::not_before.eq(now - CLAIM))
            .execute(conn)?;
        diesel::update(heartbeat::table)
            .set(heartbeat::held_until.eq(now))
            .execute(conn)?;
        Ok(())
    });
    moved.expect("the claims are moved");
}

/// How many messages stand like this.
fn standing(ground: &Ground, state: MessageState) -> i64 {
    let app = ground.open(Clock::System);
    let counted = app.db.read_now(|conn| {
        let of = message::table.filter(message::state.eq(state));
        Ok(of.count().get_result(conn)?)
    });
    counted.expect("the ledger can be read")
}

#[derive(QueryableByName)]
struct Check {
    #[diesel(sql_type = diesel::sql_types::Text)]
    integrity_check: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    count: i64,
}

/// The file is sound and keeps its references; PostgreSQL looks after itself.
fn is_sound(ground: &Ground) {
    if let Conn::Sqlite(mut sqlite) = ground.connect() {
        let checked: Check = diesel::sql_query("PRAGMA integrity_check")
            .get_result(&mut sqlite)
            .expect("it can be checked");
        assert_eq!(checked.integrity_check, "ok");
        let lost: Count =
            diesel::sql_query("SELECT count(*) AS count FROM pragma_foreign_key_check")
                .get_result(&mut sqlite)
                .expect("it can be checked");
        assert_eq!(lost.count, 0, "every reference is kept");
    }
}

/// Everyone has their mail; `at_most` came twice, with the same Message-ID.
fn judge(arrivals: &[Arrival], at_most: usize) {
    let mut by_recipient: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for arrival in arrivals {
        by_recipient
            .entry(&arrival.to)
            .or_default()
            .push(&arrival.message_id);
    }
    assert_eq!(by_recipient.len(), MAILS, "everyone has their mail");
    for (to, ids) in &by_recipient {
        assert!(
            ids.iter().all(|id| id == &ids[0]),
            "{to} got two Message-IDs: {ids:?}"
        );
    }
    let repeats = arrivals.len() - MAILS;
    assert!(repeats <= at_most, "{repeats} mails came again");
}

fn arrived(sink: &Sink) -> Vec<Arrival> {
    sink.arrivals.lock().expect("no connection panics").clone()
}

#[test]
fn a_program_killed_while_sending_loses_nothing_and_repeats_one_at_most_f03_f04() {
    for ground in grounds() {
        let sink = Sink::start(Clock::System);
        // A server that takes its time after it has taken a mail, so that the blow falls before the 250 is heard.
        sink.take(std::time::Duration::from_millis(5));
        queue(&ground, MAILS);
        let settings = settings(&ground, &sink.address());

        let mut program = Program::start(&["tick"], &settings);
        wait_until("the first mails have arrived", || {
            arrived(&sink).len() >= KILLED_AFTER
        });
        program.kill();
        let before = arrived(&sink).len();
        assert!(before < MAILS, "it was killed in the middle");
        assert!(
            standing(&ground, MessageState::Claimed) > 0,
            "the dead leaves claims behind"
        );
        is_sound(&ground);

        sink.take(std::time::Duration::ZERO);
        let_the_claims_end(&ground);
        let again = run(&["tick"], &settings);
        assert!(again.status.success());
        judge(&arrived(&sink), 1);
        assert_eq!(standing(&ground, MessageState::HandedOver), 1_000);
        is_sound(&ground);
    }
}

#[test]
fn a_claim_of_the_dead_is_nobodys_for_ten_minutes() {
    let ground = Ground::sqlite();
    let sink = Sink::start(Clock::System);
    sink.take(std::time::Duration::from_millis(50));
    queue(&ground, 10);
    let settings = settings(&ground, &sink.address());
    let mut program = Program::start(&["tick"], &settings);
    wait_until("the first mail has arrived", || !arrived(&sink).is_empty());
    program.kill();
    let before = arrived(&sink).len();
    assert!(run(&["tick"], &settings).status.success());
    assert_eq!(arrived(&sink).len(), before);
    assert!(standing(&ground, MessageState::Claimed) > 0);
}

#[test]
fn a_program_told_to_end_settles_the_mail_in_hand_and_keeps_no_claim() {
    const FEW: usize = 20;
    for ground in grounds() {
        let sink = Sink::start(Clock::System);
        queue(&ground, FEW);
        let port = free_port();
        let mut settings = settings(&ground, &sink.address());
        settings.push(setting("STYRINGSRAD_LISTEN", &format!("127.0.0.1:{port}")));
        for (command, signal) in [("serve", "TERM"), ("serve", "INT"), ("tick", "TERM")] {
            sink.take(std::time::Duration::from_millis(300));
            let before = arrived(&sink).len();
            let mut program = Program::start(&[command], &settings);
            wait_until("a mail has arrived", || arrived(&sink).len() > before);
            assert!(
                program.told(signal).success(),
                "{command} ends well at {signal}"
            );
            assert_eq!(standing(&ground, MessageState::Claimed), 0);
            let sent = i64::try_from(arrived(&sink).len()).unwrap();
            assert_eq!(standing(&ground, MessageState::HandedOver), sent);
        }
        sink.take(std::time::Duration::ZERO);
        assert!(run(&["tick"], &settings).status.success());
        let ids = arrived(&sink).into_iter().map(|one| one.message_id);
        assert_eq!(arrived(&sink).len(), FEW, "none came twice");
        assert_eq!(ids.collect::<BTreeSet<_>>().len(), FEW);
    }
}

#[test]
fn a_slow_mail_server_keeps_no_pass_waiting_f03_f09() {
    let ground = Ground::sqlite();
    let sink = Sink::start(Clock::System);
    sink.take(std::time::Duration::from_secs(5));
    queue(&ground, 10);
    let port = free_port();
    let mut settings = settings(&ground, &sink.address());
    settings.push(setting("STYRINGSRAD_LISTEN", &format!("127.0.0.1:{port}")));
    let mut program = Program::start(&["serve"], &settings);
    wait_until("the first mail is under way", || !arrived(&sink).is_empty());
    plan(&ground, 1);
    let app = ground.open(Clock::System);
    wait_until("what fell due meanwhile is settled", || {
        program.must_run();
        occasions(&app, OccasionState::Broken) == 1
    });
    assert!(
        standing(&ground, MessageState::HandedOver) < 10,
        "the mails are still going out"
    );
}

#[test]
fn a_server_killed_again_and_again_while_it_writes_starts_again_and_finishes() {
    const KILLS: usize = 4;
    for ground in grounds() {
        let sink = Sink::start(Clock::System);
        sink.take(std::time::Duration::from_millis(3));
        queue(&ground, MAILS);
        let port = free_port();
        let mut settings = settings(&ground, &sink.address());
        settings.push(setting("STYRINGSRAD_LISTEN", &format!("127.0.0.1:{port}")));
        for kill in 1..=KILLS {
            let mut program = Program::start(&["serve"], &settings);
            wait_until("mails arrive and pages are answered", || {
                program.must_run();
                arrived(&sink).len() >= kill * KILLED_AFTER && get(port, "/sign-in").is_some()
            });
            program.kill();
            is_sound(&ground);
            let_the_claims_end(&ground);
        }
        sink.take(std::time::Duration::ZERO);
        let mut program = Program::start(&["serve"], &settings);
        wait_until("all has been handed over", || {
            program.must_run();
            arrived(&sink).len() >= MAILS && standing(&ground, MessageState::HandedOver) == 1_000
        });
        judge(&arrived(&sink), KILLS);
    }
}

/// Occasions of a kind that this program does not know, as a newer one leaves behind: each is settled as broken.
fn plan(ground: &Ground, many: usize) {
    let app = ground.open(Clock::System);
    let now = app.clock.now();
    let planned = app.db.write_now(|conn| {
        for number in 0..many {
            let object = format!("object-{number}");
            let wanted = Wanted {
                key: Key {
                    kind: "kind-of-another-version",
                    object_id: object.clone(),
                    slot: String::new(),
                },
                object_kind: "test",
                about_day: now.utc().date_naive(),
                deadline: None,
                due: now,
                expires: now + Duration::days(1),
            };
            let scope = Scope {
                board: None,
                object_id: &object,
                kinds: &["kind-of-another-version"],
            };
            reconcile(conn, scope, &[], std::slice::from_ref(&wanted), now)?;
        }
        Ok(())
    });
    planned.expect("the occasions are planned");
}

fn occasions(app: &App, state: OccasionState) -> i64 {
    let counted = app.db.read_now(|conn| {
        let of = occasion::table.filter(occasion::state.eq(state));
        Ok(of.count().get_result(conn)?)
    });
    counted.expect("the ledger can be read")
}

#[test]
fn a_pass_killed_in_the_middle_is_finished_by_the_next() {
    const MANY: usize = 2_000;
    for ground in grounds() {
        let sink = Sink::start(Clock::System);
        plan(&ground, MANY);
        let settings = settings(&ground, &sink.address());
        let watcher = ground.open(Clock::System);
        let mut program = Program::start(&["tick"], &settings);
        wait_until("some occasions are settled", || {
            occasions(&watcher, OccasionState::Broken) > 0
        });
        program.kill();
        assert!(
            occasions(&watcher, OccasionState::Planned) > 0,
            "it was killed in the middle"
        );
        drop(watcher);
        is_sound(&ground);
        let_the_claims_end(&ground);
        assert!(run(&["tick"], &settings).status.success());
        let after = ground.open(Clock::System);
        assert_eq!(occasions(&after, OccasionState::Planned), 0);
        assert_eq!(occasions(&after, OccasionState::Broken), 2_000);
        assert!(arrived(&sink).is_empty());
        is_sound(&ground);
    }
}

/// Loads the demo and lets everything that it has planned fall due now; says how many occasions that is.
fn make_all_due(ground: &Ground) -> usize {
    let app = ground.open(Clock::System);
    assert!(styringsrad::demo::load(&app).expect("the demo loads"));
    let now = app.clock.now();
    let due = app.db.write_now(|conn| {
        diesel::update(board::table)
            .set(board::mail_on_from.eq(now - Duration::days(1)))
            .execute(conn)?;
        let planned = occasion::table.filter(occasion::state.eq(OccasionState::Planned));
        Ok(diesel::update(planned)
            .set((
                occasion::due.eq(now - Duration::minutes(1)),
                occasion::expires.eq(now + Duration::days(1)),
            ))
            .execute(conn)?)
    });
    due.expect("the occasions are due")
}

/// Every mail as its occasion's kind, its recipient and its subject.
fn told(ground: &Ground) -> Vec<(String, String, String)> {
    let app = ground.open(Clock::System);
    let found = app.db.read_now(|conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(message::last_answer.ne(styringsrad::demo::NOTHING_WAS_SENT))
            .order((occasion::kind, message::address, message::subject))
            .select((occasion::kind, message::address, message::subject))
            .load(conn)?)
    });
    found.expect("the ledger can be read")
}

#[test]
fn a_pass_killed_while_it_writes_letters_tells_everyone_what_one_that_lives_tells() {
    for ground in grounds() {
        let calm = Ground::sqlite();
        let sink = Sink::start(Clock::System);
        let due = make_all_due(&calm);
        assert!(
            run(&["tick"], &settings(&calm, &sink.address()))
                .status
                .success()
        );
        let wanted = told(&calm);
        assert!(wanted.len() > 20, "{due} occasions made {wanted:?}");

        let sink = Sink::start(Clock::System);
        assert_eq!(make_all_due(&ground), due);
        let settings = settings(&ground, &sink.address());
        let watcher = ground.open(Clock::System);
        let mut program = Program::start(&["tick"], &settings);
        wait_until("some occasions are told", || {
            occasions(&watcher, OccasionState::Told) >= 5
        });
        program.kill();
        assert!(
            occasions(&watcher, OccasionState::Planned) > 0,
            "it was killed in the middle"
        );
        drop(watcher);
        let_the_claims_end(&ground);
        assert!(run(&["tick"], &settings).status.success());
        assert_eq!(told(&ground), wanted);
        let people = arrived(&sink).into_iter().map(|one| one.message_id);
        assert_eq!(people.collect::<BTreeSet<_>>().len(), wanted.len());
        is_sound(&ground);
    }
}
