//! Addresses of the papers slice: reading here, writing and changing in the files beside.

mod change;
pub(super) mod load;
mod notes;
mod shared;
mod upload;
mod write;

use super::colleagues::routes as colleagues;
use super::dispatch::routes as dispatch;
use super::inputs::routes as inputs;
use super::pack::routes as pack;
use super::pages::{self, paper as paper_pages};
use super::store::opened;
use super::store::write::put_reading;
use super::{Content, Paper, plan, rules, store};
use crate::boards::store as boards;
use crate::cases::store as cases;
use crate::db::Conn;
use crate::db::ids::{CaseId, PersonId};
use crate::error::{Error, Result};
use crate::web::access::Clearance;
use crate::web::download::Download;
use crate::web::{Form, Reader, Reads, View, paths};
use actix_web::web::{Path, ServiceConfig, get, post};
use actix_web::{HttpRequest, HttpResponse};
use maud::Markup;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::MEETING_PAPERS, get().to(dispatch::show))
        .route(paths::DISPATCH, get().to(dispatch::sending))
        .route(paths::DISPATCH, post().to(dispatch::send))
        .route(paths::DISPATCH_STATEMENT, get().to(dispatch::proof))
        .route(
            paths::STATEMENT_DOCUMENT,
            get().to(dispatch::proof_document),
        )
        .route(paths::MEETING_PACK, get().to(pack::pack))
        .route(paths::MEETING_SUPPLEMENT, get().to(pack::supplement))
        .route(paths::PAPER_DOCUMENT, get().to(pack::document))
        .route(paths::COLLEAGUES, get().to(colleagues::show))
        .route(paths::COLLEAGUES, post().to(colleagues::name))
        .route(paths::COLLEAGUE, get().to(colleagues::one))
        .route(paths::COLLEAGUE, post().to(colleagues::change))
        .route(paths::READ_ALONG, get().to(colleagues::along))
        .route(paths::READ_ALONG_PAPER, get().to(colleagues::along_paper))
        .route(paths::READ_ALONG_FILE, get().to(colleagues::along_file))
        .route(paths::CASE_INPUT, get().to(inputs::write))
        .route(paths::CASE_INPUT, post().to(inputs::written))
        .route(paths::MEETING_INPUTS, get().to(inputs::of_meeting))
        .route(paths::NEW_PAPER, get().to(write::new))
        .route(paths::NEW_PAPER, post().to(upload::begun))
        .route(paths::SHARED_PAPERS, get().to(shared::choose))
        .route(paths::SHARED_PAPERS, post().to(shared::chosen))
        .route(paths::PAPER, get().to(show))
        .route(paths::PAPER_WRITE, get().to(write::write))
        .route(paths::PAPER_WRITE, post().to(write::written))
        .route(paths::PAPER_UPLOAD, get().to(upload::upload))
        .route(paths::PAPER_UPLOAD, post().to(upload::uploaded))
        .route(paths::PAPER_EDIT, get().to(change::edit))
        .route(paths::PAPER_EDIT, post().to(change::edited))
        .route(paths::PAPER_ASSESSMENT, get().to(change::assessment))
        .route(paths::PAPER_ASSESSMENT, post().to(change::assessed))
        .route(paths::PAPER_WITHDRAWAL, post().to(change::withdrawal))
        .route(paths::PAPER_NOTES, post().to(notes::write))
        .route(paths::PAPER_NOTE, post().to(notes::rewrite))
        .route(paths::PAPER_VERSION, get().to(version))
        .route(paths::PAPER_FILE, get().to(file));
}

/// The papers on the page of their case.
///
/// # Errors
/// When the database fails.
pub fn panel(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    clearance: &Clearance,
    of: CaseId,
) -> Result<Markup> {
    let case = cases::case(conn, of)?;
    let lines = load::lines(conn, &case, reader, clearance)?;
    let may_write = rules::may_write(&case, reader.id, &reader.roles);
    let timing = plan::timing(conn, &case, view.now)?;
    let mut shared = store::shared::of_cases(conn, &[of], clearance)?;
    let papers = (&lines[..], &shared.remove(&of).unwrap_or_default()[..]);
    Ok(pages::panel(view, &case, papers, may_write, timing))
}

