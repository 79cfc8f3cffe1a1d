//! Addresses of attendance: the list, its taps, and the pages for what takes more than one. The secretariat's alone.

use super::pages::{self, Attendance};
use super::plan::{self, Act};
use super::{Line, Part, Stay, Who};
use crate::cases::store::{self as cases, clearance, past};
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{CaseId, MeetingId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::Meeting;
use crate::web::access::Clearance;
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, ServiceConfig};

/// The routes of attendance.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::ATTENDANCE, web::get().to(show))
        .route(paths::ATTENDANCE, web::post().to(written))
        .route(paths::NEW_ATTENDANCE, web::get().to(new))
        .route(paths::ATTENDANCE_LINE, web::get().to(line));
}

async fn load(view: &View, reader: &Reader, of: MeetingId) -> Result<Attendance> {
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let read = move |conn: &mut Conn| {
        let reads = source(conn, &reader, now)?;
        known(conn, of, &reads, now)
    };
    view.app.db.read(read).await
}

/// The lists of a meeting, with what this reader may know of the cases on its agenda.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn known(conn: &mut Conn, of: MeetingId, reads: &Clearance, now: Moment) -> Result<Attendance> {
    let lists = plan::lists(conn, of, now)?;
    let ids: Vec<CaseId> = (lists.agenda.items.iter())
        .filter_map(|item| item.case)
        .collect();
    let seen = cases::seen_among(conn, &ids, reads)?;
    let read: Vec<CaseId> = seen.keys().copied().collect();
    Ok(Attendance {
        closed: cases::closed_among(conn, &ids, reads)?,
        recused: clearance::closed_by_case(conn, &read)?,
        meeting_kinds: code_words::list(conn, "meeting_kind")?,
        unknown: past::unknown(conn, of)?,
        seen,
        lists,
    })
}

/// The list of a meeting's days.
async fn show(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load(&view, &who.reader, who.object.id).await?;
    Ok(view.page(
        &pages::title(&view, &page),
        &pages::page(&view, &page, None),
    ))
}

/// A day of the meeting in the path.
fn day_in(page: &Attendance, text: &str) -> Result<usize> {
    let day: usize = text.parse().map_err(|_not_a_day| Error::NotFound)?;
    (day < page.lists.days.len())
        .then_some(day)
        .ok_or(Error::NotFound)
}

fn line_in<'a>(page: &'a Attendance, day: usize, who: &str) -> Result<&'a Line> {
    let who: Who = who.parse().map_err(|_nobody| Error::NotFound)?;
    let lines = page.lists.days.get(day).ok_or(Error::NotFound)?;
    lines
        .iter()
        .find(|line| line.listed.who == who)
        .ok_or(Error::NotFound)
}

/// Where someone is added.
async fn new(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let page = load(&view, &who.reader, who.object.id).await?;
    let day = day_in(&page, &path.1)?;
    let form = Form::filled([
        ("id", RowId::new().to_string()),
        ("part", Part::Guest.code().to_owned()),
        ("presence", super::Presence::InPerson.code().to_owned()),
    ]);
    let content = pages::add_page(&view, &page, day, &form);
    Ok(view.page(&view.t("attendance-add-someone"), &content))
}

/// From when until when someone was there.
async fn line(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse> {
    let page = load(&view, &who.reader, who.object.id).await?;
    let day = day_in(&page, &path.1)?;
    let line = line_in(&page, day, &path.2)?;
    let form = pages::stay_filled(line.listed.stay);
    let content = pages::stay_page(&view, &page, day, line, &form);
    Ok(view.page(&view.t("attendance"), &content))
}

/// One line is written down.
async fn written(view: View, who: As<Secretary, Meeting>, posted: Posted) -> Result<HttpResponse> {
    let mut form = posted.0;
    let of = who.object.id;
    let day: usize = form
        .value("day")
        .parse()
        .map_err(|_not_a_day| Error::NotFound)?;
    let act = match form.value("act") {
        "tap" => Some(Act::Tap(
            form.value("who")
                .parse()
                .map_err(|_nobody| Error::NotFound)?,
            form.choice_or_none("presence"),
        )),
        "stay" => Some(Act::Stay(
            form.value("who")
                .parse()
                .map_err(|_nobody| Error::NotFound)?,
            Stay {
                from: form.choice_or_none("from"),
                until: form.choice_or_none("until"),
            },
        )),
        "add" => read_added(&view, &who, day, &mut form).await?,
        _ => return Err(Error::NotFound),
    };
    let act = act.filter(|_| form.is_right());
    let Some(act) = act else {
        return again(&view, &who, day, &form).await;
    };
    let (by, now) = (who.reader.id, view.now);
    let listed = act.who();
    let write = move |conn: &mut Conn| plan::write(conn, of, day, &act, by, now);
    match view.app.db.write(write).await {
        Ok(()) => {
            let place = format!("#line-{day}-{listed}");
            Ok(view.go_to(&(paths::of_meeting(of, "attendance") + &place)))
        }
        Err(Error::Refused(said)) => {
            form.notice = Some(said);
            again(&view, &who, day, &form).await
        }
        Err(error) => Err(error),
    }
}

/// Someone whom nobody expected; they use a member's seat when they come as a deputy.
async fn read_added(
    view: &View,
    who: &As<Secretary, Meeting>,
    day: usize,
    form: &mut Form,
) -> Result<Option<Act>> {
    let id = form.value("id").parse().unwrap_or_default();
    let names = (
        form.needed_line("name", 120),
        form.line("organisation", 200),
    );
    let part: Option<Part> = form.choice("part");
    let seat: Option<Who> = form.choice_or_none("seat");
    let presence = form.choice("presence");
    form.refuse_numbers(&["name", "organisation"]);
    if part == Some(Part::Member) && seat.is_none() && form.mistake("seat").is_none() {
        form.refuse("seat", Said::new("form-needed"));
    }
    let page = load(view, &who.reader, who.object.id).await?;
    let seat = match seat.filter(|_| part == Some(Part::Member)) {
        Some(seat) => Some(&line_in(&page, day, &seat.to_string())?.listed),
        None => None,
    };
    Ok(part
        .zip(presence)
        .map(|(part, presence)| Act::Add(plan::added(id, names, part, seat), presence)))
}

/// The page again, with what is wrong.
async fn again(
    view: &View,
    who: &As<Secretary, Meeting>,
    day: usize,
    form: &Form,
) -> Result<HttpResponse> {
    let page = load(view, &who.reader, who.object.id).await?;
    let content = match form.value("act") {
        "add" if day < page.lists.days.len() => pages::add_page(view, &page, day, form),
        "stay" => {
            let line = line_in(&page, day, form.value("who"))?;
            pages::stay_page(view, &page, day, line, form)
        }
        _ => pages::page(view, &page, form.notice.as_ref()),
    };
    Ok(view.mistaken(&view.t("attendance"), &content))
}
