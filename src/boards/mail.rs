//! The mails of boards: a term ends, the mandate expires, a version of it is not approved, a council's report is due, an organisation is asked to name
//! its representative.
//!
//! When each is due stands in `rules.rs`; here is who gets it now, and what it says. That the
//! year has too few meetings is the meetings slice's.

mod call;

pub use call::{Call, Level};

use super::rules::{self, mail_kind, told_in};
use super::store::{self, mail as rows, reports, terms};
use super::wording::passage;
use super::{Appointment, Board, MandateState, ToRole, about};
use crate::calendar::Period;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, Value, dates, text};
use crate::mail::wording::{Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part, Recipient};
use crate::people;
use crate::web::paths;
use chrono::NaiveDate;

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let kind = |code, answer, after| Kind {
        code,
        class: Class::ByItself,
        answer,
        after,
    };
    vec![
        kind(
            mail_kind::TERM_ENDS,
            term_ends as fn(&mut Conn, &Occasion, &Desk<'_>) -> Result<Answer>,
            None,
        ),
        kind(mail_kind::MANDATE_EXPIRES, mandate_expires, None),
        kind(mail_kind::MANDATE_UNAPPROVED, mandate_unapproved, None),
        kind(mail_kind::COUNCIL_REPORT, council_report, Some(plan_next)),
        kind(mail_kind::NAMING, naming, Some(plan_next)),
        kind(mail_kind::VACANCY, vacancy, Some(plan_next)),
    ]
}

/// Delivers the reports whose day has come, in a rehearsal.
///
/// # Errors
/// When the database fails.
pub fn deliver_due(conn: &mut Conn, now: Moment) -> Result<()> {
    let councils = reports::deliver_due(conn, now)?;
    councils
        .into_iter()
        .try_for_each(|council| planner(conn, council, now))
}

/// Derives what a board's terms, mandates, reports and questions make due.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, board: BoardId, now: Moment) -> Result<()> {
    rows::replan(conn, board, now)
}

/// Of what repeats, only the next is planned; so once one is told, the one after it is.
fn plan_next(conn: &mut Conn, told: &Occasion, now: Moment) -> Result<()> {
    match told.board_id {
        Some(board) if told.slot.starts_with("overdue-") => planner(conn, board, now),
        _ => Ok(()),
    }
}

/// What the letters of this slice have in common.
pub(super) struct Matter<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub kind: &'static str,
    /// The day it is about.
    pub day: NaiveDate,
    /// What it is about: an organisation, or a version.
    pub what: String,
    /// For an organisation that knows nothing of the board yet.
    pub call: Option<Call>,
    /// Where to act.
    pub url: String,
    pub is_late: bool,
}

/// The start of the text keys of a kind's letter.
pub(super) fn key_of(kind: &str) -> &'static str {
    match kind {
        mail_kind::TERM_ENDS => "boards-mail-term",
        mail_kind::MANDATE_EXPIRES => "boards-mail-mandate",
        mail_kind::MANDATE_UNAPPROVED => "boards-mail-unapproved",
        mail_kind::COUNCIL_REPORT => "boards-mail-report",
        mail_kind::NAMING => "boards-mail-naming",
        _ => "boards-mail-vacancy",
    }
}

