//! What boards have come to, and the search: the same question, answered as a table and as hits.

use super::{Shown, answer, clearance};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{AgendaItemId, BoardId, ProductId};
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::i18n::Said;
use crate::minutes::actions::store::around as actions;
use crate::minutes::decisions::store as decisions;
use crate::public::pages::list::{self as pages, FollowUp, Hits, List, Next};
use crate::public::{OutItem, Question, rules, store};
use crate::search::excerpt;
use crate::search::rules::terms;
use crate::web::access::Clearance;
use crate::web::{Form, View, paths, prose};
use actix_web::HttpResponse;
use actix_web::web::Query;
use chrono::Datelike;
use std::collections::{BTreeSet, HashMap};

/// As much as is read of what was typed, in letters.
const LONGEST: usize = 200;
/// So many stand on a page.
const PAGE: usize = 20;
/// So many hits are counted.
const MOST: usize = 200;

type Asked = HashMap<String, String>;

/// The form as it was sent. It is a part of an address, so anything may stand in it.
fn sent(asked: &Asked) -> Form {
    let value = |name: &'static str| {
        let text = asked.get(name)?;
        Some((name, text.chars().take(LONGEST).collect()))
    };
    let fields = ["text", "board", "product", "year", "outcome", "owner"];
    Form::filled(fields.into_iter().filter_map(value))
}

/// The years to choose from, the newest first.
fn years(conn: &mut Conn, view: &View, reads: &Clearance) -> Result<Vec<i32>> {
    let first = store::first_day(conn, reads)?.map(|day| day.year());
    let last = view.now.utc().year();
    Ok(first.map_or(Vec::new(), |first| (first..=last).rev().collect()))
}

/// The products to choose among: in the register, and in the search where an address asks for one.
fn products(
    conn: &mut Conn,
    (form, is_decided): (&Form, bool),
    reads: &Clearance,
) -> Result<Vec<(ProductId, Words)>> {
    if !is_decided && form.value("product").is_empty() {
        return Ok(Vec::new());
    }
    store::products::named(conn, reads)
}

/// What is chosen in a field; what is no choice is told there, so that nobody takes everything for a part of it.
fn chosen<T>(form: &mut Form, name: &str, find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let asked = form.value(name);
    if asked.is_empty() {
        return None;
    }
    let found = find(asked);
    if found.is_none() {
        form.refuse(name, Said::new("public-unknown-choice"));
    }
    found
}

/// What can be chosen among.
struct Choices<'a> {
    known: &'a [Board],
    products: &'a [(ProductId, Words)],
    years: &'a [i32],
    outcomes: &'a [CodeWord],
}

/// What the form asks for, where it is right.
fn question(form: &mut Form, choices: &Choices<'_>, is_decided: bool) -> Question {
    let Choices {
        known,
        products,
        years,
        outcomes,
    } = choices;
    let board = chosen(form, "board", |id| {
        let id = id.parse::<BoardId>().ok()?;
        known.iter().any(|one| one.id == id).then_some(id)
    });
    let product = chosen(form, "product", |id| {
        let id = id.parse::<ProductId>().ok()?;
        products.iter().any(|(known, _)| *known == id).then_some(id)
    });
    let year = chosen(form, "year", |year| {
        let year = year.parse().ok()?;
        years.contains(&year).then_some(year)
    });
    let outcome = chosen(form, "outcome", |asked| {
        let is_there = outcomes.iter().any(|(code, _)| code == asked);
        is_there.then(|| asked.to_owned())
    });
    let owner = chosen(form, "owner", |asked| asked.parse().ok());
    Question {
        terms: terms(form.value("text")),
        board,
        product,
        year,
        outcome,
        is_decided,
        owner,
    }
}

fn read(conn: &mut Conn, view: &View, asked: &Asked, is_decided: bool) -> Result<List> {
    let reads = clearance(conn, view)?;
    let mut form = sent(asked);
    let known = store::known_boards(conn, &reads)?;
    let known: Vec<Board> = known.into_iter().map(|(board, _)| board).collect();
    let products = products(conn, (&form, is_decided), &reads)?;
    let years = years(conn, view, &reads)?;
    let outcomes = code_words::list(conn, "outcome")?;
    let choices = Choices {
        known: &known,
        products: &products,
        years: &years,
        outcomes: &outcomes,
    };
    let question = question(&mut form, &choices, is_decided);
    let has_words = !form.value("text").trim().is_empty();
    let (items, next, hits) = if !form.is_right() {
        (Vec::new(), None, None)
    } else if has_words || !is_decided {
        let page: Option<usize> = asked.get("page").and_then(|page| page.parse().ok());
        found(conn, &question, &reads, page.unwrap_or(0).min(MOST))?
    } else {
        let after = asked.get("after").and_then(|text| rules::read_place(text));
        let (items, next) = newest(conn, &question, after, &reads)?;
        (items, next, None)
    };
    let ids: BTreeSet<BoardId> = items.iter().map(|item| item.board).collect();
    let ids: Vec<BoardId> = ids.into_iter().collect();
    let of_items = boards::chosen(conn, &ids)?.into_iter();
    let dissents = dissents(conn, &items, is_decided)?;
    let excerpts = items
        .iter()
        .map(|item| {
            let dissent = dissents.get(&item.item).map_or("", String::as_str);
            let text = [item.content.as_str(), &item.conclusion, dissent].map(prose::words);
            excerpt::excerpt(&excerpt::joined(text), &question.terms)
        })
        .collect();
    let follow_up = if is_decided {
        follow_up(conn, &items, &reads)?
    } else {
        FollowUp::default()
    };
    Ok(List {
        boards: of_items.map(|board| (board.id, board)).collect(),
        follow_up,
        is_continued: asked.contains_key("after"),
        form,
        question,
        items,
        with_dissent: dissents.into_keys().collect(),
        excerpts,
        next,
        hits,
        known,
        products,
        years,
        outcomes,
    })
}

