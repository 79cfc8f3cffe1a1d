//! What a meeting's dates mean, as pure functions: its deadlines, its states, and what to warn of.

use super::{Busy, Deadline, Done, Meeting, MeetingState, Moved, Session, Stage, Warning};
use crate::boards::rules::in_force;
use crate::boards::{Board, BoardData, DeadlineRule, Strength, rule_kind};
use crate::calendar::{
    Closure, ClosureKind, Instant, WorkCalendar, closed_on, due_date, due_moment, is_holiday,
    locate, moment_of, nominal_date,
};
use crate::db::types::Moment;
use crate::i18n::Said;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// The deadline line of a meeting by the mandate version in force on its first day, in order of time.
///
/// Before the meeting deadlines count from the first day, after it from the last. The meeting itself stands in the
/// line at its first start; in imported history without times at the hour the board likes. Without a mandate in
/// force there is only the meeting.
#[must_use]
pub fn deadlines(meeting: &Meeting, data: &BoardData) -> Vec<Deadline> {
    let mandate = in_force(&data.mandates, meeting.first_day());
    let rules = mandate.map_or(&[][..], |mandate| &mandate.deadlines);
    let mut line: Vec<Deadline> = rules
        .iter()
        .filter(|rule| rule.meeting_kind == meeting.kind)
        .filter_map(|rule| deadline(rule, meeting, &data.board))
        .collect();
    line.push(the_meeting_itself(meeting, &data.board));
    line.sort_by_key(|deadline| (deadline.due_at, deadline.stage));
    line
}

fn deadline(rule: &DeadlineRule, meeting: &Meeting, board: &Board) -> Option<Deadline> {
    let stage: Stage = rule.stage.parse().ok()?;
    if stage == Stage::Meeting {
        return None;
    }
    let anchor = if rule.offset.days <= 0 {
        meeting.first_day()
    } else {
        meeting.last_day()
    };
    let nominal_on = nominal_date(board.calendar, anchor, rule.offset);
    let due_on = due_date(board.calendar, anchor, rule.offset);
    Some(Deadline {
        stage,
        due_on,
        due_at: due_moment(board.calendar, board.zone, anchor, rule.offset).into(),
        nominal_on,
        moved: (due_on != nominal_on).then(|| why_off(board.calendar, nominal_on)),
        strength: rule.strength,
        paragraph: rule.paragraph.clone(),
    })
}

/// When a meeting begins: at its first start, in imported history without times at the hour the board likes.
#[must_use]
pub fn starts_at(meeting: &Meeting, board: &Board) -> Moment {
    let starts = meeting.sessions.first().and_then(|session| session.starts);
    let time = starts.unwrap_or(board.liked_start);
    moment_of(board.zone, meeting.first_day(), time).into()
}

/// Whether a change shows in people's calendars, so that they must be told that theirs is old (F16, F26).
#[must_use]
pub fn shows_in_calendars(before: &Meeting, after: &Meeting) -> bool {
    let shown = |meeting: &Meeting| {
        let is_cancelled = meeting.state == MeetingState::Cancelled;
        (meeting.kind.clone(), meeting.title.clone(), is_cancelled)
    };
    shown(before) != shown(after)
        || (&before.sessions, &before.place, &before.video_link)
            != (&after.sessions, &after.place, &after.video_link)
}

fn the_meeting_itself(meeting: &Meeting, board: &Board) -> Deadline {
    let day = meeting.first_day();
    Deadline {
        stage: Stage::Meeting,
        due_on: day,
        due_at: starts_at(meeting, board),
        nominal_on: day,
        moved: None,
        strength: Strength::Shall,
        paragraph: String::new(),
    }
}

/// Why nobody works on a day off.
fn why_off(calendar: WorkCalendar, day: NaiveDate) -> Moved {
    is_holiday(calendar.holidays, day)
        .map_or(Moved::Weekend, |holiday| Moved::Holiday(holiday.name_key))
}

