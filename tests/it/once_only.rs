//! Once only: two years of mail on a simulated clock, with outages, double passes, three workers, a server that says
//! not now or hangs up, and crashes at every named point. Covers F01–F07 and F09.

use crate::sink::{Arrival, Mood, Sink};
use crate::support::{Instance, instances, sqlite};
use chrono::Duration;
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use styringsrad::db::Conn;
use styringsrad::db::ids::{MessageId, RowId};
use styringsrad::db::schema::{board, message, occasion};
use styringsrad::db::types::Moment;
use styringsrad::error::Result;
use styringsrad::i18n::Language;
use styringsrad::mail::bell::Bell;
use styringsrad::mail::delivery::CLAIM;
use styringsrad::mail::ledger::{AtOnce, Key, Scope, Wanted, reconcile, tell_at_once};
use styringsrad::mail::pass::{Point, PostOffice};
use styringsrad::mail::transport::Carrier;
use styringsrad::mail::{
    Answer, Class, Desk, Kind, Letter, Mail, MessageState, Occasion, OccasionState, Part,
    Recipient, Tables,
};

const WORKERS: usize = 3;
const CASES: u32 = 5;

/// One reminder of the two years.
#[derive(Clone, Debug)]
struct Plan {
    /// Minutes after the start.
    due: i64,
    /// Minutes from due to expiry.
    lives: i64,
    people: usize,
}

/// Both ends in minutes after the start.
#[derive(Clone, Copy, Debug)]
struct Outage {
    from: i64,
    until: i64,
    mood: Option<Mood>,
}

fn plans() -> impl Strategy<Value = Vec<Plan>> {
    let minutes = 2 * 365 * 24 * 60_i64;
    let plan = (0..minutes, 60..14_400_i64, 1..4_usize);
    proptest::collection::vec(
        plan.prop_map(|(due, lives, people)| Plan { due, lives, people }),
        20..60,
    )
}

/// Outages that begin around the moment at which something falls due: elsewhere they would harm nobody.
fn outages() -> impl Strategy<Value = Vec<(usize, Outage)>> {
    let mood = prop_oneof![
        1 => Just(None),
        2 => Just(Some(Mood::NotNow)),
        1 => Just(Some(Mood::HangsUp))
    ];
    let outage = (0..60_usize, -30..30_i64, 10..1_500_i64, mood);
    proptest::collection::vec(
        outage.prop_map(|(which, from, long, mood)| {
            let until = from + long;
            (which, Outage { from, until, mood })
        }),
        5..20,
    )
}

/// The outages on the test's own clock.
fn around(plans: &[Plan], outages: &[(usize, Outage)]) -> Vec<Outage> {
    let placed = outages.iter().map(|(which, outage)| {
        let due = plans[which % plans.len()].due;
        Outage {
            from: due + outage.from,
            until: due + outage.until,
            mood: outage.mood,
        }
    });
    placed.collect()
}

/// The number of people stands in the slot, so that the answer needs no table of its own.
fn answer(_: &mut Conn, due: &Occasion, _: &Desk<'_>) -> Result<Answer> {
    if due.slot == "poison" {
        return Err(anyhow::anyhow!("this letter cannot be written").into());
    }
    let people: usize = due.slot.parse().map_err(anyhow::Error::from)?;
    let mail = |number: usize| letter_to(&format!("p{number}-{}@example.no", due.object_id));
    Ok(Answer::Tell((0..people).map(mail).collect()))
}

fn letter_to(address: &str) -> Mail {
    Mail {
        to: Recipient::address("", address.to_owned(), Language::NB),
        letter: Letter {
            subject: "Send ut sakspapirene".into(),
            parts: vec![Part::Paragraph("Hei".into())],
        },
        reply_to: "board@example.no".into(),
    }
}

fn tables() -> Tables {
    Tables {
        kinds: vec![Kind {
            code: "test",
            class: Class::ByItself,
            answer,
            after: None,
        }],
        planners: Vec::new(),
        acts: Vec::new(),
        ..Tables::default()
    }
}

