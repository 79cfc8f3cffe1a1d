//! Two versions beside each other, and a board as it is beside what a version would make of it. Nothing is saved and nobody is
//! told: both are addresses that can be kept and sent.

use super::{lists, shown, write};
use crate::boards::rules::{in_force, versions};
use crate::boards::{Board, BoardData, Mandate, Refusal, Sees, store as boards};
use crate::composition::pages::Names;
use crate::composition::store as composition;
use crate::db::Conn;
use crate::db::ids::{MandateId, MeetingId, OrganisationId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::mandates::pages::difference::{self as difference_pages, DifferencePage, OneVersion};
use crate::mandates::pages::what_if::{self as what_if_pages, Answer, Asked, WhatIfPage};
use crate::mandates::{Sides, Wish, forms, plan, rules, store};
use crate::meetings::store::{self as meetings, around};
use crate::meetings::{Meeting, MeetingState};
use crate::people::store as people;
use crate::web::access::Right;
use crate::web::{As, Form, Insider, Keeper, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use chrono::{Datelike, Months, NaiveDate};
use std::collections::HashMap;

/// How far what would be is looked at.
const AHEAD: Months = Months::new(36);
/// As many days, and as many meetings, as a page holds.
const MOST_DAYS: usize = 60;

/// A version with its document.
fn one(conn: &mut Conn, board: &Board, of: Mandate) -> Result<OneVersion> {
    Ok(OneVersion {
        document: store::document(conn, board, of.id)?,
        mandate: of,
    })
}

/// What differs from the version before it, or from the one that is asked for.
pub(super) async fn difference(
    view: View,
    who: As<Sees, Mandate>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    shown(&who.reader, &who.object)?;
    let (of, keeps) = (
        who.object.clone(),
        Keeper::has(&who.reader.roles, who.object.board),
    );
    let with: Option<MandateId> = asked.get("with").and_then(|id| id.parse().ok());
    let read = move |conn: &mut Conn| {
        let board = boards::board(conn, of.board)?;
        let mut others = boards::versions(conn, of.board)?;
        others.retain(|it| it.id != of.id && (keeps || it.state.is_shown()));
        let before = others.iter().rfind(|it| it.period.from < of.period.from);
        let chosen = with.and_then(|id| others.iter().find(|it| it.id == id));
        let other = chosen.or(before).or(others.first()).cloned();
        let (mut older, mut newer) = match other {
            Some(other) => (
                Some(one(conn, &board, other)?),
                one(conn, &board, of.clone())?,
            ),
            None => (None, one(conn, &board, of.clone())?),
        };
        if let Some(it) = &mut older
            && it.mandate.period.from > newer.mandate.period.from
        {
            std::mem::swap(it, &mut newer);
        }
        Ok(DifferencePage {
            of: of.id,
            others: others.into_iter().map(|it| (it.id, it.label)).collect(),
            lists: lists(conn)?,
            board,
            older,
            newer,
        })
    };
    let page = view.app.db.read(read).await?;
    let content = difference_pages::page(&view, &page);
    Ok(view.page(&view.t("mandate-difference"), &content))
}

/// What a version would change. Where no day is asked for, the form stands alone, filled with what the version has.
pub(super) async fn what_if(
    view: View,
    who: As<Sees, Mandate>,
    Query(typed): Query<Vec<(String, String)>>,
) -> Result<HttpResponse> {
    shown(&who.reader, &who.object)?;
    let base = who.object.clone();
    let board = super::board_of(&view, &base).await?;
    let is_asked = typed.iter().any(|(name, _)| name == "from");
    let mut form = if is_asked {
        Form::new(typed)
    } else {
        forms::filled_wish(&base)
    };
    let is_whole = is_asked || !form.value("from").is_empty();
    let wish = if is_whole {
        forms::read_wish(&mut form, &base)
    } else {
        None
    };
    let mut asked = None;
    if let Some(wish) = wish {
        match load(&view, &who.reader, &base, wish).await? {
            Ok(found) => asked = Some(found),
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let answer = asked.as_ref().map(answer);
    let page = WhatIfPage {
        board: &board,
        base: &base,
        form: &form,
        asked: asked.as_ref().zip(answer.as_ref()),
        keeps: Keeper::has(&who.reader.roles, base.board),
    };
    let status = if form.is_right() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(what_if_page(&view, &page, status))
}

fn what_if_page(view: &View, page: &WhatIfPage<'_>, status: StatusCode) -> HttpResponse {
    let content = what_if_pages::page(view, page);
    view.page_with(status, &view.t("mandate-what-if"), &content)
}

/// The numbers that were asked about become the draft's.
pub(super) async fn use_numbers(
    view: View,
    who: As<Keeper, Mandate>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let (base, version) = (who.object.clone(), form.version());
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(wish) = forms::read_wish(&mut form, &base) {
        let of = base.id;
        let done = write(&view, &who.reader, base.board, move |conn, by| {
            plan::use_numbers(conn, by, (of, version), &wish)
        });
        match done.await? {
            Ok(()) => return Ok(view.go_saying(&paths::mandate(of), "said-mandate-changed")),
            Err(Refusal::Because("act", said)) => form.notice = Some(said),
            Err(Refusal::Because(field, said)) => form.refuse(field, said),
            Err(Refusal::Stale) => {
                form.notice = Some(Said::new("error-stale"));
                status = StatusCode::CONFLICT;
            }
        }
    }
    let board = super::board_of(&view, &base).await?;
    let page = WhatIfPage {
        board: &board,
        base: &base,
        form: &form,
        asked: None,
        keeps: true,
    };
    Ok(what_if_page(&view, &page, status))
}

type Refused = (&'static str, Said);

async fn load(
    view: &View,
    reader: &Reader,
    base: &Mandate,
    wish: Wish,
) -> Result<std::result::Result<Asked, Refused>> {
    let (base, now) = (base.clone(), view.now);
    // Whoever keeps the board without a role on it does not open its meetings.
    let opens = Insider::has(&reader.roles, base.board);
    let read = move |conn: &mut Conn| {
        let all = boards::versions(conn, base.board)?;
        let then = match rules::what_if::wished(&base, &all, &wish, MandateId::new()) {
            Ok(then) => then,
            Err(refused) => return Ok(Err(refused)),
        };
        let data = boards::data(conn, base.board)?;
        let today = data.board.today(now);
        let until = today.checked_add_months(AHEAD).ok_or(Error::NotFound)?;
        let first = today.min(wish.from);
        let facts = composition::facts(conn, &data.board, first)?;
        let by = versions::with(&data.mandates, &then);
        let then_facts = composition::facts_by(conn, &data.board, by.clone(), first)?;
        let mut planned = Vec::new();
        if opens {
            planned = meetings::between(conn, base.board, today, until)?;
            planned.retain(|it| it.state != MeetingState::Cancelled);
            planned.truncate(MOST_DAYS);
        }
        let mut ids: Vec<OrganisationId> = then_facts.organisations.keys().copied().collect();
        ids.extend(facts.organisations.keys());
        ids.extend(then_facts.payments.iter().map(|paid| paid.organisation));
        ids.sort_unstable();
        ids.dedup();
        let names: Names = people::names_of(conn, &ids, today)?;
        let by_year = around::ordinary_by_year(conn, base.board, today.year())?;
        Ok(Ok(Asked {
            lists: lists(conn)?,
            meeting_kinds: around::kinds(conn)?,
            names,
            by_year,
            planned,
            today,
            until,
            from: wish.from,
            has_numbers: wish.has_numbers(),
            then: Sides {
                data: BoardData {
                    mandates: by,
                    ..data.clone()
                },
                facts: then_facts,
            },
            now: Sides { data, facts },
        }))
    };
    view.app.db.read(read).await
}

fn answer(asked: &Asked) -> Answer<'_> {
    let days: Vec<(NaiveDate, MeetingId)> = asked
        .planned
        .iter()
        .map(|it| (it.first_day(), it.id))
        .collect();
    let (now, then) = (&asked.now, &asked.then);
    let start = asked.today.max(asked.from);
    let this_year = asked.today.with_ordinal(1).unwrap_or(asked.today);
    let mut forecast =
        crate::composition::rules::forecast(&then.facts, start, asked.until.max(start), &days);
    let left_out = forecast.len().saturating_sub(MOST_DAYS);
    forecast.truncate(MOST_DAYS);
    let later: Vec<Meeting> = asked
        .planned
        .iter()
        .filter(|it| it.first_day() >= asked.from)
        .cloned()
        .collect();
    Answer {
        counts_today: in_force(&now.data.mandates, asked.from),
        days: rules::what_if::days(&now.facts, &then.facts, (asked.from, asked.until), &days),
        forecast,
        left_out,
        seats_over: (
            rules::what_if::seats_over(&now.facts, asked.from),
            rules::what_if::seats_over(&then.facts, asked.from),
        ),
        deadlines: rules::what_if::other_deadlines(&later, &now.data, &then.data),
        years: rules::what_if::years(
            asked.from.max(this_year),
            &asked.by_year,
            &now.data,
            &then.data,
        ),
    }
}
