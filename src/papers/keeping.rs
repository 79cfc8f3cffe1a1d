//! How long it is kept that someone has opened a paper: it serves them alone, to see what is new, and has no use once the
//! meeting is long past. The pass sweeps it.

use super::store::write;
use crate::db::types::Moment;
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
    vec![Sweep {
        is_due: |conn, now| write::has_readings_before(conn, since(now)),
        sweep: |conn, now| write::delete_readings_before(conn, since(now)),
    }]
}