fn plan(instance: &Instance, plan: &Plan) -> (String, Moment, Moment) {
    let object = RowId::new().to_string();
    let now = instance.now();
    let due = now + Duration::minutes(plan.due);
    let expires = due + Duration::minutes(plan.lives);
    let wanted = Wanted {
        key: Key {
            kind: "test",
            object_id: object.clone(),
            slot: plan.people.to_string(),
        },
        object_kind: "test",
        about_day: due.utc().date_naive(),
        deadline: Some(due),
        due,
        expires,
    };
    let scope = Scope {
        board: None,
        object_id: &object,
        kinds: &["test"],
    };
    let planned = instance
        .app
        .db
        .write_now(|conn| reconcile(conn, scope, &[], std::slice::from_ref(&wanted), now));
    planned.expect("the occasion is planned");
    (object, due, expires)
}

/// Lets workers die now and then, and counts where.
#[derive(Default)]
struct Fates {
    state: AtomicU64,
    deaths: Mutex<BTreeMap<Point, usize>>,
}

impl Fates {
    /// A worker dies at about every fortieth point it passes (a linear congruential generator; fixed per case).
    fn decide(&self, point: Point) -> bool {
        let step = |state: u64| {
            Some(
                state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407),
            )
        };
        let drawn = self
            .state
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, step)
            .unwrap_or_default();
        let dies = (drawn >> 33).is_multiple_of(40);
        if dies {
            *self
                .deaths
                .lock()
                .expect("nobody panics here")
                .entry(point)
                .or_default() += 1;
        }
        dies
    }

    fn deaths(&self, point: Point) -> usize {
        self.deaths
            .lock()
            .expect("nobody panics here")
            .get(&point)
            .copied()
            .unwrap_or_default()
    }
}

/// When anything is to be done next.
fn next_event(instance: &Instance) -> Option<Moment> {
    let found = instance.app.db.read_now(|conn| {
        let due: Option<Moment> = occasion::table
            .filter(occasion::state.eq(OccasionState::Planned))
            .select(diesel::dsl::min(occasion::due))
            .first(conn)?;
        let sent: Option<Moment> = message::table
            .filter(message::state.eq_any([MessageState::Queued, MessageState::Claimed]))
            .select(diesel::dsl::min(message::not_before))
            .first(conn)?;
        Ok([due, sent].into_iter().flatten().min())
    });
    found.expect("the ledger can be read")
}

/// Three workers at once, each with a connection of its own; those that died leave theirs behind. Whether all of them
/// came to the end of their work.
fn work(offices: &[PostOffice], sink: &Sink) -> bool {
    std::thread::scope(|scope| {
        let start = |office: &'_ PostOffice| {
            let (office, address) = (office.clone(), sink.address());
            // A pass that found the process dead, or the database busy, is simply followed by the next.
            scope.spawn(move || office.work(&mut Carrier::to(&address)).is_ok())
        };
        let workers: Vec<_> = offices.iter().map(start).collect();
        let ended = workers.into_iter().map(|worker| worker.join());
        let lived: Vec<bool> = ended.map(|one| one.expect("no worker panics")).collect();
        lived.into_iter().all(|lived| lived)
    })
}

/// What the log tells of one moment at which the workers worked.
#[derive(Clone, Copy, Debug)]
struct Round {
    at: Moment,
    /// The server took mail.
    is_up: bool,
    /// No worker died on the way.
    all_lived: bool,
}

struct Run {
    arrivals: Vec<Arrival>,
    rounds: Vec<Round>,
    fates: Arc<Fates>,
}