/// Why a stage cannot be marked, or a meeting cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What comes after the meeting cannot be done before it.
    NotHeldYet,
    /// What comes after the meeting cannot be done before somebody has said that it was held.
    NotMarkedHeld,
    /// A meeting that has been held cannot be cancelled.
    AlreadyHeld,
    /// A meeting whose minutes have gone out was on the day that they tell of.
    Minuted,
    Cancelled,
    /// What members do has no button.
    PassesByItself,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::NotHeldYet => "meeting-not-held-yet",
            Self::NotMarkedHeld => "meeting-not-marked-held",
            Self::AlreadyHeld => "meeting-already-held",
            Self::Minuted => "meeting-minuted",
            Self::Cancelled => "meeting-is-cancelled",
            Self::PassesByItself => "meeting-passes-by-itself",
        })
    }
}

impl MeetingState {
    /// Whether nothing more is due.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Cancelled)
    }

    /// Where the meeting is once a stage is done: never back.
    #[must_use]
    pub fn after(self, stage: Stage) -> Self {
        self.max(reached(stage))
    }

    /// Where the meeting is when these stages, and no others, are done.
    #[must_use]
    pub fn with(done: impl IntoIterator<Item = Stage>) -> Self {
        done.into_iter().fold(Self::Planned, Self::after)
    }

    /// # Errors
    /// [`Refusal::AlreadyHeld`] once it has been held, [`Refusal::Cancelled`] when it is cancelled already.
    pub fn cancel(self) -> Result<Self, Refusal> {
        match self {
            Self::Planned | Self::Called | Self::PapersSent => Ok(Self::Cancelled),
            Self::Held | Self::Minuted | Self::Closed => Err(Refusal::AlreadyHeld),
            Self::Cancelled => Err(Refusal::Cancelled),
        }
    }

    /// Whether the days may still be others.
    ///
    /// # Errors
    /// [`Refusal::Minuted`] once its minutes have been sent out, [`Refusal::Cancelled`] when it is cancelled.
    pub fn may_move(self) -> Result<(), Refusal> {
        match self {
            Self::Planned | Self::Called | Self::PapersSent | Self::Held => Ok(()),
            Self::Minuted | Self::Closed => Err(Refusal::Minuted),
            Self::Cancelled => Err(Refusal::Cancelled),
        }
    }
}

/// The state that a stage brings a meeting to.
fn reached(stage: Stage) -> MeetingState {
    match stage {
        Stage::Notice => MeetingState::Called,
        Stage::Dispatch => MeetingState::PapersSent,
        Stage::Meeting => MeetingState::Held,
        Stage::Draft => MeetingState::Minuted,
        Stage::Publication => MeetingState::Closed,
        Stage::Registration | Stage::Delivery | Stage::Reply | Stage::Remarks => {
            MeetingState::Planned
        }
    }
}

/// The meeting with a stage done; the same meeting when it was done already.
///
/// # Errors
/// When the stage has no button, the meeting is cancelled, or the meeting has not begun and the stage comes with it
/// or after it.
pub fn mark_done(
    meeting: &Meeting,
    stage: Stage,
    done: Done,
    today: NaiveDate,
) -> Result<Meeting, Refusal> {
    let is_held = meeting.is_done(Stage::Meeting);
    may_mark(stage, meeting.state, is_held, meeting.first_day(), today)?;
    let mut changed = meeting.clone();
    changed.done.entry(stage).or_insert(done);
    changed.state = meeting.state.after(stage);
    Ok(changed)
}

/// Whether a stage of a meeting can be marked as done.
///
/// # Errors
/// Why not.
pub fn may_mark(
    stage: Stage,
    state: MeetingState,
    is_held: bool,
    first_day: NaiveDate,
    today: NaiveDate,
) -> Result<(), Refusal> {
    if !stage.is_done_by_button() {
        return Err(Refusal::PassesByItself);
    }
    if state == MeetingState::Cancelled {
        return Err(Refusal::Cancelled);
    }
    if stage >= Stage::Meeting && today < first_day {
        return Err(Refusal::NotHeldYet);
    }
    if stage > Stage::Meeting && !is_held {
        return Err(Refusal::NotMarkedHeld);
    }
    Ok(())
}

/// The meeting with a stage of its members passed before its day, because something else asks them now.
///
/// # Errors
/// When the meeting is cancelled.
pub fn mark_passed(meeting: &Meeting, stage: Stage, done: Done) -> Result<Meeting, Refusal> {
    if meeting.state == MeetingState::Cancelled {
        return Err(Refusal::Cancelled);
    }
    let mut changed = meeting.clone();
    changed.done.entry(stage).or_insert(done);
    Ok(changed)
}

