//! The mails about councils: advice is due or late, advice has come, and the period of a council runs out.
//!
//! A letter says which council and board, and the day, and leads to the page. It says nothing of what a case is about, whose
//! title may be exempt. Whom the case is closed to gets none.

use super::rules::{self, mail_kind};
use super::{Delegation, State, store, wording};
use crate::boards::rules::told_in;
use crate::boards::store::mail::recipients_of;
use crate::boards::{Board, about, store as boards};
use crate::cases::store::clearance;
use crate::db::Conn;
use crate::db::ids::{CaseId, DelegationId, RowId};
use crate::error::{Error, Result};
use crate::i18n::{Language, Value, dates, text};
use crate::mail::wording::{Passage, Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part, Recipient};
use crate::web::access::Role;
use crate::web::paths;
use chrono::NaiveDate;

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let kind = |code, class, answer, after| Kind {
        code,
        class,
        answer,
        after,
    };
    vec![
        kind(
            mail_kind::ADVICE_DUE,
            Class::ByItself,
            advice_due as fn(&mut Conn, &Occasion, &Desk<'_>) -> Result<Answer>,
            Some(plan_next),
        ),
        kind(mail_kind::ADVICE_GIVEN, Class::AtOnce, advice_given, None),
        kind(mail_kind::COUNCIL_ENDS, Class::ByItself, council_ends, None),
    ]
}

/// Once a reminder of what is overdue is told, the next one is planned.
fn plan_next(conn: &mut Conn, told: &Occasion, now: crate::db::types::Moment) -> Result<()> {
    match told.board_id {
        Some(council) if rules::is_of_late(&told.slot) => super::plan::planner(conn, council, now),
        _ => Ok(()),
    }
}

/// What the letters are about.
pub(super) struct Facts<'a> {
    pub board: &'a Board,
    pub council: &'a Board,
    /// The words that the mail of whoever sends it opens with.
    pub wordings: &'a Wordings,
    pub day: Option<NaiveDate>,
    /// Where to act.
    pub url: String,
}

impl Facts<'_> {
    pub(super) fn letter(&self, passage: &Passage, language: Language) -> Letter {
        let (board, council) = (self.board.name_in(language), self.council.name_in(language));
        let mut values: Vec<(&'static str, Value)> =
            vec![("board", board.into()), ("council", council.into())];
        values.extend(self.day.map(|day| ("date", day.into())));
        let opening = self.wordings.opening(passage, language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let mut facts = vec![
            fact("council-mail-council", council.to_owned()),
            fact("council-mail-board", board.to_owned()),
        ];
        let (day, action) = match passage.kind {
            mail_kind::COUNCIL_ENDS => ("council-last-day", "council-mail-ends-action"),
            _ => ("delegation-due", "council-mail-open"),
        };
        let told = self.day.map(|it| fact(day, dates::long_date(language, it)));
        facts.extend(told);
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(facts),
            Part::Action {
                label: text(language, action, &[]),
                url: self.url.clone(),
            },
            Part::Foot(text(language, "council-mail-foot", &values)),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// To these, from the mailbox of whoever sends it.
    fn answer(&self, passage: &Passage, sender: &Board, to: Vec<Recipient>) -> Answer {
        if to.is_empty() {
            return Answer::Nobody;
        }
        let mail = |to: Recipient| Mail {
            letter: self.letter(passage, to.language),
            to,
            reply_to: sender.mailbox.clone(),
        };
        Answer::Tell(to.into_iter().map(mail).collect())
    }
}

fn delegation(conn: &mut Conn, due: &Occasion) -> Result<Delegation> {
    let id: Option<DelegationId> = due.object_id.parse().ok();
    store::delegation(conn, id.ok_or(Error::NotFound)?)
}

/// Without those whom one of these cases is closed to, and each once.
fn open_to(conn: &mut Conn, to: Vec<Recipient>, cases: &[CaseId]) -> Result<Vec<Recipient>> {
    let mut open: Vec<Recipient> = Vec::new();
    let closed = clearance::closed_by_case(conn, cases)?;
    for one in to {
        let is_closed = |person| closed.values().any(|of| of.contains(&person));
        let is_known = open.iter().any(|other| other.key == one.key);
        if !is_known && !one.person.is_some_and(is_closed) {
            open.push(one);
        }
    }
    Ok(open)
}

/// The day of the advice comes, or has passed: then the secretariat of the board that waits for it is told too.
fn advice_due(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let of = delegation(conn, due)?;
    if of.state != State::Asked || of.due_on != due.about_day {
        return Ok(Answer::Fulfilled);
    }
    let council = boards::board(conn, of.council)?;
    let board = boards::board(conn, of.board)?;
    let is_late = rules::is_of_late(&due.slot);
    let roles = told_in(
        &boards::reminders(conn, council.id)?,
        about::ADVICE,
        &due.slot,
    );
    let mut to = recipients_of(conn, council.id, None, &roles, council.today(desk.now))?;
    if is_late {
        let today = board.today(desk.now);
        to.extend(boards::recipients(
            conn,
            board.id,
            Role::Secretariat,
            today,
        )?);
    }
    let to = open_to(conn, to, &[of.council_case, of.case])?;
    let facts = Facts {
        board: &board,
        council: &council,
        wordings: &wordings::of_board(conn, council.id)?,
        day: of.due_on,
        url: format!("{}{}", desk.base_url, paths::case(of.council_case)),
    };
    Ok(facts.answer(&wording::advice_due(is_late), &council, to))
}

/// The advice has come, to the secretariat of the board that asked.
fn advice_given(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let of = delegation(conn, due)?;
    let council = boards::board(conn, of.council)?;
    let board = boards::board(conn, of.board)?;
    let to = boards::recipients(conn, board.id, Role::Secretariat, board.today(desk.now))?;
    let to = open_to(conn, to, &[of.case])?;
    let facts = Facts {
        board: &board,
        council: &council,
        wordings: &wordings::of_board(conn, board.id)?,
        day: None,
        url: format!("{}{}", desk.base_url, paths::case(of.case)),
    };
    Ok(facts.answer(&wording::advice_given(), &board, to))
}

/// The period of a council runs out, to its own secretariat and to that of the board above it.
fn council_ends(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let row: Option<RowId> = due.object_id.parse().ok();
    let id = store::board_of(conn, row.ok_or(Error::NotFound)?)?;
    let council = boards::board(conn, id)?;
    let founding = store::founding(conn, id)?.filter(|it| it.dissolution.is_none());
    let last = founding.and_then(|it| it.basis.period.last_day());
    let (Some(above), true) = (council.parent, last.is_some() && last == due.about_day) else {
        return Ok(Answer::Fulfilled);
    };
    let board = boards::board(conn, above)?;
    let roles = told_in(
        &boards::reminders(conn, id)?,
        about::COUNCIL_ENDS,
        &due.slot,
    );
    let mut to = recipients_of(conn, id, None, &roles, council.today(desk.now))?;
    to.extend(boards::recipients(
        conn,
        above,
        Role::Secretariat,
        board.today(desk.now),
    )?);
    let to = open_to(conn, to, &[])?;
    let facts = Facts {
        board: &board,
        council: &council,
        wordings: &wordings::of_board(conn, id)?,
        day: last,
        url: format!("{}{}", desk.base_url, paths::council(above, id)),
    };
    Ok(facts.answer(&wording::council_ends(), &council, to))
}