impl Run {
    /// The first round in which what was due then must have gone: the server took mail, every worker came to the end,
    /// and nothing could be held back, because for as long as a claim holds (no mail is put off for longer) no worker
    /// had died and the server had taken everything.
    fn first_sure(&self, from: Moment, until: Moment) -> Option<Moment> {
        let is_good = |round: &Round| round.is_up && round.all_lived;
        let sure = self.rounds.iter().enumerate().find(|(place, round)| {
            let lately = self.rounds[..*place].iter().rev();
            (from..until).contains(&round.at)
                && is_good(round)
                && lately
                    .take_while(|before| round.at - before.at < CLAIM)
                    .all(is_good)
        });
        sure.map(|(_, round)| round.at)
    }

    fn was_up(&self, at: Moment) -> bool {
        let mut rounds = self.rounds.iter();
        rounds.any(|round| round.is_up && round.at == at)
    }

    /// How many rounds the server took nothing in.
    fn refused_rounds(&self, from: Moment, until: Moment) -> usize {
        let mut found = self
            .rounds
            .iter()
            .filter(|round| !round.is_up)
            .collect::<Vec<_>>();
        found.retain(|round| (from..until).contains(&round.at));
        found.len()
    }
}

/// The workers of an instance, who die now and then.
fn mortals(instance: &Instance, tables: &Arc<Tables>, fates: &Arc<Fates>) -> Vec<PostOffice> {
    let mortal = |number: usize| {
        let mut office = instance.app.office.clone();
        let fates = Arc::clone(fates);
        office.tables = Arc::clone(tables);
        office.worker = format!("worker-{number}");
        office.fate = Some(Arc::new(move |point| fates.decide(point)));
        office
    };
    (0..WORKERS).map(mortal).collect()
}

/// Plays what is planned until `end`, with these outages; `seed` says who dies where.
fn rehearse(
    instance: &Instance,
    tables: &Arc<Tables>,
    outages: &[Outage],
    seed: u64,
    end: Moment,
) -> Run {
    let sink = Sink::start(instance.app.clock.clone());
    let fates = Arc::new(Fates {
        state: AtomicU64::new(seed),
        ..Fates::default()
    });
    let offices = mortals(instance, tables, &fates);
    let start = instance.now();
    let mut rounds: Vec<Round> = Vec::new();

    while let Some(next) = next_event(instance).filter(|next| *next < end) {
        assert!(rounds.len() < 20_000, "the ledger never comes to rest");
        // The clock moves to the event, or by a minute where the event waits for a lease that a dead worker holds.
        let now = next.max(instance.now() + Duration::minutes(1));
        instance.app.clock.move_to(now);
        let minute = (now - start).num_minutes();
        let outage = outages
            .iter()
            .find(|outage| (outage.from..outage.until).contains(&minute));
        let mood = match outage {
            Some(Outage {
                mood: None, until, ..
            }) => {
                let over = start + Duration::minutes(*until);
                instance.app.clock.move_to(over);
                continue;
            }
            Some(Outage {
                mood: Some(mood), ..
            }) => *mood,
            None => Mood::Takes,
        };
        sink.feel(mood);
        // A double pass now and then: the second finds nothing of the first's.
        let turns = 1 + usize::from(rounds.len().is_multiple_of(5));
        let all_lived = (0..turns).fold(true, |all, _| work(&offices, &sink) && all);
        rounds.push(Round {
            at: now,
            is_up: mood == Mood::Takes,
            all_lived,
        });
    }
    let arrivals = sink.arrivals.lock().expect("no connection panics").clone();
    Run {
        arrivals,
        rounds,
        fates,
    }
}

/// What came twice did so because a worker died between the server's 250 and the settling.
fn repeats_are_explained(run: &Run) -> Result<(), TestCaseError> {
    let ids: BTreeSet<&str> = (run.arrivals.iter())
        .map(|arrival| arrival.message_id.as_str())
        .collect();
    let repeats = run.arrivals.len() - ids.len();
    let deaths = run.fates.deaths(Point::Accepted);
    prop_assert!(repeats <= deaths, "{repeats} repeats, {deaths} deaths");
    Ok(())
}

/// Whom the log lets judge: how many were to be told, and how many of them had a round in which they must have been.
#[derive(Debug, Default)]
struct Judged {
    people: usize,
    sure: usize,
}

