//! What changes the rows of action items.

use crate::db::ids::{ActionId, OrganisationId, PersonId};
use crate::db::schema::action_item;
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::minutes::actions::{Action, Owner};
use crate::web::access::Audience;
use diesel::prelude::*;

/// The columns that say whose it is.
fn owner(of: Owner) -> (Option<PersonId>, Option<OrganisationId>) {
    match of {
        Owner::Person(id) => (Some(id), None),
        Owner::Organisation(id) => (None, Some(id)),
        Owner::Other => (None, None),
    }
}

/// Writes a new one; false where it stands already, as when a form was sent twice.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, of: &Action) -> Result<bool> {
    let standing: i64 = action_item::table.find(of.id).count().get_result(conn)?;
    if standing > 0 {
        return Ok(false);
    }
    let (person, organisation) = owner(of.task.owner);
    diesel::insert_into(action_item::table)
        .values((
            (
                action_item::id.eq(of.id),
                action_item::board_id.eq(of.board),
                action_item::meeting_id.eq(of.meeting),
                action_item::item_id.eq(of.item),
                action_item::case_id.eq(of.case),
                action_item::title.eq(&of.title),
            ),
            (
                action_item::content.eq(&of.task.content),
                action_item::owner_person_id.eq(person),
                action_item::owner_organisation_id.eq(organisation),
                action_item::owner_name.eq(&of.task.owner_name),
                action_item::assigned_by.eq(of.assigned.0),
                action_item::assigned_at.eq(of.assigned.1),
                action_item::due_on.eq(of.task.due_on),
                action_item::link.eq(&of.task.link),
            ),
            (
                action_item::state.eq(of.state),
                action_item::note.eq(&of.note),
                action_item::settled_by.eq(of.settled.as_ref().map(|it| it.by)),
                action_item::settled_at.eq(of.settled.as_ref().map(|it| it.at)),
                action_item::created_by.eq(of.created.0),
                action_item::created_at.eq(of.created.1),
                action_item::version.eq(of.version),
            ),
            (
                action_item::audience.eq(of.audience),
                action_item::assessment.eq(of.assessment),
                action_item::open_from.eq(of.open_from),
                action_item::withdrawn_at.eq(of.withdrawn_at),
            ),
        ))
        .execute(conn)?;
    Ok(true)
}

/// Shows these to the board, and makes them their owners' at this moment. What a form was filled from stands.
///
/// # Errors
/// When the database fails.
pub fn show(conn: &mut Conn, ids: &[ActionId], now: Moment) -> Result<()> {
    diesel::update(action_item::table.filter(among(action_item::id, ids)))
        .set((
            action_item::audience.eq(Audience::Members),
            action_item::assigned_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes a changed one over what was read. Gives it with the version that it has then.
///
/// # Errors
/// `Stale` when someone saved after that, or when the database fails.
pub fn put(conn: &mut Conn, mut of: Action) -> Result<Action> {
    let (person, organisation) = owner(of.task.owner);
    let as_read = action_item::table
        .find(of.id)
        .filter(action_item::version.eq(of.version));
    of.version += 1;
    let changed = diesel::update(as_read)
        .set((
            (
                action_item::content.eq(&of.task.content),
                action_item::owner_person_id.eq(person),
                action_item::owner_organisation_id.eq(organisation),
                action_item::owner_name.eq(&of.task.owner_name),
                action_item::assigned_by.eq(of.assigned.0),
                action_item::assigned_at.eq(of.assigned.1),
                action_item::due_on.eq(of.task.due_on),
                action_item::link.eq(&of.task.link),
            ),
            (
                action_item::state.eq(of.state),
                action_item::note.eq(&of.note),
                action_item::settled_by.eq(of.settled.as_ref().map(|it| it.by)),
                action_item::settled_at.eq(of.settled.as_ref().map(|it| it.at)),
                action_item::withdrawn_at.eq(of.withdrawn_at),
                action_item::version.eq(of.version),
            ),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    Ok(of)
}
