//! What a reader may subscribe to: the one decision, for the pages, the list, the panels and every write.
//!
//! Boards whose own pages are shown to them, once the board sends mail: else the list to choose from would tell of boards that
//! keep to themselves. And products of which they may read something that is published, once one of the boards that published
//! it sends mail: else the list would tell of what is published for others.

use super::{Named, Topic};
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::{BoardId, ProductId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::notices::rules::mail_is_on;
use crate::portfolio::products::store as products;
use crate::public::store;
use crate::web::access::Clearance;
use std::collections::{BTreeMap, HashSet};

/// A board or a product, and whether it takes subscriptions now.
#[derive(Clone, Debug)]
pub struct Offered {
    pub to: Named,
    /// Whether mail of it is sent yet.
    pub is_on: bool,
}

/// What this reader may know of.
///
/// # Errors
/// `NotFound` where they may not, or when the database fails.
pub fn offered(conn: &mut Conn, topic: Topic, reads: &Clearance) -> Result<Offered> {
    match topic {
        Topic::Board(id) => board(conn, id, reads),
        Topic::Product(id) => product(conn, id, reads),
    }
}

fn board(conn: &mut Conn, id: BoardId, reads: &Clearance) -> Result<Offered> {
    if !store::is_shown(conn, id, reads)? {
        return Err(Error::NotFound);
    }
    let board = boards::board(conn, id)?;
    Ok(Offered {
        is_on: mail_is_on(&board, reads.now),
        to: Named {
            topic: Topic::Board(id),
            name: board.name,
        },
    })
}

fn product(conn: &mut Conn, id: ProductId, reads: &Clearance) -> Result<Offered> {
    let about = store::products::boards_about(conn, id, reads)?;
    if about.is_empty() {
        return Err(Error::NotFound);
    }
    let boards = boards::chosen(conn, &about)?;
    Ok(Offered {
        is_on: boards.iter().any(|board| mail_is_on(board, reads.now)),
        to: Named {
            topic: Topic::Product(id),
            name: products::product(conn, id)?.facts.name,
        },
    })
}

/// What this reader may subscribe to.
///
/// # Errors
/// `NotFound` where they may not know of it, `Refused` where no mail of it is sent, or when the database fails.
pub fn subscribable(conn: &mut Conn, topic: Topic, reads: &Clearance) -> Result<Named> {
    let offered = offered(conn, topic, reads)?;
    if offered.is_on {
        Ok(offered.to)
    } else {
        Err(Error::Refused(Said::new("subscribe-mail-off")))
    }
}

/// All of it: the boards in order, then the products in none.
///
/// # Errors
/// When the database fails.
pub fn all(conn: &mut Conn, reads: &Clearance) -> Result<Vec<Named>> {
    let known = store::known_boards(conn, reads)?;
    let on = known
        .iter()
        .filter(|(board, _)| mail_is_on(board, reads.now));
    let on: HashSet<BoardId> = on.map(|(board, _)| board.id).collect();
    let mut products = BTreeMap::new();
    for (id, name, board) in store::products::with_boards(conn, reads)? {
        if on.contains(&board) {
            products.insert(id, name);
        }
    }
    let takes = known.into_iter();
    let takes = takes.filter(|(board, is_shown)| *is_shown && on.contains(&board.id));
    let boards = takes.map(|(board, _)| Named {
        topic: Topic::Board(board.id),
        name: board.name,
    });
    let products = products.into_iter().map(|(id, name)| Named {
        topic: Topic::Product(id),
        name,
    });
    Ok(boards.chain(products).collect())
}
