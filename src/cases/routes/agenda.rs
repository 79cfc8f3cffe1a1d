//! A meeting's agenda: read by those with a role on the board and by the deputies who are called, changed by the
//! secretariat.

use super::case::by;
use crate::audit::{self, Happened};
use crate::boards::rules::in_force;
use crate::boards::store as boards;
use crate::cases::agenda::{self as plan, Act};
use crate::cases::pages::agenda::{self as pages, AgendaPage, Sent};
use crate::cases::pages::item as item_page;
use crate::cases::rules::agenda::{self as rules, Direction, Spot};
use crate::cases::store::{self, agenda as rows, past};
use crate::cases::{Agenda, Guest, Item, ItemKind, forms};
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{AgendaItemId, CaseId, MeetingId};
use crate::db::types::Words;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::replies::store as replies;
use crate::meetings::{Meeting, MeetingState, store as meetings};
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use std::sync::Arc;

/// Everything the page shows to this reader; it does not exist for those who have no role on the board and are not
/// called to the meeting.
async fn load(view: &View, reader: &Reader, id: MeetingId) -> Result<AgendaPage> {
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let (marks, drawn) = (Arc::clone(&view.app.agenda_marks), view.clone());
    let panels = Arc::clone(&view.app.agenda_panels);
    let read = move |conn: &mut Conn| {
        let meeting = meetings::meeting(conn, id)?;
        let clearance = source(conn, &reader, now)?;
        if reader.roles.on(meeting.board).is_empty() && !clearance.called_to.contains(&id) {
            return Err(Error::NotFound);
        }
        let keeps = reader.roles.is_secretary_of(meeting.board);
        let data = boards::data(conn, meeting.board)?;
        let mut agenda: Agenda = rows::agenda(conn, id)?;
        rules::fit(&mut agenda.items, meeting.sessions.len());
        let cases: Vec<CaseId> = agenda.items.iter().filter_map(|item| item.case).collect();
        let approves = past::approved_by(conn, id)?;
        let approved = approves.values().flatten().copied();
        Ok(AgendaPage {
            seen: store::seen_among(conn, &cases, &clearance)?,
            closed: store::closed_among(conn, &cases, &clearance)?,
            marks: (marks.iter())
                .map(|say| say(conn, &drawn, &clearance, id))
                .collect::<Result<_>>()?,
            panels: (panels.iter())
                .map(|panel| panel(conn, &drawn, &reader, &clearance, id))
                .collect::<Result<_>>()?,
            leader: replies::leader(conn, &meeting)?.map(|leader| leader.as_told(keeps)),
            unknown: past::unknown(conn, id)?,
            approved: super::load::meetings(conn, approved)?,
            approves,
            hours: if meeting.state >= MeetingState::Held {
                rules::clock_of_past(&agenda.items, &meeting.sessions)
            } else {
                rules::clock(&agenda.items, &meeting.sessions)
            },
            over: rules::overrun(&agenda.items, &meeting.sessions),
            proposed: rules::standing(in_force(&data.mandates, meeting.first_day())),
            keeps,
            meeting_kinds: code_words::list(conn, "meeting_kind")?,
            kinds: code_words::list(conn, "case_type")?,
            board: data.board,
            meeting,
            agenda,
        })
    };
    view.app.db.read(read).await
}

/// The agenda.
pub async fn show(view: View, reader: Reader, path: Path<String>) -> Result<HttpResponse> {
    let id = path.parse().map_err(|_not_an_id| Error::NotFound)?;
    let page = load(&view, &reader, id).await?;
    let content = pages::page(&view, &page, &Sent::default());
    Ok(view.page(&pages::title(&view, &page), &content))
}

/// The agenda at an item that was changed, while it is on it.
fn at_item(id: MeetingId, item: Option<AgendaItemId>) -> String {
    let place = item.map_or_else(String::new, |item| format!("#item-{item}"));
    format!("{}{place}", paths::agenda(id))
}

