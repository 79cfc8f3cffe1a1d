//! The rows of page numbers, of documents that texts became, and of packs.

use super::numbers::PageRange;
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId, PaperId, RowId};
use crate::db::schema::{dispatch_pack, pack, page_range, paper_document};
use crate::db::types::Moment;
use crate::error::Result;
use crate::files::Checksum;
use anyhow::Context;
use chrono::Duration;
use diesel::prelude::*;

/// How long a pack is kept after someone fetched it; it is made anew for the next.
const KEPT: Duration = Duration::days(60);

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

type RangeRow = (i64, i64, CaseId, Option<PaperId>, Option<i64>);

const RANGE: (
    page_range::first,
    page_range::pages,
    page_range::case_id,
    page_range::paper_id,
    page_range::number,
) = (
    page_range::first,
    page_range::pages,
    page_range::case_id,
    page_range::paper_id,
    page_range::number,
);

fn range((first, pages, case, paper, number): RangeRow) -> PageRange {
    PageRange {
        case,
        paper: paper.zip(number),
        first: count(first),
        pages: count(pages),
    }
}

/// The numbers that a meeting's pages have, in order.
///
/// # Errors
/// When the database fails.
pub fn ranges(conn: &mut Conn, of: MeetingId) -> Result<Vec<PageRange>> {
    let rows: Vec<RangeRow> = page_range::table
        .filter(page_range::meeting_id.eq(of))
        .order(page_range::first.asc())
        .select(RANGE)
        .load(conn)?;
    Ok(rows.into_iter().map(range).collect())
}

/// The same for one paper, version by version.
///
/// # Errors
/// When the database fails.
pub fn of_paper(conn: &mut Conn, of: MeetingId, paper: PaperId) -> Result<Vec<PageRange>> {
    let rows: Vec<RangeRow> = page_range::table
        .filter(page_range::meeting_id.eq(of))
        .filter(page_range::paper_id.eq(paper))
        .select(RANGE)
        .load(conn)?;
    Ok(rows.into_iter().map(range).collect())
}

