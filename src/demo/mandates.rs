//! The texts of the demo's mandates: Styringsrådet's v1.4 of 1 December 2021 in its own sentences, shortened; a draft of a next
//! version with fewer members and longer terms; and the product council's.

use super::Demo;
use crate::db::Conn;
use crate::db::ids::{BoardId, MandateId, RowId};
use crate::db::schema::{
    deadline_rule, mandate_document, mandate_paragraph, mandate_rule, mandate_version,
};
use crate::error::Result;
use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;

/// Number, heading, body.
type ParagraphFacts = (&'static str, &'static str, &'static str);

const COMPOSITION: &str = "Styringsrådet består av 12 – 14 medlemmer. Digdir utpeker medlemmer basert på følgende retningslinjer:

- Virksomheter som forvalter nasjonale felleskomponenter er faste medlemmer av Styringsrådet.
- En representant fra KS er fast medlem av styringsrådet.
- De fire største øvrige tjenesteeierne, basert på betaling for bruk av fellesløsningene, skal være representert.
- I tillegg skal Styringsrådet bestå av representanter fra et rullerende utvalg av tjenesteeiere i offentlig sektor, som inkluderer middels store og små tjenesteeiere. Minst to av disse tjenesteeierrepresentantene er kommuner.

Rullering av medlemmer skal skje i 3-års perioder. Digdir vurderer og beslutter ny sammensetning etter dialog med styringsrådet.

Medlemmene skal normalt være på avdelingsdirektørnivå eller tilsvarende. Medlemmene kan unntaksvis stille med stedfortreder i møtene.";

const WORKING: &str = "Styringsrådet skal ha fire ordinære møter i året. I tillegg kommer eventuelle fagdager og ekstramøter. Deltakerne dekker egne kostnader forbundet med deltakelsen.

Møtene ledes av Digdirs direktør. Sekretariatsfunksjonen er lagt til Digdir, som innkaller til møte og fører referater. Sakspapirer skal normalt sendes ut minst en uke før møtet. Medlemmene skal ha tilstrekkelig tid til forankring i egen virksomhet før møtene. Digdir tilgjengeliggjør referat fra møtene for alle tjenesteeiere.

Det skal utvikles en årsplan for når saker skal behandles i styringsrådet. Her vil typisk prioritering av behov, budsjettrammer, videreutvikling og produktstrategier for produktene behandles.";

const V14: [ParagraphFacts; 7] = [
    (
        "1",
        "Bakgrunn",
        "Stat, kommune og ulike sektorer i fellesskap bør utvikle, drifte og forvalte sektorovergripende fellesløsninger for å dekke like behov.",
    ),
    (
        "2",
        "Formål",
        "Styringsrådet er et rådgivende organ som bistår Digdir i styringen av de fellesløsninger som Digdir har ansvar for.

Anbefalingene fra styringsrådet er viktige for Digdirs beslutninger og råd til departement.",
    ),
    (
        "3",
        "Oppgaver",
        "Styringsrådet skal behandle viktige saker for tjenesteeiere (aktører som bruker fellesløsningene i sin tjenesteproduksjon) og andre brukere av fellesløsningene.

I tillegg skal styringsrådet være informert om status og utvikling av handlingsplan for regjeringens digitaliseringsstrategi og Felles økosystem.",
    ),
    ("4", "Styringsrådets sammensetning", COMPOSITION),
    (
        "5",
        "Omgivelser",
        "Digdirs eierdepartementet har anledning til å delta som observatør i styringsrådets møter.

Forholdet mellom styringsrådet og Skate beskrives i eget dokument som er vedlagt dette mandatet. Ved behov skal dokumentet oppdateres.",
    ),
    ("6", "Arbeidsform", WORKING),
    (
        "7",
        "Produktråd",
        "Ved behov kan styringsrådet og Digdir opprette produktråd for Digdirs produkter eller grupper av produkter. Produktrådene kan være permanente eller for en periode. Produktrådene skal ha mandater godkjent av styringsrådet og rapporterer til styringsrådet.",
    ),
];

const COUNCIL: [ParagraphFacts; 3] = [
    (
        "1",
        "Formål",
        "Produktrådet gir råd om produktet og rapporterer til Styringsrådet hvert halvår.",
    ),
    (
        "4",
        "Sammensetning",
        "Produktrådet består av 6 – 10 medlemmer. Medlemmene oppnevnes normalt for tre år.",
    ),
    (
        "6",
        "Arbeidsform",
        "Produktrådet har normalt to ordinære møter i året.",
    ),
];

impl Demo {
    /// The texts of the versions that stand, and the draft of a next one.
    pub(super) fn mandate_texts(
        &self,
        conn: &mut Conn,
        board: BoardId,
        council: BoardId,
    ) -> Result<()> {
        let current = first_of(conn, board)?;
        put(conn, current, &V14, NaiveDate::from_ymd_opt(2021, 12, 1))?;
        let of_council = first_of(conn, council)?;
        put(
            conn,
            of_council,
            &COUNCIL,
            NaiveDate::from_ymd_opt(2022, 11, 14),
        )?;
        let from = NaiveDate::from_ymd_opt(self.year.year() + 2, 7, 1).unwrap_or(self.year);
        let draft = super::rows::mandate(conn, board, "1.5", from, "")?;
        diesel::update(mandate_version::table.find(draft))
            .set(mandate_version::state.eq("draft"))
            .execute(conn)?;
        copy_rules(conn, current, draft)?;
        let text: Vec<(&str, &str, String)> = V14
            .iter()
            .map(|(number, heading, body)| (*number, *heading, next(body)))
            .collect();
        document(conn, draft, None)?;
        for (position, (number, heading, body)) in (1..).zip(&text) {
            paragraph(conn, draft, position, (number, heading, body))?;
        }
        Ok(())
    }
}

/// What a paragraph says in the draft.
fn next(body: &str) -> String {
    body.replace("12 – 14 medlemmer", "10 – 12 medlemmer")
        .replace("3-års perioder", "4-års perioder")
        .replace("minst en uke før møtet", "minst ti dager før møtet")
}

fn first_of(conn: &mut Conn, board: BoardId) -> Result<MandateId> {
    Ok(mandate_version::table
        .filter(mandate_version::board_id.eq(board))
        .order(mandate_version::valid_from)
        .select(mandate_version::id)
        .first(conn)?)
}

fn put(
    conn: &mut Conn,
    of: MandateId,
    text: &[ParagraphFacts],
    approved_on: Option<NaiveDate>,
) -> Result<()> {
    document(conn, of, approved_on)?;
    for (position, facts) in (1..).zip(text) {
        paragraph(conn, of, position, *facts)?;
    }
    Ok(())
}

fn document(conn: &mut Conn, of: MandateId, approved_on: Option<NaiveDate>) -> Result<()> {
    diesel::insert_into(mandate_document::table)
        .values((
            mandate_document::mandate_id.eq(of),
            mandate_document::language.eq("nb"),
            mandate_document::approved_on.eq(approved_on),
        ))
        .execute(conn)?;
    Ok(())
}

fn paragraph(
    conn: &mut Conn,
    of: MandateId,
    position: i64,
    (number, heading, body): (&str, &str, &str),
) -> Result<()> {
    diesel::insert_into(mandate_paragraph::table)
        .values((
            mandate_paragraph::id.eq(RowId::new()),
            mandate_paragraph::mandate_id.eq(of),
            mandate_paragraph::position.eq(position),
            mandate_paragraph::number.eq(number),
            mandate_paragraph::heading.eq(heading),
            mandate_paragraph::body.eq(body),
        ))
        .execute(conn)?;
    Ok(())
}

/// The rules and lead times of a version in another: fewer members, longer terms, papers earlier.
fn copy_rules(conn: &mut Conn, from: MandateId, to: MandateId) -> Result<()> {
    type Rule = (
        String,
        String,
        i64,
        Option<i64>,
        String,
        String,
        String,
        String,
    );
    let rules: Vec<Rule> = mandate_rule::table
        .filter(mandate_rule::mandate_id.eq(from))
        .order(mandate_rule::position)
        .select((
            mandate_rule::kind,
            mandate_rule::subject,
            mandate_rule::position,
            mandate_rule::quantity,
            mandate_rule::strength,
            mandate_rule::words,
            mandate_rule::paragraph,
            mandate_rule::among,
        ))
        .load(conn)?;
    for (kind, subject, position, quantity, strength, words, paragraph, among) in rules {
        let quantity = match kind.as_str() {
            "members_least" => Some(10),
            "members_most" => Some(12),
            "term_months" => Some(48),
            _ => quantity,
        };
        let words = words
            .replace("3-års perioder", "4-års perioder")
            .replace("3-årsperiodar", "4-årsperiodar")
            .replace("periods of three years", "periods of four years");
        diesel::insert_into(mandate_rule::table)
            .values((
                mandate_rule::id.eq(RowId::new()),
                mandate_rule::mandate_id.eq(to),
                mandate_rule::kind.eq(kind),
                mandate_rule::subject.eq(subject),
                mandate_rule::position.eq(position),
                mandate_rule::quantity.eq(quantity),
                mandate_rule::strength.eq(strength),
                mandate_rule::words.eq(words),
                mandate_rule::paragraph.eq(paragraph),
                mandate_rule::among.eq(among),
            ))
            .execute(conn)?;
    }
    copy_deadlines(conn, from, to)
}

fn copy_deadlines(conn: &mut Conn, from: MandateId, to: MandateId) -> Result<()> {
    type Lead = (
        String,
        String,
        i64,
        String,
        chrono::NaiveTime,
        String,
        String,
    );
    let leads: Vec<Lead> = deadline_rule::table
        .filter(deadline_rule::mandate_id.eq(from))
        .select((
            deadline_rule::meeting_kind,
            deadline_rule::stage,
            deadline_rule::days,
            deadline_rule::counting,
            deadline_rule::at_time,
            deadline_rule::strength,
            deadline_rule::paragraph,
        ))
        .load(conn)?;
    for (kind, stage, days, counting, time, strength, paragraph) in leads {
        let is_earlier = kind == "ordinary" && stage == "dispatch";
        diesel::insert_into(deadline_rule::table)
            .values((
                deadline_rule::id.eq(RowId::new()),
                deadline_rule::mandate_id.eq(to),
                deadline_rule::meeting_kind.eq(kind),
                deadline_rule::stage.eq(stage),
                deadline_rule::days.eq(if is_earlier { -10 } else { days }),
                deadline_rule::counting.eq(counting),
                deadline_rule::at_time.eq(time),
                deadline_rule::strength.eq(strength),
                deadline_rule::paragraph.eq(paragraph),
            ))
            .execute(conn)?;
    }
    Ok(())
}
