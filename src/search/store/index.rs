//! What is to be read for the search, and writing what was read.

use crate::cases::{Case, store as cases};
use crate::db::Conn;
use crate::db::ids::{CaseId, PaperId, RowId};
use crate::db::schema::{board_case, heartbeat, meeting, search_due, search_text};
use crate::db::types::Moment;
use crate::db::word_index::{self, Part, Token};
use crate::error::{Error, Result};
use crate::papers::{Paper, Version, store as papers};
use crate::search::rules;
use crate::web::access::{Assessment, Audience};
use chrono::{Datelike, Duration, NaiveDate};
use diesel::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

/// Something that was written or changed since it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub id: RowId,
    pub is_paper: bool,
    /// How often its file was begun to be read without an end.
    pub tries: i64,
}

/// What there is to read, those first that were not tried, then the oldest.
///
/// # Errors
/// When the database fails.
pub fn due(conn: &mut Conn, most: i64) -> Result<Vec<Due>> {
    let rows: Vec<(RowId, bool, i64)> = search_due::table
        .order((search_due::tries.asc(), search_due::object_id.asc()))
        .limit(most)
        .select((
            search_due::object_id,
            search_due::is_paper,
            search_due::tries,
        ))
        .load(conn)?;
    let due = |(id, is_paper, tries)| Due {
        id,
        is_paper,
        tries,
    };
    Ok(rows.into_iter().map(due).collect())
}

/// A thing to be read, as it stands.
#[derive(Clone, Debug)]
pub enum Thing {
    Case(Box<Case>),
    /// A paper, the version that its readers have, and its text where that version was read before.
    Paper(Box<Paper>, Box<Version>, Option<String>),
}

/// What is due as it stands now; none where nobody is to find it.
///
/// # Errors
/// When the database fails.
pub fn thing(conn: &mut Conn, of: &Due) -> Result<Option<Thing>> {
    let found = if of.is_paper {
        paper(conn, of.id.cast())
    } else {
        cases::case(conn, of.id.cast()).map(|case| Some(Thing::Case(Box::new(case))))
    };
    match found {
        Err(Error::NotFound) => Ok(None),
        other => other,
    }
}

fn paper(conn: &mut Conn, id: PaperId) -> Result<Option<Thing>> {
    let paper = papers::paper(conn, id)?;
    let Some(number) = paper.published else {
        return Ok(None);
    };
    let mut versions = papers::versions_of(conn, id)?.into_iter();
    let Some(version) = versions.find(|one| one.number == number) else {
        return Ok(None);
    };
    let read: Option<String> = search_text::table
        .filter(search_text::paper_id.eq(id))
        .filter(search_text::number.eq(number))
        .select(search_text::content)
        .first(conn)
        .optional()?;
    Ok(Some(Thing::Paper(Box::new(paper), Box::new(version), read)))
}

/// Notes that the file of something is about to be read: what ends the process is not tried for ever.
///
/// # Errors
/// When the database fails.
pub fn begin(conn: &mut Conn, of: &Due) -> Result<()> {
    let row = search_due::table.find(of.id);
    diesel::update(row)
        .set(search_due::tries.eq(of.tries + 1))
        .execute(conn)?;
    Ok(())
}

/// There is nothing to find of it.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, of: &Due) -> Result<()> {
    diesel::delete(search_due::table.find(of.id)).execute(conn)?;
    Ok(())
}

/// Keeps what was read, unless the thing has changed since: then it is still due. The same read twice is kept once.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, due: &Due, read: &Thing, content: &str, tokens: &Tokens) -> Result<()> {
    let now = thing(conn, due)?;
    let is_same = match (&now, read) {
        (Some(Thing::Case(now)), Thing::Case(read)) => now.version == read.version,
        (Some(Thing::Paper(now, ..)), Thing::Paper(read, ..)) => {
            now.version == read.version && now.published == read.published
        }
        _ => false,
    };
    if !is_same {
        return Ok(());
    }
    let (case, paper, version, number) = match read {
        Thing::Case(case) => (case.id, None, case.version, None),
        Thing::Paper(paper, ..) => (
            paper.case.id,
            Some(paper.id),
            paper.version,
            paper.published,
        ),
    };
    let ids = of_day(day(conn, case)?);
    let stands = row(conn, case, paper)?;
    if let Some(row) = stands {
        word_index::remove(conn, row)?;
        diesel::delete(search_text::table.find(row)).execute(conn)?;
    }
    let id = match stands.filter(|row| ids.contains(row)) {
        Some(row) => row,
        None => next(conn, ids)?,
    };
    diesel::insert_into(search_text::table)
        .values((
            search_text::id.eq(id),
            search_text::case_id.eq(case),
            search_text::paper_id.eq(paper),
            search_text::version.eq(version),
            search_text::number.eq(number),
            search_text::content.eq(content),
        ))
        .execute(conn)?;
    word_index::put(conn, Part::Title, id, &tokens.title)?;
    word_index::put(conn, Part::Text, id, &tokens.text)?;
    end(conn, due)
}

