//! Addresses of a product's money in a year.

use super::{happened, last_day};
use crate::audit::Happened;
use crate::cases::plan::By;
use crate::db::ids::{OrganisationId, ProductId, RowId};
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::papers::pack::routes::{file_name, made_now};
use crate::people::{Organisation, store as people, today};
use crate::portfolio::payments::pages::money::{self as pages, MoneyPage};
use crate::portfolio::payments::plan::{self, On};
use crate::portfolio::payments::rules::{Account, account};
use crate::portfolio::payments::statement::{self, Statement};
use crate::portfolio::payments::{YEARS, forms, store};
use crate::web::access::{Involved, PaymentKeeper};
use crate::web::download::disposition;
use crate::web::{Form, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{Path, Query};
use chrono::Datelike;
use maud::Markup;
use std::collections::BTreeSet;

type At = Path<(String, String)>;
type AtTertial = Path<(String, String, String)>;

/// The list of what is set aside.
const KINDS: &str = "frame_kind";

/// The product and the year in a path.
fn place(product: &str, year: &str) -> Result<(ProductId, i32)> {
    let product = product.parse().map_err(|_not_an_id| Error::NotFound)?;
    let year = year.parse().ok().filter(|year| YEARS.contains(year));
    Ok((product, year.ok_or(Error::NotFound)?))
}

/// A product's year, the row that its changes are told of, and everyone who may share its cost.
struct Loaded {
    page: MoneyPage,
    row: Option<RowId>,
    organisations: Vec<Organisation>,
}

fn load_in(conn: &mut Conn, view: &View, reader: &Reader, of: (ProductId, i32)) -> Result<Loaded> {
    let (product, year) = of;
    let products = store::products(conn)?;
    let named = products.into_iter().find(|(id, _)| *id == product);
    let (_, name) = named.ok_or(Error::NotFound)?;
    let (row, of) = store::years::of(conn, product, year)?;
    let among = of.split.iter().flat_map(|split| &split.among);
    let among: Vec<OrganisationId> = among.copied().collect();
    let mut years: BTreeSet<i32> = store::years::years_of(conn, product)?.into_iter().collect();
    let now = today(view.now).year();
    let beside = [year, now, now + 1].into_iter();
    years.extend(beside.filter(|year| YEARS.contains(year)));
    let page = MoneyPage {
        product: name,
        of,
        kinds: code_words::list(conn, KINDS)?,
        paid: store::paid_for(conn, product, year)?,
        names: people::names_of(conn, &among, last_day(year))?,
        years,
        may_write: reader.roles.may_change_payments(),
    };
    Ok(Loaded {
        page,
        row,
        organisations: Vec::new(),
    })
}

async fn load(view: &View, reader: &Reader, of: (&str, &str)) -> Result<Loaded> {
    let of = place(of.0, of.1)?;
    let (own, reader) = (view.clone(), reader.clone());
    let read = move |conn: &mut Conn| load_in(conn, &own, &reader, of);
    view.app.db.read(read).await
}

/// The money of a product this year, on the product's own page.
pub fn panel(conn: &mut Conn, view: &View, reader: &Reader, of: ProductId) -> Result<Markup> {
    let year = today(view.now).year();
    let loaded = load_in(conn, view, reader, (of, year))?;
    Ok(pages::panel(view, &loaded.page))
}

/// The same with every organisation, for a form that chooses among them.
async fn load_all(view: &View, reader: &Reader, of: (&str, &str)) -> Result<Loaded> {
    let mut loaded = load(view, reader, of).await?;
    let today = today(view.now);
    let read = move |conn: &mut Conn| people::organisations(conn, today);
    loaded.organisations = view.app.db.read(read).await?;
    let named = loaded.organisations.iter();
    let named = named.map(|one| (one.id, (one.name.clone(), one.short_name.clone())));
    let named: Vec<_> = named.collect();
    for (id, names) in named {
        loaded.page.names.entry(id).or_insert(names);
    }
    Ok(loaded)
}

fn ids(of: &[Organisation]) -> BTreeSet<OrganisationId> {
    of.iter().map(|one| one.id).collect()
}

/// What is set aside, what was spent, how the cost is shared.
pub async fn page(view: View, Involved(reader): Involved, at: At) -> Result<HttpResponse> {
    let loaded = load(&view, &reader, (&at.0, &at.1)).await?;
    let content = pages::page(&view, &loaded.page);
    Ok(view.page(&loaded.page.title(&view), &content))
}

pub async fn amounts(
    view: View,
    PaymentKeeper(reader): PaymentKeeper,
    at: At,
) -> Result<HttpResponse> {
    let page = load(&view, &reader, (&at.0, &at.1)).await?.page;
    let form = forms::filled_amounts(&page.of, &page.kinds);
    let content = pages::amounts(&view, &page, &form, &[]);
    Ok(view.page(&view.t("money-write"), &content))
}

/// Of which product and year a form is, by whom it is written.
fn on(page: &MoneyPage, form: &Form, reader: &Reader, view: &View) -> (On, By) {
    let on = On {
        product: page.of.product,
        year: page.of.year,
        version: form.version(),
    };
    let by = By {
        person: reader.id,
        now: view.now,
    };
    (on, by)
}

fn done(view: &View, page: &MoneyPage) -> HttpResponse {
    let path = paths::product_money(page.of.product, page.of.year, "");
    view.go_saying(&path, "said-money-saved")
}

pub async fn write_amounts(
    view: View,
    PaymentKeeper(reader): PaymentKeeper,
    at: At,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let loaded = load(&view, &reader, (&at.0, &at.1)).await?;
    let page = loaded.page;
    let (frames, spent) = forms::amounts(&mut form, &page.kinds);
    if !form.is_right() {
        let content = pages::amounts(&view, &page, &form, &[]);
        return Ok(view.mistaken(&view.t("money-write"), &content));
    }
    let (on, by) = on(&page, &form, &reader, &view);
    let write = move |conn: &mut Conn| plan::put_amounts(conn, on, &frames, &spent, by);
    match view.app.db.write(write).await {
        Ok(()) => Ok(done(&view, &page)),
        Err(Error::Stale) => {
            let happened = told(&view, loaded.row, &form).await?;
            form.put("version", page.of.version.to_string());
            let content = pages::amounts(&view, &page, &form, &happened);
            Ok(view.stale(&view.t("money-write"), &content))
        }
        Err(error) => Err(error),
    }
}

async fn told(view: &View, row: Option<RowId>, form: &Form) -> Result<Vec<Happened>> {
    match row {
        Some(row) => happened(view, row, form.version()).await,
        None => Ok(Vec::new()),
    }
}

pub async fn split(
    view: View,
    PaymentKeeper(reader): PaymentKeeper,
    at: At,
) -> Result<HttpResponse> {
    let loaded = load_all(&view, &reader, (&at.0, &at.1)).await?;
    let form = forms::filled_split(&loaded.page.of);
    let content = pages::split_form(&view, &loaded.page, &loaded.organisations, &form, &[]);
    Ok(view.page(&view.t("split-write"), &content))
}

pub async fn write_split(
    view: View,
    PaymentKeeper(reader): PaymentKeeper,
    at: At,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let loaded = load_all(&view, &reader, (&at.0, &at.1)).await?;
    let (page, all) = (loaded.page, loaded.organisations);
    let split = if form.value("act") == "remove" {
        None
    } else {
        forms::split(&mut form, &ids(&all))
    };
    if form.is_right() {
        let (on, by) = on(&page, &form, &reader, &view);
        let write = move |conn: &mut Conn| plan::put_split(conn, on, split.as_ref(), by);
        match view.app.db.write(write).await {
            Ok(()) => return Ok(done(&view, &page)),
            Err(Error::Stale) => {
                let happened = told(&view, loaded.row, &form).await?;
                if form.value("act") == "remove" {
                    form = forms::filled_split(&page.of);
                }
                form.put("version", page.of.version.to_string());
                let content = pages::split_form(&view, &page, &all, &form, &happened);
                return Ok(view.stale(&view.t("split-write"), &content));
            }
            Err(Error::Refused(said)) => form.refuse("among", said),
            Err(error) => return Err(error),
        }
    }
    let content = pages::split_form(&view, &page, &all, &form, &[]);
    Ok(view.mistaken(&view.t("split-write"), &content))
}

/// Another way of sharing beside today's; the form begins with today's.
pub async fn what_if(
    view: View,
    Involved(reader): Involved,
    at: At,
    query: Query<Vec<(String, String)>>,
) -> Result<HttpResponse> {
    let loaded = load_all(&view, &reader, (&at.0, &at.1)).await?;
    let (page, all) = (&loaded.page, &loaded.organisations);
    let mut form = Form::new(query.into_inner());
    let mut then = None;
    if form.value("way").is_empty() && form.value("sum").is_empty() {
        form = forms::filled_split(&page.of);
    } else if let Some(split) = forms::split(&mut form, &ids(all)) {
        match page.shared(split.way, split.sum, &split.among) {
            Ok(shares) => then = Some((split, shares)),
            Err(why) => form.refuse("among", why.said()),
        }
    }
    let shown = then
        .as_ref()
        .map(|(split, shares)| (split, shares.as_slice()));
    let content = pages::what_if(&view, page, all, &form, shown);
    let title = view.t("split-what-if");
    Ok(if form.is_right() {
        view.page(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}

async fn load_account(
    view: &View,
    reader: &Reader,
    at: &AtTertial,
) -> Result<(MoneyPage, Account)> {
    let page = load(view, reader, (&at.0, &at.1)).await?.page;
    let tertial = at.2.parse().map_err(|_not_one| Error::NotFound)?;
    let account = account(&page.of, tertial).ok_or(Error::NotFound)?;
    Ok((page, account))
}

/// The account to the end of a tertial as a document, to be filed.
pub async fn document(
    view: View,
    Involved(reader): Involved,
    at: AtTertial,
) -> Result<HttpResponse> {
    let (page, account) = load_account(&view, &reader, &at).await?;
    let of = Statement { of: &page, account };
    let document = statement::document(&view, &of);
    let name = file_name(&document.title);
    made_now(&view, document, &name).await
}

/// The same as a table.
pub async fn table(view: View, Involved(reader): Involved, at: AtTertial) -> Result<HttpResponse> {
    let (page, account) = load_account(&view, &reader, &at).await?;
    let of = Statement { of: &page, account };
    let name = file_name(&of.title(&view)).replace(".pdf", ".csv");
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header((CONTENT_DISPOSITION, disposition(&name, false)))
        .body(statement::table(&view, &of)))
}
