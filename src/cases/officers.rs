//! Case officers (saksbehandlere): people without a seat on the board who prepare one case. The secretariat names them;
//! they read that case and write its papers until it is dealt with, and nothing else.

use super::mail;
use super::plan::{By, record};
use super::rules::Refusal;
use super::store::{self, clearance, officers};
use super::{Case, Officer};
use crate::audit::{Actor, Change};
use crate::db::Conn;
use crate::db::ids::{CaseId, PersonId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::store::{passing, persons};
use crate::people::{PersonFields, store as people};

/// Names someone by address. Who is in the register already is called what stands there. They are told by mail.
///
/// # Errors
/// `Refused` when the case is dealt with, is closed to them, or they are named already, or when the database fails.
pub fn name(conn: &mut Conn, id: CaseId, who: &PersonFields, by: By) -> Result<()> {
    let case = store::case(conn, id)?;
    if !case.state.is_prepared() {
        return Err(Error::Refused(Refusal::NotNow(case.state).said()));
    }
    let person = known_or_added(conn, who, by)?;
    if clearance::is_closed(conn, id, person)? {
        return Err(Error::Refused(Said::new("officer-recused")));
    }
    let standing = officers::of(conn, id)?;
    if standing.iter().any(|one| one.person == person) {
        return Err(Error::Refused(Said::new("officer-already")));
    }
    passing::keep(conn, person)?;
    let officer = RowId::new();
    officers::add(conn, officer, id, person, by)?;
    let called = people::person(conn, person)?.name;
    let change = Change::of("case-officer", "", &called);
    let changes = change.into_iter().collect();
    record(conn, &case, "case-officer-named", changes, by)?;
    mail::plan_officer(conn, &case, officer, by)
}

fn known_or_added(conn: &mut Conn, who: &PersonFields, by: By) -> Result<PersonId> {
    let address = who.address.as_deref().unwrap_or_default();
    if let Some(known) = people::person_by_address(conn, address)? {
        return Ok(known.id);
    }
    let by = persons::By {
        actor: Actor::Person(by.person),
        now: by.now,
    };
    persons::add(conn, by, who)?.map_err(|(_, said)| Error::Refused(said))
}

/// Ends what someone may do with a case; pressing twice ends it once.
///
/// # Errors
/// When the database fails.
pub fn end(conn: &mut Conn, case: &Case, officer: RowId, by: By) -> Result<()> {
    let standing = officers::of(conn, case.id)?;
    let Some(Officer { name, .. }) = standing.into_iter().find(|one| one.id == officer) else {
        return Ok(());
    };
    officers::end(conn, officer, by.now)?;
    let change = Change::of("case-officer", &name, "");
    let changes = change.into_iter().collect();
    record(conn, case, "case-officer-ended", changes, by)
}
