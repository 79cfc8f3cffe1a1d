//! Delivery: claim, send, settle.
//!
//! A claim is a compare-and-set that ends by itself after ten minutes; the sending happens with no transaction
//! open; the settling is another compare-and-set. A process that dies between the server's 250 and the settling
//! sends that one message again, with the same Message-ID. That window is the only one.

use super::ledger::Message;
use super::pass::{Point, PostOffice};
use super::transport::{Carrier, Handed};
use super::{MessageState, Outcome, compose};
use crate::db::Conn;
use crate::db::ids::{MessageId, RowId};
use crate::db::schema::{delivery, message};
use crate::db::types::Moment;
use crate::error::Result;
use chrono::Duration;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use lettre::address::Envelope;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How long a claim holds. A worker that has not settled by then has died.
pub const CLAIM: Duration = Duration::minutes(10);
const BATCH: i64 = 50;
/// How long the rest waits where one message found no server: less than that message does, so that it does not come
/// first again and keep the others back.
const BREATH: Duration = Duration::seconds(30);
/// After so many temporary refusals, about eight hours, a person must look at it.
const MOST_ATTEMPTS: i64 = 50;

/// What a delivery round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub handed_over: usize,
    pub put_off: usize,
    pub dead: usize,
}

impl PostOffice {
    /// Hands over everything that is due, over one kept connection. Ends early when the server is gone: what was
    /// claimed and not sent is let go again.
    ///
    /// # Errors
    /// When the database fails.
    pub fn deliver(&self, carrier: &mut Carrier) -> Result<Round> {
        let mut round = Round::default();
        loop {
            let now = self.clock.now();
            if !self.db.read_now(|conn| any_due(conn, now))? {
                return Ok(round);
            }
            let claimed = self.db.step_now(|conn| claim(conn, &self.worker, now))?;
            self.meet(Point::Claimed)?;
            if claimed.is_empty() {
                return Ok(round);
            }
            let mut rest = claimed.into_iter();
            while let Some(message) = rest.next() {
                if !self.hand_over(carrier, &message, &mut round)? {
                    let unsent: Vec<Message> = rest.collect();
                    self.db
                        .step_now(|conn| let_go(conn, &self.worker, &unsent, now))?;
                    return Ok(round);
                }
            }
        }
    }

    /// Hands one message over and settles it; false when the server could not be reached.
    fn hand_over(
        &self,
        carrier: &mut Carrier,
        message: &Message,
        round: &mut Round,
    ) -> Result<bool> {
        let now = self.clock.now();
        let (settlement, reachable) = if message.expires <= now {
            (Settlement::dead(Outcome::Withheld, "expired"), true)
        } else if !self.may_write_to(&message.address) {
            (
                Settlement::withdrawn("not on the list of addresses this instance may write to"),
                true,
            )
        } else {
            self.meet(Point::Sending)?;
            match self.written(message, now) {
                Ok((envelope, bytes)) => {
                    let handed = carrier.send(&envelope, &bytes, message.id);
                    if matches!(handed, Handed::Over(_)) {
                        self.meet(Point::Accepted)?;
                    }
                    let reachable = !matches!(handed, Handed::Unreachable(_));
                    (Settlement::after(handed, message.attempts, now), reachable)
                }
                Err(error) => (
                    Settlement::dead(Outcome::Refused, &format!("{error:#}")),
                    true,
                ),
            }
        };
        match settlement.state {
            MessageState::HandedOver => round.handed_over += 1,
            MessageState::Queued => round.put_off += 1,
            _ => round.dead += 1,
        }
        self.db
            .step_now(|conn| settle(conn, &self.worker, message, &settlement, now))?;
        self.meet(Point::Settled)?;
        Ok(reachable)
    }

    /// The mail as bytes. A message that cannot be written stops none of the others, not even by a panic.
    fn written(&self, message: &Message, now: Moment) -> anyhow::Result<(Envelope, Vec<u8>)> {
        catch_unwind(AssertUnwindSafe(|| compose::raw(self, message, now)))
            .unwrap_or_else(|_panic| Err(anyhow::anyhow!("the mail could not be written")))
    }

    fn may_write_to(&self, address: &str) -> bool {
        let address = address.to_lowercase();
        let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
        self.only_to.is_empty()
            || self
                .only_to
                .iter()
                .any(|entry| *entry == address || entry.trim_start_matches('@') == domain)
    }
}

struct Settlement {
    state: MessageState,
    outcome: Outcome,
    answer: String,
    not_before: Option<Moment>,
}

impl Settlement {
    fn dead(outcome: Outcome, answer: &str) -> Self {
        Self {
            state: MessageState::Dead,
            outcome,
            answer: answer.to_owned(),
            not_before: None,
        }
    }

