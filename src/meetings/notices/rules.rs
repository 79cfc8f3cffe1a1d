//! What may be told, of whom it is thought first, and what the secretariat has not yet told: pure functions.

use super::{Candidate, Known, NoticeKind, Told};
use crate::boards::Board;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::mail::{Occasion, Wanted};
use crate::meetings::{Meeting, MeetingState, Stage, rules::starts_at};
use chrono::Duration;

/// How long a notice of no single meeting may wait for a mail server.
pub const LASTS: Duration = Duration::days(14);

/// Why a notice cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The board's mail is off.
    MailOff,
    /// The meeting has begun, or been held.
    Over,
    /// The meeting is cancelled: only that can be told.
    Cancelled,
    /// The meeting is not cancelled.
    NotCancelled,
    /// Nobody has been told of the meeting, so there is nothing to change or take back.
    NotTold,
    /// The year has no meeting to come.
    NoMeetings,
    /// Nobody is chosen who has an address.
    Nobody,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::MailOff => "notice-refused-mail-off",
            Self::Over => "notice-refused-over",
            Self::Cancelled => "notice-refused-cancelled",
            Self::NotCancelled => "notice-refused-not-cancelled",
            Self::NotTold => "notice-refused-not-told",
            Self::NoMeetings => "notice-refused-no-meetings",
            Self::Nobody => "notice-refused-nobody",
        })
    }
}

/// Whether mail of the board goes out now.
#[must_use]
pub fn mail_is_on(board: &Board, now: Moment) -> bool {
    board.mail_on_from.is_some_and(|from| from <= now)
}

/// Whether a notice of this kind may be sent about a meeting.
///
/// # Errors
/// Why not.
pub fn may_send(
    kind: NoticeKind,
    meeting: &Meeting,
    is_told: bool,
    board: &Board,
    now: Moment,
) -> Result<(), Refusal> {
    let is_over = now >= starts_at(meeting, board)
        || (meeting.state >= MeetingState::Held && meeting.state != MeetingState::Cancelled);
    let is_cancelled = meeting.state == MeetingState::Cancelled;
    match kind {
        _ if !mail_is_on(board, now) => Err(Refusal::MailOff),
        NoticeKind::Message => Ok(()),
        _ if is_over => Err(Refusal::Over),
        NoticeKind::Cancellation if !is_cancelled => Err(Refusal::NotCancelled),
        NoticeKind::SaveTheDate | NoticeKind::Call | NoticeKind::Change if is_cancelled => {
            Err(Refusal::Cancelled)
        }
        NoticeKind::Change | NoticeKind::Cancellation if !is_told => Err(Refusal::NotTold),
        _ => Ok(()),
    }
}

/// Whether people know of a meeting: a notice told them, or the call went another way and was marked as sent.
#[must_use]
pub fn is_told(known: &Known, meeting: &Meeting) -> bool {
    known.told.is_some() || meeting.is_done(Stage::Notice)
}

/// When the call went another way, by post or by phone, and no notice has told anything since.
fn called_by_hand(known: &Known, meeting: &Meeting) -> Option<Moment> {
    let called = meeting.done.get(&Stage::Notice)?;
    let is_last = known.told_at.is_none_or(|told| told < called.at);
    is_last.then_some(called.at)
}

/// Whether a meeting is no longer as people know it. What a call on paper said was not kept: there it is enough that
/// the meeting has changed since.
fn has_changed(known: &Known, meeting: &Meeting) -> bool {
    if let Some(called) = called_by_hand(known, meeting) {
        return known.changed_at.is_some_and(|changed| changed > called);
    }
    let last = known.told.as_ref();
    last.is_some_and(|last| differs(last, &Told::of(meeting, None, 0)))
}

/// What people should be told of a meeting that they know of: nothing when it is as they know it, or has begun.
#[must_use]
pub fn owed(known: &Known, meeting: &Meeting, board: &Board, now: Moment) -> Option<NoticeKind> {
    if now >= starts_at(meeting, board) || !has_changed(known, meeting) {
        return None;
    }
    Some(if meeting.state == MeetingState::Cancelled {
        NoticeKind::Cancellation
    } else {
        NoticeKind::Change
    })
}

/// The reminders that a meeting planned late would already have sent: never planned, and not yet pointless (F11).
#[must_use]
pub fn late(wanted: Vec<Wanted>, standing: &[Occasion], now: Moment) -> Vec<Wanted> {
    let was_planned = |want: &Wanted| {
        standing
            .iter()
            .any(|row| row.kind == want.key.kind && row.slot == want.key.slot)
    };
    let is_late = |want: &Wanted| want.due < now && want.expires > now && !was_planned(want);
    wanted.into_iter().filter(is_late).collect()
}

/// Whether what people were told of a meeting is no longer so. When answers are due is no change of the meeting.
#[must_use]
pub fn differs(told: &Told, now: &Told) -> bool {
    told.kind != now.kind
        || told.sessions != now.sessions
        || told.place != now.place
        || told.video_link != now.video_link
        || told.is_cancelled != now.is_cancelled
}

