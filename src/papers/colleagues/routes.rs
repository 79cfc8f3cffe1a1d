//! Addresses of colleagues: where a member lets them in, and what they read by their link.
//!
//! Opening a link changes nothing and is written down nowhere, so that a mail scanner or a preview does no harm. A link
//! that has ended says the same as one that was never sent (410).

use super::door::{self, Door};
use super::mail::PURPOSE;
use super::pages::{self, Around, ColleaguesPage, along};
use super::{Colleague, plan, rules, store};
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{MeetingId, MessageId, PaperId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::meetings::notices::rules::mail_is_on;
use crate::meetings::store as meetings;
use crate::papers::{Content, Paper, Version};
use crate::web::access::ClearanceSource;
use crate::web::download::Download;
use crate::web::{Form, Posted, Reader, View, paths};
use actix_web::http::StatusCode;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

/// As long as a name may be.
const NAME: usize = 100;

/// What the pages of a meeting's colleagues show to this reader; they exist for who may let colleagues in, and for the
/// secretariat.
fn load(
    conn: &mut Conn,
    at: MeetingId,
    reader: &Reader,
    source: ClearanceSource,
    now: Moment,
) -> Result<ColleaguesPage> {
    let meeting = meetings::meeting(conn, at)?;
    let board = boards::board(conn, meeting.board)?;
    let clearance = source(conn, reader, now)?;
    let keeps = reader.roles.is_secretary_of(board.id);
    let may_name = rules::may_name(&board, at, &reader.roles, &clearance);
    if !keeps && !may_name {
        return Err(Error::NotFound);
    }
    let lent = store::lent(conn, at, &clearance, None)?;
    let lendable = if may_name {
        door::papers(conn, at, &lent)?
    } else {
        Vec::new()
    };
    // Of what was chosen, that which the member may lend now: the same as the link opens.
    let now_lent = |id: &PaperId| {
        let mut papers = lendable.iter().flat_map(|(_, own)| own);
        papers.any(|(paper, _)| paper.id == *id)
    };
    let mut own = Vec::new();
    for one in store::named_by(conn, at, reader.id)? {
        let chosen = store::chosen(conn, one.id)?.into_iter();
        let reads = chosen.filter(&now_lent).count();
        own.push((one, reads));
    }
    Ok(ColleaguesPage {
        around: Around {
            refusal: rules::is_open(&board, &meeting, now).err(),
            mail_is_on: mail_is_on(&board, now),
            kinds: code_words::list(conn, "meeting_kind")?,
            lendable,
            board,
            meeting,
        },
        may_name,
        own,
        all: if keeps {
            Some(store::of_meeting(conn, at)?)
        } else {
            None
        },
    })
}

async fn loaded(view: &View, at: MeetingId, reader: &Reader) -> Result<ColleaguesPage> {
    let (reader, source, now) = (reader.clone(), view.app.clearance, view.now);
    let read = move |conn: &mut Conn| load(conn, at, &reader, source, now);
    view.app.db.read(read).await
}

fn meeting_in(path: &str) -> Result<MeetingId> {
    path.parse().map_err(|_not_an_id| Error::NotFound)
}

/// Who reads along, and the form of one more.
pub async fn show(view: View, reader: Reader, path: Path<String>) -> Result<HttpResponse> {
    let page = loaded(&view, meeting_in(&path)?, &reader).await?;
    let content = pages::page(&view, &page, &pages::fresh(&view));
    Ok(view.page(&view.t("colleagues"), &content))
}

fn chosen(form: &mut Form) -> Vec<PaperId> {
    let papers = form.values("papers").into_iter();
    let papers: Vec<PaperId> = papers.filter_map(|id| id.parse().ok()).collect();
    if papers.is_empty() {
        form.refuse("papers", rules::Refusal::Nothing.said());
    }
    papers
}

/// One more is let in.
pub async fn name(
    view: View,
    reader: Reader,
    path: Path<String>,
    posted: Posted,
) -> Result<HttpResponse> {
    let at = meeting_in(&path)?;
    let page = loaded(&view, at, &reader).await?;
    if !page.may_name {
        return Err(Error::NotFound);
    }
    let mut form = posted.0;
    let new = Colleague {
        id: form.value("id").parse().unwrap_or_default(),
        board: page.around.board.id,
        meeting: at,
        named_by: reader.id,
        name: form.needed_line("name", NAME),
        address: form.needed_address("address"),
        language: language(&mut form),
        named_at: view.now,
        ended_at: None,
    };
    form.refuse_numbers(&["name"]);
    let papers = chosen(&mut form);
    if form.is_right() {
        let now = view.now;
        let write = move |conn: &mut Conn| plan::name(conn, &new, &papers, &reader, now);
        match view.app.db.write(write).await {
            Ok(()) => {
                view.app.office.bell.ring();
                let to = paths::of_meeting(at, "colleagues");
                return Ok(view.go_saying(&to, "said-colleague-named"));
            }
            Err(Error::Refused(said)) => refuse(&mut form, said),
            Err(error) => return Err(error),
        }
    }
    let content = pages::page(&view, &page, &form);
    Ok(view.mistaken(&view.t("colleagues"), &content))
}

fn language(form: &mut Form) -> Language {
    let language = Language::from_tag(form.value("language"));
    if language.is_none() {
        form.refuse("language", Said::new("form-not-a-choice"));
    }
    language.unwrap_or(Language::NB)
}

/// What is refused is said at the field it is about.
fn refuse(form: &mut Form, said: Said) {
    let at = |refusal: rules::Refusal| refusal.said().key == said.key;
    if at(rules::Refusal::Already) {
        form.refuse("address", said);
    } else if at(rules::Refusal::Nothing) {
        form.refuse("papers", said);
    } else {
        form.notice = Some(said);
    }
}

/// The reader's own colleague of this meeting, as long as they are let in; another's is not there.
async fn own(
    view: &View,
    (at, id): (&str, &str),
    reader: &Reader,
) -> Result<(ColleaguesPage, Colleague)> {
    let id: RowId = id.parse().map_err(|_not_an_id| Error::NotFound)?;
    let page = loaded(view, meeting_in(at)?, reader).await?;
    let found = page.own.iter().find(|(one, _)| one.id == id);
    let found = found.filter(|(one, _)| one.ended_at.is_none());
    let colleague = found.ok_or(Error::NotFound)?.0.clone();
    Ok((page, colleague))
}

/// What one colleague may read.
pub async fn one(view: View, reader: Reader, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (page, colleague) = own(&view, (&path.0, &path.1), &reader).await?;
    let id = colleague.id;
    let read = move |conn: &mut Conn| store::chosen(conn, id);
    let papers = view.app.db.read(read).await?.into_iter();
    let form = Form::filled(papers.map(|id| ("papers", id.to_string())));
    let content = pages::one(&view, &page.around, &colleague, &form);
    Ok(view.page(&colleague.name, &content))
}

/// Another choice of papers, or the end of it.
pub async fn change(
    view: View,
    reader: Reader,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (page, colleague) = own(&view, (&path.0, &path.1), &reader).await?;
    let (mut form, now) = (posted.0, view.now);
    let to = paths::of_meeting(colleague.meeting, "colleagues");
    if form.value("act") == "end" {
        let write = move |conn: &mut Conn| plan::end(conn, &colleague, now);
        view.app.db.write(write).await?;
        return Ok(view.go_saying(&to, "said-colleague-ended"));
    }
    let papers = chosen(&mut form);
    if form.is_right() {
        let of = colleague.clone();
        let write = move |conn: &mut Conn| plan::choose(conn, &of, &papers, &reader, now);
        match view.app.db.write(write).await {
            Ok(()) => return Ok(view.go_saying(&to, "said-colleague-papers")),
            Err(Error::Refused(said)) => refuse(&mut form, said),
            Err(error) => return Err(error),
        }
    }
    let content = pages::one(&view, &page.around, &colleague, &form);
    Ok(view.mistaken(&colleague.name, &content))
}

/// What a link opens now; none when it was never sent by us, or has ended.
async fn by_link(view: &View, message: &str, signature: &str) -> Result<Option<Door>> {
    let Ok(id) = message.parse::<MessageId>() else {
        return Ok(None);
    };
    if !(view.app.office.key).is_signed(PURPOSE, id.as_str(), signature) {
        return Ok(None);
    }
    let now = view.now;
    let read = move |conn: &mut Conn| match store::written_to(conn, id)? {
        Some(colleague) => door::open(conn, colleague, now),
        None => Ok(None),
    };
    view.app.db.read(read).await
}

/// In the colleague's language, unless this browser has chosen another.
fn in_their_language(mut view: View, door: &Door) -> View {
    if !view.has_chosen_language {
        view.language = door.colleague.language;
    }
    view
}

fn link_of(message: &str, signature: &str) -> String {
    format!("{}{signature}", paths::read_along_start(message))
}

fn gone(view: &View) -> HttpResponse {
    let page = along::gone(view);
    view.page_with(StatusCode::GONE, &view.t("along-gone-title"), &page)
}

/// Every paper that a colleague may read.
pub async fn along(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (message, signature) = path.into_inner();
    let Some(door) = by_link(&view, &message, &signature).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &door);
    let (at, clearance) = (door.meeting.id, door.clearance.clone());
    let read = move |conn: &mut Conn| door::papers(conn, at, &clearance);
    let papers = view.app.db.read(read).await?;
    let link = link_of(&message, &signature);
    let content = along::list(&view, &door, &link, &papers);
    Ok(view.page(&along::title(&view, &door), &content))
}

