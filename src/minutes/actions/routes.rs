//! Addresses of action items: adding one under an item of the minutes, a board's list, and the page of one.

use super::forms::{self, Choice};
use super::pages::form::{self as form_pages, Adding};
use super::pages::item;
use super::pages::list::{self, List, owner_code};
use super::pages::one::{self, ActionPage};
use super::plan::{self, Agreed};
use super::rules::Act;
use super::store::{self, Asked};
use super::{Action, Owner, Show, pages, panels};
use crate::boards::{Board, store as boards};
use crate::cases::pages::meeting_name;
use crate::cases::store::{self as cases, clearance};
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{ActionId, AgendaItemId, MeetingId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::attendance::plan::lists;
use crate::minutes::draft::{plan as minutes, store as written};
use crate::minutes::round;
use crate::web::{As, Form, Insider, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Path, Query, ServiceConfig};
use std::collections::{BTreeSet, HashMap};

/// The text that says that someone else saved first.
const OVERTAKEN: &str = "action-overtaken";

/// The routes of action items.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::ITEM_ACTIONS, web::get().to(new))
        .route(paths::ITEM_ACTIONS, web::post().to(added))
        .route(paths::BOARD_ACTIONS, web::get().to(of_board))
        .route(paths::ACTION, web::get().to(show))
        .route(paths::ACTION, web::post().to(acted))
        .route(paths::ACTION_EDIT, web::get().to(edit))
        .route(paths::ACTION_EDIT, web::post().to(edited));
}

/// What the form of a new one is made from; of an item that is closed to the reader there is none.
async fn load_adding(
    view: &View,
    reader: &Reader,
    meeting: MeetingId,
    item: AgendaItemId,
) -> Result<Adding> {
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let drawn = view.clone();
    let read = move |conn: &mut Conn| {
        let reads = source(conn, &reader, now)?;
        let lists = lists(conn, meeting, now)?;
        let board = lists.data.board.clone();
        let meeting = lists.meeting.clone();
        let kinds = code_words::list(conn, "meeting_kind")?;
        let round = round::store::round(conn, meeting.id)?;
        let may = round::rules::may_be_written(&meeting, round.as_ref(), board.today(now));
        let refusal = may.map_err(|refusal| refusal.said()).err();
        let (mut title, mut owners) = (String::new(), panels::owners(conn, &lists, now)?);
        if refusal.is_none() {
            let mut known = written::written(conn, meeting.id)?.into_iter();
            let before = known.find(|one| one.item == item);
            let at = (&meeting, &board);
            let (case, called) = minutes::about(conn, at, item, before.as_ref(), &reads)?;
            if let Some(case) = case {
                let closed = clearance::closed_to(conn, case)?;
                owners = item::without(&owners, Some(&closed));
            }
            title = called;
        }
        Ok(Adding {
            name: meeting_name(&drawn, &kinds, &meeting),
            board,
            meeting,
            item,
            title,
            owners,
            round,
            refusal,
        })
    };
    view.app.db.read(read).await
}

fn item_in(path: &Path<(String, String)>) -> Result<AgendaItemId> {
    path.1.parse().map_err(|_not_an_id| Error::NotFound)
}

/// Where one is added.
async fn new(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let page = load_adding(&view, &who.reader, who.object.id, item_in(&path)?).await?;
    let content = form_pages::add_page(&view, &page, &Form::default());
    Ok(view.page(&view.t("action-new"), &content))
}

