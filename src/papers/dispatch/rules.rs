//! What goes out, and whether it is in time. Pure.

use super::Dispatch;
use crate::calendar::local_date;
use crate::db::ids::{CaseId, PaperId, PersonId};
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::meetings::plan::NewDay;
use crate::meetings::{Deadline, Meeting, MeetingState, Stage};
use crate::papers::Paper;
use crate::papers::rules::may_publish;
use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;

/// When the papers of a meeting must be out, and how many days that is before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The last local date on which papers are in time.
    pub last_day: NaiveDate,
    pub due_at: Moment,
    /// Local dates between that day and the first meeting day, before it was moved off a holiday.
    pub days: i64,
}

/// What the mandate promises of this meeting; none where it promises nothing.
#[must_use]
pub fn promise(line: &[Deadline], first_day: NaiveDate) -> Option<Promise> {
    let dispatch = line.iter().find(|one| one.stage == Stage::Dispatch)?;
    Some(Promise {
        last_day: dispatch.due_on,
        due_at: dispatch.due_at,
        days: days_before(first_day, dispatch.nominal_on),
    })
}

/// How many days before the meeting: a difference of local dates.
#[must_use]
pub fn days_before(first_day: NaiveDate, on: NaiveDate) -> i64 {
    (first_day - on).num_days()
}

/// How many days before the meeting something went out that came too late; none when it was in time.
///
/// What goes out on the last day is in time at any hour: the promise is counted in dates.
#[must_use]
pub fn late(promise: Option<Promise>, first_day: NaiveDate, zone: Tz, at: Moment) -> Option<i64> {
    let on = local_date(zone, at.utc());
    promise
        .filter(|promise| on > promise.last_day)
        .map(|_| days_before(first_day, on))
}

/// How late something came for its readers: judged by the meeting day that was fixed when it went out, told in days
/// before the one that is fixed now.
///
/// What was in time does not become late because the meeting is moved afterwards; how long
/// members had it is another question, which the statement answers.
#[must_use]
pub fn late_when_sent(
    promise: Option<Promise>,
    first_day: NaiveDate,
    moves: &[NewDay],
    (zone, at): (Tz, Moment),
) -> Option<i64> {
    let days = late(promise, first_day, zone, at)?;
    let moved_after = moves.iter().find(|moved| moved.at > at);
    let first_day_then = moved_after.map_or(first_day, |moved| moved.from);
    let days_then = days_before(first_day_then, local_date(zone, at.utc()));
    let was_in_time = promise.is_some_and(|promise| days_then >= promise.days);
    (moved_after.is_none() || !was_in_time).then_some(days)
}

/// The papers of one case that came too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LatePapers {
    pub count: i64,
    /// How many days before the meeting the last of them came.
    pub days: i64,
}

/// What is told of a case's papers that came so many days before the meeting; none where all were in time.
#[must_use]
pub fn together(late: impl IntoIterator<Item = i64>) -> Option<LatePapers> {
    late.into_iter().fold(None, |found, days| {
        let (count, least) = found.map_or((0, days), |it: LatePapers| (it.count, it.days));
        Some(LatePapers {
            count: count + 1,
            days: least.min(days),
        })
    })
}

/// When a paper could first be read for this meeting.
#[must_use]
pub fn first_sent(of: PaperId, dispatches: &[Dispatch]) -> Option<&Dispatch> {
    dispatches
        .iter()
        .find(|one| one.papers.iter().any(|(paper, _)| *paper == of))
}

/// When this version of it, or a newer one, went out last.
#[must_use]
pub fn last_sent(of: PaperId, dispatches: &[Dispatch]) -> Option<(&Dispatch, i64)> {
    let sent = dispatches.iter().rev();
    sent.filter_map(|one| {
        let (_, number) = one.papers.iter().find(|(paper, _)| *paper == of)?;
        Some((one, *number))
    })
    .next()
}

/// How many of these papers were in time, and how many went out at all.
///
/// A paper is in time when the version that went out last was: what it said before a late change is not what the board
/// deals with.
pub fn in_time(
    of: impl IntoIterator<Item = PaperId>,
    dispatches: &[Dispatch],
    is_late: impl Fn(&Dispatch) -> bool,
) -> (usize, usize) {
    let last = of
        .into_iter()
        .filter_map(|paper| last_sent(paper, dispatches));
    last.fold((0, 0), |(kept, all), (sent, _)| {
        (kept + usize::from(!is_late(sent)), all + 1)
    })
}

/// A conflict of interest over time: from when a case was closed to someone, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    pub case: CaseId,
    pub person: PersonId,
    pub from: Moment,
    /// None while it stands.
    pub until: Option<Moment>,
}

impl Closure {
    /// Whether it stood at this moment.
    #[must_use]
    pub fn stood(&self, at: Moment) -> bool {
        self.from <= at && self.until.is_none_or(|until| until > at)
    }
}

