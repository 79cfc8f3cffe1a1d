//! The ledger's rows and the one rule that changes them: what is wanted, compared with what stands, gives the
//! difference.
//!
//! New occasions are planned, vanished ones withdrawn, moved ones rescheduled; what has been told stays told, and
//! is told again only when its day has changed.

pub mod forget;

use super::{Mail, MessageState, OccasionState};
use crate::db::Conn;
use crate::db::ids::{BoardId, MessageId, OccasionId, PersonId};
use crate::db::schema::{message, occasion};
use crate::db::types::Moment;
use crate::error::Result;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// Which reminder of which object: unique together with the occurrence.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub kind: &'static str,
    pub object_id: String,
    /// Which of the object's reminders of this kind, such as `before-7-days` or `overdue-2`.
    pub slot: String,
}

/// An occasion that a rule asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub key: Key,
    pub object_kind: &'static str,
    /// The local day it is about. When this changes after the mail was sent, it is told again.
    pub about_day: NaiveDate,
    /// The deadline it is about, when it is about one.
    pub deadline: Option<Moment>,
    /// When the mail is to go.
    pub due: Moment,
    /// After this the mail would only confuse.
    pub expires: Moment,
}

impl Wanted {
    /// Whether it can still be planned: nothing is planned in the past (F11).
    #[must_use]
    pub fn is_in_time(&self, now: Moment) -> bool {
        self.due >= now && self.expires > now
    }
}

/// An occasion as it stands in the ledger.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = occasion)]
pub struct Occasion {
    pub id: OccasionId,
    pub kind: String,
    pub board_id: Option<BoardId>,
    pub object_kind: String,
    pub object_id: String,
    pub slot: String,
    pub occurrence: i64,
    pub about_day: Option<NaiveDate>,
    pub deadline: Option<Moment>,
    pub due: Moment,
    pub expires: Moment,
    pub state: OccasionState,
    pub why: String,
    pub settled_at: Option<Moment>,
}

impl Occasion {
    /// The key as pages and the rehearsal show it.
    #[must_use]
    pub fn key(&self) -> String {
        format!(
            "{}/{}/{}/{}",
            self.kind, self.object_id, self.slot, self.occurrence
        )
    }
}

/// A message as it stands in the ledger.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = message)]
pub struct Message {
    pub id: MessageId,
    pub occasion_id: OccasionId,
    pub board_id: Option<BoardId>,
    pub recipient: String,
    pub person_id: Option<PersonId>,
    pub name: String,
    pub address: String,
    pub language: String,
    pub reply_to: String,
    pub subject: String,
    /// The letter's parts as JSON, without secrets.
    pub body: String,
    pub message_id: String,
    pub state: MessageState,
    pub attempts: i64,
    pub not_before: Moment,
    pub expires: Moment,
    pub claimed_by: String,
    pub handed_over_at: Option<Moment>,
    pub last_answer: String,
    pub created_at: Moment,
    /// What goes first: see [`Rank`].
    pub rank: i64,
}

/// The order in which messages that are due leave: a lower number first, then what has waited longest.
pub struct Rank;

impl Rank {
    /// Somebody waits for it: a sign-in link, a receipt.
    pub const AT_ONCE: i64 = 0;
    pub const IN_TURN: i64 = 1;
}

/// What `reconcile` may touch: everything these kinds planned for one object.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    pub board: Option<BoardId>,
    pub object_id: &'a str,
    /// The kinds that the caller derives; others of the same object are left alone.
    pub kinds: &'a [&'static str],
}

/// Every occasion of one object, of any kind and state, for rules that must know what has been told.
///
/// # Errors
/// When the database fails.
pub fn of_object(conn: &mut Conn, object_id: &str) -> Result<Vec<Occasion>> {
    let rows = occasion::table
        .filter(occasion::object_id.eq(object_id))
        .order(occasion::occurrence.asc());
    Ok(rows.select(Occasion::as_select()).load(conn)?)
}

