//! Meetings: one row a day. Rows of one board with the same word under *meeting* are the days of one meeting.
//!
//! A meeting is known by board, kind and first day. Where nothing is said it is closed when its days are past, so that
//! nothing of the past becomes due, and planned when they are to come. Times may be missing.

use super::line::{Line, Located};
use super::{NewAndKnown, Place, Work};
use crate::calendar::{local_date, moment_of};
use crate::cases::past::Unknown;
use crate::db::ids::{BoardId, MeetingId};
use crate::db::types::{Moment, Words};
use crate::i18n::Said;
use crate::import::values::key;
use crate::meetings::rules::check_time;
use crate::meetings::{Done, Meeting, MeetingState, Session, Stage};
use chrono::{Days, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, HashMap};

/// As many days as one meeting may last.
const MOST_DAYS: usize = 10;

/// A meeting while its rows are gathered.
struct Gathered {
    meeting: Meeting,
    board: super::boards::Standing,
    /// What was written, if anything was.
    state: Option<MeetingState>,
    rows: Vec<Place>,
    unknown: Vec<Unknown>,
    /// The table and its row of the first day.
    at: (usize, usize),
}

impl Work<'_> {
    pub fn meetings(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let mut faults = Vec::new();
        let mut gathered: Vec<Gathered> = Vec::new();
        let mut by_label: HashMap<(String, String), usize> = HashMap::new();
        for (in_table, table) in tables.iter().enumerate() {
            for (on_row, row) in table.rows.iter().enumerate() {
                let mut line = table.line(row, &mut faults);
                let label = (key(&line.raw("board")), key(&line.text("meeting", 60)));
                let standing = by_label.get(&label).copied();
                let Some(mut one) = self.day_of_a_meeting(&mut line, standing.is_some()) else {
                    continue;
                };
                one.at = (in_table, on_row);
                match standing.and_then(|at| gathered.get_mut(at)) {
                    Some(first) => join(&mut line, first, one),
                    None => {
                        if !label.1.is_empty() {
                            by_label.insert(label, gathered.len());
                        }
                        gathered.push(one);
                    }
                }
            }
        }
        let counts = self.settle(tables, gathered, &mut faults);
        faults.sort_by_key(|fault| fault.row);
        self.checked.faults.extend(faults);
        counts
    }

    /// One day; of a meeting that has one already nothing but the day is asked for.
    fn day_of_a_meeting(&mut self, line: &mut Line<'_, '_>, is_more: bool) -> Option<Gathered> {
        let board = self.board_of(line);
        let day = line.needed_day("day");
        let kind = if is_more {
            let kind = line.choice("kind", &self.words.meeting_kinds);
            Some(kind.unwrap_or_default())
        } else {
            line.needed_choice("kind", &self.words.meeting_kinds)
        };
        let (starts, ends) = (line.time("starts"), line.time("ends"));
        let titles = ["title", "title_nn", "title_en"].map(|code| line.words(code, 150));
        let place = line.words("place", 200);
        let video_link = line.text("video_link", 500);
        if !video_link.is_empty() && !video_link.starts_with("https://") {
            line.refuse("video_link", Said::new("meeting-link-wrong"));
        }
        let archive_reference = line.words("archive_reference", 100);
        let state = line.choice("state", &self.words.states);
        let unknown = self.unknown(line);
        let (board, day) = (board?, day?);
        for (code, time) in [("starts", starts), ("ends", ends)] {
            if let Some(Err(said)) = time.map(|time| check_time(board.zone, day, time)) {
                line.refuse(code, said);
            }
        }
        match (starts, ends) {
            (None, Some(_)) => line.refuse("starts", Said::new("import-start-needed")),
            (Some(starts), Some(ends)) if ends <= starts => {
                line.refuse("ends", Said::new("meeting-ends-before-it-starts"));
            }
            _ => {}
        }
        let [nb, nn, en] = &titles;
        let meeting = Meeting {
            id: MeetingId::new(),
            board: board.id,
            kind: kind?,
            title: Words::new([("nb", nb.as_str()), ("nn", nn), ("en", en)]),
            place,
            video_link,
            archive_reference,
            state: MeetingState::Planned,
            sessions: vec![Session { day, starts, ends }],
            done: BTreeMap::new(),
            version: 1,
        };
        Some(Gathered {
            meeting,
            board,
            state: state.and_then(|code| code.parse().ok()),
            rows: vec![line.place()],
            unknown,
            at: (0, 0),
        })
    }

    /// What nobody knows of a meeting, with commas or semicolons between.
    fn unknown(&self, line: &mut Line<'_, '_>) -> Vec<Unknown> {
        let written = line.text("unknown", 200);
        let parts = written.split([',', ';']).map(str::trim);
        let mut found: Vec<Unknown> = Vec::new();
        for part in parts.filter(|part| !part.is_empty()) {
            let code = self.words.unknowns.codes.get(&key(part));
            match code.and_then(|code| code.parse().ok()) {
                Some(part) if found.contains(&part) => {}
                Some(part) => found.push(part),
                None => {
                    let said = Said::new("import-not-a-choice")
                        .with("written", part)
                        .with("choices", &self.words.unknowns.choices);
                    line.refuse("unknown", said);
                }
            }
        }
        found
    }

    /// Each meeting against those that stand and those of the file, and whether its state fits its days.
    fn settle(
        &mut self,
        tables: &[&Located<'_>],
        gathered: Vec<Gathered>,
        faults: &mut Vec<crate::import::Fault>,
    ) -> NewAndKnown {
        let standing = self.known.meetings.iter();
        let mut first_rows: HashMap<(BoardId, String, NaiveDate), Option<Place>> = standing
            .map(|(_, board, kind, day)| ((*board, kind.clone(), *day), None))
            .collect();
        let (mut new, mut known) = (0, 0);
        for mut one in gathered {
            one.meeting.sessions.sort();
            let days = (one.meeting.first_day(), one.meeting.last_day());
            let table = tables[one.at.0];
            let row = &table.rows[one.at.1];
            let mut line = table.line(row, faults);
            let same = (one.meeting.board, one.meeting.kind.clone(), days.0);
            match first_rows.get(&same).cloned() {
                Some(first) => {
                    if let Some(first) = first {
                        self.twice(&line, &first);
                    }
                    known += one.rows.len();
                    continue;
                }
                None => first_rows.insert(same, Some(line.place())),
            };
            self.refuse_mail(&mut line, one.board);
            let today = local_date(one.board.zone, self.now.utc());
            one.meeting.state = state(&mut line, one.state, days, today);
            let over = moment_of(one.board.zone, days.1 + Days::new(1), NaiveTime::MIN);
            one.meeting.done = done(one.meeting.state, self.now.min(over.into()));
            new += one.rows.len();
            let unknown = one.unknown.into_iter().map(|part| (one.meeting.id, part));
            self.checked.plan.past.unknown.extend(unknown);
            self.checked.plan.meetings.push(one.meeting);
        }
        (new, known)
    }
}