/// The notice that a meeting asks for next, for a page that was not told which.
#[must_use]
pub fn next(known: &Known, meeting: &Meeting, board: &Board, now: Moment) -> NoticeKind {
    let is_new = meeting.state == MeetingState::Planned;
    match owed(known, meeting, board, now) {
        Some(kind) => kind,
        None if meeting.state == MeetingState::Cancelled => NoticeKind::Cancellation,
        None if is_new || known.told.is_none() => NoticeKind::Call,
        None => NoticeKind::Change,
    }
}

/// Whether a box is ticked when the page is first shown: nobody gets a call or the days twice, everyone gets a change.
#[must_use]
pub fn is_ticked(kind: NoticeKind, candidate: &Candidate) -> bool {
    candidate.address.is_some()
        && match kind {
            NoticeKind::SaveTheDate | NoticeKind::Call => candidate.had_it.is_none(),
            NoticeKind::Change | NoticeKind::Cancellation | NoticeKind::Message => true,
        }
}

/// Whether someone is thought of at all. Standing deputies come when they are named; those who were told and sit no
/// longer hear of what changes.
#[must_use]
pub fn is_candidate(kind: NoticeKind, candidate: &Candidate) -> bool {
    use crate::web::access::Role;
    let sits = candidate.role.is_some_and(|role| role != Role::Deputy);
    match kind {
        NoticeKind::SaveTheDate => sits,
        NoticeKind::Call => sits || candidate.is_deputy,
        NoticeKind::Message => candidate.role.is_some() || candidate.is_deputy,
        NoticeKind::Change | NoticeKind::Cancellation => {
            sits || candidate.is_deputy || candidate.was_told
        }
    }
}

