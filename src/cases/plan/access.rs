//! Whom a case is shown to, what was found under offentleglova, and whom it is closed to. What is about the same in another body
//! follows in the same write.

use super::{By, as_read, differences, record};
use crate::cases::rules::follow;
use crate::cases::store::{self, assess, clearance, ties, write};
use crate::cases::{Assessed, Case};
use crate::db::Conn;
use crate::db::ids::{CaseId, PersonId};
use crate::error::{Error, Result};
use crate::i18n::{Said, text};
use crate::web::access::{Audience, Scope};
use std::collections::BTreeSet;

/// Writes whom a case is shown to, and what was found under offentleglova. The cases that are tied to it are never shown to
/// more than that allows.
///
/// # Errors
/// `Stale` when someone saved after `version`, `Refused` where the board above finds the same exempt, or when the database
/// fails.
pub fn assess(
    conn: &mut Conn,
    id: CaseId,
    version: i64,
    audience: Audience,
    found: &Assessed,
    by: By,
) -> Result<Case> {
    let before = as_read(conn, id, version)?;
    let is_other = standing(conn, &before)? != *found;
    let mut changed = before.clone();
    changed.access.audience = audience;
    changed.access.assessment = found.outcome;
    changed.access.title_exempt = found.scope == Some(Scope::Title);
    changed.access.open_from = found.open_from;
    opens_nothing_of_above(conn, &changed)?;
    let saved = put(conn, (&before, &changed), Some(found), by)?;
    follow(conn, (&before, &saved), is_other, &mut BTreeSet::new(), by)?;
    Ok(saved)
}

/// A body below opens nothing that the board which asked it finds exempt.
fn opens_nothing_of_above(conn: &mut Conn, changed: &Case) -> Result<()> {
    for (tied, is_below) in ties::of(conn, changed.id)? {
        if is_below {
            continue;
        }
        let (above, own) = (store::case(conn, tied)?.access, &changed.access);
        let opens = above.is_exempt() && !own.is_exempt();
        if opens || (above.title_exempt && !own.title_exempt) {
            return Err(Error::Refused(Said::new("case-exempt-above")));
        }
    }
    Ok(())
}

fn put(
    conn: &mut Conn,
    (before, changed): (&Case, &Case),
    found: Option<&Assessed>,
    by: By,
) -> Result<Case> {
    let saved = write::update(conn, changed, None)?;
    if let Some(found) = found {
        assess::add(conn, ("case", saved.id.cast()), found, by.person, by.now)?;
    }
    let changes = differences(conn, before, &saved)?;
    record(conn, &saved, "case-assessed", changes, by)?;
    Ok(saved)
}

/// The assessment in force, or what the case says of itself where none is kept.
fn standing(conn: &mut Conn, of: &Case) -> Result<Assessed> {
    let found = assess::assessed(conn, of.id.cast())?;
    Ok(found.map_or_else(|| of.access.assessed(), |(found, _, _)| found))
}

/// Writes what the tied cases take over from one that is changed, and those that are tied to them in turn.
pub(super) fn follow(
    conn: &mut Conn,
    (before, after): (&Case, &Case),
    is_found_anew: bool,
    met: &mut BTreeSet<CaseId>,
    by: By,
) -> Result<()> {
    met.insert(after.id);
    for (tied, is_below) in ties::of(conn, after.id)? {
        if !met.insert(tied) {
            continue;
        }
        let tied = store::case(conn, tied)?;
        let untold = text(tied.facts.language, "case-title-exempt", &[]);
        let told = after.told_title().unwrap_or(&untold);
        let changed = follow::following((before, after), (&tied, is_below), told);
        let standing_there = standing(conn, &tied)?;
        let found = follow::assessed(&standing(conn, after)?, &standing_there, &changed.access);
        let is_found = (is_found_anew || changed.access != tied.access) && found != standing_there;
        if changed == tied && !is_found {
            continue;
        }
        let found = is_found.then_some(&found);
        let saved = put(conn, (&tied, &changed), found, by)?;
        follow(conn, (&tied, &saved), is_found, met, by)?;
    }
    Ok(())
}

/// Closes a case to someone, or opens it again; doing either twice is doing it once. The audit log says that it was
/// done, not to whom or why.
///
/// The cases that are tied to it follow. One that somebody else has closed there stays closed.
///
/// # Errors
/// When the database fails.
pub fn recuse(
    conn: &mut Conn,
    case: &Case,
    who: PersonId,
    is_closed: bool,
    reason: &str,
    by: By,
) -> Result<()> {
    if clearance::is_closed(conn, case.id, who)? == is_closed {
        return Ok(());
    }
    let declared = declared_by(conn, case.id, who)?;
    if is_closed {
        assess::recuse(conn, case.id, who, reason, by.person, by.now)?;
    } else {
        assess::readmit(conn, case.id, who, by.person, by.now)?;
    }
    record(conn, case, "case-recusal", Vec::new(), by)?;
    for (tied, _) in ties::of(conn, case.id)? {
        if is_closed || declared_by(conn, tied, who)? == declared {
            let tied = store::case(conn, tied)?;
            recuse(conn, &tied, who, is_closed, "", by)?;
        }
    }
    Ok(())
}

/// Who has said that a case is closed to someone, where it is.
fn declared_by(conn: &mut Conn, case: CaseId, who: PersonId) -> Result<Option<PersonId>> {
    let all = assess::recusals(conn, case)?;
    let own = all.into_iter().find(|it| it.person == who);
    Ok(own.map(|it| it.declared_by))
}
