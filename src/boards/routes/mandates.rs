//! Mandate versions, their rules and lead times.

use super::{board_and_lists, mandate_forms as forms, period, refused, write};
use crate::boards::pages::mandates::{self as pages, MandatePage};
use crate::boards::pages::{Draft, Sent, removal};
use crate::boards::store::mandate_changes::{self as rows, MandateDraft};
use crate::boards::{Board, Mandate, Refusal, Sees, rule_kind, store};
use crate::db::Conn;
use crate::db::ids::{MandateId, RowId};
use crate::error::{Error, Result};
use crate::people;
use crate::web::access::Right;
use crate::web::{As, Form, Keeper, Posted, View, paths};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use std::collections::HashMap;

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

pub(super) async fn list(view: View, who: As<Sees, Board>) -> Result<HttpResponse> {
    let board = &who.object;
    let id = board.id;
    let mut mandates = view
        .app
        .db
        .read(move |conn| store::versions(conn, id))
        .await?;
    let keeps = Keeper::has(&who.reader.roles, id);
    mandates.retain(|mandate| keeps || mandate.state.is_shown());
    let content = pages::list(&view, board, &mandates, board.today(view.now), keeps);
    Ok(view.page(&view.t("boards-mandates"), &content))
}

async fn new_page(
    view: &View,
    board: &Board,
    form: Option<Form>,
    status: StatusCode,
) -> Result<HttpResponse> {
    let id = board.id;
    let mandates = view
        .app
        .db
        .read(move |conn| store::mandates(conn, id))
        .await?;
    let latest = mandates
        .last()
        .map(|it| it.id.to_string())
        .unwrap_or_default();
    let form = form.unwrap_or_else(|| Form::filled([("copy-of", latest)]));
    let content = pages::new(view, board, &mandates, &Draft::of(form));
    Ok(view.page_with(status, &view.t("boards-mandate-new"), &content))
}

pub(super) async fn new(view: View, who: As<Keeper, Board>) -> Result<HttpResponse> {
    new_page(&view, &who.object, None, StatusCode::OK).await
}

fn mandate_draft(form: &mut Form) -> MandateDraft {
    MandateDraft {
        label: form.needed_line("label", 40),
        period: period(form, "from", "last-day"),
        decision: form.line("decision", 200),
    }
}

pub(super) async fn add(
    view: View,
    who: As<Keeper, Board>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (id, mut form) = (who.object.id, posted.0);
    let draft = mandate_draft(&mut form);
    let copy_of: Option<MandateId> = form.choice_or_none("copy-of");
    let ends_former = form.is_ticked("end-former");
    if !form.is_right() {
        return new_page(&view, &who.object, Some(form), WRONG).await;
    }
    let done = write(&view, &who.reader, id, move |conn, by| {
        rows::add_mandate(conn, by, id, &draft, copy_of, ends_former)
    });
    match done.await? {
        Ok(made) => Ok(view.go_saying(&paths::mandate(made), "said-mandate-added")),
        Err(refusal) => {
            let mut draft = Draft::of(form);
            draft.refuse(refusal);
            new_page(&view, &who.object, Some(draft.form), WRONG).await
        }
    }
}

/// The page of a version; `which` is the form of it that is filled.
async fn show<R: Right>(
    view: &View,
    who: &As<R, Mandate>,
    which: &str,
    draft: &Draft,
    status: StatusCode,
) -> Result<HttpResponse> {
    let (board, lists) = board_and_lists(view, who.object.board).await?;
    let id = who.object.id;
    let mandate = view
        .app
        .db
        .read(move |conn| store::mandate(conn, id))
        .await?;
    let page = MandatePage {
        board: &board,
        mandate: &mandate,
        lists: &lists,
        keeps: Keeper::has(&who.reader.roles, board.id),
        sent: Sent { which, draft },
    };
    let title = view.tv(
        "boards-mandate-version",
        &[("label", (&mandate.label).into())],
    );
    Ok(view.page_with(status, &title, &pages::page(view, &page)))
}

