//! Addresses of subscriptions: where anyone asks for one, where the links in its mail lead, and the reader's own list.
//!
//! Opening a link changes nothing, so that a mail scanner subscribes nobody and ends nothing; only what a mail program
//! posts for its reader needs no form of ours (RFC 8058).

use super::mail::{END, PURPOSE};
use super::offer::{self, Offered};
use super::plan::{self, Asking};
use super::rules;
use super::store::{self, Choice};
use super::{Frequency, Own, State, Subscription, pages};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::{BoardId, MessageId, RowId};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::people::store as people;
use crate::public::routes::clearance;
use crate::web::{Form, OneClick, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Path, Query, ServiceConfig};
use maud::Markup;
use std::collections::HashMap;
use std::time::Duration;

/// Every asking takes at least this long, so that the time does not tell who subscribes.
const SAME_FOR_ALL: Duration = Duration::from_millis(150);

/// The routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::SUBSCRIBE_SENT, web::get().to(sent))
        .route(paths::SUBSCRIBE, web::get().to(ask_page))
        .route(paths::SUBSCRIBE, web::post().to(ask))
        .route(paths::SUBSCRIPTION, web::get().to(link))
        .route(paths::SUBSCRIPTION, web::post().to(linked))
        .route(paths::UNSUBSCRIBE, web::get().to(end_page))
        .route(paths::UNSUBSCRIBE, web::post().to(end))
        .route(paths::MY_SUBSCRIPTIONS, web::get().to(own))
        .route(paths::MY_SUBSCRIPTIONS, web::post().to(change_own));
}

/// On a board's page: whether its reader is told of its minutes, and one click to be.
///
/// # Errors
/// When the database fails.
pub fn panel(conn: &mut Conn, view: &View, board: BoardId) -> Result<Markup> {
    let Some(reader) = &view.reader else {
        return Ok(Markup::default());
    };
    let reads = clearance(conn, view)?;
    match offer::subscribable(conn, board, &reads) {
        Ok(_) => {}
        Err(Error::NotFound | Error::Refused(_)) => return Ok(Markup::default()),
        Err(error) => return Err(error),
    }
    let all = store::of_person(conn, reader.id)?;
    let mut all = all.iter().map(|one| &one.subscription);
    let is_told = all.any(|of| of.board == board && of.state == State::Confirmed);
    Ok(pages::of_board(view, board, is_told))
}

fn board_in(path: &str) -> Result<BoardId> {
    path.parse().map_err(|_not_an_id| Error::NotFound)
}

/// The board, and the address of a reader who has signed in.
async fn at(view: &View, id: BoardId) -> Result<(Offered, Option<String>)> {
    let own = view.clone();
    let read = move |conn: &mut Conn| {
        let reads = clearance(conn, &own)?;
        let offered = offer::offered(conn, id, &reads)?;
        let address = match &own.reader {
            Some(reader) => people::person(conn, reader.id)?.address,
            None => None,
        };
        Ok((offered, address))
    };
    view.app.db.read(read).await
}

fn title(view: &View, board: &Board) -> String {
    let name = view.words(&board.name).into();
    view.tv("subscribe-title", &[("board", name)])
}

/// Where anyone asks. Whoever has signed in is known, and subscribes among their own.
async fn ask_page(view: View, path: Path<String>) -> Result<HttpResponse> {
    let (Offered { board, is_on }, _) = at(&view, board_in(&path)?).await?;
    if is_on && view.reader.is_some() {
        return Ok(view.go_to(&paths::subscribe_myself(board.id)));
    }
    let content = pages::ask(&view, &board, &fresh(&view), is_on);
    Ok(view.page(&title(&view, &board), &content))
}

/// Each publication, in the language of the page.
fn fresh(view: &View) -> Form {
    Form::filled([
        ("frequency", Frequency::Each.to_string()),
        ("language", view.language.tag().to_owned()),
    ])
}

fn choice(form: &mut Form) -> Option<Choice> {
    let language = Language::from_tag(form.value("language"));
    if language.is_none() {
        form.refuse("language", Said::new("form-not-a-choice"));
    }
    let frequency = form.choice("frequency");
    Some(Choice {
        language: language?,
        frequency: frequency?,
    })
}

