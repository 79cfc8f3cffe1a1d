//! Ordering packs: for a reader who asks, and for everyone whom a dispatch was for, before the mail says so.

use super::compose::Composing;
use super::job::PACK;
use super::{Order, store};
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::jobs::store as jobs;
use crate::meetings::store as meetings;
use crate::papers::dispatch::{Recipient, load, mail, store as dispatches};
use crate::web::access::ClearanceSource;
use crate::web::{App, Reader, Roles};

/// Orders the packs of everyone whom a dispatch was for, each set of rights once. When they are made, or have been made
/// before, the mail goes.
///
/// # Errors
/// When the database fails; then the mail goes without them, a little later.
pub async fn for_readers(app: &App, of: RowId) -> Result<()> {
    let (sources, clearance, now) = (app.role_sources.clone(), app.clearance, app.clock.now());
    let base_url = app.config.base_url.clone();
    let read = move |conn: &mut Conn| {
        let dispatch = dispatches::dispatch(conn, of)?.ok_or(Error::NotFound)?;
        let board = boards::board(conn, dispatch.board)?;
        let to = dispatches::still_readers(conn, &board, &dispatch, now)?;
        let ranges = store::ranges(conn, dispatch.meeting)?;
        let mut orders: Vec<Order> = Vec::new();
        for one in to {
            let mut roles = Roles::default();
            for source in sources.iter() {
                source(conn, one.person, now, &mut roles)?;
            }
            let language = one.language;
            let reader = reader(one, roles);
            let papers = as_read_by(conn, &dispatch, &reader, clearance, now)?;
            let all = Composing {
                of: &papers,
                ranges: &ranges,
                only: None,
                language,
                base_url: &base_url,
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
    };
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

fn as_read_by(
    conn: &mut Conn,
    of: &crate::papers::dispatch::Dispatch,
    reader: &Reader,
    clearance: ClearanceSource,
    now: Moment,
) -> Result<load::MeetingPapers> {
    let clearance = clearance(conn, reader, now)?;
    load::of_meeting(conn, of.meeting, reader, &clearance)
}

/// Someone who will read, as if they were here.
fn reader(of: Recipient, roles: Roles) -> Reader {
    Reader {
        id: of.person,
        name: of.name,
        language: of.language,
        roles,
        session: String::new(),
    }
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
