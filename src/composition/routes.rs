//! The pages of a board's composition, and the panel on its own page.

use super::mail::lists;
use super::pages::forecast::{self as forecast_pages, ForecastPage};
use super::pages::{self, CompositionPage, panel as panel_pages};
use super::{rules, store};
use crate::boards::{Board, Sees, Strength, store as boards};
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, OrganisationId};
use crate::error::Result;
use crate::meetings::store::{self as meetings, around};
use crate::meetings::{Meeting, MeetingState};
use crate::people::store as people;
use crate::web::access::Right;
use crate::web::{As, Insider, Keeper, View, paths};
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, web::Query};
use chrono::{Months, NaiveDate};
use maud::Markup;
use std::collections::HashMap;

/// How far a forecast looks.
const AHEAD: Months = Months::new(36);
/// As many days as a page holds.
const MOST_DAYS: usize = 60;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::BOARD_COMPOSITION, web::get().to(page))
        .route(paths::BOARD_FORECAST, web::get().to(forecast));
}

/// The composition on the day that is asked for, else today; a day that is none is told at its field, over today's.
async fn page(
    view: View,
    who: As<Sees, Board>,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let board = &who.object;
    let today = board.today(view.now);
    let mut day = pages::day_form(today);
    if let Some(asked) = asked.get("on") {
        day.put("on", asked.clone());
    }
    let on = day.date("on").unwrap_or(today);
    let read_of = board.clone();
    let read = move |conn: &mut Conn| {
        let facts = store::facts(conn, &read_of, on)?;
        let mut ids: Vec<OrganisationId> = facts.organisations.keys().copied().collect();
        ids.extend(facts.payments.iter().map(|paid| paid.organisation));
        ids.sort_unstable();
        ids.dedup();
        let flags = boards::faults(conn, [read_of.id], today)?.remove(&read_of.id);
        let names = people::names_of(conn, &ids, on)?;
        Ok((lists(conn)?, names, facts, flags.unwrap_or_default()))
    };
    let (lists, names, facts, flags) = view.app.db.read(read).await?;
    let page = CompositionPage {
        board,
        lists: &lists,
        facts: &facts,
        composition: &rules::on(&facts, on),
        names: &names,
        day: &day,
        keeps: Keeper::has(&who.reader.roles, board.id),
        flags: &flags,
    };
    let status = if day.is_right() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let content = pages::page(&view, &page);
    Ok(view.page_with(status, &view.t("composition-title"), &content))
}

/// The meetings that are still to come, by their first days.
fn planned(
    conn: &mut Conn,
    of: BoardId,
    today: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Meeting>> {
    let mut found = meetings::between(conn, of, today, until)?;
    found.retain(|meeting| meeting.state != MeetingState::Cancelled);
    Ok(found)
}

async fn forecast(view: View, who: As<Sees, Board>) -> Result<HttpResponse> {
    let board = &who.object;
    let today = board.today(view.now);
    let until = today.checked_add_months(AHEAD).unwrap_or(today);
    let read_of = board.clone();
    // Whoever keeps the board without a role on it does not open its meetings.
    let opens = Insider::has(&who.reader.roles, board.id);
    let read = move |conn: &mut Conn| {
        let planned = if opens {
            planned(conn, read_of.id, today, until)?
        } else {
            Vec::new()
        };
        Ok((
            store::facts(conn, &read_of, today)?,
            planned,
            lists(conn)?,
            around::kinds(conn)?,
        ))
    };
    let (facts, planned, lists, meeting_kinds) = view.app.db.read(read).await?;
    let days: Vec<(NaiveDate, MeetingId)> = planned
        .iter()
        .map(|meeting| (meeting.first_day(), meeting.id))
        .collect();
    let days = rules::forecast(&facts, today, until, &days);
    let shown = days.len().min(MOST_DAYS);
    let mut breaks = rules::breaks(&facts, today);
    breaks.retain(|it| it.on < until);
    let meetings: HashMap<MeetingId, Meeting> = planned.into_iter().map(|it| (it.id, it)).collect();
    let page = ForecastPage {
        board,
        lists: &lists,
        days: &days[..shown],
        left_out: days.len() - shown,
        breaks: &breaks,
        meetings: &meetings,
        meeting_kinds: &meeting_kinds,
        today,
        begins: None,
        last: until.pred_opt().unwrap_or(until),
    };
    let content = forecast_pages::page(&view, &page);
    Ok(view.page(&view.t("composition-forecast"), &content))
}

/// What is broken today or will be first, on the board's page, for those who may open it.
///
/// # Errors
/// When the database fails.
pub fn panel(conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let reader = view.reader.as_ref();
    if !reader.is_some_and(|reader| Sees::has(&reader.roles, of)) {
        return Ok(Markup::default());
    }
    let board = boards::board(conn, of)?;
    let today = board.today(view.now);
    let facts = store::facts(conn, &board, today)?;
    let mut first = rules::breaks(&facts, today);
    let day = first.iter().map(|it| it.on).min();
    first.retain(|it| Some(it.on) == day);
    // What shall be followed is named before what normally is.
    first.sort_by_key(|it| (it.rule.strength == Strength::Normally, it.rule.position));
    let found = rules::on(&facts, today);
    Ok(panel_pages::panel(view, of, &lists(conn)?, &found, &first))
}
