//! The post office: every mail is an *occasion* with a unique key, then one *message* a person, then its
//! deliveries.
//!
//! Each is planned, claimed, handed over and settled; none is lost, none is sent twice, and the ledger answers why
//! someone did or did not get a mail. The post office knows no slice: each hands in its [`Kind`]s and its planner,
//! and `app.rs` joins them once. Left out on purpose: bounces, which need a mailbox of our own to read.

pub mod bell;
pub mod compose;
pub mod delivery;
pub mod digest;
pub mod invitation;
pub mod ledger;
pub mod letter;
pub mod pass;
pub mod past;
pub mod postman;
mod smtp;
pub mod transport;
pub mod wording;

pub use invitation::Invitation;
pub use ledger::{Key, Occasion, Wanted};
pub use letter::{Letter, Mail, Part, Recipient};

use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::text_enum;

text_enum! {
    /// Where an occasion stands.
    OccasionState {
        Planned = "planned",
        /// Its messages are made.
        Told = "told",
        /// Everyone had done their part; nobody was told.
        Fulfilled = "fulfilled",
        /// What made it due is gone.
        Withdrawn = "withdrawn",
        /// It was found after it had expired.
        Stale = "stale",
        /// There was nobody to tell: an alarm.
        Nobody = "nobody",
        /// Its letter could not be written: an alarm.
        Broken = "broken",
    }
}

text_enum! {
    /// Where a message stands.
    MessageState {
        Queued = "queued",
        Claimed = "claimed",
        HandedOver = "handed_over",
        /// Refused for good, or tried too often: waits for a person.
        Dead = "dead",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What became of one try to hand a message over.
    Outcome {
        HandedOver = "handed_over",
        /// The server said no for good (5xx).
        Refused = "refused",
        /// The server said not now (4xx), or could not be reached.
        PutOff = "put_off",
        /// The recipient is not on the list that this instance may write to.
        Withheld = "withheld",
    }
}

/// The three classes of mail, as the pages name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Reminders, digests, alarms.
    ByItself,
    /// Notices: a person presses a button; a missing click is reminded of and never done for them.
    OnYourClick,
    /// Sign-in links and receipts.
    AtOnce,
}

impl Class {
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ByItself => "by-itself",
            Self::OnYourClick => "on-your-click",
            Self::AtOnce => "at-once",
        }
    }
}

/// What a kind answers when its occasion is due.
pub enum Answer {
    /// Who is to be told now, each with their own letter.
    Tell(Vec<Mail>),
    /// One person is told now of several things; until the occasion expires no single reminder of them goes to that
    /// person. See [`digest`].
    TellTogether(Box<Mail>, Vec<digest::Thing>),
    /// The mail would say nothing: closed quietly.
    NothingToTell,
    /// Everyone has done it: closed quietly.
    Fulfilled,
    /// There is nobody to tell: an alarm.
    Nobody,
}

/// What a slice's function may ask for when it answers.
pub struct Desk<'a> {
    pub now: Moment,
    /// What links start with, without a slash at the end.
    pub base_url: &'a str,
}

/// One kind of occasion, and how its mail is made.
#[derive(Clone, Copy)]
pub struct Kind {
    pub code: &'static str,
    pub class: Class,
    /// Resolves the recipients now and writes each their letter. Runs inside a write, so it only reads.
    pub answer: fn(&mut Conn, &Occasion, &Desk<'_>) -> Result<Answer>,
    /// Derives the object's occasions again once this one is settled, so that a repeat plans the next one.
    pub after: Option<After>,
}

/// What a kind does once one of its occasions is settled, in the same write.
pub type After = fn(&mut Conn, &Occasion, Moment) -> Result<()>;

/// Derives the occasions of everything one board has and reconciles the ledger with them. Each slice has one.
pub type Planner = fn(&mut Conn, BoardId, Moment) -> Result<()>;

/// What people do on the due day in a rehearsal where each does their part: presses the buttons whose moment has come.
pub type Act = fn(&mut Conn, Moment) -> Result<()>;

/// What is deleted once its time is over, or shown once it has come. The pass asks each whether there is anything, and only
/// then writes.
#[derive(Clone, Copy)]
pub struct Sweep {
    pub is_due: fn(&mut Conn, Moment) -> Result<bool>,
    pub sweep: fn(&mut Conn, Moment) -> Result<()>,
}

/// The joined tables of all slices.
#[derive(Clone, Default)]
pub struct Tables {
    pub kinds: Vec<Kind>,
    pub planners: Vec<Planner>,
    pub acts: Vec<Act>,
    /// What boards may write in words of their own.
    pub worded: Vec<wording::Worded>,
    pub sweeps: Vec<Sweep>,
    /// Who reads one mail a week in place of single reminders; without it everyone gets these one by one.
    pub digest_readers: Option<digest::Readers>,
}

impl Tables {
    #[must_use]
    pub fn kind(&self, code: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.code == code)
    }

    /// Everything that boards may write in words of their own.
    pub fn passages(&self) -> impl Iterator<Item = &wording::Passage> {
        self.worded.iter().flat_map(|worded| &worded.passages)
    }

    /// Derives a board's occasions again. Called by every write that feeds a rule: mandate, lead times, closures,
    /// holidays, terms.
    ///
    /// # Errors
    /// When the database fails.
    pub fn replan(&self, conn: &mut Conn, board: BoardId, now: Moment) -> Result<()> {
        self.planners
            .iter()
            .try_for_each(|planner| planner(conn, board, now))
    }
}