    fn withdrawn(answer: &str) -> Self {
        Self {
            state: MessageState::Withdrawn,
            outcome: Outcome::Withheld,
            answer: answer.to_owned(),
            not_before: None,
        }
    }

    /// Temporary refusals back off 2ⁿ minutes, at most ten, so that nothing is later than an outage plus a claim.
    fn after(handed: Handed, attempts: i64, now: Moment) -> Self {
        match handed {
            Handed::Over(answer) => Self {
                state: MessageState::HandedOver,
                outcome: Outcome::HandedOver,
                answer,
                not_before: None,
            },
            Handed::Refused(answer) => Self::dead(Outcome::Refused, &answer),
            Handed::NotNow(answer) if attempts + 1 >= MOST_ATTEMPTS => {
                Self::dead(Outcome::PutOff, &answer)
            }
            Handed::NotNow(answer) | Handed::Unreachable(answer) => {
                let wait = Duration::minutes(1 << attempts.clamp(0, 3)).min(CLAIM);
                Self {
                    state: MessageState::Queued,
                    outcome: Outcome::PutOff,
                    answer,
                    not_before: Some(now + wait),
                }
            }
        }
    }
}

/// Messages that are queued, and claimed ones whose claim has ended: while claimed, `not_before` is the claim's end.
/// The states stand in the statement itself, as in the partial index: bound values would not match it.
const OPEN: &str = "message.state IN ('queued', 'claimed')";

fn any_due(conn: &mut Conn, now: Moment) -> Result<bool> {
    let first: Option<MessageId> = message::table
        .filter(sql::<Bool>(OPEN))
        .filter(message::not_before.le(now))
        .select(message::id)
        .first(conn)
        .optional()?;
    Ok(first.is_some())
}

fn due(conn: &mut Conn, now: Moment) -> Result<Vec<Message>> {
    let rows = message::table
        .filter(sql::<Bool>(OPEN))
        .filter(message::not_before.le(now))
        .order((message::not_before.asc(), message::id.asc()))
        .limit(BATCH)
        .select(Message::as_select())
        .load(conn)?;
    Ok(rows)
}

fn claim(conn: &mut Conn, worker: &str, now: Moment) -> Result<Vec<Message>> {
    let due = due(conn, now)?;
    let mut claimed = Vec::with_capacity(due.len());
    for candidate in due {
        let as_seen = message::table
            .filter(message::id.eq(candidate.id))
            .filter(message::state.eq(candidate.state))
            .filter(message::not_before.eq(candidate.not_before));
        let won = diesel::update(as_seen)
            .set((
                message::state.eq(MessageState::Claimed),
                message::claimed_by.eq(worker),
                message::not_before.eq(now + CLAIM),
            ))
            .execute(conn)?;
        if won == 1 {
            claimed.push(candidate);
        }
    }
    Ok(claimed)
}

fn let_go(conn: &mut Conn, worker: &str, unsent: &[Message], now: Moment) -> Result<()> {
    for message in unsent {
        diesel::update(
            message::table
                .filter(message::id.eq(message.id))
                .filter(message::state.eq(MessageState::Claimed))
                .filter(message::claimed_by.eq(worker)),
        )
        .set((
            message::state.eq(MessageState::Queued),
            message::not_before.eq(now + BREATH),
        ))
        .execute(conn)?;
    }
    Ok(())
}

fn settle(
    conn: &mut Conn,
    worker: &str,
    sent: &Message,
    settlement: &Settlement,
    now: Moment,
) -> Result<()> {
    let attempt = sent.attempts + 1;
    let handed_over = (settlement.state == MessageState::HandedOver).then_some(now);
    let settled = diesel::update(
        message::table
            .filter(message::id.eq(sent.id))
            .filter(message::state.eq(MessageState::Claimed))
            .filter(message::claimed_by.eq(worker)),
    )
    .set((
        message::state.eq(settlement.state),
        message::attempts.eq(attempt),
        message::last_answer.eq(&settlement.answer),
        message::handed_over_at.eq(handed_over),
        message::not_before.eq(settlement.not_before.unwrap_or(now)),
    ))
    .execute(conn)?;
    if settled == 0 {
        tracing::warn!(message = %sent.id, "the claim had ended before the message was settled");
        return Ok(());
    }
    diesel::insert_into(delivery::table)
        .values((
            delivery::id.eq(RowId::new()),
            delivery::message_id.eq(sent.id),
            delivery::attempt.eq(attempt),
            delivery::at.eq(now),
            delivery::outcome.eq(settlement.outcome),
            delivery::answer.eq(&settlement.answer),
        ))
        .execute(conn)?;
    Ok(())
}
