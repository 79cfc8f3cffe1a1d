//! Addresses of products: reading them here, keeping them in the files beside.

mod case;
mod edit;
mod groups;

pub use case::{on_board, panel};

use super::pages::Draft;
use super::pages::list::{self, List};
use super::pages::one::{self, OnePage};
use super::rules;
use super::store;
use super::{About, PHASES, Product};
use crate::audit;
use crate::boards::{Board, store as boards};
use crate::cases::Case;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{BoardId, CaseId, MeetingId, OrganisationId, ProductId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::store as meetings;
use crate::people::{Refusal, store as people, today};
use crate::portfolio::payments::routes as payments;
use crate::web::access::{Clearance, Involved};
use crate::web::{Form, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, Query, ServiceConfig};
use maud::Markup;
use std::collections::{BTreeMap, BTreeSet};

/// A part of a product's page that stands beside the register, such as money; nothing where the reader may see nothing.
pub type ProductPanel = fn(&mut Conn, &View, &Reader, ProductId) -> Result<Markup>;

/// What else stands on a product's page, in this order.
const PANELS: [ProductPanel; 1] = [payments::panel];

type Asked = Query<BTreeMap<String, String>>;

/// The routes of products.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::PRODUCTS, web::get().to(by_group))
        .route(paths::PRODUCTS_UNTREATED, web::get().to(untreated))
        .route(paths::NEW_PRODUCT, web::get().to(edit::new))
        .route(paths::NEW_PRODUCT, web::post().to(edit::add))
        .route(paths::PRODUCT_EDIT, web::get().to(edit::edit))
        .route(paths::PRODUCT_EDIT, web::post().to(edit::change))
        .route(paths::PRODUCT_PHASES, web::get().to(edit::new_phase))
        .route(paths::PRODUCT_PHASES, web::post().to(edit::add_phase))
        .route(paths::PRODUCT_PHASE, web::get().to(edit::phase))
        .route(paths::PRODUCT_PHASE, web::post().to(edit::change_phase))
        .route(paths::PRODUCT_STRATEGIES, web::get().to(edit::new_strategy))
        .route(
            paths::PRODUCT_STRATEGIES,
            web::post().to(edit::add_strategy),
        )
        .route(paths::PRODUCT_STRATEGY, web::get().to(edit::strategy))
        .route(
            paths::PRODUCT_STRATEGY,
            web::post().to(edit::change_strategy),
        )
        .route(paths::PRODUCT, web::get().to(show))
        .route(paths::PRODUCT_GROUPS, web::get().to(groups::list))
        .route(paths::NEW_PRODUCT_GROUP, web::get().to(groups::new))
        .route(paths::NEW_PRODUCT_GROUP, web::post().to(groups::add))
        .route(paths::PRODUCT_GROUP, web::get().to(groups::edit))
        .route(paths::PRODUCT_GROUP, web::post().to(groups::change))
        .route(paths::CASE_PRODUCTS, web::get().to(case::choose))
        .route(paths::CASE_PRODUCTS, web::post().to(case::chosen));
}

/// Whether this reader keeps the register.
fn keeps(reader: &Reader) -> bool {
    reader.roles.administrator || reader.roles.is_secretary_somewhere()
}

/// By what each is called in the reader's language.
fn sort(view: &View, products: &mut [Product]) {
    products.sort_by_cached_key(|one| (view.words(&one.facts.name).to_lowercase(), one.id));
}

fn load_list(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    board: Option<BoardId>,
) -> Result<List> {
    let today = today(view.now);
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let mut products = store::products(conn)?;
    sort(view, &mut products);
    let owners: BTreeSet<OrganisationId> = products.iter().map(|one| one.facts.owner).collect();
    let owners: Vec<OrganisationId> = owners.into_iter().collect();
    Ok(List {
        groups: store::groups(conn)?,
        products,
        phases: code_words::list(conn, PHASES)?,
        owners: people::names_of(conn, &owners, today)?,
        last_treated: store::last_treated(conn, &reads, today, board)?,
        today,
        keeps: keeps(reader),
    })
}

/// All of them, by group.
async fn by_group(view: View, Involved(reader): Involved) -> Result<HttpResponse> {
    let own = view.clone();
    let read = move |conn: &mut Conn| load_list(conn, &own, &reader, None);
    let list = view.app.db.read(read).await?;
    Ok(view.page(&view.t("products"), &list::page(&view, &list)))
}

