//! The rows of subscriptions, and the letters to whoever has one.

pub mod readers;

use super::rules::{ENDED_KEPT, UNCONFIRMED_LIVES, is_outlived};
use super::{Frequency, Own, State, Subscription, Topic};
use crate::db::ids::{BoardId, MessageId, PersonId, ProductId, RowId};
use crate::db::schema::{board, message, occasion, person, product, subscription};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::i18n::Language;
use crate::mail::MessageState;
use crate::people::store as people;
use chrono::Duration;
use diesel::prelude::*;

/// What the occasions of its own mail are about.
pub const OBJECT_KIND: &str = "subscription";
/// As many as are forgotten in one step, so that no step is long.
const MOST: i64 = 50;

type Row = (
    (
        RowId,
        Option<BoardId>,
        Option<ProductId>,
        Option<PersonId>,
        Option<String>,
    ),
    (String, Frequency, State),
    (Moment, Option<Moment>, Option<Moment>, Option<Moment>),
    (Option<String>, Option<String>),
);

/// With the person beside it, where it is one's.
macro_rules! rows {
    () => {
        subscription::table.left_join(person::table).select((
            (
                subscription::id,
                subscription::board_id,
                subscription::product_id,
                subscription::person_id,
                subscription::address,
            ),
            (
                subscription::language,
                subscription::frequency,
                subscription::state,
            ),
            (
                subscription::asked_at,
                subscription::confirmed_at,
                subscription::ended_at,
                subscription::last_told_at,
            ),
            (person::name.nullable(), person::address.nullable()),
        ))
    };
}

// Below the macro, which it uses.
pub mod told;

/// None of a row that is to nothing, which no table holds.
fn of(row: Row) -> Option<Subscription> {
    let (
        (id, board, product, person, own),
        (language, frequency, state),
        (asked_at, confirmed_at, ended_at, last_told_at),
        (name, theirs),
    ) = row;
    let topic = board.map(Topic::Board).or(product.map(Topic::Product))?;
    Some(Subscription {
        id,
        topic,
        person,
        name: name.unwrap_or_default(),
        address: own.or(theirs),
        language: Language::from_tag(&language).unwrap_or(Language::NB),
        frequency,
        state,
        asked_at,
        confirmed_at,
        ended_at,
        last_told_at,
    })
}

/// One subscription; none when there is none with this id.
///
/// # Errors
/// When the database fails.
pub fn subscription(conn: &mut Conn, id: RowId) -> Result<Option<Subscription>> {
    let row: Option<Row> = rows!()
        .filter(subscription::id.eq(id))
        .first(conn)
        .optional()?;
    Ok(row.and_then(of))
}

/// How the ledger calls whoever subscribes.
#[must_use]
pub fn recipient(id: RowId) -> String {
    format!("{OBJECT_KIND}:{id}")
}

/// The subscription that a mail was sent for.
///
/// # Errors
/// When the database fails.
pub fn of_message(conn: &mut Conn, mail: MessageId) -> Result<Option<Subscription>> {
    let key: Option<String> = message::table
        .find(mail)
        .select(message::recipient)
        .first(conn)
        .optional()?;
    match key.as_deref().and_then(id_in) {
        Some(id) => subscription(conn, id),
        None => Ok(None),
    }
}

/// The subscription that a recipient's key names.
fn id_in(key: &str) -> Option<RowId> {
    let id = key.strip_prefix(OBJECT_KIND)?.strip_prefix(':')?;
    id.parse().ok()
}

/// What an address has of a board or a product, in whatever state: a person's before the address's own.
///
/// # Errors
/// When the database fails.
pub fn standing(conn: &mut Conn, topic: Topic, address: &str) -> Result<Option<Subscription>> {
    let all = of_address(conn, address)?;
    Ok(all.into_iter().find(|one| one.topic == topic))
}

/// Everything of one address: that of the person whose it is, then its own.
fn of_address(conn: &mut Conn, address: &str) -> Result<Vec<Subscription>> {
    let person = people::person_by_address(conn, address)?;
    let mut found = match person {
        Some(person) => theirs(conn, person.id)?,
        None => Vec::new(),
    };
    let own: Vec<Row> = (rows!())
        .filter(subscription::address.eq(address))
        .order(subscription::id.asc())
        .load(conn)?;
    found.extend(own.into_iter().filter_map(of));
    Ok(found)
}

fn theirs(conn: &mut Conn, id: PersonId) -> Result<Vec<Subscription>> {
    let found: Vec<Row> = (rows!())
        .filter(subscription::person_id.eq(id))
        .order(subscription::id.asc())
        .load(conn)?;
    Ok(found.into_iter().filter_map(of).collect())
}

