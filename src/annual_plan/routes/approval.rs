//! That the board has approved a plan, and whom it is shown to: written down by the secretariat.

use super::{OfYear, again, by, load, settled};
use crate::annual_plan::forms;
use crate::annual_plan::pages::approval::{self as pages, Forms};
use crate::annual_plan::pages::{Draft, Shown};
use crate::annual_plan::plan;
use crate::boards::Board;
use crate::cases::{CaseState, store as cases};
use crate::db::Conn;
use crate::error::Result;
use crate::meetings::routes::year_in;
use crate::web::access::Audience;
use crate::web::{As, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;

/// What stands, as both forms.
async fn load_forms(
    view: &View,
    (reader, board): (&Reader, &Board),
    year: i32,
) -> Result<(Shown, Forms)> {
    let (own, reader, board) = (view.clone(), reader.clone(), board.clone());
    let read = move |conn: &mut Conn| {
        let page = load(conn, &own, &reader, board.clone(), year)?;
        let states = [CaseState::Scheduled, CaseState::Treated, CaseState::Closed];
        let (cases, _more) = cases::of_board(conn, board.id, &states, &page.reads, 0)?;
        let plan = page.of.plan.as_ref();
        let forms = Forms {
            approval: Draft::of(forms::filled_approval(plan)),
            audience: Draft::of(forms::filled_audience(plan)),
            cases,
        };
        Ok((page, forms))
    };
    view.app.db.read(read).await
}

pub async fn show(view: View, who: As<Secretary, Board>, path: OfYear) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (page, forms) = load_forms(&view, (&who.reader, &who.object), year).await?;
    let content = pages::page(&view, &page, &forms);
    Ok(view.page(&view.t("annual-plan-approval"), &content))
}

/// What the log calls the plan, so that who saved first is found.
fn object(page: &Shown) -> String {
    let plan = page.of.plan.as_ref();
    plan.map_or_else(String::new, |plan| plan.id.to_string())
}

pub async fn approve(
    view: View,
    who: As<Secretary, Board>,
    path: OfYear,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, by) = (who.object.id, by(&view, &who.reader));
    let mut draft = Draft::of(form);
    let approved = forms::read_approval(&mut draft.form);
    let (page, mut forms) = load_forms(&view, (&who.reader, &who.object), year).await?;
    if draft.form.is_right() {
        let of = (board, year, draft.form.version());
        let write = move |conn: &mut Conn| plan::approve(conn, of, &approved, by);
        let written = view.app.db.write(write).await;
        let done = settled(&view, &mut draft, object(&page), written).await?;
        if done.is_some() {
            let plan = paths::annual_plan(board, year);
            return Ok(view.go_saying(&plan, "said-annual-plan-approved"));
        }
    }
    if draft.is_stale {
        let standing = forms.approval.form.value("version").to_owned();
        draft.form.put("version", standing);
    }
    forms.approval = draft;
    let content = pages::page(&view, &page, &forms);
    Ok(again(
        &view,
        &forms.approval,
        &view.t("annual-plan-approval"),
        &content,
    ))
}

pub async fn publish(
    view: View,
    who: As<Secretary, Board>,
    path: OfYear,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, by) = (who.object.id, by(&view, &who.reader));
    let mut draft = Draft::of(form);
    let audience: Option<Audience> = draft.form.choice("audience");
    let (page, mut forms) = load_forms(&view, (&who.reader, &who.object), year).await?;
    if let Some(to) = audience {
        let of = (board, year, draft.form.version());
        let write = move |conn: &mut Conn| Ok(Ok(plan::publish(conn, of, to, by)?));
        let written = view.app.db.write(write).await;
        let done = settled(&view, &mut draft, object(&page), written).await?;
        if done.is_some() {
            let plan = paths::annual_plan(board, year);
            return Ok(view.go_saying(&plan, "said-annual-plan-published"));
        }
    }
    if draft.is_stale {
        let standing = forms.audience.form.value("version").to_owned();
        draft.form.put("version", standing);
    }
    forms.audience = draft;
    let content = pages::page(&view, &page, &forms);
    Ok(again(
        &view,
        &forms.audience,
        &view.t("annual-plan-approval"),
        &content,
    ))
}
