//! The rows of assessments, of the law they rest on, and of conflicts of interest.

use crate::cases::{Assessed, LegalBasis, Recusal};
use crate::db::Conn;
use crate::db::ids::{CaseId, PersonId, RowId};
use crate::db::schema::{assessment, legal_basis, person, recusal};
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::web::access::{Assessment, Scope};
use chrono::NaiveDate;
use diesel::prelude::*;

/// What an instance begins with: the provisions of offentleglova that a public board may need. Reference, nb, nn, en.
const BEGINNING: [(&str, &str, &str, &str); 11] = [
    (
        "offl. § 13",
        "Taushetsplikt",
        "Teieplikt",
        "Duty of confidentiality",
    ),
    (
        "offl. § 14",
        "Organinternt dokument",
        "Organinternt dokument",
        "Internal document",
    ),
    (
        "offl. § 15",
        "Innhentet utenfra for intern saksforberedelse",
        "Innhenta utanfrå for intern saksførebuing",
        "Obtained from outside for internal preparation",
    ),
    (
        "offl. § 20",
        "Utenrikspolitiske interesser",
        "Utanrikspolitiske interesser",
        "Foreign policy",
    ),
    (
        "offl. § 21",
        "Forsvars- og sikkerhetsinteresser",
        "Forsvars- og tryggingsinteresser",
        "Defence and security",
    ),
    (
        "offl. § 22",
        "Budsjettsaker",
        "Budsjettsaker",
        "Budget matters",
    ),
    (
        "offl. § 23 første ledd",
        "Forhandlingsposisjon og økonomi",
        "Forhandlingsposisjon og økonomi",
        "Negotiating position and finances",
    ),
    (
        "offl. § 23 tredje ledd",
        "Tilbud og anskaffelser",
        "Tilbod og innkjøp",
        "Tenders and procurement",
    ),
    (
        "offl. § 24",
        "Kontrolltiltak og fare for lovbrudd",
        "Kontrolltiltak og fare for lovbrot",
        "Inspections and risk of offences",
    ),
    ("offl. § 25", "Tilsettinger", "Tilsetjingar", "Appointments"),
    (
        "offl. § 26",
        "Eksamen, personbilder og fødselsnummer",
        "Eksamen, personbilete og fødselsnummer",
        "Examinations, portraits and identity numbers",
    ),
];

