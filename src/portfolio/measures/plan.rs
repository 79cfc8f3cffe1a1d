//! Makes the changes of measures whole: each change is one write with its entry in the log.
//!
//! A change begins from the version that was shown, whatever of the measure is changed, and what a rule refuses changes nothing.

use super::store::{self, MOST, MOST_TURNS, write};
use super::{Facts, Measure, STATUSES, Turn, rules, wording};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::Board;
use crate::cases::plan::{self as cases, By, Place, Proposal};
use crate::cases::rules::Step;
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{BoardId, CaseId, MeasureId, MeetingId, PaperId};
use crate::db::types::Words;
use crate::error::{Error, Result};
use crate::files::Checksum;
use crate::i18n::{Language, Said, text};
use crate::papers::store::write::written;
use crate::papers::{self, Content, NewVersion, Part, Sections};
use crate::people::{Refusal, store as people};
use std::collections::BTreeSet;

/// Which measure is changed, and the version of it that the form was filled from.
pub type From = (MeasureId, i64);

fn too_many() -> Error {
    Error::Refused(Said::new("measure-too-many"))
}

/// Adds a measure with the first line of its history. A form that is sent twice adds once.
///
/// # Errors
/// `Refused` where there are too many, or when the database fails.
pub fn add(
    conn: &mut Conn,
    (id, board): (MeasureId, &Board),
    facts: &Facts,
    first: &Turn,
    by: By,
) -> Result<Result<MeasureId, Refusal>> {
    match store::measure(conn, id) {
        Ok(known) if known.board == board.id => return Ok(Ok(id)),
        Ok(_) => return Err(Error::NotFound),
        Err(Error::NotFound) => {}
        Err(error) => return Err(error),
    }
    if let Err(refusal) = rules::may_follow(&[], first, board.today(by.now)) {
        return Ok(Err(refusal.at_field()));
    }
    if store::count(conn, board.id)? >= MOST {
        return Err(too_many());
    }
    write::add(conn, (id, board.id), facts)?;
    write::add_turn(conn, id, (1, first), by)?;
    let words = code_words::list(conn, STATUSES)?;
    let changes = vec![
        Change::of_words("measure-title", &Words::default(), &facts.title),
        status_change(&words, None, first),
    ];
    record(conn, (board.id, (id, 1)), "measure-added", changes, by)?;
    Ok(Ok(id))
}

/// Changes what is written of a measure.
///
/// # Errors
/// `Stale`, `NotFound`, or when the database fails.
pub fn change(conn: &mut Conn, of: From, facts: &Facts, by: By) -> Result<()> {
    let before = store::measure(conn, of.0)?;
    write::next_version(conn, of)?;
    write::put(conn, of.0, facts)?;
    let changes = changes(conn, &before.facts, facts, by)?;
    let of = (before.board, (of.0, of.1 + 1));
    record(conn, of, "measure-changed", changes, by)
}

fn changes(conn: &mut Conn, before: &Facts, after: &Facts, by: By) -> Result<Vec<Option<Change>>> {
    let mut ids: Vec<_> = [before, after].map(|of| of.ministry).to_vec();
    for of in [before, after] {
        ids.extend(of.performs.iter().chain(&of.involved).copied());
    }
    let names = people::names_of(conn, &ids, crate::people::today(by.now))?;
    let name = |id| names.get(&id).map_or("", |(name, _short)| name.as_str());
    let all = |ids: &BTreeSet<_>| {
        let names: Vec<&str> = ids.iter().map(|id| name(*id)).collect();
        names.join(", ")
    };
    let years = |of: &Facts| of.years.to_string();
    Ok(vec![
        Change::of_words("measure-title", &before.title, &after.title),
        Change::of(
            "measure-ministry",
            name(before.ministry),
            name(after.ministry),
        ),
        Change::of("measure-years", &years(before), &years(after)),
        Change::of(
            "measure-performs",
            &all(&before.performs),
            &all(&after.performs),
        ),
        Change::of(
            "measure-involved",
            &all(&before.involved),
            &all(&after.involved),
        ),
        Change::of(
            "measure-description",
            &before.description,
            &after.description,
        ),
        Change::of("measure-goals", &before.goals, &after.goals),
        Change::of("measure-activities", &before.activities, &after.activities),
        Change::of("measure-contact", &before.contact, &after.contact),
    ])
}

/// Adds a line to a measure's history.
///
/// # Errors
/// `Refused` where there are too many, `Stale`, `NotFound`, or when the database fails.
pub fn turn(
    conn: &mut Conn,
    of: From,
    board: &Board,
    turn: &Turn,
    by: By,
) -> Result<Result<(), Refusal>> {
    let before = store::measure(conn, of.0)?;
    // What is overtaken is told of first: then the history may be another one.
    if before.version != of.1 {
        return Err(Error::Stale);
    }
    if let Err(refusal) = rules::may_follow(&before.history, turn, board.today(by.now)) {
        return Ok(Err(refusal.at_field()));
    }
    if before.history.len() >= MOST_TURNS {
        return Err(too_many());
    }
    write::next_version(conn, of)?;
    let position = i64::try_from(before.history.len() + 1).unwrap_or(i64::MAX);
    write::add_turn(conn, of.0, (position, turn), by)?;
    let words = code_words::list(conn, STATUSES)?;
    let changes = vec![status_change(&words, before.history.last(), turn)];
    let of = (before.board, (of.0, of.1 + 1));
    record(conn, of, "measure-status-written", changes, by)?;
    Ok(Ok(()))
}

