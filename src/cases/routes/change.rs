//! Putting a case on an agenda, whom it is shown to, and what a board lays down about its cases.

use super::case::by;
use super::load;
use crate::audit::{self, Happened};
use crate::boards::{Board, store as boards};
use crate::cases::forms::{self, Choices};
use crate::cases::pages::case::place;
use crate::cases::pages::{change as pages, new};
use crate::cases::store::{self, agenda, around, assess};
use crate::cases::{Assessed, Case, LegalBasis, plan};
use crate::db::Conn;
use crate::db::ids::MeetingId;
use crate::error::{Error, Result};
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;

struct Scheduling {
    case: Case,
    choices: Choices,
    permitted: Vec<MeetingId>,
    /// The minutes and the presenter of the item that stands already.
    standing: Option<(Option<i64>, String)>,
    happened: Vec<Happened>,
}

async fn load_schedule(
    view: &View,
    case: &Case,
    reader: &Reader,
    since: i64,
) -> Result<Scheduling> {
    let (id, reader, now) = (case.id, reader.clone(), view.now);
    let read = move |conn: &mut Conn| {
        let case = store::case(conn, id)?;
        let permitted = around::permissions(conn, id)?;
        let standing = match case.meeting {
            Some(meeting) => {
                let items = agenda::agenda(conn, meeting)?.items.into_iter();
                let mut own = items.filter(|item| item.case == Some(id));
                own.next().map(|item| (item.minutes, item.presenter))
            }
            None => None,
        };
        Ok(Scheduling {
            choices: load::choices(conn, case.board, Some(&case), &reader, now)?,
            permitted: permitted.into_iter().map(|given| given.meeting).collect(),
            standing,
            happened: since_version(conn, &case, since)?,
            case,
        })
    };
    view.app.db.read(read).await
}

fn since_version(conn: &mut Conn, case: &Case, since: i64) -> Result<Vec<Happened>> {
    if since < case.version {
        audit::since(conn, case.id.as_str(), since)
    } else {
        Ok(Vec::new())
    }
}

/// The form of the meeting, the minutes and the presenter.
pub async fn schedule(view: View, who: As<Secretary, Case>) -> Result<HttpResponse> {
    if let Err(refusal) = who.object.state.schedule() {
        return Err(Error::Refused(refusal.said()));
    }
    let of = load_schedule(&view, &who.object, &who.reader, i64::MAX).await?;
    let meeting = of.case.meeting.or(of.case.facts.wanted_meeting);
    let (minutes, presenter) = of.standing.clone().unwrap_or_default();
    let form = place(&of.case, meeting, minutes, &presenter);
    let page = new::schedule(&view, &of.choices, &of.case, &form, &[]);
    Ok(view.page(&view.t("case-schedule"), &page))
}

