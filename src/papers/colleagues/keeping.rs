//! How long it is kept who read along: some weeks after the meeting, and then neither the name, the address nor the mail.
//! The pass sweeps it.

use super::rules::forgotten_before;
use super::store;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::{Sweep, ledger};
use crate::people::today;

/// What the pass sweeps of colleagues.
#[must_use]
pub fn sweeps() -> Vec<Sweep> {
    vec![Sweep {
        is_due: |conn, now| Ok(!store::outlived(conn, forgotten_before(today(now)))?.is_empty()),
        sweep,
    }]
}

fn sweep(conn: &mut Conn, now: Moment) -> Result<()> {
    for id in store::outlived(conn, forgotten_before(today(now)))? {
        ledger::forget::of_addressee(conn, id.as_str())?;
        store::delete(conn, id)?;
    }
    Ok(())
}
