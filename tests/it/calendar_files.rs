//! Calendar files through two foreign parsers, Python's icalendar and ical.js, and through a strict check of their
//! lines; and the mails that carry them through Python's own parser of mail.
//!
//! The parsers stand in `tests/calendars/`, which `STYRINGSRAD_TEST_CALENDARS` names. Without it these tests are left
//! out, and with `STYRINGSRAD_TEST_ALL` set they fail instead.

use crate::calendar_lines::faults;
use crate::postbox::{CalendarPart, Mail as Parsed, PYTHON, json_of, read_mails};
use crate::support::{folder, moment, sqlite, test_setting};
use chrono::{Duration, NaiveDateTime};
use chrono_tz::{America, Asia, Australia, Europe, Tz};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config as RunnerConfig, RngSeed, TestRunner};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;
use styringsrad::db::ids::{MessageId, RowId};
use styringsrad::i18n::Language;
use styringsrad::mail::invitation::{
    AnswerLink, CalendarUser, Entry, Invitation, When, feed, update,
};
use styringsrad::mail::ledger::{AtOnce, tell_at_once};
use styringsrad::mail::letter::{Links, plain};
use styringsrad::mail::{Letter, Mail, Part, Recipient};

/// What a parser found in one file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Found {
    method: Option<String>,
    events: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Event {
    uid: String,
    sequence: i64,
    status: String,
    summary: String,
    description: Option<String>,
    location: Option<String>,
    /// In UTC by the file's own rules, or a date.
    starts: String,
    ends: Option<String>,
    organizer: String,
    attendee: Option<String>,
    attendee_name: Option<String>,
    rsvp: Option<String>,
}

/// Files in a folder of their own, which goes when they do.
struct Files(PathBuf, Vec<PathBuf>);

impl Drop for Files {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

impl Files {
    fn of(files: &[impl AsRef<[u8]>], ending: &str) -> Self {
        let folder = folder();
        let write = |(at, file): (usize, &_)| {
            let path = folder.join(format!("{at:03}.{ending}"));
            std::fs::write(&path, AsRef::<[u8]>::as_ref(file)).expect("the folder is ours");
            path
        };
        let paths = files.iter().enumerate().map(write).collect();
        Self(folder, paths)
    }

