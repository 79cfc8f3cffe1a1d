//! Appointing an organisation.

use super::{lists, period, write};
use crate::boards::pages::Draft;
use crate::boards::pages::new_term::{self as pages, NewTermPage};
use crate::boards::rules::in_force;
use crate::boards::store;
use crate::boards::store::term_changes::{self as changes, TermDraft};
use crate::boards::store::terms as rows;
use crate::boards::{Board, rule_kind};
use crate::db::Conn;
use crate::db::ids::{OrganisationId, SeatId};
use crate::error::Result;
use crate::i18n::Said;
use crate::people;
use crate::web::access::Role;
use crate::web::{As, Form, Keeper, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

async fn new_page(
    view: &View,
    board: &Board,
    form: &Form,
    status: StatusCode,
) -> Result<HttpResponse> {
    let (id, today) = (board.id, board.today(view.now));
    let read = move |conn: &mut Conn| {
        Ok((
            lists(conn)?,
            (rows::seats(conn, id)?, rows::appointments(conn, id)?),
            people::store::organisations(conn, today)?,
            store::mandates(conn, id)?,
        ))
    };
    let (lists, (seats, appointments), organisations, mandates) = view.app.db.read(read).await?;
    let months = in_force(&mandates, today).and_then(|it| it.quantity(rule_kind::TERM_MONTHS));
    let page = NewTermPage {
        board,
        lists: &lists,
        seats: &seats,
        appointments: &appointments,
        organisations: &organisations,
        today,
        months,
        form,
    };
    let content = pages::new(view, &page);
    Ok(view.page_with(status, &view.t("boards-appoint"), &content))
}

pub(super) async fn new(view: View, who: As<Keeper, Board>) -> Result<HttpResponse> {
    let form = Form::filled([("role", "member".to_owned())]);
    new_page(&view, &who.object, &form, StatusCode::OK).await
}

pub(super) async fn appoint(
    view: View,
    who: As<Keeper, Board>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (board, mut form) = (&who.object, posted.0);
    let (id, today) = (board.id, board.today(view.now));
    let known = view
        .app
        .db
        .read(move |conn| people::store::organisations(conn, today))
        .await?;
    let organisation: Option<OrganisationId> = form.choice("organisation");
    if organisation.is_some_and(|id| known.iter().all(|it| it.id != id)) {
        form.refuse("organisation", Said::new("form-not-a-choice"));
    }
    let role: Option<Role> = form.choice("role");
    let seat: Option<SeatId> = form.choice_or_none("seat");
    if seat.is_some() != (role == Some(Role::Member)) && form.mistake("seat").is_none() {
        form.refuse("seat", Said::new("boards-seat-for-members"));
    }
    let draft = TermDraft {
        seat,
        organisation,
        role: role.unwrap_or(Role::Member),
        period: period(&mut form, "from", "last-day"),
        decision: form.line("decision", 200),
    };
    if !form.is_right() {
        return new_page(&view, board, &form, WRONG).await;
    }
    if !form.is_ticked("sits-already") && sits_already(&view, board, &draft).await? {
        form.put("sits-already", "yes");
        form.notice = Some(Said::new("boards-sits-already"));
        return new_page(&view, board, &form, WRONG).await;
    }
    let done = write(&view, &who.reader, id, move |conn, by| {
        changes::appoint(conn, by, id, &draft)
    });
    match done.await? {
        Ok(made) => Ok(view.go_saying(&paths::appointment(made), "said-appointed")),
        Err(refusal) => {
            let mut draft = Draft::of(form);
            draft.refuse(refusal);
            new_page(&view, board, &draft.form, WRONG).await
        }
    }
}

/// Whether the organisation is a member in this period already; two seats for one may be meant, and is asked about.
async fn sits_already(view: &View, board: &Board, draft: &TermDraft) -> Result<bool> {
    let id = board.id;
    let read = move |conn: &mut Conn| rows::appointments(conn, id);
    let all = view.app.db.read(read).await?;
    Ok(draft.role == Role::Member
        && all.iter().any(|it| {
            it.role == Role::Member
                && it.organisation == draft.organisation
                && it.period.overlaps(&draft.period)
        }))
}
