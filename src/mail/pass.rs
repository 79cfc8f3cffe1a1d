//! A pass: everything that is due becomes messages, oldest first.
//!
//! Its cost follows what is due, not what exists. Each occasion is one write, so that one that cannot be written
//! stops none of the others; recipients are resolved in that write, so that they are who they are now.

use super::bell::Bell;
use super::digest;
use super::ledger::{self, Envelope, Occasion, Rank};
use super::transport::Carrier;
use super::{Answer, Desk, Kind, OccasionState, Tables};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::ids::{MessageId, OccasionId};
use crate::db::schema::{board, heartbeat, occasion};
use crate::db::types::Moment;
use crate::db::{Conn, Db};
use crate::error::{Error, Result};
use crate::secrets::Key;
use chrono::Duration;
use diesel::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const BATCH: i64 = 200;
/// How long one process may plan before another takes over.
const LEASE: Duration = Duration::minutes(1);
/// The heartbeat's name.
pub const HEARTBEAT: &str = "pass";

/// Places where a process may die, named so that the tests can let it die at each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Point {
    /// The due occasions are read, nothing is written.
    Found,
    /// One occasion's messages are made.
    Expanded,
    /// Messages are claimed, none is sent.
    Claimed,
    /// A message is about to be sent.
    Sending,
    /// The server has said 250, nothing is settled.
    Accepted,
    /// The message is settled.
    Settled,
}

impl Point {
    pub const ALL: [Self; 6] = [
        Self::Found,
        Self::Expanded,
        Self::Claimed,
        Self::Sending,
        Self::Accepted,
        Self::Settled,
    ];
}

/// Asked at every point whether the process dies here; only tests answer yes.
pub type Fate = Arc<dyn Fn(Point) -> bool + Send + Sync>;

/// Everything mail needs: the data, the time, the slices' tables and where mail goes. Cheap to clone; each clone that
/// delivers has its own name in the claims.
#[derive(Clone)]
pub struct PostOffice {
    pub db: Db,
    pub clock: Clock,
    pub tables: Arc<Tables>,
    pub key: Key,
    pub base_url: String,
    /// The one sender address.
    pub from: String,
    /// Where answers go to mail of no board.
    pub contact: String,
    /// The only addresses and domains that may be written to; empty means everyone.
    pub only_to: Vec<String>,
    /// This worker's name in claims and on the ledger's pages.
    pub worker: String,
    /// Rung when a message is queued that should go at once, and when the process is to end.
    pub bell: Bell,
    /// How many passes this process has made; shown at `/metrics`.
    pub passes: Arc<AtomicU64>,
    pub fate: Option<Fate>,
}

/// What a pass did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pass {
    pub told: usize,
    pub messages: usize,
    pub quiet: usize,
    pub alarms: usize,
}

impl PostOffice {
    /// A post office over a database, for a configuration.
    ///
    /// # Errors
    /// When the instance's key cannot be read.
    pub fn new(db: Db, clock: Clock, tables: Tables, config: &Config) -> Result<Self> {
        let key = Key::of(&db, clock.now())?;
        Ok(Self {
            db,
            clock,
            tables: Arc::new(tables),
            key,
            base_url: config.base_url.clone(),
            from: config.mail_from.clone(),
            contact: config.contact.clone(),
            only_to: config.mail_only_to.clone(),
            worker: format!("{}-{}", std::process::id(), rand::random::<u32>()),
            bell: Bell::default(),
            passes: Arc::default(),
            fate: None,
        })
    }