/// What a person subscribes to, or has until lately: their own, and what was asked for with their address.
///
/// # Errors
/// When the database fails.
pub fn of_person(conn: &mut Conn, id: PersonId) -> Result<Vec<Own>> {
    let found = match people::person(conn, id)?.address {
        Some(address) => of_address(conn, &address)?,
        None => theirs(conn, id)?,
    };
    named(conn, found)
}

/// What the address of a subscription has that has not ended, itself too.
///
/// # Errors
/// When the database fails.
pub fn of_same_address(conn: &mut Conn, of: &Subscription) -> Result<Vec<Own>> {
    let mut found = match (&of.address, of.person) {
        (Some(address), _) => of_address(conn, address)?,
        (None, Some(person)) => theirs(conn, person)?,
        (None, None) => Vec::new(),
    };
    found.retain(|one| one.state != State::Ended);
    named(conn, found)
}

/// The first that was asked for first.
fn named(conn: &mut Conn, mut found: Vec<Subscription>) -> Result<Vec<Own>> {
    found.sort_by_key(|one| (one.asked_at, one.id));
    let names = names(conn, found.iter().map(|one| one.topic))?;
    let own = found.into_iter().filter_map(|subscription| {
        let (_, name) = (names.iter()).find(|(topic, _)| *topic == subscription.topic)?;
        Some(Own {
            name: name.clone(),
            subscription,
        })
    });
    Ok(own.collect())
}

/// What these boards and products are called.
///
/// # Errors
/// When the database fails.
pub fn names(
    conn: &mut Conn,
    of: impl Iterator<Item = Topic> + Clone,
) -> Result<Vec<(Topic, Words)>> {
    let boards = of.clone().filter_map(|topic| match topic {
        Topic::Board(id) => Some(id),
        Topic::Product(_) => None,
    });
    let boards: Vec<(BoardId, Words)> = board::table
        .filter(among(board::id, boards))
        .select((board::id, board::name))
        .load(conn)?;
    let products: Vec<(ProductId, Words)> = product::table
        .filter(among(product::id, of.filter_map(Topic::product)))
        .select((product::id, product::name))
        .load(conn)?;
    let boards = (boards.into_iter()).map(|(id, name)| (Topic::Board(id), name));
    let products = (products.into_iter()).map(|(id, name)| (Topic::Product(id), name));
    Ok(boards.chain(products).collect())
}

/// How many mails about its subscriptions an address was sent in the last hour.
///
/// # Errors
/// When the database fails.
pub fn mails_within_the_hour(
    conn: &mut Conn,
    address: &str,
    kind: &str,
    now: Moment,
) -> Result<i64> {
    let all = of_address(conn, address)?;
    let sent = occasion::table
        .filter(among(occasion::object_id, all.iter().map(|one| one.id)))
        .filter(occasion::kind.eq(kind))
        .filter(occasion::created_at.gt(now - Duration::hours(1)))
        .count()
        .get_result(conn)?;
    Ok(sent)
}

/// Whose a new subscription is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    Address(String),
    Person(PersonId),
}

/// What its owner chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub language: Language,
    pub frequency: Frequency,
}

/// Adds one: of an address it waits to be confirmed, of a person it is.
///
/// # Errors
/// When the database fails.
pub fn add(
    conn: &mut Conn,
    topic: Topic,
    whose: &Whose,
    choice: Choice,
    now: Moment,
) -> Result<RowId> {
    let id = RowId::new();
    let board = match topic {
        Topic::Board(id) => Some(id),
        Topic::Product(_) => None,
    };
    let (address, person, state) = match whose {
        Whose::Address(address) => (Some(address), None, State::Asked),
        Whose::Person(person) => (None, Some(person), State::Confirmed),
    };
    diesel::insert_into(subscription::table)
        .values((
            subscription::id.eq(id),
            subscription::board_id.eq(board),
            subscription::product_id.eq(topic.product()),
            subscription::address.eq(address),
            subscription::person_id.eq(person),
            subscription::language.eq(choice.language.tag()),
            subscription::frequency.eq(choice.frequency),
            subscription::state.eq(state),
            subscription::asked_at.eq(now),
            subscription::confirmed_at.eq(person.map(|_| now)),
        ))
        .execute(conn)?;
    Ok(id)
}