/// After this the mail would only confuse: the meeting has begun; without one meeting, two weeks.
#[must_use]
pub fn expires(kind: NoticeKind, meetings: &[Meeting], board: &Board, now: Moment) -> Moment {
    match meetings {
        [only] if kind != NoticeKind::Message => starts_at(only, board),
        _ => now + LASTS,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{at, board_data, day, meeting};
    use super::*;
    use crate::db::ids::PersonId;
    use crate::i18n::Language;
    use crate::meetings::Done;
    use crate::web::access::Role;

    const NOW: &str = "2027-02-01T08:00:00Z";

    fn board() -> Board {
        let mut board = board_data().board;
        board.mail_on_from = Some(at("2026-11-22T08:00:00Z"));
        board
    }

    fn of_state(state: MeetingState) -> Meeting {
        let mut of = meeting(&board_data(), "ordinary", &["2027-03-17"]);
        of.state = state;
        of
    }

    fn candidate(role: Option<Role>) -> Candidate {
        Candidate {
            person: PersonId::new(),
            name: "Olav".to_owned(),
            address: Some("olav@x.example".to_owned()),
            language: Language::NB,
            role,
            is_deputy: false,
            meetings: Vec::new(),
            had_it: None,
            was_told: false,
            owes_answer: false,
        }
    }

    #[test]
    fn each_kind_of_notice_has_its_time() {
        use MeetingState::{Called, Cancelled, Held, Planned};
        use NoticeKind::{Call, Cancellation, Change, Message, SaveTheDate};
        let may = |kind, state, told| may_send(kind, &of_state(state), told, &board(), at(NOW));
        for (kind, state, told, wanted) in [
            (SaveTheDate, Planned, false, Ok(())),
            (Call, Planned, false, Ok(())),
            (Call, Called, true, Ok(())),
            (Call, Cancelled, true, Err(Refusal::Cancelled)),
            (Call, Held, true, Err(Refusal::Over)),
            (Change, Called, true, Ok(())),
            (Change, Planned, false, Err(Refusal::NotTold)),
            (Cancellation, Planned, true, Err(Refusal::NotCancelled)),
            (Cancellation, Cancelled, false, Err(Refusal::NotTold)),
            (Cancellation, Cancelled, true, Ok(())),
            (Message, Held, false, Ok(())),
        ] {
            assert_eq!(may(kind, state, told), wanted, "{kind} {state} {told}");
        }
        let begun = at("2027-03-17T08:00:00Z");
        let call = may_send(Call, &of_state(Planned), false, &board(), begun);
        assert_eq!(call, Err(Refusal::Over));
    }

    #[test]
    fn nothing_is_sent_before_the_boards_mail_is_on() {
        let mut off = board();
        for from in [None, Some(at("2027-02-01T08:00:01Z"))] {
            off.mail_on_from = from;
            let call = may_send(
                NoticeKind::Call,
                &of_state(MeetingState::Planned),
                false,
                &off,
                at(NOW),
            );
            assert_eq!(call, Err(Refusal::MailOff));
        }
    }

    #[test]
    fn a_changed_meeting_owes_a_change_and_a_cancelled_one_a_cancellation() {
        let mut of = of_state(MeetingState::Called);
        let told = Known {
            told: Some(Told::of(&of, None, 0)),
            told_at: Some(at("2027-01-05T08:00:00Z")),
            ..Known::default()
        };
        let owes = |of: &Meeting| owed(&told, of, &board(), at(NOW));
        assert_eq!(owes(&of), None);
        assert_eq!(owed(&Known::default(), &of, &board(), at(NOW)), None);
        of.place = "Bergen".to_owned();
        assert_eq!(owes(&of), Some(NoticeKind::Change));
        of.place.clear();
        of.sessions[0].day = day("2027-03-18");
        assert_eq!(owes(&of), Some(NoticeKind::Change));
        of.state = MeetingState::Cancelled;
        assert_eq!(owes(&of), Some(NoticeKind::Cancellation));
        let past = owed(&told, &of, &board(), at("2027-03-19T08:00:00Z"));
        assert_eq!(past, None);
    }

    /// A meeting whose call was marked as sent at this moment.
    fn called_at(moment: &str) -> Meeting {
        let mut of = of_state(MeetingState::Called);
        let done = Done {
            at: at(moment),
            by: None,
        };
        of.done.insert(Stage::Notice, done);
        of
    }

    #[test]
    fn a_call_marked_as_sent_has_told_and_what_changes_after_it_is_owed() {
        let mut of = called_at("2027-01-10T08:00:00Z");
        let changed = |moment: Option<&str>| Known {
            changed_at: moment.map(at),
            ..Known::default()
        };
        let owes = |of: &Meeting, known: &Known| owed(known, of, &board(), at(NOW));
        assert!(is_told(&changed(None), &of));
        assert!(!is_told(&changed(None), &of_state(MeetingState::Planned)));
        assert_eq!(owes(&of, &changed(None)), None);
        assert_eq!(owes(&of, &changed(Some("2027-01-09T08:00:00Z"))), None);
        let moved = changed(Some("2027-01-11T08:00:00Z"));
        assert_eq!(owes(&of, &moved), Some(NoticeKind::Change));
        assert_eq!(next(&moved, &of, &board(), at(NOW)), NoticeKind::Change);
        of.state = MeetingState::Cancelled;
        assert_eq!(owes(&of, &moved), Some(NoticeKind::Cancellation));
        let begun = owed(&moved, &of, &board(), at("2027-03-17T08:00:00Z"));
        assert_eq!(begun, None);
    }

    #[test]
    fn of_a_notice_and_a_mark_the_later_is_what_people_know() {
        let mut of = called_at("2027-01-10T08:00:00Z");
        let known = |told_at: &str, changed_at: &str| Known {
            told: Some(Told::of(&of_state(MeetingState::Planned), None, 0)),
            told_at: Some(at(told_at)),
            sequence: 1,
            changed_at: Some(at(changed_at)),
        };
        let owes = |of: &Meeting, known: &Known| owed(known, of, &board(), at(NOW));
        // The days were told, the meeting was moved, and the call on paper had the new day.
        let on_paper = known("2027-01-02T08:00:00Z", "2027-01-05T08:00:00Z");
        of.place = "Bergen".to_owned();
        assert_eq!(owes(&of, &on_paper), None);
        // Moved back after it, the meeting is as the days were told, and still not as the paper says.
        of.place.clear();
        let back = known("2027-01-02T08:00:00Z", "2027-01-11T08:00:00Z");
        assert_eq!(owes(&of, &back), Some(NoticeKind::Change));
        // A change that was sent after it is what people know.
        let told = known("2027-01-12T08:00:00Z", "2027-01-11T08:00:00Z");
        assert_eq!(owes(&of, &told), None);
    }

    #[test]
    fn f14_who_was_told_and_sits_no_longer_hears_of_changes_and_of_nothing_else() {
        let mut gone = candidate(None);
        gone.was_told = true;
        let asked = |kind: &NoticeKind| is_candidate(*kind, &gone);
        let kinds: Vec<&NoticeKind> = NoticeKind::ALL.iter().filter(|kind| asked(kind)).collect();
        assert_eq!(kinds, [&NoticeKind::Change, &NoticeKind::Cancellation]);
    }

    #[test]
    fn f12_a_call_is_ticked_for_those_who_have_not_had_it_and_a_change_for_all() {
        let mut called = candidate(Some(Role::Member));
        assert!(is_ticked(NoticeKind::Call, &called));
        called.had_it = Some(at(NOW));
        assert!(!is_ticked(NoticeKind::Call, &called));
        assert!(is_ticked(NoticeKind::Change, &called));
        called.address = None;
        assert!(!is_ticked(NoticeKind::Change, &called));
    }

    #[test]
    fn a_standing_deputy_is_called_only_when_named() {
        let mut deputy = candidate(Some(Role::Deputy));
        assert!(!is_candidate(NoticeKind::Call, &deputy));
        deputy.is_deputy = true;
        assert!(is_candidate(NoticeKind::Call, &deputy));
    }
}
