//! Addresses of the products that boards give advice on.

use crate::db::ids::{BoardId, ProductGroupId, ProductId, RowId};

pub const PRODUCTS: &str = "/products";
/// What boards have not treated for long.
pub const PRODUCTS_UNTREATED: &str = "/products/untreated";
pub const NEW_PRODUCT: &str = "/products/new";
pub const PRODUCT: &str = "/products/{id}";
pub const PRODUCT_EDIT: &str = "/products/{id}/edit";
/// A new phase of a product, and one that stands.
pub const PRODUCT_PHASES: &str = "/products/{id}/phases";
pub const PRODUCT_PHASE: &str = "/products/{id}/phases/{phase}";
/// A new strategy of a product, and one that stands.
pub const PRODUCT_STRATEGIES: &str = "/products/{id}/strategies";
pub const PRODUCT_STRATEGY: &str = "/products/{id}/strategies/{strategy}";
pub const PRODUCT_GROUPS: &str = "/product-groups";
pub const NEW_PRODUCT_GROUP: &str = "/product-groups/new";
pub const PRODUCT_GROUP: &str = "/product-groups/{id}";
/// What a case is about.
pub const CASE_PRODUCTS: &str = "/cases/{id}/products";

#[must_use]
pub fn product(id: ProductId) -> String {
    format!("{PRODUCTS}/{id}")
}

/// A page below a product, such as `phases`.
#[must_use]
pub fn of_product(id: ProductId, rest: &str) -> String {
    format!("{PRODUCTS}/{id}/{rest}")
}

/// A phase of a product.
#[must_use]
pub fn product_phase(id: ProductId, phase: RowId) -> String {
    format!("{PRODUCTS}/{id}/phases/{phase}")
}

/// A strategy of a product.
#[must_use]
pub fn product_strategy(id: ProductId, strategy: RowId) -> String {
    format!("{PRODUCTS}/{id}/strategies/{strategy}")
}

#[must_use]
pub fn product_group(id: ProductGroupId) -> String {
    format!("{PRODUCT_GROUPS}/{id}")
}

/// What one board has not treated for long.
#[must_use]
pub fn untreated_by(board: BoardId) -> String {
    format!("{PRODUCTS_UNTREATED}?board={board}")
}