/// Fills the list of an instance that has none. Offentleglova came into force on 1 January 2009.
///
/// # Errors
/// When the database fails.
pub fn begin(conn: &mut Conn) -> Result<()> {
    let any: i64 = legal_basis::table.count().get_result(conn)?;
    if any > 0 {
        return Ok(());
    }
    let in_force = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap_or_default();
    for (position, (reference, nb, nn, en)) in (1_i64..).zip(BEGINNING) {
        diesel::insert_into(legal_basis::table)
            .values((
                legal_basis::id.eq(RowId::new()),
                legal_basis::position.eq(position),
                legal_basis::reference.eq(reference),
                legal_basis::words.eq(Words::new([("nb", nb), ("nn", nn), ("en", en)])),
                legal_basis::valid_from.eq(in_force),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The provisions in force on a day, in order; with those that stand in an assessment already.
///
/// # Errors
/// When the database fails.
pub fn bases(conn: &mut Conn, on: NaiveDate, kept: Option<RowId>) -> Result<Vec<LegalBasis>> {
    type Row = (RowId, String, Words, NaiveDate, Option<NaiveDate>);
    let rows: Vec<Row> = legal_basis::table
        .order((legal_basis::position.asc(), legal_basis::id.asc()))
        .select((
            legal_basis::id,
            legal_basis::reference,
            legal_basis::words,
            legal_basis::valid_from,
            legal_basis::valid_until,
        ))
        .load(conn)?;
    let holds = |(id, _, _, from, until): &Row| {
        (*from <= on && until.is_none_or(|until| on < until)) || Some(*id) == kept
    };
    let basis = |(id, reference, words, _, _)| LegalBasis {
        id,
        reference,
        words,
    };
    Ok(rows.into_iter().filter(holds).map(basis).collect())
}

/// The assessment in force of one object, with who made it and when.
///
/// # Errors
/// When the database fails.
pub fn assessed(
    conn: &mut Conn,
    object: RowId,
) -> Result<Option<(Assessed, Option<String>, Moment)>> {
    type Row = (
        (
            Assessment,
            Option<RowId>,
            Option<Scope>,
            bool,
            Option<NaiveDate>,
            Option<Moment>,
        ),
        Option<String>,
        Moment,
    );
    let row: Option<Row> = assessment::table
        .left_join(person::table.on(person::id.eq(assessment::assessed_by)))
        .filter(assessment::object_id.eq(object))
        .order((assessment::assessed_at.desc(), assessment::id.desc()))
        .select((
            (
                assessment::outcome,
                assessment::basis_id,
                assessment::scope,
                assessment::extended_access,
                assessment::reassess_on,
                assessment::open_from,
            ),
            person::name.nullable(),
            assessment::assessed_at,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(
        |((outcome, basis, scope, extended_access, reassess_on, open_from), who, at)| {
            let found = Assessed {
                outcome,
                basis,
                scope,
                extended_access,
                reassess_on,
                open_from,
            };
            (found, who, at)
        },
    ))
}

/// Adds an assessment; those before it stay as history.
///
/// # Errors
/// When the database fails.
pub fn add(
    conn: &mut Conn,
    (kind, object): (&str, RowId),
    found: &Assessed,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(assessment::table)
        .values((
            assessment::id.eq(RowId::new()),
            assessment::object_kind.eq(kind),
            assessment::object_id.eq(object),
            assessment::outcome.eq(found.outcome),
            assessment::basis_id.eq(found.basis),
            assessment::scope.eq(found.scope),
            assessment::extended_access.eq(found.extended_access),
            assessment::reassess_on.eq(found.reassess_on),
            assessment::open_from.eq(found.open_from),
            assessment::assessed_by.eq(by),
            assessment::assessed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Everyone to whom a case is closed now.
///
/// # Errors
/// When the database fails.
pub fn recusals(conn: &mut Conn, case: CaseId) -> Result<Vec<Recusal>> {
    type Row = (RowId, PersonId, String, String, PersonId, Moment);
    let rows: Vec<Row> = recusal::table
        .inner_join(person::table.on(person::id.eq(recusal::person_id)))
        .filter(recusal::case_id.eq(case))
        .filter(recusal::withdrawn_at.is_null())
        .order(recusal::declared_at.asc())
        .select((
            recusal::id,
            recusal::person_id,
            person::name,
            recusal::reason,
            recusal::declared_by,
            recusal::declared_at,
        ))
        .load(conn)?;
    let recusal = |(id, person, name, reason, declared_by, declared_at)| Recusal {
        id,
        person,
        name,
        reason,
        declared_by,
        declared_at,
    };
    Ok(rows.into_iter().map(recusal).collect())
}

/// Closes a case to someone.
///
/// # Errors
/// When the database fails.
pub fn recuse(
    conn: &mut Conn,
    case: CaseId,
    who: PersonId,
    reason: &str,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(recusal::table)
        .values((
            recusal::id.eq(RowId::new()),
            recusal::case_id.eq(case),
            recusal::person_id.eq(who),
            recusal::reason.eq(reason),
            recusal::declared_by.eq(by),
            recusal::declared_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Opens a case again that was closed to someone; the row stays as history.
///
/// # Errors
/// When the database fails.
pub fn readmit(
    conn: &mut Conn,
    case: CaseId,
    who: PersonId,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let standing = recusal::table
        .filter(recusal::case_id.eq(case))
        .filter(recusal::person_id.eq(who))
        .filter(recusal::withdrawn_at.is_null());
    diesel::update(standing)
        .set((recusal::withdrawn_by.eq(by), recusal::withdrawn_at.eq(now)))
        .execute(conn)?;
    Ok(())
}
