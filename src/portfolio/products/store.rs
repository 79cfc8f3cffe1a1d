//! The rows of products: reading them. What changes them stands in `store/write.rs`. Which cases are about a product is asked
//! with the reader's clearance in each query.

pub mod write;

use super::{Facts, Group, Outcome, Phase, Product, Strategy};
use crate::calendar::Period;
use crate::cases::store::{CaseRow, SHELF};
use crate::cases::{Case, CaseState};
use crate::db::ids::{
    AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, ProductGroupId, ProductId, RowId,
};
use crate::db::schema::{
    board_case, case_product, meeting, minute_access, payment, product, product_group,
    product_phase, product_strategy, product_year, published_item, subscription,
};
use crate::db::types::Words;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::minutes::access::store::SHELF as MINUTES;
use crate::web::access::Clearance;
use chrono::NaiveDate;
use diesel::dsl::{exists, max};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// An instance has at most so many products, a product so many phases and strategies: lists need no pages then.
pub const MOST_PRODUCTS: i64 = 1_000;
pub const MOST_LINES: usize = 100;
/// As many cases as a page of a list shows.
pub const PAGE: i64 = 50;

/// The groups, in their order.
///
/// # Errors
/// When the database fails.
pub fn groups(conn: &mut Conn) -> Result<Vec<Group>> {
    let rows: Vec<(ProductGroupId, Words, i64, i64)> = product_group::table
        .order((product_group::position.asc(), product_group::id.asc()))
        .limit(MOST_PRODUCTS)
        .select((
            product_group::id,
            product_group::name,
            product_group::position,
            product_group::version,
        ))
        .load(conn)?;
    let group = |(id, name, position, version)| Group {
        id,
        name,
        position,
        version,
    };
    Ok(rows.into_iter().map(group).collect())
}

/// One group.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn group(conn: &mut Conn, id: ProductGroupId) -> Result<Group> {
    let found = groups(conn)?.into_iter().find(|group| group.id == id);
    found.ok_or(Error::NotFound)
}

type Row = (ProductId, ProductGroupId, Words, OrganisationId, Words, i64);
type PhaseRow = (ProductId, RowId, String, NaiveDate, String);
type StrategyRow = (
    (ProductId, RowId),
    (String, String, String),
    (NaiveDate, Option<NaiveDate>),
);

macro_rules! told {
    () => {
        (
            product::id,
            product::group_id,
            product::name,
            product::owner_id,
            product::description,
            product::version,
        )
    };
}

/// Every product, in no order.
///
/// # Errors
/// When the database fails.
pub fn products(conn: &mut Conn) -> Result<Vec<Product>> {
    let rows = product::table.limit(MOST_PRODUCTS).select(told!());
    let rows = rows.load(conn)?;
    gather(conn, rows)
}

