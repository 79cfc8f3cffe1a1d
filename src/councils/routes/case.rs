//! What a council is asked about a case: on the page of either body's case, in the reading room, and the forms of both.

use super::{by, load};
use crate::boards::store as boards;
use crate::cases::store as cases;
use crate::cases::{Case, CaseState};
use crate::councils::pages::Shown;
use crate::councils::pages::ask::{self as forms_page, Advising, Asking};
use crate::councils::pages::case::{self as pages, Panel as CasePanel, Side};
use crate::councils::{State, forms, plan, rules, store};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, DelegationId, MeetingId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::store as meetings;
use crate::web::access::{Audience, Clearance};
use crate::web::{As, Form, Panel, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use maud::Markup;
use std::collections::HashMap;

/// As many meetings as advice can be wanted for.
const COMING: i64 = 20;

/// What councils are asked about a case, on its page, for those who are of its board.
///
/// Who reads the case because it was shown to more than the board is told nothing of this: advice is for the board.
///
/// # Errors
/// When the database fails.
pub fn panel(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    reads: &Clearance,
    of: CaseId,
) -> Result<Panel> {
    let case = cases::case(conn, of)?;
    if !is_within(reads, &case) {
        return Ok(Markup::default().into());
    }
    let keeps = reader.roles.is_secretary_of(case.board);
    let all = store::of_case(conn, of)?;
    let own = all.iter().find(|it| it.council_case == of);
    let answer = match own {
        Some(own) => own.state == State::Asked,
        None => boards::board(conn, case.board)?.parent.is_some(),
    };
    let may_answer = keeps && answer && rules::has_taken_up(case.state);
    let must_accept = own.is_some() && answer && case.state == CaseState::Proposed;
    let ask = keeps && case.state.is_prepared() && {
        !load::to_ask(conn, case.board, view.now)?.is_empty()
    };
    let shown = load::shown(conn, view, reads, all)?;
    let sided = shown.into_iter().map(|it| {
        let side = if it.of.case == of {
            Side::Board
        } else {
            Side::Council
        };
        (side, it)
    });
    let panel = CasePanel {
        shown: sided.collect(),
        keeps,
        is_held: case.access.is_exempt() && case.access.audience == Audience::Secretariat,
        must_accept,
        ask: ask.then(|| paths::of_case(of, "councils")),
        answer: may_answer.then(|| paths::of_case(of, "advice")),
        language: case.facts.language,
    };
    Ok(pages::panel(view, &panel).into())
}

/// Whether a reader who may read a case is of its board, is called to its meeting, prepares it, or proposed it.
fn is_within(reads: &Clearance, case: &Case) -> bool {
    let called = case.meeting.is_some_and(|at| reads.called_to.contains(&at));
    called
        || reads.keeps.contains(&case.board)
        || reads.reads.contains(&case.board)
        || reads.prepares.contains(&case.id.cast())
        || reads.opened.contains(&case.id.cast())
}

/// What councils advise on the cases of a meeting, where its papers are read.
///
/// # Errors
/// When the database fails.
pub fn in_the_room(
    conn: &mut Conn,
    view: &View,
    reads: &Clearance,
    of: MeetingId,
) -> Result<HashMap<CaseId, Markup>> {
    let meeting = meetings::meeting(conn, of)?;
    if !reads.is_inside(meeting.board, of) {
        return Ok(HashMap::new());
    }
    let answered = store::answered_at(conn, of, reads)?;
    let mut by_case: HashMap<CaseId, Vec<Shown>> = HashMap::new();
    for shown in load::shown(conn, view, reads, answered)? {
        by_case.entry(shown.of.case).or_default().push(shown);
    }
    let drawn = |(case, shown): (CaseId, Vec<Shown>)| (case, pages::in_the_room(view, &shown));
    Ok(by_case.into_iter().map(drawn).collect())
}

async fn load_asking(view: &View, case: &Case) -> Result<Asking> {
    let (case, now) = (case.clone(), view.now);
    let read = move |conn: &mut Conn| {
        let board = boards::board(conn, case.board)?;
        let today = board.today(now);
        Ok(Asking {
            councils: load::ruled(conn, board.id, now)?,
            meetings: meetings::coming(conn, board.id, today, COMING)?,
            case: case.clone(),
            board,
        })
    };
    view.app.db.read(read).await
}

/// Where a board's secretariat asks a council.
pub(super) async fn ask(view: View, who: As<Secretary, Case>) -> Result<HttpResponse> {
    let of = load_asking(&view, &who.object).await?;
    let form = forms::fresh_question(&of.case, &of.meetings, of.board.today(view.now));
    let content = forms_page::ask(&view, &of, &form);
    Ok(view.page(&view.t("delegation-ask"), &content))
}

/// A council is asked, or no longer.
pub(super) async fn asked(
    view: View,
    who: As<Secretary, Case>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    if form.value("act") == "withdraw" {
        return withdraw(&view, &who, &form).await;
    }
    let of = load_asking(&view, &who.object).await?;
    let title = view.t("delegation-ask");
    let councils: Vec<BoardId> = of.councils.iter().map(|(it, _)| it.id).collect();
    let question = forms::read_question(&mut form, &of.case, (&councils, &of.meetings));
    let Some(question) = question else {
        return Ok(view.mistaken(&title, &forms_page::ask(&view, &of, &form)));
    };
    let (id, by) = (of.case.id, by(&view, &who.reader));
    let write = move |conn: &mut Conn| plan::ask(conn, id, &question, by);
    match view.app.db.write(write).await? {
        Ok(()) => {
            view.app.office.bell.ring();
            Ok(view.go_saying(&paths::case(id), "said-delegation-asked"))
        }
        Err((field, why)) => {
            form.refuse(field, why);
            Ok(view.mistaken(&title, &forms_page::ask(&view, &of, &form)))
        }
    }
}

async fn withdraw(view: &View, who: &As<Secretary, Case>, form: &Form) -> Result<HttpResponse> {
    let id: DelegationId =
        (form.value("delegation").parse()).map_err(|_not_an_id| Error::NotFound)?;
    let (case, version, by) = (who.object.id, form.version(), by(view, &who.reader));
    let write = move |conn: &mut Conn| {
        if store::delegation(conn, id)?.case != case {
            return Err(Error::NotFound);
        }
        plan::settle(conn, (id, version), None, by)
    };
    view.app.db.write(write).await?;
    Ok(view.go_saying(&paths::case(case), "said-delegation-withdrawn"))
}

/// What advice is written with, and what the council has come to by its minutes.
async fn load_advising(view: &View, case: &Case, reader: &Reader) -> Result<(Advising, String)> {
    let (own, case, reader) = (view.clone(), case.clone(), reader.clone());
    let read = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        let council = boards::board(conn, case.board)?;
        let above = match council.parent {
            Some(above) => Some(boards::board(conn, above)?),
            None => None,
        };
        let all = store::of_case(conn, case.id)?;
        let own = all.into_iter().find(|it| it.council_case == case.id);
        let advising = Advising {
            is_settled: own.as_ref().is_some_and(|it| it.state != State::Asked),
            open: own.filter(|it| it.state == State::Asked),
            case: case.clone(),
            council,
            above,
        };
        Ok((advising, store::conclusion(conn, case.id, &reads)?))
    };
    view.app.db.read(read).await
}