/// The dissents of these items, in Markdown. The search is to be quick: it takes them as they were read for its index.
fn dissents(
    conn: &mut Conn,
    items: &[OutItem],
    is_decided: bool,
) -> Result<HashMap<AgendaItemId, String>> {
    if is_decided {
        return store::dissents(conn, items.iter().map(|item| item.meeting));
    }
    store::index::dissents(conn, items.iter().map(|item| item.item))
}

/// What came of these items: in the register alone, as the dissents.
fn follow_up(conn: &mut Conn, items: &[OutItem], reads: &Clearance) -> Result<FollowUp> {
    let ids = || items.iter().map(|item| item.item);
    Ok(FollowUp {
        decided: decisions::of_items(conn, ids(), reads)?,
        actions: actions::standing_of(conn, ids(), reads)?,
    })
}

/// From a place on, with where the next page begins.
fn newest(
    conn: &mut Conn,
    question: &Question,
    after: Option<crate::public::Place>,
    reads: &Clearance,
) -> Result<(Vec<OutItem>, Option<Next>)> {
    let most = i64::try_from(PAGE + 1).unwrap_or(1);
    let mut items = store::listed(conn, question, after, reads, most)?;
    let has_more = items.len() > PAGE;
    items.truncate(PAGE);
    let last = items.last().filter(|_| has_more);
    let next = last.map(|last| Next::After(rules::written(rules::place(last))));
    Ok((items, next))
}

/// A page of what has the words, and how much has.
fn found(
    conn: &mut Conn,
    question: &Question,
    reads: &Clearance,
    page: usize,
) -> Result<(Vec<OutItem>, Option<Next>, Option<Hits>)> {
    let mut ids = store::places(conn, question, reads, MOST + 1)?;
    let has_more = ids.len() > MOST;
    ids.truncate(MOST);
    let own = ids.chunks(PAGE).nth(page).unwrap_or_default();
    let items = store::hits(conn, own, reads)?;
    let is_last = (page + 1).saturating_mul(PAGE) >= ids.len();
    let hits = Hits {
        count: ids.len(),
        has_more,
        page,
    };
    let next = (!is_last).then_some(Next::Page(page + 1));
    Ok((items, next, Some(hits)))
}

async fn load(view: &View, asked: Asked, is_decided: bool) -> Result<(List, Option<Moment>)> {
    let own = view.clone();
    let read = move |conn: &mut Conn| {
        let list = read(conn, &own, &asked, is_decided)?;
        // The years to choose from end with this one.
        let year_ends = rules::year_ends(own.now);
        // What is open under an item is late from the day after it was due.
        let changes = store::changes_on(conn, list.boards.values(), own.now)?;
        Ok((list, changes.into_iter().chain(year_ends).min()))
    };
    view.app.db.read(read).await
}

/// What boards have come to.
pub async fn decisions(view: View, asked: Query<Asked>) -> Result<HttpResponse> {
    let (list, until) = load(&view, asked.into_inner(), true).await?;
    let shown = Shown {
        title: view.t("public-decisions"),
        description: view.t("public-decisions-about"),
        path: paths::PUBLISHED_DECISIONS.to_owned(),
        content: pages::decisions(&view, &list),
        feeds: Vec::new(),
        until,
    };
    Ok(answer(&view, &shown))
}

/// What has the words.
pub async fn search(view: View, asked: Query<Asked>) -> Result<HttpResponse> {
    let (list, until) = load(&view, asked.into_inner(), false).await?;
    let shown = Shown {
        title: pages::search_title(&view, &list),
        description: view.t("public-search-about"),
        path: paths::PUBLISHED_SEARCH.to_owned(),
        content: pages::search(&view, &list),
        feeds: Vec::new(),
        until,
    };
    Ok(answer(&view, &shown))
}
