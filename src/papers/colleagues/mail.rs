//! The mail that brings a colleague their link.
//!
//! It says who lets them read, of which meeting and until when; it carries no paper and no title. Who asks stands in words of ours straight after the opening, which a board may write and which
//! names no person.

use super::rules::ends;
use super::{Colleague, door, store, wording};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::code_words::CodeWord;
use crate::db::ids::RowId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::{Language, dates, text};
use crate::mail::ledger::{self, Scope};
use crate::mail::letter::MESSAGE;
use crate::mail::wording::{Wordings, store as wordings};
use crate::mail::{
    Answer, Class, Desk, Key, Kind, Letter, Mail, Occasion, Part, Recipient, Wanted,
};
use crate::meetings::{Meeting, store as meetings, words};
use crate::papers::inputs::store::speaks_for;
use crate::people::store as people;
use crate::web::paths;

/// The kind of its occasions.
pub const KIND: &str = "colleague";
/// What a colleague's link is signed for.
pub const PURPOSE: &str = "read-along";

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    vec![Kind {
        code: KIND,
        class: Class::AtOnce,
        answer: tell,
        after: None,
    }]
}

/// Plans the mail to a colleague; it is of no use once the link has ended.
///
/// # Errors
/// When the database fails.
pub fn plan(conn: &mut Conn, of: &Colleague, now: Moment) -> Result<()> {
    let board = boards::board(conn, of.board)?;
    let meeting = meetings::meeting(conn, of.meeting)?;
    let wanted = Wanted {
        key: Key {
            kind: KIND,
            object_id: of.id.to_string(),
            slot: "let-in".to_owned(),
        },
        object_kind: store::OBJECT_KIND,
        about_day: meeting.first_day(),
        deadline: None,
        due: now,
        expires: ends(&meeting, &board),
    };
    let scope = Scope {
        board: Some(board.id),
        object_id: of.id.as_str(),
        kinds: &[KIND],
    };
    ledger::reconcile(conn, scope, &[], &[wanted], now)
}

/// What the letter is about.
pub(super) struct Facts<'a> {
    pub board: &'a Board,
    pub meeting: &'a Meeting,
    pub kinds: &'a [CodeWord],
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    /// The name of who lets them in.
    pub member: &'a str,
    /// The name of the organisation that they speak for.
    pub organisation: Option<&'a str>,
    /// Whether answers go to who lets them in: without an address of theirs they go to the board.
    pub is_answered_to_member: bool,
    pub base_url: &'a str,
}

impl Facts<'_> {
    pub(super) fn letter(&self, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let days = words::days(language, self.meeting);
        let values = [("board", board.into()), ("meeting", days.into())];
        let opening = self.wordings.opening(&wording::let_in(), language, &values);
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.push(Part::Paragraph(self.who(language)));
        if self.is_answered_to_member {
            let member = [("member", self.member.into())];
            let answers = text(language, "colleague-mail-answer", &member);
            parts.push(Part::Paragraph(answers));
        }
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let meeting = words::name(self.kinds, self.meeting, language);
        let until = dates::long_date(language, self.meeting.last_day());
        parts.extend([
            Part::Facts(vec![
                fact("case-mail-board", board.to_owned()),
                fact("dispatch-mail-meeting", meeting),
                fact("dispatch-mail-when", words::when(language, self.meeting)),
                fact("colleague-mail-until", until),
            ]),
            Part::PersonalLink {
                label: text(language, "colleague-mail-action", &[]),
                url: format!("{}{}", self.base_url, paths::read_along_start(MESSAGE)),
                purpose: PURPOSE.to_owned(),
            },
            Part::Foot(text(language, "colleague-mail-foot", &values)),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// Who shares the papers: a mail from nobody is one that nobody should trust.
    fn who(&self, language: Language) -> String {
        let member = ("member", self.member.into());
        match self.organisation {
            Some(organisation) => {
                let values = [member, ("organisation", organisation.into())];
                text(language, "colleague-mail-from", &values)
            }
            None => text(language, "colleague-mail-from-alone", &[member]),
        }
    }
}

fn tell(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let id: RowId = (occasion.object_id.parse())
        .map_err(|_not_an_id| anyhow::anyhow!("an occasion of no colleague"))?;
    let Some(colleague) = store::colleague(conn, id)? else {
        return Ok(Answer::Fulfilled);
    };
    // Whoever would find the door shut gets no key.
    let Some(door) = door::open(conn, colleague, desk.now)? else {
        return Ok(Answer::Fulfilled);
    };
    let to = &door.colleague;
    let today = door.board.today(desk.now);
    let place = (door.board.id, Some(door.meeting.id));
    let of = speaks_for(conn, place, to.named_by, today)?;
    let names = people::names_of(conn, of.as_slice(), today)?;
    let organisation = names.into_values().next().map(|(name, _short)| name);
    let facts = Facts {
        board: &door.board,
        meeting: &door.meeting,
        kinds: &door.kinds,
        wordings: &wordings::of_board(conn, door.board.id)?,
        member: &door.member,
        organisation: organisation.as_deref(),
        is_answered_to_member: door.member_address.is_some(),
        base_url: desk.base_url,
    };
    // It is the member who asks, and who anchors at home: what a colleague thinks is theirs to hear before the board's.
    let reply_to = door.member_address.as_ref();
    Ok(Answer::Tell(vec![Mail {
        letter: facts.letter(to.language),
        to: Recipient::address(&to.name, &to.address, to.language),
        reply_to: reply_to.unwrap_or(&door.board.mailbox).clone(),
    }]))
}
