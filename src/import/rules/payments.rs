//! Payments: known by whose they are, for which product, in which year. An import never changes an amount, so one that
//! differs from what stands is told.

use super::line::{Line, Located};
use super::{NewAndKnown, Work};
use crate::db::ids::{OrganisationId, ProductId, RowId};
use crate::i18n::Said;
use crate::import::payments::Of;
use crate::import::values::key;
use crate::import::{Known, Plan};
use crate::people::today;
use crate::portfolio::payments::rules::is_far_ahead;
use crate::portfolio::payments::{Ore, Payment, YEARS};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// What a sheet of payments is held against, and the rows that were read.
struct Register {
    products: HashMap<String, Vec<ProductId>>,
    owners: HashMap<OrganisationId, Vec<(NaiveDate, Option<NaiveDate>)>>,
    standing: HashMap<Of, Ore>,
    /// The row of each payment of the file.
    rows: HashMap<Of, u32>,
}

impl Register {
    /// What stands, with the service owners that are new in the file.
    fn of(known: &Known, plan: &Plan) -> Self {
        let mut products: HashMap<String, Vec<ProductId>> = HashMap::new();
        for (id, names) in &known.payments.products {
            for name in names {
                let named = products.entry(key(name)).or_default();
                if !named.contains(id) {
                    named.push(*id);
                }
            }
        }
        let mut owners: HashMap<OrganisationId, Vec<_>> = HashMap::new();
        for (of, from, until) in &known.payments.owners {
            owners.entry(*of).or_default().push((*from, *until));
        }
        for (of, period) in &plan.owner_periods {
            let days = (period.from, period.until);
            owners.entry(*of).or_default().push(days);
        }
        Self {
            products,
            owners,
            standing: known.payments.standing.iter().copied().collect(),
            rows: HashMap::new(),
        }
    }

    fn product(&self, written: &str) -> Result<ProductId, Said> {
        match self.products.get(&key(written)).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(_) => Err(Said::new("import-product-of-two").with("written", written)),
            None => Err(Said::new("import-product-unknown").with("written", written)),
        }
    }

    /// Whether an organisation is a service owner on some day of a year.
    fn is_owner_in(&self, of: OrganisationId, year: i32) -> bool {
        let periods = self.owners.get(&of);
        periods.into_iter().flatten().any(|(from, until)| {
            // A period that ends on the first day of a year has no day in it.
            let last = until.and_then(|until| until.pred_opt());
            from.year() <= year && last.is_none_or(|last| year <= last.year())
        })
    }
}

impl Work<'_> {
    pub fn payments(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        let mut register = Register::of(self.known, &self.checked.plan);
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                match self.payment(&mut line, &mut register) {
                    Some(true) => new += 1,
                    Some(false) => known += 1,
                    None => {}
                }
            }
        }
        self.checked.faults.extend(faults);
        (new, known)
    }

    /// Whether the row is a new payment; none where it is wrong.
    fn payment(&mut self, line: &mut Line<'_, '_>, register: &mut Register) -> Option<bool> {
        let organisation = self.payer(line);
        let product = line.needed_text("product", 200);
        let product = product.and_then(|written| match register.product(&written) {
            Ok(product) => Some(product),
            Err(said) => {
                line.refuse("product", said);
                None
            }
        });
        let year = year(line, today(self.now).year());
        let ore = line.needed_amount("amount");
        let of = (organisation?, product?, year?);
        if !register.is_owner_in(of.0, of.2) {
            let said = Said::new("payment-no-service-owner").with("year", of.2.to_string());
            line.refuse("organisation", said);
        }
        if let Some(first) = register.rows.get(&of) {
            let said = Said::new("import-payment-twice").with("first", first.to_string());
            line.refuse("organisation", said);
        } else {
            register.rows.insert(of, line.place().row);
        }
        let standing = register.standing.get(&of);
        if let (Some(standing), Some(ore)) = (standing, ore)
            && *standing != ore
        {
            let amount = standing.written(self.language);
            let said = Said::new("import-payment-stands").with("amount", amount);
            line.refuse("amount", said);
        }
        let ore = ore.filter(|_| line.is_right())?;
        if standing.is_some() {
            return Some(false);
        }
        self.checked.plan.payments.push(Payment {
            id: RowId::new(),
            organisation: of.0,
            product: of.1,
            year: of.2,
            ore,
            version: 1,
        });
        Some(true)
    }

    /// Whose payment it is.
    fn payer(&self, line: &mut Line<'_, '_>) -> Option<OrganisationId> {
        let written = line.needed_text("organisation", 200)?;
        let found = self.organisations.find(&written);
        let refuse = |said| line.refuse("organisation", registered_elsewhere(said));
        found.map_err(refuse).ok()
    }
}

/// What is said of an unknown organisation: the page of payments takes no sheet that one could be added to.
fn registered_elsewhere(said: Said) -> Said {
    let key = match said.key {
        "import-number-unknown" => "import-payer-number-unknown",
        "import-organisation-unknown" => "import-payer-unknown",
        key => key,
    };
    Said { key, ..said }
}

