//! The schema: the same up, down and up again, the same on both engines and in `schema.rs`, its closed lists the same
//! as the program's, and an audit log that only grows.

use crate::support::{Ground, grounds};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use diesel_migrations::MigrationHarness;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use styringsrad::annual_plan::Counting as PlanCounting;
use styringsrad::boards::{MandateState, ReminderKind, ReminderUnit, Strength, ToRole};
use styringsrad::calendar::{ClosureKind, Counting};
use styringsrad::cases::past::Unknown;
use styringsrad::cases::{CaseState, ItemKind, Numbering};
use styringsrad::clock::Clock;
use styringsrad::composition::rotation::State as RotationState;
use styringsrad::councils::{Origin as DelegationOrigin, State as DelegationState};
use styringsrad::db::Conn;
use styringsrad::db::migrate::{self, Joined};
use styringsrad::jobs::JobState;
use styringsrad::mail::{MessageState, OccasionState, Outcome};
use styringsrad::meetings::MeetingState;
use styringsrad::meetings::notices::NoticeKind;
use styringsrad::meetings::replies::{Answer, ReplacementState};
use styringsrad::minutes::actions::State as ActionState;
use styringsrad::minutes::attendance::{Part as AttendancePart, Presence};
use styringsrad::minutes::decisions::Stance;
use styringsrad::minutes::publication::PublicationState;
use styringsrad::minutes::round::{Approval, RemarkState, Step};
use styringsrad::papers::Part;
use styringsrad::pdf::Fit;
use styringsrad::people::{InstanceRole, JoinedBy, Purpose};
use styringsrad::portfolio::measures::Part as MeasurePart;
use styringsrad::portfolio::payments::Way;
use styringsrad::public::subscriptions::{Frequency, State as SubscriptionState};
use styringsrad::web::access::{Assessment, Audience, Role, Scope};

#[derive(QueryableByName, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    #[diesel(sql_type = Nullable<Text>)]
    text: Option<String>,
}

/// One column of text, each line once, sorted.
fn lines(conn: &mut Conn, on_sqlite: &str, on_postgres: &str) -> BTreeSet<String> {
    let found: Vec<Line> = match conn {
        Conn::Sqlite(sqlite) => diesel::sql_query(on_sqlite).load(sqlite),
        Conn::Postgres(postgres) => diesel::sql_query(on_postgres).load(postgres),
    }
    .expect("the catalogue can be read");
    found.into_iter().filter_map(|line| line.text).collect()
}