/// Asks for one again that was never confirmed, or has ended.
///
/// # Errors
/// When the database fails.
pub fn ask_again(conn: &mut Conn, id: RowId, choice: Choice, now: Moment) -> Result<()> {
    diesel::update(subscription::table.find(id))
        .set((
            subscription::language.eq(choice.language.tag()),
            subscription::frequency.eq(choice.frequency),
            subscription::state.eq(State::Asked),
            subscription::asked_at.eq(now),
            subscription::confirmed_at.eq(None::<Moment>),
            subscription::ended_at.eq(None::<Moment>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Makes it a person's own, and confirms it.
///
/// # Errors
/// When the database fails.
pub fn adopt(
    conn: &mut Conn,
    id: RowId,
    person: PersonId,
    choice: Choice,
    now: Moment,
) -> Result<()> {
    diesel::update(subscription::table.find(id))
        .set((
            subscription::person_id.eq(person),
            subscription::address.eq(None::<String>),
        ))
        .execute(conn)?;
    choose(conn, id, choice)?;
    confirm(conn, id, now)
}

/// Confirms it; one that is confirmed stays as it is.
///
/// # Errors
/// When the database fails.
pub fn confirm(conn: &mut Conn, id: RowId, now: Moment) -> Result<()> {
    let waiting = subscription::table
        .find(id)
        .filter(subscription::state.ne(State::Confirmed));
    diesel::update(waiting)
        .set((
            subscription::state.eq(State::Confirmed),
            subscription::confirmed_at.eq(now),
            subscription::ended_at.eq(None::<Moment>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes what its owner chooses.
///
/// # Errors
/// When the database fails.
pub fn choose(conn: &mut Conn, id: RowId, choice: Choice) -> Result<()> {
    diesel::update(subscription::table.find(id))
        .set((
            subscription::language.eq(choice.language.tag()),
            subscription::frequency.eq(choice.frequency),
        ))
        .execute(conn)?;
    Ok(())
}

/// Everything that an address has of one board or product: a subscription of its own, and that of the person whose it is.
///
/// # Errors
/// When the database fails.
pub fn alike(conn: &mut Conn, of: &Subscription) -> Result<Vec<RowId>> {
    let all = match &of.address {
        Some(address) => of_address(conn, address)?,
        None => Vec::new(),
    };
    let alike = all.into_iter().filter(|one| one.topic == of.topic);
    let others = alike.map(|one| one.id).filter(|id| *id != of.id);
    Ok(std::iter::once(of.id).chain(others).collect())
}

/// Ends them; one that has ended stays as it is.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, ids: &[RowId], now: Moment) -> Result<()> {
    let open = subscription::table
        .filter(among(subscription::id, ids))
        .filter(subscription::state.ne(State::Ended));
    diesel::update(open)
        .set((
            subscription::state.eq(State::Ended),
            subscription::ended_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes back the letters to them that nobody has begun to hand over.
///
/// # Errors
/// When the database fails.
pub fn take_back(conn: &mut Conn, ids: &[RowId]) -> Result<()> {
    let keys = ids.iter().map(|id| recipient(*id));
    let queued = message::table
        .filter(among(message::recipient, keys))
        .filter(message::state.eq(MessageState::Queued));
    diesel::update(queued)
        .set(message::state.eq(MessageState::Withdrawn))
        .execute(conn)?;
    Ok(())
}

/// Those whose time is over: each kind is found by its own index.
///
/// # Errors
/// When the database fails.
pub fn outlived(conn: &mut Conn, now: Moment) -> Result<Vec<Subscription>> {
    let mut found: Vec<Row> = (rows!())
        .filter(subscription::state.eq(State::Asked))
        .filter(subscription::asked_at.le(now - UNCONFIRMED_LIVES))
        .limit(MOST)
        .load(conn)?;
    let declined: Vec<Row> = (rows!())
        .filter(subscription::state.eq(State::Ended))
        .filter(subscription::asked_at.le(now - UNCONFIRMED_LIVES))
        .filter(subscription::confirmed_at.is_null())
        .limit(MOST)
        .load(conn)?;
    let ended: Vec<Row> = (rows!())
        .filter(subscription::state.eq(State::Ended))
        .filter(subscription::ended_at.le(now - ENDED_KEPT))
        .limit(MOST)
        .load(conn)?;
    let of_nobody: Vec<Row> = (rows!())
        .filter(subscription::person_id.is_not_null())
        .filter(person::address.is_null())
        .limit(MOST)
        .load(conn)?;
    found.extend(declined);
    found.extend(ended);
    found.extend(of_nobody);
    let all = found.into_iter().filter_map(of);
    Ok(all.filter(|one| is_outlived(one, now)).collect())
}

/// Deletes these.
///
/// # Errors
/// When the database fails.
pub fn delete(conn: &mut Conn, ids: &[RowId]) -> Result<()> {
    let rows = subscription::table.filter(among(subscription::id, ids));
    diesel::delete(rows).execute(conn)?;
    Ok(())
}
