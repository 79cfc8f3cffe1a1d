//! Addresses of whom the minutes are meant for: the secretariat's alone.

use super::pages::{self, AccessPage};
use super::plan::{self, Assessing};
use super::{ItemAccess, rules};
use crate::cases::plan::By;
use crate::cases::store::assess;
use crate::cases::{Access, LegalBasis, forms};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, MeetingId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::Meeting;
use crate::minutes::draft::routes::read;
use crate::minutes::publication::store as publications;
use crate::minutes::told::{cut, gather};
use crate::web::access::Assessment;
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, ServiceConfig};

/// The routes of whom the minutes are meant for.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::MINUTES_ACCESS, web::get().to(list))
        .route(paths::MINUTES_ACCESS, web::post().to(rest_opened))
        .route(paths::MINUTES_ITEM_ACCESS, web::get().to(one))
        .route(paths::MINUTES_ITEM_ACCESS, web::post().to(assessed));
}

/// What the pages show this reader.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn load_page(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    of: MeetingId,
) -> Result<AccessPage> {
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let minutes = read(conn, of, (&reads, Some(reader)), view.now)?;
    let known = plan::known(conn, of)?;
    let told = gather::told(view, &minutes);
    let told = cut::cut(&told, &|item| rules::shown(known.get(&item.item), &reads));
    Ok(AccessPage {
        minutes,
        told,
        known,
        is_out: publications::standing(conn, of)?.is_some(),
    })
}

async fn load(view: &View, reader: &Reader, of: MeetingId) -> Result<AccessPage> {
    let (own, reader) = (view.clone(), reader.clone());
    let read = move |conn: &mut Conn| load_page(conn, &own, &reader, of);
    view.app.db.read(read).await
}

/// Every item.
async fn list(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load(&view, &who.reader, who.object.id).await?;
    Ok(view.page(&view.t("minutes-access"), &pages::list(&view, &page)))
}

/// What nobody has assessed is found open.
async fn rest_opened(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let of = who.object.id;
    let shown = posted.0.value("items").split(' ');
    let shown: Vec<AgendaItemId> = shown.filter_map(|id| id.parse().ok()).collect();
    let (own, reader) = (view.clone(), who.reader);
    let write = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        let by = By {
            person: reader.id,
            now: own.now,
        };
        plan::open_rest(conn, of, &shown, &reads, by)
    };
    view.app.db.write(write).await?;
    Ok(view.go_saying(&paths::of_meeting(of, "minutes/access"), "said-saved"))
}

/// One item with what it may be exempt by.
struct One {
    page: AccessPage,
    at: usize,
    access: ItemAccess,
    bases: Vec<LegalBasis>,
    form: Form,
}

async fn load_one(view: &View, who: &As<Secretary, Meeting>, item: &str) -> Result<One> {
    let item: AgendaItemId = item.parse().map_err(|_not_an_id| Error::NotFound)?;
    let page = load(view, &who.reader, who.object.id).await?;
    let at = (page.told.items.iter()).position(|one| one.item == item && one.withheld.is_none());
    let at = at.ok_or(Error::NotFound)?;
    let access = page.known.get(&item).cloned().ok_or(Error::NotFound)?;
    let today = page.minutes.board().today(view.now);
    let (subject, begins_exempt) = (access.subject, access.assessment == Assessment::Exempt);
    let read = move |conn: &mut Conn| {
        let mut found = assess::assessed(conn, item.cast())?;
        if found.is_none() && begins_exempt {
            // It is exempt as its case is, until somebody says otherwise.
            found = assess::assessed(conn, subject)?;
        }
        let found = found.map(|(found, ..)| found);
        let kept = found.as_ref().and_then(|found| found.basis);
        Ok((assess::bases(conn, today, kept)?, found))
    };
    let (bases, found) = view.app.db.read(read).await?;
    let shown = Access {
        audience: access.wanted,
        assessment: access.assessment,
        title_exempt: access.title_exempt,
        open_from: access.open_from,
        withdrawn_at: None,
    };
    let form = forms::assessment_of(
        (access.version, &shown),
        found.as_ref(),
        page.minutes.board(),
    );
    Ok(One {
        page,
        at,
        access,
        bases,
        form,
    })
}

fn shown(view: &View, of: &One, form: &Form) -> (String, maud::Markup) {
    let item = &of.page.told.items[of.at];
    (
        item.name(),
        pages::one(view, &of.page, item, &of.bases, form),
    )
}

/// The form of one item.
async fn one(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let of = load_one(&view, &who, &path.1).await?;
    let (title, content) = shown(&view, &of, &of.form);
    Ok(view.page(&title, &content))
}

/// It is assessed.
async fn assessed(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let of = load_one(&view, &who, &path.1).await?;
    let meeting = who.object.id;
    let read = forms::read_assessment(&mut form, &of.bases, of.page.minutes.board());
    if let (Some((wanted, found)), true) = (read, form.is_right()) {
        let assessing = Assessing {
            meeting,
            item: of.access.item,
            version: form.version(),
            wanted,
            found,
        };
        match put(&view, &who.reader, assessing).await {
            Ok(()) => {
                let list = paths::of_meeting(meeting, "minutes/access");
                return Ok(view.go_saying(&list, "said-saved"));
            }
            Err(Error::Stale) => {
                let of = load_one(&view, &who, &path.1).await?;
                form.put("version", of.access.version.to_string());
                form.notice = Some(Said::new("minutes-access-overtaken"));
                let (title, content) = shown(&view, &of, &form);
                return Ok(view.stale(&title, &content));
            }
            Err(error) => return Err(error),
        }
    }
    let (title, content) = shown(&view, &of, &form);
    Ok(view.mistaken(&title, &content))
}

async fn put(view: &View, reader: &Reader, assessing: Assessing) -> Result<()> {
    let (own, reader) = (view.clone(), reader.clone());
    let write = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        let by = By {
            person: reader.id,
            now: own.now,
        };
        plan::assess(conn, &assessing, &reads, by)
    };
    view.app.db.write(write).await
}
