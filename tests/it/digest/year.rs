//! A whole year, lived twice on copies of the same data: once on single reminders, once on weekly mails. Whoever reads
//! weekly mails is told of everything that their twin is told of, never later, and of nothing twice.

use super::NOW;
use crate::support::{Instance, folder, moment, sqlite};
use chrono::{Datelike, Days, Duration, NaiveDate};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use styringsrad::audit::Actor;
use styringsrad::clock::Clock;
use styringsrad::db::copy;
use styringsrad::db::ids::{BoardId, MeetingId, OccasionId, PersonId};
use styringsrad::db::schema::{board, digest_thing, meeting, message, occasion, person, reply};
use styringsrad::db::types::Moment;
use styringsrad::demo;
use styringsrad::desk::store::rehearsal as rows;
use styringsrad::mail::Class;
use styringsrad::mail::bell::Bell;
use styringsrad::mail::pass::PostOffice;
use styringsrad::mail::transport::Carrier;
use styringsrad::meetings::{plan, store as meetings};

const END: &str = "2027-11-25 12:00";

/// A reader and a thing that they are told of.
type Told = (PersonId, (String, String, NaiveDate));

/// Everything that happens in a life: whether people do their part, and how often a meeting is moved.
#[derive(Clone, Copy, Debug)]
struct Life {
    everyone_acts: bool,
    /// A meeting is moved every so often.
    moves_every: Duration,
}

/// A copy of the instance, and a post office over it.
fn copied(instance: &Instance, into: &Path, name: &str) -> PostOffice {
    let mut office = instance.app.office.clone();
    office.db = copy::copy(office.db.database(), &into.join(name)).expect("it is copied");
    office.clock = Clock::standing_at(moment(NOW));
    office.bell = Bell::default();
    office
}

/// Everyone reads weekly mails: each board's secretariat on its own weekday.
fn all_weekly(office: &PostOffice) {
    let done = office.db.write_now(|conn| {
        diesel::update(person::table)
            .set(person::weekly_mail.eq(true))
            .execute(conn)?;
        let boards: Vec<BoardId> = board::table.select(board::id).load(conn)?;
        for (weekday, of) in (1_i64..).step_by(3).zip(boards) {
            diesel::update(board::table.find(of))
                .set((
                    board::weekly_mail.eq(true),
                    board::weekly_mail_weekday.eq(weekday),
                ))
                .execute(conn)?;
            office.tables.replan(conn, of, moment(NOW))?;
        }
        Ok(())
    });
    done.expect("they choose");
}

fn live(office: &PostOffice, life: Life) {
    let (mut at, until) = (moment(NOW), moment(END));
    // Moved at moments of their own, so that both lives are moved alike whatever mail goes in them.
    let mut moves = at + life.moves_every;
    while at < until {
        office.clock.move_to(at);
        if at >= moves {
            moves = moves + life.moves_every;
            move_a_meeting(office, at.utc().date_naive(), at);
        }
        if life.everyone_acts {
            act(office, at);
        }
        let worked = office.work(&mut Carrier::Memory(Arc::default()));
        worked.expect("the pass ends");
        let next = office
            .db
            .read_now(|conn| rows::next(conn, at, life.everyone_acts));
        at = next
            .expect("it is read")
            .map_or(moves, |next| next.min(moves));
    }
}

fn act(office: &PostOffice, at: Moment) {
    let done = office.db.write_now(|conn| {
        (office.tables.acts.iter()).try_for_each(|act| act(conn, at))?;
        for of in rows::mark_done(conn, at)? {
            office.tables.replan(conn, of, at)?;
        }
        Ok(())
    });
    done.expect("they do their part");
}

/// The next meeting that is some weeks away is moved a few days: what it asks for is made anew in the middle of a week.
/// Which, and how far, depends on the date alone, so that both lives are moved alike.
fn move_a_meeting(office: &PostOffice, today: NaiveDate, now: Moment) {
    let by = i64::from(today.day() % 9) - 4;
    let done = office.db.write_now(|conn| {
        let found: Vec<(MeetingId, NaiveDate)> = meeting::table
            .filter(meeting::first_day.gt(today + Days::new(12)))
            .filter(meeting::kind.eq("ordinary"))
            .order((meeting::first_day.asc(), meeting::id.asc()))
            .select((meeting::id, meeting::first_day))
            .load(conn)?;
        let Some((id, first)) = found.first() else {
            return Ok(());
        };
        let mut changed = meetings::meeting(conn, *id)?;
        changed.sessions[0].day = *first + Duration::days(by);
        plan::save(conn, &changed, "meeting-moved", Actor::System, now)?;
        Ok(())
    });
    done.expect("it is moved");
}

/// A thing that both lives know. Each life makes its councils' next reports itself, with ids of their own.
fn thing(kind: String, object: String, day: NaiveDate) -> (String, String, NaiveDate) {
    let is_made = kind == "council-report";
    (kind, if is_made { String::new() } else { object }, day)
}