/// Somebody asks. Who has signed in and asks for their own address subscribes at once.
async fn ask(view: View, path: Path<String>, Posted(mut form): Posted) -> Result<HttpResponse> {
    let (Offered { board, is_on }, own) = at(&view, board_in(&path)?).await?;
    let address = form.needed_address("address");
    if !address.is_empty() && !rules::can_be_written_to(&address) {
        form.refuse("address", Said::new("subscribe-address-odd"));
    }
    let choice = choice(&mut form);
    if !is_on {
        form.notice = Some(Said::new("subscribe-mail-off"));
    }
    let Some(choice) = choice.filter(|_| form.is_right()) else {
        let content = pages::ask(&view, &board, &form, is_on);
        return Ok(view.mistaken(&title(&view, &board), &content));
    };
    let (id, now) = (board.id, view.now);
    if let Some(reader) = &view.reader
        && own.as_ref() == Some(&address)
    {
        subscribe(&view, reader, id, choice).await?;
        return Ok(view.go_saying(paths::MY_SUBSCRIPTIONS, "said-subscribed"));
    }
    let asking = Asking {
        board: id,
        address,
        choice,
    };
    let office = view.app.office.clone();
    let write = (view.app.db).write(move |conn| plan::ask(conn, &office, &asking, now));
    let (asked, ()) = tokio::join!(write, tokio::time::sleep(SAME_FOR_ALL));
    asked?;
    view.app.office.bell.ring();
    Ok(view.go_to(&format!("{}/sent", paths::subscribe(id))))
}

async fn sent(view: View, path: Path<String>) -> Result<HttpResponse> {
    let (offered, _) = at(&view, board_in(&path)?).await?;
    let content = pages::sent(&view, offered.board.id);
    Ok(view.page(&view.t("subscribe-sent-title"), &content))
}

/// The subscription of a link that we have signed for this; none where it is forgotten, and for any other link.
async fn by_link(
    view: &View,
    (message, signature): &(String, String),
    purpose: &str,
) -> Result<Option<(Subscription, Board)>> {
    let Ok(id) = message.parse::<MessageId>() else {
        return Ok(None);
    };
    if !(view.app.office.key).is_signed(purpose, id.as_str(), signature) {
        return Ok(None);
    }
    let read = move |conn: &mut Conn| match store::of_message(conn, id)? {
        Some(found) => Ok(Some((found.clone(), boards::board(conn, found.board)?))),
        None => Ok(None),
    };
    view.app.db.read(read).await
}

/// In the subscriber's language, unless this browser has chosen another.
fn in_their_language(mut view: View, of: &Subscription) -> View {
    if !view.has_chosen_language && view.reader.is_none() {
        view.language = of.language;
    }
    view
}

fn gone(view: &View) -> HttpResponse {
    let page = pages::gone(view);
    view.page_with(StatusCode::GONE, &view.t("subscribe-gone-title"), &page)
}

fn draw(
    view: &View,
    link: &(String, String),
    (of, board): &(Subscription, Board),
    form: &Form,
) -> HttpResponse {
    let action = format!("{}{}", paths::subscription_start(&link.0), link.1);
    let content = pages::linked(view, of, board, form, &action);
    let title = title(view, board);
    if form.is_right() {
        view.page(&title, &content)
    } else {
        view.mistaken(&title, &content)
    }
}

/// Opened from a mail: what stands, and the buttons that change it.
async fn link(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let path = path.into_inner();
    let Some(found) = by_link(&view, &path, PURPOSE).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &found.0);
    Ok(draw(&view, &path, &found, &pages::as_it_is(&found.0)))
}

/// Confirms, changes or ends it.
async fn linked(
    view: View,
    path: Path<(String, String)>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let path = path.into_inner();
    let Some(found) = by_link(&view, &path, PURPOSE).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &found.0);
    let (of, now) = (found.0.clone(), view.now);
    let to = format!("{}{}", paths::subscription_start(&path.0), path.1);
    if of.state == State::Ended {
        return Ok(view.go_to(&to));
    }
    let said = match form.value("act") {
        "confirm" => {
            let write = move |conn: &mut Conn| plan::confirm(conn, &of, now);
            view.app.db.write(write).await?;
            "said-subscribed"
        }
        "end" => {
            let write = move |conn: &mut Conn| plan::end(conn, &of, now);
            view.app.db.write(write).await?;
            "said-subscription-ended"
        }
        _ => {
            let Some(choice) = choice(&mut form) else {
                return Ok(draw(&view, &path, &found, &form));
            };
            let write = move |conn: &mut Conn| plan::choose(conn, &of, choice);
            view.app.db.write(write).await?;
            "said-subscription-changed"
        }
    };
    Ok(view.go_saying(&to, said))
}

