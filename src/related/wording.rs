//! The reminder that a board may open in its own words, and how it would look.

use super::mail::{Matter, called};
use super::rules::MAIL;
use super::store as rows;
use crate::boards::store;
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::{Language, text};
use crate::mail::wording::{Asked, Passage, Preview, Shown, Worded, keys};
use chrono::Days;

/// How far ahead a made-up day is.
const AHEAD: Days = Days::new(30);

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: vec![passage(false), passage(true)],
        preview: preview as Preview,
    }
}

/// What the reminder says before the day, or after it.
pub(super) fn passage(is_late: bool) -> Passage {
    let (variant, subject, opening) = if is_late {
        (
            "act-overdue",
            "related-mail-subject-late",
            "related-mail-ask-late",
        )
    } else {
        ("act", "related-mail-subject", "related-mail-ask")
    };
    Passage {
        kind: MAIL,
        variant,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board", "body", "date"],
        needs: &[&["body"], &["date"]],
    }
}

/// The first body of the board that is due for review; where there is none, one that is made up.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let board = store::board(conn, asked.board)?;
    let bodies = rows::of_board(conn, board.id)?;
    let first = bodies.iter().filter(|body| body.facts.review_on.is_some());
    let first = first.min_by_key(|body| body.facts.review_on);
    let day = first.and_then(|body| body.facts.review_on);
    let name = |language: Language| match first {
        Some(body) => called(body, language),
        None => text(language, "related-made-up", &[]),
    };
    let matter = Matter {
        board: &board,
        wordings: asked.wordings,
        body: &name,
        day: day.unwrap_or(board.today(asked.desk.now) + AHEAD),
        base_url: asked.desk.base_url,
    };
    Ok(Shown {
        letter: matter.letter(asked.passage, asked.language),
        is_real: first.is_some(),
    })
}
