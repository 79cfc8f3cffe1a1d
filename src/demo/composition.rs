//! What mandate v1.4 asks of the composition and of deputies (point 4), as rows, and what is known of those who sit: sizes of
//! organisations and levels of representatives. One size and one level nobody has said, and one representative is below the level.

use super::{Demo, data};
use crate::db::Conn;
use crate::db::ids::{BoardId, MandateId, PersonId, RowId};
use crate::db::schema::{
    appointment, mandate_rule, mandate_version, organisation, person, representation,
};
use crate::db::types::Words;
use crate::error::Result;
use diesel::prelude::*;

/// Rule: kind, subject, the kinds of seats it is about, quantity, strength, and the mandate's own words in nb, nn and en.
type RuleFacts = (
    &'static str,
    &'static str,
    &'static str,
    Option<i64>,
    &'static str,
    [&'static str; 3],
);

const ROTATING: &str = "rotating,rotating_municipality";

const COMPONENTS: [&str; 3] = [
    "Virksomheter som forvalter nasjonale felleskomponenter er faste medlemmer av Styringsrådet.",
    "Verksemder som forvaltar nasjonale felleskomponentar, er faste medlemmer av Styringsrådet.",
    "Organisations that manage national common components are permanent members.",
];
const SELECTION: [&str; 3] = [
    "Et rullerende utvalg av tjenesteeiere i offentlig sektor, som inkluderer middels store og små tjenesteeiere.",
    "Eit rullerande utval av tenesteeigarar i offentleg sektor, med både middels store og små.",
    "A rotating selection of service owners in the public sector, which includes medium and small ones.",
];

const RULES: [RuleFacts; 11] = [
    (
        "named_organisation",
        "974760673",
        "permanent",
        None,
        "shall",
        COMPONENTS,
    ),
    (
        "named_organisation",
        "974761076",
        "permanent",
        None,
        "shall",
        COMPONENTS,
    ),
    (
        "named_organisation",
        "971040238",
        "permanent",
        None,
        "shall",
        COMPONENTS,
    ),
    (
        "named_organisation",
        "971032146",
        "permanent",
        None,
        "shall",
        [
            "En representant fra KS er fast medlem av styringsrådet.",
            "Ein representant frå KS er fast medlem av styringsrådet.",
            "A representative of KS is a permanent member.",
        ],
    ),
    (
        "largest_payers",
        "permanent",
        "",
        Some(4),
        "shall",
        [
            "De fire største øvrige tjenesteeierne, basert på betaling for bruk av fellesløsningene, skal være representert.",
            "Dei fire største andre tenesteeigarane, etter betaling for bruk av fellesløysingane, skal vere representerte.",
            "The four largest other service owners, by payment for the shared solutions, are to be represented.",
        ],
    ),
    (
        "sizes_least",
        "medium",
        ROTATING,
        Some(1),
        "shall",
        SELECTION,
    ),
    (
        "sizes_least",
        "small",
        ROTATING,
        Some(1),
        "shall",
        SELECTION,
    ),
    (
        "organisations_least",
        "municipality",
        ROTATING,
        Some(2),
        "shall",
        [
            "Minst to av disse tjenesteeierrepresentantene er kommuner.",
            "Minst to av desse tenesteeigarrepresentantane er kommunar.",
            "At least two of these representatives are municipalities.",
        ],
    ),
    (
        "term_months",
        "",
        ROTATING,
        Some(36),
        "shall",
        [
            "Rullering av medlemmer skal skje i 3-års perioder.",
            "Medlemmer skal rullere i 3-årsperiodar.",
            "Members rotate in periods of three years.",
        ],
    ),
    (
        "level_least",
        "department_director",
        "",
        None,
        "normally",
        [
            "Medlemmene skal normalt være på avdelingsdirektørnivå eller tilsvarende.",
            "Medlemmene skal normalt vere på avdelingsdirektørnivå eller tilsvarande.",
            "Members are normally directors of department or the equivalent.",
        ],
    ),
    (
        "deputies_most",
        "",
        "",
        Some(1),
        "normally",
        [
            "Medlemmene kan unntaksvis stille med stedfortreder i møtene.",
            "Medlemmene kan unntaksvis stille med varamedlem i møta.",
            "Members may by way of exception send a deputy to the meetings.",
        ],
    ),
];

/// The size of each organisation, by its short name. Nobody has said how large Halden is.
const SIZES: [(&str, &str); 12] = [
    ("Brreg", "large"),
    ("Skatteetaten", "large"),
    ("Kartverket", "medium"),
    ("Nav", "large"),
    ("Lånekassen", "large"),
    ("Hdir", "large"),
    ("POD", "large"),
    ("SSB", "medium"),
    ("DiBK", "small"),
    ("UDI", "medium"),
    ("Bergen", "medium"),
    ("Fredrikstad", "medium"),
];

/// The level of a representative, by the title. Nobody has said what a director of digitalisation is.
const LEVELS: [(&str, &str); 3] = [
    ("avdelingsdirektør", "department_director"),
    ("områdedirektør", "division_director"),
    ("seksjonssjef", "section_leader"),
];

impl Demo {
    /// The rules of point 4 after those that stand, and what is known of those who sit.
    pub(super) fn composition(&self, conn: &mut Conn, board: BoardId) -> Result<()> {
        let mandate: MandateId = mandate_version::table
            .filter(mandate_version::board_id.eq(board))
            .order(mandate_version::valid_from)
            .select(mandate_version::id)
            .first(conn)?;
        let last: i64 = mandate_rule::table
            .filter(mandate_rule::mandate_id.eq(mandate))
            .count()
            .get_result(conn)?;
        for (position, rule) in (last + 1..).zip(&RULES) {
            add_rule(conn, mandate, position, rule)?;
        }
        for (short_name, size) in SIZES {
            let place = data::ORGANISATIONS.iter().position(|it| it.2 == short_name);
            let Some(place) = place else { continue };
            diesel::update(organisation::table.find(self.organisations[place]))
                .set(organisation::size.eq(size))
                .execute(conn)?;
        }
        levels(conn, board)
    }
}

fn add_rule(
    conn: &mut Conn,
    of: MandateId,
    position: i64,
    (kind, subject, among, quantity, strength, [nb, nn, en]): &RuleFacts,
) -> Result<()> {
    diesel::insert_into(mandate_rule::table)
        .values((
            mandate_rule::id.eq(RowId::new()),
            mandate_rule::mandate_id.eq(of),
            mandate_rule::kind.eq(*kind),
            mandate_rule::subject.eq(*subject),
            mandate_rule::among.eq(*among),
            mandate_rule::position.eq(position),
            mandate_rule::quantity.eq(*quantity),
            mandate_rule::strength.eq(*strength),
            mandate_rule::words.eq(Words::new([("nb", *nb), ("nn", *nn), ("en", *en)])),
            mandate_rule::paragraph.eq("4"),
        ))
        .execute(conn)?;
    Ok(())
}

fn levels(conn: &mut Conn, board: BoardId) -> Result<()> {
    let named: Vec<(RowId, PersonId)> = representation::table
        .inner_join(appointment::table)
        .filter(appointment::board_id.eq(board))
        .select((representation::id, representation::person_id))
        .load(conn)?;
    for (id, who) in named {
        let title: String = person::table.find(who).select(person::title).first(conn)?;
        let level = LEVELS.iter().find(|(of, _)| *of == title);
        diesel::update(representation::table.find(id))
            .set(representation::level.eq(level.map(|(_, level)| *level)))
            .execute(conn)?;
    }
    Ok(())
}
