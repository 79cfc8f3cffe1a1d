//! Cases that go down to a council and come up from it.
//!
//! Each body has a case of its own, with its own readers; what is exempt in one is exempt in the other, and whoever
//! is closed out of one is closed out of the other, from the start and as long as both stand.

use super::reminders::{replan, tell_answered};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::store as boards;
use crate::cases::plan::{self as cases, By, Proposal};
use crate::cases::store::{self as case_rows, assess};
use crate::cases::{Case, Facts};
use crate::councils::rules::{self, Asking, Refusal};
use crate::councils::store::{self, write};
use crate::councils::{Act, Delegation, Origin, State};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, DelegationId, MeetingId};
use crate::error::{Error, Result};
use crate::i18n::{Said, text};
use crate::meetings::store as meetings;
use crate::web::access::Audience;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a board asks one of its councils.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub council: BoardId,
    pub question: String,
    pub due_on: NaiveDate,
    pub meeting: Option<MeetingId>,
}

/// Asks a council for advice on a case of the board. The council's secretariat is told that a case is proposed.
///
/// # Errors
/// `NotFound` for a council or a meeting that is not the board's, or when the database fails.
pub fn ask(
    conn: &mut Conn,
    of: CaseId,
    it: &Question,
    by: By,
) -> Result<std::result::Result<(), Refusal>> {
    let case = case_rows::case(conn, of)?;
    let council = boards::board(conn, it.council)?;
    if council.parent != Some(case.board) {
        return Err(Error::NotFound);
    }
    let returns_on = returns_on(conn, &case, it.meeting)?;
    let today = council.today(by.now);
    let founding = store::founding(conn, council.id)?;
    let standing = store::of_case(conn, case.id)?;
    let asking = Asking {
        case: case.state,
        council: rules::standing(founding.as_ref(), today),
        is_asked: (standing.iter())
            .any(|other| other.council == council.id && other.state == State::Asked),
        due_on: it.due_on,
        returns_on,
        today,
    };
    if let Err(refusal) = rules::may_ask(&asking) {
        return Ok(Err(refusal));
    }
    let council_case = propose(conn, &case, council.id, &it.question, by)?;
    let new = Delegation {
        id: DelegationId::new(),
        origin: Origin::Board,
        board: case.board,
        case: case.id,
        council: council.id,
        council_case,
        question: it.question.clone(),
        due_on: Some(it.due_on),
        meeting: it.meeting,
        state: State::Asked,
        advice: String::new(),
        asked: act(by),
        settled: None,
        version: 1,
    };
    write::add_delegation(conn, &new)?;
    record(conn, &new, "delegation-asked", Vec::new(), by)?;
    replan(conn, &new, by.now)?;
    Ok(Ok(()))
}

/// The first day of the board's meeting that the advice is for.
fn returns_on(
    conn: &mut Conn,
    case: &Case,
    meeting: Option<MeetingId>,
) -> Result<Option<NaiveDate>> {
    let Some(meeting) = meeting else {
        return Ok(None);
    };
    let meeting = meetings::meeting(conn, meeting)?;
    let is_theirs = meeting.board == case.board;
    is_theirs
        .then(|| Some(meeting.first_day()))
        .ok_or(Error::NotFound)
}

fn act(by: By) -> Act {
    Act {
        by: by.person,
        who: String::new(),
        at: by.now,
    }
}

/// Sends a case of a council up to the board above it, with the council's advice. The board's secretariat is told that a case
/// is proposed.
///
/// # Errors
/// `Refused` where it was sent or asked for already, or the council has not taken it up; `NotFound` where no board is above;
/// or when the database fails.
pub fn send_up(conn: &mut Conn, of: CaseId, advice: &str, by: By) -> Result<CaseId> {
    let case = case_rows::case(conn, of)?;
    let above = boards::board(conn, case.board)?.parent;
    let above = above.ok_or(Error::NotFound)?;
    refuse_not_taken_up(&case)?;
    let standing = store::of_case(conn, case.id)?;
    if standing.iter().any(|it| it.council_case == case.id) {
        return Err(Error::Refused(Said::new("advice-sent-already")));
    }
    let boards_case = propose(conn, &case, above, &case.facts.description, by)?;
    let new = Delegation {
        id: DelegationId::new(),
        origin: Origin::Council,
        board: above,
        case: boards_case,
        council: case.board,
        council_case: case.id,
        question: String::new(),
        due_on: None,
        meeting: None,
        state: State::Answered,
        advice: advice.to_owned(),
        asked: act(by),
        settled: Some(act(by)),
        version: 1,
    };
    write::add_delegation(conn, &new)?;
    record(conn, &new, "delegation-sent-up", Vec::new(), by)?;
    Ok(boards_case)
}