/// The paper: its newest version that the reader may read.
async fn show(view: View, who: Reads<Paper>) -> Result<HttpResponse> {
    draw(&view, who, None).await
}

/// One of its versions.
async fn version(
    view: View,
    who: Reads<Paper>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let number = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    draw(&view, who, Some(number)).await
}

/// The page again with a note that was mistaken.
async fn again(view: &View, who: Reads<Paper>, form: &Form) -> Result<HttpResponse> {
    let (id, reader, clearance, now) = (who.object.id, who.reader, who.clearance, view.now);
    let read = move |conn: &mut Conn| load::page(conn, id, None, (&reader, &clearance), now);
    let page = view.app.db.read(read).await?;
    let content = paper_pages::page(view, &page, form);
    Ok(view.mistaken(&page.paper.facts.title, &content))
}

async fn draw(view: &View, who: Reads<Paper>, number: Option<i64>) -> Result<HttpResponse> {
    let (id, reader, now) = (who.object.id, who.reader, view.now);
    let (person, clearance) = (reader.id, who.clearance);
    let is_watched = is_watched(&who.object, &reader, &clearance);
    let read = move |conn: &mut Conn| load::page(conn, id, number, (&reader, &clearance), now);
    let page = view.app.db.read(read).await?;
    let shown = page.shown.as_ref().map_or(0, |version| version.number);
    let title = page.paper.facts.title.clone();
    if !page.may_write && page.read_before.is_none_or(|before| before < shown) && shown > 0 {
        let write = move |conn: &mut Conn| put_reading(conn, id, person, shown, now);
        view.app.db.write(write).await?;
    }
    if is_watched && shown > 0 {
        keep_opened(view, &page.paper, person, shown).await?;
    }
    let content = paper_pages::page(view, &page, &Form::default());
    Ok(view.page(&title, &content))
}

/// Whether it may be kept that this reader opens the paper: of those who read it where they are told so. The secretariat
/// does not watch itself.
fn is_watched(paper: &Paper, reader: &Reader, clearance: &Clearance) -> bool {
    let board = paper.case.board;
    let is_called = (paper.case.meeting).is_some_and(|at| clearance.called_to.contains(&at));
    (is_called || !reader.roles.on(board).is_empty()) && !reader.roles.is_secretary_of(board)
}

/// Keeps that a reader has opened a paper, where the board's data says so.
async fn keep_opened(view: &View, paper: &Paper, person: PersonId, number: i64) -> Result<()> {
    let (board, id, now) = (paper.case.board, paper.id, view.now);
    let read = move |conn: &mut Conn| {
        let keeps = boards::board(conn, board)?.opened_kept_days.is_some();
        Ok(keeps && !opened::is_kept(conn, id, person, number)?)
    };
    if view.app.db.read(read).await? {
        let write = move |conn: &mut Conn| opened::keep(conn, (board, id), person, number, now);
        view.app.db.write(write).await?;
    }
    Ok(())
}

/// The file of a version.
async fn file(
    view: View,
    who: Reads<Paper>,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let number = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    let is_watched = is_watched(&who.object, &who.reader, &who.clearance);
    let (person, reader) = (who.reader.id, who.reader);
    let (paper, of) = (who.object.clone(), who.object);
    let read = move |conn: &mut Conn| load::version(conn, &of, number, &reader);
    let version = view.app.db.read(read).await?;
    let Content::File(file) = version.content else {
        return Err(Error::NotFound);
    };
    if is_watched {
        keep_opened(&view, &paper, person, number).await?;
    }
    let stored = Download {
        checksum: &version.checksum,
        size: u64::try_from(file.size).unwrap_or_default(),
        kind: file.kind,
        name: &file.name,
        is_saved: false,
    };
    stored.answer(&view.app, &request).await
}