/// What of these cases was closed to someone at a moment.
#[must_use]
pub fn closed_at(
    closures: &[Closure],
    of: &[CaseId],
    person: PersonId,
    at: Moment,
) -> Vec<Closure> {
    let standing = |case: &CaseId| {
        let mut own = closures
            .iter()
            .filter(|one| one.case == *case && one.person == person);
        own.find(|one| one.stood(at)).copied()
    };
    of.iter().filter_map(standing).collect()
}

/// Whether something of these cases is left to read for someone to whom some of them are closed.
#[must_use]
pub fn is_for(of: &[CaseId], closed: &[Closure]) -> bool {
    let is_open = |case: &CaseId| !closed.iter().any(|one| one.case == *case);
    of.is_empty() || of.iter().any(is_open)
}

/// Whether a paper may go out for a meeting: it has a version that its readers do not have, or that they have from an
/// earlier meeting and that has not gone out for this one.
#[must_use]
pub fn is_ready(paper: &Paper, dispatches: &[Dispatch]) -> bool {
    let is_theirs = paper.published == Some(paper.latest) && paper.access.withdrawn_at.is_none();
    let is_moved = is_theirs && first_sent(paper.id, dispatches).is_none();
    is_moved || may_publish(paper).is_ok()
}

/// Why papers cannot go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no paper was chosen")]
    Nothing,
    #[error("the meeting is cancelled")]
    Cancelled,
    #[error("the meeting has been held")]
    Held,
    #[error("nobody reads them")]
    Nobody,
}

impl Refusal {
    /// What the secretary reads.
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::Nothing => "dispatch-nothing",
            Self::Cancelled => "dispatch-cancelled",
            Self::Held => "dispatch-held",
            Self::Nobody => "dispatch-nobody",
        })
    }
}

/// Whether papers may go out for a meeting.
///
/// # Errors
/// Why not.
pub fn may_send(meeting: &Meeting) -> Result<(), Refusal> {
    match meeting.state {
        MeetingState::Cancelled => Err(Refusal::Cancelled),
        state if state >= MeetingState::Held => Err(Refusal::Held),
        _ => Ok(()),
    }
}

