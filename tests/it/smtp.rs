//! Hand-over to a real SMTP server that takes, puts off, refuses, stalls and hangs up. Covers F10, F15 and F17.

use crate::postbox::{Mail as Parsed, Postbox};
use crate::program::{self, setting};
use crate::support::{Instance, instances, sqlite};
use chrono::Duration;
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::{Config as RunnerConfig, RngSeed, TestRunner};
use serde_json::json;
use std::collections::BTreeSet;
use styringsrad::config::Config;
use styringsrad::db::ids::{MessageId, RowId};
use styringsrad::db::schema::{delivery, message};
use styringsrad::i18n::Language;
use styringsrad::mail::compose::{self, Senders};
use styringsrad::mail::ledger::{AtOnce, Message, tell_at_once};
use styringsrad::mail::transport::Carrier;
use styringsrad::mail::{Letter, Mail, MessageState, Outcome, Part, Recipient};

const MORNING: &str = "2026-11-22 08:00";

fn letter(subject: &str) -> Letter {
    Letter {
        subject: subject.to_owned(),
        parts: vec![
            Part::Paragraph("Hei!\n.\nSakspapirene må være ute i dag.".to_owned()),
            Part::Facts(vec![("Møte".to_owned(), "onsdag 17. mars 2027".to_owned())]),
        ],
    }
}

/// Queues a letter for one person; it expires after a month.
fn queue(instance: &Instance, to: Recipient, subject: &str, reply_to: &str) -> MessageId {
    let id = MessageId::new();
    let mail = Mail {
        to,
        letter: letter(subject),
        reply_to: reply_to.to_owned(),
    };
    let object = RowId::new().to_string();
    let now = instance.now();
    let what = AtOnce {
        kind: "test",
        board: None,
        object_kind: "test",
        object_id: &object,
        expires: now + Duration::days(30),
    };
    let domain = instance.app.office.domain();
    let queued = instance
        .app
        .db
        .write_now(|conn| tell_at_once(conn, &what, id, &mail, domain, now));
    queued.expect("the message is queued");
    id
}

fn queue_for(instance: &Instance, address: &str) -> MessageId {
    let to = Recipient::address("Kari Nordmann", address, Language::NB);
    queue(
        instance,
        to,
        "Send ut sakspapirene",
        "sekretariatet@example.no",
    )
}

fn stands(instance: &Instance, id: MessageId) -> Message {
    let found = instance.app.db.read_now(|conn| {
        Ok(message::table
            .find(id)
            .select(Message::as_select())
            .first(conn)?)
    });
    found.expect("the message is there")
}

fn outcomes(instance: &Instance, id: MessageId) -> Vec<Outcome> {
    let found = instance.app.db.read_now(|conn| {
        Ok(delivery::table
            .filter(delivery::message_id.eq(id))
            .order(delivery::attempt.asc())
            .select(delivery::outcome)
            .load(conn)?)
    });
    found.expect("the deliveries are there")
}

/// Delivers, and again every ten minutes, as often as this.
fn deliver(instance: &Instance, carrier: &mut Carrier, times: usize) {
    for time in 0..times {
        if time > 0 {
            instance.move_by(Duration::minutes(10));
        }
        let round = instance.app.office.deliver(carrier);
        round.expect("the round ends");
    }
}

/// The one mail that this server has.
#[track_caller]
fn only_mail(postbox: &Postbox) -> Parsed {
    let mails = postbox.mails();
    let [mail] = <[Parsed; 1]>::try_from(mails).expect("exactly one mail arrived");
    assert_eq!(mail.defects, Vec::<String>::new());
    mail
}

