//! Asking the index, with the reader's clearance in the same query. What keeps it stands in `store/index.rs`.

pub mod index;

use super::rules;
use super::{Found, Hit, OfCase, OfPaper, Order, Question, Sort};
use crate::cases::Case;
use crate::cases::store::{self as cases, SHELF as CASES};
use crate::db::ids::{BoardId, CaseId, MeetingId, PaperId};
use crate::db::schema::{board_case, meeting, paper, search_text};
use crate::db::word_index::{self, Part, Wanted, Wants};
use crate::db::{Conn, among, among_numbers};
use crate::error::Result;
use crate::i18n::Language;
use crate::papers;
use crate::papers::store::SHELF as PAPERS;
use crate::web::access::{Assessment, Clearance};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// From so many boards on, the index is asked about all of them.
const MANY: usize = 100;

/// One more than are counted, to know whether there is one.
const MOST: usize = Found::MOST + 1;

/// So many rows of the index are looked at in one go, at most.
const LARGEST: usize = 5_000;

/// The rows that a reader may find, joined to what they are of. It is what the decision about one object says, in the
/// query, and only of what has been read as it stands now.
macro_rules! readable {
    ($clearance:expr) => {
        search_text::table
            .inner_join(board_case::table.on(board_case::id.eq(search_text::case_id)))
            .left_join(paper::table.on(search_text::paper_id.eq(paper::id.nullable())))
            .left_join(meeting::table.on(board_case::meeting_id.eq(meeting::id.nullable())))
            .filter(
                search_text::paper_id
                    .is_null()
                    .and(search_text::version.eq(board_case::version))
                    .and($clearance.filter(CASES))
                    .or(paper::published
                        .is_not_null()
                        .and(search_text::number.eq(paper::published))
                        .and(
                            search_text::version
                                .nullable()
                                .eq(paper::version.nullable()),
                        )
                        .and($clearance.filter_part(PAPERS, CASES))),
            )
    };
}

/// What the reader may find of what they ask.
///
/// # Errors
/// When the database fails.
pub fn find(conn: &mut Conn, of: &Question, clearance: &Clearance) -> Result<Found> {
    if of.terms.is_empty() {
        return Ok(Found::default());
    }
    let mut ids = places(conn, of, clearance)?;
    let has_more = ids.len() > Found::MOST;
    ids.truncate(Found::MOST);
    let page = ids.chunks(Found::PAGE).nth(of.page).unwrap_or_default();
    Ok(Found {
        count: ids.len(),
        has_more,
        hits: hits(conn, page, clearance)?,
    })
}

/// The rows that were found, in order, one more than are counted.
fn places(conn: &mut Conn, of: &Question, clearance: &Clearance) -> Result<Vec<i64>> {
    let reach = reach(conn, of.board, clearance)?;
    let wants = rules::question(&of.terms, reach);
    let mut found = Vec::new();
    if of.order == Order::Best {
        add_newest(conn, of, clearance, (Part::Title, &wants), &mut found)?;
    }
    add_newest(conn, of, clearance, (Part::Text, &wants), &mut found)?;
    found.truncate(MOST);
    Ok(found)
}

/// Adds the newest rows with these words, of what the reader may read and asks for, that are not there yet. The ids follow
/// the days: the index is gone through from the newest on, in larger and larger pieces, until there are as many as are
/// asked for. The first piece is nearly always enough, since the index itself passes over what is out of reach.
fn add_newest(
    conn: &mut Conn,
    of: &Question,
    clearance: &Clearance,
    (part, wants): (Part, &Wants),
    found: &mut Vec<i64>,
) -> Result<()> {
    let there: HashSet<i64> = found.iter().copied().collect();
    let (mut before, mut piece) = (i64::MAX, MOST);
    while found.len() < MOST {
        let ids = word_index::newest(conn, part, wants, before, piece)?;
        let new = ids.iter().copied().filter(|id| !there.contains(id));
        let new: Vec<i64> = new.collect();
        let answering = answering(conn, of, clearance, &new)?;
        found.extend(new.into_iter().filter(|id| answering.contains(id)));
        let Some(last) = ids.last().filter(|_| ids.len() == piece) else {
            break;
        };
        before = *last;
        piece = (piece * 5).min(LARGEST);
    }
    Ok(())
}

