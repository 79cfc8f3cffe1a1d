//! Addresses of the cases slice: lists here, the others in the files beside.

mod agenda;
mod case;
mod change;
mod load;
mod officers;
mod propose;

pub use load::choices;

use super::CaseState;
use super::pages::list::{self, List, Queue};
use super::store::{self, around};
use crate::boards::Board;
use crate::db::Conn;
use crate::db::code_words;
use crate::error::Result;
use crate::web::{As, Insider, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{Query, ServiceConfig, get, post};
use std::collections::HashMap;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::BOARD_CASES, get().to(cases))
        .route(paths::NEW_CASE, get().to(propose::new))
        .route(paths::NEW_CASE, post().to(propose::proposed))
        .route(paths::CASE_QUEUE, get().to(queue))
        .route(paths::CASE_SETTINGS, get().to(change::settings))
        .route(paths::CASE_SETTINGS, post().to(change::settled))
        .route(paths::CASE, get().to(case::show))
        .route(paths::CASE_EDIT, get().to(propose::edit))
        .route(paths::CASE_EDIT, post().to(propose::edited))
        .route(paths::CASE_STEP, post().to(case::step))
        .route(paths::CASE_SCHEDULE, get().to(change::schedule))
        .route(paths::CASE_SCHEDULE, post().to(change::scheduled))
        .route(paths::CASE_ASSESSMENT, get().to(change::assessment))
        .route(paths::CASE_ASSESSMENT, post().to(change::assessed))
        .route(paths::CASE_TALK, post().to(case::talk))
        .route(paths::CASE_RECUSAL, post().to(case::own_recusal))
        .route(paths::CASE_RECUSALS, post().to(case::recusal))
        .route(paths::CASE_OFFICERS, post().to(officers::changed))
        .route(paths::AGENDA, get().to(agenda::show))
        .route(paths::AGENDA, post().to(agenda::changed))
        .route(paths::AGENDA_ITEM, get().to(agenda::item))
        .route(paths::AGENDA_ITEM, post().to(agenda::item_changed))
        .route(paths::AGENDA_GUESTS, post().to(agenda::guests));
}

/// The board's cases that the reader may read.
async fn cases(
    view: View,
    who: As<Insider, Board>,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let (board, reader, now) = (who.object, who.reader, view.now);
    let state: Option<CaseState> = asked.get("state").and_then(|code| code.parse().ok());
    let page: i64 = asked
        .get("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(0);
    let page = page.clamp(0, 100_000);
    let source = view.app.clearance;
    let shown = view.app.db.read(move |conn| {
        let clearance = source(conn, &reader, now)?;
        let states = state.map_or_else(|| CaseState::ALL.to_vec(), |state| vec![state]);
        let (cases, has_more) = store::of_board(conn, board.id, &states, &clearance, page)?;
        let may = load::through(conn, &reader, board.id)?.is_some();
        let view = (
            store::counts(conn, board.id, &clearance)?,
            code_words::list(conn, "case_type")?,
            code_words::list(conn, "meeting_kind")?,
            load::meetings(conn, cases.iter().filter_map(|case| case.meeting))?,
        );
        let keeps = reader.roles.is_secretary_of(board.id);
        Ok((board, cases, has_more, view, may, keeps))
    });
    let (board, cases, has_more, (counts, kinds, meeting_kinds, meetings), may, keeps) =
        shown.await?;
    let list = List {
        board: &board,
        cases: &cases,
        counts: &counts,
        state,
        page,
        has_more,
        kinds: &kinds,
        meeting_kinds: &meeting_kinds,
        meetings: &meetings,
        keeps,
        may_propose: may,
    };
    Ok(view.page(&view.t("cases"), &list::page(&view, &list)))
}

/// What waits for the secretariat: the oldest first.
async fn queue(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let (board, reader, now) = (who.object, who.reader, view.now);
    let source = view.app.clearance;
    let shown = view.app.db.read(move |conn: &mut Conn| {
        let clearance = source(conn, &reader, now)?;
        let states = [CaseState::Proposed, CaseState::Postponed];
        let (mut cases, _) = store::of_board(conn, board.id, &states, &clearance, 0)?;
        cases.sort_by_key(|case| (case.state, case.proposed_at));
        let wanted = cases.iter().filter_map(|case| case.facts.wanted_meeting);
        let meetings = load::meetings(conn, wanted)?;
        let proposers = around::names(conn, cases.iter().filter_map(|case| case.proposed_by))?;
        let lists = (
            code_words::list(conn, "case_type")?,
            code_words::list(conn, "case_subject")?,
            code_words::list(conn, "meeting_kind")?,
        );
        Ok((board, cases, meetings, proposers, lists))
    });
    let (board, cases, meetings, proposers, (kinds, subjects, meeting_kinds)) = shown.await?;
    let queue = Queue {
        board: &board,
        cases: &cases,
        kinds: &kinds,
        subjects: &subjects,
        meeting_kinds: &meeting_kinds,
        meetings: &meetings,
        proposers: &proposers,
    };
    Ok(view.page(&view.t("case-queue"), &list::queue(&view, &queue)))
}
