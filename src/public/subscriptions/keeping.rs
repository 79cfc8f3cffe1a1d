//! How long it is kept who subscribes: an address that never confirmed for a week, an ended subscription for a month. With
//! an address go the name and the words of the letters to it. The pass sweeps it.

use super::store;
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::{Sweep, ledger};

/// What the pass sweeps of subscriptions.
#[must_use]
pub fn sweeps() -> Vec<Sweep> {
    vec![Sweep {
        is_due: |conn, now| Ok(!store::outlived(conn, now)?.is_empty()),
        sweep,
    }]
}

fn sweep(conn: &mut Conn, now: Moment) -> Result<()> {
    let outlived = store::outlived(conn, now)?;
    // A person's letters are theirs, and are forgotten with the person.
    for one in outlived.iter().filter(|one| one.person.is_none()) {
        let key = store::recipient(one.id);
        ledger::forget::of_recipient(conn, &key)?;
    }
    let ids: Vec<RowId> = outlived.iter().map(|one| one.id).collect();
    store::delete(conn, &ids)
}
