//! Products on the pages of others: what a case is about, and the way to them from a board.

use super::order;
use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::above_in;
use crate::db::code_words::CodeWord;
use crate::db::ids::{BoardId, ProductId};
use crate::db::types::Words;
use crate::portfolio::products::{Group, Product, rules};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// What a case is about, by name.
pub struct Tied {
    pub products: Vec<(ProductId, Words)>,
    /// Whether the reader may open the products.
    pub may_open: bool,
    /// Where the secretariat chooses them.
    pub choose: Option<String>,
}

/// What a case is about, on its page; nothing where that is nothing and the reader cannot change it.
#[must_use]
pub fn panel(view: &View, tied: &Tied) -> Markup {
    if tied.products.is_empty() && tied.choose.is_none() {
        return html! {};
    }
    let line = |(id, name): &(ProductId, Words)| {
        let name = view.words(name);
        if tied.may_open {
            ui::link(&paths::product(*id), name)
        } else {
            html! { (name) }
        }
    };
    let lines: Vec<Markup> = tied.products.iter().map(line).collect();
    let body = html! {
        @if lines.is_empty() { (ui::empty(&view.t("product-case-none"))) } @else { (ui::list(&lines)) }
        @if let Some(path) = &tied.choose { p { (ui::link_button(path, &view.t("product-choose"))) } }
    };
    ui::section("products", &view.t("products"), &body)
}

/// Among what the secretariat chooses.
pub struct Choosing {
    pub board: Board,
    pub case: Case,
    /// In their order.
    pub groups: Vec<Group>,
    /// By name.
    pub products: Vec<Product>,
    pub phases: Vec<CodeWord>,
    pub today: NaiveDate,
}

/// Where the secretariat chooses what a case is about: a box for each product, under its group.
#[must_use]
pub fn choose(view: &View, of: &Choosing, form: &Form) -> Markup {
    let path = paths::of_case(of.case.id, "products");
    let body = html! {
        (ui::hidden("standing", form.value("standing")))
        @for group in &of.groups { (boxes(view, of, form, group)) }
    };
    html! {
        (above_in(view, &of.board, &of.case))
        (ui::heading(&view.t("product-choose")))
        (ui::paragraph(&view.t("product-choose-how")))
        @if of.products.is_empty() { (ui::empty(&view.t("products-none"))) }
        @else { (ui::form_or_leave(view, (&path, &paths::case(of.case.id)), form, &body, &view.t("save"))) }
    }
}

/// The boxes of one group, which is what they are called by in the form.
fn boxes(view: &View, of: &Choosing, form: &Form, group: &Group) -> Markup {
    let order = order(&of.phases);
    let label = |one: &Product| {
        let name = view.words(&one.facts.name).to_owned();
        if rules::has_ended(&one.phases, &order, of.today) {
            view.tv("product-ended", &[("product", name.into())])
        } else {
            name
        }
    };
    let of_this = of.products.iter().filter(|one| one.facts.group == group.id);
    let choices: Vec<(String, String)> = of_this
        .map(|one| (one.id.to_string(), label(one)))
        .collect();
    let field = Field::new(group.id.as_str(), view.words(&group.name));
    html! { @if !choices.is_empty() { (ui::checkboxes(view, form, &field, &choices)) } }
}

/// The way to the products from a board's page; for those with a role on it, to what it has not treated for long too.
#[must_use]
pub fn on_board(view: &View, of: Option<BoardId>) -> Markup {
    let body = html! {
        p class="ds-paragraph" { (ui::link(paths::PRODUCTS, &view.t("products-all"))) }
        @if let Some(board) = of {
            p class="ds-paragraph" { (ui::link(&paths::untreated_by(board), &view.t("products-untreated-here"))) }
        }
    };
    ui::section("products", &view.t("products"), &body)
}
