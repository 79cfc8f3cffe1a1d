//! The mail of subscriptions that a board may open in its own words, and how it would look.

use super::letters::{Facts, Minutes, Question};
use super::mail::{ASKED, DIGEST, PUBLISHED};
use super::{Again, Frequency, Item, Published, Reading, Topic};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::text;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::meetings::wording::{Coming, coming};
use crate::web::paths;
use std::collections::HashMap;

/// The variant that tells of minutes that have changed since they were told of.
const AGAIN: &str = "republished";

/// What boards may write: the question to an address, and what tells of minutes.
#[must_use]
pub fn worded() -> Vec<Worded> {
    vec![
        Worded {
            passages: vec![asked(false), asked(true)],
            preview: preview_asked as Preview,
        },
        Worded {
            passages: vec![published(), published_again(), weekly()],
            preview: preview_minutes as Preview,
        },
    ]
}

/// The question, or that the address subscribes already.
#[must_use]
pub fn asked(is_known: bool) -> Passage {
    let (variant, subject, opening) = if is_known {
        (
            "known",
            "subscribe-mail-subject-known",
            "subscribe-mail-known",
        )
    } else {
        ("first", "subscribe-mail-subject", "subscribe-mail")
    };
    Passage {
        kind: ASKED,
        variant,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board"],
        needs: &[&["board"]],
    }
}

/// That minutes are out.
#[must_use]
pub fn published() -> Passage {
    Passage {
        kind: PUBLISHED,
        variant: USUAL,
        subject: keys(["subscribe-mail-each-subject"]),
        opening: keys(["subscribe-mail-each"]),
        names: &["board", "meeting"],
        needs: &[&["board"], &["meeting"]],
    }
}

/// The same, to those who were told of them before.
#[must_use]
pub fn published_again() -> Passage {
    Passage {
        variant: AGAIN,
        subject: keys(["subscribe-mail-again-subject"]),
        opening: keys(["subscribe-mail-again"]),
        ..published()
    }
}

/// What came out since the reader was told.
#[must_use]
pub fn weekly() -> Passage {
    Passage {
        kind: DIGEST,
        variant: USUAL,
        subject: keys(["subscribe-mail-weekly-subject"]),
        opening: keys(["subscribe-mail-weekly"]),
        names: &["board", "date"],
        needs: &[&["board"], &["date"]],
    }
}

fn facts<'a>(coming: &'a Coming, asked: &Asked<'a>) -> Facts<'a> {
    Facts {
        board: &coming.data.board,
        wordings: asked.wordings,
        base_url: asked.desk.base_url,
    }
}

fn preview_asked(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let is_known = asked.passage.variant == "known";
    let board = &coming.data.board;
    let question = Question {
        topic: Topic::Board(board.id),
        name: &board.name,
        wordings: asked.wordings,
        base_url: asked.desk.base_url,
    };
    Ok(Shown {
        letter: question.letter(asked.language, Frequency::Each, is_known),
        is_real: false,
    })
}

fn preview_minutes(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let meeting = coming.meetings.first().ok_or(Error::NotFound)?;
    let case = text(asked.language, "wording-example-case", &[]);
    let reading = Reading {
        items: vec![Item {
            name: case.clone(),
            ..Item::default()
        }],
        is_changed: true,
    };
    let published = Published {
        meeting: meeting.id,
        board: meeting.board,
        day: meeting.first_day(),
        at: asked.desk.now,
        visitors: reading.clone(),
        owners: reading,
        own: HashMap::new(),
        url_path: paths::HOME.to_owned(),
        again: None,
    };
    let again = Again {
        told_at: asked.desk.now,
        reason: text(asked.language, "wording-example-reason", &[]),
    };
    let minutes = Minutes {
        published: &published,
        meeting,
        kinds: &coming.kinds,
        again: (asked.passage.variant == AGAIN).then_some(&again),
    };
    let facts = facts(&coming, asked);
    let letter = if asked.passage.kind == DIGEST {
        let of = [(minutes, vec![case.as_str()])];
        facts.weekly(&of, asked.language, asked.desk.now)
    } else {
        facts.each(&minutes, asked.language, (&[case.as_str()], None))
    };
    Ok(Shown {
        letter,
        is_real: false,
    })
}
