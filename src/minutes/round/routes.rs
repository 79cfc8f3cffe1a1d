//! Addresses of the round: the secretariat's way to approval, and what a board lays down about it.

mod load;
mod reading;

pub use reading::shown_to;

use super::pages::keep::{self, Keep, Sent};
use super::pages::settings;
use super::plan::{self, Sending, Settling};
use super::rules::How;
use super::{RemarkState, Setting, store};
use crate::boards::Board;
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::Meeting;
use crate::web::access::Audience;
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, ServiceConfig};

/// As long as an answer or a remark may be, in characters.
pub const LONG: usize = 5_000;
/// As long as a reason may be.
const REASON: usize = 300;

/// The routes of the round.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::MINUTES_ROUND, web::get().to(show))
        .route(paths::MINUTES_ROUND, web::post().to(acted))
        .route(paths::MINUTES_REMARK, web::post().to(settled))
        .route(paths::MINUTES_APPROVALS, web::post().to(several_approved))
        .route(paths::MINUTES_READING, web::get().to(reading::show))
        .route(paths::MINUTES_READING, web::post().to(reading::remarked))
        .route(
            paths::MINUTES_READING_DOCUMENT,
            web::get().to(reading::document),
        )
        .route(paths::MINUTES_VERSION, web::get().to(reading::version))
        .route(paths::MINUTES_SETTINGS, web::get().to(settings_shown))
        .route(paths::MINUTES_SETTINGS, web::post().to(laid_down));
}

/// The way to the minutes, on the page of their meeting: for those who may read them.
///
/// # Errors
/// When the database fails.
pub fn panel(conn: &mut Conn, view: &View, of: MeetingId) -> Result<maud::Markup> {
    let (Some(round), Some(reader)) = (store::round(conn, of)?, &view.reader) else {
        return Ok(maud::Markup::default());
    };
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let may_read = reads.is_inside(round.board, of) || {
        let known = crate::minutes::access::store::of_meeting(conn, of)?;
        let mut known = known.values();
        round.approved.is_none() && known.any(|one| reads.sees(&one.readable()))
    };
    let is_out = crate::minutes::publication::store::standing(conn, of)?.is_some();
    Ok(if may_read {
        super::pages::panel(view, &round, is_out)
    } else {
        maud::Markup::default()
    })
}

fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        now: view.now,
    }
}

async fn load(view: &View, reader: &Reader, of: MeetingId) -> Result<Keep> {
    let (own, reader) = (view.clone(), reader.clone());
    let read = move |conn: &mut Conn| load::keep(conn, &own, &reader, of);
    view.app.db.read(read).await
}

/// Where the minutes are on their way.
async fn show(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    let page = load(&view, &who.reader, who.object.id).await?;
    Ok(view.page(&view.t("round"), &keep::page(&view, &page, Sent::Nothing)))
}

/// What one of the page's buttons does, read from its form.
enum Act {
    Send(Sending),
    Approve(i64, How, String),
    Correct(i64, String),
    Reword(i64, String),
    Corrected(i64),
    CallOff(i64),
}

fn read_act(form: &mut Form, of: MeetingId) -> Option<Act> {
    let known = form.version();
    match form.value("act") {
        "send" => {
            let remarks_on = form.needed_date("remarks-on");
            Some(Act::Send(Sending {
                meeting: of,
                remarks_on,
                known,
            }))
        }
        "approve" => {
            let approving = form.value("approving").to_owned();
            let basis = form.value("basis").to_owned();
            if approving.is_empty() {
                return Some(Act::Approve(known, How::AfterRemarks, basis));
            }
            let Ok(id) = approving.parse() else {
                form.refuse("approving", Said::new("form-not-a-choice"));
                return None;
            };
            Some(Act::Approve(known, How::ByMeeting(id), basis))
        }
        act @ ("correct" | "reword") => {
            let is_new = act == "correct";
            let reason = form.needed_line("reason", REASON);
            form.refuse_numbers(&["reason"]);
            Some(if is_new {
                Act::Correct(known, reason)
            } else {
                Act::Reword(known, reason)
            })
        }
        "corrected" => Some(Act::Corrected(known)),
        "call-off" => Some(Act::CallOff(known)),
        _ => None,
    }
}

async fn put(view: &View, reader: &Reader, of: MeetingId, act: Act) -> Result<&'static str> {
    let (own, by) = (view.clone(), by(view, reader));
    let write =
        move |conn: &mut Conn| match &act {
            Act::Send(sending) => plan::send(conn, &own, sending, by).map(|()| "said-minutes-sent"),
            Act::Approve(known, how, basis) => {
                let shown = plan::Shown {
                    meeting: of,
                    known: *known,
                    basis,
                };
                plan::approve(conn, &own, &shown, *how, by).map(|()| "said-minutes-approved")
            }
            Act::Correct(known, reason) => {
                plan::begin_correction(conn, (of, *known), reason, by).map(|()| "said-saved")
            }
            Act::Reword(known, reason) => {
                plan::reword_correction(conn, (of, *known), reason, by).map(|()| "said-saved")
            }
            Act::CallOff(known) => plan::call_off_correction(conn, (of, *known), by)
                .map(|()| "said-correction-called-off"),
            Act::Corrected(known) => plan::end_correction(conn, &own, (of, *known), by)
                .map(|()| "said-minutes-corrected"),
        };
    view.app.db.write(write).await
}

