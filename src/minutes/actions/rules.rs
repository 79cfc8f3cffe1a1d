//! What an action item may say, who settles it, and which mails it asks for: pure functions.

use super::{Action, Owner, State};
use crate::boards::{BoardData, ToRole};
use crate::calendar::moment_of;
use crate::cases::Case;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::mail::{Key, Occasion, OccasionState, Wanted};
use crate::meetings::occasions::{REMINDER_TIME, out_of_quiet};
use crate::meetings::{Meeting, MeetingState};
use crate::minutes::access::ItemAccess;
use crate::minutes::round::Round;
use crate::web::access::{Assessment, Audience};
use chrono::{Days, Duration, NaiveDate, NaiveTime};
use std::iter::successors;

/// The kinds of mail of action items.
pub mod mail_kind {
    /// To the owner: it is theirs.
    pub const ASSIGNED: &str = "action-assigned";
    /// To the owner before its day, and to the secretariat too after it.
    pub const DUE: &str = "action-due";
    pub const ALL: [&str; 2] = [ASSIGNED, DUE];
}

/// Its object in the ledger.
pub const OBJECT_KIND: &str = "action";
/// How long an owner is not told yet, so that what is mended in the meeting is one mail.
pub const SETTLES_IN: Duration = Duration::hours(1);
/// How long the mail that it is someone's makes sense.
const WORTH_TELLING: Duration = Duration::days(14);
/// How long before its day the owner is reminded.
const AHEAD: Days = Days::new(7);
const BEFORE: &str = "before-7-days";
/// How long after each reminder of what is overdue the next one goes, and how many there are in all.
const EVERY: Days = Days::new(7);
const AT_MOST: usize = 3;

/// Why an action item cannot be as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its day is before the meeting at which it was agreed.
    BeforeMeeting(NaiveDate),
    NotHttps,
    /// Nobody is named.
    NoOwner,
    /// One is chosen and another is named.
    TwoOwners,
    /// The case is closed to whom it was to be given.
    OwnerClosedOut,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Self::BeforeMeeting(day) => Said::new("action-due-before-meeting").with("day", day),
            Self::NotHttps => Said::new("action-link-not-https"),
            Self::NoOwner => Said::new("action-no-owner"),
            Self::TwoOwners => Said::new("action-two-owners"),
            Self::OwnerClosedOut => Said::new("action-owner-closed-out"),
        }
    }
}

/// Whether it is due on the meeting's first day or later.
///
/// # Errors
/// That it is not.
pub fn may_be_due(due: Option<NaiveDate>, first_day: NaiveDate) -> Result<(), Refusal> {
    match due {
        Some(due) if due < first_day => Err(Refusal::BeforeMeeting(first_day)),
        _ => Ok(()),
    }
}

/// Whether a link is none, or leads to a place by https.
///
/// # Errors
/// That it does not.
pub fn may_link(link: &str) -> Result<(), Refusal> {
    let is_https = |link: &str| {
        let start = link.get(..8).unwrap_or_default();
        let rest = link.get(8..).unwrap_or_default();
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        start.eq_ignore_ascii_case("https://")
            && host.contains('.')
            && !host.contains(['@', '\\'])
            && !link.contains(char::is_whitespace)
    };
    (link.is_empty() || is_https(link))
        .then_some(())
        .ok_or(Refusal::NotHttps)
}

/// Whose it is: one that was chosen, or one that was named.
///
/// # Errors
/// When it is neither or both.
pub fn owned_by(chosen: Owner, named: &str) -> Result<Owner, Refusal> {
    match (chosen, named.is_empty()) {
        (Owner::Other, true) => Err(Refusal::NoOwner),
        (Owner::Other, false) => Ok(Owner::Other),
        (chosen, true) => Ok(chosen),
        (_, false) => Err(Refusal::TwoOwners),
    }
}

/// Whom something is shown to that is agreed now: the secretariat alone until the draft is out, sent here or by hand.
#[must_use]
pub fn shown_to(meeting: &Meeting, round: Option<&Round>) -> Audience {
    let is_out = matches!(meeting.state, MeetingState::Minuted | MeetingState::Closed);
    if is_out || round.is_some() {
        Audience::Members
    } else {
        Audience::Secretariat
    }
}

/// What somebody does to an action item besides changing what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Done,
    Drop,
    /// There is something to do again.
    Reopen,
    /// It was written by mistake, and nobody but the secretariat sees it any more.
    Withdraw,
}

impl Act {
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "done" => Self::Done,
            "drop" => Self::Drop,
            "open" => Self::Reopen,
            "withdraw" => Self::Withdraw,
            _ => return None,
        })
    }

    /// Whether a note must say why.
    #[must_use]
    pub fn needs_note(self) -> bool {
        self == Self::Drop
    }

    /// Whether it can be done to what stands so.
    #[must_use]
    pub fn is_possible(self, of: &Action) -> bool {
        match self {
            Self::Done | Self::Drop | Self::Withdraw => of.is_open(),
            Self::Reopen => !of.is_open(),
        }
    }

    /// The state that it leads to.
    #[must_use]
    pub fn leads_to(self, from: State) -> State {
        match self {
            Self::Done => State::Done,
            Self::Drop => State::Dropped,
            Self::Reopen => State::Open,
            Self::Withdraw => from,
        }
    }
}

/// Whether someone may do this: the secretariat everything, an owner what settles their own.
#[must_use]
pub fn may(act: Act, keeps: bool, is_owner: bool) -> bool {
    keeps || (is_owner && act != Act::Withdraw)
}

