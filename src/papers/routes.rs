//! Addresses of the papers slice: reading here, writing and changing in the files beside.

mod change;
pub(super) mod load;
mod notes;
mod reading;
mod shared;
mod upload;
mod write;

use super::colleagues::routes as colleagues;
use super::dispatch::routes as dispatch;
use super::inputs::routes as inputs;
use super::pack::routes as pack;
use super::pack::store as packs;
use super::pages::{self, paper as paper_pages};
use super::{Content, Paper, plan, rules, store};
use crate::cases::store as cases;
use crate::db::Conn;
use crate::db::ids::{CaseId, PersonId};
use crate::error::{Error, Result};
use crate::web::access::Clearance;
use crate::web::download::Download;
use crate::web::{Form, Panel, Reader, Reads, View, paths};
use actix_web::web::{Path, ServiceConfig, get, post};
use actix_web::{HttpRequest, HttpResponse};
use reading::Opening;

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
        .route(paths::PAPER_REMOVAL, post().to(change::removal))
        .route(paths::PAPER_NOTES, post().to(notes::write))
        .route(paths::PAPER_NOTE, post().to(notes::rewrite))
        .route(paths::PAPER_VERSION, get().to(version))
        .route(paths::PAPER_FILE, get().to(file));
}

/// The papers on the page of their case. What is read there is no longer new to its reader.
///
/// # Errors
/// When the database fails.
pub fn panel(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    clearance: &Clearance,
    of: CaseId,
) -> Result<Panel> {
    let case = cases::case(conn, of)?;
    let lines = load::lines(conn, &case, reader, clearance)?;
    let may_write = rules::may_write(&case, reader.id, &reader.roles);
    let timing = plan::timing(conn, &case, view.now)?;
    let mut shared = store::shared::of_cases(conn, &[of], clearance)?;
    let shared = shared.remove(&of).unwrap_or_default();
    let ranges = match case.meeting.filter(|_| !lines.is_empty()) {
        Some(meeting) => packs::ranges(conn, meeting)?,
        None => Vec::new(),
    };
    let texts = lines.iter().filter_map(pages::text_read_in_case);
    let texts: Vec<_> = texts.collect();
    let openings = reading::openings(conn, (reader, clearance), &texts)?;
    let (person, now) = (reader.id, view.now);
    let papers = (&lines[..], &shared[..], &ranges[..]);
    let mut panel = Panel::from(pages::panel(view, &case, papers, may_write, timing));
    if !openings.is_empty() {
        let keep = move |conn: &mut Conn| reading::keep(conn, &openings, person, now);
        panel.then = Some(Box::new(keep));
    }
    Ok(panel)
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
    let (id, person, now) = (who.object.id, who.reader.id, view.now);
    let read = move |conn: &mut Conn| {
        let of = (&who.reader, &who.clearance);
        let page = load::page(conn, id, number, of, now)?;
        let shown = page.shown.as_ref().map(|shown| (&page.paper, shown.number));
        let openings = reading::openings(conn, of, shown.as_slice())?;
        Ok((page, openings))
    };
    let (page, openings) = view.app.db.read(read).await?;
    keep(view, openings, person).await?;
    let content = paper_pages::page(view, &page, &Form::default());
    Ok(view.page(&page.paper.facts.title, &content))
}

/// Keeps what is to be kept of an opening, and writes nothing where there is nothing.
async fn keep(view: &View, openings: Vec<Opening>, person: PersonId) -> Result<()> {
    if openings.is_empty() {
        return Ok(());
    }
    let now = view.now;
    let write = move |conn: &mut Conn| reading::keep(conn, &openings, person, now);
    view.app.db.write(write).await
}

/// The file of a version.
async fn file(
    view: View,
    who: Reads<Paper>,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let number = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    let person = who.reader.id;
    let read = move |conn: &mut Conn| {
        let version = load::version(conn, &who.object, number, &who.reader)?;
        let of = (&who.reader, &who.clearance);
        let openings = reading::openings(conn, of, &[(&who.object, number)])?;
        Ok((version, openings))
    };
    let (version, openings) = view.app.db.read(read).await?;
    let Content::File(file) = version.content else {
        return Err(Error::NotFound);
    };
    keep(&view, openings, person).await?;
    let stored = Download {
        checksum: &version.checksum,
        size: u64::try_from(file.size).unwrap_or_default(),
        kind: file.kind,
        name: &file.name,
        is_saved: false,
    };
    stored.answer(&view.app, &request).await
}
