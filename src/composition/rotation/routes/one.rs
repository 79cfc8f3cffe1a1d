//! One proposal: its page, the case that it becomes, what was decided, and dropping and opening it again.

use super::{Own, Settled, by, from, load, reads, settled};
use crate::boards::Sees;
use crate::composition::rotation::Rotation;
use crate::composition::rotation::pages::{self, Draft, edit, one};
use crate::composition::rotation::{forms, plan};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::web::access::Right;
use crate::web::{As, Form, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

/// The proposal, for those who read it as far as it has come.
pub async fn page(view: View, who: As<Sees, Rotation>) -> Result<HttpResponse> {
    let of = &who.object;
    if !reads(&who.reader.roles, of.board, of.state) {
        return Err(Error::NotFound);
    }
    show(&view, &who, &Draft::default(), StatusCode::OK).await
}

async fn show<R: Right>(
    view: &View,
    who: &As<R, Rotation>,
    draft: &Draft,
    status: StatusCode,
) -> Result<HttpResponse> {
    let whole = load(view, who).await?;
    let content = one::page(view, &whole, draft);
    Ok(view.page_with(status, &whole.rotation.title, &content))
}

/// It becomes a case, once.
pub async fn treat(view: View, who: Own, Posted(form): Posted) -> Result<HttpResponse> {
    let (of, by) = (from(&who, &form), by(&view, &who.reader));
    let mut draft = Draft::of(form);
    let (kinds, subjects) = load(&view, &who).await?.case_lists;
    let kind = draft.form.code("kind", &kinds);
    let subject = draft.form.code("subject", &subjects);
    if !draft.form.is_right() {
        return show(&view, &who, &draft, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let write = move |conn: &mut Conn| plan::treat(conn, of, (&kind, &subject), by);
    let written = view.app.db.write(write).await.map(Ok);
    match settled(&view, &mut draft, of.0, written).await? {
        Settled::Done(_) => {
            view.app.office.bell.ring();
            Ok(view.go_saying(&paths::rotation(of.0), "said-rotation-treated"))
        }
        Settled::Again(status) => show(&view, &who, &draft, status).await,
    }
}

pub async fn decision(view: View, who: Own) -> Result<HttpResponse> {
    let whole = load(&view, &who).await?;
    let version = whole.rotation.version.to_string();
    let mut form = Form::filled([("version", version)]);
    if let Some(outcome) = whole.outcomes.first() {
        form.put("decision", pages::reference(&view, &whole, outcome));
        form.put("decided-on", outcome.day.to_string());
    }
    let content = edit::decision(&view, &whole, &Draft::of(form));
    Ok(view.page(&view.t("rotation-decide"), &content))
}

pub async fn decide(view: View, who: Own, Posted(form): Posted) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let whole = load(&view, &who).await?;
    let (decision, on) = forms::read_decision(&mut draft.form, whole.today);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if draft.form.is_right() {
        let (of, by) = (from(&who, &draft.form), by(&view, &who.reader));
        let by = (view.language, by);
        let write = move |conn: &mut Conn| plan::decide(conn, of, (&decision, on), by);
        let written = view.app.db.write(write).await.map(Ok);
        match settled(&view, &mut draft, of.0, written).await? {
            Settled::Done(()) => {
                return Ok(view.go_saying(&paths::rotation(of.0), "said-rotation-decided"));
            }
            Settled::Again(why) => status = why,
        }
    }
    let content = edit::decision(&view, &whole, &draft);
    Ok(view.page_with(status, &view.t("rotation-decide"), &content))
}

/// It is dropped, or opened again.
pub async fn settle(view: View, who: Own, Posted(form): Posted) -> Result<HttpResponse> {
    let (of, by) = (from(&who, &form), by(&view, &who.reader));
    let act = form.value("act").to_owned();
    let mut draft = Draft::of(form);
    let said = if act == "drop" {
        "said-rotation-dropped"
    } else {
        "said-rotation-reopened"
    };
    let write = move |conn: &mut Conn| match act.as_str() {
        "drop" => plan::abandon(conn, of, by),
        "reopen" => plan::reopen(conn, of, by),
        _ => Err(Error::Refused(Said::new("form-not-a-choice"))),
    };
    let written = view.app.db.write(write).await.map(Ok);
    match settled(&view, &mut draft, of.0, written).await? {
        Settled::Done(()) => Ok(view.go_saying(&paths::rotation(of.0), said)),
        Settled::Again(status) => show(&view, &who, &draft, status).await,
    }
}
