//! The reminder that the document of a relation is due for review: to the secretariat, before its day and when it is over.
//!
//! It names the board, the body and the day. The document's title is free text, and stands on the page it leads to.

use super::rules::{self, MAIL};
use super::{Body, plan, store, wording};
use crate::boards::store::mail::recipients_of;
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::RelatedBodyId;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, Value, dates, text};
use crate::mail::wording::{Passage, Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part};
use crate::web::paths;
use chrono::NaiveDate;

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    vec![Kind {
        code: MAIL,
        class: Class::ByItself,
        answer: remind,
        after: Some(plan_next),
    }]
}

/// Once a reminder is told, the next one is planned.
fn plan_next(conn: &mut Conn, told: &Occasion, now: Moment) -> Result<()> {
    let body = store::body(conn, id(told)?)?;
    let board = boards::board(conn, body.board)?;
    plan::replan(conn, body.id, &board, now)
}

fn id(occasion: &Occasion) -> Result<RelatedBodyId> {
    let id = occasion.object_id.parse().ok();
    id.ok_or_else(|| Error::from(anyhow::anyhow!("an occasion of no related body")))
}

/// What a reminder is about.
pub(super) struct Matter<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    /// What the body is called in a language.
    pub body: &'a dyn Fn(Language) -> String,
    pub day: NaiveDate,
    /// What links start with.
    pub base_url: &'a str,
}

impl Matter<'_> {
    pub(super) fn letter(&self, passage: &Passage, language: Language) -> Letter {
        let (board, body) = (self.board.name_in(language), (self.body)(language));
        let values: [(&'static str, Value); 3] = [
            ("board", board.into()),
            ("body", body.clone().into()),
            ("date", self.day.into()),
        ];
        let opening = self.wordings.opening(passage, language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let path = paths::of_board(self.board.id, "relations");
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(vec![
                fact("boards-mail-board", board.to_owned()),
                fact("related-name", body),
                fact("related-review-on", dates::long_date(language, self.day)),
            ]),
            Part::Action {
                label: text(language, "related-mail-action", &[]),
                url: format!("{}{path}", self.base_url),
            },
            Part::Foot(text(language, "boards-mail-foot", &values[..1])),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

/// What a body is called in a language.
pub(super) fn called(of: &Body, language: Language) -> String {
    of.facts.name.in_language(language.tag()).to_owned()
}

/// Asked anew when it is due: what was looked through meanwhile is closed quietly.
fn remind(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let body = store::body(conn, id(due)?)?;
    let board = boards::board(conn, body.board)?;
    let Some(day) = body
        .facts
        .review_on
        .filter(|day| Some(*day) == due.about_day)
    else {
        return Ok(Answer::Fulfilled);
    };
    let today = board.today(desk.now);
    let roles = rules::audience(MAIL, &due.slot, &boards::reminders(conn, board.id)?);
    let to = recipients_of(conn, board.id, None, &roles, today)?;
    if to.is_empty() {
        return Ok(Answer::Nobody);
    }
    let matter = Matter {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        body: &|language| called(&body, language),
        day,
        base_url: desk.base_url,
    };
    let passage = wording::passage(due.slot.starts_with("overdue-"));
    let mails = to.into_iter().map(|to| Mail {
        letter: matter.letter(&passage, to.language),
        reply_to: board.mailbox.clone(),
        to,
    });
    Ok(Answer::Tell(mails.collect()))
}
