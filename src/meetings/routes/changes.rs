//! Changing a meeting: its facts, its days, its end. A stale edit is told who changed what, and keeps what was typed.

use super::{current, load};
use crate::audit::{self, Actor, Happened};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::mail::OccasionState;
use crate::mail::ledger::{self, Occasion};
use crate::meetings::occasions::MEETING_KINDS;
use crate::meetings::pages::changes::{self as pages, Difference};
use crate::meetings::pages::{Around, Shown, meeting::title};
use crate::meetings::rules::Refusal;
use crate::meetings::store::around;
use crate::meetings::{Deadline, Meeting, forms, notices, plan, replies, rules};
use crate::web::{As, Form, Posted, Secretary, View, paths};
use actix_web::HttpResponse;
use std::sync::Arc;

/// What a page that changes a meeting is drawn from.
struct Loaded {
    around: Around,
    meeting: Meeting,
    standing: Vec<Occasion>,
    /// What happened after the version that the form was filled from.
    since: Vec<Happened>,
}

async fn load(view: &View, meeting: Meeting, version: i64) -> Result<Loaded> {
    let now = view.now;
    let load = move |conn: &mut Conn| {
        let meeting = current(conn, &meeting)?;
        let since = if version < meeting.version {
            audit::since(conn, meeting.id.as_str(), version)?
        } else {
            Vec::new()
        };
        Ok(Loaded {
            around: load::around(conn, meeting.board, now)?,
            standing: ledger::of_object(conn, meeting.id.as_str())?,
            since,
            meeting,
        })
    };
    view.app.db.read(load).await
}

/// A meeting that is cancelled is not changed any more.
fn open(meeting: Meeting) -> Result<Meeting> {
    if meeting.state == crate::meetings::MeetingState::Cancelled {
        return Err(Error::Refused(Said::new("meeting-is-cancelled")));
    }
    Ok(meeting)
}

/// A meeting whose days may still be others.
fn movable(meeting: Meeting) -> Result<Meeting> {
    let refused = |refusal: Refusal| Error::Refused(refusal.said());
    meeting.state.may_move().map_err(refused)?;
    Ok(meeting)
}

pub async fn edit(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let meeting = open(who.object)?;
    let version = meeting.version;
    let loaded = load(&view, meeting, version).await?;
    let form = forms::facts_of(&loaded.meeting);
    let page = pages::edit(&view, &loaded.around, &loaded.meeting, &form, &[]);
    Ok(view.page(&view.t("meeting-edit"), &page))
}

pub async fn edited(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let meeting = open(who.object)?;
    let mut form = posted.0;
    let changed = forms::read_facts(&mut form, &meeting);
    let heading = view.t("meeting-edit");
    if form.is_right() {
        match save(
            &view,
            changed,
            "meeting-edited",
            Actor::Person(who.reader.id),
        )
        .await
        {
            Err(Error::Stale) => {}
            Err(error) => return Err(error),
            Ok(saved) => return Ok(view.go_saying(&paths::meeting(saved.id), "said-saved")),
        }
    }
    let loaded = load(&view, meeting, form.version()).await?;
    form.put("version", loaded.meeting.version.to_string());
    let page = pages::edit(&view, &loaded.around, &loaded.meeting, &form, &loaded.since);
    Ok(again(&view, &heading, &page, &form))
}

/// A form shown again: with its mistakes, or because someone saved first.
fn again(view: &View, heading: &str, page: &maud::Markup, form: &Form) -> HttpResponse {
    if form.is_right() {
        view.stale(heading, page)
    } else {
        view.mistaken(heading, page)
    }
}

async fn save(view: &View, changed: Meeting, action: &'static str, by: Actor) -> Result<Meeting> {
    let now = view.now;
    let tables = Arc::clone(&view.app.office.tables);
    let write = move |conn: &mut Conn| {
        let saved = plan::save(conn, &changed, action, by, now)?;
        tables.replan(conn, saved.board, now)?;
        Ok(saved)
    };
    view.app.db.write(write).await
}

pub async fn moving(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let meeting = movable(who.object)?;
    let version = meeting.version;
    let loaded = load(&view, meeting, version).await?;
    let form = forms::days_of(&loaded.meeting);
    let page = pages::moving(&view, &loaded.around, &loaded.meeting, &form, &[], None);
    Ok(view.page(&view.t("meeting-move"), &page))
}