/// One more day of a meeting: it says nothing else that the first did not.
fn join(line: &mut Line<'_, '_>, first: &mut Gathered, one: Gathered) {
    if !["", first.meeting.kind.as_str()].contains(&one.meeting.kind.as_str()) {
        let row = first.rows[0].row.to_string();
        line.refuse("kind", Said::new("import-other-kind").with("row", row));
    }
    if first.meeting.sessions.len() >= MOST_DAYS {
        line.refuse(
            "meeting",
            Said::new("import-too-many-days").with("most", MOST_DAYS),
        );
    }
    let more = (one.unknown.into_iter()).filter(|part| !first.unknown.contains(part));
    let more: Vec<Unknown> = more.collect();
    first.unknown.extend(more);
    first.meeting.sessions.extend(one.meeting.sessions);
    first.rows.extend(one.rows);
}

/// What was written, if it fits the days; else closed or planned.
fn state(
    line: &mut Line<'_, '_>,
    written: Option<MeetingState>,
    (first, last): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> MeetingState {
    use MeetingState::{Called, Closed, Held, Minuted, PapersSent, Planned};
    match written {
        Some(Planned | Called | PapersSent) if last < today => {
            line.refuse("state", Said::new("import-state-of-past"));
        }
        Some(Held | Minuted | Closed) if today < first => {
            line.refuse("state", Said::new("import-state-of-future"));
        }
        _ => {}
    }
    written.unwrap_or(if last < today { Closed } else { Planned })
}

/// What must have been done for a meeting to have come so far, by whom nobody knows: of that nobody is reminded.
fn done(state: MeetingState, at: Moment) -> BTreeMap<Stage, Done> {
    let stages: &[Stage] = match state {
        MeetingState::Called => &[Stage::Notice],
        MeetingState::PapersSent => &[Stage::Notice, Stage::Dispatch],
        MeetingState::Held => &[Stage::Meeting],
        MeetingState::Minuted => &[Stage::Meeting, Stage::Draft],
        MeetingState::Planned | MeetingState::Closed | MeetingState::Cancelled => &[],
    };
    let done = Done { at, by: None };
    stages.iter().map(|stage| (*stage, done)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_been_done_leads_to_the_state_that_was_written() {
        use MeetingState::{Called, Held, Minuted, PapersSent, Planned};
        let at = Moment::from(chrono::DateTime::UNIX_EPOCH);
        for state in [Planned, Called, PapersSent, Held, Minuted] {
            let found = MeetingState::with(done(state, at).into_keys());
            assert_eq!(found, state);
        }
    }
}