/// Where the way out of a mail leads when it is opened and not posted to.
async fn end_page(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let path = path.into_inner();
    let Some((of, board)) = by_link(&view, &path, END).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &of);
    let action = format!("{}{}", paths::unsubscribe_start(&path.0), path.1);
    let signature = view.app.office.key.sign(PURPOSE, &path.0);
    let change = format!("{}{signature}", paths::subscription_start(&path.0));
    let content = pages::end(&view, &of, &board, &action, &change);
    Ok(view.page(&view.t("subscribe-end-title"), &content))
}

/// Ends it at one click: a mail program's, or that of the page above.
async fn end(view: View, path: Path<(String, String)>, _asked: OneClick) -> Result<HttpResponse> {
    let path = path.into_inner();
    let Some((of, board)) = by_link(&view, &path, END).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &of);
    let now = view.now;
    let write = move |conn: &mut Conn| plan::end(conn, &of, now);
    view.app.db.write(write).await?;
    let content = pages::ended(&view, &board);
    Ok(view.page(&view.t("subscribe-ended-title"), &content))
}

/// A person subscribes.
async fn subscribe(view: &View, reader: &Reader, board: BoardId, choice: Choice) -> Result<()> {
    let (own, person) = (view.clone(), reader.id);
    let write = move |conn: &mut Conn| {
        let reads = clearance(conn, &own)?;
        plan::subscribe(conn, (person, &reads), board, choice)
    };
    view.app.db.write(write).await
}

/// What the reader subscribes to, and the boards they may choose among.
async fn load(view: &View, reader: &Reader) -> Result<(Vec<Own>, Vec<Board>)> {
    let (own, person) = (view.clone(), reader.id);
    let read = move |conn: &mut Conn| {
        let reads = clearance(conn, &own)?;
        Ok((store::of_person(conn, person)?, offer::all(conn, &reads)?))
    };
    view.app.db.read(read).await
}

async fn draw_own(view: &View, reader: &Reader, form: &Form) -> Result<HttpResponse> {
    let (all, boards) = load(view, reader).await?;
    let named = |board: &Board| (board.id, view.words(&board.name).to_owned());
    let boards: Vec<(BoardId, String)> = boards.iter().map(named).collect();
    let content = pages::own(view, &all, form, &boards);
    let title = view.t("subscribe-mine");
    Ok(if form.is_right() {
        view.page(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}

/// Their own; a board in the address is chosen already in the form for a new one.
async fn own(
    view: View,
    reader: Reader,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let mut form = fresh(&view);
    if let Some(board) = asked.get("board") {
        form.put("board", board);
    }
    draw_own(&view, &reader, &form).await
}

/// The reader begins, changes or ends one of their own.
async fn change_own(view: View, reader: Reader, Posted(mut form): Posted) -> Result<HttpResponse> {
    let said = match form.value("act") {
        "end" => {
            let (of, now) = (own_one(&view, &reader, &form).await?, view.now);
            let write = move |conn: &mut Conn| plan::end(conn, &of, now);
            view.app.db.write(write).await?;
            "said-subscription-ended"
        }
        "change" => {
            let of = own_one(&view, &reader, &form).await?;
            let Some(choice) = choice(&mut form) else {
                return draw_own(&view, &reader, &form).await;
            };
            let write = move |conn: &mut Conn| plan::choose(conn, &of, choice);
            view.app.db.write(write).await?;
            "said-subscription-changed"
        }
        _ => match begin(&view, &reader, &mut form).await? {
            true => "said-subscribed",
            false => return draw_own(&view, &reader, &form).await,
        },
    };
    Ok(view.go_saying(paths::MY_SUBSCRIPTIONS, said))
}

/// Begins one of a board that takes it; what is wrong stands in the form.
async fn begin(view: &View, reader: &Reader, form: &mut Form) -> Result<bool> {
    let board: Option<BoardId> = form.choice("board");
    let choice = choice(form);
    let (_, boards) = load(view, reader).await?;
    if let Some(id) = board
        && boards.iter().all(|board| board.id != id)
    {
        form.refuse("board", Said::new("form-not-a-choice"));
    }
    let (Some(board), Some(choice), true) = (board, choice, form.is_right()) else {
        return Ok(false);
    };
    match subscribe(view, reader, board, choice).await {
        Ok(()) => Ok(true),
        Err(Error::Refused(said)) => {
            form.notice = Some(said);
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// The one of the reader's own that a form names; another's is not there.
async fn own_one(view: &View, reader: &Reader, form: &Form) -> Result<Subscription> {
    let id: RowId = (form.value("id").parse()).map_err(|_not_an_id| Error::NotFound)?;
    let (all, _) = load(view, reader).await?;
    let mut all = all.into_iter().map(|one| one.subscription);
    all.find(|of| of.id == id).ok_or(Error::NotFound)
}
