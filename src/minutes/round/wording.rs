//! The mail about minutes that a board may open in its own words, and how it would look.

use super::mail::after::{CORRECTED, TO_PUBLISH, WITHDRAWN, because};
use super::mail::answers::{answered, asked as asked_for, news};
use super::mail::{APPROVED, ENDING, Facts, REMARK, SENT, SETTLED, SILENCE, path};
use super::rules::changes::Label;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::{Language, text};
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::meetings::wording::coming;
use chrono::Days;

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    let kinds = [
        SENT, ENDING, SILENCE, REMARK, SETTLED, APPROVED, TO_PUBLISH, CORRECTED, WITHDRAWN,
    ];
    let mut passages: Vec<Passage> = kinds.map(passage).into();
    passages.insert(1, sent_again());
    Worded {
        passages,
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
        TO_PUBLISH => ("round-mail-to-publish-subject", "round-mail-to-publish"),
        CORRECTED => ("round-mail-corrected-subject", "round-mail-corrected"),
        WITHDRAWN => ("round-mail-withdrawn-subject", "round-mail-withdrawn"),
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

/// What the mail of a new draft opens with, which comes in place of one that was out.
#[must_use]
pub fn sent_again() -> Passage {
    Passage {
        variant: "again",
        subject: keys(["round-mail-again-subject"]),
        opening: keys(["round-mail-again"]),
        ..passage(SENT)
    }
}

/// What the link is called, after what it leads to.
pub(super) fn action(of: &Passage) -> &'static str {
    match of.kind {
        WITHDRAWN => "round-mail-withdrawn-action",
        _ => "round-mail-action",
    }
}

/// The text that says why the letter came.
pub(super) fn foot(of: &Passage) -> &'static str {
    match of.kind {
        SILENCE | REMARK | TO_PUBLISH => "round-mail-foot-secretariat",
        SETTLED => "round-mail-foot-author",
        _ => "round-mail-foot",
    }
}

fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let meeting = coming.meetings.first().ok_or(Error::NotFound)?;
    let says_when = asked.passage.names.contains(&"due");
    let example = [Label::Case("12/26".to_owned())];
    let also = |language: Language| match asked.passage.kind {
        SENT if asked.passage.variant != USUAL => vec![news(&example, language)],
        SETTLED => vec![answered(&example, language)],
        REMARK => {
            let who = text(language, "wording-example-person", &[]);
            asked_for(&example[0], &who, language).into()
        }
        CORRECTED | WITHDRAWN => {
            vec![because(
                &text(language, "round-mail-example", &[]),
                language,
            )]
        }
        _ => Vec::new(),
    };
    let facts = Facts {
        board: &coming.data.board,
        meeting,
        kinds: &coming.kinds,
        wordings: asked.wordings,
        also: &also,
        remarks_on: says_when.then(|| meeting.last_day() + Days::new(14)),
        url: format!(
            "{}{}",
            asked.desk.base_url,
            path(asked.passage.kind, meeting.id)
        ),
    };
    Ok(Shown {
        letter: facts.letter(asked.passage, asked.language),
        is_real: coming.is_real,
    })
}
