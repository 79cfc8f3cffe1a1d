//! Addresses of the desk, a person's own page, the rehearsal and the signs of life.

use super::pages;
use super::rehearsal::{self, MONTHS, Wish, start_of};
use super::{
    Scope, digest, health, routes_calendar, routes_ledger, routes_mail, routes_mine,
    routes_wording, store, year,
};
use crate::calendar::local_date;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::minutes::actions::panels as actions;
use crate::web::{Form, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Query, ServiceConfig};
use chrono::{Months, NaiveDate};
use chrono_tz::{Europe, Tz};
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Pages of the next deadlines end here: who wants to look further reads the boards' years.
const LAST_PAGE: i64 = 50;
/// One rehearsal at a time: it keeps a core busy.
static STAGE: Semaphore = Semaphore::const_new(1);
/// How long the second waits.
const PATIENCE: Duration = Duration::from_secs(30);

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::DESK, web::get().to(desk))
        .route(paths::ME, web::get().to(me))
        .route(paths::REHEARSAL, web::get().to(rehearse))
        .route(paths::HEALTH_LIVE, web::get().to(health::live))
        .route(paths::HEALTH_READY, web::get().to(health::ready))
        .route(paths::HEALTH_MAIL, web::get().to(health::mail))
        .route(paths::METRICS, web::get().to(health::metrics));
    digest::routes::routes(routes);
    routes_calendar::routes(routes);
    routes_ledger::routes(routes);
    routes_mail::routes(routes);
    routes_mine::routes(routes);
    routes_wording::routes(routes);
    year::routes::routes(routes);
}

/// The instance's own date: it has no zone, the country's is Norway's.
pub(super) fn today(now: Moment) -> NaiveDate {
    local_date(Europe::Oslo, now.utc())
}

async fn desk(
    view: View,
    reader: Reader,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let scope = Scope::of_desk(&reader)?;
    let page: i64 = asked
        .get("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(0);
    let now = view.now;
    let read = move |conn: &mut _| {
        store::desk::desk(
            conn,
            &reader,
            &scope.boards,
            today(now),
            page.clamp(0, LAST_PAGE),
            now,
        )
    };
    let data = view.app.db.read(read).await?;
    Ok(view.page(&view.t("desk-title"), &pages::desk::desk(&view, &data)))
}

async fn me(view: View, reader: Reader) -> Result<HttpResponse> {
    let (asker, now, source) = (reader.clone(), view.now, view.app.clearance);
    let drawn = view.clone();
    let read = move |conn: &mut _| {
        let reads = source(conn, &asker, now)?;
        let actions = actions::mine(conn, &drawn, (&reads, &asker), today(now))?;
        Ok((store::me::page(conn, &asker, today(now), now)?, actions))
    };
    let (mine, actions) = view.app.db.read(read).await?;
    let content = pages::me::me(&view, &reader, &mine, &actions);
    Ok(view.page(&view.t("me-title"), &content))
}

async fn rehearse(
    view: View,
    reader: Reader,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let scope = Scope::of_desk(&reader)?;
    let boards = scope.boards.clone();
    let first = view
        .app
        .db
        .read(move |conn| store::ledger::choices(conn, &boards))
        .await?
        .first()
        .map_or(Europe::Oslo, |place| place.zone);
    let (form, wish) = wish(&view, &scope, first, asked.into_inner());
    let title = view.t("rehearsal-title");
    let told = match wish {
        Some(wish) if form.is_right() => Some(play(&view, wish).await?),
        _ => None,
    };
    let content = pages::rehearsal::rehearsal(&view, &form, told.as_deref());
    Ok(if form.is_right() {
        view.page(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}

/// What was asked for: days of the first board's calendar. Nothing is played until a period is asked for.
fn wish(
    view: &View,
    scope: &Scope,
    zone: Tz,
    asked: HashMap<String, String>,
) -> (Form, Option<Wish>) {
    let today = local_date(zone, view.now.utc());
    if !asked.contains_key("from") {
        let to = today + Months::new(12);
        let days = [("from", today.to_string()), ("to", to.to_string())];
        return (Form::filled(days), None);
    }
    let mut form = Form::new(asked.into_iter().collect());
    let (from, to) = (form.needed_date("from"), form.needed_date("to"));
    if !form.is_right() {
        return (form, None);
    }
    let latest = today + Months::new(MONTHS);
    if to < from || to < today || to > latest {
        form.refuse(
            "to",
            Said::new("rehearsal-refused-period").with("latest", view.date(latest)),
        );
        return (form, None);
    }
    let wish = Wish {
        boards: Some(scope.boards.clone()),
        from: start_of(zone, from),
        until: start_of(zone, to + chrono::Duration::days(1)),
        nobody_acts: form.is_ticked("nobody-acts"),
    };
    (form, Some(wish))
}

/// Off the request's thread, and only one at a time: whoever comes second waits their turn. The place on the stage
/// goes with the work, which a reader who leaves does not stop.
pub(super) async fn play(view: &View, wish: Wish) -> Result<Vec<rehearsal::Rehearsed>> {
    let turn = tokio::time::timeout(PATIENCE, STAGE.acquire()).await;
    let on_stage = turn
        .map_err(|_waited| Error::Busy)?
        .map_err(|_closed| Error::Busy)?;
    let office = view.app.office.clone();
    let played = web::block(move || {
        let told = rehearsal::rehearse(&office, &wish);
        drop(on_stage);
        told
    });
    played.await.map_err(|_cancelled| Error::Busy)?
}
