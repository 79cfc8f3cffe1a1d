//! Reads what the pages of councils show.

use crate::boards::rules::in_force;
use crate::boards::store::{self as boards, reports};
use crate::boards::{Board, CouncilReport, Sees};
use crate::cases::store as cases;
use crate::cases::{Case, CaseState};
use crate::councils::pages::list::{Line, ListPage};
use crate::councils::pages::one::OnePage;
use crate::councils::pages::{Shown, Told};
use crate::councils::rules::{self, Standing};
use crate::councils::{Delegation, State, store};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, MeetingId};
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::meetings::{Meeting, store as meetings};
use crate::web::access::{Clearance, Right};
use crate::web::{Keeper, Reader, View};
use std::collections::{BTreeSet, HashMap};

/// As many meetings to come as a page lists.
const COMING: i64 = 20;

/// Questions with what else their pages say of them.
///
/// # Errors
/// When the database fails.
pub(super) fn shown(
    conn: &mut Conn,
    view: &View,
    reads: &Clearance,
    of: Vec<Delegation>,
) -> Result<Vec<Shown>> {
    let ids: BTreeSet<BoardId> = of.iter().flat_map(|it| [it.board, it.council]).collect();
    let ids: Vec<BoardId> = ids.into_iter().collect();
    let found = boards::chosen(conn, &ids)?;
    let by_id: HashMap<BoardId, Board> = found.into_iter().map(|it| (it.id, it)).collect();
    let ids: Vec<CaseId> = of
        .iter()
        .flat_map(|it| [it.case, it.council_case])
        .collect();
    let found = cases::chosen(conn, &ids)?;
    let told: HashMap<CaseId, Case> = found.into_iter().map(|it| (it.id, it)).collect();
    let ids: Vec<MeetingId> = of.iter().filter_map(|it| it.meeting).collect();
    let found = meetings::chosen(conn, &ids)?;
    let meetings: HashMap<MeetingId, Meeting> = found.into_iter().map(|it| (it.id, it)).collect();
    let whole = |it: Delegation| {
        let (council, board) = (by_id.get(&it.council)?, by_id.get(&it.board)?);
        Some(Shown {
            council: council.name.clone(),
            board: board.name.clone(),
            case: Told::of(view, told.get(&it.case)?, reads),
            council_case: Told::of(view, told.get(&it.council_case)?, reads),
            meeting: it.meeting.and_then(|id| meetings.get(&id).cloned()),
            today: council.today(view.now),
            zone: council.zone,
            of: it,
        })
    };
    Ok(of.into_iter().filter_map(whole).collect())
}

/// The boards below one.
fn below(conn: &mut Conn, of: BoardId) -> Result<Vec<Board>> {
    let mut all = boards::boards(conn)?;
    all.retain(|it| it.parent == Some(of));
    Ok(all)
}

/// Those below a board that can be asked for advice.
///
/// # Errors
/// When the database fails.
pub(super) fn to_ask(conn: &mut Conn, of: BoardId, now: Moment) -> Result<Vec<Board>> {
    let mut all = below(conn, of)?;
    let ids: Vec<BoardId> = all.iter().map(|it| it.id).collect();
    let foundings = store::foundings(conn, &ids)?;
    all.retain(|it| rules::standing(foundings.get(&it.id), it.today(now)).takes_cases());
    Ok(all)
}

/// The same, with whether each has a mandate that counts today.
///
/// # Errors
/// When the database fails.
pub(super) fn ruled(conn: &mut Conn, of: BoardId, now: Moment) -> Result<Vec<(Board, bool)>> {
    let mut ruled = Vec::new();
    for council in to_ask(conn, of, now)? {
        let mandates = boards::mandates(conn, council.id)?;
        let has = in_force(&mandates, council.today(now)).is_some();
        ruled.push((council, has));
    }
    Ok(ruled)
}

/// How many questions of a board are open, and how many of them overdue, of those whose cases the reader may read.
///
/// # Errors
/// When the database fails.
pub(super) fn counts(
    conn: &mut Conn,
    board: &Board,
    reads: &Clearance,
    now: Moment,
) -> Result<(usize, usize)> {
    let asked = store::of_board(conn, board.id, reads)?;
    let today = board.today(now);
    let open = asked.iter().filter(|it| it.state == State::Asked).count();
    let overdue = asked.iter().filter(|it| it.is_overdue(today)).count();
    Ok((open, overdue))
}

