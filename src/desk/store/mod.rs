//! The rows behind the desk. Every list is asked for by board and cut by the database, never afterwards.

pub mod desk;
pub mod health;
pub mod ledger;
pub mod me;
pub mod person_mail;
pub mod rehearsal;

use super::Place;
use crate::db::ids::BoardId;
use crate::db::types::Words;
use crate::error::Result;
use anyhow::Context;
use chrono_tz::Tz;

/// Joined to a board's id, this makes an expression that no index holds, so that an index by date or state is taken.
const BESIDE_INDEX: &str = "";

/// A board's id, name and zone as they are selected.
type PlaceRow = (BoardId, Words, String);

fn zone(name: &str) -> Result<Tz> {
    Ok(crate::calendar::parse_zone(name)
        .with_context(|| format!("a board has the unknown zone {name}"))?)
}

fn place((id, name, zone_name): PlaceRow) -> Result<Place> {
    let zone = zone(&zone_name)?;
    Ok(Place { id, name, zone })
}