/// One product.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn product(conn: &mut Conn, id: ProductId) -> Result<Product> {
    let row = product::table.find(id).select(told!()).first(conn)?;
    gather(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

/// The rows with their phases and strategies, in one more query each.
fn gather(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Product>> {
    let ids: Vec<ProductId> = rows.iter().map(|row| row.0).collect();
    let mut phases = phases_of(conn, &ids)?;
    let mut strategies = strategies_of(conn, &ids)?;
    let whole = |(id, group, name, owner, description, version): Row| Product {
        id,
        facts: Facts {
            group,
            name,
            owner,
            description,
        },
        phases: phases.remove(&id).unwrap_or_default(),
        strategies: strategies.remove(&id).unwrap_or_default(),
        version,
    };
    Ok(rows.into_iter().map(whole).collect())
}

fn phases_of(conn: &mut Conn, of: &[ProductId]) -> Result<HashMap<ProductId, Vec<Phase>>> {
    let rows: Vec<PhaseRow> = product_phase::table
        .filter(among(product_phase::product_id, of))
        .order(product_phase::valid_from.asc())
        .select((
            product_phase::product_id,
            product_phase::id,
            product_phase::phase,
            product_phase::valid_from,
            product_phase::correction,
        ))
        .load(conn)?;
    let mut found: HashMap<ProductId, Vec<Phase>> = HashMap::new();
    for (product, id, code, from, correction) in rows {
        let phase = Phase {
            id,
            code,
            from,
            correction,
        };
        found.entry(product).or_default().push(phase);
    }
    Ok(found)
}

fn strategies_of(conn: &mut Conn, of: &[ProductId]) -> Result<HashMap<ProductId, Vec<Strategy>>> {
    let rows: Vec<StrategyRow> = product_strategy::table
        .filter(among(product_strategy::product_id, of))
        .order((
            product_strategy::valid_from.asc(),
            product_strategy::id.asc(),
        ))
        .select((
            (product_strategy::product_id, product_strategy::id),
            (
                product_strategy::title,
                product_strategy::link,
                product_strategy::archive_reference,
            ),
            (product_strategy::valid_from, product_strategy::valid_until),
        ))
        .load(conn)?;
    let mut found: HashMap<ProductId, Vec<Strategy>> = HashMap::new();
    for ((product, id), (title, link, archive_reference), (from, until)) in rows {
        let strategy = Strategy {
            id,
            title,
            link,
            archive_reference,
            period: Period { from, until },
        };
        found.entry(product).or_default().push(strategy);
    }
    Ok(found)
}

/// What every product is called.
///
/// # Errors
/// When the database fails.
pub fn names(conn: &mut Conn) -> Result<Vec<(ProductId, Words)>> {
    let all = product::table.limit(MOST_PRODUCTS);
    Ok(all.select((product::id, product::name)).load(conn)?)
}

/// How many products there are.
///
/// # Errors
/// When the database fails.
pub fn count(conn: &mut Conn) -> Result<i64> {
    Ok(product::table.count().get_result(conn)?)
}

/// Whether a group holds any product.
///
/// # Errors
/// When the database fails.
pub fn holds_any(conn: &mut Conn, of: ProductGroupId) -> Result<bool> {
    let held = product::table.filter(product::group_id.eq(of));
    Ok(diesel::select(exists(held)).get_result(conn)?)
}

/// Whether anything says something of a product: a case, money, or somebody who subscribes to it.
///
/// # Errors
/// When the database fails.
pub fn is_tied(conn: &mut Conn, of: ProductId) -> Result<bool> {
    let cases = case_product::table.filter(case_product::product_id.eq(of));
    let paid = payment::table.filter(payment::product_id.eq(of));
    let years = product_year::table.filter(product_year::product_id.eq(of));
    let subscribers = subscription::table.filter(subscription::product_id.eq(of));
    Ok(diesel::select(exists(cases)).get_result::<bool>(conn)?
        || diesel::select(exists(paid)).get_result::<bool>(conn)?
        || diesel::select(exists(years)).get_result::<bool>(conn)?
        || diesel::select(exists(subscribers)).get_result::<bool>(conn)?)
}

/// The cases about products that meetings have dealt with by a day, of those that the reader may read.
macro_rules! treated {
    ($reads:expr, $on:expr) => {
        case_product::table
            .inner_join(board_case::table)
            .inner_join(meeting::table.on(board_case::meeting_id.eq(meeting::id.nullable())))
            .filter(among(
                board_case::state,
                [CaseState::Treated, CaseState::Closed],
            ))
            .filter(meeting::first_day.le($on))
            .filter($reads.filter(SHELF))
    };
}

/// The first day of the last meeting, not after `on`, that dealt with a case about each product; of all boards or of one, and
/// of those cases that the reader may read.
///
/// # Errors
/// When the database fails.
pub fn last_treated(
    conn: &mut Conn,
    reads: &Clearance,
    on: NaiveDate,
    board: Option<BoardId>,
) -> Result<HashMap<ProductId, NaiveDate>> {
    let rows: Vec<(ProductId, Option<NaiveDate>)> = match board {
        Some(board) => treated!(reads, on)
            .filter(board_case::board_id.eq(board))
            .group_by(case_product::product_id)
            .select((case_product::product_id, max(meeting::first_day)))
            .load(conn)?,
        None => treated!(reads, on)
            .group_by(case_product::product_id)
            .select((case_product::product_id, max(meeting::first_day)))
            .load(conn)?,
    };
    let dated = rows.into_iter();
    Ok(dated.filter_map(|(id, day)| Some((id, day?))).collect())
}

/// A page of the cases about a product that the reader may read, the latest proposed first, and whether there are more. Who
/// prepares them is not told.
///
/// # Errors
/// When the database fails.
pub fn cases_about(
    conn: &mut Conn,
    of: ProductId,
    reads: &Clearance,
    page: i64,
) -> Result<(Vec<Case>, bool)> {
    let mut rows = board_case::table
        .inner_join(case_product::table)
        .filter(case_product::product_id.eq(of))
        .filter(reads.filter(SHELF))
        .order((board_case::proposed_at.desc(), board_case::id.desc()))
        .limit(PAGE + 1)
        .offset(page.max(0) * PAGE)
        .select(CaseRow::as_select())
        .load(conn)?;
    let full = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > full;
    rows.truncate(full);
    let cases = rows.into_iter().map(|row| row.with(BTreeSet::new()));
    Ok((cases.collect(), more))
}

/// What boards came to in these cases by minutes that are out and that the reader may read, the latest first.
///
/// # Errors
/// When the database fails.
pub fn outcomes(
    conn: &mut Conn,
    of: &[CaseId],
    reads: &Clearance,
) -> Result<HashMap<CaseId, Vec<Outcome>>> {
    type Told = (
        (Option<CaseId>, MeetingId, AgendaItemId, NaiveDate),
        (String, String, String),
    );
    let rows: Vec<Told> = published_item::table
        .inner_join(minute_access::table)
        .filter(reads.filter(MINUTES))
        .filter(among(published_item::case_id, of))
        .order((published_item::day.desc(), published_item::item_id.desc()))
        .select((
            (
                published_item::case_id,
                published_item::meeting_id,
                published_item::item_id,
                published_item::day,
            ),
            (
                published_item::language,
                published_item::outcome_word,
                published_item::conclusion,
            ),
        ))
        .load(conn)?;
    let mut found: HashMap<CaseId, Vec<Outcome>> = HashMap::new();
    for ((case, meeting, item, day), (language, word, conclusion)) in rows {
        let Some(case) = case else { continue };
        let outcome = Outcome {
            case,
            meeting,
            item,
            day,
            language: Language::from_tag(&language).unwrap_or(Language::NB),
            word,
            conclusion,
        };
        found.entry(case).or_default().push(outcome);
    }
    Ok(found)
}

/// What a case is about, in no order; whoever asks may read the case.
///
/// # Errors
/// When the database fails.
pub fn of_case(conn: &mut Conn, of: CaseId) -> Result<Vec<(ProductId, Words)>> {
    Ok(case_product::table
        .inner_join(product::table)
        .filter(case_product::case_id.eq(of))
        .limit(MOST_PRODUCTS)
        .select((product::id, product::name))
        .load(conn)?)
}