/// The year of a row. One that seems too far ahead is written by hand, where it is asked about.
fn year(line: &mut Line<'_, '_>, this_year: i32) -> Option<i32> {
    let written = line.needed_number("year")?;
    let year = i32::try_from(written)
        .ok()
        .filter(|year| YEARS.contains(year));
    if year.is_none() {
        let said = Said::new("import-payment-year")
            .with("least", YEARS.start().to_string())
            .with("most", YEARS.end().to_string());
        line.refuse("year", said);
    }
    if let Some(year) = year.filter(|year| is_far_ahead(*year, this_year)) {
        let said = Said::new("import-payment-far-ahead").with("year", year.to_string());
        line.refuse("year", said);
    }
    year
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::Moment;
    use crate::i18n::Language;
    use crate::import::payments::KnownPayments;
    use crate::import::{Book, Cell, Checked, Row, Table};

    fn text(cells: &str) -> Vec<Cell> {
        let cell = |text: &str| match text {
            "" => Cell::Empty,
            text => match text
                .strip_prefix('#')
                .and_then(|number| number.parse().ok())
            {
                Some(number) => Cell::Number(number),
                None => Cell::Text(text.to_owned()),
            },
        };
        cells.split('|').map(cell).collect()
    }

    fn checked(lines: &[&str], standing: &[(i32, i64)]) -> Checked {
        let (skien, ended) = (OrganisationId::new(), OrganisationId::new());
        let product = ProductId::new();
        let day = |text: &str| text.parse().expect("a day");
        let known = Known {
            organisations: vec![
                (skien, Some("938759839".to_owned())),
                (ended, Some("971032146".to_owned())),
            ],
            names: vec![
                (skien, "Skien kommune".to_owned(), String::new()),
                (ended, "KS".to_owned(), String::new()),
            ],
            payments: KnownPayments {
                products: vec![(product, vec!["ID-porten".to_owned()])],
                owners: vec![
                    (skien, day("2020-07-01"), None),
                    (ended, day("2020-01-01"), Some(day("2025-01-01"))),
                ],
                standing: standing
                    .iter()
                    .map(|(year, ore)| ((skien, product, *year), Ore::new(*ore).expect("one")))
                    .collect(),
            },
            ..Known::default()
        };
        let rows = (1..).zip(lines).map(|(number, line)| Row {
            number,
            cells: text(line),
        });
        let book = Book {
            tables: vec![Table {
                name: "Betalinger".to_owned(),
                from_1904: false,
                rows: rows.collect(),
            }],
            notes: Vec::new(),
        };
        let now: chrono::DateTime<chrono::Utc> = "2026-11-22T08:00:00Z".parse().expect("a moment");
        super::super::check(&book, &known, Language::NB, Moment::from(now))
    }

    const HEADS: &str = "Virksomhet|Produkt|År|Beløp";

    #[test]
    fn each_mistake_is_told_at_its_row_and_column() {
        let found = checked(
            &[
                HEADS,
                "Skien kommune|ID-porten|2026|1 234 567,89",
                "938759839|id-porten|2026|100",
                "999999999|ID-porten|2026|1",
                "KS|ID-porten|2025|1",
                "Skien kommune|Porten|2025|1",
                "Skien kommune|ID-porten|2025|1.234.567",
                "Skien kommune|ID-porten|2024|1,234",
                "Skien kommune|ID-porten|2023|#-5",
                "Skien kommune|ID-porten|2022|#1.005",
                "Skien kommune|ID-porten|1999|1",
                "Skien kommune|ID-porten|2028|1",
                "Skien kommune|ID-porten|2021|",
            ],
            &[],
        );
        let told: Vec<(Option<u32>, &str, &str)> = found
            .faults
            .iter()
            .map(|fault| {
                let column = fault.column.as_deref().unwrap_or_default();
                (fault.row, &column[..1], fault.said.key)
            })
            .collect();
        assert_eq!(
            told,
            [
                (Some(3), "A", "import-payment-twice"),
                (Some(4), "A", "import-payer-number-unknown"),
                (Some(5), "A", "payment-no-service-owner"),
                (Some(6), "B", "import-product-unknown"),
                (Some(7), "D", "money-ambiguous"),
                (Some(8), "D", "money-ambiguous"),
                (Some(9), "D", "money-negative"),
                (Some(10), "D", "money-fraction"),
                (Some(11), "C", "import-payment-year"),
                (Some(12), "C", "import-payment-far-ahead"),
                (Some(13), "D", "import-needed"),
            ]
        );
    }

    #[test]
    fn what_stands_is_left_alone_and_never_changed() {
        let lines = [
            HEADS,
            "Skien kommune|ID-porten|2026|#1234567.89",
            "Skien kommune|ID-porten|2025|10",
        ];
        let found = checked(&lines, &[(2025, 1_000)]);
        assert_eq!(found.faults, []);
        assert_eq!((found.counts[0].new, found.counts[0].known), (1, 1));
        let ore: Vec<i64> = found
            .plan
            .payments
            .iter()
            .map(|one| one.ore.ore())
            .collect();
        assert_eq!(ore, [123_456_789]);
        let found = checked(&lines, &[(2025, 2_000)]);
        let said = &found.faults[0].said;
        assert_eq!(said.key, "import-payment-stands");
        assert!(said.text(Language::NB).contains("20\u{A0}kr."));
    }
}
