//! Makes the changes of proposals whole: each is one write with its entry in the log, from the version that was shown.
//!
//! What stands in the way of a line is asked in the same write that saves it, and again when the proposal is carried out. That
//! goes through what the boards' own pages appoint and end terms by, and when one line is refused nothing of it is saved.

mod carry;

pub use carry::carry_out;

use super::store::write;
use super::store::{self, Ground};
use super::{Leaving, Line, Rotation, State, rules};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::store::changes::By;
use crate::boards::{Board, store as boards};
use crate::cases::plan::{self as cases, By as CaseBy, Proposal};
use crate::cases::{Facts as CaseFacts, forms::languages};
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{CaseId, OrganisationId, RotationId, RowId};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said, text};
use crate::people::{Organisation, Refusal as Mistake};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Which proposal is changed, and the version of it that the form was filled from.
pub type From = (RotationId, i64);

/// A board has this many seats at most, and a proposal no more lines.
const MOST_LINES: usize = 200;
/// The kind of case that a proposal becomes where the list has it: Digdir decides, after dialogue with the board (mandate § 4).
const CASE_KIND: &str = "discussion";

/// What is written of a proposal above its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub from: NaiveDate,
    pub note: String,
}

/// Begins a proposal with a line for each seat that nobody has on its day.
///
/// # Errors
/// When the database fails.
pub fn begin(conn: &mut Conn, board: &Board, head: &Head, by: By) -> Result<RotationId> {
    let today = board.today(by.at);
    let ground = store::ground(conn, board.clone(), &[], (today, head.from))?;
    let new = Rotation {
        id: RotationId::new(),
        board: board.id,
        title: head.title.clone(),
        from: head.from,
        note: head.note.clone(),
        state: State::Draft,
        case: None,
        decision: String::new(),
        decided_on: None,
        lines: rules::begin(&ground.facts, today, head.from),
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

/// Proposes a case to the board of what stands, in the board's first language. It is proposed once.
///
/// # Errors
/// `Stale`, `Refused` where there is a case already or it is decided, or when the database fails.
pub fn treat(conn: &mut Conn, of: From, by: By) -> Result<CaseId> {
    let before = open(conn, of)?;
    if before.case.is_some() {
        return Err(Error::Refused(Said::new("rotation-is-a-case")));
    }
    let (ground, _) = ground(conn, &before, &[], by)?;
    let id = CaseId::new();
    let proposal = Proposal {
        id,
        board: before.board,
        through: before.board,
        facts: case_facts(conn, &before, &ground)?,
        late: None,
    };
    let case_by = CaseBy {
        person: by.person,
        now: by.at,
    };
    cases::propose(conn, &proposal, case_by)?;
    let after = Rotation {
        state: State::Treated,
        case: Some(id),
        ..before
    };
    write::put(conn, &after, of.1)?;
    record(conn, &after, "rotation-treated", Vec::new(), by)?;
    Ok(id)
}

fn case_facts(conn: &mut Conn, of: &Rotation, ground: &Ground) -> Result<CaseFacts> {
    let language = languages(&ground.board).into_iter().next();
    let language = language.unwrap_or(Language::NB);
    let code = |list: &[CodeWord], liked: &str| {
        let found = list.iter().find(|(code, _)| code == liked);
        let found = found.or_else(|| list.first());
        found.map_or_else(String::new, |(code, _)| code.clone())
    };
    let mut description = vec![text(
        language,
        "rotation-case-text",
        &[("date", of.from.into())],
    )];
    description.extend((!of.note.is_empty()).then(|| of.note.clone()));
    description.extend(of.lines.iter().map(|line| said_of(line, ground, language)));
    Ok(CaseFacts {
        title: of.title.clone(),
        public_title: of.title.clone(),
        kind: code(&code_words::list(conn, "case_type")?, CASE_KIND),
        subject: code(&code_words::list(conn, "case_subject")?, ""),
        language,
        description: description.join("\n\n"),
        archive_reference: String::new(),
        organisations: BTreeSet::new(),
        responsible_board: None,
        affects_municipalities: false,
        wanted_meeting: None,
        follows: None,
    })
}

/// A line in words, as the case tells it: the seat's number, who leaves it, and who has it from when.
fn said_of(line: &Line, ground: &Ground, language: Language) -> String {
    let called = |id: Option<OrganisationId>| {
        let found = ground.register.iter().find(|it| Some(it.id) == id);
        found.map_or_else(|| "none".to_owned(), |it| it.name.clone())
    };
    let term = |Leaving { term, .. }| {
        let found = ground.facts.appointments.iter().find(|it| it.id == term);
        found.and_then(|it| it.organisation)
    };
    let number = seat_number(line, ground);
    let values = [
        ("number", number.into()),
        ("leaves", called(line.leaves.and_then(term)).into()),
        ("comes", called(line.organisation).into()),
        ("date", line.period.from.into()),
    ];
    text(language, "rotation-case-line", &values)
}

/// The number of the seat of a line, as pages and lists have it.
fn seat_number(line: &Line, ground: &Ground) -> i64 {
    let seat = ground.facts.seats.iter().find(|it| it.id == line.seat);
    seat.map_or(0, |it| it.position)
}

/// Writes down what was decided, where that stands, and when. From then on the lines stand.
///
/// # Errors
/// `Stale`, `Refused` where it is decided already, or when the database fails.
pub fn decide(conn: &mut Conn, of: From, (decision, on): (&str, NaiveDate), by: By) -> Result<()> {
    let before = open(conn, of)?;
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
