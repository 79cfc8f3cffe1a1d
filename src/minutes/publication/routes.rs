//! Addresses of the gate: the secretariat's alone.

use super::pages::{self, Gate};
use super::plan::{self, Came};
use super::rules::{self, Share};
use super::{Publication, store};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, MeetingId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::Meeting;
use crate::minutes::access::rules::titles::named;
use crate::minutes::access::{ItemAccess, plan as access};
use crate::minutes::draft::pages::MinutesPage;
use crate::minutes::draft::routes::read;
use crate::minutes::round::routes::shown_to;
use crate::minutes::round::store as rounds;
use crate::minutes::told::Told;
use crate::people::store as people;
use crate::web::access::{Audience, Clearance};
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Query, ServiceConfig};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// As long as a reason may be, in characters.
const REASON: usize = 300;

/// The audiences that a preview shows the minutes as.
const AUDIENCES: [Audience; 3] = [Audience::Members, Audience::ServiceOwners, Audience::Public];

/// The routes of the gate.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::MINUTES_PUBLICATION, web::get().to(show))
        .route(paths::MINUTES_PUBLICATION, web::post().to(acted))
        .route(paths::MINUTES_PUBLICATION_PREVIEW, web::get().to(preview));
}

/// What someone of an audience reads of a board, who is nobody in particular.
fn one_of(audience: Audience, minutes: &MinutesPage, view: &View) -> Clearance {
    let mut clearance = Clearance::of_nobody(view.now);
    match audience {
        Audience::Members => {
            clearance.reads.insert(minutes.board().id);
        }
        Audience::ServiceOwners => clearance.is_service_owner = true,
        Audience::Secretariat | Audience::Public => {}
    }
    clearance
}

/// Who may read each item once it is published.
fn once_out(known: &HashMap<AgendaItemId, ItemAccess>) -> HashMap<AgendaItemId, ItemAccess> {
    let out = known.iter().map(|(id, access)| (*id, access.once_out()));
    out.collect()
}

/// Whether the reader may read an item now.
fn may_read(of: Option<&ItemAccess>, reads: &Clearance) -> bool {
    of.is_some_and(|access| reads.sees(&access.readable()))
}

fn load_gate(conn: &mut Conn, view: &View, reader: &Reader, of: MeetingId) -> Result<Gate> {
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let minutes = read(conn, of, (&reads, Some(reader)), view.now)?;
    let approved = minutes.round.as_ref().and_then(|round| round.approved);
    let told: Option<Told> = match approved {
        Some(approved) => Some(rounds::version(conn, of, approved.number)?.told),
        None => None,
    };
    let known = access::known(conn, of)?;
    let standing = store::standing(conn, of)?;
    let obstacles = rules::obstacles(
        minutes.round.as_ref(),
        told.as_ref(),
        &known,
        standing.as_ref(),
        &|item| may_read(known.get(&item.item), &reads),
    );
    let number = approved.map_or(0, |one| one.number);
    let asked = store::asked(conn, of)?.filter(|one| one.number == number);
    let setting = rounds::setting(conn, minutes.board().id)?;
    let asked_by = name_of(conn, asked.as_ref())?;
    let out = once_out(&known);
    let named = told.as_ref().map(|told| {
        let told = shown_to(told, &known, &reads).0;
        let named = named(&told, &known, &minutes.board().names());
        (told, named)
    });
    let count = |audience: &Audience| {
        let reads = one_of(*audience, &minutes, view);
        let items = told
            .as_ref()
            .map(|told| shown_to(told, &out, &reads).0.items);
        let items = items.unwrap_or_default();
        let whole = items.iter().filter(|item| item.withheld.is_none()).count();
        (*audience, whole)
    };
    let year = minutes.meeting().first_day().year();
    let days = (
        NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
        NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default(),
    );
    let own = store::languages(conn, Some(minutes.board().id), days)?;
    let all = store::languages(conn, None, days)?;
    Ok(Gate {
        readers: AUDIENCES.iter().map(count).collect(),
        items: told.as_ref().map_or(0, |told| told.items.len()),
        press: rules::press(setting.needs_second, asked.as_ref(), reader.id),
        language: told.as_ref().map(|told| told.language),
        told: told.map(|told| shown_to(&told, &out, &reads).0),
        named,
        shares: (Share::of(&own), Share::of(&all)),
        all: store::of_meeting(conn, of)?,
        adds: standing.is_some() && known.values().any(ItemAccess::waits),
        minutes,
        number,
        obstacles,
        standing,
        asked_by,
    })
}

