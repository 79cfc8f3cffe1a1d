//! The demo's money: what thirteen service owners paid for four products in three years, what is set aside for them, and one
//! cost that is shared equally, as in the letter of 27 September 2021. All amounts are invented.

use super::Demo;
use crate::db::Conn;
use crate::db::ids::{OrganisationId, ProductId, RowId};
use crate::error::Result;
use crate::portfolio::payments::rules::{BUDGET, FRAME};
use crate::portfolio::payments::store::{self, years};
use crate::portfolio::payments::{Ore, Payment, Spent, Split, Way};
use chrono::Datelike;
use std::collections::BTreeMap;

const PRODUCTS: [&str; 4] = ["ID-porten", "Maskinporten", "eFormidling", "Altinn Studio"];

/// The index of an organisation, and what it paid for each of the products this year, in øre.
const PAID: [(usize, [i64; 4]); 13] = [
    (5, [1_843_250_075, 624_800_000, 118_430_050, 402_750_000]),
    (2, [1_512_900_000, 918_420_025, 96_300_000, 655_100_000]),
    (6, [642_310_050, 88_750_000, 21_400_000, 64_900_000]),
    (7, [498_600_000, 142_075_050, 38_250_000, 53_400_000]),
    (8, [431_875_000, 61_330_000, 74_120_075, 18_600_000]),
    (1, [288_440_000, 410_900_000, 30_150_000, 221_300_000]),
    (11, [402_150_050, 55_280_000, 66_900_000, 12_450_000]),
    (3, [121_750_000, 233_610_025, 18_300_000, 47_200_000]),
    (12, [184_200_000, 36_450_000, 52_310_050, 0]),
    (9, [96_380_000, 74_200_000, 11_050_000, 28_750_000]),
    (15, [48_120_000, 9_870_000, 14_400_025, 0]),
    (10, [22_640_050, 12_300_000, 8_950_000, 31_200_000]),
    (13, [14_850_000, 3_120_000, 6_240_000, 0]),
];

/// What was paid a year before this one and two before it, in per cent of this year.
const EARLIER: [(i32, i64); 3] = [(0, 100), (1, 94), (2, 87)];

/// Product, budget and frame in øre, and what was spent in each tertial that is over.
type MoneyFacts = (&'static str, i64, i64, [(u8, i64, &'static str); 2]);

const MONEY: [MoneyFacts; 3] = [
    (
        "ID-porten",
        18_200_000_000,
        18_600_000_000,
        [
            (1, 5_912_340_050, "Som planlagt."),
            (2, 6_240_118_000, "Ny leverandør av kodebrikker fra 1. mai."),
        ],
    ),
    (
        "Maskinporten",
        4_150_000_000,
        4_300_000_000,
        [(1, 1_288_400_000, ""), (2, 1_430_250_075, "")],
    ),
    (
        "eInnsyn",
        435_000_000,
        450_000_000,
        [
            (1, 141_300_000, ""),
            (2, 152_750_050, "Flyttingen til ny plattform er i gang."),
        ],
    ),
];

/// Whose cost is shared, how much of it in øre, and among which organisations.
const SHARED: (&str, i64, [usize; 7]) = ("eInnsyn", 435_000_000, [1, 2, 3, 5, 9, 12, 14]);

impl Demo {
    /// Payments, budgets and frames, and a cost that is shared. The products stand already.
    pub(super) fn payments(&self, conn: &mut Conn) -> Result<()> {
        let products: Vec<(String, ProductId)> = store::products(conn)?
            .into_iter()
            .map(|(id, name)| (name.in_language("nb").to_owned(), id))
            .collect();
        let product = |name: &str| {
            let mut found = products.iter();
            found.find(|(known, _)| known == name).map(|(_, id)| *id)
        };
        let mut payments = Vec::new();
        for (of, amounts) in PAID {
            for (name, amount) in PRODUCTS.iter().zip(amounts) {
                let Some(product) = product(name).filter(|_| amount > 0) else {
                    continue;
                };
                payments.extend(self.three_years(self.organisations[of], product, amount));
            }
        }
        store::add(conn, &payments)?;
        for (name, budget, frame, spent) in MONEY {
            if let Some(product) = product(name) {
                self.money(conn, product, (budget, frame), &spent)?;
            }
        }
        if let Some(product) = product(SHARED.0) {
            self.shared(conn, product)?;
        }
        Ok(())
    }

    fn three_years(
        &self,
        organisation: OrganisationId,
        product: ProductId,
        amount: i64,
    ) -> impl Iterator<Item = Payment> {
        let year = self.year.year();
        EARLIER.into_iter().map(move |(before, per_cent)| Payment {
            id: RowId::new(),
            organisation,
            product,
            year: year - before,
            ore: ore(amount / 100 * per_cent),
            version: 1,
        })
    }

    fn money(
        &self,
        conn: &mut Conn,
        product: ProductId,
        (budget, frame): (i64, i64),
        spent: &[(u8, i64, &str)],
    ) -> Result<()> {
        let row = years::raise(conn, product, self.year.year(), 0)?;
        let frames = [(BUDGET, budget), (FRAME, frame)];
        let frames = frames.map(|(kind, amount)| (kind.to_owned(), ore(amount)));
        let spent = spent.iter().map(|(tertial, amount, note)| {
            let spent = Spent {
                ore: ore(*amount),
                note: (*note).to_owned(),
            };
            (*tertial, spent)
        });
        let spent: BTreeMap<u8, Spent> = spent.collect();
        years::put_amounts(conn, row, &frames.into_iter().collect(), &spent)
    }

    fn shared(&self, conn: &mut Conn, product: ProductId) -> Result<()> {
        let (_, amount, among) = SHARED;
        let row = years::raise(conn, product, self.year.year(), 1)?;
        let split = Split {
            way: Way::Equal,
            sum: ore(amount),
            among: among.map(|of| self.organisations[of]).into(),
        };
        years::put_split(conn, row, Some(&split))
    }
}

fn ore(amount: i64) -> Ore {
    Ore::new(amount).expect("the demo's amounts are amounts")
}
