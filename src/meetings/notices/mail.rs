//! How notices become mail: one occasion a notice, one letter a person, written from what the notice keeps.

use super::letters::{Around, Reader, answer_link, letter};
use super::store;
use super::{About, Candidate, Notice, NoticeKind, Told};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::{NoticeId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::mail::invitation::{AnswerLink, CalendarUser, Entry, Method, update};
use crate::mail::wording::store as wordings;
use crate::mail::{Answer, Class, Desk, Invitation, Kind, Letter, Mail, Occasion, Part, Recipient};
use crate::meetings::Meeting;
use crate::meetings::calendar::{self, Revision};
use crate::meetings::replies::rules::is_asked;
use crate::meetings::store::around;
use crate::web::access::Role;
use std::collections::HashSet;

/// The kinds of notices: all on the secretariat's click.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let kind = |of: &NoticeKind| Kind {
        code: of.occasion(),
        class: Class::OnYourClick,
        answer: tell,
        after: None,
    };
    NoticeKind::ALL.iter().map(kind).collect()
}

fn tell(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let id: NoticeId = (occasion.object_id.parse())
        .map_err(|_not_an_id| anyhow::anyhow!("an occasion of no notice"))?;
    let notice = store::notice(conn, id)?.ok_or(Error::NotFound)?;
    let board = boards::board(conn, notice.board)?;
    let kinds = around::kinds(conn)?;
    let told: Vec<Meeting> = (notice.meetings.iter())
        .map(|about| about.meeting.clone())
        .collect();
    let candidates = store::candidates(conn, &board, notice.kind, &told, desk.now)?;
    let opens = insiders(conn, &board, desk.now)?;
    let around = Around {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        kinds: &kinds,
        base_url: desk.base_url,
    };
    let mut mails = Vec::new();
    for to in store::addressees(conn, id)? {
        let candidate = candidates.iter().find(|one| one.person == to.person);
        // Whoever has lost what made it concern them is not told any more; nor is who has lost their address.
        let (Some(candidate), Some(address)) = (candidate, to.address) else {
            continue;
        };
        let reader = reader(notice.kind, candidate, opens.contains(&to.person));
        let to = Recipient::person(to.person, to.name, address, to.language);
        mails.push(Mail {
            letter: letter_to(&notice, candidate, reader, &around),
            reply_to: board.mailbox.clone(),
            to,
        });
    }
    Ok(if mails.is_empty() {
        Answer::Nobody
    } else {
        Answer::Tell(mails)
    })
}

/// The letter of a notice to one person: about the meetings that concern them.
#[must_use]
pub fn letter_to(
    notice: &Notice,
    candidate: &Candidate,
    reader: Reader,
    around: &Around<'_>,
) -> Letter {
    let concerns = |about: &&About| {
        candidate.meetings.contains(&about.meeting.id) || notice.meetings.len() == 1
    };
    let about: Vec<&About> = notice.meetings.iter().filter(concerns).collect();
    let mut letter = letter(notice, &about, reader, around);
    if notice.kind.has_entries() {
        let to = CalendarUser {
            name: candidate.name.clone(),
            address: candidate.address.clone().unwrap_or_default(),
        };
        for one in about {
            let entries = invitations(notice, one, &to, reader, around);
            letter.parts.extend(entries);
        }
    }
    letter
}

/// What brings the reader's calendar from what was told before to what is told now: a day that is gone is taken out.
fn invitations(
    notice: &Notice,
    about: &About,
    to: &CalendarUser,
    reader: Reader,
    around: &Around<'_>,
) -> Vec<Part> {
    let of = |told: &Told| {
        let meeting = told.meeting(about.meeting.id, notice.board);
        let revision = Revision {
            sequence: told.sequence,
            at: notice.at,
        };
        entries(&meeting, revision, to, reader, around)
    };
    let before: Vec<Invitation> = (about.before.iter().flat_map(of))
        .map(Invitation::of)
        .collect();
    let answer = reader.is_asked && notice.kind.asks();
    let link = answer.then(|| answer_link(reader.language, around.base_url));
    update(&before, &of(&about.told))
        .into_iter()
        .map(|invitation| enclosed(invitation, link.clone()))
        .collect()
}

/// An entry as a part of a letter, with the link to answer by where it is one to come to.
#[must_use]
pub fn enclosed(mut invitation: Invitation, link: Option<AnswerLink>) -> Part {
    invitation.answer = link.filter(|_| invitation.method == Method::Request);
    Part::Invitation(Box::new(invitation))
}

/// The entries of a meeting for one reader.
#[must_use]
pub fn entries(
    meeting: &Meeting,
    revision: Revision,
    to: &CalendarUser,
    reader: Reader,
    around: &Around<'_>,
) -> Vec<Entry> {
    let of_reader = calendar::Around {
        board: around.board,
        kinds: around.kinds,
        base_url: around.base_url,
        language: reader.language,
        attendee: Some(to.clone()),
        opens_page: reader.opens_pages,
    };
    calendar::entries(meeting, revision, &of_reader)
}

/// What a letter must know of who reads it. A message asks only those who have not answered.
#[must_use]
pub fn reader(kind: NoticeKind, candidate: &Candidate, opens_pages: bool) -> Reader {
    let is_called = candidate.is_deputy || candidate.role.is_some_and(is_asked);
    Reader {
        language: candidate.language,
        role: candidate.role,
        is_deputy: candidate.is_deputy,
        is_asked: match kind {
            NoticeKind::Message => candidate.owes_answer,
            other => other.asks() && is_called,
        },
        opens_pages,
    }
}

/// Who may open the board's pages today: a link must open for whoever gets it (F13).
///
/// # Errors
/// When the database fails.
pub fn insiders(conn: &mut Conn, board: &Board, now: Moment) -> Result<HashSet<PersonId>> {
    let today = board.today(now);
    let sitting = boards::sitting(conn, board.id, today)?;
    let mut found: HashSet<PersonId> = sitting.into_iter().map(|one| one.person).collect();
    if let Some(parent) = board.parent.filter(|_| board.parent_secretariat) {
        let keepers = boards::recipients(conn, parent, Role::Secretariat, today)?;
        found.extend(keepers.into_iter().filter_map(|one| one.person));
    }
    Ok(found)
}
