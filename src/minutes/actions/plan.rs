//! Writes action items: each change is one write with its entry in the log and the mail that follows.

use super::rules::{self, Act, Refusal, mail_kind};
use super::store::{self, write};
use super::{Action, Owner, Settled, State, Task};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::{BoardData, store as boards};
use crate::cases::store::clearance;
use crate::db::Conn;
use crate::db::ids::{ActionId, AgendaItemId, BoardId, MeetingId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::text;
use crate::mail::Sweep;
use crate::mail::ledger::{self, Scope};
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::draft::{plan as minutes, store as written};
use crate::minutes::round::store as rounds;
use crate::web::Reader;
use crate::web::access::{Assessment, Audience, Clearance};

/// What is agreed under an item.
#[derive(Clone, Debug)]
pub struct Agreed {
    /// Its own from the form on, so that a form that is sent twice is one.
    pub id: ActionId,
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    pub task: Task,
}

/// Adds what was agreed.
///
/// # Errors
/// `Refused` with why it cannot be, `NotFound` when it is no item of the meeting or closed to who writes, or when the
/// database fails.
pub fn add(
    conn: &mut Conn,
    agreed: &Agreed,
    reads: &Clearance,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let (meeting, board) = minutes::open(conn, agreed.meeting, now)?;
    let mut known = written::written(conn, meeting.id)?.into_iter();
    let before = known.find(|one| one.item == agreed.item);
    let at = (&meeting, &board);
    let (case, title) = minutes::about(conn, at, agreed.item, before.as_ref(), reads)?;
    let round = rounds::round(conn, meeting.id)?;
    let new = Action {
        id: agreed.id,
        board: board.id,
        meeting: meeting.id,
        item: agreed.item,
        case,
        title,
        task: agreed.task.clone(),
        assigned: (by, now),
        state: State::Open,
        note: String::new(),
        settled: None,
        created: (by, now),
        version: 1,
        audience: rules::shown_to(&meeting, round.as_ref()),
        assessment: Assessment::NotAssessed,
        open_from: None,
        withdrawn_at: None,
    };
    check(conn, &new, &meeting)?;
    if !write::add(conn, &new)? {
        return Ok(());
    }
    record(conn, &new, "action-agreed", Vec::new(), by, now)?;
    replan(conn, &new, now)
}

/// What the form says at its fields, asked once more of what stands now.
fn check(conn: &mut Conn, of: &Action, meeting: &Meeting) -> Result<()> {
    let refused = |refusal: Refusal| Error::Refused(refusal.said());
    rules::may_be_due(of.task.due_on, meeting.first_day()).map_err(refused)?;
    rules::may_link(&of.task.link).map_err(refused)?;
    if let (Owner::Person(person), Some(case)) = (of.task.owner, of.case)
        && clearance::is_closed(conn, case, person)?
    {
        return Err(refused(Refusal::OwnerClosedOut));
    }
    Ok(())
}

/// Changes what is to be done, by whom or until when.
///
/// # Errors
/// `Refused` with why it cannot be so, `NotFound` for who may not read it, `Stale` when someone saved meanwhile, or when
/// the database fails.
pub fn change(
    conn: &mut Conn,
    (id, version): (ActionId, i64),
    task: &Task,
    (reads, reader): (&Clearance, &Reader),
    now: Moment,
) -> Result<()> {
    let before = as_read(conn, (id, version), reads, reader)?;
    let mut after = before.clone();
    after.task = task.clone();
    if after.task.owner == before.task.owner && task.owner != Owner::Other {
        // The name stands as it was when it became theirs.
        after.task.owner_name.clone_from(&before.task.owner_name);
    }
    if after.task == before.task {
        return Ok(());
    }
    let is_anothers =
        (after.task.owner, &after.task.owner_name) != (before.task.owner, &before.task.owner_name);
    if is_anothers {
        after.assigned = (reader.id, now);
    }
    let meeting = meetings::meeting(conn, before.meeting)?;
    check(conn, &after, &meeting)?;
    let after = write::put(conn, after)?;
    let changes = changes(&before, &after);
    record(conn, &after, "action-changed", changes, reader.id, now)?;
    replan(conn, &after, now)
}

/// Settles it, opens it again, or takes it back as written by mistake.
///
/// # Errors
/// `NotFound` for who may not, `Stale` when someone saved meanwhile, or when the database fails.
pub fn act(
    conn: &mut Conn,
    (id, version): (ActionId, i64),
    act: Act,
    note: &str,
    (reads, reader): (&Clearance, &Reader),
    now: Moment,
) -> Result<()> {
    let before = as_read(conn, (id, version), reads, reader)?;
    let keeps = reader.roles.is_secretary_of(before.board);
    let today = boards::board(conn, before.board)?.today(now);
    let is_owner = is_owner(conn, &before, reader, today)?;
    if !rules::may(act, keeps, is_owner) {
        return Err(Error::NotFound);
    }
    if !act.is_possible(&before) {
        return Err(Error::Stale);
    }
    let mut after = before.clone();
    after.state = act.leads_to(before.state);
    match act {
        Act::Done | Act::Drop => {
            note.clone_into(&mut after.note);
            after.settled = Some(Settled {
                by: reader.id,
                who: reader.name.clone(),
                at: now,
            });
        }
        Act::Reopen => {
            after.note = String::new();
            after.settled = None;
            after.withdrawn_at = None;
        }
        Act::Withdraw => after.withdrawn_at = Some(now),
    }
    let after = write::put(conn, after)?;
    let changes = changes(&before, &after);
    let action = match act {
        Act::Done | Act::Drop => "action-settled",
        Act::Reopen => "action-opened",
        Act::Withdraw => "action-withdrawn",
    };
    record(conn, &after, action, changes, reader.id, now)?;
    replan(conn, &after, now)
}

/// Shows the board what was agreed at a meeting, and tells its owners: the draft of its minutes has gone out.
///
/// # Errors
/// When the database fails.
pub fn show(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<()> {
    let kept_back = store::around::kept_back(conn, of)?;
    let Some(first) = kept_back.first() else {
        return Ok(());
    };
    let data = boards::data(conn, first.board)?;
    let ids: Vec<ActionId> = kept_back.iter().map(|one| one.id).collect();
    write::show(conn, &ids, now)?;
    for mut one in kept_back {
        one.audience = Audience::Members;
        one.assigned.1 = now;
        derive(conn, &one, &data, now)?;
    }
    Ok(())
}

/// The same for every meeting whose draft was sent by hand, outside the product.
///
/// # Errors
/// When the database fails.
pub fn show_due(conn: &mut Conn, now: Moment) -> Result<()> {
    let meetings = store::around::to_show(conn)?;
    (meetings.into_iter()).try_for_each(|meeting| show(conn, meeting, now))
}

/// What the pass does for them.
#[must_use]
pub fn sweeps() -> Vec<Sweep> {
    vec![Sweep {
        is_due: |conn, _now| Ok(!store::around::to_show(conn)?.is_empty()),
        sweep: show_due,
    }]
}

/// Whether it is this reader's to do: as a person, or as who speaks for the organisation on its board.
///
/// # Errors
/// When the database fails.
pub fn is_owner(
    conn: &mut Conn,
    of: &Action,
    reader: &Reader,
    today: chrono::NaiveDate,
) -> Result<bool> {
    match of.task.owner {
        Owner::Person(person) => Ok(person == reader.id),
        Owner::Organisation(organisation) => {
            let speaks = store::around::speaks_for(conn, reader.id, today)?;
            Ok(speaks.contains(&(of.board, organisation)))
        }
        Owner::Other => Ok(false),
    }
}

fn as_read(
    conn: &mut Conn,
    (id, version): (ActionId, i64),
    reads: &Clearance,
    reader: &Reader,
) -> Result<Action> {
    let standing = store::seen(conn, id, reads, reader)?;
    if standing.version != version {
        return Err(Error::Stale);
    }
    Ok(standing)
}

/// Derives what a board's open action items ask for. The slice's planner.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, board: BoardId, now: Moment) -> Result<()> {
    let open = store::around::open(conn, board)?;
    if open.is_empty() {
        return Ok(());
    }
    let data = boards::data(conn, board)?;
    open.iter()
        .try_for_each(|one| derive(conn, one, &data, now))
}

/// Derives what one action item asks for.
///
/// # Errors
/// When the database fails.
pub fn replan(conn: &mut Conn, of: &Action, now: Moment) -> Result<()> {
    let data = boards::data(conn, of.board)?;
    derive(conn, of, &data, now)
}

fn derive(conn: &mut Conn, of: &Action, data: &BoardData, now: Moment) -> Result<()> {
    let standing = ledger::of_object(conn, of.id.as_str())?;
    let wanted = rules::wanted(of, data, &standing, now);
    let scope = Scope {
        board: Some(of.board),
        object_id: of.id.as_str(),
        kinds: &mail_kind::ALL,
    };
    ledger::reconcile(conn, scope, &standing, &wanted, now)
}

/// What the log tells of a change: the day and the state. What is to be done, and by whom, stands in the item alone.
fn changes(before: &Action, after: &Action) -> Vec<Change> {
    let day = |of: &Action| {
        of.task
            .due_on
            .map_or_else(String::new, |day| day.to_string())
    };
    let state = |of: &Action| {
        let key = match of.state {
            _ if of.withdrawn_at.is_some() => "action-withdrawn".to_owned(),
            state => format!("action-state-{state}"),
        };
        audit::in_words(|language| text(language, &key, &[]))
    };
    let changes = [
        Change::of("action-due", &day(before), &day(after)),
        Change::of_words("action-state", &state(before), &state(after)),
    ];
    changes.into_iter().flatten().collect()
}

fn record(
    conn: &mut Conn,
    of: &Action,
    action: &str,
    changes: Vec<Change>,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: "action",
        object_id: of.id.as_str(),
        object_version: of.version,
        action,
        changes,
    };
    audit::record(conn, Actor::Person(by), now, &entry)
}
