//! Addresses of what service owners pay, and of the money of products.

use super::escape;
use crate::db::ids::{OrganisationId, ProductId, RowId};

/// What everyone pays in a year, the largest first.
pub const PAYMENTS: &str = "/payments";
pub const NEW_PAYMENT: &str = "/payments/new";
/// What one organisation pays, over the years.
pub const PAYMENTS_OF: &str = "/payments/organisations/{id}";
/// One amount, to be changed or taken away.
pub const PAYMENT: &str = "/payments/{id}";
/// Payments from a table or a workbook.
pub const IMPORT_PAYMENTS: &str = "/import/payments";

/// The money of a product in a year.
pub const PRODUCT_MONEY: &str = "/products/{id}/money/{year}";
pub const PRODUCT_AMOUNTS: &str = "/products/{id}/money/{year}/amounts";
pub const PRODUCT_SPLIT: &str = "/products/{id}/money/{year}/split";
/// Another way of sharing a cost beside today's; it saves nothing.
pub const PRODUCT_WHAT_IF: &str = "/products/{id}/money/{year}/what-if";
/// The account to the end of a tertial, as a document and as a table.
pub const PRODUCT_ACCOUNT: &str = "/products/{id}/money/{year}/accounts/{tertial}/document";
pub const PRODUCT_ACCOUNT_TABLE: &str = "/products/{id}/money/{year}/accounts/{tertial}/data";

/// What everyone pays in a year, on one of its pages; for one product where that is asked for.
#[must_use]
pub fn payments_in(year: i32, product: Option<ProductId>, page: usize) -> String {
    let mut path = format!("{PAYMENTS}?year={year}");
    if let Some(product) = product {
        path = format!("{path}&product={}", escape(product.as_str()));
    }
    if page > 0 {
        path = format!("{path}&page={page}");
    }
    path
}

#[must_use]
pub fn payments_of(id: OrganisationId) -> String {
    format!("/payments/organisations/{id}")
}

#[must_use]
pub fn payment(id: RowId) -> String {
    format!("/payments/{id}")
}

/// The money of a product in a year; `rest` is what comes after, or nothing.
#[must_use]
pub fn product_money(id: ProductId, year: i32, rest: &str) -> String {
    let join = if rest.is_empty() { "" } else { "/" };
    format!("/products/{id}/money/{year}{join}{rest}")
}
