//! All products by group, and those that boards have not treated for long.

use super::{phase_tag, strategies, treated};
use crate::boards::Board;
use crate::boards::pages::word;
use crate::db::code_words::CodeWord;
use crate::db::ids::{OrganisationId, ProductId};
use crate::portfolio::products::{Group, Product, rules};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::HashMap;

/// What both lists are drawn from.
pub struct List {
    /// In their order.
    pub groups: Vec<Group>,
    /// By name, or what was treated the longest ago first.
    pub products: Vec<Product>,
    pub phases: Vec<CodeWord>,
    /// What the owners are called today.
    pub owners: HashMap<OrganisationId, (String, String)>,
    /// By what the reader may read.
    pub last_treated: HashMap<ProductId, NaiveDate>,
    pub today: NaiveDate,
    /// Whether the reader keeps the register.
    pub keeps: bool,
}

impl List {
    fn last(&self, of: &Product) -> Option<NaiveDate> {
        self.last_treated.get(&of.id).copied()
    }

    fn owner(&self, of: &Product) -> &str {
        let name = self.owners.get(&of.facts.owner);
        name.map_or("–", |(name, _short)| name.as_str())
    }
}

fn ways(view: &View, is_by_group: bool) -> Markup {
    let links = [
        (paths::PRODUCTS, "products-by-group", is_by_group),
        (
            paths::PRODUCTS_UNTREATED,
            "products-untreated",
            !is_by_group,
        ),
        (paths::PAYMENTS, "payments", false),
    ];
    let links = links.map(|(path, key, is_shown)| (path.to_owned(), view.t(key), is_shown));
    ui::views(&view.t("products-views"), &links)
}

/// Every product, under its group.
#[must_use]
pub fn page(view: &View, list: &List) -> Markup {
    html! {
        (ui::heading(&view.t("products")))
        (ui::paragraph(&view.t("products-what")))
        @if list.keeps { div class="actions" {
            @if !list.groups.is_empty() { (ui::main_link_button(paths::NEW_PRODUCT, &view.t("product-new"))) }
            (ui::link_button(paths::PRODUCT_GROUPS, &view.t("product-groups")))
        } }
        (ways(view, true))
        @if list.groups.is_empty() { (ui::empty(&view.t("products-none"))) }
        @for group in &list.groups { (of_group(view, list, group)) }
    }
}

fn of_group(view: &View, list: &List, group: &Group) -> Markup {
    let head = [
        "product",
        "product-phase",
        "product-owner",
        "product-strategy",
        "product-last-treated",
    ]
    .map(|key| view.t(key));
    let of_this = list
        .products
        .iter()
        .filter(|one| one.facts.group == group.id);
    let row = |one: &Product| {
        vec![
            ui::link(&paths::product(one.id), view.words(&one.facts.name)),
            phase_tag(view, &list.phases, one, list.today),
            html! { (list.owner(one)) },
            strategies(view, &list.phases, one, list.today),
            html! { (treated(view, list.last(one), list.today)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = of_this.map(row).collect();
    let name = view.words(&group.name);
    let body = if rows.is_empty() {
        ui::empty(&view.t("product-group-empty"))
    } else {
        ui::table(name, &head, &rows)
    };
    ui::section(group.id.as_str(), name, &body)
}

/// Those that are not ended, what was treated the longest ago first; by any board, or by the one that was asked for.
#[must_use]
pub fn untreated(view: &View, list: &List, boards: &[Board], asked: &Form) -> Markup {
    let head = [
        "product",
        "product-group",
        "product-phase",
        "product-months",
        "product-last-treated",
    ]
    .map(|key| view.t(key));
    let group = |one: &Product| {
        let found = list.groups.iter().find(|group| group.id == one.facts.group);
        found
            .map_or("–", |group| view.words(&group.name))
            .to_owned()
    };
    let row = |one: &Product| {
        let last = list.last(one);
        let months = last.map(|day| rules::months_between(day, list.today));
        vec![
            ui::link(&paths::product(one.id), view.words(&one.facts.name)),
            html! { (group(one)) },
            html! { (phase(view, list, one)) },
            html! { (months.map_or_else(|| "–".to_owned(), |months| months.to_string())) },
            html! { (last.map_or_else(|| view.t("product-never-treated"), |day| view.date(day))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = list.products.iter().map(row).collect();
    let choices: Vec<(String, String)> = boards
        .iter()
        .map(|board| (board.id.to_string(), view.words(&board.name).to_owned()))
        .collect();
    let field = Field::new("board", view.t("product-board")).none(view.t("product-any-board"));
    let filter = ui::select(view, asked, &field, &choices);
    html! {
        (ui::heading(&view.t("products-untreated")))
        (ui::paragraph(&view.t("products-untreated-what")))
        (ways(view, false))
        @if !boards.is_empty() {
            (ui::filter_form(view, paths::PRODUCTS_UNTREATED, asked, &filter, &view.t("product-show")))
        }
        @if rows.is_empty() { (ui::empty(&view.t("products-none"))) }
        @else { (ui::table(&view.t("products-untreated"), &head, &rows)) }
    }
}

fn phase(view: &View, list: &List, of: &Product) -> String {
    let phase = rules::phase_on(&of.phases, list.today);
    phase.map_or_else(
        || view.t("product-not-begun"),
        |phase| word(view, &list.phases, &phase.code),
    )
}
