//! The list of boards, a board's page, and its data.

use super::{board_and_lists, lists, refused, write};
use crate::boards::pages::board::{self as board_pages, BoardPage};
use crate::boards::pages::{Draft, Lists, settings as settings_pages};
use crate::boards::store::changes::{self, BoardDraft, By};
use crate::boards::{Board, Sees, store};
use crate::calendar::{HolidaySet, parse_zone};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::error::Result;
use crate::i18n::{Language, Said};
use crate::people;
use crate::web::access::{Administrator, Right};
use crate::web::{As, BoardPanel, Form, Keeper, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::Weekday;
use std::collections::HashSet;
use std::slice::from_ref;
use std::sync::Arc;

/// For how many days it may be kept who has opened the papers: a year at most.
const OPENED_KEPT: std::ops::RangeInclusive<i64> = 1..=365;

fn may_open(reader: &Reader, boards: &[Board]) -> HashSet<BoardId> {
    let ids = boards.iter().map(|board| board.id);
    ids.filter(|id| Sees::has(&reader.roles, *id)).collect()
}

pub(super) async fn list(view: View, reader: Reader) -> Result<HttpResponse> {
    let now = view.now;
    let read = move |conn: &mut Conn| {
        let boards = store::boards(conn)?;
        let looked_after = store::with_secretariat(conn, &boards, now.utc().date_naive())?;
        let ids = boards.iter().map(|board| board.id);
        let flagged = store::faults(conn, ids, now.utc().date_naive())?;
        Ok((lists(conn)?, boards, looked_after, flagged))
    };
    let (lists, mut boards, looked_after, flagged) = view.app.db.read(read).await?;
    boards.sort_by_key(|board| view.words(&board.name).to_lowercase());
    let open = may_open(&reader, &boards);
    Ok(view.page(
        &view.t("boards-title"),
        &board_pages::list(&view, &lists, &boards, &open, &looked_after, &flagged),
    ))
}

pub(super) async fn page(view: View, who: As<Sees, Board>) -> Result<HttpResponse> {
    let (id, today) = (who.object.id, who.object.today(view.now));
    let (panels, drawn) = (Arc::clone(&view.app.board_panels), view.clone());
    let read = move |conn: &mut Conn| {
        let draw = |panel: &BoardPanel| panel(conn, &drawn, id);
        let panels = panels.iter().map(draw).collect::<Result<Vec<_>>>()?;
        let data = store::data(conn, id)?;
        let (all, sitting) = (store::boards(conn)?, store::sitting(conn, id, today)?);
        let looked_after = store::with_secretariat(conn, from_ref(&data.board), today)?;
        let councils = all.iter().filter(|it| it.parent == Some(id));
        let flagged = store::faults(conn, councils.map(|it| it.id), today)?;
        Ok((
            data,
            lists(conn)?,
            (all, flagged),
            (sitting, !looked_after.is_empty()),
            people::store::names_on(conn, today)?,
            panels,
        ))
    };
    let (data, lists, (all, flagged), (sitting, has_secretariat), names, panels) =
        view.app.db.read(read).await?;
    let councils: Vec<Board> = all
        .iter()
        .filter(|it| it.parent == Some(id))
        .cloned()
        .collect();
    let page = BoardPage {
        parent: all.iter().find(|it| Some(it.id) == data.board.parent),
        data: &data,
        lists: &lists,
        councils: &councils,
        flagged: &flagged,
        may_open: &may_open(&who.reader, &all),
        sitting: &sitting,
        names: &names,
        panels: &panels,
        today,
        keeps: Keeper::has(&who.reader.roles, id),
        has_secretariat,
    };
    Ok(view.page(
        view.words(&data.board.name),
        &board_pages::page(&view, &page),
    ))
}

async fn form_page(
    view: &View,
    board: Option<&Board>,
    draft: &Draft,
    status: StatusCode,
) -> Result<HttpResponse> {
    let read = |conn: &mut Conn| Ok((lists(conn)?, store::boards(conn)?));
    let (lists, boards) = view.app.db.read(read).await?;
    let title = view.t(if board.is_some() {
        "boards-settings"
    } else {
        "boards-new"
    });
    let content = settings_pages::page(view, &lists, &boards, board, draft);
    Ok(view.page_with(status, &title, &content))
}

pub(super) async fn new(view: View, _who: Administrator) -> Result<HttpResponse> {
    form_page(
        &view,
        None,
        &Draft::of(settings_pages::fresh()),
        StatusCode::OK,
    )
    .await
}

pub(super) async fn add(view: View, who: Administrator, posted: Posted) -> Result<HttpResponse> {
    let read = |conn: &mut Conn| Ok((lists(conn)?, store::boards(conn)?));
    let (lists, boards) = view.app.db.read(read).await?;
    let mut form = posted.0;
    let Some(draft) = board_draft(&mut form, &lists, &boards) else {
        return form_page(
            &view,
            None,
            &Draft::of(form),
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    };
    let by = By {
        person: who.0.id,
        at: view.now,
    };
    let id = view
        .app
        .db
        .write(move |conn| changes::add_board(conn, by, &draft))
        .await?;
    Ok(view.go_saying(&paths::board(id), "said-board-added"))
}

pub(super) async fn settings(view: View, who: As<Keeper, Board>) -> Result<HttpResponse> {
    let draft = Draft::of(settings_pages::filled(&who.object));
    form_page(&view, Some(&who.object), &draft, StatusCode::OK).await
}

pub(super) async fn change(
    view: View,
    who: As<Keeper, Board>,
    posted: Posted,
) -> Result<HttpResponse> {
    let id = who.object.id;
    let read = |conn: &mut Conn| Ok((lists(conn)?, store::boards(conn)?));
    let (lists, boards) = view.app.db.read(read).await?;
    let mut form = posted.0;
    let Some(draft) = board_draft(&mut form, &lists, &boards) else {
        return form_page(
            &view,
            Some(&who.object),
            &Draft::of(form),
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    };
    let version = form.version();
    let done = write(&view, &who.reader, id, move |conn, by| {
        changes::change_board(conn, by, id, version, &draft)
    });
    let Err(refusal) = done.await? else {
        return Ok(view.go_saying(&paths::board(id), "said-board-changed"));
    };
    let (board, _) = board_and_lists(&view, id).await?;
    let (status, draft) = refused(&view, form, refusal, id.as_str(), board.version).await?;
    form_page(&view, Some(&board), &draft, status).await
}

/// Reads the form; none when something in it is wrong.
fn board_draft(form: &mut Form, lists: &Lists, boards: &[Board]) -> Option<BoardDraft> {
    let name = form.words("name", 120, true);
    let kind = form.code("kind", &lists.board_kinds);
    let parent: Option<BoardId> = form.choice_or_none("parent");
    if parent.is_some_and(|parent| boards.iter().all(|board| board.id != parent)) {
        form.refuse("parent", Said::new("form-not-a-choice"));
    }
    let zone = parse_zone(&form.needed_line("zone", 60));
    if zone.is_none() && form.mistake("zone").is_none() {
        form.refuse("zone", Said::new("boards-zone-unknown"));
    }
    let holidays = HolidaySet::from_code(form.value("holidays"));
    if holidays.is_none() {
        form.refuse("holidays", Said::new("form-not-a-choice"));
    }
    let languages: Vec<Language> = Language::all()
        .filter(|language| form.values("languages").contains(&language.tag()))
        .collect();
    if languages.is_empty() {
        form.refuse("languages", Said::new("boards-languages-needed"));
    }
    let liked_weekdays = liked_weekdays(form);
    let (liked_start, liked_end) = (form.needed_time("start"), form.needed_time("end"));
    if liked_end <= liked_start && form.mistake("end").is_none() {
        form.refuse("end", Said::new("boards-hours-backwards"));
    }
    let mailbox = form.needed_address("mailbox");
    let draft = BoardDraft {
        parent,
        kind,
        name,
        zone: zone?,
        holidays: holidays?,
        languages,
        liked_weekdays,
        liked_start,
        liked_end,
        mailbox,
        chair_counts: form.is_ticked("chair-counts"),
        parent_secretariat: form.is_ticked("parent-secretariat") && parent.is_some(),
        asks_needs: form.is_ticked("asks-needs"),
        colleagues_read: form.is_ticked("colleagues-read"),
        opened_kept_days: form.number("opened-kept-days", OPENED_KEPT),
    };
    form.is_right().then_some(draft)
}

/// The liked weekdays in their order, each once.
fn liked_weekdays(form: &mut Form) -> Vec<Weekday> {
    let mut liked = Vec::new();
    for (place, name) in settings_pages::LIKED.iter().enumerate() {
        let number = if place == 0 {
            Some(form.needed_number(name, 1..=5))
        } else {
            form.number(name, 1..=5)
        };
        let day = number
            .and_then(|number| u8::try_from(number - 1).ok())
            .and_then(|number| Weekday::try_from(number).ok());
        liked.extend(day.filter(|day| !liked.contains(day)));
    }
    liked
}
