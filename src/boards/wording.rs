//! The mail about boards that a board may write in its own words, and how it would look.

use super::mail::{Call, Level, Matter, held_by, key_of};
use super::rules::{self, mail_kind};
use super::store::{self, reports, terms};
use super::{Appointment, Board, MandateState};
use crate::calendar::Period;
use crate::db::Conn;
use crate::db::code_words;
use crate::error::Result;
use crate::i18n::text;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded};
use crate::web::access::Role;
use crate::web::paths;
use chrono::{Duration, Months, NaiveDate};

/// The variant of what was not done in time.
const LATE: &str = "late";
/// How far ahead a made-up day is.
const AHEAD: Duration = Duration::days(60);
/// How long a made-up term is.
const TERM: Months = Months::new(36);

/// What boards may write, of the mail of this slice.
#[must_use]
pub fn worded() -> Worded {
    let with_late = [
        mail_kind::COUNCIL_REPORT,
        mail_kind::NAMING,
        mail_kind::VACANCY,
    ];
    let passages = mail_kind::ALL.into_iter().flat_map(|kind| {
        let late = with_late.contains(&kind).then(|| passage(kind, true));
        std::iter::once(passage(kind, false)).chain(late)
    });
    Worded {
        passages: passages.collect(),
        preview: preview as Preview,
    }
}

/// What a kind's mail says, in time or too late.
pub(super) fn passage(kind: &'static str, is_late: bool) -> Passage {
    let start = key_of(kind);
    let end = if is_late { "-late" } else { "" };
    Passage {
        kind,
        variant: if is_late { LATE } else { USUAL },
        subject: vec![format!("{start}-subject{end}")],
        opening: vec![format!("{start}-ask{end}")],
        names: match kind {
            mail_kind::MANDATE_EXPIRES | mail_kind::MANDATE_UNAPPROVED => {
                &["board", "version", "date"]
            }
            mail_kind::COUNCIL_REPORT => &["board", "date"],
            _ => &["board", "organisation", "date"],
        },
        needs: &[&["board"], &["date"]],
    }
}

/// What a letter is about: a day, an organisation or version, and where to act.
type Topic = (NaiveDate, String, String);

fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let board = store::board(conn, asked.board)?;
    let today = board.today(asked.desk.now);
    let real = topic(conn, &board, asked.passage.kind, today)?;
    let is_real = real.is_some();
    let (day, what, path) = real.unwrap_or_else(|| {
        let what = match asked.passage.kind {
            mail_kind::MANDATE_EXPIRES | mail_kind::MANDATE_UNAPPROVED => "1.0".to_owned(),
            mail_kind::COUNCIL_REPORT => String::new(),
            _ => text(asked.language, "wording-example-organisation", &[]),
        };
        (today + AHEAD, what, paths::board(board.id))
    });
    let url = match asked.passage.kind {
        mail_kind::NAMING => format!("mailto:{}", board.mailbox),
        _ => format!("{}{path}", asked.desk.base_url),
    };
    let example = Period {
        from: day,
        until: day.checked_add_months(TERM),
    };
    let call = Call {
        role: Role::Member,
        period: example,
        is_again: false,
        level: Level::of(
            &store::mandates(conn, board.id)?,
            &code_words::list(conn, "level")?,
            (None, today),
        ),
    };
    let matter = Matter {
        board: &board,
        wordings: asked.wordings,
        kind: asked.passage.kind,
        day,
        what,
        call: (asked.passage.kind == mail_kind::NAMING).then_some(call),
        url,
        is_late: asked.passage.variant == LATE,
    };
    Ok(Shown {
        letter: matter.letter(asked.language),
        is_real,
    })
}

/// The next of what this kind of mail is about, where the board has one.
fn topic(conn: &mut Conn, board: &Board, kind: &str, today: NaiveDate) -> Result<Option<Topic>> {
    match kind {
        mail_kind::MANDATE_EXPIRES => {
            let all = store::mandates(conn, board.id)?;
            let ends = all.iter().filter_map(|mandate| {
                let day = mandate.period.last_day()?;
                let path = paths::of_board(board.id, "mandates");
                Some((day, mandate.label.clone(), path))
            });
            Ok(ends.filter(|(day, ..)| *day >= today).min())
        }
        mail_kind::MANDATE_UNAPPROVED => {
            let all = store::versions(conn, board.id)?;
            let open = all.iter().filter(|it| it.state != MandateState::Approved);
            let next = open.min_by_key(|it| it.period.from);
            Ok(next.map(|it| (it.period.from, it.label.clone(), paths::mandate(it.id))))
        }
        mail_kind::COUNCIL_REPORT => {
            let all = reports::reports(conn, board.id)?;
            let open = all.iter().filter(|report| report.delivered_at.is_none());
            let path = paths::of_board(board.id, "reports");
            let next = open.map(|report| report.due_on).min();
            Ok(next.map(|day| (day, String::new(), path)))
        }
        _ => term(conn, board, kind, today),
    }
}

/// The next term that this kind of mail is about.
fn term(conn: &mut Conn, board: &Board, kind: &str, today: NaiveDate) -> Result<Option<Topic>> {
    let all = terms::appointments(conn, board.id)?;
    let using = terms::representations(conn, board.id)?;
    let day = |it: &Appointment| match kind {
        mail_kind::TERM_ENDS => it.period.last_day().filter(|day| *day >= today),
        mail_kind::NAMING => it.name_by,
        _ => rules::unused_from(it, &using).filter(|_| rules::takes_one_person(it)),
    };
    let held = all.iter().filter(|it| it.organisation.is_some());
    let next = held
        .filter_map(|it| Some((day(it)?, it)))
        .min_by_key(|(day, _)| *day);
    let Some((day, appointment)) = next else {
        return Ok(None);
    };
    let path = match kind {
        mail_kind::TERM_ENDS => paths::of_board(board.id, "terms"),
        _ => paths::appointment(appointment.id),
    };
    Ok(Some((day, held_by(conn, appointment, today)?, path)))
}