/// What the ledger promises, held against what arrived.
fn judge(
    instance: &Instance,
    planned: &[(Plan, String, Moment, Moment)],
    run: &Run,
    judged: &mut Judged,
) -> Result<(), TestCaseError> {
    let mut by_recipient: BTreeMap<&str, Vec<&Arrival>> = BTreeMap::new();
    for arrival in &run.arrivals {
        by_recipient.entry(&arrival.to).or_default().push(arrival);
    }
    repeats_are_explained(run)?;
    let given_up = given_up(instance);
    for (plan, object, due, expires) in planned {
        for number in 0..plan.people {
            let to = format!("p{number}-{object}@example.no");
            let arrived = by_recipient.get(to.as_str()).map_or(&[][..], Vec::as_slice);
            judged.people += 1;
            judged.sure += usize::from(run.first_sure(*due, *expires).is_some());
            judge_one(run, &to, arrived, (*due, *expires), &given_up)?;
        }
    }
    let left: i64 = instance
        .app
        .db
        .read_now(|conn| {
            let open = message::table
                .filter(message::state.eq_any([MessageState::Queued, MessageState::Claimed]));
            Ok(open.count().get_result(conn)?)
        })
        .map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(left, 0);
    Ok(())
}

/// After so many temporary refusals a message is a dead letter.
const REFUSALS: i64 = 50;

/// Whom the server has put off too often: their mail waits for a person.
fn given_up(instance: &Instance) -> BTreeSet<String> {
    let found = instance.app.db.read_now(|conn| {
        Ok(message::table
            .filter(message::state.eq(MessageState::Dead))
            .filter(message::attempts.ge(REFUSALS))
            .select(message::address)
            .load(conn)?)
    });
    let found: Vec<String> = found.expect("the ledger can be read");
    found.into_iter().collect()
}

/// One person and one occasion: told once, not before it is due, not after its expiry, and at the latest in the first
/// round in which nothing could hold it up.
fn judge_one(
    run: &Run,
    to: &str,
    arrived: &[&Arrival],
    (due, expires): (Moment, Moment),
    given_up: &BTreeSet<String>,
) -> Result<(), TestCaseError> {
    let ids: BTreeSet<&str> = arrived
        .iter()
        .map(|arrival| arrival.message_id.as_str())
        .collect();
    prop_assert!(ids.len() <= 1, "{to} got two Message-IDs: {ids:?}");
    for arrival in arrived {
        prop_assert!(arrival.at < expires, "{to} was told after expiry");
        prop_assert!(arrival.at >= due, "{to} was told too early");
        prop_assert!(run.was_up(arrival.at), "{to} was told while all was down");
    }
    let sure = run.first_sure(due, expires);
    match (arrived.first(), sure) {
        (Some(arrival), Some(sure)) => {
            prop_assert!(
                arrival.at <= sure,
                "{to} was told {}, not {sure}",
                arrival.at
            );
        }
        (None, Some(_)) if given_up.contains(to) => {
            let refused = run.refused_rounds(due, expires);
            prop_assert!(refused >= 25, "{to} was given up after {refused} rounds");
        }
        (None, Some(sure)) => prop_assert!(false, "{to} was never told, not even {sure}"),
        (_, None) => {}
    }
    Ok(())
}

/// All that is planned within two years has an end before this.
fn the_end(instance: &Instance) -> Moment {
    instance.now() + Duration::days(4 * 365)
}

