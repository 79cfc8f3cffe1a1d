//! The warning that a board may open in its own words, and how it would look.

use super::mail::{Matter, lists};
use super::rules::{self, MAIL};
use super::store as rows;
use crate::boards::{Rule, Strength, rule_kind, store};
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::db::types::Words;
use crate::error::Result;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use chrono::Days;

/// How far ahead a made-up day is.
const AHEAD: Days = Days::new(90);

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: vec![passage()],
        preview: preview as Preview,
    }
}

/// What the warning says.
pub(super) fn passage() -> Passage {
    Passage {
        kind: MAIL,
        variant: USUAL,
        subject: keys(["composition-mail-subject"]),
        opening: keys(["composition-mail-ask"]),
        names: &["board", "rule", "date"],
        needs: &[&["board"], &["date"]],
    }
}

/// The first that the board would be warned of; where there is none, one that is made up.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let board = store::board(conn, asked.board)?;
    let today = board.today(asked.desk.now);
    let facts = rows::facts(conn, &board, today)?;
    let breaks = rules::breaks(&facts, today);
    let first = breaks.iter().map(|it| it.on).min();
    let broken = breaks.iter().filter(|it| Some(it.on) == first);
    let broken: Vec<&Rule> = broken.map(|it| it.rule).collect();
    let made_up = Rule {
        id: RowId::new(),
        kind: rule_kind::MEMBERS_LEAST.to_owned(),
        subject: String::new(),
        called: String::new(),
        among: Vec::new(),
        position: 1,
        quantity: Some(12),
        strength: Strength::Shall,
        words: Words::default(),
        paragraph: "4".to_owned(),
    };
    let matter = Matter {
        board: &board,
        wordings: asked.wordings,
        rules: if broken.is_empty() {
            vec![&made_up]
        } else {
            broken
        },
        lists: &lists(conn)?,
        day: first.unwrap_or(today + AHEAD),
        base_url: asked.desk.base_url,
    };
    Ok(Shown {
        letter: matter.letter(asked.language),
        is_real: first.is_some(),
    })
}