    /// The domain of the sender address, which also makes Message-IDs ours.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.from
            .rsplit_once('@')
            .map_or("localhost", |(_, domain)| domain)
    }

    /// One pass and one delivery round; what `tick` does, and `serve` again and again.
    ///
    /// # Errors
    /// When the database fails.
    pub fn work(&self, carrier: &mut Carrier) -> Result<(Pass, super::delivery::Round)> {
        Ok((self.pass()?, self.deliver(carrier)?))
    }

    /// Makes messages of what is due. Nothing happens while another process is at it; closing time ends it early.
    ///
    /// # Errors
    /// When the database fails; an occasion that fails by itself is settled as broken instead.
    pub fn pass(&self) -> Result<Pass> {
        let now = self.clock.now();
        let mut pass = Pass::default();
        if !self
            .db
            .step_now(|conn| take_lease(conn, &self.worker, now))?
        {
            return Ok(pass);
        }
        while !self.bell.is_closing() {
            let due = self.db.read_now(|conn| due(conn, now))?;
            self.meet(Point::Found)?;
            if due.is_empty() {
                break;
            }
            for (occasion, mail_on_from) in due {
                if self.bell.is_closing() {
                    break;
                }
                self.settle_one(&occasion, mail_on_from, now, &mut pass)?;
                self.meet(Point::Expanded)?;
            }
        }
        self.sweep(now);
        let detail = format!(
            "{} told, {} messages, {} alarms",
            pass.told, pass.messages, pass.alarms
        );
        self.db
            .step_now(|conn| end_lease(conn, &self.worker, &detail, now))?;
        self.passes.fetch_add(1, Ordering::Relaxed);
        Ok(pass)
    }

    /// Deletes what has outlived its time. What fails is tried again in the next pass, and keeps no mail waiting.
    fn sweep(&self, now: Moment) {
        for sweep in &self.tables.sweeps {
            let swept = (self.db.read_now(|conn| (sweep.is_due)(conn, now))).and_then(|is_due| {
                if is_due {
                    self.db.write_now(|conn| (sweep.sweep)(conn, now))
                } else {
                    Ok(())
                }
            });
            if let Err(error) = swept {
                tracing::error!(%error, "what has outlived its time was not deleted");
            }
        }
    }

    /// Dies here when the test says so.
    pub(super) fn meet(&self, point: Point) -> Result<()> {
        match &self.fate {
            Some(fate) if fate(point) => Err(Error::Broken(anyhow::anyhow!(
                "the process died at {point:?}"
            ))),
            _ => Ok(()),
        }
    }

    fn settle_one(
        &self,
        occasion: &Occasion,
        mail_on_from: Option<Moment>,
        now: Moment,
        pass: &mut Pass,
    ) -> Result<()> {
        let expand = || {
            self.db
                .write_now(|conn| self.expand(conn, occasion, mail_on_from, now))
        };
        let failure = match catch_unwind(AssertUnwindSafe(expand)) {
            Ok(Ok(Some(messages))) => {
                pass.told += usize::from(messages > 0);
                pass.quiet += usize::from(messages == 0);
                pass.messages += messages;
                return Ok(());
            }
            Ok(Ok(None)) => {
                pass.alarms += 1;
                return Ok(());
            }
            Ok(Err(Error::Busy)) => return Err(Error::Busy),
            Ok(Err(error)) => format!("{error}"),
            Err(_panic) => "the letter could not be written".to_owned(),
        };
        pass.alarms += 1;
        tracing::error!(occasion = %occasion.id, kind = %occasion.kind, %failure, "an occasion could not be told");
        self.db.write_now(|conn| {
            ledger::settle(conn, occasion.id, OccasionState::Broken, &failure, now)
        })?;
        Ok(())
    }

    /// Settles one occasion: how many messages it made, or none where it became an alarm.
    fn expand(
        &self,
        conn: &mut Conn,
        due: &Occasion,
        mail_on_from: Option<Moment>,
        now: Moment,
    ) -> Result<Option<usize>> {
        // What stands in the ledger counts, not what was read before this write began.
        let Some(due) = still_due(conn, due.id, now)? else {
            return Ok(Some(0));
        };
        if let Some((state, why)) = quiet_end(&due, mail_on_from, now) {
            ledger::settle(conn, due.id, state, why, now)?;
            // What follows a mail that was never sent is planned all the same: the next repeat.
            if let Some(after) = self.tables.kind(&due.kind).and_then(|kind| kind.after) {
                after(conn, &due, now)?;
            }
            return Ok(Some(0));
        }
        let kind = (self.tables.kind(&due.kind))
            .ok_or_else(|| anyhow::anyhow!("nobody answers for the kind {}", due.kind))?;
        let made = self.carry_out(conn, kind, &due, now)?;
        if let Some(after) = kind.after {
            after(conn, &due, now)?;
        }
        Ok(made)
    }

    /// Asks the kind, and does as it answers.
    fn carry_out(
        &self,
        conn: &mut Conn,
        kind: &Kind,
        due: &Occasion,
        now: Moment,
    ) -> Result<Option<usize>> {
        let desk = Desk {
            now,
            base_url: &self.base_url,
        };
        let settle = |conn: &mut Conn, state, why| ledger::settle(conn, due.id, state, why, now);
        match (kind.answer)(conn, due, &desk)? {
            Answer::Tell(mut mails) if !mails.is_empty() => {
                digest::leave_out_the_told(conn, &self.tables, kind, due, &mut mails, now)?;
                if mails.is_empty() {
                    settle(conn, OccasionState::Fulfilled, digest::TOLD_TOGETHER)?;
                } else {
                    settle(conn, OccasionState::Told, "")?;
                    self.queue_all(conn, due, &mails, now)?;
                }
                Ok(Some(mails.len()))
            }
            Answer::TellTogether(mail, things) => {
                settle(conn, OccasionState::Told, "")?;
                digest::record(conn, due, &mail.to, &things)?;
                self.queue_all(conn, due, &[*mail], now)?;
                Ok(Some(1))
            }
            Answer::NothingToTell => {
                settle(conn, OccasionState::Fulfilled, digest::NOTHING_TO_TELL)?;
                Ok(Some(0))
            }
            Answer::Fulfilled => {
                settle(conn, OccasionState::Fulfilled, "")?;
                Ok(Some(0))
            }
            Answer::Tell(_) | Answer::Nobody => {
                settle(conn, OccasionState::Nobody, "")?;
                Ok(None)
            }
        }
    }

    fn queue_all(
        &self,
        conn: &mut Conn,
        due: &Occasion,
        mails: &[super::Mail],
        now: Moment,
    ) -> Result<()> {
        for mail in mails {
            let envelope = Envelope {
                id: MessageId::new(),
                occasion: due.id,
                board: due.board_id,
                expires: due.expires,
                domain: self.domain(),
                rank: Rank::IN_TURN,
            };
            ledger::queue(conn, &envelope, mail, now)?;
        }
        Ok(())
    }
}

