//! The mails about deputies: the deputy is called and called off, the member is told who was named and what became of it.
//!
//! They answer a click and go at once, through the ledger like every other mail, so that a board whose mail is off sends
//! none. A receipt is the one mail that names someone besides its reader: the one whom the reader has named.

use super::rules::is_open;
use super::wording::{self, Told};
use super::{Invited, Replacement, ReplacementState, store};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::ReplacementId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::{Language, Said};
use crate::mail::invitation::CalendarUser;
use crate::mail::ledger::{self, Scope};
use crate::mail::wording::{Opening, Passage, Wordings, store as wordings};
use crate::mail::{
    Answer, Class, Desk, Invitation, Key, Kind, Letter, Mail, Occasion, Part, Recipient, Wanted,
};
use crate::meetings::calendar::Revision;
use crate::meetings::notices::letters::{
    Around, Reader, answer_link, facts, foot, leader_label, reply_link,
};
use crate::meetings::notices::mail::{enclosed, entries};
use crate::meetings::rules::deadlines;
use crate::meetings::store::{self as meetings, around};
use crate::meetings::{Meeting, Stage, words};
use crate::people::store as people;
use crate::web::access::Role;
use crate::web::paths;

/// A deputy is called.
pub const CALLED: &str = "notice-deputy";
/// A deputy need not come after all.
pub const RELEASED: &str = "notice-deputy-released";
/// The member is told what became of naming a deputy.
pub const RECEIPT: &str = "notice-receipt";

/// The kinds of mail about deputies.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    type Written = fn(&mut Conn, &Occasion, &Desk<'_>) -> Result<Answer>;
    let kinds: [(&'static str, Written); 3] =
        [(CALLED, call), (RELEASED, release), (RECEIPT, receipt)];
    let kind = |(code, answer)| Kind {
        code,
        class: Class::AtOnce,
        answer,
        after: None,
    };
    kinds.map(kind).to_vec()
}

/// What a receipt says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    Named,
    Confirmed,
    Refused,
}

impl Receipt {
    fn slot(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
        }
    }
}

/// Plans one of these mails, due now; it expires when the first day has passed.
///
/// # Errors
/// When the database fails.
pub fn plan(
    conn: &mut Conn,
    kind: &'static str,
    slot: &str,
    of: &Replacement,
    meeting: &Meeting,
    now: Moment,
) -> Result<()> {
    let board = boards::board(conn, meeting.board)?;
    let ends = meeting.first_day().succ_opt().unwrap_or_default();
    let wanted = Wanted {
        key: Key {
            kind,
            object_id: of.id.to_string(),
            slot: slot.to_owned(),
        },
        object_kind: "replacement",
        about_day: meeting.first_day(),
        deadline: None,
        due: now,
        expires: crate::calendar::moment_of(board.zone, ends, chrono::NaiveTime::MIN).into(),
    };
    let scope = Scope {
        board: Some(board.id),
        object_id: of.id.as_str(),
        kinds: &[kind],
    };
    ledger::reconcile(conn, scope, &[], &[wanted], now)
}

/// Plans the receipt to the member.
///
/// # Errors
/// When the database fails.
pub fn plan_receipt(
    conn: &mut Conn,
    what: Receipt,
    of: &Replacement,
    meeting: &Meeting,
    now: Moment,
) -> Result<()> {
    plan(conn, RECEIPT, what.slot(), of, meeting, now)
}

/// What all of these mails are written from.
pub(super) struct Case {
    pub replacement: Replacement,
    pub meeting: Meeting,
    pub board: Board,
    pub wordings: Wordings,
    pub kinds: Vec<(String, crate::db::types::Words)>,
    pub reply_by: Option<Moment>,
    pub sequence: i64,
    /// Whether the deputy comes for the chair, and so leads the meeting.
    pub leads: bool,
}

pub(super) fn calendar_user(name: &str, address: &str) -> CalendarUser {
    CalendarUser {
        name: name.to_owned(),
        address: address.to_owned(),
    }
}

fn case(conn: &mut Conn, occasion: &Occasion, now: Moment) -> Result<Case> {
    let id: ReplacementId = (occasion.object_id.parse())
        .map_err(|_not_an_id| anyhow::anyhow!("an occasion of no deputy"))?;
    let replacement = store::replacement(conn, id)?;
    let meeting = meetings::meeting(conn, replacement.meeting)?;
    let data = boards::data(conn, meeting.board)?;
    let line = deadlines(&meeting, &data);
    let reply = line.iter().find(|deadline| deadline.stage == Stage::Reply);
    let invited = store::invited(conn, meeting.board, meeting.first_day())?;
    let is_for_chair =
        |one: &Invited| one.role == Role::Chair && one.appointment == replacement.appointment;
    let revision = meetings::calendar::revisions(conn, &[meeting.id])?.remove(&meeting.id);
    Ok(Case {
        sequence: revision.map_or(0, |revision| revision.sequence),
        leads: invited.iter().any(is_for_chair),
        reply_by: reply
            .map(|deadline| deadline.due_at)
            .filter(|due| *due > now),
        kinds: around::kinds(conn)?,
        wordings: wordings::of_board(conn, data.board.id)?,
        board: data.board,
        replacement,
        meeting,
    })
}

