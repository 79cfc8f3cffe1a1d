//! What is paid, read by everybody with a role on a board: the ranking of a year with its picture and table, and what one
//! organisation pays.

pub mod form;
pub mod money;

use super::rules::{BUDGET, FRAME};
use super::{Ore, Payment, Ranked};
use crate::db::ids::{OrganisationId, ProductId};
use crate::db::types::Words;
use crate::web::pictures::{AmountBar, AmountBars};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::{BTreeMap, HashMap};

/// How many organisations stand on a page.
pub const PAGE: usize = 50;
/// How many the picture shows.
pub const DRAWN: usize = 15;

/// Names and short names by organisation.
pub type Names = HashMap<OrganisationId, (String, String)>;
/// Every product with its name.
pub type Products = Vec<(ProductId, Words)>;

/// What an organisation is called.
#[must_use]
pub fn name_of(names: &Names, of: OrganisationId) -> &str {
    names.get(&of).map_or("–", |(name, _)| name.as_str())
}

/// What it is called where there is little room.
fn short_name_of(names: &Names, of: OrganisationId) -> &str {
    let named = names.get(&of);
    let short = named.filter(|(_, short)| !short.is_empty());
    short.map_or_else(|| name_of(names, of), |(_, short)| short.as_str())
}

/// What a product is called.
#[must_use]
pub fn product_name<'a>(view: &View, products: &'a Products, of: ProductId) -> &'a str {
    let found = products.iter().find(|(id, _)| *id == of);
    found.map_or("–", |(_, name)| view.words(name))
}

/// An amount that does not break over two lines.
#[must_use]
pub fn money(view: &View, ore: Ore) -> Markup {
    html! { span class="nowrap" { (ore.written(view.language)) } }
}

/// What everyone paid in a year.
pub struct YearPage {
    pub year: i32,
    /// Those in which anybody paid, and the one that is shown; the latest first.
    pub years: Vec<i32>,
    /// The product that is asked for, if any.
    pub product: Option<ProductId>,
    pub products: Products,
    /// Everyone, the largest first.
    pub ranked: Vec<Ranked>,
    pub page: usize,
    /// The places of the year before.
    pub before: HashMap<OrganisationId, usize>,
    pub names: Names,
    /// What those on the page paid, product by product.
    pub cells: HashMap<(OrganisationId, ProductId), Ore>,
    /// What was paid for each product by all.
    pub by_product: BTreeMap<ProductId, Ore>,
    pub frames: BTreeMap<(ProductId, String), Ore>,
    pub may_write: bool,
}

impl YearPage {
    /// Those on the page.
    #[must_use]
    pub fn shown(&self) -> &[Ranked] {
        let from = self.page.saturating_mul(PAGE).min(self.ranked.len());
        let until = from.saturating_add(PAGE).min(self.ranked.len());
        &self.ranked[from..until]
    }

    fn total(&self) -> Ore {
        Ore::sum(self.ranked.iter().map(|one| one.ore))
    }

    /// The products that somebody paid for, those asked for.
    fn columns(&self) -> Vec<ProductId> {
        if self.product.is_some() {
            return Vec::new();
        }
        let paid = |id: &ProductId| self.by_product.get(id).is_some_and(|ore| *ore > Ore::NONE);
        let ids = self.products.iter().map(|(id, _)| *id);
        ids.filter(paid).collect()
    }
}

/// The page of a year.
#[must_use]
pub fn year(view: &View, page: &YearPage) -> Markup {
    html! {
        (ui::breadcrumbs(view, &[(paths::PRODUCTS.to_owned(), view.t("menu-products"))]))
        (ui::heading(&view.t("payments")))
        (ui::paragraph(&view.t("payments-about")))
        @if page.may_write {
            p class="cluster" {
                (ui::link_button(paths::NEW_PAYMENT, &view.t("payment-new")))
                (ui::link_button(paths::IMPORT_PAYMENTS, &view.t("payments-import")))
            }
        }
        (filter(view, page))
        @if page.ranked.is_empty() { (ui::empty(&view.tv("payments-none", &[("year", page.year.to_string().into())]))) }
        @else {
            (picture(view, page))
            (ui::section("ranking", &ranking_title(view, page), &ranking(view, page)))
        }
        @if !page.products.is_empty() {
            @let title = view.tv("payments-products", &[("year", page.year.to_string().into())]);
            (ui::section("products", &title, &products(view, page, &title)))
        }
    }
}

