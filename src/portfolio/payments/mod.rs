//! Money: what service owners pay for products, budgets and frames, and how what a product costs is shared.
//!
//! Mandate § 4: the four largest other service owners, by payment for the shared solutions, have a seat, so the ranking can
//! be explained to everybody on a board. Mandate § 3: boards treat budgets and economic frames, and changes of how products
//! are financed. What a product costs is shared by equal parts, as in the letter of 27 September 2021 on a shared service
//! for social media, or by payment; to the øre. That letter asks for an account three times a year (tertialrapportering).
//!
//! Left out on purpose: invoices and accounts, which other systems keep, and currencies other than the krone.

pub mod forms;
pub mod ore;
pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod statement;
pub mod store;

pub use ore::{NotMoney, Ore};

use crate::db::ids::{OrganisationId, ProductId, RowId};
use crate::text_enum;
use std::collections::{BTreeMap, BTreeSet};

/// The first and the last year that money is written of.
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// The thirds of a year that are accounted for (tertial).
pub const TERTIALS: [u8; 3] = [1, 2, 3];

text_enum! {
    /// How what a product costs is shared.
    Way {
        /// Everyone the same, as in the letter on social media.
        Equal = "equal",
        /// By what each paid for the product that year.
        Payment = "payment",
    }
}

/// What an organisation paid in a year for all products together, in øre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    pub organisation: OrganisationId,
    pub year: i32,
    pub ore: i64,
}

/// What an organisation paid for one product in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    pub id: RowId,
    pub organisation: OrganisationId,
    pub product: ProductId,
    pub year: i32,
    pub ore: Ore,
    pub version: i64,
}

/// An organisation's place among those that pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// From 1 on. Who paid the same has the same place, and the next ones are counted on: 1, 2, 2, 4.
    pub place: usize,
    pub organisation: OrganisationId,
    pub ore: Ore,
}

/// What was spent in a third of a year, as it was reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    pub ore: Ore,
    pub note: String,
}

/// How what a product costs in a year is shared, and among whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    pub way: Way,
    pub sum: Ore,
    pub among: BTreeSet<OrganisationId>,
}

/// One organisation's share, in øre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub organisation: OrganisationId,
    pub ore: Ore,
}

/// The money of a product in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductYear {
    pub product: ProductId,
    pub year: i32,
    /// What is set aside, by the codes of the list `frame_kind`.
    pub frames: BTreeMap<String, Ore>,
    /// By tertial, those that are reported.
    pub spent: BTreeMap<u8, Spent>,
    pub split: Option<Split>,
    /// 0 before anything was written.
    pub version: i64,
}

impl ProductYear {
    /// Before anything was written of it.
    #[must_use]
    pub fn of_none(product: ProductId, year: i32) -> Self {
        Self {
            product,
            year,
            frames: BTreeMap::new(),
            spent: BTreeMap::new(),
            split: None,
            version: 0,
        }
    }
}
