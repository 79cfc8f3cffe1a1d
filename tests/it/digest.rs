//! The weekly mail: one a person and week in place of single reminders, and nothing missed by it. On both engines.

mod year;

use crate::support::{Instance, instances, moment};
use chrono::Duration;
use diesel::prelude::*;
use styringsrad::audit::Actor;
use styringsrad::boards::store as boards;
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, MeetingId, OccasionId, PersonId};
use styringsrad::db::schema::{
    appointment, board, meeting, message, occasion, person, representation,
};
use styringsrad::db::types::Moment;
use styringsrad::demo;
use styringsrad::desk::rehearsal::{self, Wish};
use styringsrad::mail::{MessageState, OccasionState};
use styringsrad::meetings::{plan, store as meetings};
use styringsrad::web::access::Role;

/// A Wednesday; the demo's near meeting is on 16 December, the council's on 14 January.
const NOW: &str = "2026-11-25 12:00";
const SECRETARY: &str = "kari.nordbo@digdir.example";
/// Reads nynorsk, and sits on the board only.
const MEMBER: &str = "olav.myklebo@kartverket.example";

fn begun() -> Vec<Instance> {
    let instances = instances(NOW);
    for instance in &instances {
        assert!(demo::load(&instance.app).expect("the demo loads"));
    }
    instances
}

fn read<T>(instance: &Instance, work: impl Fn(&mut Conn) -> styringsrad::error::Result<T>) -> T {
    instance.app.db.read_now(work).expect("it is read")
}

fn write<T>(instance: &Instance, work: impl Fn(&mut Conn) -> styringsrad::error::Result<T>) -> T {
    instance.app.db.write_now(work).expect("it is written")
}

fn the_board(instance: &Instance) -> BoardId {
    read(instance, |conn| {
        let of = board::table.filter(board::parent_id.is_null());
        Ok(of.select(board::id).first(conn)?)
    })
}

fn id_of(instance: &Instance, address: &str) -> PersonId {
    read(instance, |conn| {
        let of = person::table.filter(person::address.eq(address));
        Ok(of.select(person::id).first(conn)?)
    })
}

/// Someone who sits on both boards.
fn on_both(instance: &Instance) -> String {
    read(instance, |conn| {
        let held: Vec<(String, BoardId)> = representation::table
            .inner_join(appointment::table)
            .inner_join(person::table)
            .filter(appointment::role.eq(Role::Member))
            .select((person::address.assume_not_null(), appointment::board_id))
            .load(conn)?;
        let twice = |one: &&(String, BoardId)| {
            held.iter()
                .any(|other| other.0 == one.0 && other.1 != one.1)
        };
        Ok(held
            .iter()
            .find(twice)
            .expect("the council has them")
            .0
            .clone())
    })
}

async fn chooses(instance: &Instance, address: &str, way: &str) {
    let mut browser = instance.signed_in(address).await;
    let answer = browser.post("/me/reminders", &[("reminders", way)]).await;
    assert!(answer.goes_to().starts_with("/me"));
}

async fn board_chooses(instance: &Instance, ticked: &str, weekday: &str, at: &str) {
    let of = the_board(instance);
    let version = read(instance, |conn| Ok(boards::board(conn, of)?.version)).to_string();
    let mut browser = instance.signed_in(SECRETARY).await;
    let fields = [
        ("version", version.as_str()),
        ("to-secretariat", ticked),
        ("weekday", weekday),
        ("at", at),
    ];
    let path = format!("/boards/{of}/reminders/weekly");
    let answer = browser.post(&path, &fields).await;
    answer.goes_to();
}

/// Works off everything that falls due up to and with `until`, each at its own moment.
fn play_until(instance: &Instance, until: &str) {
    let until = moment(until);
    instance.tick();
    while let Some(next) = next(instance).filter(|next| *next <= until) {
        instance.app.clock.move_to(next);
        instance.tick();
    }
    instance.app.clock.move_to(until);
    instance.tick();
}

fn next(instance: &Instance) -> Option<Moment> {
    read(instance, |conn| {
        // What waits on a board whose mail is off stays planned.
        let planned = occasion::table
            .filter(occasion::state.eq(OccasionState::Planned))
            .filter(occasion::due.gt(instance.now()));
        Ok(planned
            .select(diesel::dsl::min(occasion::due))
            .first(conn)?)
    })
}

