//! Addresses of annual plans: reading them here, keeping them in the files beside.

mod approval;
mod item;
mod templates;

use super::forms::Lists;
use super::pages::panels::{self, ToAgenda};
use super::pages::year::{self as pages, YearPage};
use super::pages::{Draft, Shown, title};
use super::{plan, rules, store};
use crate::audit;
use crate::boards::{Board, store as boards};
use crate::cases::forms::{Choices, needed_late};
use crate::cases::plan::By;
use crate::cases::routes::choices;
use crate::cases::rules::coming;
use crate::cases::store::write::is_permitted;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{BoardId, MeetingId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::meetings::routes::year_in;
use crate::meetings::{Meeting, MeetingState, store as meetings};
use crate::people::Refusal;
use crate::web::access::{Clearance, Right};
use crate::web::{As, Form, Insider, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, Query, ServiceConfig};
use chrono::Datelike;
use maud::Markup;
use std::collections::HashMap;

/// The board and the year in a path.
type OfYear = Path<(String, String)>;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::ANNUAL_PLAN_START, web::get().to(templates::preview))
        .route(paths::ANNUAL_PLAN_START, web::post().to(templates::start))
        .route(paths::ANNUAL_PLAN_CARRY, web::post().to(carry))
        .route(paths::ANNUAL_PLAN_APPROVAL, web::get().to(approval::show))
        .route(
            paths::ANNUAL_PLAN_APPROVAL,
            web::post().to(approval::approve),
        )
        .route(
            paths::ANNUAL_PLAN_AUDIENCE,
            web::post().to(approval::publish),
        )
        .route(paths::NEW_PLAN_ITEM, web::get().to(item::new))
        .route(paths::NEW_PLAN_ITEM, web::post().to(item::add))
        .route(paths::ANNUAL_PLAN, web::get().to(show))
        .route(paths::PLAN_ITEM, web::get().to(item::show))
        .route(paths::PLAN_ITEM, web::post().to(item::change))
        .route(paths::NEW_PLAN_TEMPLATE, web::get().to(templates::new))
        .route(paths::NEW_PLAN_TEMPLATE, web::post().to(templates::add))
        .route(paths::PLAN_TEMPLATES, web::get().to(templates::list))
        .route(paths::PLAN_TEMPLATE, web::get().to(templates::edit))
        .route(paths::PLAN_TEMPLATE, web::post().to(templates::change))
        .route(paths::MEETING_PLANNED, web::post().to(to_agenda));
}

fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        now: view.now,
    }
}

/// The plan of a board's year, and what its reader may read of it.
///
/// # Errors
/// When the database fails.
pub fn shown(
    conn: &mut Conn,
    board: Board,
    year: i32,
    (reads, now): (Clearance, Moment),
) -> Result<Shown> {
    Ok(Shown {
        of: store::year(conn, board.id, year)?,
        reads,
        kinds: code_words::list(conn, "case_type")?,
        meeting_kinds: code_words::list(conn, "meeting_kind")?,
        today: board.today(now),
        board,
    })
}

fn lists(conn: &mut Conn) -> Result<Lists> {
    Ok(Lists {
        kinds: code_words::list(conn, "case_type")?,
        subjects: code_words::list(conn, "case_subject")?,
    })
}

/// The same as the reader sees it.
fn load(conn: &mut Conn, view: &View, reader: &Reader, board: Board, year: i32) -> Result<Shown> {
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    shown(conn, board, year, (reads, view.now))
}

/// The plan of a year.
async fn show(
    view: View,
    who: As<Insider, Board>,
    path: OfYear,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let moved = asked.get("moved").and_then(|id| id.parse().ok());
    let (own, board) = (view.clone(), who.object);
    let reader = who.reader;
    let read = move |conn: &mut Conn| {
        let shown = load(conn, &own, &reader, board.clone(), year)?;
        let templates = store::templates(conn, board.id)?;
        let next = store::items(conn, board.id, year + 1)?;
        let open = meetings::open(conn, board.id)?;
        let data = boards::data(conn, board.id)?;
        Ok(YearPage {
            coming: coming(&open, &data, shown.today),
            moved,
            is_open: rules::is_shown(board.id, shown.of.plan.as_ref(), &shown.reads),
            keeps: reader.roles.is_secretary_of(board.id),
            missing: rules::missing(&templates, &shown.of).len(),
            carrying: rules::carrying(&shown.of, &next, shown.today).len(),
            shown,
        })
    };
    let page = view.app.db.read(read).await?;
    Ok(view.page(&title(&view, year), &pages::page(&view, &page)))
}

/// What was not treated goes on to the next year's plan.
async fn carry(
    view: View,
    who: As<Secretary, Board>,
    path: OfYear,
    _posted: Posted,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let next = year_in(&(year + 1).to_string())?;
    let (board, by) = (who.object.id, by(&view, &who.reader));
    let write = move |conn: &mut Conn| plan::carry(conn, board, year, by);
    view.app.db.write(write).await?;
    Ok(view.go_saying(&paths::annual_plan(board, next), "said-annual-plan-carried"))
}

