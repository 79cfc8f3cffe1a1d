//! The rows of related bodies and hearings: reading them. What changes them stands in `store/write.rs`. Which cases are to be
//! heard on is asked with the reader's clearance in the query.

pub mod write;

use super::{Body, Document, Facts, Hearing, Review};
use crate::cases::CaseState;
use crate::cases::store::SHELF;
use crate::db::ids::{BoardId, CaseId, MandateId, MeetingId, OrganisationId, RelatedBodyId};
use crate::db::schema::{
    board_case, case_hearing, person, related_body, related_review, related_subject,
};
use crate::db::types::Words;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::web::access::{Clearance, OfBoard};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A board has at most so many, and a body so many reviews: lists need no pages then.
pub const MOST: i64 = 50;
pub const MOST_REVIEWS: usize = 100;

type Row = (
    (RelatedBodyId, BoardId, Words, String),
    (Option<OrganisationId>, String),
    (String, String, String, Option<NaiveDate>),
    (Option<MandateId>, Option<NaiveDate>, i64),
);

macro_rules! told {
    () => {
        (
            (
                related_body::id,
                related_body::board_id,
                related_body::name,
                related_body::kind,
            ),
            (related_body::organisation_id, related_body::heard_on),
            (
                related_body::document,
                related_body::link,
                related_body::archive_reference,
                related_body::dated,
            ),
            (
                related_body::mandate_id,
                related_body::review_on,
                related_body::version,
            ),
        )
    };
}

/// The bodies that a board is related to, in the order in which they were written.
///
/// # Errors
/// When the database fails.
pub fn of_board(conn: &mut Conn, of: BoardId) -> Result<Vec<Body>> {
    let rows = related_body::table
        .filter(related_body::board_id.eq(of))
        .order(related_body::id.asc())
        .limit(MOST)
        .select(told!())
        .load(conn)?;
    gather(conn, rows)
}

/// Those of every board whose document is due for review by a day.
///
/// # Errors
/// When the database fails.
pub fn due_by(conn: &mut Conn, day: NaiveDate) -> Result<Vec<Body>> {
    let rows = related_body::table
        .filter(related_body::review_on.le(day))
        .order(related_body::id.asc())
        .select(told!())
        .load(conn)?;
    gather(conn, rows)
}

/// How many bodies a board is related to.
///
/// # Errors
/// When the database fails.
pub fn count(conn: &mut Conn, of: BoardId) -> Result<i64> {
    let rows = related_body::table.filter(related_body::board_id.eq(of));
    Ok(rows.count().get_result(conn)?)
}

/// One of them.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn body(conn: &mut Conn, id: RelatedBodyId) -> Result<Body> {
    let row = related_body::table.find(id).select(told!()).first(conn)?;
    gather(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

impl OfBoard for Body {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        body(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }
}

fn gather(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Body>> {
    let ids: Vec<RelatedBodyId> = rows.iter().map(|row| row.0.0).collect();
    let mut subjects = subjects(conn, &ids)?;
    let mut reviews = reviews(conn, &ids)?;
    let whole = |row: Row| {
        let ((id, board, name, kind), (organisation, heard_on), document, rest) = row;
        let (title, link, archive_reference, dated) = document;
        let (mandate, review_on, version) = rest;
        Body {
            id,
            board,
            facts: Facts {
                name,
                kind,
                organisation,
                heard_on,
                subjects: subjects.remove(&id).unwrap_or_default(),
                document: Document {
                    title,
                    link,
                    archive_reference,
                    dated,
                },
                mandate,
                review_on,
            },
            reviews: reviews.remove(&id).unwrap_or_default(),
            version,
        }
    };
    Ok(rows.into_iter().map(whole).collect())
}

fn subjects(
    conn: &mut Conn,
    of: &[RelatedBodyId],
) -> Result<HashMap<RelatedBodyId, BTreeSet<String>>> {
    let rows: Vec<(RelatedBodyId, String)> = related_subject::table
        .filter(among(related_subject::body_id, of))
        .select((related_subject::body_id, related_subject::subject))
        .load(conn)?;
    let mut found: HashMap<RelatedBodyId, BTreeSet<String>> = HashMap::new();
    for (body, subject) in rows {
        found.entry(body).or_default().insert(subject);
    }
    Ok(found)
}

fn reviews(conn: &mut Conn, of: &[RelatedBodyId]) -> Result<HashMap<RelatedBodyId, Vec<Review>>> {
    type Line = (RelatedBodyId, NaiveDate, Option<NaiveDate>, String, String);
    let rows: Vec<Line> = related_review::table
        .inner_join(person::table)
        .filter(among(related_review::body_id, of))
        .order(related_review::position.asc())
        .select((
            related_review::body_id,
            related_review::reviewed_on,
            related_review::next_on,
            related_review::note,
            person::name,
        ))
        .load(conn)?;
    let mut found: HashMap<RelatedBodyId, Vec<Review>> = HashMap::new();
    for (body, on, next, note, who) in rows {
        let review = Review {
            on,
            next,
            note,
            who,
        };
        found.entry(body).or_default().push(review);
    }
    Ok(found)
}

/// The hearings of a case, by body.
pub type Hearings = BTreeMap<RelatedBodyId, Hearing>;

/// Who is heard on these cases; whoever asks may read them.
///
/// # Errors
/// When the database fails.
pub fn hearings(conn: &mut Conn, of: &[CaseId]) -> Result<HashMap<CaseId, Hearings>> {
    type Line = (
        (CaseId, RelatedBodyId),
        (NaiveDate, Option<NaiveDate>, String, String),
    );
    let rows: Vec<Line> = case_hearing::table
        .filter(among(case_hearing::case_id, of))
        .select((
            (case_hearing::case_id, case_hearing::body_id),
            (
                case_hearing::asked_on,
                case_hearing::answered_on,
                case_hearing::answer,
                case_hearing::link,
            ),
        ))
        .load(conn)?;
    let mut found: HashMap<CaseId, Hearings> = HashMap::new();
    for ((case, body), (asked_on, answered_on, answer, link)) in rows {
        let hearing = Hearing {
            asked_on,
            answered_on,
            answer,
            link,
        };
        found.entry(case).or_default().insert(body, hearing);
    }
    Ok(found)
}

/// A hearing with its version; none where the body was not asked.
///
/// # Errors
/// When the database fails.
pub fn hearing(
    conn: &mut Conn,
    case: CaseId,
    body: RelatedBodyId,
) -> Result<Option<(Hearing, i64)>> {
    let version: Option<i64> = case_hearing::table
        .find((case, body))
        .select(case_hearing::version)
        .first(conn)
        .optional()?;
    let Some(version) = version else {
        return Ok(None);
    };
    let mut all = hearings(conn, &[case])?.remove(&case).unwrap_or_default();
    Ok(all.remove(&body).map(|hearing| (hearing, version)))
}

/// The cases on a meeting's agenda that the reader may read and that are not dealt with, each with its subject.
///
/// # Errors
/// When the database fails.
pub fn subjects_at(
    conn: &mut Conn,
    of: MeetingId,
    reads: &Clearance,
) -> Result<Vec<(CaseId, String)>> {
    Ok(board_case::table
        .filter(board_case::meeting_id.eq(of))
        .filter(board_case::state.eq(CaseState::Scheduled))
        .filter(reads.filter(SHELF))
        .select((board_case::id, board_case::subject))
        .load(conn)?)
}
