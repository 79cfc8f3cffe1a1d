//! Puts what is planned for a meeting on its agenda.

use super::record::record;
use crate::annual_plan::store::{self, write};
use crate::annual_plan::{PlanItem, occasions, rules};
use crate::boards::{Board, store as boards};
use crate::cases::forms::languages;
use crate::cases::plan::{self as cases, By, Late, Place, Proposal};
use crate::cases::rules::Step;
use crate::cases::store::clearance;
use crate::cases::{Case, CaseState, Facts};
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId};
use crate::error::Result;
use crate::i18n::{Language, text};
use crate::meetings::store as meetings;
use chrono::Datelike;
use std::collections::BTreeSet;

/// Puts the planned items of a meeting on its agenda, with a case made for each that has none. How many were put on it.
///
/// What stands there already stays as it is. A case that is closed to who does it, or was declined, is left alone. What comes
/// after the last moment to propose cases needs the chair's permission, `late`.
///
/// # Errors
/// `Refused` where the meeting is over or a case is too late for it without the chair, or when the database fails.
pub fn put_on_agenda(conn: &mut Conn, of: MeetingId, late: Option<&Late>, by: By) -> Result<usize> {
    let meeting = meetings::meeting(conn, of)?;
    let board = boards::board(conn, meeting.board)?;
    let year = store::year(conn, board.id, meeting.first_day().year())?;
    let place = Place {
        meeting: of,
        minutes: None,
        presenter: String::new(),
        late: late.cloned(),
    };
    let mut put = 0;
    for item in rules::waiting(&year, of, board.today(by.now)) {
        let case = match year.case_of(item) {
            Some(case) if clearance::is_closed(conn, case.id, by.person)? => continue,
            Some(case) => case.clone(),
            None => take_in(conn, &board, item, of, by)?,
        };
        let case = if case.state == CaseState::Proposed {
            cases::step(conn, case.id, case.version, Step::Accept, "", by)?
        } else {
            case
        };
        cases::schedule(conn, &case, &place, by)?;
        put += 1;
    }
    occasions::planner(conn, board.id, by.now)?;
    Ok(put)
}

/// Makes a case of what is planned, and ties the two together: what the plan says is the same.
///
/// A case is written in one language: the first of the board's in which the plan has its title.
fn take_in(
    conn: &mut Conn,
    board: &Board,
    item: &PlanItem,
    wanted: MeetingId,
    by: By,
) -> Result<Case> {
    let words = &item.facts.title;
    let all = languages(board);
    let titled = |language: &&Language| words.exactly(language.tag()).is_some();
    let language = all.iter().find(titled).or(all.first()).copied();
    let language = language.unwrap_or(Language::NB);
    let title = words.in_language(language.tag()).to_owned();
    let year = item.year.to_string();
    let id = CaseId::new();
    let proposal = Proposal {
        id,
        board: board.id,
        through: board.id,
        facts: Facts {
            public_title: title.clone(),
            title,
            kind: item.facts.kind.clone(),
            subject: item.facts.subject.clone(),
            language,
            description: text(language, "annual-plan-case-why", &[("year", year.into())]),
            archive_reference: String::new(),
            organisations: BTreeSet::new(),
            responsible_board: None,
            affects_municipalities: false,
            wanted_meeting: Some(wanted),
            follows: None,
        },
        late: None,
    };
    let case = cases::take_in(conn, &proposal, by)?;
    let tied = PlanItem {
        case: Some(id),
        ..item.clone()
    };
    write::put(conn, &tied)?;
    record(conn, (Some(item), &tied), "plan-item-became-a-case", by)?;
    Ok(case)
}
