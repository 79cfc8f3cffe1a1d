//! The mail about minutes that a board may open in its own words, and how it would look.

use super::mail::{APPROVED, ENDING, Facts, REMARK, SENT, SETTLED, SILENCE};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::meetings::wording::coming;
use crate::web::paths;
use chrono::Days;

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    let kinds = [SENT, ENDING, SILENCE, REMARK, SETTLED, APPROVED];
    Worded {
        passages: kinds.map(passage).into(),
        preview: preview as Preview,
    }
}

/// What one kind of these letters opens with.
#[must_use]
pub fn passage(kind: &'static str) -> Passage {
    let (subject, opening) = match kind {
        SENT => ("round-mail-sent-subject", "round-mail-sent"),
        ENDING => ("round-mail-ending-subject", "round-mail-ending"),
        SILENCE => ("round-mail-silence-subject", "round-mail-silence"),
        REMARK => ("round-mail-remark-subject", "round-mail-remark"),
        SETTLED => ("round-mail-settled-subject", "round-mail-settled"),
        _ => ("round-mail-approved-subject", "round-mail-approved"),
    };
    let says_when = matches!(kind, SENT | ENDING);
    Passage {
        kind,
        variant: USUAL,
        subject: keys([subject]),
        opening: keys([opening]),
        names: if says_when {
            &["board", "meeting", "due"]
        } else {
            &["board", "meeting"]
        },
        needs: &[&["board"], &["meeting"]],
    }
}

/// The text that says why the letter came.
pub(super) fn foot(of: &Passage) -> &'static str {
    match of.kind {
        SILENCE | REMARK => "round-mail-foot-secretariat",
        SETTLED => "round-mail-foot-author",
        _ => "round-mail-foot",
    }
}

fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let meeting = coming.meetings.first().ok_or(Error::NotFound)?;
    let says_when = asked.passage.names.contains(&"due");
    let facts = Facts {
        board: &coming.data.board,
        meeting,
        kinds: &coming.kinds,
        wordings: asked.wordings,
        remarks_on: says_when.then(|| meeting.last_day() + Days::new(14)),
        url: format!(
            "{}{}",
            asked.desk.base_url,
            paths::of_meeting(meeting.id, "minutes/reading")
        ),
    };
    Ok(Shown {
        letter: facts.letter(asked.passage, asked.language),
        is_real: coming.is_real,
    })
}
