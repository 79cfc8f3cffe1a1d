//! Who is told of minutes that are out, and that they have been.

use super::{Row, id_in, of};
use crate::boards::store as boards;
use crate::db::ids::{AgendaItemId, BoardId, MeetingId, OccasionId, PersonId, ProductId, RowId};
use crate::db::schema::{
    affiliation, board, board_case, case_product, message, minute_access, person, publication,
    published_item, service_owner_period, subscription,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::minutes::publication::PublicationState;
use crate::public::subscriptions::{Frequency, State, Subscriber, Subscription};
use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// Those who can be written to, with whether they use a service owner's right today.
fn subscribers(conn: &mut Conn, rows: Vec<Row>, today: NaiveDate) -> Result<Vec<Subscriber>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let owners = service_owners(conn, today)?;
    let told = |subscription: Subscription| Subscriber {
        is_service_owner: (subscription.person).is_some_and(|person| owners.contains(&person)),
        subscription,
    };
    let can_be = |one: &Subscription| one.address.is_some();
    let all = rows.into_iter().filter_map(of);
    Ok(all.filter(can_be).map(told).collect())
}

/// Those who have confirmed that they want mail of this board, however often; and those who did and have ended it, who may
/// have been told.
///
/// # Errors
/// When the database fails.
pub fn of_board(conn: &mut Conn, of: BoardId, today: NaiveDate) -> Result<Vec<Subscriber>> {
    let found: Vec<Row> = rows!()
        .filter(subscription::board_id.eq(of))
        .filter(subscription::state.ne(State::Asked))
        .order(subscription::id.asc())
        .load(conn)?;
    subscribers(conn, found, today)
}

/// Those who have confirmed that they want mail of these products this often.
///
/// # Errors
/// When the database fails.
pub fn of_products(
    conn: &mut Conn,
    of: &BTreeSet<ProductId>,
    how: Frequency,
    today: NaiveDate,
) -> Result<Vec<Subscriber>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<Row> = rows!()
        .filter(among(subscription::product_id, of))
        .filter(subscription::state.eq(State::Confirmed))
        .filter(subscription::frequency.eq(how))
        .order(subscription::id.asc())
        .load(conn)?;
    subscribers(conn, found, today)
}