/// Kind, subject and moment of every mail of these kinds to someone, in the order they were made.
fn told(instance: &Instance, address: &str) -> Vec<(String, String, Moment)> {
    let ours = the_board(instance);
    read(instance, |conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(message::address.eq(address))
            // Neither what the demo tells of its past and its council, nor of cases and action items, whose reminders go
            // singly.
            .filter(occasion::board_id.is_null().or(occasion::board_id.eq(ours)))
            .filter(message::created_at.ge(moment(NOW)))
            .filter(occasion::kind.not_like("case-%"))
            .filter(occasion::kind.not_like("action-%"))
            .order((message::created_at.asc(), message::id.asc()))
            .select((occasion::kind, message::subject, message::created_at))
            .load(conn)?)
    })
}

fn kinds(instance: &Instance, address: &str) -> Vec<String> {
    told(instance, address).into_iter().map(|it| it.0).collect()
}

/// The letter of someone's latest mail of a kind, as the plain text they read.
fn letter(instance: &Instance, address: &str, kind: &str) -> String {
    use styringsrad::mail::letter::{Letter, Links, plain};
    let (subject, body, language): (String, String, String) = read(instance, |conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(message::address.eq(address).and(occasion::kind.eq(kind)))
            .order(message::created_at.desc())
            .select((message::subject, message::body, message::language))
            .first(conn)?)
    });
    let parts = serde_json::from_str(&body).expect("a letter is JSON");
    let language = styringsrad::i18n::Language::from_tag(&language).expect("a language");
    let letter = Letter { subject, parts };
    format!(
        "{}\n\n{}",
        letter.subject,
        plain(&letter, Links::Hidden(language))
    )
}

/// The state of each occasion of one kind, with why.
fn states(instance: &Instance, kind: &str) -> Vec<(OccasionState, String)> {
    read(instance, |conn| {
        Ok(occasion::table
            .filter(occasion::kind.eq(kind))
            .order((occasion::due.asc(), occasion::id.asc()))
            .select((occasion::state, occasion::why))
            .load(conn)?)
    })
}

#[actix_web::test]
async fn someone_on_several_boards_gets_one_mail_a_week_and_no_single_ones_of_what_it_told() {
    for instance in begun() {
        let address = on_both(&instance);
        chooses(&instance, &address, "weekly").await;
        play_until(&instance, "2027-02-20 12:00");
        let told = told(&instance, &address);
        let weeks: Vec<String> = told
            .iter()
            .filter(|it| it.0 == "digest")
            .map(|it| it.2.utc().format("%G-W%V %a %H:%M").to_string())
            .collect();
        assert!(weeks.len() >= 4, "{told:#?}");
        assert!(
            weeks.iter().all(|week| week.ends_with("Mon 07:00")),
            "{weeks:?}"
        );
        let mut once = weeks.clone();
        once.dedup();
        assert_eq!(once, weeks);
        assert!(told.iter().all(|it| it.0 == "digest"), "{told:#?}");
        let both = told.iter().any(|it| it.1.contains("2 råd"));
        assert!(both, "one mail tells of both boards: {told:#?}");
        // Where there was nothing to say no mail went.
        let quiet = (OccasionState::Fulfilled, "nothing-to-tell".to_owned());
        assert!(states(&instance, "digest").contains(&quiet));
    }
}

#[actix_web::test]
async fn what_was_made_or_moved_after_the_weekly_mail_went_is_reminded_of_singly() {
    for instance in begun() {
        board_chooses(&instance, "yes", "1", "08:00").await;
        play_until(&instance, "2027-02-02 12:00");
        let before = told(&instance, SECRETARY).len();
        // On Tuesday the next meeting is moved so near that its papers are due on Friday.
        let second = read(&instance, |conn| {
            Ok(meeting::table
                .filter(meeting::board_id.eq(the_board(&instance)))
                .filter(meeting::first_day.gt(crate::support::day("2027-02-02")))
                .order(meeting::first_day.asc())
                .select(meeting::id)
                .first::<MeetingId>(conn)?)
        });
        let now = instance.now();
        write(&instance, |conn| {
            let mut changed = meetings::meeting(conn, second)?;
            changed.sessions[0].day = crate::support::day("2027-02-12");
            plan::save(conn, &changed, "meeting-moved", Actor::System, now)?;
            Ok(())
        });
        play_until(&instance, "2027-02-07 12:00");
        let after = told(&instance, SECRETARY).split_off(before);
        let dispatch = after.iter().filter(|it| it.0 == "deadline-dispatch");
        // One day before Friday the 5th; that it was not done by then is of Saturday, and moved to Monday.
        assert_eq!(dispatch.count(), 1, "{after:#?}");
        assert!(after.iter().all(|it| it.0 != "digest"));
        // On Monday the weekly mail tells it as late, and the repeats of that day do not go.
        play_until(&instance, "2027-02-09 12:00");
        let weekly = letter(&instance, SECRETARY, "digest");
        let late = "* Send ut sakspapirer til møtet i Styringsrådet 12. februar: fristen var fredag 5. februar";
        assert!(
            weekly.contains("Over fristen:\n* ") && weekly.contains(late),
            "{weekly}"
        );
        let single = told(&instance, SECRETARY).split_off(before);
        let dispatch = single.iter().filter(|it| it.0 == "deadline-dispatch");
        assert_eq!(dispatch.count(), 1, "{single:#?}");
        let told_together = (OccasionState::Fulfilled, "told-together".to_owned());
        assert!(states(&instance, "deadline-dispatch").contains(&told_together));
    }
}

