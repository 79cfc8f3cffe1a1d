//! Open lists and their words.
//!
//! Kinds of boards, meetings, seats and organisations, outcomes, types and subjects of cases, sizes of organisations, levels of
//! representatives, phases of products, statuses of measures and kinds of relations.
//!
//! The lists are data, so that another body has its own. A new instance begins with those of Norwegian public boards.

use super::Conn;
use super::schema::code_word;
use super::types::Words;
use crate::error::Result;
use diesel::prelude::*;

/// A code and its words.
pub type CodeWord = (String, Words);

/// One list, in its own order.
///
/// # Errors
/// When the database fails.
pub fn list(conn: &mut Conn, name: &str) -> Result<Vec<CodeWord>> {
    let rows = code_word::table
        .filter(code_word::list.eq(name))
        .order((code_word::position.asc(), code_word::code.asc()));
    Ok(rows
        .select((code_word::code, code_word::words))
        .load(conn)?)
}

/// Fills the lists that an instance does not have yet; one that has begun is left as its owners keep it.
///
/// # Errors
/// When the database fails.
pub fn begin(conn: &mut Conn) -> Result<()> {
    let standing: Vec<String> = code_word::table
        .select(code_word::list)
        .distinct()
        .load(conn)?;
    for (position, (list, code, nb, nn, en)) in (0_i64..).zip(BEGINNING) {
        if standing.iter().any(|known| known == list) {
            continue;
        }
        diesel::insert_into(code_word::table)
            .values((
                code_word::list.eq(list),
                code_word::code.eq(code),
                code_word::position.eq(position),
                code_word::words.eq(Words::new([("nb", *nb), ("nn", *nn), ("en", *en)])),
            ))
            .execute(conn)?;
    }
    Ok(())
}