/// Those of these rows that the reader may read and asks for.
fn answering(
    conn: &mut Conn,
    of: &Question,
    clearance: &Clearance,
    ids: &[i64],
) -> Result<HashSet<i64>> {
    let mut found = readable!(clearance)
        .filter(among_numbers(search_text::id, ids))
        .select(search_text::id)
        .into_boxed();
    if let Some(board) = of.board {
        found = found.filter(board_case::board_id.eq(board));
    }
    match of.sort {
        Some(Sort::Case) => found = found.filter(search_text::paper_id.is_null()),
        Some(Sort::Paper) => found = found.filter(search_text::paper_id.is_not_null()),
        None => {}
    }
    // What is asked of the case is answered only where the case itself may be read.
    if of.kind.is_some() || of.subject.is_some() || of.from.is_some() || of.until.is_some() {
        found = found.filter(clearance.filter(CASES));
    }
    if let Some(kind) = &of.kind {
        found = found.filter(board_case::kind.eq(kind));
    }
    if let Some(subject) = &of.subject {
        found = found.filter(board_case::subject.eq(subject));
    }
    if let Some(from) = of.from {
        found = found.filter(meeting::first_day.ge(from));
    }
    if let Some(until) = of.until {
        found = found.filter(meeting::first_day.le(until));
    }
    Ok(found.load(conn)?.into_iter().collect())
}

/// The tokens one of which stands on everything that this reader may read, so that the index passes over the rest. More
/// may stand there: the clearance decides. None when there are too many to ask for.
fn reach(
    conn: &mut Conn,
    board: Option<BoardId>,
    clearance: &Clearance,
) -> Result<Option<Vec<Wanted>>> {
    let tokens: BTreeSet<_> = if let Some(board) = board {
        rules::of_board(board).into_iter().collect()
    } else {
        let called: Vec<CaseId> = if clearance.called_to.is_empty() {
            Vec::new()
        } else {
            board_case::table
                .filter(among(board_case::meeting_id, &clearance.called_to))
                .select(board_case::id)
                .load(conn)?
        };
        let boards = clearance.keeps.iter().chain(&clearance.reads);
        let boards = boards.filter_map(rules::of_board);
        let called = called.iter().filter_map(rules::of_object);
        let opened = clearance.opened.iter().filter_map(rules::of_object);
        let all = rules::beyond().into_iter().chain(boards);
        all.chain(called).chain(opened).collect()
    };
    let is_few = tokens.len() <= MANY;
    Ok(is_few.then(|| tokens.into_iter().map(Wanted::Is).collect()))
}

type Row = (
    (i64, Option<i64>, String),
    (CaseId, BoardId, Assessment),
    (
        Option<PaperId>,
        Option<papers::Part>,
        Option<String>,
        Option<String>,
        Option<Assessment>,
    ),
);

/// The hits in these rows, in their order. That the reader may read them has been asked in the same transaction.
fn hits(conn: &mut Conn, ids: &[i64], clearance: &Clearance) -> Result<Vec<Hit>> {
    let rows: Vec<Row> = search_text::table
        .inner_join(board_case::table.on(board_case::id.eq(search_text::case_id)))
        .left_join(paper::table.on(search_text::paper_id.eq(paper::id.nullable())))
        .filter(among_numbers(search_text::id, ids))
        .select((
            (search_text::id, search_text::number, search_text::content),
            (board_case::id, board_case::board_id, board_case::assessment),
            (
                paper::id.nullable(),
                paper::part.nullable(),
                paper::title.nullable(),
                paper::language.nullable(),
                paper::assessment.nullable(),
            ),
        ))
        .load(conn)?;
    let of: Vec<CaseId> = rows.iter().map(|row| row.1.0).collect();
    let seen = cases::seen_among(conn, &of, clearance)?;
    let days = days(conn, seen.values().filter_map(|case| case.meeting))?;
    let mut found: HashMap<i64, Hit> = rows
        .into_iter()
        .filter_map(|row| hit(row, &seen, &days))
        .collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

fn days(
    conn: &mut Conn,
    of: impl Iterator<Item = MeetingId>,
) -> Result<HashMap<MeetingId, NaiveDate>> {
    let rows: Vec<(MeetingId, NaiveDate)> = meeting::table
        .filter(among(meeting::id, of))
        .select((meeting::id, meeting::first_day))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

fn hit(
    row: Row,
    seen: &HashMap<CaseId, Case>,
    days: &HashMap<MeetingId, NaiveDate>,
) -> Option<(i64, Hit)> {
    let ((id, number, content), (case, board, assessed), of_paper) = row;
    let (paper, part, title, language, own) = of_paper;
    let is_exempt = assessed == Assessment::Exempt || own == Some(Assessment::Exempt);
    let of = seen.get(&case);
    let of_case = of.map(|case| OfCase {
        title: case.facts.title.clone(),
        number: case.number,
        kind: case.facts.kind.clone(),
        day: case.meeting.and_then(|at| days.get(&at)).copied(),
    });
    let of_its_own = of.map(|case| (case.facts.title.clone(), case.facts.language));
    let (title, language) = match title.zip(language) {
        Some((title, tag)) => (title, Language::from_tag(&tag).unwrap_or(Language::NB)),
        None => of_its_own?,
    };
    let hit = Hit {
        board,
        case,
        paper: paper.zip(part).map(|(id, part)| OfPaper {
            id,
            part,
            number: number.unwrap_or_default(),
        }),
        title,
        language,
        content,
        is_exempt,
        of_case,
    };
    Some((id, hit))
}
