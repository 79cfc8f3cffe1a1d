//! The rules of cases: which state follows which, what is too late, which series a number is of, and when the talk with
//! KS is reminded of.

pub mod agenda;
pub mod follow;

use super::{Case, CaseState, Numbering, Setting};
use crate::boards::{Board, BoardData, ToRole};
use crate::calendar::moment_of;
use crate::db::ids::{BoardId, CaseId, MeetingId};
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::mail::{Key, Wanted};
use crate::meetings::{Meeting, MeetingState, Stage, rules::deadlines};
use crate::web::Roles;
use crate::web::access::Role;
use chrono::{Datelike, Duration, NaiveDate, NaiveTime};

/// Why a case cannot take a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is in a state from which this step does not lead.
    NotNow(CaseState),
    /// A case is dealt with in its meeting, and not before.
    NotHeldYet,
}

impl Refusal {
    /// What the secretary is told.
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::NotHeldYet => "case-not-held-yet",
            Self::NotNow(CaseState::Closed | CaseState::Declined) => "case-is-over",
            Self::NotNow(_) => "case-not-now",
        })
    }
}

/// A step that needs no meeting: what a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Accept,
    Decline,
    Postpone,
    Treat,
    Close,
}

impl Step {
    pub const ALL: [Self; 5] = [
        Self::Accept,
        Self::Decline,
        Self::Postpone,
        Self::Treat,
        Self::Close,
    ];

    /// The code of its button and its texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Postpone => "postpone",
            Self::Treat => "treat",
            Self::Close => "close",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    /// Whether it is told and kept why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Decline | Self::Postpone)
    }
}

impl CaseState {
    /// Nothing more happens to it.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Declined | Self::Closed)
    }

    /// Whether it is still prepared: its officers read it and write its papers until it is dealt with.
    #[must_use]
    pub fn is_prepared(self) -> bool {
        !self.is_over() && self != Self::Treated
    }

    /// The state after a step.
    ///
    /// # Errors
    /// When the step does not lead on from this state.
    pub fn step(self, step: Step) -> Result<Self, Refusal> {
        use CaseState::{Accepted, Closed, Declined, Postponed, Proposed, Scheduled, Treated};
        match (step, self) {
            (Step::Accept, Proposed | Postponed) => Ok(Accepted),
            (Step::Decline, Proposed | Accepted | Postponed) => Ok(Declined),
            (Step::Postpone, Proposed | Accepted | Scheduled) => Ok(Postponed),
            (Step::Treat, Scheduled) => Ok(Treated),
            (Step::Close, Treated) => Ok(Closed),
            _ => Err(Refusal::NotNow(self)),
        }
    }

    /// The state once it is put on an agenda; from one agenda to another too.
    ///
    /// # Errors
    /// When it cannot be scheduled now.
    pub fn schedule(self) -> Result<Self, Refusal> {
        match self {
            Self::Accepted | Self::Postponed | Self::Scheduled => Ok(Self::Scheduled),
            _ => Err(Refusal::NotNow(self)),
        }
    }

    /// The steps that lead on from here.
    #[must_use]
    pub fn steps(self) -> Vec<Step> {
        let leads = |step: &Step| self.step(*step).is_ok();
        Step::ALL.into_iter().filter(leads).collect()
    }
}

/// The outcome by which a meeting puts a case off: a code of the list `outcome`.
pub const POSTPONED: &str = "postponed";

/// What a case becomes when the minutes of a meeting are approved in which it came to this outcome.
///
/// None where it stays as it is, because someone has said so already or it stands on another meeting's agenda.
#[must_use]
pub fn minuted(of: &Case, meeting: MeetingId, outcome: &str) -> Option<CaseState> {
    if of.state != CaseState::Scheduled || of.meeting != Some(meeting) {
        return None;
    }
    let step = if outcome == POSTPONED {
        Step::Postpone
    } else {
        Step::Treat
    };
    of.state.step(step).ok()
}

/// A case is dealt with when its meeting's first day has come, never before.
///
/// # Errors
/// When the day is still to come.
pub fn may_treat(first_day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    (first_day <= today)
        .then_some(())
        .ok_or(Refusal::NotHeldYet)
}

