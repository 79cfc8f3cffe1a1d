//! Who was of another mind, as the minutes that are out say it.

use crate::db::ids::{AgendaItemId, MeetingId};
use crate::db::schema::{minutes_version, publication};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::minutes::publication::PublicationState;
use diesel::prelude::*;
use serde::Deserialize;
use std::collections::HashMap;

/// As much of the minutes as is asked for here.
#[derive(Deserialize)]
struct Told {
    items: Vec<ToldItem>,
}

#[derive(Deserialize)]
struct ToldItem {
    item: AgendaItemId,
    dissent: String,
}

/// The dissents of these meetings' minutes that are out, in Markdown, by their items. Whoever asks shows only those of items
/// that the reader may read.
///
/// # Errors
/// When the database fails.
pub fn dissents(
    conn: &mut Conn,
    of: impl IntoIterator<Item = MeetingId>,
) -> Result<HashMap<AgendaItemId, String>> {
    let same = publication::meeting_id
        .eq(minutes_version::meeting_id)
        .and(publication::number.eq(minutes_version::number));
    let contents: Vec<String> = minutes_version::table
        .inner_join(publication::table.on(same))
        .filter(publication::state.eq(PublicationState::Published))
        .filter(among(minutes_version::meeting_id, of))
        .select(minutes_version::content)
        .load(conn)?;
    let mut found = HashMap::new();
    for content in contents {
        let told: Told = serde_json::from_str(&content).map_err(anyhow::Error::from)?;
        let said = told.items.into_iter().filter(|one| !one.dissent.is_empty());
        found.extend(said.map(|one| (one.item, one.dissent)));
    }
    Ok(found)
}
