//! The thanks and the welcome that a board may open in its own words, and how they would look.

use super::mail::Matter;
use super::rules::{THANKS, WELCOME};
use crate::boards::store::{self as boards, terms};
use crate::calendar::Period;
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::text;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::people::store as people;
use crate::web::access::Role;
use chrono::{Days, Months};

/// How far ahead a made-up day is.
const AHEAD: Days = Days::new(60);
/// How long a made-up term is.
const TERM: Months = Months::new(36);

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: vec![passage(THANKS), passage(WELCOME)],
        preview: preview as Preview,
    }
}

/// What a kind's mail says.
pub(super) fn passage(kind: &'static str) -> Passage {
    let (subject, opening) = if kind == THANKS {
        ("rotation-thanks-subject", "rotation-thanks-ask")
    } else {
        ("rotation-welcome-subject", "rotation-welcome-ask")
    };
    Passage {
        kind,
        variant: USUAL,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board", "organisation", "date"],
        needs: &[&["board"], &["date"]],
    }
}

/// The next member's term that ends; where there is none, one that is made up.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let board = boards::board(conn, asked.board)?;
    let today = board.today(asked.desk.now);
    let all = terms::appointments(conn, board.id)?;
    let ends = all.iter().filter(|it| it.role == Role::Member);
    let ends = ends.filter_map(|it| Some((it.period.last_day()?, it)));
    let next = ends
        .filter(|(last, it)| *last >= today && it.organisation.is_some())
        .min_by_key(|(last, it)| (*last, it.id));
    let is_real = next.is_some();
    let from = today + AHEAD;
    let made_up = Period {
        from,
        until: from.checked_add_months(TERM),
    };
    let period = next.map_or(made_up, |(_, it)| it.period);
    let mut name = text(asked.language, "wording-example-organisation", &[]);
    if let Some(of) = next.and_then(|(_, it)| it.organisation) {
        let found = people::names_of(conn, &[of], today)?.into_values().next();
        name = found.map_or(name, |(name, _short)| name);
    }
    let is_thanks = asked.passage.kind == THANKS;
    let matter = Matter {
        board: &board,
        wordings: asked.wordings,
        kind: if is_thanks { THANKS } else { WELCOME },
        organisation: &name,
        period,
        day: if is_thanks {
            period.last_day().unwrap_or(period.from)
        } else {
            period.from
        },
        base_url: asked.desk.base_url,
    };
    Ok(Shown {
        letter: matter.letter(asked.language),
        is_real,
    })
}
