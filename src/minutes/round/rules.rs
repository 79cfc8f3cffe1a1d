//! What may be done with minutes on their way to approval, and who may remark on them: pure functions.

pub mod changes;

use super::{Approval, Remark, RemarkState, Round};
use crate::boards::ToRole;
use crate::calendar::moment_of;
use crate::db::ids::{AgendaItemId, MeetingId, PersonId};
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::meetings::{Deadline, Meeting, MeetingState, Stage};
use crate::minutes::attendance::rules::is_at;
use crate::minutes::attendance::{Line, Part};
use crate::minutes::told::Told;
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// Why something cannot be done with the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Cancelled,
    /// The meeting has not been yet.
    NotYet,
    /// There is nothing to send: nobody has written anything.
    Empty,
    /// Nobody is written down as having been there.
    NobodyThere,
    /// They have not been sent out.
    NotSent,
    AlreadyApproved,
    NotApproved,
    /// Somebody asks for a change that nobody has answered.
    OpenRemarks,
    /// Remarks are still taken.
    NotOver,
    /// What was written was changed after it was sent out.
    Changed,
    /// A remark is said to be followed, and nothing was changed.
    Unfollowed,
    /// The board approves its minutes in a meeting.
    ByMeeting,
    /// The meeting that is to approve them is not later, or has not been.
    WrongMeeting,
    /// They are not being corrected.
    NotCorrecting,
    /// A correction has changed nothing.
    Unchanged,
    /// Whoever was not there has no remarks.
    WasNotThere,
    /// A remark is to be marked as followed, and nothing of what it is about was changed.
    NothingChanged,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::Cancelled => "attendance-cancelled",
            Self::NotYet => "minutes-not-yet",
            Self::Empty => "round-empty",
            Self::NobodyThere => "round-nobody-there",
            Self::NotSent => "round-not-sent",
            Self::AlreadyApproved => "round-already-approved",
            Self::NotApproved => "round-not-approved",
            Self::OpenRemarks => "round-open-remarks",
            Self::NotOver => "round-not-over",
            Self::Changed => "round-changed",
            Self::Unfollowed => "round-unfollowed",
            Self::ByMeeting => "round-by-meeting",
            Self::WrongMeeting => "round-wrong-meeting",
            Self::NotCorrecting => "round-not-correcting",
            Self::Unchanged => "round-correction-unchanged",
            Self::WasNotThere => "round-was-not-there",
            Self::NothingChanged => "round-nothing-changed",
        })
    }
}

/// Whether the minutes of a meeting are approved, and not being corrected. Those of before there were rounds are as they are.
#[must_use]
pub fn is_shut(meeting: &Meeting, round: Option<&Round>) -> bool {
    round.map_or(meeting.state == MeetingState::Closed, |round| {
        !round.is_open()
    })
}

/// Whether what was written may be changed, on the board's own date: from the meeting's first day on until it is approved,
/// and while it is corrected.
///
/// # Errors
/// Why not.
pub fn may_be_written(
    meeting: &Meeting,
    round: Option<&Round>,
    today: NaiveDate,
) -> Result<(), Refusal> {
    if meeting.state == MeetingState::Cancelled {
        return Err(Refusal::Cancelled);
    }
    if today < meeting.first_day() {
        return Err(Refusal::NotYet);
    }
    if is_shut(meeting, round) {
        return Err(Refusal::AlreadyApproved);
    }
    Ok(())
}

/// Whether a draft may go out now.
///
/// # Errors
/// Why not.
pub fn may_send(meeting: &Meeting, round: Option<&Round>, today: NaiveDate) -> Result<(), Refusal> {
    may_be_written(meeting, round, today)?;
    if round.is_some_and(|round| round.approved.is_some()) {
        return Err(Refusal::AlreadyApproved);
    }
    Ok(())
}

/// The last day for remarks that is proposed: that of the mandate's deadline, or a week from now where there is none ahead.
#[must_use]
pub fn usual_day(line: &[Deadline], today: NaiveDate) -> NaiveDate {
    let deadline = line.iter().find(|one| one.stage == Stage::Remarks);
    let ahead = deadline.map(|one| one.due_on).filter(|day| *day > today);
    ahead.unwrap_or_else(|| today + Days::new(7))
}

/// As long as remarks are taken at most: until the next ordinary meeting of a board with four a year.
const LONGEST: Days = Days::new(92);

/// Whether remarks may be taken until a day.
///
/// # Errors
/// Why not.
pub fn check_day(meeting: &Meeting, on: NaiveDate, today: NaiveDate) -> Result<(), Said> {
    if on < meeting.last_day() {
        return Err(Said::new("round-day-before-meeting"));
    }
    if on < today {
        return Err(Said::new("round-day-past"));
    }
    if on > today + LONGEST {
        return Err(Said::new("round-day-far"));
    }
    Ok(())
}

/// The moment at which a day is over, by the board's clock.
#[must_use]
pub fn end_of(zone: Tz, day: NaiveDate) -> Moment {
    moment_of(zone, day + Days::new(1), NaiveTime::MIN).into()
}

/// Whether someone was at the meeting, in any part but that of a guest of whom nobody knows who it is.
#[must_use]
pub fn was_there(days: &[Vec<Line>], who: PersonId) -> bool {
    let lines = days.iter().flatten();
    lines
        .filter(|line| line.listed.person == Some(who))
        .any(Line::is_there)
}

