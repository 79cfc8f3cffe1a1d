//! What the ledger keeps of someone who is forgotten: that there was a letter, when, and the key of whom it was to; not
//! their name or address, and not what it said.

use crate::db::ids::{MessageId, OccasionId, PersonId};
use crate::db::schema::{delivery, message, occasion};
use crate::db::{Conn, among};
use crate::error::Result;
use diesel::prelude::*;

/// What stands where the name stood.
const FORGOTTEN: &str = "–";

/// Forgets whom the letters to a person were to, and what they said.
///
/// # Errors
/// When the database fails.
pub fn of_person(conn: &mut Conn, id: PersonId) -> Result<()> {
    let letters: Vec<MessageId> = message::table
        .filter(message::person_id.eq(id))
        .select(message::id)
        .load(conn)?;
    diesel::update(message::table.filter(message::person_id.eq(id)))
        .set((
            message::name.eq(FORGOTTEN),
            message::address.eq(""),
            message::body.eq("[]"),
            message::last_answer.eq(""),
        ))
        .execute(conn)?;
    // A mail server's answer often repeats the address.
    diesel::update(delivery::table.filter(among(delivery::message_id, &letters)))
        .set(delivery::answer.eq(""))
        .execute(conn)?;
    Ok(())
}

/// Forgets what the letters about an object said; they may name whom it was about. Who got them stays.
///
/// # Errors
/// When the database fails.
pub fn of_object(conn: &mut Conn, object_id: &str) -> Result<()> {
    let of: Vec<OccasionId> = occasion::table
        .filter(occasion::object_id.eq(object_id))
        .select(occasion::id)
        .load(conn)?;
    diesel::update(message::table.filter(among(message::occasion_id, &of)))
        .set(message::body.eq("[]"))
        .execute(conn)?;
    Ok(())
}

/// Forgets whom the letters about an object were to, and what they said: the object was the addressee, who is no person
/// of ours.
///
/// # Errors
/// When the database fails.
pub fn of_addressee(conn: &mut Conn, object_id: &str) -> Result<()> {
    let of: Vec<OccasionId> = occasion::table
        .filter(occasion::object_id.eq(object_id))
        .select(occasion::id)
        .load(conn)?;
    let letters: Vec<MessageId> = message::table
        .filter(among(message::occasion_id, &of))
        .select(message::id)
        .load(conn)?;
    letters_of_nobody(conn, &letters)
}

/// The same for the letters that were to one recipient, by the key that says who it is.
///
/// # Errors
/// When the database fails.
pub fn of_recipient(conn: &mut Conn, key: &str) -> Result<()> {
    let letters: Vec<MessageId> = message::table
        .filter(message::recipient.eq(key))
        .select(message::id)
        .load(conn)?;
    letters_of_nobody(conn, &letters)
}

fn letters_of_nobody(conn: &mut Conn, letters: &[MessageId]) -> Result<()> {
    for letter in letters {
        diesel::update(message::table.find(letter))
            .set((
                message::recipient.eq(format!("forgotten:{letter}")),
                message::name.eq(FORGOTTEN),
                message::address.eq(""),
                message::reply_to.eq(""),
                message::body.eq("[]"),
                message::last_answer.eq(""),
            ))
            .execute(conn)?;
    }
    diesel::update(delivery::table.filter(among(delivery::message_id, letters)))
        .set(delivery::answer.eq(""))
        .execute(conn)?;
    Ok(())
}