fn refuse_not_taken_up(case: &Case) -> Result<()> {
    let refused = || Error::Refused(Said::new("advice-case-not-taken-up"));
    rules::has_taken_up(case.state)
        .then_some(())
        .ok_or_else(refused)
}

/// Gives the advice that was asked for, or asks no longer where there is none.
///
/// # Errors
/// `Stale` when it was settled or changed meanwhile, `Refused` for advice where the council has not taken up the case, or when
/// the database fails.
pub fn settle(
    conn: &mut Conn,
    (id, version): (DelegationId, i64),
    advice: Option<&str>,
    by: By,
) -> Result<()> {
    let before = store::delegation(conn, id)?;
    let state = match advice {
        Some(_) => before.state.answer(),
        None => before.state.withdraw(),
    };
    let state = state.filter(|_| before.version == version);
    let mut after = before.clone();
    after.state = state.ok_or(Error::Stale)?;
    if advice.is_some() {
        refuse_not_taken_up(&case_rows::case(conn, before.council_case)?)?;
    }
    after.advice = advice.unwrap_or_default().to_owned();
    after.settled = Some(act(by));
    write::settle(conn, &after)?;
    after.version += 1;
    let said = |of: State| {
        let key = format!("delegation-state-{of}");
        audit::in_words(|language| text(language, &key, &[]))
    };
    let change = Change::of_words("delegation-state", &said(before.state), &said(after.state));
    let action = match after.state {
        State::Withdrawn => "delegation-withdrawn",
        State::Asked | State::Answered => "delegation-answered",
    };
    record(conn, &after, action, change.into_iter().collect(), by)?;
    replan(conn, &after, by.now)?;
    if after.state == State::Answered {
        tell_answered(conn, &after, by.now)?;
    }
    Ok(())
}

/// A case of the other body about the same, which whoever sends it may follow there as long as they have a role here.
fn propose(conn: &mut Conn, of: &Case, to: BoardId, why: &str, by: By) -> Result<CaseId> {
    let facts = &of.facts;
    let untold = text(facts.language, "case-title-exempt", &[]);
    let told = of.told_title().unwrap_or(&untold);
    let title = if of.access.is_exempt() {
        // What the other body is to know beyond this is written to it, by somebody who has thought about it.
        told
    } else {
        &facts.title
    };
    let proposal = Proposal {
        id: CaseId::new(),
        board: to,
        through: of.board,
        facts: Facts {
            title: title.to_owned(),
            public_title: told.to_owned(),
            description: why.to_owned(),
            archive_reference: String::new(),
            organisations: BTreeSet::new(),
            responsible_board: None,
            // The talk with KS is the board's own to hold, once.
            affects_municipalities: false,
            wanted_meeting: None,
            follows: None,
            ..facts.clone()
        },
        late: None,
    };
    cases::propose(conn, &proposal, by)?;
    for it in assess::recusals(conn, of.id)? {
        assess::recuse(conn, proposal.id, it.person, "", it.declared_by, by.now)?;
    }
    if of.access.is_exempt() {
        let found = assess::assessed(conn, of.id.cast())?;
        let found = found.map_or_else(|| of.access.assessed(), |(found, _, _)| found);
        let made = case_rows::case(conn, proposal.id)?;
        cases::assess(
            conn,
            made.id,
            made.version,
            Audience::Secretariat,
            &found,
            by,
        )?;
    }
    Ok(proposal.id)
}

/// What was asked, and what was answered, may be exempt: the log tells that it was done.
fn record(
    conn: &mut Conn,
    of: &Delegation,
    action: &'static str,
    changes: Vec<Change>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(of.board),
        object_kind: "delegation",
        object_id: of.id.as_str(),
        object_version: of.version,
        action,
        changes,
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}