#[test]
fn each_person_is_told_of_each_occasion_once_and_in_time() {
    let deaths: Mutex<BTreeMap<Point, usize>> = Mutex::default();
    let judged: Mutex<Judged> = Mutex::default();
    let mut runner = TestRunner::new(Config {
        cases: CASES,
        rng_seed: RngSeed::Fixed(20_260_522),
        failure_persistence: None,
        max_shrink_iters: 8,
        ..Config::default()
    });
    let outcome = runner.run(
        &(plans(), outages(), any::<u64>()),
        |(plans, outages, seed)| {
            for instance in instances("2026-01-05 07:00") {
                let planned: Vec<_> = plans
                    .iter()
                    .map(|one| {
                        let (object, due, expires) = plan(&instance, one);
                        (one.clone(), object, due, expires)
                    })
                    .collect();
                let of_the_test = Arc::new(tables());
                let end = the_end(&instance);
                let outages = around(&plans, &outages);
                let run = rehearse(&instance, &of_the_test, &outages, seed, end);
                let mut judged = judged.lock().expect("nobody panics here");
                judge(&instance, &planned, &run, &mut judged)?;
                for point in Point::ALL {
                    *deaths
                        .lock()
                        .expect("nobody panics here")
                        .entry(point)
                        .or_default() += run.fates.deaths(point);
                }
                let counts = instance.app.db.counts();
                let (writes, retries) = (
                    counts.writes.load(Ordering::Relaxed),
                    counts.retries.load(Ordering::Relaxed),
                );
                prop_assert!(
                    retries * 20 <= writes,
                    "{retries} of {writes} writes were tried again"
                );
            }
            Ok(())
        },
    );
    outcome.expect("the ledger keeps its promise");
    let judged = judged.into_inner().expect("nobody panics here");
    assert!(
        judged.sure * 10 >= judged.people * 7,
        "too few could be judged: {judged:?}"
    );
    let deaths = deaths.into_inner().expect("nobody panics here");
    for point in Point::ALL {
        assert!(
            deaths.get(&point).is_some_and(|count| *count > 0),
            "no worker ever died at {point:?}"
        );
    }
}

/// The demo with every board's mail switched on, so that all its real kinds go out, with their repeats.
fn demo_with_mail_on(instance: &Instance) {
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    let now = instance.now();
    let switched = instance.app.db.write_now(|conn| {
        Ok(diesel::update(board::table)
            .set(board::mail_on_from.eq(now))
            .execute(conn)?)
    });
    switched.expect("the mail is on");
}

/// Everything that was handed over: kind, which reminder, what time it is about, to whom, and what stands above it.
type Told = (String, String, i64, Option<Moment>, String, String);

fn told(instance: &Instance) -> Vec<Told> {
    let found = instance.app.db.read_now(|conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(message::state.eq(MessageState::HandedOver))
            .select((
                occasion::kind,
                occasion::slot,
                occasion::occurrence,
                occasion::deadline,
                message::address,
                message::subject,
            ))
            .load(conn)?)
    });
    let mut found: Vec<Told> = found.expect("the ledger can be read");
    found.sort();
    found
}

/// Nobody acts for a year, so that what is overdue is told again and again.
#[test]
fn with_dying_workers_the_demo_tells_everyone_what_it_tells_with_living_ones() {
    const SEED: u64 = 1_814;
    let start = "2026-11-22 08:00";
    let calm = sqlite(start);
    demo_with_mail_on(&calm);
    let end = calm.now() + Duration::days(365);
    while let Some(next) = next_event(&calm).filter(|next| *next < end) {
        calm.app.clock.move_to(next.max(calm.now()));
        calm.tick();
    }
    let wanted = told(&calm);
    let repeats = wanted.iter().filter(|one| one.1.starts_with("overdue-"));
    assert!(
        wanted.len() > 200 && repeats.count() > 50,
        "{}",
        wanted.len()
    );

    for instance in instances(start) {
        demo_with_mail_on(&instance);
        let run = rehearse(&instance, &instance.app.office.tables, &[], SEED, end);
        repeats_are_explained(&run).expect("repeats are explained");
        assert!(
            run.fates.deaths(Point::Accepted) > 0,
            "some died at the worst moment"
        );
        assert_eq!(told(&instance), wanted);
        let ids: BTreeSet<&str> = (run.arrivals.iter())
            .map(|arrival| arrival.message_id.as_str())
            .collect();
        assert_eq!(ids.len(), wanted.len(), "what is settled has arrived");
    }
}

