//! What a board's page says of deputies.

use super::{pages, store};
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::{BoardId, OrganisationId};
use crate::error::Result;
use crate::people::store as people;
use crate::web::View;
use crate::web::access::Role;
use maud::Markup;

/// The members who meet by a deputy more often than the mandate says: for the secretariat and the chair, and for nobody
/// else.
///
/// # Errors
/// When the database fails.
pub fn panel(conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let roles = view.reader.as_ref().map(|reader| reader.roles.on(of));
    let roles = roles.unwrap_or_default();
    let keeps = roles.contains(&Role::Secretariat);
    if !keeps && !roles.contains(&Role::Chair) {
        return Ok(Markup::default());
    }
    let today = boards::board(conn, of)?.today(view.now);
    let found = store::too_often(conn, &[of], today)?;
    let Some(found) = found.first() else {
        return Ok(Markup::default());
    };
    let ids: Vec<OrganisationId> = found
        .often
        .iter()
        .filter_map(|one| one.organisation)
        .collect();
    let names = people::names_of(conn, &ids, today)?;
    Ok(pages::panel(view, found, &names, keeps))
}