/// Makes the ledger want what the rules want, and nothing else, for one object. Nothing is planned in the past:
/// bulk work and late planning mail nobody about what would already have gone (F11).
///
/// # Errors
/// When the database fails.
pub fn reconcile(
    conn: &mut Conn,
    scope: Scope<'_>,
    standing: &[Occasion],
    wanted: &[Wanted],
    now: Moment,
) -> Result<()> {
    for step in difference(scope.kinds, standing, wanted, now) {
        match step {
            Step::Plan(want, occurrence) => plan(conn, scope.board, want, occurrence, now)?,
            Step::Reschedule(row, want) => reschedule(conn, row.id, want)?,
            Step::Withdraw(row, why) => withdraw(conn, row.id, why, now)?,
        }
    }
    Ok(())
}

/// One step from what stands in the ledger to what the rules want.
#[derive(Debug, PartialEq)]
pub enum Step<'a> {
    /// A new row with this occurrence; above zero it is told again.
    Plan(&'a Wanted, i64),
    Reschedule(&'a Occasion, &'a Wanted),
    Withdraw(&'a Occasion, &'static str),
}

/// What `reconcile` would do, for a page that shows it before anything is saved.
#[must_use]
pub fn difference<'a>(
    kinds: &[&'static str],
    standing: &'a [Occasion],
    wanted: &'a [Wanted],
    now: Moment,
) -> Vec<Step<'a>> {
    let mut latest: HashMap<(&str, &str), &Occasion> = HashMap::new();
    for row in standing
        .iter()
        .filter(|row| kinds.contains(&row.kind.as_str()))
    {
        let place = latest
            .entry((row.kind.as_str(), row.slot.as_str()))
            .or_insert(row);
        if row.occurrence >= place.occurrence {
            *place = row;
        }
    }
    let mut steps: Vec<Step<'a>> = wanted
        .iter()
        .filter_map(|want| {
            let row = latest.remove(&(want.key.kind, want.key.slot.as_str()));
            decide(row, want, now)
        })
        .collect();
    let mut vanished: Vec<&Occasion> = latest
        .into_values()
        .filter(|row| row.state == OccasionState::Planned)
        .collect();
    vanished.sort_by_key(|row| (row.due, row.id));
    steps.extend(
        vanished
            .into_iter()
            .map(|row| Step::Withdraw(row, "no-longer-wanted")),
    );
    steps
}

fn decide<'a>(row: Option<&'a Occasion>, want: &'a Wanted, now: Moment) -> Option<Step<'a>> {
    let in_time = want.is_in_time(now);
    let Some(row) = row else {
        return in_time.then_some(Step::Plan(want, 0));
    };
    match row.state {
        OccasionState::Planned
            if row.due == want.due
                && row.expires == want.expires
                && row.deadline == want.deadline =>
        {
            None
        }
        OccasionState::Planned | OccasionState::Withdrawn if in_time => {
            Some(Step::Reschedule(row, want))
        }
        OccasionState::Planned => Some(Step::Withdraw(row, "moved-into-the-past")),
        OccasionState::Withdrawn => None,
        _ if row.about_day != Some(want.about_day) && in_time => {
            Some(Step::Plan(want, row.occurrence + 1))
        }
        _ => None,
    }
}