impl Case {
    fn around<'a>(&'a self, desk: &'a Desk<'_>) -> Around<'a> {
        Around {
            board: &self.board,
            wordings: &self.wordings,
            kinds: &self.kinds,
            base_url: desk.base_url,
        }
    }

    fn opening(&self, passage: &Passage, language: Language) -> Opening {
        let values = [
            ("board", self.board.name_in(language).into()),
            ("meeting", words::days(language, &self.meeting).into()),
            ("mailbox", self.board.mailbox.as_str().into()),
        ];
        self.wordings.opening(passage, language, &values)
    }

    /// The letter that calls a deputy.
    pub(super) fn call(&self, to: &CalendarUser, language: Language, desk: &Desk<'_>) -> Letter {
        let opening = self.opening(&wording::called(), language);
        let around = self.around(desk);
        let mut parts: Vec<Part> = opening.parts().collect();
        let mut lines = facts(&self.meeting, self.reply_by, language, &around);
        if self.leads {
            lines.push((leader_label(language), self.replacement.name.clone()));
        }
        parts.extend([
            Part::Facts(lines),
            reply_link(language, desk.base_url),
            foot(deputy_reader(language), &self.board),
        ]);
        parts.extend(self.entries(to, language, false, desk));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// The letter to a deputy who need not come.
    pub(super) fn release(&self, to: &CalendarUser, language: Language, desk: &Desk<'_>) -> Letter {
        let opening = self.opening(&wording::released(), language);
        let around = self.around(desk);
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(facts(&self.meeting, None, language, &around)),
            foot(deputy_reader(language), &self.board),
        ]);
        parts.extend(self.entries(to, language, true, desk));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// The letter to the member: whom they named stands among the facts, and what became of it above them.
    pub(super) fn receipt(
        &self,
        told: Told,
        opens_pages: bool,
        language: Language,
        desk: &Desk<'_>,
    ) -> Letter {
        let opening = self.opening(&wording::receipt(told), language);
        let name = (
            Said::new("deputy-mail-name").text(language),
            self.replacement.name.clone(),
        );
        let mut lines = vec![name];
        lines.extend(facts(&self.meeting, None, language, &self.around(desk)));
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.push(Part::Facts(lines));
        if opens_pages {
            let path = paths::of_meeting(self.meeting.id, "reply");
            parts.push(Part::Action {
                label: Said::new("deputy-mail-change").text(language),
                url: format!("{}{path}", desk.base_url),
            });
        }
        let reader = Reader {
            language,
            role: Some(Role::Member),
            is_deputy: false,
            is_asked: false,
            opens_pages: true,
        };
        parts.push(foot(reader, &self.board));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// The meeting in the deputy's calendar, or out of it. Stamped now: who is named, let go and named again is told
    /// with the same sequence, and the later stamp counts (RFC 5546 § 2.1.5).
    fn entries(
        &self,
        to: &CalendarUser,
        language: Language,
        is_cancelled: bool,
        desk: &Desk<'_>,
    ) -> Vec<Part> {
        let revision = Revision {
            sequence: self.sequence,
            at: desk.now,
        };
        let reader = deputy_reader(language);
        let mut entries = entries(&self.meeting, revision, to, reader, &self.around(desk));
        for entry in &mut entries {
            entry.is_cancelled |= is_cancelled;
        }
        let link = Some(answer_link(language, desk.base_url));
        let part = |entry| enclosed(Invitation::of(entry), link.clone());
        entries.into_iter().map(part).collect()
    }

    fn to(&self, to: Recipient, letter: Letter) -> Answer {
        Answer::Tell(vec![Mail {
            to,
            letter,
            reply_to: self.board.mailbox.clone(),
        }])
    }
}

fn deputy_reader(language: Language) -> Reader {
    Reader {
        language,
        role: None,
        is_deputy: true,
        is_asked: true,
        opens_pages: false,
    }
}

fn call(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let case = case(conn, occasion, desk.now)?;
    let is_over = !is_open(&case.meeting, case.board.today(desk.now));
    if is_over || case.replacement.state == ReplacementState::Withdrawn {
        return Ok(Answer::Fulfilled);
    }
    let deputy = people::person(conn, case.replacement.person)?;
    let Some(address) = deputy.address else {
        return Ok(Answer::Nobody);
    };
    let language = deputy.language;
    let letter = case.call(&calendar_user(&deputy.name, &address), language, desk);
    let to = Recipient::person(deputy.id, deputy.name, address, language);
    Ok(case.to(to, letter))
}

fn release(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let case = case(conn, occasion, desk.now)?;
    let deputy = people::person(conn, case.replacement.person)?;
    let Some(address) = deputy.address else {
        return Ok(Answer::Nobody);
    };
    let language = deputy.language;
    let letter = case.release(&calendar_user(&deputy.name, &address), language, desk);
    let to = Recipient::person(deputy.id, deputy.name, address, language);
    Ok(case.to(to, letter))
}

fn receipt(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let case = case(conn, occasion, desk.now)?;
    let invited = store::invited(conn, case.board.id, case.meeting.first_day())?;
    let member = invited
        .into_iter()
        .find(|one| one.appointment == case.replacement.appointment);
    let Some(member) = member else {
        return Ok(Answer::Fulfilled);
    };
    let Some(address) = member.address else {
        return Ok(Answer::Nobody);
    };
    let language = member.language;
    let told = match occasion.slot.as_str() {
        "confirmed" => Told::Confirmed,
        "refused" => Told::Refused,
        _ if case.replacement.state == ReplacementState::Confirmed => Told::Standing,
        _ => Told::Named,
    };
    let sitting = boards::sitting(conn, case.board.id, case.board.today(desk.now))?;
    let opens = sitting.iter().any(|one| one.person == member.person);
    let letter = case.receipt(told, opens, language, desk);
    let to = Recipient::person(member.person, member.name, address, language);
    Ok(case.to(to, letter))
}
