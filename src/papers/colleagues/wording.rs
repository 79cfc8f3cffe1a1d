//! The mail to a colleague that a board may open in its own words, and how it would look.

use super::mail::{Facts, KIND};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::text;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::meetings::wording::coming;

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: vec![let_in()],
        preview: preview as Preview,
    }
}

/// What a colleague is told.
#[must_use]
pub fn let_in() -> Passage {
    Passage {
        kind: KIND,
        variant: USUAL,
        subject: keys(["colleague-mail-subject"]),
        opening: keys(["colleague-mail"]),
        names: &["board", "meeting"],
        needs: &[&["board"], &["meeting"]],
    }
}

fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let member = text(asked.language, "wording-example-person", &[]);
    let organisation = text(asked.language, "wording-example-organisation", &[]);
    let facts = Facts {
        board: &coming.data.board,
        meeting: coming.meetings.first().ok_or(Error::NotFound)?,
        kinds: &coming.kinds,
        wordings: asked.wordings,
        member: &member,
        organisation: Some(&organisation),
        is_answered_to_member: true,
        base_url: asked.desk.base_url,
    };
    Ok(Shown {
        letter: facts.letter(asked.language),
        is_real: false,
    })
}
