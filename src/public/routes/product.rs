//! What is published about products, across the boards that give advice on them.

use super::{Shown, answer, clearance};
use crate::boards::{Board, store as boards};
use crate::db::ids::{BoardId, OrganisationId, ProductId};
use crate::db::types::Moment;
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::minutes::round::rules::end_of;
use crate::people::{self, store as people_store};
use crate::portfolio::products::{PHASES, Product, store as products};
use crate::public::pages::product::{self as pages, Known, ProductPage};
use crate::public::subscriptions::routes as subscriptions;
use crate::public::{Question, rules, store};
use crate::web::{View, paths};
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use std::collections::{BTreeSet, HashMap};

/// So many items stand on a page.
const PAGE: usize = 20;

type Asked = HashMap<String, String>;

/// What is told of these products themselves.
fn known(conn: &mut Conn, of: &[Product], now: Moment) -> Result<Known> {
    let today = people::today(now);
    let owners: Vec<OrganisationId> = of.iter().map(|one| one.facts.owner).collect();
    Ok(Known {
        groups: products::groups(conn)?,
        phases: code_words::list(conn, PHASES)?,
        owners: people_store::names_of(conn, &owners, today)?,
        today,
    })
}

/// When time alone changes what is told: at midnight, when a phase may begin, or when something opens.
fn changes_on(conn: &mut Conn, now: Moment) -> Result<Option<Moment>> {
    let midnight = end_of(people::ZONE, people::today(now));
    let opening = store::next_opening(conn, now)?;
    Ok(opening.into_iter().chain([midnight]).min())
}

/// All products that the reader finds something about.
pub async fn list(view: View) -> Result<HttpResponse> {
    let own = view.clone();
    let read = move |conn: &mut Conn| {
        let reads = clearance(conn, &own)?;
        let out = store::products::products(conn, &reads)?;
        let mut all = products::products(conn)?;
        all.retain(|one| out.contains(&one.id));
        let known = known(conn, &all, own.now)?;
        Ok((known, all, changes_on(conn, own.now)?))
    };
    let (known, all, until) = view.app.db.read(read).await?;
    let shown = Shown {
        title: view.t("public-products"),
        description: view.t("public-products-about"),
        path: paths::PUBLISHED_PRODUCTS.to_owned(),
        content: pages::list(&view, &known, &all),
        feeds: Vec::new(),
        until,
    };
    Ok(answer(&view, &shown))
}

fn read(
    conn: &mut Conn,
    view: &View,
    of: &str,
    asked: &Asked,
) -> Result<(ProductPage, Option<Moment>)> {
    let of: ProductId = of.parse().map_err(|_not_an_id| Error::NotFound)?;
    let reads = clearance(conn, view)?;
    if !store::products::has_any(conn, of, &reads)? {
        return Err(Error::NotFound);
    }
    let product = products::product(conn, of)?;
    let question = Question {
        product: Some(of),
        ..Question::default()
    };
    let after = (asked.get("after")).and_then(|text| rules::read_place(text));
    let most = i64::try_from(PAGE + 1).unwrap_or(1);
    let mut items = store::listed(conn, &question, after, &reads, most)?;
    let has_more = items.len() > PAGE;
    items.truncate(PAGE);
    let last = items.last().filter(|_| has_more);
    let next = last.map(|last| rules::written(rules::place(last)));
    let ids: BTreeSet<BoardId> = items.iter().map(|item| item.board).collect();
    let ids: Vec<BoardId> = ids.into_iter().collect();
    let boards = boards::chosen(conn, &ids)?.into_iter();
    let boards: HashMap<BoardId, Board> = boards.map(|board| (board.id, board)).collect();
    let meetings = items.iter().map(|item| item.meeting);
    let page = ProductPage {
        outcomes: code_words::list(conn, "outcome")?,
        with_dissent: store::dissents(conn, meetings)?.into_keys().collect(),
        known: known(conn, std::slice::from_ref(&product), view.now)?,
        own: subscriptions::product_panel(conn, view, of)?,
        is_continued: after.is_some(),
        product,
        items,
        boards,
        next,
    };
    Ok((page, changes_on(conn, view.now)?))
}

/// One product: what it is, and what is out about its cases.
pub async fn show(view: View, path: Path<String>, asked: Query<Asked>) -> Result<HttpResponse> {
    let (own, of, asked) = (view.clone(), path.into_inner(), asked.into_inner());
    let read = move |conn: &mut Conn| read(conn, &own, &of, &asked);
    let (page, until) = view.app.db.read(read).await?;
    let name = view.words(&page.product.facts.name).to_owned();
    let shown = Shown {
        description: view.tv("public-about-product", &[("product", name.as_str().into())]),
        title: name,
        path: paths::published_product(page.product.id),
        content: pages::page(&view, &page),
        feeds: Vec::new(),
        until,
    };
    Ok(answer(&view, &shown))
}
