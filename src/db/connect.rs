//! One connection type over two engines, and how each is opened, begun and ended. The only file where the engines
//! are told apart, beside the migrations and the index of words.

use crate::config::Database;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::ManageConnection;
use diesel::{
    Connection, ConnectionError, ConnectionResult, PgConnection, QueryResult, SqliteConnection,
};

/// A connection to whichever engine the settings name.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Opens connections for a pool: the engine by the address, read-only where the pool is for reading.
#[derive(Clone, Debug)]
pub struct Manager {
    pub database: Database,
    pub query_only: bool,
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Conn, Self::Error> {
        open(&self.database, self.query_only).map_err(diesel::r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), Self::Error> {
        conn.batch_execute("SELECT 1")
            .map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || is_broken(conn)
    }
}

fn open(database: &Database, query_only: bool) -> ConnectionResult<Conn> {
    match database {
        Database::Sqlite(path) => {
            let mut sqlite = SqliteConnection::establish(&path.to_string_lossy())?;
            let set_up = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; \
                          PRAGMA foreign_keys = ON; PRAGMA cache_size = -4000;";
            sqlite
                .batch_execute(set_up)
                .map_err(ConnectionError::CouldntSetupConfiguration)?;
            if query_only {
                sqlite
                    .batch_execute("PRAGMA query_only = ON;")
                    .map_err(ConnectionError::CouldntSetupConfiguration)?;
            }
            Ok(Conn::Sqlite(sqlite))
        }
        Database::Postgres(url) => {
            let mut postgres = PgConnection::establish(url)?;
            let set_up = if query_only {
                "SET TIME ZONE 'UTC'; SET jit = off; SET default_transaction_read_only = on"
            } else {
                "SET TIME ZONE 'UTC'; SET jit = off"
            };
            postgres
                .batch_execute(set_up)
                .map_err(ConnectionError::CouldntSetupConfiguration)?;
            Ok(Conn::Postgres(postgres))
        }
    }
}

/// Looks at how much there is of what, so that SQLite plans with it; its makers ask for this at every start
/// (`PRAGMA optimize`). PostgreSQL does so by itself.
pub(super) fn look_around(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(sqlite) => {
            sqlite.batch_execute("PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002;")
        }
        Conn::Postgres(_) => Ok(()),
    }
}

/// Whether its transaction did not end, or its server hung up. What is known of it is told, the server is not asked.
pub(super) fn is_broken(conn: &mut Conn) -> bool {
    match conn {
        Conn::Sqlite(sqlite) => AnsiTransactionManager::is_broken_transaction_manager(sqlite),
        Conn::Postgres(postgres) => AnsiTransactionManager::is_broken_transaction_manager(postgres),
    }
}

/// What a transaction is for.
#[derive(Clone, Copy)]
pub(super) enum Begin {
    /// All that is read is of one moment: what another writes meanwhile is seen whole or not at all.
    Read,
    /// A rule checked inside stays true until the commit.
    Strict,
    /// One compare-and-set.
    Step,
}

/// Begins a transaction.
pub(super) fn begin(conn: &mut Conn, what_for: Begin) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(sqlite) => {
            let sql = match what_for {
                Begin::Read => "BEGIN",
                Begin::Strict | Begin::Step => "BEGIN IMMEDIATE",
            };
            AnsiTransactionManager::begin_transaction_sql(sqlite, sql)
        }
        Conn::Postgres(postgres) => {
            let sql = match what_for {
                Begin::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                Begin::Strict => "BEGIN ISOLATION LEVEL SERIALIZABLE",
                Begin::Step => "BEGIN ISOLATION LEVEL READ COMMITTED",
            };
            AnsiTransactionManager::begin_transaction_sql(postgres, sql)
        }
    }
}

pub(super) fn commit(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(sqlite) => AnsiTransactionManager::commit_transaction(sqlite),
        Conn::Postgres(postgres) => AnsiTransactionManager::commit_transaction(postgres),
    }
}

/// Ends the transaction without its changes. Where even that fails, the pool throws the connection away.
pub(super) fn roll_back(conn: &mut Conn) {
    let ended = match conn {
        Conn::Sqlite(sqlite) => AnsiTransactionManager::rollback_transaction(sqlite),
        Conn::Postgres(postgres) => AnsiTransactionManager::rollback_transaction(postgres),
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "the transaction had already ended");
    }
}