/// A post office on this instance whose worker does `then` each time it comes to `point`.
fn office_that(
    instance: &Instance,
    point: Point,
    then: impl Fn() + Send + Sync + 'static,
) -> PostOffice {
    let mut office = instance.app.office.clone();
    office.tables = Arc::new(tables());
    office.worker = "one-that-takes-its-time".to_owned();
    office.fate = Some(Arc::new(move |at| {
        if at == point {
            then();
        }
        false
    }));
    office
}

/// What a header of each mail says, in the order in which they were handed over.
fn header(mails: &[String], name: &str) -> Vec<String> {
    let line = |mail: &String| {
        let found = mail.lines().find_map(|line| line.strip_prefix(name));
        found.expect("the header is there").trim().to_owned()
    };
    mails.iter().map(line).collect()
}

const CROWD: usize = 47;

/// So many people are to be told of one thing in a minute.
fn crowd(instance: &Instance) {
    let plan_of_all = Plan {
        due: 1,
        lives: 6_000,
        people: CROWD,
    };
    plan(instance, &plan_of_all);
    instance.move_by(Duration::minutes(1));
}

#[test]
fn a_server_that_is_slow_or_a_process_that_sleeps_makes_no_mail_go_twice() {
    // A server that answers after 13 seconds, so that one claim for all would end on the way; and a machine that is
    // suspended for longer than a claim between two mails.
    let cases = [
        (Point::Accepted, Duration::seconds(13)),
        (Point::Settled, Duration::minutes(11)),
    ];
    for (point, takes) in cases {
        for instance in instances("2026-01-05 07:00") {
            crowd(&instance);
            let mut other = instance.app.office.clone();
            other.tables = Arc::new(tables());
            let (clock, mails) = (instance.app.clock.clone(), Arc::clone(&instance.mails));
            let slow = office_that(&instance, point, move || {
                clock.move_to(clock.now() + takes);
                let delivered = other.deliver(&mut Carrier::Memory(Arc::clone(&mails)));
                delivered.expect("the other's round ends");
            });
            let mut carrier = Carrier::Memory(Arc::clone(&instance.mails));
            slow.work(&mut carrier).expect("the round ends");
            let ids = header(&instance.take_mails(), "Message-ID: ");
            assert_eq!(ids.len(), CROWD, "{takes}: each was sent once");
            assert_eq!(ids.into_iter().collect::<BTreeSet<_>>().len(), CROWD);
        }
    }
}

#[test]
fn a_sign_in_mail_waits_for_the_mail_in_hand_and_no_other() {
    for instance in instances("2026-01-05 07:00") {
        crowd(&instance);
        let (app, sent) = (instance.app.clone(), AtomicU64::new(0));
        let slow = office_that(&instance, Point::Accepted, move || {
            app.clock.move_to(app.clock.now() + Duration::seconds(13));
            if sent.fetch_add(1, Ordering::SeqCst) == 2 {
                let now = app.clock.now();
                let what = AtOnce {
                    kind: "sign-in",
                    board: None,
                    object_kind: "test",
                    object_id: "somebody",
                    expires: now + Duration::minutes(15),
                };
                let mail = letter_to("somebody@example.no");
                let queued = app.db.write_now(|conn| {
                    tell_at_once(conn, &what, MessageId::new(), &mail, "example.no", now)
                });
                queued.expect("the mail is queued");
            }
        });
        let mut carrier = Carrier::Memory(Arc::clone(&instance.mails));
        slow.work(&mut carrier).expect("the round ends");
        let to = header(&instance.take_mails(), "To: ");
        assert_eq!(to.len(), CROWD + 1);
        assert_eq!(to[3], "somebody@example.no", "{to:?}");
    }
}