fn still_due(conn: &mut Conn, id: OccasionId, now: Moment) -> Result<Option<Occasion>> {
    Ok(occasion::table
        .filter(occasion::id.eq(id))
        .filter(occasion::state.eq(OccasionState::Planned))
        .filter(occasion::due.le(now))
        .select(Occasion::as_select())
        .first(conn)
        .optional()?)
}

/// How an occasion ends without asking anyone: too late (F07), or due before its board's mail was switched on (F11).
fn quiet_end(
    due: &Occasion,
    mail_on_from: Option<Moment>,
    now: Moment,
) -> Option<(OccasionState, &'static str)> {
    if due.expires <= now {
        return Some((OccasionState::Stale, "expired"));
    }
    let before_mail = due.board_id.is_some() && mail_on_from.is_none_or(|from| due.due < from);
    before_mail.then_some((OccasionState::Withdrawn, "before-mail-on"))
}

/// What is due now, oldest first, with the moment its board's mail was switched on. A board whose mail is off keeps
/// its occasions planned until they expire.
fn due(conn: &mut Conn, now: Moment) -> Result<Vec<(Occasion, Option<Moment>)>> {
    let rows = occasion::table
        .left_join(board::table)
        .filter(
            occasion::state
                .eq(OccasionState::Planned)
                .and(occasion::due.le(now)),
        )
        .filter(
            occasion::board_id
                .is_null()
                .or(board::mail_on_from.is_not_null())
                .or(occasion::expires.le(now)),
        )
        // A digest that is due in the same minute as a reminder is told first, because it may speak for it.
        .order((
            occasion::due.asc(),
            occasion::kind.ne(digest::KIND).asc(),
            occasion::id.asc(),
        ))
        .limit(BATCH)
        .select((Occasion::as_select(), board::mail_on_from.nullable()))
        .load(conn)?;
    Ok(rows)
}

fn take_lease(conn: &mut Conn, worker: &str, now: Moment) -> Result<bool> {
    let free = heartbeat::held_until
        .le(now)
        .or(heartbeat::holder.eq(worker.to_owned()));
    let taken = diesel::update(heartbeat::table.filter(heartbeat::name.eq(HEARTBEAT).and(free)))
        .set((
            heartbeat::holder.eq(worker),
            heartbeat::held_until.eq(now + LEASE),
        ))
        .execute(conn)?;
    if taken == 1 {
        return Ok(true);
    }
    let exists: i64 = heartbeat::table
        .filter(heartbeat::name.eq(HEARTBEAT))
        .count()
        .get_result(conn)?;
    if exists > 0 {
        return Ok(false);
    }
    let first = diesel::insert_into(heartbeat::table)
        .values((
            heartbeat::name.eq(HEARTBEAT),
            heartbeat::at.eq(now),
            heartbeat::holder.eq(worker),
            heartbeat::held_until.eq(now + LEASE),
            heartbeat::detail.eq(""),
        ))
        .execute(conn);
    match first {
        Ok(_) => Ok(true),
        Err(diesel::result::Error::DatabaseError(
            diesel::result::DatabaseErrorKind::UniqueViolation,
            _,
        )) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

fn end_lease(conn: &mut Conn, worker: &str, detail: &str, now: Moment) -> Result<()> {
    let ours = heartbeat::table.filter(
        heartbeat::name
            .eq(HEARTBEAT)
            .and(heartbeat::holder.eq(worker)),
    );
    diesel::update(ours)
        .set((
            heartbeat::at.eq(now),
            heartbeat::held_until.eq(now),
            heartbeat::detail.eq(detail),
        ))
        .execute(conn)?;
    Ok(())
}

/// When the last pass ended.
///
/// # Errors
/// When the database fails.
pub fn last(conn: &mut Conn) -> Result<Option<Moment>> {
    Ok(heartbeat::table
        .find(HEARTBEAT)
        .select(heartbeat::at)
        .first(conn)
        .optional()?)
}
