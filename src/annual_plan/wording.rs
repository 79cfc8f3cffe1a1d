//! The reminders that a board may open in its own words, and how they would look.

use super::mail::Matter;
use super::rules::{PREPARE, SLIPPED};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::meetings::wording::coming;

/// How many items a made-up reminder is about.
const SOME: usize = 2;

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: vec![passage(PREPARE), passage(SLIPPED)],
        preview: preview as Preview,
    }
}

/// What a reminder of this kind says.
pub(super) fn passage(kind: &'static str) -> Passage {
    let (subject, opening) = if kind == PREPARE {
        (
            "annual-plan-mail-prepare-subject",
            "annual-plan-mail-prepare",
        )
    } else {
        (
            "annual-plan-mail-slipped-subject",
            "annual-plan-mail-slipped",
        )
    };
    Passage {
        kind,
        variant: USUAL,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board", "meeting", "date"],
        needs: &[&["board"], &["meeting"]],
    }
}

/// As it would be told of the board's next meeting.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let meeting = coming.meetings.first().ok_or(Error::NotFound)?;
    let matter = Matter {
        board: &coming.data.board,
        meeting,
        kinds: &coming.kinds,
        wordings: asked.wordings,
        day: meeting.first_day(),
        count: SOME,
        base_url: asked.desk.base_url,
    };
    Ok(Shown {
        letter: matter.letter(asked.passage, asked.language),
        is_real: false,
    })
}
