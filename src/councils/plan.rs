//! Makes the changes of councils whole: what founds and ends one, what it is asked and answers, the reports that it owes. Each
//! is one write with its entry in the log and the mail that follows.

mod delegate;
mod reminders;
mod reports;

pub use delegate::{Question, ask, send_up, settle};
pub use reminders::{all_reminders, planner};
pub use reports::{move_report, remove_report, set_rhythm};

use super::rules::Refusal;
use super::store::{self, write};
use super::{Basis, Dissolution, Founding, KIND};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::store::changes::{self, BoardDraft};
use crate::boards::store::{term_changes, terms};
use crate::boards::{Board, Refusal as BoardRefusal, ReminderRule, store as boards};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{BoardId, RowId};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::mail::Sweep;
use crate::meetings::store as meetings;
use chrono::NaiveDate;

/// As many meetings as are told of when they stand in the way.
const MANY: i64 = 100;

fn on_boards(by: By) -> changes::By {
    changes::By {
        person: by.person,
        at: by.now,
    }
}

/// Makes a council below a board.
///
/// It meets and reminds as the board does, until it says otherwise; its mail is off until
/// someone switches it on, and the board's secretariat keeps it. A form sent twice makes one.
///
/// # Errors
/// `NotFound` where another body has the id, or when the database fails.
pub fn found(
    conn: &mut Conn,
    (id, above): (BoardId, &Board),
    (name, mailbox, basis): (&Words, &str, &Basis),
    by: By,
) -> Result<()> {
    if let Some(standing) = boards::chosen(conn, &[id])?.pop() {
        let is_made = standing.parent == Some(above.id);
        return is_made.then_some(()).ok_or(Error::NotFound);
    }
    let draft = BoardDraft {
        parent: Some(above.id),
        kind: KIND.to_owned(),
        name: name.clone(),
        zone: above.zone,
        holidays: above.calendar.holidays,
        languages: above.languages.clone(),
        liked_weekdays: above.liked_weekdays.clone(),
        liked_start: above.liked_start,
        liked_end: above.liked_end,
        mailbox: mailbox.to_owned(),
        chair_counts: above.chair_counts,
        parent_secretariat: true,
        asks_needs: above.asks_needs,
        colleagues_read: above.colleagues_read,
        opened_kept_days: above.opened_kept_days,
    };
    changes::add_board_as(conn, on_boards(by), id, &draft)?;
    for rule in boards::reminders(conn, above.id)? {
        let rule = ReminderRule {
            id: RowId::new(),
            ..rule
        };
        // The board has them side by side already, so the council may too.
        changes::add_reminder(conn, on_boards(by), id, &rule)?.ok();
    }
    let new = Founding {
        id: RowId::new(),
        basis: basis.clone(),
        dissolution: None,
        rhythm: None,
        version: 1,
    };
    write::add(conn, id, &new)?;
    record(
        conn,
        id,
        &new,
        "council-founded",
        Vec::new(),
        Actor::Person(by.person),
        by.now,
    )
}

/// What a form was filled from: the version that it says, 0 where nothing was written down yet.
fn as_read(conn: &mut Conn, council: BoardId, version: i64) -> Result<Option<Founding>> {
    let standing = store::founding(conn, council)?;
    let is_same = standing.as_ref().map_or(0, |it| it.version) == version;
    is_same.then_some(standing).ok_or(Error::Stale)
}

/// Writes what decided a council and for how long it is there.
///
/// # Errors
/// `Stale` when someone saved after `version`, `Refused` for one that is dissolved, or when the database fails.
pub fn rebase(
    conn: &mut Conn,
    council: BoardId,
    version: i64,
    basis: &Basis,
    by: By,
) -> Result<()> {
    let Some(before) = as_read(conn, council, version)? else {
        let new = Founding {
            id: RowId::new(),
            basis: basis.clone(),
            dissolution: None,
            rhythm: None,
            version: 1,
        };
        write::add(conn, council, &new)?;
        let actor = Actor::Person(by.person);
        return record(
            conn,
            council,
            &new,
            "council-founded",
            Vec::new(),
            actor,
            by.now,
        );
    };
    refuse_dissolved(&before)?;
    let mut after = before.clone();
    after.basis = basis.clone();
    let day = |of: Option<NaiveDate>| of.map(|day| day.to_string()).unwrap_or_default();
    let (old, new) = (&before.basis, &after.basis);
    let changes = [
        Change::of("council-decision", &old.decision, &new.decision),
        Change::of("council-from", &old.period.from, &new.period.from),
        Change::of(
            "council-last-day",
            &day(old.period.last_day()),
            &day(new.period.last_day()),
        ),
    ];
    put(conn, council, &after, "council-changed", changes, by)
}

fn unwritten() -> Error {
    Error::Refused(Said::new("council-basis-first"))
}

fn refuse_dissolved(of: &Founding) -> Result<()> {
    match of.dissolution {
        Some(_) => Err(Error::Refused(Said::new("council-is-dissolved"))),
        None => Ok(()),
    }
}

fn put<const N: usize>(
    conn: &mut Conn,
    council: BoardId,
    after: &Founding,
    action: &'static str,
    changes: [Option<Change>; N],
    by: By,
) -> Result<()> {
    write::put(conn, after)?;
    let mut saved = after.clone();
    saved.version += 1;
    let changes = changes.into_iter().flatten().collect();
    let actor = Actor::Person(by.person);
    record(conn, council, &saved, action, changes, actor, by.now)
}

