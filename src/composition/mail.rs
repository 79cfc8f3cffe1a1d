//! The warning that rules of the mandate will be broken by themselves from a day on: to the secretariat and the chair, as the
//! board's reminder rules say.
//!
//! It names the board, the rules with their points, and the day, and nobody who sits. What mends it is people's to decide, so
//! it leads to the forecast.

use super::rules::{self, MAIL};
use super::{store, wording};
use crate::boards::pages::{Lists, paragraph_in, rule_in};
use crate::boards::store::mail::recipients_of;
use crate::boards::{Board, Rule, Strength, store as boards};
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::i18n::{Language, Value, dates, text};
use crate::mail::wording::{Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part};
use crate::web::paths;
use chrono::NaiveDate;

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    vec![Kind {
        code: MAIL,
        class: Class::ByItself,
        answer: warn,
        after: None,
    }]
}

/// What a warning is about.
pub(super) struct Matter<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    /// Those that are broken from the day on, at least one.
    pub rules: Vec<&'a Rule>,
    pub lists: &'a Lists,
    pub day: NaiveDate,
    /// What links start with.
    pub base_url: &'a str,
}

impl Matter<'_> {
    pub(super) fn letter(&self, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let values: [(&'static str, Value); 3] = [
            ("board", board.into()),
            ("rule", self.named(language).into()),
            ("date", self.day.into()),
        ];
        let opening = self
            .wordings
            .opening(&wording::passage(), language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let mut facts = vec![
            fact("boards-mail-board", board.to_owned()),
            fact("composition-mail-day", dates::long_date(language, self.day)),
        ];
        let rules = self.rules.iter();
        facts.extend(rules.map(|rule| fact("boards-rule", self.described(language, rule))));
        let path = paths::of_board(self.board.id, "composition/forecast");
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(facts),
            Part::Action {
                label: text(language, "composition-mail-action", &[]),
                url: format!("{}{path}", self.base_url),
            },
            Part::Foot(text(language, "boards-mail-foot", &values[..1])),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// The first of the rules, and how many more there are.
    fn named(&self, language: Language) -> String {
        let first = self.rules.first();
        let first = first.map_or_else(String::new, |rule| rule_in(language, self.lists, rule));
        match self.rules.len().saturating_sub(1) {
            0 => text(language, "composition-mail-one", &[("rule", first.into())]),
            more => {
                let values = [("rule", first.into()), ("more", more.into())];
                text(language, "composition-mail-more", &values)
            }
        }
    }

    /// A rule with its point, and whether it is normally followed.
    fn described(&self, language: Language, rule: &Rule) -> String {
        let mut said = vec![rule_in(language, self.lists, rule)];
        if !rule.paragraph.is_empty() {
            said.push(paragraph_in(language, &rule.paragraph));
        }
        if rule.strength == Strength::Normally {
            said.push(text(language, "composition-mail-normally", &[]));
        }
        said.join(", ")
    }
}

/// The open lists whose words a rule of the composition needs.
pub(super) fn lists(conn: &mut Conn) -> Result<Lists> {
    Ok(Lists {
        seat_kinds: code_words::list(conn, "seat_kind")?,
        organisation_kinds: code_words::list(conn, "organisation_kind")?,
        sizes: code_words::list(conn, "organisation_size")?,
        levels: code_words::list(conn, "level")?,
        ..Lists::default()
    })
}

/// Asked anew when it is due: what was mended meanwhile, or breaks another day now, is closed quietly.
fn warn(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let board = boards::board(conn, due.board_id.ok_or(Error::NotFound)?)?;
    let today = board.today(desk.now);
    let facts = store::facts(conn, &board, today)?;
    let breaks = rules::breaks(&facts, today);
    let still = breaks.iter().filter(|it| Some(it.on) == due.about_day);
    let still: Vec<&Rule> = still.map(|it| it.rule).collect();
    let Some(day) = due.about_day.filter(|_| !still.is_empty()) else {
        return Ok(Answer::Fulfilled);
    };
    let reminders = boards::reminders(conn, board.id)?;
    let roles = rules::audience(MAIL, &due.slot, &reminders);
    let to = recipients_of(conn, board.id, None, &roles, today)?;
    if to.is_empty() {
        return Ok(Answer::Nobody);
    }
    let matter = Matter {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        rules: still,
        lists: &lists(conn)?,
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