/// The items at which someone was there: each with the day that it stood on, and that day's items in order.
#[must_use]
pub fn attended(
    days: &[Vec<Line>],
    items: &[(AgendaItemId, usize)],
    who: PersonId,
) -> Vec<AgendaItemId> {
    let is_here = |(item, session): &&(AgendaItemId, usize)| {
        let of_day = items.iter().filter(|(_, day)| day == session);
        let of_day: Vec<AgendaItemId> = of_day.map(|(id, _)| *id).collect();
        let lines = days.get(*session).map_or(&[][..], Vec::as_slice).iter();
        let mut own = lines.filter(|line| line.listed.person == Some(who) && line.is_there());
        own.any(|line| is_at(line.listed.stay, *item, &of_day))
    };
    items
        .iter()
        .filter(is_here)
        .map(|(item, _)| *item)
        .collect()
}

/// Everyone who was there and is known by name, once each.
#[must_use]
pub fn everyone(days: &[Vec<Line>]) -> Vec<PersonId> {
    let there = days.iter().flatten().filter(|line| line.is_there());
    let people = there.filter_map(|line| line.listed.person);
    let mut people: Vec<PersonId> = people.collect();
    people.sort();
    people.dedup();
    people
}

/// The names of those who were there and to whom no mail goes, once each. `reached` are those who have an address.
#[must_use]
pub fn without_mail(days: &[Vec<Line>], reached: &BTreeSet<PersonId>) -> Vec<String> {
    let there = days.iter().flatten().filter(|line| line.is_there());
    let is_reached = |line: &&Line| line.listed.person.is_some_and(|who| reached.contains(&who));
    let names = there.filter(|line| !is_reached(line));
    let names = names.map(|line| line.listed.called().to_owned());
    let names: BTreeSet<String> = names.filter(|name| !name.is_empty()).collect();
    names.into_iter().collect()
}

/// Who is told that a draft is out besides those who were there: the members who were not.
#[must_use]
pub fn is_told(line: &Line) -> bool {
    line.is_there() || matches!(line.listed.part, Part::Chair | Part::Member)
}

/// Whether someone who was there may remark on a draft now.
///
/// # Errors
/// Why not.
pub fn may_remark(round: Option<&Round>, was_there: bool) -> Result<(), Refusal> {
    let round = round.ok_or(Refusal::NotSent)?;
    if round.approved.is_some() {
        return Err(Refusal::AlreadyApproved);
    }
    was_there.then_some(()).ok_or(Refusal::WasNotThere)
}

/// Whether nobody has asked for a change that is not settled.
#[must_use]
pub fn is_settled(remarks: &[Remark]) -> bool {
    remarks.iter().all(|one| one.state != RemarkState::Open)
}

/// How minutes are to be approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Nobody has said anything until the time was over, and what was written stands as it went out.
    BySilence,
    /// The secretariat has followed or answered every remark; what is written now is approved when the time is over.
    AfterRemarks,
    /// A later meeting approves them as they are written now.
    ByMeeting(MeetingId),
}

/// Whether minutes may be approved so now. `changed` says whether what was written was changed after it went out.
///
/// # Errors
/// Why not.
pub fn may_approve(
    round: Option<&Round>,
    remarks: &[Remark],
    changed: bool,
    (how, approval): (How, Approval),
    now: Moment,
) -> Result<(), Refusal> {
    let round = round.ok_or(Refusal::NotSent)?;
    if round.approved.is_some() {
        return Err(Refusal::AlreadyApproved);
    }
    if !is_settled(remarks) {
        return Err(Refusal::OpenRemarks);
    }
    if matches!(how, How::ByMeeting(_)) {
        return Ok(());
    }
    if approval == Approval::Meeting {
        return Err(Refusal::ByMeeting);
    }
    if now < round.remarks_until {
        return Err(Refusal::NotOver);
    }
    if how == How::BySilence && changed {
        return Err(Refusal::Changed);
    }
    // Nobody approves by silence what somebody was promised to have changed.
    let is_promised = |one: &Remark| one.state == RemarkState::Accepted && one.draft == round.draft;
    if how == How::BySilence && remarks.iter().any(is_promised) {
        return Err(Refusal::Unfollowed);
    }
    Ok(())
}

/// Whether a remark may be answered so. `before` is the version that its author read, `now` what is written.
///
/// # Errors
/// When it is said to be followed and nothing of what it is about was changed since.
pub fn may_settle(
    of: &Remark,
    state: RemarkState,
    (before, now): (&Told, &Told),
) -> Result<(), Refusal> {
    let is_followed = changes::is_changed(before, now, of.item);
    (state != RemarkState::Accepted || is_followed)
        .then_some(())
        .ok_or(Refusal::NothingChanged)
}

/// Whether a meeting may approve the minutes of another: it comes later, and has come.
///
/// # Errors
/// Why not.
pub fn may_be_approved_by(
    minuted: &Meeting,
    approving: &Meeting,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let is_later = approving.board == minuted.board
        && approving.first_day() > minuted.last_day()
        && approving.state != MeetingState::Cancelled;
    (is_later && approving.first_day() <= today)
        .then_some(())
        .ok_or(Refusal::WrongMeeting)
}

/// Whom the mails of this slice go to, by the kind in the ledger.
#[must_use]
pub fn audience(kind: &str) -> Vec<ToRole> {
    match kind {
        "minutes-sent" | "minutes-ending" | "minutes-approved" | "minutes-corrected"
        | "minutes-withdrawn" => vec![ToRole::Member],
        "minutes-silence" | "minutes-remark" | "minutes-to-publish" => vec![ToRole::Secretariat],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
