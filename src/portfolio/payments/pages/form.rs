//! The forms of one payment: a new one, and one that is changed or taken away.

use super::{Products, choices, product_name};
use crate::audit::Happened;
use crate::people::{Organisation, ZONE};
use crate::portfolio::payments::Payment;
use crate::portfolio::payments::forms::FAR_AHEAD;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The form of a new payment; with what happened, where it was to be changed and somebody took it away meanwhile.
#[must_use]
pub fn new(
    view: &View,
    form: &Form,
    organisations: &[Organisation],
    products: &Products,
    happened: &[Happened],
) -> Markup {
    let named: Vec<(String, String)> = organisations
        .iter()
        .map(|one| (one.id.to_string(), one.name.clone()))
        .collect();
    let field = |name, key: &str| Field::new(name, view.t(key)).needed();
    let body = html! {
        (ui::select(view, form, &field("organisation", "payment-organisation").help(view.t("payment-organisation-help")), &named))
        (ui::select(view, form, &field("product", "payment-product"), &choices(view, products)))
        (ui::input(view, form, "number", &field("year", "payment-year")))
        (ui::input(view, form, "text", &field("amount", "payment-amount").help(view.t("payment-amount-help"))))
        @if form.mistake(FAR_AHEAD).is_some() || form.is_ticked(FAR_AHEAD) {
            (ui::checkbox(view, form, &Field::new(FAR_AHEAD, view.t("payment-far-ahead-yes"))))
        }
    };
    html! {
        (ui::breadcrumbs(view, &[(paths::PAYMENTS.to_owned(), view.t("payments"))]))
        (ui::heading(&view.t("payment-new")))
        @if !happened.is_empty() { (ui::stale_notice(view, ZONE, happened)) }
        (ui::form_or_leave(view, (paths::NEW_PAYMENT, paths::PAYMENTS), form, &body, &view.t("save")))
    }
}

/// One payment, with whose it is.
pub struct ChangePage {
    pub payment: Payment,
    pub name: String,
    pub products: Products,
}

impl ChangePage {
    /// “Skien kommune, ID-porten, 2026”.
    #[must_use]
    pub fn title(&self, view: &View) -> String {
        let product = product_name(view, &self.products, self.payment.product);
        format!("{}, {product}, {}", self.name, self.payment.year)
    }
}

/// The form of one payment, with what happened to it meanwhile.
#[must_use]
pub fn change(view: &View, page: &ChangePage, form: &Form, happened: &[Happened]) -> Markup {
    let (own, back) = (
        paths::payment(page.payment.id),
        paths::payments_of(page.payment.organisation),
    );
    let amount = Field::new("amount", view.t("payment-amount")).help(view.t("payment-amount-help"));
    // Whose it is goes along, so that nothing of it is lost where somebody takes it away meanwhile.
    let (of, product) = (
        page.payment.organisation.to_string(),
        page.payment.product.to_string(),
    );
    let year = page.payment.year.to_string();
    let body = html! {
        (ui::hidden("act", "change"))
        (ui::hidden("version", form.value("version")))
        (ui::hidden("organisation", &of))
        (ui::hidden("product", &product))
        (ui::hidden("year", &year))
        (ui::input(view, form, "text", &amount.needed()))
    };
    let version = page.payment.version.to_string();
    let fields = [
        ("act", "remove"),
        ("version", version.as_str()),
        ("organisation", &of),
        ("product", &product),
        ("year", &year),
    ];
    html! {
        (ui::breadcrumbs(view, &[
            (paths::PAYMENTS.to_owned(), view.t("payments")),
            (back.clone(), page.name.clone()),
        ]))
        (ui::heading(&page.title(view)))
        @if !happened.is_empty() { (ui::stale_notice(view, ZONE, happened)) }
        (ui::form_or_leave(view, (&own, &back), form, &body, &view.t("save")))
        (ui::confirmed(view, &own, &fields, &view.t("payment-remove"), &view.t("payment-remove-how")))
    }
}
