//! A copy of the data in a fresh SQLite file, from either engine, for a rehearsal.
//!
//! Rows come over as they stand; texts, dates, times and moments are written as diesel writes them, so that the copy
//! compares and sorts as the original.
//!
//! Left out on purpose: sessions, sign-in links and identities, parked forms, imports not done yet, the instance's key, the audit log, jobs and
//! the packs they made, what the search has read, the revisions of public pages, and mail that has been made. A copy lets nobody in and sends nothing that is already on its way.

use super::{Db, connect};
use crate::config::Database;
use anyhow::Context;
use chrono::NaiveDateTime;
use diesel::connection::SimpleConnection;
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::{PgConnection, SqliteConnection};
use serde_json::{Map, Value};
use std::path::Path;

/// What is copied, each table after those it refers to.
pub const TABLES: [&str; 102] = [
    "code_word",
    "organisation",
    "organisation_name",
    "service_owner_period",
    "organisation_domain",
    "person",
    "affiliation",
    "instance_role",
    "session_rule",
    "board",
    "closure",
    "mandate_version",
    "mandate_rule",
    "deadline_rule",
    "reminder_rule",
    "seat",
    "appointment",
    "representation",
    "council_report",
    "meeting",
    "meeting_session",
    "meeting_deadline",
    "mail_wording",
    "legal_basis",
    "assessment",
    "opening",
    "case_setting",
    "case_counter",
    "board_case",
    "mandate_document",
    "mandate_paragraph",
    "case_organisation",
    "case_event",
    "early_talk",
    "late_permission",
    "recusal",
    "agenda",
    "agenda_item",
    "agenda_guest",
    "attendance",
    "minutes",
    "minute_item",
    "minute_access",
    "minutes_version",
    "minutes_round",
    "minutes_remark",
    "publication",
    "minutes_setting",
    "published_item",
    "owner_decision",
    "owner_decision_version",
    "action_item",
    "case_source",
    "meeting_unknown",
    "minutes_approval",
    "minutes_source",
    "paper",
    "paper_version",
    "paper_draft",
    "paper_reading",
    "dispatch",
    "dispatch_paper",
    "dispatch_recipient",
    "paper_note",
    "paper_document",
    "page_range",
    "colleague",
    "colleague_paper",
    "case_input",
    "case_input_draft",
    "paper_opened",
    "shared_paper",
    "case_officer",
    "council",
    "delegation",
    "occasion",
    "digest_thing",
    "product_group",
    "product",
    "subscription",
    "product_phase",
    "plan_template",
    "annual_plan",
    "plan_item",
    "product_strategy",
    "case_product",
    "rotation",
    "rotation_line",
    "payment",
    "product_year",
    "product_frame",
    "product_spent",
    "cost_split",
    "cost_split_part",
    "measure",
    "measure_party",
    "measure_status",
    "measure_report",
    "related_body",
    "related_subject",
    "related_review",
    "case_hearing",
];
/// How many rows of PostgreSQL stand in memory at a time.
const CHUNK: usize = 2_000;

/// Copies the data of `from` into a new file and opens it.
///
/// # Errors
/// When either database cannot be read or written, or the file exists already.
pub fn copy(from: &Database, to: &Path) -> anyhow::Result<Db> {
    anyhow::ensure!(
        !to.exists(),
        "the file for the copy, {}, exists already",
        to.display()
    );
    let copy = Db::open(&Database::Sqlite(to.to_path_buf()))?;
    let mut target = SqliteConnection::establish(&to.to_string_lossy())?;
    target.batch_execute(
        "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF;",
    )?;
    match from {
        Database::Sqlite(path) => from_sqlite(path, &mut target)?,
        Database::Postgres(url) => from_postgres(url, &mut target)?,
    }
    Ok(copy)
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    row: String,
}

fn columns(target: &mut SqliteConnection, table: &str) -> anyhow::Result<Vec<Column>> {
    let columns: Vec<Column> =
        diesel::sql_query("SELECT name, type AS kind FROM pragma_table_info(?)")
            .bind::<Text, _>(table)
            .load(target)?;
    anyhow::ensure!(!columns.is_empty(), "there is no table {table}");
    Ok(columns)
}

