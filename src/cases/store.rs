//! The rows of cases: reading them. What changes them stands in `store/write.rs`, who may read them in
//! `store/clearance.rs` and `store/assess.rs`, the agenda in `store/agenda.rs`.

pub mod agenda;
pub mod around;
pub mod assess;
pub mod clearance;
pub mod officers;
pub mod past;
pub mod ties;
pub mod write;

use super::{Access, Case, CaseNumber, CaseState, Facts, Setting};
use crate::db::ids::{BoardId, CaseId, MeetingId, OrganisationId, PersonId};
use crate::db::schema::{board_case, case_organisation, case_setting};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::web::OfBoard;
use crate::web::access::{Assessment, Audience, Clearance, Object, Readable, Shelf};
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::{BTreeSet, HashMap};

/// Cases as things that are read.
pub const SHELF: Shelf = Shelf {
    table: "board_case",
    id: "id",
    case: "id",
    meeting: ("board_case", "meeting_id"),
};

/// Whether a case was imported: who imported it stands in its row where otherwise its proposer does.
const IS_IMPORTED: &str =
    "EXISTS (SELECT 1 FROM case_source WHERE case_source.case_id = board_case.id)";

/// A case as its row says; the organisations that prepare it stand in rows of their own.
#[derive(Queryable, Selectable)]
#[diesel(table_name = board_case)]
pub struct CaseRow {
    id: CaseId,
    board_id: BoardId,
    title: String,
    public_title: String,
    kind: String,
    subject: String,
    language: String,
    description: String,
    archive_reference: String,
    responsible_board_id: Option<BoardId>,
    affects_municipalities: bool,
    follows_id: Option<CaseId>,
    wanted_meeting_id: Option<MeetingId>,
    meeting_id: Option<MeetingId>,
    sequence: Option<i64>,
    year: Option<i64>,
    state: CaseState,
    proposed_by: PersonId,
    proposed_through: BoardId,
    proposed_at: Moment,
    audience: Audience,
    assessment: Assessment,
    title_exempt: bool,
    open_from: Option<Moment>,
    withdrawn_at: Option<Moment>,
    version: i64,
    #[diesel(select_expression = sql::<Bool>(IS_IMPORTED))]
    #[diesel(select_expression_type = SqlLiteral<Bool>)]
    is_imported: bool,
}

impl CaseRow {
    /// The case that it is, prepared by these.
    #[must_use]
    pub fn with(self, organisations: BTreeSet<OrganisationId>) -> Case {
        let number = self
            .sequence
            .zip(self.year)
            .and_then(|(sequence, year)| CaseNumber::new(sequence, i32::try_from(year).ok()?).ok());
        Case {
            id: self.id,
            board: self.board_id,
            facts: Facts {
                title: self.title,
                public_title: self.public_title,
                kind: self.kind,
                subject: self.subject,
                language: Language::from_tag(&self.language).unwrap_or(Language::NB),
                description: self.description,
                archive_reference: self.archive_reference,
                organisations,
                responsible_board: self.responsible_board_id,
                affects_municipalities: self.affects_municipalities,
                wanted_meeting: self.wanted_meeting_id,
                follows: self.follows_id,
            },
            number,
            meeting: self.meeting_id,
            state: self.state,
            proposed_by: (!self.is_imported).then_some(self.proposed_by),
            proposed_through: self.proposed_through,
            proposed_at: self.proposed_at,
            access: Access {
                audience: self.audience,
                assessment: self.assessment,
                title_exempt: self.title_exempt,
                open_from: self.open_from,
                withdrawn_at: self.withdrawn_at,
            },
            version: self.version,
        }
    }
}

/// One case, whoever may read it.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn case(conn: &mut Conn, id: CaseId) -> Result<Case> {
    let row = board_case::table
        .find(id)
        .select(CaseRow::as_select())
        .first(conn)?;
    gather(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

/// These cases, whoever may read them, in no order.
///
/// # Errors
/// When the database fails.
pub fn chosen(conn: &mut Conn, ids: &[CaseId]) -> Result<Vec<Case>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = board_case::table
        .filter(among(board_case::id, ids))
        .select(CaseRow::as_select())
        .load(conn)?;
    gather(conn, rows)
}

/// The rows with the organisations that prepare them, in one more query.
fn gather(conn: &mut Conn, rows: Vec<CaseRow>) -> Result<Vec<Case>> {
    let ids = rows.iter().map(|row| row.id);
    let prepared: Vec<(CaseId, OrganisationId)> = case_organisation::table
        .filter(among(case_organisation::case_id, ids))
        .select((
            case_organisation::case_id,
            case_organisation::organisation_id,
        ))
        .load(conn)?;
    let mut by_case: HashMap<CaseId, BTreeSet<OrganisationId>> = HashMap::new();
    for (case, organisation) in prepared {
        by_case.entry(case).or_default().insert(organisation);
    }
    let whole = |row: CaseRow| {
        let organisations = by_case.remove(&row.id).unwrap_or_default();
        row.with(organisations)
    };
    Ok(rows.into_iter().map(whole).collect())
}

impl OfBoard for Case {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        case(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }

    fn is_closed_to(&self, conn: &mut Conn, person: PersonId) -> Result<bool> {
        clearance::is_closed(conn, self.id, person)
    }
}

impl Readable for Case {
    fn object(&self) -> Object {
        self.readable()
    }
}

/// As many cases as a page of a list shows.
pub const PAGE: i64 = 50;

