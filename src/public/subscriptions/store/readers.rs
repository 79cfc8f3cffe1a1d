//! What those subscribers may read who have more than a service owner's right, or less than others of their kind.

use crate::boards::store as boards;
use crate::cases::store::{clearance, officers};
use crate::db::ids::{BoardId, PersonId, ProductId};
use crate::db::schema::{
    appointment, case_officer, opening, recusal, representation, subscription,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::i18n::Language;
use crate::people::store as people;
use crate::public::subscriptions::State;
use crate::web::access::Clearance;
use crate::web::{Reader, Roles};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The clearance now of each person who subscribes to a board, or to one of these products, and has to do with the board.
///
/// They have a role on it or on the board above, something that was opened for them, a case that they prepare or that is
/// closed to them. They are few; all others read what visitors or service owners read.
///
/// # Errors
/// When the database fails.
pub fn clearances(
    conn: &mut Conn,
    (of, products): (BoardId, &BTreeSet<ProductId>),
    now: Moment,
) -> Result<HashMap<PersonId, Clearance>> {
    let people = close_to(conn, of, products)?.into_iter();
    let read = people.map(|person| Ok((person, clearance_of(conn, person, now)?)));
    read.collect()
}

fn close_to(
    conn: &mut Conn,
    of: BoardId,
    products: &BTreeSet<ProductId>,
) -> Result<HashSet<PersonId>> {
    let above = boards::board(conn, of)?.parent;
    let subscribers: Vec<Option<PersonId>> = subscription::table
        .filter(among(subscription::board_id, [of]).or(among(subscription::product_id, products)))
        .filter(subscription::state.eq(State::Confirmed))
        .filter(subscription::person_id.is_not_null())
        .select(subscription::person_id)
        .load(conn)?;
    let subscribers: Vec<PersonId> = subscribers.into_iter().flatten().collect();
    let seated: Vec<PersonId> = representation::table
        .inner_join(appointment::table)
        .filter(among(
            appointment::board_id,
            [Some(of), above].into_iter().flatten(),
        ))
        .filter(among(representation::person_id, &subscribers))
        .select(representation::person_id)
        .load(conn)?;
    let opened: Vec<PersonId> = opening::table
        .filter(among(opening::person_id, &subscribers))
        .filter(opening::withdrawn_at.is_null())
        .select(opening::person_id)
        .load(conn)?;
    let preparing: Vec<PersonId> = case_officer::table
        .filter(among(case_officer::person_id, &subscribers))
        .filter(case_officer::ended_at.is_null())
        .select(case_officer::person_id)
        .load(conn)?;
    let recused: Vec<PersonId> = recusal::table
        .filter(among(recusal::person_id, &subscribers))
        .filter(recusal::withdrawn_at.is_null())
        .select(recusal::person_id)
        .load(conn)?;
    let all = [seated, opened, preparing, recused].into_iter().flatten();
    Ok(all.collect())
}

fn clearance_of(conn: &mut Conn, id: PersonId, now: Moment) -> Result<Clearance> {
    let mut roles = Roles::default();
    people::roles(conn, id, now, &mut roles)?;
    boards::roles(conn, id, now, &mut roles)?;
    officers::roles(conn, id, now, &mut roles)?;
    // Only the roles and the id are asked.
    let reader = Reader {
        id,
        name: String::new(),
        language: Language::NB,
        roles,
        session: String::new(),
    };
    clearance::of(conn, &reader, now)
}