/// What is planned for a meeting goes on its agenda, with the chair's permission where some of it is late.
async fn to_agenda(
    view: View,
    who: As<Secretary, Meeting>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (id, by) = (who.object.id, by(&view, &who.reader));
    let (own, meeting, reader) = (view.clone(), who.object, who.reader);
    let read = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        waiting(conn, &own, &reader, (reads, meeting.clone()))
    };
    let of = view.app.db.read(read).await?;
    let mut draft = Draft::of(form);
    let late = of.late.as_ref();
    let late = late.and_then(|choices| needed_late(&mut draft.form, choices));
    if draft.form.is_right() {
        let write = move |conn: &mut Conn| {
            let put = plan::put_on_agenda(conn, id, late.as_ref(), by)?;
            Ok(Ok(put))
        };
        let written = view.app.db.write(write).await;
        let done = settled(&view, &mut draft, id.to_string(), written).await?;
        if done.is_some() {
            return Ok(view.go_saying(&paths::agenda(id), "said-annual-plan-on-agenda"));
        }
    }
    let content = panels::to_agenda(&view, &of, &draft.form);
    Ok(again(
        &view,
        &draft,
        &view.t("annual-plan-waiting"),
        &content,
    ))
}

/// What is planned for a meeting, and who may permit that it comes late.
fn waiting(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    (reads, meeting): (Clearance, Meeting),
) -> Result<ToAgenda> {
    let board = boards::board(conn, meeting.board)?;
    let year = meeting.first_day().year();
    let page = shown(conn, board, year, (reads, view.now))?;
    let late = permits(conn, view, reader, (&page, &meeting))?;
    Ok(ToAgenda {
        page,
        meeting,
        late,
    })
}

/// Who may permit it, where something comes after the last moment to propose cases and nobody has permitted it.
fn permits(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    (page, meeting): (&Shown, &Meeting),
) -> Result<Option<Choices>> {
    let data = boards::data(conn, meeting.board)?;
    let found = coming(std::slice::from_ref(meeting), &data, page.today);
    let Some(at) = found.first() else {
        return Ok(None);
    };
    for item in page.waiting(meeting.id) {
        let is_free = match item.case {
            Some(case) => is_permitted(conn, case, meeting.id)?,
            None => false,
        };
        if !is_free && rules::is_late(&page.of, item, at, view.now) {
            let choices = choices(conn, meeting.board, None, reader, view.now)?;
            return Ok(Some(choices));
        }
    }
    Ok(None)
}

/// What became of a write: what it gave, or none where it is shown again with what is wrong.
async fn settled<T>(
    view: &View,
    draft: &mut Draft,
    object: String,
    written: Result<Result<T, Refusal>>,
) -> Result<Option<T>> {
    match written {
        Ok(Ok(done)) => return Ok(Some(done)),
        Ok(Err((field, said))) => draft.form.refuse(field, said),
        Err(Error::Refused(said)) => draft.form.notice = Some(said),
        Err(Error::Stale) => {
            let since = draft.form.version();
            let read = move |conn: &mut Conn| audit::since(conn, &object, since);
            draft.happened = view.app.db.read(read).await?;
            draft.is_stale = true;
        }
        Err(error) => return Err(error),
    }
    Ok(None)
}

/// The page of a form that was not saved.
fn again(view: &View, draft: &Draft, title: &str, content: &Markup) -> HttpResponse {
    if draft.is_stale {
        view.stale(title, content)
    } else {
        view.mistaken(title, content)
    }
}

/// What was sent, with what stands in the fields that were not.
fn completed(mut sent: Form, standing: &Form) -> Form {
    for (name, value) in standing.fields() {
        if sent.fields().iter().all(|(known, _)| known != name) {
            sent.put(name, value.clone());
        }
    }
    sent
}

/// The way to the plans, on a board's page, for those with a role on it.
///
/// # Errors
/// When the database fails.
pub fn panel(conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let reader = view.reader.as_ref();
    if !reader.is_some_and(|reader| Insider::has(&reader.roles, of)) {
        return Ok(Markup::default());
    }
    let today = boards::board(conn, of)?.today(view.now);
    Ok(panels::on_board(view, of, today.year()))
}

/// What is planned for a meeting and does not stand on its agenda, for those who put it there.
///
/// # Errors
/// When the database fails.
pub fn planned(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    reads: &Clearance,
    at: MeetingId,
) -> Result<Markup> {
    let meeting = meetings::meeting(conn, at)?;
    if !reader.roles.is_secretary_of(meeting.board) || meeting.state >= MeetingState::Held {
        return Ok(Markup::default());
    }
    let of = waiting(conn, view, reader, (reads.clone(), meeting))?;
    if of.page.waiting(at).is_empty() {
        return Ok(Markup::default());
    }
    Ok(panels::on_agenda(view, &of))
}
