//! Addresses of the minutes while they are written: the secretariat's alone.

use super::pages::write::{self, OVERTAKEN, Sent};
use super::pages::{self, MinutesPage, Past, preview};
use super::plan::{self, Saving};
use super::{ItemText, Minutes, rules, store};
use crate::boards::rules::in_force;
use crate::cases::forms::languages;
use crate::cases::store::{self as cases, past as earlier};
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{AgendaItemId, CaseId, MeetingId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::access::pages::AccessPage;
use crate::minutes::actions::panels as actions;
use crate::minutes::attendance::routes::known;
use crate::minutes::told::document;
use crate::minutes::{access, round};
use crate::papers::pack::routes::{file_name, made_now};
use crate::web::access::Clearance;
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, ServiceConfig};
use std::collections::BTreeSet;

/// As long as the summary of one item may be, in characters.
const LONGEST: usize = 20_000;
/// As long as each of the other texts may be.
const LONG: usize = 5_000;

/// The routes of the minutes while they are written.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::MINUTES, web::get().to(show))
        .route(paths::MINUTES, web::post().to(head_written))
        .route(paths::MINUTES_ITEM, web::post().to(item_written))
        .route(paths::MINUTES_PREVIEW, web::get().to(draft))
        .route(paths::MINUTES_DOCUMENT, web::get().to(draft_document));
}

async fn load(view: &View, reader: &Reader, of: MeetingId) -> Result<MinutesPage> {
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let read = move |conn: &mut Conn| {
        let reads = source(conn, &reader, now)?;
        read(conn, of, (&reads, Some(&reader)), now)
    };
    view.app.db.read(read).await
}

/// Everything the pages of minutes show, as far as this reader may read it; without one, all that this clearance lets.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn read(
    conn: &mut Conn,
    of: MeetingId,
    (reads, reader): (&Clearance, Option<&Reader>),
    now: Moment,
) -> Result<MinutesPage> {
    let attendance = known(conn, of, reads, now)?;
    let data = &attendance.lists.data;
    let unwritten = Minutes {
        language: languages(&data.board)[0],
        opening: String::new(),
        version: 0,
    };
    let mut written = store::written(conn, of)?;
    // What was written of a case is read by those who read the case, wherever the case has gone since.
    let about: Vec<CaseId> = written.iter().filter_map(|one| one.case).collect();
    let seen = cases::seen_among(conn, &about, reads)?;
    written.retain(|one| one.case.is_none_or(|case| seen.contains_key(&case)));
    let all_outcomes = code_words::list(conn, "outcome")?;
    let mandate = in_force(&data.mandates, attendance.lists.meeting.first_day());
    Ok(MinutesPage {
        minutes: store::head(conn, of)?.unwrap_or(unwritten),
        round: round::store::round(conn, of)?,
        written,
        actions: actions::of_meeting(conn, &attendance.lists, (reads, reader), now)?,
        outcomes: rules::outcomes(mandate, &all_outcomes),
        all_outcomes,
        attendance,
        past: past(conn, of)?,
    })
}

/// What is known of minutes from before the system came.
fn past(conn: &mut Conn, of: MeetingId) -> Result<Past> {
    let approves = earlier::approved_by(conn, of)?;
    let approved_in = earlier::approved_in(conn, of)?;
    let named: BTreeSet<MeetingId> = (approves.values().flatten())
        .chain(&approved_in)
        .copied()
        .collect();
    let named: Vec<MeetingId> = named.into_iter().collect();
    let named = meetings::chosen(conn, &named)?.into_iter();
    Ok(Past {
        published: store::published(conn, of)?,
        meetings: named.map(|meeting| (meeting.id, meeting)).collect(),
        approves,
        approved_in,
    })
}

/// The page on which they are written.
async fn show(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load(&view, &who.reader, who.object.id).await?;
    let content = write::page(&view, &page, Sent::Nothing);
    Ok(view.page(&pages::title(&view, &page), &content))
}

/// What the minutes say to this reader: of a case that is closed to them no more than they may know.
async fn load_told(view: &View, reader: &Reader, of: MeetingId) -> Result<AccessPage> {
    let (own, reader) = (view.clone(), reader.clone());
    let read = move |conn: &mut Conn| access::routes::load_page(conn, &own, &reader, of);
    view.app.db.read(read).await
}

/// As they will be read.
async fn draft(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load_told(&view, &who.reader, who.object.id).await?;
    let standing = page.minutes.standing();
    let content = preview::page(&view, &page.minutes, &page.told, standing);
    Ok(view.page(&page.told.title(standing), &content))
}

/// The same to be printed and sent around.
async fn draft_document(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load_told(&view, &who.reader, who.object.id).await?;
    let minutes = &page.minutes;
    let today = minutes.board().today(view.now);
    let document = document::document(page.told, minutes.standing(), today);
    let name = file_name(&document.title);
    made_now(&view, document, &name).await
}

