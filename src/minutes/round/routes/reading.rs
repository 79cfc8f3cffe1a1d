//! The minutes for those who read them before they are published: the board, and those who were there.

use super::{LONG, by};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, MeetingId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::minutes::access::{ItemAccess, rules as accesses, store as access_store};
use crate::minutes::attendance::plan::lists;
use crate::minutes::publication;
use crate::minutes::round::pages::reading::{self as pages, Reading};
use crate::minutes::round::plan::{self, NewRemark};
use crate::minutes::round::{Remark, Round, Step, rules, store};
use crate::minutes::told::head::Head;
use crate::minutes::told::{Told, ToldItem, cut, document as documents};
use crate::papers::pack::routes::{file_name, made_now};
use crate::web::access::Clearance;
use crate::web::{Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;
use std::collections::HashMap;

/// What minutes say, cut to what a reader may read; with whether there is anything that they read.
#[must_use]
pub fn shown_to(
    told: &Told,
    known: &HashMap<AgendaItemId, ItemAccess>,
    reads: &Clearance,
) -> (Told, bool) {
    let shown = |item: &ToldItem| accesses::shown(known.get(&item.item), reads);
    let cut = cut::cut(told, &shown);
    let reads_any = cut.items.iter().any(|item| item.withheld.is_none());
    (cut, reads_any)
}

/// The version that is read now: the draft, or what was approved.
fn newest(round: &Round) -> i64 {
    round.approved.map_or(round.draft, |one| one.number)
}

fn read(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    of: MeetingId,
    number: Option<i64>,
) -> Result<Reading> {
    let round = store::round(conn, of)?.ok_or(Error::NotFound)?;
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let newest = newest(&round);
    let version = store::version(conn, of, number.unwrap_or(newest))?;
    let known = access_store::of_meeting(conn, of)?;
    let (told, reads_any) = shown_to(&version.told, &known, &reads);
    let keeps = reads.keeps.contains(&round.board);
    let is_inside = reads.is_inside(round.board, of);
    // Once they are approved, whoever is not of the board reads what is published, at its own address.
    if !is_inside && (round.approved.is_some() || !reads_any) {
        return Err(Error::NotFound);
    }
    let mut versions = store::lines(conn, of)?;
    // Drafts before the one that is out are the secretariat's own affair.
    versions.retain(|one| keeps || one.step != Step::Draft || one.number == newest);
    if versions.iter().all(|one| one.number != version.number) {
        return Err(Error::NotFound);
    }
    let lists = lists(conn, of, view.now)?;
    let was_there = rules::was_there(&lists.days, reader.id);
    let mut remarks = store::remarks::of_meeting(conn, of)?;
    let is_closed = |one: &Remark| {
        one.case
            .is_some_and(|case| reads.closed.contains(&case.cast()))
    };
    remarks.retain(|one| one.person == reader.id && !is_closed(one));
    Ok(Reading {
        board: boards::board(conn, round.board)?,
        refusal: rules::may_remark(Some(&round), was_there).err(),
        withdrawn: publication::rules::withdrawn(publication::store::of_meeting(conn, of)?),
        sits: !reader.roles.on(round.board).is_empty(),
        version,
        told,
        round,
        remarks,
        versions,
    })
}

async fn load(view: &View, reader: &Reader, of: &str, number: Option<i64>) -> Result<Reading> {
    let of: MeetingId = of.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (own, reader) = (view.clone(), reader.clone());
    let read = move |conn: &mut Conn| read(conn, &own, &reader, of, number);
    view.app.db.read(read).await
}

/// The minutes as they are now.
pub async fn show(view: View, reader: Reader, path: Path<String>) -> Result<HttpResponse> {
    let page = load(&view, &reader, &path, None).await?;
    let content = pages::page(&view, &page, None);
    Ok(view.page(&pages::title(&page), &content))
}

/// One version of them.
pub async fn version(
    view: View,
    reader: Reader,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let number = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    let page = load(&view, &reader, &path.0, Some(number)).await?;
    let content = pages::page(&view, &page, None);
    Ok(view.page(&pages::title(&page), &content))
}

/// The same to be printed: what is approved says which version it is.
pub async fn document(view: View, reader: Reader, path: Path<String>) -> Result<HttpResponse> {
    let page = load(&view, &reader, &path, None).await?;
    let (board, version, mut told): (&Board, _, _) = (&page.board, &page.version, page.told);
    if version.step != Step::Draft {
        let head = Head::of(version.number, &page.versions, &|at| board.today(at));
        told.facts.push(head.fact(told.language));
        told.facts.extend(head.besides(told.language));
    }
    let on = board.today(version.at);
    let document = documents::document(told, version.step.standing(), on);
    let name = file_name(&document.title);
    made_now(&view, document, &name).await
}

/// Someone who was there asks for a change.
pub async fn remarked(
    view: View,
    reader: Reader,
    path: Path<String>,
    posted: Posted,
) -> Result<HttpResponse> {
    let page = load(&view, &reader, &path, None).await?;
    let mut form = posted.0;
    let of = page.version.meeting;
    let item = form.value("item").to_owned();
    let field = pages::field(&item);
    let content = form.text(&field, LONG);
    if content.is_empty() {
        form.refuse(&field, Said::new("form-needed"));
    }
    form.refuse_numbers(&[&field]);
    if form.is_right() {
        let item = if item.is_empty() {
            None
        } else {
            Some(item.parse().map_err(|_not_an_id| Error::NotFound)?)
        };
        let new = NewRemark {
            id: form
                .value("id")
                .parse()
                .unwrap_or_else(|_none| RowId::new()),
            meeting: of,
            item,
            draft: form.value("draft").parse().unwrap_or(page.version.number),
            content,
        };
        let (own, person) = (view.clone(), reader.clone());
        let write = move |conn: &mut Conn| {
            let reads = (own.app.clearance)(conn, &person, own.now)?;
            plan::remark(conn, &new, &reads, by(&own, &person))
        };
        match view.app.db.write(write).await {
            Ok(()) => {
                let lands = paths::of_meeting(of, "minutes/reading");
                return Ok(view.go_saying(&lands, "said-remark-sent"));
            }
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let content = pages::page(&view, &page, Some(&form));
    Ok(view.mistaken(&pages::title(&page), &content))
}