/// What was not treated for long, by any board or by one of the reader's.
async fn untreated(view: View, Involved(reader): Involved, query: Asked) -> Result<HttpResponse> {
    let mut form = Form::new(query.into_inner().into_iter().collect());
    let own: BTreeSet<BoardId> = reader
        .roles
        .boards
        .iter()
        .map(|(board, _)| *board)
        .collect();
    let board: Option<BoardId> = form.choice_or_none("board");
    if board.is_some_and(|board| !own.contains(&board)) {
        form.refuse("board", Said::new("form-not-a-choice"));
    }
    let board = board.filter(|board| own.contains(board));
    let (drawn, own) = (view.clone(), own.into_iter().collect::<Vec<_>>());
    let read = move |conn: &mut Conn| {
        let list = load_list(conn, &drawn, &reader, board)?;
        Ok((list, boards::chosen(conn, &own)?))
    };
    let (mut list, mut boards) = view.app.db.read(read).await?;
    boards.sort_by_cached_key(|board| (view.words(&board.name).to_lowercase(), board.id));
    let order: Vec<String> = list.phases.iter().map(|(code, _)| code.clone()).collect();
    let today = list.today;
    (list.products).retain(|one| !rules::has_ended(&one.phases, &order, today));
    let last = std::mem::take(&mut list.last_treated);
    rules::longest_first(&mut list.products, |one| last.get(&one.id).copied());
    list.last_treated = last;
    let content = list::untreated(&view, &list, &boards, &form);
    Ok(view.page(&view.t("products-untreated"), &content))
}

fn id_in(path: &str) -> Result<ProductId> {
    path.parse().map_err(|_not_an_id| Error::NotFound)
}

/// One of them.
async fn show(
    view: View,
    Involved(reader): Involved,
    path: Path<String>,
    query: Asked,
) -> Result<HttpResponse> {
    let id = id_in(&path)?;
    let page: i64 = query
        .get("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(0);
    let (own, page) = (view.clone(), page.clamp(0, 100_000));
    let read = move |conn: &mut Conn| load_one(conn, &own, &reader, (id, page));
    let page = view.app.db.read(read).await?;
    let name = view.words(&page.product.facts.name);
    Ok(view.page(name, &one::page(&view, &page)))
}

fn load_one(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    (id, page): (ProductId, i64),
) -> Result<OnePage> {
    let today = today(view.now);
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let product = store::product(conn, id)?;
    let group = store::group(conn, product.facts.group)?;
    let owner = people::names_of(conn, &[product.facts.owner], today)?;
    let owner = owner.into_values().next().map(|(name, _short)| name);
    let (cases, has_more) = store::cases_about(conn, id, &reads, page)?;
    let ids: Vec<CaseId> = cases.iter().map(|case| case.id).collect();
    let mut outcomes = store::outcomes(conn, &ids, &reads)?;
    let held: BTreeSet<MeetingId> = cases.iter().filter_map(|case| case.meeting).collect();
    let held: Vec<MeetingId> = held.into_iter().collect();
    let of: BTreeSet<BoardId> = cases.iter().map(|case| case.board).collect();
    let of: Vec<BoardId> = of.into_iter().collect();
    let of: Vec<Board> = boards::chosen(conn, &of)?;
    let opens = opens(&cases, reader, &reads);
    let about = cases.into_iter().map(|case| About {
        outcomes: outcomes.remove(&case.id).unwrap_or_default(),
        case,
    });
    let found = meetings::chosen(conn, &held)?.into_iter();
    let panels = PANELS.iter().map(|panel| panel(conn, view, reader, id));
    let panels = panels.collect::<Result<Vec<Markup>>>()?;
    Ok(OnePage {
        group: view.words(&group.name).to_owned(),
        owner: owner.unwrap_or_default(),
        phases: code_words::list(conn, PHASES)?,
        about: about.collect(),
        page,
        has_more,
        meetings: found.map(|one| (one.id, one)).collect(),
        meeting_kinds: code_words::list(conn, "meeting_kind")?,
        boards: of.into_iter().map(|board| (board.id, board)).collect(),
        opens,
        last_treated: store::last_treated(conn, &reads, today, None)?
            .get(&id)
            .copied(),
        today,
        keeps: keeps(reader),
        panels,
        product,
    })
}

/// The meetings of these cases whose agenda the reader may open.
fn opens(cases: &[Case], reader: &Reader, reads: &Clearance) -> BTreeSet<MeetingId> {
    let at = cases.iter().filter_map(|case| {
        let at = case.meeting?;
        let has_role = !reader.roles.on(case.board).is_empty();
        (has_role || reads.called_to.contains(&at)).then_some(at)
    });
    at.collect()
}

/// What became of a write: what it gave, or none where it is shown again with what is wrong.
async fn settled<T>(
    view: &View,
    draft: &mut Draft,
    object: String,
    written: Result<Result<T, Refusal>>,
) -> Result<Option<T>> {
    match written {
        Ok(Ok(done)) => return Ok(Some(done)),
        Ok(Err((field, said))) => draft.form.refuse(field, said),
        Err(Error::Refused(said)) => draft.form.notice = Some(said),
        Err(Error::Stale) => {
            let since = draft.form.version();
            let read = move |conn: &mut Conn| audit::since(conn, &object, since);
            draft.happened = view.app.db.read(read).await?;
            draft.is_stale = true;
        }
        Err(error) => return Err(error),
    }
    Ok(None)
}

/// The page of a form that was not saved.
fn again(view: &View, draft: &Draft, title: &str, content: &Markup) -> HttpResponse {
    if draft.is_stale || draft.is_kept {
        view.stale(title, content)
    } else {
        view.mistaken(title, content)
    }
}
