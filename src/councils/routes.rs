//! Addresses of councils: those below a board and each of them here, their cases in the file beside.

mod case;
mod load;
mod reports;

pub use case::{in_the_room, panel};

use super::forms;
use super::pages::disagreements;
use super::pages::list::{self, ListPage};
use super::pages::one::{self, Drafts, OnePage};
use super::pages::panel::{self as panels, Below};
use super::plan;
use super::rules;
use super::store;
use crate::audit;
use crate::boards::pages::Draft;
use crate::boards::rules::in_force;
use crate::boards::{Board, Sees, store as boards};
use crate::cases::Case;
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::web::access::Right;
use crate::web::{As, Form, Keeper, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Path, ServiceConfig};
use maud::Markup;
use std::sync::Arc;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::BOARD_COUNCILS, web::get().to(all))
        .route(paths::NEW_COUNCIL, web::get().to(new))
        .route(paths::NEW_COUNCIL, web::post().to(make))
        .route(paths::COUNCIL, web::get().to(show))
        .route(paths::COUNCIL, web::post().to(rebase))
        .route(paths::COUNCIL_RHYTHM, web::post().to(set_rhythm))
        .route(paths::COUNCIL_DISSOLUTION, web::post().to(dissolve))
        .route(paths::REPORT_DAY, web::post().to(reports::another_day))
        .route(paths::REPORT_REMOVAL, web::post().to(reports::remove))
        .route(paths::CASE_COUNCILS, web::get().to(case::ask))
        .route(paths::CASE_COUNCILS, web::post().to(case::asked))
        .route(paths::CASE_ADVICE, web::get().to(case::advise))
        .route(paths::CASE_ADVICE, web::post().to(case::advised));
}

fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        now: view.now,
    }
}

/// The councils below a board.
async fn all(view: View, who: As<Sees, Board>) -> Result<HttpResponse> {
    let (own, board, reader) = (view.clone(), who.object, who.reader);
    let read = move |conn: &mut Conn| -> Result<ListPage> {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        load::list(conn, &own, board.clone(), (&reader, &reads))
    };
    let page = view.app.db.read(read).await?;
    Ok(view.page(&view.t("councils"), &list::page(&view, &page)))
}

/// The cases of a board that its decisions may have been made in, of those that the reader may read.
async fn cases_of(view: &View, board: &Board, reader: &Reader) -> Result<Vec<Case>> {
    let (own, board, reader) = (view.clone(), board.id, reader.clone());
    let read = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        load::cases(conn, board, &reads)
    };
    view.app.db.read(read).await
}

async fn new(view: View, who: As<Keeper, Board>) -> Result<HttpResponse> {
    let board = &who.object;
    let cases = cases_of(&view, board, &who.reader).await?;
    let form = forms::fresh(board.today(view.now));
    let content = one::new(&view, board, &cases, &form);
    Ok(view.page(&view.t("council-new"), &content))
}

/// A council is made.
async fn make(
    view: View,
    who: As<Keeper, Board>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let cases = cases_of(&view, &who.object, &who.reader).await?;
    let id: BoardId = form.value("id").parse().unwrap_or_default();
    form.put("id", id.to_string());
    let Some((name, mailbox, basis)) = forms::read_new(&mut form, &cases) else {
        let content = one::new(&view, &who.object, &cases, &form);
        return Ok(view.mistaken(&view.t("council-new"), &content));
    };
    let (above, by) = (who.object, by(&view, &who.reader));
    let parent = above.id;
    let tables = Arc::clone(&view.app.office.tables);
    let write = move |conn: &mut Conn| {
        plan::found(conn, (id, &above), (&name, &mailbox, &basis), by)?;
        tables.replan(conn, id, by.now)
    };
    view.app.db.write(write).await?;
    Ok(view.go_saying(&paths::council(parent, id), "said-council-made"))
}

/// The council that the path names, below the board that it names.
async fn council(view: &View, above: BoardId, id: &str) -> Result<Board> {
    let id: BoardId = id.parse().map_err(|_not_an_id| Error::NotFound)?;
    let found = view
        .app
        .db
        .read(move |conn| boards::board(conn, id))
        .await?;
    (found.parent == Some(above))
        .then_some(found)
        .ok_or(Error::NotFound)
}

async fn load_one(view: &View, above: &Board, of: &Board, reader: &Reader) -> Result<OnePage> {
    let (own, above, of, reader) = (view.clone(), above.clone(), of.clone(), reader.clone());
    let read = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        load::one(conn, &own, (above.clone(), of.clone()), (&reader, &reads))
    };
    view.app.db.read(read).await
}

/// The forms of the page as they stand before anything is typed.
fn drafts(page: &OnePage) -> Drafts {
    let founding = page.founding.as_ref();
    let version = founding.map_or(0, |it| it.version).to_string();
    Drafts {
        basis: Draft::of(forms::filled(founding, page.today)),
        rhythm: Draft::of(founding.map_or_else(Form::default, forms::filled_rhythm)),
        end: Draft::of(Form::filled([("version", version)])),
    }
}

async fn show(
    view: View,
    who: As<Sees, Board>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let of = council(&view, who.object.id, &path.1).await?;
    let page = load_one(&view, &who.object, &of, &who.reader).await?;
    let content = one::page(&view, &page, &drafts(&page));
    Ok(view.page(view.words(&of.name), &content))
}

/// Which of a council's forms was sent.
#[derive(Clone, Copy)]
enum Part {
    Basis,
    Rhythm,
    End,
}

type Who = As<Keeper, Board>;

