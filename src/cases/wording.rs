//! The mail about cases that a board may open in its own words, and how it would look.
//!
//! No placeholder gives a case's title: that it may be told is decided for each case, and it stands among the facts.

use super::CaseState;
use super::mail::{Facts, foot};
use super::rules::mail_kind;
use crate::boards::store as boards;
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::text;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::web::paths;

/// What a proposer is told of.
const DECIDED: [CaseState; 3] = [
    CaseState::Accepted,
    CaseState::Declined,
    CaseState::Postponed,
];

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    let mut passages = vec![proposed(), talk(), officer()];
    passages.extend(DECIDED.map(decided));
    Worded {
        passages,
        preview: preview as Preview,
    }
}

fn passage(kind: &'static str, variant: &'static str, [subject, opening]: [&str; 2]) -> Passage {
    Passage {
        kind,
        variant,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board"],
        needs: &[&["board"]],
    }
}

/// What the secretariat is told of a new case.
pub(super) fn proposed() -> Passage {
    passage(
        mail_kind::PROPOSED,
        USUAL,
        ["case-mail-proposed-subject", "case-mail-proposed"],
    )
}

/// What its proposer is told has become of it.
pub(super) fn decided(state: CaseState) -> Passage {
    let (variant, keys) = match state {
        CaseState::Accepted => (
            "accepted",
            ["case-mail-accepted-subject", "case-mail-accepted"],
        ),
        CaseState::Declined => (
            "declined",
            ["case-mail-declined-subject", "case-mail-declined"],
        ),
        _ => (
            "postponed",
            ["case-mail-postponed-subject", "case-mail-postponed"],
        ),
    };
    passage(mail_kind::DECIDED, variant, keys)
}

/// What reminds of the talk with KS.
pub(super) fn talk() -> Passage {
    passage(
        mail_kind::TALK,
        USUAL,
        ["case-mail-talk-subject", "case-mail-talk"],
    )
}

/// What someone is told who is named to prepare a case.
pub(super) fn officer() -> Passage {
    passage(
        mail_kind::OFFICER,
        USUAL,
        ["case-mail-officer-subject", "case-mail-officer"],
    )
}

/// The case is always made up: a real one may be closed to whoever writes the words.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let board = boards::board(conn, asked.board)?;
    let title = text(asked.language, "wording-example-case", &[]);
    let facts = Facts {
        wordings: asked.wordings,
        title: Some(&title),
        number: None,
        proposed_on: board.today(asked.desk.now),
        url: format!(
            "{}{}",
            asked.desk.base_url,
            paths::of_board(board.id, "cases")
        ),
        foot: foot(asked.passage),
        board: &board,
    };
    Ok(Shown {
        letter: facts.letter(asked.passage, asked.language),
        is_real: false,
    })
}
