//! One mail a week in place of single reminders: what such a mail spoke for, and whom a reminder leaves out for it.
//!
//! A digest writes down the things it told of. A reminder that falls due before the digest expires leaves out those
//! whom it told of that same thing. What the digest did not know of, because it was made or moved afterwards, still
//! goes singly; so does everything when no digest went, or when it could not be handed over. Who reads digests is a
//! slice's to say; the question is asked here, once, for every kind.

use super::{Class, Kind, Mail, MessageState, Occasion, Recipient, Tables};
use crate::db::Conn;
use crate::db::ids::{BoardId, PersonId};
use crate::db::schema::{digest_thing, message, occasion};
use crate::db::types::Moment;
use crate::error::Result;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// The kind of a digest's occasion.
pub const KIND: &str = "digest";
/// Why an occasion is fulfilled whose every recipient had read of it in a digest.
pub const TOLD_TOGETHER: &str = "told-together";
/// Why a digest is fulfilled that would have been empty.
pub const NOTHING_TO_TELL: &str = "nothing-to-tell";

/// What reminders are about, in whatever slot: the same thing as long as its day is the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing {
    pub kind: String,
    pub object_id: String,
    pub about_day: NaiveDate,
}

/// Who of these people gets one mail a week about this board now.
pub type Readers =
    fn(&mut Conn, BoardId, &BTreeSet<PersonId>, Moment) -> Result<BTreeSet<PersonId>>;

/// Writes down what a digest told its reader of.
pub(super) fn record(
    conn: &mut Conn,
    digest: &Occasion,
    to: &Recipient,
    things: &[Thing],
) -> Result<()> {
    let Some(person) = to.person else {
        return Ok(());
    };
    for thing in things.iter().collect::<BTreeSet<_>>() {
        diesel::insert_into(digest_thing::table)
            .values((
                digest_thing::occasion_id.eq(digest.id),
                digest_thing::person_id.eq(person),
                digest_thing::kind.eq(&thing.kind),
                digest_thing::object_id.eq(&thing.object_id),
                digest_thing::about_day.eq(thing.about_day),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Takes away the mails to those who read of it in their digest, and still read digests. What answers a click or is
/// sent by one always goes.
pub(super) fn leave_out_the_told(
    conn: &mut Conn,
    tables: &Tables,
    kind: &Kind,
    due: &Occasion,
    mails: &mut Vec<Mail>,
    now: Moment,
) -> Result<()> {
    let (Some(readers), Some(board)) = (tables.digest_readers, due.board_id) else {
        return Ok(());
    };
    if kind.class != Class::ByItself {
        return Ok(());
    }
    let mut told = told(conn, due)?;
    told.retain(|person| mails.iter().any(|mail| mail.to.person == Some(*person)));
    if told.is_empty() {
        return Ok(());
    }
    let told = readers(conn, board, &told, now)?;
    mails.retain(|mail| mail.to.person.is_none_or(|person| !told.contains(&person)));
    Ok(())
}

/// Who was told of what this occasion is about by a digest that still counts when it is due.
///
/// # Errors
/// When the database fails.
pub fn told(conn: &mut Conn, due: &Occasion) -> Result<BTreeSet<PersonId>> {
    let Some(about_day) = due.about_day else {
        return Ok(BTreeSet::new());
    };
    // In a rehearsal's copy the messages of before it are missing; a digest without its message is taken to have gone.
    let its_message = message::occasion_id
        .eq(digest_thing::occasion_id)
        .and(message::person_id.eq(digest_thing::person_id.nullable()));
    let found: Vec<PersonId> = digest_thing::table
        .inner_join(occasion::table)
        .left_join(message::table.on(its_message))
        .filter(digest_thing::object_id.eq(&due.object_id))
        .filter(digest_thing::kind.eq(&due.kind))
        .filter(digest_thing::about_day.eq(about_day))
        .filter(occasion::due.le(due.due).and(occasion::expires.gt(due.due)))
        .filter(
            message::state
                .nullable()
                .is_null()
                .or(message::state.ne_all([MessageState::Dead, MessageState::Withdrawn])),
        )
        .select(digest_thing::person_id)
        .load(conn)?;
    Ok(found.into_iter().collect())
}
