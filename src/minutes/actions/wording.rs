//! The mail about action items that a board may open in its own words, and how it would look.
//!
//! No placeholder gives what is to be done, or by whom: whether it may be told is decided for each.

use super::mail::{Facts, To};
use super::rules::mail_kind;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::meetings::wording::coming;
use crate::web::paths;
use chrono::Days;

/// How long after the meeting an example is due.
const EXAMPLE_DUE: Days = Days::new(21);

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: vec![
            assigned(),
            due(false, false),
            due(true, false),
            due(true, true),
        ],
        preview: preview as Preview,
    }
}

/// What an owner is told when it becomes theirs.
pub(super) fn assigned() -> Passage {
    Passage {
        kind: mail_kind::ASSIGNED,
        variant: USUAL,
        subject: keys(["action-mail-assigned-subject"]),
        opening: keys(["action-mail-assigned"]),
        names: &["board", "meeting"],
        needs: &[&["board"], &["meeting"]],
    }
}

/// What is said of its day: to who is to do it, or to those who should know once it has passed.
pub(super) fn due(is_late: bool, is_to_know: bool) -> Passage {
    let (variant, subject, opening) = match (is_late, is_to_know) {
        (false, _) => ("act", "action-mail-due-subject", "action-mail-due"),
        (true, false) => (
            "act-overdue",
            "action-mail-late-subject",
            "action-mail-late",
        ),
        (true, true) => (
            "know-overdue",
            "action-mail-know-subject",
            "action-mail-know",
        ),
    };
    Passage {
        kind: mail_kind::DUE,
        variant,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board", "meeting", "due"],
        needs: &[&["board"], &["meeting"], &["due"]],
    }
}

/// What is to be done is left out: a real one may be closed to whoever writes the words.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let meeting = coming.meetings.first().ok_or(Error::NotFound)?;
    let board = &coming.data.board;
    let facts = Facts {
        board,
        meeting,
        kinds: &coming.kinds,
        wordings: asked.wordings,
        due: meeting.last_day().checked_add_days(EXAMPLE_DUE),
        content: None,
        url: format!(
            "{}{}",
            asked.desk.base_url,
            paths::of_board(board.id, "actions")
        ),
    };
    let to = if asked.passage.variant == "know-overdue" {
        To::Secretariat
    } else {
        To::Owner
    };
    Ok(Shown {
        letter: facts.letter(asked.passage, to, asked.language),
        is_real: false,
    })
}
