//! What one person is to follow up, has agreed on behalf of a board, or has settled. What is to be done is told where they
//! may read it now.

use super::at;
use crate::db::ids::{ActionId, PersonId};
use crate::db::schema::{action_item, meeting};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::minutes::actions::State;
use crate::minutes::actions::store as actions;
use crate::web::Reader;
use crate::web::access::{Audience, Clearance};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

/// All of them.
///
/// # Errors
/// When the database fails.
pub fn all(conn: &mut Conn, reader: &Reader, clearance: &Clearance) -> Result<Value> {
    Ok(json!({
        "yours": owned(conn, reader, clearance)?,
        "written_by_you": written(conn, reader.id)?,
        "settled_by_you": settled(conn, reader.id)?,
    }))
}

fn owned(conn: &mut Conn, reader: &Reader, clearance: &Clearance) -> Result<Vec<Value>> {
    type Row = (
        ActionId,
        NaiveDate,
        String,
        (Option<NaiveDate>, State),
        Moment,
    );
    let rows: Vec<Row> = action_item::table
        .inner_join(meeting::table)
        .filter(action_item::owner_person_id.eq(reader.id))
        // What nobody is told of before the draft goes out is the secretariat's.
        .filter(
            action_item::audience
                .ne(Audience::Secretariat)
                .or(among(action_item::board_id, &clearance.keeps)),
        )
        .order((action_item::assigned_at.asc(), action_item::id.asc()))
        .select((
            action_item::id,
            meeting::first_day,
            action_item::owner_name,
            (action_item::due_on, action_item::state),
            action_item::assigned_at,
        ))
        .load(conn)?;
    let mut told = Vec::new();
    for (id, meeting, name, (due, state), assigned) in rows {
        let text = match actions::seen(conn, id, clearance, reader) {
            Ok(action) => Some(action.task.content),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        };
        told.push(json!({
            "id": id.to_string(), "meeting_on": meeting, "your_name_then": name, "text": text, "due": due,
            "state": state.code(), "yours_since": at(assigned),
        }));
    }
    Ok(told)
}

fn written(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    let rows: Vec<(NaiveDate, Moment)> = action_item::table
        .inner_join(meeting::table)
        .filter(action_item::created_by.eq(id))
        .order((action_item::created_at.asc(), action_item::id.asc()))
        .select((meeting::first_day, action_item::created_at))
        .load(conn)?;
    let told = |(meeting, created)| json!({ "meeting_on": meeting, "at": at(created) });
    Ok(rows.into_iter().map(told).collect())
}

/// With the notes that they wrote.
fn settled(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    let rows: Vec<(NaiveDate, Option<Moment>, String)> = action_item::table
        .inner_join(meeting::table)
        .filter(action_item::settled_by.eq(id))
        .order((action_item::settled_at.asc(), action_item::id.asc()))
        .select((
            meeting::first_day,
            action_item::settled_at,
            action_item::note,
        ))
        .load(conn)?;
    let told = |(meeting, settled, note): (NaiveDate, Option<Moment>, String)| json!({ "meeting_on": meeting, "note": note, "at": settled.map(at) });
    Ok(rows.into_iter().map(told).collect())
}
