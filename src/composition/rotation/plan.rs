//! Makes the changes of proposals whole: each is one write with its entry in the log, from the version that was shown.
//!
//! What stands in the way of a line is asked in the same write that saves it, and again when the proposal is carried out. That
//! goes through what the boards' own pages appoint and end terms by, and when one line is refused nothing of it is saved.

mod carry;
mod treat;

pub use carry::carry_out;
pub use treat::{CASE_KIND, treat};

use super::store::write;
use super::store::{self, Ground};
use super::{Line, Rotation, State, rules};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::store::changes::By;
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::{OrganisationId, RotationId, RowId};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::people::{Organisation, Refusal as Mistake};
use chrono::NaiveDate;

/// Which proposal is changed, and the version of it that the form was filled from.
pub type From = (RotationId, i64);

/// A board has this many seats at most, and a proposal no more lines.
const MOST_LINES: usize = 200;
/// What is written of a proposal above its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub from: NaiveDate,
    pub note: String,
}

/// Begins a proposal with a line for each seat that nobody has on its day. A form sent twice begins one.
///
/// # Errors
/// `NotFound` where another board's has the id, or when the database fails.
pub fn begin(
    conn: &mut Conn,
    (id, board): (RotationId, &Board),
    head: &Head,
    by: By,
) -> Result<RotationId> {
    match store::rotation(conn, id) {
        Ok(standing) => {
            let is_begun = standing.board == board.id;
            return is_begun.then_some(id).ok_or(Error::NotFound);
        }
        Err(Error::NotFound) => {}
        Err(error) => return Err(error),
    }
    let today = board.today(by.at);
    let ground = store::ground(conn, board.clone(), &[], (today, head.from))?;
    let new = Rotation {
        id,
        board: board.id,
        title: head.title.clone(),
        from: head.from,
        note: head.note.clone(),
        state: State::Draft,
        case: None,
        decision: String::new(),
        decided_on: None,
        lines: rules::begin(&ground.facts, board.calendar, (today, head.from)),
        version: 1,
    };
    write::add(conn, &new)?;
    let changes = vec![
        Change::of("rotation-called", "", &new.title),
        Change::of("rotation-from", "", &new.from),
    ];
    record(conn, &new, "rotation-begun", changes, by)?;
    Ok(new.id)
}

/// What stands, if it is what was shown.
fn as_shown(conn: &mut Conn, of: From) -> Result<Rotation> {
    let before = store::rotation(conn, of.0)?;
    (before.version == of.1)
        .then_some(before)
        .ok_or(Error::Stale)
}

/// The same, if its lines may still change.
fn open(conn: &mut Conn, of: From) -> Result<Rotation> {
    let before = as_shown(conn, of)?;
    if before.state.is_open() {
        return Ok(before);
    }
    Err(Error::Refused(Said::new("rotation-stands")))
}

/// Changes what is written above the lines.
///
/// # Errors
/// `Stale`, `Refused` once it is decided, or when the database fails.
pub fn change(conn: &mut Conn, of: From, head: &Head, by: By) -> Result<()> {
    let before = open(conn, of)?;
    let after = Rotation {
        title: head.title.clone(),
        from: head.from,
        note: head.note.clone(),
        ..before.clone()
    };
    write::put(conn, &after, of.1)?;
    let changes = vec![
        Change::of("rotation-called", &before.title, &after.title),
        Change::of("rotation-from", &before.from, &after.from),
        Change::of("rotation-note", &before.note, &after.note),
    ];
    record(conn, &after, "rotation-changed", changes, by)
}

