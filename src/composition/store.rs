//! What verdicts rest on, gathered from the rows of boards, organisations and payments.

use super::rules::MAIL;
use super::{Facts, Traits};
use crate::boards::store::{mandates, terms};
use crate::boards::{Board, Mandate, Rule, rule_kind};
use crate::db::ids::{BoardId, OrganisationId};
use crate::db::schema::{occasion, organisation};
use crate::db::{Conn, among, code_words};
use crate::error::Result;
use crate::mail::Occasion;
use crate::portfolio::payments::{Paid, store as payments};
use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that verdicts rest on from a day on, in eight queries at most.
///
/// # Errors
/// When the database fails.
pub fn facts(conn: &mut Conn, board: &Board, from: NaiveDate) -> Result<Facts> {
    let mandates = mandates(conn, board.id)?;
    facts_by(conn, board, mandates, from)
}

/// The same by other versions of the mandate than those that count.
///
/// # Errors
/// When the database fails.
pub fn facts_by(
    conn: &mut Conn,
    board: &Board,
    mandates: Vec<Mandate>,
    from: NaiveDate,
) -> Result<Facts> {
    let appointments = terms::appointments(conn, board.id)?;
    let sit: BTreeSet<OrganisationId> = appointments
        .iter()
        .filter_map(|it| it.organisation)
        .collect();
    Ok(Facts {
        chair_counts: board.chair_counts,
        seats: terms::seats(conn, board.id)?,
        representations: terms::representations(conn, board.id)?,
        organisations: traits(conn, &sit, &named(&mandates))?,
        payments: paid(conn, &mandates, from)?,
        levels: code_words::list(conn, "level")?
            .into_iter()
            .map(|(code, _)| code)
            .collect(),
        appointments,
        mandates,
    })
}

fn rules_of<'a>(mandates: &'a [Mandate], kind: &'static str) -> impl Iterator<Item = &'a Rule> {
    let rules = mandates.iter().flat_map(|mandate| &mandate.rules);
    rules.filter(move |rule| rule.kind == kind)
}

/// The numbers of the organisations that mandates name.
fn named(mandates: &[Mandate]) -> BTreeSet<&str> {
    let rules = rules_of(mandates, rule_kind::NAMED_ORGANISATION);
    rules.map(|rule| rule.subject.as_str()).collect()
}

/// What is known of the organisations that sit, and of those with these numbers.
fn traits(
    conn: &mut Conn,
    sit: &BTreeSet<OrganisationId>,
    numbers: &BTreeSet<&str>,
) -> Result<BTreeMap<OrganisationId, Traits>> {
    type Row = (OrganisationId, String, Option<String>, Option<String>);
    let columns = (
        organisation::id,
        organisation::kind,
        organisation::size,
        organisation::number,
    );
    let mut rows: Vec<Row> = organisation::table
        .filter(among(organisation::id, sit))
        .select(columns)
        .load(conn)?;
    if !numbers.is_empty() {
        let named = organisation::table.filter(among(organisation::number, numbers));
        rows.extend(named.select(columns).load::<Row>(conn)?);
    }
    let known = |(id, kind, size, number): Row| (id, Traits { kind, size, number });
    Ok(rows.into_iter().map(known).collect())
}

/// Payments from the last year before the day's that has any; none are read where no rule asks for them.
fn paid(conn: &mut Conn, mandates: &[Mandate], from: NaiveDate) -> Result<Vec<Paid>> {
    if rules_of(mandates, rule_kind::LARGEST_PAYERS)
        .next()
        .is_none()
    {
        return Ok(Vec::new());
    }
    let years = payments::years(conn)?;
    let first = years.iter().filter(|year| **year < from.year()).max();
    let (Some(first), Some(last)) = (first.or(years.iter().min()), years.iter().max()) else {
        return Ok(Vec::new());
    };
    payments::paid(conn, *first..=*last)
}

/// The ledger's warnings about a board, of any state, by occurrence.
///
/// # Errors
/// When the database fails.
pub fn warnings(conn: &mut Conn, of: BoardId) -> Result<Vec<Occasion>> {
    Ok(occasion::table
        .filter(occasion::board_id.eq(of))
        .filter(occasion::kind.eq(MAIL))
        .order(occasion::occurrence.asc())
        .select(Occasion::as_select())
        .load(conn)?)
}
