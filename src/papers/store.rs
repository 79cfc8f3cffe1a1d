//! The rows of papers: reading them. What changes them stands in `store/write.rs`.

pub mod notes;
pub mod opened;
pub mod shared;
pub mod write;

use super::{Content, Draft, Facts, Paper, Part, Sections, StoredFile, Version};
use crate::cases::store::{CaseRow, SHELF as CASES};
use crate::cases::{Access, store as cases};
use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{BoardId, CaseId, PaperId, PersonId};
use crate::db::schema::{
    board_case, dispatch, dispatch_paper, paper, paper_draft, paper_reading, paper_version, person,
};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::files::{Checksum, Kind};
use crate::i18n::Language;
use crate::pdf::Fit;
use crate::web::OfBoard;
use crate::web::access::{Assessment, Audience, Clearance, Object, Readable, Shelf};
use anyhow::Context;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Papers as things that are read. A query on them joins their cases, whose meeting the called deputies read.
pub const SHELF: Shelf = Shelf {
    table: "paper",
    id: "id",
    case: "case_id",
    meeting: ("board_case", "meeting_id"),
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = paper)]
struct PaperRow {
    id: PaperId,
    part: Part,
    position: i64,
    title: String,
    language: String,
    archive_reference: String,
    latest: i64,
    published: Option<i64>,
    audience: Audience,
    assessment: Assessment,
    title_exempt: bool,
    open_from: Option<Moment>,
    withdrawn_at: Option<Moment>,
    created_by: PersonId,
    version: i64,
}

impl PaperRow {
    fn of(self, case: CaseRow) -> Paper {
        Paper {
            id: self.id,
            case: case.with(BTreeSet::new()),
            part: self.part,
            position: self.position,
            facts: Facts {
                title: self.title,
                language: Language::from_tag(&self.language).unwrap_or(Language::NB),
                archive_reference: self.archive_reference,
            },
            latest: self.latest,
            published: self.published,
            access: Access {
                audience: self.audience,
                assessment: self.assessment,
                title_exempt: self.title_exempt,
                open_from: self.open_from,
                withdrawn_at: self.withdrawn_at,
            },
            created_by: self.created_by,
            version: self.version,
        }
    }
}

/// One paper, whoever may read it.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn paper(conn: &mut Conn, id: PaperId) -> Result<Paper> {
    let (row, case): (PaperRow, CaseRow) = paper::table
        .inner_join(board_case::table)
        .filter(paper::id.eq(id))
        .select((PaperRow::as_select(), CaseRow::as_select()))
        .first(conn)?;
    Ok(row.of(case))
}

impl OfBoard for Paper {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        paper(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.case.board
    }

    fn is_closed_to(&self, conn: &mut Conn, person: PersonId) -> Result<bool> {
        cases::clearance::is_closed(conn, self.case.id, person)
    }
}

impl Readable for Paper {
    fn object(&self) -> Object {
        self.readable()
    }

    fn whole(&self) -> Option<Object> {
        Some(self.case.readable())
    }
}

/// The papers of these cases that the reader may read, by case: the case paper first, then the attachments as they were
/// added.
///
/// # Errors
/// When the database fails.
pub fn of_cases(
    conn: &mut Conn,
    of: &[CaseId],
    clearance: &Clearance,
) -> Result<HashMap<CaseId, Vec<Paper>>> {
    let rows: Vec<(PaperRow, CaseRow)> = paper::table
        .inner_join(board_case::table)
        .filter(among(paper::case_id, of))
        .filter(clearance.filter_part(SHELF, CASES))
        // By their codes “paper” comes after “attachment”, in any collation.
        .order((paper::part.desc(), paper::position.asc(), paper::id.asc()))
        .select((PaperRow::as_select(), CaseRow::as_select()))
        .load(conn)?;
    let mut found: HashMap<CaseId, Vec<Paper>> = HashMap::new();
    for (row, case) in rows {
        let paper = row.of(case);
        found.entry(paper.case.id).or_default().push(paper);
    }
    Ok(found)
}

type VersionRow = (
    (PaperId, i64, String, Option<String>),
    (
        Option<String>,
        Option<String>,
        Option<i64>,
        Option<i64>,
        Option<Fit>,
    ),
    (String, String, Moment),
    (Option<String>, Option<PersonId>, Option<String>),
);