/// What stands in the way of a line among the others: what the board is, and what the register says of the organisation.
#[must_use]
pub fn mistakes(line: &Line, of: &Rotation, ground: &Ground, today: NaiveDate) -> Vec<Mistake> {
    let mut found = rules::mistakes(line, of, &ground.facts, today);
    if let Some(id) = line.organisation {
        match ground.register.iter().find(|it| it.id == id) {
            None => found.push(("organisation", Said::new("form-not-a-choice"))),
            Some(it) if line.name_by.is_some() && it.mailbox.is_none() => {
                found.push(("name-by", Said::new("boards-no-mailbox")));
            }
            Some(_) => {}
        }
    }
    found
}

fn ground(conn: &mut Conn, of: &Rotation, lines: &[Line], by: By) -> Result<(Ground, NaiveDate)> {
    let board = boards::board(conn, of.board)?;
    let today = board.today(by.at);
    let ground = store::ground(conn, board, lines, (today, of.from))?;
    Ok((ground, today))
}

/// Writes a line over the one in its row, or as a new one.
///
/// # Errors
/// `Stale`, `Refused` once it is decided, or when the database fails.
pub fn put_line(
    conn: &mut Conn,
    of: From,
    line: &Line,
    by: By,
) -> Result<Result<(), Vec<Mistake>>> {
    let before = open(conn, of)?;
    let old = before.lines.iter().find(|it| it.id == line.id);
    if old.is_none() && before.lines.len() >= MOST_LINES {
        return Err(Error::Refused(Said::new("rotation-too-many-lines")));
    }
    let (ground, today) = ground(conn, &before, std::slice::from_ref(line), by)?;
    let found = mistakes(line, &before, &ground, today);
    if !found.is_empty() {
        return Ok(Err(found));
    }
    write::put(conn, &before, of.1)?;
    write::put_line(conn, of.0, line)?;
    let changes = line_changes(&ground.register, old, Some(line));
    record(conn, &before, "rotation-line-saved", changes, by)?;
    Ok(Ok(()))
}

/// Gives the seat of a line to an organisation, as everything else of it stands.
///
/// # Errors
/// `NotFound`, `Stale`, `Refused` once it is decided, or when the database fails.
pub fn choose(
    conn: &mut Conn,
    of: From,
    (id, organisation): (RowId, OrganisationId),
    by: By,
) -> Result<Result<(), Vec<Mistake>>> {
    let before = open(conn, of)?;
    let found = before.lines.iter().find(|it| it.id == id);
    let mut line = found.cloned().ok_or(Error::NotFound)?;
    line.organisation = Some(organisation);
    put_line(conn, of, &line, by)
}

/// Takes a line out.
///
/// # Errors
/// `NotFound`, `Stale`, `Refused` once it is decided, or when the database fails.
pub fn remove_line(conn: &mut Conn, of: From, id: RowId, by: By) -> Result<()> {
    let before = open(conn, of)?;
    let old = before.lines.iter().find(|it| it.id == id);
    if old.is_none() {
        return Err(Error::NotFound);
    }
    let (ground, _) = ground(conn, &before, &[], by)?;
    write::put(conn, &before, of.1)?;
    write::remove_line(conn, of.0, id)?;
    let changes = line_changes(&ground.register, old, None);
    record(conn, &before, "rotation-line-removed", changes, by)
}

fn line_changes(
    register: &[Organisation],
    old: Option<&Line>,
    new: Option<&Line>,
) -> Vec<Option<Change>> {
    let change = |field: &str, told: &dyn Fn(&Line) -> String| {
        let text = |of: Option<&Line>| of.map(told).unwrap_or_default();
        Change::of(field, &text(old), &text(new))
    };
    let name = |line: &Line| {
        let found = register.iter().find(|it| Some(it.id) == line.organisation);
        found.map_or_else(String::new, |it| it.name.clone())
    };
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let ends = |line: &Line| line.leaves.and_then(|it| it.until.pred_opt());
    vec![
        change("rotation-leaves-last-day", &|line| day(ends(line))),
        change("rotation-organisation", &name),
        change("boards-first-day", &|line| line.period.from.to_string()),
        change("boards-last-day", &|line| day(line.period.last_day())),
        change("boards-name-by", &|line| day(line.name_by)),
    ]
}

