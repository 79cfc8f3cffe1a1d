//! How long what answers bring along is kept: what people need at a meeting, and who was only ever a deputy.
//!
//! Both are swept by the pass, so that nobody has to remember it. Why so long stands in `docs/operating.md`.

use super::rules::{forgotten_after, needs_ended_before};
use super::store::{needs, passing as rows};
use crate::audit::Actor;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::{Sweep, ledger};
use crate::people::store::passing;
use crate::people::store::persons::By;
use crate::people::today;

/// What the pass sweeps of answers.
#[must_use]
pub fn sweeps() -> Vec<Sweep> {
    vec![
        Sweep {
            is_due: |conn, now| {
                Ok(!needs::outlived(conn, needs_ended_before(today(now)))?.is_empty())
            },
            sweep: sweep_needs,
        },
        Sweep {
            is_due: |conn, now| Ok(!passing::outlived(conn, today(now))?.is_empty()),
            sweep: sweep_deputies,
        },
    ]
}

fn sweep_needs(conn: &mut Conn, now: Moment) -> Result<()> {
    let of = needs::outlived(conn, needs_ended_before(today(now)))?;
    needs::delete(conn, &of)
}

/// Forgets those who were only ever deputies, once the minutes of their last meeting are settled. Whether they still are
/// is asked again here, since a meeting may have been moved, and a part given by an import.
fn sweep_deputies(conn: &mut Conn, now: Moment) -> Result<()> {
    let today = today(now);
    let by = By {
        actor: Actor::System,
        now,
    };
    for id in passing::outlived(conn, today)? {
        if passing::has_a_part(conn, id)? {
            passing::keep(conn, id)?;
            continue;
        }
        let until = rows::last_meeting(conn, id)?.map(forgotten_after);
        if let Some(until) = until.filter(|until| *until >= today) {
            passing::prolong(conn, id, until)?;
            continue;
        }
        for named in rows::named(conn, id)? {
            ledger::forget::of_object(conn, named.as_str())?;
        }
        ledger::forget::of_person(conn, id)?;
        rows::forget_names(conn, id)?;
        passing::forget(conn, by, id)?;
    }
    Ok(())
}