#[test]
fn a_mail_goes_to_one_person_from_us_and_is_answered_to_the_board_f15_f17() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        let to = Recipient::address("Åse Sæbø-Østgård", "ase@example.no", Language::NN);
        let subject = "Send ut sakspapira til møtet på Ås 17. mars – frist i dag";
        let id = queue(&instance, to, subject, "sekretariatet@example.no");
        queue_for(&instance, "ola@example.no");
        deliver(&instance, &mut postbox.carrier(), 1);

        let arrived = postbox.deliveries();
        let files: BTreeSet<&str> = arrived.iter().map(|one| one.file.as_str()).collect();
        assert_eq!(
            (arrived.len(), files.len()),
            (2, 2),
            "each person has a mail of their own"
        );
        assert!(
            arrived
                .iter()
                .all(|one| one.sender == "styringsrad@example.no")
        );

        let mail = &postbox.mails()[0];
        assert_eq!(mail.defects, Vec::<String>::new());
        assert_eq!(mail.subject, subject);
        assert_eq!(mail.to, "Åse Sæbø-Østgård <ase@example.no>");
        assert_eq!(mail.from, "Styringsråd <styringsrad@example.no>");
        assert_eq!(mail.reply_to.as_deref(), Some("sekretariatet@example.no"));
        assert_eq!(mail.content_language.as_deref(), Some("nn"));
        assert_eq!(mail.auto_submitted.as_deref(), Some("auto-generated"));
        assert!(
            mail.text
                .contains("Hei!\n.\nSakspapirene må være ute i dag.")
        );
        assert!(mail.html.contains("Sakspapirene må være ute i dag."));
        let row = stands(&instance, id);
        assert_eq!(mail.message_id, format!("<{}>", row.message_id));
        assert_eq!(row.state, MessageState::HandedOver);
        assert!(row.last_answer.starts_with("250"), "{}", row.last_answer);
    }
}

#[test]
fn no_name_subject_or_mailbox_can_write_a_header_of_its_own() {
    let attack = "Kari\r\nBcc: eve@evil.example\r\n\r\nBuy now\n.\r\nQUIT";
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        let to = Recipient::address(attack, "kari@example.no", Language::NB);
        queue(&instance, to, attack, "sekretariatet@example.no");
        let to = Recipient::address("Ola", "ola@example.no", Language::NB);
        let poisoned = queue(
            &instance,
            to,
            "Sakspapirer",
            "board@example.no\r\nBcc: eve@evil.example",
        );
        deliver(&instance, &mut postbox.carrier(), 1);

        let mail = only_mail(&postbox);
        assert!(
            !mail
                .names
                .iter()
                .any(|name| name.eq_ignore_ascii_case("bcc"))
        );
        assert!(mail.to.ends_with("<kari@example.no>"), "{}", mail.to);
        assert!(mail.text.starts_with("Hei!"), "{}", mail.text);
        assert_eq!(postbox.deliveries()[0].recipient, "kari@example.no");
        assert_eq!(stands(&instance, poisoned).state, MessageState::Dead);
    }
}

#[test]
fn whatever_someone_is_called_their_mail_can_be_written() {
    let instance = sqlite(MORNING);
    let id = queue_for(&instance, "kari@example.no");
    let mut runner = TestRunner::new(RunnerConfig {
        rng_seed: RngSeed::Fixed(20_261_122),
        failure_persistence: None,
        ..RunnerConfig::default()
    });
    let row = stands(&instance, id);
    let stated = [
        "",
        "\0",
        "\r\n",
        "\u{7f}",
        "\u{2028}",
        "\"",
        "\\",
        "=?utf-8?q?x?=",
        "🙂",
        "\u{202e}",
    ];
    let written = |name: String| {
        let row = Message {
            subject: name.clone(),
            name,
            ..row.clone()
        };
        let raw = compose::raw(
            &instance.app.office,
            &row,
            &Senders::default(),
            instance.now(),
        );
        let (envelope, bytes) = raw.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let head =
            String::from_utf8(bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let head = head.split("\r\n\r\n").next().unwrap_or_default();
        prop_assert_eq!(envelope.to().len(), 1);
        prop_assert!(head.is_ascii(), "{}", head);
        prop_assert_eq!(head.matches("\r\nTo:").count(), 1);
        Ok(())
    };
    for name in stated {
        written(name.to_owned()).unwrap();
    }
    runner.run(&any::<String>(), written).unwrap();
}

#[test]
fn not_now_is_tried_again_with_the_same_message_id() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        let id = queue_for(&instance, "kari+refuse-451-x2@example.no");
        let mut carrier = postbox.carrier();
        deliver(&instance, &mut carrier, 1);
        let row = stands(&instance, id);
        assert_eq!((row.state, row.attempts), (MessageState::Queued, 1));
        assert!(
            row.last_answer.contains("Try again later"),
            "{}",
            row.last_answer
        );
        assert!(row.not_before > instance.now());
        assert_eq!(postbox.deliveries().len(), 0);

        instance.move_by(Duration::minutes(10));
        deliver(&instance, &mut carrier, 2);
        assert_eq!(
            outcomes(&instance, id),
            [Outcome::PutOff, Outcome::PutOff, Outcome::HandedOver]
        );
        let mail = only_mail(&postbox);
        assert_eq!(mail.message_id, format!("<{}>", row.message_id));
    }
}