/// Whether a stage of the members was ended before its day, so that its deadline is one no more.
#[must_use]
pub fn is_replaced(meeting: &Meeting, deadline: &Deadline, now: Moment) -> bool {
    let by_itself = !deadline.stage.is_done_by_button();
    by_itself && meeting.is_done(deadline.stage) && deadline.due_at >= now
}

/// The meeting with a stage not done after all.
///
/// # Errors
/// When the meeting is cancelled.
pub fn mark_undone(meeting: &Meeting, stage: Stage) -> Result<Meeting, Refusal> {
    if meeting.state == MeetingState::Cancelled {
        return Err(Refusal::Cancelled);
    }
    let mut changed = meeting.clone();
    changed.done.remove(&stage);
    changed.state = MeetingState::with(changed.done.keys().copied());
    Ok(changed)
}

/// Whether the clocks of the board show this time once on this day (F22).
///
/// # Errors
/// What to tell the secretary when they never show it, or show it twice.
pub fn check_time(zone: Tz, day: NaiveDate, time: NaiveTime) -> Result<(), Said> {
    match locate(zone, day, time) {
        Instant::Once(_) => Ok(()),
        Instant::Never => Err(Said::new("meeting-time-never")),
        Instant::Twice(..) => Err(Said::new("meeting-time-twice")),
    }
}

/// How many ordinary meetings the mandate asks for in a year: by the version in force as it begins, else as it ends.
#[must_use]
pub fn wanted_in(year: i32, data: &BoardData) -> Option<i64> {
    let on = |month, day| {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        in_force(&data.mandates, date)?.quantity(rule_kind::ORDINARY_MEETINGS)
    };
    on(1, 1).or_else(|| on(12, 31))
}

/// Whether somebody has entered when the board keeps free in a year. What began the year before says nothing of this
/// one, unless it never ends.
#[must_use]
pub fn has_closures(year: i32, closures: &[Closure]) -> bool {
    closures.iter().any(|closure| {
        let from = closure.period.from.year();
        from == year || (from < year && closure.period.until.is_none())
    })
}

/// What to warn of in a whole year.
#[must_use]
pub fn warnings_of_year(year: i32, planned: i64, data: &BoardData) -> Vec<Warning> {
    match wanted_in(year, data) {
        Some(wanted) if planned < wanted => vec![Warning::TooFew { planned, wanted }],
        Some(wanted) if planned > wanted => vec![Warning::TooMany { planned, wanted }],
        _ => Vec::new(),
    }
}

/// What to warn of in one meeting. What is done, held or cancelled is past warning.
#[must_use]
pub fn warnings_of(
    meeting: &Meeting,
    line: &[Deadline],
    data: &BoardData,
    busy: &[Busy],
    now: Moment,
) -> Vec<Warning> {
    if meeting.state >= MeetingState::Held {
        return Vec::new();
    }
    let today = data.board.today(now);
    let mut warnings = Vec::new();
    if meeting.first_day() < today {
        warnings.push(Warning::Past(meeting.first_day()));
    }
    if in_force(&data.mandates, meeting.first_day()).is_none() {
        warnings.push(Warning::NoMandate(meeting.first_day()));
    }
    for session in &meeting.sessions {
        warnings.extend(warnings_of_day(session.day, data, busy));
    }
    for deadline in line
        .iter()
        .filter(|deadline| deadline.stage != Stage::Meeting && !meeting.is_done(deadline.stage))
    {
        let (stage, day) = (deadline.stage, deadline.due_on);
        // A school holiday keeps no member from reading papers; a quiet period does.
        let quiet =
            |closure: &&Closure| closure.kind == ClosureKind::Quiet && closure.period.contains(day);
        if let Some(closure) = data.closures.iter().find(quiet) {
            warnings.push(Warning::DeadlineClosed {
                stage,
                day,
                label: closure.label.clone(),
            });
        }
        if deadline.due_at < now && meeting.first_day() >= today {
            warnings.push(Warning::DeadlinePast { stage, day });
        }
    }
    warnings
}

