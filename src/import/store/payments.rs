//! What stands of payments before an import.

use crate::db::Conn;
use crate::db::schema::service_owner_period;
use crate::error::Result;
use crate::i18n::Language;
use crate::import::payments::KnownPayments;
use crate::portfolio::payments::{Payment, YEARS, store};
use diesel::prelude::*;

/// The products by all their names, who is a service owner from when until when, and what is paid already.
///
/// # Errors
/// When the database fails.
pub(super) fn known(conn: &mut Conn) -> Result<KnownPayments> {
    let products = store::products(conn)?.into_iter().map(|(id, words)| {
        let names = Language::OWN.map(|language| words.exactly(language.tag()).map(str::to_owned));
        (id, names.into_iter().flatten().collect())
    });
    let products = products.collect();
    let owners = service_owner_period::table
        .select((
            service_owner_period::organisation_id,
            service_owner_period::valid_from,
            service_owner_period::valid_until,
        ))
        .order(service_owner_period::id.asc())
        .load(conn)?;
    let standing = store::of_years(conn, YEARS)?.into_iter();
    let standing =
        standing.map(|one: Payment| ((one.organisation, one.product, one.year), one.ore));
    Ok(KnownPayments {
        products,
        owners,
        standing: standing.collect(),
    })
}
