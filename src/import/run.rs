//! An import as a whole: read what stands, check without any transaction, write everything in one short write, plan
//! the boards' mail afterwards.
//!
//! What was checked is what is written beside: the write first reads again what stands, and where someone has changed
//! it since, everything is checked once more. Planning is not part of the write, because deriving thousands of
//! deadlines would hold the one writer of SQLite for seconds; each board is planned in a write of its own. Should that
//! be cut off, the boards that are left have meetings without deadlines until they are planned again: by any change of
//! the board, or by importing the same file once more, which writes nothing twice. No mail can go meanwhile or by the
//! planning, because the boards' mail is off.

use super::{Book, Checked, rules, store};
use crate::audit::Actor;
use crate::boards::{rule_kind, store::with_rule};
use crate::db::Db;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said, text};
use crate::mail::Tables;

/// How often someone else may be first before the reader is told that we are busy.
const TRIES: usize = 3;

/// Checks a file against what stands now, and changes nothing.
///
/// # Errors
/// When the database fails.
pub fn check(db: &Db, book: &Book, language: Language, now: Moment) -> Result<Checked> {
    let (slugs, wanted) = (rules::slugs(book), rules::wanted(book));
    let known = db.read_now(|conn| store::known(conn, &slugs, wanted))?;
    Ok(rules::check(book, &known, language, now))
}

/// Checks a file and writes it: everything, or nothing when there is any fault.
///
/// # Errors
/// `Busy` when others always changed something meanwhile; `Refused` when it has cases, minutes or action items and nobody
/// imports it, whose name could stand beside them; or when the database fails.
pub fn write(
    db: &Db,
    book: &Book,
    (actor, language): (Actor, Language),
    now: Moment,
) -> Result<Checked> {
    let (slugs, wanted) = (rules::slugs(book), rules::wanted(book));
    let by = match actor {
        Actor::Person(person) => Some(person),
        _ => None,
    };
    for _ in 0..TRIES {
        let known = db.read_now(|conn| store::known(conn, &slugs, wanted))?;
        let checked = rules::check(book, &known, language, now);
        if !checked.faults.is_empty() || checked.plan.is_empty() {
            return Ok(checked);
        }
        if by.is_none() && checked.plan.past.needs_a_person() {
            return Err(Error::Refused(Said::new("import-who-needed")));
        }
        let reason = text(language, "import-reason", &[]);
        let is_written = db.write_now(|conn| {
            if store::known(conn, &slugs, wanted)? != known {
                return Ok(false);
            }
            store::write(conn, &checked.plan, (by, &reason), now)?;
            store::record(conn, actor, now, &checked)?;
            Ok(true)
        })?;
        if is_written {
            return Ok(checked);
        }
    }
    Err(Error::Busy)
}

/// Plans the mail of every board that the file names or says something of, each in its own write; `tell` hears how many are done of how many.
///
/// # Errors
/// When the database fails.
pub fn plan(
    db: &Db,
    tables: &Tables,
    checked: &Checked,
    now: Moment,
    mut tell: impl FnMut(usize, usize),
) -> Result<()> {
    let mut boards = checked.plan.touched.clone();
    if !checked.plan.payments.is_empty() {
        // Who pays most has a seat there (mandate § 4).
        boards.extend(db.read_now(|conn| with_rule(conn, rule_kind::LARGEST_PAYERS))?);
    }
    for (done, board) in (1..).zip(&boards) {
        db.write_now(|conn| tables.replan(conn, *board, now))?;
        tell(done, boards.len());
    }
    Ok(())
}
