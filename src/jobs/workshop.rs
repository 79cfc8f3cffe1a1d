//! The workers of a process: threads that claim one job after another until the process is told to end.

use super::{Job, JobKind, Progress, store};
use crate::error::{Error, Result};
use crate::web::App;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

/// How often a worker looks for a job that another process was asked for; its own bell rings at once.
const EVERY: Duration = Duration::from_secs(5);

/// Begins as many workers as this machine has cores to spare. They end when the bell of jobs says that it is closing time;
/// what is in their hands then is begun anew by another process.
pub fn begin(app: &App, kinds: &'static [JobKind]) {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    for number in 0..(cores - 1).max(1) {
        let app = app.clone();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            match runtime {
                Ok(runtime) => runtime.block_on(keep_working(&app, kinds, number)),
                Err(error) => tracing::error!(%error, "a worker could not begin"),
            }
        });
    }
}

async fn keep_working(app: &App, kinds: &[JobKind], number: usize) {
    let worker = format!("{}-{number}", app.office.worker);
    while !app.jobs.bell.is_closing() {
        match work(app, kinds, &worker).await {
            Ok(true) => {}
            Ok(false) => {
                let bell = app.jobs.bell.clone();
                // Waiting holds no thread of the requests: a worker's runtime is its own.
                bell.wait(EVERY);
            }
            Err(error) => {
                tracing::error!(%error, "a worker could not reach its jobs");
                tokio::time::sleep(EVERY).await;
            }
        }
    }
}

/// Works on every job that waits.
///
/// # Errors
/// When the database fails; a job that fails by itself is settled as failed instead.
pub async fn work_all(app: &App, kinds: &[JobKind]) -> Result<usize> {
    let mut worked = 0;
    while work(app, kinds, "all").await? {
        worked += 1;
    }
    Ok(worked)
}

/// Claims one job and does it; false when there is none.
async fn work(app: &App, kinds: &[JobKind], worker: &str) -> Result<bool> {
    let (name, now) = (worker.to_owned(), app.clock.now());
    let claim = move |conn: &mut crate::db::Conn| store::claim(conn, &name, now);
    let Some(job) = app.db.write(claim).await? else {
        return Ok(false);
    };
    let Some(kind) = kinds.iter().find(|kind| kind.code == job.kind) else {
        settle(
            app,
            worker,
            job,
            None,
            Err("this version knows no such kind".to_owned()),
        )
        .await?;
        return Ok(true);
    };
    let progress = Progress {
        app,
        job: &job,
        worker,
    };
    let ran = AssertUnwindSafe((kind.run)(app, &job, &progress))
        .catch_unwind()
        .await;
    let ended = match ran {
        Ok(Ok(())) => Ok(()),
        // It is in other hands.
        Ok(Err(Error::Stale)) => return Ok(true),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_panic) => Err("it panicked".to_owned()),
    };
    settle(app, worker, job, Some(*kind), ended).await?;
    Ok(true)
}

async fn settle(
    app: &App,
    worker: &str,
    job: Job,
    kind: Option<JobKind>,
    ended: std::result::Result<(), String>,
) -> Result<()> {
    let (worker, now) = (worker.to_owned(), app.clock.now());
    if let Err(trouble) = &ended {
        tracing::error!(job = %job.id, kind = job.kind, "a job failed: {trouble}");
    }
    let write = move |conn: &mut crate::db::Conn| match &ended {
        Ok(()) => store::end(conn, &job, &worker, now),
        Err(trouble) => {
            if store::fail(conn, &job, &worker, trouble, now)?
                && let Some(kind) = kind
            {
                (kind.given_up)(conn, &job, now)?;
            }
            Ok(())
        }
    };
    app.db.write(write).await
}