fn plan(
    conn: &mut Conn,
    board: Option<BoardId>,
    want: &Wanted,
    occurrence: i64,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(occasion::table)
        .values((
            occasion::id.eq(OccasionId::new()),
            occasion::kind.eq(want.key.kind),
            occasion::board_id.eq(board),
            occasion::object_kind.eq(want.object_kind),
            occasion::object_id.eq(&want.key.object_id),
            occasion::slot.eq(&want.key.slot),
            occasion::occurrence.eq(occurrence),
            occasion::about_day.eq(want.about_day),
            occasion::deadline.eq(want.deadline),
            occasion::due.eq(want.due),
            occasion::expires.eq(want.expires),
            occasion::state.eq(OccasionState::Planned),
            occasion::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

fn reschedule(conn: &mut Conn, id: OccasionId, want: &Wanted) -> Result<()> {
    diesel::update(occasion::table.find(id))
        .set((
            occasion::about_day.eq(want.about_day),
            occasion::deadline.eq(want.deadline),
            occasion::due.eq(want.due),
            occasion::expires.eq(want.expires),
            occasion::state.eq(OccasionState::Planned),
            occasion::why.eq(""),
            occasion::settled_at.eq(None::<Moment>),
        ))
        .execute(conn)?;
    Ok(())
}

fn withdraw(conn: &mut Conn, id: OccasionId, why: &str, now: Moment) -> Result<()> {
    settle(conn, id, OccasionState::Withdrawn, why, now)?;
    Ok(())
}

/// Settles a planned occasion; false when another pass was first.
///
/// # Errors
/// When the database fails.
pub(super) fn settle(
    conn: &mut Conn,
    id: OccasionId,
    state: OccasionState,
    why: &str,
    now: Moment,
) -> Result<bool> {
    let planned = occasion::table.filter(
        occasion::id
            .eq(id)
            .and(occasion::state.eq(OccasionState::Planned)),
    );
    let changed = diesel::update(planned)
        .set((
            occasion::state.eq(state),
            occasion::why.eq(why),
            occasion::settled_at.eq(now),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// A mail that answers a click and goes at once: a sign-in link, a receipt. Its occasion is told in the same write.
pub struct AtOnce<'a> {
    pub kind: &'static str,
    pub board: Option<BoardId>,
    pub object_kind: &'static str,
    pub object_id: &'a str,
    pub expires: Moment,
}

/// Plans and tells an occasion in one write. The message id is the caller's, so that a link for it can be stored in
/// the same write; it also makes the occasion's slot, so each click is its own occasion.
///
/// # Errors
/// When the database fails.
pub fn tell_at_once(
    conn: &mut Conn,
    what: &AtOnce<'_>,
    id: MessageId,
    mail: &Mail,
    domain: &str,
    now: Moment,
) -> Result<()> {
    let occasion_id = OccasionId::new();
    diesel::insert_into(occasion::table)
        .values((
            occasion::id.eq(occasion_id),
            occasion::kind.eq(what.kind),
            occasion::board_id.eq(what.board),
            occasion::object_kind.eq(what.object_kind),
            occasion::object_id.eq(what.object_id),
            occasion::slot.eq(id.as_str()),
            occasion::occurrence.eq(0),
            occasion::due.eq(now),
            occasion::expires.eq(what.expires),
            occasion::state.eq(OccasionState::Told),
            occasion::settled_at.eq(now),
            occasion::created_at.eq(now),
        ))
        .execute(conn)?;
    let envelope = Envelope {
        id,
        occasion: occasion_id,
        board: what.board,
        expires: what.expires,
        domain,
        rank: Rank::AT_ONCE,
    };
    queue(conn, &envelope, mail, now)
}

/// What a message is besides its letter.
pub(super) struct Envelope<'a> {
    pub id: MessageId,
    pub occasion: OccasionId,
    pub board: Option<BoardId>,
    pub expires: Moment,
    /// The right-hand side of the Message-ID (RFC 5322 § 3.6.4).
    pub domain: &'a str,
    pub rank: i64,
}

/// Queues one message. Its Message-ID is fixed here and never changes.
pub(super) fn queue(
    conn: &mut Conn,
    envelope: &Envelope<'_>,
    mail: &Mail,
    now: Moment,
) -> Result<()> {
    let body = serde_json::to_string(&mail.letter.parts).map_err(anyhow::Error::from)?;
    let message = Message {
        id: envelope.id,
        occasion_id: envelope.occasion,
        board_id: envelope.board,
        recipient: mail.to.key.clone(),
        person_id: mail.to.person,
        name: mail.to.name.clone(),
        address: mail.to.address.clone(),
        language: mail.to.language.tag().to_owned(),
        reply_to: mail.reply_to.clone(),
        subject: mail.letter.subject.clone(),
        body,
        message_id: format!("{}@{}", envelope.id, envelope.domain),
        state: MessageState::Queued,
        attempts: 0,
        not_before: now,
        expires: envelope.expires,
        claimed_by: String::new(),
        handed_over_at: None,
        last_answer: String::new(),
        created_at: now,
        rank: envelope.rank,
    };
    diesel::insert_into(message::table)
        .values(&message)
        .execute(conn)?;
    Ok(())
}