#[actix_web::test]
async fn a_reminder_due_in_the_same_minute_as_the_weekly_mail_does_not_go_beside_it() {
    for instance in begun() {
        // Reminders go at nine; so does the mail, on the weekday of the first of them.
        let day = told_day_of_single(&instance);
        let weekday = day.utc().format("%u").to_string();
        board_chooses(&instance, "yes", &weekday, "09:00").await;
        instance.app.clock.move_to(day);
        instance.tick();
        assert!(kinds(&instance, SECRETARY).contains(&"digest".to_owned()));
        assert_eq!(kinds(&instance, SECRETARY).len(), 1);
    }
}

/// When the first reminder to the secretariat goes that the next weekly mail may speak for.
fn told_day_of_single(instance: &Instance) -> Moment {
    read(instance, |conn| {
        Ok(occasion::table
            .filter(occasion::board_id.eq(the_board(instance)))
            .filter(occasion::slot.like("before-%-secretariat"))
            .filter(occasion::due.gt(instance.now()))
            .order(occasion::due.asc())
            .select(occasion::due)
            .first(conn)?)
    })
}

#[actix_web::test]
async fn a_board_whose_mail_is_off_is_left_out() {
    for instance in begun() {
        chooses(&instance, MEMBER, "weekly").await;
        board_chooses(&instance, "yes", "1", "08:00").await;
        write(&instance, |conn| {
            Ok(diesel::update(board::table)
                .set(board::mail_on_from.eq(None::<Moment>))
                .execute(conn)?)
        });
        play_until(&instance, "2027-02-20 12:00");
        assert_eq!(told(&instance, MEMBER), []);
        assert_eq!(told(&instance, SECRETARY), []);
    }
}

#[actix_web::test]
async fn when_the_term_ends_so_does_the_weekly_mail() {
    for instance in begun() {
        chooses(&instance, MEMBER, "weekly").await;
        let who = id_of(&instance, MEMBER);
        write(&instance, |conn| {
            let theirs = representation::table.filter(representation::person_id.eq(who));
            let last = Some(crate::support::day("2026-12-01"));
            Ok(diesel::update(theirs)
                .set(representation::valid_until.eq(last))
                .execute(conn)?)
        });
        play_until(&instance, "2027-02-20 12:00");
        let told = told(&instance, MEMBER);
        let ended = moment("2026-12-01 00:00");
        assert!(told.iter().all(|it| it.2 < ended), "{told:?}");
        let planned = read(&instance, |conn| {
            let theirs = occasion::table.filter(occasion::object_id.eq(who.as_str()));
            let planned = theirs.filter(occasion::state.eq(OccasionState::Planned));
            Ok(planned.count().get_result::<i64>(conn)?)
        });
        assert_eq!(planned, 0, "nothing more is planned for them");
    }
}

#[actix_web::test]
async fn it_is_in_the_readers_language_and_names_no_title() {
    for instance in begun() {
        chooses(&instance, MEMBER, "weekly").await;
        board_chooses(&instance, "yes", "1", "08:00").await;
        write(&instance, |conn| {
            let title = styringsrad::db::types::Words::new([("nb", "Hemmelig tittel")]);
            Ok(diesel::update(meeting::table)
                .set(meeting::title.eq(title))
                .execute(conn)?)
        });
        play_until(&instance, "2026-12-15 12:00");
        let nynorsk = letter(&instance, MEMBER, "digest");
        let bokmaal = letter(&instance, SECRETARY, "digest");
        assert!(nynorsk.starts_with("Følg opp ") && nynorsk.contains("påminning"));
        assert!(nynorsk.contains("Å følgje opp:\n* "), "{nynorsk}");
        assert!(
            nynorsk
                .contains("Møte dei neste fire vekene:\n* Ordinært møte onsdag 16. desember 2026")
        );
        assert!(
            bokmaal
                .contains("Møter de neste fire ukene:\n* Ordinært møte onsdag 16. desember 2026")
        );
        for letter in [&nynorsk, &bokmaal] {
            assert!(!letter.contains("Hemmelig"), "{letter}");
            assert!(
                !letter.contains("digest-") && !letter.contains('{'),
                "{letter}"
            );
            let on_the_way = letter.matches("/meetings/").count();
            assert!(on_the_way >= 2, "every line has its link: {letter}");
        }
        let mails = instance.take_mails();
        let answered = mails.iter().filter(|mail| {
            mail.contains("samla i =C3=A9in e-post") || mail.contains("samla i éin")
        });
        let mut answered = answered.peekable();
        assert!(answered.peek().is_some());
        assert!(answered.all(|mail| mail.contains("Reply-To: styringsradet@digdir.example")));
    }
}

