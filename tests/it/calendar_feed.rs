//! The calendar that a person subscribes to: who has its address reads what its owner may see today, and nothing more.
//! Covers F16, F26, F27, F30, F31 and F37 where calendars are concerned.

use crate::calendar_lines::faults;
use crate::support::{Answer, Browser, Instance, day, instances, moment};
use crate::world::{CHAIR, MEMBER, SERVICE_OWNER};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use styringsrad::audit::Actor;
use styringsrad::boards::store as boards;
use styringsrad::db::ids::{BoardId, MeetingId, PersonId};
use styringsrad::db::schema::{appointment, board, person, representation};
use styringsrad::db::types::Words;
use styringsrad::i18n::Language;
use styringsrad::mail::invitation::CalendarUser;
use styringsrad::meetings::calendar::{Around, entries};
use styringsrad::meetings::{Meeting, MeetingState, Session, plan, store};

const START: &str = "2026-11-22 08:00";

fn demo(instance: &Instance) -> BoardId {
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    board_of(instance, "styringsradet")
}

fn board_of(instance: &Instance, slug: &str) -> BoardId {
    let read = instance.app.db.read_now(|conn| {
        let of = board::table.filter(board::slug.eq(slug));
        Ok(of.select(board::id).first(conn)?)
    });
    read.expect("the board stands")
}

/// A meeting from nine to twelve on each of these days, called by its first one.
fn planned(instance: &Instance, board: BoardId, days: &[&str]) -> Meeting {
    let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    let session = |text: &&str| Session {
        day: day(text),
        starts: clock(9),
        ends: clock(12),
    };
    let meeting = Meeting {
        id: MeetingId::new(),
        board,
        kind: "extra".to_owned(),
        title: Words::new([("nb", days[0])]),
        place: "Leikanger".to_owned(),
        video_link: "https://video.example/rom".to_owned(),
        archive_reference: String::new(),
        state: MeetingState::Planned,
        sessions: days.iter().map(session).collect(),
        done: std::collections::BTreeMap::new(),
        version: 1,
    };
    let now = instance.now();
    let made = instance.app.db.write_now(|conn| {
        plan::create(
            conn,
            board,
            std::slice::from_ref(&meeting),
            Actor::System,
            now,
        )
    });
    assert_eq!(made.expect("the meeting is planned"), 1);
    meeting
}

/// Saves a change of a meeting as the pages do, a minute later.
fn change(instance: &Instance, id: MeetingId, change: impl Fn(&mut Meeting)) {
    instance.move_by(chrono::Duration::minutes(1));
    let now = instance.now();
    let saved = instance.app.db.write_now(|conn| {
        let mut meeting = store::meeting(conn, id)?;
        change(&mut meeting);
        plan::save(conn, &meeting, "meeting-edited", Actor::System, now)
    });
    saved.expect("the meeting is saved");
}

/// The path of the address that the page shows.
fn address(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("readonly value=\"")?;
    let url = rest.split('"').next()?;
    let at = url.find("/feed/").expect("the address is a feed's");
    Some(url[at..].to_owned())
}

async fn press(browser: &mut Browser<'_>, act: &str) -> Option<String> {
    let to = browser.post("/me/calendar", &[("act", act)]).await;
    let page = browser.get(&to.goes_to()).await.ok();
    address(&page)
}

/// The feed as a calendar program without any cookie reads it; its lines must be right.
async fn read(instance: &Instance, path: &str) -> Answer {
    let answer = instance.browser().get(path).await;
    if answer.status.as_u16() == 200 {
        let wrong = faults(answer.body.as_bytes());
        assert_eq!(wrong, Vec::<String>::new(), "{}", answer.body);
    }
    answer
}