#[test]
fn a_refusal_for_good_becomes_a_dead_letter_with_the_servers_words() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        let at_once = queue_for(&instance, "kari+refuse-550@example.no");
        let at_the_end = queue_for(&instance, "kari+refuse-data-554@example.no");
        let fine = queue_for(&instance, "ola@example.no");
        deliver(&instance, &mut postbox.carrier(), 2);
        for id in [at_once, at_the_end] {
            let row = stands(&instance, id);
            assert_eq!((row.state, row.attempts), (MessageState::Dead, 1));
            assert!(row.last_answer.contains("Refused"), "{}", row.last_answer);
            assert_eq!(outcomes(&instance, id), [Outcome::Refused]);
        }
        assert_eq!(stands(&instance, fine).state, MessageState::HandedOver);
        assert_eq!(postbox.deliveries().len(), 1);
    }
}

#[test]
fn a_server_that_stalls_loses_nothing() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        postbox.behave(&json!({"stall_seconds": 3, "stall_at": "data", "times": 1}));
        let ids = ["kari@example.no", "ola@example.no"].map(|to| queue_for(&instance, to));
        deliver(&instance, &mut postbox.carrier(), 1);
        let row = stands(&instance, ids[0]);
        assert_eq!(row.state, MessageState::Queued, "{}", row.last_answer);
        assert_eq!(row.attempts, 0, "no server answered");
        assert_eq!(stands(&instance, ids[1]).state, MessageState::Queued);

        instance.move_by(Duration::minutes(10));
        deliver(&instance, &mut postbox.carrier(), 1);
        for (id, to) in ids.iter().zip(["kari@example.no", "ola@example.no"]) {
            let row = stands(&instance, *id);
            assert_eq!(row.state, MessageState::HandedOver);
            let arrived = postbox.for_recipient(to);
            assert!(!arrived.is_empty(), "{to} has nothing");
            let own = format!("<{}>", row.message_id);
            assert!(arrived.iter().all(|one| one.message_id == own));
        }
    }
}

#[test]
fn a_server_that_hangs_up_gets_the_mail_again_and_the_copy_is_recognisable() {
    let cases = [
        ("connect", 1, 2),
        ("rcpt", 1, 2),
        ("data", 1, 2),
        ("stored", 2, 2),
        ("after-250", 1, 1),
    ];
    for instance in instances(MORNING) {
        for (place, copies, tries) in cases {
            let Some(postbox) = Postbox::start(&[]) else {
                return;
            };
            postbox.behave(&json!({"hang_up_at": place, "times": 1}));
            let id = queue_for(&instance, "kari@example.no");
            let mut carrier = postbox.carrier();
            deliver(&instance, &mut carrier, tries);
            let row = stands(&instance, id);
            assert_eq!(row.state, MessageState::HandedOver, "cut at {place}");
            let ids: Vec<String> = postbox
                .deliveries()
                .into_iter()
                .map(|one| one.message_id)
                .collect();
            let own = format!("<{}>", row.message_id);
            assert_eq!(ids, vec![own; copies], "cut at {place}");
        }
    }
}

