//! Addresses of the meetings slice.

mod changes;
mod load;
mod year;

pub use year::year_in;

use super::Meeting;
use super::Stage;
use super::notices::{self, routes as told};
use super::pages;
use super::plan;
use super::replies::{routes as answered, store as replies};
use super::store::{self, around};
use crate::audit::Actor;
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::error::{Error, Result};
use crate::mail::ledger;
use crate::meetings::pages::meeting::{MeetingPage, page, title};
use crate::web::access::Right;
use crate::web::{As, Insider, Posted, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{Path, ServiceConfig, get, post};
use maud::Markup;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::YEAR, get().to(year::show))
        .route(paths::YEAR_PLAN, get().to(year::propose))
        .route(paths::YEAR_PLAN, post().to(year::posted))
        .route(paths::MEETING, get().to(show))
        .route(paths::MEETING_EDIT, get().to(changes::edit))
        .route(paths::MEETING_EDIT, post().to(changes::edited))
        .route(paths::MEETING_MOVE, get().to(changes::moving))
        .route(paths::MEETING_MOVE, post().to(changes::moved))
        .route(paths::MEETING_CANCEL, get().to(changes::cancelling))
        .route(paths::MEETING_CANCEL, post().to(changes::cancelled))
        .route(paths::MEETING_STAGE, post().to(stage))
        .route(paths::MEETING_NOTICES, get().to(told::list))
        .route(paths::MEETING_NOTICES, post().to(told::send_late))
        .route(paths::NEW_NOTICE, get().to(told::notice))
        .route(paths::NEW_NOTICE, post().to(told::noticed))
        .route(paths::MEETING_MESSAGE, get().to(told::meeting_message))
        .route(paths::MEETING_MESSAGE, post().to(told::meeting_messaged))
        .route(paths::BOARD_MESSAGE, get().to(told::board_message))
        .route(paths::BOARD_MESSAGE, post().to(told::board_messaged))
        .route(paths::YEAR_NOTICE, get().to(told::year))
        .route(paths::YEAR_NOTICE, post().to(told::year_told))
        .route(paths::MY_REPLY, get().to(answered::own))
        .route(paths::MY_REPLY, post().to(answered::own_answered))
        .route(paths::REPLY_OF, get().to(answered::of_someone))
        .route(paths::REPLY_OF, post().to(answered::of_someone_answered))
        .route(paths::DEPUTY, post().to(answered::decide))
        .route(paths::REPLY, get().to(answered::link))
        .route(paths::REPLY, post().to(answered::linked));
}

/// How many meetings to come a board's page shows; the year plan shows them all.
const ON_THE_BOARD: i64 = 3;

/// The next meetings, on the board's page, for those who may open them.
///
/// # Errors
/// When the database fails.
pub fn panel(conn: &mut Conn, view: &View, board: BoardId) -> Result<Markup> {
    let reader = view.reader.as_ref();
    if !reader.is_some_and(|reader| Insider::has(&reader.roles, board)) {
        return Ok(Markup::default());
    }
    let today = boards::board(conn, board)?.today(view.now);
    let coming = store::coming(conn, board, today, ON_THE_BOARD)?;
    Ok(pages::coming(view, &around::kinds(conn)?, &coming))
}

/// One meeting.
async fn show(view: View, who: As<Insider, Meeting>) -> Result<HttpResponse> {
    let (now, own_view) = (view.now, view.clone());
    let meeting = who.object;
    let keeps = who.reader.roles.is_secretary_of(meeting.board);
    let reader = who.reader.id;
    let shown = view
        .app
        .db
        .read(move |conn| {
            let around = load::around(conn, meeting.board, now)?;
            let mut occasions = if keeps {
                ledger::of_object(conn, meeting.id.as_str())?
            } else {
                Vec::new()
            };
            occasions.sort_by_key(|occasion| (occasion.due, occasion.id));
            let messages = around::messages(conn, &occasions)?;
            let leader = replies::leader(conn, &meeting)?.map(|leader| leader.as_told(keeps));
            let own = answered::own_answer(conn, &meeting, &around.data, reader, now)?;
            let (answers, owed) = if keeps {
                let known = notices::store::known_of(conn, meeting.id)?;
                let owed = notices::rules::owed(&known, &meeting, around.board(), now);
                let answers = answered::answers(conn, &meeting, &around.data, now)?;
                (Some(answers), owed)
            } else {
                (None, None)
            };
            let (first, last) = load::span(&[&meeting]);
            let busy = around::busy(conn, meeting.board, first, last)?;
            let panels = own_view.app.meeting_panels.iter();
            let panels = panels.map(|panel| panel(conn, &own_view, meeting.id));
            let panels = panels.collect::<Result<Vec<_>>>()?;
            Ok(MeetingPage {
                panels,
                leader,
                shown: load::shown(meeting, &around.data, &busy, &occasions, now),
                around,
                occasions,
                messages,
                keeps,
                answers,
                own,
                owed,
            })
        })
        .await?;
    let title = title(&view, &shown.around, &shown.shown.meeting);
    Ok(view.page(&title, &page(&view, &shown)))
}

/// A button of the deadline line.
async fn stage(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let stage: Stage = path.1.parse().map_err(|_unknown| Error::NotFound)?;
    let is_done = match posted.0.value("act") {
        "done" => true,
        "undo" => false,
        _ => return Err(Error::NotFound),
    };
    let (id, actor, now) = (who.object.id, Actor::Person(who.reader.id), view.now);
    view.app
        .db
        .write(move |conn| plan::mark(conn, id, stage, is_done, actor, now))
        .await?;
    let said = if is_done {
        "said-stage-done"
    } else {
        "said-stage-undone"
    };
    Ok(view.go_saying(&paths::meeting(id), said))
}

/// The meeting as it stands now, for a page that is shown again.
fn current(conn: &mut crate::db::Conn, meeting: &Meeting) -> Result<Meeting> {
    store::meeting(conn, meeting.id)
}