/// “Igangsatt, 2026-03-01” in each language.
fn status_change(words: &[CodeWord], old: Option<&Turn>, new: &Turn) -> Option<Change> {
    let said = |turn: &Turn| {
        let word = audit::code_in_words(words, &turn.status);
        audit::in_words(|language| format!("{}, {}", word.in_language(language.tag()), turn.on))
    };
    let old = old.map_or_else(Words::default, said);
    Change::of_words("measure-status", &old, &said(new))
}

/// What a report is made from.
#[derive(Clone, Debug)]
pub struct Reported {
    pub measures: Vec<Measure>,
    pub statuses: Vec<CodeWord>,
    pub since: Option<crate::db::types::Moment>,
}

/// What a report of a board's measures is made from now.
///
/// # Errors
/// When the database fails.
pub fn reported(conn: &mut Conn, of: BoardId) -> Result<Reported> {
    Ok(Reported {
        measures: store::of_board(conn, of)?,
        statuses: code_words::list(conn, STATUSES)?,
        since: store::last_report(conn, of)?,
    })
}

/// The language in which a board's reports are written.
#[must_use]
pub fn language(of: &Board) -> Language {
    of.languages.first().copied().unwrap_or(Language::NB)
}

/// Puts a case on a meeting's agenda, with a paper that says how the measures stand today. Gives the case, and whether it is
/// new: a meeting has one.
///
/// # Errors
/// What cases and papers refuse, such as that the meeting is over; or when the database fails.
pub fn report(
    conn: &mut Conn,
    board: &Board,
    meeting: MeetingId,
    by: By,
) -> Result<(CaseId, bool)> {
    let known = store::reports_at(conn, &[meeting])?;
    if let Some(case) = known.get(&meeting) {
        return Ok((*case, false));
    }
    let of = reported(conn, board.id)?;
    let language = language(board);
    let sections = wording::paper(language, board, &of, by.now);
    let case = propose(conn, board, meeting, by)?;
    let place = Place {
        meeting,
        minutes: None,
        presenter: String::new(),
        late: None,
    };
    let case = cases::schedule(conn, &case, &place, by)?;
    let paper = papers::plan::Beginning {
        id: PaperId::new(),
        case: case.id,
        part: Part::Paper,
        facts: papers::Facts {
            title: text(language, "measure-report-title", &[]),
            language,
            archive_reference: String::new(),
        },
        first: Some(version(sections)?),
    };
    papers::plan::begin(conn, &paper, by)?;
    write::add_report(conn, board.id, case.id, by)?;
    Ok((case.id, true))
}

fn version(sections: Sections) -> Result<NewVersion> {
    Ok(NewVersion {
        checksum: Checksum::of_content(written(&sections)?.as_bytes()),
        content: Content::Written(sections),
        changed: String::new(),
        late: None,
        numbers_reason: None,
    })
}

/// The case, proposed and accepted by the secretariat at once.
fn propose(
    conn: &mut Conn,
    board: &Board,
    meeting: MeetingId,
    by: By,
) -> Result<crate::cases::Case> {
    let language = language(board);
    let title = text(language, "measure-report-title", &[]);
    let proposal = Proposal {
        id: CaseId::new(),
        board: board.id,
        through: board.id,
        facts: crate::cases::Facts {
            public_title: title.clone(),
            title,
            kind: code(conn, "case_type", "information")?,
            subject: code(conn, "case_subject", "action_plan")?,
            language,
            description: text(language, "measure-report-why", &[]),
            archive_reference: String::new(),
            organisations: BTreeSet::new(),
            responsible_board: None,
            affects_municipalities: false,
            wanted_meeting: Some(meeting),
            follows: None,
        },
        late: None,
    };
    cases::propose(conn, &proposal, by)?;
    cases::step(conn, proposal.id, 1, Step::Accept, "", by)
}

/// A code of a list; its first where the owners of the instance have others.
fn code(conn: &mut Conn, list: &str, usual: &str) -> Result<String> {
    let codes = code_words::list(conn, list)?;
    let found = codes.iter().find(|(code, _)| code == usual);
    let found = found.or_else(|| codes.first());
    Ok(found.map_or_else(|| usual.to_owned(), |(code, _)| code.clone()))
}

fn record(
    conn: &mut Conn,
    (board, (id, version)): (BoardId, From),
    action: &'static str,
    changes: Vec<Option<Change>>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(board),
        object_kind: "measure",
        object_id: id.as_str(),
        object_version: version,
        action,
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}
