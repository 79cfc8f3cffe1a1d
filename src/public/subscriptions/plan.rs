//! Asks for a subscription, confirms it, changes it and ends it, and plans the weekly mail about minutes. What is asked for by an
//! address is answered by mail alone.

use super::letters::Question;
use super::mail::{self, ASKED, DIGEST, PRODUCTS};
use super::rules::{self, MAILS_AN_HOUR, UNCONFIRMED_LIVES};
use super::store::{self, Choice, Whose};
use super::{Named, State, Subscription, Topic, offer};
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::{BoardId, MessageId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::mail::ledger::{self, AtOnce, Scope, tell_at_once};
use crate::mail::pass::PostOffice;
use crate::mail::wording::{Wordings, store as wordings};
use crate::mail::{Key, Wanted};
use crate::people::store as people;
use crate::web::access::Clearance;

/// What somebody has asked for.
#[derive(Clone, Debug)]
pub struct Asking {
    pub topic: Topic,
    pub address: String,
    pub choice: Choice,
}

/// Asks an address whether it wants mail of a board or a product; one that gets it already is told so. The page that answers never says
/// which. An address reads what a visitor reads, whoever asks for it.
///
/// # Errors
/// `NotFound` or `Refused` where it takes no subscriptions, or when the database fails.
pub fn ask(conn: &mut Conn, office: &PostOffice, asking: &Asking, now: Moment) -> Result<()> {
    let to = offer::subscribable(conn, asking.topic, &Clearance::of_nobody(now))?;
    let sent = store::mails_within_the_hour(conn, &asking.address, ASKED, now)?;
    if sent >= MAILS_AN_HOUR {
        return Ok(());
    }
    let id = match store::standing(conn, to.topic, &asking.address)? {
        Some(standing) => {
            // Nobody changes what another has confirmed.
            if standing.state != State::Confirmed {
                store::ask_again(conn, standing.id, asking.choice, now)?;
            }
            standing.id
        }
        None => {
            let whose = Whose::Address(asking.address.clone());
            store::add(conn, to.topic, &whose, asking.choice, now)?
        }
    };
    let subscription = store::subscription(conn, id)?.ok_or(Error::NotFound)?;
    write_to(conn, office, &to, &subscription, now)
}

fn write_to(
    conn: &mut Conn,
    office: &PostOffice,
    to: &Named,
    of: &Subscription,
    now: Moment,
) -> Result<()> {
    // What is about a product is of no board.
    let (board, mailbox, wordings) = match to.topic {
        Topic::Board(id) => {
            let wordings = wordings::of_board(conn, id)?;
            (Some(id), boards::board(conn, id)?.mailbox, wordings)
        }
        Topic::Product(_) => (None, String::new(), Wordings::default()),
    };
    let question = Question {
        topic: to.topic,
        name: &to.name,
        wordings: &wordings,
        base_url: &office.base_url,
    };
    let Some(letter) = mail::asked(&question, of, mailbox) else {
        return Ok(());
    };
    let what = AtOnce {
        kind: ASKED,
        board,
        object_kind: store::OBJECT_KIND,
        object_id: of.id.as_str(),
        expires: now + UNCONFIRMED_LIVES,
    };
    let id = MessageId::new();
    tell_at_once(conn, &what, id, &letter, office.domain(), now)
}

/// A person who has signed in subscribes: their address is known, and the click confirms it. What was asked for with that
/// address becomes theirs.
///
/// # Errors
/// `NotFound` where they may not know of it, `Refused` where no mail of it is sent or the person has no address, or when the
/// database fails.
pub fn subscribe(
    conn: &mut Conn,
    (person, reads): (PersonId, &Clearance),
    topic: Topic,
    choice: Choice,
) -> Result<()> {
    let now = reads.now;
    let to = offer::subscribable(conn, topic, reads)?;
    let Some(address) = people::person(conn, person)?.address else {
        return Err(Error::Refused(Said::new("subscribe-no-address")));
    };
    match store::standing(conn, to.topic, &address)? {
        Some(standing) => store::adopt(conn, standing.id, person, choice, now),
        None => store::add(conn, to.topic, &Whose::Person(person), choice, now).map(|_id| ()),
    }
}

/// Confirms what an address was asked.
///
/// # Errors
/// When the database fails.
pub fn confirm(conn: &mut Conn, of: &Subscription, now: Moment) -> Result<()> {
    if of.state == State::Asked {
        store::confirm(conn, of.id, now)?;
    }
    Ok(())
}

/// Changes how often and in which language.
///
/// # Errors
/// When the database fails.
pub fn choose(conn: &mut Conn, of: &Subscription, choice: Choice) -> Result<()> {
    if of.state == State::Confirmed {
        store::choose(conn, of.id, choice)?;
    }
    Ok(())
}

/// Ends it, and what the same address has of the board or the product besides: nothing that is planned or waits to be sent goes to it.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, of: &Subscription, now: Moment) -> Result<()> {
    let all = store::alike(conn, of)?;
    store::end(conn, &all, now)?;
    store::take_back(conn, &all)
}

/// Ends several at once.
///
/// # Errors
/// When the database fails.
pub fn end_all(conn: &mut Conn, of: &[Subscription], now: Moment) -> Result<()> {
    of.iter().try_for_each(|one| end(conn, one, now))
}

/// Plans the next weekly mail of a board that has published something. It asks again before it goes, and says nothing of
/// what was taken back by then.
///
/// # Errors
/// When the database fails.
pub fn weekly(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    let board = boards::board(conn, of)?;
    let Some(turn) = rules::next_turn(&board, now) else {
        return Ok(());
    };
    let weekly = Wanted {
        key: Key {
            kind: DIGEST,
            object_id: board.id.to_string(),
            slot: turn.slot,
        },
        object_kind: "board",
        about_day: turn.day,
        deadline: None,
        due: turn.due,
        expires: turn.due + rules::IS_NEWS,
    };
    want(conn, Some(board.id), &weekly, now)
}

/// The object of the weekly mail about products: it is one for all of them.
const ALL_PRODUCTS: &str = "products";

/// Plans the next weekly mail about products, where a board has published something about one: by that board's clock. It asks
/// again before it goes.
///
/// # Errors
/// When the database fails.
pub fn weekly_about_products(conn: &mut Conn, by: BoardId, now: Moment) -> Result<()> {
    let Some(turn) = rules::next_turn(&boards::board(conn, by)?, now) else {
        return Ok(());
    };
    let weekly = Wanted {
        key: Key {
            kind: PRODUCTS,
            object_id: ALL_PRODUCTS.to_owned(),
            slot: turn.slot,
        },
        object_kind: "product",
        about_day: turn.day,
        deadline: None,
        due: turn.due,
        expires: turn.due + rules::IS_NEWS,
    };
    want(conn, None, &weekly, now)
}

/// One more is wanted; what stands for the same object in other slots is left alone.
fn want(conn: &mut Conn, board: Option<BoardId>, wanted: &Wanted, now: Moment) -> Result<()> {
    let key = &wanted.key;
    let mut standing = ledger::of_object(conn, &key.object_id)?;
    standing.retain(|row| row.slot == key.slot);
    let scope = Scope {
        board,
        object_id: &key.object_id,
        kinds: &[key.kind],
    };
    ledger::reconcile(conn, scope, &standing, std::slice::from_ref(wanted), now)
}