/// One of them, where the link opens it.
async fn paper_of(view: &View, door: &Door, id: &str) -> Result<(Paper, Version)> {
    let id: PaperId = id.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (at, clearance) = (door.meeting.id, door.clearance.clone());
    let read = move |conn: &mut Conn| door::papers(conn, at, &clearance);
    let papers = view.app.db.read(read).await?;
    let mut all = papers.into_iter().flat_map(|(_, own)| own);
    let found = all.find(|(paper, _)| paper.id == id);
    let (paper, version) = found.ok_or(Error::NotFound)?;
    Ok((paper, version.ok_or(Error::NotFound)?))
}

/// A paper.
pub async fn along_paper(view: View, path: Path<(String, String, String)>) -> Result<HttpResponse> {
    let (message, signature, id) = path.into_inner();
    let Some(door) = by_link(&view, &message, &signature).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &door);
    let (paper, version) = paper_of(&view, &door, &id).await?;
    let link = link_of(&message, &signature);
    let content = along::paper(&view, &door, &link, &paper, &version);
    Ok(view.page(&paper.facts.title, &content))
}

/// Its file.
pub async fn along_file(
    view: View,
    path: Path<(String, String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let (message, signature, id) = path.into_inner();
    let Some(door) = by_link(&view, &message, &signature).await? else {
        return Ok(gone(&view));
    };
    let (_, version) = paper_of(&view, &door, &id).await?;
    let Content::File(file) = version.content else {
        return Err(Error::NotFound);
    };
    let stored = Download {
        checksum: &version.checksum,
        size: u64::try_from(file.size).unwrap_or_default(),
        kind: file.kind,
        name: &file.name,
        is_saved: false,
    };
    stored.answer(&view.app, &request).await
}
