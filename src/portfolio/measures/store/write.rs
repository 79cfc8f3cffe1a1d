//! The rows of measures: changing them. Whether it may be so is asked before, in `plan.rs`.

use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, MeasureId, OrganisationId};
use crate::db::schema::{measure, measure_party, measure_report, measure_status};
use crate::error::{Error, Result};
use crate::portfolio::measures::{Facts, Part, Turn};
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Adds a measure, without a history yet.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, (id, board): (MeasureId, BoardId), facts: &Facts) -> Result<()> {
    diesel::insert_into(measure::table)
        .values((
            measure::id.eq(id),
            measure::board_id.eq(board),
            measure::title.eq(&facts.title),
            measure::ministry_id.eq(facts.ministry),
            measure::first_year.eq(i64::from(facts.years.first())),
            measure::last_year.eq(i64::from(facts.years.last())),
            measure::description.eq(&facts.description),
            measure::goals.eq(&facts.goals),
            measure::activities.eq(&facts.activities),
            measure::contact.eq(&facts.contact),
            measure::version.eq(1),
        ))
        .execute(conn)?;
    put_parties(conn, id, Part::Performs, &facts.performs)?;
    put_parties(conn, id, Part::Involved, &facts.involved)
}

/// Takes a measure from the version that was shown to the next, before it is changed.
///
/// # Errors
/// `Stale`, or when the database fails.
pub fn next_version(conn: &mut Conn, (id, version): (MeasureId, i64)) -> Result<()> {
    let standing = measure::table.find(id).filter(measure::version.eq(version));
    let changed = diesel::update(standing)
        .set(measure::version.eq(version + 1))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Changes what is written of a measure.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, id: MeasureId, facts: &Facts) -> Result<()> {
    diesel::update(measure::table.find(id))
        .set((
            measure::title.eq(&facts.title),
            measure::ministry_id.eq(facts.ministry),
            measure::first_year.eq(i64::from(facts.years.first())),
            measure::last_year.eq(i64::from(facts.years.last())),
            measure::description.eq(&facts.description),
            measure::goals.eq(&facts.goals),
            measure::activities.eq(&facts.activities),
            measure::contact.eq(&facts.contact),
        ))
        .execute(conn)?;
    diesel::delete(measure_party::table.filter(measure_party::measure_id.eq(id))).execute(conn)?;
    put_parties(conn, id, Part::Performs, &facts.performs)?;
    put_parties(conn, id, Part::Involved, &facts.involved)
}

fn put_parties(
    conn: &mut Conn,
    of: MeasureId,
    part: Part,
    all: &BTreeSet<OrganisationId>,
) -> Result<()> {
    for organisation in all {
        diesel::insert_into(measure_party::table)
            .values((
                measure_party::measure_id.eq(of),
                measure_party::part.eq(part),
                measure_party::organisation_id.eq(*organisation),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Adds a line to a measure's history, at this place.
///
/// # Errors
/// When the database fails.
pub fn add_turn(
    conn: &mut Conn,
    of: MeasureId,
    (position, turn): (i64, &Turn),
    by: By,
) -> Result<()> {
    diesel::insert_into(measure_status::table)
        .values((
            measure_status::measure_id.eq(of),
            measure_status::position.eq(position),
            measure_status::status.eq(&turn.status),
            measure_status::on_day.eq(turn.on),
            measure_status::note.eq(&turn.note),
            measure_status::made_by.eq(by.person),
            measure_status::made_at.eq(turn.at),
        ))
        .execute(conn)?;
    Ok(())
}

/// Remembers that a case told the board how its measures stand.
///
/// # Errors
/// When the database fails.
pub fn add_report(conn: &mut Conn, board: BoardId, case: CaseId, by: By) -> Result<()> {
    diesel::insert_into(measure_report::table)
        .values((
            measure_report::case_id.eq(case),
            measure_report::board_id.eq(board),
            measure_report::made_at.eq(by.now),
        ))
        .execute(conn)?;
    Ok(())
}