/// The number of the seat of a line, as pages and lists have it.
fn seat_number(line: &Line, ground: &Ground) -> i64 {
    let seat = ground.facts.seats.iter().find(|it| it.id == line.seat);
    seat.map_or(0, |it| it.position)
}

/// Refuses what a line that cannot stand stops, under `key`: it says which one and why, in `language`.
fn all_stand(
    of: &Rotation,
    (ground, today): (&Ground, NaiveDate),
    (key, language): (&'static str, Language),
) -> Result<()> {
    for line in &of.lines {
        if let Some((_, why)) = mistakes(line, of, ground, today).first() {
            return Err(stopped((key, language), line, ground, why));
        }
    }
    Ok(())
}

fn stopped(
    (key, language): (&'static str, Language),
    line: &Line,
    ground: &Ground,
    why: &Said,
) -> Error {
    let said = Said::new(key)
        .with("number", seat_number(line, ground))
        .with("why", why.text(language));
    Error::Refused(said)
}

/// Writes down what was decided, where that stands, and when. From then on the lines stand.
///
/// # Errors
/// `Stale`, `Refused` where it is decided already or a line cannot stand: it says which one and why, in `language`. Or when the
/// database fails.
pub fn decide(
    conn: &mut Conn,
    of: From,
    (decision, on): (&str, NaiveDate),
    (language, by): (Language, By),
) -> Result<()> {
    let before = open(conn, of)?;
    let (ground, today) = ground(conn, &before, &before.lines, by)?;
    let said = ("rotation-decide-refused", language);
    all_stand(&before, (&ground, today), said)?;
    let after = Rotation {
        state: State::Decided,
        decision: decision.to_owned(),
        decided_on: Some(on),
        ..before
    };
    write::put(conn, &after, of.1)?;
    let changes = vec![
        Change::of("rotation-decision", "", decision),
        Change::of("rotation-decided-on", "", &on),
    ];
    record(conn, &after, "rotation-decided", changes, by)
}

/// Drops a proposal, which stays to be read.
///
/// # Errors
/// `Stale`, `Refused` where it is over, or when the database fails.
pub fn abandon(conn: &mut Conn, of: From, by: By) -> Result<()> {
    let before = as_shown(conn, of)?;
    if matches!(before.state, State::CarriedOut | State::Dropped) {
        return Err(Error::Refused(Said::new("rotation-stands")));
    }
    let after = Rotation {
        state: State::Dropped,
        ..before
    };
    write::put(conn, &after, of.1)?;
    record(conn, &after, "rotation-dropped", Vec::new(), by)
}

/// Opens a proposal that was decided or dropped, so that its lines may change; what was decided is then no more.
///
/// # Errors
/// `Stale`, `Refused` where it is open or carried out, or when the database fails.
pub fn reopen(conn: &mut Conn, of: From, by: By) -> Result<()> {
    let before = as_shown(conn, of)?;
    if !matches!(before.state, State::Decided | State::Dropped) {
        return Err(Error::Refused(Said::new("rotation-stands")));
    }
    let changes = vec![Change::of("rotation-decision", &before.decision, "")];
    let after = Rotation {
        state: before.case.map_or(State::Draft, |_| State::Treated),
        decision: String::new(),
        decided_on: None,
        ..before
    };
    write::put(conn, &after, of.1)?;
    record(conn, &after, "rotation-reopened", changes, by)
}

fn record(
    conn: &mut Conn,
    of: &Rotation,
    action: &'static str,
    changes: Vec<Option<Change>>,
    by: By,
) -> Result<()> {
    // A new one is written down as it is; every other change raises the version that it began from.
    let version = if action == "rotation-begun" {
        of.version
    } else {
        of.version + 1
    };
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: "rotation",
        object_id: of.id.as_str(),
        object_version: version,
        action,
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.at, &entry)
}