fn filter(view: &View, page: &YearPage) -> Markup {
    let years: Vec<(String, String)> = page
        .years
        .iter()
        .map(|year| (year.to_string(), year.to_string()))
        .collect();
    let mut form = Form::filled([("year", page.year.to_string())]);
    if let Some(product) = page.product {
        form.put("product", product.to_string());
    }
    let body = html! {
        (ui::select(view, &form, &Field::new("year", view.t("payment-year")).needed(), &years))
        (ui::select(view, &form, &Field::new("product", view.t("payment-product")).none(view.t("payments-all-products")), &choices(view, &page.products)))
    };
    ui::filter_form(
        view,
        paths::PAYMENTS,
        &form,
        &body,
        &view.t("payments-show"),
    )
}

/// Every product as a choice.
#[must_use]
pub fn choices(view: &View, products: &Products) -> Vec<(String, String)> {
    let mut choices: Vec<(String, String)> = products
        .iter()
        .map(|(id, name)| (id.to_string(), view.words(name).to_owned()))
        .collect();
    choices.sort_by_key(|(_, name)| name.to_lowercase());
    choices
}

/// “De største i 2026”, of one product or of all.
fn ranking_title(view: &View, page: &YearPage) -> String {
    let year = ("year", page.year.to_string().into());
    match page.product {
        None => view.tv("payments-ranking", &[year]),
        Some(product) => {
            let name = product_name(view, &page.products, product);
            view.tv("payments-ranking-of", &[year, ("product", name.into())])
        }
    }
}

fn picture(view: &View, page: &YearPage) -> Markup {
    let drawn = page.ranked.iter().take(DRAWN);
    let bar = |one: &Ranked| AmountBar {
        label: short_name_of(&page.names, one.organisation).to_owned(),
        value: one.ore.written(view.language),
        amount: one.ore.ore(),
    };
    let (title, description) = (ranking_title(view, page), view.t("payments-picture"));
    html! {
        (AmountBars {
            id: "paid",
            title: &title,
            description: &description,
            described_by: None,
            bars: drawn.map(bar).collect(),
        })
    }
}

fn ranking(view: &View, page: &YearPage) -> Markup {
    let columns = page.columns();
    let mut head = vec![view.t("payment-place"), view.t("payment-organisation")];
    let names = columns.iter();
    head.extend(names.map(|id| product_name(view, &page.products, *id).to_owned()));
    head.extend(["payment-sum", "payment-share", "payment-place-before"].map(|key| view.t(key)));
    let total = page.total();
    let row = |one: &Ranked| {
        let name = name_of(&page.names, one.organisation);
        let mut cells = vec![
            html! { (one.place) },
            ui::link(&paths::payments_of(one.organisation), name),
        ];
        let cell = |product: &ProductId| {
            let paid = page.cells.get(&(one.organisation, *product));
            html! { @if let Some(ore) = paid { (money(view, *ore)) } @else { "–" } }
        };
        cells.extend(columns.iter().map(cell));
        let before = page.before.get(&one.organisation);
        cells.extend([
            money(view, one.ore),
            html! { (share(view, one.ore, total)) },
            html! { @if let Some(place) = before { (place) } @else { "–" } },
        ]);
        cells
    };
    let rows: Vec<Vec<Markup>> = page.shown().iter().map(row).collect();
    let all = [
        ("count", page.ranked.len().into()),
        ("sum", total.written(view.language).into()),
    ];
    html! {
        (ui::paragraph(&view.tv("payments-all", &all)))
        (ui::figures(&ranking_title(view, page), &head, 2..head.len(), &rows))
        (pages(view, page))
    }
}

