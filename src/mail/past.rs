//! Mail of a past that is moved in: it stands in the ledger as handed over at its time, and none of it leaves.

use super::ledger::{self, Envelope, Rank};
use super::{Answer, Desk, MessageState, OccasionState, Outcome, Tables};
use crate::db::Conn;
use crate::db::ids::{MessageId, RowId};
use crate::db::schema::{delivery, message};
use crate::error::Result;
use diesel::prelude::*;

/// Settles what is planned for an object at `desk.now` as told then, with its messages as handed over; `says` stands
/// where the mail server's answer would, and tells that nothing was sent.
///
/// # Errors
/// When no slice answers for an occasion, or when the database fails.
pub fn record(
    conn: &mut Conn,
    tables: &Tables,
    object_id: &str,
    desk: &Desk<'_>,
    (domain, says): (&str, &str),
) -> Result<()> {
    let standing = ledger::of_object(conn, object_id)?;
    let is_due = |state, due| state == OccasionState::Planned && due <= desk.now;
    for told in standing.iter().filter(|one| is_due(one.state, one.due)) {
        let kind = (tables.kind(&told.kind))
            .ok_or_else(|| anyhow::anyhow!("nobody answers for the kind {}", told.kind))?;
        let Answer::Tell(mails) = (kind.answer)(conn, told, desk)? else {
            ledger::settle(conn, told.id, OccasionState::Nobody, "", desk.now)?;
            continue;
        };
        ledger::settle(conn, told.id, OccasionState::Told, "", desk.now)?;
        for mail in &mails {
            let envelope = Envelope {
                id: MessageId::new(),
                occasion: told.id,
                board: told.board_id,
                expires: told.expires,
                domain,
                rank: Rank::IN_TURN,
            };
            ledger::queue(conn, &envelope, mail, desk.now)?;
            hand_over(conn, envelope.id, desk, says)?;
        }
    }
    Ok(())
}

fn hand_over(conn: &mut Conn, id: MessageId, desk: &Desk<'_>, says: &str) -> Result<()> {
    diesel::update(message::table.find(id))
        .set((
            message::state.eq(MessageState::HandedOver),
            message::attempts.eq(1),
            message::handed_over_at.eq(desk.now),
            message::last_answer.eq(says),
        ))
        .execute(conn)?;
    diesel::insert_into(delivery::table)
        .values((
            delivery::id.eq(RowId::new()),
            delivery::message_id.eq(id),
            delivery::attempt.eq(1),
            delivery::at.eq(desk.now),
            delivery::outcome.eq(Outcome::HandedOver),
            delivery::answer.eq(says),
        ))
        .execute(conn)?;
    Ok(())
}
