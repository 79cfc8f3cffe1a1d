//! The mails about action items: to its owner when it becomes theirs and before its day, and to the secretariat too once the
//! day has passed.
//!
//! A letter says of which meeting and board, and leads to the page. It says what is to be done only where the case was
//! found open and its minutes are not exempt; it carries no title and names nobody. Whom the case is closed to gets none. An organisation has no pages
//! here: it answers the mail.

use super::rules::{self, mail_kind};
use super::{Action, Owner, pages, store, wording};
use crate::boards::store::mail::mailbox;
use crate::boards::{Board, store as boards};
use crate::cases::store::{self as cases, clearance, officers};
use crate::db::Conn;
use crate::db::ids::{ActionId, OrganisationId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, dates, text};
use crate::mail::wording::{Passage, Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part, Recipient};
use crate::meetings::store::around;
use crate::meetings::{Meeting, store as meetings, words};
use crate::minutes::access::store as access;
use crate::people::store as people;
use crate::web::access::Role;
use crate::web::{Reader, Roles};
use chrono::{Datelike, NaiveDate};

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    vec![
        Kind {
            code: mail_kind::ASSIGNED,
            class: Class::AtOnce,
            answer: assigned,
            after: None,
        },
        Kind {
            code: mail_kind::DUE,
            class: Class::ByItself,
            answer: due,
            after: Some(plan_next),
        },
    ]
}

/// Once a reminder is told, the next one is planned.
fn plan_next(conn: &mut Conn, told: &Occasion, now: Moment) -> Result<()> {
    let of = store::action(conn, id(told)?)?;
    super::plan::replan(conn, &of, now)
}

fn id(occasion: &Occasion) -> Result<ActionId> {
    let id = occasion.object_id.parse().ok();
    id.ok_or_else(|| Error::from(anyhow::anyhow!("an occasion of no action item")))
}

/// As what someone is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    Owner,
    /// The mailbox of the organisation that owns it.
    Organisation,
    Secretariat,
}

/// What the letters are about.
pub(super) struct Facts<'a> {
    pub board: &'a Board,
    pub meeting: &'a Meeting,
    pub kinds: &'a words::Kinds,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub due: Option<NaiveDate>,
    /// What is to be done, where a mail may say it.
    pub content: Option<&'a str>,
    /// Where it is read.
    pub url: String,
}

