//! One case: its page, its steps, the talk with KS, and conflicts of interest.

use super::load;
use crate::audit;
use crate::boards::store as boards;
use crate::cases::Case;
use crate::cases::forms::{self, REASON};
use crate::cases::pages::case::{self as pages, Sent};
use crate::cases::pages::{name, told_name};
use crate::cases::plan::{self, By};
use crate::cases::rules::Step;
use crate::cases::store::{self, assess};
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::web::{As, CasePanel, Form, Known, Panel, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use maud::Markup;
use std::sync::Arc;

/// The page; for someone to whom the case is closed, what may be told of it.
pub async fn show(view: View, who: Known<Case>) -> Result<HttpResponse> {
    if who.sees {
        return draw(&view, who, Sent::default(), StatusCode::OK).await;
    }
    let (case, reader) = (who.object, who.reader.id);
    let read = move |conn: &mut Conn| {
        let recusals = assess::recusals(conn, case.id)?;
        let is_own = recusals
            .iter()
            .any(|one| one.person == reader && one.declared_by == reader);
        Ok((boards::board(conn, case.board)?, case, is_own))
    };
    let (board, case, is_own) = view.app.db.read(read).await?;
    let page = pages::recusal::closed(&view, &board, &case, is_own);
    Ok(view.page(&told_name(&view, &case), &page))
}

/// The page as it stands now, with a form that was sent.
async fn draw(
    view: &View,
    who: Known<Case>,
    sent: Sent,
    status: StatusCode,
) -> Result<HttpResponse> {
    let (id, now) = (who.object.id, view.now);
    let (reader, clearance) = (who.reader, who.clearance);
    let (panels, drawn) = (Arc::clone(&view.app.case_panels), view.clone());
    let read = move |conn: &mut Conn| {
        let case = store::case(conn, id)?;
        let draw = |panel: &CasePanel| panel(conn, &drawn, &reader, &clearance, id);
        let panels: Vec<Panel> = panels.iter().map(draw).collect::<Result<_>>()?;
        let page = load::page(conn, case, &reader, &clearance, now)?;
        Ok((page, panels))
    };
    let (page, panels) = view.app.db.read(read).await?;
    let (panels, then): (Vec<Markup>, Vec<_>) = panels
        .into_iter()
        .map(|panel| (panel.drawn, panel.then))
        .unzip();
    for then in then.into_iter().flatten() {
        view.app.db.write(move |conn| then(conn)).await?;
    }
    let content = pages::page(view, &page, &panels, &sent);
    Ok(view.page_with(status, &name(&page.case), &content))
}

async fn happened(view: &View, case: &Case, since: i64) -> Result<Vec<audit::Happened>> {
    let id = case.id;
    let read = move |conn: &mut Conn| audit::since(conn, id.as_str(), since);
    view.app.db.read(read).await
}

/// A refusal or a mistake: the same page with what was typed.
pub(super) async fn again(
    view: &View,
    who: Known<Case>,
    which: &'static str,
    form: Form,
) -> Result<HttpResponse> {
    let sent = Sent {
        which,
        form,
        happened: Vec::new(),
    };
    draw(view, who, sent, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// A step of the secretariat's: accepted, declined, postponed, treated, closed.
pub async fn step(
    view: View,
    keeper: As<Secretary, Case>,
    who: Known<Case>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let step = Step::from_code(form.value("act")).ok_or(Error::NotFound)?;
    let reason = if step.needs_reason() {
        forms::needed_text(&mut form, "reason", REASON)
    } else {
        String::new()
    };
    if !form.is_right() {
        return again(&view, who, "step", form).await;
    }
    let (id, version) = (keeper.object.id, form.version());
    let by = by(&view, &keeper.reader);
    let write = move |conn: &mut Conn| plan::step(conn, id, version, step, &reason, by);
    match view.app.db.write(write).await {
        Ok(_) => {
            view.app.office.bell.ring();
            Ok(view.go_saying(&paths::case(id), "said-case-step"))
        }
        Err(Error::Refused(said)) => {
            form.notice = Some(said);
            again(&view, who, "step", form).await
        }
        Err(Error::Stale) => {
            let happened = happened(&view, &who.object, version).await?;
            let sent = Sent {
                which: "step",
                form,
                happened,
            };
            draw(&view, who, sent, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}

/// The talk with KS is recorded, by the secretariat or by who proposed the case.
pub async fn talk(view: View, who: Known<Case>, posted: Posted) -> Result<HttpResponse> {
    let keeps = who.reader.roles.is_secretary_of(who.object.board);
    if !who.sees || !(keeps || who.object.proposed_by == Some(who.reader.id)) {
        return Err(Error::NotFound);
    }
    let mut form = posted.0;
    let held_on = form.needed_date("talk-on");
    let with = form.needed_line("talk-with", 200);
    form.refuse_numbers(&["talk-with"]);
    let board = who.object.board;
    let board = view
        .app
        .db
        .read(move |conn| boards::board(conn, board))
        .await?;
    if form.is_right() && held_on > board.today(view.now) {
        form.refuse("talk-on", Said::new("case-talk-in-future"));
    }
    if !form.is_right() {
        return again(&view, who, "talk", form).await;
    }
    let (case, by) = (who.object, by(&view, &who.reader));
    let id = case.id;
    let write = move |conn: &mut Conn| plan::talk(conn, &case, held_on, &with, by);
    view.app.db.write(write).await?;
    Ok(view.go_saying(&paths::case(id), "said-case-talk"))
}

/// One's own conflict of interest: declared, or withdrawn by who declared it. What the secretariat recorded it ends.
pub async fn own_recusal(view: View, who: Known<Case>, posted: Posted) -> Result<HttpResponse> {
    let mut form = posted.0;
    let is_closed = acts(&form)?;
    let mut reason = form.line("own-reason", REASON);
    form.refuse_numbers(&["own-reason"]);
    if !form.is_right() && who.sees {
        return again(&view, who, "own", form).await;
    }
    if !form.is_right() {
        // The page of someone to whom the case is closed has no such field to come back to.
        reason.clear();
    }
    let (case, reader) = (who.object, who.reader.id);
    let called = case
        .meeting
        .is_some_and(|at| who.clearance.called_to.contains(&at));
    if who.reader.roles.on(case.board).is_empty() && !called {
        return Err(Error::NotFound);
    }
    let (id, by) = (case.id, by(&view, &who.reader));
    let write = move |conn: &mut Conn| {
        let recusals = assess::recusals(conn, case.id)?;
        let others = recusals
            .iter()
            .any(|one| one.person == reader && one.declared_by != reader);
        if !is_closed && others {
            return Err(Error::Refused(Said::new("recusal-ask-secretariat")));
        }
        plan::recuse(conn, &case, reader, is_closed, &reason, by)
    };
    view.app.db.write(write).await?;
    let said = if is_closed {
        "said-recusal-declared"
    } else {
        "said-recusal-withdrawn"
    };
    Ok(view.go_saying(&paths::case(id), said))
}

/// The secretariat records that someone has a conflict of interest, or that they have none any more.
pub async fn recusal(
    view: View,
    keeper: As<Secretary, Case>,
    who: Known<Case>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let is_closed = acts(&form)?;
    let person: Option<PersonId> = form.choice("person");
    let reason = form.line("recusal-reason", REASON);
    form.refuse_numbers(&["recusal-reason"]);
    let (Some(person), true) = (person, form.is_right()) else {
        return again(&view, who, "recusal", form).await;
    };
    let (case, by) = (keeper.object, by(&view, &keeper.reader));
    let (id, now) = (case.id, view.now);
    let write = move |conn: &mut Conn| {
        let board = boards::board(conn, case.board)?;
        let sitting = boards::sitting(conn, board.id, board.today(now))?;
        if is_closed && sitting.iter().all(|one| one.person != person) {
            return Err(Error::NotFound);
        }
        plan::recuse(conn, &case, person, is_closed, &reason, by)
    };
    view.app.db.write(write).await?;
    let said = if is_closed {
        "said-recusal-recorded"
    } else {
        "said-recusal-withdrawn"
    };
    // A secretary who has closed the case to themselves sees no more of it than others in their place.
    Ok(view.go_saying(&paths::case(id), said))
}

fn acts(form: &Form) -> Result<bool> {
    match form.value("act") {
        "declare" => Ok(true),
        "withdraw" => Ok(false),
        _ => Err(Error::NotFound),
    }
}

pub(super) fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        now: view.now,
    }
}