/// The lines of one entry, unfolded.
fn entry(feed: &str, uid: &str) -> Option<Vec<String>> {
    let joined = feed.replace("\r\n ", "");
    let uid = format!("UID:{uid}");
    joined
        .split("BEGIN:VEVENT\r\n")
        .map(|entry| entry.split_terminator("\r\n").map(str::to_owned).collect())
        .find(|lines: &Vec<String>| lines.contains(&uid))
}

fn uid(of: MeetingId, number: usize) -> String {
    format!("meeting-{of}-{number}@127.0.0.1")
}

/// Ends everything a person sits by, from this day on.
fn unseat(instance: &Instance, address: &str, from: NaiveDate) {
    let written = instance.app.db.write_now(|conn| {
        let of: PersonId = person::table
            .filter(person::address.eq(address))
            .select(person::id)
            .first(conn)?;
        let seats = representation::table.filter(representation::person_id.eq(of));
        diesel::update(seats)
            .set(representation::valid_until.eq(from))
            .execute(conn)?;
        Ok(())
    });
    written.expect("the seats are ended");
}

#[actix_web::test]
async fn the_owner_copies_the_address_again_makes_a_new_one_and_ends_it() {
    for instance in instances(START) {
        demo(&instance);
        let mut owner = instance.signed_in(MEMBER).await;
        assert_eq!(address(&owner.get("/me/calendar").await.ok()), None);
        assert!(
            owner
                .get("/me")
                .await
                .ok()
                .contains("href=\"/me/calendar\"")
        );
        let first = press(&mut owner, "make").await.expect("it is shown");
        let again = press(&mut owner, "make").await.expect("it is shown");
        assert_eq!(first, again, "pressing twice is pressing once");
        assert_eq!(
            address(&owner.get("/me/calendar").await.ok()),
            Some(first.clone())
        );

        let answer = read(&instance, &first).await;
        assert_eq!(
            answer.header("content-type"),
            "text/calendar; charset=utf-8"
        );
        assert_eq!(answer.header("cache-control"), "private, no-cache");
        assert!(answer.header("content-disposition").contains(".ics"));
        assert!(answer.ok().contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H"));
        assert_eq!(instance.browser().head(&first).await.status.as_u16(), 200);

        let second = press(&mut owner, "replace").await.expect("it is shown");
        assert_ne!(first, second);
        read(&instance, &first).await.is(404);
        read(&instance, &second).await.ok();
        assert_eq!(press(&mut owner, "end").await, None);
        read(&instance, &second).await.is(404);
        owner
            .post("/me/calendar", &[("act", "other")])
            .await
            .is(404);
    }
}

#[actix_web::test]
async fn f37_an_address_that_is_guessed_forged_or_ended_is_not_there() {
    for instance in instances(START) {
        demo(&instance);
        let mut owner = instance.signed_in(MEMBER).await;
        let mut other = instance.signed_in(CHAIR).await;
        let own = press(&mut owner, "make").await.expect("it is shown");
        let others = press(&mut other, "make").await.expect("it is shown");
        assert_ne!(own, others);
        // One's own id with the other's hash, and the reverse: 36 letters of id stand after “/feed/”.
        let (id, hash) = own.split_at(6 + 36);
        let (other_id, other_hash) = others.split_at(6 + 36);
        let missing = read(&instance, "/feed/no-such-token.ics").await.is(404);
        for path in [
            format!("{id}{other_hash}"),
            format!("{other_id}{hash}"),
            format!("{id}.ics"),
            format!("{id}-{}.ics", "0".repeat(32)),
            own.replace(".ics", "0.ics"),
            "/feed/.ics".to_owned(),
            "/feed/%C3%A6%C3%B8%C3%A5.ics".to_owned(),
        ] {
            let body = read(&instance, &path).await.is(404);
            assert_eq!(
                body.lines().count(),
                missing.lines().count(),
                "{path} is told from another"
            );
        }
        read(&instance, &own).await.ok();
    }
}

#[actix_web::test]
async fn f30_a_feed_holds_the_meetings_of_its_owners_boards_and_no_others() {
    for instance in instances(START) {
        let board = demo(&instance);
        let council = instance.app.db.read_now(|conn| {
            let of = board::table.filter(board::parent_id.is_not_null());
            Ok(of.select(board::slug).first::<String>(conn)?)
        });
        let council = board_of(&instance, &council.expect("the demo has a council"));
        let own = planned(&instance, board, &["2027-10-20", "2027-10-21"]);
        let strange = planned(&instance, council, &["2027-10-22"]);
        let long_ago = planned(&instance, board, &["2026-05-20"]);
        let recent = planned(&instance, board, &["2026-05-26"]);
        let far = planned(&instance, board, &["2028-05-24"]);
        // Whoever sits on the council too sees its meetings; here nobody does.
        unseat_from(&instance, council);
        let mut owner = instance.signed_in(MEMBER).await;
        let path = press(&mut owner, "make").await.expect("it is shown");
        let feed = read(&instance, &path).await.ok();
        for (meeting, is_there) in [
            (&own, true),
            (&recent, true),
            (&strange, false),
            (&long_ago, false),
            (&far, false),
        ] {
            assert_eq!(
                entry(&feed, &uid(meeting.id, 1)).is_some(),
                is_there,
                "{:?}",
                meeting.sessions
            );
        }
        let second = entry(&feed, &uid(own.id, 2)).expect("each day is there");
        assert!(
            second.contains(&"DTSTART;TZID=Europe/Oslo:20271021T090000".to_owned()),
            "{second:?}"
        );
        let is_place =
            |line: &String| line.starts_with("LOCATION;") && line.ends_with(":Leikanger");
        assert!(second.iter().any(is_place), "{second:?}");
        assert!(!feed.contains("ATTENDEE"));
        let names = instance.app.db.read_now(|conn| {
            Ok(person::table
                .select((person::name, person::address))
                .load::<(String, Option<String>)>(conn)?)
        });
        for (name, address) in names.expect("the people are read") {
            let joined = feed.replace("\r\n ", "");
            assert!(
                !joined.contains(&name)
                    && !address.is_some_and(|address| joined.contains(&address)),
                "{name}"
            );
        }
        // A service owner's person sits on no board: an empty calendar, not a missing one.
        let mut outside = instance.signed_in(SERVICE_OWNER).await;
        let path = press(&mut outside, "make").await.expect("it is shown");
        assert!(!read(&instance, &path).await.ok().contains("VEVENT"));
    }
}

/// Nobody sits on this board any longer.
fn unseat_from(instance: &Instance, of: BoardId) {
    let written = instance.app.db.write_now(|conn| {
        let all = appointment::table.filter(appointment::board_id.eq(of));
        Ok(diesel::update(all)
            .set(appointment::valid_until.eq(day("2026-11-22")))
            .execute(conn)?)
    });
    written.expect("the appointments are ended");
}

#[actix_web::test]
async fn f37_when_the_role_ends_the_entries_end_that_day() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board, &["2027-10-20"]);
        let mut owner = instance.signed_in(MEMBER).await;
        let path = press(&mut owner, "make").await.expect("it is shown");
        unseat(&instance, MEMBER, day("2026-11-23"));
        let feed = read(&instance, &path).await.ok();
        assert!(
            entry(&feed, &uid(meeting.id, 1)).is_some(),
            "the last day counts"
        );
        instance.app.clock.move_to(moment("2026-11-22 23:00"));
        let feed = read(&instance, &path).await.ok();
        assert!(
            !feed.contains("VEVENT"),
            "it is the day after in Oslo: {feed}"
        );
    }
}