/// When cases for a meeting must be proposed; none where its mandate sets no such deadline.
#[must_use]
pub fn registration(meeting: &Meeting, data: &BoardData) -> Option<Moment> {
    let line = deadlines(meeting, data);
    let found = line.iter().find(|it| it.stage == Stage::Registration);
    found.map(|deadline| deadline.due_at)
}

/// A meeting that a case may be wanted for, with its last moment for proposals.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    pub meeting: Meeting,
    pub registration: Option<Moment>,
}

impl Coming {
    /// Whether what is proposed at this moment is too late for it.
    #[must_use]
    pub fn is_late(&self, proposed_at: Moment) -> bool {
        self.registration.is_some_and(|until| until < proposed_at)
    }
}

/// The meetings that may still deal with cases, soonest first: neither held nor cancelled.
#[must_use]
pub fn coming(meetings: &[Meeting], data: &BoardData, today: NaiveDate) -> Vec<Coming> {
    let is_open =
        |meeting: &&Meeting| meeting.state < MeetingState::Held && meeting.last_day() >= today;
    let coming = |meeting: &Meeting| Coming {
        meeting: meeting.clone(),
        registration: registration(meeting, data),
    };
    meetings.iter().filter(is_open).map(coming).collect()
}

/// Where what is proposed now goes: the first meeting for which it is not too late.
#[must_use]
pub fn next_in_time(coming: &[Coming], now: Moment) -> Option<&Coming> {
    coming.iter().find(|one| !one.is_late(now))
}

/// The series that a number for this meeting is of, and the year that it bears.
#[must_use]
pub fn series(numbering: Numbering, meeting: &Meeting) -> (String, i32) {
    let year = meeting.first_day().year();
    match numbering {
        Numbering::Year => (year.to_string(), year),
        Numbering::Meeting => (meeting.id.to_string(), year),
    }
}

/// Through which board someone may propose a case to `board`: as member, chair, deputy or secretariat of the board
/// itself, or as the secretariat of a council below it.
#[must_use]
pub fn proposes_through(roles: &Roles, board: BoardId, councils: &[BoardId]) -> Option<BoardId> {
    let may = [Role::Member, Role::Chair, Role::Deputy, Role::Secretariat];
    if roles.on(board).iter().any(|role| may.contains(role)) {
        return Some(board);
    }
    let mut councils = councils.iter().copied();
    councils.find(|council| roles.is_secretary_of(*council))
}

/// The kinds of mail of this slice.
pub mod mail_kind {
    /// To the secretariat: a case is proposed.
    pub const PROPOSED: &str = "case-proposed";
    /// To the proposer: accepted, declined or postponed.
    pub const DECIDED: &str = "case-decided";
    /// To the secretariat and the proposer: the talk with KS is not recorded.
    pub const TALK: &str = "case-talk";
    /// To who is named to prepare a case.
    pub const OFFICER: &str = "case-officer";
}

/// The time of day at which reminders go.
fn morning() -> NaiveTime {
    NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default()
}

/// A case that affects municipalities, as far as the reminder of the talk needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untalked {
    pub case: CaseId,
    pub proposed_at: Moment,
}

/// The next reminder that the talk with KS is not recorded. They come every so many days from the day the case was
/// proposed, and go on until the talk is recorded or the case dealt with.
#[must_use]
pub fn talk_reminder(of: &Untalked, setting: &Setting, board: &Board, now: Moment) -> Wanted {
    let every = setting.talk_reminder_days.max(1);
    let from = board.today(of.proposed_at);
    let at = |turn: i64| -> Moment {
        let day = board
            .calendar
            .on_or_after(from + Duration::days(every * turn));
        moment_of(board.zone, day, morning()).into()
    };
    let mut turn = ((board.today(now) - from).num_days() / every).max(1);
    while at(turn) < now {
        turn += 1;
    }
    Wanted {
        key: Key {
            kind: mail_kind::TALK,
            object_id: of.case.to_string(),
            slot: format!("talk-{turn}"),
        },
        object_kind: "case",
        about_day: from,
        deadline: None,
        due: at(turn),
        expires: at(turn + 1).max(at(turn) + Duration::days(1)),
    }
}

/// Whom an occasion of this slice goes to: `kind` as it stands in the ledger. An answer goes to the proposer alone.
#[must_use]
pub fn audience(kind: &str) -> Vec<ToRole> {
    if [mail_kind::PROPOSED, mail_kind::TALK].contains(&kind) {
        vec![ToRole::Secretariat]
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests;
