//! Delivery: claim, send, settle.
//!
//! A claim is a compare-and-set that ends by itself after ten minutes; the sending happens with no transaction
//! open; the settling is another compare-and-set. A process that dies between the server's 250 and the settling
//! sends that one message again, with the same Message-ID. That window is the only one.
//!
//! Nothing is begun on an old claim. A batch is worked on for ten seconds; then what is left is let go and claimed
//! anew, so that a slow server uses up no claim, and mail that should go at once never waits behind a thousand others.

use super::compose::{self, Senders};
use super::ledger::{Message, Rank};
use super::pass::{Point, PostOffice};
use super::transport::{Carrier, Handed};
use super::{MessageState, Outcome};
use crate::db::Conn;
use crate::db::ids::{PersonId, RowId};
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
/// How long a batch is worked on before the rest is let go and claimed anew: so long does urgent mail wait at most,
/// besides the one in hand. At a usual server's pace a batch takes less.
const TURN: Duration = Duration::seconds(10);
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
    /// Hands over everything that is due, what should go at once first, over one kept connection. Ends early at closing
    /// time and when the server is gone: what was claimed and not sent is let go again.
    ///
    /// # Errors
    /// When the database fails.
    pub fn deliver(&self, carrier: &mut Carrier) -> Result<Round> {
        self.deliver_of(&[Rank::AT_ONCE, Rank::IN_TURN], carrier)
    }

    /// Hands over what should go at once, as [`PostOffice::deliver`], and leaves the rest to those who serve.
    ///
    /// # Errors
    /// When the database fails.
    pub fn deliver_at_once(&self, carrier: &mut Carrier) -> Result<Round> {
        self.deliver_of(&[Rank::AT_ONCE], carrier)
    }

    /// Where a person's newest message stands, and what the mail server said of it last.
    ///
    /// # Errors
    /// When the database fails.
    pub fn newest_to(&self, person: PersonId) -> Result<Option<(MessageState, String)>> {
        let theirs = message::table
            .filter(message::person_id.eq(person))
            .order((message::created_at.desc(), message::id.desc()))
            .select((message::state, message::last_answer));
        self.db.read_now(|conn| Ok(theirs.first(conn).optional()?))
    }

    fn deliver_of(&self, ranks: &[i64], carrier: &mut Carrier) -> Result<Round> {
        let mut round = Round::default();
        while !self.bell.is_closing() {
            let now = self.clock.now();
            if !self.db.read_now(|conn| any_due(conn, ranks, now))? {
                break;
            }
            let claimed = self
                .db
                .step_now(|conn| claim(conn, &self.worker, ranks, now))?;
            self.meet(Point::Claimed)?;
            let senders = (self.db).read_now(|conn| Senders::of_all(conn, &claimed))?;
            if claimed.is_empty() || !self.work_on(claimed, &senders, now, carrier, &mut round)? {
                break;
            }
        }
        Ok(round)
    }

    /// Hands over what was claimed at `since`, for one turn; false when the server could not be reached. Each message is
    /// looked at in time: one whose claim may end before it is settled is another's to send. A clock that was set back
    /// says nothing about the claim, so then nothing more is begun on it.
    fn work_on(
        &self,
        claimed: Vec<Message>,
        senders: &Senders,
        since: Moment,
        carrier: &mut Carrier,
        round: &mut Round,
    ) -> Result<bool> {
        let until = (self.clock.now() + TURN).min(since + CLAIM / 2);
        let mut rest = claimed.into_iter();
        while !self.bell.is_closing() && (since..until).contains(&self.clock.now()) {
            let Some(message) = rest.next() else {
                return Ok(true);
            };
            if !self.hand_over(carrier, &message, senders, round)? {
                let later = self.clock.now() + BREATH;
                self.let_go(rest, Some(later))?;
                return Ok(false);
            }
        }
        self.let_go(rest, None)?;
        Ok(true)
    }

    /// Hands one message over and settles it; false when the server could not be reached.
    fn hand_over(
        &self,
        carrier: &mut Carrier,
        message: &Message,
        senders: &Senders,
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
            match self.written(message, senders, now) {
                Ok((envelope, bytes)) => {
                    let handed = carrier.send(&envelope, &bytes, message.id);
                    if matches!(handed, Handed::Over(_)) {
                        self.meet(Point::Accepted)?;
                    }
                    let reachable = !matches!(handed, Handed::Unreachable(_));
                    let answered = self.clock.now();
                    (
                        Settlement::after(handed, message.attempts, answered),
                        reachable,
                    )
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
        let now = self.clock.now();
        self.db
            .step_now(|conn| settle(conn, &self.worker, message, &settlement, now))?;
        self.meet(Point::Settled)?;
        Ok(reachable)
    }

    /// Gives claimed messages back unsent: due at `later`, or in the place in the queue that they had.
    fn let_go(&self, unsent: impl Iterator<Item = Message>, later: Option<Moment>) -> Result<()> {
        let unsent: Vec<Message> = unsent.collect();
        if unsent.is_empty() {
            return Ok(());
        }
        self.db
            .step_now(|conn| let_go(conn, &self.worker, &unsent, later))
    }

    /// The mail as bytes. A message that cannot be written stops none of the others, not even by a panic.
    fn written(
        &self,
        message: &Message,
        senders: &Senders,
        now: Moment,
    ) -> anyhow::Result<(Envelope, Vec<u8>)> {
        catch_unwind(AssertUnwindSafe(|| {
            compose::raw(self, message, senders, now)
        }))
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
    /// Whether it was a try: where no server could be asked, none was made, however long that lasts.
    is_try: bool,
    outcome: Outcome,
    answer: String,
    not_before: Option<Moment>,
}

impl Settlement {
    fn dead(outcome: Outcome, answer: &str) -> Self {
        Self {
            state: MessageState::Dead,
            is_try: true,
            outcome,
            answer: answer.to_owned(),
            not_before: None,
        }
    }

    fn withdrawn(answer: &str) -> Self {
        Self {
            state: MessageState::Withdrawn,
            is_try: true,
            outcome: Outcome::Withheld,
            answer: answer.to_owned(),
            not_before: None,
        }
    }

    fn put_off(answer: String, is_try: bool, until: Moment) -> Self {
        Self {
            state: MessageState::Queued,
            is_try,
            outcome: Outcome::PutOff,
            answer,
            not_before: Some(until),
        }
    }

    /// Temporary refusals back off 2ⁿ minutes, at most ten, so that nothing is later than an outage plus a claim.
    fn after(handed: Handed, attempts: i64, now: Moment) -> Self {
        match handed {
            Handed::Over(answer) => Self {
                state: MessageState::HandedOver,
                is_try: true,
                outcome: Outcome::HandedOver,
                answer,
                not_before: None,
            },
            Handed::Refused(answer) => Self::dead(Outcome::Refused, &answer),
            Handed::NotNow(answer) if attempts + 1 >= MOST_ATTEMPTS => {
                Self::dead(Outcome::PutOff, &answer)
            }
            Handed::NotNow(answer) => {
                let wait = Duration::minutes(1 << attempts.clamp(0, 3)).min(CLAIM);
                Self::put_off(answer, true, now + wait)
            }
            Handed::Unreachable(answer) => Self::put_off(answer, false, now + Duration::minutes(1)),
        }
    }
}

/// Messages that are queued, and claimed ones whose claim has ended: while claimed, `not_before` is the claim's end.
/// The states stand in the statement itself, as in the partial index: bound values would not match it.
const OPEN: &str = "message.state IN ('queued', 'claimed')";

fn any_due(conn: &mut Conn, ranks: &[i64], now: Moment) -> Result<bool> {
    for rank in ranks {
        if !due(conn, *rank, 1, now)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What of one rank is due, in the order of the index.
fn due(conn: &mut Conn, rank: i64, at_most: i64, now: Moment) -> Result<Vec<Message>> {
    let rows = message::table
        .filter(sql::<Bool>(OPEN))
        .filter(message::rank.eq(rank))
        .filter(message::not_before.le(now))
        .order((message::not_before.asc(), message::id.asc()))
        .limit(at_most)
        .select(Message::as_select())
        .load(conn)?;
    Ok(rows)
}

/// Claims a batch. Each rank is a walk of its own along the index.
fn claim(conn: &mut Conn, worker: &str, ranks: &[i64], now: Moment) -> Result<Vec<Message>> {
    let mut due_now = Vec::new();
    for rank in ranks {
        let room = BATCH - i64::try_from(due_now.len()).unwrap_or(BATCH);
        if room > 0 {
            due_now.extend(due(conn, *rank, room, now)?);
        }
    }
    let mut claimed = Vec::with_capacity(due_now.len());
    for candidate in due_now {
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

fn let_go(conn: &mut Conn, worker: &str, unsent: &[Message], later: Option<Moment>) -> Result<()> {
    for message in unsent {
        diesel::update(
            message::table
                .filter(message::id.eq(message.id))
                .filter(message::state.eq(MessageState::Claimed))
                .filter(message::claimed_by.eq(worker)),
        )
        .set((
            message::state.eq(MessageState::Queued),
            message::not_before.eq(later.unwrap_or(message.not_before)),
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
    let attempt = sent.attempts + i64::from(settlement.is_try);
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
        // What the server answered is told all the same.
        tracing::warn!(message = %sent.id, "the claim had ended before the message was settled");
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
