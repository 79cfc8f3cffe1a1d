//! The demo's products: the six groups of 2021 with some of what stands in them. Their phases and strategies are invented.

use super::{Demo, data, years};
use crate::calendar::Period;
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, ProductGroupId, ProductId, RowId};
use crate::db::schema::board_case;
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::portfolio::products::store::write;
use crate::portfolio::products::{Facts, Phase, Strategy};
use chrono::{Datelike, Duration, NaiveDate};
use diesel::prelude::*;

/// A group in bokmål, nynorsk and English.
const GROUPS: [[&str; 3]; 6] = [
    ["Tillitstjenester", "Tillitstenester", "Trust services"],
    ["Datadeling", "Datadeling", "Data sharing"],
    [
        "Tjenesteutvikling",
        "Tenesteutvikling",
        "Service development",
    ],
    [
        "Meldingsutveksling",
        "Meldingsutveksling",
        "Message exchange",
    ],
    [
        "Oppslag og innsyn",
        "Oppslag og innsyn",
        "Look-up and access",
    ],
    [
        "Portaler og brukeropplevelse",
        "Portalar og brukaroppleving",
        "Portals and user experience",
    ],
];

/// The index of its group, its name, what it is, and its phases: a code, and the year it begins counted from this one.
type ProductFacts = (
    usize,
    &'static str,
    &'static str,
    &'static [(&'static str, i32)],
);

const PRODUCTS: [ProductFacts; 15] = [
    (
        0,
        "ID-porten",
        "Innlogging til offentlige tjenester for innbyggere.",
        &[("new", -17), ("in_use", -16)],
    ),
    (
        0,
        "Maskinporten",
        "Tilgang fra maskin til maskin mellom virksomheter.",
        &[("new", -8), ("in_use", -7)],
    ),
    (
        0,
        "eSignering",
        "Signering av dokumenter på nett.",
        &[("in_use", -9)],
    ),
    (
        0,
        "Ansattporten",
        "Innlogging på vegne av en virksomhet.",
        &[("new", -1)],
    ),
    (
        0,
        "Altinn Autorisasjon",
        "Fullmakter og roller for dem som handler for andre.",
        &[("in_use", -11)],
    ),
    (
        1,
        "Felles datakatalog",
        "Oversikt over data i offentlig sektor.",
        &[("new", -9), ("in_use", -8)],
    ),
    (
        2,
        "Altinn Studio",
        "Verktøy for å lage og drifte digitale tjenester.",
        &[("new", -6), ("in_use", -5)],
    ),
    (
        3,
        "eFormidling",
        "Sending av dokumenter mellom virksomheter.",
        &[("in_use", -8)],
    ),
    (
        3,
        "Altinn Melding",
        "Meldinger fra virksomheter til innbyggere og næringsliv.",
        &[("in_use", -12), ("phasing_out", 0), ("ended", 2)],
    ),
    (
        3,
        "Digital postkasse",
        "Sikker post til innbyggere.",
        &[("in_use", -12)],
    ),
    (
        4,
        "Kontakt- og reservasjonsregisteret",
        "Oppslag av kontaktinformasjon og reservasjoner.",
        &[("in_use", -12)],
    ),
    (
        4,
        "eInnsyn",
        "Søk i og innsyn i offentlige journaler.",
        &[("new", -9), ("in_use", -8)],
    ),
    (
        4,
        "Offentlig elektronisk postjournal",
        "Erstattet av eInnsyn.",
        &[("in_use", -16), ("phasing_out", -9), ("ended", -8)],
    ),
    (
        5,
        "norge.no",
        "Veiviser til offentlige tjenester.",
        &[("in_use", -15)],
    ),
    (
        5,
        "altinn.no",
        "Innboks, skjemaer og veiledning for næringsliv og innbyggere.",
        &[("in_use", -13)],
    ),
];

/// What the board's cases are about, by their titles.
const TIES: [(&str, &[&str]); 5] = [
    (
        "Tertialrapport: drift og økonomi i fellesløsningene",
        &["ID-porten", "Maskinporten", "eFormidling", "altinn.no"],
    ),
    ("Produktstrategi for Maskinporten", &["Maskinporten"]),
    ("Produktstrategi for ID-porten", &["ID-porten"]),
    (
        "Utfasing av den eldste meldingstjenesten",
        &["Altinn Melding", "Digital postkasse"],
    ),
    (
        "Felles varslingsteneste for kommunane",
        &["Kontakt- og reservasjonsregisteret"],
    ),
];

impl Demo {
    /// The register, and which of the board's cases are about what. The cases stand already.
    pub(super) fn products(&self, conn: &mut Conn, board: BoardId) -> Result<()> {
        let mut groups = Vec::new();
        for (position, [nb, nn, en]) in (1..).zip(GROUPS) {
            let id = ProductGroupId::new();
            let name = Words::new([("nb", nb), ("nn", nn), ("en", en)]);
            write::add_group(conn, id, (&name, position))?;
            groups.push(id);
        }
        let mut products: Vec<(&str, ProductId)> = Vec::new();
        for (group, name, description, phases) in PRODUCTS {
            let facts = Facts {
                group: groups[group],
                name: Words::new([("nb", name)]),
                owner: self.organisations[data::DIGDIR],
                description: Words::new([("nb", description)]),
            };
            let id = ProductId::new();
            write::add(conn, id, &facts)?;
            for (code, from) in phases {
                let phase = Phase {
                    id: RowId::new(),
                    code: (*code).to_owned(),
                    from: years(self.year, *from),
                    correction: String::new(),
                };
                write::put_phase(conn, id, &phase)?;
            }
            for strategy in self.strategies(name) {
                write::put_strategy(conn, id, &strategy)?;
            }
            products.push((name, id));
        }
        tie(conn, board, &products, self.now - TIED_AGO)
    }

    /// Two that hold for three years, one that ends soon, one without an end, and one that ended.
    fn strategies(&self, of: &str) -> Vec<Strategy> {
        let (from, until) = match of {
            "Maskinporten" | "Altinn Autorisasjon" => {
                (years(self.year, 0), Some(years(self.year, 3)))
            }
            "ID-porten" => (years(self.year, -3), Some(self.today + Duration::days(100))),
            "Felles datakatalog" => (years(self.year, -1), None),
            "eFormidling" => (years(self.year, -4), Some(years(self.year, -1))),
            _ => return Vec::new(),
        };
        vec![strategy(of, from, until)]
    }
}

fn strategy(of: &str, from: NaiveDate, until: Option<NaiveDate>) -> Strategy {
    let path = of.to_lowercase().replace(' ', "-");
    Strategy {
        id: RowId::new(),
        title: format!("Strategi for {of}"),
        link: format!("https://digdir.example/strategi/{path}"),
        archive_reference: format!("{:02}/00417-3", from.year() % 100),
        period: Period { from, until },
    }
}

/// What cases are about was written before any minutes came out.
const TIED_AGO: Duration = Duration::days(365);

fn tie(conn: &mut Conn, board: BoardId, products: &[(&str, ProductId)], at: Moment) -> Result<()> {
    for (title, about) in TIES {
        let case: Option<CaseId> = board_case::table
            .filter(board_case::board_id.eq(board))
            .filter(board_case::title.eq(title))
            .select(board_case::id)
            .first(conn)
            .optional()?;
        let about = products.iter().filter(|(name, _)| about.contains(name));
        let about: Vec<ProductId> = about.map(|(_, id)| *id).collect();
        if let Some(case) = case {
            write::put_case(conn, case, &about, at)?;
        }
    }
    Ok(())
}
