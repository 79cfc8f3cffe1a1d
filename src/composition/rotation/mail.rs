//! The mail of what is carried out: thanks to who leaves, and a welcome to who begins.
//!
//! Both go to whoever uses the term that day; thanks to an organisation that has named nobody go to its mailbox. They say until
//! and from when the pages open for their reader, because roles follow the terms by themselves.

use super::occasions::thanks_on;
use super::rules::{THANKS, WELCOME};
use super::wording::passage;
use crate::boards::mail::period_text;
use crate::boards::store::mail::recipients_of;
use crate::boards::store::terms;
use crate::boards::{Appointment, Board, ToRole, store as boards};
use crate::calendar::Period;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::{Language, Value, dates, text};
use crate::mail::wording::{Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part};
use crate::people::store as people;
use crate::web::paths;
use chrono::NaiveDate;

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let kind = |code| Kind {
        code,
        class: Class::ByItself,
        answer,
        after: None,
    };
    vec![kind(THANKS), kind(WELCOME)]
}

/// What a letter is about.
pub struct Matter<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub kind: &'static str,
    pub organisation: &'a str,
    pub period: Period,
    /// The last day of a term, or the first on which somebody uses it.
    pub day: NaiveDate,
    /// What links start with.
    pub base_url: &'a str,
}

impl Matter<'_> {
    fn key(&self, thanks: &'static str, welcome: &'static str) -> &'static str {
        if self.kind == THANKS { thanks } else { welcome }
    }

    /// The letter in a language.
    #[must_use]
    pub fn letter(&self, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let values: [(&'static str, Value); 3] = [
            ("board", board.into()),
            ("organisation", self.organisation.into()),
            ("date", self.day.into()),
        ];
        let opening = self
            .wordings
            .opening(&passage(self.kind), language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let day = dates::long_date(language, self.day);
        let facts = vec![
            fact("boards-mail-board", board.to_owned()),
            fact("boards-organisation", self.organisation.to_owned()),
            fact("boards-period", period_text(language, self.period)),
            fact(self.key("rotation-thanks-day", "rotation-welcome-day"), day),
        ];
        // Who has left has no pages here any more: they write to the secretariat.
        let url = if self.kind == THANKS {
            format!("mailto:{}", self.board.mailbox)
        } else {
            format!("{}{}", self.base_url, paths::board(self.board.id))
        };
        let action = self.key("rotation-thanks-action", "rotation-welcome-action");
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(facts),
            Part::Action {
                label: text(language, action, &[]),
                url,
            },
            Part::Foot(text(language, "boards-mail-foot-organisation", &values)),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

/// Asked anew when it is due: whose term ends another day now, goes on after it, or begins later, is told nothing today.
fn answer(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = boards::board(conn, due.board_id.ok_or(Error::NotFound)?)?;
    let id = due.object_id.parse().map_err(anyhow::Error::from)?;
    let term = terms::appointment(conn, id)?;
    let day = due.about_day.ok_or(Error::NotFound)?;
    let kind = if due.kind == THANKS { THANKS } else { WELCOME };
    if kind == THANKS {
        let all = terms::appointments(conn, board.id)?;
        if thanks_on(&term, &all) != Some(day) {
            return Ok(Answer::Fulfilled);
        }
    } else if !term.period.contains(board.today(desk.now).max(day)) {
        return Ok(Answer::Fulfilled);
    }
    tell(conn, (&board, &term), (kind, day), desk)
}

fn tell(
    conn: &mut Conn,
    (board, term): (&Board, &Appointment),
    (kind, day): (&'static str, NaiveDate),
    desk: &Desk<'_>,
) -> Result<Answer> {
    let mut to = recipients_of(conn, board.id, Some(term), &[ToRole::Member], day)?;
    if to.is_empty() && kind == THANKS {
        to = recipients_of(conn, board.id, Some(term), &[ToRole::Organisation], day)?;
    }
    if to.is_empty() {
        return Ok(Answer::NothingToTell);
    }
    let names = match term.organisation {
        Some(of) => people::names_of(conn, &[of], day)?,
        None => [].into(),
    };
    let name = names.into_values().next();
    let organisation = name.map_or_else(String::new, |(name, _short)| name);
    let matter = Matter {
        board,
        wordings: &wordings::of_board(conn, board.id)?,
        kind,
        organisation: &organisation,
        period: term.period,
        day,
        base_url: desk.base_url,
    };
    let mails = to.into_iter().map(|to| Mail {
        letter: matter.letter(to.language),
        reply_to: board.mailbox.clone(),
        to,
    });
    Ok(Answer::Tell(mails.collect()))
}