#[test]
fn a_kept_connection_that_the_server_has_ended_puts_nothing_off() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        postbox.behave(&json!({"hang_up_at": "after-250"}));
        for number in 0..5 {
            queue_for(&instance, &format!("p{number}@example.no"));
        }
        let round = instance.app.office.deliver(&mut postbox.carrier()).unwrap();
        assert_eq!((round.handed_over, round.put_off), (5, 0));
    }
}

#[test]
fn one_address_at_which_the_server_hangs_up_keeps_nobody_else_waiting_f05() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        queue_for(&instance, "kari+hangup-rcpt@example.no");
        let others: Vec<MessageId> = (0..30)
            .map(|number| queue_for(&instance, &format!("p{number}@example.no")))
            .collect();
        deliver(&instance, &mut postbox.carrier(), 2);
        for id in others {
            assert_eq!(stands(&instance, id).state, MessageState::HandedOver);
        }
    }
}

#[test]
fn a_server_that_is_down_for_a_day_exhausts_no_attempt() {
    for instance in instances(MORNING) {
        let Some(mut postbox) = Postbox::start(&[]) else {
            return;
        };
        let id = queue_for(&instance, "kari+refuse-451-x1@example.no");
        let mut carrier = postbox.carrier();
        postbox.stop();
        deliver(&instance, &mut carrier, 144);
        let row = stands(&instance, id);
        assert_eq!(row.state, MessageState::Queued);
        assert_eq!(row.attempts, 0, "no server answered");
        assert!(!row.last_answer.is_empty());

        postbox.start_again();
        instance.move_by(Duration::minutes(10));
        deliver(&instance, &mut carrier, 1);
        let first = stands(&instance, id);
        assert_eq!((first.state, first.attempts), (MessageState::Queued, 1));

        instance.move_by(Duration::minutes(10));
        deliver(&instance, &mut carrier, 1);
        assert_eq!(stands(&instance, id).state, MessageState::HandedOver);
        assert_eq!(
            only_mail(&postbox).message_id,
            format!("<{}>", row.message_id)
        );
    }
}

#[test]
fn an_instance_for_staging_writes_to_nobody_outside_its_list_f10() {
    for mut instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        instance.app.office.only_to = vec!["test@example.no".to_owned(), "staging.no".to_owned()];
        let allowed = ["Test@example.no", "kari@Staging.no"];
        let withheld = [
            "kari@example.no",
            "kari@notstaging.no",
            "kari@staging.no.evil.example",
        ];
        let allowed = allowed.map(|to| queue_for(&instance, to));
        let withheld = withheld.map(|to| queue_for(&instance, to));
        deliver(&instance, &mut postbox.carrier(), 2);
        assert_eq!(postbox.deliveries().len(), allowed.len());
        for id in allowed {
            assert_eq!(stands(&instance, id).state, MessageState::HandedOver);
        }
        for id in withheld {
            assert_eq!(stands(&instance, id).state, MessageState::Withdrawn);
            assert_eq!(outcomes(&instance, id), [Outcome::Withheld]);
        }
    }
}

#[test]
fn an_address_beyond_ascii_harms_no_other_mail() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        let local = queue_for(&instance, "bjørn@example.no");
        let domain = queue_for(&instance, "kari@blåbær.example");
        let plain = queue_for(&instance, "ola@example.no");
        deliver(&instance, &mut postbox.carrier(), 2);
        for id in [local, domain, plain] {
            let row = stands(&instance, id);
            assert_eq!(
                row.state,
                MessageState::HandedOver,
                "{}: {}",
                row.address,
                row.last_answer
            );
        }
        let arrived: Vec<String> = postbox
            .deliveries()
            .into_iter()
            .map(|one| one.recipient)
            .collect();
        assert_eq!(
            arrived,
            ["bjørn@example.no", "kari@blåbær.example", "ola@example.no"]
        );
    }
}

