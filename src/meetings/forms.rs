//! The forms of a year plan and of a meeting's days: rows of fields that are numbered from zero, read into meetings.
//! What was typed is kept whatever is wrong with it.

use super::rules::check_time;
use super::{Meeting, MeetingState, Session};
use crate::boards::Board;
use crate::db::ids::MeetingId;
use crate::db::types::Words;
use crate::i18n::Said;
use crate::secrets;
use crate::web::Form;
use crate::web::form::TOKEN;
use chrono::{Datelike, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};

/// As many rows as a form may have: a meeting a week, and some.
pub const MOST_ROWS: i64 = 60;
/// As many days as one meeting may last.
const MOST_DAYS: i64 = 10;

/// The name of a row's field.
#[must_use]
pub fn field(name: &str, row: i64) -> String {
    format!("{name}-{row}")
}

/// How many rows the form has.
#[must_use]
pub fn rows(form: &Form) -> i64 {
    let rows: i64 = form.value("rows").parse().unwrap_or(0);
    rows.clamp(0, MOST_ROWS)
}

/// A fingerprint of what was typed: only what was shown before is saved.
#[must_use]
pub fn digest(form: &Form) -> String {
    let mut typed: Vec<String> = form
        .fields()
        .iter()
        .filter(|(name, _)| ![TOKEN, "act", "seen", "version"].contains(&name.as_str()))
        .map(|(name, value)| format!("{}:{name}={}:{value}", name.len(), value.len()))
        .collect();
    // The order of the fields is the page's affair.
    typed.sort_unstable();
    secrets::hash(&typed.join("&"))
}

/// Whether this is the button for saving, and what it saves is what was shown.
#[must_use]
pub fn saves_what_was_seen(form: &Form) -> bool {
    form.value("act") == "save" && form.value("seen") == digest(form)
}

/// A plan's form with these days as ordinary meetings, all in one place.
#[must_use]
pub fn plan_of(sessions: &[Session], place: &str) -> Form {
    let mut form = Form::default();
    form.put("rows", "0");
    for session in sessions {
        let hours = session.starts.zip(session.ends);
        add_row(&mut form, super::ORDINARY, Some(session.day), hours, place);
    }
    form
}

/// What the button that adds a row sends; for a kind of its own the kind follows.
pub const ADD: &str = "add";

/// The kind of meeting that the button adds a row for; empty when it does not say.
#[must_use]
pub fn added_kind(form: &Form) -> Option<&str> {
    let kind = form.value("act").strip_prefix(ADD)?;
    Some(kind.strip_prefix('-').unwrap_or(kind))
}

/// Whether this meeting is one of the form's own.
#[must_use]
pub fn is_own(form: &Form, meeting: &Meeting) -> bool {
    (0..rows(form)).any(|row| form.value(&field("id", row)) == meeting.id.as_str())
}

/// The days of a row, first and last, where they are days.
#[must_use]
pub fn days_in(form: &Form, row: i64) -> Option<(NaiveDate, NaiveDate)> {
    // Asking notes mistakes, which are another's to tell.
    let mut form = form.clone();
    let first = form.date(&field("day", row))?;
    Some((first, form.date(&field("until", row)).unwrap_or(first)))
}

/// Whether something is wrong in a row.
#[must_use]
pub fn is_wrong(form: &Form, row: i64) -> bool {
    let end = format!("-{row}");
    form.mistakes().iter().any(|(name, _)| name.ends_with(&end))
}

/// The meetings that stood in the year when the form was made: another plan made meanwhile is not doubled.
pub const STANDING: &str = "standing";

/// What [`STANDING`] holds: the meetings that stand and are not the form's own.
#[must_use]
pub fn standing(form: &Form, meetings: &[Meeting]) -> String {
    let others = meetings.iter().filter(|meeting| !is_own(form, meeting));
    let others: BTreeSet<String> = others.map(|meeting| meeting.id.to_string()).collect();
    others.into_iter().collect::<Vec<_>>().join(" ")
}

/// One more row of a plan, with an id of its own: the meeting it becomes, however often the form is sent.
pub fn add_row(
    form: &mut Form,
    kind: &str,
    day: Option<NaiveDate>,
    hours: Option<(NaiveTime, NaiveTime)>,
    place: &str,
) {
    let row = rows(form);
    if row >= MOST_ROWS {
        return;
    }
    form.put(&field("id", row), MeetingId::new().to_string());
    form.put(&field("kind", row), kind);
    if let Some(day) = day {
        form.put(&field("day", row), day.to_string());
    }
    if let Some((starts, ends)) = hours {
        form.put(&field("starts", row), clock(starts));
        form.put(&field("ends", row), clock(ends));
    }
    form.put(&field("place", row), place);
    form.put("rows", (row + 1).to_string());
}

/// The meetings that a plan's rows say; a row without a day is none.
pub fn read_plan(
    form: &mut Form,
    board: &Board,
    kinds: &[(String, Words)],
    year: i32,
) -> Vec<Meeting> {
    (0..rows(form))
        .filter_map(|row| read_row(form, board, kinds, year, row))
        .collect()
}