/// Everything the engine knows of the schema: tables, columns, defaults, keys, checks, indexes, triggers, functions.
/// What SQLite keeps for itself (`sqlite_…`) is no part of it.
fn everything(conn: &mut Conn) -> BTreeSet<String> {
    lines(
        conn,
        "SELECT type || ' ' || name || ': ' || sql AS text FROM sqlite_master WHERE name NOT LIKE '\\_\\_diesel%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
        "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS text \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%' \
         UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_diesel%' \
         UNION SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint \
             WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '\\_\\_diesel%' \
         UNION SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal \
         UNION SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    )
}

/// Each column as “table column nullable”. The index of words is each engine's own, in tables of its own kind.
fn columns(conn: &mut Conn) -> BTreeSet<String> {
    lines(
        conn,
        "SELECT t.name || ' ' || c.name || ' ' || (c.\"notnull\" = 0) AS text \
             FROM sqlite_master t JOIN pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE '\\_\\_diesel%' ESCAPE '\\' AND t.name NOT LIKE 'search\\_index%' ESCAPE '\\' AND t.name NOT LIKE 'sqlite%'",
        "SELECT table_name || ' ' || column_name || ' ' || CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END AS text \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%' AND table_name NOT LIKE 'search\\_index%'",
    )
}

fn revert_all(conn: &mut Conn) {
    match conn {
        Conn::Sqlite(sqlite) => sqlite
            .revert_all_migrations(Joined::SQLITE)
            .map(|reverted| reverted.len()),
        Conn::Postgres(postgres) => postgres
            .revert_all_migrations(Joined::POSTGRES)
            .map(|reverted| reverted.len()),
    }
    .expect("every migration can be reverted");
}

#[test]
fn up_down_and_up_again_gives_the_same_schema() {
    for ground in grounds() {
        drop(ground.open(Clock::System));
        let mut conn = ground.connect();
        let first = everything(&mut conn);
        assert!(first.len() > 30, "the schema is found: {first:?}");
        revert_all(&mut conn);
        assert_eq!(everything(&mut conn), BTreeSet::new(), "something stays");
        migrate::run(&mut conn).unwrap();
        assert_eq!(everything(&mut conn), first);
    }
}

/// The columns as `schema.rs` declares them, in the form of [`columns`].
fn declared() -> BTreeSet<String> {
    let source = include_str!("../../src/db/schema.rs");
    let mut table = "";
    let mut found = BTreeSet::new();
    let tables = source.lines().map(str::trim);
    for line in tables.filter(|line| !line.starts_with("diesel::")) {
        if let Some((column, kind)) = line.split_once(" -> ") {
            let nullable = u8::from(kind.starts_with("Nullable<"));
            found.insert(format!("{table} {column} {nullable}"));
        } else if let Some((name, _)) = line.split_once(" (")
            && line.ends_with('{')
        {
            table = name;
        }
    }
    found
}

#[test]
fn both_engines_and_the_program_know_the_same_columns() {
    for ground in grounds() {
        drop(ground.open(Clock::System));
        let (stands, declared) = (columns(&mut ground.connect()), declared());
        let different: Vec<&String> = stands.symmetric_difference(&declared).collect();
        assert!(different.is_empty(), "{different:?}");
        assert!(declared.len() > 100, "the columns are found");
    }
}

#[test]
fn both_engines_have_the_same_indexes() {
    let [sqlite, postgres] = [Some(Ground::sqlite()), Ground::postgres()].map(|ground| {
        ground.map(|ground| {
            drop(ground.open(Clock::System));
            let mut conn = ground.connect();
            lines(
                &mut conn,
                "SELECT name AS text FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
                "SELECT c.relname::text AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid \
                     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' \
                     WHERE c.relname NOT LIKE 'search\\_index%' AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid)",
            )
        })
    });
    if let (Some(sqlite), Some(postgres)) = (sqlite, postgres) {
        assert!(sqlite.len() > 10, "{sqlite:?}");
        assert_eq!(sqlite, postgres);
    }
}

/// Every closed list of the migrations, by “table.column”.
fn lists() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for folder in std::fs::read_dir("migrations/shared").expect("they are there") {
        let sql = folder.expect("it can be read").path().join("up.sql");
        let sql = std::fs::read_to_string(sql).expect("every migration goes up");
        let mut table = "";
        for line in sql.lines() {
            if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                table = rest.trim_end_matches(" (");
            }
            if let Some((changed, _)) = line
                .strip_prefix("ALTER TABLE ")
                .and_then(|rest| rest.split_once(' '))
            {
                table = changed;
            }
            let Some((_, check)) = line.split_once("CHECK (") else {
                continue;
            };
            // A check of two columns is no list; each of these stands on one line.
            let Some((column, list)) = check.split_once(" IN (") else {
                assert!(check.contains(" <> "), "{check} is no closed list");
                continue;
            };
            let list = list.split(')').next().expect("a closed list");
            let codes = list
                .split(", ")
                .map(|code| code.trim_matches('\'').to_owned());
            found.insert(format!("{table}.{column}"), codes.collect());
        }
    }
    found
}

macro_rules! codes {
    ($of:ty) => {
        <$of>::ALL.iter().map(|one| one.code().to_owned()).collect()
    };
}

/// The closed lists of the program, by the columns that hold them.
fn enums() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut all = of_boards_and_portfolio();
    all.extend(of_meetings());
    all
}

#[rustfmt::skip]
fn of_boards_and_portfolio() -> BTreeMap<&'static str, BTreeSet<String>> {
    BTreeMap::from([
        ("annual_plan.audience", codes!(Audience)),
        ("cost_split.way", codes!(Way)),
        ("delegation.origin", codes!(DelegationOrigin)),
        ("delegation.state", codes!(DelegationState)),
        ("mandate_rule.strength", codes!(Strength)),
        ("mandate_version.state", codes!(MandateState)),
        ("measure_party.part", codes!(MeasurePart)),
        ("plan_template.counting", codes!(PlanCounting)),
        ("rotation.state", codes!(RotationState)),
    ])
}