type Line = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const BEGINNING: &[Line] = &[
    (
        "board_kind",
        "steering",
        "Styringsråd",
        "Styringsråd",
        "Steering board",
    ),
    (
        "board_kind",
        "product_council",
        "Produktråd",
        "Produktråd",
        "Product council",
    ),
    ("board_kind", "committee", "Utvalg", "Utval", "Committee"),
    (
        "meeting_kind",
        "ordinary",
        "Ordinært møte",
        "Ordinært møte",
        "Ordinary meeting",
    ),
    (
        "meeting_kind",
        "professional_day",
        "Fagdag",
        "Fagdag",
        "Professional day",
    ),
    (
        "meeting_kind",
        "extra",
        "Ekstramøte",
        "Ekstramøte",
        "Extra meeting",
    ),
    (
        "seat_kind",
        "permanent",
        "Fast medlem",
        "Fast medlem",
        "Permanent member",
    ),
    (
        "seat_kind",
        "largest",
        "Største tjenesteeiere",
        "Største tenesteeigarar",
        "Largest service owners",
    ),
    (
        "seat_kind",
        "rotating",
        "Rullerende medlem",
        "Rullerande medlem",
        "Rotating member",
    ),
    (
        "seat_kind",
        "rotating_municipality",
        "Rullerende kommune",
        "Rullerande kommune",
        "Rotating municipality",
    ),
    (
        "organisation_kind",
        "state_agency",
        "Statlig virksomhet",
        "Statleg verksemd",
        "State agency",
    ),
    (
        "organisation_kind",
        "ministry",
        "Departement",
        "Departement",
        "Ministry",
    ),
    (
        "organisation_kind",
        "municipality",
        "Kommune",
        "Kommune",
        "Municipality",
    ),
    (
        "organisation_kind",
        "county",
        "Fylkeskommune",
        "Fylkeskommune",
        "County authority",
    ),
    (
        "organisation_kind",
        "association",
        "Organisasjon",
        "Organisasjon",
        "Association",
    ),
    (
        "organisation_kind",
        "company",
        "Selskap",
        "Selskap",
        "Company",
    ),
    (
        "outcome",
        "recommendation",
        "Anbefaling",
        "Tilråding",
        "Recommendation",
    ),
    ("outcome", "input", "Innspill", "Innspel", "Input"),
    (
        "outcome",
        "noted",
        "Tatt til orientering",
        "Teke til orientering",
        "Noted",
    ),
    ("outcome", "postponed", "Utsatt", "Utsett", "Postponed"),
    (
        "case_type",
        "information",
        "Orientering",
        "Orientering",
        "For information",
    ),
    (
        "case_type",
        "discussion",
        "Drøfting",
        "Drøfting",
        "For discussion",
    ),
    (
        "case_type",
        "recommendation",
        "Anbefaling",
        "Tilråding",
        "For recommendation",
    ),
    (
        "case_type",
        "approval",
        "Godkjenning",
        "Godkjenning",
        "For approval",
    ),
    (
        "case_subject",
        "portfolio",
        "Produktportefølje og utfasing",
        "Produktportefølje og utfasing",
        "Portfolio and phase-out",
    ),
    (
        "case_subject",
        "priorities",
        "Prioritering av behov",
        "Prioritering av behov",
        "Priorities",
    ),
    (
        "case_subject",
        "product_strategy",
        "Produktstrategi",
        "Produktstrategi",
        "Product strategy",
    ),
    (
        "case_subject",
        "plans",
        "Planer, budsjett og finansieringsmodell",
        "Planar, budsjett og finansieringsmodell",
        "Plans, budget and financing model",
    ),
    (
        "case_subject",
        "owner_financed",
        "Utvikling som tjenesteeiere betaler",
        "Utvikling som tenesteeigarar betaler",
        "Development paid by service owners",
    ),
    (
        "case_subject",
        "action_plan",
        "Status for handlingsplanen",
        "Status for handlingsplanen",
        "Status of the action plan",
    ),
    (
        "case_subject",
        "new_development",
        "Råd om ny utvikling",
        "Råd om ny utvikling",
        "Consultation on new development",
    ),
    // From the largest to the smallest, and from the highest level down: the order is read.
    ("organisation_size", "large", "Stor", "Stor", "Large"),
    (
        "organisation_size",
        "medium",
        "Middels stor",
        "Middels stor",
        "Medium-sized",
    ),
    ("organisation_size", "small", "Liten", "Liten", "Small"),
    (
        "level",
        "head",
        "Leder av virksomheten",
        "Leiar av verksemda",
        "Head of the organisation",
    ),
    (
        "level",
        "division_director",
        "Divisjons- eller områdedirektør",
        "Divisjons- eller områdedirektør",
        "Division director",
    ),
    (
        "level",
        "department_director",
        "Avdelingsdirektør eller tilsvarende",
        "Avdelingsdirektør eller tilsvarande",
        "Director of department or equivalent",
    ),
    (
        "level",
        "section_leader",
        "Seksjonssjef",
        "Seksjonssjef",
        "Head of section",
    ),
    ("level", "adviser", "Rådgiver", "Rådgivar", "Adviser"),
    ("frame_kind", "budget", "Budsjett", "Budsjett", "Budget"),
    (
        "frame_kind",
        "frame",
        "Økonomisk ramme",
        "Økonomisk ramme",
        "Economic frame",
    ),
    // The order of a life; the last is the end of one.
    ("product_phase", "new", "Ny", "Ny", "New"),
    ("product_phase", "in_use", "I bruk", "I bruk", "In use"),
    (
        "product_phase",
        "phasing_out",
        "Under utfasing",
        "Under utfasing",
        "Being phased out",
    ),
    ("product_phase", "ended", "Avsluttet", "Avslutta", "Ended"),
    // The order of the work; the first has not begun, the last is finished.
    (
        "measure_status",
        "not_started",
        "Ikke igangsatt",
        "Ikkje sett i gang",
        "Not started",
    ),
    (
        "measure_status",
        "started",
        "Igangsatt",
        "Sett i gang",
        "Started",
    ),
    (
        "measure_status",
        "finished",
        "Ferdigstilt",
        "Ferdigstilt",
        "Finished",
    ),
    (
        "relation_kind",
        "owner",
        "Eierdepartement",
        "Eigardepartement",
        "Owner ministry",
    ),
    (
        "relation_kind",
        "advisory",
        "Rådgivende organ",
        "Rådgjevande organ",
        "Advisory body",
    ),
    (
        "relation_kind",
        "consultation",
        "Konsultasjon",
        "Konsultasjon",
        "Consultation",
    ),
    (
        "relation_kind",
        "cooperation",
        "Samarbeid",
        "Samarbeid",
        "Cooperation",
    ),
];