fn warnings_of_day(day: NaiveDate, data: &BoardData, busy: &[Busy]) -> Vec<Warning> {
    let calendar = data.board.calendar;
    let mut warnings = Vec::new();
    if !calendar.is_working_day(day) {
        let why = why_off(calendar, day);
        warnings.push(Warning::DayOff { day, why });
    }
    if calendar.is_bridge_day(day) {
        warnings.push(Warning::BridgeDay(day));
    }
    if calendar.is_short_day(day) {
        warnings.push(Warning::ShortDay(day));
    }
    if let Some(closure) = closed_on(&data.closures, day) {
        let label = closure.label.clone();
        warnings.push(Warning::Closed { day, label });
    }
    let others = busy.iter().filter(|busy| busy.day == day);
    warnings.extend(others.map(|busy| Warning::Clash {
        day,
        board: busy.board.clone(),
    }));
    warnings
}

/// The days on which the board would meet twice.
#[must_use]
pub fn doubled<'a>(meetings: impl Iterator<Item = &'a Meeting>) -> Vec<Warning> {
    let mut days: Vec<NaiveDate> = meetings
        .filter(|meeting| meeting.state != MeetingState::Cancelled)
        .flat_map(|meeting| {
            let days: BTreeSet<NaiveDate> = meeting.sessions.iter().map(|it| it.day).collect();
            days
        })
        .collect();
    days.sort_unstable();
    let mut twice: Vec<NaiveDate> = days
        .windows(2)
        .filter(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
        .collect();
    twice.dedup();
    twice.into_iter().map(Warning::Doubled).collect()
}

/// Dates to propose for the ordinary meetings that a year lacks: one in each part of it that has none yet.
///
/// Of this year only what is still to come; of a year that is over, all, for those who enter what was.
#[must_use]
pub fn proposals(
    year: i32,
    data: &BoardData,
    standing: &[Meeting],
    busy: &[Busy],
    today: NaiveDate,
) -> Vec<Session> {
    let wanted = u32::try_from(wanted_in(year, data).unwrap_or(0)).unwrap_or(0);
    let planned: Vec<NaiveDate> = standing
        .iter()
        .filter(|meeting| meeting.counts_as_ordinary())
        .map(Meeting::first_day)
        .collect();
    let lacking = usize::try_from(wanted)
        .unwrap_or(0)
        .saturating_sub(planned.len());
    let taken: Vec<NaiveDate> = busy.iter().map(|busy| busy.day).collect();
    let weekdays: &[Weekday] = &data.board.liked_weekdays;
    let wish = crate::calendar::Wish {
        per_year: wanted,
        weekdays,
        calendar: data.board.calendar,
        closures: &data.closures,
        paper_offset: paper_offset(year, data),
        busy: &taken,
    };
    let mut dates = crate::calendar::propose(year, &wish);
    // The proposal nearest to a planned meeting is that meeting.
    for day in planned {
        if let Some(nearest) = (0..dates.len()).min_by_key(|at| (dates[*at] - day).num_days().abs())
        {
            dates.remove(nearest);
        }
    }
    dates
        .into_iter()
        .take(lacking)
        .filter(|day| year < today.year() || *day > today)
        .map(|day| Session {
            day,
            starts: Some(data.board.liked_start),
            ends: Some(data.board.liked_end),
        })
        .collect()
}

/// When the papers of ordinary meetings are due; with no such rule the day itself.
fn paper_offset(year: i32, data: &BoardData) -> crate::calendar::Offset {
    let mandate = data
        .mandates
        .iter()
        .rfind(|mandate| mandate.period.from.year() <= year);
    let rules = mandate.map_or(&[][..], |mandate| &mandate.deadlines);
    rules
        .iter()
        .find(|rule| rule.meeting_kind == super::ORDINARY && rule.stage == Stage::Dispatch.code())
        .map_or(
            crate::calendar::Offset {
                days: 0,
                counting: crate::calendar::Counting::Calendar,
                time: NaiveTime::MIN,
            },
            |rule| rule.offset,
        )
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::calendar::Period;
    use crate::db::types::Words;

    fn due(meeting: &Meeting, data: &BoardData, stage: Stage) -> Deadline {
        let line = deadlines(meeting, data);
        let found = line.iter().find(|deadline| deadline.stage == stage);
        found.unwrap().clone()
    }

    #[test]
    fn f23_papers_for_thursday_21_may_2026_go_out_on_wednesday_13_may() {
        let data = board_data();
        let meeting = meeting(&data, "ordinary", &["2026-05-21"]);
        let dispatch = due(&meeting, &data, Stage::Dispatch);
        assert_eq!(dispatch.due_on, day("2026-05-13"));
        assert_eq!(dispatch.nominal_on, day("2026-05-14"));
        assert_eq!(
            dispatch.moved,
            Some(Moved::Holiday("holiday-ascension-day"))
        );
        assert_eq!(dispatch.due_at, at("2026-05-13T13:00:00Z"));
    }

    #[test]
    fn f22_exactly_a_week_before_is_a_week_and_not_moved() {
        let data = board_data();
        let meeting = meeting(&data, "ordinary", &["2027-03-17"]);
        let dispatch = due(&meeting, &data, Stage::Dispatch);
        assert_eq!((dispatch.due_on, dispatch.moved), (day("2027-03-10"), None));
    }

    #[test]
    fn f19_a_deadline_is_at_three_o_clock_across_both_changes_of_2026() {
        let data = board_data();
        for (day, due_at) in [
            // The clocks go forward on 29 March: 15:00 is 14:00 UTC before and 13:00 after.
            ("2026-04-01", "2026-03-25T14:00:00Z"),
            ("2026-04-15", "2026-04-08T13:00:00Z"),
            // And back on 25 October.
            ("2026-10-28", "2026-10-21T13:00:00Z"),
            ("2026-11-04", "2026-10-28T14:00:00Z"),
        ] {
            let meeting = meeting(&data, "ordinary", &[day]);
            assert_eq!(
                due(&meeting, &data, Stage::Dispatch).due_at,
                at(due_at),
                "{day}"
            );
        }
    }

    #[test]
    fn f23_a_week_over_christmas_is_backed_up_to_a_working_day() {
        let data = board_data();
        let meeting = meeting(&data, "ordinary", &["2027-01-01"]);
        let dispatch = due(&meeting, &data, Stage::Dispatch);
        assert_eq!(dispatch.due_on, day("2026-12-24"));
        assert_eq!(
            dispatch.moved,
            Some(Moved::Holiday("holiday-christmas-day"))
        );
    }

    #[test]
    fn deadlines_before_count_from_the_first_day_and_after_from_the_last() {
        let data = board_data();
        let meeting = meeting(&data, "professional_day", &["2027-10-20", "2027-10-21"]);
        assert_eq!(
            due(&meeting, &data, Stage::Dispatch).due_on,
            day("2027-10-15")
        );
        assert_eq!(
            due(&meeting, &data, Stage::Dispatch).moved,
            Some(Moved::Weekend)
        );
        assert_eq!(due(&meeting, &data, Stage::Draft).due_on, day("2027-10-28"));
        assert_eq!(
            due(&meeting, &data, Stage::Meeting).due_on,
            day("2027-10-20")
        );
    }

    #[test]
    fn the_mandate_in_force_on_the_first_day_counts() {
        let mut data = board_data();
        let mut next = data.mandates[0].clone();
        data.mandates[0].period.until = Some(day("2027-01-01"));
        next.period.from = day("2027-01-01");
        next.deadlines = vec![deadline_rule("ordinary", Stage::Dispatch, -14)];
        data.mandates.push(next);
        let before = meeting(&data, "ordinary", &["2026-12-16"]);
        let after = meeting(&data, "ordinary", &["2027-03-17"]);
        assert_eq!(
            due(&before, &data, Stage::Dispatch).due_on,
            day("2026-12-09")
        );
        assert_eq!(
            due(&after, &data, Stage::Dispatch).due_on,
            day("2027-03-03")
        );
        let long_ago = meeting(&data, "ordinary", &["2020-03-18"]);
        assert_eq!(deadlines(&long_ago, &data).len(), 1);
    }

    #[test]
    fn buttons_bring_the_meeting_from_state_to_state_and_back() {
        let data = board_data();
        let mut meeting = meeting(&data, "ordinary", &["2026-05-21"]);
        let done = Done {
            at: at("2026-06-01T10:00:00Z"),
            by: None,
        };
        let today = day("2026-06-01");
        for (stage, state) in [
            (Stage::Delivery, MeetingState::Planned),
            (Stage::Notice, MeetingState::Called),
            (Stage::Dispatch, MeetingState::PapersSent),
            (Stage::Meeting, MeetingState::Held),
            (Stage::Draft, MeetingState::Minuted),
            (Stage::Publication, MeetingState::Closed),
        ] {
            meeting = mark_done(&meeting, stage, done, today).unwrap();
            assert_eq!(meeting.state, state);
        }
        assert!(meeting.state.is_over());
        let reopened = mark_undone(&meeting, Stage::Publication).unwrap();
        assert_eq!(reopened.state, MeetingState::Minuted);
        // An earlier stage that is pressed late never brings the meeting back.
        let without = mark_undone(&reopened, Stage::Notice).unwrap();
        assert_eq!(without.state, MeetingState::Minuted);
        assert_eq!(
            mark_done(&without, Stage::Notice, done, today)
                .unwrap()
                .state,
            MeetingState::Minuted
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let data = board_data();
        let planned = meeting(&data, "ordinary", &["2026-05-21"]);
        let done = Done {
            at: at("2026-05-20T10:00:00Z"),
            by: None,
        };
        let on = |stage, today| mark_done(&planned, stage, done, day(today)).map(|_| ());
        assert_eq!(on(Stage::Draft, "2026-05-20"), Err(Refusal::NotHeldYet));
        assert_eq!(on(Stage::Meeting, "2026-05-20"), Err(Refusal::NotHeldYet));
        assert_eq!(on(Stage::Meeting, "2026-05-21"), Ok(()));
        assert_eq!(on(Stage::Reply, "2026-05-20"), Err(Refusal::PassesByItself));
        let mut cancelled = planned.clone();
        cancelled.state = planned.state.cancel().unwrap();
        assert_eq!(cancelled.state.cancel(), Err(Refusal::Cancelled));
        assert_eq!(
            mark_done(&cancelled, Stage::Notice, done, day("2026-05-20")),
            Err(Refusal::Cancelled)
        );
        assert_eq!(MeetingState::Held.cancel(), Err(Refusal::AlreadyHeld));
    }

    #[test]
    fn a_meeting_whose_minutes_have_been_sent_out_is_neither_moved_nor_cancelled() {
        use MeetingState::{Called, Cancelled, Closed, Held, Minuted, PapersSent, Planned};
        for state in [Planned, Called, PapersSent, Held] {
            assert_eq!(state.may_move(), Ok(()), "{state}");
        }
        for state in [Minuted, Closed] {
            assert_eq!(state.may_move(), Err(Refusal::Minuted), "{state}");
            assert_eq!(state.cancel(), Err(Refusal::AlreadyHeld), "{state}");
        }
        assert_eq!(Cancelled.may_move(), Err(Refusal::Cancelled));
    }

    #[test]
    fn what_members_do_may_pass_before_its_day_and_brings_the_meeting_no_further() {
        let mut data = board_data();
        let rule = deadline_rule("ordinary", Stage::Remarks, 14);
        data.mandates[0].deadlines.push(rule);
        let mut meeting = meeting(&data, "ordinary", &["2026-05-21"]);
        let done = Done {
            at: at("2026-05-22T10:00:00Z"),
            by: None,
        };
        meeting.state = MeetingState::Minuted;
        let passed = mark_passed(&meeting, Stage::Remarks, done).unwrap();
        assert!(passed.is_done(Stage::Remarks));
        let remarks = due(&passed, &data, Stage::Remarks);
        assert!(is_replaced(&passed, &remarks, at("2026-05-22T10:00:00Z")));
        assert!(!is_replaced(&passed, &remarks, at("2027-05-22T10:00:00Z")));
        assert!(!is_replaced(&meeting, &remarks, at("2026-05-22T10:00:00Z")));
        assert_eq!(passed.state, MeetingState::Minuted);
        meeting.state = MeetingState::Cancelled;
        let refused = mark_passed(&meeting, Stage::Remarks, done);
        assert_eq!(refused, Err(Refusal::Cancelled));
    }

    #[test]
    fn nothing_is_asked_for_any_more_of_a_meeting_that_is_closed() {
        let data = board_data();
        let mut meeting = meeting(&data, "ordinary", &["2026-05-21"]);
        assert!(!meeting.is_moot(Stage::Meeting));
        meeting.state = MeetingState::Closed;
        assert!(Stage::ALL.iter().all(|stage| meeting.is_moot(*stage)));
    }

    #[test]
    fn f22_a_time_that_never_comes_or_comes_twice_is_refused() {
        let check = |on, time| {
            let checked = check_time(chrono_tz::Europe::Oslo, day(on), clock(time));
            checked.map_err(|said| said.key)
        };
        assert_eq!(check("2027-03-28", "02:30:00"), Err("meeting-time-never"));
        assert_eq!(check("2026-10-25", "02:30:00"), Err("meeting-time-twice"));
        assert_eq!(check("2027-03-28", "03:00:00"), Ok(()));
    }

    #[test]
    fn a_date_is_warned_of_for_each_reason_against_it() {
        let mut data = board_data();
        data.closures.push(Closure {
            kind: ClosureKind::Quiet,
            period: Period {
                from: day("2026-12-20"),
                until: Some(day("2027-01-01")),
            },
            label: Words::new([("nb", "Jul")]),
        });
        let now = at("2026-05-01T08:00:00Z");
        let of = |day: &str, busy: &[Busy]| {
            let meeting = meeting(&data, "ordinary", &[day]);
            let line = deadlines(&meeting, &data);
            warnings_of(&meeting, &line, &data, busy, now)
        };
        assert_eq!(of("2026-08-26", &[]), []);
        assert_eq!(
            of("2026-05-15", &[])[0],
            Warning::BridgeDay(day("2026-05-15"))
        );
        assert!(of("2026-12-24", &[]).contains(&Warning::ShortDay(day("2026-12-24"))));
        assert!(of("2026-12-24", &[]).contains(&Warning::Closed {
            day: day("2026-12-24"),
            label: Words::new([("nb", "Jul")])
        }));
        assert!(of("2027-01-06", &[]).contains(&Warning::DeadlineClosed {
            stage: Stage::Dispatch,
            day: day("2026-12-30"),
            label: Words::new([("nb", "Jul")])
        }));
        assert_eq!(
            of("2026-08-29", &[]),
            [Warning::DayOff {
                day: day("2026-08-29"),
                why: Moved::Weekend
            }]
        );
        assert!(of("2026-04-22", &[]).contains(&Warning::Past(day("2026-04-22"))));
        assert!(of("2026-05-06", &[]).contains(&Warning::DeadlinePast {
            stage: Stage::Dispatch,
            day: day("2026-04-29")
        }));
        let board = Words::new([("nb", "Skate")]);
        let busy = [Busy {
            day: day("2026-08-26"),
            board: board.clone(),
        }];
        let clash = Warning::Clash {
            day: day("2026-08-26"),
            board,
        };
        assert_eq!(of("2026-08-26", &busy), [clash]);
    }

    #[test]
    fn four_ordinary_meetings_a_year_are_neither_too_few_nor_too_many() {
        let data = board_data();
        assert_eq!(warnings_of_year(2027, 4, &data), []);
        let (planned, wanted) = (3, 4);
        assert_eq!(
            warnings_of_year(2027, 3, &data),
            [Warning::TooFew { planned, wanted }]
        );
        let (planned, wanted) = (5, 4);
        assert_eq!(
            warnings_of_year(2027, 5, &data),
            [Warning::TooMany { planned, wanted }]
        );
        assert_eq!(warnings_of_year(2020, 0, &data), []);
    }

    #[test]
    fn only_the_quarters_without_a_meeting_get_a_proposal() {
        let data = board_data();
        let days = |standing: &[Meeting]| {
            let proposals = proposals(2027, &data, standing, &[], day("2026-11-22"));
            proposals
                .iter()
                .map(|session| session.day)
                .collect::<Vec<_>>()
        };
        let all = days(&[]);
        assert_eq!(
            all,
            ["2027-03-17", "2027-06-09", "2027-09-29", "2027-12-15"].map(day)
        );
        let june = meeting(&data, "ordinary", &["2027-06-16"]);
        assert_eq!(days(&[june]), [all[0], all[2], all[3]]);
        let extra = meeting(&data, "extra", &["2027-06-16"]);
        assert_eq!(days(&[extra]), all);
    }
}
