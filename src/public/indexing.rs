//! Keeps the index of what is published: reads what came out or was assessed anew, a little at a time, beside those who wait.

use super::store::index;
use crate::error::Result;
use crate::web::App;
use actix_web::web::block;
use std::time::Duration;

/// How often it is looked for what is due.
const EVERY: Duration = Duration::from_secs(10);
/// As many items as are read in one step.
const ITEMS: i64 = 50;

/// Reads what is due until the process is told to end.
pub async fn keep(app: App) {
    while !app.office.bell.is_closing() {
        match step(&app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "reading what is published ended early"),
        }
        let bell = app.office.bell.clone();
        block(move || bell.rest(EVERY)).await.ok();
    }
}

/// Reads some of what is due; whether there was any.
///
/// # Errors
/// When the database fails.
pub async fn step(app: &App) -> Result<bool> {
    if app.db.read(|conn| index::due(conn, 1)).await?.is_empty() {
        return Ok(false);
    }
    // Two that read at once would do the same twice: the second finds nothing due.
    let read = app.db.write(|conn| index::read_some(conn, ITEMS)).await?;
    Ok(read > 0)
}