impl Matter<'_> {
    fn letters(&self, to: Vec<Recipient>) -> Answer {
        if to.is_empty() {
            return Answer::Nobody;
        }
        let mail = |to: Recipient| Mail {
            letter: self.letter(to.language),
            to,
            reply_to: self.board.mailbox.clone(),
        };
        Answer::Tell(to.into_iter().map(mail).collect())
    }

    pub(super) fn letter(&self, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let start = key_of(self.kind);
        let values: [(&'static str, Value); 4] = [
            ("board", board.into()),
            ("organisation", (&self.what).into()),
            ("version", (&self.what).into()),
            ("date", self.day.into()),
        ];
        let passage = passage(self.kind, self.is_late);
        let opening = self.wordings.opening(&passage, language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let mut facts = vec![fact("boards-mail-board", board.to_owned())];
        if !self.what.is_empty() {
            facts.push(fact(&format!("{start}-what"), self.what.clone()));
        }
        facts.extend(self.call.iter().flat_map(|it| it.facts(language)));
        let day = dates::long_date(language, self.day);
        facts.push(fact(&format!("{start}-day"), day));
        let foot = match self.kind {
            mail_kind::NAMING => "boards-mail-foot-organisation",
            _ => "boards-mail-foot",
        };
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(facts),
            Part::Action {
                label: text(language, &format!("{start}-action"), &[]),
                url: self.url.clone(),
            },
            Part::Foot(text(language, foot, &values)),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

/// The question to an organisation that is to be a member, as it will be sent once it is appointed.
#[must_use]
pub fn question(
    board: &Board,
    wordings: &Wordings,
    (organisation, call): (&str, Call),
    name_by: NaiveDate,
    language: Language,
) -> Letter {
    let matter = Matter {
        board,
        wordings,
        kind: mail_kind::NAMING,
        day: name_by,
        what: organisation.to_owned(),
        call: Some(call),
        url: format!("mailto:{}", board.mailbox),
        is_late: false,
    };
    matter.letter(language)
}

/// “1. januar 2026 – 31. desember 2028”.
#[must_use]
pub fn period_text(language: Language, period: Period) -> String {
    let from = dates::date(language, period.from);
    match period.last_day() {
        Some(last) => format!("{from} – {}", dates::date(language, last)),
        None => text(language, "boards-from-on", &[("date", from.into())]),
    }
}

fn board_of(conn: &mut Conn, due: &Occasion) -> Result<Board> {
    let id = due.board_id.ok_or(Error::NotFound)?;
    store::board(conn, id)
}

/// Whom the board's reminders of this slot go to.
fn told(conn: &mut Conn, board: &Board, about: &str, due: &Occasion) -> Result<Vec<ToRole>> {
    let rules = store::reminders(conn, board.id)?;
    Ok(told_in(&rules, about, &due.slot))
}

fn appointment_of(conn: &mut Conn, due: &Occasion) -> Result<Appointment> {
    terms::appointment(conn, due.object_id.parse().map_err(anyhow::Error::from)?)
}

/// The organisation's name on a day, or what the role is called when no organisation is appointed.
pub(super) fn held_by(conn: &mut Conn, appointment: &Appointment, on: NaiveDate) -> Result<String> {
    let Some(organisation) = appointment.organisation else {
        return Ok(String::new());
    };
    let names = people::store::names_on(conn, on)?;
    Ok(names
        .get(&organisation)
        .map(|(name, _)| name.clone())
        .unwrap_or_default())
}

fn term_ends(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = board_of(conn, due)?;
    let appointment = appointment_of(conn, due)?;
    let all = terms::appointments(conn, board.id)?;
    let (Some(day), false) = (
        appointment.period.last_day(),
        rules::is_followed(&appointment, &all),
    ) else {
        return Ok(Answer::Fulfilled);
    };
    let today = board.today(desk.now);
    let mut roles = told(conn, &board, about::TERM, due)?;
    roles.retain(|to| rules::concerns(*to, &appointment));
    let to = rows::recipients_of(conn, board.id, Some(&appointment), &roles, today)?;
    let matter = Matter {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        kind: mail_kind::TERM_ENDS,
        day,
        what: held_by(conn, &appointment, today)?,
        call: None,
        url: format!("{}{}", desk.base_url, paths::of_board(board.id, "terms")),
        is_late: false,
    };
    Ok(matter.letters(to))
}

fn mandate_expires(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = board_of(conn, due)?;
    let all = store::mandates(conn, board.id)?;
    let found = all
        .iter()
        .find(|mandate| mandate.id.as_str() == due.object_id);
    let Some((mandate, until, day)) =
        found.and_then(|it| Some((it, it.period.until?, it.period.last_day()?)))
    else {
        return Ok(Answer::Fulfilled);
    };
    if rules::in_force(&all, until).is_some() {
        return Ok(Answer::Fulfilled);
    }
    let roles = told(conn, &board, about::MANDATE, due)?;
    let to = rows::recipients_of(conn, board.id, None, &roles, board.today(desk.now))?;
    let matter = Matter {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        kind: mail_kind::MANDATE_EXPIRES,
        day,
        what: mandate.label.clone(),
        call: None,
        url: format!("{}{}", desk.base_url, paths::of_board(board.id, "mandates")),
        is_late: false,
    };
    Ok(matter.letters(to))
}

/// Asked anew when it is due: what was approved meanwhile, or taken away, is closed quietly.
fn mandate_unapproved(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = board_of(conn, due)?;
    let all = store::versions(conn, board.id)?;
    let open = all.iter().find(|mandate| {
        mandate.id.as_str() == due.object_id && mandate.state != MandateState::Approved
    });
    let Some(mandate) = open else {
        return Ok(Answer::Fulfilled);
    };
    let reminders = store::reminders(conn, board.id)?;
    let roles = rules::audience(mail_kind::MANDATE_UNAPPROVED, &due.slot, &reminders);
    let to = rows::recipients_of(conn, board.id, None, &roles, board.today(desk.now))?;
    let matter = Matter {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        kind: mail_kind::MANDATE_UNAPPROVED,
        day: mandate.period.from,
        what: mandate.label.clone(),
        call: None,
        url: format!("{}{}", desk.base_url, paths::mandate(mandate.id)),
        is_late: false,
    };
    Ok(matter.letters(to))
}

fn council_report(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = board_of(conn, due)?;
    let id = due.object_id.parse().map_err(anyhow::Error::from)?;
    let report = reports::report(conn, id)?.filter(|report| report.delivered_at.is_none());
    let Some(report) = report else {
        return Ok(Answer::Fulfilled);
    };
    let roles = told(conn, &board, about::COUNCIL_REPORT, due)?;
    let to = rows::recipients_of(conn, board.id, None, &roles, board.today(desk.now))?;
    let matter = Matter {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        kind: mail_kind::COUNCIL_REPORT,
        day: report.due_on,
        // A report's title is free text, and a mail holds no word that could be confidential.
        what: String::new(),
        call: None,
        url: format!("{}{}", desk.base_url, paths::of_board(board.id, "reports")),
        is_late: due.slot.starts_with("overdue-"),
    };
    Ok(matter.letters(to))
}

fn vacancy(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = board_of(conn, due)?;
    let appointment = appointment_of(conn, due)?;
    let today = board.today(desk.now);
    let using = terms::representations(conn, board.id)?;
    let Some(day) = rules::unused_from(&appointment, &using) else {
        return Ok(Answer::Fulfilled);
    };
    let roles = told(conn, &board, about::VACANCY, due)?;
    let to = rows::recipients_of(conn, board.id, Some(&appointment), &roles, today)?;
    let matter = Matter {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        kind: mail_kind::VACANCY,
        day,
        what: held_by(conn, &appointment, today)?,
        call: None,
        url: format!("{}{}", desk.base_url, paths::appointment(appointment.id)),
        is_late: due.slot.starts_with("overdue-"),
    };
    Ok(matter.letters(to))
}

fn naming(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = board_of(conn, due)?;
    let appointment = appointment_of(conn, due)?;
    let today = board.today(desk.now);
    let using = terms::representations(conn, board.id)?;
    let Some(day) = appointment.name_by else {
        return Ok(Answer::Fulfilled);
    };
    if rules::is_named(&appointment, &using) {
        return Ok(Answer::Fulfilled);
    }
    let roles = if due.slot == rules::ASK {
        vec![ToRole::Organisation]
    } else {
        told(conn, &board, about::NAMING, due)?
    };
    let to = rows::recipients_of(conn, board.id, Some(&appointment), &roles, today)?;
    let call = Call::of(
        &appointment,
        &terms::appointments(conn, board.id)?,
        (
            &store::mandates(conn, board.id)?,
            &terms::seats(conn, board.id)?,
        ),
        &code_words::list(conn, "level")?,
    );
    let matter = Matter {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        kind: mail_kind::NAMING,
        day,
        what: held_by(conn, &appointment, today)?,
        call: Some(call),
        // The organisation has no pages of its own here: it answers the mail, or reads what the board is.
        url: format!("mailto:{}", board.mailbox),
        is_late: due.slot.starts_with("overdue-"),
    };
    Ok(matter.letters(to))
}