/// A part of a sum in per cent, rounded to one decimal.
fn share(view: &View, of: Ore, total: Ore) -> String {
    let total = i128::from(total.ore().max(1));
    let tenths = (i128::from(of.ore()) * 2_000 + total) / (total * 2);
    let mark = if view.language == crate::i18n::Language::EN {
        "."
    } else {
        ","
    };
    format!("{}{mark}{}\u{A0}%", tenths / 10, tenths % 10)
}

fn pages(view: &View, page: &YearPage) -> Markup {
    let has_more = (page.page + 1).saturating_mul(PAGE) < page.ranked.len();
    let to = |number: usize| paths::payments_in(page.year, page.product, number);
    html! {
        @if page.page > 0 || has_more {
            nav aria-label=(view.t("payments-pages")) { ul class="cluster" role="list" {
                @if page.page > 0 { li { (ui::link(&to(page.page - 1), &view.t("payments-larger"))) } }
                @if has_more { li { (ui::link(&to(page.page + 1), &view.t("payments-smaller"))) } }
            } }
        }
    }
}

/// The products with what is paid for and set aside for each, and where more of it stands.
fn products(view: &View, page: &YearPage, title: &str) -> Markup {
    let head = [
        "payment-product",
        "payments-paid",
        "money-budget",
        "money-frame",
    ]
    .map(|key| view.t(key));
    let cell =
        |ore: Option<&Ore>| html! { @if let Some(ore) = ore { (money(view, *ore)) } @else { "–" } };
    let row = |(id, name): &(ProductId, Words)| {
        let set_aside = |kind: &str| cell(page.frames.get(&(*id, kind.to_owned())));
        vec![
            ui::link(&paths::product_money(*id, page.year, ""), view.words(name)),
            cell(page.by_product.get(id)),
            set_aside(BUDGET),
            set_aside(FRAME),
        ]
    };
    let rows: Vec<Vec<Markup>> = page.products.iter().map(row).collect();
    ui::figures(title, &head, 1..4, &rows)
}

/// What one organisation pays, over the years.
pub struct OnePage {
    pub organisation: OrganisationId,
    pub name: String,
    pub products: Products,
    /// The latest year first.
    pub payments: Vec<Payment>,
    /// By year, its place and the sum.
    pub places: BTreeMap<i32, Ranked>,
    pub may_write: bool,
}

/// The page of one organisation.
#[must_use]
pub fn one(view: &View, page: &OnePage) -> Markup {
    let head = ["payment-year", "payment-place", "payment-sum"].map(|key| view.t(key));
    let row = |(year, ranked): (&i32, &Ranked)| {
        vec![
            ui::link(&paths::payments_in(*year, None, 0), &year.to_string()),
            html! { (ranked.place) },
            money(view, ranked.ore),
        ]
    };
    let places: Vec<Vec<Markup>> = page.places.iter().rev().map(row).collect();
    html! {
        (ui::breadcrumbs(view, &[(paths::PAYMENTS.to_owned(), view.t("payments"))]))
        (ui::heading(&page.name))
        @if page.payments.is_empty() { (ui::empty(&view.t("payments-none-of"))) }
        @else {
            @let title = view.t("payments-places");
            (ui::section("places", &title, &ui::figures(&title, &head, 1..3, &places)))
            (ui::section("amounts", &view.t("payments-by-product"), &amounts(view, page)))
        }
    }
}

fn amounts(view: &View, page: &OnePage) -> Markup {
    let mut head = ["payment-year", "payment-product", "payment-amount"]
        .map(|key| view.t(key))
        .to_vec();
    if page.may_write {
        head.push(view.t("payment-change"));
    }
    let row = |one: &Payment| {
        let product = product_name(view, &page.products, one.product);
        let mut cells = vec![
            html! { (one.year) },
            html! { (product) },
            money(view, one.ore),
        ];
        if page.may_write {
            let of = format!("{product}, {}", one.year);
            let text = html! { (view.t("payment-change")) };
            cells.push(ui::link_of(&paths::payment(one.id), &text, &of));
        }
        cells
    };
    let rows: Vec<Vec<Markup>> = page.payments.iter().map(row).collect();
    ui::figures(&view.t("payments-by-product"), &head, 2..3, &rows)
}
