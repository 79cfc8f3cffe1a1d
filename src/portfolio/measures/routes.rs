//! Addresses of measures: reading them here, keeping them in the file beside.

mod edit;

use super::pages::list::{self, ListPage};
use super::pages::one::{self, OnePage};
use super::pages::{self, Names};
use super::{Measure, STATUSES, forms, store};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{BoardId, OrganisationId};
use crate::error::Result;
use crate::people::store as people;
use crate::web::access::Right;
use crate::web::{As, Form, Insider, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Query, ServiceConfig};
use chrono::NaiveDate;
use maud::Markup;
use std::collections::{BTreeMap, BTreeSet};

/// The routes of measures.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::BOARD_MEASURES, web::get().to(list))
        .route(paths::NEW_MEASURE, web::get().to(edit::new))
        .route(paths::NEW_MEASURE, web::post().to(edit::add))
        .route(paths::MEASURE_REPORT, web::get().to(edit::report))
        .route(paths::MEASURE_REPORT, web::post().to(edit::make))
        .route(paths::MEASURE_EDIT, web::get().to(edit::edit))
        .route(paths::MEASURE_EDIT, web::post().to(edit::change))
        .route(paths::MEASURE_STATUS, web::get().to(edit::status))
        .route(paths::MEASURE_STATUS, web::post().to(edit::turn))
        .route(paths::MEASURE, web::get().to(show));
}

/// The way to a board's measures, for those with a role on it.
///
/// # Errors
/// When the database fails.
pub fn on_board(conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let reader = view.reader.as_ref();
    if !reader.is_some_and(|reader| Insider::has(&reader.roles, of)) {
        return Ok(Markup::default());
    }
    Ok(pages::on_board(view, of, store::count(conn, of)?))
}

/// What all organisations of these measures are called on a day.
fn names(conn: &mut Conn, of: &[Measure], on: NaiveDate) -> Result<Names> {
    let mut ids: BTreeSet<OrganisationId> = BTreeSet::new();
    for one in of {
        ids.insert(one.facts.ministry);
        ids.extend(one.facts.performs.iter().chain(&one.facts.involved));
    }
    let ids: Vec<OrganisationId> = ids.into_iter().collect();
    people::names_of(conn, &ids, on)
}

async fn list(
    view: View,
    who: As<Insider, Board>,
    asked: Query<BTreeMap<String, String>>,
) -> Result<HttpResponse> {
    let board = who.object;
    let keeps = Secretary::has(&who.reader.roles, board.id);
    let today = board.today(view.now);
    let read = move |conn: &mut Conn| {
        let measures = store::of_board(conn, board.id)?;
        let names = names(conn, &measures, today)?;
        let ministries: BTreeSet<OrganisationId> =
            measures.iter().map(|one| one.facts.ministry).collect();
        let name = |id: OrganisationId| names.get(&id).map(|(name, _short)| name.clone());
        let mut ministries: Vec<(String, String)> = (ministries.into_iter())
            .filter_map(|id| Some((id.to_string(), name(id)?)))
            .collect();
        ministries.sort_by_cached_key(|(_, name)| name.to_lowercase());
        Ok(ListPage {
            has_any: !measures.is_empty(),
            measures,
            statuses: code_words::list(conn, STATUSES)?,
            ministries,
            names,
            today,
            keeps,
            board: board.clone(),
        })
    };
    let mut page = view.app.db.read(read).await?;
    let mut form = Form::new(asked.into_inner().into_iter().collect());
    let choices = list::choices(&page);
    let wanted = forms::asked(&mut form, &choices);
    let order: Vec<String> = page.statuses.iter().map(|(code, _)| code.clone()).collect();
    (page.measures).retain(|one| wanted.holds(one, &order, today));
    let content = list::page(&view, &page, &form);
    Ok(view.page(&view.t("measures"), &content))
}

async fn show(view: View, who: As<Insider, Measure>) -> Result<HttpResponse> {
    let measure = who.object;
    let (keeps, now) = (Secretary::has(&who.reader.roles, measure.board), view.now);
    let read = move |conn: &mut Conn| {
        let board = boards::board(conn, measure.board)?;
        let today = board.today(now);
        Ok(OnePage {
            names: names(conn, std::slice::from_ref(&measure), today)?,
            statuses: code_words::list(conn, STATUSES)?,
            board,
            measure: measure.clone(),
            today,
            keeps,
        })
    };
    let page = view.app.db.read(read).await?;
    let title = view.words(&page.measure.facts.title);
    Ok(view.page(title, &one::page(&view, &page)))
}
