//! Addresses of a meeting's papers: reading them, sending them out, and the proof of it.

use super::load::{self, MeetingPapers, Shown};
use super::pages::send::{self, SendPage};
use super::pages::{late_papers, room, statement};
use super::plan::Sending;
use super::proof::{self as proofs, Proof};
use super::rules::{is_ready, may_send};
use super::{plan, store};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId, PaperId, PersonId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::mail::wording::store as wordings;
use crate::meetings::Meeting;
use crate::meetings::notices::rules::{mail_is_on, owed};
use crate::meetings::notices::store::known_of;
use crate::meetings::replies::store::invited;
use crate::papers::pack::routes::{file_name, made_now};
use crate::papers::pack::{documents, order, store as packs};
use crate::people::store::person;
use crate::web::access::Clearance;
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;
use maud::Markup;
use std::collections::HashMap;

/// As long as the secretariat's own words may be.
const PARAGRAPH: usize = 2000;

async fn papers(view: &View, id: MeetingId, reader: &Reader) -> Result<MeetingPapers> {
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let read = move |conn: &mut Conn| {
        let clearance = source(conn, &reader, now)?;
        load::of_meeting(conn, id, &reader, &clearance)
    };
    view.app.db.read(read).await
}

/// The papers of a meeting.
pub async fn show(view: View, reader: Reader, path: Path<String>) -> Result<HttpResponse> {
    let id = path.parse().map_err(|_not_an_id| Error::NotFound)?;
    let of = papers(&view, id, &reader).await?;
    let own = view.clone();
    let read = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        let mut beside: HashMap<CaseId, Vec<Markup>> = HashMap::new();
        for marks in own.app.room_marks.iter() {
            for (case, mark) in marks(conn, &own, &reads, id)? {
                beside.entry(case).or_default().push(mark);
            }
        }
        Ok((packs::ranges(conn, id)?, beside))
    };
    let (ranges, beside) = view.app.db.read(read).await?;
    let content = room::page(&view, &of, &ranges, &beside);
    Ok(view.page(&room::title(&view, &of), &content))
}

/// What is said of late papers beside the cases on an agenda.
///
/// # Errors
/// When the database fails.
pub fn marks(
    conn: &mut Conn,
    view: &View,
    clearance: &Clearance,
    of: MeetingId,
) -> Result<HashMap<CaseId, Markup>> {
    let late = load::late_cases(conn, of, clearance)?;
    let mark = |(case, late)| (case, late_papers(view, late));
    Ok(late.into_iter().map(mark).collect())
}

async fn load_send(view: &View, id: MeetingId, reader: &Reader) -> Result<SendPage> {
    let of = papers(view, id, reader).await?;
    let now = view.now;
    let read = move |conn: &mut Conn| {
        let board = of.board();
        let going: Vec<CaseId> = of.going_out().map(|one| one.case.id).collect();
        let known = known_of(conn, id)?;
        let to = store::readers(conn, board, id, now)?;
        let reads = |one: PersonId| to.iter().any(|reader| reader.person == one);
        let called = invited(conn, board.id, of.meeting.first_day())?;
        let without = called.into_iter().filter(|one| !reads(one.person));
        let without: Vec<String> = without.map(|one| one.name).collect();
        let sent_by = match of.dispatches.last() {
            Some(last) => Some(person(conn, last.sent_by)?.name),
            None => None,
        };
        Ok(SendPage {
            refusal: may_send(&of.meeting).err(),
            owed: owed(&known, &of.meeting, board, now),
            mail_is_on: mail_is_on(board, now),
            to,
            without,
            sent_by,
            closures: store::closures(conn, &going)?,
            wordings: wordings::of_board(conn, board.id)?,
            opened: load::opened(conn, &of)?,
            of,
        })
    };
    view.app.db.read(read).await
}

/// What would go out, to whom.
pub async fn sending(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load_send(&view, who.object.id, &who.reader).await?;
    let mut fields = vec![("id", RowId::new().to_string())];
    let is_ready = |shown: &&Shown| is_ready(&shown.paper, &page.of.dispatches);
    let ready = page.of.papers().filter(is_ready);
    fields.extend(ready.map(|shown| ("papers", send::chosen(shown))));
    let form = Form::filled(fields);
    Ok(view.page(&view.t("dispatch"), &send::page(&view, &page, &form)))
}

/// It goes out.
pub async fn send(view: View, who: As<Secretary, Meeting>, posted: Posted) -> Result<HttpResponse> {
    let mut form = posted.0;
    let id = who.object.id;
    let paragraph = form.text("paragraph", PARAGRAPH);
    form.refuse_numbers(&["paragraph"]);
    let chosen: Vec<(PaperId, i64)> = form.values("papers").into_iter().filter_map(read).collect();
    if chosen.is_empty() {
        form.refuse("papers", Said::new("dispatch-nothing"));
    }
    if form.is_right() {
        let sending = Sending {
            id: form.value("id").parse().unwrap_or_default(),
            meeting: id,
            documents: documents::of_texts(&view.app, &chosen).await?,
            papers: chosen,
            paragraph,
        };
        let sent = sending.id;
        let by = By {
            person: who.reader.id,
            now: view.now,
        };
        let write = move |conn: &mut Conn| plan::send(conn, &sending, by);
        match view.app.db.write(write).await {
            Ok(()) => {
                // They are out; without packs the mail goes a little later.
                if let Err(error) = order::for_readers(&view.app, sent).await {
                    tracing::error!(%error, "packs could not be ordered");
                }
                return Ok(view.go_saying(&paths::meeting_papers(id), "said-papers-sent"));
            }
            Err(Error::Stale) => form.notice = Some(Said::new("dispatch-changed")),
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let page = load_send(&view, id, &who.reader).await?;
    Ok(view.mistaken(&view.t("dispatch"), &send::page(&view, &page, &form)))
}

/// A paper as it stood in the form.
fn read(chosen: &str) -> Option<(PaperId, i64)> {
    let (id, version) = chosen.split_once(':')?;
    Some((id.parse().ok()?, version.parse().ok()?))
}

/// The same as a document, to be filed.
pub async fn proof_document(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let of = load_proof(&view, who).await?;
    let document = statement::document(&view, &of);
    let name = file_name(&document.title);
    made_now(&view, document, &name).await
}

/// From when each paper could be read.
pub async fn proof(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load_proof(&view, who).await?;
    let content = statement::page(&view, &page);
    Ok(view.page(&view.t("dispatch-statement"), &content))
}

async fn load_proof(view: &View, who: As<Secretary, Meeting>) -> Result<Proof> {
    let (id, reader) = (who.object.id, who.reader);
    let (now, source) = (view.now, view.app.clearance);
    let read = move |conn: &mut Conn| {
        let clearance = source(conn, &reader, now)?;
        let of = load::of_meeting(conn, id, &reader, &clearance)?;
        proofs::of_meeting(conn, of, &clearance)
    };
    view.app.db.read(read).await
}
