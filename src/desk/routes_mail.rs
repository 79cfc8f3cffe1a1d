//! A board's mail, switched on or off. Before it is switched on, the page shows every mail of the first two weeks and
//! who gets it; nothing that was due before is sent afterwards.

use super::pages;
use super::rehearsal::{Wish, start_of};
use super::routes::play;
use crate::boards::Board;
use crate::boards::store::changes::{By, switch_mail};
use crate::error::Result;
use crate::web::{As, Keeper, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use chrono::Duration;

/// How much of what is to come is shown.
const SHOWN: Duration = Duration::days(14);

pub(super) fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::BOARD_MAIL, web::get().to(page))
        .route(paths::BOARD_MAIL, web::post().to(switch));
}

async fn page(view: View, who: As<Keeper, Board>) -> Result<HttpResponse> {
    let board = who.object;
    let today = board.today(view.now);
    let wish = Wish {
        boards: Some(vec![board.id]),
        from: view.now,
        until: start_of(board.zone, today + SHOWN),
        nobody_acts: true,
    };
    let told = play(&view, wish).await?;
    let title = view.t("board-mail-title");
    Ok(view.page(&title, &pages::board_mail::page(&view, &board, &told)))
}

async fn switch(view: View, who: As<Keeper, Board>, posted: Posted) -> Result<HttpResponse> {
    let (id, is_on) = (who.object.id, posted.0.value("mail") == "on");
    let by = By {
        person: who.reader.id,
        at: view.now,
    };
    let tables = std::sync::Arc::clone(&view.app.office.tables);
    view.app
        .db
        .write(move |conn| {
            switch_mail(conn, by, id, is_on)?;
            tables.replan(conn, id, by.at)
        })
        .await?;
    let said = if is_on {
        "said-board-mail-on"
    } else {
        "said-board-mail-off"
    };
    Ok(view.go_saying(&paths::board(id), said))
}
