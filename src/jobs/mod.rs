//! Jobs: work that takes longer than a page may, such as putting a pack together.
//!
//! A job is a row: asked for once however often it is asked (its kind and key), claimed like a message, leased while someone
//! works on it, and safe to repeat. What it made stands where its kind puts it; the row only says how far it is. A worker
//! that dies loses its lease, and another begins anew. Every process works on as many jobs at once as it has cores to
//! spare, so that pages stay quick.

pub mod store;
pub mod workshop;

use crate::db::Conn;
use crate::db::ids::RowId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::bell::Bell;
use crate::text_enum;
use crate::web::App;
use chrono::Duration;
use std::pin::Pin;

/// How long a worker may be silent before another takes its job over.
pub const LEASE: Duration = Duration::minutes(2);
/// How long a job rests after it failed.
const REST: Duration = Duration::seconds(20);
/// After so many times it is given up.
const MOST_ATTEMPTS: i64 = 3;
/// How long the row of an ended job is kept; what it was given may hold what is not for everyone.
const KEPT: Duration = Duration::hours(24);

text_enum! {
    /// How far a job is.
    JobState {
        Waiting = "waiting",
        AtWork = "at_work",
        Done = "done",
        /// Given up; it is begun anew when someone asks for it again.
        Failed = "failed",
    }
}

/// A job in someone's hands.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: RowId,
    pub kind: String,
    /// What tells it from others of its kind.
    pub key: String,
    /// What it was given, as JSON.
    pub input: String,
    pub attempts: i64,
}

/// How far a job is, for those who wait for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: JobState,
    /// How many steps are done, and of how many.
    pub done: i64,
    pub steps: i64,
}

/// A job's work while it is done.
pub type Work<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A kind of job, as a slice hands it in.
#[derive(Clone, Copy)]
pub struct JobKind {
    pub code: &'static str,
    /// Does it. What it writes must be safe to write twice.
    pub run: for<'a> fn(&'a App, &'a Job, &'a Progress<'a>) -> Work<'a>,
    /// What is owed to those who wait for it when it has been given up.
    pub given_up: fn(&mut Conn, &Job, Moment) -> Result<()>,
}

/// Says how far a job is, and keeps it in the hands of its worker.
pub struct Progress<'a> {
    app: &'a App,
    job: &'a Job,
    worker: &'a str,
}

impl Progress<'_> {
    /// So many steps are done, of so many.
    ///
    /// # Errors
    /// When the database fails, or the job is in other hands by now.
    pub async fn say(&self, done: usize, of: usize) -> Result<()> {
        let (id, worker, now) = (self.job.id, self.worker.to_owned(), self.app.clock.now());
        let count = |number| i64::try_from(number).unwrap_or(i64::MAX);
        let step =
            move |conn: &mut Conn| store::advance(conn, id, &worker, (count(done), count(of)), now);
        self.app.db.write(step).await
    }
}

/// Where jobs are asked for. Cheap to clone.
#[derive(Clone, Default)]
pub struct Jobs {
    /// Rung when there is one.
    pub bell: Bell,
}
