//! What is out about a case, over all the meetings that dealt with it.

use super::meeting::withdrawn_among;
use super::{Shown, answer, clearance, gone};
use crate::boards::store as boards;
use crate::db::ids::{CaseId, MeetingId};
use crate::db::types::Moment;
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::meetings::store as meetings;
use crate::minutes::decisions::store as decisions;
use crate::public::pages::case::{self as pages, CasePage};
use crate::public::pages::meeting::{self as meeting_pages, Withdrawn};
use crate::public::store;
use crate::web::{View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;

#[expect(clippy::large_enum_variant, reason = "there is one for each answer")]
enum Read {
    Page(Box<CasePage>, Option<Moment>),
    Withdrawn(Withdrawn),
}

fn read(conn: &mut Conn, view: &View, of: &str) -> Result<Read> {
    let of: CaseId = of.parse().map_err(|_not_an_id| Error::NotFound)?;
    let reads = clearance(conn, view)?;
    let items = store::of_cases(conn, &[of], &reads)?;
    let Some(newest) = items.first() else {
        let meetings = store::withdrawn_with(conn, of)?;
        let reader = (&reads, view.reader.is_some());
        let was = withdrawn_among(conn, &meetings, reader, of.cast())?;
        return was.map(Read::Withdrawn).ok_or(Error::NotFound);
    };
    let board = boards::board(conn, newest.board)?;
    let ids: Vec<MeetingId> = items.iter().map(|item| item.meeting).collect();
    let held = meetings::chosen(conn, &ids)?;
    let dissents = store::dissents(conn, ids)?;
    let (former, later) = store::kin(conn, of)?;
    let kin: Vec<CaseId> = former.into_iter().chain(later).collect();
    let mut kin = store::of_cases(conn, &kin, &reads)?;
    // One line a case: the newest of what is out about it.
    let mut told = std::collections::HashSet::new();
    kin.retain(|item| told.insert(item.case));
    let (before, after) = kin.into_iter().partition(|item| item.case == former);
    let products = store::products::of_cases(conn, [of], &reads)?.remove(&of);
    let page = CasePage {
        case: of,
        products: products.unwrap_or_default(),
        board,
        kinds: code_words::list(conn, "meeting_kind")?,
        decided: decisions::of_items(conn, items.iter().map(|item| item.item), &reads)?,
        items,
        dissents,
        held,
        before,
        after,
    };
    let until = store::next_opening(conn, view.now)?;
    Ok(Read::Page(Box::new(page), until))
}

/// The case.
pub async fn show(view: View, path: Path<String>) -> Result<HttpResponse> {
    let (own, of) = (view.clone(), path.into_inner());
    let read = move |conn: &mut Conn| read(conn, &own, &of);
    let (page, until) = match view.app.db.read(read).await? {
        Read::Page(page, until) => (page, until),
        Read::Withdrawn(was) => {
            return Ok(gone(&view, &meeting_pages::withdrawn(&view, &was)));
        }
    };
    let board = view.words(&page.board.name).to_owned();
    let shown = Shown {
        title: pages::title(&view, &page),
        description: view.tv("public-case-about", &[("board", board.into())]),
        path: paths::published_case(page.case),
        content: pages::page(&view, &page),
        feeds: Vec::new(),
        until,
    };
    Ok(answer(&view, &shown))
}