impl Facts<'_> {
    pub(super) fn letter(&self, passage: &Passage, to: To, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let days = words::days(language, self.meeting);
        let mut values = vec![("board", board.into()), ("meeting", days.clone().into())];
        let year = self.meeting.first_day().year();
        let due = (self.due).map(|day| dates::day_within(language, day, year));
        values.extend(due.map(|due| ("due", due.into())));
        let opening = self.wordings.opening(passage, language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let kind = words::kind(self.kinds, &self.meeting.kind, language);
        let mut facts = vec![
            fact("case-mail-board", board.to_owned()),
            fact(
                "dispatch-mail-meeting",
                format!("{} {days} {year}", words::capitalised(kind)),
            ),
        ];
        facts.extend(
            self.due
                .map(|day| fact("action-due", dates::long_date(language, day))),
        );
        facts.extend(
            self.content
                .map(|content| fact("action-content", content.to_owned())),
        );
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.push(Part::Facts(facts));
        let (label, url) = match to {
            To::Organisation => (
                "action-mail-answer",
                format!("mailto:{}", self.board.mailbox),
            ),
            To::Owner | To::Secretariat => ("action-mail-open", self.url.clone()),
        };
        parts.push(Part::Action {
            label: text(language, label, &[]),
            url,
        });
        let foot = match to {
            To::Owner => "action-mail-foot-owner",
            To::Organisation => "action-mail-foot-organisation",
            To::Secretariat => "action-mail-foot-secretariat",
        };
        parts.push(Part::Foot(text(language, foot, &values)));
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

struct Matter {
    action: Action,
    board: Board,
    meeting: Meeting,
    kinds: Vec<crate::db::code_words::CodeWord>,
    wordings: Wordings,
    is_told: bool,
    url: String,
    now: Moment,
}

fn matter(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Matter> {
    let action = store::action(conn, id(occasion)?)?;
    let board = boards::board(conn, action.board)?;
    let case = match action.case {
        Some(case) => Some(cases::case(conn, case)?),
        None => None,
    };
    let minuted = access::of_meeting(conn, action.meeting)?;
    Ok(Matter {
        meeting: meetings::meeting(conn, action.meeting)?,
        kinds: around::kinds(conn)?,
        wordings: wordings::of_board(conn, board.id)?,
        is_told: rules::is_told_in_mail(case.as_ref(), minuted.get(&action.item), desk.now),
        url: format!("{}{}", desk.base_url, pages::path(action.id)),
        now: desk.now,
        action,
        board,
    })
}

impl Matter {
    fn mail(&self, passage: &Passage, as_what: To, to: Recipient) -> Mail {
        let facts = Facts {
            board: &self.board,
            meeting: &self.meeting,
            kinds: &self.kinds,
            wordings: &self.wordings,
            due: self.action.task.due_on,
            content: (self.is_told).then_some(self.action.task.content.as_str()),
            url: self.url.clone(),
        };
        Mail {
            letter: facts.letter(passage, as_what, to.language),
            to,
            reply_to: self.board.mailbox.clone(),
        }
    }

    /// Where its owner is written to: nowhere where they may not read it, which is no alarm and gives none.
    fn owner(&self, conn: &mut Conn) -> Result<Option<Vec<(To, Recipient)>>> {
        match self.action.task.owner {
            Owner::Person(person) => self.person(conn, person),
            Owner::Organisation(of) => self.organisation(conn, of).map(Some),
            Owner::Other => Ok(None),
        }
    }

    fn person(&self, conn: &mut Conn, id: PersonId) -> Result<Option<Vec<(To, Recipient)>>> {
        if !self.is_read_by(conn, id)? {
            return Ok(None);
        }
        let person = people::person(conn, id)?;
        let to = person.address.map(|address| {
            let to = Recipient::person(id, person.name, address, person.language);
            (To::Owner, to)
        });
        Ok(Some(to.into_iter().collect()))
    }

    /// The organisation's mailbox; without one, those who speak for it on the board.
    fn organisation(&self, conn: &mut Conn, of: OrganisationId) -> Result<Vec<(To, Recipient)>> {
        let today = self.board.today(self.now);
        if let Some(to) = mailbox(conn, of, today)? {
            return Ok(vec![(To::Organisation, to)]);
        }
        let mut found = Vec::new();
        for one in boards::sitting(conn, self.board.id, today)? {
            let speaks = matches!(one.role, Role::Member | Role::Chair);
            if one.organisation == Some(of) && speaks && self.is_read_by(conn, one.person)? {
                let to = (one.address)
                    .map(|to| Recipient::person(one.person, one.name, to, one.language));
                found.extend(to.map(|to| (To::Owner, to)));
            }
        }
        Ok(found)
    }

    /// Whether someone may read it now: whoever may not is not written to.
    fn is_read_by(&self, conn: &mut Conn, id: PersonId) -> Result<bool> {
        let person = people::person(conn, id)?;
        let mut roles = Roles::default();
        people::roles(conn, id, self.now, &mut roles)?;
        boards::roles(conn, id, self.now, &mut roles)?;
        officers::roles(conn, id, self.now, &mut roles)?;
        let reader = Reader {
            id,
            name: person.name,
            language: person.language,
            roles,
            session: String::new(),
        };
        let reads = clearance::of(conn, &reader, self.now)?;
        match store::seen(conn, self.action.id, &reads, &reader) {
            Ok(_) => Ok(true),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The secretariat today, without whom the case is closed to.
    fn secretariat(&self, conn: &mut Conn) -> Result<Vec<(To, Recipient)>> {
        let today = self.board.today(self.now);
        let closed = match self.action.case {
            Some(case) => clearance::closed_to(conn, case)?,
            None => std::collections::BTreeSet::new(),
        };
        let mut to = boards::recipients(conn, self.board.id, Role::Secretariat, today)?;
        to.retain(|one| one.person.is_none_or(|person| !closed.contains(&person)));
        Ok(to.into_iter().map(|to| (To::Secretariat, to)).collect())
    }
}

/// To whom it became theirs, as long as it is.
fn assigned(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = matter(conn, occasion, desk)?;
    let is_theirs = occasion.slot == matter.action.task.owner.to_string();
    if !matter.action.is_open() || !is_theirs {
        return Ok(Answer::Fulfilled);
    }
    let Some(to) = matter.owner(conn)? else {
        return Ok(Answer::Fulfilled);
    };
    if to.is_empty() {
        return Ok(Answer::Nobody);
    }
    let passage = wording::assigned();
    let mails = to.into_iter();
    let mails = mails.map(|(as_what, to)| matter.mail(&passage, as_what, to));
    Ok(Answer::Tell(mails.collect()))
}

/// The reminder of its day, or that it has passed.
fn due(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = matter(conn, occasion, desk)?;
    if !matter.action.is_open() || matter.action.task.due_on != occasion.about_day {
        return Ok(Answer::Fulfilled);
    }
    let is_late = rules::is_of_late(&occasion.slot);
    let owner = matter.owner(conn)?;
    let is_closed_out = owner.is_none();
    let mut to = owner.unwrap_or_default();
    if is_late {
        for one in matter.secretariat(conn)? {
            if to.iter().all(|(_, other)| other.key != one.1.key) {
                to.push(one);
            }
        }
    }
    if to.is_empty() {
        return Ok(if is_closed_out && !is_late {
            Answer::Fulfilled
        } else {
            Answer::Nobody
        });
    }
    let mails = to.into_iter().map(|(as_what, to)| {
        let passage = wording::due(is_late, as_what == To::Secretariat);
        matter.mail(&passage, as_what, to)
    });
    Ok(Answer::Tell(mails.collect()))
}