#[actix_web::test]
async fn whoever_goes_back_to_single_reminders_gets_them_from_then_on() {
    for instance in begun() {
        chooses(&instance, MEMBER, "weekly").await;
        // Monday's mail tells of the remarks due on 4 January; their single reminder is on the 18th, before Christmas.
        play_until(&instance, "2026-12-15 12:00");
        let before = told(&instance, MEMBER);
        assert_eq!(before.last().expect("it went").0, "digest");
        chooses(&instance, MEMBER, "singly").await;
        assert_eq!(next_weekly(&instance), None);
        play_until(&instance, "2027-01-08 12:00");
        let after = told(&instance, MEMBER).split_off(before.len());
        let kinds: Vec<&str> = after.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(kinds, ["deadline-remarks"]);
    }
}

#[actix_web::test]
async fn whoever_changes_their_mind_twice_in_a_week_is_told_neither_twice_nor_never() {
    for instance in begun() {
        chooses(&instance, MEMBER, "weekly").await;
        play_until(&instance, "2026-12-29 12:00");
        let before = told(&instance, MEMBER);
        chooses(&instance, MEMBER, "singly").await;
        chooses(&instance, MEMBER, "weekly").await;
        assert_eq!(next_weekly(&instance), Some(moment("2027-01-04 07:00")));
        play_until(&instance, "2027-01-03 12:00");
        assert_eq!(
            told(&instance, MEMBER),
            before,
            "Monday's mail still speaks for the week"
        );
    }
    for instance in begun() {
        // Chosen after Monday, so that no mail has told of the week: its reminders go singly.
        play_until(&instance, "2026-12-29 12:00");
        chooses(&instance, MEMBER, "weekly").await;
        play_until(&instance, "2027-01-03 12:00");
        assert_eq!(
            kinds(&instance, MEMBER).last().expect("it went"),
            "deadline-remarks"
        );
    }
}

fn next_weekly(instance: &Instance) -> Option<Moment> {
    read(instance, |conn| {
        let planned = occasion::table
            .filter(occasion::kind.eq("digest"))
            .filter(occasion::state.eq(OccasionState::Planned));
        Ok(planned
            .select(diesel::dsl::min(occasion::due))
            .first(conn)?)
    })
}

#[actix_web::test]
async fn a_weekly_mail_that_could_not_be_handed_over_speaks_for_nothing() {
    for instance in begun() {
        chooses(&instance, MEMBER, "weekly").await;
        play_until(&instance, "2026-12-15 12:00");
        assert_eq!(kinds(&instance, MEMBER).last().expect("it went"), "digest");
        write(&instance, |conn| {
            let theirs = message::table.filter(message::address.eq(MEMBER));
            Ok(diesel::update(theirs)
                .set(message::state.eq(MessageState::Dead))
                .execute(conn)?)
        });
        play_until(&instance, "2026-12-19 12:00");
        assert_eq!(
            kinds(&instance, MEMBER).last().expect("it went"),
            "deadline-remarks"
        );
    }
}

#[actix_web::test]
async fn f14_the_ledger_says_that_the_weekly_mail_told_it() {
    for instance in begun() {
        chooses(&instance, MEMBER, "weekly").await;
        board_chooses(&instance, "yes", "1", "08:00").await;
        play_until(&instance, "2027-01-08 12:00");
        let mut secretary = instance.signed_in(SECRETARY).await;
        let who = id_of(&instance, MEMBER);
        let page = secretary.get(&format!("/ledger/people/{who}")).await.ok();
        assert!(
            page.contains("Olav Myklebø får påminnelsene samlet, og fikk vite om dette i den ukentlige e-posten."),
            "{page}"
        );
        let quiet: OccasionId = read(&instance, |conn| {
            let quiet = occasion::table.filter(occasion::why.eq("told-together"));
            Ok(quiet.select(occasion::id).first(conn)?)
        });
        let page = secretary
            .get(&format!("/ledger/occasions/{quiet}"))
            .await
            .ok();
        assert!(page.contains("I ukens e-post"), "{page}");
        assert!(
            page.contains("hadde alt lest om det i den ukentlige e-posten"),
            "{page}"
        );
        // The mail itself may be of several boards, so that no one board's secretariat reads it.
        let weekly: OccasionId = read(&instance, |conn| {
            let weekly = occasion::table.filter(occasion::object_id.eq(who.as_str()));
            Ok(weekly.select(occasion::id).first(conn)?)
        });
        secretary
            .get(&format!("/ledger/occasions/{weekly}"))
            .await
            .is(404);
    }
}