/// The carrier to a server that asks for STARTTLS and this login.
fn secure(postbox: &Postbox, password: &str) -> (String, Carrier) {
    let url = format!(
        "smtp://styringsrad:{password}@localhost:{}?insecure",
        postbox.port
    );
    let config = Config::read(|name| match name {
        "STYRINGSRAD_SMTP_URL" => Some(url.clone()),
        "STYRINGSRAD_MAIL_FROM" => Some("styringsrad@example.no".to_owned()),
        _ => None,
    });
    let carrier = Carrier::to(&config.expect("the settings are right").mail);
    (url, carrier)
}

#[test]
fn mail_goes_over_starttls_with_a_login() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[
            "--starttls",
            "--auth",
            "styringsrad:r@tt/p%rd",
            "--no-pipelining",
        ]) else {
            return;
        };
        let id = queue_for(&instance, "kari@example.no");
        let (_, mut carrier) = secure(&postbox, "r%40tt%2Fp%25rd");
        deliver(&instance, &mut carrier, 1);
        let row = stands(&instance, id);
        assert_eq!(row.state, MessageState::HandedOver, "{}", row.last_answer);
        assert_eq!(postbox.deliveries().len(), 1);
    }
}

#[test]
fn a_certificate_nobody_vouches_for_and_a_server_without_tls_get_no_password() {
    for instance in instances(MORNING) {
        for options in [&["--starttls"][..], &[]] {
            let Some(postbox) = Postbox::start(options) else {
                return;
            };
            let id = queue_for(&instance, "kari@example.no");
            let (_, mut carrier) = secure(&postbox, "hemmelig");
            if let Carrier::Smtp { server, .. } = &mut carrier {
                server.trust_any_certificate = false;
            }
            deliver(&instance, &mut carrier, 1);
            let row = stands(&instance, id);
            assert_eq!(row.state, MessageState::Queued, "{}", row.last_answer);
            assert_eq!(postbox.deliveries().len(), 0);
        }
    }
}

#[test]
fn a_sender_that_the_server_refuses_makes_no_dead_letter() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&[]) else {
            return;
        };
        postbox.behave(&json!({"refuse_mail": 550}));
        let id = queue_for(&instance, "kari@example.no");
        deliver(&instance, &mut postbox.carrier(), 6);
        let row = stands(&instance, id);
        assert_eq!((row.state, row.attempts), (MessageState::Queued, 0));
        assert!(row.last_answer.contains("550"), "{}", row.last_answer);

        postbox.behave(&json!({}));
        instance.move_by(Duration::minutes(10));
        deliver(&instance, &mut postbox.carrier(), 1);
        assert_eq!(stands(&instance, id).state, MessageState::HandedOver);
    }
}

#[test]
fn a_wrong_password_is_put_off_and_told_nowhere() {
    for instance in instances(MORNING) {
        let Some(postbox) = Postbox::start(&["--starttls", "--auth", "styringsrad:riktig"]) else {
            return;
        };
        let id = queue_for(&instance, "kari@example.no");
        let (url, mut carrier) = secure(&postbox, "feil-og-hemmelig");
        deliver(&instance, &mut carrier, 1);
        let row = stands(&instance, id);
        assert_eq!(row.state, MessageState::Queued);
        assert!(
            row.last_answer.contains("535") || row.last_answer.contains("credentials"),
            "{}",
            row.last_answer
        );
        assert!(!row.last_answer.contains("hemmelig"));

        // The same by the program itself, at its most talkative. Its clock is the machine's, so the mail is old
        // by then; what counts is what it writes.
        let mut settings = program::settings(&instance.ground, &postbox.address());
        settings.push(setting("STYRINGSRAD_SMTP_URL", &url));
        settings.push(setting("RUST_LOG", "trace"));
        let ran = program::run(&["tick"], &settings);
        let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
        assert!(said.contains("mails handed over"), "{said}");
        assert!(!said.contains("hemmelig"), "{said}");
        // Base64 of "\0styringsrad\0feil-og-hemmelig", as AUTH PLAIN sends it.
        assert!(!said.contains("AHN0eXJpbmdzcmFk"), "{said}");
    }
}
