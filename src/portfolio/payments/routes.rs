//! Addresses of payments and of the money of products: read by everybody with a role on a board, because payment decides
//! seats (mandate § 4), and kept by the secretariats. Nobody else is shown any of it.

mod money;

pub use money::panel;

use super::pages::form::{self as form_pages, ChangePage};
use super::pages::{self, OnePage, PAGE, YearPage};
use super::plan::{self, Written};
use super::{Payment, Ranked, YEARS, forms, rules, store};
use crate::audit::{self, Happened};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{OrganisationId, ProductId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::{Refusal, store as people, today};
use crate::web::access::{Involved, PaymentKeeper};
use crate::web::{Form, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, Path, Query, ServiceConfig};
use chrono::{Datelike, NaiveDate};
use maud::Markup;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The routes of payments and of the money of products.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::PAYMENTS, web::get().to(year))
        .route(paths::NEW_PAYMENT, web::get().to(new))
        .route(paths::NEW_PAYMENT, web::post().to(add))
        .route(paths::PAYMENTS_OF, web::get().to(one))
        .route(paths::PAYMENT, web::get().to(payment))
        .route(paths::PAYMENT, web::post().to(acted))
        .route(paths::PRODUCT_MONEY, web::get().to(money::page))
        .route(paths::PRODUCT_AMOUNTS, web::get().to(money::amounts))
        .route(paths::PRODUCT_AMOUNTS, web::post().to(money::write_amounts))
        .route(paths::PRODUCT_SPLIT, web::get().to(money::split))
        .route(paths::PRODUCT_SPLIT, web::post().to(money::write_split))
        .route(paths::PRODUCT_WHAT_IF, web::get().to(money::what_if))
        .route(paths::PRODUCT_ACCOUNT, web::get().to(money::document))
        .route(paths::PRODUCT_ACCOUNT_TABLE, web::get().to(money::table));
}

/// The last day of a year, on which organisations have the names that are shown.
fn last_day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default()
}

/// What is asked for in the address; what cannot be is as nothing.
struct Asked {
    year: Option<i32>,
    product: Option<ProductId>,
    page: usize,
}

