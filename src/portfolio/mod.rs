//! The portfolio: the products that a board gives advice on, how far each is in its life, and its strategies.
//!
//! Mandate § 3: the board gives advice on the products and their phasing out, on product strategies, and on the frames for
//! them. The register belongs to the whole instance, because several boards treat the same products.

pub mod measures;
pub mod payments;
pub mod products;