/// Those who have confirmed that they want mail of a product once a week.
///
/// # Errors
/// When the database fails.
pub fn of_any_product(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Subscriber>> {
    let found: Vec<Row> = rows!()
        .filter(subscription::product_id.is_not_null())
        .filter(subscription::state.eq(State::Confirmed))
        .filter(subscription::frequency.eq(Frequency::Weekly))
        .order(subscription::id.asc())
        .load(conn)?;
    subscribers(conn, found, today)
}

/// Whether somebody wants to be told once a week of a product that something of these minutes is about.
///
/// # Errors
/// When the database fails.
pub fn is_followed(conn: &mut Conn, of: MeetingId) -> Result<bool> {
    let about = subscription::table
        .inner_join(
            case_product::table
                .on(subscription::product_id.eq(case_product::product_id.nullable())),
        )
        .inner_join(
            published_item::table.on(published_item::case_id.eq(case_product::case_id.nullable())),
        )
        .filter(published_item::meeting_id.eq(of))
        .filter(subscription::state.eq(State::Confirmed))
        .filter(subscription::frequency.eq(Frequency::Weekly));
    Ok(diesel::select(exists(about)).get_result(conn)?)
}

/// What boards whose mail goes out have published about these products after a moment, and can undo no more; the first first.
///
/// # Errors
/// When the database fails.
pub fn published_about(
    conn: &mut Conn,
    of: &BTreeSet<ProductId>,
    (after, now): (Moment, Moment),
) -> Result<Vec<RowId>> {
    let about = published_item::table
        .inner_join(
            case_product::table.on(published_item::case_id.eq(case_product::case_id.nullable())),
        )
        .filter(published_item::meeting_id.eq(publication::meeting_id))
        .filter(among(case_product::product_id, of));
    Ok(publication::table
        .inner_join(board::table.on(board::id.eq(publication::board_id)))
        .filter(board::mail_on_from.le(now))
        .filter(publication::state.eq(PublicationState::Published))
        .filter(publication::published_at.gt(after))
        .filter(publication::mail_at.le(now))
        .filter(exists(about))
        .order((publication::published_at.asc(), publication::id.asc()))
        .select(publication::id)
        .load(conn)?)
}

/// The items of minutes that are out, each with every product that its case is about; none of a title that is exempt.
///
/// # Errors
/// When the database fails.
pub fn products_of(conn: &mut Conn, of: MeetingId) -> Result<Vec<(AgendaItemId, ProductId)>> {
    Ok(published_item::table
        .inner_join(minute_access::table)
        .inner_join(
            case_product::table.on(published_item::case_id.eq(case_product::case_id.nullable())),
        )
        .inner_join(board_case::table.on(board_case::id.eq(case_product::case_id)))
        .filter(published_item::meeting_id.eq(of))
        .filter(minute_access::title_exempt.eq(false))
        .filter(board_case::title_exempt.eq(false))
        .filter(published_item::title.ne(""))
        .select((published_item::item_id, case_product::product_id))
        .load(conn)?)
}

/// Everyone who uses a service owner's right on a day, affiliated with it or as its representative on a board.
fn service_owners(conn: &mut Conn, on: NaiveDate) -> Result<HashSet<PersonId>> {
    let same = service_owner_period::organisation_id.eq(affiliation::organisation_id);
    let people: Vec<PersonId> = affiliation::table
        .inner_join(service_owner_period::table.on(same))
        .filter(affiliation::valid_from.le(on))
        .filter((affiliation::valid_until.is_null()).or(affiliation::valid_until.gt(on)))
        .filter(service_owner_period::valid_from.le(on))
        .filter(
            (service_owner_period::valid_until.is_null())
                .or(service_owner_period::valid_until.gt(on)),
        )
        .select(affiliation::person_id)
        .load(conn)?;
    let mut all = boards::for_service_owners(conn, on)?;
    all.extend(people);
    Ok(all)
}

/// Writes down that whoever an occasion made a mail for has been told: of a product, by all that the same address has of
/// products and wants as often, for these are told together.
///
/// # Errors
/// When the database fails.
pub fn mark_told(conn: &mut Conn, by: OccasionId, now: Moment) -> Result<()> {
    let keys: Vec<String> = message::table
        .filter(message::occasion_id.eq(by))
        .select(message::recipient)
        .load(conn)?;
    let told = keys.iter().filter_map(|key| id_in(key));
    let mut told: Vec<RowId> = told.collect();
    told.extend(told_together(conn, &told)?);
    diesel::update(subscription::table.filter(among(subscription::id, &told)))
        .set(subscription::last_told_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// The others to products that these addresses have and want as often.
fn told_together(conn: &mut Conn, of: &[RowId]) -> Result<Vec<RowId>> {
    let rows: Vec<Row> = rows!()
        .filter(among(subscription::id, of))
        .filter(subscription::product_id.is_not_null())
        .load(conn)?;
    let told: Vec<Subscription> = rows.into_iter().filter_map(super::of).collect();
    if told.is_empty() {
        return Ok(Vec::new());
    }
    let addresses: Vec<&String> = told.iter().filter_map(|one| one.address.as_ref()).collect();
    let is_theirs =
        among(subscription::address, addresses.clone()).or(among(person::address, addresses));
    let rows: Vec<Row> = rows!()
        .filter(subscription::product_id.is_not_null())
        .filter(is_theirs)
        .load(conn)?;
    let others = rows.into_iter().filter_map(super::of).filter(|other| {
        let mut told = told.iter();
        told.any(|one| one.address == other.address && one.frequency == other.frequency)
    });
    Ok(others.map(|one| one.id).collect())
}
