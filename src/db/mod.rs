//! The doors to the database.
//!
//! `read` sees and never changes; `write` is a transaction in which a rule that was checked stays true; `step` is
//! one compare-and-set. There is no other way in, and no work but the database's own happens behind a door: a
//! closure given to `write` may run more than once.

mod among;
pub mod code_words;
pub mod connect;
pub mod copy;
pub mod ids;
pub mod migrate;
pub mod public_revision;
pub mod schema;
pub mod types;
pub mod word_index;

pub use among::{among, among_numbers};
pub use connect::Conn;

use crate::config::{Database, wrong};
use crate::error::{Error, Result};
use actix_web::web;
use anyhow::Context;
use connect::{Begin, Manager};
use diesel::r2d2::{NopErrorHandler, Pool, PooledConnection};
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;

const RETRIES: u32 = 8;
/// Two others may have been first, one after the other.
const TRIES_AT_A_DOUBLE: u32 = 2;
/// How long a request waits for a connection before the reader is told that we are busy.
const PATIENCE: Duration = Duration::from_secs(2);

/// A database and its pools; cheap to clone.
#[derive(Clone)]
pub struct Db {
    readers: Pool<Manager>,
    writers: Pool<Manager>,
    slots: Arc<Semaphore>,
    counts: Arc<Counts>,
    database: Database,
}

/// How often the doors were used; shown at `/metrics`.
#[derive(Default)]
pub struct Counts {
    pub writes: AtomicU64,
    pub retries: AtomicU64,
}

impl Db {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// `WrongSetting` when it cannot be used; `migrate::Newer` when its schema is newer than this program.
    pub fn open(database: &Database) -> anyhow::Result<Self> {
        Self::opened(database).map_err(|error| {
            if error.is::<migrate::Newer>() {
                return error.context("STYRINGSRAD_DATABASE_URL: the database cannot be used");
            }
            let advice = format!("the database cannot be used: {error:#}");
            wrong("STYRINGSRAD_DATABASE_URL", advice).into()
        })
    }

    fn opened(database: &Database) -> anyhow::Result<Self> {
        if let Database::Sqlite(path) = database
            && let Some(folder) = path.parent()
        {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("making the folder {}", folder.display()))?;
        }
        let readers = if matches!(database, Database::Sqlite(_)) {
            4
        } else {
            8
        };
        let writers = if matches!(database, Database::Sqlite(_)) {
            1
        } else {
            8
        };
        let pool = |size: u32, query_only: bool| {
            Pool::builder()
                .max_size(size)
                // One that waits in reserve would be opened whenever one is taken.
                .min_idle(Some(0))
                .test_on_check_out(false)
                .connection_timeout(PATIENCE)
                // Told once, by the one who waited, and not at every try.
                .error_handler(Box::new(NopErrorHandler))
                .build(Manager {
                    database: database.clone(),
                    query_only,
                })
        };
        let writers = pool(writers, false).context("opening the database")?;
        {
            let mut first = writers.get().context("opening the database")?;
            migrate::run(&mut first)?;
            connect::look_around(&mut first).context("looking at the tables")?;
        }
        let readers_pool = pool(readers, true).context("opening the database for reading")?;
        Ok(Self {
            readers: readers_pool,
            writers,
            slots: Arc::new(Semaphore::new(
                usize::try_from(readers).expect("a small number") + 4,
            )),
            counts: Arc::default(),
            database: database.clone(),
        })
    }

    /// Which engine, and where.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Reads from a request handler.
    ///
    /// # Errors
    /// What `work` returns; Busy when no connection came free in two seconds.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.block(move |db| db.read_now(work)).await
    }

    /// Writes from a request handler. `work` may run more than once, so it touches nothing but the database.
    ///
    /// # Errors
    /// What `work` returns; Busy when other writers were always first.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.block(move |db| db.write_now(work)).await
    }

    async fn block<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let slot = tokio::time::timeout(PATIENCE, Arc::clone(&self.slots).acquire_owned());
        let slot = slot
            .await
            .map_err(|_waited| Error::Busy)?
            .map_err(|_closed| Error::Busy)?;
        let db = self.clone();
        web::block(move || {
            let result = work(&db);
            drop(slot);
            result
        })
        .await
        .map_err(|_cancelled| Error::Busy)?
    }

    /// Reads on this thread, all of one moment: for commands, passes and tests.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_now<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        attempt(&self.readers, Begin::Read, work)
    }

    /// Writes on this thread: for commands, passes and tests.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_now<T>(&self, work: impl Fn(&mut Conn) -> Result<T>) -> Result<T> {
        self.transaction(Begin::Strict, work)
    }

    /// One compare-and-set on this thread; what it tests and what it sets stand in one statement.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn step_now<T>(&self, work: impl Fn(&mut Conn) -> Result<T>) -> Result<T> {
        self.transaction(Begin::Step, work)
    }

    fn transaction<T>(&self, begin: Begin, work: impl Fn(&mut Conn) -> Result<T>) -> Result<T> {
        self.counts.writes.fetch_add(1, Ordering::Relaxed);
        let mut tries = 0;
        loop {
            match attempt(&self.writers, begin, &work) {
                Err(error) if tries < self.tries_after(begin, &error) => {
                    tries += 1;
                    self.counts.retries.fetch_add(1, Ordering::Relaxed);
                    let jitter = rand::random_range(0..=(1_u64 << tries.min(6)));
                    std::thread::sleep(Duration::from_millis(jitter));
                }
                Err(error) if is_conflict(&error) => return Err(Error::Busy),
                other => return other,
            }
        }
    }

    /// How often what failed like this is tried again. A row that another wrote first counts as a conflict in a strict
    /// write on PostgreSQL: the other has committed, and the next try sees its row. A rule that makes the same row
    /// twice by itself fails the same way again and is soon told. On SQLite nobody else writes meanwhile.
    fn tries_after(&self, begin: Begin, error: &Error) -> u32 {
        let is_shared = matches!(self.database, Database::Postgres(_));
        if is_conflict(error) {
            RETRIES
        } else if is_shared && matches!(begin, Begin::Strict) && is_double(error) {
            TRIES_AT_A_DOUBLE
        } else {
            0
        }
    }
}

