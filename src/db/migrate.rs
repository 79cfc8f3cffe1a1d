//! Brings the schema up to date at the start: the shared migrations and those of the engine, sorted by version.
//!
//! Everything that is missing is one transaction, so that a schema is never half of two versions. Two processes may
//! start at once: on PostgreSQL an advisory lock lets one go first, on SQLite the transaction is the only writer.

use super::connect::Conn;
use anyhow::Context;
use diesel::Connection;
use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SHARED: EmbeddedMigrations = embed_migrations!("migrations/shared");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
/// Any number will do, as long as every replica uses the same.
const LOCK: i64 = 7_130_211;

/// A database that a newer version of the program has changed: no setting is wrong.
#[derive(Debug, thiserror::Error)]
#[error(
    "the database has migration {0}, which this program does not know: start a newer version of the program"
)]
pub struct Newer(String);

/// The shared migrations joined with one engine's own.
pub struct Joined(EmbeddedMigrations);

impl Joined {
    pub const SQLITE: Self = Self(SQLITE);
    pub const POSTGRES: Self = Self(POSTGRES);
}

impl<DB: Backend> MigrationSource<DB> for Joined {
    fn migrations(&self) -> diesel::migration::Result<Vec<Box<dyn Migration<DB>>>> {
        let mut migrations: Vec<Box<dyn Migration<DB>>> = SHARED.migrations()?;
        migrations.extend(MigrationSource::<DB>::migrations(&self.0)?);
        Ok(migrations)
    }
}

/// Applies what is missing.
///
/// # Errors
/// When a migration fails, or the schema is newer than this program.
pub fn run(conn: &mut Conn) -> anyhow::Result<()> {
    match conn {
        Conn::Sqlite(sqlite) => {
            sqlite.immediate_transaction(|sqlite| apply(sqlite, Joined::SQLITE))
        }
        Conn::Postgres(postgres) => postgres.transaction(|postgres| {
            postgres.batch_execute(&format!("SELECT pg_advisory_xact_lock({LOCK})"))?;
            apply(postgres, Joined::POSTGRES)
        }),
    }
}

fn apply<DB: Backend + 'static, C: MigrationHarness<DB>>(
    conn: &mut C,
    source: Joined,
) -> anyhow::Result<()> {
    let known: Vec<MigrationVersion<'static>> = MigrationSource::<DB>::migrations(&source)
        .map_err(|error| anyhow::anyhow!("{error}"))?
        .iter()
        .map(|migration| migration.name().version().as_owned())
        .collect();
    let applied = conn
        .applied_migrations()
        .map_err(|error| anyhow::anyhow!("{error}"))?;
    if let Some(newer) = applied.iter().find(|version| !known.contains(version)) {
        return Err(Newer(newer.to_string()).into());
    }
    conn.run_pending_migrations(source)
        .map_err(|error| anyhow::anyhow!("{error}"))
        .context("bringing the schema up to date")?;
    Ok(())
}