fn names(columns: &[Column]) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    names.join(", ")
}

/// Both files behind one connection; one transaction, so that all tables are of the same moment.
fn from_sqlite(path: &Path, target: &mut SqliteConnection) -> anyhow::Result<()> {
    diesel::sql_query("ATTACH DATABASE ? AS source")
        .bind::<Text, _>(path.to_string_lossy().into_owned())
        .execute(target)?;
    target.transaction::<_, anyhow::Error, _>(|target| {
        for table in TABLES {
            let names = names(&columns(target, table)?);
            let all =
                format!("INSERT INTO main.{table} ({names}) SELECT {names} FROM source.{table}");
            diesel::sql_query(all)
                .execute(target)
                .with_context(|| format!("copying {table}"))?;
        }
        Ok(())
    })?;
    target.batch_execute("DETACH DATABASE source")?;
    Ok(())
}

/// Row by row as JSON, in one read-only snapshot. A board stands before its councils, which refer to it.
fn from_postgres(url: &str, target: &mut SqliteConnection) -> anyhow::Result<()> {
    let mut source = PgConnection::establish(url)?;
    source.batch_execute("SET TIME ZONE 'UTC'")?;
    let mut snapshot = source.build_transaction().repeatable_read().read_only();
    snapshot.run::<_, anyhow::Error, _>(|source| {
        target.transaction::<_, anyhow::Error, _>(|target| {
            target.batch_execute("PRAGMA defer_foreign_keys = ON")?;
            for table in TABLES {
                table_from_postgres(source, target, table)
                    .with_context(|| format!("copying {table}"))?;
            }
            Ok(())
        })
    })
}

fn table_from_postgres(
    source: &mut PgConnection,
    target: &mut SqliteConnection,
    table: &str,
) -> anyhow::Result<()> {
    let columns = columns(target, table)?;
    let values: Vec<String> = columns
        .iter()
        .map(|column| format!("json_extract(value, '$.{}')", column.name))
        .collect();
    let insert = format!(
        "INSERT INTO {table} ({}) SELECT {} FROM json_each(?)",
        names(&columns),
        values.join(", ")
    );
    let mut chunk = Vec::with_capacity(CHUNK);
    let rows = diesel::sql_query(format!("SELECT row_to_json(t)::text AS row FROM {table} t"))
        .load_iter::<Row, PgRowByRowLoadingMode>(source)?;
    for row in rows {
        let mut row: Map<String, Value> = serde_json::from_str(&row?.row)?;
        write_moments_as_sqlite(&columns, &mut row)?;
        chunk.push(row);
        if chunk.len() == CHUNK {
            put(target, &insert, &mut chunk)?;
        }
    }
    put(target, &insert, &mut chunk)
}

fn put(
    target: &mut SqliteConnection,
    insert: &str,
    chunk: &mut Vec<Map<String, Value>>,
) -> anyhow::Result<()> {
    diesel::sql_query(insert)
        .bind::<Text, _>(serde_json::to_string(chunk)?)
        .execute(target)?;
    chunk.clear();
    Ok(())
}

/// PostgreSQL writes `2026-11-22T08:00:00.12`; diesel on SQLite `2026-11-22 08:00:00.120`, and both sort as text.
fn write_moments_as_sqlite(columns: &[Column], row: &mut Map<String, Value>) -> anyhow::Result<()> {
    for column in columns.iter().filter(|column| column.kind == "TIMESTAMP") {
        if let Some(Value::String(text)) = row.get_mut(&column.name) {
            let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")
                .with_context(|| format!("{} holds no moment: {text}", column.name))?;
            *text = at.format("%F %T%.f").to_string();
        }
    }
    Ok(())
}

/// How many rows each copied table has, for telling two databases apart.
///
/// # Errors
/// When the database fails.
pub fn row_counts(conn: &mut connect::Conn) -> crate::error::Result<Vec<(&'static str, i64)>> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        rows: i64,
    }
    TABLES
        .iter()
        .map(|table| {
            let count: Count = diesel::sql_query(format!("SELECT count(*) AS rows FROM {table}"))
                .get_result(conn)?;
            Ok((*table, count.rows))
        })
        .collect()
}
