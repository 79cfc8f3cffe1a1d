//! Ordering packs: for a reader who asks, and for everyone whom a dispatch was for, before the mail says so.

use super::compose::Composing;
use super::job::PACK;
use super::{Order, store};
use crate::boards::store as boards;
use crate::cases::store::agenda;
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::jobs::store as jobs;
use crate::meetings::store as meetings;
use crate::papers::dispatch::{Recipient, load, mail, store as dispatches};
use crate::web::access::Clearance;
use crate::web::{App, Reader, Roles};

/// Orders the packs of everyone whom a dispatch was for, each set of rights once. When they are made, or have been made
/// before, the mail goes.
///
/// # Errors
/// When the database fails; then the mail goes without them, a little later.
pub async fn for_readers(app: &App, of: RowId) -> Result<()> {
    let (asked_of, now) = (app.clone(), app.clock.now());
    let read = move |conn: &mut Conn| orders(conn, &asked_of, of, now);
    let orders = app.db.read(read).await?;
    let write = move |conn: &mut Conn| {
        let keys: Vec<String> = orders.iter().map(Order::key).collect();
        for (order, key) in orders.iter().zip(&keys) {
            ask(conn, order, key, now)?;
        }
        store::wait_for(conn, of, &keys)?;
        release_one(conn, of, &keys, now)
    };
    app.db.write(write).await?;
    app.jobs.bell.ring();
    app.office.bell.ring();
    Ok(())
}

/// The packs of a dispatch, one for each language and set of rights among its readers.
fn orders(conn: &mut Conn, app: &App, of: RowId, now: Moment) -> Result<Vec<Order>> {
    let dispatch = dispatches::dispatch(conn, of)?.ok_or(Error::NotFound)?;
    let board = boards::board(conn, dispatch.board)?;
    let ranges = store::ranges(conn, dispatch.meeting)?;
    let agenda = agenda::agenda(conn, dispatch.meeting)?;
    let mut rights: Vec<(Language, Clearance)> = Vec::new();
    let mut orders: Vec<Order> = Vec::new();
    for one in dispatches::still_readers(conn, &board, &dispatch, now)? {
        let reader = reader(conn, app, one, now)?;
        let own = (reader.language, (app.clearance)(conn, &reader, now)?);
        if rights.contains(&own) {
            continue;
        }
        let papers = load::of_meeting(conn, dispatch.meeting, &reader, &own.1)?;
        rights.push(own);
        let all = Composing {
            of: &papers,
            agenda: &agenda,
            ranges: &ranges,
            only: None,
            language: reader.language,
            base_url: &app.config.base_url,
        };
        let more = Composing {
            only: Some(&dispatch),
            ..all
        };
        orders.extend(all.order());
        // The first time, the supplement would be the pack itself.
        orders.extend(more.order().filter(|_| dispatch.number > 1));
    }
    orders.sort_by_key(Order::key);
    orders.dedup();
    Ok(orders)
}

/// Someone who will read, as if they were here.
fn reader(conn: &mut Conn, app: &App, of: Recipient, now: Moment) -> Result<Reader> {
    let mut roles = Roles::default();
    for source in app.role_sources.iter() {
        source(conn, of.person, now, &mut roles)?;
    }
    Ok(Reader {
        id: of.person,
        name: of.name,
        language: of.language,
        roles,
        session: String::new(),
    })
}

/// Asks for a pack that is not made yet.
///
/// # Errors
/// When the database fails.
pub fn ask(conn: &mut Conn, order: &Order, key: &str, now: Moment) -> Result<()> {
    if store::pack(conn, key)?.is_some() {
        return Ok(());
    }
    jobs::ask(conn, PACK.code, key, &order.text(), now)
}

/// A pack is made, or given up: the mail of every dispatch that waited for it and for nothing else goes now.
///
/// # Errors
/// When the database fails.
pub fn release(conn: &mut Conn, key: &str, now: Moment) -> Result<()> {
    for (dispatch, mut keys) in store::waiting(conn, key)? {
        keys.retain(|one| one != key);
        release_one(conn, dispatch, &keys, now)?;
    }
    Ok(())
}

fn release_one(conn: &mut Conn, of: RowId, keys: &[String], now: Moment) -> Result<()> {
    if jobs::unfinished(conn, PACK.code, keys)? > 0 {
        return Ok(());
    }
    let dispatch = dispatches::dispatch(conn, of)?.ok_or(Error::NotFound)?;
    if now >= dispatch.at + mail::WAIT {
        return Ok(());
    }
    let board = boards::board(conn, dispatch.board)?;
    let meeting = meetings::meeting(conn, dispatch.meeting)?;
    mail::plan(conn, &dispatch, &board, &meeting, (now, now))
}