/// What stands above the items is saved.
async fn head_written(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let of = who.object.id;
    let page = load(&view, &who.reader, of).await?;
    let language = Language::from_tag(form.value("language"));
    let language = language.filter(|one| languages(page.board()).contains(one));
    if language.is_none() {
        form.refuse("language", Said::new("form-needed"));
    }
    let head = Minutes {
        language: language.unwrap_or(page.minutes.language),
        opening: form.text("opening", LONG),
        version: form.version(),
    };
    form.refuse_numbers(&["opening"]);
    if form.is_right() {
        let (by, now) = (who.reader.id, view.now);
        let write = move |conn: &mut Conn| plan::save_head(conn, of, &head, by, now);
        match view.app.db.write(write).await {
            Ok(()) => return Ok(view.go_saying(&pages::path(of), "said-saved")),
            Err(Error::Stale) => {
                let page = load(&view, &who.reader, of).await?;
                form.put("version", page.minutes.version.to_string());
                form.notice = Some(Said::new("minutes-opening-overtaken"));
                let content = write::page(&view, &page, Sent::Head(&form));
                return Ok(view.stale(&pages::title(&view, &page), &content));
            }
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let content = write::page(&view, &page, Sent::Head(&form));
    Ok(view.mistaken(&pages::title(&view, &page), &content))
}

/// What is written of one item is saved: as it is typed, or by its button.
async fn item_written(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let item: AgendaItemId = path.1.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (mut form, of) = (posted.0, who.object.id);
    let page = load(&view, &who.reader, of).await?;
    let text = read_item(&mut form, &page, item);
    let is_autosaved = form.value("act") == "autosave";
    if form.is_right() {
        let saving = Saving {
            meeting: of,
            item,
            known: known_draft(&form),
            text,
            is_autosaved,
        };
        match put(&view, &who.reader, saving).await {
            Ok(draft) if is_autosaved => return Ok(answer(&view, &who.reader, &page, draft)),
            Ok(_) => return Ok(view.go_to(&format!("{}#item-{item}", pages::path(of)))),
            Err(Error::Stale) if !is_autosaved => {
                return overtaken(&view, &who, item, form).await;
            }
            Err(Error::Refused(said)) if !is_autosaved => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    } else if is_autosaved {
        return Err(Error::Refused(Said::new("minutes-not-saved")));
    }
    let content = write::page(&view, &page, Sent::Item(item, &form));
    Ok(view.mistaken(&pages::title(&view, &page), &content))
}

/// The version that a form was filled from; 0, before anything is saved, when it says none that can be.
fn known_draft(form: &Form) -> i64 {
    let version = form.value("draft").parse().ok();
    version
        .filter(|version| (0..i64::MAX).contains(version))
        .unwrap_or(0)
}

/// What was typed of one item; what is wrong with it stands at its fields.
fn read_item(form: &mut Form, page: &MinutesPage, item: AgendaItemId) -> ItemText {
    let name = |name: &str| pages::field(name, item);
    let (outcome, ends) = (name("outcome"), name("ends"));
    let text = ItemText {
        content: form.text(&name("content"), LONGEST),
        outcome: form.value(&outcome).to_owned(),
        conclusion: form.text(&name("conclusion"), LONG),
        dissent: form.text(&name("dissent"), LONG),
        starts: form.time(&name("starts")),
        ends: form.time(&ends),
    };
    let before = page.written_of(item);
    let standing = before.map_or("", |one| one.text.outcome.as_str());
    if !rules::is_outcome(&page.outcomes, standing, &text.outcome) {
        form.refuse(&outcome, Said::new("form-not-a-choice"));
    }
    if !rules::is_in_order(text.starts, text.ends) {
        form.refuse(&ends, Said::new("minutes-ends-first"));
    }
    let texts = ["content", "conclusion", "dissent"].map(name);
    form.refuse_numbers(&texts.each_ref().map(String::as_str));
    text
}

async fn put(view: &View, reader: &Reader, saving: Saving) -> Result<i64> {
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let write = move |conn: &mut Conn| {
        let reads = source(conn, &reader, now)?;
        plan::save(conn, &saving, &reads, reader.id, now)
    };
    view.app.db.write(write).await
}

/// Saved as it was typed: read by the page's script.
fn answer(view: &View, reader: &Reader, page: &MinutesPage, draft: i64) -> HttpResponse {
    let at = view.moment(page.board().zone, view.now);
    let values = [("who", (&reader.name).into()), ("at", at.into())];
    let said = view.tv("minutes-saved", &values);
    HttpResponse::Ok().json(serde_json::json!({ "draft": draft, "said": said }))
}

/// Someone saved the item first: what was typed stays, and is written over theirs when it is saved again (F47).
async fn overtaken(
    view: &View,
    who: &As<Secretary, Meeting>,
    item: AgendaItemId,
    mut form: Form,
) -> Result<HttpResponse> {
    let page = load(view, &who.reader, who.object.id).await?;
    let own = page.written_of(item);
    form.put("draft", own.map_or(0, |one| one.version).to_string());
    let name = own.map_or("", |one| one.who.as_str());
    form.notice = Some(Said::new(OVERTAKEN).with("who", name));
    let content = write::page(view, &page, Sent::Item(item, &form));
    Ok(view.stale(&pages::title(view, &page), &content))
}
