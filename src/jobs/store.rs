//! The rows of jobs. Each change is one compare-and-set.

use super::{Job, JobState, KEPT, LEASE, MOST_ATTEMPTS, REST, Standing};
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::db::schema::job;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::mail::Sweep;
use diesel::prelude::*;

/// Asks for a job; one that stands or is at work is not asked for again, one that has ended is begun anew.
///
/// # Errors
/// When the database fails.
pub fn ask(conn: &mut Conn, kind: &str, key: &str, input: &str, now: Moment) -> Result<()> {
    let there: Option<JobState> = job::table
        .filter(job::kind.eq(kind))
        .filter(job::key.eq(key))
        .select(job::state)
        .first(conn)
        .optional()?;
    match there {
        Some(JobState::Waiting | JobState::AtWork) => {}
        Some(JobState::Done | JobState::Failed) => {
            diesel::update(
                job::table
                    .filter(job::kind.eq(kind))
                    .filter(job::key.eq(key)),
            )
            .set((
                job::state.eq(JobState::Waiting),
                job::attempts.eq(0),
                job::done.eq(0),
                job::free_at.eq(now),
                job::ended_at.eq(None::<Moment>),
            ))
            .execute(conn)?;
        }
        None => {
            diesel::insert_into(job::table)
                .values((
                    job::id.eq(RowId::new()),
                    job::kind.eq(kind),
                    job::key.eq(key),
                    job::input.eq(input),
                    job::state.eq(JobState::Waiting),
                    job::done.eq(0),
                    job::steps.eq(0),
                    job::attempts.eq(0),
                    job::worker.eq(""),
                    job::free_at.eq(now),
                    job::trouble.eq(""),
                    job::asked_at.eq(now),
                ))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// How far a job is; none when nobody has asked for it, or it ended long ago.
///
/// # Errors
/// When the database fails.
pub fn standing(conn: &mut Conn, kind: &str, key: &str) -> Result<Option<Standing>> {
    let row: Option<(JobState, i64, i64)> = job::table
        .filter(job::kind.eq(kind))
        .filter(job::key.eq(key))
        .select((job::state, job::done, job::steps))
        .first(conn)
        .optional()?;
    Ok(row.map(|(state, done, steps)| Standing { state, done, steps }))
}

/// How many of these jobs have not ended.
///
/// # Errors
/// When the database fails.
pub fn unfinished(conn: &mut Conn, kind: &str, keys: &[String]) -> Result<i64> {
    Ok(job::table
        .filter(job::kind.eq(kind))
        .filter(job::key.eq_any(keys))
        .filter(job::state.eq_any([JobState::Waiting, JobState::AtWork]))
        .count()
        .get_result(conn)?)
}

/// The job that has waited longest and that nobody works on; none when there is none, or someone was quicker.
///
/// # Errors
/// When the database fails.
pub fn claim(conn: &mut Conn, worker: &str, now: Moment) -> Result<Option<Job>> {
    type Row = (RowId, String, String, String, i64, Moment);
    let row: Option<Row> = job::table
        .filter(job::state.eq_any([JobState::Waiting, JobState::AtWork]))
        .filter(job::free_at.le(now))
        .order((job::free_at.asc(), job::id.asc()))
        .select((
            job::id,
            job::kind,
            job::key,
            job::input,
            job::attempts,
            job::free_at,
        ))
        .first(conn)
        .optional()?;
    let Some((id, kind, key, input, attempts, free_at)) = row else {
        return Ok(None);
    };
    let claimed = diesel::update(job::table.find(id))
        .filter(job::free_at.eq(free_at))
        .filter(job::attempts.eq(attempts))
        .filter(job::state.eq_any([JobState::Waiting, JobState::AtWork]))
        .set((
            job::state.eq(JobState::AtWork),
            job::worker.eq(worker),
            job::attempts.eq(attempts + 1),
            job::free_at.eq(now + LEASE),
        ))
        .execute(conn)?;
    Ok((claimed == 1).then_some(Job {
        id,
        kind,
        key,
        input,
        attempts: attempts + 1,
    }))
}

/// A worker says how far it is, and has its job for longer.
///
/// # Errors
/// `Stale` when the job is in other hands by now, or when the database fails.
pub fn advance(
    conn: &mut Conn,
    id: RowId,
    worker: &str,
    (done, of): (i64, i64),
    now: Moment,
) -> Result<()> {
    let still = diesel::update(job::table.find(id))
        .filter(job::worker.eq(worker))
        .filter(job::state.eq(JobState::AtWork))
        .set((
            job::done.eq(done),
            job::steps.eq(of),
            job::free_at.eq(now + LEASE),
        ))
        .execute(conn)?;
    if still == 1 {
        Ok(())
    } else {
        Err(Error::Stale)
    }
}

/// The job is done.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, of: &Job, worker: &str, now: Moment) -> Result<()> {
    diesel::update(job::table.find(of.id))
        .filter(job::worker.eq(worker))
        .filter(job::state.eq(JobState::AtWork))
        .set((
            job::state.eq(JobState::Done),
            job::ended_at.eq(now),
            job::trouble.eq(""),
        ))
        .execute(conn)?;
    Ok(())
}

/// The job failed: it is tried again, or given up, which this says.
///
/// # Errors
/// When the database fails.
pub fn fail(conn: &mut Conn, of: &Job, worker: &str, trouble: &str, now: Moment) -> Result<bool> {
    let is_over = of.attempts >= MOST_ATTEMPTS;
    let (state, ended) = if is_over {
        (JobState::Failed, Some(now))
    } else {
        (JobState::Waiting, None)
    };
    let settled = diesel::update(job::table.find(of.id))
        .filter(job::worker.eq(worker))
        .filter(job::state.eq(JobState::AtWork))
        .set((
            job::state.eq(state),
            job::ended_at.eq(ended),
            job::trouble.eq(trouble),
            job::free_at.eq(now + REST),
        ))
        .execute(conn)?;
    Ok(is_over && settled == 1)
}

/// Rows of ended jobs go after a day.
#[must_use]
pub fn sweeps() -> Vec<Sweep> {
    vec![Sweep {
        is_due: |conn, now| Ok(old(conn, now)? > 0),
        sweep: |conn, now| {
            diesel::delete(job::table.filter(job::ended_at.lt(now - KEPT))).execute(conn)?;
            Ok(())
        },
    }]
}

fn old(conn: &mut Conn, now: Moment) -> Result<i64> {
    Ok(job::table
        .filter(job::ended_at.lt(now - KEPT))
        .count()
        .get_result(conn)?)
}