/// Tries a change. What came of it: gone on to `lands`, or the page again with what was typed.
async fn try_change(
    view: &View,
    who: As<Secretary, Meeting>,
    (act, lands): (Act, &str),
    (which, mut form): (&'static str, Form),
) -> Result<HttpResponse> {
    let (id, version) = (who.object.id, form.version());
    let by = by(view, &who.reader);
    let write = move |conn: &mut Conn| plan::change(conn, id, version, &act, by);
    let happened = match view.app.db.write(write).await {
        Ok(()) => return Ok(view.go_to(lands)),
        Err(Error::Refused(said)) => {
            form.notice = Some(said);
            Vec::new()
        }
        Err(Error::Stale) => since(view, id, version).await?,
        Err(error) => return Err(error),
    };
    again(view, &who.reader, id, which, form, happened).await
}

/// What happened to an agenda after it had this version.
async fn since(view: &View, id: MeetingId, version: i64) -> Result<Vec<Happened>> {
    let object = format!("agenda-{id}");
    view.app
        .db
        .read(move |conn| audit::since(conn, &object, version))
        .await
}

async fn again(
    view: &View,
    reader: &Reader,
    id: MeetingId,
    which: &'static str,
    form: Form,
    happened: Vec<Happened>,
) -> Result<HttpResponse> {
    let is_stale = form.is_right();
    let page = load(view, reader, id).await?;
    let sent = Sent {
        which,
        form,
        happened,
    };
    let status = if is_stale {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let content = pages::page(view, &page, &sent);
    Ok(view.page_with(status, &pages::title(view, &page), &content))
}

/// The agenda is begun, an item added or moved.
pub async fn changed(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let moved = |form: &Form, to: Direction| -> Result<(Act, Option<AgendaItemId>)> {
        let item = form
            .value("item")
            .parse()
            .map_err(|_not_an_id| Error::NotFound)?;
        Ok((Act::Move(item, to), Some(item)))
    };
    let ((act, item), which) = match form.value("act") {
        "begin" => ((Act::Begin, None), ""),
        "up" => (moved(&form, Direction::Up)?, ""),
        "down" => (moved(&form, Direction::Down)?, ""),
        "place" => (read_place(&form)?, ""),
        "add" => match read_new(&view, &mut form) {
            Some(new) => (new, "item"),
            None => {
                return again(&view, &who.reader, who.object.id, "item", form, Vec::new()).await;
            }
        },
        _ => return Err(Error::NotFound),
    };
    let lands = at_item(who.object.id, item);
    try_change(&view, who, (act, &lands), (which, form)).await
}

/// An item that was dragged to another place: a day, and the item that it stands before there, if any.
fn read_place(form: &Form) -> Result<(Act, Option<AgendaItemId>)> {
    let id = |field| -> Result<AgendaItemId> {
        let value = form.value(field);
        value.parse().map_err(|_not_an_id| Error::NotFound)
    };
    let item = id("item")?;
    let day = form.value("day").parse();
    let to = Spot {
        day: day.map_err(|_not_a_day| Error::NotFound)?,
        before: match form.value("before") {
            "" => None,
            _ => Some(id("before")?),
        },
    };
    Ok((Act::Place(item, to), Some(item)))
}

fn read_new(view: &View, form: &mut Form) -> Option<(Act, Option<AgendaItemId>)> {
    let kind: ItemKind = form.choice("kind")?;
    if kind == ItemKind::Case {
        form.refuse("kind", Said::new("form-not-a-choice"));
    }
    let title = form.line("item-title", 200);
    let usual = match kind {
        ItemKind::Break => "agenda-kind-break",
        ItemKind::OtherBusiness => "agenda-kind-other_business",
        ItemKind::Standing | ItemKind::Case => "",
    };
    let title = match (title.is_empty(), usual) {
        (true, "") => {
            form.refuse("item-title", Said::new("form-needed"));
            Words::default()
        }
        (true, key) => audit::in_words(|language| crate::i18n::text(language, key, &[])),
        (false, _) => Words::new([(view.language.tag(), title.as_str())]),
    };
    let (minutes, presenter) = forms::read_item(form);
    form.refuse_numbers(&["item-title"]);
    let id = form.value("id").parse().unwrap_or_default();
    let act = Act::Add {
        id,
        kind,
        title,
        minutes,
        presenter,
    };
    form.is_right().then_some((act, Some(id)))
}

/// The guests of a part of the meeting.
pub async fn guests(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let (act, said) = match form.value("act") {
        "remove" => {
            let guest = form
                .value("guest")
                .parse()
                .map_err(|_not_an_id| Error::NotFound)?;
            (Act::RemoveGuest(guest), "said-agenda-guest-removed")
        }
        "add" => {
            let guest = read_guest(&view, who.object.id, &mut form).await?;
            if !form.is_right() {
                return again(&view, &who.reader, who.object.id, "guest", form, Vec::new()).await;
            }
            (Act::AddGuest(guest), "said-agenda-guest-added")
        }
        _ => return Err(Error::NotFound),
    };
    // On at the guests, who stand far down the page.
    let lands = paths::saying(&paths::agenda(who.object.id), said) + "#guests";
    try_change(&view, who, (act, &lands), ("guest", form)).await
}

/// A guest, who leaves after the item they come at, or after a later one.
async fn read_guest(view: &View, of: MeetingId, form: &mut Form) -> Result<Guest> {
    let guest = Guest {
        id: form.value("id").parse().unwrap_or_default(),
        name: form.needed_line("guest-name", 120),
        organisation: form.line("guest-organisation", 200),
        from: form.choice("guest-from").unwrap_or_default(),
        until: form.choice_or_none("guest-until"),
    };
    form.refuse_numbers(&["guest-name", "guest-organisation"]);
    let agenda = view.app.db.read(move |conn| rows::agenda(conn, of)).await?;
    if (guest.until).is_some_and(|until| !rules::is_in_order(&agenda.items, guest.from, until)) {
        form.refuse("guest-until", Said::new("agenda-guest-order"));
    }
    Ok(guest)
}

/// An item in the path, which the reader may know of in full.
async fn find(view: &View, who: &As<Secretary, Meeting>, item: &str) -> Result<(AgendaPage, Item)> {
    let id: AgendaItemId = item.parse().map_err(|_not_an_id| Error::NotFound)?;
    let page = load(view, &who.reader, who.object.id).await?;
    let item = page.agenda.items.iter().find(|item| item.id == id).cloned();
    let is_open = |item: &Item| item.case.is_none_or(|case| page.seen.contains_key(&case));
    let item = item.filter(is_open).ok_or(Error::NotFound)?;
    Ok((page, item))
}

/// The form of one item.
pub async fn item(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (page, item) = find(&view, &who, &path.1).await?;
    let form = item_page::standing(&item, page.agenda.version);
    let content = item_page::page(&view, &page, &item, &form, &[]);
    Ok(view.page(&pages::item_name(&view, &page, &item), &content))
}

/// One item is changed, or leaves the agenda.
pub async fn item_changed(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let (_, item) = find(&view, &who, &path.1).await?;
    let (act, lands) = if form.value("act") == "remove" {
        (Act::Remove(item.id), None)
    } else {
        let words = if item.case.is_none() {
            forms::read_words(&mut form)
        } else {
            Words::default()
        };
        let (minutes, presenter) = forms::read_item(&mut form);
        (
            Act::Change(item.id, words, minutes, presenter),
            Some(item.id),
        )
    };
    let (id, version, by) = (who.object.id, form.version(), by(&view, &who.reader));
    let mut happened = Vec::new();
    if form.is_right() {
        let write = move |conn: &mut Conn| plan::change(conn, id, version, &act, by);
        match view.app.db.write(write).await {
            Ok(()) => return Ok(view.go_to(&at_item(id, lands))),
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(Error::Stale) => happened = since(&view, id, version).await?,
            Err(error) => return Err(error),
        }
    }
    let (page, item) = find(&view, &who, &path.1).await?;
    form.put("version", page.agenda.version.to_string());
    let content = item_page::page(&view, &page, &item, &form, &happened);
    let heading = pages::item_name(&view, &page, &item);
    Ok(if form.is_right() {
        view.stale(&heading, &content)
    } else {
        view.mistaken(&heading, &content)
    })
}