pub(super) async fn page(
    view: View,
    who: As<Sees, Mandate>,
    asked: web::Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let mandate = &who.object;
    if !mandate.state.is_shown() && !Keeper::has(&who.reader.roles, mandate.board) {
        return Err(Error::NotFound);
    }
    let rule = asked
        .get("rule")
        .and_then(|id| mandate.rules.iter().find(|it| it.id.as_str() == id));
    let lead = asked
        .get("lead")
        .and_then(|id| mandate.deadlines.iter().find(|it| it.id.as_str() == id));
    let (which, form) = match (rule, lead, asked.get(pages::REMOVE)) {
        (Some(rule), _, _) => ("rule", pages::rule_form(mandate, Some(rule))),
        (None, Some(lead), _) => ("lead", pages::deadline_form(mandate, Some(lead))),
        (None, None, Some(row)) => (pages::REMOVE, removal::form(mandate, row)),
        (None, None, None) => ("", Form::default()),
    };
    show(&view, &who, which, &Draft::of(form), StatusCode::OK).await
}

/// Goes on after a change of a version, or shows its page with what was wrong.
async fn finish(
    view: &View,
    who: &As<Keeper, Mandate>,
    which: &str,
    form: Form,
    done: Result<(), Refusal>,
) -> Result<HttpResponse> {
    let id = who.object.id;
    let Err(refusal) = done else {
        return Ok(view.go_saying(&paths::mandate(id), "said-mandate-changed"));
    };
    let standing = view
        .app
        .db
        .read(move |conn| store::mandate(conn, id))
        .await?;
    let (status, draft) = refused(view, form, refusal, id.as_str(), standing.version).await?;
    show(view, who, which, &draft, status).await
}

pub(super) async fn change(
    view: View,
    who: As<Keeper, Mandate>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (id, board, mut form) = (who.object.id, who.object.board, posted.0);
    let (draft, version) = (mandate_draft(&mut form), form.version());
    if !form.is_right() {
        return show(&view, &who, "settings", &Draft::of(form), WRONG).await;
    }
    let done = write(&view, &who.reader, board, move |conn, by| {
        rows::change_mandate(conn, by, id, version, &draft)
    });
    let done = done.await?;
    finish(&view, &who, "settings", form, done).await
}

pub(super) async fn save_rule(
    view: View,
    who: As<Keeper, Mandate>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (board, lists) = board_and_lists(&view, who.object.board).await?;
    let (mandate, mut form) = (who.object.clone(), posted.0);
    let today = board.today(view.now);
    // What is told of an organisation is its number, which is asked of the register.
    let known = if form.value("kind") == rule_kind::NAMED_ORGANISATION {
        let read = move |conn: &mut Conn| people::store::organisations(conn, today);
        view.app.db.read(read).await?
    } else {
        Vec::new()
    };
    let version = form.version();
    let Some((rule, reason)) = forms::rule(&mut form, &mandate, &lists, &known) else {
        return show(&view, &who, "rule", &Draft::of(form), WRONG).await;
    };
    let done = write(&view, &who.reader, mandate.board, move |conn, by| {
        rows::save_rule(conn, by, &mandate, version, (&rule, &reason))
    });
    let done = done.await?;
    finish(&view, &who, "rule", form, done).await
}

pub(super) async fn save_deadline(
    view: View,
    who: As<Keeper, Mandate>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (_, lists) = board_and_lists(&view, who.object.board).await?;
    let (mandate, mut form) = (who.object.clone(), posted.0);
    let version = form.version();
    let Some((rule, reason)) = forms::deadline(&mut form, &mandate, &lists) else {
        return show(&view, &who, "lead", &Draft::of(form), WRONG).await;
    };
    let done = write(&view, &who.reader, mandate.board, move |conn, by| {
        rows::save_deadline(conn, by, &mandate, version, (&rule, &reason))
    });
    let done = done.await?;
    finish(&view, &who, "lead", form, done).await
}

pub(super) async fn remove(
    view: View,
    who: As<Keeper, Mandate>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (mandate, mut form) = (who.object.clone(), posted.0);
    let row: RowId = form
        .value("row")
        .parse()
        .map_err(|_not_an_id| Error::NotFound)?;
    let version = form.version();
    let reason = forms::reason(&mut form, "remove-reason", &mandate);
    if !form.is_right() {
        return show(&view, &who, pages::REMOVE, &Draft::of(form), WRONG).await;
    }
    let done = write(&view, &who.reader, mandate.board, move |conn, by| {
        rows::remove_row(conn, by, &mandate, version, (row, &reason))
    });
    let done = done.await?;
    finish(&view, &who, pages::REMOVE, form, done).await
}
