//! The rows of what was decided: which version is shown to whom, and every version that was written.
//!
//! Who may read an item is asked in each query for readers, and so is which version they are shown: those of the board the
//! newest, everyone else the one that was released.

use super::{Decided, Head, Stance, Version};
use crate::db::ids::{AgendaItemId, BoardId, MeetingId, OrganisationId, PersonId, RowId};
use crate::db::schema::{
    appointment, minute_access, owner_decision, owner_decision_version, person, published_item,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::minutes::access::store::SHELF;
use crate::minutes::decisions::rules::ASKS;
use crate::people::store as people;
use crate::web::access::{Clearance, Role};
use chrono::NaiveDate;
use diesel::dsl::not;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// Whether the reader is of the board at the meeting of a row, as [`Clearance::is_inside`] says it.
macro_rules! is_inside {
    ($reads:expr) => {{
        let boards = $reads.keeps.iter().chain(&$reads.reads);
        among(owner_decision::board_id, boards)
            .or(among(owner_decision::meeting_id, &$reads.called_to))
    }};
}

/// Whether a version is the one that the reader is shown.
macro_rules! is_shown {
    ($reads:expr) => {{
        let number = owner_decision_version::number.nullable();
        let to_board = is_inside!($reads).and(number.eq(owner_decision::inside));
        let to_others = not(is_inside!($reads)).and(number.eq(owner_decision::outside));
        to_board.or(to_others)
    }};
}

type Row = (Option<Stance>, String, Option<NaiveDate>, String, String);

fn decided((stance, decider, on, content, link): Row) -> Option<Decided> {
    let (stance, on) = stance.zip(on)?;
    Some(Decided {
        stance,
        decider,
        on,
        content,
        link,
    })
}

macro_rules! said {
    () => {
        (
            owner_decision_version::stance,
            owner_decision_version::decider,
            owner_decision_version::decided_on,
            owner_decision_version::content,
            owner_decision_version::link,
        )
    };
}

/// What was decided on these items, of those that the reader may read.
///
/// # Errors
/// When the database fails.
pub fn of_items(
    conn: &mut Conn,
    of: impl IntoIterator<Item = AgendaItemId>,
    reads: &Clearance,
) -> Result<HashMap<AgendaItemId, Decided>> {
    let rows: Vec<(AgendaItemId, Row)> = owner_decision::table
        .inner_join(minute_access::table)
        .inner_join(owner_decision_version::table)
        .filter(among(owner_decision::item_id, of))
        .filter(reads.filter(SHELF))
        .filter(is_shown!(reads))
        .select((owner_decision::item_id, said!()))
        .load(conn)?;
    let told = rows.into_iter();
    let told = told.filter_map(|(item, row)| Some((item, decided(row)?)));
    Ok(told.collect())
}

/// How many decisions of each kind there are on what a board came to, and how many recommendations nothing was decided on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub stances: BTreeMap<Stance, i64>,
    pub undecided: i64,
}

/// Of the published items of a board's meetings that began on these days, the last one with them, of those that the reader
/// may read.
///
/// # Errors
/// When the database fails.
pub fn counts(
    conn: &mut Conn,
    of: BoardId,
    (first, last): (NaiveDate, NaiveDate),
    reads: &Clearance,
) -> Result<Counts> {
    let rows: Vec<Option<Stance>> = published_item::table
        .inner_join(minute_access::table)
        .inner_join(owner_decision::table.on(owner_decision::item_id.eq(published_item::item_id)))
        .inner_join(
            owner_decision_version::table
                .on(owner_decision_version::item_id.eq(owner_decision::item_id)),
        )
        .filter(published_item::board_id.eq(of))
        .filter(published_item::day.between(first, last))
        .filter(reads.filter(SHELF))
        .filter(is_shown!(reads))
        .select(owner_decision_version::stance)
        .load(conn)?;
    let mut stances = BTreeMap::new();
    for stance in rows.into_iter().flatten() {
        *stances.entry(stance).or_insert(0) += 1;
    }
    let to_board = is_inside!(reads).and(owner_decision::inside.is_not_null());
    let to_others = not(is_inside!(reads)).and(owner_decision::outside.is_not_null());
    let told = owner_decision::table
        .filter(owner_decision::item_id.eq(published_item::item_id))
        .filter(to_board.or(to_others));
    let undecided = published_item::table
        .inner_join(minute_access::table)
        .filter(published_item::board_id.eq(of))
        .filter(published_item::day.between(first, last))
        .filter(among(published_item::outcome, ASKS))
        .filter(reads.filter(SHELF))
        .filter(not(diesel::dsl::exists(told)))
        .count()
        .get_result(conn)?;
    Ok(Counts { stances, undecided })
}

/// When what everyone is shown of these items last became another.
///
/// # Errors
/// When the database fails.
pub fn changed(
    conn: &mut Conn,
    of: impl IntoIterator<Item = AgendaItemId>,
) -> Result<HashMap<AgendaItemId, Moment>> {
    let rows: Vec<(AgendaItemId, Option<Moment>)> = owner_decision::table
        .filter(among(owner_decision::item_id, of))
        .select((owner_decision::item_id, owner_decision::changed_at))
        .load(conn)?;
    let shown = rows.into_iter();
    Ok(shown.filter_map(|(item, at)| Some((item, at?))).collect())
}

