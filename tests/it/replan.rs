//! Whatever is edited, in whatever order, the ledger then wants exactly what the rules want when asked afresh: the
//! same reminders, at the same times, and no others. Covers F07 and F08 for every edit that feeds a rule.

use crate::support::{Instance, instances, moment};
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::collections::BTreeSet;
use styringsrad::audit::Actor;
use styringsrad::boards::BoardData;
use styringsrad::boards::rules::{self as board_rules, mail_kind};
use styringsrad::boards::store as boards;
use styringsrad::boards::store::changes::By;
use styringsrad::boards::store::term_changes::{self, TermDraft};
use styringsrad::boards::store::{reports, terms};
use styringsrad::calendar::Period;
use styringsrad::config::Database;
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, OrganisationId, PersonId, RowId};
use styringsrad::db::schema::{
    board, closure, deadline_rule, mandate_version, occasion, organisation, person, reminder_rule,
};
use styringsrad::db::types::{Moment, Words};
use styringsrad::error::{Error, Result};
use styringsrad::mail::{OccasionState, Wanted};
use styringsrad::meetings::store::around;
use styringsrad::meetings::{Stage, occasions, plan, rules, store};
use styringsrad::web::access::Role;

const START: &str = "2026-11-22 08:00";
const CASES: u32 = 24;
/// PostgreSQL gets fewer: each edit is several round trips.
const CASES_ON_POSTGRES: u32 = 6;

/// Something that someone changes. Numbers choose which, modulo how many there are.
#[derive(Clone, Debug)]
enum Edit {
    Move {
        meeting: usize,
        days: i64,
    },
    StartAt {
        meeting: usize,
        hour: u32,
    },
    Kind {
        meeting: usize,
        kind: usize,
    },
    Mark {
        meeting: usize,
        stage: usize,
        is_done: bool,
    },
    Cancel {
        meeting: usize,
    },
    LeadTime {
        rule: usize,
        days: i64,
    },
    Reminder {
        rule: usize,
        quantity: i64,
        at_most: i64,
    },
    Forget {
        rule: usize,
    },
    Closure {
        from: i64,
        days: i64,
    },
    Holidays {
        set: usize,
    },
    MandateUntil {
        days: Option<i64>,
    },
    Zone {
        zone: usize,
    },
    Appoint {
        seat: usize,
        organisation: usize,
        from: i64,
        days: Option<i64>,
    },
    EndTerm {
        term: usize,
        days: Option<i64>,
    },
    AskToName {
        term: usize,
        days: Option<i64>,
    },
    Represent {
        term: usize,
        person: usize,
        from: i64,
    },
    EndRepresentation {
        which: usize,
        days: i64,
    },
    Report {
        days: i64,
    },
    DeliverReport {
        which: usize,
    },
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let which = 0..40_usize;
    let edit = prop_oneof![
        4 => (which.clone(), -200..400_i64).prop_map(|(meeting, days)| Edit::Move { meeting, days }),
        2 => (which.clone(), 7..20_u32).prop_map(|(meeting, hour)| Edit::StartAt { meeting, hour }),
        1 => (which.clone(), 0..3_usize).prop_map(|(meeting, kind)| Edit::Kind { meeting, kind }),
        3 => (which.clone(), 0..9_usize, any::<bool>())
            .prop_map(|(meeting, stage, is_done)| Edit::Mark { meeting, stage, is_done }),
        1 => which.clone().prop_map(|meeting| Edit::Cancel { meeting }),
        3 => (which.clone(), -60..60_i64).prop_map(|(rule, days)| Edit::LeadTime { rule, days }),
        3 => (which.clone(), 0..20_i64, 0..6_i64)
            .prop_map(|(rule, quantity, at_most)| Edit::Reminder { rule, quantity, at_most }),
        1 => which.prop_map(|rule| Edit::Forget { rule }),
        1 => (0..400_i64, 1..30_i64).prop_map(|(from, days)| Edit::Closure { from, days }),
        1 => (0..3_usize).prop_map(|set| Edit::Holidays { set }),
        1 => proptest::option::of(1..500_i64).prop_map(|days| Edit::MandateUntil { days }),
        1 => (0..3_usize).prop_map(|zone| Edit::Zone { zone }),
        6 => edits_of_terms(),
    ];
    proptest::collection::vec(edit, 1..12)
}

