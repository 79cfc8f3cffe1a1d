//! The mail about meetings that a board may open in its own words, and how it would look.

use super::mail::{Reminder, TooFew};
use super::occasions::TOO_FEW;
use super::rules::{deadlines, wanted_in};
use super::store::{self, around};
use super::{Meeting, MeetingState, ORDINARY, Session, Stage, notices, replies, words};
use crate::boards::{BoardData, ToRole, store as boards};
use crate::calendar::moment_of;
use crate::db::Conn;
use crate::db::ids::MeetingId;
use crate::db::types::Words;
use crate::error::{Error, Result};
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use chrono::{Datelike, Duration};
use std::collections::BTreeMap;

/// How far ahead a made-up meeting is, and how far it is from one to the next.
const AHEAD: Duration = Duration::days(60);

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Vec<Worded> {
    let reminders = Stage::ALL.iter().flat_map(|stage| {
        // What members do passes by itself, so nobody is told that it is overdue.
        let overdue = if stage.is_done_by_button() { 2 } else { 1 };
        [false, true]
            .into_iter()
            .take(overdue)
            .flat_map(|overdue| [true, false].map(|asks| reminder(*stage, asks, overdue)))
    });
    vec![
        Worded {
            passages: reminders.collect(),
            preview: preview as Preview,
        },
        notices::wording::worded(),
        replies::wording::worded(),
        Worded {
            passages: vec![too_few()],
            preview: preview_too_few,
        },
    ]
}

/// What a reminder says to the one who must act, or to one who should only know.
#[must_use]
pub fn reminder(stage: Stage, asks: bool, is_overdue: bool) -> Passage {
    let to = if asks { "act" } else { "know" };
    let what = format!("deadline-mail-{stage}-{to}");
    let around = match (stage, is_overdue) {
        (Stage::Meeting, _) => "deadline-mail-subject-meeting",
        (_, true) => "deadline-mail-subject-overdue",
        (_, false) => "deadline-mail-subject",
    };
    let mut opening = vec![format!("{what}-body")];
    if is_overdue {
        opening.insert(0, "deadline-mail-overdue".to_owned());
    }
    Passage {
        kind: stage.kind(),
        variant: match (asks, is_overdue) {
            (true, false) => "act",
            (true, true) => "act-overdue",
            (false, false) => "know",
            (false, true) => "know-overdue",
        },
        subject: vec![what, around.to_owned()],
        opening,
        names: match (stage, is_overdue) {
            (Stage::Meeting, false) => &["board", "meeting", "when", "mailbox"],
            (Stage::Meeting, true) => &["board", "meeting", "when", "deadline", "mailbox"],
            _ => &["board", "meeting", "due", "deadline", "mailbox"],
        },
        needs: match stage {
            Stage::Meeting => &[&["board"], &["when", "meeting"]],
            _ => &[&["board"], &["due", "deadline"]],
        },
    }
}

/// What is said of a year with too few meetings.
#[must_use]
pub fn too_few() -> Passage {
    Passage {
        kind: TOO_FEW,
        variant: USUAL,
        subject: keys(["too-few-mail-subject"]),
        opening: keys(["too-few-mail-body"]),
        names: &["board", "year", "planned", "wanted"],
        needs: &[&["board"], &["year"]],
    }
}

/// What a board has coming, to show its mail with.
pub struct Coming {
    pub data: BoardData,
    pub kinds: Vec<(String, Words)>,
    /// At least one.
    pub meetings: Vec<Meeting>,
    /// Whether the board has planned them all.
    pub is_real: bool,
}

/// The board's next meetings, as many as are wanted; what it has not planned is made up.
///
/// # Errors
/// When the database fails.
pub fn coming(conn: &mut Conn, asked: &Asked<'_>, wanted: usize) -> Result<Coming> {
    let data = boards::data(conn, asked.board)?;
    let today = data.board.today(asked.desk.now);
    let until = today + Duration::days(730);
    let mut meetings = store::between(conn, asked.board, today + Duration::days(1), until)?;
    meetings.retain(|meeting| !meeting.state.is_over());
    meetings.truncate(wanted);
    let is_real = meetings.len() == wanted;
    let mut day = meetings.last().map_or(today, Meeting::last_day);
    while meetings.len() < wanted {
        day += AHEAD;
        meetings.push(made_up(&data, day));
    }
    Ok(Coming {
        kinds: around::kinds(conn)?,
        data,
        meetings,
        is_real,
    })
}

fn made_up(data: &BoardData, day: chrono::NaiveDate) -> Meeting {
    Meeting {
        id: MeetingId::new(),
        board: data.board.id,
        kind: ORDINARY.to_owned(),
        title: Words::default(),
        place: String::new(),
        video_link: String::new(),
        archive_reference: String::new(),
        state: MeetingState::Planned,
        sessions: vec![Session {
            day,
            starts: Some(data.board.liked_start),
            ends: Some(data.board.liked_end),
        }],
        done: BTreeMap::new(),
        version: 0,
    }
}

/// The reminder to the secretariat or to the members about the board's next meeting.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let stage = Stage::of_kind(asked.passage.kind).ok_or(Error::NotFound)?;
    let coming = coming(conn, asked, 1)?;
    let meeting = coming.meetings.first().ok_or(Error::NotFound)?;
    let board = &coming.data.board;
    let line = deadlines(meeting, &coming.data);
    let due = line.iter().find(|deadline| deadline.stage == stage);
    let starts = meeting.sessions.first().and_then(|session| session.starts);
    let made_up = moment_of(
        board.zone,
        meeting.first_day(),
        starts.unwrap_or(board.liked_start),
    );
    let asks = asked.passage.variant.starts_with("act");
    let role = if asks == (stage.actor() == ToRole::Secretariat) {
        ToRole::Secretariat
    } else {
        ToRole::Member
    };
    let reminder = Reminder {
        board,
        wordings: asked.wordings,
        meeting,
        stage,
        role,
        is_overdue: asked.passage.variant.ends_with("overdue"),
        deadline: due.map_or_else(|| made_up.into(), |deadline| deadline.due_at),
    };
    let kinds: &words::Kinds = &coming.kinds;
    Ok(Shown {
        letter: reminder.letter(asked.language, kinds, asked.desk.base_url),
        is_real: coming.is_real && due.is_some(),
    })
}

fn preview_too_few(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let data = boards::data(conn, asked.board)?;
    let year = data.board.today(asked.desk.now).year() + 1;
    let planned = around::ordinary_by_year(conn, asked.board, year)?;
    let planned = planned.get(&year).copied().unwrap_or(0);
    let wanted = wanted_in(year, &data);
    let lacking = TooFew {
        board: &data.board,
        wordings: asked.wordings,
        role: ToRole::Secretariat,
        year,
        planned: planned.min(wanted.unwrap_or(4) - 1).max(0),
        wanted: wanted.unwrap_or(4),
    };
    Ok(Shown {
        letter: lacking.letter(asked.language, asked.desk.base_url),
        is_real: wanted.is_some_and(|wanted| planned < wanted),
    })
}