    /// What both parsers find, which must be the same; the lines must be right too.
    fn read(&self, parsers: &Path) -> Vec<Found> {
        for path in &self.1 {
            let file = std::fs::read(path).expect("the folder is ours");
            assert_eq!(
                faults(&file),
                Vec::<String>::new(),
                "{}",
                String::from_utf8_lossy(&file)
            );
        }
        let python: Vec<Found> = json_of(
            Command::new(PYTHON)
                .arg(parsers.join("read.py"))
                .args(&self.1),
        );
        let node: Vec<Found> = json_of(
            Command::new("node")
                .arg(parsers.join("read.mjs"))
                .args(&self.1),
        );
        assert_eq!(python.len(), self.1.len());
        for (python, node) in python.iter().zip(&node) {
            assert_eq!(python, node, "the parsers differ");
        }
        python
    }
}

fn parsers() -> Option<PathBuf> {
    test_setting("STYRINGSRAD_TEST_CALENDARS").map(PathBuf::from)
}

fn user(name: &str, address: &str) -> CalendarUser {
    CalendarUser {
        name: name.to_owned(),
        address: address.to_owned(),
    }
}

/// A meeting in a zone from this local time on, for two and a half hours.
fn entry(zone: Tz, starts: &str) -> Entry {
    let starts: NaiveDateTime = starts.parse().expect("a local time");
    Entry {
        uid: "meeting-1-1@styringsrad.example".to_owned(),
        sequence: 3,
        stamp: moment("2026-11-22 08:00"),
        organiser: Some(user("Styringsrådet", "styringsradet@digdir.example")),
        attendee: Some(user("Åse Sæbø, leder", "ase@kommune.example")),
        summary: "Styringsrådet: Ordinært møte".to_owned(),
        description: "Møtesiden; les den.\n\nSvar med lenken.".to_owned(),
        location: "Lørenfaret 1C, Oslo".to_owned(),
        url: "https://styringsrad.example/meetings/1".to_owned(),
        video_link: "https://video.example/rom?a=1,2;b=3".to_owned(),
        when: When::Hours {
            starts,
            ends: Some(starts + Duration::minutes(150)),
        },
        zone,
        language: Language::NB,
        is_cancelled: false,
    }
}

#[test]
fn f24_both_parsers_read_the_right_hour_across_the_changes_of_the_clocks() {
    let Some(parsers) = parsers() else { return };
    let oslo = Europe::Oslo;
    // The Friday before each change of 2026 and 2027 and the Monday after; and eleven months ahead.
    let cases = [
        (oslo, "2026-03-27T09:00:00", "2026-03-27T08:00:00Z"),
        (oslo, "2026-03-30T09:00:00", "2026-03-30T07:00:00Z"),
        (oslo, "2026-10-23T09:00:00", "2026-10-23T07:00:00Z"),
        (oslo, "2026-10-26T09:00:00", "2026-10-26T08:00:00Z"),
        (oslo, "2027-03-26T09:00:00", "2027-03-26T08:00:00Z"),
        (oslo, "2027-03-29T09:00:00", "2027-03-29T07:00:00Z"),
        (oslo, "2027-10-20T09:00:00", "2027-10-20T07:00:00Z"),
        (oslo, "2027-10-29T09:00:00", "2027-10-29T07:00:00Z"),
        (oslo, "2027-11-01T09:00:00", "2027-11-01T08:00:00Z"),
        (oslo, "2032-06-01T09:00:00", "2032-06-01T07:00:00Z"),
        (
            America::New_York,
            "2027-11-08T09:00:00",
            "2027-11-08T14:00:00Z",
        ),
        (Asia::Tokyo, "2027-06-01T09:00:00", "2027-06-01T00:00:00Z"),
        (
            Australia::Lord_Howe,
            "2027-01-11T09:00:00",
            "2027-01-10T22:00:00Z",
        ),
    ];
    let files: Vec<String> = cases
        .iter()
        .map(|(zone, starts, _)| Invitation::of(entry(*zone, starts)).file(None))
        .collect();
    for (found, (zone, starts, utc)) in Files::of(&files, "ics").read(&parsers).iter().zip(cases) {
        assert_eq!(found.events[0].starts, utc, "{starts} in {zone}");
    }
    // In one file of them all the zone must be right for the first as for the last.
    let all: Vec<Entry> = cases
        .iter()
        .map(|(zone, starts, _)| Entry {
            attendee: None,
            ..entry(*zone, starts)
        })
        .collect();
    let home = (oslo, "2026-11-22".parse().expect("a date"));
    let files = Files::of(&[feed("Møter", home, &all)], "ics");
    let found = files.read(&parsers).remove(0);
    let starts: Vec<&str> = found.events.iter().map(|one| one.starts.as_str()).collect();
    let right: Vec<&str> = cases.iter().map(|(_, _, utc)| *utc).collect();
    assert_eq!(starts, right);
}

#[test]
fn f27_f28_both_parsers_read_invitation_cancellation_whole_day_and_empty_feed() {
    let Some(parsers) = parsers() else { return };
    let told = entry(Europe::Oslo, "2027-10-20T09:00:00");
    let mut gone = told.clone();
    gone.uid = "meeting-1-2@styringsrad.example".to_owned();
    let before = [told.clone(), gone].map(Invitation::of);
    let sent = update(&before, std::slice::from_ref(&told));
    let mut days = told;
    let day = "2027-10-20".parse().expect("a date");
    days.when = When::Days {
        first: day,
        last: day,
    };
    let files = [
        sent[0].file(None),
        sent[1].file(None),
        Invitation::of(days).file(None),
        feed("Møter", (Europe::Oslo, day), &[]),
    ];
    let found = Files::of(&files, "ics").read(&parsers);
    let invited = &found[0].events[0];
    assert_eq!(found[0].method.as_deref(), Some("REQUEST"));
    assert_eq!(
        invited.attendee.as_deref(),
        Some("mailto:ase@kommune.example")
    );
    assert_eq!(invited.attendee_name.as_deref(), Some("Åse Sæbø, leder"));
    assert_eq!(invited.rsvp.as_deref(), Some("FALSE"));
    assert_eq!(invited.organizer, "mailto:styringsradet@digdir.example");
    assert_eq!(invited.ends.as_deref(), Some("2027-10-20T09:30:00Z"));
    assert_eq!(found[1].method.as_deref(), Some("CANCEL"));
    assert_eq!(found[1].events[0].status, "CANCELLED");
    assert_eq!(found[1].events[0].sequence, 4);
    let whole = &found[2].events[0];
    assert_eq!(
        (whole.starts.as_str(), whole.ends.as_deref()),
        ("2027-10-20", Some("2027-10-21"))
    );
    assert_eq!((&found[3].method, found[3].events.len()), (&None, 0));
}

/// What a text is once it has been in a file.
fn as_read(text: &str) -> Option<String> {
    let lines = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    let clean = lines.replace('\t', " ");
    let kept: String = clean
        .chars()
        .filter(|letter| *letter == '\n' || !letter.is_control())
        .collect();
    (!kept.is_empty()).then_some(kept)
}

/// Python's icalendar takes the escapes away twice, so nothing that could be one stands after a backslash.
fn any_text() -> impl Strategy<Value = String> {
    let wild = prop_oneof!["[ -~æøåÆØÅé€𝄞\u{1}-\u{1f}\u{7f}]{0,200}", "\\PC{0,120}"];
    wild.prop_map(|text| text.replace('\\', "\\ "))
}

/// 96 entries of random texts, seed 1814, all in one call of each parser.
#[test]
fn f25_whatever_people_write_comes_back_from_both_parsers() {
    let Some(parsers) = parsers() else { return };
    let mut runner = TestRunner::new(RunnerConfig {
        rng_seed: RngSeed::Fixed(1814),
        ..RunnerConfig::default()
    });
    let texts = (any_text(), any_text(), any_text());
    let entries: Vec<Entry> = (0..96)
        .map(|_| {
            let (summary, description, location) = texts
                .new_tree(&mut runner)
                .expect("texts are made")
                .current();
            Entry {
                summary: format!("Møte {summary}"),
                description,
                location,
                ..entry(Europe::Oslo, "2027-10-20T09:00:00")
            }
        })
        .collect();
    let files: Vec<String> = entries
        .iter()
        .map(|entry| Invitation::of(entry.clone()).file(None))
        .collect();
    for (found, entry) in Files::of(&files, "ics").read(&parsers).iter().zip(&entries) {
        let event = &found.events[0];
        assert_eq!(Some(&event.summary), as_read(&entry.summary).as_ref());
        assert_eq!(event.description, as_read(&entry.description));
        assert_eq!(event.location, as_read(&entry.location));
    }
}

/// A letter about a meeting, with these entries and with the personal link to answer by.
fn letter(invitations: Vec<Invitation>) -> Letter {
    let mut parts = vec![Part::Paragraph("Velkommen til møte på Ås.".to_owned())];
    parts.extend(invitations.into_iter().map(|mut invitation| {
        invitation.answer = Some(AnswerLink {
            label: "Svar her".to_owned(),
            url: "https://styringsrad.example/answer/".to_owned(),
            purpose: "answer".to_owned(),
        });
        Part::Invitation(Box::new(invitation))
    }));
    Letter {
        subject: "Innkalling til møte".to_owned(),
        parts,
    }
}

/// The letters as they leave, with the id of each.
fn sent(letters: Vec<Letter>) -> (Vec<(MessageId, Parsed)>, impl Fn(MessageId) -> String) {
    let instance = sqlite("2026-11-22 08:00");
    let object = RowId::new().to_string();
    let now = instance.now();
    let what = AtOnce {
        kind: "test",
        board: None,
        object_kind: "test",
        object_id: &object,
        expires: now + Duration::days(1),
    };
    let mut ids = Vec::new();
    for letter in letters {
        let id = MessageId::new();
        let mail = Mail {
            to: Recipient::address("Åse Sæbø", format!("{id}@example.no"), Language::NB),
            letter,
            reply_to: "styringsradet@digdir.example".to_owned(),
        };
        let domain = instance.app.office.domain();
        let queued =
            (instance.app.db).write_now(|conn| tell_at_once(conn, &what, id, &mail, domain, now));
        queued.expect("the message is queued");
        ids.push(id);
    }
    instance.tick();
    let mut mails = instance.mails.lock().expect("no test panics here").clone();
    let of = |mail: &[u8], id: &MessageId| {
        let start = String::from_utf8_lossy(&mail[..mail.len().min(2000)]).into_owned();
        start.contains(id.as_str())
    };
    mails.sort_by_key(|mail| ids.iter().position(|id| of(mail, id)));
    let files = Files::of(&mails, "eml");
    let parsed = read_mails(&files.1);
    let key = instance.app.office.key;
    let secret = move |id: MessageId| key.sign("answer", id.as_str());
    (ids.into_iter().zip(parsed).collect(), secret)
}

#[test]
fn f28_a_mail_has_its_calendar_file_where_mail_programs_look_for_it() {
    let Some(parsers) = parsers() else { return };
    let one = entry(Europe::Oslo, "2027-10-20T09:00:00");
    let mut second = entry(Europe::Oslo, "2027-10-21T09:00:00");
    second.uid = "meeting-1-2@styringsrad.example".to_owned();
    let mut cancelled = one.clone();
    cancelled.is_cancelled = true;
    let letters = [
        vec![one.clone(), second],
        vec![one],
        vec![cancelled],
        vec![],
    ];
    let letters = letters.map(|entries| letter(entries.into_iter().map(Invitation::of).collect()));
    let hidden: Vec<String> = letters
        .iter()
        .map(|letter| plain(letter, Links::Hidden(Language::NB)))
        .collect();
    let (mails, secret) = sent(letters.into());
    let alternatives = "multipart/alternative(text/plain, text/html, text/calendar)";
    let structures = [
        format!("multipart/mixed({alternatives}, application/ics, application/ics)"),
        format!("multipart/mixed({alternatives}, application/ics)"),
        format!("multipart/mixed({alternatives}, application/ics)"),
        "multipart/alternative(text/plain, text/html)".to_owned(),
    ];
    let methods = ["REQUEST", "REQUEST", "CANCEL", ""];
    for (at, (id, mail)) in mails.iter().enumerate() {
        assert_eq!(mail.defects, Vec::<String>::new());
        assert_eq!(mail.structure, structures[at]);
        assert!(!mail.text.contains("calendar entry"), "{}", mail.text);
        let Some((shown, attached)) = mail.calendars.split_first() else {
            assert_eq!(at, 3);
            continue;
        };
        is_the_shown_file(shown, attached, methods[at]);
        let link = format!("https://styringsrad.example/answer/{}", secret(*id));
        let found = Files::of(&[&shown.content], "ics").read(&parsers).remove(0);
        let description = found.events[0].description.clone().unwrap_or_default();
        assert!(
            description.ends_with(&format!("Svar her:\n{link}")),
            "{description}"
        );
        assert_eq!(found.method.as_deref(), Some(methods[at]));
        // The ledger tells of the file, and nobody who reads it there gets the link.
        let word = if methods[at] == "CANCEL" {
            "[kalenderoppføring som fjernes: "
        } else {
            "[kalenderoppføring: "
        };
        assert!(hidden[at].contains(word), "{}", hidden[at]);
        assert!(!hidden[at].contains("/answer/"));
    }
}

/// The method stands in the part and in its body; the first attachment is the same file.
#[track_caller]
fn is_the_shown_file(shown: &CalendarPart, attached: &[CalendarPart], method: &str) {
    assert_eq!(shown.kind, "text/calendar");
    assert_eq!(shown.method.as_deref(), Some(method));
    let body = format!("\r\nMETHOD:{method}\r\n");
    let content = shown.content.replace("\r\n", "\n").replace('\n', "\r\n");
    assert!(content.contains(&body), "{content}");
    assert_eq!(attached[0].content, content);
    let names: Vec<&str> = attached
        .iter()
        .filter_map(|one| one.name.as_deref())
        .collect();
    if attached.len() == 1 {
        assert_eq!(names, ["invite.ics"]);
    } else {
        assert_eq!(names, ["invite-1.ics", "invite-2.ics"]);
    }
}