/// Whether a mail may say what is to be done: only where its case was found open and is no longer kept back, and its
/// minutes are not exempt.
#[must_use]
pub fn is_told_in_mail(case: Option<&Case>, minuted: Option<&ItemAccess>, now: Moment) -> bool {
    let is_kept_back = |from: Option<Moment>| from.is_some_and(|from| from > now);
    let is_open = case.is_some_and(|case| {
        let access = &case.access;
        access.assessment == Assessment::Open
            && !is_kept_back(access.open_from)
            && access.withdrawn_at.is_none()
    });
    let is_shut = minuted.is_some_and(|own| {
        own.assessment == Assessment::Exempt
            || is_kept_back(own.open_from)
            || own.withdrawn_at.is_some()
    });
    is_open && !is_shut
}

/// Whom an occasion goes to besides its owner.
#[must_use]
pub fn audience(kind: &str, slot: &str) -> Vec<ToRole> {
    if kind == mail_kind::DUE && is_of_late(slot) {
        vec![ToRole::Secretariat]
    } else {
        Vec::new()
    }
}

/// Whether a slot is of what is overdue.
#[must_use]
pub fn is_of_late(slot: &str) -> bool {
    slot.starts_with("overdue-")
}

/// Every mail that an action item asks for; none before the draft of its minutes has gone out.
///
/// `standing` is what the ledger has of it: it tells which repeat comes next.
#[must_use]
pub fn wanted(of: &Action, data: &BoardData, standing: &[Occasion], now: Moment) -> Vec<Wanted> {
    if !of.is_open() || of.audience == Audience::Secretariat {
        return Vec::new();
    }
    let mut wanted: Vec<Wanted> = assigned(of, data).into_iter().collect();
    if let Some(due) = of.task.due_on {
        let about = About { of, due, data };
        // Whoever has no address of ours cannot be reminded.
        wanted.extend(about.before().filter(|_| of.task.owner != Owner::Other));
        wanted.extend(about.next_repeat(standing, now));
    }
    wanted
}

/// The mail that it is someone's; whoever takes it on themselves knows.
fn assigned(of: &Action, data: &BoardData) -> Option<Wanted> {
    let (by, at) = of.assigned;
    let owner = of.task.owner;
    if owner == Owner::Other || owner == Owner::Person(by) {
        return None;
    }
    let due = at + SETTLES_IN;
    Some(Wanted {
        key: Key {
            kind: mail_kind::ASSIGNED,
            object_id: of.id.to_string(),
            slot: owner.to_string(),
        },
        object_kind: OBJECT_KIND,
        about_day: data.board.today(at),
        deadline: None,
        due,
        expires: due + WORTH_TELLING,
    })
}

/// One action item with its day.
#[derive(Clone, Copy)]
struct About<'a> {
    of: &'a Action,
    due: NaiveDate,
    data: &'a BoardData,
}

impl About<'_> {
    /// A week ahead, on a working day on which people are not left in peace; it expires when its day is over.
    fn before(self) -> Option<Wanted> {
        let calendar = self.data.board.calendar;
        let day = calendar.on_or_before(self.due.checked_sub_days(AHEAD)?);
        let day = out_of_quiet(day, self.due, calendar, &self.data.closures);
        Some(self.at(BEFORE, self.morning(day), self.deadline()?))
    }

    /// The first of the reminders after its day that is not settled and not past; one that waits for the next pass is not
    /// past.
    fn next_repeat(self, standing: &[Occasion], now: Moment) -> Option<Wanted> {
        let calendar = self.data.board.calendar;
        let later = |day: &NaiveDate| Some(calendar.on_or_after(day.checked_add_days(EVERY)?));
        let first = calendar.on_or_after(self.due.succ_opt()?);
        let mut next = None;
        for (repeat, day) in (1..).zip(successors(Some(first), later).take(AT_MOST)) {
            let slot = format!("overdue-{repeat}");
            let due = self.morning(day);
            let row = self.row(&slot, standing);
            if row.is_some_and(is_settled) {
                next = None;
                continue;
            }
            let waits =
                row.is_some_and(|row| row.state == OccasionState::Planned && row.due == due);
            if next.is_none() && (due >= now || waits) {
                let expires = later(&day).map_or(due, |day| self.morning(day));
                next = Some(self.at(&slot, due, expires));
            }
            if due >= now {
                break;
            }
        }
        next
    }

    /// The ledger's row of this slot that is about this day.
    fn row<'s>(self, slot: &str, standing: &'s [Occasion]) -> Option<&'s Occasion> {
        let is_this = |row: &&Occasion| {
            row.kind == mail_kind::DUE && row.slot == slot && row.about_day == Some(self.due)
        };
        let rows = standing.iter().filter(is_this);
        rows.max_by_key(|row| row.occurrence)
    }

    fn at(self, slot: &str, due: Moment, expires: Moment) -> Wanted {
        Wanted {
            key: Key {
                kind: mail_kind::DUE,
                object_id: self.of.id.to_string(),
                slot: slot.to_owned(),
            },
            object_kind: OBJECT_KIND,
            about_day: self.due,
            deadline: self.deadline(),
            due,
            expires,
        }
    }

    /// The end of its day.
    fn deadline(self) -> Option<Moment> {
        let end = self.due.succ_opt()?;
        Some(moment_of(self.data.board.zone, end, NaiveTime::MIN).into())
    }

    fn morning(self, day: NaiveDate) -> Moment {
        moment_of(self.data.board.zone, day, REMINDER_TIME).into()
    }
}

fn is_settled(row: &Occasion) -> bool {
    !matches!(row.state, OccasionState::Planned | OccasionState::Withdrawn)
}

#[cfg(test)]
mod tests;
