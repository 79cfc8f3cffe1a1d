//! What may be written of a decision, and which version is shown to whom: pure functions.

use super::{Decided, Head, Stance, Version};
use crate::db::ids::PersonId;
use crate::db::types::Moment;
use crate::i18n::Said;
use chrono::NaiveDate;

/// The outcomes that ask the owner of a board to decide, by their codes: of the others nothing is said to be undecided.
pub const ASKS: [&str; 1] = ["recommendation"];

/// Whether an outcome asks the owner to decide.
#[must_use]
pub fn asks(outcome: &str) -> bool {
    ASKS.contains(&outcome)
}

/// Why a decision cannot be as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its day is yet to come.
    InFuture,
    /// Its day is before the meeting's first.
    BeforeMeeting(NaiveDate),
    /// What was not simply followed is explained.
    NeedsText,
    NotALink,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Self::InFuture => Said::new("decision-in-future"),
            Self::BeforeMeeting(day) => Said::new("decision-before-meeting").with("day", day),
            Self::NeedsText => Said::new("decision-needs-text"),
            Self::NotALink => Said::new("decision-not-a-link"),
        }
    }
}

/// Whether it may have been decided on this day, by the board's own dates.
///
/// # Errors
/// Why not.
pub fn may_be_on(on: NaiveDate, first_day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on > today {
        return Err(Refusal::InFuture);
    }
    (on >= first_day)
        .then_some(())
        .ok_or(Refusal::BeforeMeeting(first_day))
}

/// Whether enough is said of it.
///
/// # Errors
/// That it is not.
pub fn may_say(stance: Stance, content: &str) -> Result<(), Refusal> {
    (stance == Stance::Followed || !content.is_empty())
        .then_some(())
        .ok_or(Refusal::NeedsText)
}

/// Whether a link is none, or leads to a place by http or https.
///
/// # Errors
/// That it does not.
pub fn may_link(link: &str) -> Result<(), Refusal> {
    let leads = |scheme: &str| {
        let (start, rest) = link.split_at_checked(scheme.len()).unwrap_or_default();
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        start.eq_ignore_ascii_case(scheme)
            && host.contains('.')
            && !host.contains(['@', '\\'])
            && !link.contains(char::is_whitespace)
    };
    (link.is_empty() || leads("https://") || leads("http://"))
        .then_some(())
        .ok_or(Refusal::NotALink)
}

/// All of this at once, of a meeting that began on `first_day`.
///
/// # Errors
/// The first that is wrong.
pub fn check(of: &Decided, first_day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    may_be_on(of.on, first_day, today)?;
    may_say(of.stance, &of.content)?;
    may_link(&of.link)
}

/// What is shown once this version was written: to the board at once, to everyone else when nobody must release it.
#[must_use]
pub fn written(before: Head, number: i64, needs_second: bool, now: Moment) -> Head {
    let head = Head {
        inside: Some(number),
        ..before
    };
    if needs_second {
        return head;
    }
    released(head, now)
}

/// What is shown once the newest version is shown to everyone.
#[must_use]
pub fn released(before: Head, now: Moment) -> Head {
    Head {
        outside: before.inside,
        changed_at: Some(now),
        ..before
    }
}

/// What is shown once it was taken back: nothing, to anybody. That takes no second person.
#[must_use]
pub fn taken_back(before: Head, now: Moment) -> Head {
    let changed_at = match before.outside {
        Some(_) => Some(now),
        None => before.changed_at,
    };
    Head {
        inside: None,
        outside: None,
        changed_at,
        ..before
    }
}

/// Whether this person may show a version that waits to everyone: whoever wrote it may not.
///
/// It waits because the board wanted two when it was written, and keeps to that when the board wants one.
#[must_use]
pub fn may_release(newest: &Version, by: PersonId) -> bool {
    newest.by != by
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::{AgendaItemId, BoardId, MeetingId};
    use crate::meetings::testing::at;

    const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 9).expect("a day");
    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 20).expect("a day");

    fn none() -> Head {
        let at_meeting = (MeetingId::new(), BoardId::new());
        Head::of_none(at_meeting, AgendaItemId::new())
    }

    #[test]
    fn nothing_is_decided_before_the_meeting_or_tomorrow() {
        assert_eq!(may_be_on(DAY, DAY, TODAY), Ok(()));
        assert_eq!(may_be_on(TODAY, DAY, TODAY), Ok(()));
        let tomorrow = TODAY.succ_opt().unwrap();
        assert_eq!(may_be_on(tomorrow, DAY, TODAY), Err(Refusal::InFuture));
        let eve = DAY.pred_opt().unwrap();
        assert_eq!(may_be_on(eve, DAY, TODAY), Err(Refusal::BeforeMeeting(DAY)));
    }

    #[test]
    fn what_is_not_simply_followed_is_explained() {
        for stance in Stance::ALL {
            let is_followed = *stance == Stance::Followed;
            assert_eq!(may_say(*stance, "").is_ok(), is_followed, "{stance}");
            assert!(may_say(*stance, "Fordi").is_ok());
        }
    }

    #[test]
    fn a_link_leads_to_a_place() {
        for right in [
            "",
            "https://digdir.no/a?b#c",
            "http://digdir.no",
            "HTTPS://digdir.no",
        ] {
            assert_eq!(may_link(right), Ok(()), "{right}");
        }
        for wrong in [
            "digdir.no",
            "javascript:alert(1)",
            "https://localhost",
            "https://a@b.no",
            "https://digdir.no/a b",
            "ø",
        ] {
            assert_eq!(may_link(wrong), Err(Refusal::NotALink), "{wrong}");
        }
    }

    #[test]
    fn where_two_are_wanted_everyone_else_is_shown_what_was_released() {
        let (now, later) = (at("2026-12-20T08:00:00Z"), at("2026-12-21T08:00:00Z"));
        let first = written(none(), 1, true, now);
        assert!(first.waits() && first.inside == Some(1) && first.outside.is_none());
        assert_eq!(taken_back(first, now).changed_at, None);
        let out = released(first, later);
        assert!(!out.waits() && out.outside == Some(1) && out.changed_at == Some(later));
        let second = written(out, 2, true, later);
        assert_eq!((second.inside, second.outside), (Some(2), Some(1)));
        let gone = taken_back(second, later);
        assert_eq!(
            (gone.inside, gone.outside, gone.waits()),
            (None, None, false)
        );
        let at_once = written(none(), 1, false, now);
        assert_eq!((at_once.inside, at_once.outside), (Some(1), Some(1)));
        let (kari, jon) = (PersonId::new(), PersonId::new());
        let newest = Version {
            number: 1,
            decided: None,
            by: kari,
            who: "Kari".to_owned(),
            at: now,
        };
        assert!(!may_release(&newest, kari) && may_release(&newest, jon));
    }
}
