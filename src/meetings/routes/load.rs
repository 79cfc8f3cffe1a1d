//! What the handlers of meetings load for their pages.

use crate::boards::{BoardData, store as boards};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::Occasion;
use crate::mail::wording::store as wordings;
use crate::meetings::occasions::occasions;
use crate::meetings::pages::{Around, Shown};
use crate::meetings::store::around;
use crate::meetings::{Busy, Meeting, rules};
use chrono::NaiveDate;

/// The board, the words of its kinds of meeting, and how many each role reaches.
///
/// # Errors
/// When the database fails.
pub fn around(conn: &mut Conn, board: BoardId, now: Moment) -> Result<Around> {
    let data = boards::data(conn, board)?;
    Ok(Around {
        kinds: around::kinds(conn)?,
        reach: around::reach(conn, &data, data.board.today(now))?,
        wordings: wordings::of_board(conn, board)?,
        data,
    })
}

/// A meeting with all that follows from its days.
pub fn shown(
    meeting: Meeting,
    data: &BoardData,
    busy: &[Busy],
    standing: &[Occasion],
    now: Moment,
) -> Shown {
    let line = rules::deadlines(&meeting, data);
    Shown {
        warnings: rules::warnings_of(&meeting, &line, data, busy, now),
        wanted: occasions(&meeting, &line, data, standing, now),
        line,
        meeting,
    }
}

/// From the first day of these meetings to the day after the last.
pub fn span(meetings: &[&Meeting]) -> (NaiveDate, NaiveDate) {
    let first = meetings.iter().map(|meeting| meeting.first_day()).min();
    let last = meetings.iter().map(|meeting| meeting.last_day()).max();
    let last = last.unwrap_or_default();
    (first.unwrap_or_default(), last.succ_opt().unwrap_or(last))
}