fn connection(pool: &Pool<Manager>) -> Result<PooledConnection<Manager>> {
    pool.get().map_err(|error| {
        tracing::warn!(%error, "no database connection came free");
        Error::Busy
    })
}

/// A connection with a transaction on it. One that the server let go of while it lay idle is thrown away for the next.
fn begun(pool: &Pool<Manager>, begin: Begin) -> Result<PooledConnection<Manager>> {
    let mut idle = pool.max_size();
    loop {
        let mut conn = connection(pool)?;
        match connect::begin(&mut conn, begin) {
            Ok(()) => return Ok(conn),
            Err(_) if idle > 0 && connect::is_broken(&mut conn) => idle -= 1,
            Err(error) => return Err(busy(error)),
        }
    }
}

fn attempt<T>(
    pool: &Pool<Manager>,
    begin: Begin,
    work: impl FnOnce(&mut Conn) -> Result<T>,
) -> Result<T> {
    let conn = &mut *begun(pool, begin)?;
    match work(conn) {
        Ok(value) => {
            if let Err(error) = connect::commit(conn) {
                // After a failed COMMIT nothing is open on PostgreSQL; on SQLite the transaction must be ended.
                connect::roll_back(conn);
                return Err(busy(error));
            }
            Ok(value)
        }
        Err(error) => {
            connect::roll_back(conn);
            Err(error)
        }
    }
}

/// SQLite says "database is locked" as an unnamed error; to the reader it is the same as any other queue.
fn busy(error: DieselError) -> Error {
    match &error {
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, told)
            if told.message().contains("database is locked") =>
        {
            Error::Busy
        }
        _ => error.into(),
    }
}

/// Whether a row stands there already (23505).
fn is_double(error: &Error) -> bool {
    let Error::Broken(error) = error else {
        return false;
    };
    matches!(
        error.downcast_ref(),
        Some(DieselError::DatabaseError(
            DatabaseErrorKind::UniqueViolation,
            _
        ))
    )
}

fn is_conflict(error: &Error) -> bool {
    let Error::Broken(error) = error else {
        return false;
    };
    matches!(
        error.downcast_ref(),
        Some(DieselError::DatabaseError(
            DatabaseErrorKind::SerializationFailure,
            _
        ))
    ) || error
        .downcast_ref::<DieselError>()
        .is_some_and(|error| match error {
            DieselError::DatabaseError(_, told) => told.message().contains("deadlock detected"),
            _ => false,
        })
}