/// The day that orders what is found: of the meeting, or of the proposal where there is none.
fn day(conn: &mut Conn, case: CaseId) -> Result<NaiveDate> {
    let (held, proposed_at): (Option<NaiveDate>, Moment) = board_case::table
        .left_join(meeting::table.on(board_case::meeting_id.eq(meeting::id.nullable())))
        .filter(board_case::id.eq(case))
        .select((meeting::first_day.nullable(), board_case::proposed_at))
        .first(conn)?;
    Ok(held.unwrap_or_else(|| proposed_at.utc().date_naive()))
}

/// The ids of a day. They follow the days, so that the newest is found first without asking for the days of all.
#[must_use]
pub fn of_day(day: NaiveDate) -> Range<i64> {
    const MOST: i64 = 1 << 32;
    let first = i64::from(day.num_days_from_ce()) * MOST;
    first..first + MOST
}

/// The next free id of these.
fn next(conn: &mut Conn, ids: Range<i64>) -> Result<i64> {
    let last: Option<i64> = search_text::table
        .filter(search_text::id.ge(ids.start))
        .filter(search_text::id.lt(ids.end))
        .select(diesel::dsl::max(search_text::id))
        .first(conn)?;
    Ok(last.map_or(ids.start, |last| last + 1))
}

fn row(conn: &mut Conn, case: CaseId, paper: Option<PaperId>) -> Result<Option<i64>> {
    let rows = search_text::table.select(search_text::id);
    let found = match paper {
        Some(paper) => rows.filter(search_text::paper_id.eq(paper)).first(conn),
        None => rows
            .filter(search_text::case_id.eq(case))
            .filter(search_text::paper_id.is_null())
            .first(conn),
    };
    Ok(found.optional()?)
}

/// What a row is found by.
pub struct Tokens {
    title: BTreeSet<Token>,
    /// With the words of its title.
    text: BTreeSet<Token>,
}

/// The words of a thing, and the places where readers reach it from.
#[must_use]
pub fn tokens(of: &Thing, content: &str) -> Tokens {
    let (title, case, object, access) = match of {
        Thing::Case(case) => (
            &case.facts.title,
            case.as_ref(),
            case.id.cast::<RowId>(),
            case.access,
        ),
        Thing::Paper(paper, ..) => (
            &paper.facts.title,
            &paper.case,
            paper.id.cast(),
            paper.access,
        ),
    };
    let is_beyond =
        access.audience >= Audience::ServiceOwners && access.assessment == Assessment::Open;
    let places = [
        rules::of_board(case.board),
        rules::of_object(case.id),
        rules::of_object(object),
        rules::beyond().filter(|_| is_beyond),
    ];
    let places = places.into_iter().flatten();
    // A case is also found by its number; a paper is not: it may be open to a reader who is told nothing of its case.
    let number = matches!(of, Thing::Case(_))
        .then_some(case.number)
        .flatten();
    let number = number.map(|number| number.to_string());
    let title = format!("{} {title}", number.unwrap_or_default());
    let title: BTreeSet<Token> = places.chain(rules::tokens(&title)).collect();
    let text = title.iter().cloned().chain(rules::tokens(content));
    Tokens {
        text: text.collect(),
        title,
    }
}

/// The name of the lease of whoever reads.
const LEASE: &str = "search";
/// How long one process may read before another takes over; renewed with each thing.
const HELD: Duration = Duration::minutes(5);

/// Takes the right to read, or keeps it; false while another process has it. Two who read at once would do no harm, but
/// read large files twice.
///
/// # Errors
/// When the database fails.
pub fn take_lease(conn: &mut Conn, worker: &str, now: Moment) -> Result<bool> {
    let is_free = heartbeat::held_until
        .le(now)
        .or(heartbeat::holder.eq(worker.to_owned()));
    let values = (
        heartbeat::at.eq(now),
        heartbeat::holder.eq(worker),
        heartbeat::held_until.eq(now + HELD),
    );
    let taken = diesel::update(heartbeat::table.filter(heartbeat::name.eq(LEASE).and(is_free)))
        .set(values)
        .execute(conn)?;
    if taken == 1 {
        return Ok(true);
    }
    let standing: i64 = heartbeat::table
        .filter(heartbeat::name.eq(LEASE))
        .count()
        .get_result(conn)?;
    if standing > 0 {
        return Ok(false);
    }
    diesel::insert_into(heartbeat::table)
        .values((heartbeat::name.eq(LEASE), heartbeat::detail.eq(""), values))
        .execute(conn)?;
    Ok(true)
}

/// Lets others read.
///
/// # Errors
/// When the database fails.
pub fn end_lease(conn: &mut Conn, worker: &str, now: Moment) -> Result<()> {
    let own = heartbeat::table.filter(heartbeat::name.eq(LEASE).and(heartbeat::holder.eq(worker)));
    diesel::update(own)
        .set(heartbeat::held_until.eq(now))
        .execute(conn)?;
    Ok(())
}