/// Edits of who sits, of who is asked to name someone, and of what a council is to report.
fn edits_of_terms() -> impl Strategy<Value = Edit> {
    let which = 0..40_usize;
    let maybe = || proptest::option::of(-60..700_i64);
    prop_oneof![
        (which.clone(), which.clone(), -100..400_i64, maybe()).prop_map(
            |(seat, organisation, from, days)| Edit::Appoint {
                seat,
                organisation,
                from,
                days
            }
        ),
        (which.clone(), maybe()).prop_map(|(term, days)| Edit::EndTerm { term, days }),
        (which.clone(), maybe()).prop_map(|(term, days)| Edit::AskToName { term, days }),
        (which.clone(), which.clone(), 0..200_i64)
            .prop_map(|(term, person, from)| Edit::Represent { term, person, from }),
        (which.clone(), -60..400_i64)
            .prop_map(|(which, days)| Edit::EndRepresentation { which, days }),
        (-60..400_i64).prop_map(|days| Edit::Report { days }),
        which.prop_map(|which| Edit::DeliverReport { which }),
    ]
}

fn start() -> NaiveDate {
    moment(START).utc().date_naive()
}

/// Applies one edit as the product would: the change and its replanned mail in one write.
fn apply(conn: &mut Conn, of: BoardId, edit: &Edit, now: Moment) -> Result<()> {
    match edit {
        Edit::Move { .. } | Edit::StartAt { .. } | Edit::Kind { .. } => change(conn, of, edit, now),
        Edit::Mark {
            meeting,
            stage,
            is_done,
        } => {
            let open = store::open(conn, of)?;
            let Some(meeting) = open.get(meeting % open.len().max(1)) else {
                return Ok(());
            };
            let stage = Stage::ALL[*stage];
            match plan::mark(conn, meeting.id, stage, *is_done, Actor::System, now) {
                Err(Error::Refused(_)) => Ok(()),
                marked => marked.map(|_| ()),
            }
        }
        Edit::Cancel { meeting } => {
            let open = store::open(conn, of)?;
            // Some must stay to be edited.
            let Some(meeting) = open.get(*meeting).filter(|_| open.len() > 3) else {
                return Ok(());
            };
            match plan::cancel(conn, meeting.id, meeting.version, Actor::System, now) {
                Err(Error::Refused(_)) => Ok(()),
                cancelled => cancelled.map(|_| ()),
            }
        }
        Edit::Report { .. } | Edit::DeliverReport { .. } => {
            let council = council(conn, of)?;
            report(conn, council, edit, now)?;
            replan(conn, council, now)
        }
        rule => {
            change_a_rule(conn, of, rule)?;
            change_who_sits(conn, of, rule, now)?;
            replan(conn, of, now)
        }
    }
}

fn change(conn: &mut Conn, of: BoardId, edit: &Edit, now: Moment) -> Result<()> {
    let (Edit::Move { meeting: which, .. }
    | Edit::StartAt { meeting: which, .. }
    | Edit::Kind { meeting: which, .. }) = edit
    else {
        return Ok(());
    };
    let open = store::open(conn, of)?;
    let Some(meeting) = open.get(which % open.len().max(1)) else {
        return Ok(());
    };
    let mut changed = meeting.clone();
    match edit {
        Edit::Move { days, .. } => {
            for session in &mut changed.sessions {
                session.day += Duration::days(*days);
            }
        }
        Edit::StartAt { hour, .. } => {
            changed.sessions[0].starts = chrono::NaiveTime::from_hms_opt(*hour, 30, 0);
        }
        Edit::Kind { kind, .. } => {
            changed.kind = ["ordinary", "extra", "professional_day"][*kind].to_owned();
        }
        _ => {}
    }
    plan::save(conn, &changed, "meeting-moved", Actor::System, now).map(|_| ())
}