fn read_row(
    form: &mut Form,
    board: &Board,
    kinds: &[(String, Words)],
    year: i32,
    row: i64,
) -> Option<Meeting> {
    let first = form.date(&field("day", row))?;
    let id = form.value(&field("id", row)).parse().unwrap_or_default();
    let kind = read_kind(form, &field("kind", row), kinds);
    let last = form.date(&field("until", row)).unwrap_or(first);
    if first.year() != year {
        let said = Said::new("plan-other-year").with("year", year.to_string());
        form.refuse(&field("day", row), said);
    }
    if !(0..MOST_DAYS).contains(&(last - first).num_days()) {
        let said = Said::new("plan-wrong-last-day").with("most", MOST_DAYS);
        form.refuse(&field("until", row), said);
        return None;
    }
    let (starts, ends) = read_times(form, board, row, first);
    let place = form.line(&field("place", row), 200);
    let days = first.iter_days().take_while(|day| *day <= last);
    Some(Meeting {
        id,
        board: board.id,
        kind,
        title: Words::default(),
        place,
        video_link: String::new(),
        archive_reference: String::new(),
        state: MeetingState::Planned,
        sessions: days
            .map(|day| Session {
                day,
                starts: Some(starts),
                ends: Some(ends),
            })
            .collect(),
        done: BTreeMap::new(),
        version: 1,
    })
}

/// A form with a meeting's kind and days, for moving it.
#[must_use]
pub fn days_of(meeting: &Meeting) -> Form {
    let mut form = Form::default();
    form.put("version", meeting.version.to_string());
    form.put("kind", meeting.kind.clone());
    form.put("rows", meeting.sessions.len().to_string());
    for (row, session) in (0..).zip(&meeting.sessions) {
        form.put(&field("day", row), session.day.to_string());
        form.put(
            &field("starts", row),
            session.starts.map_or_else(String::new, clock),
        );
        form.put(
            &field("ends", row),
            session.ends.map_or_else(String::new, clock),
        );
    }
    form
}

/// The meeting with the kind and days that the form says; a row without a day is none.
pub fn read_days(
    form: &mut Form,
    board: &Board,
    kinds: &[(String, Words)],
    meeting: &Meeting,
) -> Meeting {
    let mut moved = meeting.clone();
    moved.kind = read_kind(form, "kind", kinds);
    moved.version = form.version();
    moved.sessions.clear();
    for row in 0..rows(form) {
        if let Some(day) = form.date(&field("day", row)) {
            let (starts, ends) = read_times(form, board, row, day);
            moved.sessions.push(Session {
                day,
                starts: Some(starts),
                ends: Some(ends),
            });
        }
    }
    moved.sessions.sort();
    let span = (moved.last_day() - moved.first_day()).num_days();
    if !moved.sessions.is_empty() && !(0..MOST_DAYS).contains(&span) {
        let said = Said::new("plan-wrong-last-day").with("most", MOST_DAYS);
        form.refuse(&field("day", rows(form) - 1), said);
    }
    let overlap = moved
        .sessions
        .windows(2)
        .any(|pair| pair[0].day == pair[1].day && pair[1].starts < pair[0].ends);
    if overlap {
        form.refuse(
            &field("starts", rows(form) - 1),
            Said::new("move-sessions-overlap"),
        );
    }
    if moved.sessions.is_empty() && form.is_right() {
        form.refuse(&field("day", 0), Said::new("form-needed"));
    }
    moved
}

/// A day's times: each exists once on that day, and the end is after the start.
fn read_times(form: &mut Form, board: &Board, row: i64, day: NaiveDate) -> (NaiveTime, NaiveTime) {
    let (start_field, end_field) = (field("starts", row), field("ends", row));
    let starts = form.needed_time(&start_field);
    let ends = form.needed_time(&end_field);
    for (name, time) in [(&start_field, starts), (&end_field, ends)] {
        if form.mistake(name).is_none()
            && let Err(said) = check_time(board.zone, day, time)
        {
            form.refuse(name, said);
        }
    }
    if form.mistake(&start_field).is_none() && form.mistake(&end_field).is_none() && ends <= starts
    {
        form.refuse(&end_field, Said::new("meeting-ends-before-it-starts"));
    }
    (starts, ends)
}

fn read_kind(form: &mut Form, name: &str, kinds: &[(String, Words)]) -> String {
    let kind = form.needed_line(name, 40);
    if form.mistake(name).is_none() && kinds.iter().all(|(code, _)| *code != kind) {
        form.refuse(name, Said::new("form-not-a-choice"));
    }
    kind
}

/// A form with what a meeting is besides its days.
#[must_use]
pub fn facts_of(meeting: &Meeting) -> Form {
    let mut form = Form::default();
    form.put("version", meeting.version.to_string());
    form.put("place", meeting.place.clone());
    form.put("video-link", meeting.video_link.clone());
    form.put("archive-reference", meeting.archive_reference.clone());
    form.put_words("title", &meeting.title);
    form
}

/// The meeting with the facts that the form says; its days are not touched.
pub fn read_facts(form: &mut Form, meeting: &Meeting) -> Meeting {
    let mut changed = meeting.clone();
    changed.version = form.version();
    changed.place = form.line("place", 200);
    changed.video_link = form.line("video-link", 500);
    let is_link = changed.video_link.is_empty() || changed.video_link.starts_with("https://");
    if form.mistake("video-link").is_none() && !is_link {
        form.refuse("video-link", Said::new("meeting-link-wrong"));
    }
    changed.archive_reference = form.line("archive-reference", 100);
    form.refuse_numbers(&["place", "archive-reference"]);
    changed.title = form.words("title", 150, false);
    changed
}

/// As a field for a time of day shows it.
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
