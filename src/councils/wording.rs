//! The mail about councils that a board may open in its own words, and how it would look.
//!
//! No placeholder gives what a case is about: whether it may be told is decided for each.

use super::mail::Facts;
use super::rules::mail_kind;
use crate::boards::store as boards;
use crate::db::Conn;
use crate::error::Result;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::web::paths;
use chrono::Days;

/// How far ahead an example is due.
const AHEAD: Days = Days::new(21);

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: vec![
            advice_due(false),
            advice_due(true),
            advice_given(),
            council_ends(),
        ],
        preview: preview as Preview,
    }
}

/// The day of the advice comes, or has passed.
pub(super) fn advice_due(is_late: bool) -> Passage {
    let (variant, subject, opening) = if is_late {
        (
            "act-overdue",
            "council-mail-late-subject",
            "council-mail-late",
        )
    } else {
        ("act", "council-mail-due-subject", "council-mail-due")
    };
    Passage {
        kind: mail_kind::ADVICE_DUE,
        variant,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board", "council", "date"],
        needs: &[&["council"], &["date"]],
    }
}

/// The advice has come.
pub(super) fn advice_given() -> Passage {
    Passage {
        kind: mail_kind::ADVICE_GIVEN,
        variant: USUAL,
        subject: keys(["council-mail-given-subject"]),
        opening: keys(["council-mail-given"]),
        names: &["board", "council"],
        needs: &[&["council"]],
    }
}

/// The period of a council runs out.
pub(super) fn council_ends() -> Passage {
    Passage {
        kind: mail_kind::COUNCIL_ENDS,
        variant: USUAL,
        subject: keys(["council-mail-ends-subject"]),
        opening: keys(["council-mail-ends"]),
        names: &["board", "council", "date"],
        needs: &[&["council"], &["date"]],
    }
}

/// A made-up one: the board stands for itself and for the council.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let board = boards::board(conn, asked.board)?;
    let above = match board.parent {
        Some(above) => boards::board(conn, above)?,
        None => board.clone(),
    };
    let has_day = asked.passage.kind != mail_kind::ADVICE_GIVEN;
    let facts = Facts {
        board: &above,
        council: &board,
        wordings: asked.wordings,
        day: has_day.then(|| board.today(asked.desk.now) + AHEAD),
        url: format!(
            "{}{}",
            asked.desk.base_url,
            paths::of_board(board.id, "cases")
        ),
    };
    Ok(Shown {
        letter: facts.letter(asked.passage, asked.language),
        is_real: false,
    })
}
