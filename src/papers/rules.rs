//! When a paper may come, and who may write it. Pure.

use super::Paper;
use crate::boards::{BoardData, Strength};
use crate::cases::{Case, CaseState};
use crate::db::ids::PersonId;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::meetings::{Meeting, MeetingState, Stage, rules};
use crate::web::Roles;

/// How a paper stands to its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    InTime,
    /// The mandate says “normally”: it may come all the same, with a reason and who allowed it.
    Late {
        since: Moment,
    },
    /// The mandate says “shall”.
    TooLate {
        since: Moment,
    },
    /// The meeting has been held, or the case is over: what was decided on stands.
    Over,
}

/// Whether a new version may come now. Case officers deliver by the delivery deadline of the meeting that the case is on;
/// a case on no meeting has none.
#[must_use]
pub fn timing(case: &Case, at: Option<(&Meeting, &BoardData)>, now: Moment) -> Timing {
    if case.state.is_over() || case.state == CaseState::Treated {
        return Timing::Over;
    }
    let Some((meeting, data)) = at else {
        return Timing::InTime;
    };
    if meeting.state == MeetingState::Cancelled {
        return Timing::InTime;
    }
    if meeting.state >= MeetingState::Held {
        return Timing::Over;
    }
    let line = rules::deadlines(meeting, data);
    let Some(delivery) = line.iter().find(|one| one.stage == Stage::Delivery) else {
        return Timing::InTime;
    };
    let since = delivery.due_at;
    match delivery.strength {
        _ if now <= since => Timing::InTime,
        Strength::Shall => Timing::TooLate { since },
        _ => Timing::Late { since },
    }
}

/// The secretariat writes the papers of every case, and who proposed a case the papers of that one; nobody to whom the
/// case is closed is asked about here, because it does not exist for them.
#[must_use]
pub fn may_write(case: &Case, reader: PersonId, roles: &Roles) -> bool {
    roles.is_secretary_of(case.board) || case.proposed_by == reader
}

/// The version that someone reads: the newest for those who write, the published one for others.
#[must_use]
pub fn shown_version(paper: &Paper, may_write: bool) -> Option<i64> {
    if may_write {
        (paper.latest > 0).then_some(paper.latest)
    } else {
        paper.published
    }
}

/// Whether a version may be shown: readers see the published one and those before it that they may have noted on.
#[must_use]
pub fn may_open(paper: &Paper, number: i64, may_write: bool) -> bool {
    let newest = shown_version(paper, may_write).unwrap_or(0);
    (1..=newest).contains(&number)
}

/// Why something about papers is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("what was decided on stands")]
    Over,
    #[error("the mandate says shall")]
    TooLate,
    #[error("there is nothing to publish")]
    Nothing,
    #[error("the case is not accepted")]
    NotAccepted,
}

impl Refusal {
    /// What the secretary reads.
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::Over => "paper-over",
            Self::TooLate => "paper-too-late",
            Self::Nothing => "paper-nothing-to-publish",
            Self::NotAccepted => "paper-case-not-accepted",
        })
    }
}

/// Whether the newest version may be given to the members.
///
/// # Errors
/// When there is none that they do not have, or the case itself is not shown to them.
pub fn may_publish(paper: &Paper) -> Result<i64, Refusal> {
    match paper.case.state {
        CaseState::Proposed | CaseState::Declined => return Err(Refusal::NotAccepted),
        CaseState::Treated | CaseState::Closed => return Err(Refusal::Over),
        CaseState::Accepted | CaseState::Postponed | CaseState::Scheduled => {}
    }
    let is_new = paper.published.is_none_or(|number| number < paper.latest);
    let is_back = paper.access.withdrawn_at.is_some();
    (paper.latest > 0 && (is_new || is_back))
        .then_some(paper.latest)
        .ok_or(Refusal::Nothing)
}