/// One is agreed.
async fn added(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (mut form, item, of) = (posted.0, item_in(&path)?, who.object.id);
    let page = load_adding(&view, &who.reader, of, item).await?;
    let first_day = page.meeting.first_day();
    let task = forms::read(&mut form, item.as_str(), &page.owners, first_day);
    if let Some(refusal) = &page.refusal {
        form.notice = Some(refusal.clone());
    }
    if form.is_right() {
        let agreed = Agreed {
            id: form.value("id").parse().unwrap_or_default(),
            meeting: of,
            item,
            task,
        };
        let (reader, now, source) = (who.reader.clone(), view.now, view.app.clearance);
        let write = move |conn: &mut Conn| {
            let reads = source(conn, &reader, now)?;
            plan::add(conn, &agreed, &reads, reader.id, now)
        };
        match view.app.db.write(write).await {
            Ok(()) => {
                let minutes = paths::of_meeting(of, "minutes");
                let lands = paths::saying(&minutes, "said-action-added");
                return Ok(view.go_to(&format!("{lands}#item-{item}")));
            }
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let page = Adding {
        refusal: None,
        ..page
    };
    let content = form_pages::add_page(&view, &page, &form);
    Ok(view.mistaken(&view.t("action-new"), &content))
}

/// A board's list.
async fn of_board(
    view: View,
    who: As<Insider, Board>,
    query: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let (board, reader, now, source) = (who.object, who.reader, view.now, view.app.clearance);
    let show = query.get("show").and_then(|code| code.parse().ok());
    let page: i64 = query
        .get("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(0);
    let wanted = query.get("owner").filter(|code| !code.is_empty()).cloned();
    let read = move |conn: &mut Conn| {
        let reads = source(conn, &reader, now)?;
        let owners = store::owners(conn, board.id, &reads, &reader)?;
        let owner = wanted.and_then(|code| {
            let mut all = owners.iter();
            all.find(|one| owner_code(one) == code).cloned()
        });
        let asked = Asked {
            board: board.id,
            show: show.unwrap_or(Show::Open),
            owner,
            today: board.today(now),
            page: page.clamp(0, 100_000),
        };
        let (actions, has_more) = store::of_board(conn, &asked, &reads, &reader)?;
        Ok(List {
            counts: store::counts(conn, board.id, asked.today, &reads, &reader)?,
            meetings: panels::meetings_of(conn, &actions)?,
            board,
            asked,
            actions,
            has_more,
            owners,
        })
    };
    let list = view.app.db.read(read).await?;
    Ok(view.page(&view.t("action-items"), &list::page(&view, &list)))
}

async fn load(view: &View, reader: &Reader, path: &str) -> Result<ActionPage> {
    let id: ActionId = path.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let read = move |conn: &mut Conn| {
        let reads = source(conn, &reader, now)?;
        let action = store::seen(conn, id, &reads, &reader)?;
        let board = boards::board(conn, action.board)?;
        let case = match action.case {
            Some(case) => cases::seen_among(conn, &[case], &reads)?.remove(&case),
            None => None,
        };
        let today = board.today(now);
        let has_role = !reader.roles.on(board.id).is_empty();
        Ok(ActionPage {
            meeting: meetings::meeting(conn, action.meeting)?,
            meeting_kinds: code_words::list(conn, "meeting_kind")?,
            keeps: reader.roles.is_secretary_of(board.id),
            is_owner: plan::is_owner(conn, &action, &reader, today)?,
            opens_meeting: has_role || reads.called_to.contains(&action.meeting),
            board,
            action,
            case,
            today,
        })
    };
    view.app.db.read(read).await
}

/// One action item.
async fn show(view: View, reader: Reader, path: Path<String>) -> Result<HttpResponse> {
    let page = load(&view, &reader, &path).await?;
    let content = one::page(&view, &page, &Form::default());
    Ok(view.page(&view.t("action-item"), &content))
}

/// It is settled, opened again or taken back.
async fn acted(
    view: View,
    reader: Reader,
    path: Path<String>,
    posted: Posted,
) -> Result<HttpResponse> {
    let page = load(&view, &reader, &path).await?;
    let mut form = posted.0;
    let act = Act::from_code(form.value("act")).ok_or(Error::NotFound)?;
    if !super::rules::may(act, page.keeps, page.is_owner) {
        return Err(Error::NotFound);
    }
    let note = forms::read_note(&mut form, act.needs_note());
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if form.is_right() {
        let (id, version) = (page.action.id, form.version());
        let (by, now, source) = (reader.clone(), view.now, view.app.clearance);
        let write = move |conn: &mut Conn| {
            let reads = source(conn, &by, now)?;
            plan::act(conn, (id, version), act, &note, (&reads, &by), now)
        };
        match view.app.db.write(write).await {
            Ok(()) => return Ok(view.go_saying(&pages::path(id), said(act))),
            Err(Error::Stale) => {
                form.notice = Some(Said::new(OVERTAKEN));
                status = StatusCode::CONFLICT;
            }
            Err(error) => return Err(error),
        }
    }
    let page = load(&view, &reader, &path).await?;
    let content = one::page(&view, &page, &form);
    Ok(view.page_with(status, &view.t("action-item"), &content))
}

fn said(act: Act) -> &'static str {
    match act {
        Act::Done => "said-action-done",
        Act::Drop => "said-action-dropped",
        Act::Reopen => "said-action-open",
        Act::Withdraw => "said-action-withdrawn",
    }
}

/// One that the secretariat may change, with who can be made its owner.
async fn load_editing(
    view: &View,
    reader: &Reader,
    path: &str,
) -> Result<(ActionPage, Vec<Choice>)> {
    let page = load(view, reader, path).await?;
    if !page.keeps {
        return Err(Error::NotFound);
    }
    let (meeting, case, now) = (page.action.meeting, page.action.case, view.now);
    let read = move |conn: &mut Conn| {
        let lists = lists(conn, meeting, now)?;
        let closed = match case {
            Some(case) => clearance::closed_to(conn, case)?,
            None => BTreeSet::new(),
        };
        Ok(item::without(
            &panels::owners(conn, &lists, now)?,
            Some(&closed),
        ))
    };
    let mut owners = view.app.db.read(read).await?;
    let task = &page.action.task;
    let is_there = owners.iter().any(|(owner, _)| *owner == task.owner);
    if task.owner != Owner::Other && !is_there {
        owners.push((task.owner, task.owner_name.clone()));
    }
    Ok((page, owners))
}

fn standing(of: &Action) -> Form {
    let mut form = forms::filled(of.id.as_str(), &of.task);
    form.put("version", of.version.to_string());
    form
}

/// The form of one.
async fn edit(view: View, reader: Reader, path: Path<String>) -> Result<HttpResponse> {
    let (page, owners) = load_editing(&view, &reader, &path).await?;
    let form = standing(&page.action);
    let of = (&page.board, &page.action);
    let content = form_pages::edit_page(&view, of, &owners, &form, None);
    Ok(view.page(&view.t("action-change"), &content))
}

/// One is changed.
async fn edited(
    view: View,
    reader: Reader,
    path: Path<String>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (page, owners) = load_editing(&view, &reader, &path).await?;
    let (mut form, id) = (posted.0, page.action.id);
    let task = forms::read(&mut form, id.as_str(), &owners, page.meeting.first_day());
    let mut is_stale = false;
    if form.is_right() {
        let version = form.version();
        let (by, now, source) = (reader.clone(), view.now, view.app.clearance);
        let write = move |conn: &mut Conn| {
            let reads = source(conn, &by, now)?;
            plan::change(conn, (id, version), &task, (&reads, &by), now)
        };
        match view.app.db.write(write).await {
            Ok(()) => return Ok(view.go_saying(&pages::path(id), "said-saved")),
            Err(Error::Stale) => {
                is_stale = true;
                form.notice = Some(Said::new(OVERTAKEN));
            }
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let (page, owners) = load_editing(&view, &reader, &path).await?;
    let theirs = is_stale.then_some(&page.action);
    if is_stale {
        form.put("version", page.action.version.to_string());
    }
    let of = (&page.board, &page.action);
    let content = form_pages::edit_page(&view, of, &owners, &form, theirs);
    let title = view.t("action-change");
    Ok(if is_stale {
        view.stale(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}
