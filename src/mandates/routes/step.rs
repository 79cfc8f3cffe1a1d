//! The steps of a version on its way to approval.

use super::document::{load_sending, show};
use super::{refuse, write};
use crate::boards::pages::Draft;
use crate::boards::store::mandate_steps;
use crate::boards::{Mandate, MandateStep, Refusal};
use crate::cases::forms::languages;
use crate::cases::plan::Proposal;
use crate::db::ids::CaseId;
use crate::error::Result;
use crate::i18n::{Language, Said, text};
use crate::mandates::{forms, plan};
use crate::web::{As, Form, Keeper, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

/// A version is sent as a case, sent back, approved, or taken away.
pub(super) async fn step(
    view: View,
    who: As<Keeper, Mandate>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let step: MandateStep = match form.value("act").parse() {
        Ok(step) => step,
        Err(_unknown) => return again(&view, &who, ("", form), None).await,
    };
    let (mandate, version) = (who.object.clone(), form.version());
    let done = match step {
        MandateStep::Propose => propose(&view, &who, version, &mut form).await?,
        MandateStep::Approve => approve(&view, &who, version, &mut form).await?,
        MandateStep::SendBack | MandateStep::Drop => {
            let id = mandate.id;
            let done = write(
                &view,
                &who.reader,
                mandate.board,
                move |conn, by| match step {
                    MandateStep::Drop => mandate_steps::remove(conn, by, id, version),
                    _ => mandate_steps::step(conn, by, id, version, step),
                },
            );
            Some(done.await?)
        }
    };
    match done {
        Some(Ok(())) if step == MandateStep::Drop => {
            let path = paths::of_board(mandate.board, "mandates");
            Ok(view.go_saying(&path, "said-mandate-dropped"))
        }
        Some(Ok(())) => {
            let said = match step {
                MandateStep::Propose => "said-mandate-proposed",
                MandateStep::Approve => "said-mandate-approved",
                MandateStep::SendBack | MandateStep::Drop => "said-mandate-sent-back",
            };
            view.app.office.bell.ring();
            Ok(view.go_saying(&paths::of_mandate(mandate.id, "text"), said))
        }
        Some(Err(refusal)) => again(&view, &who, (step.code(), form), Some(refusal)).await,
        None => again(&view, &who, (step.code(), form), None).await,
    }
}

/// The page with what was wrong, and all that was typed.
async fn again(
    view: &View,
    who: &As<Keeper, Mandate>,
    (which, form): (&str, Form),
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    // A name or a day that cannot be has no field on this page: it is told above the form.
    let above = |refusal| match refusal {
        Refusal::Because(_, said) => Refusal::Because("act", said),
        Refusal::Stale => Refusal::Stale,
    };
    let status = match refusal.map(above) {
        Some(refusal) => refuse(view, &mut draft, refusal, &who.object).await?,
        None => StatusCode::UNPROCESSABLE_ENTITY,
    };
    if which.is_empty() {
        draft.form.notice = Some(Said::new("form-not-a-choice"));
    }
    show(view, &who.reader, &who.object, (which, &draft), status).await
}

/// What was done; none where the form has a mistake.
type Done = Result<Option<Result<(), Refusal>>>;

async fn propose(view: &View, who: &As<Keeper, Mandate>, version: i64, form: &mut Form) -> Done {
    let mandate = who.object.clone();
    let sending = load_sending(view, &who.reader, &mandate).await?;
    let Some(through) = sending.through else {
        let board = view.words(&sending.to.name).to_owned();
        let said = Said::new("mandate-not-yours-to-send").with("board", board);
        return Ok(Some(Err(Refusal::Because("act", said))));
    };
    let first = languages(&sending.to).first().copied();
    let language = first.unwrap_or(Language::NB);
    let path = paths::of_mandate(mandate.id, "text");
    let url = format!("{}{path}", view.app.config.base_url);
    let values = [("label", (&mandate.label).into()), ("url", url.into())];
    let description = text(language, "mandate-case-description", &values);
    let lists = (sending.kinds.as_slice(), sending.subjects.as_slice());
    let Some(facts) = forms::read_case(form, lists, language, description) else {
        return Ok(None);
    };
    let proposal = Proposal {
        // A form that is sent twice sends once: the version has gone on since.
        id: CaseId::new(),
        board: sending.to.id,
        through,
        facts,
        late: None,
    };
    let done = write(view, &who.reader, mandate.board, move |conn, by| {
        plan::propose(conn, by, (&mandate, version), &proposal)
    });
    Ok(Some(done.await?))
}

async fn approve(view: &View, who: &As<Keeper, Mandate>, version: i64, form: &mut Form) -> Done {
    let mandate = who.object.clone();
    let board = super::board_of(view, &mandate).await?;
    let Some((decision, on)) = forms::read_approval(form, board.today(view.now)) else {
        return Ok(None);
    };
    let done = write(view, &who.reader, mandate.board, move |conn, by| {
        plan::approve(conn, by, (&mandate, version), (&decision, on))
    });
    Ok(Some(done.await?))
}