/// The page as it stands now with the form that was sent, which keeps what was typed.
async fn again(
    view: &View,
    who: &Who,
    of: &Board,
    (part, form, status): (Part, Form, StatusCode),
) -> Result<HttpResponse> {
    let page = load_one(view, &who.object, of, &who.reader).await?;
    let mut drafts = drafts(&page);
    let mut draft = Draft::of(form);
    if let (StatusCode::CONFLICT, Some(founding)) = (status, &page.founding) {
        let (id, since) = (founding.id, draft.form.version());
        let read = move |conn: &mut Conn| audit::since(conn, id.as_str(), since);
        draft.happened = view.app.db.read(read).await?;
        if draft.happened.is_empty() {
            draft.form.notice = Some(Said::new("error-stale"));
        }
        draft.form.put("version", founding.version.to_string());
    }
    match part {
        Part::Basis => drafts.basis = draft,
        Part::Rhythm => drafts.rhythm = draft,
        Part::End => drafts.end = draft,
    }
    let content = one::page(view, &page, &drafts);
    Ok(view.page_with(status, view.words(&of.name), &content))
}

/// Writes, replans the council's mail, and goes back to the page; or shows it again with what was typed.
async fn write(
    view: &View,
    who: &Who,
    of: Board,
    (part, mut form, said): (Part, Form, &'static str),
    work: impl Fn(&mut Conn, &Board, By) -> Result<std::result::Result<(), rules::Refusal>>
    + Send
    + 'static,
) -> Result<HttpResponse> {
    if !form.is_right() {
        let sent = (part, form, StatusCode::UNPROCESSABLE_ENTITY);
        return again(view, who, &of, sent).await;
    }
    let (by, tables) = (by(view, &who.reader), Arc::clone(&view.app.office.tables));
    let council = of.clone();
    let done = view.app.db.write(move |conn| {
        let done = work(conn, &council, by)?;
        if done.is_ok() {
            tables.replan(conn, council.id, by.now)?;
        }
        Ok(done)
    });
    let status = match done.await {
        Ok(Ok(())) => return Ok(view.go_saying(&paths::council(who.object.id, of.id), said)),
        Ok(Err((field, why))) => {
            form.refuse(field, why);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(Error::Refused(why)) => {
            form.notice = Some(why);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(Error::Stale) => StatusCode::CONFLICT,
        Err(error) => return Err(error),
    };
    again(view, who, &of, (part, form, status)).await
}

/// What decided it is written.
async fn rebase(
    view: View,
    who: Who,
    path: Path<(String, String)>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let of = council(&view, who.object.id, &path.1).await?;
    let cases = cases_of(&view, &who.object, &who.reader).await?;
    let basis = forms::read_basis(&mut form, &cases);
    let version = form.version();
    let sent = (Part::Basis, form, "said-saved");
    write(&view, &who, of, sent, move |conn, of, by| {
        let basis = basis.as_ref().ok_or(Error::NotFound)?;
        plan::rebase(conn, of.id, version, basis, by).map(Ok)
    })
    .await
}

/// How often it reports is laid down.
async fn set_rhythm(
    view: View,
    who: Who,
    path: Path<(String, String)>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let of = council(&view, who.object.id, &path.1).await?;
    let rhythm = forms::read_rhythm(&mut form);
    let version = form.version();
    let sent = (Part::Rhythm, form, "said-saved");
    write(&view, &who, of, sent, move |conn, of, by| {
        plan::set_rhythm(conn, of, version, rhythm.as_ref(), by).map(Ok)
    })
    .await
}

/// It is dissolved from a day on.
async fn dissolve(
    view: View,
    who: Who,
    path: Path<(String, String)>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let of = council(&view, who.object.id, &path.1).await?;
    let (from, decision) = forms::read_end(&mut form);
    let version = form.version();
    let sent = (Part::End, form, "said-council-dissolved");
    write(&view, &who, of, sent, move |conn, of, by| {
        plan::dissolve(conn, of, version, (from, &decision), by)
    })
    .await
}

/// Where the mandate of a council that counts today says something else than that of the board above; nothing of a board that
/// is no council.
///
/// # Errors
/// When the database fails.
pub fn differences(conn: &mut Conn, view: &View, of: &Board) -> Result<Markup> {
    let Some(above) = of.parent else {
        return Ok(Markup::default());
    };
    let (theirs, own) = (
        boards::mandates(conn, above)?,
        boards::mandates(conn, of.id)?,
    );
    let (today, founding) = (of.today(view.now), store::founding(conn, of.id)?);
    let found = in_force(&own, today).map_or_else(Vec::new, |own| {
        rules::disagreements(&theirs, own, founding.as_ref(), today)
    });
    Ok(disagreements(view, &found))
}

/// Councils on a board's own page: the way to those below it, and how it stands to the board above.
///
/// # Errors
/// When the database fails.
pub fn on_board(conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let reader = view.reader.as_ref();
    let Some(reader) = reader.filter(|reader| Sees::has(&reader.roles, of)) else {
        return Ok(Markup::default());
    };
    let board = boards::board(conn, of)?;
    let below = boards::boards(conn)?;
    let has_councils = below.iter().any(|it| it.parent == Some(of));
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let mut drawn: Vec<Markup> = Vec::new();
    if has_councils || (board.parent.is_none() && Keeper::has(&reader.roles, of)) {
        let counts = load::counts(conn, &board, &reads, view.now)?;
        drawn.push(panels::above(view, of, counts));
    }
    if let Some(above) = board.parent {
        let above = boards::board(conn, above)?;
        let founding = store::founding(conn, of)?;
        let below = Below {
            council: of,
            standing: rules::standing(founding.as_ref(), board.today(view.now)),
            differs: differences(conn, view, &board)?,
            open: store::count_open(conn, of, &reads)?,
            may_open: Sees::has(&reader.roles, above.id),
            above: &above,
        };
        drawn.push(panels::below(view, &below));
    }
    Ok(panels::together(&drawn))
}