type Change = Box<dyn Fn(&mut Meeting)>;

#[actix_web::test]
async fn f16_f26_the_sequence_rises_with_each_change_that_shows_and_with_no_other() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board, &["2027-10-20"]);
        let mut owner = instance.signed_in(MEMBER).await;
        let path = press(&mut owner, "make").await.expect("it is shown");
        let to =
            |text: &'static str| move |meeting: &mut Meeting| meeting.sessions[0].day = day(text);
        let changes: [(&str, i64, Change); 8] = [
            ("as planned", 0, Box::new(|_| {})),
            ("moved", 1, Box::new(to("2027-10-27"))),
            ("moved to where it is", 1, Box::new(to("2027-10-27"))),
            ("moved back", 2, Box::new(to("2027-10-20"))),
            (
                "another room",
                3,
                Box::new(|meeting| meeting.place = "Oslo".to_owned()),
            ),
            (
                "another title",
                4,
                Box::new(|meeting| meeting.title = Words::new([("nb", "Strategi")])),
            ),
            (
                "filed",
                4,
                Box::new(|meeting| meeting.archive_reference = "26/1".to_owned()),
            ),
            (
                "cancelled",
                5,
                Box::new(|meeting| meeting.state = MeetingState::Cancelled),
            ),
        ];
        let mut tag = String::new();
        let mut last = -1;
        for (what, sequence, act) in changes {
            change(&instance, meeting.id, act);
            let answer = instance
                .browser()
                .get_with(&path, "if-none-match", &tag)
                .await;
            let is_new = sequence != last;
            assert_eq!(
                answer.status.as_u16(),
                if is_new { 200 } else { 304 },
                "{what}"
            );
            tag = answer.header("etag").to_owned();
            last = sequence;
            let feed = read(&instance, &path).await.ok();
            let lines = entry(&feed, &uid(meeting.id, 1)).expect("its uid stays");
            assert!(
                lines.contains(&format!("SEQUENCE:{sequence}")),
                "{what}: {lines:?}"
            );
            // F31: whatever else is changed, the video link stays.
            assert!(
                lines
                    .iter()
                    .any(|line| line.ends_with(":https://video.example/rom")),
                "{what}"
            );
        }
        let feed = read(&instance, &path).await.ok();
        let lines = entry(&feed, &uid(meeting.id, 1)).expect("a cancelled meeting stays (F27)");
        assert!(lines.contains(&"STATUS:CANCELLED".to_owned()));
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with("SUMMARY;") && line.contains(":Avlyst: "))
        );
    }
}