/// The cases of a board that its decisions may have been made in, of those that the reader may read, the latest first.
///
/// # Errors
/// When the database fails.
pub(super) fn cases(conn: &mut Conn, of: BoardId, reads: &Clearance) -> Result<Vec<Case>> {
    let states = [CaseState::Scheduled, CaseState::Treated, CaseState::Closed];
    let (found, _more) = cases::of_board(conn, of, &states, reads, 0)?;
    Ok(found)
}

/// The page of all councils below a board.
///
/// # Errors
/// When the database fails.
pub(super) fn list(
    conn: &mut Conn,
    view: &View,
    board: Board,
    (reader, reads): (&Reader, &Clearance),
) -> Result<ListPage> {
    let mut councils = below(conn, board.id)?;
    councils.sort_by_key(|it| view.words(&it.name).to_lowercase());
    let ids: Vec<BoardId> = councils.iter().map(|it| it.id).collect();
    let foundings = store::foundings(conn, &ids)?;
    let coming = meetings::next_of(conn, &ids, board.today(view.now))?;
    let asked = store::of_board(conn, board.id, reads)?;
    let owed = reports::of_councils(conn, board.id)?;
    let mut flags = boards::faults(conn, ids.iter().copied(), board.today(view.now))?;
    let theirs = boards::mandates(conn, board.id)?;
    let mut lines = Vec::new();
    for council in councils {
        let today = council.today(view.now);
        let of_this = |it: &&Delegation| it.council == council.id && it.state == State::Asked;
        let open: Vec<&Delegation> = asked.iter().filter(of_this).collect();
        let is_late = |(_, it): &&(Words, CouncilReport)| {
            it.board == council.id && it.delivered_at.is_none() && it.due_on < today
        };
        let (founding, mandates) = (
            foundings.get(&council.id),
            boards::mandates(conn, council.id)?,
        );
        let differs = in_force(&mandates, today)
            .is_some_and(|own| !rules::disagreements(&theirs, own, founding, today).is_empty());
        lines.push(Line {
            standing: rules::standing(founding, today),
            differs,
            mandates,
            flags: flags.remove(&council.id).unwrap_or_default(),
            next: coming.iter().find(|it| it.board == council.id).cloned(),
            open: open.len(),
            overdue: open.iter().filter(|it| it.is_overdue(today)).count(),
            late_reports: owed.iter().filter(is_late).count(),
            today,
            council,
        });
    }
    let is_over = |line: &Line| matches!(line.standing, Standing::Dissolved(_));
    lines.sort_by_key(is_over);
    let today = board.today(view.now);
    let open = owed.into_iter().filter(|(_, it)| it.delivered_at.is_none());
    let reports = open.map(|(name, it)| {
        let is_late = it.due_on < today;
        (name, it, is_late)
    });
    Ok(ListPage {
        lines,
        asked: shown(conn, view, reads, asked)?,
        reports: reports.collect(),
        keeps: Keeper::has(&reader.roles, board.id),
        board,
    })
}

/// The page of one council.
///
/// # Errors
/// When the database fails.
pub(super) fn one(
    conn: &mut Conn,
    view: &View,
    (board, council): (Board, Board),
    (reader, reads): (&Reader, &Clearance),
) -> Result<OnePage> {
    let today = council.today(view.now);
    let founding = store::founding(conn, council.id)?;
    let decided_in = founding.as_ref().and_then(|it| it.basis.case);
    let case = match decided_in {
        Some(case) => Some(cases::case(conn, case)?),
        None => None,
    };
    let keeps = Keeper::has(&reader.roles, board.id);
    let choices = if keeps {
        self::cases(conn, board.id, reads)?
    } else {
        Vec::new()
    };
    Ok(OnePage {
        standing: rules::standing(founding.as_ref(), today),
        mandates: (
            boards::mandates(conn, board.id)?,
            boards::mandates(conn, council.id)?,
        ),
        case: case.map(|case| Told::of(view, &case, reads)),
        meetings: meetings::coming(conn, council.id, today, COMING)?,
        reports: reports::reports(conn, council.id)?,
        cases: choices,
        may_open: Sees::has(&reader.roles, council.id),
        founding,
        board,
        council,
        today,
        keeps,
    })
}
