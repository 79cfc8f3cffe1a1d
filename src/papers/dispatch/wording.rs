//! The mail about papers that a board may open in its own words, and how it would look.

use super::mail::{Facts, KIND};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::mail::wording::{Asked, Passage, Preview, Shown, Worded, keys};
use crate::meetings::wording::coming;

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: vec![sent(false), sent(true)],
        preview: preview as Preview,
    }
}

/// What readers are told when papers can be read: the first time, and when more has come.
#[must_use]
pub fn sent(is_supplement: bool) -> Passage {
    let (variant, subject, opening) = if is_supplement {
        (
            "supplement",
            "dispatch-mail-subject-more",
            "dispatch-mail-more",
        )
    } else {
        ("first", "dispatch-mail-subject", "dispatch-mail")
    };
    Passage {
        kind: KIND,
        variant,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board", "meeting"],
        needs: &[&["board"], &["meeting"]],
    }
}

fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let facts = Facts {
        board: &coming.data.board,
        meeting: coming.meetings.first().ok_or(Error::NotFound)?,
        kinds: &coming.kinds,
        wordings: asked.wordings,
        paragraph: "",
        base_url: asked.desk.base_url,
    };
    Ok(Shown {
        letter: facts.letter(asked.passage, asked.language),
        is_real: coming.is_real,
    })
}
