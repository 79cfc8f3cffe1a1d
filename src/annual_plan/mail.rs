//! The mails about what is planned for a meeting: before the last day to propose cases, and after the meeting.
//!
//! Of what lacks a case or somebody who prepares it, and of what the meeting did not treat. They go to those whom the board's
//! reminder rules name, say how many and for which meeting, and carry no titles: whether one may be told is decided for each
//! reader on the page.

use super::rules::{self, KINDS, PREPARE, SLIPPED};
use super::{Section, Year, occasions, store, wording};
use crate::boards::store::mail::recipients_of;
use crate::boards::{Board, store as boards};
use crate::cases::store::officers;
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, Value, dates, text};
use crate::mail::wording::{Passage, Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part};
use crate::meetings::store::around;
use crate::meetings::{Meeting, store as meetings, words};
use crate::web::paths;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let kind = |code| Kind {
        code,
        class: Class::ByItself,
        answer: remind,
        after: Some(plan_next),
    };
    KINDS.map(kind).into()
}

/// Once a reminder is told, the next one is planned.
fn plan_next(conn: &mut Conn, told: &Occasion, now: Moment) -> Result<()> {
    occasions::planner(conn, told.board_id.ok_or(Error::NotFound)?, now)
}

/// What a reminder is about.
pub(super) struct Matter<'a> {
    pub board: &'a Board,
    pub meeting: &'a Meeting,
    pub kinds: &'a words::Kinds,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    /// The last day to propose cases, or the day of the meeting that did not treat them.
    pub day: NaiveDate,
    /// How many items it is about.
    pub count: usize,
    /// What links start with.
    pub base_url: &'a str,
}

impl Matter<'_> {
    pub(super) fn letter(&self, passage: &Passage, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let year = self.meeting.first_day().year();
        let days = words::days(language, self.meeting);
        let values: [(&'static str, Value); 3] = [
            ("board", board.into()),
            ("meeting", days.clone().into()),
            ("date", self.day.into()),
        ];
        let opening = self.wordings.opening(passage, language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let kind = words::kind(self.kinds, &self.meeting.kind, language);
        let meeting = format!("{} {days} {year}", words::capitalised(kind));
        let (how_many, until) = if passage.kind == PREPARE {
            ("annual-plan-mail-unprepared", "annual-plan-mail-until")
        } else {
            ("annual-plan-mail-untreated", "annual-plan-mail-was")
        };
        let facts = vec![
            fact("boards-mail-board", board.to_owned()),
            fact("annual-plan-meeting", meeting),
            fact(how_many, self.count.to_string()),
            fact(until, dates::long_date(language, self.day)),
        ];
        let path = paths::annual_plan(self.board.id, year);
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(facts),
            Part::Action {
                label: text(language, "annual-plan-mail-action", &[]),
                url: format!("{}{path}", self.base_url),
            },
            Part::Foot(text(language, "boards-mail-foot", &values[..1])),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

/// Whether somebody prepares each of the cases planned for a meeting: an officer, an organisation or another board.
fn prepared(
    conn: &mut Conn,
    of: &Year,
    at: MeetingId,
    today: NaiveDate,
) -> Result<HashMap<CaseId, bool>> {
    let mut found = HashMap::new();
    let items = of.in_section(Section::At(at), today);
    for case in items.filter_map(|item| of.case_of(item)) {
        let is_somebodys =
            case.facts.responsible_board.is_some() || !case.facts.organisations.is_empty();
        let is_prepared = is_somebodys || !officers::of(conn, case.id)?.is_empty();
        found.insert(case.id, is_prepared);
    }
    Ok(found)
}

/// Asked anew when it is due: what has been mended meanwhile is closed quietly.
fn remind(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = boards::board(conn, due.board_id.ok_or(Error::NotFound)?)?;
    let meeting: MeetingId = due
        .object_id
        .parse()
        .map_err(|_not_an_id| Error::NotFound)?;
    let meeting = meetings::meeting(conn, meeting)?;
    let today = board.today(desk.now);
    let year = store::year(conn, board.id, meeting.first_day().year())?;
    let count = if due.kind == SLIPPED {
        rules::slipped(&year, meeting.id, today)
    } else {
        let prepared = prepared(conn, &year, meeting.id, today)?;
        rules::unprepared(&year, meeting.id, today, &prepared)
    };
    if count == 0 {
        return Ok(Answer::Fulfilled);
    }
    let roles = rules::audience(&due.kind, &due.slot, &boards::reminders(conn, board.id)?);
    let to = recipients_of(conn, board.id, None, &roles, today)?;
    if to.is_empty() {
        return Ok(Answer::Nobody);
    }
    let passage = wording::passage(if due.kind == SLIPPED {
        SLIPPED
    } else {
        PREPARE
    });
    let matter = Matter {
        board: &board,
        kinds: &around::kinds(conn)?,
        wordings: &wordings::of_board(conn, board.id)?,
        day: due.about_day.unwrap_or(meeting.first_day()),
        meeting: &meeting,
        count,
        base_url: desk.base_url,
    };
    let mails = to.into_iter().map(|to| Mail {
        letter: matter.letter(&passage, to.language),
        reply_to: board.mailbox.clone(),
        to,
    });
    Ok(Answer::Tell(mails.collect()))
}