/// Writes numbers that were given.
///
/// # Errors
/// When the database fails, or a number was given meanwhile.
pub fn add_ranges(conn: &mut Conn, of: MeetingId, given: &[PageRange]) -> Result<()> {
    for range in given {
        diesel::insert_into(page_range::table)
            .values((
                page_range::meeting_id.eq(of),
                page_range::first.eq(i64::from(range.first)),
                page_range::pages.eq(i64::from(range.pages)),
                page_range::case_id.eq(range.case),
                page_range::paper_id.eq(range.paper.map(|(paper, _)| paper)),
                page_range::number.eq(range.paper.map(|(_, number)| number)),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The document that a written version became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeDocument {
    pub paper: PaperId,
    pub number: i64,
    pub checksum: Checksum,
    pub size: i64,
    pub pages: u32,
}

/// The document of a written version; none before it was sent out.
///
/// # Errors
/// When the database fails.
pub fn document(conn: &mut Conn, paper: PaperId, number: i64) -> Result<Option<MadeDocument>> {
    let row: Option<(String, i64, i64)> = paper_document::table
        .find((paper, number))
        .select((
            paper_document::checksum,
            paper_document::size,
            paper_document::pages,
        ))
        .first(conn)
        .optional()?;
    let Some((checksum, size, pages)) = row else {
        return Ok(None);
    };
    Ok(Some(MadeDocument {
        paper,
        number,
        checksum: Checksum::parse(&checksum).context("a document has a checksum")?,
        size,
        pages: count(pages),
    }))
}

/// Writes the document of a version; one that stands already stays.
///
/// # Errors
/// When the database fails.
pub fn add_document(conn: &mut Conn, new: &MadeDocument) -> Result<()> {
    if document(conn, new.paper, new.number)?.is_some() {
        return Ok(());
    }
    diesel::insert_into(paper_document::table)
        .values((
            paper_document::paper_id.eq(new.paper),
            paper_document::number.eq(new.number),
            paper_document::checksum.eq(new.checksum.as_str()),
            paper_document::size.eq(new.size),
            paper_document::pages.eq(i64::from(new.pages)),
        ))
        .execute(conn)?;
    Ok(())
}

/// A pack that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadePack {
    pub checksum: Checksum,
    pub size: i64,
    pub pages: i64,
    /// When it was fetched last, or made; told once a day at most.
    pub used_at: Moment,
}

impl MadePack {
    /// Whether it is to be written down that it was fetched.
    #[must_use]
    pub fn is_to_be_marked(&self, now: Moment) -> bool {
        self.used_at < now - Duration::days(1)
    }
}

/// The pack with this key; none while it is not made, or was dropped.
///
/// # Errors
/// When the database fails.
pub fn pack(conn: &mut Conn, key: &str) -> Result<Option<MadePack>> {
    let row: Option<(String, i64, i64, Moment)> = pack::table
        .find(key)
        .filter(pack::dropped_at.is_null())
        .select((pack::checksum, pack::size, pack::pages, pack::used_at))
        .first(conn)
        .optional()?;
    let Some((checksum, size, pages, used_at)) = row else {
        return Ok(None);
    };
    Ok(Some(MadePack {
        checksum: Checksum::parse(&checksum).context("a pack has a checksum")?,
        size,
        pages,
        used_at,
    }))
}

/// Writes a pack that was made; one that was dropped stands again.
///
/// # Errors
/// When the database fails.
pub fn add_pack(conn: &mut Conn, key: &str, of: MeetingId, made: &MadePack) -> Result<()> {
    let values = (
        pack::checksum.eq(made.checksum.as_str()),
        pack::size.eq(made.size),
        pack::pages.eq(made.pages),
        pack::made_at.eq(made.used_at),
        pack::used_at.eq(made.used_at),
        pack::dropped_at.eq(None::<Moment>),
    );
    let renewed = diesel::update(pack::table.find(key))
        .set(values)
        .execute(conn)?;
    if renewed == 0 {
        diesel::insert_into(pack::table)
            .values((pack::key.eq(key), pack::meeting_id.eq(of), values))
            .execute(conn)?;
    }
    Ok(())
}

/// The mail of a dispatch waits for these packs.
///
/// # Errors
/// When the database fails.
pub fn wait_for(conn: &mut Conn, dispatch: RowId, keys: &[String]) -> Result<()> {
    let standing: Vec<String> = dispatch_pack::table
        .filter(dispatch_pack::dispatch_id.eq(dispatch))
        .select(dispatch_pack::key)
        .load(conn)?;
    for key in keys.iter().filter(|key| !standing.contains(key)) {
        diesel::insert_into(dispatch_pack::table)
            .values((
                dispatch_pack::dispatch_id.eq(dispatch),
                dispatch_pack::key.eq(key),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The dispatches whose mail waits for this pack, each with every pack it waits for.
///
/// # Errors
/// When the database fails.
pub fn waiting(conn: &mut Conn, key: &str) -> Result<Vec<(RowId, Vec<String>)>> {
    let dispatches: Vec<RowId> = dispatch_pack::table
        .filter(dispatch_pack::key.eq(key))
        .select(dispatch_pack::dispatch_id)
        .load(conn)?;
    let mut found = Vec::new();
    for id in dispatches {
        let keys = dispatch_pack::table
            .filter(dispatch_pack::dispatch_id.eq(id))
            .select(dispatch_pack::key)
            .load(conn)?;
        found.push((id, keys));
    }
    Ok(found)
}

/// Someone fetched it, so it is kept for longer.
///
/// # Errors
/// When the database fails.
pub fn use_pack(conn: &mut Conn, key: &str, now: Moment) -> Result<()> {
    diesel::update(pack::table.find(key))
        .set(pack::used_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// The packs of a meeting are not to be had any more, and their files go (F40): something in them was withdrawn, or closed
/// to someone. Whoever may still read the rest has another made.
///
/// # Errors
/// When the database fails.
pub fn drop_packs(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<()> {
    diesel::update(
        pack::table
            .filter(pack::meeting_id.eq(of))
            .filter(pack::dropped_at.is_null()),
    )
    .set(pack::dropped_at.eq(now))
    .execute(conn)?;
    Ok(())
}

/// One pack is not to be had any more: its file is not there.
///
/// # Errors
/// When the database fails.
pub fn drop_pack(conn: &mut Conn, key: &str, now: Moment) -> Result<()> {
    diesel::update(pack::table.find(key))
        .set(pack::dropped_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// Some of the packs whose files are to go: those that were dropped, and those that nobody has fetched for long.
///
/// # Errors
/// When the database fails.
pub fn outlived(conn: &mut Conn, now: Moment) -> Result<Vec<String>> {
    Ok(pack::table
        .filter(
            pack::dropped_at
                .is_not_null()
                .or(pack::used_at.lt(now - KEPT)),
        )
        .select(pack::key)
        .limit(50)
        .load(conn)?)
}

/// Forgets a pack that has outlived its time, and gives the file that goes with it: none when the pack was made anew
/// meanwhile, or when another pack has the same.
///
/// # Errors
/// When the database fails.
pub fn forget(conn: &mut Conn, key: &str, now: Moment) -> Result<Option<Checksum>> {
    let checksum: Option<String> = pack::table
        .find(key)
        .select(pack::checksum)
        .first(conn)
        .optional()?;
    let Some(checksum) = checksum else {
        return Ok(None);
    };
    let forgotten = diesel::delete(pack::table.find(key))
        .filter(pack::checksum.eq(&checksum))
        .filter(
            pack::dropped_at
                .is_not_null()
                .or(pack::used_at.lt(now - KEPT)),
        )
        .execute(conn)?;
    let others: i64 = pack::table
        .filter(pack::checksum.eq(&checksum))
        .count()
        .get_result(conn)?;
    Ok(Checksum::parse(&checksum).filter(|_| forgotten == 1 && others == 0))
}