/// A case is put on an agenda.
pub async fn scheduled(
    view: View,
    who: As<Secretary, Case>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let version = form.version();
    let of = load_schedule(&view, &who.object, &who.reader, version).await?;
    let heading = view.t("case-schedule");
    let place = forms::read_place(&mut form, &of.choices, &of.case, &of.permitted);
    let mut is_stale = of.case.version != version;
    if let (Some(place), true, false) = (place, form.is_right(), is_stale) {
        let (known, by) = (of.case.clone(), by(&view, &who.reader));
        let meeting = place.meeting;
        let write = move |conn: &mut Conn| plan::schedule(conn, &known, &place, by);
        match view.app.db.write(write).await {
            Ok(_) => return Ok(view.go_saying(&paths::agenda(meeting), "said-case-scheduled")),
            Err(Error::Stale) => is_stale = true,
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let of = load_schedule(&view, &who.object, &who.reader, version).await?;
    form.put("version", of.case.version.to_string());
    let page = new::schedule(&view, &of.choices, &of.case, &form, &of.happened);
    Ok(if is_stale && form.is_right() {
        view.stale(&heading, &page)
    } else {
        view.mistaken(&heading, &page)
    })
}

struct Assessing {
    board: Board,
    case: Case,
    bases: Vec<LegalBasis>,
    found: Option<Assessed>,
    happened: Vec<Happened>,
}

async fn load_assessment(view: &View, case: &Case, since: i64) -> Result<Assessing> {
    let (id, now) = (case.id, view.now);
    let read = move |conn: &mut Conn| {
        let case = store::case(conn, id)?;
        let board = boards::board(conn, case.board)?;
        let found = assess::assessed(conn, id.cast())?.map(|(found, _, _)| found);
        let kept = found.as_ref().and_then(|found| found.basis);
        Ok(Assessing {
            bases: assess::bases(conn, board.today(now), kept)?,
            happened: since_version(conn, &case, since)?,
            board,
            case,
            found,
        })
    };
    view.app.db.read(read).await
}

/// Whom a case is shown to.
pub async fn assessment(view: View, who: As<Secretary, Case>) -> Result<HttpResponse> {
    let of = load_assessment(&view, &who.object, i64::MAX).await?;
    let form = forms::assessment_of(
        (of.case.version, &of.case.access),
        of.found.as_ref(),
        &of.board,
    );
    let page = pages::assessment(&view, (&of.board, &of.case), &of.bases, &form, &[]);
    Ok(view.page(&view.t("case-access"), &page))
}

/// It is assessed.
pub async fn assessed(
    view: View,
    who: As<Secretary, Case>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let version = form.version();
    let of = load_assessment(&view, &who.object, version).await?;
    let heading = view.t("case-access");
    let read = forms::read_assessment(&mut form, &of.bases, &of.board);
    if let (Some((audience, found)), true) = (read, form.is_right()) {
        let (id, by) = (of.case.id, by(&view, &who.reader));
        let write = move |conn: &mut Conn| plan::assess(conn, id, version, audience, &found, by);
        match view.app.db.write(write).await {
            Ok(_) => return Ok(view.go_saying(&paths::case(id), "said-saved")),
            Err(Error::Stale) => {}
            Err(Error::Refused(said)) => form.refuse("assessment", said),
            Err(error) => return Err(error),
        }
    }
    let of = load_assessment(&view, &who.object, version).await?;
    form.put("version", of.case.version.to_string());
    let page = pages::assessment(&view, (&of.board, &of.case), &of.bases, &form, &of.happened);
    Ok(if form.is_right() {
        view.stale(&heading, &page)
    } else {
        view.mistaken(&heading, &page)
    })
}

/// What the board lays down about its cases.
pub async fn settings(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let id = who.object.id;
    let setting = view
        .app
        .db
        .read(move |conn| store::setting(conn, id))
        .await?;
    let form = forms::setting_of(&setting);
    let page = pages::settings(&view, &who.object, &form, &[]);
    Ok(view.page(&view.t("case-settings"), &page))
}

/// It is laid down.
pub async fn settled(
    view: View,
    who: As<Secretary, Board>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form: Form = posted.0;
    let (id, by, since) = (who.object.id, by(&view, &who.reader), form.version());
    let read = forms::read_setting(&mut form);
    let mut happened = Vec::new();
    if let (Some(setting), true) = (read, form.is_right()) {
        let write = move |conn: &mut Conn| plan::settle(conn, id, &setting, by);
        match view.app.db.write(write).await {
            Ok(()) => return Ok(view.go_saying(&paths::of_board(id, "cases"), "said-saved")),
            Err(Error::Stale) => {}
            Err(error) => return Err(error),
        }
        let read = move |conn: &mut Conn| {
            let version = store::setting(conn, id)?.version;
            let mut all = audit::since(conn, id.as_str(), since)?;
            all.retain(|one| one.action == "case-settings");
            Ok((version, all))
        };
        let (version, all) = view.app.db.read(read).await?;
        form.put("version", version.to_string());
        happened = all;
    }
    let page = pages::settings(&view, &who.object, &form, &happened);
    let heading = view.t("case-settings");
    Ok(if form.is_right() {
        view.stale(&heading, &page)
    } else {
        view.mistaken(&heading, &page)
    })
}
