//! A new draft, the text of a version, and where it is written.

use super::{board_of, lists, refuse, shown, write};
use crate::boards::pages::{Draft, Lists};
use crate::boards::rules::{in_force, versions};
use crate::boards::{Board, Mandate, MandateState, Sees, store as boards};
use crate::cases::CaseState;
use crate::cases::forms::languages;
use crate::cases::store as cases;
use crate::cases::store::around;
use crate::composition::store as composition;
use crate::councils::routes as councils;
use crate::db::ids::{BoardId, MandateId, OrganisationId};
use crate::db::{Conn, code_words};
use crate::error::Result;
use crate::mandates::pages::checks::Checks;
use crate::mandates::pages::document::{self as pages, Sending, TextPage};
use crate::mandates::{Document, forms, plan, store};
use crate::people::store as people;
use crate::web::access::Right;
use crate::web::{As, Form, Keeper, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use maud::Markup;

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

async fn new_page(
    view: &View,
    board: &Board,
    draft: Option<Draft>,
    status: StatusCode,
) -> Result<HttpResponse> {
    let id = board.id;
    let read = move |conn: &mut Conn| boards::versions(conn, id);
    let versions = view.app.db.read(read).await?;
    let today = board.today(view.now);
    let draft = draft.unwrap_or_else(|| {
        // What counts is what a next version changes; another draft is somebody's thought.
        let first = in_force(&versions, today).or(versions.last());
        let first = first.map(|it| it.id.to_string());
        let tag = languages(board).first().map(|it| it.tag().to_owned());
        Draft::of(Form::filled([
            ("copy-of", first.unwrap_or_default()),
            ("language", tag.unwrap_or_default()),
        ]))
    });
    let content = pages::new(view, board, &versions, &draft);
    Ok(view.page_with(status, &view.t("mandate-draft-new"), &content))
}

pub(super) async fn new(view: View, who: As<Keeper, Board>) -> Result<HttpResponse> {
    new_page(&view, &who.object, None, StatusCode::OK).await
}

pub(super) async fn add(
    view: View,
    who: As<Keeper, Board>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let board = who.object.clone();
    let copy_of: Option<MandateId> = form.choice_or_none("copy-of");
    let Some((wanted, language)) = forms::read_draft(&mut form, &languages(&board)) else {
        return new_page(&view, &board, Some(Draft::of(form)), WRONG).await;
    };
    let of = board.clone();
    let done = write(&view, &who.reader, board.id, move |conn, by| {
        plan::add(conn, by, &of, (&wanted, language), copy_of)
    });
    match done.await? {
        Ok(id) => {
            let path = paths::of_mandate(id, "text");
            Ok(view.go_saying(&path, "said-mandate-added"))
        }
        Err(refusal) => {
            let mut draft = Draft::of(form);
            draft.refuse(refusal);
            new_page(&view, &board, Some(draft), WRONG).await
        }
    }
}

/// All that the page of a text rests on.
struct Loaded {
    board: Board,
    mandate: Mandate,
    document: Document,
    lists: Lists,
    /// How far the case has come, for those who may read it.
    case: Option<CaseState>,
    sending: Sending,
    checks: Option<Checks>,
    /// Where a council's mandate says something else than the board's.
    differs: Markup,
}

fn load(conn: &mut Conn, view: &View, reader: &Reader, id: MandateId) -> Result<Loaded> {
    let mandate = boards::mandate(conn, id)?;
    let board = boards::board(conn, mandate.board)?;
    let document = store::document(conn, &board, id)?;
    let case = match document.case {
        Some(case) => {
            let reads = (view.app.clearance)(conn, reader, view.now)?;
            let seen = cases::seen_among(conn, &[case], &reads)?.remove(&case);
            seen.map(|it| it.state)
        }
        None => None,
    };
    let is_checked =
        mandate.state != MandateState::Approved && Keeper::has(&reader.roles, mandate.board);
    let checks = if is_checked {
        Some(checks(conn, &board, &mandate)?)
    } else {
        None
    };
    Ok(Loaded {
        sending: sending(conn, reader, &board)?,
        checks,
        differs: councils::differences(conn, view, &board)?,
        lists: lists(conn)?,
        board,
        mandate,
        document,
        case,
    })
}

/// The board as it would be on the first day of a version.
fn checks(conn: &mut Conn, board: &Board, of: &Mandate) -> Result<Checks> {
    let by = versions::with(&boards::mandates(conn, board.id)?, of);
    let facts = composition::facts_by(conn, board, by, of.period.from)?;
    let paid = facts.payments.iter().map(|it| it.organisation);
    let mut ids: Vec<OrganisationId> = facts.organisations.keys().copied().chain(paid).collect();
    ids.sort_unstable();
    ids.dedup();
    let names = people::names_of(conn, &ids, of.period.from)?;
    Ok(Checks { facts, names })
}

/// The board that approves a board's mandate: the one above it, or its own, whose owner decides after its advice.
fn approving(board: &Board) -> BoardId {
    board.parent.unwrap_or(board.id)
}

fn sending(conn: &mut Conn, reader: &Reader, board: &Board) -> Result<Sending> {
    let to = approving(board);
    let councils = around::councils(conn, to)?;
    Ok(Sending {
        through: crate::cases::rules::proposes_through(&reader.roles, to, &councils),
        to: boards::board(conn, to)?,
        kinds: code_words::list(conn, "case_type")?,
        subjects: code_words::list(conn, "case_subject")?,
    })
}

/// The page of a text; `which` is the form of it that was sent.
pub(super) async fn show(
    view: &View,
    reader: &Reader,
    of: &Mandate,
    (which, draft): (&str, &Draft),
    status: StatusCode,
) -> Result<HttpResponse> {
    let (own, who, id) = (view.clone(), reader.clone(), of.id);
    let read = move |conn: &mut Conn| load(conn, &own, &who, id);
    let loaded = view.app.db.read(read).await?;
    let keeps = Keeper::has(&reader.roles, of.board);
    let page = TextPage {
        board: &loaded.board,
        mandate: &loaded.mandate,
        document: &loaded.document,
        lists: &loaded.lists,
        case: loaded.case,
        may_write: keeps && plan::may_write(&loaded.mandate, &loaded.document),
        sending: keeps.then_some(&loaded.sending),
        checks: loaded.checks.as_ref(),
        differs: &loaded.differs,
        which,
        draft,
        today: loaded.board.today(view.now),
    };
    let title = view.tv("mandate-text-of", &[("label", (&of.label).into())]);
    Ok(view.page_with(status, &title, &pages::text(view, &page)))
}

pub(super) async fn page(view: View, who: As<Sees, Mandate>) -> Result<HttpResponse> {
    shown(&who.reader, &who.object)?;
    let none = ("", &Draft::default());
    show(&view, &who.reader, &who.object, none, StatusCode::OK).await
}

/// What a case needs of the board that it goes to, for whoever may send it there.
pub(super) async fn load_sending(view: &View, reader: &Reader, of: &Mandate) -> Result<Sending> {
    let (reader, id) = (reader.clone(), of.board);
    let read = move |conn: &mut Conn| {
        let board = boards::board(conn, id)?;
        sending(conn, &reader, &board)
    };
    view.app.db.read(read).await
}

async fn write_page(
    view: &View,
    of: &Mandate,
    draft: Option<Draft>,
    status: StatusCode,
) -> Result<HttpResponse> {
    let board = board_of(view, of).await?;
    let (id, own) = (of.id, board.clone());
    let read =
        move |conn: &mut Conn| Ok((boards::mandate(conn, id)?, store::document(conn, &own, id)?));
    let (mandate, document) = view.app.db.read(read).await?;
    let draft = draft.unwrap_or_else(|| Draft::of(forms::filled_text(&mandate, &document)));
    let may = plan::may_write(&mandate, &document);
    let content = pages::write(view, (&board, &mandate), may, &draft);
    Ok(view.page_with(status, &view.t("mandate-text-write"), &content))
}

pub(super) async fn write_form(view: View, who: As<Keeper, Mandate>) -> Result<HttpResponse> {
    write_page(&view, &who.object, None, StatusCode::OK).await
}

pub(super) async fn written(
    view: View,
    who: As<Keeper, Mandate>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let (mandate, version) = (who.object.clone(), form.version());
    let board = board_of(&view, &mandate).await?;
    let Some((language, paragraphs)) = forms::read_text(&mut form, &languages(&board)) else {
        return write_page(&view, &mandate, Some(Draft::of(form)), WRONG).await;
    };
    let wanted = Document {
        language,
        case: None,
        approved_on: None,
        paragraphs,
    };
    let id = mandate.id;
    let done = write(&view, &who.reader, mandate.board, move |conn, by| {
        plan::write(conn, by, id, version, &wanted)
    });
    let Err(refusal) = done.await? else {
        let path = paths::of_mandate(id, "text");
        return Ok(view.go_saying(&path, "said-mandate-text"));
    };
    let mut draft = Draft::of(form);
    let status = refuse(&view, &mut draft, refusal, &mandate).await?;
    write_page(&view, &mandate, Some(draft), status).await
}
