//! The products that something is published about, and what is published about one of them.

use super::list::{came_to, further};
use super::{in_minutes, item_link};
use crate::boards::Board;
use crate::boards::pages::word;
use crate::db::code_words::CodeWord;
use crate::db::ids::{AgendaItemId, BoardId, OrganisationId, ProductId};
use crate::db::types::Words;
use crate::portfolio::products::{Group, Product, rules};
use crate::public::OutItem;
use crate::web::{View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::{HashMap, HashSet};

/// What is told of products themselves.
pub struct Known {
    /// In their order.
    pub groups: Vec<Group>,
    pub phases: Vec<CodeWord>,
    /// What their owners are called today.
    pub owners: HashMap<OrganisationId, (String, String)>,
    pub today: NaiveDate,
}

impl Known {
    fn owner(&self, of: &Product) -> &str {
        let name = self.owners.get(&of.facts.owner);
        name.map_or("–", |(name, _short)| name.as_str())
    }

    fn phase(&self, view: &View, of: &Product) -> String {
        match rules::phase_on(&of.phases, self.today) {
            Some(phase) => word(view, &self.phases, &phase.code),
            None => view.t("product-not-begun"),
        }
    }
}

/// Everything the page of a product shows.
pub struct ProductPage {
    pub known: Known,
    pub product: Product,
    /// A page of what is out about it, the newest first.
    pub items: Vec<OutItem>,
    /// Those of which somebody dissented.
    pub with_dissent: HashSet<AgendaItemId>,
    pub outcomes: Vec<CodeWord>,
    /// The boards of these.
    pub boards: HashMap<BoardId, Board>,
    /// The place after which the next page begins.
    pub next: Option<String>,
    /// Whether the newest stand on another page.
    pub is_continued: bool,
    /// Whether a reader who has signed in is told of it, and one click to be; empty for all others.
    pub own: Markup,
}

/// The way up from a product and from their list.
fn above(view: &View, is_below: bool) -> Markup {
    let mut above = vec![(paths::PUBLISHED.to_owned(), view.t("public-title"))];
    if is_below {
        let products = view.t("public-products");
        above.push((paths::PUBLISHED_PRODUCTS.to_owned(), products));
    }
    ui::breadcrumbs(view, &above)
}

/// All of them, by group.
#[must_use]
pub fn list(view: &View, known: &Known, products: &[Product]) -> Markup {
    html! {
        (above(view, false))
        (ui::heading(&view.t("public-products")))
        (ui::paragraph(&view.t("public-products-about")))
        @if products.is_empty() { (ui::empty(&view.t("public-no-products"))) }
        @for group in &known.groups { (of_group(view, known, group, products)) }
    }
}

/// The products of one group; nothing of a group without any.
fn of_group(view: &View, known: &Known, group: &Group, products: &[Product]) -> Markup {
    let mut own: Vec<&Product> = (products.iter())
        .filter(|one| one.facts.group == group.id)
        .collect();
    own.sort_by_key(|one| view.words(&one.facts.name).to_lowercase());
    let rows: Vec<Vec<Markup>> = (own.into_iter())
        .map(|one| {
            let href = paths::published_product(one.id);
            vec![
                ui::link(&href, view.words(&one.facts.name)),
                html! { (known.phase(view, one)) },
                html! { (known.owner(one)) },
            ]
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    let head = ["product", "product-phase", "product-owner"].map(|key| view.t(key));
    let name = view.words(&group.name);
    ui::section(group.id.as_str(), name, &ui::table(name, &head, &rows))
}

/// One product.
#[must_use]
pub fn page(view: &View, page: &ProductPage) -> Markup {
    let (product, known) = (&page.product, &page.known);
    let name = view.words(&product.facts.name);
    let group = (known.groups.iter()).find(|group| group.id == product.facts.group);
    let facts = [
        (
            view.t("product-group"),
            html! { (group.map_or("–", |group| view.words(&group.name))) },
        ),
        (view.t("product-owner"), html! { (known.owner(product)) }),
        (
            view.t("product-phase"),
            html! { (known.phase(view, product)) },
        ),
    ];
    let own = paths::published_product(product.id);
    let newest = page.is_continued.then_some(own.as_str());
    let older = (page.next.as_ref()).map(|after| format!("{own}?after={}", paths::escape(after)));
    let published = html! {
        @if page.items.is_empty() { (ui::empty(&view.t("public-product-no-older"))) }
        @else { (table(view, page, name)) }
        (further(view, newest, older.as_deref()))
        p { (ui::link(&paths::decisions_about(product.id), &view.t("public-product-decisions"))) }
    };
    html! {
        (above(view, true))
        (ui::heading(name))
        (ui::facts(&facts))
        @if view.reader.is_none() {
            @let subscribe = view.tv("subscribe-title", &[("kind", "product".into()), ("name", name.into())]);
            div class="actions" { (ui::link_button(&paths::subscribe_to_product(product.id), &subscribe)) }
        }
        (page.own)
        (ui::section("published", &view.t("public-product-published"), &published))
    }
}

fn table(view: &View, page: &ProductPage, name: &str) -> Markup {
    let caption = view.tv("public-about-product", &[("product", name.into())]);
    let head = [
        "public-day",
        "search-board",
        "agenda-item",
        "minutes-outcome",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = (page.items.iter())
        .map(|item| {
            let day = html! { (view.date(item.day)) };
            let board = page.boards.get(&item.board);
            vec![
                ui::link_of(&in_minutes(item), &day, &super::called(item)),
                html! { (board.map_or("", |board| board.name_in(view.language))) },
                item_link(item),
                came_to(
                    view,
                    &page.outcomes,
                    page.with_dissent.contains(&item.item),
                    item,
                ),
            ]
        })
        .collect();
    ui::table(&caption, &head, &rows)
}

/// The products that a case is about; nothing where there are none.
#[must_use]
pub fn of_case(view: &View, all: &[(ProductId, Words)]) -> Markup {
    let mut all: Vec<(String, &str)> = (all.iter())
        .map(|(id, name)| (paths::published_product(*id), view.words(name)))
        .collect();
    all.sort_by_key(|(_, name)| name.to_lowercase());
    let links: Vec<Markup> = all
        .iter()
        .map(|(href, name)| ui::link(href, name))
        .collect();
    html! { @if !links.is_empty() {
        (ui::section("products", &view.t("public-case-products"), &ui::list(&links)))
    } }
}