/// Where a council's secretariat gives advice, or sends a case up.
pub(super) async fn advise(view: View, who: As<Secretary, Case>) -> Result<HttpResponse> {
    let (of, conclusion) = load_advising(&view, &who.object, &who.reader).await?;
    let form = if of.is_settled || !rules::has_taken_up(of.case.state) {
        Form::default()
    } else {
        forms::fresh_advice(of.open.as_ref(), &conclusion)
    };
    let content = forms_page::advise(&view, &of, &form);
    Ok(view.page(&view.t(forms_page::title(&of)), &content))
}

/// The advice is given.
pub(super) async fn advised(
    view: View,
    who: As<Secretary, Case>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let (of, _) = load_advising(&view, &who.object, &who.reader).await?;
    let title = view.t(forms_page::title(&of));
    let advice = forms::read_advice(&mut form);
    let Some(advice) = advice.filter(|_| of.above.is_some()) else {
        return Ok(view.mistaken(&title, &forms_page::advise(&view, &of, &form)));
    };
    let (case, version, by) = (of.case.id, form.version(), by(&view, &who.reader));
    let open = of.open.as_ref().map(|it| it.id);
    let write = move |conn: &mut Conn| match open {
        Some(id) => plan::settle(conn, (id, version), Some(&advice), by),
        // What was asked when the form was opened, and is not any more, is not sent up by another way.
        None if version > 0 => Err(Error::Stale),
        None => plan::send_up(conn, case, &advice, by).map(|_case| ()),
    };
    match view.app.db.write(write).await {
        Ok(()) => {
            view.app.office.bell.ring();
            let said = if open.is_some() {
                "said-advice-sent"
            } else {
                "said-case-sent-up"
            };
            Ok(view.go_saying(&paths::case(case), said))
        }
        Err(Error::Refused(why)) => {
            form.notice = Some(why);
            Ok(view.mistaken(&title, &forms_page::advise(&view, &of, &form)))
        }
        Err(Error::Stale) => {
            let (of, _) = load_advising(&view, &who.object, &who.reader).await?;
            let version = of.open.as_ref().map_or(0, |it| it.version);
            form.put("version", version.to_string());
            form.notice = Some(Said::new("advice-overtaken"));
            Ok(view.stale(&title, &forms_page::advise(&view, &of, &form)))
        }
        Err(error) => Err(error),
    }
}