#[rustfmt::skip]
fn of_meetings() -> BTreeMap<&'static str, BTreeSet<String>> {
    BTreeMap::from([
        ("action_item.assessment", codes!(Assessment)),
        ("action_item.audience", codes!(Audience)),
        ("action_item.state", codes!(ActionState)),
        ("affiliation.joined_by", codes!(JoinedBy)),
        ("agenda_item.kind", codes!(ItemKind)),
        ("attendance.part", codes!(AttendancePart)),
        ("attendance.presence", codes!(Presence)),
        ("minute_access.assessment", codes!(Assessment)),
        ("minute_access.audience", codes!(Audience)),
        ("minute_access.wanted", codes!(Audience)),
        ("minutes_remark.state", codes!(RemarkState)),
        ("minutes_setting.approval", codes!(Approval)),
        ("minutes_setting.meant_for", codes!(Audience)),
        ("minutes_setting.shown_to", codes!(Audience)),
        ("minutes_version.step", codes!(Step)),
        ("publication.state", codes!(PublicationState)),
        ("appointment.role", codes!(Role)),
        ("assessment.outcome", codes!(Assessment)),
        ("assessment.scope", codes!(Scope)),
        ("board_case.assessment", codes!(Assessment)),
        ("board_case.audience", codes!(Audience)),
        ("board_case.state", codes!(CaseState)),
        ("case_event.state", codes!(CaseState)),
        ("case_input.assessment", codes!(Assessment)),
        ("case_input.audience", codes!(Audience)),
        ("case_setting.numbering", codes!(Numbering)),
        ("closure.kind", codes!(ClosureKind)),
        ("deadline_rule.counting", codes!(Counting)),
        ("deadline_rule.strength", codes!(Strength)),
        ("delivery.outcome", codes!(Outcome)),
        ("instance_role.role", codes!(InstanceRole)),
        ("meeting.state", codes!(MeetingState)),
        ("meeting_unknown.part", codes!(Unknown)),
        ("message.state", codes!(MessageState)),
        ("occasion.state", codes!(OccasionState)),
        ("reminder_rule.kind", codes!(ReminderKind)),
        ("reminder_rule.to_role", codes!(ToRole)),
        ("reminder_rule.unit", codes!(ReminderUnit)),
        ("notice.kind", codes!(NoticeKind)),
        ("owner_decision_version.stance", codes!(Stance)),
        ("paper.assessment", codes!(Assessment)),
        ("paper.audience", codes!(Audience)),
        ("paper.part", codes!(Part)),
        ("paper_version.fit", codes!(Fit)),
        ("job.state", codes!(JobState)),
        ("replacement.state", codes!(ReplacementState)),
        ("reply.answer", codes!(Answer)),
        ("sign_in_link.purpose", codes!(Purpose)),
        ("subscription.frequency", codes!(Frequency)),
        ("subscription.state", codes!(SubscriptionState)),
    ])
}

#[test]
fn every_closed_list_is_the_programs_enum() {
    let enums: BTreeMap<String, BTreeSet<String>> = enums()
        .into_iter()
        .map(|(column, codes)| (column.to_owned(), codes))
        .collect();
    assert_eq!(lists(), enums);
}

#[test]
fn nobody_changes_or_deletes_what_the_audit_log_says() {
    for ground in grounds() {
        drop(ground.open(Clock::System));
        let mut conn = ground.connect();
        conn.batch_execute(
            "INSERT INTO audit_entry (id, at, object_kind, object_id, object_version, action, changes) \
             VALUES ('a', '2026-11-22 08:00:00', 'test', 'x', 1, 'made', '[]')",
        )
        .unwrap();
        for forbidden in [
            "UPDATE audit_entry SET action = 'nothing'",
            "DELETE FROM audit_entry",
            "DELETE FROM audit_entry WHERE id = 'a'",
        ] {
            let refused = conn.batch_execute(forbidden).unwrap_err().to_string();
            assert!(refused.contains("append-only"), "{forbidden}: {refused}");
        }
        let left = "SELECT action AS text FROM audit_entry";
        assert_eq!(
            lines(&mut conn, left, left),
            BTreeSet::from(["made".to_owned()])
        );
    }
}

#[test]
fn every_migration_can_go_both_ways() {
    for engine in ["shared", "sqlite", "postgres"] {
        for folder in std::fs::read_dir(Path::new("migrations").join(engine)).unwrap() {
            let folder = folder.unwrap().path();
            for way in ["up.sql", "down.sql"] {
                let sql = std::fs::read_to_string(folder.join(way)).unwrap();
                assert!(!sql.trim().is_empty(), "{}/{way}", folder.display());
            }
        }
    }
}

/// The version is what stands before the underscore; of two with one version, one would be passed over without a word.
/// Only the same step on either engine shares its version.
#[test]
fn no_two_migrations_of_an_engine_have_one_version() {
    for engine in ["sqlite", "postgres"] {
        let mut seen = BTreeSet::new();
        for part in ["shared", engine] {
            for folder in std::fs::read_dir(Path::new("migrations").join(part)).unwrap() {
                let name = folder.unwrap().file_name().into_string().unwrap();
                let version = name.split('_').next().unwrap().to_owned();
                assert!(seen.insert(version), "{name} has another's version");
            }
        }
    }
}