/// How long a mail about new papers is worth sending: until the meeting, and a day at least.
#[must_use]
pub fn expires(meeting_at: Moment, now: Moment) -> Moment {
    meeting_at.max(now + Duration::days(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boards::{BoardData, Strength};
    use crate::db::ids::{BoardId, MeetingId, RowId};
    use crate::meetings::rules::deadlines;
    use crate::meetings::testing::{at, board_data, day, meeting};
    use proptest::prelude::*;

    fn line(data: &BoardData, first_day: &str) -> Vec<Deadline> {
        deadlines(&meeting(data, "ordinary", &[first_day]), data)
    }

    #[test]
    fn papers_are_promised_seven_dates_before_the_meeting() {
        let data = board_data();
        let promise = promise(&line(&data, "2026-12-16"), day("2026-12-16")).expect("§ 6");
        assert_eq!((promise.last_day, promise.days), (day("2026-12-09"), 7));
    }

    #[test]
    fn a_paper_is_in_time_at_any_hour_of_the_last_day() {
        let data = board_data();
        let first = day("2026-12-16");
        let promise = promise(&line(&data, "2026-12-16"), first);
        let zone = data.board.zone;
        assert_eq!(late(promise, first, zone, at("2026-12-09T22:59:00Z")), None);
        assert_eq!(
            late(promise, first, zone, at("2026-12-09T23:01:00Z")),
            Some(6)
        );
        assert_eq!(
            late(promise, first, zone, at("2026-12-15T12:00:00Z")),
            Some(1)
        );
        assert_eq!(late(None, first, zone, at("2026-12-15T12:00:00Z")), None);
    }

    #[test]
    fn a_move_afterwards_makes_no_paper_late_that_was_in_time() {
        let data = board_data();
        let first = day("2026-12-04");
        let promise = promise(&line(&data, "2026-12-04"), first);
        let moves = [NewDay {
            from: day("2026-12-16"),
            to: first,
            at: at("2026-11-29T12:00:00Z"),
        }];
        let zone = data.board.zone;
        let how_late = |sent: &str| late_when_sent(promise, first, &moves, (zone, at(sent)));
        // Seventeen days before the day that was fixed then, and five before the new one.
        assert_eq!(how_late("2026-11-29T08:00:00Z"), None);
        assert_eq!(how_late("2026-11-29T13:00:00Z"), Some(5), "after the move");
        let late_already = [NewDay {
            from: day("2026-12-05"),
            ..moves[0]
        }];
        let sent = (zone, at("2026-11-29T08:00:00Z"));
        assert_eq!(late_when_sent(promise, first, &late_already, sent), Some(5));
    }

    #[test]
    fn of_several_late_papers_the_last_one_counts() {
        assert_eq!(together([]), None);
        assert_eq!(together([3]), Some(LatePapers { count: 1, days: 3 }));
        assert_eq!(together([6, 2, 4]), Some(LatePapers { count: 3, days: 2 }));
    }

    #[test]
    fn what_went_out_first_and_last_is_known_of_each_paper() {
        let (a, b) = (PaperId::new(), PaperId::new());
        let sent = |number: i64, papers: &[(PaperId, i64)]| Dispatch {
            id: RowId::new(),
            board: BoardId::new(),
            meeting: MeetingId::new(),
            number,
            paragraph: String::new(),
            sent_by: PersonId::new(),
            at: at("2026-12-09T10:00:00Z"),
            papers: papers.to_vec(),
        };
        let all = [sent(1, &[(a, 1)]), sent(2, &[(a, 3), (b, 1)])];
        assert_eq!(first_sent(a, &all).map(|one| one.number), Some(1));
        assert_eq!(
            last_sent(a, &all).map(|(one, of)| (one.number, of)),
            Some((2, 3))
        );
        assert_eq!(first_sent(b, &all).map(|one| one.number), Some(2));
        assert_eq!(first_sent(PaperId::new(), &all), None);
        // What came late with its last version was not in time, and what never went out is not counted.
        let papers = [a, b, PaperId::new()];
        assert_eq!(in_time(papers, &all, |_| false), (2, 2));
        assert_eq!(in_time(papers, &all, |one| one.number == 2), (0, 2));
        assert_eq!(in_time(papers, &all, |one| one.number == 1), (2, 2));
    }

    #[test]
    fn a_case_is_closed_to_who_had_a_conflict_of_interest_when_the_papers_went() {
        let (a, b) = (CaseId::new(), CaseId::new());
        let (ada, bo) = (PersonId::new(), PersonId::new());
        let closure = |case, person, from: &str, until: Option<&str>| Closure {
            case,
            person,
            from: at(from),
            until: until.map(at),
        };
        let first = closure(a, ada, "2026-12-01T08:00:00Z", Some("2026-12-03T08:00:00Z"));
        let second = closure(b, ada, "2026-12-02T08:00:00Z", None);
        let all = [first, second];
        let of = [a, b];
        for (moment, expected) in [
            ("2026-12-01T07:59:00Z", vec![]),
            ("2026-12-01T08:00:00Z", vec![first]),
            ("2026-12-02T12:00:00Z", vec![first, second]),
            ("2026-12-03T08:00:00Z", vec![second]),
        ] {
            let found = closed_at(&all, &of, ada, at(moment));
            assert_eq!(found, expected, "{moment}");
            assert_eq!(is_for(&of, &found), expected.len() < 2, "{moment}");
            assert!(closed_at(&all, &of, bo, at(moment)).is_empty());
        }
        assert!(!is_for(&[a], &[first]) && is_for(&[], &[]));
    }

    #[test]
    fn nothing_goes_out_for_a_meeting_that_is_held_or_cancelled() {
        let data = board_data();
        let mut of = meeting(&data, "ordinary", &["2026-12-16"]);
        assert_eq!(may_send(&of), Ok(()));
        of.state = MeetingState::Held;
        assert_eq!(may_send(&of), Err(Refusal::Held));
        of.state = MeetingState::Cancelled;
        assert_eq!(may_send(&of), Err(Refusal::Cancelled));
    }

    #[test]
    fn a_paper_after_the_delivery_deadline_is_late_where_normally_is_said_and_refused_where_shall_is()
     {
        use crate::cases::testing::a_case;
        use crate::papers::rules::{Timing, timing};
        let mut data = board_data();
        let mut rule = crate::meetings::testing::deadline_rule("ordinary", Stage::Delivery, -14);
        let of = meeting(&data, "ordinary", &["2026-12-16"]);
        let case = a_case(data.board.id);
        let (before, after) = (at("2026-12-02T13:00:00Z"), at("2026-12-02T14:30:00Z"));
        data.mandates[0].deadlines.push(rule.clone());
        assert_eq!(timing(&case, Some((&of, &data)), before), Timing::InTime);
        assert!(matches!(
            timing(&case, Some((&of, &data)), after),
            Timing::Late { .. }
        ));
        rule.strength = Strength::Shall;
        data.mandates[0].deadlines.pop();
        data.mandates[0].deadlines.push(rule);
        assert!(matches!(
            timing(&case, Some((&of, &data)), after),
            Timing::TooLate { .. }
        ));
        let held = Meeting {
            state: MeetingState::Held,
            ..of
        };
        assert_eq!(timing(&case, Some((&held, &data)), before), Timing::Over);
        assert_eq!(timing(&case, None, after), Timing::InTime);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        /// A paper is late exactly when fewer dates lie between than the moved deadline leaves, whatever the hour.
        #[test]
        fn lateness_follows_from_dates_alone(days in 0_i64..40, minutes in 0_i64..1440) {
            let data = board_data();
            let first = day("2027-03-17");
            let promised = promise(&line(&data, "2027-03-17"), first).expect("§ 6");
            let on = first - Duration::days(days);
            let sent = crate::calendar::moment_of(data.board.zone, on, chrono::NaiveTime::MIN) + Duration::minutes(minutes);
            let on = local_date(data.board.zone, sent);
            let expected = (on > promised.last_day).then(|| days_before(first, on));
            prop_assert_eq!(late(Some(promised), first, data.board.zone, sent.into()), expected);
        }
    }
}