/// Every version of these papers, the newest first, by paper.
///
/// # Errors
/// When the database fails.
pub fn versions(conn: &mut Conn, of: &[PaperId]) -> Result<HashMap<PaperId, Vec<Version>>> {
    let rows: Vec<VersionRow> = paper_version::table
        .inner_join(person::table)
        .filter(among(paper_version::paper_id, of))
        .order((paper_version::paper_id.asc(), paper_version::number.desc()))
        .select((
            (
                paper_version::paper_id,
                paper_version::number,
                paper_version::checksum,
                paper_version::content,
            ),
            (
                paper_version::file_kind,
                paper_version::file_name,
                paper_version::file_size,
                paper_version::pages,
                paper_version::fit,
            ),
            (person::name, paper_version::changed, paper_version::made_at),
            (
                paper_version::late_reason,
                paper_version::late_allowed_by,
                paper_version::numbers_reason,
            ),
        ))
        .load(conn)?;
    let allowed = rows.iter().filter_map(|row| row.3.1);
    let names = cases::around::names(conn, allowed)?;
    let sent = first_sent(conn, of)?;
    let mut found: HashMap<PaperId, Vec<Version>> = HashMap::new();
    for row in rows {
        let (of, mut version) = version(row, &names)?;
        version.sent_at = sent.get(&(of, version.number)).copied();
        found.entry(of).or_default().push(version);
    }
    Ok(found)
}

/// When each version of these papers that went out first did so.
fn first_sent(conn: &mut Conn, of: &[PaperId]) -> Result<HashMap<(PaperId, i64), Moment>> {
    let rows: Vec<((PaperId, i64), Moment)> = dispatch_paper::table
        .inner_join(dispatch::table)
        .filter(among(dispatch_paper::paper_id, of))
        .order(dispatch::sent_at.desc())
        .select((
            (dispatch_paper::paper_id, dispatch_paper::number),
            dispatch::sent_at,
        ))
        .load(conn)?;
    // Of the same version the first dispatch comes last, and stays.
    Ok(rows.into_iter().collect())
}

fn version(row: VersionRow, names: &HashMap<PersonId, String>) -> Result<(PaperId, Version)> {
    let ((of, number, checksum, text), (kind, name, size, pages, fit), (who, changed, at), late) =
        row;
    let content = match text {
        Some(text) => Content::Written(sections(&text)?),
        None => Content::File(StoredFile {
            kind: (kind.as_deref().and_then(Kind::of_suffix))
                .context("a version is a text or a file of a known kind")?,
            name: name.unwrap_or_default(),
            size: size.unwrap_or_default(),
            pages,
            fit,
        }),
    };
    let (reason, allowed_by, numbers_reason) = late;
    let name_of = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let version = Version {
        number,
        checksum: Checksum::parse(&checksum).context("a version has a checksum")?,
        content,
        changed,
        who,
        at,
        sent_at: None,
        late: reason.zip(allowed_by.map(name_of)),
        numbers_reason,
    };
    Ok((of, version))
}

fn sections(text: &str) -> Result<Sections> {
    Ok(serde_json::from_str(text).map_err(anyhow::Error::from)?)
}

/// The versions of one paper, the newest first.
///
/// # Errors
/// When the database fails.
pub fn versions_of(conn: &mut Conn, of: PaperId) -> Result<Vec<Version>> {
    Ok(versions(conn, &[of])?.remove(&of).unwrap_or_default())
}

/// The text of a paper as it is being written; the newest written version where none is begun.
///
/// # Errors
/// When the database fails.
pub fn draft(conn: &mut Conn, of: &Paper) -> Result<Draft> {
    let row: Option<(String, String, Moment, i64)> = paper_draft::table
        .inner_join(person::table.on(person::id.eq(paper_draft::saved_by)))
        .filter(paper_draft::paper_id.eq(of.id))
        .select((
            paper_draft::content,
            person::name,
            paper_draft::saved_at,
            paper_draft::version,
        ))
        .first(conn)
        .optional()?;
    if let Some((text, who, at, version)) = row {
        return Ok(Draft {
            sections: sections(&text)?,
            version,
            saved: Some((who, at)),
        });
    }
    let newest = versions_of(conn, of.id)?.into_iter().next();
    Ok(match newest.map(|version| version.content) {
        Some(Content::Written(sections)) => Draft {
            sections,
            ..Draft::default()
        },
        _ => Draft::default(),
    })
}

/// The newest version of each of these papers that someone has opened.
///
/// # Errors
/// When the database fails.
pub fn read_by(conn: &mut Conn, who: PersonId, of: &[PaperId]) -> Result<HashMap<PaperId, i64>> {
    let rows: Vec<(PaperId, i64)> = paper_reading::table
        .filter(paper_reading::person_id.eq(who))
        .filter(among(paper_reading::paper_id, of))
        .select((paper_reading::paper_id, paper_reading::number))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}
