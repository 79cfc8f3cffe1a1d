//! The mail that says that papers can be read. It names the meeting and leads there; it carries no paper, no title, and
//! not how many there are, which differs from reader to reader.

use super::{Dispatch, Recipient, rules, store, wording};
use crate::boards::{Board, store as boards};
use crate::calendar::moment_of;
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::RowId;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, text};
use crate::mail::ledger::{self, Scope};
use crate::mail::wording::{Passage, Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Key, Kind, Letter, Mail, Occasion, Part, Wanted};
use crate::meetings::{Meeting, store as meetings, words};
use crate::web::paths;
use chrono::{Duration, NaiveTime};

/// The kind of its occasions.
pub const KIND: &str = "papers-sent";

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    vec![Kind {
        code: KIND,
        class: Class::OnYourClick,
        answer: tell,
        after: None,
    }]
}

/// How long the mail of a dispatch waits for the packs of its readers.
pub const WAIT: Duration = Duration::minutes(10);

/// Plans the mail of a dispatch: its papers can be read by then, and from `due` on it goes with the next pass.
///
/// # Errors
/// When the database fails.
pub fn plan(
    conn: &mut Conn,
    of: &Dispatch,
    board: &Board,
    meeting: &Meeting,
    (due, now): (Moment, Moment),
) -> Result<()> {
    let first = meeting.sessions.first();
    let start = first
        .and_then(|session| session.starts)
        .unwrap_or(NaiveTime::MIN);
    let begins = moment_of(board.zone, meeting.first_day(), start).into();
    let wanted = Wanted {
        key: Key {
            kind: KIND,
            object_id: of.id.to_string(),
            slot: "sent".to_owned(),
        },
        object_kind: "dispatch",
        about_day: meeting.first_day(),
        deadline: None,
        due,
        expires: rules::expires(begins, now),
    };
    let scope = Scope {
        board: Some(board.id),
        object_id: of.id.as_str(),
        kinds: &[KIND],
    };
    let standing = ledger::of_object(conn, of.id.as_str())?;
    ledger::reconcile(conn, scope, &standing, &[wanted], now)
}

/// What the letters are about.
pub(super) struct Facts<'a> {
    pub board: &'a Board,
    pub meeting: &'a Meeting,
    pub kinds: &'a [CodeWord],
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub paragraph: &'a str,
    pub base_url: &'a str,
}

impl Facts<'_> {
    pub(super) fn letter(&self, passage: &Passage, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let meeting = words::name(self.kinds, self.meeting, language);
        let days = words::days(language, self.meeting);
        let values = [("board", board.into()), ("meeting", days.into())];
        let opening = self.wordings.opening(passage, language, &values);
        let mut parts: Vec<Part> = opening.parts().collect();
        let own = self
            .paragraph
            .split("\n\n")
            .filter(|part| !part.trim().is_empty());
        parts.extend(own.map(|part| Part::Paragraph(part.to_owned())));
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let mut facts = vec![
            fact("case-mail-board", board.to_owned()),
            fact("dispatch-mail-meeting", meeting),
            fact("dispatch-mail-when", words::when(language, self.meeting)),
        ];
        if !self.meeting.place.is_empty() {
            facts.push(fact("dispatch-mail-where", self.meeting.place.clone()));
        }
        parts.extend([
            Part::Facts(facts),
            Part::Action {
                label: text(language, "dispatch-mail-action", &[]),
                url: format!(
                    "{}{}",
                    self.base_url,
                    paths::meeting_papers(self.meeting.id)
                ),
            },
            Part::Foot(text(language, "dispatch-mail-foot", &values)),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

fn tell(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let id: RowId = (occasion.object_id.parse())
        .map_err(|_not_an_id| anyhow::anyhow!("an occasion of no dispatch"))?;
    let of = store::dispatch(conn, id)?.ok_or(Error::NotFound)?;
    let board = boards::board(conn, of.board)?;
    let meeting = meetings::meeting(conn, of.meeting)?;
    let facts = Facts {
        board: &board,
        meeting: &meeting,
        kinds: &code_words::list(conn, "meeting_kind")?,
        wordings: &wordings::of_board(conn, board.id)?,
        paragraph: &of.paragraph,
        base_url: desk.base_url,
    };
    let passage = wording::sent(of.number > 1);
    // Whoever has left, or is no longer called, is not told any more.
    let readers = store::still_readers(conn, &board, &of, desk.now)?;
    let mail = |one: Recipient| {
        let address = one.address?;
        Some(Mail {
            letter: facts.letter(&passage, one.language),
            to: crate::mail::Recipient::person(one.person, one.name, address, one.language),
            reply_to: board.mailbox.clone(),
        })
    };
    let mails: Vec<Mail> = readers.into_iter().filter_map(mail).collect();
    Ok(if mails.is_empty() {
        Answer::Nobody
    } else {
        Answer::Tell(mails)
    })
}
