//! Related bodies and the reviews of their documents, kept by the board's secretariat.

use crate::boards::pages::Draft;
use crate::boards::routes::{again, settled};
use crate::boards::{Board, store as boards};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::RelatedBodyId;
use crate::error::Result;
use crate::people::store as people;
use crate::related::forms::{self, Choices};
use crate::related::pages::edit as pages;
use crate::related::{Body, KINDS, SUBJECTS, plan, store};
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;

pub(super) fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        now: view.now,
    }
}

fn choices(conn: &mut Conn, board: &Board, view: &View) -> Result<Choices> {
    let organisations = people::organisations(conn, board.today(view.now))?;
    let mandates = boards::mandates(conn, board.id)?;
    Ok(Choices {
        kinds: code_words::list(conn, KINDS)?,
        subjects: code_words::list(conn, SUBJECTS)?,
        organisations: (organisations.into_iter())
            .map(|one| (one.id, one.name))
            .collect(),
        mandates: (mandates.into_iter())
            .map(|one| (one.id, one.label))
            .collect(),
    })
}

async fn load_choices(view: &View, board: &Board) -> Result<Choices> {
    let (own, board) = (view.clone(), board.clone());
    let read = move |conn: &mut Conn| choices(conn, &board, &own);
    view.app.db.read(read).await
}

async fn load(view: &View, id: RelatedBodyId) -> Result<(Board, Body, Choices)> {
    let own = view.clone();
    let read = move |conn: &mut Conn| {
        let body = store::body(conn, id)?;
        let board = boards::board(conn, body.board)?;
        let choices = choices(conn, &board, &own)?;
        Ok((board, body, choices))
    };
    view.app.db.read(read).await
}

fn to_body(view: &View, board: &Board, said: &str) -> HttpResponse {
    view.go_saying(&paths::of_board(board.id, "relations"), said)
}

pub async fn new(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let choices = load_choices(&view, &who.object).await?;
    let draft = Draft::of(forms::fresh());
    let content = pages::body(&view, &who.object, None, &choices, &draft);
    Ok(view.page(&view.t("related-new"), &content))
}

pub async fn add(
    view: View,
    who: As<Secretary, Board>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (board, mut draft) = (who.object, Draft::of(form));
    let choices = load_choices(&view, &board).await?;
    // Its id comes with the form, so that a form that is sent twice adds once.
    let id: RelatedBodyId = draft.form.value("id").parse().unwrap_or_default();
    draft.form.put("id", id.to_string());
    if let Some(facts) = forms::read(&mut draft.form, &choices) {
        let (by, of) = (by(&view, &who.reader), board.clone());
        let write = move |conn: &mut Conn| plan::add(conn, (id, &of), &facts, by);
        let written = view.app.db.write(write).await;
        if settled(&view, &mut draft, id.as_str(), written)
            .await?
            .is_some()
        {
            return Ok(to_body(&view, &board, "said-related-saved"));
        }
    }
    let content = pages::body(&view, &board, None, &choices, &draft);
    Ok(again(&view, &draft, &view.t("related-new"), &content))
}

fn titled(view: &View, key: &str, of: &Body) -> String {
    view.tv(key, &[("body", view.words(&of.facts.name).into())])
}

pub async fn edit(view: View, who: As<Secretary, Body>) -> Result<HttpResponse> {
    let (board, body, choices) = load(&view, who.object.id).await?;
    let draft = Draft::of(forms::filled(&body));
    let content = pages::body(&view, &board, Some(&body), &choices, &draft);
    Ok(view.page(&titled(&view, "related-edit", &body), &content))
}

pub async fn change(
    view: View,
    who: As<Secretary, Body>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (id, mut draft) = (who.object.id, Draft::of(form));
    let (board, _, choices) = load(&view, id).await?;
    if let Some(facts) = forms::read(&mut draft.form, &choices) {
        let (by, of) = (by(&view, &who.reader), (id, draft.form.version()));
        let write = move |conn: &mut Conn| plan::change(conn, of, &facts, by);
        let written = view.app.db.write(write).await;
        if settled(&view, &mut draft, id.as_str(), written)
            .await?
            .is_some()
        {
            return Ok(to_body(&view, &board, "said-related-saved"));
        }
    }
    let (board, body, choices) = load(&view, id).await?;
    if draft.form.is_right() {
        draft.form.put("version", body.version.to_string());
    }
    let content = pages::body(&view, &board, Some(&body), &choices, &draft);
    let title = titled(&view, "related-edit", &body);
    Ok(again(&view, &draft, &title, &content))
}

pub async fn review(view: View, who: As<Secretary, Body>) -> Result<HttpResponse> {
    let (board, body, _) = load(&view, who.object.id).await?;
    let draft = Draft::of(Form::filled([("version", body.version.to_string())]));
    let content = pages::review(&view, &board, &body, &draft);
    Ok(view.page(&titled(&view, "related-review", &body), &content))
}

/// The document was looked through today.
pub async fn reviewed(
    view: View,
    who: As<Secretary, Body>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (id, mut draft) = (who.object.id, Draft::of(form));
    let (next, note) = forms::read_review(&mut draft.form);
    if draft.form.is_right() {
        let (by, of) = (by(&view, &who.reader), (id, draft.form.version()));
        let write = move |conn: &mut Conn| plan::review(conn, of, (next, &note), by);
        let written = view.app.db.write(write).await;
        if settled(&view, &mut draft, id.as_str(), written)
            .await?
            .is_some()
        {
            let (board, _, _) = load(&view, id).await?;
            return Ok(to_body(&view, &board, "said-related-reviewed"));
        }
    }
    let (board, body, _) = load(&view, id).await?;
    if draft.form.is_right() {
        draft.form.put("version", body.version.to_string());
    }
    let content = pages::review(&view, &board, &body, &draft);
    let title = titled(&view, "related-review", &body);
    Ok(again(&view, &draft, &title, &content))
}