fn asked(query: &HashMap<String, String>) -> Asked {
    let value = |name: &str| query.get(name).map(|value| value.trim());
    let year = value("year").and_then(|year| year.parse().ok());
    let page: usize = value("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(0);
    Asked {
        year: year.filter(|year| YEARS.contains(year)),
        product: value("product").and_then(|id| id.parse().ok()),
        page,
    }
}

/// What everyone paid in a year; without one, in the latest that anybody paid in.
async fn year(
    view: View,
    Involved(reader): Involved,
    query: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let (asked, now) = (asked(&query), today(view.now).year());
    let may_write = reader.roles.may_change_payments();
    let read = move |conn: &mut Conn| load_year(conn, &asked, now, may_write);
    let page = view.app.db.read(read).await?;
    let content = pages::year(&view, &page);
    Ok(view.page(&view.t("payments"), &content))
}

fn load_year(conn: &mut Conn, asked: &Asked, now: i32, may_write: bool) -> Result<YearPage> {
    let mut years = store::years(conn)?;
    // The latest there is, but none to come.
    let latest = years.iter().find(|year| **year <= now).or(years.first());
    let year = asked.year.or(latest.copied()).unwrap_or(now);
    if !years.contains(&year) {
        years.push(year);
        years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
    }
    let products = store::products(conn)?;
    let known = |id: &ProductId| products.iter().any(|(of, _)| of == id);
    let product = asked.product.filter(known);
    let ranked = places(conn, product, year)?;
    let before = places(conn, product, year - 1)?;
    let last_page = ranked.len().saturating_sub(1) / PAGE;
    let mut page = YearPage {
        year,
        years,
        product,
        products,
        ranked,
        page: asked.page.min(last_page),
        before: before
            .into_iter()
            .map(|one| (one.organisation, one.place))
            .collect(),
        names: HashMap::new(),
        cells: HashMap::new(),
        by_product: store::by_product(conn, year)?,
        frames: store::years::frames_in(conn, year)?,
        may_write,
    };
    let shown: Vec<OrganisationId> = page.shown().iter().map(|one| one.organisation).collect();
    let drawn = page.ranked.iter().take(pages::DRAWN);
    let named: Vec<OrganisationId> = drawn
        .map(|one| one.organisation)
        .chain(shown.iter().copied())
        .collect();
    page.names = people::names_of(conn, &named, last_day(year))?;
    page.cells = store::of_shown(conn, &shown, year)?;
    Ok(page)
}

/// Who paid most, for one product or for all.
fn places(conn: &mut Conn, product: Option<ProductId>, year: i32) -> Result<Vec<Ranked>> {
    Ok(match product {
        Some(product) => rules::ranked(store::paid_for(conn, product, year)?),
        None => rules::ranking(&store::paid(conn, year..=year)?, year),
    })
}

/// What one organisation pays.
async fn one(view: View, Involved(reader): Involved, path: Path<String>) -> Result<HttpResponse> {
    let id: OrganisationId = path.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (may_write, today) = (reader.roles.may_change_payments(), today(view.now));
    let read = move |conn: &mut Conn| {
        let payments = store::of_organisation(conn, id)?;
        let mut names = people::names_of(conn, &[id], today)?;
        let (name, _) = names.remove(&id).ok_or(Error::NotFound)?;
        let years = payments.iter().map(|one| one.year);
        let (first, last) = (years.clone().min(), years.max());
        let mut places = BTreeMap::new();
        if let (Some(first), Some(last)) = (first, last) {
            let paid = store::paid(conn, first..=last)?;
            for year in first..=last {
                let ranking = rules::ranking(&paid, year);
                let own = ranking.into_iter().find(|one| one.organisation == id);
                places.extend(own.map(|own| (year, own)));
            }
        }
        Ok(OnePage {
            organisation: id,
            name,
            products: store::products(conn)?,
            payments,
            places,
            may_write,
        })
    };
    let page = view.app.db.read(read).await?;
    let content = pages::one(&view, &page);
    Ok(view.page(&page.name, &content))
}

/// The form of a new payment.
async fn new(view: View, _who: PaymentKeeper) -> Result<HttpResponse> {
    let year = today(view.now).year().to_string();
    let form = Form::filled([("year", year)]);
    let content = new_page(&view, &form, &[]).await?;
    Ok(view.page(&view.t("payment-new"), &content))
}

async fn new_page(view: &View, form: &Form, happened: &[Happened]) -> Result<Markup> {
    let today = today(view.now);
    let read = move |conn: &mut Conn| {
        let mut organisations = people::organisations(conn, today)?;
        let owners = store::service_owners(conn)?;
        organisations.retain(|one| owners.contains(&one.id));
        Ok((organisations, store::products(conn)?))
    };
    let (organisations, products) = view.app.db.read(read).await?;
    Ok(form_pages::new(
        view,
        form,
        &organisations,
        &products,
        happened,
    ))
}

async fn add(
    view: View,
    PaymentKeeper(reader): PaymentKeeper,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let by = By {
        person: reader.id,
        now: view.now,
    };
    if let Some(written) = forms::payment(&mut form, today(view.now).year()) {
        let tables = Arc::clone(&view.app.office.tables);
        let write = move |conn: &mut Conn| {
            let done = add_checked(conn, written, by)?;
            if done.is_ok() {
                plan::replan(conn, &tables, by.now)?;
            }
            Ok(done)
        };
        match view.app.db.write(write).await? {
            Ok(_id) => {
                let path = paths::payments_in(written.year, None, 0);
                return Ok(view.go_saying(&path, "said-payment-saved"));
            }
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let content = new_page(&view, &form, &[]).await?;
    Ok(view.mistaken(&view.t("payment-new"), &content))
}

/// The product must be one of ours; that the organisation is one follows from its being a service owner.
fn add_checked(conn: &mut Conn, of: Written, by: By) -> Result<Result<RowId, Refusal>> {
    let products = store::products(conn)?;
    if !products.iter().any(|(id, _)| *id == of.product) {
        return Ok(Err(("product", Said::new("form-not-a-choice"))));
    }
    plan::add(conn, of, by)
}

fn row(path: &Path<String>) -> Result<RowId> {
    path.parse().map_err(|_not_an_id| Error::NotFound)
}

async fn load_change(view: &View, id: RowId) -> Result<ChangePage> {
    let today = today(view.now);
    let read = move |conn: &mut Conn| {
        let payment = store::payment(conn, id)?;
        let mut names = people::names_of(conn, &[payment.organisation], today)?;
        let name = names.remove(&payment.organisation);
        Ok(ChangePage {
            payment,
            name: name.map(|(name, _)| name).unwrap_or_default(),
            products: store::products(conn)?,
        })
    };
    view.app.db.read(read).await
}

fn filled(payment: &Payment) -> Form {
    Form::filled([
        ("version", payment.version.to_string()),
        ("amount", payment.ore.typed()),
    ])
}

/// One payment, to be changed or taken away.
async fn payment(view: View, _who: PaymentKeeper, path: Path<String>) -> Result<HttpResponse> {
    let page = load_change(&view, row(&path)?).await?;
    let content = form_pages::change(&view, &page, &filled(&page.payment), &[]);
    Ok(view.page(&page.title(&view), &content))
}

async fn acted(
    view: View,
    PaymentKeeper(reader): PaymentKeeper,
    path: Path<String>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let id = row(&path)?;
    let page = match load_change(&view, id).await {
        Ok(page) => page,
        Err(Error::NotFound) => return taken_away(&view, id, form).await,
        Err(error) => return Err(error),
    };
    let version = form.version();
    let by = By {
        person: reader.id,
        now: view.now,
    };
    let is_removed = form.value("act") == "remove";
    let ore = if is_removed {
        None
    } else {
        forms::needed_amount(&mut form, "amount")
    };
    if !form.is_right() {
        let content = form_pages::change(&view, &page, &form, &[]);
        return Ok(view.mistaken(&page.title(&view), &content));
    }
    let tables = Arc::clone(&view.app.office.tables);
    let write = move |conn: &mut Conn| {
        match ore {
            Some(ore) => plan::change(conn, id, version, ore, by)?,
            None => plan::remove(conn, id, version, by)?,
        }
        plan::replan(conn, &tables, by.now)
    };
    match view.app.db.write(write).await {
        Ok(()) => {
            let path = paths::payments_of(page.payment.organisation);
            let said = if is_removed {
                "said-payment-removed"
            } else {
                "said-payment-saved"
            };
            Ok(view.go_saying(&path, said))
        }
        Err(Error::Stale) => stale(&view, page, form).await,
        Err(Error::NotFound) => taken_away(&view, id, form).await,
        Err(error) => Err(error),
    }
}

/// What was to be changed was taken away meanwhile: what was typed becomes a new one, for whoever still wants it. Where nothing
/// happened since the form was shown, it was never there.
async fn taken_away(view: &View, id: RowId, form: Form) -> Result<HttpResponse> {
    let happened = happened(view, id, form.version()).await?;
    if happened.is_empty() {
        return Err(Error::NotFound);
    }
    let content = new_page(view, &form, &happened).await?;
    Ok(view.stale(&view.t("payment-new"), &content))
}

/// The form again with what happened meanwhile; what was typed stands.
async fn stale(view: &View, page: ChangePage, mut form: Form) -> Result<HttpResponse> {
    let happened = happened(view, page.payment.id, form.version()).await?;
    form.put("version", page.payment.version.to_string());
    if form.value("act") == "remove" {
        form.put("amount", page.payment.ore.typed());
    }
    let content = form_pages::change(view, &page, &form, &happened);
    Ok(view.stale(&page.title(view), &content))
}

/// What happened to a row after the version that a form was filled from.
async fn happened(view: &View, of: RowId, since: i64) -> Result<Vec<Happened>> {
    let read = move |conn: &mut Conn| audit::since(conn, of.as_str(), since);
    view.app.db.read(read).await
}