/// A page of a board's cases in these states that the reader sees, the latest proposed first, and whether there are more.
///
/// # Errors
/// When the database fails.
pub fn of_board(
    conn: &mut Conn,
    board: BoardId,
    states: &[CaseState],
    clearance: &Clearance,
    page: i64,
) -> Result<(Vec<Case>, bool)> {
    let mut rows = board_case::table
        .filter(board_case::board_id.eq(board))
        .filter(among(board_case::state, states))
        .filter(clearance.filter(SHELF))
        .order((board_case::proposed_at.desc(), board_case::id.desc()))
        .limit(PAGE + 1)
        .offset(page.max(0) * PAGE)
        .select(CaseRow::as_select())
        .load(conn)?;
    let full = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > full;
    rows.truncate(full);
    Ok((gather(conn, rows)?, more))
}

/// How many cases of a board the reader sees, by state.
///
/// # Errors
/// When the database fails.
pub fn counts(
    conn: &mut Conn,
    board: BoardId,
    clearance: &Clearance,
) -> Result<HashMap<CaseState, i64>> {
    let rows: Vec<(CaseState, i64)> = board_case::table
        .filter(board_case::board_id.eq(board))
        .filter(clearance.filter(SHELF))
        .group_by(board_case::state)
        .select((board_case::state, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The cases on these agendas' items that the reader may read. Those that are not among them are not to be told of.
///
/// # Errors
/// When the database fails.
pub fn seen_among(
    conn: &mut Conn,
    ids: &[CaseId],
    clearance: &Clearance,
) -> Result<HashMap<CaseId, Case>> {
    let rows = board_case::table
        .filter(among(board_case::id, ids))
        .filter(clearance.filter(SHELF))
        .select(CaseRow::as_select())
        .load(conn)?;
    let cases = gather(conn, rows)?;
    Ok(cases.into_iter().map(|case| (case.id, case)).collect())
}

/// The cases among these that are closed to the reader, who may know that they are there.
///
/// # Errors
/// When the database fails.
pub fn closed_among(
    conn: &mut Conn,
    ids: &[CaseId],
    clearance: &Clearance,
) -> Result<HashMap<CaseId, Case>> {
    let closed: Vec<CaseId> = ids
        .iter()
        .copied()
        .filter(|id| clearance.closed.contains(&id.cast()))
        .collect();
    if closed.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = board_case::table
        .filter(among(board_case::id, closed))
        .select(CaseRow::as_select())
        .load(conn)?;
    let cases = gather(conn, rows)?.into_iter();
    let known = cases.filter(|case| clearance.knows_of(&case.readable()));
    Ok(known.map(|case| (case.id, case)).collect())
}

/// The cases before and after this one by number that the reader may read: a link tells of nothing else (F35).
///
/// # Errors
/// When the database fails.
pub fn neighbours(
    conn: &mut Conn,
    of: &Case,
    clearance: &Clearance,
) -> Result<(Option<Case>, Option<Case>)> {
    type Place = (Option<i64>, Option<i64>);
    let place: Place = board_case::table
        .find(of.id)
        .select((board_case::year, board_case::sequence))
        .first(conn)?;
    let (Some(year), Some(sequence)) = place else {
        return Ok((None, None));
    };
    let before = board_case::table
        .filter(board_case::board_id.eq(of.board))
        .filter(board_case::id.ne(of.id))
        .filter(
            board_case::year.lt(year).or(board_case::year
                .eq(year)
                .and(board_case::sequence.le(sequence))),
        )
        .filter(clearance.filter(SHELF))
        .order((
            board_case::year.desc(),
            board_case::sequence.desc(),
            board_case::id.desc(),
        ))
        .select(CaseRow::as_select())
        .first(conn)
        .optional()?;
    let after = board_case::table
        .filter(board_case::board_id.eq(of.board))
        .filter(board_case::id.ne(of.id))
        .filter(
            board_case::year.gt(year).or(board_case::year
                .eq(year)
                .and(board_case::sequence.ge(sequence))),
        )
        .filter(clearance.filter(SHELF))
        .order((
            board_case::year.asc(),
            board_case::sequence.asc(),
            board_case::id.asc(),
        ))
        .select(CaseRow::as_select())
        .first(conn)
        .optional()?;
    let whole = |row: Option<CaseRow>| row.map(|row| row.with(BTreeSet::new()));
    Ok((whole(before), whole(after)))
}

/// The case that this one takes up anew, and those that take it up, which the reader may read.
///
/// # Errors
/// When the database fails.
pub fn kin(conn: &mut Conn, of: &Case, clearance: &Clearance) -> Result<(Option<Case>, Vec<Case>)> {
    let former = match of.facts.follows {
        Some(former) => seen_among(conn, &[former], clearance)?.remove(&former),
        None => None,
    };
    let rows = board_case::table
        .filter(board_case::follows_id.eq(of.id))
        .filter(clearance.filter(SHELF))
        .order(board_case::proposed_at.asc())
        .select(CaseRow::as_select())
        .load(conn)?;
    Ok((former, gather(conn, rows)?))
}

/// What a board lays down about its cases.
///
/// # Errors
/// When the database fails.
pub fn setting(conn: &mut Conn, of: BoardId) -> Result<Setting> {
    type Row = (super::Numbering, String, i64, i64);
    let row: Option<Row> = case_setting::table
        .find(of)
        .select((
            case_setting::numbering,
            case_setting::reader_roles,
            case_setting::talk_reminder_days,
            case_setting::version,
        ))
        .first(conn)
        .optional()?;
    let Some((numbering, roles, talk_reminder_days, version)) = row else {
        return Ok(Setting::usual());
    };
    Ok(Setting {
        numbering,
        reader_roles: roles
            .split(',')
            .filter_map(|role| role.parse().ok())
            .collect(),
        talk_reminder_days,
        version,
    })
}