#[actix_web::test]
async fn a_rehearsal_shows_the_weekly_mails_of_the_boards_it_is_of() {
    for instance in begun() {
        board_chooses(&instance, "yes", "1", "08:00").await;
        let now = instance.now();
        let of = |board: BoardId| Wish {
            boards: Some(vec![board]),
            from: now,
            until: now + Duration::days(365),
            nobody_acts: true,
        };
        let board = the_board(&instance);
        let told = rehearsal::rehearse(&instance.app.office, &of(board)).expect("it plays");
        let weekly: Vec<_> = told.iter().filter(|it| it.kind == "digest").collect();
        assert!(weekly.len() > 10, "{told:#?}");
        assert!(
            weekly
                .iter()
                .all(|it| it.due.is_none() && it.board.is_empty())
        );
        assert!(weekly.iter().any(|it| it.recipient == SECRETARY));
        let single = told
            .iter()
            .filter(|it| it.recipient == SECRETARY && it.kind != "digest")
            .filter(|it| !it.kind.starts_with("case-") && !it.kind.starts_with("action-"));
        let single: Vec<&str> = single.map(|it| it.at.as_str()).collect();
        let before_the_first = ["2026-11-27T09:00:00+01:00"];
        assert_eq!(
            single, before_the_first,
            "what falls due before Monday goes singly"
        );
        assert!(
            told.iter().any(|it| it.recipient == MEMBER),
            "members' go singly"
        );
        assert!(
            told.iter()
                .all(|it| it.recipient != MEMBER || it.kind != "digest")
        );
    }
}

#[actix_web::test]
async fn f16_two_who_choose_for_the_board_at_once_overwrite_nothing() {
    for instance in begun() {
        let of = the_board(&instance);
        let mut browser = instance.signed_in(SECRETARY).await;
        let page = browser.get(&format!("/boards/{of}/reminders")).await.ok();
        assert!(page.contains("Én e-post i uken"));
        board_chooses(&instance, "yes", "2", "07:30").await;
        let path = format!("/boards/{of}/reminders/weekly");
        let fields = |at| {
            [
                ("version", "1"),
                ("to-secretariat", "yes"),
                ("weekday", "5"),
                ("at", at),
            ]
        };
        let stale = browser.post(&path, &fields("06:15")).await.is(409);
        assert!(stale.contains("value=\"06:15\""), "what was typed stands");
        let wrong = browser.post(&path, &fields("quarter past")).await.is(422);
        assert!(wrong.contains("id=\"at-mistake\""), "{wrong}");
        let chosen = read(&instance, |conn| Ok(boards::board(conn, of)?.weekly_mail));
        assert!(chosen.to_secretariat);
        assert_eq!(chosen.at.format("%H:%M").to_string(), "07:30");
        let mine = browser.get("/me").await.ok();
        assert!(
            mine.contains("får du én e-post i uken, tirsdag kl.\u{a0}07.30"),
            "{mine}"
        );
    }
}

#[actix_web::test]
async fn a_secretariat_is_told_that_its_board_chooses_and_a_member_that_they_do() {
    for instance in begun() {
        let mut member = instance.signed_in(MEMBER).await;
        let page = member.get("/me").await.ok();
        assert!(page.contains("Slik vil eg ha påminningane"), "{page}");
        chooses(&instance, MEMBER, "weekly").await;
        let page = member.get("/me").await.ok();
        assert!(
            page.contains("<option value=\"weekly\" selected>"),
            "{page}"
        );
        assert!(
            page.contains("30. november"),
            "the next one is told: {page}"
        );
        let mut secretary = instance.signed_in(SECRETARY).await;
        let page = secretary.get("/me").await.ok();
        assert!(!page.contains("name=\"reminders\""), "{page}");
        assert!(page.contains("Som sekretariat for"), "{page}");
        member
            .post("/me/reminders", &[("reminders", "never")])
            .await
            .is(404);
    }
}
