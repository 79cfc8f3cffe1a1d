//! The address of the search.

use super::pages::{self, Page};
use super::{excerpt, forms, store};
use crate::boards::{Board, store as boards};
use crate::db::ids::BoardId;
use crate::db::{Conn, code_words};
use crate::error::Result;
use crate::web::{Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{Query, ServiceConfig, get};
use std::collections::{BTreeSet, HashMap};

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes.route(paths::SEARCH, get().to(search));
}

/// What the reader may read that has the words.
async fn search(
    view: View,
    reader: Reader,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let (source, now) = (view.app.clearance, view.now);
    let read = move |conn: &mut Conn| {
        let kinds = code_words::list(conn, "case_type")?;
        let subjects = code_words::list(conn, "case_subject")?;
        let mut form = forms::sent(&asked);
        let question = forms::question(&mut form, asked.get("page"), [&kinds, &subjects]);
        let clearance = source(conn, &reader, now)?;
        let found = if form.is_right() {
            store::find(conn, &question, &clearance)?
        } else {
            super::Found::default()
        };
        let boards = boards_of(conn, &reader, &found)?;
        Ok(Page {
            form,
            question,
            found,
            excerpts: Vec::new(),
            boards,
            own: reader
                .roles
                .boards
                .iter()
                .map(|(board, _)| *board)
                .collect(),
            kinds,
            subjects,
        })
    };
    let mut page = view.app.db.read(read).await?;
    let terms = &page.question.terms;
    let hits = page.found.hits.iter();
    page.excerpts = hits
        .map(|hit| excerpt::excerpt(&hit.content, terms))
        .collect();
    let content = pages::page(&view, &page);
    if page.form.is_right() {
        Ok(view.page(&pages::title(&view, &page), &content))
    } else {
        Ok(view.mistaken(&view.t("search"), &content))
    }
}

/// The boards that the reader can choose, and those of the hits.
fn boards_of(
    conn: &mut Conn,
    reader: &Reader,
    found: &super::Found,
) -> Result<HashMap<BoardId, Board>> {
    let own = reader.roles.boards.iter().map(|(board, _)| *board);
    let ids: BTreeSet<BoardId> = own.chain(found.hits.iter().map(|hit| hit.board)).collect();
    let ids: Vec<BoardId> = ids.into_iter().collect();
    let boards = boards::chosen(conn, &ids)?;
    Ok(boards.into_iter().map(|board| (board.id, board)).collect())
}
