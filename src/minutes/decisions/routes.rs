//! Addresses of what was decided: the secretariat's alone.

use super::forms;
use super::pages::{self, DecisionsPage, OnePage};
use super::plan::{self, On};
use super::{Decided, store};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, MeetingId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::Meeting;
use crate::minutes::draft::routes::read;
use crate::minutes::publication::store as publications;
use crate::minutes::round::store as rounds;
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, ServiceConfig};

/// The routes of what was decided.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::MINUTES_DECISIONS, web::get().to(list))
        .route(paths::MINUTES_DECISION, web::get().to(one))
        .route(paths::MINUTES_DECISION, web::post().to(acted));
}

fn load_page(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    of: MeetingId,
) -> Result<DecisionsPage> {
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let minutes = read(conn, of, (&reads, Some(reader)), view.now)?;
    let (items, language) = plan::decidable(conn, of, &reads)?;
    let decided = store::of_items(conn, items.iter().map(|item| item.item), &reads)?;
    Ok(DecisionsPage {
        needs_second: rounds::setting(conn, minutes.board().id)?.needs_second,
        is_out: publications::standing(conn, of)?.is_some(),
        heads: store::of_meeting(conn, of)?,
        minutes,
        items,
        language,
        decided,
    })
}

/// The items with what was decided on them.
async fn list(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let (own, reader, of) = (view.clone(), who.reader, who.object.id);
    let read = move |conn: &mut Conn| load_page(conn, &own, &reader, of);
    let page = view.app.db.read(read).await?;
    Ok(view.page(&view.t("decisions"), &pages::list(&view, &page)))
}

async fn load(view: &View, who: &As<Secretary, Meeting>, item: &str) -> Result<OnePage> {
    let item: AgendaItemId = item.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (own, reader, of) = (view.clone(), who.reader.clone(), who.object.id);
    let read = move |conn: &mut Conn| {
        let page = load_page(conn, &own, &reader, of)?;
        let at = page.items.iter().position(|one| one.item == item);
        let board = page.minutes.board();
        let (board, today) = (board.id, board.today(own.now));
        Ok(OnePage {
            at: at.ok_or(Error::NotFound)?,
            versions: store::versions(conn, item)?,
            usual_decider: store::usual_decider(conn, board, today)?,
            of: page,
        })
    };
    view.app.db.read(read).await
}

fn fresh(page: &OnePage) -> Form {
    forms::filled(page.decided(), &page.usual_decider, page.version())
}

/// What was decided on one item, and its form.
async fn one(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let page = load(&view, &who, &path.1).await?;
    let content = pages::one(&view, &page, &fresh(&page));
    Ok(view.page(&page.item().name(), &content))
}

/// What one of the page's buttons does.
enum Act {
    Write(Decided),
    Release,
    TakeBack,
}

fn read_act(form: &mut Form, page: &OnePage, view: &View) -> Option<Act> {
    match form.value("act") {
        "write" => {
            let minutes = &page.of.minutes;
            let days = (
                minutes.meeting().first_day(),
                minutes.board().today(view.now),
            );
            forms::read(form, days.0, days.1).map(Act::Write)
        }
        "release" => Some(Act::Release),
        "withdraw" => Some(Act::TakeBack),
        _ => None,
    }
}

async fn put(view: &View, reader: &Reader, on: On, act: Act) -> Result<&'static str> {
    let (own, reader) = (view.clone(), reader.clone());
    let by = By {
        person: reader.id,
        now: view.now,
    };
    let write = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        match &act {
            Act::Write(decided) => {
                plan::write(conn, on, decided, &reads, by).map(|()| "said-decision-written")
            }
            Act::Release => plan::release(conn, on, &reads, by).map(|()| "said-decision-released"),
            Act::TakeBack => {
                plan::take_back(conn, on, &reads, by).map(|()| "said-decision-taken-back")
            }
        }
    };
    view.app.db.write(write).await
}

/// It is written, shown to everyone, or taken back.
async fn acted(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let page = load(&view, &who, &path.1).await?;
    let on = On {
        meeting: who.object.id,
        item: page.item().item,
        version: form.version(),
    };
    let act = read_act(&mut form, &page, &view);
    let mut is_stale = false;
    if let (Some(act), true) = (act, form.is_right()) {
        match put(&view, &who.reader, on, act).await {
            Ok(said) => {
                let rest = format!("minutes/decisions/{}", on.item);
                return Ok(view.go_saying(&paths::of_meeting(on.meeting, &rest), said));
            }
            Err(Error::Stale) => {
                is_stale = true;
                form.notice = Some(Said::new("decision-overtaken"));
            }
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let page = load(&view, &who, &path.1).await?;
    let form = kept(form, &page);
    let content = pages::one(&view, &page, &form);
    let title = page.item().name();
    Ok(if is_stale {
        view.stale(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}

/// What was typed, over what stands now; a button that could not be followed leaves the form as it stands.
fn kept(mut form: Form, page: &OnePage) -> Form {
    if form.value("act") == "write" {
        form.put("version", page.version().to_string());
        return form;
    }
    let mut standing = fresh(page);
    standing.put("act", form.value("act").to_owned());
    standing.notice = form.notice;
    standing
}