fn change_a_rule(conn: &mut Conn, of: BoardId, edit: &Edit) -> Result<()> {
    let data = boards::data(conn, of)?;
    let reminder = |rule: &usize| data.reminders[rule % data.reminders.len()].id;
    match edit {
        Edit::LeadTime { rule, days } => {
            let rules = data.mandates.iter().flat_map(|mandate| &mandate.deadlines);
            let rules: Vec<RowId> = rules.map(|rule| rule.id).collect();
            diesel::update(deadline_rule::table.find(rules[rule % rules.len()]))
                .set(deadline_rule::days.eq(days))
                .execute(conn)?;
        }
        Edit::Reminder {
            rule,
            quantity,
            at_most,
        } => {
            diesel::update(reminder_rule::table.find(reminder(rule)))
                .set((
                    reminder_rule::quantity.eq(quantity),
                    reminder_rule::at_most.eq(at_most),
                ))
                .execute(conn)?;
        }
        Edit::Forget { rule } if data.reminders.len() > 5 => {
            diesel::delete(reminder_rule::table.find(reminder(rule))).execute(conn)?;
        }
        Edit::Closure { from, days } => close(conn, of, *from, *days)?,
        Edit::Holidays { set } => {
            diesel::update(board::table.find(of))
                .set(board::holiday_set.eq(["no", "se", "none"][*set]))
                .execute(conn)?;
        }
        Edit::Zone { zone } => {
            let zone = ["Europe/Oslo", "America/St_Johns", "Pacific/Apia"][*zone];
            diesel::update(board::table.find(of))
                .set(board::zone.eq(zone))
                .execute(conn)?;
        }
        Edit::MandateUntil { days } => {
            let until = days.map(|days| start() + Duration::days(days));
            let versions = mandate_version::table.filter(mandate_version::board_id.eq(of));
            diesel::update(versions.filter(mandate_version::state.eq("approved")))
                .set(mandate_version::valid_until.eq(until))
                .execute(conn)?;
        }
        _ => {}
    }
    Ok(())
}

/// Every slice's planner, as each write that feeds a rule calls them.
fn replan(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    styringsrad::app::tables().replan(conn, of, now)
}

fn by(conn: &mut Conn, now: Moment) -> Result<By> {
    let person = person::table.select(person::id).order(person::id.asc());
    Ok(By {
        person: person.first(conn)?,
        at: now,
    })
}

/// The board below that reports to it.
fn council(conn: &mut Conn, of: BoardId) -> Result<BoardId> {
    let below = board::table.filter(board::parent_id.eq(of));
    Ok(below.select(board::id).first(conn)?)
}