/// When each reader was first told of each thing by a single reminder.
fn told_singly(office: &PostOffice) -> BTreeMap<Told, Moment> {
    type Row = (Option<PersonId>, String, String, Option<NaiveDate>, Moment);
    let rows: Vec<Row> = read_singles(office)
        .into_iter()
        .map(|(_, person, kind, object, day, at)| (person, kind, object, day, at))
        .collect();
    let mut told = BTreeMap::new();
    for (person, kind, object, day, at) in rows {
        let (Some(person), Some(day)) = (person, day) else {
            continue;
        };
        told.entry((person, thing(kind, object, day))).or_insert(at);
    }
    told
}

type Single = (
    OccasionId,
    Option<PersonId>,
    String,
    String,
    Option<NaiveDate>,
    Moment,
);

/// Every single reminder that went, the oldest first.
fn read_singles(office: &PostOffice) -> Vec<Single> {
    let by_itself = office
        .tables
        .kinds
        .iter()
        .filter(|kind| kind.class == Class::ByItself);
    let by_itself: Vec<&str> = by_itself
        .map(|kind| kind.code)
        .filter(|code| *code != "digest")
        .collect();
    let read = office.db.read_now(|conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(occasion::kind.eq_any(&by_itself))
            .order((message::created_at.asc(), message::id.asc()))
            .select((
                occasion::id,
                message::person_id,
                occasion::kind,
                occasion::object_id,
                occasion::about_day,
                message::created_at,
            ))
            .load(conn)?)
    });
    read.expect("it is read")
}

type Weekly = (PersonId, String, String, NaiveDate, Moment, Moment, Moment);

/// Everything that a weekly mail told of: whom, what, when, and from when until when it speaks for it.
fn read_weekly(office: &PostOffice) -> Vec<Weekly> {
    let read = office.db.read_now(|conn| {
        Ok(digest_thing::table
            .inner_join(occasion::table)
            .order(occasion::due.asc())
            .select((
                digest_thing::person_id,
                digest_thing::kind,
                digest_thing::object_id,
                digest_thing::about_day,
                occasion::settled_at.assume_not_null(),
                occasion::due,
                occasion::expires,
            ))
            .load(conn)?)
    });
    read.expect("it is read")
}

/// No later, whatever their twin was told of.
fn is_no_later(twin: &PostOffice, reader: &PostOffice, life: Life) {
    let mut told = told_singly(reader);
    for (person, kind, object, day, at, ..) in read_weekly(reader) {
        let first = told.entry((person, thing(kind, object, day))).or_insert(at);
        *first = at.min(*first);
    }
    let twins = told_singly(twin);
    assert!(
        twins.len() > 100,
        "{life:?}: the twins are told of something"
    );
    for (what, at) in twins {
        let readers = told.get(&what);
        assert!(
            readers.is_some_and(|readers| *readers <= at),
            "{life:?}: {what:?} was told the twin at {at}, and the reader at {readers:?}"
        );
    }
}

/// No single reminder beside a weekly mail that spoke for it, and one weekly mail a person and week.
fn is_not_told_twice(reader: &PostOffice, life: Life) {
    let weekly = read_weekly(reader);
    assert!(
        weekly.len() > 100,
        "{life:?}: the weekly mails tell of something"
    );
    for (_, person, kind, object, day, at) in read_singles(reader) {
        let spoke = weekly.iter().find(|told| {
            (Some(told.0), &told.1, &told.2, Some(told.3)) == (person, &kind, &object, day)
                && (told.5..told.6).contains(&at)
        });
        assert!(
            spoke.is_none(),
            "{life:?}: {kind} went at {at} beside {spoke:?}"
        );
    }
    let sent: Vec<(Option<PersonId>, Moment)> = reader
        .db
        .read_now(|conn| {
            Ok(message::table
                .inner_join(occasion::table)
                .filter(occasion::kind.eq("digest"))
                .select((message::person_id, message::created_at))
                .load(conn)?)
        })
        .expect("it is read");
    let weeks: BTreeSet<_> = sent
        .iter()
        .map(|(person, at)| (*person, at.utc().format("%G-W%V").to_string()))
        .collect();
    assert_eq!(weeks.len(), sent.len(), "{life:?}: one a person and week");
}

/// The copies are SQLite's whatever they are made of, so one engine is lived through.
fn live_twice(everyone_acts: bool, moves_every: Duration) {
    let instance = sqlite(NOW);
    assert!(demo::load(&instance.app).expect("the demo loads"));
    // Whoever has answered already is reminded of nothing: nobody has.
    let cleared = |conn: &mut _| Ok(diesel::delete(reply::table).execute(conn)?);
    instance
        .app
        .db
        .write_now(cleared)
        .expect("nobody has answered");
    let life = Life {
        everyone_acts,
        moves_every,
    };
    let into = folder();
    let twin = copied(&instance, &into, "twin.db");
    let reader = copied(&instance, &into, "reader.db");
    all_weekly(&reader);
    live(&twin, life);
    live(&reader, life);
    is_no_later(&twin, &reader, life);
    is_not_told_twice(&reader, life);
    std::fs::remove_dir_all(into).ok();
}

#[test]
fn a_reader_of_weekly_mails_is_told_of_all_that_a_twin_on_single_ones_is_and_never_later() {
    live_twice(true, Duration::hours(6 * 24 + 5));
}

#[test]
fn so_it_is_where_nobody_acts_and_everything_is_late() {
    live_twice(false, Duration::hours(8 * 24 + 7));
}
