//! What councils are reminded of: the advice that they are asked for, and that their period runs out. The slice's planner.

use crate::boards::{Board, ReminderRule, about, store as boards};
use crate::councils::rules::{self, DELEGATION, mail_kind};
use crate::councils::{Delegation, store};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::ledger::{self, Scope};
use crate::mail::{Key, Occasion, Wanted};
use chrono::Duration;
use std::collections::BTreeMap;

/// What this planner wants of the ledger; that advice has come is told once, and not derived.
const DERIVED: [&str; 2] = [mail_kind::ADVICE_DUE, mail_kind::COUNCIL_ENDS];
/// For how long it is worth telling that advice has come.
const WORTH_TELLING: Duration = Duration::days(14);

/// Derives a council's reminders. A board that is no council has none.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    let council = boards::board(conn, of)?;
    let mut standing = store::standing(conn, of, &DERIVED)?;
    if council.parent.is_none() && standing.is_empty() {
        return Ok(());
    }
    let none: &[Occasion] = &[];
    let rules = asked(conn, of)?;
    let mut wanted: BTreeMap<String, Vec<Wanted>> = BTreeMap::new();
    for one in store::open_of(conn, of)? {
        let rows = standing.get(one.id.as_str()).map_or(none, Vec::as_slice);
        let of_this = rules::advice_reminders(&one, &council, &rules, (rows, now));
        wanted.insert(one.id.to_string(), of_this);
    }
    if let Some(founding) = store::founding(conn, of)? {
        let of_this = rules::end_reminders(&founding, &council, &rules);
        wanted.insert(founding.id.to_string(), of_this);
    }
    for object in wanted.keys() {
        standing.entry(object.clone()).or_default();
    }
    for (object, rows) in &standing {
        let scope = Scope {
            board: Some(of),
            object_id: object,
            kinds: &DERIVED,
        };
        let wanted = wanted.get(object).map_or(&[][..], Vec::as_slice);
        ledger::reconcile(conn, scope, rows, wanted, now)?;
    }
    Ok(())
}

/// Derives the reminders of one question.
///
/// # Errors
/// When the database fails.
pub fn replan(conn: &mut Conn, of: &Delegation, now: Moment) -> Result<()> {
    let council = boards::board(conn, of.council)?;
    let rules = asked(conn, of.council)?;
    let standing = ledger::of_object(conn, of.id.as_str())?;
    let wanted = rules::advice_reminders(of, &council, &rules, (&standing, now));
    let scope = Scope {
        board: Some(of.council),
        object_id: of.id.as_str(),
        kinds: &[mail_kind::ADVICE_DUE],
    };
    ledger::reconcile(conn, scope, &standing, &wanted, now)
}

/// Every reminder of a council, told or not: what a weekly mail chooses from.
///
/// # Errors
/// When the database fails.
pub fn all_reminders(conn: &mut Conn, council: &Board) -> Result<Vec<Wanted>> {
    let rules = asked(conn, council.id)?;
    if rules.is_empty() {
        return Ok(Vec::new());
    }
    // Asked at the beginning of time, nothing has passed and nothing is told.
    let beginning = Moment::from(chrono::DateTime::UNIX_EPOCH);
    let mut all = Vec::new();
    for one in store::open_of(conn, council.id)? {
        all.extend(rules::advice_reminders(
            &one,
            council,
            &rules,
            (&[], beginning),
        ));
    }
    if let Some(founding) = store::founding(conn, council.id)? {
        all.extend(rules::end_reminders(&founding, council, &rules));
    }
    Ok(all)
}

/// Who wants to be reminded of what this slice knows, and when.
fn asked(conn: &mut Conn, of: BoardId) -> Result<Vec<ReminderRule>> {
    let mut rules = boards::reminders(conn, of)?;
    rules.retain(|rule| [about::ADVICE, about::COUNCIL_ENDS].contains(&rule.about.as_str()));
    Ok(rules)
}

/// Tells the board's secretariat that advice has come.
///
/// # Errors
/// When the database fails.
pub fn tell_answered(conn: &mut Conn, of: &Delegation, now: Moment) -> Result<()> {
    let wanted = Wanted {
        key: Key {
            kind: mail_kind::ADVICE_GIVEN,
            object_id: of.id.to_string(),
            slot: "given".to_owned(),
        },
        object_kind: DELEGATION,
        about_day: boards::board(conn, of.board)?.today(now),
        deadline: None,
        due: now,
        expires: now + WORTH_TELLING,
    };
    let scope = Scope {
        board: Some(of.board),
        object_id: of.id.as_str(),
        kinds: &[mail_kind::ADVICE_GIVEN],
    };
    ledger::reconcile(conn, scope, &[], &[wanted], now)
}