fn report(conn: &mut Conn, council: BoardId, edit: &Edit, now: Moment) -> Result<()> {
    let by = by(conn, now)?;
    match edit {
        Edit::Report { days } => reports::add_report(
            conn,
            by,
            council,
            "Rapport",
            start() + Duration::days(*days),
        ),
        Edit::DeliverReport { which } => {
            let all = reports::reports(conn, council)?;
            let Some(one) = all.get(which % all.len().max(1)) else {
                return Ok(());
            };
            // One that was delivered before stays so.
            reports::deliver_report(conn, by, council, one.id).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn appoint(conn: &mut Conn, by: By, of: BoardId, edit: &Edit) -> Result<()> {
    let Edit::Appoint {
        seat,
        organisation: which,
        from,
        days,
    } = edit
    else {
        return Ok(());
    };
    let seats = terms::seats(conn, of)?;
    let ids = organisation::table.select(organisation::id);
    let organisations: Vec<OrganisationId> = ids.order(organisation::id.asc()).load(conn)?;
    let day = |days: i64| start() + Duration::days(days);
    let draft = TermDraft {
        seat: Some(seats[seat % seats.len()].id),
        organisation: Some(organisations[which % organisations.len()]),
        role: Role::Member,
        period: Period {
            from: day(*from),
            until: days.filter(|days| *days > 0).map(|days| day(from + days)),
        },
        decision: String::new(),
    };
    term_changes::appoint(conn, by, of, &draft).map(|_| ())
}

/// What a rule of the board refuses changes nothing.
fn change_who_sits(conn: &mut Conn, of: BoardId, edit: &Edit, now: Moment) -> Result<()> {
    let by = by(conn, now)?;
    let all = terms::appointments(conn, of)?;
    let term = |which: &usize| &all[which % all.len()];
    let day = |days: &i64| start() + Duration::days(*days);
    match edit {
        Edit::Appoint { .. } => appoint(conn, by, of, edit),
        Edit::EndTerm { term: which, days } => {
            let (one, until) = (term(which), days.as_ref().map(day));
            term_changes::end_term(conn, by, one, one.version, until).map(|_| ())
        }
        Edit::AskToName { term: which, days } => {
            let (one, name_by) = (term(which), days.as_ref().map(day));
            term_changes::ask_to_name(conn, by, one, one.version, name_by).map(|_| ())
        }
        Edit::Represent {
            term: which,
            person: who,
            from,
        } => {
            let ids = person::table.select(person::id).order(person::id.asc());
            let people: Vec<PersonId> = ids.load(conn)?;
            let period = Period {
                from: day(from),
                until: None,
            };
            let (one, who) = (term(which), people[who % people.len()]);
            term_changes::represent(conn, by, one, one.version, who, period).map(|_| ())
        }
        Edit::EndRepresentation { which, days } => {
            let using = terms::representations(conn, of)?;
            let using = &using[which % using.len()];
            let one = terms::appointment(conn, using.appointment)?;
            let until = day(days);
            term_changes::end_representation(conn, by, &one, one.version, using.id, until)
                .map(|_| ())
        }
        _ => Ok(()),
    }
}

fn close(conn: &mut Conn, of: BoardId, from: i64, days: i64) -> Result<()> {
    let from = start() + Duration::days(from);
    diesel::insert_into(closure::table)
        .values((
            closure::id.eq(RowId::new()),
            closure::board_id.eq(of),
            closure::kind.eq("quiet"),
            closure::valid_from.eq(from),
            closure::valid_until.eq(from + Duration::days(days)),
            closure::label.eq(Words::default()),
        ))
        .execute(conn)?;
    Ok(())
}

/// A board that is nagged about the running year too, so that every count of meetings matters.
fn nag_about_this_year(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    for (kind, quantity, at_most) in [("before", 20, 1), ("overdue", 30, 12)] {
        diesel::insert_into(reminder_rule::table)
            .values((
                reminder_rule::id.eq(RowId::new()),
                reminder_rule::board_id.eq(of),
                reminder_rule::about.eq(occasions::TOO_FEW),
                reminder_rule::to_role.eq("secretariat"),
                reminder_rule::kind.eq(kind),
                reminder_rule::quantity.eq(quantity),
                reminder_rule::unit.eq("days"),
                reminder_rule::at_most.eq(at_most),
            ))
            .execute(conn)?;
    }
    replan(conn, of, now)
}

/// What makes one planned row differ from another.
type Row = (
    String,
    String,
    String,
    Option<NaiveDate>,
    Option<Moment>,
    Moment,
    Moment,
);

/// Every reminder that the rules want of everything the board has, asked afresh.
fn wanted(conn: &mut Conn, of: BoardId, now: Moment) -> Result<BTreeSet<Row>> {
    let data = boards::data(conn, of)?;
    let mut wanted: Vec<Wanted> = Vec::new();
    let (first, last) = (
        start() - Duration::days(9000),
        start() + Duration::days(90_000),
    );
    for meeting in store::between(conn, of, first, last)? {
        let line = rules::deadlines(&meeting, &data);
        wanted.extend(occasions::occasions(&meeting, &line, &data, &[], now));
    }
    let planned = around::ordinary_by_year(conn, of, 2026)?;
    wanted.extend(occasions::too_few(&data, &planned, &[], now));
    wanted.extend(wanted_of_terms(conn, of, now)?);
    let row = |want: Wanted| {
        (
            want.key.kind.to_owned(),
            want.key.object_id,
            want.key.slot,
            Some(want.about_day),
            want.deadline,
            want.due,
            want.expires,
        )
    };
    Ok(wanted
        .into_iter()
        .filter(|want| want.is_in_time(now))
        .map(row)
        .collect())
}

/// What the rules want of a board's terms, mandates, questions and reports.
fn wanted_of_terms(conn: &mut Conn, of: BoardId, now: Moment) -> Result<Vec<Wanted>> {
    let BoardData {
        board,
        mandates,
        reminders,
        ..
    } = boards::data(conn, of)?;
    let (all, using) = (
        terms::appointments(conn, of)?,
        terms::representations(conn, of)?,
    );
    let mut wanted = Vec::new();
    for one in &all {
        let is_named = board_rules::is_named(one, &using);
        wanted.extend(board_rules::term_ends(&board, &reminders, one, &all));
        wanted.extend(board_rules::naming(
            &board,
            &reminders,
            one,
            is_named,
            &[],
            now,
        ));
    }
    for one in &all {
        wanted.extend(board_rules::vacancy(
            &board,
            &reminders,
            one,
            &using,
            &[],
            now,
        ));
    }
    for one in &mandates {
        wanted.extend(board_rules::mandate_expires(
            &board, &reminders, one, &mandates,
        ));
    }
    for one in &boards::versions(conn, of)? {
        wanted.extend(board_rules::versions::unapproved(&board, &reminders, one));
    }
    for one in reports::reports(conn, of)? {
        wanted.extend(board_rules::council_report(
            &board,
            &reminders,
            &one,
            &[],
            now,
        ));
    }
    Ok(wanted)
}

/// Every reminder that the ledger has planned for the board.
fn planned(conn: &mut Conn, of: BoardId) -> Result<Vec<Row>> {
    let mut kinds = occasions::MEETING_KINDS.to_vec();
    kinds.push(occasions::TOO_FEW);
    kinds.extend(mail_kind::ALL);
    Ok(occasion::table
        .filter(occasion::board_id.eq(of))
        .filter(occasion::kind.eq_any(kinds))
        .filter(occasion::state.eq(OccasionState::Planned))
        .select((
            occasion::kind,
            occasion::object_id,
            occasion::slot,
            occasion::about_day,
            occasion::deadline,
            occasion::due,
            occasion::expires,
        ))
        .load(conn)?)
}

/// Each open meeting's kept deadlines are those that the rules derive.
fn kept_is_right(conn: &mut Conn, of: BoardId) -> Result<bool> {
    let data = boards::data(conn, of)?;
    let open = store::open(conn, of)?;
    let ids: Vec<_> = open.iter().map(|meeting| meeting.id).collect();
    let kept = store::kept(conn, &ids)?;
    Ok(open.iter().all(|meeting| {
        let line = rules::deadlines(meeting, &data);
        let kept = &kept[&meeting.id];
        let derived = line.iter().all(|deadline| {
            kept.iter()
                .any(|row| row.stage == deadline.stage && row.due_at == deadline.due_at)
        });
        let extra = kept.iter().filter(|row| {
            row.done.is_none() && line.iter().all(|deadline| deadline.stage != row.stage)
        });
        derived && extra.count() == 0
    }))
}

fn holds(instance: &Instance, cases: u32) {
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    let now = instance.now();
    let db = &instance.app.db;
    let of: BoardId = db
        .read_now(|conn| {
            let of = board::table.filter(board::slug.eq("styringsradet"));
            Ok(of.select(board::id).first(conn)?)
        })
        .expect("the demo has its board");
    db.write_now(|conn| nag_about_this_year(conn, of, now))
        .expect("the rules are written");
    let mut runner = TestRunner::new(Config {
        cases,
        rng_seed: RngSeed::Fixed(1814),
        failure_persistence: None,
        // Each case goes on from where the last one ended, so that a smaller one is another one.
        max_shrink_iters: 0,
        ..Config::default()
    });
    let ran = runner.run(&edits(), |edits| {
        for edit in &edits {
            db.write_now(|conn| apply(conn, of, edit, now))
                .expect("the edit is written");
            let (wanted, planned, kept) = db
                .read_now(|conn| {
                    let council = council(conn, of)?;
                    let mut all_wanted = wanted(conn, of, now)?;
                    all_wanted.extend(wanted(conn, council, now)?);
                    let planned = [planned(conn, of)?, planned(conn, council)?].concat();
                    Ok((all_wanted, planned, kept_is_right(conn, of)?))
                })
                .expect("the ledger is read");
            let count = planned.len();
            let planned: BTreeSet<Row> = planned.into_iter().collect();
            prop_assert_eq!(planned.len(), count, "no reminder stands twice");
            prop_assert_eq!(planned, wanted, "after {:?}", edit);
            prop_assert!(kept, "the deadlines after {:?}", edit);
        }
        Ok(())
    });
    ran.expect("the ledger wants what the rules want");
}

#[test]
fn after_any_edit_the_ledger_wants_what_the_rules_want() {
    for instance in instances(START) {
        let cases = match instance.app.config.database {
            Database::Sqlite(_) => CASES,
            Database::Postgres(_) => CASES_ON_POSTGRES,
        };
        holds(&instance, cases);
    }
}