#[test]
fn at_closing_time_the_mail_in_hand_is_settled_and_the_others_are_anybodys() {
    for instance in instances("2026-01-05 07:00") {
        crowd(&instance);
        let (bell, sent) = (Bell::default(), AtomicU64::new(0));
        let closing = bell.clone();
        let mut office = office_that(&instance, Point::Accepted, move || {
            if sent.fetch_add(1, Ordering::SeqCst) == 2 {
                closing.close();
            }
        });
        office.bell = bell;
        let mut carrier = Carrier::Memory(Arc::clone(&instance.mails));
        let (_, round) = office.work(&mut carrier).expect("the round ends");
        assert_eq!(round.handed_over, 3);
        let (_, others) = instance.tick();
        assert_eq!(
            others.handed_over,
            CROWD - 3,
            "nothing waits for a claim to end"
        );
        let ids = header(&instance.take_mails(), "Message-ID: ");
        assert_eq!(ids.into_iter().collect::<BTreeSet<_>>().len(), CROWD);
    }
}

#[test]
fn one_letter_that_cannot_be_written_stops_none_of_the_others_f05() {
    for instance in instances("2026-01-05 07:00") {
        let mut office = instance.app.office.clone();
        office.tables = Arc::new(tables());
        for number in 0..50 {
            plan(
                &instance,
                &Plan {
                    due: 1,
                    lives: 600,
                    people: usize::from(number != 20),
                },
            );
        }
        instance
            .app
            .db
            .write_now(|conn| {
                let poisoned = occasion::table.filter(occasion::slot.eq("0"));
                Ok(diesel::update(poisoned)
                    .set(occasion::slot.eq("poison"))
                    .execute(conn)?)
            })
            .expect("one is poisoned");
        instance.move_by(Duration::minutes(2));
        let pass = office.pass().expect("the pass ends");
        assert_eq!((pass.messages, pass.alarms), (49, 1));
    }
}

#[actix_web::test]
async fn an_occasion_with_nobody_to_tell_is_an_alarm_f14() {
    for instance in instances("2026-01-05 07:00") {
        let mut office = instance.app.office.clone();
        office.tables = Arc::new(tables());
        let lonely = Plan {
            due: 1,
            lives: 600,
            people: 0,
        };
        let (object, ..) = plan(&instance, &lonely);
        instance.move_by(Duration::minutes(2));
        assert_eq!(office.pass().expect("the pass ends").alarms, 1);
        let found = instance.app.db.read_now(|conn| {
            let of = occasion::table.filter(occasion::object_id.eq(&object));
            Ok(of.select(occasion::state).first::<OccasionState>(conn)?)
        });
        assert_eq!(found.expect("it is there"), OccasionState::Nobody);
        let mut monitor = instance.browser();
        let said = monitor.get("/health/mail").await.is(503);
        assert_eq!(said, "1 occasions had nobody to tell\n");
        let figures = monitor.get("/metrics").await.ok();
        assert!(figures.contains("\nstyringsrad_occasions_nobody 1\n"));

        // What has expired is history.
        instance.move_by(Duration::minutes(600));
        office.pass().expect("the pass ends");
        assert_eq!(monitor.get("/health/mail").await.ok(), "mailing\n");
    }
}

#[actix_web::test]
async fn a_dead_letter_is_an_alarm_at_health_mail_until_it_expires() {
    for instance in instances("2026-01-05 07:00") {
        crowd(&instance);
        let mut office = instance.app.office.clone();
        office.tables = Arc::new(tables());
        office.pass().expect("the pass ends");
        let killed = instance.app.db.write_now(|conn| {
            Ok(diesel::update(message::table)
                .set(message::state.eq(MessageState::Dead))
                .execute(conn)?)
        });
        assert_eq!(killed.expect("they are dead"), CROWD);
        let mut monitor = instance.browser();
        let said = monitor.get("/health/mail").await.is(503);
        assert_eq!(said, "47 messages could not be handed over\n");
        instance.move_by(Duration::minutes(6_000));
        office.pass().expect("the pass ends");
        assert_eq!(monitor.get("/health/mail").await.ok(), "mailing\n");
    }
}