fn name_of(conn: &mut Conn, asked: Option<&Publication>) -> Result<Option<String>> {
    match asked {
        Some(asked) => Ok(Some(people::person(conn, asked.asked_by)?.name)),
        None => Ok(None),
    }
}

async fn load(view: &View, reader: &Reader, of: MeetingId) -> Result<Gate> {
    let (own, reader) = (view.clone(), reader.clone());
    let read = move |conn: &mut Conn| load_gate(conn, &own, &reader, of);
    view.app.db.read(read).await
}

/// What stands in the way, and the buttons.
async fn show(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load(&view, &who.reader, who.object.id).await?;
    let content = pages::page(&view, &page, None);
    Ok(view.page(&view.t("publication"), &content))
}

/// The minutes as one audience will read them.
async fn preview(
    view: View,
    who: As<Secretary, Meeting>,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let audience = asked.get("as").and_then(|code| code.parse().ok());
    let audience = audience.filter(|one| AUDIENCES.contains(one));
    let audience = audience.unwrap_or(Audience::Public);
    let (own, reader, of) = (view.clone(), who.reader, who.object.id);
    let read = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        let minutes = read(conn, of, (&reads, Some(&reader)), own.now)?;
        let approved = minutes.round.as_ref().and_then(|round| round.approved);
        let approved = approved.ok_or(Error::NotFound)?;
        let told = rounds::version(conn, of, approved.number)?.told;
        let mut whose = one_of(audience, &minutes, &own);
        // What is closed to who looks stays closed.
        whose.closed = reads.closed;
        let (told, _) = shown_to(&told, &once_out(&access::known(conn, of)?), &whose);
        Ok((minutes, told))
    };
    let (minutes, told) = view.app.db.read(read).await?;
    let content = pages::preview(&view, &minutes, &told, audience);
    Ok(view.page(&view.t("publication-preview"), &content))
}

/// What one of the page's buttons does.
enum Act {
    Publish(i64),
    Undo(RowId),
    Withdraw(RowId, String),
}

fn read_act(form: &mut Form) -> Option<Act> {
    let id = form.value("publication").parse();
    match form.value("act") {
        "publish" => Some(Act::Publish(form.value("number").parse().unwrap_or(0))),
        "undo" => Some(Act::Undo(id.ok()?)),
        "withdraw" => {
            let reason = form.needed_line("reason", REASON);
            form.refuse_numbers(&["reason"]);
            Some(Act::Withdraw(id.ok()?, reason))
        }
        _ => None,
    }
}

async fn put(view: &View, reader: &Reader, of: MeetingId, act: Act) -> Result<&'static str> {
    let by = By {
        person: reader.id,
        now: view.now,
    };
    let write = move |conn: &mut Conn| match &act {
        Act::Publish(number) => plan::publish(conn, of, *number, by).map(|came| match came {
            Came::Out => "said-minutes-published",
            Came::Asked => "said-minutes-asked",
        }),
        Act::Undo(id) => plan::undo(conn, of, *id, by).map(|()| "said-minutes-undone"),
        Act::Withdraw(id, reason) => {
            plan::withdraw(conn, of, *id, reason, by).map(|()| "said-minutes-withdrawn")
        }
    };
    view.app.db.write(write).await
}

/// It is published, undone or withdrawn.
async fn acted(view: View, who: As<Secretary, Meeting>, posted: Posted) -> Result<HttpResponse> {
    let (mut form, of) = (posted.0, who.object.id);
    let act = read_act(&mut form);
    let mut is_stale = false;
    if let (Some(act), true) = (act, form.is_right()) {
        match put(&view, &who.reader, of, act).await {
            Ok(said) => {
                let own = paths::of_meeting(of, "minutes/publication");
                return Ok(view.go_saying(&own, said));
            }
            Err(Error::Stale) => {
                is_stale = true;
                form.notice = Some(Said::new("round-overtaken"));
            }
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let page = load(&view, &who.reader, of).await?;
    let content = pages::page(&view, &page, Some(&form));
    let title = view.t("publication");
    Ok(if is_stale {
        view.stale(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}