pub async fn moved(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let meeting = movable(who.object)?;
    let mut form = posted.0;
    let heading = view.t("meeting-move");
    let loaded = load(&view, meeting, form.version()).await?;
    if form.value("act") == "add" {
        let row = forms::rows(&form);
        form.put("rows", (row + 1).min(forms::MOST_ROWS).to_string());
        let page = pages::moving(&view, &loaded.around, &loaded.meeting, &form, &[], None);
        return Ok(view.page(&heading, &page));
    }
    let is_seen = forms::saves_what_was_seen(&form);
    let board = loaded.around.board();
    let moved = forms::read_days(&mut form, board, &loaded.around.kinds, &loaded.meeting);
    let mut is_stale = moved.version != loaded.meeting.version;
    if form.is_right() && is_seen && !is_stale {
        let by = Actor::Person(who.reader.id);
        match save(&view, moved.clone(), "meeting-moved", by).await {
            Err(Error::Stale) => is_stale = true,
            Err(error) => return Err(error),
            Ok(saved) => return Ok(view.go_saying(&paths::meeting(saved.id), "said-meeting-moved")),
        }
    }
    let loaded = load(&view, loaded.meeting, form.version()).await?;
    form.put("version", loaded.meeting.version.to_string());
    if !form.is_right() || is_stale {
        let page = pages::moving(
            &view,
            &loaded.around,
            &loaded.meeting,
            &form,
            &loaded.since,
            None,
        );
        return Ok(again(&view, &heading, &page, &form));
    }
    form.put("seen", forms::digest(&form));
    looked_over(&view, loaded, moved, &form).await
}

/// The days as they would be, with the deadlines and mails that change.
async fn looked_over(
    view: &View,
    loaded: Loaded,
    moved: Meeting,
    form: &Form,
) -> Result<HttpResponse> {
    let now = view.now;
    let (loaded, before, after, people) = view
        .app
        .db
        .read(move |conn| {
            let people = people(conn, &loaded.meeting, &moved)?;
            let (before, after) = both(conn, &loaded, moved, now)?;
            Ok((loaded, before, after, people))
        })
        .await?;
    let (answered, is_told) = people;
    let difference = Difference {
        before: &before,
        steps: ledger::difference(&MEETING_KINDS, &loaded.standing, &after.wanted, now),
        after: &after,
        answered,
        is_told,
    };
    let (around, meeting) = (&loaded.around, &loaded.meeting);
    let page = pages::moving(view, around, meeting, form, &[], Some(&difference));
    Ok(view.page(&title(view, around, meeting), &page))
}

/// How many answers a move makes void, and whether anybody knows of the meeting as it was.
fn people(conn: &mut Conn, before: &Meeting, moved: &Meeting) -> Result<(i64, bool)> {
    let day = before.first_day();
    let answered = if moved.first_day() == day {
        0
    } else {
        replies::store::answered(conn, before.id, day)?
    };
    let known = notices::store::known_of(conn, before.id)?;
    let changes = rules::shows_in_calendars(before, moved);
    let is_told = changes && notices::rules::is_told(&known, before);
    Ok((answered, is_told))
}

fn both(
    conn: &mut Conn,
    loaded: &Loaded,
    moved: Meeting,
    now: Moment,
) -> Result<(Vec<Deadline>, Shown)> {
    let data = &loaded.around.data;
    let (first, last) = load::span(&[&moved]);
    let busy = around::busy(conn, moved.board, first, last)?;
    let before = rules::deadlines(&loaded.meeting, data);
    Ok((
        before,
        load::shown(moved, data, &busy, &loaded.standing, now),
    ))
}

pub async fn cancelling(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let meeting = open(who.object)?;
    let version = meeting.version;
    let loaded = load(&view, meeting, version).await?;
    let page = cancel_page(&view, &loaded, &[]);
    Ok(view.page(&view.t("meeting-cancel"), &page))
}

fn cancel_page(view: &View, loaded: &Loaded, since: &[Happened]) -> maud::Markup {
    let form = Form::filled([("version", loaded.meeting.version.to_string())]);
    let mut withdrawn = loaded.standing.clone();
    withdrawn.retain(|occasion| occasion.state == OccasionState::Planned);
    withdrawn.sort_by_key(|occasion| (occasion.due, occasion.id));
    pages::cancelling(
        view,
        &loaded.around,
        &loaded.meeting,
        &form,
        since,
        &withdrawn,
    )
}

pub async fn cancelled(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let meeting = who.object;
    let (id, version, now) = (meeting.id, posted.0.version(), view.now);
    let meeting_board = meeting.board;
    let by = Actor::Person(who.reader.id);
    let tables = Arc::clone(&view.app.office.tables);
    let write = move |conn: &mut Conn| {
        let cancelled = plan::cancel(conn, id, version, by, now)?;
        tables.replan(conn, meeting_board, now)?;
        Ok(cancelled)
    };
    match view.app.db.write(write).await {
        Err(Error::Stale) => {}
        Err(error) => return Err(error),
        Ok(_) => return Ok(view.go_saying(&paths::meeting(id), "said-meeting-cancelled")),
    }
    let loaded = load(&view, meeting, version).await?;
    let page = cancel_page(&view, &loaded, &loaded.since);
    Ok(view.stale(&view.t("meeting-cancel"), &page))
}