#[actix_web::test]
async fn an_invitation_names_the_same_entry_as_the_feed_and_its_reader() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board, &["2027-10-20", "2027-10-21"]);
        change(&instance, meeting.id, |meeting| {
            meeting.place = "Bergen".to_owned()
        });
        let mut owner = instance.signed_in(MEMBER).await;
        let path = press(&mut owner, "make").await.expect("it is shown");
        let feed = read(&instance, &path).await.ok();
        let base_url = instance.app.config.base_url.as_str();
        let read = instance.app.db.read_now(|conn| {
            let now = store::meeting(conn, meeting.id)?;
            let revision = store::calendar::revisions(conn, &[now.id])?[&now.id];
            let around = Around {
                board: &boards::board(conn, now.board)?,
                kinds: &store::around::kinds(conn)?,
                base_url,
                language: Language::EN,
                attendee: Some(CalendarUser {
                    name: "Ola Nordmann".to_owned(),
                    address: "ola@example.no".to_owned(),
                }),
                opens_page: true,
            };
            Ok(entries(&now, revision, &around))
        });
        let entries = read.expect("the entries are read");
        assert_eq!(entries.len(), 2);
        for invited in entries {
            let lines = entry(&feed, &invited.uid).expect("the feed has it");
            assert!(lines.contains(&format!("SEQUENCE:{}", invited.sequence)));
            assert!(invited.summary.contains("(day "), "{}", invited.summary);
            let attendee = invited.attendee.expect("the reader is invited");
            assert_eq!(
                (attendee.name.as_str(), attendee.address.as_str()),
                ("Ola Nordmann", "ola@example.no")
            );
        }
    }
}