/// Which versions of what was decided at a meeting are shown to whom, whoever may read them.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(conn: &mut Conn, of: MeetingId) -> Result<HashMap<AgendaItemId, Head>> {
    type HeadRow = (
        AgendaItemId,
        BoardId,
        (Option<i64>, Option<i64>),
        Option<Moment>,
        i64,
    );
    let rows: Vec<HeadRow> = owner_decision::table
        .filter(owner_decision::meeting_id.eq(of))
        .select((
            owner_decision::item_id,
            owner_decision::board_id,
            (owner_decision::inside, owner_decision::outside),
            owner_decision::changed_at,
            owner_decision::version,
        ))
        .load(conn)?;
    let head = |(item, board, (inside, outside), changed_at, version)| {
        let head = Head {
            item,
            meeting: of,
            board,
            inside,
            outside,
            changed_at,
            version,
        };
        (item, head)
    };
    Ok(rows.into_iter().map(head).collect())
}

/// Every version of what was decided on an item, the newest first, whoever may read it.
///
/// # Errors
/// When the database fails.
pub fn versions(conn: &mut Conn, of: AgendaItemId) -> Result<Vec<Version>> {
    let rows: Vec<(i64, Row, (PersonId, String, Moment))> = owner_decision_version::table
        .inner_join(person::table)
        .filter(owner_decision_version::item_id.eq(of))
        .order(owner_decision_version::number.desc())
        .select((
            owner_decision_version::number,
            said!(),
            (person::id, person::name, owner_decision_version::made_at),
        ))
        .load(conn)?;
    let version = |(number, row, (by, who, at))| Version {
        number,
        decided: decided(row),
        by,
        who,
        at,
    };
    Ok(rows.into_iter().map(version).collect())
}

/// Writes which version is shown to whom over what was read. Gives it with the version that it has then.
///
/// # Errors
/// `Stale` when someone saved after that, or when the database fails.
pub fn put(conn: &mut Conn, mut of: Head) -> Result<Head> {
    let known = of.version;
    of.version += 1;
    let values = (
        owner_decision::inside.eq(of.inside),
        owner_decision::outside.eq(of.outside),
        owner_decision::changed_at.eq(of.changed_at),
        owner_decision::version.eq(of.version),
    );
    let as_read = owner_decision::table
        .find(of.item)
        .filter(owner_decision::version.eq(known));
    if diesel::update(as_read).set(values).execute(conn)? > 0 {
        return Ok(of);
    }
    let own = owner_decision::table.find(of.item);
    let standing: i64 = own.count().get_result(conn)?;
    if known != 0 || standing > 0 {
        return Err(Error::Stale);
    }
    diesel::insert_into(owner_decision::table)
        .values((
            owner_decision::item_id.eq(of.item),
            owner_decision::meeting_id.eq(of.meeting),
            owner_decision::board_id.eq(of.board),
            values,
        ))
        .execute(conn)?;
    Ok(of)
}

/// The number that the next version of an item gets.
///
/// # Errors
/// When the database fails.
pub fn next_number(conn: &mut Conn, of: AgendaItemId) -> Result<i64> {
    let last: Option<i64> = owner_decision_version::table
        .filter(owner_decision_version::item_id.eq(of))
        .select(diesel::dsl::max(owner_decision_version::number))
        .first(conn)?;
    Ok(last.unwrap_or(0) + 1)
}

/// Keeps a version for good; none of what was decided where it was taken back. Its head stands already.
///
/// # Errors
/// When the database fails.
pub fn add_version(
    conn: &mut Conn,
    (of, number): (AgendaItemId, i64),
    decided: Option<&Decided>,
    (by, now): (PersonId, Moment),
) -> Result<()> {
    let text = |told: fn(&Decided) -> &String| decided.map_or("", |one| told(one).as_str());
    diesel::insert_into(owner_decision_version::table)
        .values((
            owner_decision_version::id.eq(RowId::new()),
            owner_decision_version::item_id.eq(of),
            owner_decision_version::number.eq(number),
            owner_decision_version::stance.eq(decided.map(|one| one.stance)),
            owner_decision_version::decider.eq(text(|one| &one.decider)),
            owner_decision_version::decided_on.eq(decided.map(|one| one.on)),
            owner_decision_version::content.eq(text(|one| &one.content)),
            owner_decision_version::link.eq(text(|one| &one.link)),
            owner_decision_version::made_by.eq(by),
            owner_decision_version::made_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Who decided last on what a board came to; before anybody has, the organisation that keeps its secretariat on a day.
///
/// # Errors
/// When the database fails.
pub fn usual_decider(conn: &mut Conn, of: BoardId, on: NaiveDate) -> Result<String> {
    let last: Option<String> = owner_decision_version::table
        .inner_join(owner_decision::table)
        .filter(owner_decision::board_id.eq(of))
        .filter(owner_decision_version::stance.is_not_null())
        .order((
            owner_decision_version::made_at.desc(),
            owner_decision_version::id.desc(),
        ))
        .select(owner_decision_version::decider)
        .first(conn)
        .optional()?;
    if let Some(last) = last {
        return Ok(last);
    }
    let keeps: Vec<Option<OrganisationId>> = appointment::table
        .filter(appointment::board_id.eq(of))
        .filter(appointment::role.eq(Role::Secretariat))
        .filter(appointment::valid_from.le(on))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(on)),
        )
        .order(appointment::id.asc())
        .select(appointment::organisation_id)
        .load(conn)?;
    let keeps: Vec<OrganisationId> = keeps.into_iter().flatten().collect();
    let mut names = people::names_of(conn, &keeps, on)?;
    let first = keeps.iter().find_map(|one| names.remove(one));
    Ok(first.map_or_else(
        String::new,
        |(name, short)| {
            if short.is_empty() { name } else { short }
        },
    ))
}