/// Dissolves a council from a day on: its terms and seats end with the day before, and reports that would be due later are not
/// owed. What it has done stays.
///
/// # Errors
/// `Stale` when someone saved after `version`, `Refused` where nothing is written of the council yet or it is dissolved, or when
/// the database fails.
pub fn dissolve(
    conn: &mut Conn,
    council: &Board,
    version: i64,
    (from, decision): (NaiveDate, &str),
    by: By,
) -> Result<Result<(), Refusal>> {
    let before = as_read(conn, council.id, version)?.ok_or_else(unwritten)?;
    refuse_dissolved(&before)?;
    if let Some(refusal) = stands_in_the_way(conn, council, from, by.now)? {
        return Ok(Err(refusal));
    }
    end_terms(conn, council.id, from, by)?;
    reports::drop_where(conn, council.id, |it| it.due_on >= from, by)?;
    let mut after = before;
    after.rhythm = None;
    after.dissolution = Some(Dissolution {
        from,
        decision: decision.to_owned(),
        by: by.person,
    });
    let changes = [Change::of("council-dissolved-from", "", &from)];
    put(conn, council.id, &after, "council-dissolved", changes, by)?;
    if from <= council.today(by.now) {
        close(conn, council.id, by)?;
    }
    Ok(Ok(()))
}

/// What must be settled first: meetings that would be held without anybody, questions that are due when nobody is left to
/// answer, terms that would begin when there is nothing to sit on.
fn stands_in_the_way(
    conn: &mut Conn,
    council: &Board,
    from: NaiveDate,
    now: Moment,
) -> Result<Option<Refusal>> {
    let refuse = |said: Said| Ok(Some(("dissolved-from", said)));
    if from < council.today(now) {
        return refuse(Said::new("council-dissolved-in-past"));
    }
    let coming = meetings::coming(conn, council.id, from, MANY)?;
    if let Some(last) = coming.last() {
        let said = Said::new("council-has-meetings").with("count", coming.len());
        return refuse(said.with("date", last.last_day()));
    }
    let mut open = store::open_of(conn, council.id)?;
    open.retain(|it| it.due_on.is_none_or(|due| due >= from));
    let open = open.len();
    if open > 0 {
        return refuse(Said::new("council-has-questions").with("count", open));
    }
    let terms = terms::appointments(conn, council.id)?;
    if terms.iter().any(|term| term.period.from >= from) {
        return refuse(Said::new("council-has-terms"));
    }
    Ok(None)
}

fn settled(done: std::result::Result<(), BoardRefusal>) -> Result<()> {
    match done {
        Ok(()) => Ok(()),
        Err(BoardRefusal::Stale) => Err(Error::Stale),
        Err(BoardRefusal::Because(_, said)) => Err(Error::Refused(said)),
    }
}

fn end_terms(conn: &mut Conn, council: BoardId, from: NaiveDate, by: By) -> Result<()> {
    let lasts = |until: Option<NaiveDate>| until.is_none_or(|until| until > from);
    for term in terms::appointments(conn, council)? {
        if lasts(term.period.until) {
            let by = on_boards(by);
            settled(term_changes::end_term(
                conn,
                by,
                &term,
                term.version,
                Some(from),
            )?)?;
        }
    }
    for seat in terms::seats(conn, council)? {
        if lasts(seat.period.until) && seat.period.from < from {
            settled(term_changes::end_seat(
                conn,
                on_boards(by),
                council,
                seat.id,
                from,
            )?)?;
        }
    }
    Ok(())
}

/// The day has come: nothing is mailed any more, and what was due before it and never answered is asked no longer.
fn close(conn: &mut Conn, council: BoardId, by: By) -> Result<()> {
    for one in store::open_of(conn, council)? {
        settle(conn, (one.id, one.version), None, by)?;
    }
    changes::switch_mail(conn, on_boards(by), council, false)?;
    write::close(conn, council, by.now)
}

/// What comes by itself: the next report, and the end of a council that was dissolved ahead.
#[must_use]
pub fn sweeps() -> Vec<Sweep> {
    vec![
        Sweep {
            is_due: |conn, now| Ok(!reports::owing(conn, now)?.is_empty()),
            sweep: reports::owe_due,
        },
        Sweep {
            is_due: |conn, now| Ok(!store::to_close(conn, now.utc().date_naive())?.is_empty()),
            sweep: close_due,
        },
    ]
}

fn close_due(conn: &mut Conn, now: Moment) -> Result<()> {
    for (council, of) in store::to_close(conn, now.utc().date_naive())? {
        if let Some(end) = of.dissolution {
            let person = end.by;
            close(conn, council, By { person, now })?;
        }
    }
    Ok(())
}

fn record(
    conn: &mut Conn,
    council: BoardId,
    of: &Founding,
    action: &'static str,
    changes: Vec<Change>,
    actor: Actor,
    now: Moment,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(council),
        object_kind: "council",
        object_id: of.id.as_str(),
        object_version: of.version,
        action,
        changes,
    };
    audit::record(conn, actor, now, &entry)
}