/// A draft is sent out, minutes are approved, or a correction begins, is given another reason, ends or is called off.
async fn acted(view: View, who: As<Secretary, Meeting>, posted: Posted) -> Result<HttpResponse> {
    let mut form = posted.0;
    let of = who.object.id;
    let act = read_act(&mut form, of);
    let mut is_stale = false;
    if let (Some(act), true) = (act, form.is_right()) {
        match put(&view, &who.reader, of, act).await {
            Ok(said) => {
                return Ok(view.go_saying(&paths::of_meeting(of, "minutes/round"), said));
            }
            Err(Error::Stale) => {
                is_stale = true;
                form.notice = Some(Said::new("round-overtaken"));
            }
            Err(Error::Refused(said)) if said.key.starts_with("round-day") => {
                form.refuse("remarks-on", said);
            }
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let page = load(&view, &who.reader, of).await?;
    let version = page.minutes.round.as_ref().map_or(0, |round| round.version);
    form.put("version", version.to_string());
    let content = keep::page(&view, &page, Sent::Act(&form));
    let title = view.t("round");
    Ok(if is_stale {
        view.stale(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}

/// A remark is followed, or answered.
async fn settled(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let remark: RowId = path.1.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (mut form, of) = (posted.0, who.object.id);
    form.put("remark", remark.to_string());
    let field = format!("answer-{remark}");
    let state: Option<RemarkState> = form.choice("state");
    let answer = form.text(&field, LONG);
    form.refuse_numbers(&[&field]);
    // Who asks for something that is not done is told why.
    if state == Some(RemarkState::Answered) && answer.is_empty() {
        form.refuse(&field, Said::new("round-answer-needed"));
    }
    let mut is_stale = false;
    if let (Some(state), true) = (state.filter(|it| *it != RemarkState::Open), form.is_right()) {
        let settling = Settling {
            meeting: of,
            remark,
            state,
            answer,
        };
        let (own, reader) = (view.clone(), who.reader.clone());
        let write = move |conn: &mut Conn| {
            let reads = (own.app.clearance)(conn, &reader, own.now)?;
            plan::settle(conn, &own, &settling, &reads, by(&own, &reader))
        };
        match view.app.db.write(write).await {
            Ok(()) => {
                let lands = paths::of_meeting(of, &format!("minutes/round#remark-{remark}"));
                return Ok(view.go_to(&lands));
            }
            Err(Error::Stale) => is_stale = true,
            Err(Error::Refused(said)) => form.refuse(&field, said),
            Err(error) => return Err(error),
        }
    }
    let page = load(&view, &who.reader, of).await?;
    if is_stale {
        form.notice = Some(Said::new("round-overtaken"));
        let content = keep::page(&view, &page, Sent::Remark(&form));
        return Ok(view.stale(&view.t("round"), &content));
    }
    let content = keep::page(&view, &page, Sent::Remark(&form));
    Ok(view.mistaken(&view.t("round"), &content))
}

/// A meeting approves the minutes of several others.
async fn several_approved(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (mut form, of) = (posted.0, who.object.id);
    let chosen: Vec<(MeetingId, i64, String)> = (form.values("minutes").into_iter())
        .filter_map(|value| {
            let mut parts = value.splitn(3, ' ');
            let (meeting, version) = (parts.next()?, parts.next()?);
            let basis = parts.next().unwrap_or_default().to_owned();
            Some((meeting.parse().ok()?, version.parse().ok()?, basis))
        })
        .collect();
    if chosen.is_empty() {
        form.refuse("minutes", Said::new("form-needed"));
    }
    let mut is_stale = false;
    if form.is_right() {
        let (own, by) = (view.clone(), by(&view, &who.reader));
        let write = move |conn: &mut Conn| plan::approve_several(conn, &own, of, &chosen, by);
        match view.app.db.write(write).await {
            Ok(()) => {
                let lands = paths::of_meeting(of, "minutes/round");
                return Ok(view.go_saying(&lands, "said-minutes-approved"));
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
    let content = keep::page(&view, &page, Sent::Approvals(&form));
    let title = view.t("round");
    Ok(if is_stale {
        view.stale(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}

async fn setting(view: &View, of: BoardId) -> Result<Setting> {
    view.app.db.read(move |conn| store::setting(conn, of)).await
}

/// What the board lays down.
async fn settings_shown(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let form = settings::filled(&setting(&view, who.object.id).await?);
    let content = settings::page(&view, &who.object, &form);
    Ok(view.page(&view.t("round-settings"), &content))
}

/// It is laid down.
async fn laid_down(view: View, who: As<Secretary, Board>, posted: Posted) -> Result<HttpResponse> {
    let (mut form, of) = (posted.0, who.object.id);
    let approval = form.choice("approval");
    let meant_for: Option<Audience> = form.choice("meant-for");
    let shown_to: Option<Audience> = form.choice("shown-to");
    let chosen = approval.zip(meant_for).zip(shown_to);
    let mut is_stale = false;
    if let (Some(((approval, meant_for), shown_to)), true) = (chosen, form.is_right()) {
        let changed = Setting {
            approval,
            needs_second: form.is_ticked("second"),
            meant_for,
            shown_to,
            version: form.version(),
        };
        let by = by(&view, &who.reader);
        let write = move |conn: &mut Conn| plan::lay_down(conn, of, &changed, by);
        match view.app.db.write(write).await {
            Ok(()) => return Ok(view.go_saying(&paths::board(of), "said-saved")),
            Err(Error::Stale) => is_stale = true,
            Err(error) => return Err(error),
        }
    }
    if is_stale {
        form.put("version", setting(&view, of).await?.version.to_string());
        form.notice = Some(Said::new("round-overtaken"));
    }
    let content = settings::page(&view, &who.object, &form);
    let title = view.t("round-settings");
    Ok(if is_stale {
        view.stale(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}
