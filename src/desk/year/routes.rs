//! The address of a board's year at a glance.

use super::{load, pages};
use crate::boards::Board;
use crate::error::Result;
use crate::meetings::routes::year_in;
use crate::web::{As, Insider, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, ServiceConfig};

/// The routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes.route(paths::YEAR_GLANCE, web::get().to(show));
}

async fn show(
    view: View,
    who: As<Insider, Board>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, reader) = (who.object.id, who.reader);
    let (now, source) = (view.now, view.app.clearance);
    let read = move |conn: &mut _| {
        let reads = source(conn, &reader, now)?;
        load::page(conn, (board, year), (&reader, &reads), now)
    };
    let page = view.app.db.read(read).await?;
    Ok(view.page(&pages::title(&view, year), &pages::page(&view, &page)))
}
