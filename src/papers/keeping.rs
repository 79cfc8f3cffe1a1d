//! How long it is kept that someone has opened a paper. The pass sweeps it.
//!
//! A reader's own mark serves them alone, to see what is new, and has no use once the meeting is long past. What the
//! secretariat sees is kept for as long as board data says, and not at all where it says nothing.

use super::store::{opened, write};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::Sweep;
use chrono::Duration;

/// As long as a reader's own marks are kept; the privacy notice says so.
const KEPT: Duration = Duration::days(365);

fn since(now: Moment) -> Moment {
    now - KEPT
}

/// What the pass sweeps of papers.
#[must_use]
pub fn sweeps() -> Vec<Sweep> {
    vec![
        Sweep {
            is_due: |conn, now| write::has_readings_before(conn, since(now)),
            sweep: |conn, now| write::delete_readings_before(conn, since(now)),
        },
        Sweep {
            is_due: has_outlived,
            sweep: sweep_opened,
        },
    ]
}

fn has_outlived(conn: &mut Conn, now: Moment) -> Result<bool> {
    for (board, limit) in opened::limits(conn, now)? {
        if opened::has_before(conn, board, limit)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn sweep_opened(conn: &mut Conn, now: Moment) -> Result<()> {
    for (board, limit) in opened::limits(conn, now)? {
        opened::delete_before(conn, board, limit)?;
    }
    Ok(())
}
